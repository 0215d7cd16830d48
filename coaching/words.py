"""A participant's own words, which nothing may print by accident."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """Somebody's own words: `repr` and `str` show a length, only `.text` shows them."""

    text: str = ""

    def __repr__(self) -> str:
        return f"<{len(self.text)} characters>"

    __str__ = __repr__

    def __len__(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True, repr=False)
class Span:
    """A run of text, plain or strong. Markup is ours alone: it is never read out of a participant's words."""

    text: str
    strong: bool = False

    def __repr__(self) -> str:
        return f"<{len(self.text)} characters{', strong' if self.strong else ''}>"


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """The text without its emphasis."""
    return "".join(span.text for span in text)


def text_of(words: str) -> Text:
    """One plain run."""
    return (Span(words),)
