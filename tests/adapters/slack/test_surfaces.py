"""Home, forms, the slash command, shortcuts, buttons, edits, files and public places."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from coaching.delivery import Sent
from coaching.goal import ActionStep, Goal
from coaching.message import Choice, Kind, Press, Shape
from coaching.participant import Address, Channel
from coaching.words import Words
from standins.chaos import Fault, Weather
from standins.slack.workspace import TEAM
from tests.adapters.slack.conftest import HELP, LABELS, PICK, World, until

GOAL = Goal("G1", "take my proper break <!channel>", "woop", steps=(ActionStep("S1", "ask *Sam* for cover", due=date(2026, 12, 1)),))


# -- writing -------------------------------------------------------------------------------------------------------------------


@pytest.mark.shows("C6", side="Slack, at the adapter")
async def test_an_edit_refers_to_the_message_and_counts_once(world: World) -> None:
    nurse = world.slack.person("U1")
    message = await nurse.says("be less knackered")
    await nurse.unfurls(message)
    record = await nurse.edits(message, "take my break")
    await world.slack.redeliver(record)
    await nurse.edits(message, "take my whole break")
    typed, *edits = world.store.taken
    assert [edit.kind for edit in edits] == [Kind.EDITED, Kind.EDITED]
    assert [edit.words.text for edit in edits] == ["take my break", "take my whole break"]
    assert {edit.about for edit in edits} == {typed.keys[0]}


@pytest.mark.shows("C6", side="Slack, at the adapter")
async def test_a_deletion_refers_to_the_message(world: World) -> None:
    nurse = world.slack.person("U1")
    message = await nurse.says("forget this")
    await nurse.deletes(message)
    typed, gone = world.store.taken
    assert gone.kind is Kind.DELETED
    assert gone.about == typed.keys[0]
    assert not gone.words


@pytest.mark.parametrize(
    ("mimetype", "what"), [("image/png", "photo"), ("audio/mp4", "voice"), ("application/pdf", "file"), ("video/mp4", "file")]
)
async def test_a_file_is_unreadable_and_its_words_are_kept(http: World, mimetype: str, what: str) -> None:
    await http.slack.person("U1").shares_file("x.bin", mimetype, "look at this")
    (inbound,) = http.store.taken
    assert (inbound.kind, inbound.what, inbound.words.text) == (Kind.UNREADABLE, what, "look at this")


async def test_a_thread_in_the_direct_message_is_answered_there(http: World) -> None:
    nurse = http.slack.person("U1")
    first = await nurse.says("woop")
    await nurse.says("sleep more", thread=first.ts)
    assert http.store.taken[-1].address.thread == first.ts


async def test_nothing_in_public_is_taken_or_answered(world: World) -> None:
    nurse = world.slack.person("U1")
    ward, few = world.slack.channel("C0WARD", nurse), world.slack.channel("G0FEW", nurse)
    message = await nurse.says("I can't go on", ward)
    await nurse.mentions(ward, "woop")
    await nurse.says("hello all", few)
    await nurse.edits(message, "I can go on")
    await nurse.deletes(message)
    await world.slack.bot_says(nurse.place, "buy now")
    await world.slack.bot_says(ward, "woop")
    assert not world.store.taken
    assert all(record.acked() for record in world.slack.deliveries)
    assert not world.slack.posts()


async def test_our_own_messages_come_back_and_are_not_taken(world: World) -> None:
    await world.outlet.send(world.say())
    await world.slack.settled()
    assert [record.payload["event"]["bot_id"] for record in world.slack.deliveries] == ["B0BOT"]
    assert world.slack.deliveries[0].acked()
    assert not world.store.taken


# -- pressing ------------------------------------------------------------------------------------------------------------------


async def test_a_button_carries_its_question_and_its_choice(world: World) -> None:
    nurse = world.slack.person("U1")
    question = world.say("01Q", shape=Shape.CHOICE, choices=(Choice("yes", "Yes"), Choice("no", "No")))
    await world.outlet.send(question)
    assert nurse.sees[-1].buttons == ("Yes", "No", HELP)
    record = await nurse.presses("No")
    await world.slack.redeliver(record)
    (pressed,) = world.store.taken
    assert pressed.press == Press("01Q", "no")
    assert pressed.platform_id == nurse.sees[-1].ts
    assert pressed.address == Address(Channel.SLACK, TEAM, "U1", "DU1")
    assert not nurse.troubles


@pytest.mark.shows("F2", side="every screen of Slack")
async def test_help_now_is_on_every_question(http: World) -> None:
    nurse = http.slack.person("U1")
    for shape in (Shape.TEXT, Shape.CHOICE, Shape.DATE, Shape.SCALE):
        await http.outlet.send(http.say(f"01{shape}", shape=shape))
        assert nurse.sees[-1].buttons[-1] == HELP
    await nurse.presses(HELP)
    assert http.store.taken[-1].press == Press("01scale", "help_now")
    await http.outlet.send(http.say("01SAY"))
    assert nurse.sees[-1].buttons == ()


async def test_a_day_is_picked_from_a_calendar_or_by_a_short_cut(world: World) -> None:
    nurse = world.slack.person("U1")
    await world.outlet.send(world.say("01D", shape=Shape.DATE, choices=(Choice("tomorrow", "Tomorrow"), Choice("friday", "Friday"))))
    assert (nurse.sees[-1].pickers, nurse.sees[-1].buttons) == ((PICK,), ("Tomorrow", "Friday", HELP))
    record = await nurse.picks("2026-12-04")
    await world.slack.redeliver(record)
    await nurse.presses("Friday")
    assert [taken.press for taken in world.store.taken] == [Press("01D", "2026-12-04"), Press("01D", "friday")]
    assert world.store.taken[0].platform_id == nurse.sees[-1].ts
    assert not nurse.troubles


async def test_a_day_taken_out_again_says_nothing(http: World) -> None:
    nurse = http.slack.person("U1")
    await http.outlet.send(http.say("01D", shape=Shape.DATE))
    record = await nurse.picks(None)
    assert record.acked()
    assert not http.store.taken


async def test_a_settled_day_has_no_calendar_any_more(http: World) -> None:
    nurse = http.slack.person("U1")
    sent = await http.outlet.send(http.say("01D", shape=Shape.DATE))
    assert isinstance(sent, Sent)
    await http.outlet.send(http.say("01E", "By when? Friday 4 December", settles=sent.platform_id))
    assert (nurse.sees[-1].pickers, nurse.sees[-1].buttons) == ((), ())


async def test_a_scale_is_pressed_in_three_rows(http: World) -> None:
    nurse = http.slack.person("U1")
    await http.outlet.send(http.say("01S", shape=Shape.SCALE, low=0, high=10, choices=(Choice("change_it", "Change it"),)))
    assert nurse.sees[-1].buttons == (*(str(number) for number in range(11)), "Change it", HELP)
    rows = [block for block in http.slack.posts()[-1].blocks if block.get("block_id", "").startswith("scale")]
    assert [len(row["elements"]) for row in rows] == [4, 4, 3]
    await nurse.presses("10")
    assert http.store.taken[-1].press == Press("01S", "10")


@pytest.mark.parametrize("count", [1, 5, 6, 25, 26, 130])
async def test_many_choices_still_fit(http: World, count: int) -> None:
    nurse = http.slack.person("U1")
    choices = tuple(Choice(f"c{number}", f"Choice {number} " + "x" * 90) for number in range(count))
    await http.outlet.send(http.say("01M", shape=Shape.CHOICE, choices=choices))
    assert len(nurse.sees[-1].buttons) == count + 1
    await nurse.presses(nurse.sees[-1].buttons[count - 1])
    assert http.store.taken[-1].press == Press("01M", f"c{count - 1}")


async def test_a_settled_question_has_no_buttons(http: World) -> None:
    nurse = http.slack.person("U1")
    asked = http.say("01Q", "Shall we?", shape=Shape.CHOICE, choices=(Choice("yes", "Yes"),))
    sent = await http.outlet.send(asked)
    settling = http.say("01R", "Shall we? Yes", settles=sent.platform_id)  # type: ignore[union-attr]
    assert await http.outlet.send(settling) == sent
    assert await http.outlet.send(settling) == sent
    assert [seen.text for seen in nurse.sees] == ["Shall we? Yes"]
    assert nurse.sees[0].buttons == ()
    with pytest.raises(LookupError):
        await nurse.presses("Yes")


async def test_an_old_button_still_says_which_question_it_was(http: World) -> None:
    nurse = http.slack.person("U1")
    sent = await http.outlet.send(http.say("01Q", shape=Shape.CHOICE, choices=(Choice("yes", "Yes"),)))
    await http.clock.move(30 * 24 * 3600)
    await nurse.presses("Yes", on=sent.platform_id)  # type: ignore[union-attr]
    assert http.store.taken[-1].press == Press("01Q", "yes")


# -- commands and shortcuts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["woop", "smart", "goals", "help", "pause", "human", "help now"])
async def test_a_command_says_its_word(http: World, text: str) -> None:
    await http.slack.person("U1").commands("/coach", text)
    (inbound,) = http.store.taken
    assert (inbound.kind, inbound.words.text, inbound.address.place) == (Kind.TEXT, text, "DU1")


async def test_a_command_in_a_channel_leaves_no_trace_for_others(world: World) -> None:
    nurse, other = world.slack.person("U1"), world.slack.person("U2")
    ward = world.slack.channel("C0WARD", nurse, other)
    await nurse.commands("/coach", "", where=ward)
    assert world.store.words() == ["help"]
    assert world.store.taken[0].address.place == "DU1"
    assert [seen.text for seen in nurse.sees_in(ward)] == ["slack.command.taken"]
    assert not other.sees_in(ward)


async def test_the_direct_message_is_asked_for_once_and_may_come_later(http: World) -> None:
    http.slack.chaos.next("conversations.open", Fault(Weather.LIMITED, wait=30))
    nurse = http.slack.person("U1")
    await nurse.commands("/coach", "goals")
    assert http.store.taken[0].address.place == ""
    await http.outlet.send(replace(http.say(), address=http.store.taken[0].address))
    assert len(nurse.sees) == 1
    await nurse.commands("/coach", "goals")
    assert http.store.taken[1].address.place == "DU1"
    assert len(http.slack.called("conversations.open")) == 2


async def test_the_shortcut_asks_for_a_human(world: World) -> None:
    await world.slack.person("U1").shortcut("human")
    assert world.store.words() == ["human"]
    assert world.store.taken[0].address.place == "DU1"


# -- forms ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("flow", ["woop", "smart"])
async def test_a_form_is_opened_filled_in_and_stored_before_it_closes(world: World, flow: str) -> None:
    nurse = world.slack.person("U1")
    await nurse.shortcut(f"form.{flow}")
    assert nurse.modal
    assert not world.store.taken
    first = nurse.modal.body["blocks"][0]["block_id"]
    record = await nurse.submits({first: "take my break <now> & here"})
    await world.slack.redeliver(record)
    (filled,) = world.store.taken
    assert (filled.kind, filled.form, dict(filled.fields)) == (Kind.FORM, flow, {first: Words("take my break <now> & here")})
    assert filled.address.place == "DU1"
    assert nurse.modal is None
    assert not nurse.troubles


@pytest.mark.shows("F2", side="every screen of Slack")
async def test_help_now_is_a_press_away_in_a_form(world: World) -> None:
    nurse = world.slack.person("U1")
    await nurse.shortcut("form.woop")
    await nurse.presses_in_the_form(LABELS["slack.home.help_now"])
    assert world.store.words() == ["help now"]
    assert world.store.taken[0].address.person == "U1"
    assert nurse.modal is not None


async def test_a_form_that_cannot_be_stored_stays_open(http: World) -> None:
    nurse = http.slack.person("U1")
    await nurse.shortcut("form.woop")
    http.store.failing = 1
    await nurse.submits({"wish": "sleep"})
    assert nurse.modal is not None
    assert nurse.troubles == ["view_submission"]
    await nurse.submits({"wish": "sleep"})
    assert nurse.modal is None
    assert [inbound.kind for inbound in http.store.taken] == [Kind.FORM]


async def test_a_closed_form_says_nothing(http: World) -> None:
    nurse = http.slack.person("U1")
    await nurse.shortcut("form.woop")
    await nurse.closes()
    assert not http.store.taken


async def test_a_trigger_that_has_expired_opens_nothing_and_breaks_nothing(http: World) -> None:
    nurse = http.slack.person("U1")
    http.slack.chaos.always("views.open", Fault(Weather.ERROR, error="expired_trigger_id"))
    await nurse.shortcut("form.woop")
    assert nurse.modal is None
    assert not nurse.troubles


# -- home ----------------------------------------------------------------------------------------------------------------------


async def test_home_shows_goals_the_next_step_and_what_to_do(world: World) -> None:
    nurse = world.slack.person("U1")
    world.desk.shown = replace(world.desk.shown, goals=(GOAL,), doing="woop")
    await nurse.opens_home()
    await until(lambda: nurse.home)
    assert "take my proper break <!channel>" in nurse.home
    assert "slack.home.next_step ask *Sam* for cover (2026-12-01)" in nurse.home
    assert nurse.home_buttons == [f"slack.home.{name}" for name in ("continue", "woop", "smart", "human", "pause", "help_now")]
    assert not world.store.taken


@pytest.mark.parametrize(("name", "word"), [("human", "human"), ("pause", "pause"), ("help_now", "help now")])
async def test_home_buttons_say_their_words(http: World, name: str, word: str) -> None:
    nurse = http.slack.person("U1")
    await nurse.opens_home()
    await until(lambda: nurse.home)
    await nurse.presses_at_home(f"slack.home.{name}")
    assert http.store.words() == [word]
    assert http.store.taken[0].address.place == "DU1"


async def test_home_leads_back_to_the_bot_while_a_person_is_there(http: World) -> None:
    nurse = http.slack.person("U1")
    http.desk.shown = replace(http.desk.shown, doing="woop", standing="with_coach")
    await nurse.opens_home()
    await until(lambda: nurse.home)
    assert nurse.home_buttons[0] == "slack.home.back_to_bot"
    await nurse.presses_at_home("slack.home.back_to_bot")
    assert http.store.words() == ["back to the bot"]


async def test_home_opens_a_form(http: World) -> None:
    nurse = http.slack.person("U1")
    await nurse.opens_home()
    await until(lambda: nurse.home)
    await nurse.presses_at_home("slack.home.woop")
    assert nurse.modal
    assert not http.store.taken


async def test_continue_comes_back_to_the_talk(http: World) -> None:
    nurse = http.slack.person("U1")
    http.desk.shown = replace(http.desk.shown, doing="woop")
    await nurse.opens_home()
    await until(lambda: nurse.home)
    await nurse.presses_at_home("slack.home.continue")
    assert [inbound.kind for inbound in http.store.taken] == [Kind.ARRIVED]


async def test_home_of_somebody_unknown_and_the_note() -> None:
    from bot.adapters.slack.views import home
    from coaching.ports import Glance

    view = home(Glance(known=False, standing="", goals=(), doing=""), LABELS, "Lines are not verified").to_dict()
    assert "Lines are not verified" in json.dumps(view)
    assert "slack.home.unknown" in json.dumps(view)
    assert "slack.home.pause" not in json.dumps(view)


async def test_home_is_published_again_after_a_turn(http: World) -> None:
    nurse = http.slack.person("U1")
    assert await http.app.publish_home("U1")
    http.desk.shown = replace(http.desk.shown, goals=(GOAL,))
    assert await http.app.publish_home("U1")
    assert "take my proper break" in nurse.home
    http.slack.chaos.next("views.publish", Fault(Weather.BROKEN))
    assert not await http.app.publish_home("U1")


async def test_opening_the_messages_counts_the_first_time_only(world: World) -> None:
    nurse = world.slack.person("U1")
    for _ in range(3):
        await nurse.opens_messages()
    assert [inbound.kind for inbound in world.store.taken] == [Kind.ARRIVED]
