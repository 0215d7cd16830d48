"""Our own words: templates with **strong** runs and {blanks}, filled to a text. Only ours are parsed, never a participant's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coaching.effects import Say
from coaching.message import Choice
from coaching.phrasing import Act
from coaching.programme import CONTACTS
from coaching.words import Span, Text

# What a wording may leave open, filled from the answers of the walk, the stored goals, the programme, the country's lines or a case.
BLANKS = frozenset(
    [
        "wish",
        "outcome",
        "obstacle",
        "moment",
        "plan",
        "reason",
        "goal",
        "sentence",
        "action",
        "cue",
        "earlier",
        "title",
        "goals",
        "code",
        "emergency",
        "lines",
        "number",
        "first",
        "count",
        "phrasing",
        "line",
        "support",
        "told",
        "quote",
        "safety_lead",
        *CONTACTS,
        "alias",
        "urgency",
        "waiting",
        "contact",
        "outcomes",
        "outcome",
        "barrier",
        "tried",
        "mood",
        "careful",
        "wants",
        "coach",
        "said",
        "agreed",
        "next_step",
        "again",
        "who",
        "when",
        "what",
        "link",
        "day",
        "due",
        "weekday",
        "date",
        "month",
        "year",
        "time",
    ]
)
_PIECES = re.compile(r"(\*\*|\{[a-z_]+\})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of our text, or a blank to be filled."""

    text: str
    strong: bool
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One variant of a wording, and the hash by which a sent message can be traced to it."""

    pieces: tuple[Piece, ...]
    source: str
    hash: str
    fixed: Text = ()  # the text itself, where there is nothing to fill

    def blanks(self) -> set[str]:
        return {piece.text for piece in self.pieces if piece.blank}


@dataclass(frozen=True, slots=True)
class Wording:
    """An id and its variants, which take turns."""

    id: str
    variants: tuple[Template, ...]
    file: str = ""
    line: int = 0
    blanks: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Rendered:
    """A Say as it will be sent. `content_hash` covers every variant that it was made of."""

    text: Text
    wording: str
    content_hash: str
    choices: tuple[Choice, ...] = ()


def make(name: str, variants: tuple[str, ...], file: str = "", line: int = 0) -> Wording:
    """A wording from its variants as written."""
    templates = tuple(template(name, variant.strip()) for variant in variants)
    return Wording(name, templates, file, line, frozenset().union(*(each.blanks() for each in templates)))


def template(name: str, source: str) -> Template:
    """Parse our own markup."""
    pieces = tuple(_pieces(source))
    mark = hashlib.sha256(f"{name}\n{source}".encode("utf-8", "replace")).hexdigest()[:16]
    fixed = () if any(piece.blank for piece in pieces) else tuple(Span(piece.text, piece.strong) for piece in pieces)
    return Template(pieces, source, mark, fixed)


def _pieces(source: str) -> Iterator[Piece]:
    strong = False
    for part in _PIECES.split(source):
        if part == "**":
            strong = not strong
        elif _PIECES.fullmatch(part):
            yield Piece(part[1:-1], strong, blank=True)
        elif part:
            yield Piece(part, strong)


def render(wordings: Mapping[str, Wording], say: Say, heard: Mapping[str, int]) -> Rendered:
    """Fill a Say: what it says before, then the wording itself, then the labels of its choices."""
    chosen = [_variant(wordings, name, heard) for name in (*say.also, say.wording)]
    said = _with_phrased(chosen, say) if say.phrased else chosen
    text = said[0].fixed if len(said) == 1 and said[0].fixed else tuple(_joined(said, say.blanks, wordings))
    return Rendered(text, say.wording, _hash(chosen), tuple([Choice(each, label(wordings, each)) for each in say.choices]))


def _with_phrased(chosen: list[Template], say: Say) -> list[Template]:
    """A language model's words in place of the wording they rephrase, or else just before it. They are never read as markup."""
    if say.phrased is None or say.phrasing is None:
        return chosen
    words = say.phrased.text
    line = Template((Piece(words, strong=False),), words, "", (Span(words),))
    return [*chosen[:-1], line] if say.phrasing.act is Act.REPHRASE else [*chosen[:-1], line, chosen[-1]]


def label(wordings: Mapping[str, Wording], choice: str) -> str:
    """What the button of a choice shows; the id itself where no label is written."""
    found = wordings.get(f"choice.{choice}")
    return found.variants[0].source if found else choice


def _variant(wordings: Mapping[str, Wording], name: str, heard: Mapping[str, int]) -> Template:
    found = wordings.get(name)
    if found is None:
        return template(name, name)
    return found.variants[heard.get(name, 0) % len(found.variants)] if len(found.variants) > 1 else found.variants[0]


def _joined(chosen: list[Template], blanks: Mapping[str, str], wordings: Mapping[str, Wording]) -> Iterator[Span]:
    for at, each in enumerate(chosen):
        if at:
            yield Span("\n")
        for piece in each.pieces:
            yield Span(_filled(piece.text, blanks, wordings) if piece.blank else piece.text, piece.strong)


def _filled(blank: str, blanks: Mapping[str, str], wordings: Mapping[str, Wording]) -> str:
    """The blank's words; where nothing was said yet, our own stand-in for it."""
    words = blanks.get(blank, "")
    if words:
        return words
    stand_in = wordings.get(f"blank.{blank}")
    return stand_in.variants[0].source if stand_in else ""


def _hash(chosen: list[Template]) -> str:
    if len(chosen) == 1:
        return chosen[0].hash
    return hashlib.sha256("".join(each.hash for each in chosen).encode()).hexdigest()[:16]
