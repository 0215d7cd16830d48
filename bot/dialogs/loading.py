"""From files as text to a Library. Content that could strand somebody is refused, with the file and the line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogs import crisis, flow, released, wording, yaml_text
from bot.dialogs.crisis import Country
from bot.dialogs.flow import Flow
from bot.dialogs.library import Library
from bot.dialogs.problems import Problem
from bot.dialogs.soundness import unsound
from bot.dialogs.wording import Wording
from bot.dialogs.yaml_text import Branch
from coaching.errors import ContentError

FLOWS, WORDING = "flows/", "wording/"


@dataclass(frozen=True, slots=True)
class Draft:
    """The files as far as they can be read, and what is wrong with them."""

    flows: tuple[Flow, ...]
    wordings: Mapping[str, Mapping[str, Wording]]
    countries: Mapping[str, Country]
    problems: tuple[Problem, ...]


def load(files: Mapping[str, str]) -> Library:
    """The library of these files (path below content/ → text). ContentError where somebody could get stuck."""
    draft = read(files)
    found = (*draft.problems, *unsound(draft.flows, draft.wordings), *released.changed(draft.flows, files.get(released.FILE, "")))
    stranding = [problem for problem in found if problem.strands]
    if stranding:
        raise ContentError("\n".join(str(problem) for problem in stranding))
    return library_of(draft)


def read(files: Mapping[str, str]) -> Draft:
    """Everything that can be read, with the problems found on the way."""
    problems: list[Problem] = []
    flows = [_flow(path, text, problems) for path, text in sorted(files.items()) if path.startswith(FLOWS) and path.endswith(".yaml")]
    wordings: dict[str, dict[str, Wording]] = {}
    for path, text in sorted(files.items()):
        if path.startswith(WORDING) and path.endswith(".yaml"):
            _wordings(path, text, wordings.setdefault(path.split("/")[1], {}), problems)
    countries, troubles = crisis.parse(files.get(crisis.FILE, ""))
    return Draft(tuple(flows), wordings, countries, (*problems, *troubles))


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
    return Library({(each.name, each.version): each for each in draft.flows}, newest, draft.wordings, draft.countries, listed)


def _flow(path: str, text: str, problems: list[Problem]) -> Flow:
    parsed, found = flow.parse(path, text)
    problems += found
    return parsed


def _wordings(path: str, text: str, words: dict[str, Wording], problems: list[Problem]) -> None:
    """Add a file's wordings to those of its language."""
    tree, found = yaml_text.read(text, path)
    problems += found
    for name, value in tree.entries.items():
        line = tree.lines[name]
        variants = () if isinstance(value, Branch) else yaml_text.texts_in(value)
        if name in words:
            problems.append(Problem(path, line, f'"{name}" is also written in {words[name].file}. Keep one of the two.', strands=True))
        if not variants or not all(variant.strip() for variant in variants):
            problems.append(Problem(path, line, f'"{name}" has no text.', strands=True))
        else:
            words[name] = wording.make(name, variants, path, line)
