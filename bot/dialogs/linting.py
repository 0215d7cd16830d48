"""What a coach who does not program should know about the content before it is used: `coachbot content check`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from bot.dialogs.library import HOME
from bot.dialogs.loading import Draft, found_in, read
from bot.dialogs.phrasing import prompts
from bot.dialogs.problems import Problem
from bot.dialogs.wording import Template, Wording

LONGEST = 60  # words of a message (domain: shape of a message)
HARDEST = 6.0  # Flesch-Kincaid grade, about age 11 (domain: reading)
SHORTEST_JUDGED = 12  # words; a measure of reading says nothing about fewer
ADVICE = re.compile(r"\byou (?:should|must|need to|have to|ought to|had better)\b", re.IGNORECASE)
SAFETY = ("help_now.", "trouble.", "privacy.", "contract.", "help.", "human.", "my_data.")  # as long and as plain as they can be
CARDS = ("safety.", "concern.", "ladder.")  # lines and people to turn to take their room; as plain as the rest
LONGEST_CARD = 90
PROMISE = re.compile(  # nobody watches, and nobody is sure to come
    r"\b(?:we(?:'re| are) (?:watching|monitoring|here for you|keeping an eye)|(?:always|constantly) (?:here|there|watching|listening)|"
    r"i(?:'m| am) (?:always |here )(?:here |for you|whenever)|monitor(?:s|ed|ing)? (?:you|this|what)|(?:keep|keeping) you safe|"
    r"(?:someone|somebody|a (?:person|coach|human)|help|they|the safety lead|{safety_lead}) (?:will|is going to|is about to) "
    r"(?:be (?:with|there|in touch)|call|ring|contact|come|reply|answer|look|see|help)|help is on (?:its|the) way|"
    r"(?:you'?ll|you will) be (?:fine|safe|ok|okay|alright)|(?:completely|fully|totally) (?:private|confidential)|"
    r"(?:nobody|no one) (?:else )?will (?:ever )?(?:know|see|read)|i promise|guarantee)",
    re.IGNORECASE,
)
METHOD = re.compile(  # never named by us, not even to warn of it
    r"\b(?:overdos\w*|tablets?|pills?|rope|ligature|insulin|potassium|opioids?|morphine|blade|knife|razor|bridge|cliff|jump\w*|gun|hanging|"
    r"drown\w*|poison\w*|cut(?:ting)? yourself|how (?:would|will|do) you (?:do|plan)|what (?:method|have you taken))\b",
    re.IGNORECASE,
)
LISTS = ("day.",)  # names in a row, which nobody reads as a sentence
_VOWELS = re.compile(r"[aeiouy]+")
_WORD = re.compile(r"[A-Za-z']+")
_SENTENCE_END = re.compile(r"[.?!:]+(?:\s|$)|\n+")


def check_content(files: Mapping[str, str]) -> list[Problem]:
    """Every problem in these files (path below content/ → text), in the order of files and lines."""
    draft = read(files)
    found = [*found_in(draft, files)]
    if any(problem.unreadable for problem in found):
        return sorted(set(found), key=_place)
    found += [problem for words in draft.wordings.values() for each in words.values() for problem in _of_wording(each)]
    found += _untranslated(draft)
    if prompts.FILE in files:
        found += prompts.parse(files[prompts.FILE])[1]
    return sorted(set(found), key=_place)


def _place(problem: Problem) -> tuple[str, int, str]:
    return problem.file, problem.line, problem.sentence


# -- wordings -------------------------------------------------------------------------------------------------------------------


def _of_wording(wording: Wording) -> Iterator[Problem]:
    for variant in wording.variants:
        for look in LOOKS:
            sentence = look(wording.id, variant)
            if sentence:
                yield Problem(wording.file, wording.line, f'"{wording.id}" {sentence}')


def _stars(name: str, variant: Template) -> str:
    return "has a ** without its partner. Bold text stands between two of them." if variant.source.count("**") % 2 else ""


def _length(name: str, variant: Template) -> str:
    words, most = len(_plain(variant).split()), LONGEST_CARD if name.startswith(CARDS) else LONGEST
    return f"has {words} words. Keep a message to {most}." if words > most and not name.startswith(SAFETY) else ""


def _reading(name: str, variant: Template) -> str:
    text = _plain(variant)
    if name.startswith((*SAFETY, *LISTS)) or len(_WORD.findall(text)) < SHORTEST_JUDGED:
        return ""
    found = grade(text)
    return f"is hard to read (grade {found:.1f}, the limit is {HARDEST:.0f}). Try shorter sentences and words." if found > HARDEST else ""


def _advice(name: str, variant: Template) -> str:
    found = ADVICE.search(_plain(variant))
    return f'gives advice ("{found[0]}"). Ask an open question instead.' if found and not name.startswith(SAFETY) else ""


def _questions(name: str, variant: Template) -> str:
    count = _plain(variant).count("?")
    return f"asks {count} questions. One message asks one." if count > 1 and not name.startswith(SAFETY) else ""


def _promise(name: str, variant: Template) -> str:
    found = PROMISE.search(_plain(variant))
    return f'promises what nobody can keep ("{found[0]}"). Say only what is sure.' if found else ""


def _method(name: str, variant: Template) -> str:
    found = METHOD.search(_plain(variant)) if name.startswith((*CARDS, *SAFETY)) else None
    return f'names a means of harm, or asks for it ("{found[0]}"). Leave it out.' if found else ""


LOOKS: tuple[Callable[[str, Template], str], ...] = (_stars, _length, _reading, _advice, _questions, _promise, _method)


def _plain(variant: Template) -> str:
    return "".join("this" if piece.blank else piece.text for piece in variant.pieces)


def grade(text: str) -> float:
    """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al. 1975)."""
    words = _WORD.findall(text)
    sentences = [part for part in _SENTENCE_END.split(text) if part and _WORD.search(part)]
    if not words:
        return 0.0
    return 0.39 * len(words) / max(1, len(sentences)) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    """Groups of vowels, a silent e aside."""
    plain = word.lower().strip("'")
    groups = len(_VOWELS.findall(plain))
    silent = plain.endswith("e") and not plain.endswith("le") and groups > 1
    return max(1, groups - silent)


# -- languages ------------------------------------------------------------------------------------------------------------------


def _untranslated(draft: Draft) -> Iterator[Problem]:
    home = draft.wordings.get(HOME, {})
    for language, words in draft.wordings.items():
        for name, wording in home.items():
            if language != HOME and name not in words:
                sentence = f'"{name}" is not translated yet: it stands in {wording.file}, line {wording.line}.'
                yield Problem(f"wording/{language}", 1, sentence, strands=True)
