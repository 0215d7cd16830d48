"""Cases: raised in the transaction that takes a message in or writes a turn, one open case a person and concern, each with its alert."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, update

from coaching.concern import Alarm, Card, Case, Concern, Layer, Raised, Urgency
from coaching.message import Inbound, Kind, Lane, Outbound
from coaching.notebook import CaseSeen, Claim, LinkOffer
from coaching.participant import Channel
from coaching.ports import Receipt
from coaching.words import Words, plain, text_of
from storage.tables import alert, audit, case, outbox, participant
from tests.storage.people import NAMES, Store, answer, open_at, person, text

ANN = person("ann")
FIVE = timedelta(minutes=5)


# -- alarms ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Protocol:
    """Makes texts that say for whom they were made."""

    made: list[str]

    def alarm(self, inbound: Inbound, now: datetime, concern: Concern, urgency: Urgency, **more: Any) -> Alarm:
        raised = Raised(
            Case(NAMES.new(), concern, urgency, "", Layer.PHRASE, now, more.pop("review", False)), NAMES.new(), {"where": "receive"}
        )

        def card(country: str, language: str, last: datetime | None) -> Card:
            again = last is not None and now - last < FIVE
            words = f"{country} {language}{' again' if again else ''}"
            self.made.append(words)
            return Card(Outbound(raised.text_id, inbound.address, Lane.SAFETY, text_of(words), wording="help"), "hash", again)

        return Alarm(replace(raised, **more), card)


PROTOCOL = Protocol([])


def cry(
    store: Store, concern: Concern = Concern.CRISIS, urgency: Urgency = Urgency.URGENT, who: Any = ANN, **more: Any
) -> tuple[Inbound, Alarm]:
    inbound = text(who, "words", store.clock.now())
    return inbound, PROTOCOL.alarm(inbound, store.clock.now(), concern, urgency, **more)


async def cries(store: Store, *args: Any, **more: Any) -> Inbound:
    inbound, alarm = cry(store, *args, **more)
    assert await store.notebook.take_in([inbound], None, {0: alarm}) == [Receipt.TAKEN]
    return inbound


async def rows(store: Store, table: Any) -> list[Any]:
    found: list[Any] = await store.notebook._database.look(lambda c: c.execute(table.select().order_by(*table.primary_key)).all())
    return found


async def audited(store: Store) -> list[str]:
    return [row.what for row in await rows(store, audit) if not row.what.startswith("participant.joined")]


async def spoken(store: Store, who: Any = ANN) -> list[tuple[str, str]]:
    key = (who.channel.value, who.account, who.person)
    return [(line.author, line.text) for line in (await store.notebook.glance(key, 100)).lines]


# -- as a message is taken in ---------------------------------------------------------------------------------------------------


async def test_case_alert_text_and_line_come_with_the_message(store: Store) -> None:
    await cries(store)
    (opened,) = await store.notebook.cases()
    assert (opened.concern, opened.urgency, opened.source, opened.messages, opened.state) == ("crisis", "urgent", "phrase", 1, "open")
    (waiting,) = await rows(store, alert)
    assert (waiting.case_id, waiting.state, waiting.closed_at) == (opened.id, "waiting", None)
    backlog = await store.notebook.backlog()
    assert (backlog.cases, backlog.alerts) == (1, 1)
    (parcel,) = await store.due()
    assert (parcel.lane, parcel.expires_at, plain(parcel.outbound.text)) == (Lane.SAFETY, None, "GB en-GB")
    assert await spoken(store) == [("bot", "GB en-GB")]
    assert await audited(store) == ["safety.decision", "case.opened"]


async def test_the_turn_knows_the_case_and_its_line_comes_before_the_text(store: Store) -> None:
    await store.say(ANN, "before")
    await cries(store)
    (opened,) = await store.notebook.cases()
    for alarm in ("", opened.id):
        (claim,) = await store.claim()
        assert claim.inbound.alarm == alarm
        page = answer(claim, store.clock.now())
        await store.notebook.write_turn(replace(page, lines=tuple(replace(line, id=claim.name) for line in page.lines)))
    assert await spoken(store) == [("participant", "before"), ("participant", "words"), ("bot", "GB en-GB")]


async def test_a_second_delivery_opens_nothing(store: Store) -> None:
    inbound, alarm = cry(store)
    for receipt in (Receipt.TAKEN, Receipt.KNOWN):
        assert await store.notebook.take_in([inbound], None, {0: alarm}) == [receipt]
    assert len(await rows(store, case)) == len(await rows(store, alert)) == len(await rows(store, outbox)) == 1
    assert len(await spoken(store)) == 1


async def test_a_second_cry_adds_to_the_open_case(store: Store) -> None:
    await cries(store)
    store.clock.move(60)
    await cries(store)
    store.clock.move(240)
    await cries(store)
    (opened,) = await store.notebook.cases()
    assert opened.messages == 3
    assert len(await rows(store, alert)) == 1
    assert [said for _, said in await spoken(store)] == ["GB en-GB", "GB en-GB again", "GB en-GB"]
    assert await audited(store) == ["safety.decision", "case.opened", *["safety.decision", "case.added"] * 2]


async def test_what_is_more_urgent_calls_again_with_the_whole_text(store: Store) -> None:
    await cries(store)
    await cries(store, urgency=Urgency.EMERGENCY)
    await cries(store)
    (opened,) = await store.notebook.cases()
    assert (opened.urgency, opened.messages) == ("emergency", 3)
    assert [row.urgency for row in await rows(store, alert)] == ["urgent", "emergency"]
    assert [said for _, said in await spoken(store)] == ["GB en-GB", "GB en-GB", "GB en-GB again"]


async def test_what_was_only_to_be_looked_at_later_calls_once_it_is_serious(store: Store) -> None:
    await cries(store, review=True)
    assert await rows(store, alert) == []
    await cries(store)
    (opened,) = await store.notebook.cases()
    assert (opened.review, len(await rows(store, alert))) == (False, 1)


async def test_each_concern_has_a_case_of_its_own(store: Store) -> None:
    await cries(store)
    await cries(store, concern=Concern.SAFEGUARDING)
    assert [each.concern for each in await store.notebook.cases()] == ["crisis", "safeguarding"]
    assert [said for _, said in await spoken(store)] == ["GB en-GB"] * 2


async def test_several_in_one_delivery(store: Store) -> None:
    pairs = [cry(store), cry(store, urgency=Urgency.EMERGENCY), cry(store)]
    inbounds = [inbound for inbound, _ in pairs]
    alarms = {place: alarm for place, (_, alarm) in enumerate(pairs)}
    assert await store.notebook.take_in(inbounds, None, alarms) == [Receipt.TAKEN] * 3
    (opened,) = await store.notebook.cases()
    assert (opened.messages, opened.urgency) == (3, "emergency")
    assert len(await rows(store, alert)) == 2


async def test_the_first_of_a_delivery_may_be_known_and_its_case_closed(store: Store) -> None:
    first = await cries(store)
    await ended(store)
    (_, seen_again), (second, alarm) = cry(store), cry(store)
    assert await store.notebook.take_in([first, second], None, {0: seen_again, 1: alarm}) == [Receipt.KNOWN, Receipt.TAKEN]
    assert len(await store.notebook.cases()) == 1
    assert len(await rows(store, alert)) == 2


async def ended(store: Store) -> None:
    """Whoever works on cases has closed them."""
    closed = update(case).values(state="closed", ending="answered", closed_at=store.clock.now())
    await store.notebook._database.do(lambda connection: connection.execute(closed))


async def test_after_a_case_has_ended_the_next_cry_opens_another(store: Store) -> None:
    await cries(store)
    await ended(store)
    await cries(store)
    assert [each.state for each in await store.notebook.cases(closed=True)] == ["open", "closed"]
    assert [said for _, said in await spoken(store)] == ["GB en-GB"] * 2


async def test_many_at_once_open_one_case(store: Store) -> None:
    """On PostgreSQL each is a transaction of its own, and all but one find that somebody was quicker."""
    await store.say(ANN, "hello")
    other = await open_at(store.url, store.keys_url, store.clock)
    await asyncio.gather(*(cries(each) for each in (store, other, store, other)))
    await other.storage.close()
    (opened,) = await store.notebook.cases()
    assert opened.messages == 4
    assert len(await rows(store, alert)) == 1
    assert len(await spoken(store)) == 4


async def test_the_lines_are_those_of_the_persons_own_country_and_language(store: Store) -> None:
    await store.say(ANN, "hello")
    moved = update(participant).values(country="IE", language="ga-IE")  # told to another process, after this one has met her
    await store.notebook._database.do(lambda connection: connection.execute(moved))
    await cries(store)
    await cries(store, who=person("bea"))
    assert PROTOCOL.made[-2:] == ["IE ga-IE", "GB en-GB"]
    assert store.notebook.home(ANN) == ("IE", "ga-IE"), "it is remembered for when the database is away"
    assert store.notebook.home(person("nobody")) == ("GB", "en-GB")


async def test_what_was_said_past_the_database_is_not_said_again(store: Store) -> None:
    card = Card(Outbound("T1", ANN, Lane.SAFETY, text_of("said"), wording="help"), "hash")
    await cries(store, said=card)
    assert await rows(store, outbox) == []
    assert await spoken(store) == [("bot", "said")]
    assert len(await store.notebook.cases()) == 1


async def test_what_may_have_been_said_goes_out_as_doubtful(store: Store) -> None:
    await cries(store, doubtful=True)
    (parcel,) = await store.due()
    assert parcel.doubtful


async def test_an_edit_that_nobody_can_see_raises_nothing(store: Store) -> None:
    said = await cries(store)
    (claim,) = await store.claim()
    await store.notebook.write_turn(answer(claim, store.clock.now()))
    for words, heard in (("words", 1), ("worse words", 2)):
        inbound = Inbound(ANN, (NAMES.new(),), Kind.EDITED, store.clock.now(), Words(words), about=said.keys[0])
        alarm = PROTOCOL.alarm(inbound, store.clock.now(), Concern.CRISIS, Urgency.URGENT)
        await store.notebook.take_in([inbound], None, {0: alarm})
        (opened,) = await store.notebook.cases()
        assert opened.messages == heard
        (claim,) = await store.claim()
        assert claim.inbound.alarm == opened.id
        await store.notebook.write_turn(answer(claim, store.clock.now()))


# -- with a turn ----------------------------------------------------------------------------------------------------------------


async def turned(store: Store, *cases: Case, who: Any = ANN) -> Claim:
    claim: Claim = await store.turn(who, "words", "answer", cases=cases)
    return claim


def opened_by(store: Store, concern: Concern = Concern.BURNOUT, urgency: Urgency = Urgency.SOON, review: bool = False) -> Case:
    return Case(NAMES.new(), concern, urgency, "", Layer.MODEL, store.clock.now(), review)


async def test_a_turn_opens_a_case_with_its_alert(store: Store) -> None:
    mine = opened_by(store)
    await turned(store, mine, opened_by(store, Concern.TRAUMA, review=True))
    assert [(each.id == mine.id, each.concern, each.review) for each in await store.notebook.cases()] == [
        (True, "burnout", False),
        (False, "trauma", True),
    ]
    assert [row.case_id for row in await rows(store, alert)] == [mine.id]


async def test_whom_it_is_not_safe_to_write_to_is_that_in_every_open_case_and_in_the_next_about_danger(store: Store) -> None:
    await turned(store, opened_by(store), opened_by(store, Concern.SAFEGUARDING))
    await store.turn(ANN, "not here", "answer", contact_ok=False)
    await cries(store)
    await turned(store, opened_by(store, Concern.TRAUMA))
    careful = {row.concern: row.contact_ok for row in await rows(store, case)}
    assert careful == {"burnout": False, "safeguarding": False, "crisis": False, "trauma": True}
    await store.turn(ANN, "here again", "answer", contact_ok=True)
    assert all(row.contact_ok for row in await rows(store, case))


async def test_people_are_called_from_the_message_on_that_calls_them(store: Store) -> None:
    await cries(store, review=True)
    store.clock.move(3 * 3600)
    await cries(store)
    (row,) = await rows(store, case)
    assert (row.review, row.since) == (False, store.clock.now())
    assert row.since > row.opened_at


async def test_a_turn_adds_to_the_open_case(store: Store) -> None:
    await cries(store)
    (claim,) = await store.claim()
    await store.notebook.write_turn(answer(claim, store.clock.now(), cases=(opened_by(store, Concern.CRISIS, Urgency.EMERGENCY),)))
    (opened,) = await store.notebook.cases()
    assert (opened.urgency, opened.messages) == ("emergency", 2)
    assert len(await rows(store, alert)) == 2


async def test_a_page_that_is_refused_opens_nothing(store: Store) -> None:
    await store.say(ANN, "words")
    (claim,) = await store.claim()
    store.clock.move(31)
    (later,) = await store.claim()
    with pytest.raises(Exception, match="moved on"):
        await store.notebook.write_turn(answer(claim, store.clock.now(), cases=(opened_by(store),)))
    assert await store.notebook.cases() == []
    await store.notebook.write_turn(answer(later, store.clock.now(), cases=(opened_by(store),)))
    assert len(await store.notebook.cases()) == 1


# -- looking --------------------------------------------------------------------------------------------------------------------


async def test_the_most_urgent_and_then_the_oldest_first(store: Store) -> None:
    wanted = {"a": Urgency.SOON, "b": Urgency.URGENT, "c": Urgency.EMERGENCY, "d": Urgency.URGENT}
    for name, urgency in wanted.items():
        store.clock.move(60)
        await cries(store, urgency=urgency, who=person(name))
    seen: Sequence[CaseSeen] = await store.notebook.cases()
    assert [each.urgency for each in seen] == ["emergency", "urgent", "urgent", "soon"]
    assert seen[1].opened_at < seen[2].opened_at
    (mine,) = await store.notebook.cases(("telegram", "account", "c"))
    assert mine == seen[0]


async def test_the_queue_needs_no_look_through_the_table(file_store: Store) -> None:
    def plan(connection: Connection) -> str:
        asked = 'EXPLAIN QUERY PLAN SELECT * FROM "case" WHERE closed_at IS NULL ORDER BY rank, opened_at'
        return " ".join(row[3] for row in connection.exec_driver_sql(asked))

    assert "ix_case_open" in await file_store.notebook._database.look(plan)


# -- two people become one ------------------------------------------------------------------------------------------------------

OLD = person("ann", Channel.SLACK)
NEW = person("anna", Channel.TELEGRAM)


async def join(store: Store) -> None:
    """NEW types the code that OLD was given."""
    await store.say(OLD, "link")
    await store.say(NEW, "code")
    offer = LinkOffer("ABCD2345", store.clock.now() + timedelta(minutes=10))
    codes = []
    while claims := await store.claim():
        codes += [claim for claim in claims if claim.inbound.words.text == "code"]
        for claim in claims:
            if claim not in codes:
                link = offer if claim.inbound.words.text == "link" else None
                await store.notebook.write_turn(answer(claim, store.clock.now(), link=link))
    assert await store.notebook.join(codes[0], "ABCD2345")


async def test_joining_carries_a_case_along(store: Store) -> None:
    await cries(store, who=NEW)
    await join(store)
    (opened,) = await store.notebook.cases(("slack", "account", "ann"))
    (waiting,) = await rows(store, alert)
    survivor = (await rows(store, participant))[0].id
    assert (waiting.case_id, waiting.participant_id) == (opened.id, survivor)


async def test_of_two_open_cases_of_a_concern_one_takes_the_other_in(store: Store) -> None:
    await cries(store, who=NEW, urgency=Urgency.EMERGENCY)
    began = store.clock.now()
    store.clock.move(60)
    await cries(store, who=OLD)
    (theirs, mine) = await store.notebook.cases()
    before = {row.id: row.version for row in await rows(store, case)}
    await join(store)
    assert all(row.version > before[row.id] for row in await rows(store, case)), "a move that was decided before is decided again"
    assert await store.notebook.cases() == [replace(mine, urgency=Urgency.EMERGENCY, messages=2, opened_at=began)]
    assert [(each.id, each.ending) for each in await store.notebook.cases(closed=True)] == [(mine.id, ""), (theirs.id, "joined")]
    assert {row.case_id for row in await rows(store, alert)} == {mine.id}
    assert "case.joined" in await audited(store)
