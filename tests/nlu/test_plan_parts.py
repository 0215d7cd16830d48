"""Plans taken apart into a cue after "If " and an action after "then I will "."""

import re

import pytest

from bot.nlu.goals.plan_parts import PlanParts, cue_from_moment, plan_parts
from bot.nlu.goals.woop_plan import plan
from tests.nlu.table import SITTINGS, rows

MINUTE = 'I hear myself say "in a minute"'
JO = 'Jo says "you go" and I say "in a minute"'
BACK = 'say "back at half past" and walk'
HANDS = "put both hands in my lap and count five breaths"


@pytest.mark.shows("U10", part="if-then parts by rules")
@pytest.mark.parametrize(
    ("said", "moment", "cue", "action"),
    [
        (f"If {MINUTE}, then I will {BACK}.", "", MINUTE, BACK),
        (BACK, f"about 1, when {JO}", JO, BACK),
        (f"I'll {HANDS}.", "I reach for the mouse", "I reach for the mouse", HANDS),
        ("when the bleep goes I'll finish my sentence first", "", "the bleep goes", "finish my sentence first"),
        ("I'll ask Jo to hold the bay when it gets to 1pm", "", "it gets to 1pm", "ask Jo to hold the bay"),
        ("every Friday at 3 I block half an hour", "", "it is Friday at 3", "block half an hour"),
        ("At 12:30 I will tell the nurse in charge", "", "it is 12:30", "tell the nurse in charge"),
        ("I'd take a breath", "the silence after I've said it", "I notice the silence after I've said it", "take a breath"),
        ("taking a breath and counting to five", "in handover", "I am in handover", "take a breath and count to five"),
        ("if i feel my chest go tight then i take 3 slow breaths", "", "I feel my chest go tight", "take 3 slow breaths"),
        ("when it hits 2am walk to the water cooler", "", "it hits 2am", "walk to the water cooler"),
    ],
)
def test_cue_and_action(said: str, moment: str, cue: str, action: str):
    assert plan_parts(said, moment) == PlanParts(cue, action)


@pytest.mark.parametrize(
    ("moment", "cue"),
    [
        ("I reach for the mouse", "I reach for the mouse"),
        ("usually on nights around 4", "I am on nights around 4"),
        ("around 4ish", "it is around 4ish"),
        ("when it's busy", "it's busy"),
        ("every time the phone rings", "the phone rings"),
        ("Before each patient", "it is before each patient"),
        ("It's always after I've finished the drug round", "it is after I've finished the drug round"),
        ("guilt", "I notice guilt"),
        ("The consultant says my name.", "the consultant says my name"),
        ("walking into the bay", "I am walking into the bay"),
        ("Mondays", "it is Monday"),
        ("", ""),
    ],
)
def test_a_moment_as_a_clause(moment: str, cue: str):
    assert cue_from_moment(moment) == cue


@pytest.mark.parametrize(("moment", "cue"), [pytest.param(*row, id=row[0]) for row in rows("cue")])
def test_every_moment_reads_well_after_if(moment: str, cue: str):
    assert cue_from_moment(moment) == cue


@pytest.mark.parametrize(("said", "action"), [pytest.param(*row, id=row[0]) for row in rows("action")])
def test_every_action_reads_well_after_then_i_will(said: str, action: str):
    parts = plan_parts(said, "the phone rings")
    assert (parts.action if parts else "-") == action
    assert (plan(said, "the phone rings").name == "no_action") is (action == "-")


TWICE = re.compile(r"\b(?:if|when|whenever|will)[ ,]+(?:if|when|whenever|will|would|i)\b(?!')|\b(i|then) \1\b|\bwill (?:to|might)\b", re.I)
NO_CLAUSE = re.compile(r"(?:if|when|whenever|at|on|in|every|because|as|ever|and|then)\b|\W", re.I)
MOMENTS = [row[0] for row in rows("cue")]
ACTIONS = [row[0] for row in rows("action")]
WHOLE = [(row[1], *row[2:], "")[:2] for sitting in SITTINGS for row in rows(f"{sitting}/plan") if row[0] == "ok"]
PAIRS = [("say no", moment) for moment in MOMENTS] + [(action, "the phone rings") for action in ACTIONS] + WHOLE


@pytest.mark.parametrize(("said", "moment"), PAIRS)
def test_the_sentence_is_always_whole(said: str, moment: str):
    """Nothing twice, no stop inside, and a clause after "If"; what people put in quotation marks is theirs."""
    parts = plan_parts(said, moment)
    if parts is None:
        assert plan(said, moment).name == "no_action"
        return
    sentence = re.sub(r'"[^"]*"', '"…"', f"If {parts.cue}, then I will {parts.action}.")
    assert not TWICE.search(sentence.removeprefix("If "))
    assert not re.search(r"[.,;:!?]\s*[.,;:!?]|[.!?] \w", sentence)
    assert not NO_CLAUSE.match(parts.cue)


@pytest.mark.parametrize("said", ["say no", "", "when the bleep goes off"])
def test_no_parts_without_both(said: str):
    assert plan_parts(said) is None


def test_a_plan_is_not_printed():
    assert "bleep" not in repr(plan_parts("when the bleep goes I'll finish my sentence"))
