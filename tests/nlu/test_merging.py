"""Rules and model put together: what acts is never held back by what is only asked about."""

import pytest

from bot.nlu.merging import merged, signal_of
from bot.nlu.reading import Reading
from bot.nlu.scores import Scores
from bot.nlu.utterance import Utterance
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


WRONG_DOSE = Signal(Concern.PATIENT_SAFETY, Urgency.URGENT, layer=Layer.PHRASE, score=1.0)


@pytest.mark.parametrize(
    ("crisis", "named", "beside"), [(0.3, "crisis", WRONG_DOSE), (0.95, "crisis", CALM), (0.02, "patient_safety", CALM)]
)
def test_what_phrases_found_is_not_lost_beside_what_is_only_asked_about(crisis: float, named: str, beside: Signal) -> None:
    rest = 1.0 - crisis
    concern = {"crisis": crisis, "patient_safety": rest / 2, "none": rest / 2}
    scores = Scores({"concern": concern, "urgency": {"urgent": 1.0}, "intent": {"content": 1.0}})
    reading = merged(Reading(signal=WRONG_DOSE), scores, Utterance("gave the wrong dose, i can not face this"))
    assert (reading.signal.concern, reading.beside) == (named, beside)
