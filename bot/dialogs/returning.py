"""What the bot asks when a person has handed the conversation back: whether to go on, and once, how it was."""

from __future__ import annotations

from bot.dialogs.scene import Scene
from bot.nlu.rating import HIGH, LOW
from coaching.effects import Say
from coaching.message import Shape

BACK, TALKED, GENTLY, RATE = "people.back", "people.back.talked", "people.released", "people.rate"
RATE_ONCE_MORE = "people.rate.once_more"
ASKING = (BACK, TALKED, GENTLY, RATE, RATE_ONCE_MORE)
GO_ON = ("carry_on", "later")


def is_open(scene: Scene) -> bool:
    """Whether one of these questions is the one that is open."""
    asked = scene.conversation.asked
    return asked is not None and asked.wording in ASKING


def back(wording: str, *also: str) -> Say:
    """Whether to go on; TALKED where how it was is still to be asked."""
    return Say(wording, choices=(*GO_ON, *(("help_now",) if wording == GENTLY else ())), shape=Shape.CHOICE, opens=True, also=also)


def rate(*also: str, wording: str = RATE) -> Say:
    """How it was; RATE_ONCE_MORE where what was said to that was not plain."""
    return Say(wording, {}, ("skip",), Shape.SCALE, LOW, HIGH, opens=True, also=also)


def again(scene: Scene, *also: str) -> Say:
    """The one that is open, asked again."""
    asked = scene.conversation.asked
    wording = asked.wording if asked else BACK
    return rate(*also, wording=wording) if wording in (RATE, RATE_ONCE_MORE) else back(wording, *also)
