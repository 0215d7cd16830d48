"""The tables of the hand-off: who works here, what was said to whom, and what they wrote. What holds a participant's words is sealed."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    false,
)

from storage.tables import METADATA, WAITING
from storage.types import NUMBER, UTC

staff = Table(
    "staff",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("plain", String(8000), nullable=False),  # JSON: roles, ties, skills, caps, leave, shifts
    Column("left_at", UTC),
)

staff_address = Table(
    "staff_address",
    METADATA,
    Column("channel", String(16), primary_key=True),
    Column("value", String(254), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False, index=True),
)

tenure = Table(  # one stretch in which somebody held a case
    "tenure",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("case_id", ForeignKey("case.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("staff_id", String(32), nullable=False),
    Column("since", UTC, nullable=False),
    Column("until", UTC),
    Column("first_word_at", UTC),
    Column("last_word_at", UTC),
    Index("ix_tenure_of", "staff_id", "since"),
)

telling = Table(
    "telling",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("case_id", ForeignKey("case.id"), nullable=False),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("rung", String(32), nullable=False),
    Column("whom", String(32), nullable=False),
    Column("means", String(16), nullable=False),
    Column("at", UTC, nullable=False),
    Column("fate", String(16), nullable=False),
    Index("ix_telling_of", "case_id", "at"),
)

desk_post = Table(  # what a desk is to show
    "desk_post",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("case_id", ForeignKey("case.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("means", String(16), nullable=False),
    Column("what", String(16), nullable=False),
    Column("staff_id", String(32), nullable=False),
    Column("place", String(120), nullable=False),  # where it stands, or is to: they go there one after the other
    Column("private", Boolean(create_constraint=True, name="private"), nullable=False, server_default=false()),
    Column("line_id", String(32), nullable=False, server_default=""),
    Column("telling_id", String(32), nullable=False, server_default=""),
    Column("sealed", LargeBinary),  # the message; emptied once its fate is known
    Column("state", String(16), nullable=False, server_default="waiting"),
    Column("made_at", UTC, nullable=False),
    Column("not_before", UTC),
    Column("lease_until", UTC),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("doubtful", Boolean(create_constraint=True, name="doubtful"), nullable=False, server_default=false()),
    Column("platform_id", String(200), nullable=False, server_default=""),
    Column("why", String(500), nullable=False, server_default=""),
    Column("closed_at", UTC),
    CheckConstraint("state IN ('waiting', 'sending', 'sent', 'unconfirmed', 'failed', 'held')", name="state"),
    Index("ix_desk_post_waiting", "seq", sqlite_where=WAITING, postgresql_where=WAITING),
    Index("ix_desk_post_shown", "means", "place", "platform_id"),
)

approval = Table(  # what the participant has read and said yes to, for whoever comes
    "approval",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", UTC, nullable=False),
)

passed_on = Table(  # a line of the talk that is for whoever has the conversation
    "passed_on",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False),
    Column("line_id", String(32), nullable=False),
    Column("at", UTC, nullable=False),
    Index("ix_passed_on_of", "participant_id", "seq"),
)

note = Table(
    "note",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("case_id", ForeignKey("case.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("staff_id", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", UTC, nullable=False),
)

satisfaction = Table(  # asked once a case, two taps
    "satisfaction",
    METADATA,
    Column("id", ForeignKey("case.id"), primary_key=True),  # of the case
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("score", Integer, nullable=False),
    Column("at", UTC, nullable=False),
)

supervision = Table(  # sittings of individual supervision
    "supervision",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False, index=True),
    Column("at", UTC, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("by", String(32), nullable=False),
    UniqueConstraint("staff_id", "at"),
)

pulse = Table(  # how a coach says that they are: 0 to 10 each
    "pulse",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False, index=True),
    Column("at", UTC, nullable=False),
    Column("energy", Integer, nullable=False),
    Column("meaning", Integer, nullable=False),
    Column("load", Integer, nullable=False),
)

staff_log = Table(  # a coach's own reflective log: sealed, read by nobody else
    "staff_log",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False, index=True),
    Column("prompt", String(64), nullable=False, server_default=""),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", UTC, nullable=False),
)

after_care = Table(  # somebody had a case of danger and has it no more: until their supervisor has offered a talk
    "after_care",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("staff_id", String(32), nullable=False, index=True),
    Column("since", UTC, nullable=False),
    Column("done_at", UTC),
    Column("done_by", String(32), nullable=False, server_default=""),
)

desk_asked = Table(  # what somebody at a desk is being asked, one question at a time
    "desk_asked",
    METADATA,
    Column("means", String(16), primary_key=True),
    Column("place", String(120), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),  # with the service's key: it may be about no case yet
    Column("at", UTC, nullable=False),
)

desk_topic = Table(  # where in a shared place a case has a topic of its own
    "desk_topic",
    METADATA,
    Column("means", String(16), primary_key=True),
    Column("place", String(120), primary_key=True),
    Column("case_id", ForeignKey("case.id"), primary_key=True),
    Column("topic", String(200), nullable=False),  # the platform's id of it
)

login = Table(  # somebody of the staff who has signed in, or is about to
    "login",
    METADATA,
    Column("token", LargeBinary, primary_key=True),  # keyed hash
    Column("staff_id", String(32), nullable=False, index=True),
    Column("code", LargeBinary),  # keyed hash, until it is used
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("began_at", UTC, nullable=False),
    Column("signed_in_at", UTC),
    Column("seen_at", UTC, nullable=False),
    Column("ended_at", UTC),
)

second_factor = Table(  # the secret of somebody's authenticator, beside the code that is sent
    "second_factor",
    METADATA,
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),  # with the service's key
    Column("last_step", Integer, nullable=False, server_default="0"),  # half minutes since 1970; none is good twice
    Column("since", UTC, nullable=False),
)

verdict = Table(  # what a safety lead says of a line that they looked at; the last one counts
    "verdict",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("line_id", String(32), nullable=False),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("week", String(8), nullable=False, index=True),
    Column("verdict", String(32), nullable=False),
    Column("staff_id", String(32), nullable=False),
    Column("at", UTC, nullable=False),
)

adverse_event = Table(  # a row for each version of each event; none is ever changed
    "adverse_event",
    METADATA,
    Column("seq", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("on", Date, nullable=False),
    Column("participant_id", ForeignKey("participant.id"), index=True),  # NULL where nobody is in it
    Column("sealed", LargeBinary, nullable=False),  # with the service's key: the staff's words, which the sponsor is owed for good
    Column("seriousness", String(32), nullable=False),
    Column("expectedness", String(32), nullable=False),
    Column("relatedness", String(32), nullable=False),
    Column("staff_id", String(32), nullable=False),
    Column("at", UTC, nullable=False),
    UniqueConstraint("number", "version"),
)
