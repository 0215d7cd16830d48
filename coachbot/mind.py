"""Everything decisions are made with: content, rules, the programme."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.dialogs.library import Library
from bot.dialogs.loading import load
from bot.nlu.concerns import VERSION, phrase_signal
from bot.nlu.reading import RuleJudge, RuleReader
from bot.nlu.understanding import Understanding
from bot.perform import Mind
from bot.phrasing.phraser import Phraser
from coachbot.sandbox import sandbox
from coaching.errors import ContentError
from coaching.programme import Programme

RECENT = 128  # messages whose signal is remembered: receive has heard what the turn reads a moment later


def content_files(folder: Path | None = None) -> dict[str, str]:
    """Every content file by its path below the folder; without one, the shipped content. ContentError: it cannot be read."""
    try:
        return dict(_walk(files("content") if folder is None else folder, ""))
    except OSError as error:
        raise ContentError(f"{error.filename or folder} cannot be read: {error.strerror}. Name a folder like content/.") from None


def _walk(folder: Traversable | Path, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        path = f"{prefix}{entry.name}"
        if entry.is_dir():
            found.extend(_walk(entry, f"{path}/"))
        elif entry.name.endswith((".yaml", ".yml")) or entry.name == "RELEASED":
            found.append((path, _text_of(entry, path)))
    return found


def _text_of(file: Traversable | Path, path: str) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        read = error.object[: error.start]
        raise ContentError(f"{path}, line {read.count(10) + 1}: this is not UTF-8 text. Save the file as UTF-8.") from None


@cache
def shipped_library() -> Library:
    """The shipped content, checked; it does not change while we run. ContentError says what is wrong with it."""
    return load(content_files())


def make_mind(library: Library, programme: Programme, understanding: Understanding | None = None, phraser: Phraser | None = None) -> Mind:
    """What decisions are made with: the rules, and a model where there is one; and what phrases them, where that is set up."""
    phrases = lru_cache(RECENT)(phrase_signal)
    rules = RuleReader(phrases)
    return Mind(library, rules, RuleJudge(), programme, phrases=phrases, detectors=VERSION, understanding=understanding, phraser=phraser)


def sandbox_mind() -> Mind:
    """The shipped content in the sandbox programme."""
    return make_mind(shipped_library(), sandbox())


def labels(library: Library, language: str, prefix: str) -> dict[str, str]:
    """The wordings whose id begins with `prefix`, as they stand: texts of a surface, not of the talk."""
    return {name: wording.variants[0].source for name, wording in library.words(language).items() if name.startswith(prefix)}


def notices(library: Library, programme: Programme) -> tuple[str, ...]:
    """What every page says at its head: in the sandbox, that nobody has checked the crisis lines."""
    return (library.words(programme.language)["notice.not_verified"].variants[0].source,) if programme.sandbox else ()
