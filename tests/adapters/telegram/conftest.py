"""The stand-in, a client for it, and a way out."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot

from bot.adapters.telegram.client import make_bot
from bot.adapters.telegram.outlet import TelegramOutlet
from standins.telegram import Person, TelegramStandIn
from tests.adapters.telegram.world import PHRASES, Inbox


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStandIn]:
    async with TelegramStandIn() as started:
        yield started


@pytest.fixture
async def bot(telegram: TelegramStandIn) -> AsyncIterator[Bot]:
    made = make_bot(telegram.token, telegram.base)
    yield made
    await made.session.close()


@pytest.fixture
def outlet(bot: Bot) -> TelegramOutlet:
    return TelegramOutlet(bot, PHRASES)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def amina(telegram: TelegramStandIn) -> Person:
    return telegram.person("Amina")
