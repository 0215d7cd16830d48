"""Which lines are in a week's safety review, and the figures of it: no words anywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from coaching.concern import Concern
from coaching.safety_review import Answered, Looked, Opened, Question, Trace
from handoff.safety_review import Count, Figures, Rates, Week, answers_to, asked_once, drawn, figures, led_to, rates

WEEK = Week(2026, 47)
MONDAY = datetime(2026, 11, 16, tzinfo=UTC)
LONDON = "Europe/London"


def message(number: int, action: str = "none", *, consented: bool = True) -> Looked:
    return Looked(f"line{number:04}", f"p{number % 7}", MONDAY + timedelta(minutes=number), action, consented)


def asked(name: str, minutes: int, who: str = "ann", about: str = "crisis") -> Question:
    return Question(name, who, MONDAY + timedelta(minutes=minutes), about)


def said(answer: str, minutes: int, who: str = "ann") -> Answered:
    return Answered(who, MONDAY + timedelta(minutes=minutes), answer)


# -- weeks ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["2026-W47", "2020-W53", "2027-W01"])
def test_a_week_reads_back_as_it_was_written(name: str):
    assert str(Week.read(name)) == name


@pytest.mark.parametrize("name", ["", "2026-47", "2026-W54", "2026-W00", "0000-W01", "2026-W4", "W47", "2025-W53", "2026-W47 "])
def test_what_is_no_week_is_none(name: str):
    assert Week.read(name) is None


def test_a_week_begins_on_monday_where_the_programme_is():
    assert WEEK.span(LONDON) == (MONDAY, MONDAY + timedelta(days=7))
    assert Week.of(date(2026, 3, 23)).span(LONDON)[1] == datetime(2026, 3, 29, 23, tzinfo=UTC)  # the clocks went forward on the Sunday
    assert Week.of(date(2027, 1, 3)) == Week(2026, 53)
    assert WEEK.later(-1) == Week(2026, 46)
    assert Week(9999, 52).later(1) is None


# -- the draw -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("harmless", "many"), [(0, 0), (1, 1), (50, 1), (51, 2), (1000, 20)])
def test_two_in_a_hundred_and_at_least_one(harmless: int, many: int):
    assert len(drawn([message(number) for number in range(harmless)], WEEK, "north")) == many


def test_the_same_on_every_look_and_in_whatever_order():
    messages = [message(number) for number in range(500)]
    first = drawn(messages, WEEK, "north")
    assert drawn(messages[::-1], WEEK, "north") == first
    assert drawn(messages, Week(2026, 46), "north") != first
    assert drawn(messages, WEEK, "south") != first


def test_what_is_erased_later_changes_nothing_for_the_others():
    messages = [message(number) for number in range(500)]
    first = drawn(messages, WEEK, "north")
    assert set(first) - set(drawn([each for each in messages if each != first[0]], WEEK, "north")) == {first[0]}


def test_only_harmless_messages_of_those_who_said_yes():
    others = [message(number, action) for number, action in enumerate(("act", "ask", "tell"))]
    refused = [message(number, consented=False) for number in range(10, 60)]
    no_line = [replace(message(number), line_id="") for number in range(60, 90)]
    assert drawn([*others, *refused, *no_line], WEEK, "north") == ()


def test_everybody_s_messages_have_the_same_chance():
    """Over 200 weeks of 100 messages each, both halves of the ids are drawn alike (400 draws; five standard deviations are 50)."""
    found = [each for back in range(200) for each in drawn([message(n) for n in range(100)], WEEK.later(-back) or WEEK, "north")]
    assert len(found) == 400
    assert abs(sum(each.line_id < "line0050" for each in found) - 200) < 50


# -- straight questions ---------------------------------------------------------------------------------------------------------


def test_a_question_said_again_while_it_is_open_counts_once():
    open_still = Trace(questions=[asked("a", 0), asked("again", 5)])
    answered = replace(open_still, answers=[said("no", 3)])
    another = Trace(questions=[asked("a", 0), asked("b", 5, about="threat"), asked("c", 6, who="bea"), asked("later", 24 * 60)])
    assert [each.line_id for each in asked_once(open_still)] == ["a"]
    assert [each.line_id for each in asked_once(answered)] == ["a", "again"]
    assert [each.line_id for each in asked_once(another)] == ["a", "b", "c", "later"]


def test_which_message_led_to_it_and_what_was_answered():
    questions = (asked("a", 10), asked("b", 10, who="bea"), asked("c", 100))
    looked = [
        Looked("m1", "ann", MONDAY + timedelta(minutes=10), "ask", True),
        Looked("m2", "ann", MONDAY + timedelta(minutes=11), "none", True),
        Looked("m3", "cat", MONDAY + timedelta(minutes=10), "ask", True),
    ]
    assert led_to(questions, looked) == {"a": "m1"}
    answers = [said("yes", 9), said("no", 12), said("skip", 101), said("yes", 120)]
    assert answers_to(questions, answers) == {"a": "no", "b": "none", "c": "yes"}


# -- figures --------------------------------------------------------------------------------------------------------------------


def test_the_figures_are_of_the_week_alone():
    trace = Trace(
        looked=[message(number) for number in range(100)] + [replace(message(1), at=MONDAY - timedelta(seconds=1))],
        questions=[asked("before", -60, who="cat"), asked("a", 0), asked("b", 1, who="bea")],
        answers=[said("no", 2), said("no", -30, who="cat"), said("no", 8 * 24 * 60, who="bea")],
        cases=[
            Opened("p1", MONDAY, Concern.CRISIS, review=False),
            Opened("p2", MONDAY, Concern.BURNOUT, review=False),
            Opened("p3", MONDAY, Concern.CRISIS, review=True),
            Opened("p4", MONDAY + timedelta(days=7), Concern.CRISIS, review=False),
        ],
    )
    found = rates(trace, WEEK, LONDON)
    assert (found.messages, found.cases, found.alarms, found.questions) == (Count(100, 7), Count(2, 2), Count(1, 1), Count(2, 2))
    assert (found.answered, found.answered_no) == (Count(2, 2), Count(2, 2))
    assert figures(found, guarded=False) == Figures("2026-W47", 7, 100, 2, 1, 2, 20.0, 10.0, 20.0, 1.0)


def test_what_few_people_are_behind_is_not_told_to_those_who_do_not_see_the_lines():
    told = Rates(WEEK, Count(400, 40), Count(5, 5), Count(9, 4), Count(8, 6), Count(6, 5), Count(5, 4))
    assert figures(told, guarded=True) == Figures("2026-W47", 40, 400, 5, None, 8, 12.5, None, 20.0, None)
    few = replace(told, messages=Count(400, 4))
    assert figures(few, guarded=True) == Figures("2026-W47", None, None, 5, None, 8, None, None, None, None)
    assert figures(few, guarded=False).people is None
    assert figures(few, guarded=False).messages == 400


def test_of_nothing_there_is_no_rate():
    nothing = Count(0, 0)
    assert figures(Rates(WEEK, *[nothing] * 6), guarded=False) == Figures("2026-W47", None, 0, 0, 0, 0, None, None, None, None)
