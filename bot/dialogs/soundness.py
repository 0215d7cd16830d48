"""Whether flows and wordings fit together so that nobody can get stuck: every step reachable, every way leading on, every word written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.dialogs.checks import CHECKS, RECORD
from bot.dialogs.days import CHIPS, FORMS
from bot.dialogs.flow import END, REPAIRS, Flow, Step
from bot.dialogs.needed import FILLED, NEEDED
from bot.dialogs.problems import Problem
from bot.dialogs.wording import BLANKS, Wording
from handoff import ladder

Words = Mapping[str, Mapping[str, Wording]]


@dataclass(frozen=True, slots=True)
class Need:
    """A wording that a flow asks for: where, and what for."""

    id: str
    line: int
    reason: str


def unsound(flows: Iterable[Flow], wordings: Words) -> list[Problem]:
    """Everything that could strand somebody, in plain sentences."""
    found = [problem for flow in flows for problem in _in_flow(flow, wordings)]
    if not wordings:
        found.append(Problem("wording/en-GB", 1, "There are no wordings at all.", strands=True))
    return [*found, *_spoken(wordings), *_blanks(wordings), *_without_a_blank(wordings), *_telling_too_much(wordings)]


def _in_flow(flow: Flow, wordings: Words) -> Iterator[Problem]:
    if not flow.order:
        yield _problem(flow, 1, f"{flow.name} has no step that is asked in order.")
        return
    yield from _leading_nowhere(flow)
    yield from _unknown_checks(flow)
    yield from _asked_too_early(flow)
    yield from _asked_too_often(flow)
    if all(target == END or target in flow.steps for step in flow.steps.values() for target in step.go.values()):
        yield from _unreachable(flow)
        yield from _without_a_way_on(flow)
        yield from _unwritten(flow, wordings)


# -- ways -----------------------------------------------------------------------------------------------------------------------


def _leading_nowhere(flow: Flow) -> Iterator[Problem]:
    for step in flow.steps.values():
        for reason, target in step.go.items():
            if target != END and target not in flow.steps:
                yield _problem(flow, step.line, f'Step "{step.name}" goes to "{target}" on "{reason}", but there is no step of that name.')
        for name in step.again:
            if name not in flow.steps:
                yield _problem(flow, step.line, f'Step "{step.name}" says `again: {name}`, but there is no step of that name.')


def _asked_too_early(flow: Flow) -> Iterator[Problem]:
    names = [step.name for step in flow.order]
    if {"outcome", "obstacle"} <= set(names) and names.index("obstacle") < names.index("outcome"):
        sentence = 'Step "obstacle" is asked before step "outcome". Put the outcome first: without it, an obstacle only discourages.'
        yield _problem(flow, flow.steps["obstacle"].line, sentence)


def _asked_too_often(flow: Flow) -> Iterator[Problem]:
    for step in flow.steps.values():
        if step.repairs > REPAIRS:
            sentence = f'Step "{step.name}" may ask again {step.repairs} times. {REPAIRS} is the most: then people have the last word.'
            yield _problem(flow, step.line, sentence)


def _unreachable(flow: Flow) -> Iterator[Problem]:
    reached = {step.name for step in flow.order}
    for _ in flow.steps:
        reached |= {target for name in reached if name in flow.steps for target in flow.steps[name].go.values()}
    for step in flow.steps.values():
        if step.name not in reached:
            sentence = f'Nobody can reach step "{step.name}": it is an aside, and no step that is asked goes to it.'
            yield _problem(flow, step.line, sentence)


def _without_a_way_on(flow: Flow) -> Iterator[Problem]:
    ways = {step.name: _ways(flow, step) for step in flow.steps.values()}
    out = {name for name, targets in ways.items() if END in targets}
    for _ in ways:
        out |= {name for name, targets in ways.items() if targets & out}
    for step in flow.steps.values():
        if step.name not in out:
            sentence = f'Step "{step.name}" has no way on: somebody who is asked it could never get past it.'
            yield _problem(flow, step.line, sentence)


def _ways(flow: Flow, step: Step) -> set[str]:
    """Where the answers to a step can lead."""
    on = {choice for choice in step.choices if choice not in step.go}
    goes = {target for reason, target in step.go.items() if reason in step.choices or step.check or step.scale}
    answered = step.scale is not None or (step.check and "ok" not in step.go) or on
    return goes | ({_after(flow, step)} if answered else set())


def _after(flow: Flow, step: Step) -> str:
    """The step that comes after in order; after an aside, the end stands for whatever is open."""
    names = [each.name for each in flow.order]
    return END if step.aside or step.name == names[-1] else names[names.index(step.name) + 1]


def _unknown_checks(flow: Flow) -> Iterator[Problem]:
    for step in flow.steps.values():
        check = CHECKS.get(step.check)
        if step.check and check is None:
            known = ", ".join(sorted(CHECKS))
            yield _problem(flow, step.line, f'Step "{step.name}" has a check called "{step.check}", which does not exist. Known: {known}.')
        if step.keep and step.keep not in RECORD:
            yield _problem(flow, step.line, f'Step "{step.name}" keeps its answer in "{step.keep}", which a goal does not have.')
        for chip in step.day:
            if chip not in CHIPS:
                known = ", ".join(sorted(CHIPS))
                yield _problem(flow, step.line, f'Step "{step.name}" offers the day "{chip}", which nobody can work out. Known: {known}.')
        for reason in step.go:
            if reason not in step.choices and (check is None or reason not in (*check.verdicts, "ok")):
                sentence = f'Step "{step.name}" goes somewhere on "{reason}", which is neither a choice nor a verdict of its check.'
                yield _problem(flow, step.line, sentence)


# -- words ----------------------------------------------------------------------------------------------------------------------


def _unwritten(flow: Flow, wordings: Words) -> Iterator[Problem]:
    for language, words in wordings.items():
        for need in _needs(flow):
            if need.id not in words:
                yield _problem(flow, need.line, f'There is no wording "{need.id}" in wording/{language}: {need.reason}.')


def _needs(flow: Flow) -> Iterator[Need]:
    for ending in ("done", "done_without_plan"):
        yield Need(f"{flow.name}.{ending}", 1, "it is said at the end")
        yield Need(f"{flow.name}.{ending}.why", 1, 'somebody may ask "why do you ask?" there')
    for step in flow.steps.values():
        yield Need(step.ask, step.line, f'step "{step.name}" asks it')
        yield Need(f"{step.ask}.why", step.line, f'somebody may ask "why do you ask?" at step "{step.name}"')
        yield Need(f"choice.change_{step.name}", step.line, f'the button for changing the answer to step "{step.name}" has no label')
        yield from _of_choices(step)
        yield from _of_day(step)
        yield from _of_verdicts(flow, step)


def _of_choices(step: Step) -> Iterator[Need]:
    for choice in (*step.choices, *step.day):
        yield Need(f"choice.{choice}", step.line, f'the button "{choice}" of step "{step.name}" has no label')


def _of_day(step: Step) -> Iterator[Need]:
    for form in FORMS if step.day else ():
        yield Need(f"{step.ask}.{form}", step.line, f'step "{step.name}" asks for a day')


def _of_verdicts(flow: Flow, step: Step) -> Iterator[Need]:
    check = CHECKS.get(step.check)
    for verdict in check.verdicts if check else ():
        if verdict not in step.go and step.repairs and step.scale is None:
            yield Need(f"{step.ask}.{verdict}", step.line, f'it is the repair question of step "{step.name}" for the verdict "{verdict}"')
    for reason, target in step.go.items():
        if target != END and not flow.steps[target].aside:
            yield Need(f"{flow.steps[target].ask}.{reason}", step.line, f'step "{step.name}" sends people to "{target}" with it')


def _spoken(wordings: Words) -> Iterator[Problem]:
    """What is said whatever the flow."""
    for language, words in wordings.items():
        for name in NEEDED:
            if name not in words:
                sentence = f'There is no wording "{name}" in wording/{language}: it can be said at any step.'
                yield Problem(f"wording/{language}", 1, sentence, strands=True)


def _blanks(wordings: Words) -> Iterator[Problem]:
    for words in wordings.values():
        for each in words.values():
            for blank in sorted(each.blanks - BLANKS - {"name"}):
                known = ", ".join(sorted(BLANKS))
                sentence = f'"{each.id}" has the blank {{{blank}}}, which nothing fills. Known blanks: {known}.'
                yield Problem(each.file, each.line, sentence, strands=True)


def _without_a_blank(wordings: Words) -> Iterator[Problem]:
    for words in wordings.values():
        for name, blanks in FILLED.items():
            each = words.get(name)
            for blank in blanks if each else ():
                if each and not all(blank in variant.blanks() for variant in each.variants):
                    sentence = f'"{name}" needs the blank {{{blank}}} in every variant: without it, people miss what they are to see there.'
                    yield Problem(each.file, each.line, sentence, strands=True)


def _telling_too_much(wordings: Words) -> Iterator[Problem]:
    """An alert goes to telephones and mail boxes that others may look at."""
    for each in (each for words in wordings.values() for each in words.values() if each.id.startswith(ladder.ALERTS)):
        for blank in sorted(each.blanks & BLANKS - {*ladder.ALERT_BLANKS}):
            known = ", ".join(ladder.ALERT_BLANKS)
            sentence = f'"{each.id}" has the blank {{{blank}}}, but an alert tells nothing of what somebody said. It may hold: {known}.'
            yield Problem(each.file, each.line, sentence, strands=True)


def _problem(flow: Flow, line: int, sentence: str) -> Problem:
    return Problem(flow.file, line, sentence, strands=True)
