"""Our own words are parsed, a participant's never."""

from bot.dialogs.wording import make, render
from coaching.effects import Say
from coaching.message import Choice
from coaching.words import Span, plain
from tests.play import LIBRARY

WORDS = {
    each.id: each
    for each in (
        make("plan", ("Here: **{plan}** Sure?", "So: **{plan}** Sure?")),
        make("thanks", ("Thank you.",)),
        make("blank.plan", ("your plan",)),
        make("choice.no", ("No",)),
    )
}


def test_bold_and_blanks_are_ours_alone():
    rendered = render(WORDS, Say("plan", {"plan": "**shout** {wish} <b>"}), {})
    assert rendered.text == (Span("Here: "), Span("**shout** {wish} <b>", strong=True), Span(" Sure?"))


def test_variants_take_turns_and_each_has_its_hash():
    said = [render(WORDS, Say("plan", {"plan": "walk"}), {"plan": heard}) for heard in range(3)]
    assert [plain(each.text)[:4] for each in said] == ["Here", "So: ", "Here"]
    assert said[0].content_hash != said[1].content_hash
    assert (said[0].wording, said[0].content_hash) == (said[2].wording, said[2].content_hash)


def test_what_is_said_before_is_in_the_same_message():
    rendered = render(WORDS, Say("plan", {"plan": "walk"}, ("no", "unlabelled"), also=("thanks",)), {})
    assert plain(rendered.text) == "Thank you.\nHere: walk Sure?"
    assert rendered.wording == "plan"
    assert rendered.choices == (Choice("no", "No"), Choice("unlabelled", "unlabelled"))


def test_a_blank_that_nothing_fills_has_our_own_stand_in():
    assert plain(render(WORDS, Say("plan"), {}).text) == "Here: your plan Sure?"


def test_an_unknown_language_is_spoken_to_in_english():
    assert LIBRARY.render("xx", Say("stop.still"), {}) == LIBRARY.render("en-GB", Say("stop.still"), {})
    assert LIBRARY.label("en-GB", "no_such_button") == ""
