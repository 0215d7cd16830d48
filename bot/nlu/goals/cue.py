"""The moment that calls for a plan, as a clause that reads well after "If "."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import ACTIONS, ADJECTIVES, INNER, words
from bot.nlu.patterns import opening
from bot.nlu.tidy import clean

OCCASIONS = words(
    """
    handover handovers round rounds clinic clinics shift shifts break breaks lunch lunchtime mdt meeting meetings huddle huddles
    theatre list lists nights night morning mornings evening evenings afternoon afternoons day days dinner breakfast supper tea
    teatime midnight noon midday drugs consultation consultations visiting appraisal supervision ward monday tuesday wednesday
    thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays weekend weekends end start
    beginning time hour work home bedtime commute drive discharge discharges arrest arrests call calls lates earlies
    """
)
WHEN = (
    r"(?:(?:if|when|whenever|as soon as|soon as|every time|each time|any ?time|(?:the )?next time|the (?:first time|moment|"
    r"minute|second|instant|times))(?: that| when)?|that moment)"
)
_OPENED = re.compile(rf"{WHEN}\s+", re.I)
_INSIDE = re.compile(rf"(?:^|[\s,;.]){WHEN}\s+(?=\S+ \S)", re.I)
_HABITUAL = re.compile(
    r"(?:(?:it'?s|it is|that'?s|it|this|probably|usually|mostly|normally|often|always|generally|typically|mainly|especially|"
    r"i think|i guess|well|um+|erm?|just|tends to be|"
    r"(?:happens|turns up|shows up|comes up|starts|comes|kicks in|creeps in)(?: (?:most|mainly|mostly|usually))?|would be|"
    r"it'?d be|maybe|definitely|the guilt|the feeling|moments?|most|"
    r"any ?time|straight away)\b(?! (?:of|says|goes|has|gets|hits|is|was|rings)\b)[, ]*)+",
    re.I,
)
_CLOCK = opening(
    r"""
    (?:at |around |about |by |from |round |roughly |approx |near |nearly |just |after |before |gone )*(?:half(?: past)? |
        quarter (?:past|to) |\d{1,2} (?:past|to) )?(?:\d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm|ish|hrs|o'clock))?|one|two|three|four|five|
        six|seven|eight|nine|ten|eleven|twelve|noon|midnight|midday)(?= on\b| in\b| at\b| every\b| when\b| before\b| after\b| ?[,.;]|
        $| o'clock|ish)
    """
)
_BEFORE_CLOCK = re.compile(r"(?:at|by|from|near) (?=\S)", re.I)
_HERE = re.compile(r"(?:in|on|at|with|by|near|inside|outside|out on|back at|under|alone|halfway|between|over|off|around)\b", re.I)
_THEN = re.compile(
    r"(?:after|before|during|while|straight after|right after|just after|just before|towards|first thing|last thing|every|"
    r"each|first|late|early|near|end of|start of|the (?:end|start|beginning) of|until|once)\b",
    re.I,
)
_TIME_PLACE = re.compile(r"(?:on|in|at) (?:a |an |the |my |our |every |each |any |most )*(?:\w+ )?(?P<noun>\w+)", re.I)
_PERSON = re.compile(
    r"(?:i|i'm|i've|i'd|he|she|they|we|you|it|it's|someone|somebody|nobody|people|everyone|there|there's|that|this)\b", re.I
)
_SUBORDINATE = re.compile(r"\s(?:after|before|when|while|that|because|with|on|in|at|of|from|for|about|to|who|and|as|by)\s", re.I)
_FINITE = frozenset(verb + "s" for verb in ACTIONS) | words(
    """
    is are was were has have does says goes gets feels comes starts calls rings looks wants shouts interrupts needs notices hears
    sees thinks tells walks stands arrives bleeps buzzes beeps moans makes gives puts do say go get ask come start call ring look
    want shout need arrive bleep buzz begin begins end ends finish finishes leave leaves pushes catches clenches tightens races
    sinks drops speeds speak speaks talk talks cry cries kick kicks hit hits pops can will won't can't doesn't don't isn't aren't
    seems becomes turns keeps runs
    """
)
_INSTANTS = words("""
    morning mornings evening evenings afternoon afternoons night monday tuesday wednesday thursday friday saturday sunday mondays
    tuesdays wednesdays thursdays fridays saturdays sundays weekend weekends lunch lunchtime dinner breakfast midnight noon midday
    teatime end start beginning bedtime
    """)  # fmt: skip
_SMALL = words("""
    the a an my our his her their it it's in on at by before after when while during every each first late early end start around
    about from towards straight right just near with there that this someone somebody people nobody everyone they he she we you
    being feeling between once not no all any as if
    """) | INNER | OCCASIONS  # fmt: skip
_ONE_DAY = re.compile(r"^(\w+day)s\b", re.I)
_LONE_I = re.compile(r"\bi(?=$|[\s,.;!?]|'(?:m|ll|d|ve|l)\b)")


def cue_clause(text: str) -> str:
    """A cue as it was said in a plan, without its "if" or "when"; a time or a place becomes a clause: "at 12:30" is "it is 12:30"."""
    cue = trimmed(text)
    opened = _OPENED.match(cue)
    told = cue[opened.end() :] if opened else cue
    return shown(_after_when(told) if opened else _as_clause(shown(told)))


def cue_from_moment(moment: str) -> str:
    """A moment as it was told ("about 1, when Jo says go") as such a clause; empty for an empty one."""
    text = trimmed(clean(moment))
    inside = next((found for found in _INSIDE.finditer(text) if text[: found.start()].count('"') % 2 == 0), None)
    if inside:
        return shown(_after_when(trimmed(text[inside.end() :])))
    habit = _HABITUAL.match(text)
    rest = trimmed(text[habit.end() :]) if habit else text
    return cue_clause(rest or text) if text else ""


def trimmed(text: str) -> str:
    """Without the space and the stops around it."""
    return text.strip(" ,;:-\t\n").rstrip(" .!,;:-").strip()


def shown(clause: str) -> str:
    """First letter small unless it is a name, "I" a capital."""
    head, _, _ = clause.partition(" ")
    if head.lower() in _SMALL and head[1:].islower() and not head.lower().rstrip("s").endswith("day"):
        clause = clause[0].lower() + clause[1:]
    return _LONE_I.sub("I", clause)


def _after_when(told: str) -> str:
    """What follows "when" is a clause already, unless it is "when busy", "when on nights"."""
    head = told.split(" ", 1)[0].lower()
    if head in ADJECTIVES or head in INNER or head.endswith("ing") or _HERE.match(told) or head in ("busy", "short", "late"):
        return ("it is " if head in ("busy", "late", "quiet", "short") else "I am ") + told
    return told


def _as_clause(text: str) -> str:
    low = text.lower()
    if not text or _PERSON.match(text):
        return text
    if _CLOCK.match(low):
        return "it is " + _BEFORE_CLOCK.sub("", text, count=1)
    if _THEN.match(text):
        return "it is " + re.sub(r"^(?:every|each) ", "", text, flags=re.I)
    if _HERE.match(text):
        return _placed(text)
    return text if _has_verb(text) else _noticed(text)


def _placed(text: str) -> str:
    found = _TIME_PLACE.match(text)
    if found and (found["noun"].lower() in _INSTANTS or set(text.lower().split()[1:3]) & _INSTANTS):
        return "it is " + re.sub(r"^(?:on|at) (?=\w+days?\b|lunch|noon|midnight|the end|the start|dinner)", "", text, flags=re.I)
    return "I am " + text


def _has_verb(text: str) -> bool:
    main = _SUBORDINATE.split(text, maxsplit=1)[0].lower().split()
    return any(word in _FINITE or word.endswith("n't") for word in main[1:])


def _noticed(text: str) -> str:
    """A thing by itself ("the silence", "guilt", "ward rounds") as a moment that one can notice."""
    found = text.lower().split()
    if found[0].endswith("ing") and len(found) > 1:
        return "I am " + text
    if len(found) == 1 and found[0] in ADJECTIVES | words("scared guilty angry ashamed embarrassed afraid flustered"):
        return "I am " + text
    return ("it is " if set(found[:3]) & OCCASIONS or found[0] == "busy" else "I notice ") + _ONE_DAY.sub(r"\1", text)
