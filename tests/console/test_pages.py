"""What the pages show, and that nothing in them is anything but text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from coaching.errors import ContentError
from coaching.staff import Role, Rung
from coaching.words import Span
from console.pages import PREFIX, PROMPTS, Pages, needed
from console.views import Part, parts_of
from handoff.welfare import NoSitting
from tests.console.world import BY_ROLE, HELD, NOON, OPEN, TIRED, World, furnished, labels, posted

COACH, SUPERVISOR = BY_ROLE[Role.COACH], BY_ROLE[Role.SUPERVISOR]
XSS = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


def test_every_word_is_there_and_each_is_used():
    assert {name.removeprefix(PREFIX) for name in labels()} == needed()


def test_a_missing_word_is_said_at_the_start():
    few = dict(labels())
    del few["console.queue.title"]
    with pytest.raises(ContentError, match=r"console\.queue\.title"):
        Pages(few, (), "en-GB")


async def test_the_queue():
    browser = await furnished(World()).signed_in(COACH)
    page = browser.get("/console/queue").text
    for said in ("Case 41, Heron 7", "Emergency", "First reply late by 10 minutes", "With Ben"):
        assert said in page
    assert page.count("/claim") == 2


async def test_a_row_that_others_have_seen_too_has_the_seal_of_its_reader():
    world = furnished(World())
    world.desk.rows = [replace(world.desk.rows[0], alias="<seal> <key>")]
    seals = set()
    for person in (COACH, SUPERVISOR):
        page = (await world.signed_in(person)).get("/console/queue").text
        (row,) = re.findall(r"<li id=.*?</li>", page, re.DOTALL)
        assert "&lt;seal&gt; &lt;key&gt;" in row
        assert set(re.findall(r'name="seal" value="(\w+)"', row)) == set(re.findall(r'name="seal" value="(\w+)"', page))
        seals |= set(re.findall(r'name="seal" value="(\w+)"', row))
    assert len(seals) == 2


async def test_an_open_page_is_given_its_talk_alone():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    whole = browser.get("/console/case/36").text
    begins = whole.index('<div id="live"')
    looking = {"x-looks-again": "1", "x-stands": world.desk.cases[36].stands}
    again = browser.get("/console/case/36", headers=looking).text
    assert "".join(again.split()) == "".join(whole[begins : whole.index("</div>", begins) + 6].split())
    assert "rota again" in again
    world.desk.cases[36] = replace(HELD, beside="Lee")
    assert "Lee is with them about their safety" in (otherwise := browser.get("/console/case/36", headers=looking).text)
    assert otherwise.startswith("<!doctype html>"), "where the case stands otherwise by now, its whole page is given"
    world.desk.cases[41] = replace(OPEN, lines=HELD.lines)
    assert "rota again" not in browser.get("/console/case/41", headers={"x-looks-again": "1"}).text
    assert browser.get("/console/case/9999", headers={"x-looks-again": "1"}).status_code == 404


async def test_an_empty_queue():
    browser = await World().signed_in(COACH)
    assert "Nobody is waiting just now." in browser.get("/console/queue").text


async def test_the_case_of_its_holder():
    browser = await furnished(World()).signed_in(COACH)
    page = browser.get("/console/case/36").text
    for said in (
        "study leave",
        "Coachbot <time",
        "rota again",
        "not confirmed",
        "Also looking: Chi",
        "Take the time you need.",
        "Finish the systemic",
    ):
        assert said in page


async def test_an_open_case_holds_nothing_of_what_was_said():
    world = furnished(World())
    world.desk.cases[41] = replace(OPEN, brief=HELD.brief, lines=HELD.lines, notes=HELD.notes, canned=HELD.canned, name="Jo Bloggs")
    page = (await world.signed_in(COACH)).get("/console/case/41").text
    for said in ("rota again", "Finish the systemic", "study leave", "Jo Bloggs", "Thank you for telling me"):
        assert said not in page
    assert "Talk of danger" in page


async def test_whatever_people_wrote_is_text():
    world = furnished(World())
    hostile = replace(HELD.lines[1], text=XSS, who=XSS)
    world.desk.cases[36] = replace(HELD, alias=XSS, lines=(hostile,), brief=(Part(XSS, XSS),), canned={XSS: XSS}, reading=(XSS,), name=XSS)
    world.desk.rows = [replace(world.desk.rows[0], alias=XSS, reason=XSS)]
    world.desk.refusal = XSS
    browser = await world.signed_in(COACH)
    pages = [browser.get(path).text for path in ("/console/case/36", "/console/queue")]
    pages.append(posted(browser, "/console/case/36", "/console/case/36/reply", text=XSS).text)
    for page in pages:
        assert "<script>alert" not in page
        assert "<img" not in page
        assert page.count("<script") == 2


async def test_a_refused_move_gives_the_words_back():
    world = furnished(World())
    world.desk.refusal = "Ben has case 36 already."
    browser = await world.signed_in(COACH)
    answer = posted(browser, "/console/case/36", "/console/case/36/reply", text="half an answer")
    assert (answer.status_code, "half an answer" in answer.text, "Ben has case 36 already." in answer.text) == (409, True, True)


async def test_moves_reach_the_desk_with_their_own_fields_alone():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    posted(browser, "/console/case/36", "/console/case/36/reply", text="hello", staff_id="ben", roles="admin")
    posted(browser, "/console/case/36", "/console/case/36/hand_back", agreed="a", next="b", again="c")
    posted(browser, "/console/case/41", "/console/case/41/claim")
    assert world.desk.moved == [
        ("amina", 36, "reply", {"text": "hello", "canned": ""}),
        ("amina", 36, "hand_back", {"agreed": "a", "next": "b", "again": "c"}),
        ("amina", 41, "claim", {}),
    ]


async def test_a_move_that_is_not_theirs_is_not_there():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    answers = [
        posted(browser, "/console/week", f"/console/case/{number}/{move}")
        for number, move in ((41, "reply"), (36, "claim"), (36, "x"), (99, "claim"))
    ]
    assert [each.status_code for each in answers] == [404] * 4
    assert world.desk.moved == []


async def test_one_s_own_week():
    browser = await furnished(World()).signed_in(COACH)
    page = browser.get("/console/week").text
    for said in ("12.5", "You had a hard case", "It is time for this month", "I filled every silence."):
        assert said in page


async def test_a_pulse_and_an_entry():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    kept = posted(browser, "/console/week", "/console/week/pulse", energy="10", meaning="0", load="7")
    assert kept.headers["location"] == "/console/week?done=pulse"
    last = world.welfare.records["amina"].pulses[-1]
    assert (last.energy, last.meaning, last.load) == (10, 0, 7)
    for wrong in ("11", "-1", "", "5.5", "٣"):
        assert posted(browser, "/console/week", "/console/week/pulse", energy=wrong, meaning="0", load="7").status_code == 422
    posted(browser, "/console/week", "/console/week/entry", prompt="went", words="I waited.")
    assert world.welfare.log["amina"][0].words.text == "I waited."
    refused = posted(browser, "/console/week", "/console/week/entry", prompt="went", words="x" * 9_000)
    assert (refused.status_code, "x" * 9_000 in refused.text) == (422, True)


@pytest.mark.parametrize(("closed", "entries", "due"), [(4, 0, False), (5, 0, True), (9, 1, False), (11, 1, True), (10, 2, False)])
async def test_after_every_fifth_case_the_log_asks_for_an_entry(closed: int, entries: int, due: bool):
    world = furnished(World())
    world.welfare.records["amina"] = replace(TIRED, closed=closed, entries=entries)
    page = (await world.signed_in(COACH)).get("/console/week").text
    assert ("You have had five cases since your last entry." in page) is due
    assert all(labels()[f"{PREFIX}prompt.{prompt}"] in page for prompt in PROMPTS)


@pytest.mark.shows("E6", side="IDOR and mass assignment: stepping out")
async def test_stepping_out_and_in_again():
    world = furnished(World())
    browser = await world.signed_in(COACH)
    out = posted(browser, "/console/week", "/console/week/step-out", who="ben")
    assert out.headers["location"] == "/console/week?done=stepped_out"
    assert [each.id for each in world.roll.people if each.out_since(NOON)] == ["amina"]
    page = browser.get("/console/week?done=stepped_out").text
    assert ("You have stepped out since 24 November." in page, "Step out now" in page) == (True, False)
    assert "Has stepped out" in (await world.signed_in(SUPERVISOR)).get("/console/supervision").text
    posted(browser, "/console/week", "/console/week/step-in")
    assert "Step out now" in browser.get("/console/week").text


async def test_what_could_not_be_passed_on_is_said():
    world = furnished(World())
    world.care.stuck = True
    answer = posted(await world.signed_in(COACH), "/console/week", "/console/week/step-out")
    assert (answer.status_code, "not everything could be passed on" in answer.text) == (409, True)


@pytest.mark.parametrize("rung", list(Rung))
async def test_a_coach_sees_where_they_stand_and_what_comes_next(rung: Rung):
    world = furnished(World())
    supervisor = await world.signed_in(SUPERVISOR)
    posted(supervisor, "/console/supervision", "/console/supervision/rung", who="amina", rung=rung)
    page = (await world.signed_in(COACH)).get("/console/week").text
    assert [each for each in Rung if escaped(f"rung.next.{each}") in page] == [rung]
    assert world.care.done == [("rung", "chi", "amina", rung)]


def escaped(name: str) -> str:
    return labels()[f"{PREFIX}{name}"].replace("'", "&#39;")


async def test_there_is_no_ladder_for_who_is_no_coach():
    page = (await furnished(World()).signed_in(SUPERVISOR)).get("/console/week").text
    assert labels()[f"{PREFIX}ladder.title"] not in page


@pytest.mark.shows("U41", side="after-care on both pages")
async def test_after_a_hard_case_both_pages_say_so_until_it_is_done():
    world = furnished(World())
    coach, supervisor = await world.signed_in(COACH), await world.signed_in(SUPERVISOR)
    assert labels()[f"{PREFIX}week.care"] in coach.get("/console/week").text
    assert "Amina, since 23 November" in supervisor.get("/console/supervision").text
    posted(supervisor, "/console/supervision", "/console/supervision/after-care", who="amina")
    assert world.care.done == [("cared for", "chi", "amina")]
    world.welfare.records["amina"] = replace(TIRED, care_since=None)
    assert labels()[f"{PREFIX}week.care"] not in coach.get("/console/week").text
    assert "Amina, since" not in supervisor.get("/console/supervision").text


SITTING = {"who": "amina", "day": "2026-11-20", "time": "10:30", "minutes": "60"}


@pytest.mark.shows("E6", side="IDOR and mass assignment: supervision")
async def test_a_sitting_is_noted():
    world = furnished(World())
    browser = await world.signed_in(SUPERVISOR)
    answer = posted(browser, "/console/supervision", "/console/supervision/sitting", **SITTING, by="ben")
    assert answer.headers["location"] == "/console/supervision?done=sitting"
    assert world.care.done == [("sitting", "chi", "amina", "2026-11-20T10:30:00", "60")]


@pytest.mark.shows("E6", side="IDOR and mass assignment: supervision")
@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"who": "chi"}, 404), ({"who": "farid"}, 404), ({"who": ""}, 404), ({"day": ""}, 422), ({"day": "2026-02-31"}, 422),
        ({"day": "20261120"}, 422), ({"time": "25:00"}, 422), ({"time": "10:30+05:00"}, 422),
        ({"minutes": "-60"}, 422), ({"minutes": "6e1"}, 422),
    ],
)  # fmt: skip
async def test_what_is_no_sitting_is_not_noted(wrong: dict[str, str], status: int):
    world = furnished(World())
    browser = await world.signed_in(SUPERVISOR)
    answer = posted(browser, "/console/supervision", "/console/supervision/sitting", **(SITTING | wrong))
    assert (answer.status_code, world.care.done) == (status, [])


@pytest.mark.parametrize("why", [*NoSitting, "twice"])
async def test_a_refused_sitting_says_why_and_gives_the_form_back(why: str):
    world = furnished(World())
    world.care.refusal = why
    browser = await world.signed_in(SUPERVISOR)
    page = posted(browser, "/console/supervision", "/console/supervision/sitting", **SITTING).text
    assert labels()[f"{PREFIX}trouble.sitting.{why}"] in page
    assert 'value="2026-11-20"' in page


@pytest.mark.parametrize("wrong", [{"who": "chi"}, {"who": "dele"}, {"rung": "ethical_mentor"}, {"rung": ""}])
async def test_a_rung_is_a_coach_s_and_one_of_three(wrong: dict[str, str]):
    world = furnished(World())
    browser = await world.signed_in(SUPERVISOR)
    answer = posted(browser, "/console/supervision", "/console/supervision/rung", **({"who": "ben", "rung": "senior"} | wrong))
    assert (answer.status_code, world.care.done) == (404, [])


async def test_a_supervisor_sees_load_and_nothing_private():
    browser = await furnished(World()).signed_in(SUPERVISOR)
    page = browser.get("/console/supervision").text
    for said in ("Amina", "Ben", "3.0 of 4.0 hours", "A hard case in the last two days"):
        assert said in page
    for private in ("I filled every silence.", "Energy", "same thing"):
        assert private not in page


async def test_whoever_manages_a_programme_sees_no_coach_even_as_a_supervisor():
    world = furnished(World())
    both = replace(SUPERVISOR, roles=frozenset({Role.SUPERVISOR, Role.PROGRAMME_MANAGER}))
    world.roll.people = [both if each.id == both.id else each for each in world.roll.people]
    browser = await world.signed_in(both)
    assert browser.get("/console/supervision").status_code == 403


def test_a_brief_as_it_is_worded_becomes_parts():
    text = (Span("Goal:", strong=True), Span(" finish\n"), Span("Plan:", strong=True), Span(" if, then\nmore"))
    assert parts_of(text) == (Part("Goal", "finish"), Part("Plan", "if, then\nmore"))
