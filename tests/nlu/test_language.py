"""Another language is noticed; English never is taken for one, however it is written. Rows: `rows/languages*.txt`."""

import re
from collections import Counter
from time import perf_counter

import pytest

from bot.nlu.language import is_known
from bot.nlu.merging import merged
from bot.nlu.other_words import OTHER
from bot.nlu.reading import RuleReader
from bot.nlu.scores import Scores
from bot.nlu.tidy import Said, said
from bot.nlu.training import rows as training
from bot.nlu.utterance import Utterance
from coaching.concern import CALM, Concern
from tests.nlu.table import rows, share

WRITTEN, LATER, ENGLISH = rows("languages"), rows("languages_later"), rows("languages_known")
MARKED = re.compile(r"⟦\w+:([^⟧]*)⟧")  # an identifier in a training row
POLISH = "nie mogę tak dłużej"


def known(text: str) -> bool:
    return RuleReader().read(text, None).language_known


@pytest.fixture(scope="module")
def staff() -> list[Said]:
    """What the training rows say, as the rules read it."""
    return [said(MARKED.sub(r"\1", row["text"])) for name in training.SETS for row in training.rows(name)]


def test_the_rows_are_many_and_a_third_is_about_danger():
    assert len(WRITTEN) >= 240
    assert len({row[0] for row in WRITTEN}) >= 12
    assert share([row[1] == "danger" for row in WRITTEN]) > 0.33


@pytest.mark.shows("H02", part="another language")
@pytest.mark.parametrize("kind", ["danger", "plain"])
def test_another_language_is_noticed(kind: str):
    assert share([not known(row[2]) for row in WRITTEN if row[1] == kind]) >= 0.98


def test_a_language_of_which_few_words_are_known_is_noticed_too():
    assert share([not known(row[2]) for row in LATER]) >= 0.85


def test_what_staff_write_is_english(staff: list[Said]):
    assert share([not is_known(message) for message in staff]) <= 0.001


@pytest.mark.parametrize("text", [row[1] for row in ENGLISH], ids=[f"{row[0]}: {row[1][:30]}" for row in ENGLISH])
def test_english_with_words_of_home_and_what_has_no_language_is_not_flagged(text: str):
    assert known(text)


@pytest.mark.parametrize("text", ["", " ", "\u200b", "no", "nie", "je suis", "die", "ok na", "a " * 900, "1 2 3 4", "\ud800 \ud800 \ud800"])
def test_what_is_too_short_to_tell_is_english(text: str):
    assert known(text)


@pytest.mark.parametrize("text", ["ساعدني", "मदद करो", "我很累", "помогите мне", "βοήθησέ με", "도와주세요"])
def test_another_script_is_told_from_its_letters_however_short(text: str):
    assert not known(text)


@pytest.mark.parametrize("text", ["NHS में काम बहुत ज़्यादा है", "ward में बहुत काम है, तीन नर्स कम थीं"])
def test_a_word_of_the_ward_makes_no_english(text: str):
    assert not known(text)


@pytest.mark.parametrize("text", [f"{POLISH}, I want to die, {POLISH}", "我不想活了 i want to kill myself 我不想活了我不想活了"])
def test_danger_in_english_inside_another_language_counts(text: str):
    reading = RuleReader().read(text, None)
    assert reading.signal.acts
    assert reading.signal.concern is Concern.CRISIS


def test_no_word_is_listed_that_staff_use_in_english(staff: list[Said]):
    used = Counter(word for message in staff for word in message.bag & OTHER)
    assert [word for word, times in used.items() if times > len(staff) / 1000] == []


@pytest.mark.parametrize("text", ["stop", "help now", "STOP", "7"])
def test_global_words_are_known(text: str):
    assert known(text)


# -- what the model makes of it --------------------------------------------------------------------------------------------------


def heard(crisis: float) -> Scores:
    rest = {concern.value: 0.0 for concern in Concern}
    return Scores(
        {
            "concern": {**rest, "crisis": crisis, "none": 1 - crisis},
            "intent": {"greet": 0.9, "content": 0.1},
            "talk": {"change": 1.0},
            "depth": {"critical": 1.0},
            "urgency": {"urgent": 1.0},
        }
    )


@pytest.mark.parametrize("crisis", [0.0, 0.4, 0.95])
def test_in_another_language_the_model_guesses_and_is_not_heeded(crisis: float):
    reading = merged(RuleReader().read(POLISH, None), heard(crisis), Utterance(POLISH))
    assert (reading.intent, reading.talk, reading.depth, reading.signal) == ("content", "", "", CALM)
    assert not reading.language_known


def test_in_english_it_is():
    assert merged(RuleReader().read("my hands shake", None), heard(0.95), Utterance("my hands shake")).signal.acts


def test_what_a_phrase_found_in_another_language_stands():
    words = f"{POLISH}, I want to die"
    assert merged(RuleReader().read(words, None), heard(0.0), Utterance(words)).signal.acts


# -- in time ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I feel guilty leaving the others on a busy shift", id="English"),
        pytest.param(WRITTEN[0][2], id="Polish"),
        pytest.param("zażółć gęślą jaźń " * 300, id="long, with accents"),
        pytest.param("нет " * 1_000, id="long, in Cyrillic"),
        pytest.param("我很累" * 1_000, id="long, in Chinese"),
        pytest.param("ﷺ" * 40_000, id="signs that unfold"),
    ],
)
def test_a_message_is_told_in_a_fifth_of_a_millisecond(text: str):
    message, best = said(text), 1.0
    for _ in range(50):
        begin = perf_counter()
        is_known(message)
        best = min(best, perf_counter() - begin)
    assert best < 0.0002 * SLOW


SLOW = 3  # how much slower than ours, or busier, a machine may be before this says so
