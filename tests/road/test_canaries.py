"""Patient identifiers planted by every way in: nowhere afterwards, in no file, no log, no screen and no output.

The seals are off in these tests: what is written anywhere is written as it is, so that a search of the files finds what sealing would hide.
"""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2 as httpx
import pytest
import structlog
from starlette.applications import Starlette

from coachbot import road, web_part
from coachbot.logs import start_logging
from coachbot.replay import as_talk, replay
from coaching.concern import Alarm
from coaching.message import Inbound
from coaching.notebook import NO_ALARMS
from coaching.participant import Channel
from coaching.ports import Cursor, Receipt
from storage.sealing import DataKey
from tests.adapters.web.dom import parsed
from tests.service import Doctor, Nurse, World, files, world

CANARIES = {
    "nhs_number": ("it was nhs no {} again", "999 526 0182"),
    "national_id": ("her PPS is {} and mine is not", "7877893A"),
    "mrn": ("hosp no {} filed in the wrong notes", "K7719203"),
    "name_bed": ("I sat with Mrs {} in bed 4", "Zylinska"),
    "birth_date": ("dob {} and no visitors", "23/11/1938"),
    "phone": ("I rang {} and nobody came", "07700 900931"),
    "email": ("I wrote to {} at night", "zyla.canary@example.org"),
    "postcode": ("I stood at {} in the rain", "ZE3 9QX"),
}
PLANTED = [sentence.format(canary) for sentence, canary in CANARIES.values()]
WAYS = [("http", "polling"), ("socket", "webhook")]


@pytest.fixture(autouse=True)
def unsealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sealed stands as it is."""
    monkeypatch.setattr(DataKey, "seal", lambda _key, _table, _column, _row, plain: plain)
    monkeypatch.setattr(DataKey, "open", lambda _key, _table, _column, _row, cell: cell)


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Everything that was logged, in as much detail as the service can be told to."""
    before, root, path = structlog.get_config(), logging.getLogger(), tmp_path_factory.mktemp("log") / "stderr"
    handlers, level = root.handlers[:], root.level
    with path.open("w") as file:
        monkeypatch.setattr("sys.stderr", file)
        start_logging("DEBUG")
        yield lambda: path.read_text()
    structlog.configure(**before)
    root.handlers[:], root.level = handlers, level


def found_in(text: str) -> set[str]:
    """The kinds whose canary is in it, also without its spaces."""
    return {kind for kind, (_, canary) in CANARIES.items() if canary in text or canary.replace(" ", "") in text}


def on_disk(folder: Path) -> str:
    """Everything in every file, write-ahead logs and spool included."""
    return "\n".join(path.read_bytes().decode("latin-1") for path in sorted(folder.rglob("*")) if path.is_file())


async def plants(somebody: Nurse | Doctor) -> None:
    """Into the talk, an exercise, an edit, a form, a command, and under a picture."""
    await somebody.types("hello", "woop")
    if isinstance(somebody, Nurse):
        messages = [await somebody.person.says(text) for text in PLANTED]
        await somebody.person.edits(messages[0], " and ".join(PLANTED))
        await somebody.person.shares_file("ward.jpg", "image/jpeg", text=PLANTED[0])
        await somebody.person.shortcut("form.woop")
        await somebody.person.submits(dict(zip(("wish", "outcome", "obstacle", "moment", "plan"), PLANTED, strict=False)))
        await somebody.person.commands("/coach", PLANTED[1])
    else:
        for text in PLANTED:
            somebody.person.says(text)
        somebody.person.edits(" and ".join(PLANTED), int(somebody.person.said[-1]["message_id"]))
        somebody.person.sends_photo(PLANTED[0])


@asynccontextmanager
async def browser(here: World) -> AsyncIterator[httpx.AsyncClient]:
    """The pages of the living service."""
    part = web_part.make(here.settings, here.road, here.life.opened)
    here.road.outlets[Channel.WEB] = part.outlet
    way = httpx.ASGITransport(app=Starlette(routes=list(part.routes)))
    async with httpx.AsyncClient(transport=way, base_url="http://127.0.0.1", headers={"sec-fetch-site": "same-origin"}) as client:
        yield client


async def page_of(client: httpx.AsyncClient, *texts: str) -> str:
    """The page, after this was written into it."""
    for text in texts:
        form = parsed((await client.get("/")).text).form("/say")
        assert (await client.post("/say", data=form | {"text": text})).status_code == 303
    return (await client.get("/")).text


@pytest.mark.shows("E10", side="identifiers, through every channel")
@pytest.mark.shows("E9", part="the guard")
@pytest.mark.shows("H15", part="nothing is kept")
@pytest.mark.parametrize("ways", WAYS)
async def test_what_was_planted_is_nowhere(tmp_path: Path, ways: tuple[str, str], logged: Callable[[], str]) -> None:
    async with world(files(tmp_path), *ways) as here, browser(here) as client:
        nurse, doctor = here.nurse(), here.doctor()
        for somebody in (nurse, doctor):
            await plants(somebody)
        await page_of(client, " and ".join(PLANTED))
        await here.lasts(30)
        page = await page_of(client)
        told = [json.dumps([line.text for line in await somebody.talk()]) for somebody in (nurse, doctor)]
        assert all(text.count("[number]") > 4 and "[a patient]" in text for text in told), "they were there, and are masked"
        assert "[a patient]" in page
        assert found_in("\n".join((*told, page, *nurse.reads, *doctor.reads, on_disk(tmp_path)))) == set()
    assert found_in(on_disk(tmp_path) + logged()) == set()


@pytest.mark.shows("E10", side="identifiers, while things fail")
@pytest.mark.parametrize("error", [OSError, ValueError], ids=["away", "refused"])
async def test_what_was_planted_is_nowhere_when_nothing_can_be_stored(
    tmp_path: Path, error: type[Exception], monkeypatch: pytest.MonkeyPatch, logged: Callable[[], str]
) -> None:
    """The error's message holds what was to be stored, as database errors do. What waits is taken in later; what is refused lies aside."""

    async def fails(inbounds: Sequence[Inbound], cursor: Cursor | None = None, alarms: Mapping[int, Alarm] = NO_ALARMS) -> list[Receipt]:
        raise error(repr([inbound.words.text for inbound in inbounds]))

    async with world(files(tmp_path), spool=tmp_path / "spool") as here:
        nurse = here.nurse()
        with monkeypatch.context() as away:
            away.setattr(here.road.notebook, "take_in", fails)
            for text in PLANTED:
                await nurse.person.says(text)
            assert len(list((tmp_path / "spool").iterdir())) == len(PLANTED)
            assert found_in(on_disk(tmp_path)) == set()
        assert await here.road.inbox.empty_spool()
        await here.lasts(10)
        assert ("[a patient]" in "\n".join(await nurse.said())) == (error is OSError)
        assert found_in("\n".join((*await nurse.said(), on_disk(tmp_path)))) == set()
    assert "receive.database_away" in logged()
    assert found_in(logged()) == set()


@pytest.mark.shows("E10", side="identifiers, in what is put out")
@pytest.mark.parametrize("channel", Channel)
async def test_what_was_planted_is_in_no_replay(channel: Channel) -> None:
    told = json.dumps({"id": "1", "channel": channel.value, "messages": ["hello", "woop", *PLANTED]})
    async for result in replay(told):
        assert "[a patient]" in as_talk(result)
        assert found_in(as_talk(result) + json.dumps(result, ensure_ascii=False, default=str)) == set()


async def test_without_the_guard_every_canary_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That the search can fail."""
    monkeypatch.setattr(road, "guarded", lambda inbound, mask: inbound)
    async with world(files(tmp_path), used={"Slack"}) as here:
        nurse = here.nurse()
        await nurse.types(*PLANTED)
        assert found_in(on_disk(tmp_path)) == found_in("\n".join(await nurse.said())) == set(CANARIES)
