"""What a language model wrote and may be said, or may not: rows, good and bad, none of which a model had to be asked for."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.dialogs.phrasing.allowing import may_be_seen
from bot.dialogs.phrasing.judging import is_grave, refusal, tidied
from bot.nlu.reading import RuleReader
from coaching.phrasing import Act, Phrasing
from tests.phrasing.world import PROMPTS, rows

TIRED = "I feel tired after the shift and I want rest and to go home, I keep saying in a minute and the others need me"
GOOD_ENOUGH = 0.85  # of fair lines that are let through: the rest costs a line each, and our own wording is said


def written(text: str) -> str:
    """A row as the model would have written it."""
    return text.replace("\\n", "\n").replace("\\u202e", "\u202e")


def made_from(act: str, source: str) -> Phrasing:
    return Phrasing(Act.REPHRASE, source) if act == "rephrase" else Phrasing(Act(act), "", tuple(source.split("|")))


def judged(text: str, source: str = TIRED) -> str:
    return refusal(PROMPTS, Phrasing(Act.REFLECT, "", (source,)), tidied(text))


@pytest.mark.shows("E11", side="what is written badly is not said")
@pytest.mark.parametrize(("kind", "text"), rows("bad.tsv"))
def test_what_breaks_the_policy_is_refused(kind: str, text: str) -> None:
    assert judged(written(text)) != ""


@pytest.mark.shows("E11", side="what is written badly is not said")
@pytest.mark.parametrize(("theirs", "text"), [*rows("unseen.tsv"), *rows("unseen_again.tsv")])
def test_it_is_refused_in_plain_words_and_their_own_too(theirs: str, text: str) -> None:
    assert not may_be_seen(PROMPTS, theirs, RuleReader()) or judged(text, theirs) != ""


def test_most_fair_lines_are_said() -> None:
    """By act, so that no act lives on another's share."""
    kinds, said = Counter[str](), Counter[str]()
    for act, source, text in rows("good.tsv"):
        kinds[act] += 1
        said[act] += refusal(PROMPTS, made_from(act, source), tidied(text)) == ""
    assert said.total() / kinds.total() >= GOOD_ENOUGH, dict(said)
    assert min(said[act] / kinds[act] for act in kinds) >= 0.75, dict(said)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("You want to die after the shift.", "risk"),
        ("You want the others to be hurt.", "risk"),
        ("You want a rope for the shift.", "method"),
        ("You feel tired after the shift, and you should rest.", "advice"),
        ("You feel tired after the shift, and it gets better.", "promise"),
        ("You feel tired after the shift, and nobody is told.", "confidential"),
        ("You feel tired after the shift, and the team is alerted.", "monitoring"),
        ("You feel tired after the shift, and somebody is close.", "person"),
        ("You feel tired, which is depression after the shift.", "diagnosis"),
        ("You feel tired after the shift and want a tablet.", "medication"),
        ("You feel tired after the shift, as a human does.", "human"),
        ("I feel tired after the shift.", "self"),
        ("You feel tired after 3 shifts.", "number"),
        ("You feel tired after ten shifts.", "number"),
        ("You feel tired after the shift with Sarah.", "name"),
        ("You feel tired after the shift, you are amazing.", "praise"),
        ("You feel tired after the shift and lazy.", "judging"),
        ("You feel tired after the shift, see www example com.", "link"),
        ("You feel tired after the zumba shift.", "vocabulary"),
        ("You enjoy the quiet winter evenings.", "grounds"),
        ("You do not feel tired after the shift.", "grounds"),
        ("You feel tired after the shift?", "form"),
        ("The shift leaves you tired.", "form"),
        ("You feel tired after the shift. You want to go home.", "form"),
        ("You feel tired\nafter the shift.", "signs"),
        ("Tired.", "too_short"),
        (f"You feel {'tired and ' * 30}tired.", "too_long"),
        ("", "too_short"),
    ],
)
def test_each_reason_has_its_name(text: str, why: str) -> None:
    assert judged(text) == why
    assert is_grave(why) == (why in ("risk", "method"))


def test_a_fair_line_is_said_and_what_the_model_puts_around_it_is_not() -> None:
    assert judged(' "You feel tired after the shift." ') == ""
    assert tidied(' "You feel tired after the shift." ') == "You feel tired after the shift."
    assert tidied("It\u2019s \u201cin a minute\u201d \u2014 again") == 'It\'s "in a minute" - again'


def test_a_question_may_have_the_words_that_ours_has() -> None:
    ours = Phrasing(Act.REPHRASE, "What will you do instead?")
    assert refusal(PROMPTS, ours, "What is it that you will do instead?") == ""
    assert refusal(PROMPTS, Phrasing(Act.REPHRASE, "What would you like to do instead?"), "What will you do instead?") == "promise"
    assert refusal(PROMPTS, ours, "What will you do instead? Or who will?") == "form"
    assert refusal(PROMPTS, ours, "You will do it instead.") == "form"


def test_hostile_text_is_judged_quickly_and_never_fails() -> None:
    for text in ("\x00\ud800" * 500, "a" * 100_000, "You " * 20_000, "?" * 10_000, "\u200b" * 5_000, "(" * 5_000):
        assert judged(text) != ""
