"""The global words: one mechanism for every step of every flow. Each is answered, and the same question is open after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.dialogs import cards, choosing, contract, engine, playing, returning, sharing, walks
from bot.dialogs.flow import END
from bot.dialogs.scene import Scene, Turn
from coaching.concern import Concern, Layer, Signal, Urgency
from coaching.conversation import Walk
from coaching.effects import EndCase, Move, Note, OpenCase, Say
from coaching.message import Lane, Shape
from handoff import standing

ANSWERED = {  # word → what is said before the open question is asked again
    "my_data": Say("my_data.how"),
    "complain": Say("complain.how"),
    "leave": Say("leave.how"),
}
BRIEF = {"thank": "common.thanks", "greet": "common.hello", "never_mind": ""}  # said in the same message as the question
RESTING = {"later": "later.kept", "goodbye": "common.goodbye"}  # the question stays open, and is not asked again at once
CARRY_ON = ("carry_on",)
COMPLAINT = Signal(Concern.BOT_FRUSTRATION, Urgency.SOON, "complaint", layer=Layer.BUTTON, score=1.0)
UNREADABLE = ("voice", "photo", "sticker", "file")


def answer(scene: Scene) -> Turn | None:
    """The turn of a global word; None where the message is none."""
    word = scene.heard.word
    if word == "help":
        return scene.turn(what_i_can_do(scene), again(scene))
    if word == "privacy":
        return scene.turn(*who_sees(scene), again(scene))
    if word == "complain" and scene.surroundings.programme.staffed:
        return complaint(scene)
    if word in ANSWERED:
        return scene.turn(ANSWERED[word], again(scene))
    if word in BRIEF:
        return scene.turn(again(scene, *filter(None, (BRIEF[word],))))
    if word in RESTING:
        return scene.turn(Say(RESTING[word], choices=CARRY_ON))
    special = _change_one if word.startswith("change_") else _SPECIAL.get(word)
    return special(scene) if special else None


def what_i_can_do(scene: Scene) -> Say:
    """The words for finding one's way; they end with the lines."""
    return replace(cards.telling(scene.addressee, "help.what", ("help_now", "human")), lane=Lane.REPLY)


def who_sees(scene: Scene) -> tuple[Say, ...]:
    """Who can read this; and where a language model has a part in what is said, what that one sees."""
    where = scene.surroundings.programme.phrasing
    return (Say("privacy.who"), *((Say(contract.PHRASING[where]),) if where else ()))


def complaint(scene: Scene) -> Turn:
    """A complaint goes to those who run the study, and not to the coaches; one who is there reads the word, and that is said."""
    raised = scene.then(OpenCase(COMPLAINT), Note("complaint"))
    if scene.conversation.standing == standing.WITH_COACH:
        return raised.turn(replace(_complained(scene, "complain.with_person"), lane=Lane.COACH))
    return raised.turn(replace(_complained(scene, "complain.passed_on"), choices=("help_now",)), again(scene))


def _complained(scene: Scene, wording: str) -> Say:
    """What is said of it, with when they answer as a rule, where that is known."""
    due = sharing.due_at(scene, COMPLAINT, scene.surroundings.now)
    said = Say(wording, {"due": sharing.speech(scene).when(due)}) if due else Say(f"{wording}.unknown")
    return replace(said, wording=playing.of(scene.surroundings.programme, said.wording))


def not_read(scene: Scene) -> Say:
    """What cannot be read is said so."""
    what = scene.inbound.what
    return Say(f"unreadable.{what if what in UNREADABLE else 'other'}")


def again(scene: Scene, *also: str) -> Say:
    """The question that is open, asked again."""
    if sharing.is_open(scene):
        return sharing.again(scene, *also)
    if returning.is_open(scene):
        return returning.again(scene, *also)
    return contract.line(scene, opens=True) if contract.is_open(scene) else choosing.question(scene, *also)


# -- safety, stop ---------------------------------------------------------------------------------------------------------------


def help_now(scene: Scene) -> Turn:
    """The country's lines at once. Nothing follows them in the same turn; the open question stays open."""
    state = scene.conversation.standing
    choices = {standing.STOPPED: ("start_again",), standing.WITH_COACH: ()}.get(state, CARRY_ON)
    return scene.turn(cards.help_now(scene.addressee, choices), Note("help_now", {"in": state}))


def stop(scene: Scene) -> Turn:
    """Stopped at once, in every state. The lines stay within reach; a person who was asked for and has not come does not come now."""
    state = scene.conversation.standing
    waited = (EndCase(Concern.WANTS_HUMAN.value, "cancelled"),) if state == standing.WAITING else ()
    said = Say("stop.done", choices=("start_again", "help_now"))
    return scene.turn(Move("stop"), *waited, said, standing=standing.move(state, "stop"), sharing=None)


def still_stopped(scene: Scene) -> Turn:
    """Only being asked to start again ends it; asked for help or a person, the lines; anything else gets one short line."""
    if scene.heard.word in ("help", "human"):
        return help_now(scene)
    if scene.heard.word not in ("start_again", "resume"):
        return scene.turn(Say("stop.still", choices=("start_again", "help_now")))
    awake = scene.then(Move("start_again"), standing=standing.move(scene.conversation.standing, "start_again"))
    return awake.turn(again(awake, "common.welcome_back"))


# -- words about the talk -------------------------------------------------------------------------------------------------------


def _pause(scene: Scene) -> Turn:
    after = standing.move(scene.conversation.standing, "pause")
    return scene.turn(Move("pause"), Say("pause.done", choices=CARRY_ON), standing=after)


def _carry_on(scene: Scene) -> Turn:
    if scene.walk is None and scene.conversation.parked:
        return choosing.go_on(scene)
    return scene.turn(again(scene))


def _menu(scene: Scene) -> Turn:
    return scene.turn(choosing.menu(scene))


def _goals(scene: Scene) -> Turn:
    return scene.turn(*choosing.listed(scene), again(scene))


def _why(scene: Scene) -> Turn:
    return scene.turn(Say(_why_wording(scene)), again(scene))


def _why_wording(scene: Scene) -> str:
    asked = scene.conversation.asked
    own = f"{asked.wording}.why" if asked is not None else ""
    if own in scene.words or scene.walk is None:
        return own if own in scene.words else "menu.choose.why"
    return f"{scene.library.flow_of(scene.walk).step(scene.walk.step).ask}.why"


# -- words about the answers ----------------------------------------------------------------------------------------------------


def _skip(scene: Scene) -> Turn:
    if scene.walk is None:
        return scene.turn(again(scene))
    progress = engine.skip(scene.library.flow_of(scene.walk), scene.walk)
    return choosing.move_on(scene, replace(progress, heard=("common.skipped",)))


def _back(scene: Scene) -> Turn:
    walk = scene.walk
    before = _step_before(walk) if walk is not None else ""
    if walk is None or not before:
        return scene.turn(again(scene, *(("common.nothing_before",) if walk else ())))
    return _open_again(scene, replace(walk, trail=walk.trail[: _last(walk.trail, before)]), before, "common.back")


def _step_before(walk: Walk) -> str:
    """The step asked last before this one that holds something."""
    return next((name for name in reversed(walk.trail) if name != walk.step and name in walk.answers), "")


def _last(trail: tuple[str, ...], name: str) -> int:
    return len(trail) - 1 - trail[::-1].index(name)


def change(scene: Scene) -> Turn:
    """Which answer to change: asked by buttons."""
    walk = scene.walk
    if walk is None:
        return scene.turn(again(scene))
    names = [name for name, answer in walk.answers.items() if name != walk.step and answer.how not in walks.OPEN]
    if not names:
        return scene.turn(again(scene, "change.nothing"))
    choices = tuple(f"change_{name}" for name in names)
    return scene.turn(Say("change.which", choices=(*choices, "never_mind"), shape=Shape.CHOICE, opens=True, also=_missed(scene)))


def choosing_what_to_change(scene: Scene) -> bool:
    """Whether the open question is which answer to change: what is said then is no answer to the step."""
    return scene.conversation.asked is not None and scene.conversation.asked.wording == "change.which"


def _missed(scene: Scene) -> tuple[str, ...]:
    return ("common.choose_one",) if choosing_what_to_change(scene) else ()


def _change_one(scene: Scene) -> Turn:
    walk, name = scene.walk, scene.heard.word.removeprefix("change_")
    if walk is None or walk.step == END:
        return scene.turn(again(scene))
    if name not in walk.answers:
        return scene.turn(again(scene)) if name == walk.step else change(scene)
    return _answered_anew(scene, walk, name) if scene.heard.reply.words else _open_again(scene, walk, name)


def _answered_anew(scene: Scene, walk: Walk, name: str) -> Turn:
    """What to change and what it should be, in one message."""
    flow = scene.library.flow_of(walk)
    reopened = walks.at(walks.reopened(walk, name), name)
    return choosing.move_on(scene, engine.answer(flow, reopened, scene.heard.reply, scene.ear))


def _open_again(scene: Scene, walk: Walk, name: str, *also: str) -> Turn:
    reopened = walks.at(walks.reopened(walk, name), name)
    return scene.turn(scene.asks(reopened, *also), walk=reopened, asked=None)


_SPECIAL: dict[str, Callable[[Scene], Turn]] = {
    "pause": _pause,
    "carry_on": _carry_on,
    "resume": _carry_on,
    "back_to_bot": _carry_on,
    "start_again": _carry_on,
    "menu": _menu,
    "goals": _goals,
    "why": _why,
    "skip": _skip,
    "back": _back,
    "change": change,
}
