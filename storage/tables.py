"""The tables of the words. Every table that holds a person has `participant_id`; what a person said is sealed (`storage.sealing`).

`closed_at IS NULL` marks what still waits, in inbox, outbox, case and alert: their partial indexes stay as small as the backlog.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
    false,
    text,
    true,
)

from storage.types import NUMBER, UTC

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMING)

WAITING = text("closed_at IS NULL")
CARD_LEFT = text("closed_at IS NOT NULL AND carded <> ''")  # cases that have ended, whose card does not say so yet


participant = Table(
    "participant",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("alias", String(40), nullable=False, unique=True),
    Column("country", String(8), nullable=False),
    Column("language", String(35), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("created_at", UTC, nullable=False),
)

conversation = Table(
    "conversation",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, unique=True),
    Column("version", Integer, nullable=False, server_default="0"),
    Column("turn", Integer, nullable=False, server_default="0"),
    Column("standing", String(32), nullable=False),
    Column("state", LargeBinary),  # sealed; NULL until the first turn
    Column("schema", Integer, nullable=False),
    Column("fence", Integer, nullable=False, server_default="0"),  # grows with every claim
    Column("lease_until", UTC),
    Column("holder", String(64)),
    Index(
        "ix_conversation_leased",
        "lease_until",
        sqlite_where=text("lease_until IS NOT NULL"),
        postgresql_where=text("lease_until IS NOT NULL"),
    ),
)

address = Table(
    "address",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False, index=True),
    Column("blind", LargeBinary, nullable=False, unique=True),  # keyed hash of channel, account and person
    Column("channel", String(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),  # account, person, place, thread
    Column("gone", Boolean(create_constraint=True, name="gone"), nullable=False, server_default=false()),
    Column("created_at", UTC, nullable=False),
)

platform_key = Table(
    "platform_key",
    METADATA,
    Column("key", LargeBinary, primary_key=True),  # keyed hash
    Column("inbox_id", String(32), nullable=False),
    sqlite_with_rowid=False,
)

inbox = Table(
    "inbox",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),  # the order of arrival
    Column("id", String(32), nullable=False),
    Column("participant_id", String(32), nullable=False),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False),
    Column("address_id", String(32), nullable=False),
    Column("received_at", UTC, nullable=False),
    Column("sealed", LargeBinary),  # the message; emptied once its turn is written
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("state", String(16), nullable=False),
    Column("why", String(500), nullable=False, server_default=""),
    Column("closed_at", UTC),
    CheckConstraint("state IN ('waiting', 'done', 'set_aside')", name="state"),
    Index("ix_inbox_waiting", "seq", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_inbox_of", "conversation_id", "seq"),
    Index("ix_inbox_set_aside", "seq", sqlite_where=text("state = 'set_aside'"), postgresql_where=text("state = 'set_aside'")),
)

line = Table(
    "line",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False),  # sorts by time
    Column("participant_id", ForeignKey("participant.id"), nullable=False),
    Column("author", String(120), nullable=False),
    Column("at", UTC, nullable=False),
    Column("words", LargeBinary),  # sealed; NULL once deleted by its author
    Column("outbound", LargeBinary),  # sealed
    Column("wording", String(200), nullable=False, server_default=""),
    Column("content_hash", String(64), nullable=False, server_default=""),
    Column("what", String(32), nullable=False, server_default=""),
    Column("key", LargeBinary),  # keyed hash of the platform's id, for edits
    Column("edited_at", UTC),
    Column("deleted_at", UTC),
    Index("ix_line_of", "participant_id", "id"),
    Index("ix_line_key", "key", sqlite_where=text("key IS NOT NULL"), postgresql_where=text("key IS NOT NULL")),
)

outbox = Table(
    "outbox",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False),
    Column("participant_id", String(32), nullable=False),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False),
    Column("address_id", String(32), nullable=False),
    Column("lane", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("sealed", LargeBinary),  # the message; emptied once its fate is known
    Column("created_at", UTC, nullable=False),
    Column("not_before", UTC),
    Column("expires_at", UTC),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("doubtful", Boolean(create_constraint=True, name="doubtful"), nullable=False, server_default=false()),
    Column("lease_until", UTC),
    Column("holder", String(64)),
    Column("platform_id", String(200), nullable=False, server_default=""),
    Column("why", String(500), nullable=False, server_default=""),
    Column("closed_at", UTC),
    CheckConstraint("state IN ('waiting', 'sending', 'sent', 'unconfirmed', 'failed', 'expired', 'held')", name="state"),
    Index("ix_outbox_waiting", "lane", "seq", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_outbox_of", "conversation_id", "closed_at", "lane", "seq"),
)

goal = Table(
    "goal",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("flow", String(64), nullable=False),
    Column("status", String(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),  # all of it but its steps
    Column("created_at", UTC, nullable=False),
    Column("changed_at", UTC, nullable=False),
)

action_step = Table(
    "action_step",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("goal_id", ForeignKey("goal.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("place", Integer, nullable=False),  # its place among the goal's steps, from 0
    Column("sealed", LargeBinary, nullable=False),  # text and cue
    Column("due", Date),
    Column("size_minutes", Integer),
    Column("confidence", Integer),
    Column("status", String(32), nullable=False),
)

case = Table(  # holds no words: what was said stands in the transcript
    "case",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("concern", String(32), nullable=False),
    Column("kind", String(32), nullable=False, server_default=""),  # of safeguarding
    Column("urgency", String(16), nullable=False),
    Column("rank", Integer, nullable=False),  # of the urgency: 0 is the most urgent
    Column("source", String(16), nullable=False),  # the layer it rests on
    Column("review", Boolean(create_constraint=True, name="review"), nullable=False, server_default=false()),
    Column("messages", Integer, nullable=False, server_default="1"),  # that have spoken of it
    Column("state", String(16), nullable=False, server_default="open"),
    Column("ending", String(16), nullable=False, server_default=""),
    Column("opened_at", UTC, nullable=False),
    Column("latest_at", UTC, nullable=False),  # the last message that spoke of it
    Column("told_at", UTC),  # when the whole safety text was put out for it last
    Column("closed_at", UTC),
    Column("number", Integer),  # what people call it by; given on its first look
    Column("version", Integer, nullable=False, server_default="0"),  # grows with every change to it
    Column("to", String(32), nullable=False, server_default=""),  # where its route goes; "" until the first look
    Column("within", String(40), nullable=False, server_default=""),
    Column("due_at", UTC),  # when a person is to have answered
    Column("since", UTC),  # when it was offered again; NULL: opened_at
    Column("look_at", UTC),  # when its ladder is looked at again; NULL: at once
    Column("held_by", String(32), nullable=False, server_default=""),  # of the staff
    Column("held_at", UTC),
    Column("waits_since", UTC),  # since when a word of whoever holds it is waited for
    Column("left_by", String(32), nullable=False, server_default=""),
    Column("before", String(32), nullable=False, server_default=""),  # the standing that the claim found
    Column("previous", String(32), nullable=False, server_default=""),  # who held this participant's last case
    Column("declined", String(2000), nullable=False, server_default=""),  # staff ids, one space between them
    Column("desk", String(16), nullable=False, server_default=""),  # where whoever holds it took it
    Column("relayed", NUMBER, nullable=False, server_default="0"),  # how far the talk was passed on to whoever holds it
    Column("carded", String(120), nullable=False, server_default=""),  # how its card stands in the places that several read
    Column("snoozed_until", UTC),
    Column("incident_at", UTC),
    Column("contact_ok", Boolean(), nullable=False, server_default=true()),
    Index("uq_case_number", "number", unique=True),
    Index("ix_case_held", "held_by", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_case_look", "look_at", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_case_card", "carded", sqlite_where=CARD_LEFT, postgresql_where=CARD_LEFT),
    Index("uq_case_open", "participant_id", "concern", unique=True, sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_case_open", "rank", "opened_at", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_case_queue", "rank", "due_at", "opened_at", "id", sqlite_where=WAITING, postgresql_where=WAITING),
)

alert = Table(  # a person is to be told of a case; it waits until it is carried to one
    "alert",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("case.id"), nullable=False, index=True),
    Column("urgency", String(16), nullable=False),
    Column("state", String(16), nullable=False, server_default="waiting"),
    Column("made_at", UTC, nullable=False),
    Column("closed_at", UTC),
    Index("ix_alert_waiting", "seq", sqlite_where=WAITING, postgresql_where=WAITING),
)

link_code = Table(
    "link_code",
    METADATA,
    Column("code", LargeBinary, primary_key=True),  # keyed hash
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("until", UTC, nullable=False),
    Column("used_at", UTC),
)

visit = Table(
    "visit",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("participant_id", String(32), index=True),  # NULL until the first word
    Column("token", LargeBinary, nullable=False, unique=True),  # keyed hash
    Column("code", LargeBinary, nullable=False, unique=True),  # keyed hash
    Column("person", LargeBinary, nullable=False),  # sealed
    Column("blind", LargeBinary, nullable=False, index=True),  # keyed hash of the person
    Column("seen_at", UTC, nullable=False),
    Column("hidden", Boolean(create_constraint=True, name="hidden"), nullable=False, server_default=false()),
)

audit = Table(  # append only: triggers refuse changes
    "audit",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False),
    Column("participant_id", String(32), index=True),
    Column("at", UTC, nullable=False),
    Column("what", String(64), nullable=False),
    Column("detail", String(4000), nullable=False),  # JSON, with no words of anybody in it
)

for _what in ("UPDATE", "DELETE"):
    _refuse = f"CREATE TRIGGER audit_no_{_what} BEFORE {_what} ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END"
    event.listen(audit, "after_create", DDL(_refuse).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
for _statement in (
    "CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ "
    "BEGIN RAISE EXCEPTION 'the audit is append only'; END $$",
    "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()",
):
    event.listen(audit, "after_create", DDL(_statement).execute_if(dialect="postgresql"))  # type: ignore[no-untyped-call]

cursor = Table(
    "cursor",
    METADATA,
    Column("name", String(200), primary_key=True),
    Column("value", String(200), nullable=False),
)

process_lock = Table(
    "process_lock",
    METADATA,
    Column("role", String(64), primary_key=True),
    Column("holder", String(200), nullable=False),
    Column("lease_until", UTC, nullable=False),
)

KEYS = MetaData(naming_convention=NAMING)  # a store of their own, never in a backup of the words

data_key = Table(
    "data_key",
    KEYS,
    Column("participant_id", String(32), primary_key=True),  # "" is the service's root key
    Column("key_id", String(32), nullable=False),
    Column("master_id", String(32), nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("made_at", UTC, nullable=False),
)
