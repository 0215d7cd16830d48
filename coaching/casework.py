"""Cases as people work on them: what is known of one, what a move writes down, and the port that keeps it. Carried out by `storage`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from coaching.concern import Case, Concern, Detail, Layer, Urgency
from coaching.conversation import Conversation
from coaching.goal import Goal
from coaching.message import Inbound, Outbound
from coaching.notebook import AuditRow, NewLine, Posting
from coaching.participant import Address, Participant
from coaching.ports import Line
from coaching.staff import Load, Staff, Supervised
from coaching.words import Text, Words

OPEN, HELD, CLOSED = "open", "held", "closed"  # states of a case


class Ending(StrEnum):
    """How a case ended; it has exactly one."""

    ANSWERED = "answered"  # a person was there, and handed the conversation back
    CANCELLED = "cancelled"  # by the participant
    CLOSED = "closed"  # by somebody of the staff, with a reason
    SIGNPOSTED = "signposted"  # the whole ladder was climbed, and whoever answers for it shown the participant other ways
    JOINED = "joined"  # the same case of somebody who turned out to be the same person


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case with everything that is decided on; no words of anybody.

    `number` is 0 until it is given one, `to` and `within` (of `handoff.rules.Route`) are "" until it is routed. `version` and
    `conversation_version` are what a move is written against. `since`: when it was raised, or offered again. `look_at`: when the ladder
    looks again, None for at once. `held_by` is a staff id, `waits_since` since when a word of theirs is waited for (of a case that was let
    go: since when it was), `left_by` who held it
    until `since`. `before` is the standing that the claim found. `previous`: who held this participant's last case. `declined`: staff who
    passed it on. `desk`: the means by which the holder took it. `relayed` is how far the talk was passed on to them,
    `carded` how its card stands. `snoozed_until`: the holder's own reminder. `contact_ok`:
    False where it is not safe to write to the participant.
    """

    id: str
    participant: Participant
    conversation_id: str
    conversation_version: int
    standing: str
    concern: Concern
    urgency: Urgency
    opened_at: datetime
    since: datetime
    latest_at: datetime
    version: int = 0
    number: int = 0
    kind: str = ""
    source: Layer = Layer.NOTHING
    review: bool = False
    messages: int = 1
    to: str = ""
    within: str = ""
    due_at: datetime | None = None
    look_at: datetime | None = None
    held_by: str = ""
    held_at: datetime | None = None
    waits_since: datetime | None = None
    left_by: str = ""
    before: str = ""
    previous: str = ""
    declined: frozenset[str] = frozenset()
    desk: str = ""
    relayed: int = 0
    carded: str = ""
    snoozed_until: datetime | None = None
    incident_at: datetime | None = None
    contact_ok: bool = True
    ending: str = ""
    closed_at: datetime | None = None

    @property
    def waiting_since(self) -> datetime:
        """Since when nobody answers them: since whoever let it go owed them a word, else since it was raised or offered again."""
        return self.waits_since or self.since

    @property
    def state(self) -> str:
        return CLOSED if self.closed_at is not None else HELD if self.held_by else OPEN


@dataclass(frozen=True, slots=True)
class Tenure:
    """A time in which one member of the staff held a case."""

    staff_id: str
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Danger:
    """A case of danger, as far as it is talked about: from the message that spoke of it until its end, and who held it when.

    `since` is None where the case is only to be looked at: then nothing but what was said to its holders is about danger.
    """

    since: datetime | None
    until: datetime | None = None
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True)
class DeskPost:
    """Something for a desk to show: to one member of the staff, or (without `staff_id`) in the place that several of them read.

    `means` is slack, telegram, email, pager or console. `what`: card · brief · talk · line (a word of ours about the case) · alert.
    What holds a participant's words (`private`) goes to whoever holds the case at the moment of sending, and to nobody else.
    """

    id: str
    means: str
    what: str
    staff_id: str
    outbound: Outbound
    line_id: str = ""  # of the transcript, for talk
    private: bool = False
    telling_id: str = ""
    case_id: str = ""  # where it is about another case of the participant than the page


@dataclass(frozen=True, slots=True)
class Notice:
    """A word of ours that waits in somebody's console until they have seen it; `number`: of the case that it leads to."""

    id: str
    number: int
    wording: str
    text: Text
    at: datetime


@dataclass(frozen=True, slots=True)
class Telling:
    """One person told on one rung of a ladder by one means: a staff id, `participant` or `pager`; `fate` of `handoff.ladder.Fate`."""

    id: str
    rung: str
    whom: str
    means: str
    at: datetime
    fate: str = "waiting"


@dataclass(frozen=True, slots=True)
class StaffNote:
    """What a member of the staff wrote about a case for themselves (`private`), or for their supervisor (`consult`)."""

    id: str
    staff_id: str
    kind: str
    words: Words
    at: datetime


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything one move on a case decided, written in one transaction or not at all.

    `was` is the case as it was read: where it, or its conversation, has moved on since, nothing is written. `after` is the case as it
    will be. `standing`: "" leaves the conversation as it is. `arrives` is what the dialogue hears of it. `key` is the platform's key of
    what a member of the staff did, so that a second delivery changes nothing. `carried`: its alerts have reached somebody.
    `raises`: a case of the same participant that is opened beside this one, or added to where one of its concern is open.
    """

    was: CaseFile
    after: CaseFile
    standing: str = ""
    lines: tuple[NewLine, ...] = ()
    postings: tuple[Posting, ...] = ()
    posts: tuple[DeskPost, ...] = ()
    tellings: tuple[Telling, ...] = ()
    notes: tuple[StaffNote, ...] = ()
    audit: tuple[AuditRow, ...] = ()
    arrives: Inbound | None = None
    key: str = ""
    carried: bool = False
    raises: Case | None = None


@dataclass(frozen=True, slots=True)
class DeskParcel:
    """A desk post claimed for sending. `holder` is the staff id of whoever holds the case now. `root`: the platform's id of the first
    post about this case in the same place."""

    post: DeskPost
    case_id: str
    holder: str
    attempts: int = 0
    doubtful: bool = False
    root: str = ""


@dataclass(frozen=True, slots=True)
class DeskFate:
    """What became of a desk post. `state`: waiting (again at `not_before`) · sent · failed · held · unconfirmed."""

    parcel: DeskParcel
    state: str
    at: datetime
    platform_id: str = ""
    not_before: datetime | None = None
    attempts: int = 0
    doubtful: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A desk post that was sent: where a desk's answer belongs."""

    case_id: str
    staff_id: str
    what: str
    line_id: str = ""


class Known(Protocol):
    """What is known of the queue and the staff."""

    async def staff(self) -> list[Staff]:
        """Everybody who was ever added, those too who have left."""
        ...

    async def member(self, staff_id: str) -> Staff | None:
        """One of them."""
        ...

    async def names(self) -> Mapping[str, str]:
        """What they are called, by staff id."""
        ...

    async def staff_at(self, channel: str, value: str) -> Staff | None:
        """Whose address this is."""
        ...

    async def loads(self, now: datetime) -> Mapping[str, Load]:
        """What everybody has on, by staff id."""
        ...

    async def supervisions(self, staff_id: str, since: datetime) -> list[Supervised]:
        """Their sittings of individual supervision since then, the oldest first."""
        ...

    async def called(self, aliases: Collection[str]) -> Mapping[str, str]:
        """Whose aliases these are: participants' ids by alias. What is nobody's is left out."""
        ...

    async def aliases(self, participant_ids: Collection[str]) -> Mapping[str, str]:
        """The other way round."""
        ...


class Casework(Known, Protocol):
    """Every durable step of the hand-off. When a verb returns it is committed; when it raises, nothing of it happened."""

    async def add_staff(self, person: Staff, audited: AuditRow | None = None) -> None:
        """Somebody new, or what has changed of them. NotStored where an address is somebody else's."""
        ...

    async def change_staff(self, staff_id: str, change: Callable[[Staff], Staff], audited: AuditRow) -> Staff:
        """What changes of somebody, all but their name and addresses, decided on as they are then; nothing is written where nothing does.

        NotStored where nobody has this id.
        """
        ...

    async def add_supervision(self, staff_id: str, sitting: Supervised, by: str, audited: AuditRow | None = None) -> None:
        """A sitting, and who supervised. NotStored where nobody has this id, or had a sitting that began at the same instant."""
        ...

    async def cared_for(self, staff_id: str, by: str, audited: AuditRow) -> bool:
        """After-care of this person is done, by that other member of the staff. False where none was waiting, and nothing was written."""
        ...

    async def file(self, case_id: str) -> CaseFile | None: ...

    async def numbered(self, number: int) -> CaseFile | None: ...

    async def open_files(self, limit: int, *, held_by: str | None = None) -> list[CaseFile]:
        """Cases that have no ending, the most urgent first: all, those nobody holds (""), or those of one holder."""
        ...

    async def open_of(self, participant_id: str) -> list[CaseFile]:
        """The cases of this participant that have no ending: first those that somebody holds, the one taken last before the others."""
        ...

    async def due_files(self, now: datetime, limit: int) -> list[CaseFile]:
        """Cases whose ladder is to be looked at now, the most urgent first."""
        ...

    async def next_number(self) -> int:
        """One above the highest that a case has."""
        ...

    async def holders(self, case_id: str) -> frozenset[str]:
        """Everybody who holds this case or has held it."""
        ...

    async def last_holder(self, participant_id: str) -> str:
        """Who held a case of this participant last, or nothing."""
        ...

    async def tellings(self, case_id: str, since: datetime) -> list[Telling]:
        """The last telling of each (rung, whom, means) since then."""
        ...

    async def address_of(self, participant_id: str) -> Address | None:
        """Where this participant is written to: where they wrote from last, if it can still be written to."""
        ...

    async def write_case(self, page: CasePage) -> bool:
        """Write the page. MovedOn where the case or its conversation has, or where nobody would be left in a conversation that the page
        leaves with a coach; False where its key is known, and nothing was written."""
        ...

    async def audit(self, rows: Sequence[AuditRow], participant_id: str | None) -> None:
        """Write down what was done that is no move on a case; None where it is about no participant."""
        ...

    async def audited(self, participant_id: str, what: str, since: datetime) -> list[Detail]:
        """The details of what was written down of this participant since then under this name."""
        ...

    async def approval(self, participant_id: str, since: datetime) -> bytes | None:
        """What the participant approved last since then, as `handoff.approvals` reads it."""
        ...

    async def known_of(self, participant_id: str) -> tuple[Conversation, tuple[Goal, ...]]:
        """Where the talk stands, and the goals. UnreadableState where it cannot be read."""
        ...

    async def earlier_agreed(self, participant_id: str, since: datetime, case_id: str, staff_id: str) -> bool | None:
        """What the participant last said since then to showing earlier talk to this person, who asked for this case; None where they were
        not asked, or have not answered."""
        ...

    async def notes(self, case_id: str, staff_id: str, kinds: Collection[str], whole: Collection[str] = ()) -> list[StaffNote]:
        """Of these kinds, those that this person wrote; of the kinds in `whole`, everybody's."""
        ...

    async def talk(self, participant_id: str, since: datetime, limit: int) -> list[Line]:
        """The transcript from then on, oldest first."""
        ...

    async def fates(self, outbounds: Sequence[str]) -> Mapping[str, str]:
        """What became of these messages to the participant, by their ids (`coaching.notebook.Fate`)."""
        ...

    async def desk_due(self, now: datetime, limit: int, until: datetime) -> list[DeskParcel]:
        """Claim desk posts that may be sent now: in each place in order."""
        ...

    async def desk_posted(self, fates: Sequence[DeskFate]) -> None: ...

    async def notices(self, staff_id: str) -> list[Notice]:
        """What waits in their console, newest first; what cannot be read any more is left out."""
        ...

    async def unseen(self, staff_id: str) -> list[str]:
        """The ids of the same, in the same order."""
        ...

    async def saw(self, staff_id: str, names: Collection[str]) -> None:
        """They have seen these notices, as far as they are theirs."""
        ...

    async def unshown(self, case_id: str, staff_id: str) -> bool:
        """Whether anything for this person alone could not be shown to them, for good, since they last took the case."""
        ...

    async def passed_on(self, participant_id: str, after: int) -> list[tuple[int, Line]]:
        """Lines that are for whoever has the conversation, past this place, each with its own place, oldest first."""
        ...

    async def unanswered(self, case_id: str, until: datetime) -> list[tuple[int, Line]]:
        """Of the lines until then that are for whoever has the conversation, with their places: those since the last word of whoever
        held this case until then, or, where they said none, since they first held it. Nothing where nobody did."""
        ...

    async def dangers(self, participant_id: str) -> list[Danger]:
        """This participant's cases of danger, closed ones among them."""
        ...

    async def last_passed_on(self, participant_id: str) -> int:
        """The place of the last of them, or of the last edit of one."""
        ...

    async def last_said(self, participant_id: str, until: datetime) -> datetime | None:
        """When the participant said the last of what they had said by then."""
        ...

    async def edited(self, participant_id: str, after: int, said: datetime) -> list[tuple[int, Line]]:
        """Those of the lines passed on from `said` on that were edited or deleted past this place, each with its last edit's place.

        Places and no times: an edit is written down a little after the moment that it bears.
        """
        ...

    async def changed(self, participant_id: str, since: datetime, said: datetime) -> list[Line]:
        """Those of the participant's lines said from `said` on that were given new words since then, whoever they were said to."""
        ...

    async def recover(self) -> None:
        """At the start of the only process: what was being sent becomes doubtful."""
        ...

    async def shown(self, means: str, place: str, platform_id: str) -> Shown | None:
        """The desk post that stands there under this id."""
        ...

    async def root(self, case_id: str, means: str, place: str) -> str:
        """The platform's id of the first post about this case there, or nothing."""
        ...

    async def asked(self, means: str, place: str) -> bytes | None:
        """What somebody at a desk is being asked, as `handoff.asking` reads it."""
        ...

    async def ask(self, means: str, place: str, asked: bytes | None, key: str = "") -> bool:
        """Keep that, or (None) that nothing is asked. False where the platform's key is known: then nothing was changed."""
        ...

    async def took(self, key: str, case_id: str = "") -> bool:
        """Whether this delivery of the staff is new; from now on it is known."""
        ...

    async def delivered(self, key: str) -> str | None:
        """Which case this delivery moved ("" for none); None where it is new."""
        ...

    async def topic(self, means: str, place: str, case_id: str) -> str:
        """The platform's id of the topic that the case has in a shared place, or nothing."""
        ...

    async def set_topic(self, means: str, place: str, case_id: str, topic: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a move was not made: the id of the words for whoever tried it, and what fills their blanks."""

    says: str
    blanks: Mapping[str, str] = field(default_factory=dict)
