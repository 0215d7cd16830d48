"""A conversation played from a file that reads like one. Between any two turns the state passes through storage's own bytes.

> woop                          somebody types
> [pictured]                    somebody presses a button of the open question
> (voice)                       somebody sends what cannot be read; (arrived) opens the chat; (handed_back), (closed), (released) and
                                (nobody) are what a desk tells the dialogue, with "rate" and "held" where these are a yes
bot  woop.wish                  what is said: wording ids, what is said before in the same message with a +
bot  woop.feasible [0..10]      with its scale or its choices
says by hand                    some of the words of the last message
kept  woop.wish: be on time     a field of the goal stored last (woop., smart. or step.)
standing  paused
case  crisis urgent             the case that the turn opened, with "review" where nobody is called; "none" where none was
later  safety.no_answer         what is to be said later; "none" where nothing is
passed  on                      the message is for the person who has the conversation; "none" where it is not
approved  goal quote listen     what was approved last: the fields that are in it, and what is wanted; "none" where nothing was
ended  wants_human cancelled    the case that the participant ended; "none" where none was
rated  4
quiet  7                        days from now until which nudges are held

What is set for the turns that follow, each on a line of its own:

# signal crisis urgent          what the next message speaks of, whoever found it: concern, urgency, then a kind, "ask", "the stretch"
# alarm CASE7                   the next message raised an alarm as it arrived, and its card is out already
# masked nhs_number             the next message came with something masked
# wait 25 h                     time passes (min, h or days)
# country IE
# coach claim                   a person moves the conversation (handoff/standing.py)
# programme                     a real one, with a safety lead and a contact or two; "follow_up" where the kind line is agreed;
                                "staffed" where people can be asked for, from Monday to Friday; "uncovered" where it is not known when
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.dialogs import hearing, turn_taking
from bot.dialogs.library import Library
from bot.dialogs.loading import load
from bot.dialogs.turn_taking import Turn
from bot.nlu.reading import RuleJudge, RuleReader
from coaching.concern import CALM, KINDS, Concern, Layer, Signal, Urgency
from coaching.conversation import Asked, Conversation
from coaching.cover import Cover, Opening
from coaching.effects import (
    Approve,
    Effect,
    EndCase,
    KeepGoal,
    Move,
    OfferLink,
    OpenCase,
    PassOn,
    Rate,
    RedeemLink,
    Say,
    SayLater,
    TakeBack,
)
from coaching.goal import Goal
from coaching.message import Inbound, Kind, Press, Shape
from coaching.participant import Address, Channel, Participant
from coaching.programme import Programme, Surroundings
from coaching.state import decode, decode_goal, encode, encode_goal
from coaching.words import Words, plain
from handoff import approvals, standing
from handoff.brief import STRIKABLE

CONTENT = Path(__file__).parents[1] / "content"
TRANSCRIPTS = Path(__file__).parent / "transcripts"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
Thing = TypeVar("Thing")
HERE = Address(Channel.TERMINAL, "local", "me")


def content() -> dict[str, str]:
    """The shipped content, as the loader takes it."""
    paths = [path for path in CONTENT.rglob("*") if path.suffix == ".yaml" or path.name == "RELEASED"]
    return {path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


LIBRARY = load(content())


class Counted:
    """Names that count."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def new(self) -> str:
        return f"{next(self._numbers):026}"

    def code(self, length: int) -> str:
        return f"{next(self._numbers):0{length}}"


@dataclass
class Player:
    """One participant and everything that is stored of them."""

    library: Library = LIBRARY
    participant: Participant = field(default_factory=lambda: Participant("P1", "Wren"))
    names: Counted = field(default_factory=Counted)
    stored: bytes = encode(Conversation("C1", "P1"))
    goals: dict[str, bytes] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    effects: tuple[Effect, ...] = ()
    now: datetime = NOON
    programme: Programme = field(default_factory=Programme)
    later: dict[str, str] = field(default_factory=dict)
    signal: Signal = CALM
    beside: Signal = CALM
    arrives: dict[str, Any] = field(default_factory=dict)

    @property
    def conversation(self) -> Conversation:
        return decode(self.stored)

    @property
    def walk(self) -> Any:
        return self.conversation.walk

    @property
    def asked(self) -> Any:
        return self.conversation.asked

    @property
    def goal(self) -> Goal:
        return decode_goal(list(self.goals.values())[-1])

    @property
    def cases(self) -> list[str]:
        """The cases that the last turn opened."""
        return [case_of(effect) for effect in self.effects if isinstance(effect, OpenCase)]

    def types(self, text: str) -> list[str]:
        return self.takes(Inbound(HERE, ("k",), Kind.TEXT, self.now, Words(text)))

    def presses(self, choice: str, question: str | None = None) -> list[str]:
        number = question if question is not None else self.asked.outbound if self.asked else ""
        return self.takes(Inbound(HERE, ("k",), Kind.PRESS, self.now, press=Press(number, choice)))

    def fills(self, form: str, **given: str) -> list[str]:
        words = {name: Words(text) for name, text in given.items()}
        return self.takes(Inbound(HERE, ("k",), Kind.FORM, self.now, fields=words, form=form))

    def does(self, what: str, **more: Any) -> list[str]:
        kind = Kind(what) if what in {kind.value for kind in Kind} else Kind.UNREADABLE
        return self.takes(Inbound(HERE, ("k",), kind, self.now, **{"what": what if kind is Kind.UNREADABLE else "", **more}))

    def hears(self, what: str, **told: str) -> list[str]:
        """What a desk tells the dialogue."""
        fields = {name: Words(text) for name, text in told.items()}
        return self.takes(Inbound(HERE, (), Kind.ARRIVED, self.now, fields=fields, what=what))

    def moves(self, move: str) -> None:
        """A person moves the conversation, as storage writes it."""
        conversation = self.conversation
        moved = standing.move(conversation.standing, move)
        self.stored = encode(replace(conversation, standing=moved, version=conversation.version + 1))

    def takes(self, inbound: Inbound) -> list[str]:
        """One turn, as `bot.perform` carries it out."""
        self.said, self.texts, self.now = [], [], self.now + timedelta(seconds=30)
        turn = self.decides(replace(inbound, **self.arrives))
        self.signal, self.arrives = CALM, {}
        self.effects = turn.effects
        conversation = turn.conversation
        for effect in turn.effects:
            conversation = self._carried_out(effect, conversation)
        self.stored = encode(replace(conversation, version=conversation.version + 1, turn=conversation.turn + 1))
        return self.said

    def done(self, kind: type[Thing]) -> list[Thing]:
        """The effects of this kind in the last turn."""
        return [effect for effect in self.effects if isinstance(effect, kind)]

    def decides(self, inbound: Inbound) -> Turn:
        conversation = self.conversation
        goals = tuple(decode_goal(stored) for stored in self.goals.values())
        surroundings = Surroundings(self.participant, HERE, self.programme, self.now, self.now.date(), goals, phrased=True)
        reading = hearing.read(inbound, RuleReader(), self.library.question(conversation, surroundings))
        if self.signal != CALM:
            reading = replace(reading, signal=self.signal, beside=self.beside)
        return turn_taking.decide(self.library, conversation, inbound, reading, surroundings, RuleJudge(), self.names)

    def _carried_out(self, effect: Effect, conversation: Conversation) -> Conversation:
        match effect:
            case Say():
                return self._say(effect, conversation)
            case OfferLink(say):
                return self._say(replace(say, blanks={"code": "K7P2"}), conversation)
            case RedeemLink(_, refused):
                return self._say(refused, conversation)
            case Move(move):
                return replace(conversation, standing=standing.move(conversation.standing, move))
            case SayLater(name, say):
                self.later[name] = say.wording
            case TakeBack(name):
                self.later.pop(name, None)
            case KeepGoal(goal):
                self.goals.pop(goal.id, None)
                self.goals[goal.id] = encode_goal(goal)
            case _:
                pass
        return conversation

    def _say(self, say: Say, conversation: Conversation) -> Conversation:
        rendered = self.library.render(self.participant.language, say, conversation.heard)
        self.said.append(shown(say))
        self.texts.append(plain(rendered.text))
        heard = dict(conversation.heard)
        for wording in (*say.also, say.wording):
            heard[wording] = heard.get(wording, 0) + 1
        if not say.opens:
            return replace(conversation, heard=heard)
        asked = Asked(self.names.new(), say.wording, self.now, say.shape, rendered.choices, say.low, say.high, rendered.text)
        return replace(conversation, heard=heard, asked=asked)


def case_of(opened: OpenCase) -> str:
    signal = opened.signal
    named = signal.concern.value if not signal.kind else f"{signal.concern.value}.{signal.kind}"
    return " ".join((named, signal.urgency.value, *(["review"] if opened.review else [])))


def shown(say: Say) -> str:
    """A Say as a transcript writes it."""
    offered = ([f"{say.low}..{say.high}"] if say.shape is Shape.SCALE else []) + list(say.choices)
    return " + ".join((*say.also, say.wording)) + (f" [{' '.join(offered)}]" if offered else "")


# -- transcripts ----------------------------------------------------------------------------------------------------------------


def transcripts() -> list[Path]:
    return sorted(TRANSCRIPTS.glob("*.txt"))


def play(text: str, player: Player | None = None) -> Player:
    """Play a transcript, and check every line of it."""
    player, place = player or Player(), ""
    expected: list[str] = []
    for number, line in lines(text):
        if line.startswith("#"):
            _same(player.said if place else [], expected, place)
            expected, place = [], ""
            settle(player, line)
        elif line.startswith(">"):
            _same(player.said if place else [], expected, place)
            expected, place = [], f"line {number}: {line}"
            act(player, line[1:].strip())
        elif line.startswith("bot"):
            expected.append(" ".join(line[3:].split()))
        else:
            _same(player.said if place else expected, expected, place)
            check(player, line, number)
    _same(player.said if place else [], expected, place)
    return player


def lines(text: str) -> Iterator[tuple[int, str]]:
    kept = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return ((number, line) for number, line in kept if line and (SETTING.fullmatch(line) or not line.startswith("#")))


SETTING = re.compile(r"# (?:(signal|alarm|masked|wait|country|coach) (\S.*)|(programme)((?: \w+)*))")


def settle(player: Player, line: str) -> None:
    """What a line that begins with # sets for the turns that follow."""
    word, _, rest = line.removeprefix("# ").partition(" ")
    if word == "signal":
        player.signal = signal_of(rest)
    elif word == "alarm":
        player.arrives = {**player.arrives, "alarm": rest}
    elif word == "masked":
        player.arrives = {**player.arrives, "masked": tuple(rest.split())}
    elif word == "country":
        player.participant = replace(player.participant, country=rest)
    elif word == "programme":
        staffed, cover = "staffed" in rest, None if "uncovered" in rest else WEEK
        player.programme = replace(REAL, follow_up="follow_up" in rest, staffed=staffed, cover=cover if staffed else None)
    elif word == "coach":
        player.moves(rest)
    else:
        many, unit = rest.split()
        player.now += timedelta(minutes=int(many) * {"min": 1, "h": 60, "days": 1440}[unit])


def signal_of(told: str) -> Signal:
    told, _, evidence = told.partition('"')
    concern, urgency, *more = told.split()
    kind = next((each for each in more if each in KINDS), "")
    return Signal(Concern(concern), Urgency(urgency), kind, "ask" in more, Layer.PHRASE, 1.0, evidence.rstrip('"'))


DESK = ("handed_back", "closed", "released", "nobody")
WEEK = Cover(tuple(Opening(day, time(9), time(17)) for day in range(5)), ZoneInfo("Europe/London"))
REAL = Programme(
    name="ward-7",
    title="Ward 7",
    sandbox=False,
    safety_lead="Sam Okafor",
    contacts={"ftsu": "Jo Bell, 4321", "safeguarding": "bleep 77"},
    verified_on={"GB": NOON.date()},
)


def act(player: Player, done: str) -> None:
    what = done.strip("()").split()
    if done.startswith("["):
        player.presses(done.strip("[]"))
    elif done.startswith("(") and what[0] in DESK:
        player.hears(what[0], coach="Sam", **dict.fromkeys(what[1:], "yes"))
    elif done.startswith("("):
        player.does(done.strip("()"))
    else:
        player.types(done.replace("\\n", "\n"))


def check(player: Player, line: str, number: int) -> None:
    word, _, rest = line.partition(" ")
    rest = rest.strip()
    if word == "says":
        assert any(rest in text for text in player.texts), f"line {number}: {rest!r} was not said, but {player.texts}"
    elif word == "standing":
        assert player.conversation.standing == rest, f"line {number}"
    elif word == "case":
        assert (player.cases or ["none"]) == [rest], f"line {number}: {player.cases}"
    elif word == "later":
        assert (sorted(player.later.values()) or ["none"]) == sorted(rest.split()), f"line {number}: {player.later}"
    elif word in EFFECTS:
        assert (EFFECTS[word](player) or "none") == rest, f"line {number}: {EFFECTS[word](player)}"
    elif word == "quiet":
        until = player.conversation.watch.quiet_until
        assert until is not None, f"line {number}"
        assert round((until - player.now) / timedelta(days=1)) == int(rest), f"line {number}: {until}"
    elif word == "kept":
        name, _, value = rest.partition(":")
        assert str(of_goal(player.goal, name)) == value.strip(), f"line {number}: {name} is {of_goal(player.goal, name)!r}"
    else:
        raise AssertionError(f"line {number}: cannot read {line!r}")


def approved(player: Player) -> str:
    """What was approved last in this turn: the fields of the brief that are in it, and what is wanted."""
    stored = player.done(Approve)
    if not stored:
        return ""
    found = approvals.decode(stored[-1].approval.text.encode())
    fields = (name for name in sorted(set(STRIKABLE) - found.left_out - {"wants"}) if name != "quote" or found.quote)
    return " ".join([*fields, *([found.wants.value] if found.wants else [])]) or "nothing"


EFFECTS = {
    "passed": lambda player: "on" if player.done(PassOn) else "",
    "approved": approved,
    "ended": lambda player: " ".join(f"{each.concern} {each.ending}" for each in player.done(EndCase)),
    "rated": lambda player: " ".join(str(each.score) for each in player.done(Rate)),
}


def of_goal(goal: Goal, name: str) -> Any:
    where, _, attribute = name.partition(".")
    record = goal.steps[-1] if where == "step" else getattr(goal, where)
    assert attribute in {each.name for each in fields(record)}, f"{name} is no field of a goal"
    return getattr(record, attribute)


def _same(said: list[str], expected: list[str], place: str) -> None:
    assert said == expected, f"after {place}\n  said:     {said}\n  expected: {expected}"
