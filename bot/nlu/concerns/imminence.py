"""Whether danger is now: a plan, means at hand, an act begun, a goodbye."""

from __future__ import annotations

import re

from bot.nlu.concerns.family import Hit, spoken
from bot.nlu.concerns.stance import around
from bot.nlu.tidy import Said

_BEGUN = spoken(
    r"""
    (?:just|already|now|after|have|i've|i|ma'am i|i don)(?: (?:just|have|already|deliberately|this \w+|only))* (?:taken?|took|tuk|
        swallowed|consumed|drunk|drank|drink|cut|injected|necked|opening|opened|used)(?= (?:all|too|a (?:load|bottle|box|whole|lot)|many|
        plenty|loads|everything|the lot|an? (?:overdose|od)|my (?:arm|wrists?|legs?)|strip|them|it|am|so|deep|meds|stuff|something|
        already|and it's|my|a deliberate)\b)(?!.*\b(?:last (?:night|week|month|tuesday|monday|sunday|friday)|weeks? ago|months? ago|
        yesterday|on (?:sun|mon|tues|wednes|thurs|fri|satur)day|slept it off)\b)
    (?:took|taken|overdose|od|them|it)(?: \w+){0,3} (?:\d+|an|half an|about an) ?(?:hours?|mins?|minutes) ago
    halfway through
    (?:won't|not|hasn't|has not) (?:stop(?:ped)?) ?(?:bleeding)?
    (?:bleeding|pumping|blood) (?:a lot|everywhere|won't|and)|too deep|(?:feeling|feel) (?:giddy|drowsy|sick|weird|woozy|sleepy)
    eyes (?:are )?closing|hands (?:are )?shaking|plenty (?:of )?blood|pills pills|blood blood|strip after strip
    takes? (?:the )?(?:medicines|tablets), many|can't see the screen|(?:took|taken) the lot|swallowed plenty|taken loads
    the medication in the house
    """
)
_TO_COME = spoken(
    r"""
    (?:tonight|tonite|right now|today|tomorrow|this (?:evening|weekend|afternoon|friday|saturday|sunday|night)|by (?:morning|midnight|
        tomorrow|the time|then)|in (?:an hour|\d+ min\w*)|after (?:this|my|the) (?:shift|handover|duty)|next week|on (?:mon|tues|wednes|
        thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?= (?:when|night|morning)|[.,!]|$)|when (?:i get in|they're|
        the film|i get home|the house)|now(?= (?:before|and|this|while)|[.,!]|$))
    """
)
_INTENT = spoken(
    r"""
    (?:i'm|i am|i'll|i will|i go|we're|going to|gonna|about to|intend to|i shall|will)(?: (?:just|now|actually|finally|really|only|
        going to|gonna))* (?:kill|killing|hang|hanging|end|ending|jump|jumping|die|dying|finish|take|taking|do|doing|shoot|drown|drive|
        crash|be dead|step|going in front|have ended|suicide|overdose|od|burn)(?! (?:the (?:meds|round)|my (?:exam|best)))
    """
)
_CONDITIONAL = re.compile(
    r"\bif (?:they|i|she|he|the|you|it|my|this|we|things|one|anyone)\b|\bwould\b|\bthe day they\b|\blike (?:how )?people say\b"
)
_READY = spoken(
    r"""
    (?:wrote|write|written|left|leave|leaving|made|make|kept|my|drafted) (?:\w+ ){0,2}(?:note|notes|letter|letters)
    note's|notes? (?:is )?(?:done|on the|under)|goodbye|good bye|farewell|goodby
    (?:bought|got|have|arranged|purchased|buy)(?: (?:what|everything|all|the|already|at home|i|things?|thing))* (?:need\w*|to kill|
        to do it|for it|wey|everything|it|at home)
    (?:date|place|day|method|plan) (?:is |and |for |has been )?(?:set|chosen|picked|ready|made|yes|in writing|place|to end|date)
    (?:chosen|set|picked|decided on|got) (?:the|a) (?:date|day|place)
    made (?:my|a) plan|my mind don make up
    (?:rope|noose|pills|tablets|blade|knife)(?: \w+){0,3} (?:ready|in (?:my )?hand|on the bed|next to me|in front|in a bowl|for hand|
        tonight|tree)
    in the (?:boot|garage)|doors? shut|bye(?=[.,! ]|$)
    tell (?:my |mum|mam|reena|them|tom|my \w+)(?: \w+){0,3} (?:sorry|i'm sorry|not|to|i love|i was)
    sorry (?:mum|mam|to (?:everyone|whoever)|jess)|forgive me|(?:find|finds) me|this is the last|make una no look
    don't (?:try and )?(?:talk me|stop me|look for me)|counted the (?:tablets|pills)|practised it|written|drafted|rope dey
    once she is buried|enough tablets
    (?:top floor|rooftop|on the bridge|on top bridge|at the bridge|on the roof|layby|embankment|reservoir|the crossing|on the ledge|
        looking down|gate is open|here to die|7th floor|parked at)
    """
)
_NO_PLAN = re.compile(r"\bno (?:firm |real )?plans?\b|\bno intent\b|\bhaven't got a plan\b|\bwouldn't do it\b")
_PAST = re.compile(
    r"\blast (?:night|week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\bat the weekend\b|\bweeks? ago\b|"
    r"\bmonths? ago\b|\bripped it up\b|\bshredder\b|\bcame back\b"
)


_TONIGHT = spoken(r"tonight|tomorrow|this (?:evening|weekend)|by (?:morning|midnight)|after (?:my|this) (?:late|shift|duty)|once i close")
_AT_THE_EDGE = ("farewell", "brink")
_NO_DEED = ("burden", "not_wake")
_ON_A_DAY = re.compile(r"\bon (?:sun|mon|tues|wednes|thurs|fri|satur)day\b")
_TAKEN = re.compile(r"\b(?:took|taken|swallowed|taking|ingested|drunk|drank|injected|consumed)\b")


def is_now(message: Said, hit: Hit) -> bool:
    """Whether what was said plainly is planned, under way, or a goodbye."""
    plain = around(message, hit)
    if hit.family.name in ("overdose", "self_harm", "kill_myself") and _BEGUN.search(plain):
        return True
    if _NO_PLAN.search(plain) or _PAST.search(plain):
        return False
    if hit.family.name in _AT_THE_EDGE or _READY.search(plain) or (hit.family.name not in _NO_DEED and _TONIGHT.search(plain)):
        return True
    if hit.family.name == "overdose" and _TAKEN.search(message.plain, hit.start, hit.end):
        return not _ON_A_DAY.search(plain)
    return bool(_INTENT.search(plain)) and (bool(_TO_COME.search(plain)) or not _CONDITIONAL.search(plain))


def to_come(plain: str) -> bool:
    """Whether a time that is near is named."""
    return _TO_COME.search(plain) is not None


_HARM_NOW = spoken(
    r"""
    (?:right now|just now|this minute|as i (?:type|write)|on my way|in the (?:car|bathroom) (?:now|typing)|driving (?:there|to|
        here) ?(?:now|the hospital)?|going (?:round|down|over) there|going to wait for|i'm going down|i'll swing|won't (?:come (?:in|
        down)|let me (?:ring|call|out))|locked (?:himself|herself|from inside|the door|in)|lock the door|not (?:opening|
        answering the door|breathing)|floppy|unconscious|can't (?:wake|get \w+ up)|won't wake|ringing (?:now|999|ambulance)|
        calling ambulance|dey call ambulance|on the (?:roof|ledge|edge)|from a bridge|knife on the table|at the (?:back |front )?door|
        with a hammer|he's (?:coming|outside|driving|in the lobby)|outside (?:now|the ward)|today on with|last night|taken all (?:his|her|
        their)|drink something|tonight|alone in|in the car(?! park)|waiting for her|can hardly stand|shook the baby|kerosene|without food|
        message\w* (?:just )?now|shift starts in an hour|what do i do)
    """
)


def harm_is_now(plain: str) -> bool:
    """Whether harm by or to somebody else is under way or about to happen."""
    return _HARM_NOW.search(plain) is not None
