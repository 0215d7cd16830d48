"""What each channel can show."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.participant import Channel


@dataclass(frozen=True, slots=True)
class Capabilities:
    """`buttons`: choices shown as buttons (else as a numbered list). `settles`: our messages can be edited in place.
    `history`: our messages can be looked for after an unknown send. `longest`: characters a message may have."""

    buttons: bool
    settles: bool
    history: bool
    longest: int


OF: dict[Channel, Capabilities] = {
    Channel.TERMINAL: Capabilities(buttons=False, settles=False, history=False, longest=10_000),
    Channel.WEB: Capabilities(buttons=True, settles=False, history=True, longest=10_000),
    Channel.SLACK: Capabilities(buttons=True, settles=True, history=True, longest=3_000),
    Channel.TELEGRAM: Capabilities(buttons=True, settles=True, history=False, longest=4_096),
}
