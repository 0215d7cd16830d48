"""Conversations, played from files that read like them."""

from pathlib import Path

import pytest

from coaching.effects import KeepGoal
from tests.play import LIBRARY, Player, act, lines, play, transcripts


@pytest.mark.shows("U10")
@pytest.mark.shows("U13", part="within one process")
@pytest.mark.parametrize("path", transcripts(), ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path):
    play(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LIBRARY.newest)
def test_every_flow_has_a_transcript_that_reaches_its_end(name: str):
    assert any(f"bot  {name}.done [" in path.read_text(encoding="utf-8") for path in transcripts())


def test_every_global_word_is_in_a_transcript():
    typed = {line[1:].strip() for path in transcripts() for _, line in lines(path.read_text(encoding="utf-8")) if line.startswith(">")}
    assert {
        "back", "skip", "change", "why", "pause", "later", "help", "help now", "human", "stop", "privacy", "my data",
        "complain", "goals", "menu", "link", "resume", "woop", "smart", "thanks", "bye", "hi",
    } <= typed  # fmt: skip


def test_what_is_stored_is_the_participants_own_words():
    player = Player()
    for _, line in lines((transcripts_named("woop_ward_nurse")).read_text(encoding="utf-8")):
        if line.startswith(">"):
            act(player, line[1:].strip())
    assert any(isinstance(effect, KeepGoal) for effect in player.effects)
    assert player.goal.steps[0].cue.startswith("Jo says")


def transcripts_named(name: str) -> Path:
    return next(path for path in transcripts() if path.stem == name)
