"""What follows from each concern: read from content/escalation.yaml into the rules of `handoff.rules`, and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.dialogs import yaml_text
from bot.dialogs.crisis import TOPICS
from bot.dialogs.problems import Problem
from bot.dialogs.wording import Wording
from bot.dialogs.yaml_text import Branch, Leaf, Tree
from coaching.concern import HOLDING
from handoff.rules import CASES, COACHING, NAMES, ROUTES, SAFETY, Rule

FILE = "escalation.yaml"
Words = Mapping[str, Mapping[str, Wording]]
_TEXTS = ("says", "in_emergency", "asks", "to", "to_when_urgent", "to_without_coach", "case", "coaching", "reviewed_by")
_NUMBERS = ("quiet_days", "again_hours")
_LISTS = ("support", "choices")
FIELDS = (*_TEXTS, "holds", *_NUMBERS, *_LISTS)
NEEDED = ("says", "to", "case", "holds", "coaching", "reviewed_by")
_YES, _NO = ("true", "yes"), ("false", "no")
_NOBODY = ("", "null", "~")


def parse(text: str) -> tuple[dict[str, Rule], list[Problem]]:
    """The rules of escalation.yaml by name, as far as they can be read."""
    tree, found = yaml_text.read(text, FILE)
    rules: dict[str, Rule] = {}
    for name, entry in tree.entries.items():
        problems = [Problem(FILE, tree.lines[name], sentence, strands=True) for sentence in _unreadable(name, entry)]
        found += problems
        if not problems and isinstance(entry, Branch):
            rules[name] = _rule(name, entry)
    if not any(problem.unreadable for problem in found):
        found += [_problem(f'There is no row "{name}": without it, nothing follows from it.') for name in NAMES if name not in tree.entries]
    return rules, found


def unsound(rules: Mapping[str, Rule], wordings: Words) -> Iterator[Problem]:
    """What in the rules could leave somebody without help: words that are not there, a hold that nobody is told of."""
    for rule in rules.values():
        for sentence in (*_unwritten(rule, wordings), *_unsafe(rule, wordings)):
            yield _problem(sentence)


# -- one row --------------------------------------------------------------------------------------------------------------------


def _rule(name: str, entry: Branch) -> Rule:
    given = entry.entries
    texts = {field: _text(given.get(field)) for field in _TEXTS if field in given}
    numbers = {field: int(_text(given.get(field))) for field in _NUMBERS if field in given}
    lists = {field: yaml_text.texts_in(given.get(field)) for field in _LISTS if field in given}
    return Rule(name, holds=_text(given.get("holds")).lower() in _YES, **texts, **numbers, **lists)  # type: ignore[arg-type]


def _text(tree: Tree | None) -> str:
    text = yaml_text.text_in(tree).strip()
    return "" if text in _NOBODY else text


def _unreadable(name: str, entry: Tree) -> Iterator[str]:
    if name not in NAMES:
        yield f'"{name}" is not a concern. Known: {", ".join(NAMES)}.'
        return
    if not isinstance(entry, Branch):
        yield f'"{name}" should hold fields, each with a colon after it.'
        return
    for field in entry.entries.keys() - set(FIELDS):
        yield f'"{name}" has no field `{field}`. Known: {", ".join(FIELDS)}.'
    for field in NEEDED:
        if field not in entry.entries:
            yield f'"{name}" needs `{field}:`.'
    yield from _wrong_values(name, entry)


def _wrong_values(name: str, entry: Branch) -> Iterator[str]:
    for field, known in (("to", ROUTES), ("to_when_urgent", ROUTES), ("to_without_coach", ROUTES), ("case", CASES), ("coaching", COACHING)):
        value = _text(entry.entries.get(field))
        if value not in known and (value or field in NEEDED):
            yield f'"{name}" says `{field}: {value}`. It can be {", ".join(known)}.'
    if "holds" in entry.entries and _text(entry.entries["holds"]).lower() not in (*_YES, *_NO):
        yield f'"{name}" says `holds: {_text(entry.entries["holds"])}`. It can be true or false.'
    for field in _NUMBERS:
        if field in entry.entries and not _is_number(entry.entries[field]):
            yield f'"{name}" needs a whole number for `{field}:`.'
    for topic in yaml_text.texts_in(entry.entries.get("support")):
        if topic not in TOPICS:
            yield f'"{name}" asks for support lines on "{topic}". Known: {", ".join(TOPICS)}.'


def _is_number(tree: Tree) -> bool:
    text = tree.text if isinstance(tree, Leaf) else ""
    return text.isascii() and text.isdigit() and len(text) < 5


# -- all rows -------------------------------------------------------------------------------------------------------------------


def _unwritten(rule: Rule, wordings: Words) -> Iterator[str]:
    questions = (rule.asks, f"{rule.asks}.unquoted") if rule.asks else ()
    needed = (rule.says, rule.in_emergency, *questions, *(f"choice.{choice}" for choice in rule.choices))
    for language, words in wordings.items():
        for name in needed:
            if name and name not in words:
                yield f'There is no wording "{name}" in wording/{language}: the row "{rule.name}" says it.'


def _unsafe(rule: Rule, wordings: Words) -> Iterator[str]:
    held = rule.name.split(".")[0] in HOLDING
    if rule.holds is not held:
        yield f'"{rule.name}" needs `holds: {str(held).lower()}`: a hold follows crisis and safeguarding, and nothing else.'
    if not held:
        return
    if not rule.asks:
        yield f'"{rule.name}" needs `asks:`, the straight question for when it is unclear.'
    if rule.case != "always" or rule.to not in SAFETY:
        yield f'"{rule.name}" needs `case: always` and `to: safety_rota` or `safety_lead`: somebody has to hear of it.'
    for language, words in wordings.items():
        for name in filter(None, (rule.says, rule.in_emergency)):
            for blank in _not_everywhere(words[name]) if name in words else ():
                yield f'"{name}" in wording/{language} needs the blank {{{blank}}} in every variant: people need to see it there.'


def _not_everywhere(wording: Wording) -> Iterator[str]:
    """What a card does without: the number to call, whom to talk to, who is told."""
    for blanks in (("emergency",), ("lines", "support"), ("told",)):
        if not all(variant.blanks() & set(blanks) for variant in wording.variants):
            yield blanks[0]


def _problem(sentence: str) -> Problem:
    return Problem(FILE, 1, sentence, strands=True)
