"""What each channel can show."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.participant import Channel


@dataclass(frozen=True, slots=True)
class Capabilities:
    """`buttons`: choices shown as buttons (else as a numbered list). `settles`: our messages can be edited in place.
    `history`: our messages can be looked for after an unknown send. `longest`: characters a message may have.
    `carries`: a send takes the message there; else it is shown from the transcript, and sending only wakes whoever looks."""

    buttons: bool
    settles: bool
    history: bool
    longest: int
    carries: bool


OF: dict[Channel, Capabilities] = {
    Channel.TERMINAL: Capabilities(buttons=False, settles=False, history=False, longest=10_000, carries=False),
    Channel.WEB: Capabilities(buttons=True, settles=False, history=True, longest=10_000, carries=False),
    Channel.SLACK: Capabilities(buttons=True, settles=True, history=True, longest=3_000, carries=True),
    Channel.TELEGRAM: Capabilities(buttons=True, settles=True, history=False, longest=4_096, carries=True),
}
