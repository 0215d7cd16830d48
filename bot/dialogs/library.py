"""Everything that content/ holds, parsed once: flows by name and version, wordings by language, lines by country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.dialogs import days, questions
from bot.dialogs.crisis import DEFAULT, Country, shown, supporting
from bot.dialogs.flow import Flow
from bot.dialogs.wording import Rendered, Wording, label, render
from bot.nlu.reading import Question
from coaching.conversation import Conversation, Walk
from coaching.effects import Say
from coaching.errors import UnknownStep
from coaching.programme import Surroundings
from handoff.rules import Rule

HOME = "en-GB"  # the language the others are measured against


@dataclass(frozen=True, slots=True)
class Library:
    """`newest` is the version a new walk begins in; `listed` the lines of (language, country) as shown; `rules` are those of concerns."""

    flows: Mapping[tuple[str, int], Flow]
    newest: Mapping[str, int]
    wordings: Mapping[str, Mapping[str, Wording]]
    countries: Mapping[str, Country]
    listed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)

    def flow(self, name: str, version: int) -> Flow:
        """This version of the flow; UnknownStep where it is not in content/."""
        found = self.flows.get((name, version))
        if found is None:
            raise UnknownStep(f"There is no {name}.v{version}.yaml in content/flows: put it back, somebody is in the middle of it")
        return found

    def latest(self, name: str) -> Flow:
        """The version that new walks begin in."""
        return self.flow(name, self.newest.get(name, 0))

    def flow_of(self, walk: Walk) -> Flow:
        """The version this walk was begun in, and finishes in."""
        return self.flow(walk.flow, walk.version)

    def words(self, language: str) -> Mapping[str, Wording]:
        """The wordings of a language, or of English where it is not written yet."""
        return self.wordings.get(language) or self.wordings[HOME]

    def render(self, language: str, say: Say, heard: Mapping[str, int]) -> Rendered:
        """The text, content hash and labelled choices of a Say; `heard` makes its variants take turns."""
        return render(self.words(language), say, heard)

    def label(self, language: str, choice: str) -> str:
        """What the button of a choice shows, or nothing where it has no label."""
        words = self.words(language)
        return label(words, choice) if f"choice.{choice}" in words else ""

    def day(self, language: str, choice: str) -> str:
        """A picked day ("2026-12-04") as people say it, with its year; nothing for any other choice."""
        day = days.iso(choice)
        return days.written(day, self.words(language), date.max) if day else ""

    def country(self, code: str) -> Country:
        """The country's lines, or the default ones."""
        return self.countries.get(code) or self.countries[DEFAULT]

    def lines(self, language: str, code: str) -> str:
        """The country's lines as shown."""
        known = language if language in self.wordings else HOME
        return self.listed[known, self.country(code).code]

    def first_line(self, language: str, code: str) -> str:
        """The first of the country's lines as shown."""
        return shown(self.country(code).lines[0], self.words(language))

    def support(self, language: str, code: str, topics: Iterable[str]) -> str:
        """The country's further lines on these topics as shown, or nothing."""
        return supporting(self.country(code), topics, self.words(language))

    def question(self, conversation: Conversation, surroundings: Surroundings) -> Question | None:
        """What the reader should know of the question that is open, or None. Never raises: *help now* has to be read in any state."""
        return questions.question(conversation, surroundings.today)
