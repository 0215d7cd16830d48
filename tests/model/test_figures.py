"""How well it understands, on the rows kept back: no figure falls below what was written down."""

import pytest

from bot.nlu.training.measuring import Measured
from coachbot.nlu.exam import Exam, Figure, figures, sit
from coachbot.nlu.floors import GIVE, fallen, floors
from coachbot.nlu.loading import quiet_model


@pytest.fixture(scope="module")
def exam() -> Exam:
    return sit(quiet_model())


@pytest.mark.timeout(900)  # every row of the exam is read, twice: some 80 seconds on a core of one's own
@pytest.mark.shows("F1", "U11", "U28")
def test_no_figure_has_fallen(exam: Exam) -> None:
    found = figures(exam)
    assert {figure.name for figure in found} == set(floors())
    assert fallen(found, floors()) == []


FALLS = [(False, 0.89, True), (False, 0.90 - GIVE / 2, False), (True, 0.91, True), (True, 0.8, False)]


@pytest.mark.parametrize(("most", "value", "falls"), FALLS)
def test_a_figure_that_falls_is_named(most: bool, value: float, falls: bool) -> None:
    figure = Figure("reached", Measured(value, 0.0, 1.0, 10), 0.9, 0.95, most)
    assert fallen([figure], {"reached": 0.90}) == ([f"reached: {value:.4f}, and it was 0.9000."] if falls else [])
