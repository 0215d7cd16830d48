"""Plain JSON as it is kept."""

import pytest

from storage.plain import from_json, to_json


@pytest.mark.parametrize("words", ["did it", "café ☕", "half a pair \ud83d", "\x00", ""])
def test_words_come_back_as_they_were(words: str) -> None:
    assert from_json(to_json({"words": words, "marks": (1, None)})) == {"words": words, "marks": [1, None]}


def test_it_is_compact() -> None:
    assert to_json({"steps": 2, "café": [1]}) == '{"steps":2,"café":[1]}'.encode()


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        from_json(b"{")
