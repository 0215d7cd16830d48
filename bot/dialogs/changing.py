"""Which answer to change: asked by buttons, or named in words ("change my wish")."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogs.hearing import Heard
from bot.dialogs.replies import Reply
from bot.dialogs.scene import Scene

_LEADING = (
    r"(?:(?:actually|please|no|ok|okay|sorry|wait|oh|can|could|may|i|i['’]?d|would|like|want|need|wanna|let|me|to|we|just)\b\W*)*"
    r"(?:change|edit|correct|redo|rewrite|fix|amend|alter)\s+"
)
_CHANGING = re.compile(
    _LEADING + r"(?:my|the|that|this)\s+(?:mind (?:about|on) (?:my|the)\s+)?(?P<what>[\w -]{2,30}?)"
    r"(?:\s+to:?\s+(?P<new>.+?))?(?:[\s,]+please)?[\s.!]*",
    re.IGNORECASE | re.DOTALL,
)
_SOMETHING = re.compile(
    _LEADING + r"(?:something|an answer|what|one thing|part of what)(?: else)?"
    r"(?: (?:that )?(?:i|i['’]ve) (?:just )?(?:said|wrote|put|told you))?[\s.!]*",
    re.IGNORECASE,
)
_FIRST = ("goal", "wish")  # what the first answer of an exercise is called, whichever it is
_ALSO = {"date": "time_based", "deadline": "time_based", "number": "measurable", "reason": "relevant", "step": "action"}
_LONGEST = 400


def named(scene: Scene) -> Scene:
    """The scene with `change_<step>` for its word, where the words name an answer to change."""
    text = scene.heard.reply.words.strip()
    found = _CHANGING.fullmatch(text) if scene.walk is not None and len(text) < _LONGEST else None
    step = _step(scene, " ".join(found["what"].casefold().split())) if found else ""
    if scene.walk is not None and len(text) < _LONGEST and _SOMETHING.fullmatch(text):
        return replace(scene, heard=Heard(Reply(), "change"))
    if not found or not step:
        return scene
    return replace(scene, heard=Heard(Reply(found["new"] or ""), f"change_{step}"))


def _step(scene: Scene, what: str) -> str:
    """The step whose answer is called so, by its name or on its button."""
    if scene.walk is None:
        return ""
    flow = scene.library.flow_of(scene.walk)
    if _ALSO.get(what, what) in flow.steps:
        return _ALSO.get(what, what)
    if what in _FIRST:
        return flow.order[0].name
    return next((name for name in flow.steps if f" {what} " in f" {_label(scene, name)} "), "")


def _label(scene: Scene, name: str) -> str:
    found = scene.words.get(f"choice.change_{name}")
    return found.variants[0].source.casefold() if found else ""
