"""Words where a number was asked for how sure somebody is: no to the plan, another plan, or only how it feels."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.dialogs import walks
from bot.dialogs.flow import Flow, Step
from bot.dialogs.replies import Ear, Reply
from coaching.conversation import Walk

CHANGE_IT = "change_it"  # the choice of a step that shows a plan: leads back to the step that holds it
_WRONG = re.compile(
    r"\b(?:wrong|incorrect|mistake)\b|(?:\bnot|n['’]?t) (?:quite |really )?(?:it|right|what i|my plan|the plan|like (?:it|that|this))\b",
    re.IGNORECASE,
)
_TURNING = re.compile(r"(?:(?:actually|no|nope|nah|wait|sorry|hmm+|well|but|maybe|instead|rather)\b[\s,.!:;-]*)+", re.IGNORECASE)
_RATHER = re.compile(r"(?:i['’]?d|i would) (?:much )?(?:rather|prefer to|like to)\s+", re.IGNORECASE)
_INSTEAD = re.compile(r"[\s,]+(?:instead|please)[\s.!]*$", re.IGNORECASE)
_HOW_SURE = re.compile(
    r"\b(?:sure|likely|confiden\w+|certain\w*|doubt\w*|possib\w+|probabl\w+|depends?|hope\w*|believ\w+|permitting|quite|fairly|try"
    r"|(?:do|manage|keep|leave|take|have|with|like) (?:it|that|this)|as it is)\b",
    re.IGNORECASE,
)


def is_no(reply: Reply) -> bool:
    """Whether the words say that the plan is not right, and no more."""
    return reply.intent == "deny" or (len(reply.words.split()) < 10 and _WRONG.search(reply.words) is not None)


def another(flow: Flow, walk: Walk, step: Step, reply: Reply, ear: Ear) -> Mapping[str, str]:
    """What the words put in the place of what the step's `change_it` leads to, by step; nothing where they hold no plan."""
    if reply.intent in ("unsure", "affirm"):
        return {}
    target = flow.step(step.go[CHANGE_IT])
    cue, action = ear.whole_plan(reply.words)
    if action and target.check == "plan":
        return {target.name: ear.judge.spot_plan(reply.words) or reply.words}
    if action:
        return {target.name: action, **{each.name: cue for each in flow.order if each.keep == "cue"}}
    told = _bare(reply.words)
    return {target.name: told} if _is_action(told, walk, ear) else {}


def _bare(words: str) -> str:
    """The words without what turns from the old plan to them: "actually no, I'd rather text Jo" is "text Jo"."""
    turned = _TURNING.match(words.strip())
    told = words.strip()[turned.end() :] if turned else words.strip()
    return _INSTEAD.sub("", _RATHER.sub("", told))


def _is_action(words: str, walk: Walk, ear: Ear) -> bool:
    """Words with something to do in them, which say nothing of how sure somebody is."""
    if _HOW_SURE.search(words) or ear.judge.spot_wish(words) is None:
        return False
    return ear.plan(words, walks.words_of(walk, "moment") or words).ok
