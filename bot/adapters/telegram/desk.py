"""The coaches' side in Telegram: buttons in their group, and the talk with a participant in a coach's private chat with the bot.

Whatever it does is committed before the update counts as read, under the platform's own key, so a second delivery changes nothing. What
a coach writes goes to a participant only where it is known for which case it is: a reply to a post about it, or the one case they have.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import structlog
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import SendChatAction

from bot.adapters.telegram.acts import EDIT, MESSAGE, PRESS, Act, act
from bot.adapters.telegram.chatting import Buttons, Chatting
from bot.adapters.telegram.marks import Mark, read_mark
from bot.adapters.telegram.pressing import unpack
from coaching.casework import CaseFile, Shown
from coaching.effects import Say
from coaching.errors import NotStored
from coaching.message import Inbound, Kind, Penned
from coaching.participant import Address, Channel
from coaching.ports import Intake, Looking
from coaching.staff import Role, Staff
from coaching.words import Words
from handoff import asking, card
from handoff.asking import CLOSE, CONSULT, HAND_BACK, NOTE, WHICH, Asked, Waiting
from handoff.desk import Answer, Work
from handoff.ladder import Means
from handoff.outsiders import Outsiders
from handoff.relay import LONGEST, Desk, is_danger

PATIENCE = 3.0  # seconds that one update may take: others wait behind it
BLIND = timedelta(seconds=10)  # for which nobody is looked up, once that could not be done
CLOCKS = timedelta(seconds=2)  # by which Telegram's clock, which tells whole seconds, and ours may differ
MOST = 50  # cases that somebody is shown at once
RECENT = 50  # lines of a talk in which an edit is looked for
SNOOZES = {"m30": timedelta(minutes=30), "h2": timedelta(hours=2)}
TOMORROW, MORNING = "tomorrow", 9  # o'clock, in the programme's zone
SPANS = (*SNOOZES, TOMORROW)
ASKING = (HAND_BACK, NOTE, CLOSE)
START = re.compile(r"/start\b", re.ASCII)
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """An update that was the desk's. `says`: what whoever pressed is shown; `alert`: they have to put it away."""

    says: str = ""
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What the desk is made of. `group` is the coaches' own (0: none); `dangerous` tells of a text whether it may mean danger."""

    desk: Desk
    work: Work
    intake: Intake
    looking: Looking
    outsiders: Outsiders
    chatting: Chatting
    group: int
    dangerous: Callable[[str], bool]


class TelegramDesk:
    """Takes what the staff do; leaves everything else to the road."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._desk = parts.desk
        self._work = parts.work
        self._casework = parts.work.casework
        self._chatting = parts.chatting
        self._known: set[int] = set()  # of the staff, as seen last: for when the database is away
        self._blind_until = parts.work.clock.now()

    async def take(self, update: object) -> Taken | None:
        """Carry it out, committed; None where it is a participant's, or nobody's. Never raises."""
        found = act(update, bot=self._chatting.bot_id, now=self._work.clock.now())
        if found is None:
            return None
        try:
            if self._parts.group and found.chat == self._parts.group:
                return await self._bounded(lambda: self._in_group(found))
            if not found.private or not await self._may_be_ours(found):
                return None
            return await self._bounded(lambda: self._in_private(found))
        except Exception as error:
            log.error("telegram.desk_failed", what=found.what, error=type(error).__name__)
            return await self._not_kept(found)

    async def _bounded(self, step: Callable[[], Awaitable[Taken | None]]) -> Taken | None:
        """Once more where it fails: what was committed the first time is known by its key."""
        for last in (False, True):
            try:
                async with asyncio.timeout(PATIENCE):
                    return await step()
            except Exception:
                if last:
                    raise
        return None

    async def _not_kept(self, found: Act) -> Taken | None:
        """What could not be kept is said to whoever did it: the others must not wait behind it."""
        says = Say("desk.away")
        if found.what in (MESSAGE, EDIT) and found.private:
            await self._chatting.says(found.chat, says, answers=found.message)
        return Taken(self._work.shown(says), alert=True)

    async def _may_be_ours(self, found: Act) -> bool:
        """Whether this is somebody of the staff, or a press on what was shown to one; while nobody can say so, who was known last.

        Where it cannot be looked up it is not tried for every message: what participants write must not wait for it.
        """
        if self._work.clock.now() < self._blind_until:
            return self._was_ours(found)
        try:
            async with asyncio.timeout(PATIENCE):
                who = await self._who(found.person)
                return who is not None or (found.what == PRESS and await self._on_a_post(found))
        except Exception as error:
            log.warning("telegram.staff_unknown", error=type(error).__name__)
            self._blind_until = self._work.clock.now() + BLIND
            return self._was_ours(found)

    def _was_ours(self, found: Act) -> bool:
        if found.person in self._known:
            raise NotStored("Nothing was done: the database is away.")
        return False

    async def _who(self, person: int) -> Staff | None:
        who = await self._desk.who(Means.TELEGRAM, str(person))
        (self._known.discard if who is None else self._known.add)(person)
        return who

    async def _on_a_post(self, found: Act) -> bool:
        return read_mark(found.data) is not None or await self._shown(found.chat, found.message) is not None

    async def _shown(self, chat: int, message: int) -> Shown | None:
        return await self._casework.shown(Means.TELEGRAM, str(chat), str(message)) if message > 0 else None

    # -- the group --------------------------------------------------------------------------------------------------------------

    async def _in_group(self, found: Act) -> Taken:
        """Buttons of the staff count; what is written there is nobody's business here."""
        if found.what == PRESS:
            return await self._pressed_in_group(found)
        for person in found.people:
            await self._joined(person, found)
        return Taken()

    async def _joined(self, person: int, found: Act) -> None:
        if await self._who(person) is not None or not await self._casework.took(f"{found.key}:{person}"):
            return
        if await self._parts.outsiders.note("joined", Means.TELEGRAM, str(person)):
            await self._parts.outsiders.tell("joined", what="Telegram")

    async def _pressed_in_group(self, found: Act) -> Taken:
        shown, who = await self._shown(found.chat, found.message), await self._who(found.person)
        if who is None:
            return await self._outsider_pressed(found, shown)
        choice = unpack(found.data).choice
        if shown is None or choice not in card.BUTTONS:
            return Taken()
        if choice == "claim" and not await self._reachable(found.person):
            return Taken(self._work.shown(Say("desk.start_first")), alert=True)
        return await self._does(who, shown.case_id, choice, found)

    async def _outsider_pressed(self, found: Act, shown: Shown | None) -> Taken:
        """Nothing is done, and nothing said to them."""
        case_id = shown.case_id if shown is not None else ""
        if not await self._casework.took(found.key, case_id):
            return Taken()
        if await self._parts.outsiders.note("pressed", Means.TELEGRAM, str(found.person), case_id):
            file = await self._casework.file(case_id) if case_id else None
            await self._parts.outsiders.tell("pressed", number=str(file.number) if file is not None else "-")
        return Taken()

    async def _reachable(self, person: int) -> bool:
        """Whether the bot may write to this person in private: where they have never begun a chat it may not, and then no brief arrives."""
        try:
            await self._chatting.call(SendChatAction(chat_id=person, action="typing"))
        except (TelegramBadRequest, TelegramForbiddenError):
            return False
        except Exception as error:  # nobody can say: the claim is not to fail for it
            log.info("telegram.reach_unknown", error=type(error).__name__)
        return True

    # -- private chats ----------------------------------------------------------------------------------------------------------

    async def _in_private(self, found: Act) -> Taken | None:
        who = await self._who(found.person)
        if who is None:
            return Taken(self._work.shown(Say("desk.no_work")), alert=True)
        if await self._casework.delivered(found.key) is not None:
            return await self._again(who, found)
        match found.what:
            case "press":
                return await self._pressed(who, found)
            case "edit":
                return await self._edited(who, found)
            case "message":
                return await self._written(who, found)
            case _:
                return None

    async def _again(self, who: Staff, found: Act) -> Taken:
        """It was taken in before; whatever broke off then may not have asked what it opened."""
        asked = await self._open(found)
        if asked is None:
            return Taken()
        if asked.what != WHICH:
            await self._ask_again(asked, found)
        elif any(each.key == found.key for each in asked.waiting):
            await self._ask_which(await self._casework.open_files(MOST, held_by=who.id), asked, found)
        return Taken()

    async def _pressed(self, who: Staff, found: Act) -> Taken | None:
        mark = read_mark(found.data)
        if mark is not None:
            return await self._chosen(who, mark, found)
        shown = await self._shown(found.chat, found.message)
        return None if shown is None else await self._does(who, shown.case_id, unpack(found.data).choice, found)

    async def _does(self, who: Staff, case_id: str, choice: str, found: Act) -> Taken:
        """A button under a post about a case."""
        moves: dict[str, Callable[[], Awaitable[Answer]]] = {
            "claim": partial(self._desk.claim, who, case_id, Means.TELEGRAM, found.key),
            "pass_on": partial(self._desk.pass_on, who, case_id, found.key),
            "not_me": partial(self._desk.pass_on, who, case_id, found.key),
            "ask_earlier": partial(self._desk.ask_earlier, who, case_id, found.key),
            "tell_lead": partial(self._desk.tell_lead, who, case_id, found.key, Means.TELEGRAM),
        }
        if choice in moves:
            return self._told(await moves[choice]())
        file = await self._casework.file(case_id)
        if file is None:
            return Taken()
        if choice == "snooze":
            await self._ask_when(file, found)
        elif choice in ASKING:
            return await self._begin(who, file, choice, found)
        return Taken()

    def _told(self, answer: Answer) -> Taken:
        return Taken(self._work.shown(answer.says), alert=not answer.done)

    # -- questions to a coach ---------------------------------------------------------------------------------------------------

    async def _ask_when(self, file: CaseFile, found: Act) -> None:
        buttons = self._buttons(file.id, [(f"desk.choice.{span}", span) for span in SPANS])
        await self._chatting.says(found.chat, Say("desk.ask.when", {"number": str(file.number)}), buttons)

    async def _begin(self, who: Staff, file: CaseFile, what: str, found: Act) -> Taken:
        """The first question, where it may come to something."""
        if refused := _in_vain(who, file, what):
            return Taken(self._work.shown(Say(refused, {"number": str(file.number)})), alert=True)
        asked = Asked(self._work.names.new(), what, file.id)
        if await self._keep(found, asked):
            await self._question(asked, file, found.chat)
        return Taken()

    async def _keep(self, found: Act, asked: Asked | None, key: str = "") -> bool:
        """Committed before it is asked: otherwise the answer might be taken for words to a participant."""
        stored = asking.encode(asked) if asked is not None else None
        return await self._casework.ask(Means.TELEGRAM, str(found.chat), stored, key or found.key)

    async def _open(self, found: Act) -> Asked | None:
        stored = await self._casework.asked(Means.TELEGRAM, str(found.chat))
        return asking.decode(stored) if stored is not None else None

    async def _question(self, asked: Asked, file: CaseFile, chat: int) -> None:
        choices = [("desk.choice.skip", "skip")] if asked.optional else []
        choices += [("desk.choice.consult", "consult")] if asked.what == NOTE else []
        choices += [("desk.choice.cancel", "cancel")]
        says = Say(f"desk.ask.{asked.step}", {"number": str(file.number), "alias": file.participant.alias})
        await self._chatting.says(chat, says, self._buttons(asked.id, choices))

    def _buttons(self, name: str, choices: Sequence[tuple[str, str]]) -> Buttons:
        return [(self._work.shown(Say(wording)), Mark(about=name, choice=choice)) for wording, choice in choices]

    async def _chosen(self, who: Staff, mark: Mark, found: Act) -> Taken:
        """A button of a question."""
        if mark.choice in SPANS:
            return await self._snoozed(who, mark, found)
        asked = await self._open(found)
        if asked is None or asked.id != mark.about:
            return Taken(self._work.shown(Say("desk.ask.gone")), alert=True)
        match mark.choice:
            case "cancel":
                await self._keep(found, None)
                await self._chatting.settles(found.chat, found.message, Say("desk.ask.cancelled"))
            case "skip" if asked.optional:
                await self._went_on(who, asked, Words(), found)
            case "consult" if asked.what == NOTE:
                after = replace(asked, what=CONSULT)
                await self._keep(found, after)
                await self._ask_again(after, found)
            case "own" if asked.what == WHICH:
                await self._their_own(asked, found)
            case _ if asked.what == WHICH and mark.choice.isdecimal():
                await self._meant(who, asked, int(mark.choice), found)
        return Taken()

    async def _snoozed(self, who: Staff, mark: Mark, found: Act) -> Taken:
        now = self._work.clock.now()
        local = now.astimezone(ZoneInfo(self._work.programme.zone))
        morning = (local + timedelta(days=1)).replace(hour=MORNING, minute=0, second=0, microsecond=0)
        span = SNOOZES.get(mark.choice, morning - now)
        answer = await self._desk.snooze(who, mark.about, span, found.key)
        await self._chatting.settles(found.chat, found.message, answer.says)
        return self._told(answer)

    async def _ask_again(self, asked: Asked, found: Act) -> None:
        file = await self._casework.file(asked.case_id)
        if file is not None:
            await self._question(asked, file, found.chat)

    # -- what a coach writes ----------------------------------------------------------------------------------------------------

    async def _written(self, who: Staff, found: Act) -> Taken | None:
        """In this order: what can never be passed on, a reply to a post, the answer to a question, the one case, or a question."""
        about = await self._about(found)
        if about:
            return await self._relayed(who, about, found)
        held, asked = await self._casework.open_files(MOST, held_by=who.id), await self._open(found)
        if asked is not None and asked.what != WHICH and self._is_words(found):
            return await self._answered(who, asked, found)
        theirs = await self._is_participant(who, found)
        if self._is_own_talk(found, theirs, held):
            return None
        if refused := self._unfit(found, held):
            return await self._refused(refused, found)
        if len(held) == 1 and not theirs and not found.answers and asked is None and _is_since(held[0], found):
            return await self._relayed(who, held[0].id, found, echo=True)
        return await self._which(held, asked, found)

    async def _about(self, found: Act) -> str:
        """The case of what this replies to: a post of ours, or an earlier message that was passed on."""
        if found.answers <= 0:
            return ""
        shown = await self._shown(found.chat, found.answers)
        return shown.case_id if shown is not None else await self._case_of(found.key.rpartition(":")[0] + f":{found.answers}")

    async def _case_of(self, key: str) -> str:
        """Which case a message of theirs was passed on for."""
        return await self._casework.delivered(key) or await self._casework.delivered(_once_chosen(key)) or ""

    def _is_words(self, found: Act) -> bool:
        return found.is_text and not found.forwarded

    def _is_own_talk(self, found: Act, theirs: bool, held: Sequence[CaseFile]) -> bool:
        """Whether this is said to the bot: a command always, and of whoever is coached here too, or has no case, what may mean danger."""
        if found.forwarded or not found.is_text:
            return theirs and not held
        if found.words.text.startswith("/"):
            return theirs or not START.match(found.words.text)
        return (theirs and not held) or ((theirs or not held) and self._parts.dangerous(found.words.text))

    def _unfit(self, found: Act, held: Sequence[CaseFile]) -> Say | None:
        """Why this can never be passed on, if it cannot."""
        if found.forwarded:
            return Say("desk.forwarded")
        if not found.is_text:
            return Say("desk.file" if held else "desk.no_cases")
        if found.words.text.startswith("/"):
            return Say("desk.welcome")
        if len(found.words.text) > LONGEST:
            return Say("desk.too_long", {"count": f"{len(found.words.text):,}"})
        return None

    async def _refused(self, says: Say, found: Act) -> Taken:
        """Said before it counts as known: whatever dies between the two, it is said again."""
        await self._chatting.says(found.chat, says, answers=found.message)
        await self._casework.took(found.key)
        return Taken()

    async def _relayed(self, who: Staff, case_id: str, found: Act, *, echo: bool = False) -> Taken:
        """To the participant of this case, or a clear line. `echo`: say whom it went to, where the coach has not said so."""
        if found.forwarded or not found.is_text:
            return await self._refused(Say("desk.forwarded" if found.forwarded else "desk.file"), found)
        answer = await self._desk.reply(who, case_id, found.words, found.key, self._penned(who, case_id, found), Means.TELEGRAM)
        if not answer.done:
            return await self._refused(answer.says, found)
        if answer.fresh and (echo or answer.says.wording != "desk.sent"):
            await self._echo(answer, found)
        return Taken()

    async def _echo(self, answer: Answer, found: Act) -> None:
        says = _sent_to(answer.file) if answer.file is not None and answer.says.wording == "desk.sent" else answer.says
        await self._chatting.says(found.chat, says, answers=found.message)

    def _penned(self, who: Staff, case_id: str, found: Act, message: int = 0) -> Penned:
        return Penned(case_id, who.id, self._address(found), str(message or found.message))

    def _address(self, found: Act) -> Address:
        return Address(Channel.TELEGRAM, str(self._chatting.bot_id), str(found.person), str(found.chat))

    async def _is_participant(self, who: Staff, found: Act) -> bool:
        return bool(who.ties.participant_id) or (await self._parts.looking.glance(self._address(found))).known

    async def _answered(self, who: Staff, asked: Asked, found: Act) -> Taken:
        """The answer to the question that is open."""
        wrong = asking.unfit(asked, found.words)
        if len(found.words.text) > LONGEST:
            return await self._refused(Say("desk.too_long", {"count": f"{len(found.words.text):,}"}), found)
        if wrong:
            return await self._refused(Say(wrong), found)
        await self._went_on(who, asked, found.words, found)
        return Taken()

    async def _went_on(self, who: Staff, asked: Asked, words: Words, found: Act) -> None:
        """The next line, or what all of them were for."""
        after = asking.answered(asked, words)
        if after.step:
            await self._keep(found, after)
            await self._ask_again(after, found)
            return
        answer = await self._finished(who, after, f"{found.key}:answer")
        await self._keep(found, None)
        await self._chatting.says(found.chat, answer.says)

    async def _finished(self, who: Staff, asked: Asked, key: str) -> Answer:
        match asked.what:
            case "hand_back":
                return await self._desk.hand_back(who, asked.case_id, asking.hand_back(asked), key, Means.TELEGRAM)
            case "close_case":
                return await self._desk.close(who, asked.case_id, asked.given["reason"], key=key, means=Means.TELEGRAM)
            case _:
                kind = "consult" if asked.what == CONSULT else "private"
                return await self._desk.note(who, asked.case_id, asked.given[asked.what], kind, key, Means.TELEGRAM)

    # -- whom is it for? --------------------------------------------------------------------------------------------------------

    async def _which(self, held: Sequence[CaseFile], asked: Asked | None, found: Act) -> Taken:
        """Keep it, and ask; nothing is sent before the answer. What comes meanwhile waits with it, in order."""
        before = asked.waiting if asked is not None and asked.what == WHICH else ()
        if len(before) >= asking.MOST:
            return await self._refused(Say("desk.busy"), found)
        waiting = (*before, Waiting(found.key, found.words, found.sent_at))
        now = Asked(self._work.names.new(), WHICH, waiting=waiting)
        await self._keep(found, now)
        await self._ask_which(held, now, found)
        return Taken()

    async def _ask_which(self, held: Sequence[CaseFile], asked: Asked, found: Act) -> None:
        buttons: Buttons = [(self._named(file), Mark(about=asked.id, choice=str(file.number))) for file in held]
        buttons += self._buttons(asked.id, [("desk.choice.own", "own"), ("desk.choice.cancel", "cancel")])
        await self._chatting.says(found.chat, Say("desk.for_whom" if held else "desk.no_cases"), buttons, answers=found.message)

    def _named(self, file: CaseFile) -> str:
        return self._work.shown(Say("desk.choice.case", {"number": str(file.number), "alias": file.participant.alias}))

    async def _meant(self, who: Staff, asked: Asked, number: int, found: Act) -> None:
        """It was for this case: pass on what waits, in its order, up to the first that is refused."""
        file = await self._casework.numbered(number)
        says = Say("desk.no_case") if file is None else await self._pass_on(who, file, asked, found)
        await self._keep(found, None)
        await self._chatting.settles(found.chat, found.message, says)

    async def _pass_on(self, who: Staff, file: CaseFile, asked: Asked, found: Act) -> Say:
        says = Say("desk.empty")
        for each in asked.waiting:
            penned = self._penned(who, file.id, found, int(each.key.rpartition(":")[2]))
            answer = await self._desk.reply(who, file.id, each.words, _once_chosen(each.key), penned, Means.TELEGRAM)
            says = answer.says
            if not answer.done:
                return says
        return _sent_to(file) if says.wording == "desk.sent" else says

    async def _their_own(self, asked: Asked, found: Act) -> None:
        """It was said to the bot, by somebody who is coached too: taken in before it is let go here."""
        address = self._address(found)
        await self._parts.intake.receive([Inbound(address, (each.key,), Kind.TEXT, each.sent_at, each.words) for each in asked.waiting])
        await self._keep(found, None)
        await self._chatting.settles(found.chat, found.message, Say("desk.own_talk"))

    # -- edits ------------------------------------------------------------------------------------------------------------------

    async def _edited(self, who: Staff, found: Act) -> Taken | None:
        """What was passed on is put right, for the case that it was passed on for, and for no other."""
        key, asked = found.of_message, await self._open(found)
        case_id = await self._case_of(key)
        if case_id:
            return await self._corrected(who, case_id, found)
        if asked is not None and (after := asking.edited(asked, key, found.words)) is not None:
            await self._keep(found, after)
            return Taken()
        if await self._casework.delivered(key) is None:
            return None  # of their own talk
        return await self._refused(Say("desk.edit_late"), found)

    async def _corrected(self, who: Staff, case_id: str, found: Act) -> Taken:
        if not found.is_text:
            return await self._refused(Say("desk.file"), found)
        if await self._is_said(who, case_id, found.words):
            return Taken()
        answer = await self._desk.correct(who, case_id, found.words, found.key, self._penned(who, case_id, found), Means.TELEGRAM)
        if not answer.done:
            return await self._refused(answer.says, found)
        if answer.says.wording != "desk.sent":
            await self._echo(answer, found)
        return Taken()

    async def _is_said(self, who: Staff, case_id: str, words: Words) -> bool:
        """Whether these are the last words they said there: Telegram tells of edits that nobody made, as of a link's preview."""
        file = await self._casework.file(case_id)
        if file is None or file.held_at is None:
            return False
        said = self._work.mask(words.text.strip())[0]
        ways = {self._work.shown(Say(each, {"coach": who.name, "said": said})) for each in ("desk.to.says", "desk.to.edited")}
        lines = await self._casework.talk(file.participant.id, file.held_at, RECENT)
        last = next((line.text for line in reversed(lines) if line.author == who.name), "")
        return last in ways


def _once_chosen(key: str) -> str:
    """The key of a message that was passed on once somebody had said for whom it is."""
    return f"{key}:chosen"


def _sent_to(file: CaseFile) -> Say:
    """Said with the alias, so that a mix-up is seen at once."""
    return Say("desk.sent.to", {"alias": file.participant.alias, "number": str(file.number)})


def _is_since(file: CaseFile, found: Act) -> bool:
    """Whether it was written since they took the case: what comes late may have been meant for whom they had before."""
    return file.held_at is None or found.sent_at + CLOCKS >= file.held_at


def _in_vain(who: Staff, file: CaseFile, what: str) -> str:
    """Why the answers would come to nothing, if they would: nobody is to write lines that are refused in the end."""
    if file.closed_at is not None:
        return "desk.over"
    if is_danger(file) and (what == HAND_BACK or (what == CLOSE and Role.SAFETY_LEAD not in who.roles)):
        return "desk.needs_lead"
    return "desk.not_held" if what != CLOSE and file.held_by != who.id else ""
