"""What else a message holds than was asked: found only where the speaker says plainly what it is."""

from __future__ import annotations

import re

from bot.nlu.goals.core import without_lead_in
from bot.nlu.goals.lexicon import ACTION_FORMS, VAGUE_FORMS, words
from bot.nlu.goals.off_topic import off_topic
from bot.nlu.goals.plan_parts import split_plan
from bot.nlu.goals.relevant import reason
from bot.nlu.goals.whose import others_act
from bot.nlu.goals.woop_obstacle import obstacle
from bot.nlu.goals.woop_outcome import outcome
from bot.nlu.goals.woop_plan import plan
from bot.nlu.tidy import clean, lines, said

_LABEL = re.compile(
    r"(?:^|(?<=[\s.;,]))(?P<name>wish|goal|outcome|best (?:outcome|thing)|(?:inner )?obstacle|moment|when|plan|if[- ]then|"
    r"reason|why)\s?(?::|=|\s-\s)\s*",
    re.I,
)
_NAMES = {
    "goal": "wish",
    "best outcome": "outcome",
    "best thing": "outcome",
    "inner obstacle": "obstacle",
    "when": "moment",
    "if-then": "plan",
    "if then": "plan",
    "why": "reason",
}
_SENTENCES = re.compile(r'(?:"[^"]*"|[^.!?;"])+')
_WISHING = re.compile(
    r"(?:(?:so|well|ok|hi|hello|hey|basically|honestly|um+|yes|yeah)[, ]+)*(?P<kept>(?:my (?:one )?(?:wish|goal|"
        r"aim) (?:for \w+ )?(?:is|would be)|i wish (?:i could|to|that i)|i(?:'d| would) (?:really )?(?:like|love) to|"
        r"i (?:really |just |do )?(?:want|need|hope|aim|plan) to|"
    r"i(?:'m| am) (?:hoping|aiming|planning|trying|going) to|i (?:will|shall)|i'll) .+)", re.I
)  # fmt: skip
_NEXT_PART = re.compile(
    r"[,;]? +(?:and |but )?(?=(?:the best (?:thing|part|outcome|bit)|what (?:really )?(?:stops|holds|gets)|the (?:problem|"
    r"trouble|obstacle|thing that stops)|if \S+.* i'?ll\b|if \S+.*\bthen\b))|[,;]? +(?:but|"
    r"and) (?=[^,]{2,50} (?:gets? in (?:the|my) way|stops me|holds me back))",
    re.I,
)
_OUTCOME = re.compile(
    r"(?:and |so |then )?(?:(?:the |my )?best (?:thing|part|outcome|bit)(?: about (?:it|that|"
        r"this))?(?: for me)? (?:would be|is|will be)(?: that)?|if (?:that|it|this) (?:came true|happened|worked|comes true|"
        r"happens)(?: then)?,?|"
    r"(?:that|it|this) (?:would|will) (?:mean|give me|let me)(?: that)?|what i(?:'d| would) get (?:is|from it is)) (?P<kept>.+)", re.I
)  # fmt: skip
_OBSTACLE = re.compile(
    r"(?:and |but )?(?:what (?:really |usually |mostly |always |normally )?(?:stops|holds|prevents|blocks|keeps|"
        r"gets in (?:the|my) way)(?: of (?:it|that|this))?(?: me)?(?: back)?(?: from [\w ]+?)? (?:is|are)|"
    r"(?:the|my)(?: main| biggest| real| inner| only)* (?:obstacle|problem|trouble|barrier|thing that (?:stops me|"
        r"gets in the way)|difficulty|snag)(?: for me)? is)(?: that)? (?P<kept>.+)", re.I
)  # fmt: skip
_BLOCKING = re.compile(
    r"(?:^|\b(?:and|but) |, )(?P<kept>(?:(?!\b(?:and|but)\b)[^,])+?) (?:always |usually |often |just )?(?:gets in (?:the|"
    r"my) way|stops me|holds me back)\b.*",
    re.I,
)
_MOMENT = re.compile(
    r"\b(?:it|this|that|the \w+|which|i feel it)(?: \w+)? (?:happens|turns up|shows up|comes up|comes on|kicks in|creeps in|"
        r"hits me|starts|strikes)(?: \w+)?,? (?P<kept>(?:when|whenever|at|in|on|after|before|around|about|during|every|"
        r"as soon as)\b.+)|"
    r"(?:^|[,;] ?|\b(?:and|but) )(?:it's |it is |that's )?(?:usually|mostly|especially|particularly|always|mainly|normally|"
        r"typically) (?P<then>(?:when|whenever|at|after|before|around|about|during|every time|as soon as)\b.+)", re.I
)  # fmt: skip
_FELT = re.compile(
    r"\bi (?:\w+ )?(?:feel|get|freeze|panic|snap|rush|go blank|forget|worry|avoid|clam up|shut down|hesitate|give in|"
        r"lose)\b[^.]{0,60}?\b(?P<kept>(?:when|whenever|every time|as soon as|the moment) .+)", re.I
)  # fmt: skip
_BECAUSE = re.compile(r"^(?:because|cos|since|as|due to|given that|on account of|the reason (?:is|being))\b:?\s*", re.I)
_VERBS = ACTION_FORMS | VAGUE_FORMS | words("be being stop stopping not avoid quit feel get have")
_TOLD = words("i've i i'm my we he she they it the there it's you was were had did that this")
_LONGEST_WISH = 25  # words of a message that is a wish and says so only by its shape


def spot_wish(text: str) -> str | None:
    """The wish in a message: labelled, wanted ("I want to …"), or the whole of a short message that begins with a verb."""
    found = _labelled(text, "wish") or next((_before_next(match["kept"]) for match in _matches(_WISHING, text)), None)
    if found:
        return None if off_topic(said(found)) else found
    return clean(text) if _is_bare_wish(text) else None


def spot_outcome(text: str) -> str | None:
    """The outcome in a message, where it is called one and would do as one."""
    found = _labelled(text, "outcome") or next((_before_next(match["kept"]) for match in _matches(_OUTCOME, text)), None)
    return found if found and outcome(found, "").ok else None


def spot_obstacle(text: str) -> str | None:
    """The obstacle in a message, where it is called one and is inner."""
    told = _matches(_OBSTACLE, text) + _matches(_BLOCKING, text, anywhere=True)
    found = _labelled(text, "obstacle") or next((_before_next(match["kept"]) for match in told), None)
    return found if found and obstacle(found).ok else None


def spot_moment(text: str) -> str | None:
    """When the obstacle turns up, where a message says so."""
    told = next((match["kept"] or match["then"] for match in _matches(_MOMENT, text, anywhere=True)), None)
    felt = next((match["kept"] for match in _matches(_FELT, text, anywhere=True) if not _is_plan(match.string)), None)
    return _labelled(text, "moment") or told or felt


def spot_plan(text: str) -> str | None:
    """A whole if-then plan in a message: the sentence that holds cue and action."""
    labelled = _labelled(text, "plan")
    if labelled and _is_plan(labelled):
        return labelled
    return next((sentence for sentence in _sentences(text) if _is_plan(sentence)), None)


def spot_reason(text: str) -> str | None:
    """Why it matters, as said: a "because" is left off, "so that" stays."""
    labelled = _labelled(text, "reason")
    if labelled:
        return labelled
    message = said(text)
    place = reason(message.plain)
    found = _BECAUSE.sub("", message.quote(*place)).strip(" ,.") if place else ""
    return found or None


def _labelled(text: str, name: str) -> str | None:
    """What stands behind a label ("Wish: …") up to the next one."""
    told = " \n ".join(lines(text))
    marks = list(_LABEL.finditer(told))
    ends = [mark.start() for mark in marks[1:]] + [len(told)]
    for mark, end in zip(marks, ends, strict=False):
        label = mark["name"].lower()
        if _NAMES.get(label, label) == name:
            return _line(told[mark.end() : end])
    return None


def _line(value: str) -> str | None:
    return value.split("\n")[0].strip(" .,;") or None


def _sentences(text: str) -> list[str]:
    return [part for line in lines(text) for part in map(str.strip, _SENTENCES.findall(line)) if part]


def _matches(pattern: re.Pattern[str], text: str, *, anywhere: bool = False) -> list[re.Match[str]]:
    look = pattern.search if anywhere else pattern.match
    return [found for sentence in _sentences(text) if (found := look(sentence))]


def _before_next(kept: str) -> str:
    """Up to where the sentence goes on to the next part."""
    return _NEXT_PART.split(kept, maxsplit=1)[0].strip(" ,.")


def _is_plan(sentence: str) -> bool:
    strong = re.match(
        r"(?:so |then |and |my plan(?: is)?[:,]? |plan: )?(?:if|when|whenever|as soon as|every time|each time|next time|"
        r"the moment)\b",
        sentence,
        re.I,
    )
    split = split_plan(sentence) if strong else None
    return (
        split is not None
        and re.match(r"(?:then,? )?i(?:'ll| will|'d| would|(?:'m| am) (?:going to|gonna))\b.*", _doing(sentence, split[1]), re.I)
        is not None
        and plan(sentence).ok
    )


def _doing(sentence: str, action: str) -> str:
    """The action with the "then" before it, if it had one."""
    before = sentence[: sentence.rfind(action)].rstrip(" ,").lower() if action in sentence else ""
    return "then " + action if before.endswith("then") else action


def _is_bare_wish(text: str) -> bool:
    message = said(text)
    if not message.words or len(message.words) > _LONGEST_WISH or off_topic(message):
        return False
    core = without_lead_in(message.plain)
    first = core.split()[0].strip(",.")
    return len(core.split()) > 1 and first in _VERBS and message.words[0] not in _TOLD and not others_act(core) and not _PAST.match(first)


_PAST = re.compile(r"(?:\w+ed|had|did|took|got|went|was|were|felt|left|made|came|said|told)$")
