"""The ids of what is said around a conversation that a person takes over."""

from __future__ import annotations

from collections.abc import Sequence

TAKING = ("claim", "pass_on")  # the buttons under an alert
HOLDING_IT = ("hand_back", "note", "snooze", "pass_on", "close_case", "ask_earlier")  # under what its holder finds first
WAYS_OUT = ("help_now", "back_to_bot")  # under what is said to somebody who is with a person
CANNED = ("hello", "reading", "safe")  # lines that are ready
FORBIDDEN = {  # the first rule of `handoff.matching.RULES` that is broken → what is said of it; who is tied is not told how
    "own_case": "own",
    "own_team": "own",
    "line_manager": "own",
    "declared_conflict": "own",
    "same_directorate": "own",
    "wrong_role": "role",
    "untrained": "role",
    "left": "away",
    "away": "away",
    "no_shared_language": "language",
    "over_cap": "full",
    "over_heavy_cap": "full",
    "over_live_cap": "full",
    "cool_off": "rest",
    "supervision_overdue": "supervision",
}
OVERHEARD = {
    "own": "desk.heard.own",
    "theirs": "desk.heard.theirs",
    "both": "desk.heard.both",
}  # danger in what somebody of the staff wrote
OVERHEARD_THREAT = {reading: f"{wording}.threat" for reading, wording in OVERHEARD.items()}  # that somebody else may be hurt
TELL_LEAD = "tell_lead"  # the button of the last two
OFFERING = tuple(each[reading] for each in (OVERHEARD, OVERHEARD_THREAT) for reading in ("theirs", "both"))
NEW_WORDS = "desk.new_words"  # the notice in the console that something was said, which says nothing of what
OUTSIDERS = ("joined", "pressed", "forged")  # what may be wrong at a desk, for whoever answers for safety
_TO = ("joined", "joined.safety", "says", "edited", "passed_on", "closed", "signposted", "earlier", "stays")
_DONE = (
    "claimed",
    "claimed.plain",
    "sent",
    "sent.masked",
    "noted",
    "consulted",
    "snoozed",
    "passed",
    "not_me",
    "handed_back",
    "closed_now",
    "asked_earlier",
    "earlier_no",
)
_COMES = (
    "they_say",
    "they_sent",
    "they_edited",
    "they_deleted",
    "they_left",
    "they_stopped",
    "they_ask",
    "they_stopped.danger",
    "waits",
    "goes_on",
    "unanswered",
    "reminder",
    "earlier",
    "they_went_back",
    "after_care",
    "they_closed",
    "new_words",
    "lapsed",
    "not_shown",
)
_NOT = (
    "no_case",
    "over",
    "held",
    "not_held",
    "other_voice",
    "gone_back",
    "stopped",
    "left",
    "empty",
    "too_long",
    "file",
    "no_reason",
    "needs_lead",
    "busy",
    "no_work",
    "which",
    "deleted",
    "forged",
)
_AT_ONCE = (
    "away",
    "start_first",
    "forwarded",
    "no_cases",
    "welcome",
    "sent.to",
    "edit_late",
    "own_talk",
    "for_whom",
    "topic",
    "at_top",
    "at_top.file",
)
_CHOICES = ("skip", "consult", "cancel", "own", "case", "m30", "h2", "tomorrow")
WORDINGS = (
    *(f"desk.{each}" for each in _AT_ONCE),
    *(f"desk.ask.{each}" for each in ("when", "gone", "cancelled")),
    *(f"desk.choice.{each}" for each in _CHOICES),
    *(f"desk.to.{each}" for each in _TO),
    *(
        f"desk.{each}"
        for each in (*_DONE, "closed_now", "asked_earlier", "earlier_no", *_COMES, *_NOT, "busy", "no_work", "which", "deleted", "forged")
    ),
    *OVERHEARD.values(),
    *OVERHEARD_THREAT.values(),
    *(f"desk.lead.{each}" for each in ("told", "knows", "not_yours")),
    *(f"desk.tick.{each}" for each in ("sent", "unconfirmed", "failed")),
    *(f"desk.outsider.{each}" for each in OUTSIDERS),
    *(f"desk.forbidden.{each}" for each in dict.fromkeys(FORBIDDEN.values())),
    *(f"choice.{each}" for each in (*TAKING, *HOLDING_IT, TELL_LEAD, "back_to_bot", "earlier_yes", "earlier_no")),
)


def forbidden(rules: Sequence[str]) -> str:
    """What is said to somebody whom these rules keep from a case."""
    return f"desk.forbidden.{FORBIDDEN[rules[0]]}"
