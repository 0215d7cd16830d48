"""What the speaker wants the bot to do, by deterministic phrases; `content` where they ask for nothing."""

from __future__ import annotations

import re

from bot.nlu import intent_ways as ways
from bot.nlu.commands import command, command_in, link_code
from bot.nlu.goals.lexicon import words
from bot.nlu.goals.off_topic import asks_something
from bot.nlu.intent_rules import ACTING, ASKING, EXERCISES, STARTING, Rule
from bot.nlu.tidy import Said, said

__all__ = ["command", "intent", "intent_in", "link_code"]

_BY_COMMAND = {
    "back": "go_back",
    "change": "go_back",
    "why": "about_bot",
    "privacy": "about_bot",
    "pause": "snooze",
    "later": "snooze",
    "help_now": "help",
    "complain": "help",
    "menu": "help",
    "link": "help",
    "human": "talk_to_human",
    "goals": "ask_goals",
    "leave": "goodbye",
    "woop": "start_woop",
    "smart": "start_smart",
}  # every other global word is the name of its intent
_QUOTED = re.compile(r'"[^"]*"')
_ANSWER = 12  # words: where a question is open, a longer message is an answer to it, unless something presses
_PRESSING = words("stop talk_to_human my_data")
_UNSURE = words(
    """
    know sure unsure undecided maybe perhaps possibly idk idea clue say decide depends might could knows fence think hmm hmmm hm
    tell guess suppose kind sort ish certain mixed torn minds dunno notion 50 decided thought
    """
)
_SKIPPING = words("skip pass next rather prefer not answer answering comment move leave miss personal business don't ignore")
_ERRANDS = words("you play tell book what's essay assignment homework timesheet cv dissertation reference notes rota appraisal training")
_REPORTS = words(
    """
    down go busy chickened bottled wimped backed gave rang phoned kind sort did done managed nailed smashed aced cracked achieved
    completed complete finished sorted ticked success accomplished took taken had submitted sent passed booked handed signed wrote
    attended kept stuck left spoke asked forgot missed failed didn't haven't hasn't never couldn't wasn't not no far half halfway
    way there progress working going partly partially nearly almost started some slipped luck chance joy wagon mixed hit weren't
    job bag ongoing headway used read made got met emailed ran bit getting been up here slowly i've derailed fell
    """
)


def intent(text: str, asked: str = "") -> str:
    """One of the intents by name. `asked` is the question as the person saw it, empty where none is open."""
    message = said(text)
    return intent_in(message, command_in(message, text), asked)


def intent_in(message: Said, word: str | None, asked: str = "") -> str:
    """The same of a message read already; `word` is its global word, if it is one."""
    if word is not None:
        return _BY_COMMAND.get(word, word)
    if not message.words:
        return "content"
    told = _without_quotes(message) if '"' in message.plain else message
    return _acting(told, asked) or _answering(told) or _asking(told, asked) or "content"


def _without_quotes(message: Said) -> Said:
    """What somebody is quoted as saying is not said to the bot."""
    plain = _QUOTED.sub(lambda found: '"' + " " * (len(found[0]) - 2) + '"', message.plain)
    return Said(message.text, plain, message.words, message.bag)


def _acting(message: Said, asked: str) -> str | None:
    """What the bot must act on, the most pressing first; a new exercise is not started by the answer to a question."""
    pressing = _first(ACTING, message, asked) or _reported(message, asked) or _first(EXERCISES, message, asked)
    return pressing or (None if asked else _first(STARTING, message, asked))


def _first(rules: tuple[Rule, ...], message: Said, asked: str) -> str | None:
    return next((rule.intent for rule in rules if _says(rule, message, asked)), None)


def _says(rule: Rule, message: Said, asked: str) -> bool:
    longest = _ANSWER if asked and rule.intent not in _PRESSING else rule.longest
    if len(message.words) > longest or rule.needs.isdisjoint(message.bag) or not rule.ways.search(message.plain):
        return False
    return rule.intent != "talk_to_human" or not ways.ABOUT_BEING_REAL.search(message.plain)


def _reported(message: Said, asked: str) -> str | None:
    """How an action step went; where another question is open, only what cannot be an answer to it."""
    if len(message.words) > 20 or message.bag.isdisjoint(_REPORTS):
        return None
    elsewhere = bool(asked) and not ways.CHECK_IN.search(asked.lower())
    if elsewhere and len(message.words) > 4:
        return None
    if ways.MISSED.search(message.plain):
        return "report_missed"
    if ways.PARTLY.search(message.plain):
        return None if elsewhere else "report_progress"
    return "report_done" if ways.DONE.match(message.plain) else None


def _answering(message: Said) -> str | None:
    """A yes, a no, a "don't know" or a "rather not", however it is put."""
    if len(message.words) > 14:
        return None
    if not message.bag.isdisjoint(_UNSURE) and ways.UNSURE.match(message.plain):
        return "unsure"
    if not message.bag.isdisjoint(_SKIPPING) and ways.SKIP.search(message.plain):
        return "skip"
    if ways.NO.match(message.plain):
        return "deny"
    return "affirm" if ways.YES.match(message.plain) else None


def _asking(message: Said, asked: str) -> str | None:
    return _first(ASKING, message, asked) or _courtesy(message, asked) or _outside(message)


def _courtesy(message: Said, asked: str) -> str | None:
    many, last = len(message.words), message.words[-1]
    if many <= 10 and (ways.THANK.match(message.plain) or (many <= 5 and last in ("thanks", "cheers", "ta"))):
        return "thank"
    if many <= 8 and (ways.BYE.match(message.plain) or last in ("bye", "goodbye")):
        return "goodbye"
    return "greet" if not asked and many <= 8 and _greets(message) else None


def _greets(message: Said) -> bool:
    return message.words[0] in ways.GREETING and message.bag <= ways.GREETING and not message.bag.isdisjoint(ways.GREETS)


def _outside(message: Said) -> str | None:
    """Something that a coaching bot has no answer to."""
    if len(message.words) > 20:
        return None
    errand = not message.bag.isdisjoint(_ERRANDS) and ways.OUT.search(message.plain)
    return "out_of_scope" if errand or asks_something(message.plain) else None
