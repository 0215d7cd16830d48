"""M: one could tell whether it was met, by a number, a frequency, or a yes or no."""

from __future__ import annotations

import re

from bot.nlu.dates import Find
from bot.nlu.goals.lexicon import ACTION_FORMS, VAGUE_FORMS, words
from bot.nlu.goals.specific import behaviour
from bot.nlu.goals.statement import Place, Statement
from bot.nlu.numbers import UNITS

_LABELS = re.compile(
    r"\b(?:band|bay|ward|room|year|week|grade|level|stage|bed|unit|area|zone|module|part|theatre|clinic|step|st|ct|fy|f|"
    r"type|phase|section|covid|tier|side ?room|block|team|day|month)s? ?-?\d+\w?\b|\b[a-z]+\d\w*\b|\b1:1\b|\b1-1\b|"
    r"\b1-2-1\b|\b24/7\b|\bno\.? ?1\b"
)
_NOT_A_COUNT = re.compile(
    r"\b(?:no one|this one|that one|which one|one day|one another|one of (?:these|those|the best|my biggest)|"
    r"one[- ]to[- ]ones?|anyone|each other|one-on-one|the one|zero in|second|ones)\b"
)
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(
    r"\b(?:"
    + "|".join(sorted((word for word in UNITS if word not in ("nil",)), key=len, reverse=True))
    + r"|once|twice|half|both|dozen|hundred|couple|double|a third|a quarter|two thirds|"
    r"(?:within|under|for|than) an? (?:hour|minute|day|week))\b"
)
_FREQUENT = re.compile(
    r"\b(?:every|each|per|daily|weekly|monthly|fortnightly|always|all (?:of )?(?:my |the |our |these )?\w+|any time|"
    r"without fail|on time every|whenever)\b"
)
_PRODUCT = words(
    """
    chase
    finish complete submit pass book email send apply sign register enrol publish present draft order upload attend arrange create
    design deliver buy find join update renew tell phone ring message meet visit write read do have hold hand set make organise
    run start speak ask talk report return enter nominate achieve obtain secure gain reply deal add print post invite volunteer
    teach give interview propose record prepare produce launch develop build plan review discuss schedule request contact call
    collect fill qualify close resolve agree raise swap identify choose learn implement introduce pilot trial audit
    """
)
_ONGOING = words("use take say give keep practise listen be feel speak")
_THING = re.compile(
    r"\b(?:a|an|the|my|our|one|this|that|his|her|their|for the|for a|for my|mandatory|up the|up for|off my|in my|out my|"
    r"up my|\w+'s)\b(?: [\w'-]+){0,5}"
)
_ONE_OFF_THING = words(
    """
    course module exam exams appraisal form forms application audit proposal report policy poster abstract paper essay
    dissertation datix incident cv statement reflection assessment competency competencies portfolio als bls ils phd interview
    post job role meeting conversation chat appointment event conference workshop training presentation plan guideline leaflet
    sheet checklist letter email survey mentor supervisor buddy coach manager boss matron consultant sister educator lead director
    problem issue complaint rota request protocol business case board list document project qip database spreadsheet template
    pathway teaching timetable certificate licence sign-off package workbook induction amendment ethics registration revalidation
    osce mrcp quiz test book article chapter diploma degree placement secondment swap annual leave holiday union rep occupational
    health gp dentist choir club gym group network committee association
    """
)


def measure(goal: Statement) -> Place | None:
    """Where the goal says how one would know; None for a quality, or for something that simply goes on."""
    text = _without_dates(goal)
    number = _DIGIT.search(text) or _COUNTED.search(text)
    if number:
        return _around(text, number)
    specific = behaviour(goal)
    if specific is None:
        return None
    often = _FREQUENT.search(goal.plain)
    counted = next((find for find in goal.finds if find.counts), None)
    if counted or often:
        return (counted.begin, counted.end) if counted else _around(goal.plain, often)
    return _yes_or_no(goal)


def _without_dates(goal: Statement) -> str:
    """The goal with deadlines, periods and mere labels ("band 6") blanked; what counts occasions stays."""
    text = goal.plain
    for find in goal.finds:
        if not find.counts:
            text = text[: find.begin] + " " * (find.end - find.begin) + text[find.end :]
    for noise in (_LABELS, _NOT_A_COUNT):
        text = noise.sub(lambda found: " " * len(found[0]), text)
    return text


def _around(text: str, found: re.Match[str] | None) -> Place | None:
    """The number or frequency with the words that belong to it."""
    if found is None:
        return None
    tail = re.compile(r"[\w./:%-]*(?: [\w'-]+){0,3}").match(text, found.start())
    return (found.start(), tail.end() if tail else found.end())


def _yes_or_no(goal: Statement) -> Place | None:
    """A thing done once, or something definite by a date, is met or it is not."""
    doing = goal.doing
    found = re.findall(r"[\w'-]+", doing)
    verb = next((word for word in found[:4] if word in ACTION_FORMS or word in VAGUE_FORMS), "")
    deadline = any((find.kind == "instant" and find.due) or _by(goal.plain, find) for find in goal.finds)
    once = _base(verb) in _PRODUCT and _THING.search(doing) is not None and bool(set(found) & _ONE_OFF_THING) and not _REPEATS.search(doing)
    if once or (deadline and verb and _base(verb) not in _ONGOING):
        return goal.place(doing)
    return None


def _by(plain: str, find: Find) -> bool:
    return not find.counts and plain.startswith(("by", "before", "until", "till", "ahead"), find.begin)


_REPEATS = re.compile(
    r"\b(?:when|whenever|while|after i|before i|at the bedside|at handover|in handover|patients|students|families|"
    r"as soon as)\b"
)


def _base(verb: str) -> str:
    for ending in ("ing", "ed", "s", ""):
        stem = verb.removesuffix(ending) if ending else verb
        for base in (stem, stem + "e", stem[:-1]):
            if base in _PRODUCT or base in _ONGOING:
                return base
    return verb
