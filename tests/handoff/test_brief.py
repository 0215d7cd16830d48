"""The brief: what was approved, in its order, in half a minute; the least where it is about danger."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.checkin import Barrier, Change, CheckIn, Mood, Outcome
from coaching.concern import KINDS, Urgency
from coaching.conversation import Conversation, Walk
from coaching.goal import Goal, WoopRecord
from coaching.words import Words
from handoff.brief import (
    GIVES_WAY,
    LINES,
    MOST_WORDS,
    STRIKABLE,
    WORDINGS,
    Approval,
    Brief,
    CaseBefore,
    Contact,
    Heading,
    Known,
    Wants,
    fitted,
    goal_in_hand,
    made,
    requoted,
    shown,
    struck,
)  # fmt: skip
from handoff.rules import NAMES, ROUTES, SAFETY
from tests.handoff.desks import APPROVAL, CHECK_INS, GOAL, HEADING, KNOWN, PLAN, SPEECH, WISH, ago, read
from tests.play import NOON

BRIEF = fitted(made(HEADING, KNOWN, APPROVAL), SPEECH)
# Of a safety case, and where nothing was approved.
LEAST = {"handoff_id", "pid_alias", "reason_category", "priority", "created_at", "due_at", "careful", "contact_ok"}
FINDINGS = re.compile(r"depress|anxi|disorder|suicid|burn-?out|ptsd|alcoholi|addict|bipolar|diagnos|risk score|score", re.IGNORECASE)


def filled(brief: Brief) -> set[str]:
    """The fields in which there is something."""
    return {each.name for each in fields(Brief) if getattr(brief, each.name)}


def lines_of(brief: Brief) -> list[str]:
    say = shown(brief, NOON, SPEECH)
    return [*say.also, say.wording]


@pytest.mark.shows("U5", side="the fields")
def test_the_fields_are_those_of_a_brief_and_no_others() -> None:
    assert {each.name for each in fields(Brief)} == {
        "handoff_id", "pid_alias", "reason_category", "priority", "created_at", "due_at", "quote", "goal", "action", "last_outcomes",
        "tried", "self_mood", "careful", "before", "wants", "contact_ok", "consent_at", "redactions",
    }  # fmt: skip


@pytest.mark.shows("U5", side="the brief as a coach reads it")
def test_a_coach_reads_what_was_approved_in_this_order() -> None:
    assert read(shown(replace(BRIEF, redactions=2), NOON, SPEECH)).splitlines() == [
        "Stuck with a goal (soon). Waiting 3 h. Reply by Thursday 7 May at 13:00.",
        "Who: Mo (text is fine)",
        'Said: "Third week I haven\'t done it"',
        f"Goal: {WISH}",
        f"Plan: {PLAN}",
        "Last: not yet (other people); not yet (energy); partly",
        "Tried: another time; a smaller step",
        "Mood: low; low; OK",
        "Careful: no calls at home; Worn out 12 days ago, closed",
        "Wants: somebody who listens",
        "Left out: details about patients (2)",
    ]


def test_what_is_not_known_has_no_line() -> None:
    assert lines_of(made(replace(HEADING, due_at=None), Known("Mo"), Approval(NOON))) == ["brief.head", "brief.who"]


@pytest.mark.parametrize(("reason", "to"), list(product(NAMES, ROUTES)))
def test_danger_gets_the_least_and_waits_for_no_yes(reason: str, to: str) -> None:
    brief = made(replace(HEADING, reason=reason, to=to), KNOWN, APPROVAL)
    about_danger = to in SAFETY or reason.split(".")[0] in ("crisis", "safeguarding")
    assert (filled(brief) <= LEAST) is about_danger
    assert bool(brief.quote) is not about_danger
    assert brief.careful == APPROVAL.careful


def test_nothing_of_theirs_is_told_before_they_say_yes() -> None:
    brief = made(HEADING, KNOWN, None)
    assert filled(brief) == LEAST - {"careful", "contact_ok"}
    assert lines_of(brief) == ["brief.head.due", "brief.who"]


@pytest.mark.parametrize("name", STRIKABLE)
def test_what_is_struck_out_is_gone_and_nothing_else_is(name: str) -> None:
    whole = made(HEADING, KNOWN, APPROVAL)
    assert filled(made(HEADING, KNOWN, struck(APPROVAL, name, "pid_alias"))) == filled(whole) - {name}


def test_another_quote() -> None:
    assert made(HEADING, KNOWN, requoted(APPROVAL, Words("I am stuck\nagain"))).quote == Words("I am stuck again")


def test_the_last_three_the_newest_first_whatever_the_order_they_are_given_in() -> None:
    brief = made(HEADING, replace(KNOWN, check_ins=CHECK_INS[::-1]), APPROVAL)
    assert brief.last_outcomes == ((Outcome.NOT_YET, Barrier.PEOPLE), (Outcome.NOT_YET, Barrier.ENERGY), (Outcome.PARTLY, None))
    assert brief == made(HEADING, KNOWN, APPROVAL)


def test_the_last_two_cases_before_the_newest_first() -> None:
    before = tuple(CaseBefore("trauma", ago(day)) for day in (5, 90, 1))
    assert made(HEADING, replace(KNOWN, before=before), APPROVAL).before == (before[2], before[0])


@pytest.mark.parametrize(
    ("goal", "told", "plan"),
    [
        (None, "", ""),
        (GOAL, WISH, PLAN),
        (replace(GOAL, flow="smart"), "Three breaks a week by June", PLAN),
        (replace(GOAL, woop=None), WISH, "walk"),
        (Goal("G2", "", "woop", WoopRecord(wish="rest", plan_then="I sit down")), "rest", "I sit down"),
        (replace(GOAL, woop=None, steps=(replace(GOAL.steps[0], status="done"),)), WISH, ""),
    ],
)
def test_goal_and_plan(goal: Goal | None, told: str, plan: str) -> None:
    brief = made(HEADING, replace(KNOWN, goal=goal), APPROVAL)
    assert (brief.goal.text, brief.action.text) == (told, plan)


@pytest.mark.parametrize(
    ("walks_on", "last", "found"), [("G1", "G2", "G1"), ("", "G2", "G2"), ("gone", "gone", "G3"), (None, "", "G3"), (None, "G2", "G2")]
)
def test_the_goal_in_hand(walks_on: str | None, last: str, found: str) -> None:
    goals = [replace(GOAL, id=name, status=status) for name, status in (("G1", "active"), ("G2", "done"), ("G3", "active"), ("G4", "done"))]
    walk = None if walks_on is None else Walk("woop", 1, "wish", NOON, goal_id=walks_on)
    goal = goal_in_hand(Conversation("V1", "P1", walk=walk, last_goal=last), goals)
    assert goal is not None
    assert goal.id == found
    assert goal_in_hand(Conversation("V1", "P1"), []) is None


def test_an_earlier_case_never_tells_which_kind_of_safeguarding() -> None:
    for kind in KINDS:
        brief = made(HEADING, replace(KNOWN, before=(CaseBefore(f"safeguarding.{kind}", ago(3), closed=False),)), APPROVAL)
        text = read(shown(brief, NOON, SPEECH))
        assert "Somebody may be at risk 3 days ago, still open" in text
        assert SPEECH.says(f"case.reason.safeguarding.{kind}") not in text


@pytest.mark.shows("U5", side="no finding about a person")
def test_no_word_of_ours_is_a_finding_about_a_person() -> None:
    assert not [name for name in WORDINGS if FINDINGS.search(SPEECH.says(name))]


def test_nobody_s_words_are_printed_by_accident() -> None:
    for shy in (BRIEF, APPROVAL, shown(BRIEF, NOON, SPEECH)):
        assert "Third" not in repr(shy)
        assert "calls" not in repr(shy)


# -- cutting --------------------------------------------------------------------------------------------------------------------

LONG = st.text(st.sampled_from("ab é😀*{}\n"), max_size=600).map(lambda text: Words(text + " word" * (len(text) % 40)))
CHECKED = st.builds(
    CheckIn,
    st.just("C"),
    st.integers(0, 40).map(ago),
    st.sampled_from(Outcome),
    st.none() | st.sampled_from(Barrier),
    st.none() | st.sampled_from(Change),
    st.none() | st.sampled_from(Mood),
)
EARLIER = st.builds(CaseBefore, st.sampled_from(NAMES), st.integers(0, 400).map(ago), st.booleans())
HEADINGS = st.builds(
    Heading,
    st.just("H1"),
    st.sampled_from(NAMES),
    st.sampled_from(Urgency),
    st.integers(0, 90).map(ago),
    st.sampled_from(ROUTES),
    st.sampled_from([None, NOON, ago(400)]),
)
KNOWNS = st.builds(
    lambda goal, plan, checked, before, masked: Known(
        "Sleepy Blue Heron", Goal("G", goal.text, "woop", WoopRecord(plan_text=plan.text)), tuple(checked), tuple(before), masked
    ),
    LONG,
    LONG,
    st.lists(CHECKED, max_size=5),
    st.lists(EARLIER, max_size=4),
    st.integers(0, 30),
)
APPROVALS = st.builds(
    Approval,
    st.just(NOON),
    LONG,
    st.none() | st.sampled_from(Wants),
    st.lists(LONG, max_size=5).map(tuple),
    st.sampled_from([(), (Contact.TEXT,), (Contact.TEXT, Contact.CALL)]),
    st.frozensets(st.sampled_from(STRIKABLE), max_size=3),
)
FULLEST = (
    HEADING,
    replace(
        KNOWN,
        alias="Sleepy Blue Heron",
        goal=Goal("G", "word " * 99, "woop", WoopRecord(plan_text="word " * 99)),
        check_ins=tuple(CheckIn("C", ago(day), Outcome.NOT_YET, Barrier.PEOPLE, change, Mood.LOW) for day, change in enumerate(Change)),
        before=tuple(CaseBefore("ethical_dilemma", ago(day)) for day in range(9)),
        masked=9,
    ),
    Approval(NOON, Words("word " * 99), Wants.LISTEN, (Words("word " * 99),) * 9, (Contact.TEXT, Contact.CALL)),
)


@pytest.mark.shows("U5", side="at most 110 words")
@settings(max_examples=200, deadline=None)
@given(HEADINGS, KNOWNS, st.none() | APPROVALS)
def test_a_brief_is_read_in_half_a_minute_whatever_is_known(heading: Heading, known: Known, approval: Approval | None) -> None:
    whole = made(heading, known, approval)
    brief = fitted(whole, SPEECH)
    text = read(shown(brief, NOON, SPEECH))
    assert len(text.split()) <= MOST_WORDS
    assert len(text.splitlines()) == len(lines_of(brief)) <= 2 + len(LINES)
    assert (brief.quote, brief.careful, brief.wants) == (whole.quote, whole.careful, whole.wants)
    assert fitted(brief, SPEECH) == brief


def test_the_fullest_brief_keeps_its_goal_and_plan() -> None:
    brief = fitted(made(*FULLEST), SPEECH)
    assert 95 <= SPEECH.length(shown(brief, NOON, SPEECH)) <= MOST_WORDS
    assert len(brief.quote.text.split()) == 25
    assert [len(words.text.split()) for words in brief.careful] == [8, 8, 8]
    assert brief.goal
    assert brief.action


def test_what_gives_way_first_is_gone_first() -> None:
    """Wherever a brief is cut, the rows of the table are used from the top, and no further than it takes."""
    whole = made(*FULLEST)
    brief = fitted(whole, SPEECH)
    names = [name for name, _ in GIVES_WAY]
    changed = {each.name for each in fields(Brief) if getattr(brief, each.name) != getattr(whole, each.name)}
    used = max(names.index(name) for name in changed)
    assert changed == set(names[: used + 1])
    assert not {"quote", "careful", "wants", "pid_alias", "reason_category", "priority", "consent_at"} & set(names)


def test_every_reason_and_urgency_has_its_words() -> None:
    for reason, urgency in product(NAMES, Urgency):
        head = read(shown(made(replace(HEADING, reason=reason, priority=urgency), KNOWN, APPROVAL), NOON, SPEECH)).splitlines()[0]
        assert head.startswith(f"{SPEECH.says(f'case.reason.{reason}')} ({SPEECH.says(f'case.urgency.{urgency}')}).")
        assert len(SPEECH.says(f"case.reason.{reason}")) > 3
