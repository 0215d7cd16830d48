"""The engine: one reply to the step that is open, and where the walk stands after it. It decides; it never does anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.dialogs import days, parts, second_thoughts, walks
from bot.dialogs.checks import judged_number, judged_words
from bot.dialogs.flow import END, Flow, Step
from bot.dialogs.keeping import ANOTHER_DAY, DAY_RIGHT, KEEPING
from bot.dialogs.reading_ahead import read_ahead
from bot.dialogs.replies import Ear, Reply
from bot.dialogs.second_thoughts import CHANGE_IT
from bot.nlu.reading import Verdict
from coaching.conversation import Answer, Walk

UNHEARD = "unheard"  # in `words` of an answer that a form gave before its turn: not judged yet


@dataclass(frozen=True, slots=True)
class Progress:
    """The walk after a reply. `heard` are ids of what may be said first, the most fitting first: the first that is written is used."""

    walk: Walk
    heard: tuple[str, ...] = ()


def answer(flow: Flow, walk: Walk, reply: Reply, ear: Ear) -> Progress:
    """Take the reply as the answer to the step that is open."""
    step = flow.step(walk.step)
    if reply.choice in KEEPING:
        return _still_this(flow, walk, step, ear)
    if days.is_echoed(step, walk) and (settled := _day_settled(flow, walk, step, reply, ear)):
        return settled
    if reply.choice:
        return _chosen(flow, walk, step, reply.choice)
    if reply.empty():
        return _not_caught(flow, walk, step)
    told = parts.answers(flow, step.name, reply.words)
    if len(told) > 1:
        return _in_parts(flow, walk, told, reply.words, ear)
    if step.scale is not None:
        return _scaled(flow, walk, step, reply, ear)
    words = told.get(step.name, reply.words)
    reply = reply if words == reply.words else replace(reply, words=words)
    if _keeps_what_was_said(walk, step, reply, ear):
        return _still_this(flow, walk, step, ear)
    return _worded(flow, walk, step, reply, ear)


def skip(flow: Flow, walk: Walk) -> Progress:
    """Leave the step that is open. Where it was answered before, that stays; words tried since stay in its answer."""
    step = flow.step(walk.step)
    tried = walk.answers.get(step.name)
    if walks.earlier_words(tried):
        return kept_as_it_was(flow, walk, step)
    walk = walks.given(walk, step.name, Answer(None, "skipped") if tried is None else replace(tried, how="skipped"))
    for scale in _scales_of(flow, step):
        walk = walk if scale in walk.answers else walks.given(walk, scale, Answer(None, "skipped"))
    return Progress(walks.onward(flow, walk))


def _scales_of(flow: Flow, step: Step) -> list[str]:
    """The scales that judge this step's answer: of the steps that name a scale in `again`, the last one is meant."""
    judged = {name: each.name for each in flow.order for name in each.again if flow.steps[name].scale is not None}
    return [scale for scale, name in judged.items() if name == step.name]


def _in_parts(flow: Flow, walk: Walk, told: dict[str, str], whole: str, ear: Ear) -> Progress:
    """Several parts in one message, each called by its name: as from a form, and the message is read for what else it says."""
    open_step = flow.step(walk.step)
    if open_step.check == "wish" and open_step.name in told:
        told = {**told, open_step.name: ear.judge.spot_wish(told[open_step.name]) or told[open_step.name]}
    progress = fill(flow, walk, {name: words for name, words in told.items() if _is_new(walk, name, words)}, ear, whole)
    return replace(progress, heard=(f"{open_step.ask}.heard",)) if walks.closed(progress.walk, open_step.name) else progress


def _is_new(walk: Walk, name: str, words: str) -> bool:
    """Whether these are other words than the step holds, or the same insisted on, or some that wait to be heard."""
    answer = walk.answers.get(name)
    return words != walks.words_of(walk, name) or answer is None or answer.how == "earlier" or (answer.how == "tried" and name == walk.step)


def fill(flow: Flow, walk: Walk, fields: dict[str, str], ear: Ear, whole: str = "") -> Progress:
    """Several steps at once, from a form: each is checked, and the first that is still open is asked next.

    `whole` is the message that they were found in. Words that come before their turn (an obstacle without an outcome) are kept,
    and offered when their turn comes.
    """
    for step in flow.order:
        words = fields.get(step.name, "").strip()
        if words and not _out_of_order(flow, walk, step):
            walk = _filled(flow, walk, step, words, ear)
        elif words:
            walk = walks.given(walk, step.name, Answer(words, "earlier", words=UNHEARD))
    first = flow.order[0]
    walk = read_ahead(flow, walk, first, whole or walks.words_of(walk, first.name), ear, kept=True)
    sent = flow.step(walk.step).aside and not walks.closed(walk, walk.step)
    return Progress(walk if sent else walks.onward(flow, walk))


def _still_this(flow: Flow, walk: Walk, step: Step, ear: Ear) -> Progress:
    """Keep the earlier words; those of a form that came before their turn are heard now."""
    answer = walk.answers[step.name]
    if answer.how == "earlier" and answer.words == UNHEARD:
        return _worded(flow, walk, step, Reply(str(answer.value)), ear)
    return kept_as_it_was(flow, walk, step)


def kept_as_it_was(flow: Flow, walk: Walk, step: Step) -> Progress:
    """The person keeps what the step held before: nothing else is asked again for it."""
    answer = walk.answers[step.name]
    value = answer.value if answer.how == "earlier" or not answer.words else answer.words
    insisted = answer.verdict not in ("ok", "", days.WHICH)
    kept = Answer(value, "accepted", answer.verdict) if insisted else Answer(value)
    return Progress(walks.onward(flow, walks.given(walk, step.name, kept)))


# -- a choice -------------------------------------------------------------------------------------------------------------------


def _chosen(flow: Flow, walk: Walk, step: Step, choice: str) -> Progress:
    target = step.go.get(choice)
    if target is None:
        return _keep(flow, walk, step, Answer(choice))
    if step.scale is None:
        walk = walks.given(walk, step.name, Answer(choice, verdict=choice))
    return Progress(_gone(walk, target, choice), (f"{step.ask}.{choice}.heard",))


# -- a number -------------------------------------------------------------------------------------------------------------------


def _scaled(flow: Flow, walk: Walk, step: Step, reply: Reply, ear: Ear) -> Progress:
    low, high = step.scale or (0, 10)
    if reply.number is None or not low <= reply.number <= high:
        return _scale_in_words(flow, walk, step, reply, ear)
    verdict = judged_number(step.check, reply.number)
    target = step.go.get(verdict)
    if verdict == "ok" or target is None or not walks.may_repair(walk, step):
        return _number_kept(flow, walk, step, reply.number, verdict)
    walk = walks.given(walks.repaired(walk, step), step.name, Answer(reply.number, verdict=verdict))
    return Progress(_gone(walks.marked(walk, f"{verdict}:{reply.number}"), target, verdict))


def _number_kept(flow: Flow, walk: Walk, step: Step, number: int, verdict: str) -> Progress:
    kept = _keep(flow, walk, step, Answer(number, "said" if verdict == "ok" else "accepted", verdict))
    return kept if verdict == "ok" else replace(kept, heard=("common.accepted",))


def _scale_in_words(flow: Flow, walk: Walk, step: Step, reply: Reply, ear: Ear) -> Progress:
    """Left empty, with the words beside it; where a plan was shown, no is no to the plan, and another plan takes its place."""
    if CHANGE_IT in step.go:
        instead = second_thoughts.another(flow, walk, step, reply, ear)
        if instead:
            return _put_in_place(flow, walk, step, instead)
        if second_thoughts.is_no(reply):
            return _chosen(flow, walk, step, CHANGE_IT)
    walk = walks.given(walk, step.name, Answer(None, "empty", words=reply.words))
    walk = read_ahead(flow, walk, step, reply.words, ear, kept=False)
    return Progress(walks.onward(flow, walk))


def _put_in_place(flow: Flow, walk: Walk, step: Step, instead: Mapping[str, str]) -> Progress:
    """Other words for steps before this one, which is asked again with them."""
    for name, words in instead.items():
        walk = _with(walk, flow.step(name), Answer(words))
    return Progress(walks.at(walk, step.name))


# -- words ----------------------------------------------------------------------------------------------------------------------


def _worded(flow: Flow, walk: Walk, step: Step, reply: Reply, ear: Ear) -> Progress:
    whole = reply.words
    if (own := ear.own_part(step.check, whole)) != whole:
        reply = replace(reply, words=own)
    if not step.check:
        return _mend(flow, walk, step, reply, Verdict("choose_one"), ear)
    verdict = judged_words(step, walk, reply, ear)
    into = flow.step(verdict.repair) if verdict.name == "replaces" else step
    if verdict.ok and step.day and (echoed := _day_said_back(step, walk, reply, ear)):
        return Progress(echoed)
    if verdict.ok and verdict.repair != "ok" and f"nudged:{step.name}" not in walk.marks:
        return _mend(flow, walks.marked(walk, f"nudged:{step.name}"), step, reply, verdict, ear)
    if verdict.ok or verdict.name == "replaces":
        return _taken(flow, walk if verdict.ok else _with_raw(walk, into), into, reply.words, whole, ear, reply.day)
    if verdict.name in step.go and walks.may_repair(walk, step):
        return _sent(flow, walk, step, reply.words, verdict.name)
    return _mend(flow, walk, step, reply, verdict, ear)


def _taken(flow: Flow, walk: Walk, step: Step, words: str, whole: str, ear: Ear, day: date | None = None) -> Progress:
    """A good answer: kept, with the day that it means, and read against every step that is still open."""
    walk = walks.dated(_with(walk, step, Answer(words)), step.name, day)
    target = step.go.get("ok")
    if target is not None:
        return Progress(_gone(walk, target, "ok"), (f"{step.ask}.heard",))
    walk = read_ahead(flow, walk, step, whole, ear, kept=True)
    return Progress(walks.onward(flow, walk), (f"{step.ask}.picked.heard",) if day else (f"{step.ask}.heard",))


def _with_raw(walk: Walk, step: Step) -> Walk:
    """The walk that remembers what the step held first."""
    held = walks.words_of(walk, step.name)
    return walk if not held or any(mark.startswith("raw:") for mark in walk.marks) else walks.marked(walk, f"raw:{held}")


def _sent(flow: Flow, walk: Walk, step: Step, words: str, verdict: str) -> Progress:
    """The answer belongs with another step: kept with its verdict, and asked on there."""
    walk = _with(walks.repaired(walk, step), step, Answer(words, verdict=verdict))
    walk = walks.marked(walk, f"{verdict}:{words}")
    return Progress(_gone(walk, step.go[verdict], verdict), (f"{step.ask}.{verdict}.heard",))


def _mend(flow: Flow, walk: Walk, step: Step, reply: Reply, verdict: Verdict, ear: Ear) -> Progress:
    """Ask the repair question; after the last one, or where the same words come again, the person has the last word."""
    before = walk.answers.get(step.name)
    words = _worth_keeping(before, reply, verdict)
    insists = before is not None and before.how == "tried" and before.value == reply.words
    if insists or not walks.may_repair(walk, step):
        accepted = Answer(words, "accepted", verdict.name)
        return replace(_keep(flow, walk, step, accepted), heard=("common.accepted",))
    tried = Answer(words, "tried", verdict.repair, walks.earlier_words(before))
    walk = walks.given(walks.repaired(walk, step), step.name, tried)
    return Progress(read_ahead(flow, walk, step, reply.words, ear, kept=False))


def _worth_keeping(before: Answer | None, reply: Reply, verdict: Verdict) -> str:
    """The reply, or the words tried before it where it is no answer at all."""
    answers = verdict.name != "off_topic" and reply.intent not in ("affirm", "deny", "unsure")
    tried = before is not None and before.how == "tried" and before.value is not None
    return reply.words if answers or not tried or before is None else str(before.value)


def _not_caught(flow: Flow, walk: Walk, step: Step) -> Progress:
    """Nothing that can be read: asked again kindly, and after the last repair what was said before is taken, or the step left."""
    if walks.may_repair(walk, step):
        return Progress(walks.repaired(walk, step), ("common.not_caught",))
    before = walk.answers.get(step.name)
    if before is not None and before.value is not None:
        return replace(_keep(flow, walk, step, replace(before, how="accepted")), heard=("common.accepted",))
    return replace(skip(flow, walk), heard=("common.moved_on",))


def _keeps_what_was_said(walk: Walk, step: Step, reply: Reply, ear: Ear) -> bool:
    """Yes to "still this?", or yes or no to a suggestion about an answer that was good already."""
    before = walk.answers.get(step.name)
    if before is None:
        return False
    if before.how == "earlier" or (before.how == "tried" and before.words):
        return reply.intent == "affirm"
    if reply.intent not in ("affirm", "deny") or before.value is None or not step.check:
        return False
    return judged_words(step, walk, Reply(str(before.value)), ear).ok


# -- a day ----------------------------------------------------------------------------------------------------------------------


def _day_said_back(step: Step, walk: Walk, reply: Reply, ear: Ear) -> Walk | None:
    """The walk in which the day that the words mean is said back; None for a day that was picked, and for words that mean none."""
    meant = None if reply.day else ear.day(reply.words)
    return days.echo(step, walk, reply.words, meant[0], until=meant[1]) if meant else None


def _day_settled(flow: Flow, walk: Walk, step: Step, reply: Reply, ear: Ear) -> Progress | None:
    """Yes or no to the day that was said back; None where something else was said."""
    said = str(walk.answers[step.name].value)
    if reply.choice == DAY_RIGHT or reply.intent == "affirm" or reply.words == said:
        taken = _taken(flow, walk, step, said, said, ear, walks.day_of(walk, step.name))
        return replace(taken, heard=(f"{step.ask}.heard",))
    if reply.choice == ANOTHER_DAY or reply.intent == "deny":
        return Progress(days.another(step, walk))
    return None


# -- keeping and going ----------------------------------------------------------------------------------------------------------


def _keep(flow: Flow, walk: Walk, step: Step, answer: Answer) -> Progress:
    return Progress(walks.onward(flow, _with(walk, step, answer)), (f"{step.ask}.heard",))


def _with(walk: Walk, step: Step, answer: Answer) -> Walk:
    """The walk with this answer, and what hangs on it open again; a day that was meant before goes."""
    return walks.dated(walks.given(walks.reopen_all(walk, step.again), step.name, answer), step.name, None)


def _gone(walk: Walk, target: str, reason: str) -> Walk:
    """Stand at the step that a choice or a verdict leads to; if it has an answer, that is open again, for this reason."""
    return walks.at(walk if target == END else walks.reopened(walk, target, reason), target)


def _filled(flow: Flow, walk: Walk, step: Step, words: str, ear: Ear) -> Walk:
    if step.scale is not None:
        number = int(words) if words.isdigit() and len(words) < 4 else None
        return walks.given(walk, step.name, Answer(None, "empty", words=words) if number is None else Answer(number))
    verdict = judged_words(step, walk, Reply(words), ear) if step.check else Verdict("ok")
    if verdict.name in step.go:
        return _sent(flow, walk, step, words, verdict.name).walk
    if verdict.name == "replaces":
        into = flow.step(verdict.repair)
        return _with(_with_raw(walk, into), into, Answer(words))
    return _with(walk, step, Answer(words)) if verdict.ok else _tried(walk, step, words, verdict)


def _tried(walk: Walk, step: Step, words: str, verdict: Verdict) -> Walk:
    """Kept as words tried; where the same come again, or no repair is left, the person has the last word."""
    before = walk.answers.get(step.name)
    insists = before is not None and before.how == "tried" and before.value == words
    if insists or not walks.may_repair(walk, step):
        return walks.given(walk, step.name, Answer(words, "accepted", verdict.name))
    return walks.given(walks.repaired(walk, step), step.name, Answer(words, "tried", verdict.repair))


def _out_of_order(flow: Flow, walk: Walk, step: Step) -> bool:
    """A step may be filled ahead only where everything it hangs on has its answer."""
    return any(step.name in other.again and not walks.closed(walk, other.name) for other in flow.order)
