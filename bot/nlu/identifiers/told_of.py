"""People in care without a bed: what only happens to patients, whose family it is, an elder's title, a label's "SURNAME, First"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.identifiers.finding import Find
from bot.nlu.identifiers.full_names import begins, ends
from bot.nlu.identifiers.name_words import ALSO_WORDS, NAMES
from bot.nlu.identifiers.naming import HARD, LETTER, STAFF, Token, first_words, is_listed_capital, is_word, last_words, may_be_unknown
from bot.nlu.identifiers.serving import is_famous, serves

_NEAR = 60  # characters looked at on either side
_KIN = "family|daughters?|sons?|wife|husband|mum|mother|mam|dad|father|sister|brother|relatives|parents|baby|twins|partner|widow|children"
_CARE = (
    "treatment|chemo\\w*|meds|medication|surgery|dialysis|food|bloods|obs|insulin|his|her|a (?:wash|cannula|catheter)|again|the (?:scan|op)"
)
_SUFFERS = re.compile(
    r" (?:died|dies|passed away|rip|arrested|arrests|coded|code blue|crashed|"
    r"desat\w*|fell (?:out of|and|in|on|over|again|last|at)|fell(?= ?[;,.!]|$)|"
    rf"did(?:n'?t| not) (?:make it|survive)|extubated?|intubated|readmitted|went to theatre|refus(?:ed|es|ing) (?:{_CARE})|deteriorated|"
    r"(?:is|was) after dying|stopped breathing|went into (?:vf|vt|asystole|arrest)|went (?:grey|blue|unresponsive)|"
    r"(?:was )?found (?:dead|unresponsive|collapsed|on the floor)|"
    r"speaks? no english|(?:is|was) (?:palliative|end of life|eol|nbm|dnar|septic|jaundiced)|needs? (?:hoisting|suction\w*|"
    r"turning|feeding)|"
    r"pull(?:ed|s)? (?:out )?(?:his|her|their) (?:own )?(?:lines?|cannula|cathe?ter|ngt?|ng tube|tube|peg|drip|trache\w*|drain)|"
    r"deliver(?:ed|s)? (?:twins|her|a|the baby)|bled out|self ?discharged|absconded)\b",
    re.I,
)
_ALSO = re.compile(r"(?: (?:has|have|had|just|sadly|finally|suddenly|then|don|nearly|also|was|got|never)){1,2}$", re.I)
_WORDS_OF_SUFFERING = """
died dies passed rip arrested arrests coded blue crashed desat desats desatted fell didnt didn survive extubate extubated intubated
readmitted theatre refused refuses refusing deteriorated deliver delivered delivers dying breathing vf vt asystole unresponsive collapsed
palliative eol nbm dnar septic jaundiced hoisting turning
feeding english pulled pulls bled discharged absconded
"""
_MAY_SUFFER = frozenset(_WORDS_OF_SUFFERING.split())
_WORDS_OF_KIN = (
    "family daughter daughters son sons wife husband mum mother mam dad father sister brother relatives parents baby twins partner"
)
_MAY_HAVE_KIN = frozenset([*_WORDS_OF_KIN.split(), "widow", "children"])
_KIN_OF = re.compile(rf"\b(?:{_KIN}) of (?:the late |my patient |our patient )?(?={LETTER})", re.I)
_OF_SOMEBODY = re.compile(rf"\b(?:{_KIN}) of [\w]|\w's (?:{_KIN})\b|, whose ", re.I)
_THEIR_KIN = re.compile(rf"'s (?:{_KIN})\b|, whose (?:{_KIN})\b", re.I)
_CHILD_OF = re.compile(r"(?<=\w) [wsd]/o (?=[A-Z])", re.I)
_ELDERS = (
    "smt|shri|sri|tatay|nanay|pani|malam|mallam|alhaji|alhaja|hajiya|hajia|hajja|haja|iya|umm|mama|aling|chief mrs|chief mr|mohd|ma(?=\\.)"
)
_ELDER = re.compile(rf"\b(?P<title>{_ELDERS})\b\.? (?={LETTER})", re.I)
_MAY_BE_ELDERS = frozenset([*_ELDERS.replace("|", " ").split(), "ma"]) - {"mr", "mrs"}
_POOR = re.compile(r"\b(?:poor|dear|wee|fr\.?|rev\.?|revd\.?|reverend|twin \d|baby boy|baby girl|b/o) (?=[A-ZÀ-ÖØ-Þ])", re.I)
_BABY = re.compile(r"(?<!my )(?<!our )(?<!'s )\bbaby (?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ])", re.I)
_MAY_BE_PITIED = frozenset({"poor", "dear", "wee", "fr", "rev", "revd", "reverend", "twin", "baby", "b"})
_CARED = re.compile(
    r"\b(?:look(?:ed|ing)? after|car(?:ed|ing) for|nurs(?:ed|ing)|discharg(?:ed|ing)|transferr(?:ed|ing)|clerked|cannulat(?:ed|ing)|"
    r"catheteri[sz](?:ed|ing)|resus(?:citat)?ed|special(?:led|ling|ing)|wash(?:ed|ing)|consent(?:ed|ing)|proned|fed|feeding|"
    r"ventilat(?:ed|ing)|intubat(?:ed|ing)|minding|minded|laid out|last offices (?:for|on)|cpr on) (?=[^\W\d_])",
    re.I,
)
_WORDS_OF_CARING = """
after cared caring nursed nursing discharged discharging transferred transferring clerked cannulated cannulating catheterised catheterized
catheterising resused resuscitated specialled specialling specialing washed washing consented consenting proned fed feeding ventilated
ventilating intubated intubating minding minded laid offices cpr
"""
_MAY_BE_CARED_FOR = frozenset(_WORDS_OF_CARING.split())
_NO_PERSON = r"(?! (?:safety|experience|flow|advocate|advocacy|care|centred|liaison|transport|rep|group|list|numbers?))"
_IS_THE_PATIENT = re.compile(rf" (?:(?:is|was|be|na|as) (?:the|my|our|one|that) )(?:patient|pt)\b{_NO_PERSON}", re.I)
_A_PATIENTS = re.compile(rf"(?<=\w) (?:patient|pt)(?:'?s)?\b{_NO_PERSON}", re.I)
_MAY_BE_THE_PATIENT = frozenset({"patient", "patients", "pt", "pts"})
_READ = re.compile(
    r"\b(?:(?:wrist|name) ?band|label|sticker|chart|notes|bottle|form)s? (?:was |were )?(?:says?|said|reads?|belong(?:s|ed|"
    r"ing) to|for) (?=[A-ZÀ-Þ])",
    re.I,
)
_WORDS_OF_LABELS = """
wristband wristbands band nameband label labels sticker stickers chart charts notes bottle bottles form forms
"""
_MAY_READ = frozenset(_WORDS_OF_LABELS.split())
_AGED = re.compile(r",? \(?\d{1,3} ?(?:[MF]\b|y/?o\b|yrs?\b|years? old)")
_BED_CODE = re.compile(r" \((?!(?:B|F|FY|CT|ST|GP|AFC)\d)(?:[A-Z]{1,3})?\d{1,3}(?:[ /-]\d{1,2})?[A-F]?\)")
_AN_ELDER = re.compile(
    r" (?:uncle|amma|appa|ammachi|appachan|thatha|paati|dada|dadi|nani)"
    r"(?= (?:from|in|of) (?:the |our )?(?:male|female|gents|ladies|general|private|medical|surgical|ortho\w*|ward|icu|bed|room|\d))",
    re.I,
)
_MAY_BE_AN_ELDER = frozenset(["uncle", "amma", "appa", "ammachi", "appachan", "thatha", "paati", "dada", "dadi", "nani"])
_WITH_TITLE_LAST = re.compile(r"(?<![\w'-])[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?, [A-ZÀ-Þ][\w'-]+ \((?:Mr|Mrs|Ms|Miss|Master)\)")
_SURNAME_FIRST = re.compile(r"(?P<last>[A-Z]{3,}(?:-[A-Z]+)?)(?P<gap>, ?| )(?P<first>[A-ZÀ-Þ][a-zà-ÿ]{2,})(?![\w'])")
_FULL_ONLY = frozenset({"mama", "aling", "mang", "iya"})  # who sells pepper soup is called so too
_DIGIT = re.compile(r"\d")
_MANY = 20  # places of one kind in a message


_NAMED_ALSO = _MAY_SUFFER | _MAY_BE_ELDERS | _MAY_BE_PITIED | _MAY_BE_CARED_FOR | _MAY_BE_AN_ELDER
_NAME_LIKE = re.compile(r"[a-z/.,] [A-ZÀ-Þ][a-zà-ÿ]")


_WORDS_OF_OWN = """
my our cousin brother sister uncle aunt friend mate son daughter mum dad wife husband kid boy girl baby since colleague dog cat
"""
_OWN = frozenset(_WORDS_OF_OWN.split())


def may_be_told_of(text: str, words: frozenset[str]) -> bool:
    """Whether somebody's family is spoken of, as in "the son of Gareth Pugh", or an elder or a person cared for, with a name."""
    if not words.isdisjoint(_MAY_HAVE_KIN) and _OF_SOMEBODY.search(text) is not None:
        return True
    return not words.isdisjoint(_NAMED_ALSO)


def told_of(text: str, words: frozenset[str]) -> list[Find]:
    """Every name of somebody who, by what is said, is in care; `words` are the text's."""
    finds = [*_with_surname_first(text)]
    if not words.isdisjoint(_MAY_SUFFER):
        finds += _suffering(text)
    if not words.isdisjoint(_MAY_HAVE_KIN):
        finds += _by_kin(text)
    if not words.isdisjoint(_MAY_BE_ELDERS):
        finds += _elders(text)
    if not words.isdisjoint(_MAY_BE_PITIED):
        finds += [find for found in _POOR.finditer(text) for find in _from(text, found.end(), least=1 if found[0][0] in "tTbB" else 2)]
        finds += [find for found in _BABY.finditer(text) if _is_a_babys(text, found.end()) for find in _from(text, found.end())]
    if not words.isdisjoint(_MAY_READ):
        finds += [find for found in _READ.finditer(text) for find in _from(text, found.end(), least=2)]
    finds += [*_aged(text)] if _DIGIT.search(text) else []
    finds += [*_cared_for(text, words), *(Find("name_bed", *found.span()) for found in _WITH_TITLE_LAST.finditer(text))]
    if "o" in words:
        finds += [find for found in _CHILD_OF.finditer(text) for find in _both(text, *found.span())]
    return finds


def _name(text: str, start: int, end: int) -> Iterator[Find]:
    """That stretch, unless it is somebody who works here or whom everybody knows."""
    if not serves(text, start, end) and not is_famous(text[start:end]):
        yield Find("name_bed", start, end)


def _from(text: str, at: int, *, least: int = 1, small: bool = False) -> Iterator[Find]:
    """The name that begins here, of so many words without its title; `small`: also in small letters."""
    window = text[at : at + _NEAR]
    words = first_words(window)
    last = ends(words, window, beside=True) if words and words[0].start == 0 else None
    if last is None or not (small or words[last].capital):
        return
    titled = words[0].key in HARD
    if last + 1 - titled >= least:
        yield from _name(text, at + words[0].start, at + words[last].end)


def _up_to(text: str, at: int, *, least: int = 1) -> Iterator[Find]:
    """The name that ends here."""
    begin = max(0, at - _NEAR)
    window = text[begin:at]
    words = last_words(window)
    first = begins(words, window) if words and words[-1].end == len(window) else None
    if first is None or (first and words[first - 1].key in STAFF) or words[first].key in STAFF:
        return
    if len(words) - first >= least or words[first].key in HARD:
        yield from _name(text, begin + words[first].start, begin + words[-1].end)


def _suffering(text: str) -> Iterator[Find]:
    """ "Gerald Tansley fell", "mr Lowndes didnt make it", "Oyelaran went to theatre": a title, two names, or a surname that is no word."""
    for found in list(_SUFFERS.finditer(text))[:_MANY]:
        begin = max(0, found.start() - _NEAR)
        also = _ALSO.search(text, begin, found.start())
        window = text[begin : also.start() if also else found.start()]
        words = last_words(window)
        if not words or words[-1].end != len(window):
            continue
        first = begins(words, window)
        if first is None and _is_known_alone(words):
            first = len(words) - 1
        if first is None or words[first].key in STAFF or (first and (words[first - 1].key in STAFF or _is_own(words[first - 1]))):
            continue
        yield from _name(text, begin + words[first].start, begin + words[-1].end)


def _is_known_alone(words: list[Token]) -> bool:
    """The last word, at the beginning of a sentence: a surname that is no word."""
    word = words[-1]
    return word.opens and (
        (word.key in NAMES and word.key not in ALSO_WORDS)
        or is_listed_capital(word)
        or (word.capital and len(word.key) > 5 and may_be_unknown(word))
    )


def _is_own(word: Token | None) -> bool:
    """ "my Sarah died": family, which is for the coach to hear."""
    return word is not None and word.key in _OWN


def _by_kin(text: str) -> Iterator[Find]:
    """ "the family of Annabel Lyle", "Mr Lindqvist, whose wife": a full name, or one behind a title."""
    for found in list(_KIN_OF.finditer(text))[:_MANY] if " of " in text else ():
        yield from _from(text, found.end())
    for found in list(_THEIR_KIN.finditer(text))[:_MANY] if "'s " in text or ", whose" in text else ():
        yield from _up_to(text, found.start(), least=2)


def _both(text: str, start: int, end: int) -> Iterator[Find]:
    """ "Gurpreet Kaur w/o Balwinder" as one."""
    for one in _up_to(text, start):
        for other in _from(text, end):
            yield Find("name_bed", one.start, other.end)


def _is_a_babys(text: str, at: int) -> bool:
    """A name on the list: "baby Yoda" is none."""
    first = first_words(text[at : at + _NEAR])[0]
    return first.key in NAMES and first.key not in ALSO_WORDS


def _aged(text: str) -> Iterator[Find]:
    """ "J. Sugden (91F)", "Ruby Tranter, 34 yo", "Vasantha Kumari (304)": two names with an age or the code of a bed."""
    for found in [*_AGED.finditer(text), *_BED_CODE.finditer(text)][:_MANY]:
        yield from _up_to(text, found.start(), least=2)


def _cared_for(text: str, words: frozenset[str]) -> Iterator[Find]:
    """ "discharged Winnie Grimshaw", "Corazon Villanueva is the patient", "Kulkarni uncle"."""
    for found in list(_CARED.finditer(text))[:_MANY] if not words.isdisjoint(_MAY_BE_CARED_FOR) else ():
        yield from _from(text, found.end(), least=2, small=True)
    if not words.isdisjoint(_MAY_BE_THE_PATIENT):
        for found in list(_IS_THE_PATIENT.finditer(text))[:_MANY]:
            yield from _up_to(text, found.start())
        for found in list(_A_PATIENTS.finditer(text))[:_MANY]:
            yield from _up_to(text, found.start(), least=2)
    for found in list(_AN_ELDER.finditer(text))[:_MANY] if not words.isdisjoint(_MAY_BE_AN_ELDER) else ():
        for name in _up_to(text, found.start()):
            if text[name.start].isupper() and not _is_own(last_words(text[: name.start])[-1] if name.start else None):
                yield Find("name_bed", name.start, found.end())


def _elders(text: str) -> Iterator[Find]:
    """ "Tatay Crispulo", "Pani Szczepańska", "Smt. Lakshmikutty Amma": a title that is no colleague's, with a name in capitals."""
    for found in list(_ELDER.finditer(text))[:_MANY]:
        window = text[found.end() : found.end() + _NEAR]
        words = first_words(window)
        if not words or words[0].start or not words[0].capital or not _is_an_elders(words[0]):
            continue
        last = ends([words[0].inside(), *words[1:]], window, beside=True) or 0
        if last or found["title"].lower() not in _FULL_ONLY:
            yield from _name(text, found.start(), found.end() + words[last].end)


def _is_an_elders(word: Token) -> bool:
    return is_listed_capital(word) or (not is_word(word.key) and len(word.key) > 2 and word.key not in STAFF)


def _with_surname_first(text: str) -> Iterator[Find]:
    """ "MAGBANUA, Teresita"; without the comma where both are on the list."""
    for found in _SURNAME_FIRST.finditer(text):
        if text[max(0, found.start() - 1) : found.start()].isalnum():
            continue
        last, first = found["last"].lower(), found["first"].lower()
        listed = first in NAMES and first not in ALSO_WORDS
        known = last in NAMES and last not in ALSO_WORDS
        if listed and (known or ("," in found["gap"] and len(last) > 4 and not is_word(last))):
            yield from _name(text, *found.span())
