"""A day picked from the calendar that a message carries, turned in place."""

from __future__ import annotations

from datetime import date

import pytest
from aiogram import Bot
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.adapters.telegram.app import HEADER, PATH, TelegramPolling, webhook_route
from bot.adapters.telegram.month import FARTHEST
from bot.adapters.telegram.outlet import TelegramOutlet
from coaching.message import Choice, Kind, Outbound, Press, Shape
from standins.telegram import Person, TelegramStandIn
from tests.adapters.telegram.world import NAMES, QUESTION, Inbox, say

TODAY = date(2026, 11, 23)
CHIPS = (Choice("tomorrow", "Tomorrow"), Choice("friday", "Friday"), Choice("in_two_weeks", "In two weeks"))


def by_when(person: Person, telegram: TelegramStandIn, today: date = TODAY) -> Outbound:
    return say(person, telegram, "By when?", shape=Shape.DATE, choices=CHIPS, today=today)


@pytest.fixture
async def polling(telegram: TelegramStandIn, bot: Bot, inbox: Inbox) -> TelegramPolling:
    fetched = TelegramPolling(bot, inbox, telegram.clock, long_poll=0, names=NAMES)
    await fetched.once()
    return fetched


def rows(person: Person) -> list[str]:
    """The keyboard, a row a line."""
    return [" ".join(button.label for button in row) for row in person.sees[-1].keyboard]


async def test_short_cuts_a_month_and_help(telegram: TelegramStandIn, outlet: TelegramOutlet, amina: Person) -> None:
    await outlet.send(by_when(amina, telegram))
    assert rows(amina) == [
        "Tomorrow Friday",
        "In two weeks",
        "· Nov 2026 ›",
        "Mo Tu We Th Fr Sa Su",
        "· · · · · · ·",
        "· · · · · · ·",
        "· · · · · · ·",
        "· · · · · · ·",
        "23 24 25 26 27 28 29",
        "30 · · · · · ·",
        "Help now",
    ]


async def test_a_month_is_turned_in_place_and_is_no_message(
    telegram: TelegramStandIn, outlet: TelegramOutlet, polling: TelegramPolling, inbox: Inbox, amina: Person
) -> None:
    await outlet.send(by_when(amina, telegram))
    for arrow, title in (("›", "‹ Dec 2026 ›"), ("›", "‹ Jan 2027 ›"), ("‹", "‹ Dec 2026 ›"), ("‹", "· Nov 2026 ›")):
        amina.presses(arrow)
        await polling.once()
        assert rows(amina)[2] == title
    assert (rows(amina)[:2], rows(amina)[-1]) == (["Tomorrow Friday", "In two weeks"], "Help now")
    assert len(amina.sees) == 1
    assert amina.spinning == []
    assert inbox.taken == []


async def test_a_day_and_a_short_cut_are_presses(
    telegram: TelegramStandIn, outlet: TelegramOutlet, polling: TelegramPolling, inbox: Inbox, amina: Person
) -> None:
    await outlet.send(by_when(amina, telegram))
    amina.presses("›")
    await polling.once()
    amina.presses("4")
    amina.presses("Friday")
    await polling.once()
    assert [(taken.kind, taken.press) for taken in inbox.taken] == [
        (Kind.PRESS, Press(QUESTION, "2026-12-04")),
        (Kind.PRESS, Press(QUESTION, "friday")),
    ]
    assert inbox.taken[0].platform_id == str(amina.sees[-1].message_id)


@pytest.mark.parametrize("label", ["·", "Nov 2026", "Tu"])
async def test_what_is_no_day_does_nothing(
    telegram: TelegramStandIn, outlet: TelegramOutlet, polling: TelegramPolling, inbox: Inbox, amina: Person, label: str
) -> None:
    await outlet.send(by_when(amina, telegram))
    amina.presses(label)
    await polling.once()
    assert (inbox.taken, amina.sees[-1].edits, amina.spinning) == ([], 0, [])


async def test_two_years_can_be_turned_and_no_more(
    telegram: TelegramStandIn, outlet: TelegramOutlet, polling: TelegramPolling, amina: Person
) -> None:
    await outlet.send(by_when(amina, telegram, date(2027, 1, 31)))
    assert rows(amina)[-2] == "· · · · · · 31"
    for _ in range(FARTHEST):
        amina.presses("›")
        await polling.once()
    assert rows(amina)[2] == "‹ Jan 2029 ·"


async def test_it_turns_where_updates_are_pushed_too(
    telegram: TelegramStandIn, outlet: TelegramOutlet, bot: Bot, inbox: Inbox, amina: Person
) -> None:
    await outlet.send(by_when(amina, telegram))
    update = amina.presses("›")
    app = Starlette(routes=[webhook_route(bot, inbox, telegram.clock, "s3cret", NAMES)])
    assert TestClient(app).post(PATH, json=update, headers={HEADER: "s3cret"}).status_code == 200
    assert inbox.taken == []
