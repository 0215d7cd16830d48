"""The safety protocol as it is used outside a turn: the text made out to one person and address, and what is written down of a decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.dialogs import cards
from bot.dialogs.cards import Addressee
from bot.dialogs.library import Library
from coaching.concern import Card, Concern, Detail, Signal
from coaching.effects import Say
from coaching.message import Outbound
from coaching.participant import Address
from coaching.programme import Programme
from handoff.rules import rule_name

# The whole text is said again only after this long; in between a short one answers. Somebody in distress writes in bursts: the same
# long text under every line pushes the numbers out of sight and sounds like nobody listens, and no answer at all sounds like being left.
AGAIN_WITHIN = timedelta(minutes=5)
CHOICES = ("carry_on",)


def say(addressee: Addressee, signal: Signal, *, again: bool = False) -> Say:
    """The text for a signal: its card, or the short text soon after it; the lines where nothing is known or it could not be read."""
    if not signal.acts:
        return cards.help_now(addressee, CHOICES)
    return cards.short(addressee, addressee.library.rules[rule_name(signal)]) if again else cards.card(addressee, signal)


@dataclass(frozen=True, slots=True)
class Protocol:
    """Makes the texts for messages as they arrive, in a programme and on its day."""

    library: Library
    programme: Programme
    today: Callable[[], date]

    def __call__(self, signal: Signal, address: Address, text_id: str, country: str, language: str, again: bool = False) -> Card:
        """The text made out to an address, under the id that it has wherever it goes out."""
        said = say(Addressee(self.library, self.programme, country, language, self.today()), signal, again=again)
        rendered = self.library.render(language, said, {})
        outbound = Outbound(text_id, address, said.lane, rendered.text, said.shape, rendered.choices, wording=rendered.wording)
        return Card(outbound, rendered.content_hash, again)


def decision(signal: Signal, where: str, detectors: str, latency_ms: float) -> Detail:
    """The audit's row `safety.decision`, with no words in it. `where`: receive or turn; `detectors`: who looked, in which versions."""
    return {
        "concern": signal.concern.value,
        "kind": signal.kind,
        "urgency": signal.urgency.value,
        "ask": signal.ask,
        "layer": signal.layer.value,
        "action": _action(signal),
        "score": round(signal.score, 3),
        "detectors": detectors,
        "latency_ms": round(latency_ms, 1),
        "where": where,
    }


def _action(signal: Signal) -> str:
    """act: the protocol at once. ask: straight. tell: the concern's own words. none."""
    if signal.acts:
        return "act"
    if signal.ask:
        return "ask"
    return "none" if signal.concern is Concern.NONE else "tell"
