"""Another language on the whole road, and in what `coachbot read` tells."""

import json

import pytest

from coachbot.nlu.read import read
from coachbot.replay import replay

POLISH = "jestem bardzo zmęczona i nie mogę tak dłużej"
ALWAYS = {"id", "concern", "urgency", "ask", "scores", "evidence", "intent", "smart", "woop", "talk", "depth", "identifiers", "when"}


async def wordings(*messages: str) -> list[str]:
    """What is said in answer to these messages."""
    told = json.dumps({"id": "1", "messages": messages})
    return [line["wording"] async for result in replay(told) for line in result["transcript"] if line["from"] == "bot"]


@pytest.mark.shows("H02", part="another language")
async def test_a_replay_meets_another_language_with_the_card():
    assert await wordings(POLISH, "我不想活了", "woop", POLISH) == [
        "safety.language",
        "safety.language",
        "contract.open",
        "woop.wish",
        "safety.language",
    ]


async def test_danger_in_english_in_the_middle_of_it_is_danger():
    assert await wordings(f"{POLISH}, I want to die") == ["safety.crisis"]


@pytest.mark.parametrize("text", [POLISH, "我不想活了", "quiero descansar media hora en cada turno largo"])
def test_read_tells_it_and_invents_nothing(text: str):
    line = json.dumps({"id": 1, "text": text, "step": "woop.wish", "asked": "What's the wish?"}, ensure_ascii=False)
    (told,) = read(line, None)
    assert set(told) == ALWAYS
    assert told["evidence"]["language_known"] is False
    assert (told["concern"], told["ask"], told["intent"]) == ("none", False, "content")
