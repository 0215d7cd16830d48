"""The safety hold: the card, a case, then fixed safety texts only, until a person ends it, or somebody who is safe asks to go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogs import answers, cards, choosing, concerns, digressions, linking, resuming
from bot.dialogs.answers import NO, NOT_MEANT, NOT_SAFE, SAFE
from bot.dialogs.scene import Scene, Turn
from coaching.concern import Concern, Layer, Signal, Urgency, Watch
from coaching.conversation import Asked
from coaching.effects import Contact, Effect, Move, Note, OpenCase, Say, SayLater, Settle, TakeBack
from coaching.message import Choice, Kind, Lane, Shape
from handoff import standing
from handoff.rules import Rule, rule_name

ON, SAFE_NOW = "on", "safe"  # of Watch.hold
DOMESTIC = "safeguarding.domestic"
FOLLOW_UP, A_DAY = "safety.follow_up", timedelta(hours=24)
UNTIL_THEY_WRITE = timedelta(days=365)  # nothing is sent to somebody for whom it is not safe
GOING_ON = frozenset(["carry_on", "go_on", "resume", "start_again", "menu", *choosing.STARTS])
ABOUT_WHO = frozenset(["human", "privacy", "my_data", "complain"])
HERE, NOT_HERE = "contact_ok", "contact_not"
_SAME = {"all_safe": SAFE, "someone_not": NOT_SAFE}
_OF_CONTACT = {SAFE: HERE, NOT_SAFE: NOT_HERE}  # yes and no to "is it safe to write to you here?"
BUTTONS = frozenset([SAFE, NOT_SAFE, NOT_MEANT, HERE, NOT_HERE, *_SAME])


def is_on(scene: Scene) -> bool:
    """Whether a hold is on, or waits behind a stop."""
    state = scene.conversation.standing
    return state == standing.SAFETY_HOLD or (state == standing.STOPPED and bool(scene.conversation.watch.hold))


# -- into it --------------------------------------------------------------------------------------------------------------------


def protocol(scene: Scene, signal: Signal, *, open_ended: bool = False) -> Turn:
    """The safety protocol in one turn. Where the card went out as the message arrived, no second one is said.

    `open_ended`: they were asked straight, and did not say yes or no.
    """
    rule = scene.library.rules[rule_name(signal)]
    known = (is_on(scene) or scene.conversation.standing == standing.WITH_COACH) and _goes_on(scene, rule, signal)
    said = cards.short(scene.addressee, rule) if known else cards.card(scene.addressee, signal, open_ended=open_ended)
    held = _held(scene, rule)
    if scene.inbound.alarm:
        watch = replace(held.conversation.watch, case=scene.inbound.alarm)
        return held.turn(asked=_as_asked(scene, said), watch=watch)
    return held.turn(OpenCase(signal), said, *_settled(scene))


def beside_a_coach(scene: Scene) -> bool:
    """Whether a person has the conversation, and the hold behind it is about this already: nobody is asked the same twice."""
    with_coach = scene.conversation.standing == standing.WITH_COACH
    return with_coach and _goes_on(scene, scene.library.rules[rule_name(scene.reading.signal)], scene.reading.signal)


def heard_again(scene: Scene) -> Turn:
    """Something like it once more: the short text, and whoever has the case reads it. The question of the card stays the only one."""
    rule = scene.library.rules[rule_name(scene.reading.signal)]
    return concerns.reported(scene).turn(OpenCase(scene.reading.signal, review=True), cards.short(scene.addressee, rule))


def _goes_on(scene: Scene, rule: Rule, signal: Signal) -> bool:
    """Whether the hold is about this already, and no worse."""
    watch = scene.conversation.watch
    return watch.hold == ON and watch.about == rule.name and signal.urgency is not Urgency.EMERGENCY


def _held(scene: Scene, rule: Rule) -> Scene:
    now, watch = scene.surroundings.now, scene.conversation.watch
    later, more = _follow_up(scene, watch)
    watch = replace(watch, hold=ON, about=rule.name, quiet_until=_quiet(watch, now + timedelta(days=rule.quiet_days)), later=later)
    begun = Note("hold.begun", {"about": rule.name, "from": scene.conversation.standing})
    after = standing.move(scene.conversation.standing, "hold")
    return scene.then(Move("hold"), begun, *more, standing=after, watch=watch, joining="")


def _follow_up(scene: Scene, watch: Watch) -> tuple[dict[str, str], tuple[Effect, ...]]:
    """One kind line a day later, only where the programme has agreed it with the safety lead."""
    if not scene.surroundings.programme.follow_up or watch.hold:
        return dict(watch.later), ()
    said = cards.telling(scene.addressee, FOLLOW_UP, ("help_now",))
    later, before = SayLater(scene.names.new(), said, A_DAY), watch.later.get(FOLLOW_UP)
    return {**watch.later, FOLLOW_UP: later.id}, (*((TakeBack(before),) if before else ()), later)


def _quiet(watch: Watch, until: datetime) -> datetime:
    return until if watch.quiet_until is None else max(until, watch.quiet_until)


def _as_asked(scene: Scene, card: Say) -> Asked:
    """The card that went out as the message arrived is the question that is open: its buttons and their numbers work."""
    language = scene.surroundings.participant.language
    choices = tuple(Choice(each, scene.library.label(language, each)) for each in card.choices)
    return Asked("", card.wording, scene.surroundings.now, Shape.CHOICE, choices)


def _settled(scene: Scene) -> tuple[Settle, ...]:
    return (Settle(scene.heard.label, Lane.SAFETY),) if scene.heard.label else ()


# -- in it ----------------------------------------------------------------------------------------------------------------------


def answer(scene: Scene) -> Turn:
    """Whatever is written in a hold: never silence, never coaching. What else is spoken of is reported, not answered."""
    scene = concerns.reported(scene)
    if scene.conversation.standing == standing.STOPPED:
        return _while_stopped(scene)
    word = scene.heard.word
    if word == "help_now" or word == "help":
        return _lines(scene)
    if word == "stop":
        return _stopped(scene)
    if word in ABOUT_WHO:
        return scene.turn(_saying(scene, "safety.who"))
    return _ANSWERS.get(_answered(scene), _anything)(scene)


def _answered(scene: Scene) -> str:
    """What was answered, by name; nothing where it answers nothing."""
    word = scene.heard.word
    if word in BUTTONS:
        return _SAME.get(word, word)
    if scene.conversation.watch.hold == SAFE_NOW:
        return _wants_to_go_on(scene)
    meant = _meant(scene)
    asked = scene.conversation.asked
    about_contact = asked is not None and asked.wording == scene.library.rules[DOMESTIC].says
    return _OF_CONTACT.get(meant, meant) if about_contact else meant


def _meant(scene: Scene) -> str:
    return answers.safe(scene.inbound.words.text) if scene.inbound.kind is Kind.TEXT else ""


def _intent(scene: Scene) -> str:
    return scene.reading.command or scene.reading.intent


def _wants_to_go_on(scene: Scene) -> str:
    """What was said to "would you like to go back?"; a plain no is no more than that."""
    if scene.heard.word in GOING_ON:
        return "go_on"
    plain = {"affirm": "go_on", "deny": "stay"}.get(_intent(scene), "")
    return plain or (NOT_SAFE if _meant(scene) == NOT_SAFE else "")


def _safe(scene: Scene) -> Turn:
    return _to_go_on(scene, "safety.safe", SAFE)


def _here(scene: Scene) -> Turn:
    return scene.turn(_asking(scene, "safety.domestic.ok", (SAFE, NOT_SAFE, NOT_MEANT)), Contact(True), *_settled(scene))


def _not_meant(scene: Scene) -> Turn:
    return _to_go_on(scene, "safety.not_meant", NOT_MEANT)


def _to_go_on(scene: Scene, wording: str, said: str) -> Turn:
    """They may go back now, when they ask to; the case stays open."""
    watch = replace(scene.conversation.watch, hold=SAFE_NOW)
    note = Note("hold.answered", {"answer": said})
    return scene.turn(_asking(scene, wording, ("carry_on", NOT_SAFE)), note, *_settled(scene), watch=watch)


def _not_safe(scene: Scene) -> Turn:
    concern, _, kind = _rule(scene).name.partition(".")
    signal = Signal(Concern(concern), Urgency.EMERGENCY, kind, layer=Layer.BUTTON, score=1.0)
    watch = replace(scene.conversation.watch, hold=ON)
    note = Note("hold.answered", {"answer": NOT_SAFE})
    return scene.turn(OpenCase(signal), _asking(scene, "safety.not_safe", (SAFE, NOT_MEANT)), note, *_settled(scene), watch=watch)


def _not_here(scene: Scene) -> Turn:
    """It is not safe to write to them: nothing is sent that they did not ask for, not even the kind line a day later."""
    watch = scene.conversation.watch
    quiet = replace(watch, quiet_until=_quiet(watch, scene.surroundings.now + UNTIL_THEY_WRITE), later={})
    said = _asking(scene, "safety.domestic.quiet", (SAFE, NOT_MEANT))
    note = Note("hold.answered", {"answer": NOT_HERE})
    return scene.turn(said, *_taken_back(watch), Contact(False), note, *_settled(scene), watch=quiet)


def _stay(scene: Scene) -> Turn:
    return scene.turn(_saying(scene, "safety.stay", ("carry_on", "help_now")))


def _anything(scene: Scene) -> Turn:
    """A short kind text with the number and a line in it; what cannot be read is said so."""
    scene = linking.adopted(scene)
    also = (digressions.not_read(scene).wording,) if scene.inbound.kind is Kind.UNREADABLE else ()
    if scene.conversation.watch.hold == SAFE_NOW:
        said = _asking(scene, "safety.hold.safe", ("carry_on", NOT_SAFE))
    else:
        said = cards.short(scene.addressee, _rule(scene))
    return scene.turn(replace(said, also=also), *_settled(scene))


def _lines(scene: Scene) -> Turn:
    """*Help now*: every line, with the buttons of the hold."""
    safe = scene.conversation.watch.hold == SAFE_NOW
    card = cards.help_now(scene.addressee, ("carry_on", NOT_SAFE) if safe else (SAFE, NOT_SAFE, NOT_MEANT))
    return scene.turn(replace(card, opens=True, shape=Shape.CHOICE), Note("help_now", {"in": scene.conversation.standing}))


# -- out of it ------------------------------------------------------------------------------------------------------------------


def _go_on(scene: Scene) -> Turn:
    """They said that they are safe, or meant something else, and ask to go on: the case stays open, nudges stay held."""
    watch = replace(scene.conversation.watch, hold="", about="")
    after = standing.move(scene.conversation.standing, "release")
    said = _saying(scene, "safety.back", ())
    freed = scene.then(Move("release"), Note("hold.released", {"by": "participant"}), said, *_settled(scene), standing=after)
    return resuming.resumed(freed.then(watch=watch, asked=None))


def _stopped(scene: Scene) -> Turn:
    """Stopped at once. The hold waits behind it."""
    watch = scene.conversation.watch
    after = standing.move(scene.conversation.standing, "stop")
    said = _saying(scene, "safety.stopped", ("start_again", "help_now"))
    return scene.turn(Move("stop"), said, *_taken_back(watch), standing=after, watch=replace(watch, later={}))


def _while_stopped(scene: Scene) -> Turn:
    """Starting again leads back into the hold; anything else is met with the lines."""
    word = scene.heard.word
    if word not in ("start_again", "resume", *BUTTONS):
        return scene.turn(_saying(scene, "safety.stopped", ("start_again", "help_now")))
    back = scene.then(Move("hold"), standing=standing.move(scene.conversation.standing, "hold"))
    return answer(back) if word in BUTTONS else _anything(back)


def _taken_back(watch: Watch) -> tuple[TakeBack, ...]:
    return tuple(TakeBack(name) for name in watch.later.values())


def late(scene: Scene) -> Turn | None:
    """A button of a card whose hold is over: "I'm not" is taken as it is said; for the others nothing is left to do."""
    if is_left_over(scene):
        return scene.turn(_closed(scene))
    if _SAME.get(scene.heard.word, scene.heard.word) != NOT_SAFE:
        return None
    signal = Signal(Concern.CRISIS, Urgency.EMERGENCY, layer=Layer.BUTTON, score=1.0)
    return protocol(scene, signal)


def is_left_over(scene: Scene) -> bool:
    """Whether it is a button of a safety text that is over, from which nothing follows: an answer to nothing, and to nobody."""
    word = _SAME.get(scene.heard.word, scene.heard.word)
    over = word == NO or (word in BUTTONS and word != NOT_SAFE and not scene.conversation.watch.hold)
    return scene.inbound.kind is Kind.PRESS and over


def _closed(scene: Scene) -> Say:
    """Beside a person it says whom words are for, and how to come back."""
    if scene.conversation.standing != standing.WITH_COACH:
        return Say("press.closed", choices=("help_now",))
    return cards.telling(scene.addressee, "press.closed.person", ("help_now", "back_to_bot"))


# -- saying ---------------------------------------------------------------------------------------------------------------------


def _asking(scene: Scene, wording: str, choices: tuple[str, ...]) -> Say:
    return cards.asking(scene.addressee, wording, choices, _rule(scene))


def _saying(scene: Scene, wording: str, choices: tuple[str, ...] = ("help_now",)) -> Say:
    return cards.telling(scene.addressee, wording, choices, _rule(scene))


def _rule(scene: Scene) -> Rule:
    """What the hold is about; a hold of which that is not known is one of a crisis."""
    rules = scene.library.rules
    return rules.get(scene.conversation.watch.about) or rules[Concern.CRISIS.value]


_ANSWERS: dict[str, Callable[[Scene], Turn]] = {
    SAFE: _safe,
    NOT_SAFE: _not_safe,
    NOT_MEANT: _not_meant,
    HERE: _here,
    NOT_HERE: _not_here,
    "go_on": _go_on,
    "stay": _stay,
}
