"""A day that was picked, as the answer in words that it stands for; and other words for one that was said back."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs import days
from bot.dialogs.flow import END
from bot.dialogs.replies import Reply
from bot.dialogs.scene import Scene
from coaching.message import Shape


def answered(scene: Scene) -> Scene:
    """The scene in which a picked day, or a correction of one, is an answer in words."""
    return _corrected(_picked(scene))


def _corrected(scene: Scene) -> Scene:
    """ "Sorry, I meant Monday": a correction of the day that was said back, and no wish to go back a step."""
    walk, heard = scene.walk, scene.heard
    if walk is None or heard.word not in ("back", "change") or walk.step == END:
        return scene
    step, given = scene.library.flow_of(walk).step(walk.step), walk.answers.get(walk.step)
    asked_about = bool(step.day) and given is not None and given.how == "tried" and given.verdict in (*days.ECHOED, days.ANOTHER)
    if not asked_about or scene.ear.day(heard.reply.words) is None:
        return scene
    return replace(scene, heard=replace(heard, word=""))


def _picked(scene: Scene) -> Scene:
    """The scene in which a short cut or a day of a picker is its words, where the open question asks for a day."""
    walk, asked, heard = scene.walk, scene.conversation.asked, scene.heard
    if walk is None or asked is None or asked.shape is not Shape.DATE or not heard.reply.choice:
        return scene
    step, today = scene.library.flow_of(walk).step(walk.step), scene.surroundings.today
    day = days.picked(heard.reply.choice, today) if step.day else None
    if day is None:
        return scene
    reply = Reply(days.in_words(step, walk, day, scene.words, today), day=day if day >= today else None)
    label = days.written(day, scene.words, today) if heard.label else ""
    return replace(scene, heard=replace(heard, reply=reply, label=label))
