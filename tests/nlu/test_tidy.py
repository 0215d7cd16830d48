"""A message made ready for matching."""

import pytest

from bot.nlu.tidy import READ_LIMIT, clean, lines, said, tidy


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  I’m   KNACKERED ", "i'm knackered"),
        ("st\u200bop", "stop"),
        ("st\u043ep", "stop"),
        ("ｈｅｌｐ", "help"),
        ("done ✅ 👍🏽", "done"),
        ("no\x00pe", "nope"),
        ("a\ud800b", "ab"),
        ("tommorow becuase", "tomorrow because"),
        ("then ill walk", "then i'll walk"),
        ("I was ill", "i was ill"),
    ],
)
def test_tidy(text: str, plain: str):
    assert tidy(text) == plain


def test_what_is_kept_keeps_its_case_and_spelling():
    assert clean("“Back at half past”, Jo\n says tommorow") == '"Back at half past", Jo says tommorow'


def test_only_the_beginning_is_read():
    assert len(clean("a" * 40_000)) == READ_LIMIT


def test_marks_piled_up_are_thinned():
    assert len(clean("z" + "\u0300\u0301\u0302" * 300)) < 10


def test_lines_are_told_apart():
    assert lines("Wish: rest\r\n\n  Plan: go ") == ["Wish: rest", "Plan: go"]


def test_a_message_is_not_printed():
    assert repr(said("my secret")) == "Said()"
