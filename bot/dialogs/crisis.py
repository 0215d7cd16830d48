"""Who to call, by country: read from content/crisis_lines.yaml, shown by *help now* and whenever something may mean danger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from bot.dialogs.problems import Problem
from bot.dialogs.wording import Wording
from bot.dialogs.yaml_text import Branch, Row, Tree, pairs_in, read

FILE = "crisis_lines.yaml"
_DIALLED = re.compile(r"\d[\d ()-]+\d")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
DEFAULT = "DEFAULT"  # where the country is not known
TOPICS = ("staff", "abuse", "children", "sexual_assault", "bereavement", "substance", "work")  # of further lines


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
    """A country's emergency number and its lines, in the order they are shown; `support` are further lines, by topic."""

    code: str
    emergency: str
    lines: tuple[Line, ...] = ()
    verified_on: str = ""
    support: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)

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
    return "\n".join(shown(line, wordings) for line in country.lines)


def numbers(country: Country) -> Iterator[str]:
    """The digits of every number of the country's lines: nobody's own telephone."""
    for line in (*country.lines, *chain.from_iterable(country.support.values())):
        yield from ("".join(sign for sign in part if sign.isdigit()) for part in _DIALLED.findall(line.number))


def supporting(country: Country, topics: Iterable[str], wordings: Mapping[str, Wording]) -> str:
    """The country's further lines on these topics, as text; nothing where it has none."""
    return "\n".join(shown(line, wordings) for topic in topics for line in country.support.get(topic, ()))


def shown(line: Line, wordings: Mapping[str, Wording]) -> str:
    """One line as text."""
    pattern = wordings.get(f"help_now.line.{line.way}")
    source = pattern.variants[0].source if pattern else "{name}: {number}"
    extra = ", ".join(part for part in (line.who, line.hours) if part)
    text = source.replace("{name}", line.name).replace("{number}", line.number)
    return f"{text} ({extra})" if extra else text


def _country(code: str, entry: Tree) -> Country:
    entries = entry.entries if isinstance(entry, Branch) else {}
    emergency = pairs_in(entries.get("emergency"))
    topics = entries.get("support")
    support = {topic: _lines(items) for topic, items in topics.entries.items()} if isinstance(topics, Branch) else {}
    verified = _date(emergency.get("verified_on", ""))
    return Country(code, emergency.get("call", ""), _lines(entries.get("lines")), verified, support)


def _lines(items: Tree | None) -> tuple[Line, ...]:
    return tuple(_line(pairs_in(item)) for item in items.items) if isinstance(items, Row) else ()


def _line(pairs: Mapping[str, str]) -> Line:
    way = next((way for way in ("call", "text", "visit") if way in pairs), "call")
    verified = _date(pairs.get("verified_on", ""))
    return Line(pairs.get("name", ""), way, pairs.get(way, ""), pairs.get("hours", ""), pairs.get("who", ""), verified)


def _date(text: str) -> str:
    return "" if text in ("null", "~") else text


def _problems(country: Country, line: int) -> list[Problem]:
    sentences = [*_missing(country), *_not_dialled(country)]
    return [Problem(FILE, line, sentence, strands=True) for sentence in sentences]


def _missing(country: Country) -> Iterator[str]:
    if not country.emergency:
        yield f"{country.code} has no emergency number. Add `emergency:` with `call:`."
    if not country.lines or not all(each.name and each.number for each in country.lines):
        yield f"{country.code} needs at least one line, each with a name and a number."
    for topic, lines in country.support.items():
        if topic not in TOPICS:
            yield f'{country.code} has support lines on "{topic}", which nothing shows. Known: {", ".join(TOPICS)}.'
        if not lines or not all(each.name and each.number for each in lines):
            yield f'{country.code} needs a name and a number for each support line on "{topic}".'


def _not_dialled(country: Country) -> Iterator[str]:
    numbers = [(each.name, each.number) for lines in (country.lines, *country.support.values()) for each in lines if each.way == "call"]
    if country.code != DEFAULT:
        numbers.append(("emergency", country.emergency))
    for name, number in numbers:
        if number and not _can_be_dialled(number):
            yield f'{country.code}: nobody can call "{number}" ({name}). Use digits only.'


def _can_be_dialled(number: str) -> bool:
    """Digits, two numbers with "or" between them, and what stands in brackets."""
    bare = _IN_BRACKETS.sub("", number).replace(" or ", " ")
    return any(sign.isdigit() for sign in bare) and not any(sign.isalpha() for sign in bare)
