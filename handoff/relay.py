"""What somebody of the staff does with a case, from whichever desk: take it, write, note, pass it on, hand it back, close it.

Each move is read, decided and written against the version that was read; where somebody else was quicker it is decided anew. So of fifty
who take a case at once one has it, and the others are told who.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from coaching.casework import CaseFile, CasePage, DeskPost, Ending, StaffNote
from coaching.concern import HOLDING, Concern
from coaching.effects import Say
from coaching.errors import MovedOn, UnreadableState
from coaching.message import Inbound, Kind, Penned, Shape
from coaching.notebook import AuditRow, NewLine, Posting
from coaching.participant import Address
from coaching.ports import Line
from coaching.staff import Load, Role, Staff
from coaching.words import Words
from handoff import approvals, brief, desk_words, handback, hearing, matching, standing
from handoff.desk import CHANNELS, Answer, Work
from handoff.handback import HandBack
from handoff.ladder import Means
from handoff.minding import Minding, Written
from handoff.rules import SAFETY, Route, Within

TRIES = 8  # at a move, where others move the same case
LONGEST = 3_000  # characters that are sent at once
LONGEST_REASON = 500
NEAR = 6  # lines of a talk that are on a phone's screen at once, about
TALK = 200  # lines of the talk that are shown at once
EARLIER = timedelta(days=28)  # of talk that is shown where the participant says yes
SITTING = timedelta(minutes=30)  # within which whoever reads a talk again has not opened it anew
SNOOZES = timedelta(days=7)  # at most
NOTHING = Load()
NO_CASE = Say("desk.no_case")
NAMED = ("desk.to.says", "desk.to.edited")  # what begins with the name of whoever wrote it


@dataclass(frozen=True, slots=True)
class Scene:
    """What a move is decided on: the case, who moves, what they have on, where the participant is reached, who speaks with them now.

    `others`: the participant's other cases that have no ending, those held first, the one taken last before the others. `hold`: one waits
    beneath whoever speaks with them.
    """

    file: CaseFile
    who: Staff
    load: Load
    address: Address | None
    voice: CaseFile | None
    others: Sequence[CaseFile]
    names: Mapping[str, str]
    now: datetime
    hold: bool = False

    @property
    def number(self) -> dict[str, str]:
        return {"number": str(self.file.number)}

    @property
    def stays(self) -> CaseFile | None:
        """The case through which somebody has the conversation once this one is let go."""
        return next((each for each in self.others if each.held_by), None)

    @property
    def holds(self) -> bool:
        return self.file.held_by == self.who.id and self.file.closed_at is None


Said = tuple[tuple[NewLine, ...], tuple[Posting, ...]]
Decided = tuple[CasePage, Say] | Say
Decide = Callable[[Scene], Decided | Awaitable[Decided]]


class Desk:
    """The use cases of every desk."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._minding = Minding(work)
        self._sittings: dict[tuple[str, str, str], datetime] = {}  # when this process wrote down that somebody reads a case

    # -- looking ----------------------------------------------------------------------------------------------------------------

    async def who(self, channel: str, value: str) -> Staff | None:
        """Who of the staff this is, if they are still there."""
        found = await self._work.casework.staff_at(channel, value)
        return found if found is not None and (found.left_at is None or self._work.clock.now() < found.left_at) else None

    async def talk(self, who: Staff, file: CaseFile) -> list[Line]:
        """What may be read of the talk by whoever holds the case: from the claim on, and what waits for an answer; of danger, from the
        concern on; with the participant's yes, what was said earlier too. Audited, once a sitting: an open page looks again."""
        if not self._may_read(file, who):
            return []
        earlier = await self._earlier_shown(file, who)
        await self._note_opening(file, who, "talk.read_earlier" if earlier else "talk.read")
        since = file.opened_at - EARLIER if earlier else None
        if is_danger(file):
            return await self._of_danger(file, since)
        lines = await self._work.casework.talk(file.participant.id, since or file.held_at or self._work.clock.now(), TALK)
        return await self._theirs(file, [*await self._left_waiting(file), *lines])

    async def _of_danger(self, file: CaseFile, since: datetime | None = None) -> list[Line]:
        """What was said from the concern on; what was put right since is said since."""
        casework, whose = self._work.casework, file.participant.id
        lines = await casework.talk(whose, since or await self._spoken_of(file), TALK)
        changed = await casework.changed(whose, file.opened_at, file.opened_at - EARLIER)
        return _each_once([*changed, *lines])

    async def _unanswered(self, file: CaseFile) -> list[Line]:
        """What was said to whoever held this case before, and waited for a word when they let it go."""
        return [] if is_danger(file) else await self._theirs(file, await self._left_waiting(file))

    async def _left_waiting(self, file: CaseFile) -> list[Line]:
        return [] if file.held_at is None else [line for _, line in await self._work.casework.unanswered(file.id, file.held_at)]

    async def _theirs(self, file: CaseFile, lines: Sequence[Line]) -> list[Line]:
        """All but what is for whoever has a case of danger."""
        dangers = await self._work.casework.dangers(file.participant.id) if lines else []
        return hearing.theirs(_each_once(lines), file.held_by, file.held_at or file.opened_at, dangers)

    async def _note_opening(self, file: CaseFile, who: Staff, what: str) -> None:
        """Who has read the talk, unless that is written down of this sitting: half an hour, or since the case last changed hands."""
        casework, now = self._work.casework, self._work.clock.now()
        since, sitting = max(now - SITTING, file.held_at or file.since), (file.id, who.id, what)
        if self._sittings.get(sitting, since) > since:
            return
        mine = {"case": file.id, "staff": who.id}
        if not any(mine.items() <= each.items() for each in await casework.audited(file.participant.id, what, since)):
            await casework.audit([self._work.audit(what, file, staff=who.id)], file.participant.id)
            self._sittings = {each: at for each, at in self._sittings.items() if at > now - SITTING} | {sitting: now}

    async def _earlier_shown(self, file: CaseFile, who: Staff) -> bool:
        """Whether the participant has said to this holder that they may read it."""
        if file.held_by != who.id or file.held_at is None:
            return False
        return bool(await self._work.casework.earlier_agreed(file.participant.id, file.held_at, file.id, who.id))

    async def _spoken_of(self, file: CaseFile) -> datetime:
        """When it was said what the case was opened for: a message is older than the case that it raised."""
        return await self._work.casework.last_said(file.participant.id, file.opened_at) or file.opened_at

    def _may_read(self, file: CaseFile, who: Staff) -> bool:
        """The holder; of danger a safety lead too, who is not tied to the participant."""
        if file.held_by == who.id:
            return True
        tied = {"own_case", "own_team", "line_manager", "declared_conflict"}
        broken = matching.broken(need_of(file), who, NOTHING, self._work.clock.now())
        return is_danger(file) and Role.SAFETY_LEAD in who.roles and not tied & set(broken)

    async def brief(self, file: CaseFile) -> Say:
        """The brief, in the words that the participant approved."""
        casework, now = self._work.casework, self._work.clock.now()
        stored = await casework.approval(file.participant.id, file.opened_at)
        conversation, goals = await casework.known_of(file.participant.id)
        known = brief.Known(file.participant.alias, brief.goal_in_hand(conversation, goals))
        approval = approvals.decode(stored) if stored is not None else None
        speech = self._work.speech(now)
        return brief.shown(brief.fitted(brief.made(heading(file), known, approval), speech), now, speech)

    # -- taking -----------------------------------------------------------------------------------------------------------------

    async def claim(self, who: Staff, case_id: str, means: str, key: str = "") -> Answer:
        """Take the case; the participant hears who is there, and the claimer alone gets the brief."""
        return await self._move(who, case_id, lambda scene: self._claimed(scene, means), key)

    async def _claimed(self, scene: Scene, means: str) -> Decided:
        file = scene.file
        if refused := self._may_not_take(scene):
            return refused
        if scene.holds and file.desk == means:
            return Say("desk.claimed.plain", scene.number)
        after = await self._taken(scene, means)
        said, sent = self._joined(scene)
        page = CasePage(file, after, lines=said, postings=sent, posts=await self._opening(scene, after, means))
        audit = self._work.audit("case.claimed", file, staff=scene.who.id, by=means)
        approved = await self._work.casework.approval(file.participant.id, file.opened_at)
        says = Say("desk.claimed" if approved is not None else "desk.claimed.plain", scene.number)
        arrives = self._arrival(scene, "person_came") if is_danger(file) else None
        return replace(page, standing=standing.move(file.standing, "claim"), audit=(audit,), arrives=arrives, carried=True), says

    async def _taken(self, scene: Scene, means: str) -> CaseFile:
        """The case as theirs; taken again at another desk, the talk goes on there."""
        if scene.holds:
            return replace(scene.file, desk=means, look_at=None)
        taken = replace(scene.file, held_by=scene.who.id, held_at=scene.now, waits_since=scene.now, before=scene.file.standing)
        last = await self._work.casework.last_passed_on(scene.file.participant.id)
        return replace(taken, relayed=last, desk=means, left_by="", look_at=None)

    def _may_not_take(self, scene: Scene) -> Say | None:
        """Why this person may not take it now, if anything keeps them."""
        file, who = scene.file, scene.who
        if file.closed_at is not None:
            return Say("desk.over", scene.number)
        if file.held_by and file.held_by != who.id:
            return Say("desk.held", {**scene.number, "coach": scene.names.get(file.held_by, "")})
        if file.held_by == who.id:
            return None
        asked = replace(need_of(file), declined=frozenset())  # whoever passed it on is not asked again; they may change their mind
        rules = ("own_case",) if is_own(who, scene.address) else matching.forbidden(asked, who, scene.load, scene.now)
        if rules:
            return Say(desk_words.forbidden(rules), scene.number)
        if file.standing == standing.STOPPED:
            return Say("desk.stopped", scene.number)
        return self._not_past(scene)

    def _not_past(self, scene: Scene) -> Say | None:
        """Somebody else talks with them: only danger comes before that."""
        voice = scene.voice
        if voice is None or voice.held_by == scene.who.id or (is_danger(scene.file) and not is_danger(voice)):
            return None
        return Say("desk.held", {**scene.number, "coach": scene.names.get(voice.held_by, "")})

    def _joined(self, scene: Scene) -> tuple[tuple[NewLine, ...], tuple[Posting, ...]]:
        if scene.address is None or scene.holds or not scene.file.contact_ok:
            return (), ()
        wording = "desk.to.joined.safety" if is_danger(scene.file) else "desk.to.joined"
        said = replace(self._work.telling(scene.file, wording, coach=scene.who.name), choices=desk_words.WAYS_OUT)
        line, posting = self._work.line(scene.file, scene.address, replace(said, shape=Shape.SAY))
        return (line,), (posting,)

    async def _opening(self, scene: Scene, after: CaseFile, means: str) -> tuple[DeskPost, ...]:
        """What the claimer finds on their desk: the brief, and of danger what was said from the concern on."""
        if means not in (Means.SLACK, Means.TELEGRAM):
            return ()
        found = replace(await self.brief(after), choices=desk_words.HOLDING_IT, shape=Shape.CHOICE)
        posts: list[DeskPost | None] = [self._to(scene.who, means, found, "brief", private=True)]
        if is_danger(after):
            lines = await self._of_danger(after)
            said = "\n".join(f"{line.author}: {own_words(line)}" for line in lines if line.text)[-LONGEST:]
            posts.append(self._to(scene.who, means, Say("desk.earlier", {"said": said}), "talk", private=True) if said else None)
        elif not scene.holds:
            posts.append(await self._to_be_answered(scene, after, means))
        return tuple(post for post in posts if post is not None)

    async def _to_be_answered(self, scene: Scene, after: CaseFile, means: str) -> DeskPost | None:
        """What waits for a word still; whoever held it last has had it."""
        if scene.file.left_by == scene.who.id:
            return None
        alias, shown = after.participant.alias, self._work.shown
        lines = await self._unanswered(after)
        said = [each.text or shown(Say("desk.they_sent", {"alias": alias, "what": each.what})) for each in lines if each.text or each.what]
        says = Say("desk.unanswered", {"alias": alias, "said": "\n".join(said)[-LONGEST:]})
        return self._to(scene.who, means, says, "talk", private=True) if said else None

    async def _staff(self, name: str) -> Staff | None:
        return next((each for each in await self._work.casework.staff() if each.id == name), None)

    # -- beside a case of danger ------------------------------------------------------------------------------------------------

    async def _beside(self, scene: Scene, page: CasePage) -> CasePage:
        """With a word to whoever has another case of theirs, where somebody has come about danger, or has gone again."""
        other, was, after = scene.stays, page.was, page.after
        if not is_danger(was) or other is None or was.held_by == after.held_by or other.held_by in (was.held_by, after.held_by):
            return page
        return replace(page, posts=(*page.posts, *beside(self._work, other, await self._work.casework.staff(), after.held_by)))

    def _to(self, who: Staff, means: str, say: Say, what: str, *, private: bool = False) -> DeskPost | None:
        return self._work.post(who, Means(means), say, what, private=private)

    # -- talking ----------------------------------------------------------------------------------------------------------------

    async def reply(self, who: Staff, case_id: str, words: Words, key: str = "", penned: Penned | None = None, means: str = "") -> Answer:
        """The holder's words, to the participant, under the holder's name. `penned`: the holder hears there what became of them.

        `means`, here and below: the desk where it was written, where that may be another than the one where the case was taken.
        """
        written = Written("reply", (words,), means)
        return await self._move(who, case_id, lambda scene: self._replied(scene, words, "desk.to.says", penned), key, written)

    async def correct(self, who: Staff, case_id: str, words: Words, key: str = "", penned: Penned | None = None, means: str = "") -> Answer:
        """The holder has edited what they wrote: the participant hears the new words."""
        written = Written("reply", (words,), means)
        return await self._move(who, case_id, lambda scene: self._replied(scene, words, "desk.to.edited", penned), key, written)

    async def _replied(self, scene: Scene, words: Words, wording: str, penned: Penned | None) -> Decided:
        if refused := self._may_not_write(scene, words):
            return refused
        assert scene.address is not None
        said, masked = self._work.mask(words.text.strip())
        say = self._work.telling(scene.file, wording, coach=scene.who.name, said=said)
        say = say if await self._sees_the_ways_out(scene) else replace(say, choices=desk_words.WAYS_OUT)
        line, posting = self._work.line(scene.file, scene.address, say, author=scene.who.name)
        posting = replace(posting, outbound=replace(posting.outbound, penned=penned))
        after = replace(scene.file, waits_since=None, snoozed_until=None, look_at=None)
        audit = self._work.audit("case.replied", scene.file, staff=scene.who.id, characters=len(said))
        page = CasePage(scene.file, after, lines=(line,), postings=(posting,), audit=(audit,))
        return page, Say("desk.sent.masked" if masked else "desk.sent")

    async def _sees_the_ways_out(self, scene: Scene) -> bool:
        """Whether the buttons that lead out of the talk stand a few lines above: they come again before they are out of sight."""
        lines = await self._work.casework.talk(scene.file.participant.id, scene.file.held_at or scene.now, NEAR)
        return any(desk_words.WAYS_OUT[-1] in [each.id for each in line.outbound.choices] for line in lines if line.outbound)

    def _may_not_write(self, scene: Scene, words: Words) -> Say | None:
        if not words.text.strip():
            return Say("desk.empty")
        if len(words.text) > LONGEST:
            return Say("desk.too_long", {"count": f"{len(words.text):,}"})
        return self._not_theirs(scene) or self._not_reached(scene)

    def _not_theirs(self, scene: Scene) -> Say | None:
        if scene.file.closed_at is not None:
            return Say("desk.over", scene.number)
        if not scene.holds:
            return Say("desk.not_held", scene.number)
        voice = scene.voice
        if voice is not None and voice.id != scene.file.id and voice.held_by != scene.who.id:
            return Say("desk.other_voice", {"coach": scene.names.get(voice.held_by, "")})
        return None if scene.file.standing in (standing.WITH_COACH, standing.STOPPED) else Say("desk.gone_back", scene.number)

    def _not_reached(self, scene: Scene) -> Say | None:
        return Say("desk.left") if scene.address is None else self._not_while_stopped(scene)

    def _not_while_stopped(self, scene: Scene) -> Say | None:
        """Nothing reaches whoever has stopped; what is about danger may be passed on still."""
        return Say("desk.stopped", scene.number) if scene.file.standing == standing.STOPPED else None

    async def ask_earlier(self, who: Staff, case_id: str, key: str = "") -> Answer:
        """Ask the participant whether earlier talk may be read; once they have said yes, it comes to the holder's desk. Audited."""
        return await self._move(who, case_id, self._asked_earlier, key)

    async def _asked_earlier(self, scene: Scene) -> Decided:
        if refused := self._not_theirs(scene) or self._not_reached(scene):
            return refused
        file = scene.file
        answered = await self._work.casework.earlier_agreed(file.participant.id, file.held_at or scene.now, file.id, scene.who.id)
        if answered is not None:
            return await self._earlier(scene) if answered else Say("desk.earlier_no")
        assert scene.address is not None
        say = self._work.telling(scene.file, "desk.to.earlier", coach=scene.who.name)
        asking = replace(say, choices=("earlier_yes", "earlier_no"), shape=Shape.SAY)
        line, posting = self._work.line(scene.file, scene.address, asking)
        audit = self._work.audit("case.earlier_asked", scene.file, staff=scene.who.id)
        return CasePage(scene.file, scene.file, lines=(line,), postings=(posting,), audit=(audit,)), Say("desk.asked_earlier")

    async def _earlier(self, scene: Scene) -> Decided:
        """What was said before, as much as one post holds, the newest last."""
        lines = await self._work.casework.talk(scene.file.participant.id, scene.file.opened_at - EARLIER, TALK)
        lines = lines if is_danger(scene.file) else await self._theirs(scene.file, lines)
        before = [line for line in lines if line.text and line.at < (scene.file.held_at or scene.now)]
        said = "\n".join(f"{line.author}: {own_words(line)}" for line in before)
        says = Say("desk.earlier", {"said": said[-LONGEST:]})
        post = self._to(scene.who, scene.file.desk, says, "talk", private=True) if scene.file.desk in CHANNELS else None
        audit = self._work.audit("talk.read_earlier", scene.file, staff=scene.who.id)
        return CasePage(scene.file, scene.file, posts=(post,) if post is not None else (), audit=(audit,)), says

    # -- beside the talk --------------------------------------------------------------------------------------------------------

    async def note(self, who: Staff, case_id: str, words: Words, kind: str = "private", key: str = "", means: str = "") -> Answer:
        """A note of the holder's own (`private`), or one that a supervisor reads too, and nobody else (`consult`)."""
        return await self._move(who, case_id, lambda scene: self._noted(scene, words, kind), key, Written("note", (words,), means))

    def _noted(self, scene: Scene, words: Words, kind: str) -> Decided:
        if not words.text.strip():
            return Say("desk.empty")
        if not scene.holds:
            return Say("desk.not_held", scene.number)
        note = StaffNote(self._work.names.new(), scene.who.id, kind, Words(self._work.mask(words.text.strip()[:LONGEST])[0]), scene.now)
        return CasePage(scene.file, scene.file, notes=(note,)), Say("desk.consulted" if kind == "consult" else "desk.noted")

    async def tell_lead(self, who: Staff, case_id: str, key: str = "", means: str = "") -> Answer:
        """What was said of this participant may mean danger: those who answer for safety are called, as if the participant had said it."""
        return await self._move(who, case_id, lambda scene: self._minding.told_lead(scene.file, scene.others, who, means), key)

    async def snooze(self, who: Staff, case_id: str, span: timedelta, key: str = "") -> Answer:
        """Remind the holder after this time; the participant's clock goes on."""
        return await self._move(who, case_id, lambda scene: self._snoozed(scene, span), key)

    def _snoozed(self, scene: Scene, span: timedelta) -> Decided:
        if not scene.holds:
            return Say("desk.not_held", scene.number)
        until = scene.now + min(max(span, timedelta(minutes=5)), SNOOZES)
        speech = self._work.speech(scene.now)
        return CasePage(scene.file, replace(scene.file, snoozed_until=until, look_at=None)), Say(
            "desk.snoozed", {"when": speech.when(until)}
        )

    # -- letting go -------------------------------------------------------------------------------------------------------------

    async def pass_on(self, who: Staff, case_id: str, key: str = "") -> Answer:
        """Somebody else, please: whoever has it lets it go; whoever has not is not offered it again."""
        return await self._move(who, case_id, self._passed_on, key)

    def _passed_on(self, scene: Scene) -> Decided:
        file = scene.file
        if file.closed_at is not None:
            return Say("desk.over", scene.number)
        declined = replace(file, declined=file.declined | {scene.who.id}, look_at=None)
        audit = self._work.audit("case.passed_on", file, staff=scene.who.id)
        if not scene.holds:
            return CasePage(file, declined, audit=(audit,)), Say("desk.not_me", scene.number)
        if file.standing == standing.STOPPED and not is_danger(file):
            return Say("desk.stopped", scene.number)
        after = replace(declined, held_by="", held_at=None, desk="", since=scene.now, snoozed_until=None)
        lines, postings = self._parted(scene, *self._told(scene, "desk.to.passed_on"))
        posts = after_care(self._work, file, scene.who)
        page = CasePage(file, after, lines=lines, postings=postings, posts=posts, audit=(audit,), standing=self._without(scene))
        return replace(page, arrives=self._arrival(scene, "nobody")), Say("desk.passed", scene.number)

    def _told(self, scene: Scene, wording: str, **more: str) -> tuple[tuple[NewLine, ...], tuple[Posting, ...]]:
        if scene.address is None or not scene.file.contact_ok or scene.file.standing == standing.STOPPED:
            return (), ()
        line, posting = self._work.line(scene.file, scene.address, self._work.telling(scene.file, wording, coach=scene.who.name, **more))
        return (line,), (posting,)

    def _without(self, scene: Scene) -> str:
        """Where the conversation stands once this person is not in it: with whoever else has it, held, or waiting."""
        return without(scene.others, scene.hold) if scene.file.standing == standing.WITH_COACH else ""

    def _parted(self, scene: Scene, lines: tuple[NewLine, ...], postings: tuple[Posting, ...]) -> Said:
        """With a word on who is with them still, where somebody is."""
        other = scene.stays
        if scene.file.standing != standing.WITH_COACH or other is None or scene.address is None or not other.contact_ok:
            return lines, postings
        say = self._work.telling(scene.file, "desk.to.stays", coach=scene.names.get(other.held_by, ""))
        line, posting = self._work.line(scene.file, scene.address, say)
        return (*lines, line), (*postings, posting)

    def _arrival(self, scene: Scene, what: str, **fields: str) -> Inbound | None:
        """What the dialogue hears of it."""
        if scene.address is None:
            return None
        told = {name: Words(text) for name, text in fields.items()}
        return Inbound(scene.address, (), Kind.ARRIVED, scene.now, fields=told, what=what)

    async def hand_back(self, who: Staff, case_id: str, lines: HandBack, key: str = "", means: str = "") -> Answer:
        """Give the conversation back to the bot, with the lines that the participant reads. The case is answered."""
        written = Written("hand_back", (lines.agreed, lines.next_step, lines.again), means)
        return await self._move(who, case_id, lambda scene: self._handed_back(scene, lines), key, written)

    def _handed_back(self, scene: Scene, lines: HandBack) -> Decided:
        if refused := self._not_theirs(scene) or self._not_while_stopped(scene):
            return refused
        if is_danger(scene.file):
            return Say("desk.needs_lead", scene.number)
        said, sent = self._parted(scene, *self._hand_back_lines(scene, lines))
        after = replace(self._ended(scene, Ending.ANSWERED), held_by="")
        page = CasePage(scene.file, after, lines=said, postings=sent, audit=(self._end_audit(scene, Ending.ANSWERED),))
        arrives = self._arrival(scene, "handed_back", coach=scene.who.name, rate="yes")
        return replace(page, standing=self._back(scene), arrives=arrives), Say("desk.handed_back", scene.number)

    def _hand_back_lines(self, scene: Scene, lines: HandBack) -> tuple[tuple[NewLine, ...], tuple[Posting, ...]]:
        if scene.address is None:
            return (), ()
        masked = replace(lines, **{name: Words(self._work.mask(getattr(lines, name).text)[0]) for name in handback.LINES})
        line, posting = self._work.line(scene.file, scene.address, handback.shown(masked, scene.who.name), author=scene.who.name)
        return (line,), (posting,)

    def _back(self, scene: Scene) -> str:
        """The bot has the conversation again, unless somebody else has it; a person who was asked for is waited for still."""
        if scene.file.standing != standing.WITH_COACH:
            return ""
        if scene.stays is not None:
            return standing.WITH_COACH  # said again, so that two who let go at once are not both taken for the other
        waits = "hand_back_to_wait" if _asked_for(scene.others) else "hand_back"
        held = scene.hold and any(is_danger(each) for each in scene.others)
        return standing.move(scene.file.standing, "hand_back_to_hold" if held else waits)

    def _ended(self, scene: Scene, ending: Ending) -> CaseFile:
        return replace(scene.file, ending=ending.value, closed_at=scene.now, waits_since=None, snoozed_until=None)

    def _end_audit(self, scene: Scene, ending: Ending) -> AuditRow:
        return self._work.audit("case.closed", scene.file, staff=scene.who.id, ending=ending.value)

    async def close(
        self, who: Staff, case_id: str, reason: Words, ending: Ending = Ending.CLOSED, key: str = "", means: str = ""
    ) -> Answer:
        """Close it with a reason: the holder; of danger the safety lead; of what nobody has, a supervisor or the safety lead."""
        written = Written("reason", (reason,), means)
        return await self._move(who, case_id, lambda scene: self._closed_and_cared(scene, reason, ending), key, written)

    async def _closed_and_cared(self, scene: Scene, reason: Words, ending: Ending) -> Decided:
        """Whoever had it, where that is somebody else than who closes it, gets the line of after-care too."""
        decided = await self._closed(scene, reason, ending)
        if isinstance(decided, Say) or not is_danger(scene.file):
            return decided
        care = after_care(self._work, scene.file, await self._staff(scene.file.held_by))
        return replace(decided[0], posts=(*decided[0].posts, *care)), decided[1]

    async def _closed(self, scene: Scene, reason: Words, ending: Ending) -> Decided:
        file = scene.file
        if file.closed_at is not None:
            return Say("desk.over", scene.number)
        if refused := self._may_not_close(scene):
            return refused
        if not reason.text.strip():
            return Say("desk.no_reason")
        told = "desk.to.signposted" if ending is Ending.SIGNPOSTED else "desk.to.closed"
        lines, postings = ((), ()) if file.review and not file.held_by else self._parted(scene, *self._told(scene, told))
        kept = StaffNote(self._work.names.new(), scene.who.id, "reason", Words(reason.text.strip()[:LONGEST_REASON]), scene.now)
        page = CasePage(file, replace(self._ended(scene, ending), held_by=""), lines=lines, postings=postings, notes=(kept,))
        page = replace(page, posts=await self._closed_over(scene))
        held = {"held": "yes"} if file.held_by else {}
        what = "released" if is_danger(file) else "closed"
        arrives = self._arrival(scene, what, coach=scene.who.name, concern=file.concern.value, **held)
        ended = replace(page, audit=(self._end_audit(scene, ending),), standing=self._released(scene), arrives=arrives, carried=True)
        return ended, Say("desk.closed_now", scene.number)

    async def _closed_over(self, scene: Scene) -> tuple[DeskPost, ...]:
        """Whoever held it until now is told."""
        if scene.file.held_by in ("", scene.who.id):
            return ()
        says = Say("desk.they_closed", {**scene.number, "coach": scene.who.name})
        return self._work.own_line(await self._staff(scene.file.held_by), scene.file, says)

    def _may_not_close(self, scene: Scene) -> Say | None:
        lead, file = Role.SAFETY_LEAD in scene.who.roles, scene.file
        tied = set(matching.forbidden(need_of(file), scene.who, NOTHING, scene.now)) & {"own_case", "own_team", "line_manager"}
        if tied or is_own(scene.who, scene.address):
            return Say("desk.forbidden.own", scene.number)
        if is_danger(file):
            return None if lead else Say("desk.needs_lead", scene.number)
        may = scene.holds or (not file.held_by and (lead or Role.SUPERVISOR in scene.who.roles))
        return None if may else Say("desk.not_held", scene.number)

    def _released(self, scene: Scene) -> str:
        """Where the conversation stands once the case is closed."""
        if scene.file.standing == standing.WITH_COACH:
            return self._back(scene)
        asked = _asked_for(scene.others)
        if not is_danger(scene.file):
            return "" if asked else standing.move(scene.file.standing, "cancel")
        after = standing.move(scene.file.standing, "release")
        return standing.move(after, "ask") if asked and after == standing.WITH_BOT else after

    # -- moving -----------------------------------------------------------------------------------------------------------------

    async def _move(self, who: Staff, case_id: str, decide: Decide, key: str = "", written: Written | None = None) -> Answer:
        """Read, decide and write; again where somebody else was quicker."""
        for _ in range(TRIES):
            scene = await self._scene(who, case_id)
            if scene is None:
                return Answer(False, NO_CASE)
            found = decide(scene)
            decided = found if isinstance(found, (Say, tuple)) else await found
            if isinstance(decided, Say):
                return Answer(scene.holds and decided.wording.startswith("desk.claimed"), decided, scene.file)
            page = await self._minding.with_word(await self._beside(scene, decided[0]), who, written)
            try:
                fresh = await self._work.casework.write_case(replace(page, key=key))
            except MovedOn:
                continue
            self._tell(page, scene.others)
            return Answer(True, decided[1], page.after, fresh)
        return Answer(False, Say("desk.busy"))

    def _tell(self, page: CasePage, others: Sequence[CaseFile]) -> None:
        self._work.wake()
        self._work.tend()
        tell_changed(self._work, page, others)

    async def _scene(self, who: Staff, case_id: str) -> Scene | None:
        casework, now = self._work.casework, self._work.clock.now()
        file = await casework.file(case_id)
        if file is None:
            return None
        loads = await casework.loads(now)
        address, cases = await casework.address_of(file.participant.id), await casework.open_of(file.participant.id)
        voice, others = next((each for each in cases if each.held_by), None), [each for each in cases if each.id != file.id]
        hold = await hold_beneath(self._work, file, others)
        return Scene(file, who, loads.get(who.id, NOTHING), address, voice, others, await casework.names(), now, hold)


def own_words(line: Line) -> str:
    """What was said, without the name that a coach's words have before them in the participant's chat."""
    head, _, said = line.text.partition(": ")
    return said if said and line.wording.startswith(NAMED) and head.startswith(line.author) else line.text


def _each_once(lines: Sequence[Line]) -> list[Line]:
    return sorted({line.id: line for line in lines}.values(), key=lambda line: line.id)


def beside(work: Work, other: CaseFile, staff: Sequence[Staff], talks: str) -> tuple[DeskPost, ...]:
    """A line to whoever has another case of a participant: who talks with them about danger now, or that it is they again."""
    holder, lead = (next((each for each in staff if each.id == name), None) for name in (other.held_by, talks))
    blanks = {"number": str(other.number), "alias": other.participant.alias, "coach": lead.name if lead is not None else ""}
    posts = work.own_line(holder, other, Say("desk.waits" if talks else "desk.goes_on", blanks))
    return tuple(replace(post, case_id=other.id) for post in posts)


def tell_changed(work: Work, page: CasePage, others: Sequence[CaseFile]) -> None:
    """Whoever watches cases hears of it; of the participant's others too where another person has this one now."""
    work.changed(page.was, page.after)
    if page.was.held_by != page.after.held_by:
        for other in others:
            work.changed(other, other)


async def hold_beneath(work: Work, file: CaseFile, others: Sequence[CaseFile]) -> bool:
    """Whether a hold waits beneath whoever speaks with them, since nobody has let go of that yet: then it is on again without them."""
    if file.standing != standing.WITH_COACH or not any(is_danger(each) for each in (file, *others)):
        return False
    try:
        return bool((await work.casework.known_of(file.participant.id))[0].watch.hold)
    except UnreadableState:
        return True


def without(others: Sequence[CaseFile], hold: bool) -> str:
    """Where a conversation stands once the holder of a case is not in it: with whoever has another, held, or waiting."""
    if any(each.held_by for each in others):
        return standing.WITH_COACH
    return standing.move(standing.WITH_COACH, "hand_back_to_hold" if hold else "hand_back_to_wait")


def _asked_for(others: Sequence[CaseFile]) -> bool:
    """Whether a person is waited for in another case."""
    return any(each.concern is Concern.WANTS_HUMAN for each in others)


def is_own(who: Staff, address: Address | None) -> bool:
    """Whether the participant writes from an address of this very person, whatever is written down of who is coached here too."""
    return address is not None and (address.channel.value, address.person) in who.addresses


def is_danger(file: CaseFile) -> bool:
    """Whether a safety hold follows from what it is about."""
    return file.concern in HOLDING


def after_care(work: Work, file: CaseFile, holder: Staff | None) -> tuple[DeskPost, ...]:
    """A line of our own to whoever has just had a case of danger, and has it no more; nothing to who works here no longer."""
    here = holder is not None and (holder.left_at is None or work.clock.now() < holder.left_at)
    return work.own_line(holder, file, Say("desk.after_care", {"number": str(file.number)})) if here and is_danger(file) else ()


def need_of(file: CaseFile) -> matching.Need:
    """What a case asks of whoever holds it."""
    return matching.Need(
        case_id=file.id,
        participant_id=file.participant.id,
        concern=file.concern,
        urgency=file.urgency,
        to=file.to or "coach_pool",
        languages=(file.participant.language,),
        topic=file.concern.value,
        previous_coach=file.previous,
        still_theirs=bool(file.previous),
        declined=file.declined,
    )


def heading(file: CaseFile) -> brief.Heading:
    """What the queue knows of a case, for its brief."""
    reason = f"{file.concern}.{file.kind}" if file.kind else file.concern.value
    return brief.Heading(file.id, reason, file.urgency, file.opened_at, file.to, file.due_at)


def route_of(file: CaseFile) -> Route:
    """The route that it was given."""
    return Route(file.to, Within(file.within), file.to in SAFETY)
