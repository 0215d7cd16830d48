"""What must hold after any number of ends: nothing lost, each message decided once, in order, and every send accounted for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from coaching.ports import Line
from tests.road.lives import World, alive
from tests.road.outside import Said, address_of


async def talk_of(world: World, chat: int) -> tuple[Line, ...]:
    """The whole transcript of one chat."""
    async with alive(world) as (road, _):
        return (await road.glance(address_of(chat, world.platform.channel), 10_000)).lines


async def everything_was_decided_once(world: World) -> None:
    """Each message stands in its transcript once, in the order it was said, each with an answer after it; nothing waits."""
    chats: dict[int, list[Said]] = defaultdict(list)
    for message in world.platform.said:
        chats[message.chat].append(message)
    async with alive(world) as (road, _):
        for chat, said in chats.items():
            lines = (await road.glance(address_of(chat, world.platform.channel), 10_000)).lines
            heard = [line.text for line in lines if line.author == "participant"]
            assert heard == [message.words for message in said], f"chat {chat} lost, doubled or mixed up messages"
            assert lines[-1].author == "bot", f"chat {chat} was left without an answer"
        backlog = await road.notebook.backlog()
    assert (backlog.inbox, backlog.outbox, backlog.set_aside) == (0, 0, 0)


async def every_answer_arrived(world: World, *, copies: int = 1) -> None:
    """Each line of the bot reached the platform, at most `copies` times, and a second copy says that it is one."""
    arrived = world.platform.copies()
    chats = {message.chat for message in world.platform.said}
    async with alive(world) as (road, _):
        for chat in chats:
            lines = (await road.glance(address_of(chat, world.platform.channel), 10_000)).lines
            for line in lines:
                if line.author == "bot":
                    assert line.outbound is not None
                    here = arrived[line.outbound.id]
                    assert 1 <= len(here) <= copies, f"{line.wording} arrived {len(here)} times"
                    assert all(here[1:]), "a second copy was not marked"


def the_file_is_whole(world: World) -> None:
    """SQLite's own check of the file."""
    with sqlite3.connect(world.folder / "coachbot.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
