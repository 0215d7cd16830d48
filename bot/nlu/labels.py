"""The names that a reading uses: exact, in code, database and exports."""

from __future__ import annotations

from coaching.concern import Concern, Urgency
from coaching.goal import LETTERS

CONCERNS = tuple(concern.value for concern in Concern)  # the most serious first
URGENCIES = tuple(urgency.value for urgency in Urgency)
INTENTS = (
    "stop",
    "talk_to_human",
    "my_data",
    "snooze",
    "change_schedule",
    "go_back",
    "report_progress",
    "report_done",
    "report_missed",
    "start_woop",
    "start_smart",
    "set_goal",
    "reflect",
    "build_network",
    "ask_goals",
    "resume",
    "about_bot",
    "help",
    "affirm",
    "deny",
    "unsure",
    "skip",
    "greet",
    "thank",
    "goodbye",
    "out_of_scope",
    "content",
)
SMART = LETTERS
TALK = ("change", "sustain", "neutral")
DEPTH = ("habitual", "understanding", "reflection", "critical")  # Kember's four levels, the shallowest first
WOOP = {
    "wish": ("ok", "off_topic", "vague", "someone_else", "infeasible", "trivial"),
    "outcome": ("ok", "off_topic", "vague", "restates_wish", "negative"),
    "obstacle": ("ok", "off_topic", "several", "external", "vague"),
    "plan": ("ok", "off_topic", "no_cue", "no_action", "someone_else", "avoidance"),
}
STEPS = {f"woop.{step}": step for step in WOOP}  # of `coachbot read` → step
WHEN = ("instant", "period", "recurring", "none")
VARIETIES = ("uk", "irish", "indian", "filipino", "nigerian", "dyslexic", "emoji", "formal")
