"""The parts of goals as the model hears them in one message, over the rules, which still take plans apart and find the evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.nlu.goals.plan_parts import PlanParts
from bot.nlu.goals.smart import Letters
from bot.nlu.goals.verdict import Verdict
from bot.nlu.labels import SMART
from bot.nlu.reading import GoalJudge
from bot.nlu.scores import Scores

MET = 0.5  # of a letter
SURE = 0.55  # of a verdict that is not the rules' own


@dataclass(frozen=True, slots=True)
class HeardJudge:
    """A GoalJudge for one turn. `text` is the message that `scores` are of; any other words are left to the rules."""

    rules: GoalJudge
    text: str
    scores: Scores

    def wish(self, text: str) -> Verdict:
        return self._over("wish", text, self.rules.wish(text))

    def outcome(self, text: str, wish: str) -> Verdict:
        return self._over("outcome", text, self.rules.outcome(text, wish))

    def obstacle(self, text: str) -> Verdict:
        return self._over("obstacle", text, self.rules.obstacle(text))

    def plan(self, text: str, moment: str = "") -> Verdict:
        verdict = self.rules.plan(text, moment)
        return verdict if moment else self._over("plan", text, verdict)

    def letters(self, text: str, today: date) -> Letters:
        found = self.rules.letters(text, today)
        if text.strip() != self.text:
            return found
        met = {letter: self.scores.of("smart", letter) >= MET for letter in SMART}
        evidence = {letter: found.evidence.get(letter, text) for letter, holds in met.items() if holds}
        return replace(found, **met, evidence=evidence, time=found.time if met["time_based"] else None)

    def plan_parts(self, text: str, moment: str = "") -> PlanParts | None:
        return self.rules.plan_parts(text, moment)

    def cue_from_moment(self, moment: str) -> str:
        return self.rules.cue_from_moment(moment)

    def spot_wish(self, text: str) -> str | None:
        return self.rules.spot_wish(text)

    def spot_outcome(self, text: str) -> str | None:
        return self.rules.spot_outcome(text)

    def spot_obstacle(self, text: str) -> str | None:
        return self.rules.spot_obstacle(text)

    def spot_moment(self, text: str) -> str | None:
        return self.rules.spot_moment(text)

    def spot_plan(self, text: str) -> str | None:
        return self.rules.spot_plan(text)

    def spot_reason(self, text: str) -> str | None:
        return self.rules.spot_reason(text)

    def _over(self, step: str, text: str, verdict: Verdict) -> Verdict:
        """The model's verdict where it is sure of another one; a finer repair of the rules is kept where both agree."""
        name, sure = self.scores.best(f"woop.{step}")
        if text.strip() != self.text or not name or name == verdict.name or sure < SURE:
            return verdict
        return Verdict(name, evidence=text)
