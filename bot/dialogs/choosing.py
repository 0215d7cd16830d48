"""What comes next: the menu, the beginning of an exercise, and its end."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs import engine, filling, finishing, parts, walks
from bot.dialogs.engine import Progress
from bot.dialogs.flow import END
from bot.dialogs.phrasing import marking
from bot.dialogs.reading_ahead import read_ahead
from bot.dialogs.replies import Reply
from bot.dialogs.scene import Scene, Turn
from coaching.conversation import Walk
from coaching.effects import Effect, KeepGoal, Note, Say
from coaching.goal import Goal
from coaching.message import Shape

PARKED = 8  # unfinished walks kept; the oldest goes when there are more
NEXT = {"woop": "to_smart", "smart": "to_woop"}  # what a finished exercise can be turned into
STARTS = ("woop", "smart", "to_smart", "to_woop", "go_on")


# -- what is open, said again ---------------------------------------------------------------------------------------------------


def question(scene: Scene, *also: str) -> Say:
    """What is open, asked again: the step of the exercise under way, or the menu."""
    return menu(scene, *also) if scene.walk is None else scene.asks(scene.walk, *also)


def menu(scene: Scene, *also: str) -> Say:
    """What can be done now, the nearest first."""
    unfinished = scene.walk is not None or scene.conversation.parked
    wording = "menu.go_on" if unfinished else "menu.choose"
    return Say(wording, choices=_offers(scene), shape=Shape.CHOICE, opens=True, also=also)


def _offers(scene: Scene) -> tuple[str, ...]:
    under_way = ("carry_on",) if scene.walk is not None else ("go_on",) if scene.conversation.parked else ()
    return (*under_way, *_convertible(scene), "woop", "smart", *(("goals",) if scene.surroundings.goals else ()))


def _convertible(scene: Scene) -> tuple[str, ...]:
    goal = last_goal(scene)
    done_both = goal is None or (goal.woop is not None and goal.smart is not None)
    return () if done_both or goal is None or scene.walk is not None else (NEXT[goal.flow],)


def last_goal(scene: Scene) -> Goal | None:
    """The goal stored last, which the next exercise may go on with."""
    return next((goal for goal in reversed(scene.surroundings.goals) if goal.id == scene.conversation.last_goal), None)


# -- beginning ------------------------------------------------------------------------------------------------------------------


def start(scene: Scene, word: str) -> Turn:
    """What one of STARTS asks for."""
    if word == "go_on":
        return go_on(scene)
    if word in ("woop", "smart"):
        return begin(scene, word)
    goal = last_goal(scene)
    return scene.turn(menu(scene)) if goal is None else begin(scene, word.removeprefix("to_"), goal=goal)


def begin(scene: Scene, name: str, *, words: str = "", goal: Goal | None = None) -> Turn:
    """A new walk; `words` are taken as the answer to its first question, `goal` is one to work on with this exercise."""
    scene, also = aside(scene)
    flow = scene.library.latest(name)
    walk = walks.begin(flow, scene.surroundings.now)
    if goal is not None:
        walk = known(scene, finishing.prefilled(walk, goal))
    progress = engine.answer(flow, walk, Reply(words), scene.ear) if words else Progress(walk)
    return move_on(scene, replace(progress, heard=(*also, *progress.heard)))


def known(scene: Scene, walk: Walk) -> Walk:
    """A prefilled walk, standing at its first open step."""
    flow = scene.library.flow_of(walk)
    first = flow.order[0]
    read = read_ahead(flow, walk, first, walks.words_of(walk, first.name), scene.ear, kept=True)
    return walks.onward(flow, read)


def aside(scene: Scene) -> tuple[Scene, tuple[str, ...]]:
    """The exercise under way is kept aside, if anything was said in it."""
    walk = scene.walk
    if walk is None or not walk.answers:
        return scene, ()
    parked = (*scene.conversation.parked, walk)[-PARKED:]
    return scene.then(walk=None, parked=parked), ("common.kept_aside",)


def go_on(scene: Scene) -> Turn:
    """Back to what was left unfinished last."""
    if scene.walk is not None or not scene.conversation.parked:
        return scene.turn(question(scene, *(() if scene.walk else ("common.nothing_waiting",))))
    *parked, walk = scene.conversation.parked
    asks = marking.stretch(scene.library.flow_of(walk), walk, scene.asks(walk, "common.welcome_back"))
    return scene.turn(asks, walk=walk, parked=tuple(parked))


def adopt(scene: Scene, walk: Walk) -> Scene:
    """A walk that comes from a conversation joined to this one."""
    if scene.walk is None:
        return scene.then(walk=walk)
    return scene.then(parked=(*scene.conversation.parked, walk)[-PARKED:])


def from_words(scene: Scene, words: str) -> Turn:
    """A wish or a goal in somebody's first words: WOOP is for doing, SMART where most letters are there already."""
    clear = {"measurable", "time_based"} <= scene.ear.met(words) and not scene.ear.names_parts(words)
    return begin(scene, "smart" if clear else "woop", words=words)


def would_start(scene: Scene) -> bool:
    """Whether this message asks for an exercise, by name or with a wish."""
    heard = scene.heard
    return heard.word in STARTS or (not heard.word and is_wish(scene))


def is_wish(scene: Scene) -> bool:
    """Whether the words look like a wish or a goal."""
    reply = scene.heard.reply
    if not reply.words or reply.intent not in ("content", "set_goal"):
        return False
    return scene.ear.judge.spot_wish(reply.words) is not None or parts.several(reply.words)


# -- going on and ending --------------------------------------------------------------------------------------------------------


def move_on(scene: Scene, progress: Progress) -> Turn:
    """Ask what is open in the walk now, or finish it."""
    if progress.walk.step == END:
        return finish(scene, progress.walk)
    also = scene.first_written(progress.heard)
    draft = finishing.draft_of(_finish(scene, progress.walk))
    walk = progress.walk if draft is None else replace(progress.walk, goal_id=draft.id)
    kept = () if draft is None else (KeepGoal(draft),)
    asks = marking.next_question(scene, walk, scene.asks(walk, *also))
    return scene.turn(*kept, asks, walk=walk, asked=None)


def _finish(scene: Scene, walk: Walk) -> finishing.Finish:
    flow = scene.library.flow_of(walk)
    return finishing.Finish(flow, walk, scene.words, scene.ear, scene.surroundings, scene.names)


def finish(scene: Scene, walk: Walk) -> Turn:
    """Store the goal, show it, and ask what comes next."""
    goal = finishing.goal_of(_finish(scene, walk))
    after = scene.then(Note("walk.finished", {"flow": walk.flow, "version": walk.version}), walk=None, asked=None)
    if goal is None:
        return after.turn(_done(after, walk, (), planned=False))
    after = after.then(KeepGoal(goal), last_goal=goal.id)
    both = goal.woop is not None and goal.smart is not None
    return after.turn(_done(after, walk, () if both else (NEXT[walk.flow],), planned=bool(goal.steps)))


def _done(scene: Scene, walk: Walk, offers: tuple[str, ...], *, planned: bool) -> Say:
    flow = scene.library.flow_of(walk)
    wording = f"{walk.flow}.done" if planned else f"{walk.flow}.done_without_plan"
    parked = ("go_on",) if scene.conversation.parked else ()
    said = Say(wording, choices=(*offers, *parked, "menu"), shape=Shape.CHOICE, opens=True)
    return marking.stretch(flow, walk, filling.filled(said, flow, walk, scene.words, scene.ear))


def listed(scene: Scene) -> tuple[Effect, ...]:
    """The stored goals."""
    goals = "\n".join(_listed(scene, goal) for goal in scene.surroundings.goals)
    return (Say("goals.list", {"goals": goals}) if goals else Say("goals.none"),)


def _listed(scene: Scene, goal: Goal) -> str:
    unfinished = scene.words["blank.unfinished"].variants[0].source
    return f"• {goal.text} {unfinished}" if goal.status == finishing.DRAFT else f"• {goal.text}"
