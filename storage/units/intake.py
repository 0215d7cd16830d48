"""Intake: what arrived is put down, each message once, under every id the platform gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Executable, select, update

from coaching.message import Inbound
from coaching.ports import Cursor, Landmark, Receipt
from storage import hot
from storage.hot import insert_or
from storage.tables import address, conversation, cursor, inbox, participant, platform_key, visit
from storage.units.cases import Raising, raise_all

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message, sealed: its inbox row, the keyed hashes of the platform's ids of it, the case it raises, if it does, and itself."""

    row: Row
    keys: tuple[bytes, ...]
    raising: Raising | None = None
    inbound: Inbound | None = field(default=None, repr=False)


@dataclass(slots=True)
class Newcomers:
    """The rows of people who were never seen before, and of known ones who now write from another place."""

    participants: list[Row] = field(default_factory=list)
    conversations: list[Row] = field(default_factory=list)
    addresses: list[Row] = field(default_factory=list)
    moved: list[Row] = field(default_factory=list)
    visits: list[Row] = field(default_factory=list)


def take_in(
    connection: Connection, arrivals: Sequence[Arrival], newcomers: Newcomers, mark: Cursor | None, landmark: Landmark
) -> list[Receipt]:
    """Insert what is new, with what it raises, and move the cursor.

    An IntegrityError or a Clash tells that somebody here is known by now, has moved, or has another open case.
    """
    receipts = _new_ones(connection, arrivals)
    landmark("take_in.keys_row")
    taken = [arrival for arrival, receipt in zip(arrivals, receipts, strict=True) if receipt is Receipt.TAKEN]
    if taken:
        _welcome(connection, newcomers, landmark)
        hot.add(connection, inbox, [arrival.row for arrival in taken])
        landmark("take_in.inbox_row")
        raise_all(connection, [arrival.raising for arrival in taken if arrival.raising is not None], landmark)
    if mark is not None:
        connection.execute(_upsert_cursor(mark))
        landmark("take_in.cursor")
    return receipts


def take_in_all(connection: Connection, items: Sequence[Sequence[Arrival]], landmark: Landmark) -> list[list[Receipt]]:
    """The same for several deliveries at once, all from people who are known."""
    receipts = iter(take_in(connection, [arrival for arrivals in items for arrival in arrivals], Newcomers(), None, landmark))
    return [list(islice(receipts, len(arrivals))) for arrivals in items]


def _new_ones(connection: Connection, arrivals: Sequence[Arrival]) -> list[Receipt]:
    """Put the keys down. A message is new if every key of it is; the keys that a known one brings along are remembered too."""
    pairs = {key: arrival.row["id"] for arrival in reversed(arrivals) for key in arrival.keys}
    known = _add_keys(connection, pairs) if pairs else {}
    receipts = []
    for arrival in arrivals:
        named = {known.get(key, pairs[key]) for key in arrival.keys}
        receipts.append(Receipt.TAKEN if named <= {arrival.row["id"]} else Receipt.KNOWN)
        _remember(connection, arrival, named, pairs, known)
    return receipts


def _add_keys(connection: Connection, pairs: dict[bytes, str]) -> dict[bytes, str]:
    """Insert the keys; of those that were there, what they name."""
    ordered = sorted(pairs)  # two transactions with the same keys wait for each other in one order
    if hot.put(connection, _insert_keys, [{"key": key, "inbox_id": pairs[key]} for key in ordered]) == len(ordered):
        return {}
    size = hot.room(len(ordered))
    found = hot.fetch(connection, _select_keys, hot.spread("key", ordered, size), size)
    return {row.key: row.inbox_id for row in found if row.inbox_id != pairs[row.key]}


def _remember(connection: Connection, arrival: Arrival, named: set[str], pairs: dict[bytes, str], known: dict[bytes, str]) -> None:
    """Let the new keys of a message that is known name the message that they belong to."""
    others = sorted(named - {arrival.row["id"]})
    strays = [key for key in arrival.keys if key not in known and pairs[key] == arrival.row["id"]]
    if others and strays:
        connection.execute(update(platform_key).where(platform_key.c.key.in_(strays)).values(inbox_id=others[0]))


def _insert_keys(size: int) -> Executable:
    return insert_or(platform_key).values(hot.places(platform_key, ("key", "inbox_id"), size)).on_conflict_do_nothing()


def _select_keys(size: int) -> Executable:
    return select(platform_key.c.key, platform_key.c.inbox_id).where(platform_key.c.key.in_(hot.slots("key", size)))


def _welcome(connection: Connection, newcomers: Newcomers, landmark: Landmark) -> None:
    hot.add(connection, participant, newcomers.participants)
    hot.add(connection, conversation, newcomers.conversations)
    hot.add(connection, address, newcomers.addresses)
    for row in newcomers.moved:
        connection.execute(update(address).where(address.c.id == row["id"]).values(sealed=row["sealed"]))
    for row in newcomers.visits:
        connection.execute(update(visit).where(visit.c.blind == row["blind"]).values(participant_id=row["participant_id"]))
    landmark("take_in.people")


def _upsert_cursor(mark: Cursor) -> Executable:
    row = insert_or(cursor).values(name=mark.name, value=mark.value)
    return row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})


def read_cursor(connection: Connection, name: str) -> str | None:
    found: str | None = connection.execute(select(cursor.c.value).where(cursor.c.name == name)).scalar()
    return found


# -- who is where ---------------------------------------------------------------------------------------------------------------


def find_addresses(connection: Connection, blinds: Sequence[bytes]) -> list[Any]:
    """The known ones among these blind indexes."""
    size = hot.room(len(blinds))
    return hot.fetch(connection, _select_addresses, hot.spread("blind", blinds, size), size)


def _select_addresses(size: int) -> Executable:
    home = (participant.c.country, participant.c.language)
    found = select(address.c.id, address.c.participant_id, address.c.conversation_id, address.c.blind, address.c.sealed, *home)
    found = found.join(participant, participant.c.id == address.c.participant_id)
    return found.where(address.c.blind.in_(hot.slots("blind", size)))
