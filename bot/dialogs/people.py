"""Asking for a person: the case, when somebody answers as a rule, and what that person may read. The step waits with its answers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.dialogs import digressions, playing, resuming, sharing
from bot.dialogs.scene import Scene, Turn
from bot.nlu.tidy import tidy
from coaching.concern import Concern, Layer
from coaching.effects import Approve, EndCase, Move, Note, OpenCase, Say
from coaching.message import Kind
from coaching.words import Words
from handoff import approvals, hours, standing
from handoff.brief import Approval

WHOM = Concern.WANTS_HUMAN.value
_CALLED_OFF = re.compile(
    r"(?:actually |ok(?:ay)? |no |oh |sorry |please |i )*(?:never ?mind|"
    r"(?:don't|do not|no longer) (?:need|want) (?:a |the |any |to talk to (?:a |the )?)?(?:real )?(?:person|human|coach)|"
    r"no need for (?:a |the )?(?:person|human|coach)|(?:cancel|call off) (?:the |my )?(?:person|human|coach|request))"
    r"(?: any ?more| now| after all| thanks| thank you)*"
)


def human(scene: Scene) -> Turn:
    """Somebody asks for a person. Where nobody is there, that is what is said; that a person was asked for is counted."""
    if scene.conversation.standing == standing.WITH_COACH:
        return scene.turn()
    if scene.surroundings.programme.staffed:
        return ask(scene)
    return scene.turn(Note("human.asked"), Say("human.not_yet", choices=("help_now",)), digressions.again(scene))


def wanted(scene: Scene) -> bool:
    """Whether this message asks for a person, by word, button or freely, in a programme that has some."""
    asks = scene.heard.word == "human" or scene.reading.signal.concern is Concern.WANTS_HUMAN
    return asks and scene.surroundings.programme.staffed and scene.conversation.standing != standing.WITH_COACH


def ask(scene: Scene) -> Turn:
    """Open the case, say when somebody answers, and show what that person would read. It is the one question that is open then."""
    again = scene.conversation.standing == standing.WAITING
    awake, also = _started_again(scene)
    case = replace(sharing.ASKED_FOR, layer=_layer(scene), score=scene.reading.signal.score or 1.0)
    after = standing.move(awake.conversation.standing, "ask")
    asked = awake.then(Note("human.asked"), OpenCase(case), Move("ask"), standing=after, sharing=sharing.begun(scene))
    said = Say("people.waiting", choices=("help_now",)) if again else _asked(asked)
    return asked.turn(replace(said, also=also), sharing.question(asked))


def _started_again(scene: Scene) -> tuple[Scene, tuple[str, ...]]:
    """Whoever has stopped and now asks for a person can be written to again, and is told so."""
    state = scene.conversation.standing
    if state != standing.STOPPED:
        return scene, ()
    return scene.then(Move("start_again"), standing=standing.move(state, "start_again")), ("people.started_again",)


def _layer(scene: Scene) -> Layer:
    signal = scene.reading.signal
    return signal.layer if signal.concern is Concern.WANTS_HUMAN else Layer.BUTTON


def _asked(scene: Scene) -> Say:
    """When somebody answers as a rule, and whether anybody is there now."""
    now, cover = scene.surroundings.now, scene.surroundings.programme.cover
    due = sharing.due_at(scene, sharing.ASKED_FOR, now)
    programme = scene.surroundings.programme
    if cover is None or due is None:
        return Say(playing.of(programme, "people.asked.unknown"), choices=("help_now",))
    when = sharing.speech(scene).when
    blanks = {"due": when(due), "when": when(hours.opens_at(cover, now))}
    asked = "people.asked" if hours.covered(cover, now) else "people.asked.closed"
    return Say(playing.of(programme, asked), blanks, ("help_now",))


# -- answers --------------------------------------------------------------------------------------------------------------------


def answer(scene: Scene) -> Turn | None:
    """The answer to what a person may read, or that none is needed any more; None for everything else."""
    if _calls_off(scene):
        return _called_off(scene)
    if not sharing.is_open(scene) or scene.inbound.kind not in (Kind.TEXT, Kind.PRESS):
        return None
    if sharing.takes_words(scene):
        return _shown(scene.then(sharing=sharing.requoted(scene)), "people.words.heard")
    given = _given(scene)
    if given.startswith(sharing.LEAVE) and given != sharing.LEAVE_OUT:
        return _left_out(scene, given.removeprefix(sharing.LEAVE))
    if given in sharing.WANTED:
        return _wanting(scene, given)
    return _ANSWERS.get(given, _not_caught)(scene)


def _given(scene: Scene) -> str:
    """What was answered, by the id of a choice; yes, no and *skip* are answers to some of the questions."""
    asked, reply = scene.conversation.asked, scene.heard.reply
    wording = asked.wording if asked else ""
    plain = reply.choice or _PLAIN.get((wording, scene.heard.word or reply.intent), "")
    return plain or ("back" if scene.heard.word == "back" and wording != sharing.SHARE else "")


_PLAIN = {
    (sharing.SHARE, "affirm"): sharing.SHARE_IT,
    (sharing.SHARE, "deny"): sharing.SHARE_NOTHING,
    (sharing.SHARE, "skip"): sharing.SHARE_NOTHING,
    (sharing.SHARE, "change"): sharing.CHANGE_WORDS,
    (sharing.WHICH, "deny"): "back",
    (sharing.WHICH, "skip"): "back",
    (sharing.WORDS, "deny"): "back",
    (sharing.WORDS, "skip"): "back",
    (sharing.WANTS, "deny"): "no_wants",
    (sharing.WANTS, "skip"): "no_wants",
}


def _not_caught(scene: Scene) -> Turn | None:
    """Another word is another word. Else the question again, as long as their patience lasts; then the message is for the step."""
    if scene.heard.word or sharing.is_late(scene):
        return None
    return scene.turn(sharing.again(scene, "common.choose_one"))


def _shown(scene: Scene, *also: str) -> Turn:
    return scene.turn(sharing.question(scene, *also))


def _which(scene: Scene) -> Turn:
    """What to leave out; where there is only one thing, that."""
    fields = sharing.in_it(scene)
    return _left_out(scene, *fields) if len(fields) == 1 else scene.turn(sharing.which(scene))


def _left_out(scene: Scene, *fields: str) -> Turn:
    known = scene.conversation.sharing
    return _shown(scene.then(sharing=known and replace(known, left_out=(*known.left_out, *fields))), "people.left_out")


def _words(scene: Scene) -> Turn:
    known = scene.conversation.sharing
    room = scene.then(sharing=known and sharing.with_words(known))
    return room.turn(sharing.words(room))


def _no_words(scene: Scene) -> Turn:
    known = scene.conversation.sharing
    return _shown(scene.then(sharing=known and replace(known, quote=Words(), masked=0)), "people.left_out")


def _shared(scene: Scene) -> Turn:
    """Kept at once, so that nothing hangs on the next tap."""
    return _approved(scene, sharing.approval(scene)).turn(sharing.wants(scene, "people.shared"))


def _wanting(scene: Scene, given: str) -> Turn:
    return _done(_approved(scene, sharing.approval(scene, sharing.WANTED[given])), "people.meanwhile")


def _no_wants(scene: Scene) -> Turn:
    return _done(scene, "people.meanwhile")


def _nothing(scene: Scene) -> Turn:
    return _done(_approved(scene, sharing.nothing(scene)), "people.nothing", "people.meanwhile")


def shared_quietly(scene: Scene) -> Turn | None:
    """A yes that comes when a person is there already: kept, and nothing is said."""
    if not sharing.is_open(scene) or scene.heard.reply.choice != sharing.SHARE_IT:
        return None
    return _approved(scene, sharing.approval(scene)).turn(asked=None, sharing=None)


def _approved(scene: Scene, approval: Approval) -> Scene:
    kept = Approve(Words(approvals.encode(approval).decode("ascii")))
    return scene.then(kept, Note("brief.approved", {"left_out": len(approval.left_out), "words": bool(approval.quote)}))


def _done(scene: Scene, *also: str) -> Turn:
    """The paused step again, with everything that was answered."""
    closed = scene.then(asked=None, sharing=None)
    if closed.conversation.contract == "accepted":
        return resuming.resumed(closed, *also)
    return resuming.resumed(closed.then(Say(also[-1], also=also[:-1])))


_ANSWERS: dict[str, Callable[[Scene], Turn | None]] = {
    sharing.SHARE_IT: _shared,
    sharing.LEAVE_OUT: _which,
    sharing.CHANGE_WORDS: _words,
    sharing.ADD_WORDS: _words,
    sharing.SHARE_NOTHING: _nothing,
    sharing.NO_WORDS: _no_words,
    "no_wants": _no_wants,
    "back": _shown,
}


# -- never mind -----------------------------------------------------------------------------------------------------------------


def _calls_off(scene: Scene) -> bool:
    """Whether somebody who waits for a person needs none any more."""
    if scene.conversation.standing != standing.WAITING or digressions.choosing_what_to_change(scene):
        return False
    return scene.heard.word == sharing.CALL_OFF or _says_so(scene)


def _says_so(scene: Scene) -> bool:
    return _CALLED_OFF.fullmatch(tidy(scene.heard.reply.words).strip(" .!?")) is not None


def _called_off(scene: Scene) -> Turn:
    """The case ends by their own wish, and the step goes on."""
    ended = (EndCase(WHOM, "cancelled"), Move("cancel"), Note("human.cancelled"))
    after = standing.move(scene.conversation.standing, "cancel")
    return _done(scene.then(*ended, standing=after), "people.cancelled")
