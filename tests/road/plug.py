"""Whatever can go wrong at the n-th thing the service does: a step of the road, a commit, a call to a platform."""

from __future__ import annotations

from dataclasses import dataclass, field

from coaching.errors import CoachingError
from standins.chaos import Chaos, Fault, Weather

PLATFORMS_OWN = {"getUpdates", "apps.connections.open", "auth.test", "setMyCommands", "setWebhook"}  # not part of a turn
BEHIND = {"writer.resolved"}  # the writer's own thread, with nothing left to undo: the next step fails instead


class Failed(CoachingError):
    """The n-th operation did not succeed."""


@dataclass
class Plug:
    """While armed it counts operations and fails the n-th; one that `kills` lets nothing succeed after it, until it rests.

    A landmark that raises stands for what happens there (before_commit: the commit fails). A call to a platform counts
    twice: once it never gets there, once it is done and its answer never comes back.
    """

    kills: bool = True
    number: int = 0
    count: int = 0
    armed: bool = False
    fired: str = ""
    steps: list[str] = field(default_factory=list)

    def arm(self, number: int) -> None:
        self.number, self.count, self.armed, self.fired = number, 0, True, ""
        self.steps.clear()

    def rest(self) -> None:
        """Everything succeeds again."""
        self.armed = False

    @property
    def killed(self) -> bool:
        return self.kills and bool(self.fired)

    def __call__(self, step: str) -> None:
        if self._fails(step) and step not in BEHIND:
            raise Failed(step)

    def call(self, method: str) -> Fault | None:
        """The weather of a call to a platform."""
        if not self.armed or method in PLATFORMS_OWN:
            return None
        if self._fails(f"{method} never arrives"):
            return Fault(Weather.DROPPED)
        return Fault(Weather.RESET) if self._fails(f"{method} is done, unheard") else None

    def _fails(self, step: str) -> bool:
        if not self.armed:
            return False
        if self.fired:
            return self.kills
        self.count += 1
        self.steps.append(step)
        self.fired = step if self.count == self.number else ""
        return bool(self.fired)


class Weathered(Chaos):
    """A stand-in's weather, as the plug has it."""

    def __init__(self, plug: Plug) -> None:
        super().__init__()
        self._plug = plug

    def take(self, method: str) -> Fault | None:
        return self._plug.call(method) or super().take(method)
