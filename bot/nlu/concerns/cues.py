"""Small hard facts about one message, for a model that learns on top of the phrases: which families hit, who and when it is about."""

from __future__ import annotations

from collections.abc import Iterator

from bot.nlu.concerns.crisis import FAMILIES as CRISIS
from bot.nlu.concerns.crisis_hints import BARE_WORD
from bot.nlu.concerns.crisis_hints import FAMILIES as CRISIS_HINTS
from bot.nlu.concerns.deciding import LESSER, Found, decided, found_in
from bot.nlu.concerns.disguise import heard
from bot.nlu.concerns.family import spoken
from bot.nlu.concerns.imminence import to_come
from bot.nlu.concerns.safeguarding import FAMILIES as SAFEGUARDING
from bot.nlu.concerns.safeguarding import HANDLED, SELF_DANGER_OTHER
from bot.nlu.concerns.stance import Stance, long_past, well_since
from bot.nlu.concerns.subject import names_a_patient, speaks_of_patients, speaks_of_somebody_close, speaks_of_teaching
from bot.nlu.goals.lexicon import words
from bot.nlu.tidy import Said

_FAMILIES = (*CRISIS, *CRISIS_HINTS, BARE_WORD, SELF_DANGER_OTHER, *SAFEGUARDING, *(family for _, group in LESSER for family in group))
_BAGS = {
    "first_person": words("i i'm i've i'd i'll me my myself mine"),
    "second_person": words("you your you're you've yourself u ur"),
    "third_person": words("he she they him her them his hers their himself herself themselves"),
    "reflexive_other": words("himself herself themselves hisself themself yourself"),
    "death_word": words(
        "die died dying dies dead death suicide suicidal kill killed killing funeral grave coffin buried heaven mortuary crem"
    ),
    "harm_word": words("hurt harm cut cutting burn overdose hang hanging jump drown rope blade razor noose slit bleed bleeding"),
    "medicine_word": words(
        "tablets pills meds medication insulin potassium morphine propofol dose drug drugs cupboard trolley keys patches"
    ),
    "place_word": words("bridge roof tracks train lorry river sea cliff edge wheel platform window reservoir motorway railway rail"),
    "finality_word": words("last final forever permanent permanently gone goodbye bye end ending never after soon enough over done"),
    "belongings_word": words(
        "gave given left letter letters note notes passwords insurance papers locker envelope sorted rehomed will keys list"
    ),
    "calm_word": words("calm peace peaceful quiet rest relief relieved light lighter tidy ready"),
    "nobody_word": words("nobody noone none alone lonely without anyone everyone"),
    "profanity": words("fuck fucking fucked shit shite bollocks crap wtf ffs bastard bloody piss pissed"),
    "laughing": words("lol haha hahaha lmao hehe jk joking kidding rofl"),
}
_FACTS = {
    "voiced_by_another": spoken(
        r"(?:he|she|they|patient|pt|who|someone|mum|husband|wife)(?: \w+){0,2} (?:said|says|told|saying|tells|goes)"
    ),
    "supposing": spoken(r"if i|if someone|hypothetically|what (?:happens|would you) if|suppose|imagine"),
    "negated": spoken(r"not|never|no|don't|didn't|isn't|wasn't|won't|can't|haven't|wouldn't"),
    "asks_should": spoken(r"should i|do i|am i|is it|can i|what should|what do i"),
}
_LENGTHS = (("words_3", 3), ("words_8", 8), ("words_20", 20), ("words_50", 50), ("words_100", 100))
_OTHERS = (
    "acts", "asks", "meant", "doubted", "denied", "of_another", "patients", "a_patient", "somebody_close", "teaching", "idiom", "handled",
    "long_past", "well_since", "to_come", "question_mark", "exclamation", "quotation", "pictures", "disguised",
)  # fmt: skip


def _names() -> Iterator[str]:
    yield from dict.fromkeys(family.name for family in _FAMILIES)
    yield from _BAGS
    yield from _FACTS
    yield from (name for name, _ in _LENGTHS)
    yield from _OTHERS


CUES: tuple[str, ...] = tuple(_names())
"""The names of the cues, in their order."""


def cues(message: Said, text: str) -> tuple[float, ...]:
    """One 0 or 1 for each of CUES; `text` is the message as it came."""
    told = heard(message, text)
    found = found_in(told)
    present = {*_families(found), *_bags(told), *_told(found), *_seen(message, found, text)}
    return tuple(1.0 if name in present else 0.0 for name in CUES)


def _families(found: Found) -> Iterator[str]:
    yield from (each.hit.family.name for each in found.danger if each.stance is not Stance.DENIED)
    yield from (hit.family.name for hit in (*found.harm, *found.lesser))


def _bags(told: Said) -> Iterator[str]:
    yield from (name for name, bag in _BAGS.items() if not told.bag.isdisjoint(bag))
    yield from (name for name, fact in _FACTS.items() if fact.search(told.plain))
    yield from (name for name, longest in _LENGTHS if len(told.words) <= longest)


_STANCES = {Stance.MEANT: "meant", Stance.UNSURE: "doubted", Stance.DENIED: "denied", Stance.ANOTHER: "of_another"}


def _told(found: Found) -> Iterator[str]:
    signal = decided(found)
    yield from (_STANCES[each.stance] for each in found.danger)
    yield from _when(("acts", signal.acts), ("asks", signal.ask))


def _seen(message: Said, found: Found, text: str) -> Iterator[str]:
    told = found.told
    yield from _when(
        ("patients", speaks_of_patients(told)),
        ("a_patient", names_a_patient(told)),
        ("somebody_close", speaks_of_somebody_close(told)),
        ("teaching", speaks_of_teaching(told)),
        ("idiom", bool(found.idioms)),
        ("handled", HANDLED.search(told.plain) is not None),
        ("long_past", long_past(told.plain)),
        ("well_since", well_since(told.plain)),
        ("to_come", to_come(told.plain)),
        ("question_mark", "?" in told.plain),
        ("exclamation", "!" in told.plain),
        ("quotation", '"' in told.plain),
        ("pictures", any(sign > "\u2300" for sign in text)),
        ("disguised", told is not message),
    )


def _when(*facts: tuple[str, bool]) -> Iterator[str]:
    return (name for name, true in facts if true)
