"""The safety protocol: what a message that means danger is met with, made out to one person, and what is written down of the decision."""

from __future__ import annotations

from datetime import timedelta

from bot.dialogs.library import Library
from coaching.concern import Card, Concern, Detail, Signal
from coaching.effects import Say
from coaching.message import Lane, Outbound
from coaching.participant import Address

# The whole text is said again only after this long; in between a short one answers. Somebody in distress writes in bursts: the same
# long text under every line pushes the numbers out of sight and sounds like nobody listens, and no answer at all sounds like being left.
AGAIN_WITHIN = timedelta(minutes=5)
CHOICES = ("carry_on",)


def text(library: Library, country: str, language: str, choices: tuple[str, ...] = CHOICES, *, again: bool = False) -> Say:
    """The country's lines, in the lane that goes first; with `again` the short text, said soon after the whole one."""
    here = library.country(country)
    blanks = {"emergency": here.emergency, "lines": library.lines(language, country)}
    wording = "help_now.again" if again else "help_now.verified" if here.verified() else "help_now.unverified"
    return Say(wording, blanks, choices, lane=Lane.SAFETY)


def say(library: Library, concern: Concern, kind: str, country: str, language: str, *, again: bool = False) -> Say:
    """The protocol's text for a concern (`none`: somebody calls for help and says no more) and, of safeguarding, its kind."""
    return text(library, country, language, again=again)


def card(
    library: Library, concern: Concern, kind: str, address: Address, text_id: str, country: str, language: str, again: bool = False
) -> Card:
    """The same, made out to an address under the id that it has wherever it goes out."""
    said = say(library, concern, kind, country, language, again=again)
    rendered = library.render(language, said, {})
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
