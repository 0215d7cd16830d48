"""Plans taken apart into a cue after "If " and an action after "then I will "."""

import pytest

from bot.nlu.goals.plan_parts import PlanParts, cue_from_moment, plan_parts

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


@pytest.mark.parametrize("said", ["say no", "", "when the bleep goes off"])
def test_no_parts_without_both(said: str):
    assert plan_parts(said) is None


def test_a_plan_is_not_printed():
    assert "bleep" not in repr(plan_parts("when the bleep goes I'll finish my sentence"))
