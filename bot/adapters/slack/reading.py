"""What Slack delivers, as an `Inbound`; or None for what is not a person talking to us in private. Never raises on any JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.adapters.slack.blocks import DAY
from bot.adapters.slack.markup import storable, words_of
from coaching.message import Inbound, Kind, Press
from coaching.participant import Address, Channel
from coaching.words import Words

PERSON = re.compile(r"[UW][A-Z0-9]{1,30}", re.ASCII)
_PLACE = re.compile(r"D[A-Z0-9]{1,30}", re.ASCII)
STAMP = re.compile(r"[0-9]{1,10}\.[0-9]{1,9}", re.ASCII)
_ID = re.compile(r"[!-~]{1,128}", re.ASCII)
_ANSWER = re.compile(r"([A-Za-z0-9_.:-]{1,64}) ([A-Za-z0-9_.:-]{1,64})", re.ASCII)

TYPED = {"", "me_message", "file_share", "thread_broadcast"}  # the subtypes of a message that a person wrote
HOME = "home."  # action ids on the home page
FORM = "form."  # action ids and shortcuts that open a form
BUTTON_WORDS = {"help_now": "help now", "human": "human", "pause": "pause", "goals": "goals", "back_to_bot": "back to the bot"}


@dataclass(frozen=True, slots=True)
class Ours:
    """Who we are in the workspace: its team id, our user id there, and our bot id."""

    team: str
    user: str
    bot: str = ""


class Origin(BaseModel):
    """What a modal carries in `private_metadata`: where its person is written to."""

    model_config = ConfigDict(extra="ignore")
    place: str = ""
    thread: str = ""


def read(payload: object, ours: Ours, now: datetime) -> Inbound | None:
    """One delivery: an event, an interaction or a slash command. `now` stands in where Slack gives no time."""
    match word(payload, "type"):
        case "event_callback":
            return _event(payload, ours, now)
        case "block_actions":
            return _action(payload, ours, now)
        case "view_submission":
            return _submission(payload, ours, now)
        case "shortcut":
            return _shortcut(payload, ours, now)
        case "" if word(payload, "command"):
            return _command(payload, ours, now)
        case _:
            return None


# -- events --------------------------------------------------------------------------------------------------------------------


def _event(payload: object, ours: Ours, now: datetime) -> Inbound | None:
    event = at(payload, "event")
    match word(event, "type"), word(event, "subtype"):
        case "message", subtype if not _private(event):
            return None
        case "message", "message_changed":
            return _changed(payload, event, ours, now)
        case "message", "message_deleted":
            return _deleted(payload, event, at(event, "previous_message"), word(event, "deleted_ts"), ours, now)
        case "message", subtype if subtype in TYPED:
            return _typed(payload, event, ours, now)
        case "app_home_opened", _ if word(event, "tab") == "messages":
            return _arrived(event, ours, now)
        case _:
            return None


def _private(event: object) -> bool:
    """Only the direct message between one person and us."""
    return word(event, "channel_type") in ("im", "") and _PLACE.fullmatch(word(event, "channel")) is not None


def _human(message: object, ours: Ours) -> str:
    """The id of the person who wrote it, or nothing for bots, Slack itself and us."""
    user = word(message, "user")
    by_bot = at(message, "bot_id") or at(message, "bot_profile") or user in (ours.user, "USLACKBOT")
    return "" if by_bot or not PERSON.fullmatch(user) else user


def _typed(payload: object, event: object, ours: Ours, now: datetime) -> Inbound | None:
    person, ts, place = _human(event, ours), word(event, "ts"), word(event, "channel")
    text, files = words_of(word(event, "text")), at(event, "files")
    if not person or not STAMP.fullmatch(ts):
        return None
    unread = bool(files) or not text.strip()
    return Inbound(
        address=_address(ours, person, place, word(event, "thread_ts")),
        keys=_keys(ours, f"message:{place}:{ts}", payload, event),
        kind=Kind.UNREADABLE if unread else Kind.TEXT,
        sent_at=time_of(ts, now),
        words=Words(text),
        what=_what(files) if unread else "",
    )


def _what(files: object) -> str:
    """voice, photo, file; other for a message without words and files."""
    first = files[0] if isinstance(files, list) and files else None
    if first is None:
        return "other"
    kind = word(first, "mimetype").partition("/")[0]
    spoken = kind == "audio" or word(first, "subtype") == "slack_audio"
    return "voice" if spoken else "photo" if kind == "image" else "file"


def _changed(payload: object, event: object, ours: Ours, now: datetime) -> Inbound | None:
    """Only a new text by the person: unfurled links and counted replies come this way too."""
    message, before = at(event, "message"), at(event, "previous_message")
    ts, edited = word(message, "ts"), word(message, "edited", "ts")
    if word(message, "subtype") == "tombstone":
        return _deleted(payload, event, before, ts, ours, now)
    person, place = _human(message, ours), word(event, "channel")
    by_person = person and word(message, "edited", "user") in (person, "") and edited
    same = isinstance(before, Mapping) and word(before, "text") == word(message, "text")
    if not by_person or same or not STAMP.fullmatch(ts) or not STAMP.fullmatch(edited):
        return None
    return Inbound(
        address=_address(ours, person, place, word(message, "thread_ts")),
        keys=_keys(ours, f"edited:{place}:{ts}:{edited}", payload, None),
        kind=Kind.EDITED,
        sent_at=time_of(edited, now),
        words=Words(words_of(word(message, "text"))),
        about=_key(ours, f"message:{place}:{ts}"),
    )


def _deleted(payload: object, event: object, message: object, ts: str, ours: Ours, now: datetime) -> Inbound | None:
    person, place = _human(message, ours), word(event, "channel")
    if not person or not STAMP.fullmatch(ts):
        return None
    return Inbound(
        address=_address(ours, person, place, word(message, "thread_ts")),
        keys=_keys(ours, f"deleted:{place}:{ts}", payload, None),
        kind=Kind.DELETED,
        sent_at=time_of(word(event, "event_ts") or word(event, "ts"), now),
        about=_key(ours, f"message:{place}:{ts}"),
    )


def _arrived(event: object, ours: Ours, now: datetime) -> Inbound | None:
    """Somebody opens our messages: under one key for good, so that only the first time counts."""
    person, place = word(event, "user"), word(event, "channel")
    if not PERSON.fullmatch(person) or not _PLACE.fullmatch(place):
        return None
    key = _key(ours, f"arrived:{person}")
    return Inbound(_address(ours, person, place), (key,), Kind.ARRIVED, time_of(word(event, "event_ts"), now))


# -- interactions and commands -------------------------------------------------------------------------------------------------


def _action(payload: object, ours: Ours, now: datetime) -> Inbound | None:
    person, action = word(payload, "user", "id"), first_of(at(payload, "actions"))
    if not PERSON.fullmatch(person) or action is None:
        return None
    if word(payload, "container", "type") == "view" or word(action, "action_id").startswith(HOME):
        return _home_press(payload, action, person, ours, now)
    if is_picker(action) and not word(action, "selected_date"):
        return None  # a day taken out again
    place = word(payload, "channel", "id") or word(payload, "container", "channel_id")
    message, stamp = word(payload, "container", "message_ts"), word(action, "action_ts")
    if not _PLACE.fullmatch(place) or not STAMP.fullmatch(message) or not STAMP.fullmatch(stamp):
        return None
    return Inbound(
        address=_address(ours, person, place, word(payload, "container", "thread_ts")),
        keys=(_key(ours, f"press:{place}:{message}:{stamp}"),),
        kind=Kind.PRESS,
        sent_at=time_of(stamp, now),
        press=press_of(action),
        platform_id=message,
    )


def press_of(action: object) -> Press:
    """`value` holds the question's id and the choice's, with a blank between; anything else is nobody's question."""
    value = word(action, "value") or word(action, "selected_option", "value") or _picked(action)
    found = _ANSWER.fullmatch(value)
    return Press(found[1], found[2]) if found else Press("", "")


def _picked(action: object) -> str:
    """The same of a calendar: its block holds the question, its action the day."""
    return f"{word(action, 'block_id').removeprefix(DAY)} {word(action, 'selected_date')}" if is_picker(action) else ""


def is_picker(action: object) -> bool:
    """Whether it is the calendar of a question."""
    return word(action, "type") == "datepicker" and word(action, "block_id").startswith(DAY)


def _home_press(payload: object, action: object, person: str, ours: Ours, now: datetime) -> Inbound | None:
    """A button of the home page says its word in the direct message; "continue" comes back to the talk."""
    name, stamp = word(action, "action_id").removeprefix(HOME), word(action, "action_ts")
    said = BUTTON_WORDS.get(name, "")
    if not STAMP.fullmatch(stamp) or not (said or name == "continue"):
        return None
    key = _key(ours, f"home:{person}:{name}:{stamp}")
    kind = Kind.TEXT if said else Kind.ARRIVED
    return Inbound(_address(ours, person), (key,), kind, time_of(stamp, now), words=Words(said))


def _submission(payload: object, ours: Ours, now: datetime) -> Inbound | None:
    person, view = word(payload, "user", "id"), at(payload, "view")
    form, name = word(view, "callback_id").removeprefix(FORM), f"view:{word(view, 'id')}:{word(view, 'hash')}"
    if not PERSON.fullmatch(person) or not _ID.fullmatch(form) or not word(view, "id") or not _ID.fullmatch(name):
        return None
    origin = origin_of(word(view, "private_metadata"))
    return Inbound(
        address=_address(ours, person, origin.place, origin.thread),
        keys=(_key(ours, name),),
        kind=Kind.FORM,
        sent_at=now,
        fields=fields_of(at(view, "state", "values")),
        form=form,
    )


def origin_of(private_metadata: str) -> Origin:
    """Where the modal was opened from; nothing where that cannot be read."""
    try:
        return Origin.model_validate_json(private_metadata or "{}")
    except ValidationError:
        return Origin()


def fields_of(values: object) -> dict[str, Words]:
    """Step → words, for every input that was filled in; a block's id names the step."""
    given = {str(step): first_of(block) for step, block in values.items()} if isinstance(values, Mapping) else {}
    said = {step: word(field, "value") or word(field, "selected_option", "value") for step, field in given.items()}
    return {step: Words(storable(text)) for step, text in said.items() if text.strip()}


def _shortcut(payload: object, ours: Ours, now: datetime) -> Inbound | None:
    person, stamp, name = word(payload, "user", "id"), word(payload, "action_ts"), word(payload, "callback_id")
    said = BUTTON_WORDS.get(name, "")
    if not said or not PERSON.fullmatch(person) or not STAMP.fullmatch(stamp):
        return None
    key = _key(ours, f"shortcut:{person}:{name}:{stamp}")
    return Inbound(_address(ours, person), (key,), Kind.TEXT, time_of(stamp, now), words=Words(said))


def _command(payload: object, ours: Ours, now: datetime) -> Inbound | None:
    """`/coach woop` says "woop"; alone it says "help". Where it was typed does not matter: the answer goes to the direct message."""
    person, trigger = word(payload, "user_id"), word(payload, "trigger_id")
    if not PERSON.fullmatch(person) or not _ID.fullmatch(trigger):
        return None
    said = words_of(word(payload, "text")).strip() or "help"
    return Inbound(_address(ours, person), (_key(ours, f"command:{trigger}"),), Kind.TEXT, now, words=Words(said))


# -- parts ---------------------------------------------------------------------------------------------------------------------


def at(value: object, *path: str) -> object:
    """What lies there, or None."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def word(value: object, *path: str) -> str:
    """The text that lies there, or nothing."""
    found = at(value, *path)
    return found if isinstance(found, str) else ""


def first_of(values: object) -> object:
    """The first entry of a list or a mapping."""
    if isinstance(values, Mapping):
        values = list(values.values())
    return values[0] if isinstance(values, list) and values else None


def _address(ours: Ours, person: str, place: str = "", thread: str = "") -> Address:
    """Our own team is the account, also where another workspace shares the conversation."""
    known = place if _PLACE.fullmatch(place) else ""
    return Address(Channel.SLACK, ours.team, person, known, thread if STAMP.fullmatch(thread) else "")


def _key(ours: Ours, name: str) -> str:
    return f"slack:{ours.team}:{name}"


def _keys(ours: Ours, first: str, payload: object, event: object) -> tuple[str, ...]:
    """Every id that names the delivery: one gesture can come under two `ts`, one `ts` under two event ids."""
    names = {"event": word(payload, "event_id"), "client": word(event, "client_msg_id")}
    known = (_key(ours, f"{kind}:{name}") for kind, name in names.items() if _ID.fullmatch(name))
    return (_key(ours, first), *known)


def time_of(stamp: str, otherwise: datetime) -> datetime:
    """A `ts` as a time."""
    return datetime.fromtimestamp(float(stamp), UTC) if STAMP.fullmatch(stamp) else otherwise
