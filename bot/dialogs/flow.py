"""A flow: a conversation's script as data. Named steps in an order, with no sentences and no expressions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.dialogs.problems import Problem
from bot.dialogs.yaml_text import Branch, Leaf, Row, Tree, pairs_in, read, text_in, texts_in
from coaching.errors import UnknownStep

END = "end"  # where `go` leads when a walk is over
FIELDS = ("step", "ask", "choices", "scale", "day", "check", "keep", "go", "again", "aside", "repairs")
REPAIRS = 3  # of one step, then the answer is taken as it stands


@dataclass(frozen=True, slots=True)
class Step:
    """One question.

    `ask` is its wording. It takes words if it has a `check`, a number if it has a `scale` (low, high), a day if it has a `day` (the
    short cuts offered beside a picker), and its `choices`.
    `keep` names the field of the goal's record. `go` maps a choice or a verdict to the step asked next; without one, the next is
    the first open step in order. `again` are steps asked again when the answer changes. `aside` steps are reached by `go` only.
    """

    name: str
    ask: str
    choices: tuple[str, ...] = ()
    scale: tuple[int, int] | None = None
    day: tuple[str, ...] = ()
    check: str = ""
    keep: str = ""
    go: Mapping[str, str] = field(default_factory=dict)
    again: tuple[str, ...] = ()
    aside: bool = False
    repairs: int = REPAIRS
    line: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """A version of an exercise. `hash` is that of its file; `order` are the steps that are asked in order."""

    name: str
    version: int
    steps: Mapping[str, Step]
    file: str = ""
    hash: str = ""
    order: tuple[Step, ...] = ()

    def step(self, name: str) -> Step:
        """The step of this name; UnknownStep where there is none."""
        found = self.steps.get(name)
        if found is None:
            raise UnknownStep(f"{self.name} v{self.version} has no step {name!r}: put the file back under which it was begun")
        return found


def parse(file: str, text: str) -> tuple[Flow, list[Problem]]:
    """A flow file; `file` ends in NAME.vVERSION.yaml."""
    tree, problems = read(text, file)
    name, version = _named(file)
    found = tree.entries.get("steps")
    items = found.items if isinstance(found, Row) else ()
    steps = [_step(item) for item in items if isinstance(item, Branch)]
    problems += _named_problems(file, tree, name, version) if not problems else []
    problems += [problem for item in items for problem in _step_problems(file, item)]
    problems += _doubled(file, steps)
    by_name = {step.name: step for step in steps}
    order = tuple(step for step in by_name.values() if not step.aside)
    return Flow(name, version, by_name, file, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), order), problems


def _named(file: str) -> tuple[str, int]:
    name, _, version = file.rsplit("/", 1)[-1].removesuffix(".yaml").partition(".v")
    return name, int(version) if version.isdigit() else 0


def _named_problems(file: str, tree: Branch, name: str, version: int) -> list[Problem]:
    stated = (text_in(tree.entries.get("flow")), text_in(tree.entries.get("version")))
    problems = []
    if stated != (name, str(version)):
        sentence = f"The file is called {name}.v{version}.yaml, so it should say `flow: {name}` and `version: {version}`."
        problems.append(Problem(file, 1, sentence, strands=True))
    if not isinstance(tree.entries.get("steps"), Row):
        problems.append(Problem(file, 1, "The flow has no steps. Add a list under `steps:`.", strands=True))
    return problems


def _step(item: Branch) -> Step:
    entries = item.entries
    return Step(
        name=text_in(entries.get("step")),
        ask=text_in(entries.get("ask")),
        choices=texts_in(entries.get("choices")),
        scale=_scale(entries.get("scale")),
        day=texts_in(entries.get("day")),
        check=text_in(entries.get("check")),
        keep=text_in(entries.get("keep")),
        go=pairs_in(entries.get("go")),
        again=texts_in(entries.get("again")),
        aside=text_in(entries.get("aside")) == "true",
        repairs=_whole(text_in(entries.get("repairs")), REPAIRS),
        line=item.line,
    )


def _scale(tree: Tree | None) -> tuple[int, int] | None:
    ends = texts_in(tree)
    return (_whole(ends[0], 0), _whole(ends[1], 10)) if len(ends) == 2 else None


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdigit() else otherwise


def _step_problems(file: str, item: Tree) -> list[Problem]:
    if not isinstance(item, Branch):
        return [Problem(file, item.line, "Each step should begin with `- step:` and a name.", strands=True)]
    problems = [
        Problem(file, item.lines[name], f"A step has no field `{name}`. It may have: {', '.join(FIELDS)}.", strands=True)
        for name in item.entries
        if name not in FIELDS
    ]
    for needed in ("step", "ask"):
        if not isinstance(item.entries.get(needed), Leaf):
            problems.append(Problem(file, item.line, f"This step has no `{needed}:`.", strands=True))
    return problems


def _doubled(file: str, steps: list[Step]) -> list[Problem]:
    names = [step.name for step in steps]
    return [
        Problem(file, step.line, f'There are two steps called "{step.name}". Give one of them another name.', strands=True)
        for at, step in enumerate(steps)
        if step.name in names[:at]
    ]
