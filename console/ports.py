"""What the console needs from outside; carried out by storage, by use cases, and by whoever wires it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from coaching.errors import CoachingError
from coaching.safety_review import AdverseEvent
from coaching.staff import Entry, Pulse, Rung, Staff
from coaching.words import Words
from console.views import CaseView, Notice, QueueRow
from handoff.reviewing import WeekSeen
from handoff.safety_review import Week
from handoff.welfare import Record


class Roll(Protocol):
    """Who is on the staff; those too who have left."""

    async def staff(self) -> list[Staff]: ...

    async def member(self, staff_id: str) -> Staff | None: ...


class SendsCode(Protocol):
    """Carries a sign-in code to somebody of the staff, by whatever of Slack, Telegram and e-mail reaches them. It never raises.

    The message may hold a link to the page for the code; the link only opens it.
    """

    async def send_code(self, person: Staff, code: str) -> None: ...


class NotSignedIn(CoachingError):
    """The identity provider did not vouch for anybody; sign in another way, or look at what it answers."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One trip to the identity provider: what binds its answer to the browser that began it."""

    state: str
    nonce: str
    verifier: str
    redirect_uri: str


class Provider(Protocol):
    """An OpenID Connect identity provider."""

    async def address(self, trip: Trip) -> str:
        """Where the browser goes to sign in. NotSignedIn where the provider cannot be asked."""
        ...

    async def email(self, trip: Trip, code: str) -> str:
        """The verified e-mail address of whoever came back. NotSignedIn where there is none."""
        ...


class Welfare(Protocol):
    """A coach's own record, and their log."""

    async def record(self, person: Staff, now: datetime) -> Record: ...

    async def add_pulse(self, staff_id: str, pulse: Pulse) -> None: ...

    async def add_entry(self, staff_id: str, prompt: str, words: Words, at: datetime) -> None: ...

    async def entries(self, staff_id: str) -> list[Entry]: ...


class Care(Protocol):
    """What is done so that the work does not become too much (`handoff.caring`)."""

    async def step_out(self, who: Staff) -> bool:
        """Take nothing new, and pass on what one has. False where some could not be passed on."""
        ...

    async def step_in(self, who: Staff) -> None: ...

    async def note_sitting(self, by: Staff, whom: Staff, begun: datetime, minutes: int) -> str:
        """A sitting that began then, in the programme's zone; an id of why not, or nothing."""
        ...

    async def set_rung(self, by: Staff, whom: Staff, rung: Rung) -> None: ...

    async def cared_for(self, by: Staff, whom: Staff) -> bool: ...


class SafetyReview(Protocol):
    """The weekly safety review and the log of adverse events."""

    @property
    def today(self) -> date: ...

    async def week(self, who: Staff, week: Week) -> WeekSeen:
        """What this person may see of the week; that they looked at each line is written down first."""
        ...

    async def judge(self, who: Staff, week: Week, line_id: str, verdict: str) -> bool:
        """Keep what they say of a line; False where it is not in their review."""
        ...

    async def events(self, who: Staff) -> list[AdverseEvent]:
        """Every version of every event that they may see."""
        ...

    async def record(self, who: Staff, form: Mapping[str, str], key: str) -> str:
        """Write down an event or a correction; nothing, or why it was not: no_form · nobody · not_yours · corrected."""
        ...


class Desk(Protocol):
    """The use cases of a desk, as pages need them."""

    async def queue(self, person: Staff) -> Sequence[QueueRow]:
        """The cases that this person may see cards of, in the queue's order."""
        ...

    async def case(self, person: Staff, number: int) -> CaseView | None:
        """One case with everything known of it, and how this person stands to it; None where there is none."""
        ...

    async def talk(self, person: Staff, number: int) -> CaseView | None:
        """The same with its talk alone, for a page that is open: what it had before is not read, and not written down as read, again."""
        ...

    async def move(self, person: Staff, number: int, move: str, fields: Mapping[str, str], key: str) -> str:
        """Carry out a move (`console.views.MOVES`) with the fields of its form; what kept it from being made, in words, or nothing.

        `key` is the form's own: sent twice, it counts once.
        """
        ...

    async def notices(self, person: Staff) -> Sequence[Notice]:
        """What waits for this person until they have seen it, newest first."""
        ...

    async def unseen(self, person: Staff) -> Sequence[str]:
        """The ids of the same, in the same order."""
        ...

    async def saw(self, person: Staff, names: Sequence[str]) -> None:
        """They have seen these."""
        ...

    async def opened(self, person: Staff, number: int) -> None:
        """They have opened this case themselves: that something was said in it is no news to them."""
        ...
