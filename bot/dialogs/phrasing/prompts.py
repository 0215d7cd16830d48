"""What a language model is asked: read from content/llm.yaml, and filled with nothing but what the Phrasing holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.dialogs.problems import Problem
from bot.dialogs.yaml_text import Branch, read, text_in, texts_in
from bot.nlu.tidy import clean
from coaching.phrasing import Act, Phrasing, Prompt

FILE = "llm.yaml"
TOKENS = {Act.REPHRASE: 60, Act.REFLECT: 60, Act.SUMMARISE: 110}
_BLANKS = {Act.REPHRASE: ("{question}",), Act.REFLECT: ("{question}", "{words}"), Act.SUMMARISE: ("{words}",)}
_FENCES = re.compile(r"[<>{}]")  # what could end the stretch that is somebody's words, or open a blank


@dataclass(frozen=True, slots=True)
class Prompts:
    """The texts by act, how a line may begin, the plain words it may be made of, and the mark by which the audit names this version."""

    system: str
    asks: Mapping[Act, str]
    openers: tuple[str, ...]
    words: frozenset[str] = field(repr=False)
    mark: str

    def prompt(self, phrasing: Phrasing) -> Prompt:
        """What to ask for this. Somebody's words stand between their own marks, and cannot close them."""
        said = "\n".join(_fenced(words) for words in phrasing.words)
        filled = self.asks[phrasing.act].replace("{question}", _fenced(phrasing.question)).replace("{words}", said)
        return Prompt(self.system, filled, TOKENS[phrasing.act])


def parse(text: str) -> tuple[Prompts | None, list[Problem]]:
    """The prompts of llm.yaml, or None and what is wrong with it."""
    tree, problems = read(text, FILE)
    if not problems:
        problems = list(_gaps(tree))
    if problems:
        return None, problems
    asks = {act: text_in(tree.entries[act.value]).strip() for act in Act}
    openers = tuple(opener.lower() for opener in texts_in(tree.entries["openers"]))
    words = frozenset(text_in(tree.entries["words"]).lower().split())
    mark = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Prompts(text_in(tree.entries["system"]).strip(), asks, openers, words, mark), []


def _gaps(tree: Branch) -> Iterator[Problem]:
    for name in ("system", *Act, "words"):
        if not text_in(tree.entries.get(name)).strip():
            yield Problem(FILE, tree.lines.get(name, 1), f'"{name}" has no text.', strands=True)
    if not all(opener.strip() for opener in texts_in(tree.entries.get("openers")) or ("",)):
        yield Problem(FILE, tree.lines.get("openers", 1), '"openers" needs at least one, and none may be empty.', strands=True)
    for act, blanks in _BLANKS.items():
        asked = text_in(tree.entries.get(act.value))
        for blank in blanks:
            if asked and blank not in asked:
                yield Problem(FILE, tree.lines[act.value], f'"{act.value}" needs {blank}: without it the model sees nothing.', strands=True)


def _fenced(words: str) -> str:
    return _FENCES.sub(" ", clean(words))
