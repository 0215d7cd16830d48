"""While a person has the conversation: what is said is passed on, and the bot says nothing but safety texts."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogs import cards, digressions, holding, linking, people, resuming
from bot.dialogs.scene import Scene, Turn
from bot.nlu.tidy import tidy
from coaching.concern import Concern
from coaching.effects import Effect, Move, Note, OfferLink, PassOn, RedeemLink, Say, Settle
from coaching.message import Kind, Lane
from handoff import standing

SAID = (Kind.TEXT, Kind.PRESS, Kind.FORM, Kind.UNREADABLE)  # what is for whoever has the conversation
BACK = "back_to_bot"
EARLIER = {"earlier_yes": "yes", "earlier_no": "no"}  # may they read what was said before they came?
_BACK_TO_BOT = re.compile(
    r"(?:please |ok(?:ay)? |can (?:i|we) |could (?:i|we) |i(?:'d| would) (?:like|rather|prefer) (?:to )?|i want (?:to )?|let me |take me |"
    r"put me |switch (?:me )?|go |get |talk |speak |be )*(?:back )?(?:to|with) (?:the |my )?(?:coach ?bot|bot)"
    r"(?: instead| again| now| please)*"
)


def has_it(scene: Scene) -> bool:
    """Whether a person has the conversation."""
    return scene.conversation.standing == standing.WITH_COACH


def answer(scene: Scene) -> Turn:
    """Back to the bot where that is asked for; else nothing is said. What was agreed of earlier talk is written down."""
    if _wants_back(scene):
        return _back(scene)
    if scene.inbound.kind is Kind.ARRIVED:
        return linking.adopted(scene).turn()
    shared = people.shared_quietly(scene) or _complained(scene)
    if shared is not None:
        return shared
    agreed = EARLIER.get(scene.inbound.press.choice if scene.inbound.press else "")
    return scene.turn(Note("earlier.answered", {"answer": agreed})) if agreed else scene.turn()


def _complained(scene: Scene) -> Turn | None:
    """A complaint, which may be about whoever is there, reaches those who run the study all the same; that it does is said."""
    word = scene.heard.word if scene.inbound.kind is Kind.PRESS else scene.reading.command
    return digressions.complaint(scene) if word == "complain" and scene.surroundings.programme.staffed else None


def _wants_back(scene: Scene) -> bool:
    text = tidy(scene.inbound.words.text).strip(" .!?") if scene.inbound.kind is Kind.TEXT else ""
    return scene.heard.word == BACK or _BACK_TO_BOT.fullmatch(text) is not None


def _back(scene: Scene) -> Turn:
    """By their own wish. Out of a hold this leads back into it: nobody has let go of that."""
    note = Note("handed_back", {"by": "participant"})
    if scene.conversation.watch.hold:
        return _back_into_the_hold(scene.then(note))
    after = scene.then(Move("hand_back"), note, standing=standing.move(standing.WITH_COACH, "hand_back"), asked=None)
    return resuming.resumed(after, "people.back.own")


def _back_into_the_hold(scene: Scene) -> Turn:
    rules = scene.library.rules
    rule = rules.get(scene.conversation.watch.about) or rules[Concern.CRISIS.value]
    after = standing.move(standing.WITH_COACH, "hand_back_to_hold")
    return scene.turn(Move("hand_back_to_hold"), cards.short(scene.addressee, rule), standing=after)


# -- one voice ------------------------------------------------------------------------------------------------------------------


def passed_on(scene: Scene, turn: Turn) -> Turn:
    """The turn as it may be while a person is there: what was said goes to them, the step stays as it is, one voice speaks.

    A "no" to what the bot once asked about danger is no word to them.
    """
    theirs = (PassOn(),) if scene.inbound.kind in SAID and not holding.is_left_over(scene) else ()
    if turn.conversation.standing != standing.WITH_COACH:
        return replace(turn, effects=(*theirs, *turn.effects))
    before = scene.conversation
    kept = replace(turn.conversation, walk=before.walk, parked=before.parked, contract=before.contract)
    if scene.inbound.kind is Kind.ARRIVED:
        kept = replace(kept, walk=turn.conversation.walk, parked=turn.conversation.parked)
    return Turn(kept, (*theirs, *(effect for effect in turn.effects if _may_be(effect))))


def _may_be(effect: Effect) -> bool:
    """Whether this is no word of the bot's own: about safety, or that a complaint is passed on."""
    if isinstance(effect, Say | Settle):
        return effect.lane in (Lane.SAFETY, Lane.COACH)
    return not isinstance(effect, OfferLink | RedeemLink)
