"""Talking in the browser, with nothing but forms."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

from coaching.message import Choice, Kind, Lane, Outbound, Press, Shape
from coaching.participant import Channel
from coaching.words import Span
from tests.adapters.web.dom import Element, parsed
from tests.adapters.web.world import NOTICE, World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def nurse(world: World) -> TestClient:
    return world.browser()


def look(client: TestClient, path: str = "/") -> Element:
    response = client.get(path)
    assert response.status_code == 200
    return parsed(response.text)


def say(client: TestClient, text: str):
    return client.post("/say", data=look(client).form("/say") | {"text": text})


def talk_of(page: Element) -> list[tuple[str, str]]:
    return [(line.attributes["class"], line.find("p")[0].all_text) for line in page.find("li")]


def test_a_message_goes_the_road_and_its_answer_stands_in_the_page(world: World, nurse: TestClient) -> None:
    response = say(nurse, "be less knackered")
    assert (response.status_code, response.headers["location"]) == (303, "/#end")
    assert talk_of(look(nurse)) == [
        ("you", "be less knackered"),
        ("bot", "How much does this matter to you, from 0 to 10?"),
    ]
    [inbound] = world.road.taken.values()
    [person] = world.persons()
    assert (inbound.address.channel, inbound.address.account, inbound.address.person) == (Channel.WEB, "web", person)
    assert inbound.keys[0].startswith(f"web:{person}:")
    assert inbound.sent_at == world.clock.now()


def test_a_scale_is_eleven_buttons_named_by_their_question(nurse: TestClient) -> None:
    say(nurse, "be less knackered")
    page = look(nurse)
    scale, choices = page.find("div", role="group")
    assert [button.text for button in scale.find("button")] == [str(number) for number in range(11)]
    assert [button.text for button in choices.find("button")] == ["Skip"]
    assert page.find("p", id=scale.attributes["aria-labelledby"])[0].all_text.startswith("How much does this")


def test_a_press_carries_question_choice_and_label(world: World, nurse: TestClient) -> None:
    say(nurse, "be less knackered")
    assert nurse.post("/press", data=look(nurse).form("/press", "7")).status_code == 303
    inbound = list(world.road.taken.values())[-1]
    assert inbound.kind is Kind.PRESS
    assert inbound.press
    assert inbound.press.choice == "7"
    assert inbound.words.text == "7"
    [question] = [
        line.outbound for line in world.road.lines[inbound.address.person] if line.outbound and line.outbound.shape is Shape.SCALE
    ]
    assert inbound.press.question == question.id


async def test_a_day_is_picked_beside_its_short_cuts_and_the_text_field(world: World, nurse: TestClient) -> None:
    say(nurse, "be less knackered")
    address = next(iter(world.road.taken.values())).address
    chips = (Choice("tomorrow", "Tomorrow"), Choice("friday", "Friday"))
    await world.road.speak(Outbound("when", address, Lane.REPLY, (Span("By when?"),), Shape.DATE, chips, today=date(2026, 11, 23)))
    page = look(nurse)
    [day] = page.find("input", type="date")
    assert (day.attributes["min"], day.attributes["name"]) == ("2026-11-23", "choice")
    assert page.find("label", **{"for": day.attributes["id"]})
    assert page.find("textarea", name="text")
    assert [button.text for button in page.find("div", role="group")[-1].find("button")] == ["Tomorrow", "Friday"]
    [form] = [form for form in page.find("form", action="/press") if form.find("input", type="date")]
    assert nurse.post("/press", data=form.fields() | {"choice": "2026-12-04"}).status_code == 303
    assert list(world.road.taken.values())[-1].press == Press("when", "2026-12-04")


def test_buttons_go_once_they_are_answered(nurse: TestClient) -> None:
    say(nurse, "be less knackered")
    nurse.post("/press", data=look(nurse).form("/press", "7"))
    assert [button.text for group in look(nurse).find("div", role="group") for button in group.find("button")] == [
        "Yes, that is right",
        "I want to change something about it",
    ]


async def test_two_questions_since_the_last_word_are_both_open(world: World, nurse: TestClient) -> None:
    say(nurse, "be less knackered")
    [person] = world.persons()
    address = next(iter(world.road.taken.values())).address
    await world.road.speak(Outbound("card", address, Lane.SAFETY, (Span("Are you safe?"),), Shape.CHOICE, (Choice("safe", "I am safe"),)))
    assert [group.find("button")[-1].text for group in look(nurse).find("div", role="group")] == ["10", "Skip", "I am safe"]
    assert person == address.person


WAYS_OUT = (Choice("help_now", "Help now"), Choice("back_to_bot", "Back to the bot"))


async def test_the_ways_out_of_a_talk_with_a_person_stay_whatever_is_said_and_stand_once(world: World, nurse: TestClient) -> None:
    def offered() -> list[str]:
        return [button.text for group in look(nurse).find("div", role="group") for button in group.find("button")]

    say(nurse, "be less knackered")
    [person] = world.persons()
    address = next(iter(world.road.taken.values())).address
    world.road.standing, world.road.slow = "with_coach", True
    await world.road.speak(Outbound("here", address, Lane.COACH, (Span("Sam is here now."),), Shape.SAY, WAYS_OUT))
    world.road.add(person, "participant", "it is about my breaks")
    assert offered() == ["Help now", "Back to the bot"], "before Sam has said a word"
    await world.road.speak(Outbound("s1", address, Lane.COACH, (Span("Tell me more"),), author="Sam"), "Sam")
    await world.road.speak(Outbound("s2", address, Lane.COACH, (Span("about them"),), Shape.SAY, WAYS_OUT, author="Sam"), "Sam")
    assert offered() == ["Help now", "Back to the bot"]
    world.road.add(person, "participant", "i never get one")
    page = look(nurse)
    assert offered() == ["Help now", "Back to the bot"]
    assert nurse.post("/press", data=page.form("/press", "Back to the bot")).status_code == 303
    assert list(world.road.taken.values())[-1].press == Press("s2", "back_to_bot")
    world.road.standing = "with_bot"
    world.road.add(person, "participant", "Back to the bot")
    assert offered() == []


def test_start_says_that_somebody_arrived(world: World, nurse: TestClient) -> None:
    nurse.post("/start", data=look(nurse).form("/start"))
    assert [inbound.kind for inbound in world.road.taken.values()] == [Kind.ARRIVED]
    assert talk_of(look(nurse)) == [("bot", "What would you like to be different in the next four weeks?")]


def test_help_now_works_before_anything_was_said(world: World, nurse: TestClient) -> None:
    nurse.post("/press", data=look(nurse).form("/press", "Help now"))
    [inbound] = world.road.taken.values()
    assert inbound.press
    assert (inbound.press.question, inbound.press.choice) == ("", "help_now")
    assert look(nurse).find("strong")[0].text == " or 111."


def test_help_now_works_without_a_cookie_or_a_page(world: World) -> None:
    page = parsed(world.browser().post("/press", data={"choice": "help_now"}).text)
    assert ("bot", "Call 999 or 111.") in talk_of(page)


def test_every_page_says_that_the_lines_are_not_verified(world: World, nurse: TestClient) -> None:
    responses = [nurse.get("/"), nurse.get("/back"), nurse.post("/say", headers={"sec-fetch-site": "cross-site"})]
    nurse.post("/leave")
    for response in [*responses, nurse.get("/")]:
        assert parsed(response.text).find("aside")[0].all_text.strip() == NOTICE
        assert parsed(response.text).form("/press", "Help now")["choice"] == "help_now"


async def test_a_coach_speaks_under_their_own_name(world: World, nurse: TestClient) -> None:
    say(nurse, "be less knackered")
    address = next(iter(world.road.taken.values())).address
    await world.road.speak(Outbound("relay", address, Lane.COACH, (Span("I am here now."),), author="Amal"), author="Amal")
    line = look(nurse).find("li", **{"class": "coach"})[0]
    assert (line.find("span")[0].text, line.find("p")[0].all_text) == ("Amal", "I am here now.")


def test_an_edited_line_says_so(world: World, nurse: TestClient) -> None:
    nurse.get("/")
    world.road.add(next(iter(world.persons())), "participant", "be less tired", edited=True)
    assert look(nurse).find("span", **{"class": "edited"})[0].text == "(edited)"


def test_a_slow_answer_is_promised(world: World, nurse: TestClient) -> None:
    world.road.slow = True
    response = say(nurse, "be less knackered")
    assert response.headers["location"] == "/?waiting=1#end"
    assert look(nurse, "/?waiting=1").find("p", role="status")


def test_earlier_lines_can_be_asked_for(world: World, nurse: TestClient) -> None:
    nurse.get("/")
    for number in range(150):
        world.road.add(next(iter(world.persons())), "participant", f"line {number}")
    page = look(nurse)
    assert len(page.find("li")) == 100
    [link] = page.find("a", href="/?lines=400")
    assert len(look(nurse, link.attributes["href"]).find("li")) == 150
    assert not look(nurse, "/?lines=400").find("a", href="/?lines=1600")
    for odd in ("-1", "x", "9" * 400, "٣"):
        assert len(look(nurse, f"/?lines={odd}").find("li")) in (100, 150)


class TestSentTwice:
    """Each form is decided once."""

    def test_a_double_click(self, world: World, nurse: TestClient) -> None:
        form = look(nurse).form("/say") | {"text": "be less knackered"}
        assert [nurse.post("/say", data=form).status_code for _ in range(3)] == [303, 303, 303]
        assert world.texts == ["be less knackered"]

    def test_one_scale_pressed_twice(self, world: World, nurse: TestClient) -> None:
        say(nurse, "be less knackered")
        page = look(nurse)
        for number in ("3", "4"):
            nurse.post("/press", data=page.form("/press", number))
        assert world.texts == ["be less knackered", "3"]

    def test_two_pages_are_two_messages(self, world: World, nurse: TestClient) -> None:
        say(nurse, "yes")
        say(nurse, "yes")
        assert world.texts == ["yes", "yes"]

    def test_one_persons_nonce_is_not_anothers(self, world: World, nurse: TestClient) -> None:
        doctor, form = world.browser(), look(nurse).form("/say") | {"text": "be less knackered"}
        doctor.get("/")
        for client in (nurse, doctor):
            client.post("/say", data=form)
        assert len(world.texts) == 2

    def test_other_words_under_the_same_nonce_are_kept_in_the_page(self, world: World, nurse: TestClient) -> None:
        form = look(nurse).form("/say")
        nurse.post("/say", data=form | {"text": "be less"})
        response = nurse.post("/say", data=form | {"text": "be less knackered"})
        again = parsed(response.text).form("/say")
        assert (response.status_code, again["text"]) == (409, "be less knackered")
        nurse.post("/say", data=again)
        assert world.texts == ["be less", "be less knackered"]

    @pytest.mark.parametrize("nonce", ["", "x" * 100, "a:b", "ü"])
    def test_a_nonce_that_is_not_ours_names_nothing(self, world: World, nurse: TestClient, nonce: str) -> None:
        nurse.get("/")
        for text in ("one", "two"):
            nurse.post("/say", data={"nonce": nonce, "text": text})
        assert world.texts == ["one", "two"]


class TestTheScript:
    """What the page's own script asks for."""

    def test_a_post_answers_with_the_changed_part(self, nurse: TestClient) -> None:
        form = look(nurse).form("/say") | {"text": "be less knackered"}
        part = parsed(nurse.post("/say", data=form, headers={"x-talk": "1"}).text)
        assert len(part.find("li")) == 2
        assert not part.find("header")
        assert part.find("section", id="end")[0].attributes["data-nonce"]

    def test_a_browser_without_its_cookie_asks_for_the_whole_page(self, world: World) -> None:
        assert world.browser().post("/say", data={"text": "hello"}, headers={"x-talk": "1"}).status_code == 403
        assert not world.texts

    async def test_the_stream_ticks_when_something_was_said(self, world: World, nurse: TestClient) -> None:
        nurse.get("/")
        chat, caller = world.chat(), world.caller()
        ticks = chat.ticks(caller)
        assert (await anext(ticks)).event == "new"
        world.road.add(caller.person, "bot", "hello")
        world.bells.ring(caller.person)
        assert (await anext(ticks)).event == "new"
        await ticks.aclose()
        assert not world.bells.crowded(caller.person)

    async def test_the_stream_ends_when_everything_is_hidden(self, world: World, nurse: TestClient) -> None:
        nurse.get("/")
        chat, caller = world.chat(), world.caller()
        ticks = chat.ticks(caller)
        await anext(ticks)
        nurse.post("/leave")
        assert [tick.event async for tick in ticks] == ["hidden"]

    async def test_the_stream_looks_by_itself_for_the_ten_minutes(self, world: World, nurse: TestClient) -> None:
        nurse.get("/")
        chat, caller = world.chat(), world.caller()
        ticks = chat.ticks(caller, pulse=0.01)
        await anext(ticks)
        world.clock.pass_by(minutes=10)
        assert [tick.event async for tick in ticks] == ["hidden"]

    def test_a_crowd_of_pages_is_turned_away(self, world: World, nurse: TestClient) -> None:
        nurse.get("/")
        bells = [world.bells.listening(next(iter(world.persons()))) for _ in range(8)]
        for bell in bells:
            bell.__enter__()
        assert nurse.get("/events").status_code == 429


class TestTooMuch:
    """Bad input is refused kindly, and the process lives."""

    def test_a_long_message_is_refused_with_its_words_kept(self, world: World, nurse: TestClient) -> None:
        words = "first line\n" + "w" * 4_000
        response = say(nurse, words)
        page = parsed(response.text)
        assert response.status_code == 422
        assert page.form("/say")["text"] == words
        assert "11 characters too long" in page.find("p", id="trouble")[0].text
        assert not world.texts

    def test_four_thousand_characters_are_not_too_long(self, world: World, nurse: TestClient) -> None:
        assert say(nurse, "w" * 4_000).status_code == 303

    def test_forty_thousand_emoji(self, world: World, nurse: TestClient) -> None:
        response = say(nurse, "😀" * 40_000)
        assert response.status_code == 422
        assert parsed(response.text).form("/say")["text"] == "😀" * 40_000

    def test_a_body_over_a_mebibyte(self, world: World, nurse: TestClient) -> None:
        nurse.get("/")
        response = nurse.post("/say", data={"text": "w" * (1 << 20)})
        assert response.status_code == 413
        assert parsed(response.text).find("p", role="alert")
        assert nurse.post("/say", content=(b"x" * 1000 for _ in range(2_000))).status_code == 413

    @pytest.mark.parametrize(
        ("body", "taken"),
        [
            (b"text=a%00b%01%7f", ["ab"]),
            (b"text=a%ED%A0%80b", ["a���b"]),
            (b"text=%FF%FE", ["��"]),
            (b"text=\xff\xfe", ["��"]),
            (b"text=line%0D%0Aline%0Dline", ["line\nline\nline"]),
            (b"text=%E2%80%8Bok", ["​ok"]),
            (b"text=%0A%20%09", []),
            (b"", []),
            (b"text", []),
            (b"%%%&&&===", []),
            (b"&".join(b"a=1" for _ in range(1_000)), []),
            (b'{"text": ' + b"[" * 100_000, []),
        ],
    )  # fmt: skip
    def test_odd_bytes(self, world: World, nurse: TestClient, body: bytes, taken: list[str]) -> None:
        nurse.get("/")
        response = nurse.post("/say", content=body, headers={"content-type": "application/x-www-form-urlencoded"})
        assert response.status_code == 303
        assert world.texts == taken
        look(nurse)

    def test_half_a_character_in_the_transcript(self, world: World, nurse: TestClient) -> None:
        nurse.get("/")
        world.road.add(next(iter(world.persons())), "participant", "half \ud83d")
        assert talk_of(look(nurse)) == [("you", "half ?")]

    def test_an_unknown_press_is_passed_on(self, world: World, nurse: TestClient) -> None:
        nurse.get("/")
        assert nurse.post("/press", data={"question": "last month", "choice": "nonsense", "label": "x" * 9_000}).status_code == 303
        [inbound] = world.road.taken.values()
        assert inbound.press
        assert (inbound.press.question, len(inbound.words)) == ("last month", 200)

    def test_what_could_not_be_stored_stays_in_the_page_under_its_nonce(self, world: World, nurse: TestClient) -> None:
        form = look(nurse).form("/say") | {"text": "be less <i>knackered</i>"}
        world.road.down = True
        response = nurse.post("/say", data=form)
        assert response.status_code == 503
        assert parsed(response.text).form("/say") == form
        world.road.down = False
        nurse.post("/say", data=parsed(response.text).form("/say"))
        assert world.texts == ["be less <i>knackered</i>"]

    def test_help_lines_are_there_when_nothing_else_is(self) -> None:
        world = World(help_lines=["Call 999."])
        nurse, world.road.down = world.browser(), True
        response = nurse.post("/press", data={"choice": "help_now"})
        assert response.status_code == 503
        assert parsed(response.text).find("p", **{"class": "line"})[0].text == "Call 999."
