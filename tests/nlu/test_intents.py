"""Intents and global words."""

import pytest

from bot.nlu.intents import command, intent, link_code
from tests.nlu.table import SITTINGS, rows, share


@pytest.mark.parametrize("sitting", SITTINGS)
def test_intents_agree_with_the_labels(sitting: str):
    told = [(label, intent(text, *asked)) for label, text, *asked in rows(f"{sitting}/intent")]
    assert share([label == found for label, found in told]) >= 0.95


@pytest.mark.parametrize(("word", "text"), [pytest.param(*row, id=row[1]) for row in rows("command")])
def test_a_global_word_is_the_whole_message(word: str, text: str):
    assert (command(text) or "-") == word


def test_an_answer_is_not_taken_for_a_word():
    """No good answer of a WOOP or a SMART goal asks the bot for something else."""
    acts = {"stop", "talk_to_human", "my_data", "snooze", "change_schedule", "go_back", "help", "about_bot", "skip", "goodbye", "greet"}
    answers = [
        row[1]
        for sitting in SITTINGS
        for step in ("wish", "outcome", "obstacle", "plan")
        for row in rows(f"{sitting}/{step}")
        if row[0].startswith("ok")
    ]
    goals = [text for sitting in SITTINGS for _, text in rows(f"{sitting}/smart")]
    assert not [text for text in answers + goals if command(text) or intent(text, "?") in acts]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("leave on time twice a week instead of staying till half 9", "content"),
        ("a real lunch every week instead of crisps at the desk", "content"),
        ("twice a week instead please", "change_schedule"),
        ("once a week instead of every day", "change_schedule"),
    ],
)
def test_a_wish_for_something_instead_is_no_wish_for_fewer_messages(text: str, wanted: str):
    assert intent(text, "?") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("stop, and delete my data", "stop"),
        ("not now, can I talk to a person", "talk_to_human"),
        ("I did it! can we set a new goal", "report_done"),
        ("yes please", "affirm"),
        ("no not now", "snooze"),
        ("are you a real person", "about_bot"),
        ("are you human", "about_bot"),
    ],
)
def test_of_two_intents_the_more_pressing_one_wins(text: str, wanted: str):
    assert intent(text) == wanted


@pytest.mark.parametrize("text", ["link K7P2QX", "/link k7p2qx", "Link K7P-2QX.", "link code K7P 2QX"])
def test_a_link_code_is_read_out_in_any_way(text: str):
    assert (command(text), link_code(text)) == ("link", "K7P2QX")


@pytest.mark.parametrize("text", ["link to the article", "link nurse", "link", "", "K7P2QX"])
def test_other_words_are_no_code(text: str):
    assert link_code(text) is None


@pytest.mark.parametrize("text", ["", "   ", "...", "\u200b", "🌧"])
def test_nothing_said_asks_for_nothing(text: str):
    assert (command(text), intent(text)) == (None, "content")
