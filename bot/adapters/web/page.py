"""What the page shows, and how it is written out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.adapters.web.reading import LONGEST
from bot.adapters.web.visiting import IDLE
from coaching.errors import ContentError
from coaching.message import Choice, Outbound, Shape
from coaching.ports import Glance, Line
from coaching.words import Text, text_of
from handoff import standing
from handoff.desk_words import WAYS_OUT

# fmt: off
LABELS = frozenset(f"web.{name}" for name in (
    "title", "skip", "help_now", "leave", "note", "talk", "you", "bot", "edited", "answers", "day", "day.go", "write", "send",
    "empty", "start", "earlier", "waiting", "look", "code.show", "code.about", "code.none", "code.make", "back.link", "back.title",
    "back.about", "back.label", "back.go", "back.wrong", "back.wait", "hidden.title", "hidden.about", "hidden.draft", "fresh",
    "return", "sorry", "too_long", "too_big", "not_kept", "not_pressed", "sent_before", "elsewhere", "offline",
))
# fmt: on
FEWEST, MOST = 100, 2_000  # lines shown
BACK = WAYS_OUT[-1]
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


@dataclass(frozen=True, slots=True)
class Shown:
    """One line as it is shown. `side`: bot, you or coach."""

    id: str
    side: str
    who: str
    text: Text
    edited: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be answered by pressing. `line` is the line that asks it; all its buttons share one nonce. `day` is the first
    day that can be picked, where it asks for one."""

    id: str
    line: str
    numbers: tuple[Choice, ...]
    choices: tuple[Choice, ...]
    nonce: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """The part of the page that changes. `earlier` is how many lines to ask for to see more, or 0."""

    lines: tuple[Shown, ...]
    questions: tuple[Question, ...]
    nonce: str
    waiting: bool = False
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands beside the talk: unsent text and why it was not sent, and the code where it may be shown."""

    draft: str = ""
    trouble: str = ""
    code: str = ""
    open_code: bool = False


def talk_of(glance: Glance, labels: Mapping[str, str], fresh: Callable[[], str], asked_for: int, waiting: bool = False) -> Talk:
    """The talk, as far as it was asked for."""
    questions = questions_of(glance.lines, fresh)
    if glance.standing == standing.WITH_COACH:
        questions = _with_ways_out(questions, glance.lines, fresh)
    return Talk(
        lines=tuple(shown(line, labels) for line in glance.lines),
        questions=tuple(questions),
        nonce=fresh(),
        waiting=waiting,
        earlier=min(asked_for * 4, MOST) if len(glance.lines) >= asked_for < MOST else 0,
    )


def shown(line: Line, labels: Mapping[str, str]) -> Shown:
    """A line with its author's label. Only our own text can be strong."""
    if line.author == "participant":
        return Shown(line.id, "you", labels["web.you"], text_of(line.text), line.edited)
    text = line.outbound.text if line.outbound else text_of(line.text)
    if line.author == "bot":
        return Shown(line.id, "bot", labels["web.bot"], text, line.edited)
    return Shown(line.id, "coach", line.author, text, line.edited)


def questions_of(lines: Sequence[Line], fresh: Callable[[], str]) -> list[Question]:
    """Every question since the participant last spoke, oldest first."""
    unanswered = takewhile(lambda line: line.author != "participant", reversed(lines))
    asked = [question_of(line.id, line.outbound, fresh()) for line in unanswered if line.outbound]
    return [question for question in reversed(asked) if question.numbers or question.choices or question.day]


def _with_ways_out(questions: Sequence[Question], lines: Sequence[Line], fresh: Callable[[], str]) -> list[Question]:
    """While a person is there, the buttons that lead out of it stay, whatever is said; once."""
    offers = [line for line in lines if line.outbound is not None and BACK in [each.id for each in line.outbound.choices]]
    others = [each for each in questions if BACK not in [choice.id for choice in each.choices]]
    last = [question_of(line.id, line.outbound, fresh()) for line in offers[-1:] if line.outbound]
    return [*others, *last]


def question_of(line: str, outbound: Outbound, nonce: str) -> Question:
    """What an outbound message asks: a row of numbers, choices, a day, or several of them."""
    scale = range(outbound.low, outbound.high + 1) if outbound.shape is Shape.SCALE else range(0)
    numbers = tuple(Choice(str(number), str(number)) for number in scale)
    return Question(outbound.id, line, numbers, outbound.choices, nonce, outbound.today if outbound.shape is Shape.DATE else None)


def lines_asked_for(query: str) -> int:
    """How many lines a visitor wants to see, within reason."""
    return min(max(int(query), FEWEST), MOST) if re.fullmatch(r"[0-9]{1,6}", query) else FEWEST


class Pages:
    """The templates, filled. Everything that is not ours is escaped."""

    def __init__(self, labels: Mapping[str, str], notices: Sequence[str], language: str, help_lines: Sequence[str]) -> None:
        if missing := sorted(LABELS - labels.keys()):
            raise ContentError(f"The browser chat has no words for {', '.join(missing)}: add them to web.yaml of the wording.")
        self.labels = labels
        self._templates = Environment(
            loader=PackageLoader("bot.adapters.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._templates.globals.update(
            say=self.say,
            notices=tuple(notices),
            help_lines=tuple(help_lines),
            language=language,
            direction="rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
            idle=int(IDLE.total_seconds()),
            longest=LONGEST,
        )

    def say(self, name: str, **blanks: object) -> str:
        """A label by the part of its id after `web.`, with its blanks filled."""
        words = self.labels[f"web.{name}"]
        for blank, value in blanks.items():
            words = words.replace(f"{{{blank}}}", str(value))
        return words

    def chat(self, talk: Talk, nonces: Sequence[str], margin: Margin) -> bytes:
        """The whole page. `nonces` are for writing and for *help now*."""
        return self._fill("chat.html", talk=talk, nonce=nonces[0], help_nonce=nonces[1], margin=margin)

    def talk(self, talk: Talk) -> bytes:
        """The part that changes, alone."""
        return self._fill("talk.html", talk=talk)

    def back(self, name: str, help_nonce: str, draft: str = "", trouble: str = "", known: bool = False) -> bytes:
        """The page with the code's field, `hidden` or `back`. It is the same whoever the hidden conversation belongs to."""
        return self._fill("back.html", name=name, help_nonce=help_nonce, draft=draft, trouble=trouble, known=known)

    def sorry(self, trouble: str, help_nonce: str, draft: str = "", nonce: str = "", helping: bool = False) -> bytes:
        """A page that says why nothing was done, with what was written; `helping` shows the help lines, as nothing else may work."""
        return self._fill("sorry.html", trouble=trouble, help_nonce=help_nonce, draft=draft, nonce=nonce, helping=helping)

    def _fill(self, template: str, **blanks: object) -> bytes:
        return self._templates.get_template(template).render(**blanks).encode("utf-8", "replace")
