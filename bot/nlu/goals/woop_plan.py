"""Is this a plan for the moment? A cue one can notice, and one thing the speaker does then."""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import ACTION_FORMS, words
from bot.nlu.goals.off_topic import off_topic
from bot.nlu.goals.plan_parts import action_clause, split_plan
from bot.nlu.goals.verdict import OK, Verdict
from bot.nlu.goals.whose import others_act
from bot.nlu.patterns import opening
from bot.nlu.tidy import Said, said

_CUE_ONLY = opening(
    r"""
    if|when|whenever|as soon as|soon as|every time|each time|any time|anytime|next time|the next time|the moment|the minute
    the second
    """
)
_NOT_DOING = opening(
    r"""
    (?:try(?:ing)? (?:to|and|my best|harder|not)|attempt to)(?: (?:be|stay|feel|remain|keep|relax|remember|calm|think|not|
        do better|improve|focus|harder)\b.*|$)
    try(?:ing)? (?:harder|my best)
    (?:just )?(?:be|stay|feel|remain|become|keep|get) (?:(?:more|less|very|really|a bit|as|so|more) )*(?:calm|calmer|ok|okay|fine|
        positive|confident|assertive|aware|mindful|brave|braver|strong|stronger|patient|better|relaxed|kind|kinder|firm|firmer|
        focused|present|professional|grateful|honest|myself|happy|good|cool|composed|open|tough|tougher|resilient|motivated|organised|
        prepared|quiet|going|upbeat|chilled|sensible|nice|nicer)
    (?:remember|remind myself|remind me|think(?! ?[:"])|know|believe|realise|understand|accept|recall|recognise|acknowledge|
        appreciate|keep in mind|bear in mind|consider|hope|trust|reassure myself|convince myself|picture|imagine|visualise|
        talk myself|forgive myself|reflect|feel|be aware|be mindful|have confidence|have faith|not worry about)
    (?:just )?(?:deal with it|cope|cope with it|manage|handle it|get on with it|carry on|push through|crack on|survive|improve|
        do better|do my best|do it|work on it|relax|calm down|chill|chill out|calm myself|prioritise|focus|concentrate|
        communicate better|be better|sort it|something|get through it|get over it|move on|persevere)(?:$|[,.! ]*$)
    """
)
_REACTING = opening(
    r"""
    (?:(?:start|begin|tend|seem) (?:to )?)?(?:panic\w*|freez\w+|feel(?:ing)?|worry\w*|snap|snapping|dread\w*|overthink\w*|hesitate|
        ruminate|go (?:blank|quiet|red|to pieces)|going (?:blank|quiet|red)|clam up|shut down|lose (?:it|my \w+)|freak out|
        get(?:ting)? (?:\w+ )?(?:\w+ed|anxious|angry|cross|nervous|upset|defensive|snappy|tense|tearful|emotional|scared|annoyed))(?!
        (?:off|out my|my pulse|my feet))
    """
)
_UNWILLED = opening(r"""
    (?:i )?(?:start|begin|end up|tend to|always|usually|get|cry|rush|shout|hide|avoid|forget|give in|want|keep|can't|don't)(?!
        (?:up|out|my|a|the|writing|with|by|to write|some|away|two|three)\b)
    """)
_AVOIDING = opening(
    r"""
    (?:i )?(?:won't|will not|not|never|don't|do not|avoid|avoiding|stop|quit|refrain from|refuse to|no longer|no more|
        am not going to|'m not going to|shan't|shall not|wouldn't|would not|can't|cannot)(?! (?:and|what i|whatever|for (?:a|one|five|
        \d)|at |before|talking and|then|,)|,)
    i'm not (?:going to|gonna)
    """
)
_BEHAVIOUR_AFTER = re.compile(
    r"\b(?:and|then|but|instead|,)\s*(?:i'll |i will |i |then |instead |to )*"
    r"(?!not\b|never\b|won't\b|don't\b|stop \w+ing)(?P<next>[a-z]+)(?: (?P<after>[a-z]+))?"
)
_BUT = re.compile(r"(?:,|;|\bbut\b|\binstead\b|\band (?:i'll|i will|then|instead)\b)\s*(?:i'll |i will |i |then |instead )*([a-z]+)")
_THOUGHT = words("be feel remember think know believe realise accept trust hope calm relax it that i the a so my")
_HEARSAY = re.compile(r"^(?:i'?ll |i will |i |to )*(?:say|tell|ask)\b")


def plan(text: str, moment: str = "") -> Verdict:
    """Judges a plan: ok, no_cue, no_action, someone_else, avoidance or off_topic. `moment` is the cue where it is known already."""
    return plan_in(said(text), moment)


def plan_in(message: Said, moment: str = "") -> Verdict:
    """The same of a message read already."""
    if off_topic(message):
        return Verdict("off_topic")
    split = split_plan(message.plain, cued=bool(moment.strip()))
    if split is None and _CUE_ONLY.match(message.plain):
        return Verdict("no_action", evidence=message.text)
    if split is None and not moment.strip():
        return Verdict("no_cue", evidence=message.text)
    return _judged(split[1] if split else message.plain)


def _judged(doing: str) -> Verdict:
    if _someone_elses(doing):
        return Verdict("someone_else", evidence=doing)
    action = action_clause(doing)
    if not action or _only_thought(action) or _reaction(doing, action):
        return Verdict("no_action", evidence=doing)
    avoiding = _AVOIDING.match(action)
    return Verdict("avoidance", evidence=doing) if avoiding and not _acts_later(action) else OK


def _reaction(doing: str, action: str) -> bool:
    """Whether it is what comes over the speaker ("then I start to panic"), not what they mean to do."""
    told = doing.startswith("i ") and not _MEANT.match(doing)
    return not _acts_later(action) and (_REACTING.match(action) is not None or (told and _UNWILLED.match(action) is not None))


_MEANT = re.compile(r"i (?:will|would|am going|shall|should|can|could|must|want to|need to|plan to|have to|don't|can't|won't)\b")


def _only_thought(action: str) -> bool:
    return _NOT_DOING.match(action) is not None and not _acts_later(action)


def _acts_later(action: str) -> bool:
    """Whether something is done after the thought or the abstaining: "… and walk to the staff room"."""
    if _AVOIDING.match(action):
        found = _BUT.findall(action)
        return any(word not in _NEGATIONS and word not in _THOUGHT for word in found)
    return any(_behaviour(match["next"], match["after"]) for match in _BEHAVIOUR_AFTER.finditer(action))


def _behaviour(word: str, after: str | None) -> bool:
    return word not in _THOUGHT and (word in ACTION_FORMS or word in _SMALL_ACTS or after in _AFTER_VERB)


_SMALL_ACTS = words("breathe count smile tense unclench squeeze hum blink repeat close drop relax")
_AFTER_VERB = words("my the a an to at up down off on out it one two three them him her back away")


_NEGATIONS = words("not never won't don't stop avoid no of then")


def _someone_elses(doing: str) -> bool:
    clause = re.sub(r"^(?:then |and |so |just |i think |maybe )+", "", doing)
    return not re.match(r"i\b|i'", clause) and (
        others_act(clause)
        or (
            re.match(r"(?:\w+ ){1,3}(?:will|should|can|must|needs? to|has to|have to|could|would|'ll|is going to|ought to)\b", clause)
            is not None
            and not _HEARSAY.match(clause)
        )
    )
