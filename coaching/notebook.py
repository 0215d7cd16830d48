"""The notebook: every durable step of the road, one verb a transaction. Carried out by `storage`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from coaching.concern import Alarm, Case, Concern, Detail, Layer, Urgency
from coaching.conversation import Conversation
from coaching.goal import Goal
from coaching.message import Inbound, Lane, Outbound
from coaching.participant import Address, Participant
from coaching.ports import Cursor, Glance, Receipt
from coaching.words import Words


@dataclass(frozen=True, slots=True)
class Claim:
    """One conversation's oldest waiting message, claimed under a lease.

    `name` was given to the message as it arrived, and its line of the transcript has it too: lines stand in the order in which things
    were said. `fence` grows with every claim of the conversation: a late worker's page is refused. `tries` counts the turns that failed
    on this message with an error before (a killed process is not an error of the message). `unreadable` says why the stored
    state could not be read; then `conversation` is a fresh one and the old state stays where it is.
    """

    inbox_id: str
    name: str
    inbound: Inbound
    received_at: datetime
    address_id: str
    participant: Participant
    conversation: Conversation
    goals: tuple[Goal, ...]
    fence: int
    tries: int = 0
    unreadable: str = ""


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line for the transcript. `key` is the platform key of a participant's message, so that an edit finds it."""

    id: str
    author: str
    words: Words
    at: datetime
    wording: str = ""
    content_hash: str = ""
    key: str = ""
    outbound: Outbound | None = None
    what: str = ""  # of a line that is not words: voice, photo, press …; of one of ours, whether it was generated


@dataclass(frozen=True, slots=True)
class Posting:
    """An outbound message as it goes into the outbox. With `not_before` it waits, and joins the transcript when it is sent."""

    outbound: Outbound
    expires_at: datetime | None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What happened, with no words of anybody in it."""

    id: str
    at: datetime
    what: str
    detail: Detail


@dataclass(frozen=True, slots=True)
class LinkOffer:
    """A one-time code, good until `until`."""

    code: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Everything one turn decided, written in one transaction or not at all.

    `conversation` is the state after the turn (its `version` is one above the claim's). A case of `cases` is opened with its alert, or
    adds to the open one of its concern. `set_aside` closes the message as one that could not be handled.
    """

    claim: Claim
    conversation: Conversation
    lines: tuple[NewLine, ...] = ()
    postings: tuple[Posting, ...] = ()
    goals: tuple[Goal, ...] = ()
    audit: tuple[AuditRow, ...] = ()
    taken_back: tuple[str, ...] = ()  # ids of outbound messages that were to be said later, and are not
    cases: tuple[Case, ...] = ()
    edits: tuple[tuple[str, Words | None], ...] = ()  # (platform key, new words; None: deleted)
    link: LinkOffer | None = None
    address_gone: bool | None = None
    relayed: bool = False  # something was said to whoever holds the conversation
    woken: bool = False  # it goes on after a stop: their open cases are to be looked at
    approval: Words | None = None  # what was approved for whoever comes, as `handoff.approvals` writes it
    ended: tuple[tuple[str, str], ...] = ()  # (concern, ending) of open cases that the participant ends
    score: int | None = None  # of how a case was for them
    contact_ok: bool | None = None  # whether it is safe to write to them first, where they said so
    set_aside: str = ""
    keep_state: bool = False  # leave the stored conversation as it is: it could not be read, and a person looks at it


class Fate(StrEnum):
    """The states of an outbox row."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNCONFIRMED = "unconfirmed"  # left here, fate unknown, never sent again
    FAILED = "failed"  # can never arrive
    EXPIRED = "expired"
    HELD = "held"  # the gate did not let it out


@dataclass(frozen=True, slots=True)
class Parcel:
    """An outbox row claimed for sending. `doubtful`: an earlier try left here and nobody knows its fate."""

    id: str
    outbound: Outbound
    conversation_id: str
    address_id: str
    lane: Lane
    standing: str
    created_at: datetime
    expires_at: datetime | None
    attempts: int
    doubtful: bool
    address_gone: bool
    participant_id: str = ""


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of a parcel, to be written down. `not_before` with WAITING puts it back. `address_gone` closes its address."""

    parcel: Parcel
    fate: Fate
    at: datetime
    platform_id: str = ""
    not_before: datetime | None = None
    attempts: int = 0
    doubtful: bool = False
    address_gone: bool = False
    why: str = ""
    freeze: str = ""  # a place or channel that asked us to wait until `not_before`; the sender's own business
    reroute: bool = False  # copy it to another address of the same participant that can still be written to, if there is one


@dataclass(frozen=True, slots=True)
class Backlog:
    """How much waits: rows of the inbox, of the outbox, messages set aside for a person to look at; open cases, and alerts not carried."""

    inbox: int
    outbox: int
    set_aside: int
    cases: int = 0
    alerts: int = 0


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A case as staff may see it before anybody has claimed it. `messages`: how many have spoken of it. `ending` is "" while it is open."""

    id: str
    alias: str
    concern: Concern
    urgency: Urgency
    kind: str
    source: Layer
    review: bool
    opened_at: datetime
    messages: int
    state: str
    ending: str = ""


NO_ALARMS: Mapping[int, Alarm] = {}


class Notebook(Protocol):
    """Each verb is one transaction: when it returns, it is committed; when it raises, nothing of it happened."""

    async def take_in(
        self, inbounds: Sequence[Inbound], cursor: Cursor | None = None, alarms: Mapping[int, Alarm] = NO_ALARMS
    ) -> list[Receipt]:
        """Insert what is new, under every platform key, with the people it comes from, and move the cursor.

        `alarms` are those of the messages at these places. The alarm of a new message opens its case with an alert, or adds to the
        open case of the same person and concern; its safety text goes into the outbox and the transcript. A message known already
        raises nothing. What is stored of it names its case (`Inbound.alarm`).
        """
        ...

    def home(self, address: Address) -> tuple[str, str]:
        """(country, language) of whoever is at this address, from memory alone: the programme's where nothing is remembered."""
        ...

    async def cursor(self, name: str) -> str | None: ...

    async def claim(self, limit: int, lease: timedelta) -> list[Claim]:
        """Claim up to `limit` conversations that have a waiting message, oldest message first."""
        ...

    async def write_turn(self, page: Page) -> None:
        """Write the page and close its message. MovedOn where fence or version are no longer the claim's."""
        ...

    async def put_back(self, claim: Claim, why: str) -> None:
        """The turn failed with an error: count the try, let go of the lease."""
        ...

    async def join(self, claim: Claim, code: str) -> bool:
        """Join the claim's participant to the one whose unused, unexpired code this is, history and all; close the message.

        The surviving conversation is given an ARRIVED message from this address (`what`="joined", and in `fields["walk"]` the
        exercise that was under way here, if any). False, and nothing changed, where the code is not good or is one's own.
        """
        ...

    async def due(self, limit: int, lease: timedelta, frozen: Collection[str] = ()) -> list[Parcel]:
        """Claim what may be sent now: in each conversation only the first row by lane, then age. `frozen` addresses wait."""
        ...

    async def posted(self, outcomes: Sequence[Posted]) -> None:
        """Write down what became of each; what was to be said later and went out joins the transcript now."""
        ...

    async def recover(self) -> None:
        """At the start of the only process: leases of the dead end now; what was being sent becomes doubtful."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next waiting outbox row may go, or None."""
        ...

    async def backlog(self) -> Backlog: ...

    async def glance(self, key: tuple[str, str, str], lines: int = 0) -> Glance:
        """The person at (channel, account, person)."""
        ...

    async def cases(self, key: tuple[str, str, str] | None = None, *, closed: bool = False) -> list[CaseSeen]:
        """The open cases, the most urgent and then the oldest first; of the person at `key` alone; with the closed ones too."""
        ...
