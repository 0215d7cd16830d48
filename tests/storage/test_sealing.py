"""Sealing: nobody reads the files, and no cell can be moved, cut or changed."""

from __future__ import annotations

import asyncio
import base64
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select, update

from coaching.errors import SettingsError
from coaching.goal import ActionStep, Goal, WoopRecord
from coaching.message import Press
from coaching.notebook import AuditRow, LinkOffer
from coaching.participant import Address, Channel
from coaching.words import Words, plain
from storage.opening import open_storage
from storage.sealing import BrokenSeal, DataKey, MasterKey, Nonces
from storage.tables import METADATA, conversation, data_key, inbox, outbox
from tests.storage.people import MASTER, NAMES, Store, answer, open_at, person, text, walk

PLANTED = "Xylophone-Quokka"


def key(name: str = "k1") -> DataKey:
    return DataKey(name, "p1", AESGCM(bytes(32)))


@pytest.mark.shows("G6", part="the cells of this database")
def test_a_cell_opens_only_where_it_was_sealed():
    cell = key().seal("line", "words", "row1", b"words")
    assert key().open("line", "words", "row1", cell) == b"words"
    for place in (("goal", "words", "row1"), ("line", "outbound", "row1"), ("line", "words", "row2")):
        with pytest.raises(BrokenSeal):
            key().open(*place, cell)
    with pytest.raises(BrokenSeal):
        key("k2").open("line", "words", "row1", cell)


@pytest.mark.shows("G6", part="the cells of this database")
def test_every_cut_and_every_turned_bit_is_found():
    cell = key().seal("line", "words", "row1", b"words")
    damaged = [cell[:length] for length in range(len(cell))] + [cell + b"\0"]
    damaged += [
        bytes(byte ^ (1 << bit if place == at else 0) for place, byte in enumerate(cell)) for at in range(len(cell)) for bit in range(8)
    ]
    for each in damaged:
        with pytest.raises(BrokenSeal):
            key().open("line", "words", "row1", each)


def test_nonces_never_repeat_and_are_not_inherited_by_a_fork():
    nonces = Nonces()
    taken = [nonces.take() for _ in range(2000)]
    assert len(set(taken)) == 2000
    assert {len(each) for each in taken} == {12}
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, nonces.take())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 12) not in {nonces.take() for _ in range(600)}
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("wrong", ["", "short", base64.b64encode(bytes(31)).decode(), "ä" * 44, base64.b64encode(bytes(33)).decode()])
def test_a_master_key_is_32_bytes_of_base64(wrong: str):
    with pytest.raises(SettingsError, match="COACHBOT_MASTER_KEY"):
        MasterKey.read(wrong)


def test_a_master_key_may_be_written_either_way():
    raw = b"\xfb\xff" * 16
    assert MasterKey.read(base64.b64encode(raw).decode()).id == MasterKey.read(base64.urlsafe_b64encode(raw).decode()).id
    assert "cipher" not in repr(MasterKey.read(MASTER))


async def test_another_master_key_opens_nothing(file_store: Store):
    await file_store.say(person("ann"), "a")
    other = base64.b64encode(bytes(32)).decode()
    with pytest.raises(SettingsError, match="COACHBOT_MASTER_KEY"):
        await open_storage(file_store.url, file_store.keys_url, other, clock=file_store.clock, names=NAMES)


async def test_no_planted_word_is_in_any_file(file_store: Store):
    store, who = file_store, Address(Channel.SLACK, "T1", f"U{PLANTED}", f"D{PLANTED}", f"9{PLANTED}")
    await _live(store, who)
    found = {path.name for path in Path(store.file).parent.iterdir() for form in _forms(PLANTED) if form in path.read_bytes()}
    assert found == set()
    assert {"words.db", "words.db-wal", "keys.db"} <= {path.name for path in Path(store.file).parent.iterdir()}


async def _live(store: Store, who: Address) -> None:
    """Everything that a person can leave behind, with the planted word in it."""
    goal = Goal("g", PLANTED, "woop", WoopRecord(wish=PLANTED), steps=(ActionStep("s", PLANTED, PLANTED),), notes=(("n", PLANTED),))
    sent = text(who, PLANTED, store.clock.now(), f"ts{PLANTED}")
    await store.notebook.take_in([replace(sent, press=Press(PLANTED, "x"), fields={"wish": Words(PLANTED)}, platform_id=PLANTED)])
    (claim,) = await store.claim()
    after = replace(claim.conversation, walk=replace(walk(store.clock.now()), marks=(PLANTED,)))
    link = LinkOffer(PLANTED, store.clock.now() + timedelta(minutes=1))
    edits = ((f"ts{PLANTED}", Words(PLANTED + "2")),)
    await store.notebook.write_turn(answer(claim, store.clock.now(), PLANTED, state=after, goals=(goal,), link=link, edits=edits))
    await store.say(who, PLANTED)
    await store.storage.visits.begin(f"token{PLANTED}", f"code{PLANTED}")
    assert (await store.notebook.glance((who.channel.value, who.account, who.person), 5)).goals == (goal,)


def _forms(word: str) -> list[bytes]:
    raw = word.encode()
    return [raw, raw.lower(), base64.b64encode(raw)[:-4], raw.hex().encode(), word.encode("utf-16-le")]


@pytest.mark.shows("G6", part="the cells of this database")
async def test_one_bad_message_stops_nobody(store: Store):
    for name in ("ann", "bea", "cat"):
        await store.say(person(name), f"hello from {name}", "next")
    rows = await _rows(store, select(inbox.c.seq, inbox.c.sealed).order_by(inbox.c.seq))
    await _change(store, update(inbox).where(inbox.c.seq == rows[0].seq).values(sealed=rows[2].sealed))  # swapped
    await _change(store, update(inbox).where(inbox.c.seq == rows[2].seq).values(sealed=rows[2].sealed[:-1]))  # cut
    assert [claim.inbound.words.text for claim in await store.claim()] == ["hello from cat"]
    assert sorted(claim.inbound.words.text for claim in await store.claim()) == ["next", "next"]
    assert (await store.notebook.backlog()).set_aside == 2


@pytest.mark.shows("G6", part="the cells of this database")
async def test_a_bad_state_is_told_and_a_bad_parcel_fails(store: Store):
    await store.turn(person("ann"), "a", "one", "two")
    rows = await _rows(store, select(outbox.c.seq, outbox.c.sealed).order_by(outbox.c.seq))
    await _change(store, update(outbox).where(outbox.c.seq == rows[0].seq).values(sealed=rows[1].sealed))
    assert await store.due() == []
    assert [plain(parcel.outbound.text) for parcel in await store.due()] == ["two"]
    await _change(store, update(conversation).values(state=b"\x01 nonsense"))
    await store.say(person("ann"), "b")
    (claim,) = await store.claim()
    assert "conversation.state" in claim.unreadable


async def test_a_lost_key_shuts_the_past_and_not_the_person(store: Store):
    await store.turn(person("ann"), "a", "b")
    keys = store.notebook._keyring
    (owner,) = [row.participant_id for row in await _key_rows(store) if row.participant_id]
    await keys.destroy(owner)
    again = await open_at(store.url, store.keys_url, store.clock)
    await again.say(person("ann"), "are you there?")
    (claim,) = await again.claim()
    assert claim.inbound.words.text == "are you there?"
    assert claim.unreadable
    assert (await again.notebook.glance(("telegram", "account", "ann"), 5)).lines == ()
    await again.storage.close()


async def test_a_key_is_there_before_anything_it_seals(store: Store):
    seen = []

    def watch(step: str) -> None:
        seen.append(step)

    other = await open_at(store.url, store.keys_url, store.clock, landmark=watch)
    await other.notebook.take_in([text(person(f"p{n}"), "a", store.clock.now()) for n in range(5)])
    assert seen.index("take_in.keys_made") < seen.index("writer.begun") < seen.index("take_in.inbox_row")
    assert seen.count("take_in.keys_made") == 1
    await other.storage.close()


async def test_every_table_with_a_person_says_whose_it_is():
    without = {table.name for table in METADATA.sorted_tables if "participant_id" not in table.c}
    of_staff = {
        "staff",
        "staff_address",
        "supervision",
        "pulse",
        "staff_log",
        "after_care",
        "login",
        "second_factor",
        "desk_asked",
        "desk_topic",
    }
    assert without == {"participant", "platform_key", "cursor", "process_lock", *of_staff}


async def test_an_audit_row_holds_no_words(store: Store):
    note = AuditRow(NAMES.new(), store.clock.now(), "x", {"n": 1})
    await store.turn(person("ann"), PLANTED, audit=(note,))
    rows = await _rows(store, METADATA.tables["audit"].select())
    assert PLANTED not in str(rows)


async def test_many_new_people_at_once(store: Store):
    await asyncio.gather(*(store.say(person(f"p{n}"), "a") for n in range(30)))
    assert len(await store.claim(50)) == 30


async def _rows(store: Store, statement):
    return await store.notebook._database.look(lambda connection: connection.execute(statement).all())


async def _key_rows(store: Store):
    return await store.notebook._keyring._database.look(lambda connection: connection.execute(data_key.select()).all())


async def _change(store: Store, statement) -> None:
    await store.notebook._database.do(lambda connection: connection.execute(statement))
