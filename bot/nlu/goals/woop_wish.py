"""Is this a wish that mental contrasting can use? One, one's own, visible, a stretch and possible in four weeks."""

from __future__ import annotations

import re

from bot.nlu.goals.core import without_lead_in
from bot.nlu.goals.lexicon import words
from bot.nlu.goals.off_topic import off_topic
from bot.nlu.goals.unsure import unsure
from bot.nlu.goals.vagueness import vague
from bot.nlu.goals.verdict import OK, Verdict
from bot.nlu.goals.whose import named_other_acts, others_act, others_give
from bot.nlu.patterns import opening, phrases
from bot.nlu.tidy import Said, said

_AVOIDING = opening(
    r"""
    stop|stopping|quit|quitting|avoid|avoiding|not|don't|no more|never|no longer|cut out|give up|without|refrain from|cease|do not
    won't|will not
    (?:i )?(?:really )?(?:don't|do not|never) want to
    """
)
_PROBLEM = opening(
    r"""
    (?:\w+\. )?when(?:ever)? [^,.]{3,60},? i (?:\w+ )?(?:rush|snap|freeze|panic|shout|interrupt|avoid|mumble|ramble|cry|babble|
        go blank|clam up|shut down|forget|go quiet|hide|talk too|waffle|hesitate|overthink|lose)
    (?:\w+\. )?when(?:ever)? [^,.]{3,60},? i (?:\w+ )?get (?:flustered|angry|upset|defensive|stressed|anxious|tongue[- ]tied|
        nervous)
    (?:well |because )?i (?:always|keep|tend to|constantly|never|usually|often|am always|end up|can't|struggle|find it hard|
        get too|don't(?! want))
    i'm (?:always|never|constantly|forever|too|rubbish at|bad at|terrible at|struggling)
    """
)
_AND = re.compile(
    r",? (?:and|plus|also|as well as)(?: also| then)? (?:i (?:want|would like|need|also want) to |i'd (?:like|love) to |"
    r"to )?|[;,] (?:also )?(?:to |i want to )?"
)
_NUMBERED = re.compile(r"(?:^|\s)(?:1|one|a|i)[.):] .+\s(?:2|two|b|ii)[.):] ")
_BOTH = phrases(
    r"""
    and (?:i )?also|as well as|and another|and second(?:ly)?|two things|several things|a few things
    (?:and )?i (?:also )?(?:want|wish|need|would like) to .+ and i (?:also )?(?:want|wish|need|would like)
    i also (?:want|wish|need|would)|plus
    """
)
_OWN_WISHES = words(
    """
    be being get getting stop stopping learn learning improve improving communicate finish finishing find finding start starting
    sort sorting spend spending feel feeling develop build building eat sleep manage lose exercise become pass apply leave work
    join
    """
)
_PLAIN_WISHES = words("lose learn improve stop join pass apply exercise")
_LARGE = phrases(
    r"""
    become (?:a |an |the )?(?:\w+ ){0,2}?(?:consultant|surgeon|doctor|gp|matron|professor|director|chief|ceo|manager|midwife|
        nurse|specialist|registrar|partner|band [6-9])
    (?:be|being|made|promoted to) (?:a |the |made )?(?:\w+ )?(?:matron|consultant|ceo|professor|chief nurse|ward manager|director|
        on the board|millionaire|rich|famous)
    (?:finish|complete|do|get|submit|write|start and finish) (?:up )?(?:my |a |the )?(?:whole |entire )?(?:phd|doctorate|masters?|
        msc|degree|mba|textbook|novel|book|thesis|nursing degree|medical degree|specialty training)
    retire|emigrate|quit the nhs|win the (?:lottery|pools)|buy a house|move to australia|world peace|climb everest|cure \w+
    on the (?:trust )?board|be perfect|know everything|please everyone
    run (?:a|the) (?:\w+ )?(?:marathon|ultra)|ironman
    learn (?:to speak )?(?:fluent )?(?:polish|french|spanish|welsh|mandarin|arabic|hindi|german|tagalog|urdu|romanian|portuguese|
        japanese|chinese|italian|sign language)(?: fluently)?
    be(?:come)? fluent
    lose (?:[3-9]|\d\d|three|four|five|six) ?(?:st|stone)|lose (?:1[5-9]|[2-9]\d) ?(?:kg|kilos|pounds|lbs)
    (?:fix|save|change|sort out|transform|reform|overhaul|rebuild) (?:the )?(?:whole |entire )?(?:nhs|world|hospital|system|trust|
        health service|culture|rota system|waiting lists?)
    (?:clear|eliminate|end|abolish|get rid of|remove|eradicate|solve|stop) (?:all |the |entire |whole )*(?:waiting (?:list|lists|
        times)|(?:staff )?shortages?|backlog|bullying|racism|corridor care|overcrowding|burnout|infections?|falls|errors|mistakes)
    (?:no|never|not) (?:\w+ ){1,4}ever(?: again)?$
    never (?:ever )?(?:make (?:a|any|another) (?:mistake|error)s?|be (?:late|tired|stressed|anxious|wrong)|feel|get (?:tired|
        stressed|anxious|upset|anything wrong)|cry|fail|miss)(?: \w+){0,3}?(?: again| ever)?
    every(?: single)? (?:patient|one|person|relative|shift|day|time)\b.*\b(?:every single|every|always|never|all)
    (?:all|every) (?:my |the |our )?(?:patients?|relatives|staff|families) (?:to be |be |are )?(?:happy|satisfied|cured|safe)
    always (?:be |feel )?(?:happy|calm|perfect|right)|zero (?:mistakes|errors|falls|stress|complaints|infections)
    (?:make|keep) everyone happy
    double (?:the |our |my )?(?:staff|staffing|budget|salary|team)|halve (?:the )?waiting|never work (?:nights|again|weekends)
    """
)
_SMALL = opening(
    r"""
    log(?:ging)? (?:on|in|into|onto)(?: to)? (?:my |the )?(?:computer|pc|emails?|system)
    turn(?:ing)? up(?: (?:to|for) (?:work|my shift))?
    (?:have|drink|make|get)(?:ing)? (?:a |one |my |some )?(?:cup of |glass of |sip of )?(?:tea|coffee|brew|cuppa|water)
    say(?:ing)? (?:hi|hello|hiya|(?:good )?morning)(?: to (?:someone|somebody|one person|people|(?:a|the|my|one) \w+))?
    wear(?:ing)? (?:my )?(?:lanyard|badge|id|id badge|name badge|uniform|shoes)|put (?:on )?my (?:uniform|lanyard|badge)(?: on)?
    (?:open|check|read)(?:ing)? (?:my |one |an )?emails?
    (?:go|going|come|coming|get) (?:to|into|in to|in) work|(?:go|come) in
    breathe|smile(?: at someone)?|wake up|get (?:up|dressed|out of bed)|eat something|wash my hands|clock (?:in|out|on)
    park my car|answer the phone|(?:use|bring) a pen|sit down|go home|finish work|stay the same
    """
)
_SMALL_TAIL = re.compile(r"(?: (?:today|tomorrow|once|at work|in the morning|each day|every day))*$")


def wish(text: str) -> Verdict:
    """Judges a wish: ok, vague, someone_else, infeasible, trivial or off_topic; `repair` adds `two` and `avoidance`."""
    return wish_in(said(text))


def wish_in(message: Said) -> Verdict:
    """The same of a message read already."""
    if off_topic(message):
        return Verdict("off_topic")
    core = without_lead_in(message.plain)
    return _unclear(message, core) or _out_of_hand(message, core) or _usable(message, core)


def _unclear(message: Said, core: str) -> Verdict | None:
    if unsure(message.plain):
        return Verdict("vague")
    if _two(message, core):
        return Verdict("vague", "two", message.text)
    if _PROBLEM.match(message.plain):
        return Verdict("vague", "avoidance", message.text)
    sized = others_give(core) or named_other_acts(message.text) or _LARGE.search(core) or _small(core)
    return None if sized or not vague(core) else Verdict("vague", evidence=message.text)


def _out_of_hand(message: Said, core: str) -> Verdict | None:
    if others_act(core) or named_other_acts(message.text):
        return Verdict("someone_else", evidence=message.text)
    if found := _LARGE.search(core):
        return Verdict("infeasible", evidence=found[0])
    return Verdict("trivial", evidence=core) if _small(core) else None


def _small(core: str) -> bool:
    found = _SMALL.match(core)
    return found is not None and _SMALL_TAIL.match(core, found.end()) is not None


def _usable(message: Said, core: str) -> Verdict:
    avoiding = _AVOIDING.match(core) or _AVOIDING.match(message.plain)
    return Verdict("ok", "avoidance", avoiding[0]) if avoiding else OK


def _two(message: Said, core: str) -> bool:
    if _NUMBERED.search(message.plain):
        return True
    parts = [part for part in _AND.split(core, maxsplit=3) if len(part) > 3]
    return len(parts) > 1 and (_BOTH.search(message.plain) is not None or any(map(_stands_alone, parts[1:])))


def _stands_alone(part: str) -> bool:
    """Whether what follows an "and" is a wish of its own rather than the rest of the first."""
    head, _, rest = part.partition(" ")
    long = len(rest.split()) > (1 if head in _PLAIN_WISHES else 2)
    return bool(rest) and head in _OWN_WISHES and (long or vague(part))
