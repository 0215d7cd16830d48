"""Safety first: what may mean danger is answered before everything else, in every state, and the same for everybody."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs import cards, concerns, holding, straight
from bot.dialogs.scene import Scene, Turn
from coaching.concern import RECENT, Concern, Signal, Urgency
from coaching.effects import MarkLine, Say, TakeBack
from coaching.message import Kind

PERSON_CAME = "person_came"  # of the rota, because of danger; the desk tells it
UNSPOKEN = (Kind.DELETED, Kind.LEFT, Kind.CAME_BACK)
_UNKNOWN = Signal(Concern.CRISIS, Urgency.URGENT)  # of an alarm whose signal the reading does not share


def noted(scene: Scene) -> Scene:
    """With this message in safety's memory: what it spoke of, and no words. A calm talk leaves nothing there."""
    signal, watch = scene.reading.signal, scene.conversation.watch
    calm = signal.concern is Concern.NONE and not watch.recent
    if calm or scene.inbound.kind in (*UNSPOKEN, Kind.PRESS, Kind.ARRIVED):
        return scene
    recent = (*watch.recent, (signal.concern.value, round(signal.score, 3)))[-RECENT:]
    first = next((at for at, (concern, _) in enumerate(recent) if concern != Concern.NONE), len(recent))
    return scene.then(watch=replace(watch, recent=recent[first:]))


def first(scene: Scene) -> Turn | None:
    """The turn of whatever may mean danger, or of a hold; None where there is neither."""
    if scene.inbound.kind in UNSPOKEN or (scene.inbound.kind is Kind.EDITED and not _adds_risk(scene)):
        return None
    if scene.inbound.kind is Kind.ARRIVED and scene.inbound.what == PERSON_CAME:
        return straight.over(scene)
    scene = _unanswered_no_more(_edited(scene))
    if scene.inbound.alarm or scene.reading.signal.acts:
        return holding.protocol(scene, scene.reading.signal if scene.reading.signal.acts else _UNKNOWN)
    if holding.is_on(scene):
        return holding.answer(scene)
    if straight.is_open(scene):
        return straight.answer(scene)
    if straight.wanted(scene) and holding.beside_a_coach(scene):
        return holding.heard_again(scene)
    if straight.wanted(scene) and (not straight.asked_before(scene) or scene.heard.word not in ("stop", "help_now")):
        scene = concerns.beside(scene)
        return straight.remind(scene) if straight.asked_before(scene) else straight.ask(scene)
    return straight.late(scene) or holding.late(scene)


def _adds_risk(scene: Scene) -> bool:
    """Whether an edited message now says something that may mean danger, or one of the words that work in every state."""
    signal = scene.reading.signal
    spoken = bool(scene.inbound.alarm) or signal.acts or (straight.wanted(scene) and not straight.asked_before(scene))
    return spoken or (holding.is_on(scene) and scene.heard.word in ("help_now", "stop"))


def _edited(scene: Scene) -> Scene:
    inbound = scene.inbound
    return scene.then(MarkLine(inbound.about, inbound.words.text)) if inbound.kind is Kind.EDITED else scene


def _unanswered_no_more(scene: Scene) -> Scene:
    """Somebody did something: the lines that were to come without an answer are not needed."""
    watch = scene.conversation.watch
    name = watch.later.get(straight.NO_ANSWER) if scene.inbound.kind is not Kind.ARRIVED else None
    return scene.then(TakeBack(name), watch=straight.settled(watch)) if name else scene


# -- in the same turn as something else -----------------------------------------------------------------------------------------


def guarded(scene: Scene) -> Scene:
    """What was masked is said so, once a message, before the answer."""
    masked = scene.inbound.masked and scene.inbound.kind is not Kind.EDITED
    return scene.then(Say("guard.masked")) if masked else scene


def not_read(scene: Scene) -> Turn | None:
    """Another language, or nothing that can be read: said kindly, with the lines; the question that is open stays open."""
    reply = scene.heard.reply
    understood = scene.heard.word or reply.choice or reply.number is not None
    if scene.reading.language_known or understood or scene.inbound.kind not in (Kind.TEXT, Kind.UNREADABLE):
        return None
    return scene.turn(_in_english(scene))


def partly_read(scene: Scene) -> Scene:
    """A form with a field in another language: the same is said, and every field is kept."""
    return scene if scene.reading.language_known else scene.then(_in_english(scene))


def _in_english(scene: Scene) -> Say:
    return cards.telling(scene.addressee, "safety.language", ("help_now",))
