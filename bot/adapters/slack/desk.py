"""The coaches' side of Slack: what they press, type and fill in about a case, and who else turns up where they work.

A direct message is desk talk where it answers a post of ours about a case to that very person; everything else in it is their own
talk with the bot, as a coach may be a participant too. Every move is committed before it is acknowledged.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.blocks import fallback
from bot.adapters.slack.desk_blocks import DESK, INPUTS, PICKS, Origin, desk_blocks, desk_form, origin_of
from bot.adapters.slack.fates import CALL_ERRORS, error_name
from bot.adapters.slack.outlet import SlackOutlet
from bot.adapters.slack.reading import PERSON, STAMP, Ours, at, fields_of, first_of, word
from coaching.casework import Shown
from coaching.effects import Say
from coaching.message import Inbound, Kind, Lane, Outbound, Penned
from coaching.participant import Address, Channel
from coaching.ports import Looking
from coaching.staff import Staff
from coaching.words import Words
from handoff import handback
from handoff.desk import Answer, Work
from handoff.handback import HandBack
from handoff.ladder import Means
from handoff.outsiders import Outsiders
from handoff.relay import LONGEST, Desk

JOINED = "member_joined_channel"
TALK = frozenset({Kind.TEXT, Kind.EDITED, Kind.DELETED, Kind.UNREADABLE})
SAID = frozenset({Kind.TEXT, Kind.UNREADABLE})
DONE = BoltResponse(status=200)
CASES = 50  # that somebody is told of at once
OWN = 200  # lines of somebody's own talk with the bot in which a word of theirs is looked for
PAGE = 200  # members of a channel that are asked for at once
LAST = 256  # presses in a shared channel that are known again
MORNING = 9  # o'clock, where "tomorrow" is meant
SPANS = {"half_hour": timedelta(minutes=30), "two_hours": timedelta(hours=2)}
Spawn = Callable[[Awaitable[Any]], None]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Touch:
    """A button of a post of ours, pressed. `place` is a shared channel's id, or the person's own; `message` the post, `thread` its root."""

    person: str
    verb: str
    channel: str
    message: str
    thread: str
    trigger: str
    key: str

    @property
    def place(self) -> str:
        return self.person if self.direct else self.channel

    @property
    def direct(self) -> bool:
        return self.channel.startswith("D")


class SlackDesk:
    """`channel` is the id of the coaches' channel, if there is one; `outlet` writes to the staff; `labels` are the texts of the forms.
    `dangerous` tells of a text whether it may mean danger. `spawn` starts what need not be done before a delivery is acknowledged."""

    def __init__(
        self,
        client: AsyncWebClient,
        desk: Desk,
        work: Work,
        outsiders: Outsiders,
        outlet: SlackOutlet,
        looking: Looking,
        labels: Mapping[str, str],
        dangerous: Callable[[str], bool],
        channel: str = "",
    ) -> None:
        self._client, self._desk, self._work, self._outsiders = client, desk, work, outsiders
        self._outlet, self._looking, self._labels, self._channel = outlet, looking, labels, channel
        self._dangerous = dangerous
        self._shown: deque[str] = deque(maxlen=LAST)
        self._met: set[str] = set()  # of the staff: nobody else's words wait until somebody is looked up

    async def take(self, payload: Mapping[str, Any], inbound: Inbound | None, ours: Ours, spawn: Spawn) -> BoltResponse | None:
        """What a delivery is answered with, where it is a desk's; None where it is not. `inbound`: what was read of it, if anything."""
        match word(payload, "type"):
            case "event_callback" if word(payload, "event", "type") == JOINED:
                return await self._joined(payload, ours, spawn)
            case "event_callback" if inbound is not None and inbound.address.thread and inbound.kind in TALK:
                return await self._talked(payload, inbound, ours, spawn)
            case "event_callback" if inbound is not None and inbound.kind in TALK:
                return await self._said_at_top(inbound, spawn)
            case "block_actions" if (touch := touch_of(payload, ours)) is not None:
                return await self._pressed(touch, ours, spawn)
            case "view_submission" if word(payload, "view", "callback_id").startswith(DESK):
                return await self._submitted(payload, ours, spawn)
            case _:
                return None

    def meets(self, people: Collection[str]) -> None:
        """These are the staff's, as far as is known now."""
        self._met = set(people)

    async def _who(self, person: str) -> Staff | None:
        who = await self._desk.who(Means.SLACK, person)
        (self._met.discard if who is None else self._met.add)(person)
        return who

    # -- talking ---------------------------------------------------------------------------------------------------------------

    async def _talked(self, payload: Mapping[str, Any], inbound: Inbound, ours: Ours, spawn: Spawn) -> BoltResponse | None:
        """In a thread: of a case, of somebody's own talk with the bot, or of neither."""
        person, thread = inbound.address.person, inbound.address.thread
        shown = await self._work.casework.shown(Means.SLACK, person, thread)
        who = await self._who(person)
        if shown is None:
            return await self._beside(payload, inbound, who, ours, spawn)
        says = Say("desk.no_work") if who is None else await self._done_with(inbound, who, shown, spawn)
        if says is not None:
            spawn(self._say(inbound.address, says, inbound.keys[0]))
        return DONE

    async def _beside(
        self, payload: Mapping[str, Any], inbound: Inbound, who: Staff | None, ours: Ours, spawn: Spawn
    ) -> BoltResponse | None:
        """In a thread that is no case's: their own talk with the bot, under a hint of ours, or nothing that came from us."""
        if who is None or await self._is_own(payload, inbound.address, ours):
            return None
        if _parent(payload) == ours.user and inbound.kind in SAID:
            return await self._said_at_top(inbound, spawn)
        return await self._forged(inbound, who, spawn)

    async def _said_at_top(self, inbound: Inbound, spawn: Spawn) -> BoltResponse | None:
        """By whoever has a case, outside its thread: it goes to nobody, and back to them with a word on where to write.

        It is for the bot where they are coached here too, or where it may mean danger.
        """
        who = await self._who(inbound.address.person) if inbound.address.person in self._met else None
        if inbound.kind not in SAID:  # of what has been given back there is nothing to put right
            return await self._already_back(inbound) if who is not None else None
        held = await self._work.casework.open_files(CASES, held_by=who.id) if who is not None else []
        here = [file for file in held if file.desk == Means.SLACK]
        if not here or await self._talks_with_bot(inbound):
            return None
        if await self._work.casework.delivered(inbound.keys[0]) is None:
            cases = ", ".join(str(file.number) for file in here)
            said = inbound.words.text.strip()[:LONGEST]
            says = Say("desk.at_top", {"number": cases, "said": said}) if said else Say("desk.at_top.file", {"number": cases})
            spawn(self._given_back(replace(inbound, address=replace(inbound.address, thread="")), says))
        return DONE

    async def _already_back(self, inbound: Inbound) -> BoltResponse | None:
        if await self._work.casework.delivered(inbound.about) is None:
            return None
        await self._work.casework.took(inbound.keys[0])
        return DONE

    async def _given_back(self, inbound: Inbound, says: Say) -> None:
        """Said before it counts as known: whatever dies between the two, it is said again."""
        await self._say(inbound.address, says, inbound.keys[0])
        await self._work.casework.took(inbound.keys[0])

    async def _talks_with_bot(self, inbound: Inbound) -> bool:
        """Whether this is said to the bot. Whoever has only opened the chat has said nothing to it yet."""
        if self._dangerous(inbound.words.text):
            return True
        glance = await self._looking.glance(replace(inbound.address, place="", thread=""), OWN)
        return any(line.author == "participant" for line in glance.lines)

    async def _is_own(self, payload: Mapping[str, Any], address: Address, ours: Ours) -> bool:
        """Somebody of the staff who is coached here too answers what the bot wrote to them."""
        return _parent(payload) == ours.user and (await self._looking.glance(replace(address, place="", thread=""))).known

    async def _done_with(self, inbound: Inbound, who: Staff, shown: Shown, spawn: Spawn) -> Say | None:
        """What the coach is told at once; nothing where a mark or a line about its fate follows."""
        match inbound.kind:
            case Kind.DELETED:
                return Say("desk.deleted")
            case _ if await self._work.casework.delivered(inbound.keys[0]) is not None:
                return None
            case Kind.UNREADABLE:
                spawn(self._given_back(inbound, Say("desk.file")))
                return None
            case kind:
                move = self._desk.correct if kind is Kind.EDITED else self._desk.reply
                answer = await move(who, shown.case_id, inbound.words, inbound.keys[0], self._penned(inbound, who, shown), Means.SLACK)
        if not answer.done:
            spawn(self._given_back(inbound, answer.says))
            return None
        return None if not answer.fresh or answer.says.wording == "desk.sent" else answer.says

    def _penned(self, inbound: Inbound, who: Staff, shown: Shown) -> Penned:
        address = self._work.address(who, Means.SLACK) or replace(inbound.address, place="", thread="")
        message = (inbound.about or inbound.keys[0]).rpartition(":")[2]
        return Penned(shown.case_id, who.id, address, message)

    async def _forged(self, inbound: Inbound, who: Staff, spawn: Spawn) -> BoltResponse:
        if await self._outsiders.note("forged", Means.SLACK, inbound.address.person):
            spawn(self._outsiders.tell("forged", coach=who.name))
        spawn(self._say(inbound.address, Say("desk.forged"), inbound.keys[0]))
        return DONE

    # -- pressing --------------------------------------------------------------------------------------------------------------

    async def _pressed(self, touch: Touch, ours: Ours, spawn: Spawn) -> BoltResponse:
        shown = await self._work.casework.shown(Means.SLACK, touch.place, touch.message)
        who = await self._who(touch.person)
        if who is None:
            await self._outsider_pressed(touch, shown, spawn)
            says: Say | None = Say("desk.no_work")
        elif shown is None:
            says = Say("desk.no_case")
        else:
            says = await self._form_opened(touch, who, shown) if touch.verb in INPUTS else await self._moved(touch, who, shown)
        if says is not None:
            spawn(self._reply_to(touch, says, ours))
        return DONE

    async def _outsider_pressed(self, touch: Touch, shown: Shown | None, spawn: Spawn) -> None:
        case_id = shown.case_id if shown is not None else ""
        if await self._outsiders.note("pressed", Means.SLACK, touch.person, case_id):
            file = await self._work.casework.file(case_id) if case_id else None
            spawn(self._outsiders.tell("pressed", number=str(file.number) if file is not None else "?"))

    async def _moved(self, touch: Touch, who: Staff, shown: Shown) -> Say | None:
        """What is said of it; nothing of what was delivered before."""
        match touch.verb:
            case "claim":
                answer = await self._desk.claim(who, shown.case_id, Means.SLACK, touch.key)
            case "pass_on" | "not_me":
                answer = await self._desk.pass_on(who, shown.case_id, touch.key)
            case "ask_earlier":
                answer = await self._desk.ask_earlier(who, shown.case_id, touch.key)
            case "tell_lead":
                answer = await self._desk.tell_lead(who, shown.case_id, touch.key, Means.SLACK)
            case _:
                return Say("desk.no_case")
        return answer.says if answer.fresh else None

    async def _form_opened(self, touch: Touch, who: Staff, shown: Shown) -> Say | None:
        """A trigger lives three seconds: whether they may is asked of what is known, and again when the form is sent."""
        file = await self._work.casework.file(shown.case_id)
        if file is None or file.held_by != who.id:
            over = file is not None and file.closed_at is not None
            return Say("desk.over" if over else "desk.not_held", {"number": str(file.number if file is not None else "?")})
        origin = Origin(case=shown.case_id, thread=touch.thread)
        try:
            await self._client.views_open(trigger_id=touch.trigger, view=desk_form(touch.verb, self._labels, origin))
        except CALL_ERRORS as error:
            log.warning("slack.form_not_opened", why=type(error).__name__)
            return Say("desk.busy")
        return None

    # -- forms -----------------------------------------------------------------------------------------------------------------

    async def _submitted(self, payload: Mapping[str, Any], ours: Ours, spawn: Spawn) -> BoltResponse:
        """Errors are shown in the form, where nothing that was typed is lost."""
        view, person = at(payload, "view"), word(payload, "user", "id")
        form, origin = word(view, "callback_id").removeprefix(DESK), origin_of(word(view, "private_metadata"))
        who = await self._desk.who(Means.SLACK, person) if PERSON.fullmatch(person) else None
        if form not in INPUTS:
            return DONE
        if who is None:
            return self._wrong(form, Say("desk.no_work"))
        given, key = fields_of(at(view, "state", "values")), f"slack:{ours.team}:view:{word(view, 'id')}:{word(view, 'hash')}"
        if form == "hand_back" and (unfit := handback.unfit_lines(*_lines(given))):
            return _errors({name: self._work.shown(Say(f"handback.{wrong}")) for name, wrong in unfit.items()})
        answer = await self._filled_in(form, who, origin.case, given, key)
        if not answer.done:
            return self._wrong(form, answer.says)
        if answer.fresh:
            spawn(self._say(Address(Channel.SLACK, ours.team, person, "", origin.thread), answer.says, key))
        return DONE

    async def _filled_in(self, form: str, who: Staff, case_id: str, given: Mapping[str, Words], key: str) -> Answer:
        match form:
            case "hand_back":
                return await self._desk.hand_back(who, case_id, HandBack(*_lines(given)), key, Means.SLACK)
            case "note":
                consult = given.get("kind", Words()).text == "consult"
                return await self._desk.note(
                    who, case_id, given.get("words", Words()), "consult" if consult else "private", key, Means.SLACK
                )
            case "snooze":
                return await self._desk.snooze(who, case_id, self._span(given.get("span", Words()).text), key)
            case _:
                return await self._desk.close(who, case_id, given.get("reason", Words()), key=key, means=Means.SLACK)

    def _span(self, name: str) -> timedelta:
        """From now until then; tomorrow is the morning, where the programme is."""
        if name != "tomorrow":
            return SPANS.get(name, SPANS["half_hour"])
        now, zone = self._work.clock.now(), ZoneInfo(self._work.programme.zone)
        day = now.astimezone(zone).date() + timedelta(days=1)
        return datetime(day.year, day.month, day.day, MORNING, tzinfo=zone) - now

    def _wrong(self, form: str, says: Say) -> BoltResponse:
        first = (*INPUTS[form], *PICKS.get(form, ()))[0]
        return _errors({first: self._work.shown(says)})

    # -- who is there ----------------------------------------------------------------------------------------------------------

    async def _joined(self, payload: Mapping[str, Any], ours: Ours, spawn: Spawn) -> BoltResponse:
        """Whoever comes into the coaches' channel and is not on the staff list raises the alarm."""
        person, channel = word(payload, "event", "user"), word(payload, "event", "channel")
        if not self._channel or channel != self._channel or person == ours.user or not PERSON.fullmatch(person):
            return DONE
        if await self._is_new(person):
            spawn(self._tell_joined(person, ours))
        return DONE

    async def look_round(self, ours: Ours) -> None:
        """Who is in the coaches' channel now: whoever came while nobody listened raises the alarm as well, once."""
        fresh = [person for person in await self._present() if person != ours.user and await self._is_new(person)]
        if fresh:
            await self._tell_joined(fresh[0], ours)

    async def _present(self) -> list[str]:
        """The ids of everybody there, as far as Slack says."""
        found: list[str] = []
        cursor: str | None = ""
        while cursor is not None and self._channel:
            try:
                answer: Any = await self._client.conversations_members(channel=self._channel, limit=PAGE, cursor=cursor or None)
            except CALL_ERRORS as error:
                log.warning("slack.channel_not_seen", why=error_name(error) or type(error).__name__)
                break
            found += [each for each in answer["members"] if PERSON.fullmatch(each)]
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or None
        return found

    async def _is_new(self, person: str) -> bool:
        """Whether this is an outsider of whom nobody was told in the last hour."""
        return await self._desk.who(Means.SLACK, person) is None and await self._outsiders.note("joined", Means.SLACK, person)

    async def _tell_joined(self, person: str, ours: Ours) -> None:
        await self._outsiders.tell("joined", what=self._labels[f"slack.desk.outsider.{await self._kind_of(person, ours)}"])

    async def _kind_of(self, person: str, ours: Ours) -> str:
        """What Slack says of somebody, as far as it says it in time."""
        try:
            user = (await self._client.users_info(user=person))["user"]
        except (*CALL_ERRORS, KeyError) as error:
            log.warning("slack.person_not_known", why=error_name(error) or type(error).__name__)
            return "unknown"
        if at(user, "is_bot"):
            return "bot"
        if at(user, "is_stranger") or (word(user, "team_id") and word(user, "team_id") != ours.team):
            return "connect"
        return "guest" if at(user, "is_restricted") or at(user, "is_ultra_restricted") else "member"

    # -- saying ----------------------------------------------------------------------------------------------------------------

    async def _say(self, address: Address, says: Say, key: str) -> None:
        """A line in the thread. Said once, however often its occasion is delivered."""
        delivery = await self._outlet.send(self._outbound(address, says, key))
        log.debug("desk.answered", fate=type(delivery).__name__)

    async def _reply_to(self, touch: Touch, says: Say, ours: Ours) -> None:
        """In a direct message in its thread; in a channel only whoever pressed sees it."""
        address = Address(Channel.SLACK, ours.team, touch.person, touch.channel, touch.thread if touch.direct else "")
        if touch.direct:
            await self._say(address, says, touch.key)
            return
        if touch.key in self._shown:  # of these Slack keeps no record that would know it again
            return
        self._shown.append(touch.key)
        outbound = self._outbound(address, says, touch.key)
        text, blocks = fallback(outbound), [block.to_dict() for block in desk_blocks(outbound)]
        channel, person = touch.channel, touch.person
        try:
            await self._client.chat_postEphemeral(channel=channel, user=person, text=text, blocks=blocks, parse="none")
        except CALL_ERRORS as error:
            log.warning("desk.not_answered", why=error_name(error) or type(error).__name__)

    def _outbound(self, address: Address, says: Say, key: str) -> Outbound:
        name = hashlib.sha256(f"{says.wording} {key}".encode()).hexdigest()[:32]
        return Outbound(name, address, Lane.COACH, self._work.said(says), wording=says.wording)


def _parent(payload: Mapping[str, Any]) -> str:
    """Who began the thread that a message is in."""
    event = at(payload, "event")
    named = (event, at(event, "message"), at(event, "previous_message"))
    return next((parent for each in named if (parent := word(each, "parent_user_id"))), "")


def touch_of(payload: object, ours: Ours) -> Touch | None:
    """The desk's button that was pressed, if it is one."""
    person, action = word(payload, "user", "id"), first_of(at(payload, "actions"))
    verb, stamp = word(action, "action_id"), word(action, "action_ts")
    channel = word(payload, "container", "channel_id") or word(payload, "channel", "id")
    message = word(payload, "container", "message_ts")
    sound = PERSON.fullmatch(person) and STAMP.fullmatch(message) and STAMP.fullmatch(stamp) and channel[:1] in ("C", "D", "G")
    if not verb.startswith(DESK) or not sound:
        return None
    thread, key = word(payload, "container", "thread_ts"), f"slack:{ours.team}:press:{channel}:{message}:{stamp}"
    thread = thread if STAMP.fullmatch(thread) else message
    return Touch(person, verb.removeprefix(DESK), channel, message, thread, word(payload, "trigger_id"), key)


def _lines(given: Mapping[str, Words]) -> tuple[Words, Words, Words]:
    agreed, next_step, again = (given.get(name, Words()) for name in handback.LINES)
    return agreed, next_step, again


def _errors(errors: Mapping[str, str]) -> BoltResponse:
    body = json.dumps({"response_action": "errors", "errors": errors})
    return BoltResponse(status=200, body=body, headers={"content-type": ["application/json"]})
