"""Danger in what somebody of the staff writes: a word to whoever wrote it, and one tap that tells those who answer for safety.

Nothing else changes: what was written does what it was meant to do. Nothing of it goes into a log, a card, an alert or the audit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.dialogs import cards
from bot.dialogs.cards import Addressee
from bot.dialogs.library import HOME
from coaching.casework import CaseFile, CasePage, DeskPost
from coaching.concern import CALM, HOLDING, Case, Concern, Detail, Layer, Signal, Urgency
from coaching.effects import Say
from coaching.message import Shape
from coaching.staff import Staff
from coaching.words import Words
from handoff import overhearing, threats
from handoff.desk import CHANNELS, Work
from handoff.desk_words import OVERHEARD, OVERHEARD_THREAT, TELL_LEAD
from handoff.ladder import Means
from handoff.overhearing import Heard

log = structlog.get_logger(__name__)

NOTED, RAISED = "staff_words.heard", "staff_words.raised"  # in the audit
ONCE = timedelta(minutes=30)  # for which the same is not said again, unless it is more urgent
EARLIER, LINES = timedelta(days=28), 200  # of what the participant wrote, which may be quoted
SAME = ("reading", "concern", "kind")  # of two that are the same
NOT_HELD = Say("desk.lead.not_yours")


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody of the staff wrote into a case. `what`: reply · note · hand_back · reason; `means`: where, "" where they took it."""

    what: str
    texts: tuple[Words, ...]
    means: str = ""


class Minding:
    """One for every desk."""

    def __init__(self, work: Work) -> None:
        self._work = work

    # -- a word to whoever wrote --------------------------------------------------------------------------------------------------

    async def with_word(self, page: CasePage, who: Staff, written: Written | None) -> CasePage:
        """The page with a private line to whoever wrote, where what they wrote may mean danger. It never stops what was written."""
        try:
            return await self._with_word(page, who, written)
        except Exception as error:  # whatever keeps this from being heard
            log.error("staff_words.not_heard", case=page.was.id, error=type(error).__name__)
            return page

    async def _with_word(self, page: CasePage, who: Staff, written: Written | None) -> CasePage:
        file = page.was
        heard = await self._heard(file, written) if written is not None else overhearing.SILENCE
        if written is None or not heard or await self._is_said(file, heard):
            return page
        posts = self._to_writer(who, file, written.means or file.desk, self._says(file, heard, written.means or file.desk))
        row = self._work.audit(NOTED, file, wrote=written.what, detectors=self._work.detectors, **_detail(heard))
        return replace(page, posts=(*page.posts, *posts), audit=(*page.audit, row))

    async def _heard(self, file: CaseFile, written: Written) -> Heard:
        """Read again beside what the participant wrote, which may be quoted, where there is anything to be heard at all."""
        texts, quoting = [each.text for each in written.texts], file.concern in HOLDING
        alias, phrases = file.participant.alias, self._work.phrases
        if not overhearing.heard(texts, alias, phrases, quoting=quoting):
            return overhearing.SILENCE
        lines = await self._work.casework.talk(file.participant.id, file.opened_at - EARLIER, LINES)
        said = [line.text for line in lines if line.author == "participant"]
        return overhearing.heard(texts, alias, phrases, said=said, quoting=quoting)

    async def _is_said(self, file: CaseFile, heard: Heard) -> bool:
        """Whether the same was said a moment ago, and no less urgently."""
        since = max(self._work.clock.now() - ONCE, file.held_at or file.since)
        rows = await self._work.casework.audited(file.participant.id, NOTED, since)
        now = _detail(heard)
        same = [
            each for each in rows if each["case"] == file.id and all(each[name] == now[name] for name in ("reading", "concern", "kind"))
        ]
        return any(Urgency(str(each["urgency"])).rank <= Urgency(str(now["urgency"])).rank for each in same)

    def _says(self, file: CaseFile, heard: Heard, means: str) -> Say:
        reading = reading_of(heard)
        home = self._work.programme
        today = self._work.clock.now().astimezone(ZoneInfo(home.zone)).date()
        blanks = cards.blanks(Addressee(self._work.library, home, home.country, HOME, today))
        here = {**blanks, "alias": file.participant.alias, "number": str(file.number)}
        buttons = (TELL_LEAD,) if reading != "own" and means in CHANNELS else ()
        words = OVERHEARD_THREAT if _signal(heard).kind == threats.KIND else OVERHEARD
        return Say(words[reading], here, buttons, Shape.CHOICE if buttons else Shape.SAY)

    def _to_writer(self, who: Staff, file: CaseFile, means: str, say: Say) -> tuple[DeskPost, ...]:
        """At the desk where they wrote, and nowhere else: mail is read by others too."""
        if means not in CHANNELS:
            return self._work.notice(who, file, say)
        post = self._work.post(who, Means(means), say, "line")
        return () if post is None else (post,)

    # -- the button ---------------------------------------------------------------------------------------------------------------

    async def told_lead(self, file: CaseFile, others: Sequence[CaseFile], who: Staff, means: str) -> tuple[CasePage, Say] | Say:
        """A case of danger for this participant, opened or added to. Whoever wrote may say so also after they have let the case go."""
        if who.id != file.held_by and who.id not in await self._work.casework.holders(file.id):
            return NOT_HELD
        rows = await self._work.casework.audited(file.participant.id, NOTED, file.opened_at)
        offered = [each for each in rows if each["case"] == file.id and each["reading"] != "own"]
        if not offered:
            return NOT_HELD
        case = self._case(offered[-1])
        page = CasePage(file, file, posts=self._answer_to(who, file, means, "told"))
        if any(_covers(each, case) for each in others):
            return replace(page, posts=self._answer_to(who, file, means, "knows")), Say("desk.lead.knows", self._blanks())
        row = self._work.audit(RAISED, file, staff=who.id, concern=case.concern.value, urgency=case.urgency.value)
        return replace(page, raises=case, audit=(row,)), Say("desk.lead.told", self._blanks())

    def _case(self, offered: Detail) -> Case:
        concern, urgency = Concern(str(offered["concern"])), Urgency(str(offered["urgency"]))
        least = min(urgency, Urgency.URGENT, key=lambda each: each.rank)
        return Case(self._work.names.new(), concern, least, str(offered["kind"]), Layer.STAFF, self._work.clock.now())

    def _answer_to(self, who: Staff, file: CaseFile, means: str, what: str) -> tuple[DeskPost, ...]:
        """Where the answer to a press is not shown by the platform."""
        return () if means in CHANNELS else self._work.notice(who, file, Say(f"desk.lead.{what}", self._blanks()))

    def _blanks(self) -> dict[str, str]:
        lead = self._work.programme.safety_lead or self._work.shown(Say("blank.safety_lead"))
        return {"safety_lead": lead}


def reading_of(heard: Heard) -> str:
    """own · theirs · both."""
    return "both" if heard.own is not CALM and heard.theirs is not CALM else "own" if heard.own is not CALM else "theirs"


def _signal(heard: Heard) -> Signal:
    """What may be theirs comes first: it is what a case would be about."""
    return heard.theirs if heard.theirs is not CALM else heard.own


def _detail(heard: Heard) -> dict[str, str]:
    """What is written down of it: no words of anybody, and not who wrote."""
    signal = _signal(heard)
    named = {"concern": signal.concern.value, "kind": signal.kind, "urgency": signal.urgency.value}
    return {"reading": reading_of(heard), **named}


def _covers(file: CaseFile, case: Case) -> bool:
    """Whether this open case calls people about the same already, no less urgently."""
    return file.concern is case.concern and not file.review and file.urgency.rank <= case.urgency.rank
