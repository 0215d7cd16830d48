"""`coachbot cases`, and the cases of a replay: who waits for a person, and nobody's words."""

from __future__ import annotations

import json
from pathlib import Path

from tests.wiring.command import coachbot

GRAVE = "I want to die"


def test_nobody_waits(tmp_path: Path) -> None:
    ended = coachbot(tmp_path, "cases")
    assert (ended.code, ended.out) == (0, "No case is open.\n")


def test_who_waits_is_listed_without_words(tmp_path: Path) -> None:
    talked = coachbot(tmp_path, "chat", typed=f"hello\n{GRAVE}\n")
    assert "999" in talked.out
    assert "case.opened" not in talked.out + talked.err, "whoever types is shown no log of themselves"
    heads, row = [line.split() for line in coachbot(tmp_path, "cases").out.splitlines()]
    assert heads == ["id", "alias", "concern", "urgency", "opened", "state"]
    assert (row[2:4], row[-1]) == (["crisis", "urgent"], "open")
    told = coachbot(tmp_path, "cases", "--all", "--json").out
    assert GRAVE not in told
    assert json.loads(told)["id"] == row[0]


def test_a_replay_tells_its_cases(tmp_path: Path) -> None:
    file = tmp_path / "talk.jsonl"
    file.write_text("\n".join(json.dumps({"id": words, "messages": ["hello", words]}) for words in ("woop", GRAVE)))
    ended = coachbot(tmp_path, "replay", str(file), "--json")
    calm, grave = [json.loads(line) for line in ended.out.splitlines()]
    assert calm["stored"]["cases"] == []
    assert grave["stored"]["cases"] == [{"concern": "crisis", "urgency": "urgent", "kind": "", "source": "phrase", "state": "open"}]
    assert [line["wording"] for line in grave["transcript"]][-1] == "safety.crisis"
