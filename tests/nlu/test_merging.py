"""Rules and model put together: what acts is never held back by what is only asked about."""

import pytest

from bot.nlu.merging import signal_of
from bot.nlu.scores import Scores
from coaching.concern import CALM, Concern, Layer, Signal, Urgency

PHRASE = Signal(Concern.SAFEGUARDING, Urgency.URGENT, "domestic", layer=Layer.PHRASE, score=1.0)
ROWS = [  # the phrases' signal, crisis and safeguarding by the model, what comes of it, whether it is asked about
    (CALM, 0.02, 0.02, "none", False),
    (CALM, 0.20, 0.02, "crisis", True),
    (CALM, 0.95, 0.02, "crisis", False),
    (CALM, 0.17, 0.82, "safeguarding", False),
    (CALM, 0.20, 0.40, "crisis", True),
    (PHRASE, 0.20, 0.02, "safeguarding", False),
    (PHRASE, 0.95, 0.02, "crisis", False),
]


@pytest.mark.parametrize(("phrase", "crisis", "harm", "concern", "asks"), ROWS)
def test_what_acts_comes_first(phrase: Signal, crisis: float, harm: float, concern: str, asks: bool) -> None:
    rest = 1.0 - crisis - harm
    scores = Scores({"concern": {"crisis": crisis, "safeguarding": harm, "none": rest}, "urgency": {"urgent": 1.0}})
    signal = signal_of(phrase, scores)
    assert (signal.concern, signal.ask) == (concern, asks)
