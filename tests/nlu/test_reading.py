"""The two ports, carried out by rules: what they return, and in what time."""

from collections.abc import Callable
from datetime import date
from time import perf_counter

import pytest

from bot.nlu.reading import GoalJudge, Question, Reader, Reading, RuleJudge, RuleReader
from coaching.message import Shape

READER: Reader = RuleReader()
JUDGE: GoalJudge = RuleJudge()
SCALE = Question("woop", "feasible", Shape.SCALE)


@pytest.mark.parametrize(
    ("text", "question", "reading"),
    [
        ("7", SCALE, Reading(number=7)),
        ("a 6, with a 30 minute break", SCALE, Reading(number=6, minutes=30)),
        ("4", Question(shape=Shape.SCALE, low=1, high=3), Reading()),
        ("back", SCALE, Reading("back", "go_back")),
        ("later, got a bleep", None, Reading(intent="snooze")),
        ("guilt", Question("woop", "obstacle"), Reading()),
        ("I want to set a goal", None, Reading(intent="set_goal")),
        ("I want to set a goal with each student", Question("woop", "wish"), Reading()),
    ],
)
def test_reading(text: str, question: Question | None, reading: Reading):
    assert READER.read(text, question) == reading


def test_the_judge_is_the_rules():
    assert JUDGE.wish("be better").name == "vague"
    assert JUDGE.letters("ask one question in each MDT this month", date(2026, 3, 11)).missing == ("relevant",)
    assert JUDGE.cue_from_moment("at 1") == "it is 1"


def test_an_earlier_answer_is_not_printed():
    assert "guilt" not in repr(Question(asked="guilt?", earlier={"obstacle": "guilt"}))


ANSWERS: dict[str, Callable[[], object]] = {
    "wish": lambda: JUDGE.wish("I'd like to take my proper break on long days"),
    "outcome": lambda: JUDGE.outcome("I'd get home with something left for my kids", "take my proper break"),
    "obstacle": lambda: JUDGE.obstacle("I feel guilty leaving the others on a busy shift"),
    "plan": lambda: JUDGE.plan("say back at half past and walk to the staff room", "Jo says go"),
}


def best(work: Callable[[], object], rounds: int = 300) -> float:
    """Microseconds of the fastest of many rounds: what it costs where nothing else wants the core."""
    times = []
    for _ in range(rounds):
        begin = perf_counter()
        work()
        times.append(perf_counter() - begin)
    return min(times) * 1e6


@pytest.mark.parametrize("step", ANSWERS)
def test_a_message_is_read_and_judged_in_sixty_microseconds(step: str):
    read = best(lambda: READER.read("I feel guilty leaving the others on a busy shift", SCALE))
    assert read + best(ANSWERS[step]) < 60 * SLOW


def test_the_letters_take_a_quarter_of_a_millisecond():
    goal = "On 3 of my next 4 long days I will take my full 30-minute break off the ward, until 30 June, so I get home with energy"
    assert best(lambda: JUDGE.letters(goal, date(2026, 3, 11))) < 250 * SLOW


SLOW = 4  # how much slower than ours, or busier, a machine may be before this says so
