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
_OPENED = re.compile(
    rf"(?:(?:{WHEN}|just as|ever|(?:as|once)(?= (?:i|i'm|he|she|they|we|you|it|the|my|a|someone|people)\b))[?,]?\s+)+", re.I
)
_WELL = re.compile(
    r"[, .]+(?:i (?:suppose|guess|think|reckon)|mostly|usually|mainly|honestly|tbh|really|probably|normally|too|and|or|but|lol)+$", re.I
)
_WILL_TAIL = re.compile(r"[,;]?(?:\s+then)?\s+i(?:'ll| will)\b|,?\s+then$", re.I)
_OPEN_END = re.compile(
    r"\b(?:if|that|what|how|when|whether|think|thinks|say|says|know|feel|realise|and|or|because|as|before|after|than|who|hope|myself|thought|people|sure)$",
    re.I,
)
_THEN_ALSO = re.compile(r",? (?:and )?then,? ", re.I)
_THAT_MOMENT = "it is that moment"
_EMPTY = re.compile(
    rf"(?:{WHEN}|(?:all|most|any|some) (?:of )?the time|always|usually|often|sometimes|never|constantly|mostly|everything|anything|"
    r"something|nothing|everywhere|anywhere|lots|loads|dunno|idk|not sure|no idea|i don'?t know|before|after|during|while|then|and|"
    r"now|later|soon|stuff|things?|whatever|yes|no|ok|honestly|every ?day|each day|every hour|daily|a lot|always really|all day|random\w*|"
    r"(?:because|due to|cos|since|than)\b.*|ever|it depends|depends)[ ,]*(?:honestly|really|tbh|i guess)?",
    re.I,
)
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
_BEFORE = re.compile(
    r"(?:after|before|during|while|straight after|right after|just after|just before|towards|first thing|last thing|every|"
    r"each|first|late|early|near|end of|start of|the (?:end|start|beginning) of|until|once)\b",
    re.I,
)
_TIME_PLACE = re.compile(r"(?:on|in|at) (?:a |an |the |my |our |every |each |any |most )*(?:\w+ )?(?P<noun>\w+)", re.I)
_SHORT = re.compile(r"(?:(?:it|we)(?:'s|'re| is| are) )?(?:very |so |really )?(?:short(?:[- ]?staffed)?|under-?staffed)", re.I)
_WHERE = {
    "on": words("shift shifts nights lates earlies break breaks"),
    "in": words("handover handovers clinic clinics theatre mdt meeting meetings huddle huddles supervision"),
    "at": words("work home"),
}
_COUNTED = words("shift break meeting huddle")
_PLACE = re.compile(
    r"(?:(?:every|each|during|most|any)\s+)?(?P<how>(?:(?:long|late|early|night|day|busy|team|morning|ward|hard|bad)\s+)*)"
    rf"(?P<noun>{'|'.join(sorted((noun for nouns in _WHERE.values() for noun in nouns), key=len, reverse=True))})",
    re.I,
)
_TURNED = re.compile(
    r"(?P<sub>(?:just |right |straight )?(?:before|after|while|until|once)\s\S+\s\S.*?),?\s(?P<main>(?:my \w+|i) [a-z]+(?:\s.*)?)", re.I
)
_JOINS = re.compile(r"\b(?:that|and|what|how|as|or|because|than|when|if|think|know|of|to|with|for|the|a|in|on|at|by)$", re.I)
_STARING = re.compile(r"(?:everyone|everybody|people|someone|somebody|they|he|she|we|nobody) (?!during|thing)\w{2,}ing\b", re.I)
_SENSED = {
    "see": words("look face eyes list screen queue name rota email notes"),
    "hear": words("bleep bell buzzer phone alarm sigh doorbell crying shouting"),
}
_COMPARED = re.compile(r"(?:i think )?it(?:'s| is) (?:just )?(?:\w+er|more \w+|less \w+)\b", re.I)
_NOT_DOING = words("meeting evening morning training teaching nothing something everything feeling being ceiling building nursing clothing")
_ARTICLES = words("the a an my her his their that this our")
_PERSON = re.compile(
    r"(?:i|i'm|i've|i'd|he|she|they|we|you|it|it's|someone|somebody|nobody|people|everyone|there|there's|that|this|part of me)\b", re.I
)
_SUBORDINATE = re.compile(r"\s(?:after|before|when|while|that|because|with|on|in|at|of|from|for|about|to|who|and|as|by)\s", re.I)
_FINITE = frozenset(verb + "s" for verb in ACTIONS) | words(
    """
    is are was were has have does says goes gets feels comes starts calls rings looks wants shouts interrupts needs notices hears
    sees thinks tells walks stands arrives bleeps buzzes beeps moans makes gives puts do say go get ask come start call ring look
    want shout need arrive bleep buzz begin begins end ends finish finishes leave leaves pushes catches clenches tightens races
    sinks drops speeds speak speaks talk talks cry cries kick kicks hit hits pops can will won't can't doesn't don't isn't aren't
    seems becomes turns keeps runs stops never always
    """
)
_INSTANTS = words("""
    morning mornings evening evenings afternoon afternoons night monday tuesday wednesday thursday friday saturday sunday mondays
    tuesdays wednesdays thursdays fridays saturdays sundays weekend weekends lunch lunchtime dinner breakfast midnight noon midday
    teatime end start beginning bedtime payday
    """)  # fmt: skip
_SMALL = words("""
    the a an my our his her their it it's in on at by before after when while during every each first late early end start around
    about from towards straight right just near with there that this someone somebody people nobody everyone they he she we you
    being feeling between once not no all any as if then so and but or
    """) | INNER | OCCASIONS  # fmt: skip
_ONE_DAY = re.compile(r"^(\w+day)s\b", re.I)
_LONE_IM = re.compile(r"\bim(?= [a-z])")
_BETWEEN = re.compile(r"(?<=\w{3})\s*[.;!?…]+\s+(?P<next>\S+)")
_LONE_I = re.compile(r"\bi(?=$|[\s,.;!?]|'(?:m|ll|d|ve|l)\b)")


def cue_clause(text: str) -> str:
    """A cue as it was said in a plan, without its "if" or "when"; a time or a place becomes a clause: "at 12:30" is "it is 12:30"."""
    cue = one_sentence(text)
    opened = _OPENED.match(cue)
    told = _WELL.sub("", one_sentence(cue[opened.end() :] if opened else cue))
    told = _THEN_ALSO.sub(" and ", _without_deed(told))
    if not told or _EMPTY.fullmatch(told) or _EMPTY.fullmatch(cue):
        return f'{_THAT_MOMENT} ("{cue.replace(chr(34), chr(39))}")' if cue else ""
    return shown(_after_when(told) if opened else _as_clause(shown(told)))


def cue_from_moment(moment: str) -> str:
    """A moment as it was told ("about 1, when Jo says go") as such a clause; empty for an empty one."""
    text = one_sentence(clean(moment))
    if text and _EMPTY.fullmatch(text):
        return cue_clause(text)
    inside = next((found for found in _INSIDE.finditer(text) if text[: found.start()].count('"') % 2 == 0), None)
    if inside:
        return cue_clause("when " + text[inside.end() :])
    habit = _HABITUAL.match(text)
    rest = trimmed(text[habit.end() :]) if habit and not _COMPARED.match(text) else text
    return cue_clause(rest or text) if text else ""


def one_sentence(text: str) -> str:
    """On one line, without signs before or after; a stop between two sentences becomes a comma, unless somebody is quoted."""
    bare = trimmed(re.sub(r"^(?:[^\w\"']|(?:and|so|but|or|then|well|um+|erm?)(?: (?:and|so|then))?[, ]+(?=\w+ \w))+", "", text, flags=re.I))
    if bare.count('"') % 2 == 0 and not bare.endswith('"'):
        bare = bare.rstrip(" .!?,;:-…")
    return bare if '"' in bare else _BETWEEN.sub(lambda found: ", " + shown(found["next"]), bare)


def trimmed(text: str) -> str:
    """Without the space and the stops around it."""
    return text.strip(" ,;:-\t\n").rstrip(" .!,;:-").strip()


def shown(clause: str) -> str:
    """First letter small unless it is a name, "I" a capital."""
    head, _, _ = clause.partition(" ")
    if head.lower() in _SMALL and head[1:].islower() and not head.lower().rstrip("s").endswith("day"):
        clause = clause[0].lower() + clause[1:]
    return _LONE_IM.sub("I'm", _LONE_I.sub("I", clause))


def _without_deed(told: str) -> str:
    """ "the phone rings I'll say no" is the moment alone; a "will" that belongs to the moment stays."""
    found = _WILL_TAIL.search(told)
    before = told[: found.start()] if found else ""
    whole = len(before.split()) > 1 and before.count('"') % 2 == 0 and not _OPEN_END.search(before)
    return before if whole else told


def _after_when(told: str) -> str:
    """What follows "when" is a clause already, unless it is "when busy", "when on nights"."""
    head = told.split(" ", 1)[0].lower()
    if _SHORT.fullmatch(told) or _PLACE.match(told) or (_BEFORE.match(told) and not _PERSON.match(told)):
        return _as_clause(told)
    if head in ADJECTIVES or head in INNER or head.endswith("ing") or _HERE.match(told) or head in ("busy", "late", "quiet"):
        return ("it is " if head in ("busy", "late", "quiet") else "I am ") + told
    return _seen(told) if _STARING.match(told) or len(told.split()) == 1 else told


def _as_clause(text: str) -> str:
    low = text.lower()
    if _SHORT.fullmatch(text):
        return "we are short staffed"
    if turned := _TURNED.fullmatch(text):
        return _main_first(turned, text)
    if _STARING.match(text):
        return "I notice " + text
    if _PERSON.match(text):
        return text
    if _CLOCK.match(low):
        return "it is " + _BEFORE_CLOCK.sub("", text, count=1)
    return _timed(text) or _seen(text)


def _timed(text: str) -> str:
    """A time, an occasion or a place; empty where it is none."""
    if found := _PLACE.fullmatch(text):
        return _occasion(found)
    if _BEFORE.match(text):
        rest = re.sub(r"^(?:every|each) ", "", text, flags=re.I)
        untimed = rest != text and len(rest.split()) < 4 and _INSTANTS.isdisjoint(rest.lower().split())
        return "it is the " + rest if untimed else "it is " + rest
    return _placed(text) if _HERE.match(text) else ""


def _occasion(found: re.Match[str]) -> str:
    """ "every long shift" is "I am on a long shift"; "clinic" is "I am in clinic"."""
    noun, described = found["noun"].lower(), found["how"] or ""
    where = next(place for place, nouns in _WHERE.items() if noun in nouns)
    article = "a " if noun in _COUNTED and (described or noun != "shift") else ""
    return f"I am {where} {article}{described.lower()}{noun}"


def _main_first(turned: re.Match[str], text: str) -> str:
    """ "before I speak my heart races" is "my heart races before I speak"."""
    plain = not _JOINS.search(turned["sub"]) and (turned["main"].lower().startswith("i ") or _has_verb(turned["main"]))
    return f"{turned['main']} {shown(turned['sub'][0].lower() + turned['sub'][1:])}" if plain else "it is " + text


def _seen(text: str) -> str:
    head, _, rest = text.lower().partition(" ")
    if head.endswith("ing") and rest and head not in _NOT_DOING:
        return "I am " + text
    if _has_verb(text):
        return text
    found = re.findall(r"\w+", text.lower())[:4]
    verb = next((verb for word in found for verb, things in _SENSED.items() if word in things), "")
    return f"I {verb} {text}" if verb and found[0] in _ARTICLES else _noticed(text)


def _placed(text: str) -> str:
    found = _TIME_PLACE.match(text)
    if found and (found["noun"].lower() in _INSTANTS or set(text.lower().split()[1:3]) & _INSTANTS):
        return "it is " + re.sub(r"^(?:on|at) (?=\w+days?\b|lunch|noon|midnight|the end|the start|dinner)", "", text, flags=re.I)
    return "I am " + text


def _has_verb(text: str) -> bool:
    main = _SUBORDINATE.split(text, maxsplit=1)[0].lower().split()
    begin = 2 if main[:1] and main[0] in _ARTICLES else 1
    return any(word in _FINITE or word.endswith("n't") for word in main[begin:])


def _noticed(text: str) -> str:
    """A thing by itself ("the silence", "guilt", "ward rounds") as a moment that one can notice."""
    found = text.lower().split()
    if found[0].endswith("ing") and len(found) > 1:
        return "I am " + text
    if found[0].endswith("ed") and found[0] in INNER:
        return "I am " + text
    if len(found) == 1 and found[0] in ADJECTIVES | words("scared guilty angry ashamed embarrassed afraid flustered"):
        return "I am " + text
    return ("it is " if set(found[:3]) & OCCASIONS or found[0] == "busy" else "I notice ") + _ONE_DAY.sub(r"\1", text)
