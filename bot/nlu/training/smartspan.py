"""SMARTSpan (Bojic and others, 2025): health-coaching goals that are specific, measurable, attainable, or not; in five splits.

Attainable is not our assignable: a goal is called so where the participant says how sure they are of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from bot.nlu.features import Vectors
from bot.nlu.training.measuring import Measured, Places, macro_f1, of_groups

SPLITS = range(1, 6)
CLASSES = ("Not SMART", "Not SMART", "Partially SMART", "SMART")  # by how many of the three are met
STRENGTH = 100.0  # inverse of the regularisation: chosen on the validation parts
WEIGHT = 0.7  # of what is told by words, beside the vector
STEPS = 2_000  # at most, of the solver
LONG = 20  # words
_SURE = re.compile(r"confiden|\d+ ?/ ?10|\d ?%\)|\d out of 10")
_FROM_SURE = re.compile(r"\(?\b\w* ?confiden")
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|half|once|twice)\b")
_OFTEN = re.compile(
    r"\b(?:once|twice|times?|days?) (?:a|per|each|every) |\b(?:every|each|weekly|daily)\b|\bper (?:day|week)\b|\ba (?:day|week)\b"
)
_LOOSE = re.compile(r"\b(?:explore|try|continue|improve|more|reduce|avoid|maintain|support|find|manage|balance|increase|focus|consider)")


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: the note it stands in, and whether it is specific, measurable, attainable."""

    note: str
    text: str = field(repr=False)
    met: tuple[bool, bool, bool]

    @property
    def name(self) -> str:
        return CLASSES[sum(self.met)]


@dataclass(frozen=True, slots=True)
class Judged:
    """Goals of the test parts, and which class each was given."""

    goals: Sequence[Goal]
    said: Sequence[str]


def told(text: str) -> list[float]:
    """What the words of a goal say: sure of it, a number, how often, a loose verb, how long."""
    core = _FROM_SURE.split(text)[0]
    signs = [_SURE.search(text), *(sign.search(core) for sign in (_NUMBER, _OFTEN, _LOOSE))]
    return [*(1.0 if sign else 0.0 for sign in signs), len(core.split()) / LONG]


def judged(splits: Mapping[int, tuple[Sequence[Goal], Sequence[Goal]]], encode: Callable[[Sequence[str]], Vectors]) -> Judged:
    """Each split's test part, judged by heads that learnt from the rest of it. `splits`: what is learnt from, what is asked."""
    goals = [goal for _, asked in splits.values() for goal in asked]
    said = [name for learnt, asked in splits.values() for name in _named(learnt, asked, encode)]
    return Judged(goals, said)


def _named(learnt: Sequence[Goal], asked: Sequence[Goal], encode: Callable[[Sequence[str]], Vectors]) -> list[str]:
    known, found = (_features([goal.text for goal in goals], encode) for goals in (learnt, asked))
    met = np.array([goal.met for goal in learnt])
    heads = [LogisticRegression(C=STRENGTH, max_iter=STEPS).fit(known, met[:, letter]) for letter in range(met.shape[1])]
    return [CLASSES[count] for count in sum(head.predict(found).astype(int) for head in heads)]


def _features(texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]) -> NDArray[np.float64]:
    return np.hstack([encode(texts).astype(np.float64), WEIGHT * np.array([told(text) for text in texts])])


def f1_of_smart(result: Judged) -> Measured:
    """F1 of the class SMART, all test parts together; its interval draws notes, for one stands in several parts."""
    return _measured(result, lambda true, said: float(f1_score(true == "SMART", said == "SMART", zero_division=0.0)))


def f1_of_three(result: Judged) -> Measured:
    """Macro-F1 of the three classes, all test parts together; its interval draws notes."""
    return _measured(result, lambda true, said: macro_f1(true.tolist(), said.tolist()))


def _measured(result: Judged, metric: Callable[[NDArray[np.str_], NDArray[np.str_]], float]) -> Measured:
    true, said = np.array([goal.name for goal in result.goals]), np.array(result.said)

    def figure(places: Places) -> float:
        return metric(true[places], said[places])

    return of_groups(figure, [goal.note for goal in result.goals])
