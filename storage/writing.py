"""From what a turn decided to sealed rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from coaching.conversation import SCHEMA
from coaching.goal import ActionStep, Goal
from coaching.message import Inbound, Lane, Outbound
from coaching.notebook import AuditRow, Claim, Fate, NewLine, Page, Posted, Posting
from coaching.participant import Address
from coaching.state import encode, encode_goal, encode_outbound
from coaching.words import Words, plain
from storage.addresses import identity
from storage.letters import encode_address, encode_inbound
from storage.plain import to_json
from storage.sealing import BrokenSeal, DataKey, Indexes
from storage.units.cases import Raising
from storage.units.handing import HandOff
from storage.units.turns import Leaf

Row = dict[str, Any]
LONGEST_WHY = 500  # characters
TICKS = {Fate.SENT: "desk.tick.sent", Fate.UNCONFIRMED: "desk.tick.unconfirmed"}  # every other end is no arrival


class PageWriter:
    """Seals one page under its participant's key. `addresses` gives the address ids by (channel, account, person)."""

    def __init__(self, page: Page, key: DataKey, indexes: Indexes, now: datetime, addresses: Mapping[tuple[str, str, str], str]) -> None:
        self._page = page
        self._key = key
        self._indexes = indexes
        self._now = now
        self._addresses = addresses
        self._outbounds: dict[str, bytes] = {}

    def values(self) -> Row:
        """Of the statements that move the conversation on and close the message."""
        page, after = self._page, self._page.conversation
        state = b"" if page.keep_state else self._key.seal("conversation", "state", after.id, encode(after, to_json))
        return {
            **held(page.claim),
            "version": after.version,
            "turn": after.turn,
            "standing": after.standing,
            "state_sealed": state,
            "schema": SCHEMA,
            **closing(page.set_aside, self._now),
        }

    def leaf(self, raisings: Sequence[Raising] = ()) -> Leaf:
        """The rest of the page; `raisings` are its cases."""
        page = self._page
        return Leaf(
            lines=[self._line(line) for line in page.lines],
            postings=[self._posting(posting) for posting in page.postings],
            goals=[self._goal(goal) for goal in page.goals],
            steps=[self._step(goal, place, step) for goal in page.goals for place, step in enumerate(goal.steps)],
            audit=[audit_row(row, self._key.participant_id) for row in page.audit],
            edits=[self._edit(key, words) for key, words in page.edits],
            taken_back=list(page.taken_back),
            raisings=list(raisings),
            link=self._link(),
            address_gone=page.address_gone,
            hand_off=self._hand_off(),
        )

    def _hand_off(self) -> HandOff | None:
        page, who = self._page, self._key.participant_id
        given = any(each is not None for each in (page.approval, page.score, page.contact_ok))
        if not (page.relayed or page.woken or page.ended or given):
            return None
        relayed = page.claim.name if page.relayed else ""
        return HandOff(who, self._now, relayed, page.woken, self._approval(), page.ended, page.score, page.contact_ok)

    def _approval(self) -> Row | None:
        if self._page.approval is None:
            return None
        name = self._page.claim.name
        sealed = self._key.seal("approval", "sealed", name, self._page.approval.text.encode("ascii"))
        return {"id": name, "participant_id": self._key.participant_id, "sealed": sealed, "at": self._now}

    def _line(self, line: NewLine) -> Row:
        encoded = None if line.outbound is None else self._encoded(line.outbound)
        hashed = self._indexes.delivery(self._page.claim.inbound.address, line.key) if line.key else None
        return line_row(line, self._key, encoded, hashed)

    def _encoded(self, outbound: Outbound) -> bytes:
        """Each message is written twice: what was said, and what is to be sent."""
        known = self._outbounds.get(outbound.id)
        if known is None:
            known = self._outbounds[outbound.id] = encode_outbound(outbound, to_json)
        return known

    def _posting(self, posting: Posting) -> Row:
        at = posting.outbound.address
        address_id = self._addresses[identity(at)]
        sealed = self._key.seal("outbox", "sealed", posting.outbound.id, self._encoded(posting.outbound))
        return posting_row(posting, self._page.conversation.id, self._key.participant_id, address_id, sealed, self._now)

    def _goal(self, goal: Goal) -> Row:
        return {
            "id": goal.id,
            "participant_id": self._key.participant_id,
            "flow": goal.flow,
            "status": goal.status,
            "sealed": self._key.seal("goal", "sealed", goal.id, encode_goal(replace(goal, steps=()) if goal.steps else goal, to_json)),
            "created_at": self._now,
            "changed_at": self._now,
        }

    def _step(self, goal: Goal, place: int, step: ActionStep) -> Row:
        words = f"{step.text}\0{step.cue}".encode("utf-8", "surrogatepass")
        return {
            "id": step.id,
            "goal_id": goal.id,
            "participant_id": self._key.participant_id,
            "place": place,
            "sealed": self._key.seal("action_step", "sealed", step.id, words),
            "due": step.due,
            "size_minutes": step.size_minutes,
            "confidence": step.confidence,
            "status": step.status,
        }

    def _edit(self, key: str, words: Words | None) -> Row:
        told = None if words is None else words.text.encode("utf-8", "surrogatepass")
        seal = None if told is None else partial(_sealed_words, self._key, told)
        same = partial(same_words, self._key, told)
        hashed = self._indexes.delivery(self._page.claim.inbound.address, key)
        return {"key": hashed, "participant_id": self._key.participant_id, "seal": seal, "same": same, "at": self._now}

    def _link(self) -> Row | None:
        offer = self._page.link
        if offer is None:
            return None
        return {"code": self._indexes.code("link", offer.code), "participant_id": self._key.participant_id, "until": offer.until}


def line_row(line: NewLine, key: DataKey, outbound: bytes | None, hashed: bytes | None = None) -> Row:
    """A line of the transcript; `outbound` is what it said, encoded, and `hashed` its key, for edits."""
    return {
        "participant_id": key.participant_id,
        "id": line.id,
        "author": line.author,
        "at": line.at,
        "words": key.seal("line", "words", line.id, line.words.text.encode("utf-8", "surrogatepass")),
        "outbound": None if outbound is None else key.seal("line", "outbound", line.id, outbound),
        "wording": line.wording,
        "content_hash": line.content_hash,
        "what": line.what,
        "key": hashed,
    }


def _sealed_words(key: DataKey, told: bytes, line: str) -> bytes:
    return key.seal("line", "words", line, told)


def same_words(key: DataKey, told: bytes | None, line: str, cell: bytes | None) -> bool:
    """Whether a line says this already: Telegram tells of edits that nobody can see."""
    try:
        return cell is not None and key.open("line", "words", line, cell) == told
    except BrokenSeal:
        return False


def held(claim: Claim) -> Row:
    """What names a claim."""
    return {
        "conversation_id": claim.conversation.id,
        "old_version": claim.conversation.version,
        "old_fence": claim.fence,
        "inbox_seq": int(claim.inbox_id),
        "address_id": claim.address_id,
    }


def closing(why: str, now: datetime) -> Row:
    """How a message ends: set aside where there is a `why`, done where there is none."""
    return {"why": why[:LONGEST_WHY], "now": now}


def posting_row(posting: Posting, conversation_id: str, participant_id: str, address_id: str, sealed: bytes, now: datetime) -> Row:
    return {
        "id": posting.outbound.id,
        "participant_id": participant_id,
        "conversation_id": conversation_id,
        "address_id": address_id,
        "lane": int(posting.outbound.lane),
        "state": "waiting",
        "sealed": sealed,
        "created_at": now,
        "not_before": posting.not_before,
        "expires_at": posting.expires_at,
    }


def later_line(outbound: Outbound, name: str, key: DataKey, now: datetime) -> Row:
    """The line of the talk that something said later is, once it is sent."""
    words = Words(plain(outbound.text))
    return line_row(
        NewLine(name, outbound.author, words, now, outbound.wording, outbound.content_hash), key, encode_outbound(outbound, to_json)
    )


def tick(posted: Posted, name: str, key: DataKey) -> Row:
    """What a member of the staff sees of the fate of their words: the id of a wording, for whoever shows it."""
    penned = posted.parcel.outbound.penned
    assert penned is not None
    wording = TICKS.get(posted.fate, "desk.tick.failed")
    outbound = Outbound(name, penned.address, Lane.COACH, (), wording=wording, settles=penned.message)
    return {
        "id": name,
        "case_id": penned.case_id,
        "participant_id": key.participant_id,
        "means": penned.address.channel.value,
        "what": "tick",
        "staff_id": penned.staff_id,
        "place": penned.address.place or penned.address.person,
        "sealed": key.seal("desk_post", "sealed", name, encode_outbound(outbound, to_json)),
        "made_at": posted.at,
    }


def audit_row(row: AuditRow, participant_id: str | None) -> Row:
    return {
        "id": row.id,
        "participant_id": participant_id,
        "at": row.at,
        "what": row.what,
        "detail": to_json({name: row.detail[name] for name in sorted(row.detail)}).decode(),
    }


def inbox_row(name: str, inbound: Inbound, key: DataKey, conversation_id: str, address_id: str, now: datetime) -> Row:
    return {
        "id": name,
        "participant_id": key.participant_id,
        "conversation_id": conversation_id,
        "address_id": address_id,
        "received_at": now,
        "sealed": key.seal("inbox", "sealed", name, encode_inbound(inbound)),
        "state": "waiting",
    }


def address_cell(name: str, address: Address, key: DataKey) -> bytes:
    return key.seal("address", "sealed", name, encode_address(address))
