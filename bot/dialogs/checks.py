"""Checks by name: what a step makes of an answer. Each verdict has its own repair question in the wording."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.dialogs import walks
from bot.dialogs.days import WHICH
from bot.dialogs.flow import Step
from bot.dialogs.replies import Ear, Reply
from bot.nlu.reading import Verdict
from coaching.conversation import Answer, Walk
from coaching.goal import LETTERS

# What `keep` may name: the fields that `finishing` makes goals from.
RECORD = frozenset(
    [
        "wish",
        "feasibility",
        "importance",
        "outcome",
        "outcome_imagery",
        "obstacle",
        "obstacle_moment",
        "plan",
        "confidence",
        "note",
        "text",
        "action",
        "cue",
    ]
) | frozenset(LETTERS)
OK = Verdict("ok")
TOO_HARD, TOO_EASY, MATTERS, SURE = 3, 10, 6, 7  # domain: feasible 4-9, important 6 and more, sure 7 and more
_WOULD = re.compile(r"(?:\bwould|\bcould|['’]d|\bwill|['’]ll)\b(?! (?:say|guess|think|put|give|rate|call))", re.IGNORECASE)
_JOINING = re.compile(r"\b(?:because|cos|cause|since|as|so|that|just|yes|yeah|yep|no|nope|it|is|does)\b", re.IGNORECASE)
_GIVES_A_REASON = re.compile(r"[^\W\d_]{2,}")
_OWN = re.compile(r"\b(?:i|i'll|i'm|me|my|mine|myself)\b", re.IGNORECASE)

Words = Callable[[Reply, Walk, Ear], Verdict]
Number = Callable[[int], str]
Spot = Callable[[str, Walk, Ear, bool], Answer | None]


@dataclass(frozen=True, slots=True)
class Check:
    """How words or a number are judged, which verdicts (or finer repairs) that can give, and how its answer is spotted elsewhere."""

    words: Words | None = None
    number: Number | None = None
    verdicts: tuple[str, ...] = ()
    spot: Spot | None = None


def judged_words(step: Step, walk: Walk, reply: Reply, ear: Ear) -> Verdict:
    """The verdict of the step's check on these words; a verdict that has no wording of its own cannot come out of it."""
    check = CHECKS[step.check]
    verdict = check.words(reply, walk, ear) if check.words else OK
    if verdict.repair in (*check.verdicts, "ok") or verdict.name in ("ok", "replaces"):
        return verdict
    return Verdict(verdict.name if verdict.name in check.verdicts else check.verdicts[0])


def judged_number(name: str, number: int) -> str:
    """The verdict of a scale's check on a number."""
    check = CHECKS.get(name)
    return check.number(number) if check and check.number else "ok"


def spotted(step: Step, walk: Walk, words: str, ear: Ear, *, kept: bool) -> Answer | None:
    """The answer to this step in words given to another, if there is one."""
    check = CHECKS.get(step.check)
    return check.spot(words, walk, ear, kept) if check and check.spot else None


# -- WOOP -----------------------------------------------------------------------------------------------------------------------


def _wish(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    return ear.wish(reply.words)


def _outcome(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    return ear.outcome(reply.words, walks.words_of(walk, "wish"))


def _spot_outcome(words: str, walk: Walk, ear: Ear, kept: bool) -> Answer | None:
    """Where it is called one; else only words that belong nowhere yet (given to a scale), say what would be, and would do as one."""
    called = ear.judge.spot_outcome(words)
    fits = not kept and _WOULD.search(words) is not None and ear.outcome(words, walks.words_of(walk, "wish")).ok
    return Answer(called or words, "read") if called or fits else None


def _obstacle(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    return ear.obstacle(reply.words)


def _spot_obstacle(words: str, walk: Walk, ear: Ear, kept: bool) -> Answer | None:
    called = ear.judge.spot_obstacle(words)
    return Answer(called, "read") if called else None


def _inner(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    """Asked once, never pressed: whatever is not a no, a yes alone, or something outside again is an answer."""
    if reply.intent in ("deny", "unsure"):
        return Verdict("nothing")
    if reply.intent == "affirm":
        return Verdict("yes")
    verdict = ear.obstacle(reply.words)
    return Verdict(verdict.repair) if verdict.repair in ("external", "nothing") else OK


def _moment(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    return Verdict("vague") if reply.intent in ("unsure", "affirm", "deny") else OK


def _spot_moment(words: str, walk: Walk, ear: Ear, kept: bool) -> Answer | None:
    planned = walks.words_of(walk, "plan") if "moment" not in walk.answers and walks.closed(walk, "plan") else ""
    told = ear.whole_plan(words)[0] or ear.judge.spot_moment(words) or (ear.whole_plan(planned)[0] if planned else "")
    return Answer(told, "read") if told else None


def _plan(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    """Where only the moment was missing, the reply is the moment."""
    if _lacks_cue(walk) and not _moment_named(walk) and ear.plan(reply.words, "").name != "ok":
        return Verdict("replaces", "moment")
    return ear.plan(reply.words, walks.words_of(walk, "moment"))


def _lacks_cue(walk: Walk) -> bool:
    given = walk.answers.get("plan")
    return given is not None and given.how == "tried" and given.verdict == "no_cue"


def _moment_named(walk: Walk) -> bool:
    return bool(walks.words_of(walk, "moment"))


def _spot_plan(words: str, walk: Walk, ear: Ear, kept: bool) -> Answer | None:
    if _lacks_cue(walk) and _moment_named(walk) and words == walks.words_of(walk, "moment"):
        return replace(walk.answers["plan"], how="said", verdict="ok", words="")
    told = ear.judge.spot_plan(words)
    return Answer(told, "read") if told else None


def _feasible(number: int) -> str:
    return "too_hard" if number <= TOO_HARD else "too_easy" if number >= TOO_EASY else "ok"


def _important(number: int) -> str:
    return "ok" if number >= MATTERS else "low"


def _confidence(number: int) -> str:
    return "ok" if number >= SURE else "low"


# -- SMART ----------------------------------------------------------------------------------------------------------------------


def _goal(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    """Any goal will do to begin with: what it lacks is asked for letter by letter."""
    off = reply.intent in ("unsure", "affirm", "deny") or ear.wish(reply.words).name == "off_topic"
    return Verdict("off_topic") if off and not ear.met(reply.words) else OK


def _letter(letter: str) -> Words:
    def judged(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
        if letter == "time_based" and (lacking := _no_time_to_come(reply, ear)):
            return Verdict(lacking)
        if letter == "relevant" and not _GIVES_A_REASON.search(_JOINING.sub("", reply.words)):
            return Verdict("missing")
        met, goal = ear.met(reply.words), ear.met(walks.words_of(walk, "goal"))
        if "specific" in met and met >= goal | {letter}:
            return Verdict("replaces", "goal")
        if letter not in met and not _in_context(letter, reply, walk, ear):
            return Verdict("missing")
        return Verdict("ok", WHICH) if letter == "time_based" and ear.is_unplaced(reply.words) else OK

    return judged


def _no_time_to_come(reply: Reply, ear: Ear) -> str:
    """A day that is over, or one that is in no calendar."""
    if ear.is_past(reply.words):
        return "past"
    return "impossible" if ear.is_no_day(reply.words) else ""


def _in_context(letter: str, reply: Reply, walk: Walk, ear: Ear) -> bool:
    """Whether a few words meet the letter as an answer to its question."""
    if reply.intent in ("unsure", "deny", "affirm"):
        return False
    if letter == "relevant":
        told_when = ear.due(reply.words) is not None or ear.met(reply.words) & {"measurable", "time_based"}
        return any(sign.isalpha() for sign in reply.words) and not (_short(reply) and told_when)
    if letter == "assignable":
        return bool(_OWN.search(reply.words))
    if letter == "measurable":
        return reply.number is not None or letter in ear.met(f"{walks.words_of(walk, 'goal')}, {reply.words}")
    return letter in ear.met(f"I will {reply.words}")


def _short(reply: Reply) -> bool:
    return len(reply.words.split()) < 6 or reply.intent in ("deny", "unsure")


def _spot_letter(letter: str) -> Spot:
    def spot(words: str, walk: Walk, ear: Ear, kept: bool) -> Answer | None:
        given, goal = walk.answers.get(letter), walks.words_of(walk, "goal")
        if letter in ear.met(goal):
            return Answer(None, "read")
        if letter == "time_based" and given is None and ear.is_past(goal):
            return Answer(None, "tried", "past")
        if given is not None and given.how == "earlier":
            return replace(given, how="skipped" if given.value is None else "said", verdict="ok")
        if words != goal and letter in ear.met(words):
            return Answer(None if kept else words, "read")
        return None

    return spot


def _confirm(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    """Yes, no, the sentence as it should be, or what it still lacks: a reason or a date alone is added to it."""
    if reply.intent == "affirm" or reply.words == walks.words_of(walk, "goal"):
        return OK
    met = ear.met(reply.words)
    added = next((letter for letter in LETTERS[1:] if letter in met), "")
    if added and "specific" not in met:
        return Verdict("replaces", added)
    return Verdict("replaces", "goal") if "specific" in met or not _short(reply) else Verdict("change_something")


def _action(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    return Verdict("off_topic") if reply.intent in ("unsure", "deny", "affirm") else OK


def _cue(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    return Verdict("impossible") if ear.is_no_day(reply.words) else OK


def _anything(reply: Reply, walk: Walk, ear: Ear) -> Verdict:
    return OK


_LACKING = {"time_based": ("missing", "past", "impossible", WHICH)}
CHECKS: Mapping[str, Check] = {
    "anything": Check(_anything),
    "wish": Check(_wish, None, ("vague", "two", "someone_else", "infeasible", "trivial", "avoidance", "off_topic")),
    "feasible": Check(None, _feasible, ("too_hard", "too_easy")),
    "important": Check(None, _important, ("low",)),
    "outcome": Check(_outcome, None, ("vague", "restates_wish", "negative", "several", "off_topic"), _spot_outcome),
    "obstacle": Check(
        _obstacle, None, ("vague", "external", "nothing", "several", "plan_in_disguise", "self_attack", "off_topic"), _spot_obstacle
    ),
    "inner": Check(_inner, None, ("yes", "external", "nothing")),
    "moment": Check(_moment, None, ("vague",), _spot_moment),
    "plan": Check(_plan, None, ("no_cue", "no_action", "someone_else", "avoidance", "off_topic"), _spot_plan),
    "confidence": Check(None, _confidence, ("low",)),
    "goal": Check(_goal, None, ("off_topic",)),
    **{letter: Check(_letter(letter), None, _LACKING.get(letter, ("missing",)), _spot_letter(letter)) for letter in LETTERS},
    "confirm": Check(_confirm, None, ("change_something",)),
    "action": Check(_action, None, ("off_topic",)),
    "cue": Check(_cue, None, ("impossible",)),
}
