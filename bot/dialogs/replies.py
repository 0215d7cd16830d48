"""What somebody gave as an answer, and the ear it is judged with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from bot.dialogs import parts
from bot.nlu.goals.plan_parts import PlanParts
from bot.nlu.reading import GoalJudge, Letters, Verdict
from bot.nlu.when import Point, point_in

_DEADLINE = re.compile(r"\b(?:by|until|till|before|on)\b.*", re.IGNORECASE)
_UP_TO = re.compile(r"(?:by|before|until|till|ahead of|in time for)\b", re.IGNORECASE)
_BEGUN = re.compile(r"\b(?:start\w*|began|begun|from|since|for (?:\w+ ){1,3}(?:weeks?|months?|shifts?|days?))\b", re.IGNORECASE)
_ANNOUNCING = re.compile(
    r"\s*(?:(?:hi|hello|hey|ok|okay|so|well|yes|please|here is|here['’]s)\b[,.! ]*)*"
    r"(?:i(?:['’]d like| would like| want| need)(?: to)? (?:do |make |set |write |have |work on )?(?:a |an |my )?(?:new )?smart goal"
    r"|(?:my |a |the )?smart goal|(?:my )?goal(?=\s*:))"
    r"\s*(?:(?:[:\-–—=.]|is to|is|would be to|would be|to|for|about)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """A choice of the open question, a number, a day picked, or words. `intent` is the reader's."""

    words: str = ""
    choice: str = ""
    number: int | None = None
    intent: str = "content"
    day: date | None = None

    def __repr__(self) -> str:
        return f"<reply of {len(self.words)} characters, {self.intent}>"

    def empty(self) -> bool:
        """Whether there is nothing in it that could be read: no letter, no digit, no choice."""
        return not self.choice and self.intent not in ("affirm", "deny") and not any(sign.isalnum() for sign in self.words)


@dataclass(frozen=True, slots=True)
class Ear:
    """The judge, for one turn and one day: what it said of a sentence is not asked for twice. `now` is aware, in the speaker's zone."""

    judge: GoalJudge
    today: date
    now: datetime | None = None
    country: str = "GB"
    _letters: dict[str, Letters] = field(default_factory=dict, repr=False)
    _parts: dict[tuple[str, str], PlanParts | None] = field(default_factory=dict, repr=False)

    def wish(self, words: str) -> Verdict:
        return self.judge.wish(words)

    def outcome(self, words: str, wish: str) -> Verdict:
        return self.judge.outcome(words, wish)

    def obstacle(self, words: str) -> Verdict:
        return self.judge.obstacle(words)

    def plan(self, words: str, moment: str) -> Verdict:
        return self.judge.plan(words, moment)

    def parts(self, plan: str, moment: str) -> tuple[str, str]:
        """Cue and action, each as it stands after "If" and "then I will"; a plan that has no parts is its own action."""
        parts = self.plan_parts(plan, moment)
        return (parts.cue.strip(), parts.action.strip()) if parts else (moment, plan)

    def plan_parts(self, plan: str, moment: str) -> PlanParts | None:
        """Cue and action, where the plan has both."""
        if (plan, moment) not in self._parts:
            self._parts[plan, moment] = self.judge.plan_parts(plan, moment)
        return self._parts[plan, moment]

    def whole_plan(self, words: str) -> tuple[str, str]:
        """Cue and action of an if–then plan that is all there in these words, or nothing twice."""
        told = self.judge.spot_plan(words)
        return self.parts(told, "") if told else ("", "")

    def own_part(self, check: str, words: str) -> str:
        """Of a message that holds several parts of a WOOP, the one asked for; a goal without "my SMART goal:"; else the whole."""
        if check == "goal":
            return _announced(words)
        return self.judge.spot_wish(words) or words if check == "wish" and self.names_parts(words) else words

    def names_parts(self, words: str) -> bool:
        """Whether the message calls something an outcome, an obstacle or a plan."""
        return parts.several(words) or bool(
            self.judge.spot_outcome(words) or self.judge.spot_obstacle(words) or self.judge.spot_plan(words)
        )

    def letters(self, text: str) -> Letters:
        """The SMART letters that the sentence meets."""
        if text not in self._letters:
            self._letters[text] = self.judge.letters(text, self.today)
        return self._letters[text]

    def met(self, text: str) -> frozenset[str]:
        """The names of the letters met."""
        met = frozenset(self.letters(text).met) if text else frozenset[str]()
        return met - {"time_based"} if self.is_past(text) else met

    def is_past(self, text: str) -> bool:
        """Whether the day by which is behind us."""
        due = self.due(text)
        return due is not None and due < self.today and not _BEGUN.search(text)

    def undated(self, text: str) -> str:
        """The text without a date that is behind us."""
        if not self.is_past(text):
            return text
        found = _DEADLINE.search(self.letters(text).evidence.get("time_based", ""))
        return " ".join(text.replace(found[0], "").split()).strip(" ,") if found else text

    def due(self, text: str) -> date | None:
        """The day by which, if the text names one."""
        time = self.letters(text).time if text else None
        return time.due if time else None

    def point(self, text: str) -> Point:
        """The point in time that the text names."""
        return point_in(text, self.now or datetime.combine(self.today, time(12), UTC), self.country)

    def day(self, text: str) -> tuple[date, bool] | None:
        """The one day that the text comes down to, with its hour where that was said, and whether it lasts until then."""
        point = self.point(text)
        if point.start is None or point.kind not in ("instant", "period"):
            return None
        begins = point.start.date() if isinstance(point.start, datetime) else point.start
        due = self.due(text) or begins
        lasts = point.kind == "period" and due > begins
        return (due if due != begins else _to_the_minute(point.start)), lasts

    def is_no_day(self, text: str) -> bool:
        """Whether the text names a day that is in no calendar: 31 February."""
        point = self.point(text)
        return point.kind == "none" and point.ambiguous

    def is_unplaced(self, text: str) -> bool:
        """Whether the text names a deadline that only the speaker can place: "before my ARCP"."""
        point = self.point(text)
        return point.kind == "none" and not point.ambiguous and _UP_TO.match(point.evidence) is not None


def _to_the_minute(start: date) -> date:
    return start.replace(second=0, microsecond=0, tzinfo=None) if isinstance(start, datetime) else start


def _announced(words: str) -> str:
    """The goal itself, without the words that only say that one follows."""
    found = _ANNOUNCING.match(words)
    rest = words[found.end() :].strip() if found else ""
    return rest if len(rest.split()) > 1 else words
