"""The thirty vague goals: each becomes a whole one, and a goal with no reason is asked for one."""

from pathlib import Path

import pytest

from tests.play import Player

PAIRS = [line.split(" | ") for line in (Path(__file__).parent / "smart_pairs.txt").read_text(encoding="utf-8").splitlines()[1:]]
WHY = "because it gives me more of an evening with my kids"


def test_there_are_thirty():
    assert len(PAIRS) == 30


@pytest.mark.parametrize(("vague", "repaired"), PAIRS, ids=[vague for vague, _ in PAIRS])
def test_it_becomes_a_whole_goal(vague: str, repaired: str):
    player = Player()
    assert player.types("smart")[-1] == "smart.goal"
    assert player.types(vague) == ["smart.specific"]
    said = player.types(repaired)
    reason = [] if ", so " in repaired else [WHY]
    for each in reason:
        assert said == ["smart.relevant"]
        said = player.types(each)
    assert said == ["smart.confirm [thats_it change_something]"]
    shown = player.texts[0]
    assert all(words.rstrip(".") in shown for words in (repaired, *reason))
    player.presses("thats_it")
    player.types("put it in my diary")
    player.types("at my desk before I go home")
    player.types("8")
    smart = player.goal.smart
    assert smart is not None
    assert (smart.raw, smart.letters) == (vague, ("specific", "measurable", "time_based", "assignable", "relevant"))
    assert repaired.rstrip(".") in smart.text
