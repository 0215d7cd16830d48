"""Which words call for which ways of saying an intent, the most pressing first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu import intent_ways as ways
from bot.nlu.goals.lexicon import words


@dataclass(frozen=True, slots=True)
class Rule:
    """An intent, words one of which must be there, the ways of saying it, and up to how many words a message may have."""

    intent: str
    needs: frozenset[str]
    ways: re.Pattern[str]
    longest: int


ACTING = (
    Rule("stop", words("""
    off everything stop quit cease unsubscribe opt opting out remove alone withdraw end cancel contact message text messages messaging
    texting want leave write ping email msg
    """), ways.STOP, 30),
    Rule("talk_to_human", words("""
    person human someone somebody coach anyone anybody people counsellor one body bot robot machine computer through chatting
    supervisor mentor therapist
    """), ways.HUMAN, 30),
    Rule("my_data", words("""
    about data gdpr information info access forget forgotten answers copy copies deleted delete erase wipe remove export download hold
    holding held store stored about everything keep clear destroy
    """), ways.MY_DATA, 30),
    Rule("snooze", words("later"), ways.LATER, 12),
    Rule("snooze", words("""
    remind ask try later now today tonight tomorrow busy shift bleep rn atm brb bbl gtg g2g ttyl hang hold sec moment minute hour
    min mins minutes hours snooze middle mid theatre driving talk speak chat bad wrong another gimme give back finish carry
    continue reply answer respond type page emergency buzzing calling crashing dash swamped slammed rammed rushed gotta go run
    shoot crack bleeped arrest crash call meeting clinic patient ward scrubbed break again
    """), ways.SNOOZE, 22),
    Rule("change_schedule", words("""
    weekly daily monthly fortnightly evenings mornings afternoons weekends evening morning afternoon lunchtimes reminders reminder
    messages texts nudges nudge notifications notification schedule message text ping remind contact msg write check send nights
    earlies lates leave holiday rota hours pattern instead quieter quiet check-ins checkins pings prompts ask times off days call
    """), ways.SCHEDULE, 25),
    Rule("go_back", words("""
    change edit correct undo redo fix amend meant wrong mistake typo scrap ignore previous last back oops sorry alter rewrite
    misclick fingers actually wait hang hmm over beginning
    """), ways.GO_BACK, 20),
)  # fmt: skip
EXERCISES = (
    Rule("start_woop", words("woop wooping woops wish obstacle picture picturing contrasting if then way"), ways.WOOP, 16),
    Rule("start_smart", words("smart step goal specific clear"), ways.SMART, 14),
)  # fmt: skip
STARTING = (
    Rule("snooze", words("after weekend end"), ways.SOON, 8),
    Rule("set_goal", words("goal goals target targets something things"), ways.SET_GOAL, 14),
    Rule("reflect", words("""
    reflect reflection reflective reflecting reflections through over back debrief sense process unpack loud aloud happened chest
    """), ways.REFLECT, 18),
    Rule("build_network", words("""
    who know outside mentor mentors network networking contacts connections map who people model models role sponsor sponsors peer
    connect learn
    """), ways.NETWORK, 14),
)  # fmt: skip
ASKING = (
    Rule("ask_goals", words("""
    goal goals plan plans wish target targets working remind where what what's step action actions
    """), ways.ASK_GOALS, 14),
    Rule("about_bot", words("""
    who you u confidential confidentiality private privacy anonymous safe secure manager boss employer see read know bot chatgpt
    anyone anybody reading where what is am going
    """), ways.ABOUT, 18),
    Rule("help", words("""
    help lost confused stuck understand get instructions explain know options example such mean how what
    """), ways.HELP, 14),
    Rule("resume", words("back unpause resume again restart carry continue rejoin re up were"), ways.RESUME, 16),
)  # fmt: skip
