"""A database with many people in it, put there by SQL: each with a conversation, an address, and a finished message and its answer."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from coachbot.bench.raw_sqlite import connect

ONE_EACH = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {people}) "
NAME = "lower(hex(randomblob(13)))"  # somewhere among the ids of the others, as long as theirs
ROWS = (
    f"INSERT INTO participant (id, alias, country, language, zone, created_at) "
    f"SELECT {NAME}, 'crowd ' || i, 'GB', 'en-GB', 'Europe/London', '2026-01-01 00:00:00.000000' FROM n",
    "INSERT INTO conversation (id, participant_id, version, turn, standing, state, schema) "
    "SELECT id, id, 1, 1, 'with_bot', randomblob(1800), 1 FROM participant WHERE alias LIKE 'crowd %'",
    "INSERT INTO address (id, participant_id, conversation_id, blind, channel, sealed, created_at) "
    "SELECT id, id, id, randomblob(32), 'telegram', randomblob(120), created_at FROM participant WHERE alias LIKE 'crowd %'",
    "INSERT INTO platform_key (key, inbox_id) SELECT randomblob(16), id FROM participant WHERE alias LIKE 'crowd %'",
    "INSERT INTO inbox (id, participant_id, conversation_id, address_id, received_at, state, closed_at) "
    "SELECT id, id, id, id, created_at, 'done', created_at FROM participant WHERE alias LIKE 'crowd %'",
    "INSERT INTO line (id, participant_id, author, at, words, wording) "
    "SELECT id, id, 'participant', created_at, randomblob(70), '' FROM participant WHERE alias LIKE 'crowd %'",
    "INSERT INTO line (id, participant_id, author, at, words, outbound, wording) "
    "SELECT id, id, 'bot', created_at, randomblob(150), randomblob(450), 'woop.wish' FROM participant WHERE alias LIKE 'crowd %'",
    "INSERT INTO outbox (id, participant_id, conversation_id, address_id, lane, state, created_at, closed_at) "
    "SELECT id, id, id, id, 2, 'sent', created_at, created_at FROM participant WHERE alias LIKE 'crowd %'",
)


def settle_crowd(path: Path, people: int) -> None:
    """So many more participants in the database, among those that are there."""
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN IMMEDIATE")
        for statement in ROWS:
            connection.execute((ONE_EACH.format(people=people) if " FROM n" in statement else "") + statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
