"""Words of danger that are hidden, spaced out, misspelt or drawn, made plain for matching."""

from __future__ import annotations

import re

from bot.nlu.concerns.anchors import COMMON
from bot.nlu.goals.lexicon import words
from bot.nlu.tidy import READ_LIMIT, Said, clean, lowered, mended

HEARD_LIMIT = 30_000  # letters, some five thousand words; of a longer message, its beginning and its end

# Pictures that carry meaning here; every other picture is only a picture.
_PICTURES = {
    "💊": "pills", "💀": "dead", "☠": "dead", "🪦": "grave", "⚰": "coffin", "⚱": "ashes", "🔪": "knife", "🗡": "knife", "🪒": "razor",
    "🩸": "blood", "🪢": "noose", "🔫": "gun", "👼": "angel", "😇": "angel", "👻": "ghost", "🌉": "bridge", "🌊": "sea", "🚆": "train",
    "🚂": "train", "🚄": "train", "🚇": "train", "👋": "bye", "🧠": "brain", "🕳": "hole", "💪": "arm", "🦵": "leg", "➡": "to", "🛏": "bed",
    "🔚": "the end", "🪓": "axe", "🔨": "hammer",
}  # fmt: skip
_DRAWN = {ord(sign): f" {word} " for sign, word in _PICTURES.items()}
_DRAWING = re.compile(f"[{''.join(_PICTURES)}]")

_DANGER = words(
    """
    kill killing killed die dying died dead death suicide suicidal myself overdose overdosed overdosing unalive unaliving hang
    hanging hanged hung cut cutting harm harming hurt hurting selfharm drown drowning noose kms kys end ending life live alive
    living tablets pills slit wrists jump stab shoot gun rope
    """
)
_JOINING = _DANGER | words(
    """
    i im want wanted to be my self it all not dont wanna gonna going a the and me do no more tonight now this of just so need
    feel like am was wish in is on better off without anymore here cant
    """
)
_LEET = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "|": "l", "+": "t"}
)
_LEET_L = str.maketrans({"1": "l", "!": "l"})
_LEET_WORD = re.compile(r"(?<![\w@$!|*+])(?=[@$!|*+\d]*[a-z])(?=[a-z]*[@$!|*+\d])[a-z\d@$!|*+]{3,14}")
_SPACED = re.compile(r"(?<![\w'])(?:[a-z][ ./_*,-]{1,3}){2,}[a-z](?![\w'])")
_BETWEEN = re.compile(r"[^a-z]+")
_RUNS = re.compile(r"([a-z])\1+")
_TOKEN = re.compile(r"[\w']+")
_STRETCHED = re.compile(r"([a-z])\1\1")
_COMPOUND = re.compile(r"todie|myself|suicid|mylife|tolive|bedead|killm|endit")
_HIDING = re.compile(r"[a-z][@$!|*+]+[a-z]|(?<!\w)[@$][a-z]{2}")

# Ways of misspelling a word of danger: of a whole word, then of what is written as several.
_SUI = r"s(?:[uow]{1,2}[iaew]{0,2})(?:[sc]{1,2}[iaey]{1,2})?[sc]{1,2}[iaey]{1,2}(?<!succee)d+"
_MISSPELT = tuple(
    (re.compile(wrong), right)
    for wrong, right in (
        (rf"{_SUI}[iey]?(?:al|el|le|ale|all|l|ial)(?:ly)?", "suicidal"),
        (r"s[eou]+w?(?:er)?[iey]?[sc]+[iy]?[cs]?[iey]?d(?:al|el|le)|su[ie]?[cs]+[ie]?d(?:al|el|le|il|all)(?:ly)?", "suicidal"),
        (rf"{_SUI}e?|suic|suicde|su[ie]?cide?s?|s(?:ew|oo|ou|uw)[aei]?r?s[iy]de?s?", "suicide"),
        (r"mys+(?:le|el|e)(?:f|lf|fl|ff|lff|v|lv)?|mysefl|myslf|myseld|m[ei]s?sel[fv]|mysen|meslef|m[ei]self|myselfs", "myself"),
        (r"over?do(?:s|es|ose|esd)|ov[re]{2,3}dose?|overdosage|ovadose|overdoz|od", "overdose"),
        (r"ov[re]{2,3}dosed|overdossed|od'd|oded|odd'ed", "overdosed"),
        (r"od'?ing", "overdosing"),
        (r"sew[ei]rsl[iy]des?", "suicide"),
        (r"unal[iy]v(?:e|ed|eing|ing|in)", "unalive"),
        (r"s(?:elf|lef|efl)h[ae]r?[mn](?:e?d|ing|in|ering)?", "self harm"),
        (r"herting|hertin|hurtin|hurtting|h[iu]rtt?ing", "hurting"),
        (r"hirt", "hurt"),
        (r"k[iy]l+in|kiling", "killing"),
        (r"kl+|kiill?|kiil+|kjll", "kill"),
        (r"tabel?ts|tablits?|tabblets|tablest|tablts", "tablets"),
        (r"cut+in|cuting", "cutting"),
        (r"hangin", "hanging"),
        (r"jumpin", "jumping"),
    )
)
_BY_LETTER = {letter: tuple(pair for pair in _MISSPELT if pair[0].pattern.startswith(letter)) for letter in "smouhktcj"}
_SEVERAL = tuple(
    (re.compile(rf"(?<![\w'])(?:{wrong})(?!\w)"), right)
    for wrong, right in (
        (r"my (?:sefl|self|slef|selve)|m[ei] (?:self|slef)", "myself"),
        (r"over[ -]dos(?:e|es)|over doze", "overdose"),
        (r"over[ -]dosed", "overdosed"),
        (r"un[ -]alive?(?:d|ing)?", "unalive"),
        (r"(?:self|slef|sefl)[ -](?:h[ae]r?m(?! (?:and|sandwich|roll))|h[ae]rn|injur[ey])(?:e?d|ing|in|ering)?|s/h", "self harm"),
        (r"(?:sew[ei]r|sewer|su[ie]) ?s(?:l?[iy]de?)s?", "suicide"),
        (r"(?<=my )hed", "head"),
        (r"(?<=think )bout|(?<=fink )bout|(?<=thinking )bout|(?<=thought )bout", "about"),
        (r"beta(?= off)", "better"),
        (r"2 b(?= (?:alive|dead|here|gone))", "to be"),
        (r"2(?= (?:many|much) )", "too"),
        (r"(?<=to be )hear(?= (?:no|any)|[.,!]|$)", "here"),
        (r"(?<=to )dy(?=\s*[.,!?]|$| (?:in|like|and|be|so|now))|(?<=and )dy(?= in)", "die"),
        (r"(?<=want )2(?= [a-z])", "to"),
        (
            r"(?:(?<=to )|(?<=na ))dye(?=\s*[.,!?]|$| (?:like|and|be|every|but|so|not|tonight|now|lol)\b)",
            "die",
        ),
        (r"(?<=me )dye(?! (?:my|his|her|the|your))", "die"),
        (
            r"iv(?= (?:got|been|had|just|done|wrote|rote|taken|took|said|never|cut|thought|decided|made|lost|gone|put|left)\b)",
            "i've",
        ),
    )
)
_KNOWN = frozenset(COMMON)
_TELLTALE = words("self slef sefl selve sewer sewir sui sue dye dy hed hear bout beta iv 2 h injury dose doses dosed doze un overdose")


def heard(message: Said, text: str) -> Said:
    """The message with words of danger made plain and the whole of a long text in it; the very same where that changes nothing."""
    drawn = text if text.isascii() or not _DRAWING.search(text) else text.translate(_DRAWN)
    if drawn is text and len(text) <= READ_LIMIT:
        lower = lowered(message.text)
        plain = unmasked(lower)
        return message if plain == lower else mended(message.text, plain)
    kept = clean(_shortened(drawn), HEARD_LIMIT)
    return mended(kept, unmasked(lowered(kept)))


def _shortened(text: str) -> str:
    return text if len(text) <= HEARD_LIMIT else f"{text[: HEARD_LIMIT // 2]}\n{text[-HEARD_LIMIT // 2 + 1 :]}"


def unmasked(text: str) -> str:
    """A lower-case text with hidden, spaced out, stretched and misspelt words of danger made plain."""
    if any(sign in text for sign in "@$!|*+") and _HIDING.search(text):
        text = _LEET_WORD.sub(lambda found: _without_leet(found[0]), text)
    tokens = set(_TOKEN.findall(text))
    if sum(len(token) == 1 for token in tokens) > 2 and _SPACED.search(text):
        text = _SPACED.sub(_joined_up, text)
        tokens = set(_TOKEN.findall(text))
    plain = {token: right for token in tokens - _KNOWN if (right := _made_plain(token)) != token}
    if plain:
        text = _TOKEN.sub(lambda found: plain.get(found[0], found[0]), text)
    if not tokens.isdisjoint(_TELLTALE):
        for wrong, right in _SEVERAL:
            text = wrong.sub(right, text)
    return text


def _made_plain(word: str) -> str:
    """A word of danger for one that hides it or misses it by a little; any other word as it is."""
    for wrong, right in _BY_LETTER.get(word[:1], ()):
        if wrong.fullmatch(word):
            return right
    if not word.isalpha():
        return _without_leet(word)
    if _STRETCHED.search(word):
        return _unstretched(word)
    return (len(word) > 8 and _COMPOUND.search(word) and _pieces(word)) or word


def _without_leet(word: str) -> str:
    """ "k!ll" and "su*cide"; a word that hides no danger stays as it is."""
    core = word.rstrip("!|+*")
    for guess in (core.translate(_LEET), core.translate(_LEET_L).translate(_LEET)):
        if guess in _DANGER:
            return guess + word[len(core) :]
    if "*" in core.strip("*"):
        masked = re.compile(re.escape(core).replace(r"\*", "[a-z]"))
        return next((danger for danger in sorted(_DANGER) if masked.fullmatch(danger)), word)
    return word


def _joined_up(found: re.Match[str]) -> str:
    """ "s u i c i d e" and "k.i.l.l"; letters that spell no danger stay apart."""
    return _pieces(_BETWEEN.sub("", found[0])) or found[0]


def _unstretched(word: str) -> str:
    """ "dieeee"."""
    for short in (_RUNS.sub(r"\1\1", word), _RUNS.sub(r"\1", word)):
        if short in _DANGER:
            return short
    return _pieces(_RUNS.sub(r"\1", word)) or word


def _pieces(run: str) -> str:
    """A run of letters as words, if it is made of nothing but words and one of them is of danger; else nothing."""
    if len(run) > 60:
        return ""
    ways: list[list[str] | None] = [[], *[None] * len(run)]
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 10), end):
            before = ways[start]
            if before is not None and run[start:end] in _JOINING:
                ways[end] = [*before, run[start:end]]
                break
    found = ways[-1] or []
    return " ".join(found) if _DANGER.intersection(found) or "want" in found else ""
