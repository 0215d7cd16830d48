"""What a message is to the question that is open: a global word, a choice, a number, words, or a button of long ago."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.dialogs import parts
from bot.dialogs.days import iso
from bot.dialogs.replies import Reply
from bot.nlu.reading import Question, Reader, Reading
from bot.nlu.tidy import READ_LIMIT
from coaching.concern import most_serious
from coaching.conversation import Asked
from coaching.message import Inbound, Kind, Press, Shape

# Buttons that work from any message, however old: they belong to no question.
ANY_AGE = frozenset(
    [
        "help_now",
        "stop",
        "human",
        "start_again",
        "carry_on",
        "pause",
        "menu",
        "goals",
        "privacy",
        "my_data",
        "complain",
        "help",
        "contract_ok",
        "contract_no",
        "safe",
        "not_safe",
        "not_meant",
        "all_safe",
        "someone_not",
        "contact_ok",
        "contact_not",
        "ask_yes",
        "ask_no",
        "ask_unsure",
        "ask_skip",
        "back_to_bot",
    ]
)
# What every word does is in `turn_taking`; a choice with one of these ids is that word.
WORDS = ANY_AGE | frozenset(
    [
        "back",
        "skip",
        "change",
        "why",
        "later",
        "resume",
        "woop",
        "smart",
        "to_smart",
        "to_woop",
        "go_on",
        "link",
        "leave",
        "thank",
        "goodbye",
        "greet",
        "never_mind",
        "start_over",
        "smaller",
        "something_else",
    ]
)
WHICH = "change.which"  # asks which answer to change: its choices are words too, change_<step>
_WORD_OF_INTENT = {
    "stop": "stop",
    "talk_to_human": "human",
    "my_data": "my_data",
    "snooze": "later",
    "change_schedule": "later",
    "go_back": "back",
    "about_bot": "privacy",
    "help": "help",
    "skip": "skip",
    "ask_goals": "goals",
    "start_woop": "woop",
    "start_smart": "smart",
    "resume": "resume",
    "thank": "thank",
    "goodbye": "goodbye",
    "greet": "greet",
}
SURE = 0.7  # of an intent that acts
_ANSWERS = {"affirm": "affirm", "deny": "deny"}  # commands that are answers
_SHORT = {"affirm": 3, "deny": 5, "unsure": 6}  # words
_CHANGES = re.compile(r"\b(?:chang|edit|correct|amend|alter|rewrit)\w*", re.IGNORECASE)
_APART = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """`word` is the global word, if it is one. `label` is that of a button pressed. `late`: a button of another question."""

    reply: Reply
    word: str = ""
    label: str = ""
    late: bool = False


def read(inbound: Inbound, reader: Reader, question: Question | None) -> Reading:
    """The message as it is understood; of a form, the most serious that any part of it speaks of."""
    if inbound.kind is not Kind.FORM:
        return reader.read(inbound.words.text, question)
    readings = [reader.read(words.text, None) for words in inbound.fields.values()]
    urgent = next((reading for reading in readings if reading.command == "help_now"), None)
    whole = urgent or reader.read("", question)
    known = all(reading.language_known for reading in readings)
    return replace(whole, signal=most_serious(reading.signal for reading in readings), language_known=known)


def hear(inbound: Inbound, reading: Reading, asked: Asked | None) -> Heard:
    """Hear one message."""
    if inbound.kind is Kind.PRESS and inbound.press is not None:
        return _pressed(inbound.press, asked)
    return _typed(inbound.words.text, reading, asked)


def _pressed(press: Press, asked: Asked | None) -> Heard:
    choice = press.choice
    label = _label(choice, asked) if asked is not None and press.question == asked.outbound else ""
    if label:
        return _chosen(choice, asked, label)
    if choice in ANY_AGE or (not press.question and choice in WORDS):
        return Heard(Reply(), choice)
    return Heard(Reply(), late=True)


def _chosen(choice: str, asked: Asked | None, label: str = "") -> Heard:
    which = asked is not None and asked.wording == WHICH
    if choice in WORDS or which:
        return Heard(Reply(), choice, label)
    if choice.isdigit():
        return Heard(Reply(choice, number=int(choice)), label=label)
    return Heard(Reply(choice=choice), label=label)


def _label(choice: str, asked: Asked) -> str:
    """What the pressed button shows, or nothing where the open question has no such button."""
    if asked.shape is Shape.SCALE and choice.isdigit() and len(choice) < 4 and asked.low <= int(choice) <= asked.high:
        return choice
    if asked.shape is Shape.DATE and iso(choice):
        return choice
    return next((known.label for known in asked.choices if known.id == choice), "")


def _typed(text: str, reading: Reading, asked: Asked | None) -> Heard:
    if reading.command in ("help_now", "stop"):
        return Heard(Reply(text), reading.command)
    choice = _typed_choice(text, asked) if asked is not None else ""
    if choice:
        return _chosen(choice, asked)
    if not reading.command and parts.several(text):
        return Heard(Reply(text, number=reading.number))
    if reading.command in _ANSWERS:
        return Heard(Reply(text, number=reading.number, intent=reading.command))
    reading = _held_back(reading)
    word = reading.command or _word(reading.intent, text)
    return Heard(Reply(text, number=reading.number, intent=_alone(reading.intent, text)), word)


def _held_back(reading: Reading) -> Reading:
    """An intent that would act is taken for an answer where it is not sure enough: nobody is stopped by a guess."""
    return replace(reading, intent="content") if reading.intent in _WORD_OF_INTENT and reading.sure < SURE else reading


def _word(intent: str, text: str) -> str:
    """The global word of an intent; taking something back may be going back, or choosing what to change."""
    return "change" if intent == "go_back" and _CHANGES.search(text) else _WORD_OF_INTENT.get(intent, "")


def _alone(intent: str, text: str) -> str:
    """A yes, a no or a "not sure" with more behind it is an answer in its own words."""
    return "content" if len(text.split()) > _SHORT.get(intent, READ_LIMIT) else intent


def _typed_choice(text: str, asked: Asked) -> str:
    """The choice whose label, or whose number in the list, was typed."""
    if not asked.choices or len(text) > 60:
        return ""
    said = _bare(text)
    if asked.shape is not Shape.SCALE and said.isdigit() and 1 <= int(said) <= len(asked.choices):
        return asked.choices[int(said) - 1].id
    exact = next((choice.id for choice in asked.choices if said and said == _bare(choice.label)), "")
    return exact or (_nearest(said, asked) if asked.shape is Shape.CHOICE else "")


def _nearest(said: str, asked: Asked) -> str:
    """The one choice whose label holds what was typed as whole words: "wish" for "My wish"."""
    near = [choice.id for choice in asked.choices if said and f" {said} " in f" {_bare(choice.label)} "]
    return near[0] if len(near) == 1 else ""


def _bare(text: str) -> str:
    return _APART.sub(" ", text).strip().casefold()
