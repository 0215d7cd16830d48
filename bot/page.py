"""From what a turn asks for to what is written down: effects become the rows of one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.dialogs.library import Library
from bot.dialogs.wording import Rendered
from coaching.capabilities import OF
from coaching.concern import Case
from coaching.conversation import Asked, Conversation
from coaching.effects import (
    Approve,
    Contact,
    Effect,
    EndCase,
    KeepGoal,
    MarkAddress,
    MarkLine,
    Move,
    Note,
    OfferLink,
    OpenCase,
    PassOn,
    Rate,
    RedeemLink,
    Say,
    SayLater,
    Settle,
    TakeBack,
)
from coaching.goal import Goal
from coaching.message import Choice, Inbound, Kind, Lane, Outbound, Shape
from coaching.notebook import AuditRow, Claim, LinkOffer, NewLine, Page, Posting
from coaching.ports import Clock, Names
from coaching.words import Span, Text, Words, plain
from handoff import standing

KEPT_FOR = {
    Lane.SAFETY: None,
    Lane.COACH: None,
    Lane.REPLY: timedelta(minutes=30),
    Lane.NUDGE: timedelta(hours=4),
}
OF_USE = timedelta(hours=4)  # how late what was to be said later may still go out
CODE_GOOD_FOR = timedelta(minutes=10)
GENERATED = "generated"  # of a line that a language model had a part in; its outbound message names the model
SILENT = {Kind.EDITED, Kind.DELETED, Kind.LEFT, Kind.CAME_BACK}  # done, but no line of the talk


@dataclass(slots=True)
class Draft:
    """A page being filled, effect by effect. `heard`, `asked` and `standing` are those of the conversation as it will be."""

    claim: Claim
    library: Library
    clock: Clock
    names: Names
    heard: dict[str, int]
    asked: Asked | None
    standing: str
    lines: list[NewLine] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    audit: list[AuditRow] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    edits: list[tuple[str, Words | None]] = field(default_factory=list)
    link: LinkOffer | None = None
    address_gone: bool | None = None
    ended: list[tuple[str, str]] = field(default_factory=list)
    approval: Words | None = None
    relayed: bool = False
    score: int | None = None
    contact_ok: bool | None = None

    def carry_out(self, effect: Effect) -> None:
        match effect:
            case Say():
                self._say(effect)
            case Settle():
                self._settle(effect)
            case SayLater():
                self._say_later(effect)
            case TakeBack(name):
                self.taken_back.append(name)
            case KeepGoal(goal):
                self.goals.append(goal)
            case MarkLine(about, text):
                self.edits.append((about, None if text is None else Words(text)))
            case MarkAddress(gone):
                self.address_gone = gone
            case Note(what, detail):
                self.audit.append(AuditRow(self.names.new(), self.clock.now(), what, detail))
            case Move(move):
                self._move(move)
            case OpenCase():
                self.cases.append(self._case(effect))
            case OfferLink(say):
                self._offer(say)
            case EndCase() | Approve() | PassOn() | Rate() | Contact():
                self._hand_over(effect)
            case RedeemLink():
                pass  # `bot.perform` redeems before anything is written
            case _:
                assert_never(effect)

    def _hand_over(self, effect: EndCase | Approve | PassOn | Rate | Contact) -> None:
        match effect:
            case EndCase(concern, ending):
                self.ended.append((concern, ending))
            case Approve(approval):
                self.approval = approval
            case PassOn():
                self.relayed = True
            case Rate(score):
                self.score = score
            case Contact(ok):
                self.contact_ok = ok
            case _:
                assert_never(effect)

    def moved(self, after: Conversation) -> Conversation:
        """The conversation as the turn leaves it."""
        version, turn = self.claim.conversation.version + 1, self.claim.conversation.turn + 1
        return replace(after, version=version, turn=turn, heard=self.heard, asked=self.asked, standing=self.standing)

    def _say(self, say: Say) -> None:
        rendered, ours = self._rendered(say), self._ours(say)
        outbound = self._outbound(self.names.new(), say, rendered)
        self._post(outbound)
        self.lines.append(self._line(outbound, rendered.content_hash))
        for wording in (*say.also, say.wording):
            self.heard[wording] = self.heard.get(wording, 0) + 1
        if say.opens:
            self.asked = _asked(outbound, say.wording, self.clock, ours)

    def _rendered(self, say: Say) -> Rendered:
        return self.library.render(self.claim.participant.language, say, self.heard)

    def _ours(self, say: Say) -> Text:
        """What it is in our own words alone, where a language model had a part in it."""
        return self._rendered(replace(say, phrased=None)).text if say.phrased else ()

    def _outbound(self, name: str, say: Say, rendered: Rendered) -> Outbound:
        return Outbound(
            id=name,
            address=self.claim.inbound.address,
            lane=say.lane,
            text=rendered.text,
            shape=say.shape,
            choices=rendered.choices,
            low=say.low,
            high=say.high,
            wording=rendered.wording,
            today=self._today() if say.shape is Shape.DATE else None,
            model=say.phrased.model if say.phrased else "",
        )

    def _say_later(self, later: SayLater) -> None:
        """It becomes a line of the talk when it is sent, not before."""
        say = replace(later.say, lane=Lane.LATER)
        rendered = self._rendered(say)
        at = self.clock.now() + later.after
        outbound = replace(self._outbound(later.id, say, rendered), content_hash=rendered.content_hash)
        self.postings.append(Posting(outbound, at + OF_USE, at))

    def _today(self) -> date:
        """The participant's own date."""
        return self.clock.now().astimezone(ZoneInfo(self.claim.participant.zone)).date()

    def _line(self, outbound: Outbound, content_hash: str) -> NewLine:
        words = Words(plain(outbound.text))
        what = GENERATED if outbound.model else ""
        return NewLine(outbound.id, "bot", words, self.clock.now(), outbound.wording, content_hash, outbound=outbound, what=what)

    def _settle(self, settle: Settle) -> None:
        asked, inbound = self.claim.conversation.asked, self.claim.inbound
        if asked is None or not inbound.platform_id or not OF[inbound.address.channel].settles:
            return
        text: Text = (*asked.text, Span("\n\u2713 "), Span(settle.label, strong=True))
        self._post(Outbound(self.names.new(), inbound.address, settle.lane, text, wording=asked.wording, settles=inbound.platform_id))

    def _post(self, outbound: Outbound) -> None:
        keep = KEPT_FOR[outbound.lane]
        self.postings.append(Posting(outbound, None if keep is None else self.clock.now() + keep))

    def _case(self, opened: OpenCase) -> Case:
        signal = opened.signal
        return Case(self.names.new(), signal.concern, signal.urgency, signal.kind, signal.layer, self.clock.now(), opened.review)

    def _move(self, move: str) -> None:
        self.standing = standing.move(self.standing, move)

    def _offer(self, say: Say) -> None:
        self.link = LinkOffer(self.names.code(8), self.clock.now() + CODE_GOOD_FOR)
        self._say(replace(say, blanks={**say.blanks, "code": self.link.code}))


def _asked(outbound: Outbound, wording: str, clock: Clock, ours: Text) -> Asked:
    return Asked(outbound.id, wording, clock.now(), outbound.shape, outbound.choices, outbound.low, outbound.high, outbound.text, ours)


def write(
    claim: Claim, after: Conversation, effects: Iterable[Effect], library: Library, clock: Clock, names: Names, *, aside: str = ""
) -> Page:
    """The page of one turn: the participant's line, then every effect in its order; `aside` closes the message as not handled."""
    draft = Draft(claim, library, clock, names, dict(after.heard), after.asked, after.standing)
    draft.lines.extend(heard_from(claim, library))
    for effect in effects:
        draft.carry_out(effect)
    return Page(
        claim=claim,
        conversation=draft.moved(after),
        lines=tuple(draft.lines),
        postings=tuple(draft.postings),
        goals=tuple(draft.goals),
        audit=tuple(draft.audit),
        taken_back=tuple(draft.taken_back),
        cases=tuple(draft.cases),
        edits=tuple(draft.edits),
        link=draft.link,
        address_gone=draft.address_gone,
        relayed=draft.relayed,
        woken=claim.conversation.standing == standing.STOPPED != draft.standing,
        approval=draft.approval,
        ended=tuple(draft.ended),
        score=draft.score,
        contact_ok=draft.contact_ok,
        set_aside=aside,
        keep_state=bool(claim.unreadable),
    )


def heard_from(claim: Claim, library: Library) -> tuple[NewLine, ...]:
    """The participant's own line of the transcript, if what they did belongs there."""
    inbound = claim.inbound
    if inbound.kind in SILENT or inbound.kind is Kind.ARRIVED:
        return ()
    what = inbound.what if inbound.kind is Kind.UNREADABLE else "" if inbound.kind is Kind.TEXT else inbound.kind.value
    words = Words(_as_said(inbound, claim.conversation.asked, claim.participant.language, library))
    return (NewLine(claim.name, "participant", words, inbound.sent_at, key=inbound.keys[0], what=what),)


def _as_said(inbound: Inbound, asked: Asked | None, language: str, library: Library) -> str:
    if inbound.kind is Kind.PRESS and inbound.press is not None:
        return _label(inbound.press.choice, asked.choices if asked else (), language, library)
    if inbound.kind is Kind.FORM:
        return "\n".join(words.text for words in inbound.fields.values() if words.text)
    return inbound.words.text


def _label(choice: str, choices: tuple[Choice, ...], language: str, library: Library) -> str:
    found = next((known.label for known in choices if known.id == choice), None)
    return found or library.label(language, choice) or library.day(language, choice) or choice


def says_something(inbound: Inbound) -> bool:
    """Whether there are words in it, of which something can be said."""
    return bool(inbound.words.text.strip() or any(words.text.strip() for words in inbound.fields.values()))


def apology(wording: str) -> tuple[Effect, ...]:
    """What is said of a message that could not be handled: sorry, and the two ways to a person."""
    return (Say(wording, choices=("help_now", "human"), shape=Shape.SAY),)
