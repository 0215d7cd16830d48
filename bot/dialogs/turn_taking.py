"""Who answers a message: safety, stop, a person who holds the conversation, asking for one, the global words, the step, the menu."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.dialogs import (
    changing,
    choosing,
    concerns,
    contract,
    digressions,
    engine,
    going_on,
    hearing,
    linking,
    people,
    picking,
    safety,
    sharing,
    straight,
    walks,
    weekly,
    with_coach,
)
from bot.dialogs.library import Library
from bot.dialogs.replies import Ear
from bot.dialogs.resuming import awake
from bot.dialogs.scene import Scene
from bot.dialogs.scene import Turn as Turn
from bot.nlu.reading import GoalJudge, Reading
from coaching.conversation import Conversation, Walk
from coaching.effects import MarkAddress, MarkLine, Say, Settle
from coaching.message import Inbound, Kind
from coaching.ports import Names
from coaching.programme import Surroundings
from handoff import standing


def decide(
    library: Library,
    conversation: Conversation,
    inbound: Inbound,
    reading: Reading,
    surroundings: Surroundings,
    judge: GoalJudge,
    names: Names,
) -> Turn:
    """The turn that answers this message. Pure, but for the names of new goals.

    UnknownStep where the conversation stands in a flow, version or step that content/ does not hold.
    """
    signal = straight.asked_as(reading.signal)
    reading = reading if signal is reading.signal else replace(reading, signal=signal)
    heard = hearing.hear(inbound, reading, conversation.asked)
    ear = _ear(judge, surroundings)
    begun = changing.named(Scene(library, conversation, inbound, heard, surroundings, ear, names, reading))
    scene = picking.answered(safety.noted(sharing.current(begun)))
    return weekly.said(scene, going_on.told(scene) or _decided(scene))


def _decided(scene: Scene) -> Turn:
    if with_coach.has_it(scene):
        return with_coach.passed_on(scene, safety.first(scene) or _beside_a_person(scene))
    return safety.first(scene) or _ordinary(safety.guarded(scene))


def _beside_a_person(scene: Scene) -> Turn:
    """A person answers; what works in every state works, and what else is spoken of is reported."""
    return _silent(scene) or _whatever_happens(scene) or with_coach.answer(concerns.reported(scene))


def _ordinary(scene: Scene) -> Turn:
    before = _silent(scene) or _whatever_happens(scene)
    if before is None and sharing.takes_words(scene):
        scene = concerns.reported(scene)
    elif before is None:
        before, scene = concerns.answer(awake(scene)), concerns.told_again(scene)
    return before or safety.not_read(awake(scene)) or _held(scene) or _talk(awake(_settled(scene)))


def _ear(judge: GoalJudge, surroundings: Surroundings) -> Ear:
    person = surroundings.participant
    return Ear(judge, surroundings.today, surroundings.now.astimezone(ZoneInfo(person.zone)), person.country)


def _silent(scene: Scene) -> Turn | None:
    """What changes something and is answered by nothing; but a message edited to "help now" or "stop" is answered as that."""
    inbound = scene.inbound
    if inbound.kind is Kind.EDITED:
        marked = scene.then(MarkLine(inbound.about, inbound.words.text))
        return _whatever_happens(marked) or marked.turn()
    if inbound.kind is Kind.DELETED:
        return scene.turn(MarkLine(inbound.about, None))
    if inbound.kind in (Kind.LEFT, Kind.CAME_BACK):
        return scene.turn(MarkAddress(gone=inbound.kind is Kind.LEFT))
    return None


def _whatever_happens(scene: Scene) -> Turn | None:
    """The words that work in every state, before any contract, from any button however old."""
    if scene.heard.word == "help_now":
        return digressions.help_now(scene)
    return digressions.stop(scene) if scene.heard.word == "stop" else None


def _held(scene: Scene) -> Turn | None:
    """States in which nobody but the participant can go on."""
    if scene.conversation.standing != standing.STOPPED:
        return None
    return people.ask(scene) if people.wanted(scene) else digressions.still_stopped(scene)


def _settled(scene: Scene) -> Scene:
    """A button of the open question closes where it stands."""
    return scene.then(Settle(scene.heard.label)) if scene.heard.label else scene


def _talk(scene: Scene) -> Turn:
    if scene.inbound.kind is Kind.ARRIVED:
        return _arrived(scene)
    if scene.heard.late:
        return scene.turn(Say("press.closed"))
    answered = linking.answer(scene) or people.answer(scene) or going_on.answer(scene)
    if answered is not None:
        return answered
    return _agreed(_captioned(scene))


def _captioned(scene: Scene) -> Scene:
    """What cannot be read is said so; the words that came with it are taken as the message."""
    if scene.inbound.kind is not Kind.UNREADABLE or not scene.inbound.words.text.strip():
        return scene
    return replace(scene.then(digressions.not_read(scene)), inbound=replace(scene.inbound, kind=Kind.TEXT))


def _agreed(scene: Scene) -> Turn:
    agreed = contract.agree(scene)
    if agreed is not None:
        return agreed
    begun = contract.first(scene)
    if isinstance(begun, Turn):
        return begun
    begun = concerns.counted(begun)
    return _word(begun) or concerns.stuck(begun) or _step(begun) or _nothing_under_way(begun)


# -- one after the other --------------------------------------------------------------------------------------------------------


def _word(scene: Scene) -> Turn | None:
    """A person asked for, what cannot be read, an exercise begun, a global word."""
    if scene.inbound.kind is Kind.UNREADABLE:
        return scene.turn(digressions.not_read(scene), digressions.again(scene))
    if scene.inbound.kind is Kind.FORM:
        return _form(scene)
    if scene.heard.word == "human":
        return people.human(scene)
    if scene.heard.word == "link":
        return linking.link(scene)
    if scene.heard.word in choosing.STARTS:
        return choosing.start(scene, scene.heard.word)
    chosen = concerns.choose(scene)
    if chosen is not None:
        return chosen
    return digressions.answer(scene) if scene.heard.word else None


def _step(scene: Scene) -> Turn | None:
    """An answer to the step that is open."""
    walk = scene.walk
    if walk is None:
        return None
    if digressions.choosing_what_to_change(scene):
        return digressions.change(scene)
    progress = engine.answer(scene.library.flow_of(walk), _dwelt(scene, walk), scene.heard.reply, scene.ear)
    return choosing.move_on(scene, progress)


def _dwelt(scene: Scene, walk: Walk) -> Walk:
    """The walk that remembers how long somebody stayed with the picture, in seconds."""
    asked = scene.conversation.asked
    if asked is None or scene.library.flow_of(walk).step(walk.step).keep != "outcome_imagery":
        return walk
    others = tuple(mark for mark in walk.marks if not mark.startswith("dwell:"))
    return walks.marked(replace(walk, marks=others), f"dwell:{int((scene.surroundings.now - asked.at).total_seconds())}")


def _nothing_under_way(scene: Scene) -> Turn:
    """A wish begins an exercise; anything else is met with the menu."""
    reply = scene.heard.reply
    if concerns.is_serious(scene):
        return scene.turn(choosing.menu(scene, "concern.again"))
    if choosing.is_wish(scene):
        return choosing.from_words(scene, reply.words)
    if not any(sign.isalnum() for sign in reply.words) and not reply.choice:
        return scene.turn(choosing.menu(scene, "common.not_caught"))
    also = _NOT_HERE.get(reply.intent)
    return scene.turn(choosing.menu(scene, *((also,) if also else ())))


_NOT_HERE = {"out_of_scope": "menu.not_for_me", "reflect": "menu.not_yet", "build_network": "menu.not_yet"}  # by intent


def _form(scene: Scene) -> Turn:
    """Several answers at once: in the exercise under way if the form is for it, else in a new one."""
    scene = safety.partly_read(scene)
    fields = {name: words.text for name, words in scene.inbound.fields.items()}
    name = scene.inbound.form or "woop"
    if scene.walk is None or scene.walk.flow != name:
        begun = choosing.begin(scene, name)
        scene = scene.then(walk=begun.conversation.walk, parked=begun.conversation.parked)
    walk = scene.walk
    if walk is None:
        return scene.turn(choosing.menu(scene))
    return choosing.move_on(scene, engine.fill(scene.library.flow_of(walk), walk, fields, scene.ear))


def _arrived(scene: Scene) -> Turn:
    """Somebody opened the chat: by a link to another channel, for the first time, or again."""
    if scene.inbound.what == "joined":
        return _joined(scene)
    if scene.inbound.words.text.strip():
        return linking.ask_first(scene, scene.inbound.words.text.strip())
    if scene.conversation.contract in ("none", "declined"):
        return scene.turn(contract.line(scene, opens=True), contract="shown")
    if contract.is_open(scene):
        return scene.turn(contract.line(scene, opens=True))
    return scene.turn(digressions.again(scene, "common.welcome_back"))


def _joined(scene: Scene) -> Turn:
    scene = linking.adopted(scene)
    if scene.conversation.contract == "none":
        scene = scene.then(contract="shown")
    return scene.turn(Say("link.joined"), digressions.again(scene))
