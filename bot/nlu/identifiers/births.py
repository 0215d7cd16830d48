"""Dates of birth: a date beside words that announce it, in brackets behind an age, or so long ago that it is nobody's shift."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.identifiers.dates_written import FULL, IN_NUMBERS, MISSPELT, MONTH, NAMED, NUMERIC, OF_THE, RUN, SHORT, SPOKEN, YEAR_ALONE
from bot.nlu.identifiers.finding import Find, Rule

_FILLER = (
    r"(?:is|was|=|on|of|in|the|a|as|yesterday|today|as per file|approx|around|about|circa|given|written|down|put|says?|said|"
    r"like|sometime|it's|its|to be|also|"
    r"\w{1,9}days?)"
)
_BETWEEN = rf"[\s:;=.,(\-'\"#~?]{{0,5}}(?:{_FILLER}\b[\s:,\"']{{0,3}}){{0,3}}"
_DOB = (
    r"d\.? ?o\.? ?b(?![a-z])'?s?\.?|d/o/b|dates? ?of ?b[irthrit]{3,6}\b|d\.? ?of ?b(?:irth)?\b|birth ?-?dates?|birth dt|bdate|b'date|"
    r"birth ?year|year of birth|yob"
)
_BORN = r"born(?: on| the)?|bron|bday(?:'s| is)?|b-day|b/d|\bb\.|birth ?day(?:'s| is| was)?|bithday|brithday"
_AGED = r"\d{1,3} ?-?(?:y/?o|yrs?|years?|y|yr)\b(?:[ -]old)?(?:/[mf])?|age[d]? \d{1,3}"
_SOMEBODYS = r"her|his|their|pt'?s|patient'?s|child'?s|baby'?s|babys|mum'?s|dad'?s|lady'?s|gentleman'?s"
_RECENT = re.compile(r"(?:20(?:1[6-9]|[2-9]\d)|(?<!\d)(?:1[6-9]|2\d|3[0-5]))$")
_OLD = re.compile(r"^(?:19\d\d|200\d|201[0-2])|(?:19\d\d|200\d|201[0-2]|(?<!\d)(?:29|[3-9]\d))$")
_IN_WORK = re.compile(
    r"^(?:19[89]\d|197[5-9]|20\d\d)|(?:19[89]\d|197[5-9]|20\d\d|(?<!\d)(?:29|3\d|[89]\d|7[5-9]))$"
)  # years of those at work now
_OF_WORK = re.compile(
    r"\b(?:qualif|start|join|since|train|regist|graduat|open|built|founded|marri|wed|wrote|version|ends?|until|till|by|before|due|deadline|"
    r"expir|contract|apprais|appoint|inquir|report|polic|circular|minutes|meeting|dated|published|died|passed|intake|"
    r"employed|in post|moved|arrived|came here|landed|interview)\w*[^.;!?\d]{0,16}$"
)
_OWN = re.compile(r"\b(?:i|we)(?:'m| was| were| am)? $", re.I)


def _is_old(found: re.Match[str]) -> bool:
    """A year in which the person could have been born: with an age of eighteen and more it is no recent one."""
    age = re.search(r"\d+", found["age"])
    return _RECENT.search(found["it"]) is None or (age is not None and int(age[0]) < 18)


def _says_a_day(found: re.Match[str]) -> bool:
    """With its year, or of somebody else: "my birthday is the 4th of May" tells a colleague when to bring cake."""
    return re.search(r"\d{4}|[/.-]\d{2}$|'\d{2}$", found["it"]) is not None


def _is_somebody_elses(found: re.Match[str]) -> bool:
    return _OWN.search(found.string[max(0, found.start() - 12) : found.start()]) is None


def _is_long_ago(found: re.Match[str]) -> bool:
    """A full date of another time, with a day and a month that there are, and no start of a career or end of a contract."""
    runs = [int(run) for run in re.findall(r"\d+", found[0])]
    small = sorted(run for run in runs if run <= 31) or [99]
    if len(runs) == 3 and (len(small) < 2 or small[0] > 12 or (runs[0] <= 31 and runs[2] <= 28)):
        return False
    before = found.string[max(0, found.start() - 30) : found.start()].lower()
    worked = _IN_WORK.search(found[0]) is not None and _OF_WORK.search(before) is not None
    return 0 not in runs[:2] and _OLD.search(found[0]) is not None and not worked


_FEASTS = (
    r"(?:(?:st|saint) \w+'?s? day|christmas(?: day| eve)?|new year'?s?(?: day| eve)?|boxing day|easter \w+|diwali|eid|"
    r"good friday)"
)
_RULES = (
    Rule(
        "birth_date", re.compile(rf"\b(?:{_DOB}){_BETWEEN}(?P<it>{OF_THE}|{NUMERIC}|{NAMED}|{MISSPELT}|{SHORT}|{RUN}|{YEAR_ALONE})", re.I)
    ),
    Rule("birth_date", re.compile(rf"\b(?:{_DOB})[^\d\n]{{1,50}}?(?P<it>\b{FULL})", re.I)),
    Rule("birth_date", re.compile(rf"\b(?:{_DOB}){_BETWEEN}(?P<it>(?:[a-z']{{2,14}},? ){{1,6}}(?:of )?(?:19|20)\d\d)(?!\d)", re.I)),
    Rule(
        "birth_date",
        re.compile(
            rf"\b(?:born(?: on)?|bron(?: on)?){_BETWEEN}(?P<it>{OF_THE}|{NUMERIC}|{NAMED}|{MONTH}\.?(?: of|,)? '?\d{{4}}(?!\d))", re.I
        ),
    ),
    Rule("birth_date", re.compile(rf"\b(?:born|b\.|b(?= ?19)){_BETWEEN}(?P<it>{YEAR_ALONE})(?![/.-]\d)", re.I), _is_somebody_elses),
    Rule(
        "birth_date",
        re.compile(r"\bborn (?:on |in |at |the ){0,2}(?P<it>(?:[a-z']{2,14} ){1,4}(?:of )?(?:19\d\d|20[01]\d))(?!\d)", re.I),
        _is_somebody_elses,
    ),
    Rule("birth_date", re.compile(rf"\b(?:{_BORN}){_BETWEEN}(?P<it>{OF_THE}|{NUMERIC}|{NAMED})", re.I), _says_a_day),
    Rule(
        "birth_date",
        re.compile(
            rf"(?<!\d)(?P<it>{FULL})(?:ish)?[\s,(\"']{{1,3}}(?:as |is |was |= ?)?(?:(?:on )?(?:her|his|the|their|pt'?s?) )?"
            rf"(?:{_DOB}|birth ?day|bday|born)",
            re.I,
        ),
    ),
    Rule("birth_date", re.compile(rf"\b(?:{_DOB})(?: [a-z]+){{0,4}}?{_BETWEEN}(?P<it>{IN_NUMBERS})\b", re.I)),
    Rule("birth_date", re.compile(rf"\b(?:girl|boy|lad|baby|child|toddler|infant|twins?|kid|wean|bairn)[\s,(]{{1,3}}(?P<it>{FULL})", re.I)),
    Rule(
        "birth_date",
        re.compile(rf"\b(?:she|he|pt|patient|who)(?: has|'s)? turn(?:s|ed) \d{{1,3}} (?:on )?(?:the )?(?P<it>{FULL}|{NAMED})", re.I),
    ),
    Rule("birth_date", re.compile(r"\ban? (?P<it>19\d\d)(?:ish)?[ -](?:baby|born|vintage)\b", re.I)),
    Rule(
        "birth_date",
        re.compile(
            rf"\b(?:{_SOMEBODYS}) (?:\w+ )?b(?:irth)?day(?:'s| is| was| on)*(?: on)?(?: the)? (?P<it>{NAMED}|{NUMERIC}|"
            rf"\d{{1,2}}[/.-]\d{{1,2}}(?![\d/.-]))",
            re.I,
        ),
    ),
    Rule("birth_date", re.compile(rf"\b(?P<age>{_AGED})(?: [a-z]{{1,12}}){{0,2}},? ?\(?(?P<it>{FULL})", re.I), _is_old),
    Rule("birth_date", re.compile(rf"\b(?P<age>[MF](?:/\d{{2}})?|\d{{2}} ?/? ?[MF]),? \(?(?P<it>{FULL})"), _is_old),
)
_WITH_A_CAKE = Rule("birth_date", re.compile(rf"\U0001f382\s?(?P<it>{FULL}|\d{{1,2}} \d{{1,2}} (?:\d{{4}}|\d{{2}}))(?![/.\-\d])", re.I))
_WITH_A_DAY = (
    Rule("birth_date", re.compile(rf"(?P<it>\b{_FEASTS},? (?:19|20)\d\d)\b.{{0,12}}\bborn\b", re.I)),
    Rule(
        "birth_date",
        re.compile(
            rf"(?<!\d)(?P<it>{FULL})[^\d.!?\n]{{1,8}}(?:\bALL\b)?[ .,]{{1,3}}(?:same |shares? (?:a |my )?)?(?:bday|birthday)\b", re.I
        ),
    ),
)  # of a feast, or the same as somebody else's
_OTHER = re.compile(
    r"[\s,;)\"'?]*(?:(?:not|or|and|vs|but|should(?: be| have been)?|shd be|instead of|then|i w?ro?te|i put|it was|it'?s|"
    r"real(?: one)?|actual\w*|the|"
    r"one|na|is|was|says?|said|on|in|her|his|it|->|/)[\s,:\"'(]{0,3}){1,6}"
    rf"(?P<it>{NUMERIC}|{NAMED}|19\d\d(?!\d))",
    re.I,
)
_LONG_AGO = (
    Rule("birth_date", re.compile(rf"(?<![\d/.:-])(?<!\d )(?:{FULL})(?![/.-]\d| \d)", re.I), _is_long_ago),
    Rule("birth_date", re.compile(rf"(?<![\d/.:-])\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? '[3-9]\d\b", re.I)),
)
_SAID = Rule("birth_date", re.compile(rf"\b(?:{SPOKEN})", re.I), lambda found: re.search(r"\d{2}$", found[0]) is None)
_WORDS_OF_BIRTH = """
dob dobs b girl boy lad child toddler infant twin twins kid birth brith birht bith born bron bday birthday birthdays bithday brithday
birthdate birthdates bdate yob turned turns baby dateofbirth dateof
"""
_OF_A_DAY = frozenset({"born", "bday", "birthday"})
_OF_BIRTH = frozenset(_WORDS_OF_BIRTH.split())
_WORDS_OF_AGE = """
yo y o yr yrs yera years year old age aged m f
"""
_OF_AGE = frozenset(_WORDS_OF_AGE.split())
_DIGIT = re.compile(r"\d")
_A_DATE = re.compile(r"\d[/.\- ]{1,3}\d|[a-z][ .,]{1,2}(?:19|20)\d\d", re.I)
_OF_LONG_AGO = re.compile(r"19\d\d|20[01]\d|\d ?[/.-] ?\d\d? ?[/.-] ?\d|'[3-9]\d")
_YEARS_IN_WORDS = frozenset(
    {"nineteen", "thousand", "twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
_BESIDE = re.compile(rf"(?<![\d/.-])(?:{FULL}|\d{{1,2}} {MONTH} [4-9]\d(?!\d))", re.I)


def birth_dates(text: str, words: frozenset[str]) -> list[Find]:
    """Every date that its words say is somebody's birth, or that is too long ago to be anything else; `words` are the text's."""
    told = (not words.isdisjoint(_OF_BIRTH) and (_DIGIT.search(text) or not words.isdisjoint(_YEARS_IN_WORDS))) or (
        not words.isdisjoint(_OF_AGE) and _A_DATE.search(text)
    )
    finds = [find for rule in _RULES for find in rule.finds(text)] if told else []
    if told and not words.isdisjoint(_OF_A_DAY):
        finds += [find for rule in _WITH_A_DAY for find in rule.finds(text)]
    if "\U0001f382" in text:
        finds += _WITH_A_CAKE.finds(text)
    if not words.isdisjoint(_YEARS_IN_WORDS):
        finds += _SAID.finds(text)
    if _OF_LONG_AGO.search(text):
        finds += [find for rule in _LONG_AGO for find in rule.finds(text)]
    return finds + [find for one in finds for find in _put_right(text, one)]


def _put_right(text: str, find: Find) -> Iterator[Find]:
    """The other date of "dob 2nd Feb 51 not 2nd Feb 15"."""
    if other := _OTHER.match(text, find.end):
        yield Find("birth_date", *other.span("it"))


def old_dates(text: str) -> list[Find]:
    """Full dates that are not of these years: births, next to a name."""
    return [Find("birth_date", found.start(), found.end()) for found in _BESIDE.finditer(text) if not _RECENT.search(found[0])]


def dates_beside(text: str, finds: list[Find]) -> list[Find]:
    """Such dates next to another identifier: a line copied off a label."""
    ends, starts = {find.end for find in finds}, {find.start for find in finds}
    return [date for date in old_dates(text) if _touches(text, date, ends, starts)]


def _touches(text: str, date: Find, ends: set[int], starts: set[int]) -> bool:
    before = re.search(r"[\s,;|/(\-]*(?:\b[mf]\b[\s,]*)?$", text[max(0, date.start - 8) : date.start], re.I)
    after = re.match(r"[\s,;|)\-]*(?:(?:nhs|mrn|hosp)\w*\.? ?(?:no\.?|number|#)?[\s:]*)?", text[date.end : date.end + 24], re.I)
    return (before is not None and date.start - len(before[0]) in ends) or (after is not None and date.end + after.end() in starts)
