"""What is kept between two turns, as plain JSON: conversations, walks, goals and outbound messages, there and back.

Written by hand, key by key, because it runs twice a turn: a conversation in the middle of an exercise costs under 20 µs each way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeVar

from coaching.concern import Watch
from coaching.conversation import SCHEMA, Answer, Asked, Conversation, Sharing, Walk
from coaching.errors import UnreadableState
from coaching.goal import ActionStep, Goal, SmartRecord, WoopRecord
from coaching.message import Choice, Lane, Outbound, Penned, Shape
from coaching.participant import Address, Channel
from coaching.words import Span, Text, Words

Plain = Any  # what json makes: checked as it is read, and refused as a whole
Write = Callable[[Plain], bytes]
Thing = TypeVar("Thing")

_NOTHING = Watch()
_compact = json.JSONEncoder(separators=(",", ":")).encode
_read = json.JSONDecoder().decode
_MISREAD = (KeyError, IndexError, TypeError, ValueError, AttributeError)


def ascii_json(plain: Plain) -> bytes:
    """Pure ascii, so that a lone surrogate in somebody's words survives too."""
    return _compact(plain).encode("ascii")


# -- there ----------------------------------------------------------------------------------------------------------------------


def encode(conversation: Conversation, write: Write = ascii_json) -> bytes:
    """The conversation as JSON, with the schema it is written in."""
    return write({"schema": SCHEMA, **_conversation(conversation)})


def encode_walk(walk: Walk, write: Write = ascii_json) -> bytes:
    """One walk as JSON, to be handed to another conversation."""
    return write({"schema": SCHEMA, **_walk(walk)})


def encode_goal(goal: Goal, write: Write = ascii_json) -> bytes:
    """A goal with both records and its action steps as JSON."""
    return write({"schema": SCHEMA, **_goal(goal)})


def encode_outbound(outbound: Outbound, write: Write = ascii_json) -> bytes:
    """An outbound message as JSON."""
    return write({"schema": SCHEMA, **_outbound(outbound)})


# -- and back -------------------------------------------------------------------------------------------------------------------


def decode(stored: bytes | str) -> Conversation:
    """The conversation of `encode`; UnreadableState where it is not one of this schema."""
    return _back(stored, _as_conversation, "conversation")


def decode_walk(stored: bytes | str) -> Walk:
    """The walk of `encode_walk`; UnreadableState where it is not one of this schema."""
    return _back(stored, _as_walk, "walk")


def decode_goal(stored: bytes | str) -> Goal:
    """The goal of `encode_goal`; UnreadableState where it is not one of this schema."""
    return _back(stored, _as_goal, "goal")


def decode_outbound(stored: bytes | str) -> Outbound:
    """The message of `encode_outbound`; UnreadableState where it is not one of this schema."""
    return _back(stored, _as_outbound, "message")


# -- conversations --------------------------------------------------------------------------------------------------------------


def _conversation(conversation: Conversation) -> Plain:
    return {
        "id": conversation.id,
        "participant": conversation.participant_id,
        "version": conversation.version,
        "turn": conversation.turn,
        "standing": conversation.standing,
        "contract": conversation.contract,
        "walk": None if conversation.walk is None else _walk(conversation.walk),
        "parked": [_walk(walk) for walk in conversation.parked],
        "asked": None if conversation.asked is None else _asked(conversation.asked),
        "heard": dict(conversation.heard),
        "last_goal": conversation.last_goal,
        "joining": conversation.joining,
        "watch": None if conversation.watch == _NOTHING else _watch(conversation.watch),
        **({} if conversation.sharing is None else {"sharing": _sharing(conversation.sharing)}),
    }


def _as_conversation(plain: Plain) -> Conversation:
    return Conversation(
        _text(plain["id"]),
        _text(plain["participant"]),
        _whole(plain["version"]),
        _whole(plain["turn"]),
        _text(plain["standing"]),
        _text(plain["contract"]),
        None if plain["walk"] is None else _as_walk(plain["walk"]),
        tuple([_as_walk(walk) for walk in plain["parked"]]),
        None if plain["asked"] is None else _as_asked(plain["asked"]),
        _mapping(plain["heard"]),
        _text(plain["last_goal"]),
        _text(plain.get("joining", "")),
        _as_watch(plain.get("watch")),
        None if (sharing := plain.get("sharing")) is None else _as_sharing(sharing),
    )


def _sharing(sharing: Sharing) -> Plain:
    return {"since": sharing.since.isoformat(), "quote": sharing.quote.text, "left_out": sharing.left_out, "masked": sharing.masked}


def _as_sharing(plain: Plain) -> Sharing:
    left_out = tuple(_text(each) for each in plain["left_out"])
    return Sharing(datetime.fromisoformat(plain["since"]), Words(_text(plain["quote"])), left_out, _whole(plain["masked"]))


def _watch(watch: Watch) -> Plain:
    return {
        "hold": watch.hold,
        "about": watch.about,
        "asked": _stamp(watch.asked_at),
        "cue": watch.cue,
        "case": watch.case,
        "quiet": _stamp(watch.quiet_until),
        "told": {concern: at.isoformat() for concern, at in watch.told.items()},
        "recent": watch.recent,
        "later": dict(watch.later),
    }


def _as_watch(plain: Plain) -> Watch:
    if plain is None:
        return _NOTHING
    return Watch(
        _text(plain["hold"]),
        _text(plain["about"]),
        _as_moment(plain["asked"]),
        _text(plain["cue"]),
        _text(plain["case"]),
        _as_moment(plain["quiet"]),
        {concern: datetime.fromisoformat(at) for concern, at in plain["told"].items()},
        tuple([(_text(concern), float(score)) for concern, score in plain["recent"]]),
        {wording: _text(name) for wording, name in plain["later"].items()},
    )


def _stamp(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _as_moment(plain: Plain) -> datetime | None:
    return None if plain is None else datetime.fromisoformat(plain)


def _walk(walk: Walk) -> Plain:
    return {
        "flow": walk.flow,
        "version": walk.version,
        "step": walk.step,
        "started": walk.started.isoformat(),
        "answers": {step: [answer.value, answer.how, answer.verdict, answer.words] for step, answer in walk.answers.items()},
        "repairs": dict(walk.repairs),
        "trail": walk.trail,
        "marks": walk.marks,
        "goal": walk.goal_id,
    }


def _as_walk(plain: Plain) -> Walk:
    return Walk(
        _text(plain["flow"]),
        _whole(plain["version"]),
        _text(plain["step"]),
        datetime.fromisoformat(plain["started"]),
        {step: Answer(value, how, verdict, words) for step, (value, how, verdict, words) in plain["answers"].items()},
        _mapping(plain["repairs"]),
        tuple(plain["trail"]),
        tuple(plain["marks"]),
        _text(plain["goal"]),
    )


def _asked(asked: Asked) -> Plain:
    return {
        "outbound": asked.outbound,
        "wording": asked.wording,
        "at": asked.at.isoformat(),
        "shape": asked.shape.value,
        "choices": _choices(asked.choices),
        "low": asked.low,
        "high": asked.high,
        "text": _spans(asked.text),
        **({"ours": _spans(asked.ours)} if asked.ours else {}),
    }


def _as_asked(plain: Plain) -> Asked:
    return Asked(
        _text(plain["outbound"]),
        _text(plain["wording"]),
        datetime.fromisoformat(plain["at"]),
        _SHAPES[plain["shape"]],
        _as_choices(plain["choices"]),
        _whole(plain["low"]),
        _whole(plain["high"]),
        _as_spans(plain["text"]),
        _as_spans(plain.get("ours", [])),
    )


# -- goals ----------------------------------------------------------------------------------------------------------------------


def _goal(goal: Goal) -> Plain:
    return {
        "id": goal.id,
        "text": goal.text,
        "flow": goal.flow,
        "woop": None if goal.woop is None else _record(goal.woop),
        "smart": None if goal.smart is None else _record(goal.smart),
        "steps": [_record(step) for step in goal.steps],
        "status": goal.status,
        "notes": goal.notes,
    }


def _as_goal(plain: Plain) -> Goal:
    return Goal(
        id=_text(plain["id"]),
        text=_text(plain["text"]),
        flow=_text(plain["flow"]),
        woop=None if plain["woop"] is None else _as_record(WoopRecord, plain["woop"]),
        smart=None if plain["smart"] is None else _as_record(SmartRecord, plain["smart"]),
        steps=tuple(_as_record(ActionStep, step) for step in plain["steps"]),
        status=_text(plain["status"]),
        notes=tuple((name, words) for name, words in plain["notes"]),
    )


def _record(record: WoopRecord | SmartRecord | ActionStep) -> Plain:
    return {each.name: _day(getattr(record, each.name)) for each in fields(record)}


def _as_record(kind: Callable[..., Thing], plain: Plain) -> Thing:
    return kind(**{name: _as_value(name, value) for name, value in plain.items()})


def _day(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _as_value(name: str, value: Plain) -> object:
    if name == "due" and value is not None:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


# -- messages -------------------------------------------------------------------------------------------------------------------


def _outbound(outbound: Outbound) -> Plain:
    return {
        "id": outbound.id,
        "address": _address(outbound.address),
        "lane": int(outbound.lane),
        "text": _spans(outbound.text),
        "shape": outbound.shape.value,
        "choices": _choices(outbound.choices),
        "low": outbound.low,
        "high": outbound.high,
        "author": outbound.author,
        "wording": outbound.wording,
        "settles": outbound.settles,
        "again": outbound.again,
        **({"hash": outbound.content_hash} if outbound.content_hash else {}),
        "today": None if outbound.today is None else outbound.today.isoformat(),
        **({"model": outbound.model} if outbound.model else {}),
        **({"penned": _penned(outbound.penned)} if outbound.penned else {}),
    }


def _as_outbound(plain: Plain) -> Outbound:
    return Outbound(
        _text(plain["id"]),
        _as_address(plain["address"]),
        Lane(plain["lane"]),
        _as_spans(plain["text"]),
        _SHAPES[plain["shape"]],
        _as_choices(plain["choices"]),
        _whole(plain["low"]),
        _whole(plain["high"]),
        _text(plain["author"]),
        _text(plain["wording"]),
        _text(plain["settles"]),
        bool(plain["again"]),
        _text(plain.get("hash", "")),
        None if (today := plain.get("today")) is None else date.fromisoformat(today),
        _text(plain.get("model", "")),
        _as_penned(penned) if (penned := plain.get("penned")) else None,
    )


def _penned(penned: Penned) -> Plain:
    return [penned.case_id, penned.staff_id, _address(penned.address), penned.message]


def _as_penned(plain: Plain) -> Penned:
    case_id, staff_id, address, message = plain
    return Penned(_text(case_id), _text(staff_id), _as_address(address), _text(message))


def _address(at: Address) -> Plain:
    return [at.channel.value, at.account, at.person, at.place, at.thread]


def _as_address(plain: Plain) -> Address:
    channel, account, person, place, thread = plain
    return Address(Channel(channel), account, person, place, thread)


_SHAPES = {shape.value: shape for shape in Shape}


def _choices(choices: Iterable[Choice]) -> Plain:
    return [[choice.id, choice.label] for choice in choices]


def _as_choices(plain: Plain) -> tuple[Choice, ...]:
    return tuple([Choice(name, label) for name, label in plain])


def _spans(text: Text) -> Plain:
    return [[span.text, span.strong] for span in text]


def _as_spans(plain: Plain) -> Text:
    return tuple([Span(words, strong) for words, strong in plain])


# -- what a value may be --------------------------------------------------------------------------------------------------------


def _back(stored: bytes | str, read: Callable[[Plain], Thing], what: str) -> Thing:
    try:
        plain = _read(stored if isinstance(stored, str) else stored.decode("utf-8"))
        schema = plain["schema"]
        if schema == SCHEMA:
            return read(plain)
    except _MISREAD as error:
        raise UnreadableState(f"This stored {what} is damaged ({type(error).__name__}): set it aside and tell a person") from None
    raise UnreadableState(f"This stored {what} is of schema {schema!r}, and {SCHEMA} is known: set it aside and tell a person")


def _text(value: Plain) -> str:
    if type(value) is str:
        return value
    raise TypeError(value)


def _whole(value: Plain) -> int:
    if type(value) is int:
        return value
    raise TypeError(value)


def _mapping(value: Plain) -> Mapping[str, int]:
    if type(value) is dict:
        return value
    raise TypeError(value)
