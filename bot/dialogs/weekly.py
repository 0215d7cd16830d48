"""Once a week, with the first thing that is said: nobody watches this live."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogs.scene import Scene, Turn
from coaching.effects import Effect, Say
from coaching.message import Lane
from handoff import standing

NOBODY_LIVE = "week.nobody_live"
_QUIET = (standing.WITH_COACH, standing.SAFETY_HOLD, standing.STOPPED)


def said(scene: Scene, turn: Turn) -> Turn:
    """The turn with that line in its first message, where it was not said this week and people could think that somebody watches."""
    first = next((effect for effect in turn.effects if isinstance(effect, Say) and effect.lane is Lane.REPLY), None)
    quiet = turn.conversation.standing in _QUIET or not scene.surroundings.programme.staffed
    if first is None or quiet or _said_this_week(scene):
        return turn
    watch = turn.conversation.watch
    remembered = replace(watch, told={**watch.told, NOBODY_LIVE: scene.surroundings.now})
    effects: tuple[Effect, ...] = tuple(_with_line(first) if effect is first else effect for effect in turn.effects)
    return Turn(replace(turn.conversation, watch=remembered), effects)


def _with_line(say: Say) -> Say:
    return replace(say, also=(NOBODY_LIVE, *say.also))


def _said_this_week(scene: Scene) -> bool:
    at = scene.conversation.watch.told.get(NOBODY_LIVE)
    return at is not None and _week(scene, at) == _week(scene, scene.surroundings.now)


def _week(scene: Scene, at: datetime) -> tuple[int, int]:
    """Year and week, as they are where the participant is."""
    year, week, _ = at.astimezone(ZoneInfo(scene.surroundings.participant.zone)).isocalendar()
    return year, week
