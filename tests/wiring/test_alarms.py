"""Danger while nothing can be stored, or while whoever looks for it fails: the text goes out all the same, once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.nlu.identifiers import Masked
from coachbot.replay import SetClock
from coaching.errors import NotStored
from coaching.message import Inbound
from coaching.participant import Channel
from coaching.ports import Cursor
from tests.wiring.away import NOW, Flickering, Way, inbox, said

# -- the database is away ------------------------------------------------------------------------------------------


@pytest.mark.shows("F6", side="at the inbox")
async def test_the_safety_text_goes_out_past_the_database_once(tmp_path: Path) -> None:
    notebook, way = Flickering(), Way()
    way_in = inbox(notebook, tmp_path, way)
    notebook.away = True
    for key in ("1", "1"):  # the platform delivers again
        await way_in.receive([said(key, "I want to die")])
        await way_in.finish()
    assert [outbound.wording for outbound in way.said] == ["safety.crisis"]
    notebook.away = False
    assert await way_in.empty_spool()
    (alarm,) = notebook.alarms
    assert alarm.raised.said is not None
    assert alarm.raised.said.outbound == way.said[0], "the transcript has what was said"


@pytest.mark.shows("F6", side="at the inbox")
async def test_a_text_that_did_not_arrive_is_tried_again_and_left_to_the_outbox(tmp_path: Path) -> None:
    notebook, way = Flickering(), Way(open=False)
    way_in = inbox(notebook, tmp_path, way)
    notebook.away = True
    await way_in.receive([said("1", "I want to die")])
    await way_in.finish()
    assert not await way_in.empty_spool()
    await way_in.finish()
    assert len({outbound.id for outbound in way.said}) == 1 < len(way.said)
    notebook.away = False
    assert await way_in.empty_spool()
    (alarm,) = notebook.alarms
    assert (alarm.raised.said, alarm.raised.doubtful) == (None, True)
    assert alarm.raised.text_id == way.said[0].id, "whoever knows the first copy by its id knows the second"


async def test_what_was_said_is_known_after_a_restart(tmp_path: Path) -> None:
    notebook, way = Flickering(), Way()
    notebook.away = True
    first = inbox(notebook, tmp_path, way)
    await first.receive([said("1", "woop"), said("2", "I want to die")])
    await first.finish()
    notebook.away = False
    assert await inbox(notebook, tmp_path, way).empty_spool()
    assert [alarm.raised.said.outbound for alarm in notebook.alarms if alarm.raised.said] == way.said


async def test_a_second_cry_is_answered_with_the_short_text_and_later_with_the_whole(tmp_path: Path) -> None:
    notebook, way, clock = Flickering(), Way(), SetClock(NOW)
    way_in = inbox(notebook, tmp_path, way, clock=clock)
    notebook.away = True
    for key, later in (("1", 0), ("2", 60), ("3", 300)):
        clock.pass_by(timedelta(seconds=later))
        await way_in.receive([said(key, "I want to die")])
        await way_in.finish()
    assert [outbound.wording for outbound in way.said] == ["safety.crisis", "safety.hold", "safety.crisis"]


@pytest.mark.shows("F6", side="at the inbox")
async def test_with_nowhere_to_keep_it_the_text_goes_out_and_the_platform_delivers_again(tmp_path: Path) -> None:
    notebook, way = Flickering(), Way()
    way_in = inbox(notebook, tmp_path, way)
    notebook.away = True
    (tmp_path / "spool").write_text("a file where the folder should be")
    for _ in range(2):
        with pytest.raises(NotStored):
            await way_in.receive([said("1", "I want to die")])
        await way_in.finish()
    assert [outbound.wording for outbound in way.said] == ["safety.crisis"]
    notebook.away = False
    (tmp_path / "spool").unlink()
    await way_in.receive([said("1", "I want to die")])
    assert [alarm.raised.said.outbound for alarm in notebook.alarms if alarm.raised.said] == way.said


@pytest.mark.shows("F2", side="with the database away")
@pytest.mark.parametrize("words", ["help now", "SOS", "\N{SQUARED SOS}"])
async def test_help_now_is_answered_without_a_database(tmp_path: Path, words: str) -> None:
    notebook, way = Flickering(), Way()
    way_in = inbox(notebook, tmp_path, way)
    notebook.away = True
    await way_in.receive([said("1", words)])
    await way_in.receive([said("2", "woop")])
    await way_in.finish()
    assert [outbound.wording for outbound in way.said] == ["help_now.unverified"]
    notebook.away = False
    assert await way_in.empty_spool()
    assert notebook.alarms == [], "asking for the lines is no case"


async def test_where_the_text_shows_only_in_the_transcript_it_is_left_to_the_outbox(tmp_path: Path) -> None:
    notebook, way = Flickering(), Way()
    way_in = inbox(notebook, tmp_path, way)
    notebook.away = True
    await way_in.receive([said("1", "I want to die", Channel.WEB)])
    await way_in.finish()
    notebook.away = False
    assert await way_in.empty_spool()
    (alarm,) = notebook.alarms
    assert (way.said, alarm.raised.said, alarm.raised.doubtful) == ([], None, False)


async def test_how_far_a_channel_was_read_is_known_while_the_database_is_away(tmp_path: Path) -> None:
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    await way_in.receive([said("1")], Cursor("telegram", "7"))
    notebook.away = True
    assert await way_in.cursor("telegram") == "7"
    await way_in.receive([said("2")], Cursor("telegram", "8"))
    assert await way_in.cursor("telegram") == "8", "what lies in the spool need not come again"
    with pytest.raises(NotStored):
        await way_in.cursor("another")


# -- what is kept is masked -----------------------------------------------------------------------------------------------------


def without_numbers(text: str) -> Masked:
    return Masked(re.sub(r"\d+", "[number]", text), ("number",) if re.search(r"\d", text) else ())


@pytest.mark.shows("E9", part="guard: before the database and the spool")
@pytest.mark.parametrize("away", [False, True])
async def test_identifiers_are_masked_before_anything_is_kept(tmp_path: Path, away: bool) -> None:
    notebook, way = Flickering(), Way()
    way_in = inbox(notebook, tmp_path, way, mask=without_numbers)
    notebook.away = away
    await way_in.receive([said("1", "I wrote 9434765919 on my hand. I want to die")])
    notebook.away = False
    assert await way_in.empty_spool()
    assert notebook.words == ["I wrote [number] on my hand. I want to die"]
    assert len(notebook.alarms) == 1


# -- whoever looks can fail -----------------------------------------------------------------------------------------------------


async def test_a_message_that_nobody_could_look_at_gets_the_lines_and_a_person(tmp_path: Path) -> None:
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    way_in._lookout._safety = replace(way_in._lookout._safety, watch=fails)
    await way_in.receive([said("1", "hello")])
    (alarm,) = notebook.alarms
    assert (alarm.raised.case.concern, alarm.raised.case.review) == ("crisis", True)


async def test_what_could_not_be_masked_is_not_kept(tmp_path: Path) -> None:
    notebook = Flickering()
    way_in = inbox(notebook, tmp_path)
    way_in._lookout._safety = replace(way_in._lookout._safety, guard=fails)
    seen = way_in._lookout.look(said("1", "Mrs Jones in bed 4"))
    assert "Jones" not in seen.inbound.words.text
    assert seen.inbound.words.text


def fails(_: Inbound) -> Any:
    raise RuntimeError("Mrs Jones in bed 4")
