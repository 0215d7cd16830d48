"""Every state a conversation can be in: each step of each flow, and what can lie over it."""

from __future__ import annotations

from collections.abc import Callable

from coaching.concern import Concern, Layer, Signal, Urgency
from tests.dialogs.positions import PLACES, standing_at
from tests.play import Player

Place = tuple[str, int, str]


def signal(concern: str, urgency: str = "urgent", kind: str = "", *, ask: bool = False, evidence: str = "") -> Signal:
    return Signal(Concern(concern), Urgency(urgency), kind, ask, Layer.PHRASE, 1.0, evidence)


def says(player: Player, text: str, spoke: Signal) -> list[str]:
    """A message of which the reader finds this."""
    player.signal = spoke
    return player.types(text)


def as_it_is(_player: Player) -> None:
    """Nothing lies over the step."""


def stopped(player: Player) -> None:
    player.types("stop")


def paused(player: Player) -> None:
    player.types("pause")


def resting(player: Player) -> None:
    player.types("later")


def choosing_what_to_change(player: Player) -> None:
    player.types("change")


def asked_to_join(player: Player) -> None:
    player.types("link K7P2QX")


def at_the_menu(player: Player) -> None:
    player.types("menu")


def asked_straight(player: Player) -> None:
    says(player, "no way out", signal("crisis", ask=True, evidence="no way out"))


def in_a_hold(player: Player) -> None:
    says(player, "I want to die", signal("crisis"))


def in_a_hold_of_safeguarding(player: Player) -> None:
    says(player, "he hits me", signal("safeguarding", kind="domestic"))


def safe_in_a_hold(player: Player) -> None:
    in_a_hold(player)
    player.presses("safe")


def stopped_in_a_hold(player: Player) -> None:
    in_a_hold(player)
    player.types("stop")


def told_of_burnout(player: Player) -> None:
    says(player, "running on empty", signal("burnout", "soon"))


def told_of_patient_safety(player: Player) -> None:
    says(player, "wrong dose", signal("patient_safety"))


OVER: tuple[Callable[[Player], None], ...] = (
    as_it_is,
    stopped,
    paused,
    resting,
    choosing_what_to_change,
    asked_to_join,
    at_the_menu,
    asked_straight,
    in_a_hold,
    in_a_hold_of_safeguarding,
    safe_in_a_hold,
    stopped_in_a_hold,
    told_of_burnout,
    told_of_patient_safety,
)


def nobody_yet() -> Player:
    return Player()


def shown_the_contract() -> Player:
    player = Player()
    player.types("hi")
    return player


def said_no() -> Player:
    player = shown_the_contract()
    player.presses("contract_no")
    return player


def at_the_end() -> Player:
    player = standing_at("woop", 1, "confidence")
    player.types("8")
    for _ in range(3):
        if player.walk is not None:
            player.types("skip")
    return player


WITHOUT_A_STEP: tuple[Callable[[], Player], ...] = (nobody_yet, shown_the_contract, said_no, at_the_end)
STATES: list[tuple[str, Callable[[], Player]]] = [
    *((f"{flow}.{step}", lambda at=(flow, version, step): standing_at(*at)) for flow, version, step in PLACES),
    *((start.__name__, start) for start in WITHOUT_A_STEP),
]


def in_state(start: Callable[[], Player], over: Callable[[Player], None]) -> Player:
    player = start()
    over(player)
    return player
