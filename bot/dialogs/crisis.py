"""Who to call, by country: read from content/crisis_lines.yaml, shown by *help now*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.dialogs.problems import Problem
from bot.dialogs.wording import Wording
from bot.dialogs.yaml_text import Branch, Row, Tree, pairs_in, read

FILE = "crisis_lines.yaml"
_DIALLED = re.compile(r"\d[\d ()-]+\d")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
DEFAULT = "DEFAULT"  # where the country is not known


@dataclass(frozen=True, slots=True)
class Line:
    """One number or address. `way`: call · text · visit. `number` is what to dial, send or open; `verified_on` an ISO date, or ""."""

    name: str
    way: str
    number: str
    hours: str = ""
    who: str = ""
    verified_on: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A country's emergency number and its lines, in the order they are shown."""

    code: str
    emergency: str
    lines: tuple[Line, ...] = ()
    verified_on: str = ""

    def verified(self) -> bool:
        """Whether somebody has checked the emergency number and every line."""
        return bool(self.verified_on) and all(line.verified_on for line in self.lines)


def parse(text: str) -> tuple[dict[str, Country], list[Problem]]:
    """The countries of crisis_lines.yaml."""
    tree, problems = read(text, FILE)
    countries = {code: _country(code, entry) for code, entry in tree.entries.items()}
    for code, country in countries.items():
        problems += _problems(country, tree.lines[code])
    if DEFAULT not in countries and not problems:
        problems.append(Problem(FILE, 1, f"There is no {DEFAULT} entry, for people whose country is not known.", strands=True))
    return countries, problems


def listed(country: Country, wordings: Mapping[str, Wording]) -> str:
    """The lines as text, one below the other, each in the words of `help_now.line.<way>`."""
    return "\n".join(_shown(line, wordings) for line in country.lines)


def numbers(country: Country) -> Iterator[str]:
    """The digits of every number of the country's lines: nobody's own telephone."""
    for line in country.lines:
        yield from ("".join(sign for sign in part if sign.isdigit()) for part in _DIALLED.findall(line.number))


def _shown(line: Line, wordings: Mapping[str, Wording]) -> str:
    pattern = wordings.get(f"help_now.line.{line.way}")
    source = pattern.variants[0].source if pattern else "{name}: {number}"
    extra = ", ".join(part for part in (line.who, line.hours) if part)
    shown = source.replace("{name}", line.name).replace("{number}", line.number)
    return f"{shown} ({extra})" if extra else shown


def _country(code: str, entry: Tree) -> Country:
    entries = entry.entries if isinstance(entry, Branch) else {}
    emergency = pairs_in(entries.get("emergency"))
    items = entries.get("lines")
    lines = tuple(_line(pairs_in(item)) for item in items.items) if isinstance(items, Row) else ()
    return Country(code, emergency.get("call", ""), lines, _date(emergency.get("verified_on", "")))


def _line(pairs: Mapping[str, str]) -> Line:
    way = next((way for way in ("call", "text", "visit") if way in pairs), "call")
    verified = _date(pairs.get("verified_on", ""))
    return Line(pairs.get("name", ""), way, pairs.get(way, ""), pairs.get("hours", ""), pairs.get("who", ""), verified)


def _date(text: str) -> str:
    return "" if text in ("null", "~") else text


def _problems(country: Country, line: int) -> list[Problem]:
    problems = []
    if not country.emergency:
        problems.append(Problem(FILE, line, f"{country.code} has no emergency number. Add `emergency:` with `call:`.", strands=True))
    if not country.lines or not all(each.name and each.number for each in country.lines):
        problems.append(Problem(FILE, line, f"{country.code} needs at least one line, each with a name and a number.", strands=True))
    numbers = [(each.name, each.number) for each in country.lines if each.way == "call"]
    if country.code != DEFAULT:
        numbers.append(("emergency", country.emergency))
    for name, number in numbers:
        if number and not _can_be_dialled(number):
            problems.append(Problem(FILE, line, f'{country.code}: nobody can call "{number}" ({name}). Use digits only.', strands=True))
    return problems


def _can_be_dialled(number: str) -> bool:
    """Digits, two numbers with "or" between them, and what stands in brackets."""
    bare = _IN_BRACKETS.sub("", number).replace(" or ", " ")
    return any(sign.isdigit() for sign in bare) and not any(sign.isalpha() for sign in bare)
