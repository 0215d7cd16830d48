"""What a model is asked about: the words of a message, and what they answer. Pure, as everything here; asking is for others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.nlu.judging import HeardJudge
from bot.nlu.labels import WOOP
from bot.nlu.merging import merged
from bot.nlu.reading import GoalJudge, Question, Reading
from bot.nlu.scores import Scores
from bot.nlu.tidy import READ_LIMIT
from bot.nlu.utterance import Utterance
from coaching.concern import Concern, Watch
from coaching.message import Inbound, Kind

_STEPS = {**{step: step for step in WOOP}, "inner": "obstacle"}  # of the flow woop
_EARLIER = ("wish", "outcome", "obstacle")


def utterances(inbound: Inbound, reading: Reading, question: Question | None, watch: Watch) -> tuple[Utterance, ...]:
    """One for each stretch of words; none where rules alone know it all: a button, a number, a global word.

    *Help now*, above all, waits for nobody.
    """
    if reading.command is not None:
        return ()
    if inbound.kind is Kind.FORM:
        return tuple(_utterance(words.text, None, watch) for words in inbound.fields.values() if words.text.strip())
    text = inbound.words.text.strip()
    said = bool(text) and not text.isdigit() and inbound.kind in (Kind.TEXT, Kind.EDITED)
    return (_utterance(text, question, watch),) if said else ()


def _utterance(text: str, question: Question | None, watch: Watch) -> Utterance:
    recent = tuple(score if concern == Concern.CRISIS else 0.0 for concern, score in watch.recent)
    if question is None:
        return Utterance(text[:READ_LIMIT], recent=recent)
    step = _STEPS.get(question.step, "") if question.flow == "woop" else ""
    earlier = {name: question.earlier[name][:READ_LIMIT] for name in _EARLIER if name in question.earlier}
    return Utterance(text[:READ_LIMIT], question.asked[:READ_LIMIT], step, recent=recent, **earlier)


def understood(inbound: Inbound, reading: Reading, asked: Sequence[Utterance], heard: Iterable[Scores | None]) -> Reading:
    """The reading by rules with what the model made of each utterance; of a form, what its fields spoke of."""
    whole = reading
    for utterance, scores in zip(asked, heard, strict=True):
        whole = merged(whole, scores, utterance)
    return replace(reading, signal=whole.signal, beside=whole.beside) if inbound.kind is Kind.FORM else whole


def judge_of(inbound: Inbound, asked: Sequence[Utterance], heard: Sequence[Scores | None], rules: GoalJudge) -> GoalJudge:
    """Who judges the goals of this turn: the rules, with the model over them where it has heard the whole message."""
    if inbound.kind is Kind.FORM or len(asked) != 1 or heard[0] is None:
        return rules
    return HeardJudge(rules, asked[0].text, heard[0])
