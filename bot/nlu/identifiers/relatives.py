"""Relatives and contacts by name, where their telephone or address is told too: "daughter Carol on 07700 900149"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.nlu.identifiers.finding import Find
from bot.nlu.identifiers.full_names import begins, ends
from bot.nlu.identifiers.naming import LETTER, first_words, is_initial, is_name, last_words

_KIN = (
    r"daughter(?:[ -]in[ -]law)?|dorter|dauter|daugter|doughter|son(?:[ -]in[ -]law)?|wife|husband|partner|mum|mam|mother|"
    r"dad|father|parent|"
    r"sister|brother|niece|nephew|aunt(?:y|ie)?|uncle|cousin|gran(?:dson|ddaughter|dad|ny)?|nok|next of kin|poa|lpa|carer|career|guardian|"
    r"neighbou?r|friend|girlfriend|boyfriend|attender|attendant|bystander|watcher|relative|landlord|social worker"
)
_BEHIND_KIN = re.compile(
    rf"\b(?<!my )(?<!our )(?:{_KIN})\b(?:'?s? name)?(?: (?:is|na|named|called|who is|name))?[\s,:;(-]{{1,3}}(?={LETTER})", re.I
)
_BEFORE_KIN = re.compile(rf"[\s,(-]{{1,3}}(?:(?:the|his|her|their|pt'?s) )?(?:{_KIN})\b\)?", re.I)
_NEAR, _BESIDE = 60, 24  # characters from a name to the number, and from a number to the name
_MANY = 20  # places of one kind in a message


def relatives(text: str, known: Sequence[Find]) -> Iterator[Find]:
    """The names behind and before a word for family, each with a telephone or an e-mail address in the same breath."""
    numbers = [find for find in known if find.kind in ("phone", "email")]
    if numbers:
        for name in (*_behind(text), *_before(text)):
            if any(_in_one_breath(text, name, number) for number in numbers):
                yield name


def _in_one_breath(text: str, name: Find, number: Find) -> bool:
    after = text[name.end : number.start] if name.end <= number.start else None
    before = text[number.end : name.start] if number.end <= name.start else None
    return any(
        gap is not None and len(gap) <= most and not re.search(r"[.!?\n] ?[A-Z\n]", gap)
        for gap, most in ((after, _NEAR), (before, _BESIDE))
    )


def _behind(text: str) -> Iterator[Find]:
    """ "his son Prakash", "NOK: Brian Oakes"."""
    for kin in list(_BEHIND_KIN.finditer(text))[:_MANY]:
        window = text[kin.end() : kin.end() + _NEAR]
        words = first_words(window)
        last = ends(words, window) if words and not is_initial(words[0]) else None
        if last is not None:
            yield Find("name_bed", kin.end(), kin.end() + words[last].end)


def _before(text: str) -> Iterator[Find]:
    """ "Mandy (daughter)", "Bernie the daughter"."""
    for kin in list(_BEFORE_KIN.finditer(text))[:_MANY]:
        begin = max(0, kin.start() - _NEAR)
        window = text[begin : kin.start()]
        words = last_words(window)
        if not words or words[-1].end != len(window) or not is_name(words[-1].inside()):
            continue
        first = begins(words, window)
        if first is not None:
            yield Find("name_bed", begin + words[first].start, kin.start())
