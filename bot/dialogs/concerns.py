"""Hard things that are no danger: their words once, a case where the table says so, and the step is there when they want it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from bot.dialogs import cards, choosing, contract, digressions, people, walks
from bot.dialogs.engine import UNHEARD
from bot.dialogs.scene import Scene, Turn
from bot.nlu.tidy import tidy
from coaching.concern import HOLDING, Concern, Signal
from coaching.conversation import Answer, Walk
from coaching.effects import Note, OpenCase, Say
from coaching.message import Kind, Lane, Shape
from handoff import standing
from handoff.rules import STUCK, Rule, opens_case, rule_name

LIGHT = frozenset([Concern.CLINICAL_QUESTION, Concern.WANTS_HUMAN, Concern.BOT_FRUSTRATION])  # not answered once somebody has stopped
MAY_ANSWER = frozenset([Concern.BURNOUT, Concern.ETHICAL_DILEMMA])
A_WEEK = timedelta(days=7)
MISSES = 3  # action steps missed in a row
_MISSED = "missed in a row"  # in `heard`
_STUCK = re.compile(
    r"(?:i(?:'m| am| keep| feel)? |we(?:'re| are)? |it(?:'s| is)? |just |still |so |really |always |going |getting )*"
    r"(?:stuck(?: again| here| with (?:it|this))?|(?:round (?:and round )?in |in )circles|nowhere(?: with (?:it|this))?|no further|"
    r"(?:not|never) (?:moving|getting anywhere|going anywhere)|no progress(?: at all)?)"
)


def answer(scene: Scene) -> Turn | None:
    """The turn of a concern that is no danger; None where there is none, or where its words were said not long ago."""
    signal = scene.reading.signal
    if signal.concern is Concern.NONE or signal.concern in HOLDING:
        return None
    if scene.conversation.standing == standing.STOPPED and signal.concern in LIGHT:
        return None
    rule = scene.library.rules[rule_name(signal)]
    if not _told_lately(scene, rule):
        return _told(scene, rule, signal)
    return None if signal.concern in MAY_ANSWER else _again(scene)


def _again(scene: Scene) -> Turn | None:
    """Told more of it: heard, and the same question again. It is no answer to that, and begins nothing."""
    if scene.conversation.standing == standing.STOPPED:
        return None
    return told_again(scene).turn(digressions.again(scene, "concern.again"))


def told_again(scene: Scene) -> Scene:
    """With the case of a concern whose words were said not long ago: every message that speaks of it counts."""
    lately = is_serious(scene) and _told_lately(scene, scene.library.rules[rule_name(scene.reading.signal)])
    return reported(scene) if lately else scene


def reported(scene: Scene) -> Scene:
    """With the case of what is spoken of besides something worse that is answered."""
    return _with_case(scene, scene.reading.signal)


def beside(scene: Scene) -> Scene:
    """With the case of what phrases found besides something graver that is asked about: it does not wait for the answer."""
    return _with_case(scene, scene.reading.beside)


def _with_case(scene: Scene, signal: Signal) -> Scene:
    opened = _is_serious(signal.concern) and opens_case(scene.library.rules[rule_name(signal)], signal.urgency)
    return scene.then(OpenCase(signal)) if opened else scene


def is_serious(scene: Scene) -> bool:
    """Whether the message speaks of a concern that is no danger, and nothing light."""
    return _is_serious(scene.reading.signal.concern)


def _is_serious(concern: Concern) -> bool:
    return concern is not Concern.NONE and concern not in HOLDING | LIGHT


def _told_lately(scene: Scene, rule: Rule) -> bool:
    at = scene.conversation.watch.told.get(rule.name)
    return at is not None and scene.surroundings.now < at + timedelta(hours=rule.again_hours)


def _told(scene: Scene, rule: Rule, signal: Signal) -> Turn:
    second = _was_told(scene, rule, A_WEEK)
    opened = (OpenCase(signal),) if opens_case(rule, signal.urgency, second=second) else ()
    scene = _remembered(scene, rule).then(*opened)
    if rule.name == Concern.WANTS_HUMAN:
        return people.human(scene)
    said = replace(Say(rule.says, cards.blanks(scene.addressee, rule, signal.urgency), _choices(scene, rule)), lane=_lane(signal))
    return _then(scene, rule, said)


def _was_told(scene: Scene, rule: Rule, within: timedelta) -> bool:
    at = scene.conversation.watch.told.get(rule.name)
    return at is not None and scene.surroundings.now < at + within


def _remembered(scene: Scene, rule: Rule) -> Scene:
    now, watch = scene.surroundings.now, scene.conversation.watch
    quiet = now + timedelta(days=rule.quiet_days) if rule.quiet_days else None
    until = max(filter(None, (quiet, watch.quiet_until)), default=None)
    return scene.then(watch=replace(watch, told={**watch.told, rule.name: now}, quiet_until=until))


def _lane(signal: Signal) -> Lane:
    return Lane.REPLY if signal.concern in LIGHT else Lane.SAFETY


# -- what comes after the words -------------------------------------------------------------------------------------------------


def _then(scene: Scene, rule: Rule, said: Say) -> Turn:
    """Stopped: nothing more. Else the step is asked again, waits beneath, or is put aside until it is asked for."""
    if scene.conversation.standing == standing.STOPPED:
        return scene.turn(replace(said, choices=("start_again", "help_now")))
    if rule.coaching == "stops":
        return _put_aside(scene, said)
    if rule.coaching == "goes_on" or contract.is_open(scene):
        return scene.turn(said, digressions.again(scene))
    if people.wanted(scene):
        return people.ask(scene.then(said, walk=_walk_with_words(scene)))
    also = (Say("human.not_yet", choices=("help_now",)),) if scene.heard.word == "human" else ()
    return scene.turn(_opening(said), *also, walk=_walk_with_words(scene))


def _walk_with_words(scene: Scene) -> Walk | None:
    """What may well be an answer too (tiredness gets in the way of much) is offered as one when they go on."""
    walk, signal = scene.walk, scene.reading.signal
    if walk is None or signal.concern not in MAY_ANSWER or scene.inbound.kind is not Kind.TEXT:
        return walk
    step = scene.library.flow_of(walk).step(walk.step)
    if not step.check or step.scale is not None or step.name in walk.answers:
        return walk
    return walks.given(walk, step.name, Answer(scene.inbound.words.text, "earlier", words=UNHEARD))


def _put_aside(scene: Scene, said: Say) -> Turn:
    """Coaching stops and does not begin again by itself."""
    aside, _ = choosing.aside(scene)
    back = ("go_on",) if aside.conversation.parked else ("menu",)
    return aside.turn(replace(_opening(said), choices=(*back, *said.choices)), walk=None)


def _opening(said: Say) -> Say:
    """With its buttons as the open question: one of them may be typed."""
    return replace(said, shape=Shape.CHOICE, opens=True)


def _choices(scene: Scene, rule: Rule) -> tuple[str, ...]:
    """The row's buttons that make sense here, and *help now*."""
    needs_a_step = ("skip", "start_over")
    fitting = [each for each in rule.choices if each not in needs_a_step or scene.walk is not None]
    return (*fitting, "help_now") if rule.choices else ()


# -- being stuck ----------------------------------------------------------------------------------------------------------------


def counted(scene: Scene) -> Scene:
    """With the misses reported in a row; anything done begins anew."""
    heard, intent = scene.conversation.heard, scene.heard.reply.intent
    if intent == "report_missed" and scene.walk is None:
        return scene.then(heard={**heard, _MISSED: heard.get(_MISSED, 0) + 1})
    if intent in ("report_done", "report_progress") and heard.get(_MISSED):
        return scene.then(heard={**heard, _MISSED: 0})
    return scene


def stuck(scene: Scene) -> Turn | None:
    """Three misses in a row, or the plain words for it; None where it is neither."""
    if scene.conversation.heard.get(_MISSED, 0) < MISSES and not _says_so(scene):
        return None
    rule = scene.library.rules[STUCK]
    again = scene.then(Note(STUCK), heard={**scene.conversation.heard, _MISSED: 0})
    return _then(again, rule, Say(rule.says, choices=_choices(scene, rule)))


def _says_so(scene: Scene) -> bool:
    """In an exercise, "I feel stuck" may be the answer to its question."""
    text = tidy(scene.heard.reply.words).strip(" .!?")
    return _STUCK.fullmatch(text) is not None and (scene.walk is None or "stuck" not in text)


def choose(scene: Scene) -> Turn | None:
    """What the buttons under these words ask for, where no other word does it."""
    if scene.heard.word == "start_over":
        return choosing.begin(scene, scene.walk.flow) if scene.walk is not None else scene.turn(choosing.menu(scene))
    if scene.heard.word == "smaller":
        return choosing.begin(scene.then(Say("concern.smaller")), "woop")
    return scene.turn(choosing.menu(scene)) if scene.heard.word == "something_else" else None
