"""Rules and model, put together: one reading. Either may raise a concern; the model never lowers what a phrase has found.

The bars were set on training rows that a head had not seen (`coachbot nlu curve` prints them), never on the rows kept back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.reading import Reading
from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from coaching.concern import HOLDING, Concern, Layer, Signal, Urgency, most_serious

ACT = {Concern.CRISIS: 0.80, Concern.SAFEGUARDING: 0.80}  # the protocol follows at once
ASK = {Concern.CRISIS: 0.10, Concern.SAFEGUARDING: 0.30}  # too much to pass over: named, and asked about
NAMED = 0.35  # of any other concern
PATIENT_SAFETY = 0.30
AGREED = 0.15  # of a concern that holds nobody: a phrase alone is not enough where the model thinks of something else
RECENT = 0.5  # of a message before: it lowers the bars
LEAN = 0.6  # by this factor
EMERGENCY = 0.5
URGENT = frozenset({Concern.CRISIS, Concern.SAFEGUARDING})
SOON = frozenset(
    {
        Concern.PATIENT_SAFETY,
        Concern.MISTREATMENT,
        Concern.TRAUMA,
        Concern.SUBSTANCE_USE,
        Concern.BURNOUT,
        Concern.ETHICAL_DILEMMA,
        Concern.WANTS_HUMAN,
    }
)


def merged(reading: Reading, scores: Scores | None, utterance: Utterance) -> Reading:
    """The reading by rules, with what the model adds; unchanged where there is no model, or a language that it guesses in."""
    if scores is None or not reading.language_known:
        return reading
    signal = signal_of(reading.signal, scores, utterance.recent)
    if signal.ask and signal.concern is not reading.signal.concern:
        reading = replace(reading, beside=reading.signal)
    talk, depth = scores.best("talk")[0], scores.best("depth")[0]
    if reading.command is not None or reading.number is not None:
        return replace(reading, signal=signal, talk=talk, depth=depth)
    intent, sure = scores.best("intent")
    return replace(reading, signal=signal, intent=intent, sure=sure, talk=talk, depth=depth)


def signal_of(phrase: Signal, scores: Scores, recent: Sequence[float] = ()) -> Signal:
    """The more serious of what the phrases and the model say."""
    heard = _heard(scores, recent)
    if phrase.concern not in HOLDING and scores.of("concern", phrase.concern) < AGREED:
        return heard
    return _firmer(phrase, heard) if heard.concern is phrase.concern else most_serious((phrase, heard))


def _firmer(phrase: Signal, heard: Signal) -> Signal:
    """Both say the same: what either is sure of stands, and the more pressing urgency."""
    urgency = min(phrase.urgency, heard.urgency, key=lambda each: each.rank)
    return replace(
        phrase, ask=phrase.ask and heard.ask, urgency=urgency, kind=phrase.kind or heard.kind, score=max(phrase.score, heard.score)
    )


def _heard(scores: Scores, recent: Sequence[float]) -> Signal:
    lean = LEAN if any(score >= RECENT for score in recent) else 1.0
    grave = [_grave(concern, scores, lean) for concern in ASK if scores.of("concern", concern) >= ASK[concern] * lean]
    return most_serious(grave) if grave else _signal(_other(scores), scores)


def _grave(concern: Concern, scores: Scores, lean: float) -> Signal:
    """A concern that holds: acted on, or, where it is not sure enough, asked about."""
    unclear = scores.of("concern", concern) < ACT[concern] * lean
    told = _signal(concern, scores, ask=unclear, layer=Layer.CONTEXT if lean < 1.0 else Layer.MODEL)
    return replace(told, urgency=Urgency.SOON) if unclear else told


def _other(scores: Scores) -> Concern:
    """The likeliest concern below those that hold, if it is likely enough to be named."""
    below = [concern for concern in Concern if concern not in HOLDING and concern is not Concern.NONE]
    best = max(below, key=lambda concern: scores.of("concern", concern))
    bar = PATIENT_SAFETY if best is Concern.PATIENT_SAFETY else NAMED
    return best if scores.of("concern", best) >= bar else Concern.NONE


def _signal(concern: Concern, scores: Scores, *, ask: bool = False, layer: Layer = Layer.MODEL) -> Signal:
    kind = scores.best("kind")[0] if concern is Concern.SAFEGUARDING else ""
    score = scores.of("concern", concern)
    return Signal(concern, urgency_of(concern, scores), kind, ask, layer if concern is not Concern.NONE else Layer.NOTHING, score)


def urgency_of(concern: Concern, scores: Scores) -> Urgency:
    """How soon a person should look."""
    pressing = scores.of("urgency", Urgency.EMERGENCY) >= EMERGENCY
    if concern in URGENT:
        return Urgency.EMERGENCY if pressing else Urgency.URGENT
    if concern is Concern.PATIENT_SAFETY and scores.of("today", "urgent") >= EMERGENCY:
        return Urgency.URGENT
    return Urgency.SOON if concern in SOON else Urgency.NONE
