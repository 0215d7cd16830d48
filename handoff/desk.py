"""What a desk's use cases are made with, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogs import cards, playing, speaking
from bot.dialogs.cards import Addressee
from bot.dialogs.library import HOME, Library
from coaching.casework import CaseFile, Casework, DeskPost
from coaching.concern import CALM, Signal
from coaching.cover import Cover
from coaching.effects import Say
from coaching.message import Lane, Outbound
from coaching.notebook import AuditRow, NewLine, Posting
from coaching.participant import Address, Channel
from coaching.ports import Clock, Names
from coaching.programme import Programme
from coaching.staff import Staff
from coaching.words import Text, Words, plain
from handoff import hours
from handoff.ladder import Means
from handoff.rota import Shift
from handoff.speech import Speech

ALWAYS = Cover(tuple(hours.Opening(day, hours.MIDNIGHT, hours.MIDNIGHT) for day in range(7)), ZoneInfo("Europe/London"))
CHANNELS = {Means.SLACK: Channel.SLACK, Means.TELEGRAM: Channel.TELEGRAM}


@dataclass(frozen=True, slots=True)
class Place:
    """Where several of the staff read: a channel of Slack, a group of Telegram."""

    means: Means
    account: str
    place: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a desk is told of a move: whether it was `done`, and the words for whoever tried it. `file`: the case as it is now."""

    done: bool
    says: Say
    file: CaseFile | None = None
    fresh: bool = True  # False: the same was delivered before


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that the use cases of the hand-off are made with.

    `places` are shared ones. `accounts`: our own account on each platform. `shifts` is the safety rota as it stands, `alive` the means
    that work as far as is known. `mask` hides identifiers in what staff write. `wake` rings for the outbox, `tend` for the tending;
    `changed` is told of each case that was written, as it was and as it is. `phrases` hears danger in what staff write, `detectors` names
    its version.
    """

    casework: Casework
    library: Library
    programme: Programme
    clock: Clock
    names: Names
    mask: Callable[[str], tuple[str, bool]]
    places: Callable[[], Sequence[Place]] = tuple
    accounts: Callable[[], Mapping[str, str]] = dict
    shifts: Callable[[], Sequence[Shift]] = tuple
    alive: Callable[[], frozenset[Means]] = lambda: frozenset(Means)
    link: Callable[[CaseFile], str] = lambda file: ""
    wake: Callable[[], None] = lambda: None
    tend: Callable[[], None] = lambda: None
    changed: Callable[[CaseFile, CaseFile], None] = lambda was, after: None
    heard: Mapping[str, int] = field(default_factory=dict)
    phrases: Callable[[str], Signal] = lambda text: CALM
    detectors: str = ""

    @property
    def cover(self) -> Cover:
        return self.programme.cover or ALWAYS

    def speech(self, now: datetime) -> Speech:
        """How what staff read is worded."""
        return speaking.speech(self.library, HOME, ZoneInfo(self.programme.zone), now)

    def addressee(self, file: CaseFile) -> Addressee:
        person = file.participant
        today = self.clock.now().astimezone(ZoneInfo(person.zone)).date()
        return Addressee(self.library, self.programme, person.country, person.language, today)

    # -- to the participant -----------------------------------------------------------------------------------------------------

    def telling(self, file: CaseFile, wording: str, **more: str) -> Say:
        """A wording for the participant, with every blank that a safety text may have; of people who are played, that they are."""
        return Say(playing.of(self.programme, wording), {**cards.blanks(self.addressee(file)), **more})

    def line(self, file: CaseFile, address: Address, say: Say, author: str = "bot", lane: Lane = Lane.COACH) -> tuple[NewLine, Posting]:
        """What is said to the participant: its line of the transcript, and its place in the outbox."""
        now, rendered = self.clock.now(), self.library.render(file.participant.language, say, self.heard)
        outbound = Outbound(
            self.names.new(), address, lane, rendered.text, say.shape, rendered.choices, author=author, wording=rendered.wording
        )
        words = Words(plain(rendered.text))
        line = NewLine(outbound.id, author, words, now, rendered.wording, rendered.content_hash, outbound=outbound)
        return line, Posting(outbound, None)

    # -- to the staff -----------------------------------------------------------------------------------------------------------

    def post(
        self, to: Staff | Place, means: Means, say: Say, what: str, *, private: bool = False, line_id: str = "", telling_id: str = ""
    ) -> DeskPost | None:
        """Something for somebody's desk, or for a shared place; None where they have no address there."""
        address = self.address(to, means)
        if address is None:
            return None
        rendered = self.library.render(HOME, say, self.heard)
        name, staff_id = self.names.new(), "" if isinstance(to, Place) else to.id
        outbound = Outbound(name, address, Lane.COACH, rendered.text, say.shape, rendered.choices, wording=rendered.wording)
        return DeskPost(name, means, what, staff_id, outbound, line_id, private, telling_id)

    def own_line(self, whom: Staff | None, file: CaseFile, say: Say) -> tuple[DeskPost, ...]:
        """A line to whoever has this case, or had it, where they took it; where that is no chat, in the console and by mail."""
        if whom is None:
            return ()
        if file.desk not in CHANNELS:
            return (*self.notice(whom, file, say), *self._posted(whom, Means.EMAIL, say))
        return self._posted(whom, Means(file.desk), say)

    def notice(self, whom: Staff, file: CaseFile, say: Say, what: str = "line", telling_id: str = "") -> tuple[DeskPost, ...]:
        """The same on every page of their console, until they have seen it. It leads to this case, and holds nobody's words."""
        posts = self._posted(whom, Means.CONSOLE, say, what, telling_id)
        return tuple(replace(each, outbound=_about(each.outbound, file.number)) for each in posts)

    def _posted(self, whom: Staff, means: Means, say: Say, what: str = "line", telling_id: str = "") -> tuple[DeskPost, ...]:
        post = self.post(whom, means, say, what, telling_id=telling_id)
        return () if post is None else (post,)

    def address(self, to: Staff | Place, means: Means) -> Address | None:
        """Where somebody of the staff, or a shared place, is reached by this means. (That channel says nothing of mail, pager, console.)"""
        channel = CHANNELS.get(means, Channel.TERMINAL)
        if isinstance(to, Place):
            return Address(channel, to.account, "", to.place)
        value = to.id if means is Means.CONSOLE else dict(to.addresses).get(means.value, "")
        return Address(channel, self.accounts().get(means.value, ""), value) if value else None

    def audit(self, what: str, file: CaseFile, **detail: str | int | bool) -> AuditRow:
        return AuditRow(self.names.new(), self.clock.now(), what, {"case": file.id, **detail})

    def said(self, say: Say) -> Text:
        """Words for whoever works at a desk."""
        return self.library.render(HOME, say, self.heard).text

    def worded(self, name: str) -> Text:
        """The same of a wording without blanks."""
        return self.said(Say(name))

    def shown(self, say: Say) -> str:
        """The same as plain text."""
        return plain(self.said(say))


def _about(outbound: Outbound, number: int) -> Outbound:
    return replace(outbound, address=replace(outbound.address, thread=str(number)))
