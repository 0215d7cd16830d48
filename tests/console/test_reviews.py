"""The weekly safety review and the log of adverse events, as a safety lead uses their pages."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
from ruamel.yaml import YAML

from coaching.staff import Role
from coaching.words import Words
from console.pages import ABOUT
from console.ways import HOME
from tests.console.world import BY_ROLE, FAINTED, SEEN, World, furnished, posted

LEAD = BY_ROLE[Role.SAFETY_LEAD]
REVIEW, EVENTS = f"{HOME}/review", f"{HOME}/adverse-events"
FORM = {
    "number": "",
    "on": "2026-11-20",
    "alias": "Wren 2",
    "happened": "Fell <b>asleep</b>",
    "seriousness": "hospital",
    "expectedness": "not_yet",
    "relatedness": "possible",
    "action": "",
    "reported_to": "",
}


@pytest.fixture
def world() -> World:
    return furnished(World())


async def test_the_page_begins_with_the_last_week_that_is_over(world: World):
    browser = await world.signed_in(LEAD)
    page = browser.get(REVIEW).text
    assert world.review.looked == [("dele", "2026-W47")]
    assert all(
        each in page for each in ("everyone would be better off", "are you having thoughts", "read two pages", "Answer: no", "No answer")
    )
    assert all(f"?week={each}" in page for each in ("2026-W46", "2026-W48"))
    assert "Lines of people you are tied to: 1." in page


async def test_figures_of_few_people_are_not_told(world: World):
    page = (await world.signed_in(LEAD)).get(REVIEW).text
    assert ["38" in page, "fewer than 5" in page, "12.1" in page, "100%" in page] == [True] * 4


@pytest.mark.parametrize("week", ["2026-W49", "2026-W60", "last", "<b>", "9999-W52"])
async def test_what_is_no_week_so_far_is_not_there(world: World, week: str):
    browser = await world.signed_in(LEAD)
    assert browser.get(REVIEW, params={"week": week}).status_code == 404
    assert world.review.looked == []


async def test_what_was_said_is_shown_and_never_carried_out(world: World):
    world.review.weeks["2026-W47"] = replace(SEEN, messages=(replace(SEEN.messages[0], message=Words("<script>alert(1)</script>")),))
    assert "&lt;script&gt;" in (await world.signed_in(LEAD)).get(REVIEW).text


async def test_a_verdict_is_kept_and_leads_back_to_its_line(world: World):
    browser = await world.signed_in(LEAD)
    answered = posted(browser, REVIEW, REVIEW, week="2026-W47", line="m1", verdict="should_have_asked")
    assert (answered.status_code, answered.headers["location"]) == (303, f"{REVIEW}?week=2026-W47&done=verdict#line-m1")
    assert world.review.said == [("dele", "2026-W47", "m1", "should_have_asked")]
    assert "Your mark is kept." in browser.get(answered.headers["location"]).text


@pytest.mark.parametrize("wrong", [{"line": "x"}, {"week": "2027-W01"}, {"week": ""}])
async def test_a_line_of_no_review_is_refused(world: World, wrong: dict[str, str]):
    browser = await world.signed_in(LEAD)
    assert posted(browser, REVIEW, REVIEW, **({"week": "2026-W47", "line": "m1", "verdict": "right"} | wrong)).status_code == 422
    assert world.review.said == []


async def test_an_event_is_sent_once_with_its_key(world: World):
    browser = await world.signed_in(LEAD)
    answered = posted(browser, EVENTS, EVENTS, key="0" * 26, secret="dropped", **FORM)
    assert (answered.status_code, answered.headers["location"]) == (303, f"{EVENTS}?done=event")
    assert world.review.recorded == [("dele", FORM, "0" * 26)]
    assert "The event is written down." in browser.get(answered.headers["location"]).text


@pytest.mark.parametrize("number", ["", "1", "77"])
@pytest.mark.parametrize(("why", "status"), [("no_form", 422), ("nobody", 422), ("not_yours", 422), ("corrected", 409)])
async def test_what_could_not_be_kept_comes_back_as_it_was_written(world: World, number: str, why: str, status: int):
    world.review.refusal = why
    answered = posted(await world.signed_in(LEAD), EVENTS, EVENTS, key="nonsense", **(FORM | {"number": number}))
    assert (answered.status_code, "Fell &lt;b&gt;asleep" in answered.text) == (status, True)
    assert world.review.recorded[0][2] == ""


async def test_the_last_version_is_told_and_the_earlier_are_there(world: World):
    page = (await world.signed_in(LEAD)).get(EVENTS).text
    assert ["Events so far: 1" in page, "Before it was corrected: 1" in page, "Sponsor, on the next day" in page] == [True] * 3
    world.review.log = [replace(FAINTED, alias="", participant_id="")]
    assert "Nobody" in (await world.signed_in(LEAD)).get(EVENTS).text


def test_every_straight_question_has_words_for_what_it_asks():
    rules = YAML(typ="safe").load((files("content") / "escalation.yaml").read_text("utf-8"))
    asks = {str(value) for rule in _rules(rules) for name, value in rule.items() if name == "asks"}
    assert {each.removeprefix("safety.ask.") for each in asks} == set(ABOUT)


def _rules(plain: object) -> list[dict[str, object]]:
    """Every mapping in it, however deep."""
    inside = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else []
    return [*([plain] if isinstance(plain, dict) else []), *(found for each in inside for found in _rules(each))]
