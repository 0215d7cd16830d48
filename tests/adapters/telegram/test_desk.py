"""Doctors and coaches in Telegram: from asking for a person to the hand-back, and never a word to anybody else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from coaching.staff import Role, Ties
from standins.chaos import Fault, Weather
from tests.adapters.telegram.coaches import Ward, ward
from tests.service import Doctor, until

SECRET = "my sister is called Quetzal"


def last(doctor: Doctor) -> str:
    return doctor.reads[-1]


async def two_cases(here: Ward) -> tuple[Doctor, Doctor]:
    """Two who have asked, both with Sam."""
    amina, bela = await here.doctor("Amina"), await here.doctor("Bela")
    sam = here.coaches["Sam"]
    await sam.claims(1)
    await sam.claims(2)
    return amina, bela


# -- from request to hand-back --------------------------------------------------------------------------------------------------


@pytest.mark.shows("U5", "B8", side="Telegram, from request to hand-back")
async def test_from_request_to_hand_back(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam, kim = await here.hires("Sam"), await here.hires("Kim")
        amina = await here.doctor("Amina")
        (topic,) = here.group.topics.values()
        (card,) = here.group.shown
        assert (topic.name, topic.open, card.topic) == ("Case 1, soon", True, topic.id)
        assert card.labels == ["Claim", "Pass on", "Not me"]
        await sam.claims()
        assert "Case 1 is yours" in sam.toast
        assert "is with Sam" in card.text
        assert card.labels == [], "edited in place"
        assert last(amina).startswith("Sam is here now")
        assert "Hand back" in sam.post("Who:").labels
        await amina.types(SECRET)
        assert any(SECRET in each for each in sam.reads)
        assert all(SECRET not in each for each in [*kim.reads, *(shown.text for shown in here.group.shown)])
        message = await sam.replies(SECRET, "Tell me more")
        assert last(amina) == "Sam: Tell me more"
        assert sam.person.chat.reactions[message] == "\N{THUMBS UP SIGN}", "it has arrived"
        await sam.presses("Hand back")
        await sam.types("A break at noon")
        await sam.types("Ask Jo for cover")
        await sam.presses("Skip")
        lines = next(each for each in amina.reads if "What we agreed" in each)
        assert "A break at noon" in lines
        assert "Ask Jo for cover" in lines
        assert "When we talk again" not in lines
        assert await here.cases() == []
        assert ("Closed after" in card.text, topic.open) == (True, False)
        before = len(sam.reads)
        await amina.types("thanks, bye")
        assert len(sam.reads) == before, "the bot has the talk again"


async def test_the_same_behind_a_webhook(tmp_path: Path):
    async with ward(tmp_path, by="webhook") as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        await sam.types("hello")
        assert last(amina) == "Sam: hello"


@pytest.mark.shows("B4", "U4", side="Telegram: twenty at once")
async def test_of_many_who_press_claim_at_once_one_has_it(tmp_path: Path):
    async with ward(tmp_path) as here:
        coaches = [await here.hires(f"Coach{number}") for number in range(20)]
        await here.doctor("Amina")
        for coach in coaches:
            coach.person.presses_in(here.group, "Claim")
        await here.rests()
        answers = list(here.world.telegram.answered.values())[-20:]
        assert sum("is yours" in each for each in answers) == 1
        assert sum("has case 1 already" in each for each in answers) == 19
        assert sum(any("Who:" in each for each in coach.reads) for coach in coaches) == 1, "the brief goes to the claimer alone"
        assert all(coach.person.spinning == [] for coach in coaches)


# -- whom it goes to ------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("B5", side="Telegram: no relay to a wrong chat")
async def test_with_two_cases_it_goes_where_the_reply_says(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina, bela = await two_cases(here)
        await amina.types("it is about nights")
        await bela.types("it is about breaks")
        await sam.replies("about nights", "for you, Amina")
        await sam.replies("about breaks", "for you, Bela")
        assert (last(amina), last(bela)) == ("Sam: for you, Amina", "Sam: for you, Bela")


@pytest.mark.shows("B5", side="Telegram: no relay to a wrong chat")
async def test_what_comes_late_may_have_been_meant_for_whom_they_had_before(tmp_path: Path):
    """Written while Amina was theirs, and delivered once only Bela is."""
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        await here.doctor("Amina")
        await sam.claims(1)
        await sam.presses("Pass on")
        bela = await here.doctor("Bela")
        await sam.claims(2)
        before = last(bela)
        sam.person.says("see you at noon, Amina")["message"]["date"] -= 600
        await here.rests()
        assert "Who is this for?" in sam.reads[-1]
        assert last(bela) == before
        await sam.presses("Cancel")
        await sam.types("hello Bela")
        assert last(bela) == "Sam: hello Bela"


@pytest.mark.shows("B5", side="Telegram: no relay to a wrong chat")
async def test_what_is_no_reply_is_asked_about_and_kept_in_order(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina, bela = await two_cases(here)
        before = (last(amina), last(bela))
        await sam.types("first part")
        message = await sam.types("second part")
        assert "Who is this for?" in sam.reads[-1]
        assert (last(amina), last(bela)) == before
        await sam.edits(message, "second part, put right")
        label = next(each for each in sam.person.sees[-1].labels if each.startswith("Case 2"))
        await sam.presses(label)
        assert bela.reads[-2:] == ["Sam: first part", "Sam: second part, put right"]
        assert last(amina) == before[0]
        await sam.edits(message, "third version")
        assert last(bela) == "Sam (put right): third version"
        assert last(amina) == before[0]


@pytest.mark.shows("B5", side="Telegram: no relay to a wrong chat")
async def test_a_reply_to_a_post_of_a_case_they_have_no_more_goes_nowhere(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina, bela = await two_cases(here)
        await amina.types("about nights")
        mine = await sam.replies("about nights", "mine")
        await sam.presses("Pass on", "Who:")  # the newest brief: of Bela's
        await bela.types("are you there")
        heard = (len(amina.reads), len(bela.reads))
        brief = [shown for shown in sam.person.sees if "Who:" in shown.text][-1]
        await sam._done(sam.person.replies("to the passed on", brief.message_id))
        assert "You don't have case 2" in sam.reads[-1]
        assert (len(amina.reads), len(bela.reads)) == heard
        await sam.replies("about nights", "still yours")
        assert last(amina) == "Sam: still yours"
        await sam._done(sam.person.replies("as an answer to my own", mine, author=sam.person.face()))
        assert last(amina) == "Sam: as an answer to my own"
        assert len(bela.reads) == heard[1]


@pytest.mark.shows("B5", side="Telegram: no relay to a wrong chat")
async def test_a_closed_case_a_forward_and_an_unknown_message_reach_nobody(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina, bela = await two_cases(here)
        await amina.types("about nights")
        first = next(shown for shown in sam.person.sees if "Who:" in shown.text)
        sam.person.presses_data(first.data_of("Close"), first)
        await here.rests()
        await sam.types("solved by phone")
        assert "Case 1 is closed" in sam.reads[-1]
        heard = (len(amina.reads), len(bela.reads))
        await sam.replies("about nights", "too late")
        assert "Case 1 is closed. Nothing was sent" in sam.reads[-1]
        await sam._done(sam.person.forwards(f"KN: {SECRET}"))
        assert "forwarded message can't be passed on" in sam.reads[-1]
        await sam._done(sam.person.replies("to something of long ago", 7))
        assert "Who is this for?" in sam.reads[-1], "even with one case: a reply to what nobody knows is not taken for it"
        assert (len(amina.reads), len(bela.reads)) == heard


async def test_a_case_that_closes_while_the_question_is_open_takes_nothing(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina, bela = await two_cases(here)
        await sam.types("for one of you")
        label = next(each for each in sam.person.sees[-1].labels if each.startswith("Case 2"))
        asking = sam.person.sees[-1]
        await sam.presses("Pass on", "Who:")
        heard = (len(amina.reads), len(bela.reads))
        sam.person.presses_data(asking.data_of(label), asking)
        await here.rests()
        assert "You don't have case 2" in asking.text
        assert (len(amina.reads), len(bela.reads)) == heard


# -- twice, and in pieces -------------------------------------------------------------------------------------------------------


@pytest.mark.shows("B5", side="Telegram: a second delivery changes nothing")
async def test_every_delivery_may_come_twice(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        telegram, done = here.world.telegram, list[dict[str, Any]]()
        done.append(sam.person.says("hello"))
        await here.rests()
        sam.person.presses("Hand back")
        await here.rests()
        for text in ("A break at noon", "Ask Jo", "On Friday"):
            done.append(sam.person.says(text))
            await here.rests()
        reads = list(amina.reads)
        assert await here.cases() == []
        bela = await here.doctor("Bela")
        await sam.claims(2)
        heard = len(bela.reads)
        for update in done:
            telegram.again(update, 2)
            await here.rests()
        assert amina.reads == reads
        assert len(bela.reads) == heard, "what was an answer once is never words to the next"


async def test_the_questions_of_a_hand_back_outlive_a_restart(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        await sam.presses("Hand back")
        await sam.types("A break at noon")
        await here.world.restarts()
        await sam.types("Ask Jo")
        await sam.types("On Friday")
        assert any("A break at noon" in each and "On Friday" in each for each in amina.reads)


async def test_a_hand_back_can_be_cancelled_and_its_lines_are_looked_at(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        heard = len(amina.reads)
        await sam.presses("Hand back")
        await sam.types("x" * 201)
        assert "too long" in sam.reads[-1]
        await sam.types("one\ntwo")
        assert "more than one line" in sam.reads[-1]
        await sam.presses("Cancel")
        assert len(amina.reads) == heard
        await sam.presses("Hand back")
        stale = sam.person.sees[-1]
        await sam.presses("Note")
        sam.person.presses_data(stale.data_of("Cancel"), stale)
        await here.rests()
        assert "That question is closed" in sam.toast
        await sam.types("they sound tired")
        assert "Only you can read it" in sam.reads[-1]
        note = sam.person.said[-1]["message_id"]
        await sam.edits(note, "they sound very tired")
        assert len(amina.reads) == heard, "a note is for nobody else, its edit neither"


# -- the other buttons ----------------------------------------------------------------------------------------------------------


async def test_remind_me_and_ask_to_see_earlier(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        await sam.presses("Remind me")
        await sam.presses("In 30 minutes")
        await here.rests(31 * 60)
        assert any("is waiting for a word of yours" in each for each in sam.reads)
        await sam.presses("Ask to see earlier")
        assert "asks whether they may read" in last(amina)


async def test_pass_on_under_an_alert_and_a_card_that_waits_again(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam, kim = await here.hires("Sam"), await here.hires("Kim")
        amina = await here.doctor("Amina")
        offered = next(each for each in (sam, kim) if any("offered to you" in text for text in each.reads))
        other = kim if offered is sam else sam
        await offered.presses("Pass on")
        assert "will not be offered to you" in offered.toast
        await other.claims()
        assert "is yours" in other.toast
        await other.presses("Pass on", "Who:")
        (card,) = here.group.shown
        assert "has been waiting" in card.text
        assert "Claim" in card.labels, "edited in place, with its buttons again"
        assert any("asked someone else" in each for each in amina.reads)


async def test_the_way_back_to_the_bot_is_under_a_coachs_line_again_before_it_is_out_of_sight(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        for number in range(6):
            await amina.types(f"it is about my breaks, {number}")
        await sam.types("Tell me more")
        shown = amina.person.sees[-1]
        assert (shown.text, sorted(shown.labels)) == ("Sam: Tell me more", ["Back to the bot", "Help now"])
        await sam.types("about them")
        assert amina.person.sees[-1].labels == [], "not under every line"
        await amina.presses("Back to the bot")
        assert any("has gone back to the bot" in each for each in sam.reads)
        assert await here.cases() == []


async def test_a_crisis_taken_in_telegram_is_closed_by_the_safety_lead_alone(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam", on_safety_rota=True)
        lee = await here.hires("Lee", Role.SAFETY_LEAD)
        amina = here.world.doctor("Amina")
        await amina.types("hi")
        await amina.presses(amina.buttons[0])
        await amina.types("I am going to kill myself tonight")
        (topic,) = here.group.topics.values()
        assert topic.name == "Case 1, now"
        await lee.claims()
        assert "Lee is here now" in "".join(amina.reads)
        assert any("kill myself" in each for each in lee.reads), "from the concern on"
        assert all("kill myself" not in shown.text for shown in here.group.shown)
        assert "safety lead who closes it" in await lee.presses("Hand back")
        await lee.presses("Close")
        await lee.types("safe with her sister")
        assert await here.cases() == []
        assert not any("safe with her sister" in each for each in [*amina.reads, *sam.reads])


# -- what cannot be passed on ---------------------------------------------------------------------------------------------------


@pytest.mark.shows("E3", side="Telegram HTML, both ways")
async def test_markup_is_inert_both_ways(tmp_path: Path):
    nasty = '<b>x</b> <a href="http://evil">y</a> &lt; **bold** {alias} @everyone <!channel> \x1b[31m'
    shown = nasty.replace("\x1b", "")
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        await amina.types(nasty)
        post = sam.post("evil")
        assert post.text.endswith(shown)
        assert [each for each in post.entities if each["type"] != "bold"] == []
        assert "".join(post.bold) == post.text.partition(" ")[0], "the alias alone stands out"
        await sam.types(nasty)
        answer = amina.person.sees[-1]
        assert (answer.text, "".join(answer.bold)) == (f"Sam: {shown}", "Sam:")


async def test_twenty_thousand_characters_are_refused_part_by_part(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        heard = len(amina.reads)
        for _ in range(5):
            sam.person.says("x" * 4_000)
        sam.person.says("and the end")
        await here.rests()
        assert sum("4,000 characters" in each for each in sam.reads) == 5
        assert amina.reads[heard:] == ["Sam: and the end"]


async def test_what_a_participant_writes_at_length_arrives_whole(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        long = " ".join(["\N{GRINNING FACE}" * 9] * 299)
        await amina.types(long)
        shown = "".join(each.partition(": ")[2] or each for each in sam.reads if "\N{GRINNING FACE}" in each)
        assert shown.replace(" ", "") == long.replace(" ", "")


@pytest.mark.parametrize("what", ["voice", "photo", "sticker", "document", "location"])
async def test_a_file_is_refused_in_words(tmp_path: Path, what: str):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        heard = len(amina.reads)
        sam.person.sends(what, caption="look at this")
        await here.rests()
        assert "A file can't be passed on" in sam.reads[-1]
        assert len(amina.reads) == heard


async def test_what_did_not_arrive_is_said_at_the_message(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        amina.person.deactivates()
        message = await sam.types("are you there")
        told = sam.post("did not reach them")
        assert told.answers == message
        assert message not in sam.person.chat.reactions
        await sam.types("and now")
        assert any("can't be reached any more" in each for each in sam.reads)


async def test_what_nobody_can_confirm_is_not_shown_as_sent(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        await here.doctor("Amina")
        await sam.claims()
        here.world.telegram.chaos.next("sendMessage", *[Fault(Weather.HALF)] * 2)
        message = await sam.replies("Who:", "are you there")
        told = sam.post("Not confirmed")
        assert told.answers == message
        assert message not in sam.person.chat.reactions


# -- who may -------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("E12", side="Telegram: a group's outsider")
async def test_an_outsider_in_the_group_gets_nothing_and_raises_an_alarm(tmp_path: Path):
    async with ward(tmp_path) as here:
        await here.hires("Sam")
        lena = await here.hires("Lena", Role.SUPERVISOR)
        amina = await here.doctor("Amina")
        stranger = here.world.telegram.person("Stranger")
        with capture_logs() as logs:
            stranger.joins(here.group)
            stranger.presses_in(here.group, "Claim")
            await here.rests()
        assert [each["what"] for each in logs if each["event"] == "desk.outsider"].count("pressed") == 1
        assert await here.world.count("audit", "what = 'desk.outsider.joined'") >= 1
        assert await here.world.count("audit", "what = 'desk.outsider.pressed'") == 1
        assert any("not on the staff list pressed a button for case 1" in each for each in lena.reads)
        assert (stranger.reads, stranger.spinning) == ([], [])
        assert here.world.telegram.answered[here.world.telegram.presses[-1]] == ""
        assert [case.held_by for case in await here.cases()] == [""]
        assert not any("Stranger" in each for each in amina.reads)


async def test_what_is_written_in_the_group_is_nobodys_business(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        heard, read = len(amina.reads), len(sam.reads)
        sam.person.says("shall I take the next one?", here.group)
        sam.person.replies("and this?", here.group.shown[0].message_id, here.group)
        await here.rests()
        assert (len(amina.reads), len(sam.reads)) == (heard, read)


async def test_whoever_has_left_the_staff_can_do_nothing(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam", left_at=None)
        amina = await here.doctor("Amina")
        await sam.claims()
        gone = here.world.clock.now() - timedelta(seconds=1)
        await here.world.life.opened.casework.add_staff(sam.staff.__class__(**{**_fields(sam.staff), "left_at": gone}))
        heard = len(amina.reads)
        assert "not on the staff list" in await sam.presses("Hand back")
        await sam.replies("Who:", "hello?")
        assert not any("hello?" in each for each in amina.reads[heard:])


def _fields(staff: Any) -> dict[str, Any]:
    return {name: getattr(staff, name) for name in staff.__slots__}


async def test_a_claim_needs_a_private_chat_to_bring_the_brief_to(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam", started=False)
        await here.doctor("Amina")
        await sam.claims()
        assert "open a private chat with me" in sam.toast
        assert [case.held_by for case in await here.cases()] == [""]
        sam.person.starts()
        await here.rests()
        assert "You are on the staff list" in sam.reads[-1]
        await sam.claims()
        assert [case.held_by for case in await here.cases()] == ["sam"]


async def test_a_participant_on_the_staff_keeps_their_own_talk(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam", ties=Ties(participant_id="somebody"))
        own = Doctor(here.world, sam.person)
        await own.types("hi")
        assert own.buttons, "with no case it is their own talk"
        amina = await here.doctor("Amina")
        await sam.claims()
        heard = len(amina.reads)
        await sam.types("I would like a plan of my own")
        assert "Who is this for?" in sam.reads[-1]
        await sam.presses("For the bot, my own talk")
        assert "I would like a plan of my own" in await own.said()
        await sam.types("I am going to kill myself tonight")
        assert "I am going to kill myself tonight" in await own.said(), "danger is never asked about"
        assert len(amina.reads) == heard


async def test_somebody_of_the_staff_without_a_case_can_ask_for_help_for_themselves(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        await sam.types("is anybody there")
        assert "No one is with you at the moment" in sam.reads[-1]
        assert await here.world.count("participant") == 0
        await sam.types("I am going to kill myself tonight")
        assert any("999" in each for each in sam.reads), "danger is answered for everybody"


# -- the group ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("forum", "may_manage"), [(False, True), (True, False)])
async def test_without_topics_cards_stand_in_the_main_thread_and_the_log_says_so_once(tmp_path: Path, forum: bool, may_manage: bool):
    async with ward(tmp_path, forum=forum, may_manage=may_manage) as here:
        sam = await here.hires("Sam")
        with capture_logs() as logs:
            await here.doctor("Amina")
            await here.doctor("Bela")
        assert [shown.topic for shown in here.group.shown] == [0, 0]
        assert len([each for each in logs if each["event"] == "telegram.no_topics"]) == 1
        await sam.claims(2)
        assert "is with Sam" in here.group.shown[1].text


async def test_a_card_and_a_topic_that_somebody_deleted_come_again(tmp_path: Path):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        await here.doctor("Amina")
        here.group.shown[0].deleted = True
        here.group.topics.clear()
        offered = sam.post("offered to you")
        sam.person.presses_data(offered.data_of("Claim"), offered)
        await here.rests()
        assert "is with Sam" in here.group.shown[-1].text
        assert here.group.shown[-1].topic in here.group.topics


async def test_with_the_database_away_participants_are_heard_and_coaches_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    async with ward(tmp_path) as here:
        sam = await here.hires("Sam")
        amina = await here.doctor("Amina")
        await sam.claims()
        casework = here.world.life.opened.casework

        async def away(*_: Any, **__: Any) -> Any:
            raise OSError

        with monkeypatch.context() as patched:
            patched.setattr(casework, "staff_at", away)
            sam.person.says("are you there")
            amina.person.says("I am here")
            await here.rests()
        assert any("I could not keep that" in each for each in sam.reads)
        assert "I am here" in await amina.said()
        await until(lambda: not here.world.telegram.updates.waiting)
