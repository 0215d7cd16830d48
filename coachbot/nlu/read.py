"""`coachbot read`: JSON lines in, what is understood of each out. Needs no database, key or programme."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.nlu import labels
from bot.nlu.feasts import country_of
from bot.nlu.identifiers import masked
from bot.nlu.judging import HeardJudge
from bot.nlu.merging import merged
from bot.nlu.reading import GoalJudge, Question, Reader, Reading, RuleJudge, RuleReader
from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
from bot.nlu.when import point_in
from coachbot.timekeeping import WallClock
from coaching.concern import Concern
from coaching.errors import CoachingError

ZONE = "Europe/London"
LAST = 10  # messages before this one that are looked at
BATCH = 64  # lines read in one go
ROUND = 3  # digits of a probability


class ReadError(CoachingError):
    """A line of the file cannot be used; the message says which and how to mend it."""


class Scorer(Protocol):
    """Scores of several messages at once."""

    def scores(self, utterances: Sequence[Utterance]) -> Sequence[Scores]: ...


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the file: the message, what it answers, what was said before it, and when."""

    id: Any
    utterance: Utterance
    before: tuple[str, ...] = field(repr=False)  # the speaker's earlier messages, the oldest first
    now: datetime


@dataclass(frozen=True, slots=True)
class Mind:
    """Rules, and a model where there is one."""

    model: Scorer | None = None
    reader: Reader = field(default_factory=RuleReader)
    judge: GoalJudge = field(default_factory=RuleJudge)


def read(text: str, model: Scorer | None) -> Iterator[dict[str, Any]]:
    """What is understood of every line, in the file's order."""
    mind, now = Mind(model), WallClock().now()
    waiting: list[Told] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            waiting.append(_told(number, line, now))
        if len(waiting) == BATCH:
            yield from _batch(mind, waiting)
            waiting = []
    yield from _batch(mind, waiting)


# -- one line -------------------------------------------------------------------------------------------------------------------


def _told(number: int, line: str, now: datetime) -> Told:
    try:
        given = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise ReadError(f"Line {number} is not JSON: write one object a line.") from None
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise ReadError(f'Line {number} needs "id" and "text", the message.')
    turns = [turn for turn in given.get("turns") or () if isinstance(turn, Mapping)]
    return Told(given.get("id"), _utterance(given, turns), _before(turns), _now(number, given, now))


def _utterance(given: Mapping[str, Any], turns: Sequence[Mapping[str, Any]]) -> Utterance:
    context = given.get("context")
    earlier = context if isinstance(context, Mapping) else {}
    wish, outcome, obstacle = (_string(earlier.get(name)) for name in ("wish", "outcome", "obstacle"))
    asked = _string(given.get("asked")) or next((_string(turn["bot"]) for turn in reversed(turns) if "bot" in turn), "")
    step = labels.STEPS.get(_string(given.get("step")), "")
    return Utterance(given["text"], asked, step, wish, outcome, obstacle, _string(given.get("prompt")))


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _before(turns: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(_string(turn["user"]) for turn in turns if "user" in turn)[-LAST:]


def _now(number: int, given: Mapping[str, Any], now: datetime) -> datetime:
    try:
        zone = ZoneInfo(_string(given.get("zone")) or ZONE)
        told = datetime.fromisoformat(_string(given["now"])) if given.get("now") else now
    except (ValueError, ZoneInfoNotFoundError, OSError):
        raise ReadError(f'Line {number}: write "now" as 2026-06-01T09:00:00+01:00 and "zone" as Europe/London.') from None
    return told.astimezone(zone) if told.tzinfo else told.replace(tzinfo=zone)


# -- several lines --------------------------------------------------------------------------------------------------------------


def _batch(mind: Mind, waiting: Sequence[Told]) -> Iterator[dict[str, Any]]:
    """The earlier messages of every line are read first: what they spoke of is the context of the line."""
    earlier = [Utterance(words) for told in waiting for words in told.before]
    heard = iter([_danger(reading) for reading, _ in _read_all(mind, earlier)])
    ready = [replace(told.utterance, recent=tuple(next(heard) for _ in told.before)) for told in waiting]
    for told, utterance, (reading, scores) in zip(waiting, ready, _read_all(mind, ready), strict=True):
        yield _result(mind, told, utterance, reading, scores)


def _danger(reading: Reading) -> float:
    """How much a message spoke of crisis: what the conversation remembers of it."""
    return reading.signal.score if reading.signal.concern is Concern.CRISIS else 0.0


def _read_all(mind: Mind, utterances: Sequence[Utterance]) -> list[tuple[Reading, Scores | None]]:
    found: Sequence[Scores | None] = mind.model.scores(utterances) if mind.model and utterances else [None] * len(utterances)
    readings = [mind.reader.read(utterance.text, _question(utterance)) for utterance in utterances]
    return [(merged(reading, scores, utterance), scores) for reading, scores, utterance in zip(readings, found, utterances, strict=True)]


def _question(utterance: Utterance) -> Question | None:
    asked = utterance.asked or utterance.prompt
    return Question(asked=asked, step=utterance.step) if asked or utterance.step else None


# -- what is told ---------------------------------------------------------------------------------------------------------------


def _result(mind: Mind, told: Told, utterance: Utterance, reading: Reading, scores: Scores | None) -> dict[str, Any]:
    judge = HeardJudge(mind.judge, utterance.text, scores) if scores else mind.judge
    signal, point = reading.signal, point_in(utterance.text, told.now, country_of(str(told.now.tzinfo)))
    letters = judge.letters(utterance.text, told.now.date())
    return {
        "id": told.id,
        "concern": signal.concern.value,
        "urgency": signal.urgency.value,
        "ask": signal.ask,
        "scores": _rounded(scores),
        "evidence": _evidence(reading, letters.evidence, point.evidence),
        "intent": reading.intent,
        "smart": {letter: getattr(letters, letter) for letter in labels.SMART},
        "woop": _verdict(judge, utterance),
        "talk": reading.talk or "neutral",
        "depth": reading.depth or "habitual",
        "identifiers": [{"kind": kind, "start": start, "end": end} for kind, start, end in masked(utterance.text).spans],
        "when": {"kind": point.kind, "start": point.start.isoformat() if point.start else None},
    }


def _verdict(judge: GoalJudge, utterance: Utterance) -> str | None:
    verdicts = {
        "wish": lambda: judge.wish(utterance.text),
        "outcome": lambda: judge.outcome(utterance.text, utterance.wish),
        "obstacle": lambda: judge.obstacle(utterance.text),
        "plan": lambda: judge.plan(utterance.text),
    }
    return verdicts[utterance.step]().name if utterance.step else None


def _evidence(reading: Reading, letters: Mapping[str, str], when: str) -> dict[str, Any]:
    """What each verdict rests on."""
    signal = reading.signal
    spoke = {"layer": signal.layer.value, "words": signal.evidence}
    return {"concern": spoke, "smart": dict(letters), "when": when, "language_known": reading.language_known}


def _rounded(scores: Scores | None) -> dict[str, dict[str, float]]:
    by_head = scores.by_head if scores else {}
    return {head: {label: round(score, ROUND) for label, score in found.items()} for head, found in by_head.items()}
