"""What people answer to the straight question and to the card, in their own words."""

from __future__ import annotations

import pytest

from bot.dialogs.answers import safe, straight
from bot.nlu.reading import RuleReader

STRAIGHT = {
    "ask_yes": "yes | y | yeah | yep I am | I do | I have been, yes | I think so | both | yes but I won't do anything | I am |"
    " i suppose so",
    "ask_no": "no | nope | no, just tired | no nothing like that, only knackered | god no! | not at all | I'm not | no thanks | never |"
    " I'm not suicidal | of course not | I just meant the shift | figure of speech | it was just a joke",
    "ask_unsure": "not sure | sometimes | maybe | no but I've thought about it | not really | I don't know | a bit | part of me |"
    " no, well, sometimes | on and off | idk",
    "ask_skip": "rather not say | I'd rather not | I don't want to say | none of your business | prefer not to answer | skip",
    "": "hi | woop | what? | I'm not ok | leave me alone please | my ward is short today | 7 | I'm so tired",
}
SAFE = {
    "safe": "yes | I'm safe | im ok now | I'm safe, my sister is here | we're all fine | everyone is safe | I feel ok | yeah |"
    " at home and safe | he's safe now | no I'm ok",
    "not_safe": "no | I'm not | not safe | I'm not safe | I don't feel safe | no I'm not | he's here | I'm not ok |"
    " nobody here is safe, no | I don't think I'm safe | never safe here",
    "not_meant": "that isn't what I meant | I didn't mean it like that | I meant my patient | sorry, I was joking |"
    " it's a figure of speech | you misunderstood",
    "": "hi | thanks | woop | 7 | ok | okay then | 👍 | sure | yes but he's coming back | I'm fine but scared | what now | who sees this",
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(words.strip(), expected) for expected, told in table.items() for words in told.split("|")]


def intent(words: str) -> str:
    reading = RuleReader().read(words, None)
    return reading.command or reading.intent


@pytest.mark.parametrize(("words", "expected"), rows(STRAIGHT))
def test_answers_to_the_straight_question(words: str, expected: str) -> None:
    assert straight(words, intent(words)) == expected


@pytest.mark.parametrize(("words", "expected"), rows(SAFE))
def test_answers_to_the_card(words: str, expected: str) -> None:
    assert safe(words) == expected
