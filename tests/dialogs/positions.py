"""A conversation at every step of every flow, with everything before it answered."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs import walks
from bot.dialogs.flow import Flow
from coaching.conversation import Answer, Conversation
from coaching.state import encode
from tests.play import LIBRARY, NOON, Player

SAID: dict[str, Answer] = {
    "wish": Answer("leave on time twice a week"),
    "feasible": Answer(7),
    "important": Answer(None, "empty", words="very much"),
    "outcome": Answer("dinner with my husband while it's hot", "read"),
    "picture": Answer("pictured"),
    "obstacle": Answer("the rota", verdict="external"),
    "inner": Answer("I feel guilty"),
    "not_for_woop": Answer("as_it_is"),
    "who": Answer("my matron"),
    "moment": Answer("when the bleep goes at 5"),
    "plan": Answer("hand it to the late doctor"),
    "goal": Answer("speak up"),
    "specific": Answer("ask one question in every MDT"),
    "measurable": Answer(None, "read"),
    "time_based": Answer("for four weeks"),
    "assignable": Answer("I ask it", "accepted", "missing"),
    "relevant": Answer(None, "skipped"),
    "confirm": Answer("thats_it"),
    "action": Answer("write one question"),
    "cue": Answer("before the MDT"),
}
PLACES = [(flow.name, flow.version, step) for flow in LIBRARY.flows.values() for step in flow.steps]


def standing_at(name: str, version: int, step: str, contract: str = "accepted") -> Player:
    """A player who has just been asked this step."""
    flow = LIBRARY.flow(name, version)
    walk = walks.at(replace(walks.begin(flow, NOON), answers=before(flow, step), trail=tuple(before(flow, step))), step)
    player = Player(stored=encode(Conversation("C1", "P1", contract=contract, walk=walk)))
    player.types("hi")
    return player


def before(flow: Flow, step: str) -> dict[str, Answer]:
    names = list(flow.steps)
    return {name: SAID[name] for name in names[: names.index(step)] if not flow.steps[name].aside or flow.steps[step].aside}
