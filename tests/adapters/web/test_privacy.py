"""The next person at a ward computer sees nothing."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.adapters.web.dom import parsed
from tests.adapters.web.world import World

SECRET = "I argued with the ward sister"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def nurse(world: World) -> TestClient:
    return world.browser()


@pytest.fixture
def code(nurse: TestClient) -> str:
    """The nurse's code; she has said something."""
    page = parsed(nurse.get("/").text)
    nurse.post("/say", data=page.form("/say") | {"text": SECRET})
    return page.find("code")[0].text


def everything(client: TestClient) -> str:
    """All that this browser can be shown."""
    responses = [client.get(path) for path in ("/", "/?lines=400", "/?waiting=1", "/talk", "/back")]
    responses += [client.post(path, data={"text": "x", "choice": "7"}) for path in ("/say", "/press", "/start", "/here", "/code")]
    return "".join(response.text for response in responses)


def shows(client: TestClient) -> bool:
    return SECRET in client.get("/").text


def test_the_code_stands_in_a_closed_part_of_the_first_page(nurse: TestClient) -> None:
    [details] = parsed(nurse.get("/").text).find("details")
    assert "open" not in details.attributes
    assert re.fullmatch(r"[A-Z0-9]{8}", details.find("code")[0].text)


def test_leaving_hides_everything(world: World, nurse: TestClient, code: str) -> None:
    assert shows(nurse)
    response = nurse.post("/leave")
    assert (response.status_code, response.headers["location"]) == (303, "/")
    assert response.headers["clear-site-data"] == '"cache"'
    assert SECRET not in everything(nurse)
    assert code not in everything(nurse)
    assert [nurse.get(path).status_code for path in ("/talk", "/events")] == [403, 403]
    assert world.texts == [SECRET]


def test_ten_idle_minutes_hide_everything(world: World, nurse: TestClient, code: str) -> None:
    world.clock.pass_by(minutes=9, seconds=59)
    assert shows(nurse)
    world.clock.pass_by(minutes=10)
    assert SECRET not in everything(nurse)
    assert [nurse.get(path).status_code for path in ("/talk", "/events")] == [403, 403]


def test_a_page_that_refreshes_itself_is_idle_all_the_same(world: World, nurse: TestClient, code: str) -> None:
    for _ in range(10):
        world.clock.pass_by(minutes=1)
        nurse.get("/talk")
    assert not shows(nurse)


def test_somebody_who_types_for_long_is_here(world: World, nurse: TestClient, code: str) -> None:
    for _ in range(3):
        world.clock.pass_by(minutes=9)
        assert nurse.post("/here").status_code == 204
    assert shows(nurse)


def test_without_javascript_the_page_hides_itself(nurse: TestClient) -> None:
    [refresh] = parsed(nurse.get("/").text).find("noscript")[0].find("meta")
    assert refresh.attributes == {"http-equiv": "refresh", "content": "605;url=/"}


def test_a_code_brings_back_what_was_said_and_is_used_up(nurse: TestClient, code: str) -> None:
    nurse.post("/leave")
    page = nurse.post("/back", data={"code": f" {code[:4].lower()}-{code[4:]} "})
    assert SECRET in page.text
    [following] = parsed(page.text).find("code")
    assert following.text != code
    assert "open" not in parsed(page.text).find("details")[0].attributes
    assert shows(nurse)
    nurse.post("/leave")
    assert nurse.post("/back", data={"code": code}).status_code == 422
    assert SECRET in nurse.post("/back", data={"code": following.text}).text


def test_a_code_works_in_another_browser_and_the_old_one_no_longer_sees(world: World, nurse: TestClient, code: str) -> None:
    phone = world.browser()
    phone.get("/")
    assert SECRET in phone.post("/back", data={"code": code}).text
    assert shows(phone)
    assert not shows(nurse)


def test_a_new_code_ends_the_old_one(nurse: TestClient, code: str) -> None:
    [details] = parsed(nurse.post("/code").text).find("details")
    assert "open" in details.attributes
    nurse.post("/leave")
    assert nurse.post("/back", data={"code": code}).status_code == 422
    assert SECRET in nurse.post("/back", data={"code": details.find("code")[0].text}).text


def test_later_pages_no_longer_show_the_code(nurse: TestClient, code: str) -> None:
    assert code not in nurse.get("/").text


def test_a_new_browser_begins_afresh(world: World, nurse: TestClient, code: str) -> None:
    other = world.browser()
    assert not shows(other)
    assert len(set(world.persons())) == 2


def test_an_invented_cookie_is_not_taken_up(world: World, nurse: TestClient, code: str) -> None:
    client = world.browser()
    client.cookies.set("visit", "MINE")
    assert "visit=C" in client.get("/").headers["set-cookie"]
    assert "MINE" not in world.visits.held


def test_the_next_person_can_begin_and_leaves_the_first_alone(world: World, nurse: TestClient, code: str) -> None:
    nurse.post("/leave")
    page = parsed(nurse.post("/fresh", data=parsed(nurse.get("/").text).form("/fresh")).text)
    assert not page.find("li")
    nurse.post("/say", data=page.form("/say") | {"text": "hello"})
    assert [len(lines) for lines in world.road.lines.values()] == [2, 2]
    assert SECRET in nurse.post("/back", data={"code": code}).text


def test_help_now_works_in_front_of_a_hidden_conversation(world: World, nurse: TestClient, code: str) -> None:
    hidden_person = next(iter(world.persons()))
    nurse.post("/leave")
    page = nurse.post("/press", data=parsed(nurse.get("/").text).form("/press", "Help now")).text
    assert "Call 999" in page
    assert SECRET not in page
    assert list(world.road.taken.values())[-1].address.person != hidden_person


def test_words_sent_to_a_hidden_page_wait_for_their_writer(world: World, nurse: TestClient, code: str) -> None:
    world.clock.pass_by(minutes=11)
    response = nurse.post("/say", data={"text": "I </textarea> was still typing"})
    assert response.status_code == 403
    assert SECRET not in response.text
    form = parsed(response.text).form("/back") | {"code": code}
    assert parsed(nurse.post("/back", data=form).text).form("/say")["text"] == "I </textarea> was still typing"
    assert world.texts == [SECRET]


class TestGuessing:
    def test_five_wrong_codes_and_a_wait(self, world: World, nurse: TestClient, code: str) -> None:
        nurse.post("/leave")
        assert [nurse.post("/back", data={"code": "WRONG"}).status_code for _ in range(6)] == [422] * 5 + [429]
        assert nurse.post("/back", data={"code": code}).status_code == 429
        world.clock.pass_by(minutes=10)
        assert SECRET in nurse.post("/back", data={"code": code}).text

    def test_the_way_back_is_still_open_to_others(self, world: World, nurse: TestClient, code: str) -> None:
        guesser = world.browser("10.0.0.66")
        for _ in range(6):
            guesser.post("/back", data={"code": "WRONG"})
        assert SECRET in nurse.post("/back", data={"code": code}).text

    def test_one_address_guesses_no_more_than_sixty_times(self, world: World) -> None:
        """Without a cookie a browser is nobody's visit; everybody behind one proxy shares this cap."""
        statuses = [world.browser("10.0.0.66").post("/back", data={"code": "WRONG"}).status_code for _ in range(65)]
        assert statuses == [422] * 60 + [429] * 5

    def test_behind_one_proxy_nobody_locks_the_others_out(self, world: World, nurse: TestClient, code: str) -> None:
        colleague = world.browser()
        colleague.get("/")
        assert [colleague.post("/back", data={"code": "WRONG"}).status_code for _ in range(6)] == [422] * 5 + [429]
        assert SECRET in nurse.post("/back", data={"code": code}).text

    def test_many_addresses_guess_no_more_than_three_hundred_times(self, world: World) -> None:
        statuses = [world.browser(f"10.0.{number}.1").post("/back", data={"code": "WRONG"}).status_code for number in range(310)]
        assert statuses == [422] * 300 + [429] * 10

    def test_good_codes_do_not_count(self, nurse: TestClient, code: str) -> None:
        for _ in range(8):
            code = parsed(nurse.post("/back", data={"code": code}).text).find("code")[0].text
        assert nurse.post("/back", data={"code": code}).status_code != 429

    def test_nothing_tells_a_used_code_from_an_unknown_one(self, world: World, nurse: TestClient, code: str) -> None:
        nurse.post("/back", data={"code": code})
        nurse.post("/leave")
        guesser = world.browser()
        pages = [guesser.post("/back", data={"code": guess}) for guess in (code, "UNKNOWN1", "", "x" * 5_000)]
        assert len({re.sub(r"N\d{25}", "", page.text) for page in pages}) == 1
        assert {page.status_code for page in pages} == {422}

    def test_a_hidden_page_looks_the_same_whoever_it_belongs_to(self, world: World, nurse: TestClient, code: str) -> None:
        other = world.browser()
        other.get("/")
        pages = []
        for client in (nurse, other):
            client.post("/leave")
            pages.append(re.sub(r"N\d{25}", "", client.get("/").text))
        assert pages[0] == pages[1]
