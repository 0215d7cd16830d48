"""From an Outbound to what a terminal shows: plain lines, choices as a numbered list."""

from __future__ import annotations

import re

from coaching.delivery import Delivery, Found, Sent
from coaching.message import Outbound, Shape
from coaching.participant import Channel
from coaching.words import Span

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # also what a terminal would obey, or turn round
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


class Screen:
    """Carries out `coaching.ports.Outlet`: what is in the transcript is on the screen, so sending is done at once."""

    channel = Channel.TERMINAL

    async def send(self, outbound: Outbound) -> Delivery:
        return Sent(outbound.id)

    async def look_for(self, outbound: Outbound) -> Found:
        return Sent(outbound.id)


def shown(outbound: Outbound, *, colour: bool = False, help_now: str = "") -> str:
    """The message as lines of text; with `colour`, strong runs are bold. `help_now` is put under whatever asks something else."""
    text = "".join(_span(span, colour) for span in outbound.text)
    always = f"  {help_now}" if help_now and _asks_something_else(outbound) else ""
    return "\n".join(part for part in (text, _ways_to_answer(outbound), always) if part)


def _asks_something_else(outbound: Outbound) -> bool:
    """Whether something is asked or offered, and help is not among it."""
    asks = outbound.shape is not Shape.SAY or bool(outbound.choices)
    return asks and all(choice.id != "help_now" for choice in outbound.choices)


def _span(span: Span, colour: bool) -> str:
    clean = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", span.text)
    return f"{_BOLD}{clean}{_PLAIN}" if span.strong and colour else clean


def _ways_to_answer(outbound: Outbound) -> str:
    listed = "\n".join(f"  {number}) {choice.label}" for number, choice in enumerate(outbound.choices, 1))
    if outbound.shape is Shape.SCALE:
        scale = f"  [{outbound.low}-{outbound.high}]"
        return "\n".join((scale, *(f"  - {choice.label}" for choice in outbound.choices)))
    return listed
