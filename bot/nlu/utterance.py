"""One message as a model reads it: the words, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Utterance:
    """`asked` is the question as the person saw it, `step` the WOOP step it belongs to (wish, outcome, obstacle, plan), if it does.

    `wish`, `outcome` and `obstacle` are earlier answers, `prompt` is that of a reflection. `recent`: how much the speaker's last ten
    messages spoke of crisis, 0 to 1 each, the newest last.
    """

    text: str = field(repr=False)
    asked: str = field(default="", repr=False)
    step: str = ""
    wish: str = field(default="", repr=False)
    outcome: str = field(default="", repr=False)
    obstacle: str = field(default="", repr=False)
    prompt: str = field(default="", repr=False)
    recent: tuple[float, ...] = ()
