"""From files as text to a Library. Content that could strand somebody is refused, with the file and the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogs import crisis, escalation, flow, problems, released, wording, yaml_text
from bot.dialogs.crisis import Country
from bot.dialogs.flow import Flow
from bot.dialogs.library import Library
from bot.dialogs.problems import Problem
from bot.dialogs.soundness import unsound
from bot.dialogs.wording import Wording
from bot.dialogs.yaml_text import Branch
from coaching.errors import ContentError
from handoff.rules import Rule

FLOWS, WORDING = "flows/", "wording/"


@dataclass(frozen=True, slots=True)
class Draft:
    """The files as far as they can be read, and what is wrong with them."""

    flows: tuple[Flow, ...]
    wordings: Mapping[str, Mapping[str, Wording]]
    countries: Mapping[str, Country]
    rules: Mapping[str, Rule]
    problems: tuple[Problem, ...]


def load(files: Mapping[str, str]) -> Library:
    """The library of these files (path below content/ → text). ContentError where somebody could get stuck."""
    draft = read(files)
    stranding = [problem for problem in found_in(draft, files) if problem.strands]
    if stranding:
        raise ContentError("\n".join(str(problem) for problem in stranding))
    return library_of(draft)


def found_in(draft: Draft, files: Mapping[str, str]) -> tuple[Problem, ...]:
    """What is wrong, style aside; where a file cannot be read, that alone: what hangs on it is not a mistake of its own."""
    unread = tuple(problem for problem in draft.problems if problem.unreadable)
    if unread or not files:
        return unread or (problems.unread("content", 1, "There are no content files here. Is this the right folder?"),)
    whole = unsound(draft.flows, draft.wordings)
    rules = escalation.unsound(draft.rules, draft.wordings)
    return (*draft.problems, *whole, *rules, *released.changed(draft.flows, files.get(released.FILE, "")))


def read(files: Mapping[str, str]) -> Draft:
    """Everything that can be read, with the problems found on the way."""
    found: list[Problem] = []
    flows = [_flow(path, text, found) for path, text in sorted(files.items()) if path.startswith(FLOWS) and path.endswith(".yaml")]
    wordings: dict[str, dict[str, Wording]] = {}
    for path, text in sorted(files.items()):
        if path.startswith(WORDING) and path.endswith(".yaml"):
            _wordings(path, text, wordings.setdefault(path.split("/")[1], {}), found)
    countries, troubles = crisis.parse(files.get(crisis.FILE, ""))
    rules, gaps = escalation.parse(files.get(escalation.FILE, ""))
    return Draft(tuple(flows), wordings, countries, rules, (*found, *troubles, *gaps))


def library_of(draft: Draft) -> Library:
    """The library of files that are sound."""
    newest: dict[str, int] = {}
    for each in draft.flows:
        newest[each.name] = max(each.version, newest.get(each.name, 0))
    listed = {
        (language, code): crisis.listed(country, words)
        for language, words in draft.wordings.items()
        for code, country in draft.countries.items()
    }
    return Library({(each.name, each.version): each for each in draft.flows}, newest, draft.wordings, draft.countries, listed, draft.rules)


def _flow(path: str, text: str, into: list[Problem]) -> Flow:
    parsed, found = flow.parse(path, text)
    into += found
    return parsed


def _wordings(path: str, text: str, words: dict[str, Wording], into: list[Problem]) -> None:
    """Add a file's wordings to those of its language."""
    tree, found = yaml_text.read(text, path)
    into += found
    for name, value in tree.entries.items():
        line = tree.lines[name]
        variants = () if isinstance(value, Branch) else yaml_text.texts_in(value)
        if name in words:
            into.append(Problem(path, line, f'"{name}" is also written in {words[name].file}. Keep one of the two.', strands=True))
        if not variants or not all(variant.strip() for variant in variants):
            into.append(Problem(path, line, f'"{name}" has no text.', strands=True))
        else:
            words[name] = wording.make(name, variants, path, line)
