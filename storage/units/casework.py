"""Cases as people work on them, and what desks show: the statements of `storage.casework`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy import (
    case as choose,
)

from coaching.concern import HOLDING
from coaching.errors import MovedOn
from coaching.ports import Landmark
from handoff.ladder import Means
from handoff.standing import WITH_COACH
from storage.desk_tables import after_care, approval, desk_asked, desk_post, desk_topic, note, passed_on, telling, tenure
from storage.hot import insert_or
from storage.tables import address, alert, audit, case, conversation, inbox, line, outbox, participant, platform_key
from storage.units.cases import Raising, raise_all
from storage.units.turns import goals_of

Row = dict[str, Any]
ONE_AT_A_TIME = 7_203_912  # the advisory lock under which posters on PostgreSQL choose, one after the other
EARLIER_ASKED, EARLIER_ANSWERED = "case.earlier_asked", "earlier.answered"  # in the audit
MOST_NOTICES = 50  # that are shown at once, the newest first
STILL = case.c.closed_at.is_(None)


@dataclass(slots=True)
class Move:
    """A page as sealed rows. `changes` are of the case, against `case_id` and `version`; `standing` of the conversation, or ""."""

    case_id: str
    version: int
    changes: Row
    conversation_id: str
    conversation_version: int
    now: datetime
    standing: str = ""
    key: bytes = b""
    began: Row | None = None  # a tenure
    care: Row | None = None  # after-care of whoever has let go of danger
    spoke: bool = False
    carried: bool = False
    lines: list[Row] = field(default_factory=list)
    postings: list[Row] = field(default_factory=list)
    posts: list[Row] = field(default_factory=list)
    tellings: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    audit: list[Row] = field(default_factory=list)
    arrival: Row | None = None
    raising: Raising | None = None


# -- reading --------------------------------------------------------------------------------------------------------------------


def _files() -> Select[Any]:
    person = (participant.c.alias, participant.c.country, participant.c.language, participant.c.zone)
    talk = (conversation.c.id.label("conversation_id"), conversation.c.version.label("conversation_version"), conversation.c.standing)
    joined = select(case, *person, *talk).join(participant, participant.c.id == case.c.participant_id)
    return joined.join(conversation, conversation.c.participant_id == case.c.participant_id)


def file(connection: Connection, **named: Any) -> Any | None:
    """The case whose columns are these."""
    return connection.execute(_files().where(*(case.c[name] == value for name, value in named.items()))).first()


def open_files(connection: Connection, limit: int, held_by: str | None) -> list[Any]:
    found = _files().where(STILL)
    if held_by is not None:
        found = found.where(case.c.held_by == held_by)
    return list(connection.execute(found.order_by(case.c.rank, case.c.due_at, case.c.opened_at, case.c.id).limit(limit)).all())


def open_of(connection: Connection, participant_id: str) -> list[Any]:
    """Those that somebody holds first, the one taken last before the others."""
    mine = _files().where(STILL, case.c.participant_id == participant_id)
    return list(connection.execute(mine.order_by(case.c.held_by == "", case.c.held_at.desc(), case.c.opened_at, case.c.id)).all())


def due_files(connection: Connection, now: datetime, limit: int) -> list[Any]:
    waits = and_(STILL, or_(case.c.look_at.is_(None), case.c.look_at <= now))
    found = _files().where(or_(waits, and_(case.c.closed_at.is_not(None), case.c.carded != "")))
    return list(connection.execute(found.order_by(case.c.rank, case.c.opened_at).limit(limit)).all())


def next_number(connection: Connection) -> int:
    number: int = connection.execute(select(func.coalesce(func.max(case.c.number), 0) + 1)).scalar_one()
    return number


def tellings(connection: Connection, case_id: str, since: datetime) -> list[Any]:
    """The last of each (rung, whom, means)."""
    mine = (telling.c.case_id == case_id, telling.c.at >= since)
    last = select(func.max(telling.c.seq)).where(*mine).group_by(telling.c.rung, telling.c.whom, telling.c.means)
    return list(connection.execute(select(telling).where(telling.c.seq.in_(last)).order_by(telling.c.seq)).all())


def addresses_of(connection: Connection, participant_id: str) -> list[Any]:
    """Where a participant can be written to: where they wrote from last, then the newest."""
    last = select(func.max(inbox.c.seq)).where(inbox.c.address_id == address.c.id).scalar_subquery()
    mine = select(address).where(address.c.participant_id == participant_id, address.c.gone.is_(False))
    return list(connection.execute(mine.order_by(func.coalesce(last, 0).desc(), address.c.created_at.desc())).all())


def approved(connection: Connection, participant_id: str, since: datetime) -> Any | None:
    """The last since then."""
    mine = select(approval).where(approval.c.participant_id == participant_id, approval.c.at >= since)
    return connection.execute(mine.order_by(approval.c.at.desc(), approval.c.id.desc()).limit(1)).first()


def state_of(connection: Connection, participant_id: str) -> tuple[Any, list[Any]]:
    """The conversation's row and the goals'."""
    named = (conversation.c.id.label("conversation_id"), conversation.c.participant_id)
    mine = select(*named, conversation.c.version, conversation.c.standing, conversation.c.state)
    return connection.execute(mine.where(conversation.c.participant_id == participant_id)).one(), goals_of(connection, [participant_id])


def passed(connection: Connection, participant_id: str, after: int) -> list[Any]:
    """The lines, each with its own place; not what was edited since."""
    mine = (passed_on.c.participant_id == participant_id, passed_on.c.seq > after)
    return list(connection.execute(_passed().where(*mine, line.c.participant_id == participant_id).order_by(passed_on.c.seq)).all())


def _passed() -> Select[Any]:
    """Each line once, with the place and the moment at which it was passed on."""
    kept = (passed_on.c.seq.label("place"), passed_on.c.at.label("passed_at"))
    return select(line, *kept).join(passed_on, passed_on.c.line_id == line.c.id).where(~_put_right())


def _put_right() -> ColumnElement[bool]:
    """Whether a place is not the first of its line: the line was edited or deleted then."""
    first = passed_on.alias("first")
    same = (first.c.participant_id == passed_on.c.participant_id, first.c.line_id == passed_on.c.line_id)
    return exists().where(*same, first.c.seq < passed_on.c.seq).correlate(passed_on)


def unanswered(connection: Connection, case_id: str, until: datetime) -> list[Any]:
    """The lines that went to a person since the last word of whoever held this case until then, each with its place."""
    held = connection.execute(select(tenure).where(tenure.c.case_id == case_id, tenure.c.since < until)).all()
    if not held:
        return []
    whose, people = held[0].participant_id, sorted({row.staff_id for row in held})
    theirs = (tenure.c.participant_id == whose, tenure.c.staff_id.in_(people), tenure.c.since < until)
    word = connection.execute(select(func.max(tenure.c.last_word_at)).where(*theirs)).scalar()
    since = min(row.since for row in held) if word is None else word
    before = or_(passed_on.c.at < until, line.c.at < until)  # what was on its way when it was taken is among it
    mine = (passed_on.c.participant_id == whose, line.c.participant_id == whose, passed_on.c.at >= since, before)
    return list(connection.execute(_passed().where(*mine).order_by(passed_on.c.seq)).all())


def dangers(connection: Connection, participant_id: str) -> tuple[list[Any], list[Any]]:
    """The cases of danger, each with when it was said what it was opened for; and who held them."""
    said = select(func.max(line.c.at)).where(
        line.c.participant_id == participant_id, line.c.author == "participant", line.c.at <= case.c.opened_at
    )
    kept = (case.c.id, case.c.opened_at, case.c.closed_at, case.c.review, said.scalar_subquery().label("said_at"))
    mine = (case.c.participant_id == participant_id, case.c.concern.in_(sorted(HOLDING)))
    cases = list(connection.execute(select(*kept).where(*mine).order_by(case.c.opened_at)).all())
    if not cases:
        return [], []
    held = select(tenure).where(tenure.c.case_id.in_([row.id for row in cases])).order_by(tenure.c.seq)
    return cases, list(connection.execute(held).all())


def last_passed(connection: Connection, participant_id: str) -> int:
    mine = select(func.coalesce(func.max(passed_on.c.seq), 0)).where(passed_on.c.participant_id == participant_id)
    place: int = connection.execute(mine).scalar_one()
    return place


def last_said(connection: Connection, participant_id: str, until: datetime) -> datetime | None:
    mine = (line.c.participant_id == participant_id, line.c.author == "participant", line.c.at <= until)
    found: datetime | None = connection.execute(select(func.max(line.c.at)).where(*mine)).scalar()
    return found


def edited(connection: Connection, participant_id: str, after: int, said: datetime) -> list[Any]:
    """The lines, each with the last place that an edit gave it."""
    mine = (passed_on.c.participant_id == participant_id, passed_on.c.seq > after, passed_on.c.at >= said, _put_right())
    last = select(passed_on.c.line_id, func.max(passed_on.c.seq).label("place"), func.max(passed_on.c.at).label("passed_at"))
    last_ones = last.where(*mine).group_by(passed_on.c.line_id).subquery()
    found = select(line, last_ones.c.place, last_ones.c.passed_at).join(last_ones, last_ones.c.line_id == line.c.id)
    return list(connection.execute(found.where(line.c.participant_id == participant_id).order_by(last_ones.c.place)).all())


def changed(connection: Connection, participant_id: str, since: datetime, said: datetime) -> list[Any]:
    """The participant's lines, passed on or not, with new words since then."""
    went = and_(passed_on.c.participant_id == line.c.participant_id, passed_on.c.line_id == line.c.id, ~_put_right())
    found = select(line, passed_on.c.at.label("passed_at")).select_from(line.outerjoin(passed_on, went))
    mine = (line.c.participant_id == participant_id, line.c.author == "participant", line.c.at >= said, line.c.edited_at > since)
    return list(connection.execute(found.where(*mine, line.c.deleted_at.is_(None)).order_by(line.c.id)).all())


def notes(connection: Connection, case_id: str, staff_id: str, kinds: Collection[str], whole: Collection[str]) -> list[Any]:
    """By this person; of the kinds in `whole` by anybody."""
    mine = or_(note.c.staff_id == staff_id, note.c.kind.in_(sorted(whole)))
    found = select(note).where(note.c.case_id == case_id, note.c.kind.in_(sorted(kinds)), mine)
    return list(connection.execute(found.order_by(note.c.at, note.c.id)).all())


def asked_and_answered(connection: Connection, participant_id: str, since: datetime) -> list[Any]:
    """Of earlier talk, in the audit since then: by whom it was asked for, and what was said to it."""
    mine = (audit.c.participant_id == participant_id, audit.c.what.in_((EARLIER_ASKED, EARLIER_ANSWERED)), audit.c.at >= since)
    return list(connection.execute(select(audit.c.what, audit.c.detail).where(*mine).order_by(audit.c.seq)).all())


def noted(connection: Connection, participant_id: str, what: str, since: datetime) -> list[str]:
    """The details of all of them."""
    mine = (audit.c.participant_id == participant_id, audit.c.what == what, audit.c.at >= since)
    return list(connection.execute(select(audit.c.detail).where(*mine).order_by(audit.c.seq)).scalars().all())


def talk(connection: Connection, participant_id: str, since: datetime, limit: int) -> list[Any]:
    """The last lines of the talk since then, the newest first."""
    went = and_(passed_on.c.participant_id == line.c.participant_id, passed_on.c.line_id == line.c.id, ~_put_right())
    found = select(line, passed_on.c.at.label("passed_at")).select_from(line.outerjoin(passed_on, went))
    mine = found.where(line.c.participant_id == participant_id, line.c.at >= since)
    return list(connection.execute(mine.order_by(line.c.id.desc()).limit(limit)).all())


# -- writing --------------------------------------------------------------------------------------------------------------------


def write_case(connection: Connection, move: Move, landmark: Landmark) -> bool:
    """All of it. MovedOn where the case or the conversation has moved on; False where it was delivered before."""
    if move.key and not took(connection, move.key, move.case_id):
        return False
    mine = (case.c.id == move.case_id, case.c.version == move.version)
    if connection.execute(update(case).where(*mine).values({**move.changes, "version": case.c.version + 1})).rowcount == 0:
        raise MovedOn("The case has moved on since it was read: read it again.")
    _move_conversation(connection, move)
    _end_tenure(connection, move)
    if move.changes.get("held_by"):
        _no_offers(connection, move)
    for table, rows in ((line, move.lines), (outbox, move.postings), (telling, move.tellings), (desk_post, move.posts), (note, move.notes)):
        if rows:
            connection.execute(insert(table), rows)
    if move.audit:
        connection.execute(insert(audit), move.audit)
    if move.arrival is not None:
        connection.execute(insert(inbox).values(move.arrival))
    if move.raising is not None:
        raise_all(connection, [move.raising], landmark)
    if move.carried:
        waiting = (alert.c.case_id == move.case_id, alert.c.closed_at.is_(None))
        connection.execute(update(alert).where(*waiting).values(state="carried", closed_at=move.now))
    return True


def _no_offers(connection: Connection, move: Move) -> None:
    """It is taken: what was offered in consoles is offered no more."""
    waits = (desk_post.c.case_id == move.case_id, desk_post.c.means == Means.CONSOLE, desk_post.c.what == "alert")
    gone = update(desk_post).where(*waits, desk_post.c.closed_at.is_(None))
    connection.execute(gone.values(state="held", closed_at=move.now, sealed=None))


def _move_conversation(connection: Connection, move: Move) -> None:
    if not move.standing:
        _not_alone(connection, move)
        return
    mine = (conversation.c.id == move.conversation_id, conversation.c.version == move.conversation_version)
    moved = update(conversation).where(*mine).values(standing=move.standing, version=conversation.c.version + 1)
    if connection.execute(moved).rowcount == 0:
        raise MovedOn("The conversation has moved on since it was read: read it again.")


def _not_alone(connection: Connection, move: Move) -> None:
    """Two who let go of one participant at once each leave them to the other: the second has to decide anew."""
    if move.changes.get("held_by") != "":
        return
    mine = select(conversation.c.standing, conversation.c.participant_id).where(conversation.c.id == move.conversation_id)
    talk = connection.execute(mine.with_for_update()).one()
    if talk.standing == WITH_COACH and not any(row.held_by for row in open_of(connection, talk.participant_id)):
        raise MovedOn("Nobody is left in this conversation: read it again.")


def _end_tenure(connection: Connection, move: Move) -> None:
    """Whoever held it and does not any more has held it until now; whoever takes it holds it from now on."""
    mine = (tenure.c.case_id == move.case_id, tenure.c.until.is_(None))
    if move.spoke:
        spoken: Row = {"first_word_at": func.coalesce(tenure.c.first_word_at, move.now), "last_word_at": move.now}
        connection.execute(update(tenure).where(*mine).values(spoken))
        _answered(connection, move.case_id)
    if "held_by" in move.changes:
        connection.execute(update(tenure).where(*mine).values(until=move.now))
    if move.began is not None:
        connection.execute(insert(tenure).values(move.began))
    if move.care is not None:
        connection.execute(insert(after_care).values(move.care))


def _answered(connection: Connection, case_id: str) -> None:
    """A word in one case of a participant is a word in every other that the same person holds."""
    this = case.alias("this")
    same = and_(this.c.id == case_id, this.c.participant_id == case.c.participant_id, this.c.held_by == case.c.held_by)
    theirs = (STILL, case.c.id != case_id, case.c.held_by != "", case.c.waits_since.is_not(None), exists().where(same))
    connection.execute(update(case).where(*theirs).values(waits_since=None, version=case.c.version + 1))


# -- who held what -------------------------------------------------------------------------------------------------------------


def tenures(connection: Connection, since: datetime) -> list[Any]:
    """What everybody has held since then, or holds, with what each case is about; oldest first."""
    wanted = or_(tenure.c.until.is_(None), tenure.c.until >= since)
    found = select(tenure, case.c.concern, case.c.kind, case.c.closed_at.label("case_closed_at")).join(case, case.c.id == tenure.c.case_id)
    return list(connection.execute(found.where(wanted).order_by(tenure.c.seq)).all())


def holders(connection: Connection, case_id: str) -> list[str]:
    return list(connection.execute(select(tenure.c.staff_id).where(tenure.c.case_id == case_id).distinct()).scalars().all())


def last_holder(connection: Connection, participant_id: str) -> str:
    """Who held a case of this participant last."""
    mine = select(tenure.c.staff_id).where(tenure.c.participant_id == participant_id).order_by(tenure.c.seq.desc()).limit(1)
    return connection.execute(mine).scalar() or ""


def fates(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """The state of these outbox rows, by id."""
    found = select(outbox.c.id, outbox.c.state).where(outbox.c.id.in_(list(names)))
    return {row.id: row.state for row in connection.execute(found).all()} if names else {}


# -- desk posts -----------------------------------------------------------------------------------------------------------------


def desk_due(connection: Connection, now: datetime, limit: int, until: datetime) -> list[Any]:
    """Lease what may be sent now: in each place only the first that waits."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
    other = desk_post.alias("other")
    same = and_(other.c.means == desk_post.c.means, other.c.place == desk_post.c.place)
    first = ~exists(select(literal_column("1")).where(same, other.c.closed_at.is_(None), other.c.seq < desk_post.c.seq))
    ready = (
        desk_post.c.closed_at.is_(None),
        desk_post.c.means != Means.CONSOLE,
        _past(desk_post.c.not_before, now),
        _past(desk_post.c.lease_until, now),
    )
    found = select(desk_post, case.c.held_by, _root()).join(case, case.c.id == desk_post.c.case_id)
    rows = list(connection.execute(found.where(*ready, first).order_by(desk_post.c.seq).limit(limit)).all())
    if rows:
        leased = update(desk_post).where(desk_post.c.seq.in_([row.seq for row in rows]))
        unsure = or_(desk_post.c.doubtful, desk_post.c.state == "sending")
        connection.execute(leased.values(state="sending", lease_until=until, doubtful=unsure))
    return rows


def _past(moment: ColumnElement[Any], now: datetime) -> ColumnElement[bool]:
    return or_(moment.is_(None), moment <= now)


def _root() -> Any:
    """The platform's id of the first post about the same case in the same place."""
    first = desk_post.alias("first")
    same = (first.c.case_id == desk_post.c.case_id, first.c.means == desk_post.c.means, first.c.place == desk_post.c.place)
    sent = select(first.c.platform_id).where(*same, first.c.platform_id != "").order_by(first.c.seq).limit(1)
    return func.coalesce(sent.scalar_subquery(), "").label("root")


def desk_posted(connection: Connection, fates: Sequence[Row], told: Sequence[Row]) -> None:
    """What became of each, and of the tellings that they carried."""
    for row in fates:
        mine = update(desk_post).where(desk_post.c.id == row["of_id"], desk_post.c.closed_at.is_(None))
        emptied = choose((literal_column("1") == (1 if row["closed_at"] is None else 0), desk_post.c.sealed))
        values = {name: value for name, value in row.items() if name != "of_id"}
        connection.execute(mine.values({**values, "sealed": emptied, "lease_until": None}))
        if row["state"] == "failed":
            _look_again(connection, row["of_id"])
    for row in told:
        _told(connection, row)


def _told(connection: Connection, row: Row) -> None:
    """What became of one telling: the ladder looks again."""
    connection.execute(update(telling).where(telling.c.id == row["id"]).values(fate=row["fate"]))
    if row["fate"] == "sent":
        waiting = (alert.c.case_id == row["case_id"], alert.c.closed_at.is_(None))
        connection.execute(update(alert).where(*waiting).values(state="carried", closed_at=row["now"]))
    connection.execute(update(case).where(case.c.id == row["case_id"]).values(look_at=None))


def unseen(staff_id: str) -> ColumnElement[bool]:
    """Which posts wait in somebody's console: the place of each is whose it is. An offer does while nobody has taken the case since."""
    since = func.coalesce(case.c.since, case.c.opened_at)
    offered = and_(case.c.id == desk_post.c.case_id, STILL, case.c.held_by == "", since <= desk_post.c.made_at)
    still = or_(desk_post.c.what != "alert", exists().where(offered))
    return and_(desk_post.c.means == Means.CONSOLE, desk_post.c.place == staff_id, desk_post.c.closed_at.is_(None), still)


def notices(connection: Connection, staff_id: str) -> list[Any]:
    return list(connection.execute(select(desk_post).where(unseen(staff_id)).order_by(desk_post.c.seq.desc()).limit(MOST_NOTICES)).all())


def names_unseen(connection: Connection, staff_id: str) -> list[str]:
    found = select(desk_post.c.id).where(unseen(staff_id)).order_by(desk_post.c.seq.desc()).limit(MOST_NOTICES)
    return list(connection.execute(found).scalars().all())


def saw(connection: Connection, staff_id: str, names: Collection[str], now: datetime) -> None:
    mine = (unseen(staff_id), desk_post.c.id.in_(sorted(names)))
    found = connection.execute(select(desk_post.c.telling_id, desk_post.c.case_id).where(*mine, desk_post.c.telling_id != "")).all()
    connection.execute(update(desk_post).where(*mine).values(state="sent", closed_at=now, sealed=None))
    for row in found:
        _told(connection, {"id": row.telling_id, "case_id": row.case_id, "fate": "sent", "now": now})


def unshown(connection: Connection, case_id: str, staff_id: str) -> bool:
    """Whether a private post has failed since this person last took the case."""
    theirs = (tenure.c.case_id == case_id, tenure.c.staff_id == staff_id)
    began = connection.execute(select(func.max(tenure.c.since)).where(*theirs)).scalar()
    mine = (desk_post.c.case_id == case_id, desk_post.c.staff_id == staff_id, desk_post.c.private, desk_post.c.state == "failed")
    return began is not None and connection.execute(select(exists().where(*mine, desk_post.c.made_at >= began))).scalar_one()


def _look_again(connection: Connection, post_id: str) -> None:
    """Whoever was to see this has not: what becomes of their case is decided now, also where it is being decided without knowing."""
    of = select(desk_post.c.case_id).where(desk_post.c.id == post_id, desk_post.c.private).scalar_subquery()
    connection.execute(update(case).where(case.c.id == of, STILL).values(look_at=None, version=case.c.version + 1))


def shown(connection: Connection, means: str, place: str, platform_id: str) -> Any | None:
    mine = (desk_post.c.means == means, desk_post.c.place == place, desk_post.c.platform_id == platform_id)
    return connection.execute(select(desk_post.c.case_id, desk_post.c.staff_id, desk_post.c.what, desk_post.c.line_id).where(*mine)).first()


def root(connection: Connection, case_id: str, means: str, place: str) -> str | None:
    """The platform's id of the first post about this case in this place."""
    mine = (desk_post.c.case_id == case_id, desk_post.c.means == means, desk_post.c.place == place, desk_post.c.platform_id != "")
    return connection.execute(select(desk_post.c.platform_id).where(*mine).order_by(desk_post.c.seq).limit(1)).scalar()


def asked(connection: Connection, means: str, place: str) -> bytes | None:
    mine = (desk_asked.c.means == means, desk_asked.c.place == place)
    return connection.execute(select(desk_asked.c.sealed).where(*mine)).scalar()


def ask(connection: Connection, row: Row, key: bytes) -> bool:
    """Keep what is being asked there now, or (without `sealed`) nothing. False where the key is known, and nothing was changed."""
    if key and not took(connection, key, ""):
        return False
    mine = (desk_asked.c.means == row["means"], desk_asked.c.place == row["place"])
    connection.execute(delete(desk_asked).where(*mine))
    if row["sealed"] is not None:
        connection.execute(insert(desk_asked).values(row))
    return True


def took(connection: Connection, key: bytes, case_id: str) -> bool:
    """Whether this delivery of the staff is new; from now on it is known."""
    row = insert_or(platform_key).values(key=key, inbox_id=case_id).on_conflict_do_nothing()
    return connection.execute(row).rowcount == 1


def delivered(connection: Connection, key: bytes) -> str | None:
    return connection.execute(select(platform_key.c.inbox_id).where(platform_key.c.key == key)).scalar()


def topic(connection: Connection, means: str, place: str, case_id: str) -> str | None:
    mine = (desk_topic.c.means == means, desk_topic.c.place == place, desk_topic.c.case_id == case_id)
    return connection.execute(select(desk_topic.c.topic).where(*mine)).scalar()


def set_topic(connection: Connection, row: Row) -> None:
    made = insert_or(desk_topic).values(row)
    same = ["means", "place", "case_id"]
    connection.execute(made.on_conflict_do_update(index_elements=same, set_={"topic": made.excluded["topic"]}))


def recover(connection: Connection) -> None:
    """At the start of the only process: what was being sent becomes doubtful."""
    mine = update(desk_post).where(desk_post.c.closed_at.is_(None), desk_post.c.state == "sending")
    connection.execute(mine.values(state="waiting", doubtful=True, lease_until=None))
