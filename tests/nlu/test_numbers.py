"""Numbers in an answer."""

import pytest

from bot.nlu.numbers import minutes, scale_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7), ("7/10", 7), ("about a 7", 7), ("seven", 7), ("6 or 7", 6), ("6-7", 6), ("7 out of 10", 7), ("ten", 10), ("0", 0),
        ("6.5", 6), ("6½", 6), ("7️⃣", 7), ("🔟", 10), ("70%", 7), ("i'd say a solid 8", 8), ("8ish", 8), ("7!!", 7),
        ("between 6 and 7", 6), ("a 5 maybe 6", 5), ("7 because I did it last week", 7), ("7, it's been a long week", 7),
        ("hmm. 4?", 4), ("６", 6),
    ],
)  # fmt: skip
def test_a_point_on_the_scale(text: str, number: int):
    assert scale_number(text, 0, 10) == number


@pytest.mark.parametrize(
    "text",
    [
        "I'd get home with something left for 2 kids", "there are 3 of us", "5 of us", "3 shifts", "about 5 days", "11", "12", "-3",
        "10:30", "in 6 weeks", "on 3 of my next 4", "I'm 30", "2 mins", "", "very likely", "at 3 i go home", "one of the nurses",
    ],
)  # fmt: skip
def test_an_answer_in_words_is_no_number(text: str):
    assert scale_number(text, 0, 10) is None


def test_a_scale_has_its_own_ends():
    assert (scale_number("7", 1, 5), scale_number("4 out of 5", 1, 5), scale_number("0", 1, 5)) == (None, 4, None)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("30-minute break", 30), ("half an hour", 30), ("½ an hour", 30), ("2 mins", 2), ("an hour", 60), ("1.5 hours", 90),
        ("an hour and a half", 90), ("a quarter of an hour", 15), ("90 seconds", 1), ("30 secs", 1), ("five minutes", 5),
        ("10 to 15 minutes", 10), ("a couple of minutes", 2), ("20min", 20), ('say "in a minute"', None), ("later", None),
    ],
)  # fmt: skip
def test_minutes(text: str, many: int | None):
    assert minutes(text) == many
