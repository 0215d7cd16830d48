"""What of a language model's words may be said: only what is plain, short, in its form, of nothing that it must not speak of, and grounded.

Nothing here is clever. What cannot be shown to be harmless is refused, and then our own wording is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.dialogs.phrasing.patterns import GRAVE, NEVER
from bot.dialogs.phrasing.patterns import RISK as RISK
from bot.dialogs.phrasing.prompts import Prompts
from bot.nlu.goals.lexicon import words
from bot.nlu.identifiers.common_words import WORDS
from bot.nlu.identifiers.name_words import ALSO_WORDS, NAMES
from bot.nlu.tidy import tidy
from coaching.phrasing import Act, Phrasing

LONGEST = {Act.REPHRASE: 30, Act.REFLECT: 26, Act.SUMMARISE: 48}  # words
SHORTEST = {Act.REPHRASE: 4, Act.REFLECT: 5, Act.SUMMARISE: 10}
CHARACTERS = 8  # a word, all in all
SENTENCES = {Act.REPHRASE: 2, Act.REFLECT: 1, Act.SUMMARISE: 3}
IN_COMMON = {Act.REPHRASE: 1, Act.REFLECT: 1, Act.SUMMARISE: 3}  # words of meaning shared with what it was made from, at least
SHARE = {Act.REPHRASE: 0.3, Act.REFLECT: 0.4, Act.SUMMARISE: 0.5}  # of its words of meaning, at least
TOO_OFTEN = 3  # times that one word of meaning may come; others three times as often

_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u00a0": " "})
_SIGNS = re.compile(r"[A-Za-z ,.?'\"()-]+")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
_ENDS = re.compile(r"(?<=[.?])\s+")
_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September")
CAPITALS = _DAYS | words("October November December Christmas Easter NHS UK English British WOOP SMART")
_EMPTY = words(
    """
    a about after all also an and any are as at be because been being but by can could did do does doing done down each even feel feeling
    feels for from get gets getting had has have having her him his how if in into is it its just like make makes more most much no not of
    off on one only or other others out over part part's people really she he so some something sounds than that the their them then there
    these they thing things this those through to too up very want wants was were what when where which while who will with without would
    you your yours yourself
    """
)
_NO = words("no not never nothing none neither nor without hardly cannot")
_AFTER_YOU = re.compile(r"(?:so )?you ([a-z]+)")
_NO_VERBS = words("a an and as at by for from in into it of on or so that the them they this to what when who with you your")
_ASKING = words("what which how when where who if at in and is")

Refusal = str  # the name of a reason; "" where there is none


def tidied(text: str) -> str:
    """A model's words without what it puts around them: blank space, one pair of quotation marks."""
    plain = " ".join(text.strip().translate(_STRAIGHT).split(" "))
    quoted = len(plain) > 1 and plain[0] == plain[-1] == '"' and plain.count('"') == 2
    return plain[1:-1].strip() if quoted else plain


def refusal(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    """Why these words may not be said, by name; nothing where they may. `text` is `tidied`."""
    grave = next((name for name in GRAVE if NEVER[name].search(tidy(text))), "")
    return grave or next((why for look in LOOKS if (why := look(prompts, phrasing, text))), "")


def is_grave(why: Refusal) -> bool:
    """Whether somebody should look at what the model is doing."""
    return why in GRAVE


# -- what may be in it at all ----------------------------------------------------------------------------------------------------


def _length(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    many = len(text.split())
    if many < SHORTEST[phrasing.act]:
        return "too_short"
    return "too_long" if many > LONGEST[phrasing.act] or len(text) > LONGEST[phrasing.act] * CHARACTERS else ""


def _signs(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    if any(sign.isdigit() for sign in text):
        return "number"
    return "" if _SIGNS.fullmatch(text) else "signs"


def _never(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    """A question of ours may be asked with the words that it has itself: they were read by a person."""
    own = phrasing.question.lower() if phrasing.act is Act.REPHRASE else ""
    for name, pattern in NEVER.items():
        if any(not own or found[0].lower() not in own for found in pattern.finditer(text)):
            return name
    return ""


def _names(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    """A capital inside a sentence is a name, unless it is known to be none; so is a word that is nothing but one."""
    capital = any(word[:1].isupper() and word not in CAPITALS for word in _inner_words(text))
    return "name" if capital or any(map(is_name, _spoken(text))) else ""


def is_name(word: str) -> bool:
    """Whether a word in small letters is known as a name, and not also as another word."""
    return word in NAMES and word not in ALSO_WORDS and word not in WORDS


def _inner_words(text: str) -> list[str]:
    return [word for sentence in _ENDS.split(text) for word in _WORD.findall(sentence)[1:]]


def _vocabulary(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    """Every word is plain, or the person's own, or of our question."""
    known = prompts.words | _forms(_material(phrasing))
    return "" if all(bases_of(word) & known for word in _spoken(text)) else "vocabulary"


# -- what form it has ------------------------------------------------------------------------------------------------------------


def _form(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    sentences = _ENDS.split(text)
    if len(sentences) > SENTENCES[phrasing.act] or text.count('"') % 2 or _babbles(text):
        return "form"
    good = _is_question(phrasing, text) if phrasing.act is Act.REPHRASE else all(_is_statement(prompts, each) for each in sentences)
    return "" if good else "form"


def _is_question(phrasing: Phrasing, text: str) -> bool:
    """One question at its end, opened by a word of asking, and about the same as ours."""
    asked = _ENDS.split(text)[-1]
    return text.count("?") == 1 and text.endswith("?") and (_WORD.findall(asked) or [""])[0].lower() in _ASKING


def _is_statement(prompts: Prompts, sentence: str) -> bool:
    plain = sentence.lower().replace(",", "")
    after = _AFTER_YOU.match(plain)
    if after is not None and after[1] in _NO_VERBS:
        return False
    opened = any(plain.startswith(f"{opener} ") for opener in prompts.openers)
    return opened and plain.endswith(".") and plain.count(".") == 1 and "?" not in plain


def _babbles(text: str) -> bool:
    spoken = _spoken(text)
    return any(spoken.count(word) > TOO_OFTEN * (3 if word in _EMPTY else 1) for word in set(spoken))


# -- what it is made from --------------------------------------------------------------------------------------------------------


def _grounds(prompts: Prompts, phrasing: Phrasing, text: str) -> Refusal:
    """What it says is mostly what was said: by the person, or in our question. Nothing is turned into its opposite."""
    held = _forms(word for word in _material(phrasing) if word not in _EMPTY)
    spoken = {word for word in _spoken(text) if word not in _EMPTY}
    shared = [word for word in spoken if bases_of(word) & held]
    if len(shared) < IN_COMMON[phrasing.act] or len(shared) < SHARE[phrasing.act] * len(spoken):
        return "grounds"
    return "grounds" if _denies(_spoken(text)) and not _denies(_material(phrasing)) else ""


def _denies(spoken: Iterable[str]) -> bool:
    return any(word in _NO or word.endswith("n't") for word in spoken)


def _material(phrasing: Phrasing) -> list[str]:
    """The words that it may be made of: of our question, or of the person."""
    return _spoken(phrasing.question if phrasing.act is Act.REPHRASE else " ".join(phrasing.words))


def _spoken(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text.translate(_STRAIGHT))]


def _forms(spoken: Iterable[str]) -> frozenset[str]:
    return frozenset(base for word in spoken for base in bases_of(word))


def bases_of(word: str) -> frozenset[str]:
    """The word and what it may be a form of; some that do not exist do no harm."""
    stems = {word, word.removesuffix("'s")}
    for ending in ("s", "es", "ed", "d", "ing", "ly", "er", "r", "est"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            stems |= {stem, f"{stem}e", stem[:-1]} if stem[-1:] == stem[-2:-1] else {stem, f"{stem}e"}
    if word.endswith(("ies", "ied")):
        stems.add(f"{word[:-3]}y")
    return frozenset(stems)


LOOKS: tuple[Callable[[Prompts, Phrasing, str], Refusal], ...] = (_length, _signs, _never, _names, _vocabulary, _form, _grounds)
