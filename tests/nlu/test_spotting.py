"""What else a message holds."""

import pytest

from bot.nlu.goals import spotting

WHOLE = "I want to take my breaks. The best thing would be getting home with energy. What stops me is guilt. If Jo says go then I'll walk"
LABELLED = "Wish: take my breaks\nOutcome: getting home with energy\nObstacle: guilt\nPlan: if Jo says go then I'll walk"


@pytest.mark.parametrize(
    ("part", "text", "found"),
    [
        ("wish", WHOLE, "I want to take my breaks"),
        ("outcome", WHOLE, "getting home with energy"),
        ("obstacle", WHOLE, "guilt"),
        ("plan", WHOLE, "If Jo says go then I'll walk"),
        ("wish", LABELLED, "take my breaks"),
        ("outcome", LABELLED, "getting home with energy"),
        ("obstacle", LABELLED, "guilt"),
        ("plan", LABELLED, "if Jo says go then I'll walk"),
        ("wish", "be less knackered", "be less knackered"),
        ("wish", "I'd like to leave on time but guilt gets in the way", "I'd like to leave on time"),
        ("obstacle", "I'd like to leave on time but guilt gets in the way", "guilt"),
        ("moment", "I feel guilty. It usually turns up when Jo says go", "when Jo says go"),
        ("moment", "I freeze when the consultant looks at me", "when the consultant looks at me"),
        ("reason", "leave on time because my kids need me", "my kids need me"),
        ("reason", "leave on time so I see my kids", "so I see my kids"),
    ],
)
def test_what_is_said_plainly_is_found(part: str, text: str, found: str):
    assert getattr(spotting, f"spot_{part}")(text) == found


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("wish", "I had a rough shift"),
        ("wish", "what's the weather"),
        ("wish", "my manager never listens"),
        ("outcome", "having a proper chat with my mentor"),
        ("obstacle", "there's never enough staff"),
        ("obstacle", "what stops me is the rota"),
        ("moment", "guilt"),
        ("plan", "when I'm tired I get snappy"),
        ("plan", "if only"),
        ("plan", "when my phone rings, then I start to panic"),
        ("plan", "when my phone rings then I feel sick"),
        ("plan", "when my phone rings, then I get flustered"),
        ("plan", "when my phone rings I'd freeze"),
        ("reason", "leave on time twice a week"),
    ],
)
def test_what_is_not_said_is_not_guessed(part: str, text: str):
    assert getattr(spotting, f"spot_{part}")(text) is None
