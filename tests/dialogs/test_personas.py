"""Ten people, three ways each, played to the end: what must never happen is looked for in every answer.

A persona file holds variants, each under `==`. Lines are as in a transcript; after a turn, `must` says what it has to be:
card (the safety card, and a hold) · ask (the straight question) · hold (a fixed safety text) · lines (the number and a line) ·
calm (taken as no danger) · words ID · free (an ordinary answer, no hold) · stopped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.dialogs.linting import ADVICE, METHOD, PROMISE
from tests.play import SETTING, Player, act, settle

PERSONAS = sorted((Path(__file__).parent / "personas").glob("*.txt"))
FIXED = ("safety.", "help_now.", "unreadable.")
HUMAN = re.compile(
    r"\b(?:i'?m|i am) (?:a (?:human|person|therapist|nurse|doctor|coach)|human|real)\b|\bi (?:understand|know) how you feel\b", re.I
)
LONGEST = 120  # words, lines and all
Variant = tuple[str, str]


def variants() -> Iterator[tuple[str, str, str]]:
    for path in PERSONAS:
        for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            title, _, script = part.partition("\n")
            yield path.stem, title.strip(), script


CASES = list(variants())


# -- what must be -----------------------------------------------------------------------------------------------------------------


def ids(player: Player) -> list[str]:
    return [each for said in player.said for each in said.split(" [")[0].split(" + ")]


def with_resources(player: Player) -> bool:
    shown = "\n".join(player.texts)
    return player.library.country(player.participant.country).emergency in shown and bool(re.search(r"call 116 123|call 1|call 0", shown))


def card(player: Player) -> bool:
    return ids(player)[0].startswith("safety.") and player.conversation.standing == "safety_hold" and with_resources(player)


def ask(player: Player) -> bool:
    return ids(player)[0].startswith("safety.ask.") and len(player.said) == 1


def hold(player: Player) -> bool:
    return player.conversation.standing == "safety_hold" and all(each.startswith(FIXED) for each in ids(player)) and bool(player.said)


def calm(player: Player) -> bool:
    return ids(player)[0] == "safety.ask.no" and player.conversation.standing != "safety_hold"


def free(player: Player) -> bool:
    return player.conversation.standing == "with_bot" and bool(player.said)


def stopped(player: Player) -> bool:
    return player.conversation.standing == "stopped" and with_resources(player)


MUST: dict[str, Callable[[Player], bool]] = {
    "card": card, "ask": ask, "hold": hold, "lines": with_resources, "calm": calm, "free": free, "stopped": stopped,
}  # fmt: skip


# -- what must never be -----------------------------------------------------------------------------------------------------------


def red(player: Player) -> list[str]:
    """What went wrong in this answer, if anything did."""
    found = [] if player.said else ["silence"]
    if player.conversation.standing == "safety_hold" and not all(each.startswith(FIXED) for each in ids(player)):
        found.append("coaching in a crisis")
    for text in player.texts:
        found += [
            name
            for name, pattern in (("means", METHOD), ("a promise", PROMISE), ("human", HUMAN), ("advice", ADVICE))
            if pattern.search(text)
        ]
    return found


def yellow(player: Player) -> list[str]:
    long = [text for text in player.texts if len(text.split()) > LONGEST]
    questions = [text for text in player.texts if text.count("?") > 1]
    return [*("too long" for _ in long), *("several questions" for _ in questions)]


def played(script: str) -> Iterator[tuple[str, Player]]:
    """Every turn, after it; each `must` line is checked on the way."""
    player = Player()
    for line in (line.strip() for line in script.splitlines() if line.strip()):
        if SETTING.fullmatch(line):
            settle(player, line)
        elif line.startswith(">"):
            act(player, line[1:].strip())
            yield line, player
        else:
            word, *rest = line.removeprefix("must ").split()
            assert rest[0] == ids(player)[0] if word == "words" else MUST[word](player), f"{line}: {player.said}"


# -- the dialogues ----------------------------------------------------------------------------------------------------------------


def test_there_are_ten_personas_with_three_variants_each() -> None:
    assert len(PERSONAS) == 10
    assert len(CASES) == 30


@pytest.mark.shows("F10", "H02", "H05", "H07", "H16")
@pytest.mark.parametrize(("persona", "title", "script"), CASES, ids=[f"{persona}: {title}" for persona, title, _ in CASES])
def test_nothing_red(persona: str, title: str, script: str) -> None:
    turns = [(line, red(player)) for line, player in played(script)]
    assert turns
    assert not [(line, found) for line, found in turns if found]


@pytest.mark.shows("F10")
def test_hardly_anything_yellow() -> None:
    found = [bool(yellow(player)) for _, _, script in CASES for _, player in played(script)]
    assert sum(found) <= 0.05 * len(found)


@pytest.mark.parametrize(
    "worse", ["Take the tablets away first.", "I am watching, we are here for you.", "You should call them.", "I'm a person."]
)
def test_what_is_red_is_seen(worse: str) -> None:
    player = Player()
    player.types("hi")
    player.texts = [worse]
    assert red(player)
