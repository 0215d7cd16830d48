"""A net under the phrases: words of danger to oneself with what has to stand near them, in any order.

A phrase wants its words in one order, so a filler, a slip of the thumb or another tense gets past it. Here a *knot* is a word of danger (by its
stem, or one letter wrong), and a *trap* says what else has to stand within some words of it, and what must not. What is caught and
no phrase has found is asked about; where nothing else can be meant, it acts. Who is meant, denial, quotation and the long past
are judged by `stance`, as for the phrases.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from bot.nlu.concerns.family import Family, Hit, Weight, spoken
from bot.nlu.concerns.idioms import idle
from bot.nlu.concerns.net_words import BITS, FILLERS, KNOTS, LETTERS, MASKS, SHORTEST, slip_of
from bot.nlu.concerns.subject import speaks_of_patients, speaks_of_teaching
from bot.nlu.tidy import Said

_WORD = re.compile(r"\w+(?:'\w+)*|[.!?;]")
_SHORT = 12  # words of a message in which nobody has to be named for it to be the speaker's
_OFTEN = 12  # knots looked at, at each end of a message
_TO_DIE = re.compile(r"\b(?:to|and|i'd|i'll|i (?:will|would|can|could|should)) (?:just |then )?(?:die|be dead)\b|\b(?:end|ending|delete|erase) me\b")
_DYING = frozenset({"die", "dead", "end", "ending", "delete", "erase"})
_ENDS = frozenset(".!?;")
# "It's me that is, not my patient": whatever else the message speaks of.
_ME_I_MEAN = spoken(
    r"""
    (?:it's|it is|is|isn't a patient it's|i mean|meaning|that's|thats|about|asking for|ask for) (?:me|myself)(?=[.,!]|$| that| who| not| i mean|
        i'm)(?<!asking me)
    (?:i'm|i am|am) the one (?:who|that|with|wanting|thinking)|the one is me|(?:like|as|same as|just like) i (?:do|am|did|have|feel)
    (?:was|were|here's) me(?=[.,!]|$)|it was me (?:who|that)|(?:am|i'm) (?:planning|having|doing|writing) mine
    not (?:for |about |of )?(?:a|my|the|any) patients?|for (?:me|myself),? not (?:for )?(?:a|my|the|work|them)|not (?:for )?work,? (?:for )?me
    """
)


@dataclass(frozen=True, slots=True)
class Trap:
    """Caught where a knot has a word of each of `near` within `reach` words, and none of `without`. The words are names of kinds."""

    family: Family = field(repr=False)
    knot: int
    near: tuple[int, ...]
    without: int
    reach: int


def _kinds(names: str) -> int:
    """One or several kinds, "a|b", any of which will do."""
    return sum(BITS[name] for name in names.split("|")) if names else 0


def _trap(knot: str, near: str, without: str = "", reach: int = 6, acts: str = "") -> Trap:
    family = Family(acts or "bare_word", "", Weight.ACT if acts else Weight.ASK)
    return Trap(family, _kinds(knot), tuple(map(_kinds, near.split())), _kinds(without), reach)


_MEANT = Family("bare_word", "", Weight.ASK)
_TRAPS = (
    _trap("suicidal", "am", "trade|other", 2, acts="suicide"),
    _trap("suicidal|suicide", "", "trade"),
    _trap("suicidal|suicide|selfharm|overdose", "mine", "other", 2),
    _trap("kms", "wish|tonight|badly"),
    _trap("selfharm", "", "trade"),
    _trap("overdose", "", "trade|food"),
    _trap("deadly", "self", "mishap|play", 3),
    _trap("deadly", "tie", "play|mishap", 4),
    _trap("scar", "again|urge", "mishap", 5),
    _trap("ending", "self", "mishap|play|job", 1),
    _trap("thrown", "self brink", "mishap|play"),
    _trap("harm", "self", "mishap|play", 3),
    _trap("harm", "body", "mishap|play|training", 4),
    _trap("blow", "self|body purpose|bleed|body", "mishap|play", 4),
    _trap("vein", "harm|bleed|blade", "mishap"),
    _trap("cut", "urge badly|again|now|night", "cutback|mishap"),
    _trap("blade", "cut|vein|throat|self|body", "kitchen|mishap"),
    _trap("gun", "head|self|wish|loaded|eat|deathly", "play"),
    _trap("bullet", "head|self", "play"),
    _trap("brains", "blown"),
    _trap("rope", "wish|throat|self|deathly|tonight|ready", "play"),
    _trap("tie", "throat|self", "play"),
    _trap("drown", "urge", "play|work|mishap|drinks", 3),
    _trap("step", "brink wish|nearly|deathly", "play|mishap|stepped", 7),
    _trap("jump", "brink wish|nearly|deathly", "play|mishap|stepped"),
    _trap("jump", "nearly|lived|deathly", "play|mishap|stepped", 5),
    _trap("die", "wish|let|quit", "figure", 6),
    _trap("death", "craving", "figure|trade", 2),
    _trap("to_die", "me", "figure", 8),
    _trap("die", "pidgin", "figure|other", 2),
    _trap("died", "wish|let", "figure", 3),
    _trap("dead", "wish|let", "figure", 4),
    _trap("dead", "future|purpose", "figure", 3),
    _trap("life", "taking", "job", 3),
    _trap("days", "ending own", "job", 2),
    _trap("life", "nomore wish", "job", 4),
    _trap("alive", "nomore", "", 4),
    _trap("exist|breath", "nomore wish", "exercise", 4),
    _trap("alive|exist|live", "last wish", "place", 4),
    _trap("live", "nomore wish|go|past|able", "place", 5),
    _trap("survive", "nomore wish|past", "place", 5),
    _trap("wake", "nomore wish", "early", 6),
    _trap("pills", "taken much", "drinks|play"),
    _trap("bottle", "swallowed much", "drinks"),
    _trap("pills", "taken late|goodbye|drowsy|purpose|deathly", "", 8),
    _trap("pills", "goodbye", "party|job", 8),
    _trap("pills", "out|saved deathly|tonight|goodbye", "trade", 7),
    _trap("attempt", "again|lived|hospital|night|failed", "task", 4),
    _trap("goodbye", "forever|world|forgive|drowsy|deathly", "job|party"),
    _trap("goodbye", "letter", "job|party", 3),
    _trap("crash", "purpose|deathly", "work", 7),
    _trap("struck", "vehicle wish|deathly", "mishap"),
)
# Traps in whose words a denial is part of what is said: their catch begins at the denial.
_DENYING = BITS["nomore"]
_NEEDED = tuple((trap, (trap.knot, *trap.near)) for trap in _TRAPS)
_ALL_KNOTS = sum(BITS[name] for name in KNOTS)
_GRAVE = _kinds("suicidal|suicide|selfharm|overdose|deadly|die|dead|life")
_ME, _OTHER, _TRADE = BITS["me"], BITS["other"], BITS["trade"]


@dataclass(frozen=True, slots=True)
class _Told:
    """A message as the net reads it: where its words are, without fillers, and of which kinds each is; -1 where a sentence ends."""

    told: Said = field(repr=False)
    spans: tuple[tuple[int, int], ...] = field(repr=False)
    kinds: tuple[int, ...] = field(repr=False)
    apart: bool  # it speaks of people in care or of teaching too

    def window(self, place: int, reach: int) -> int:
        """Every kind that stands within some words of a place."""
        found = 0
        for kinds in self.kinds[max(0, place - reach) : place] + self.kinds[place + 1 : place + reach + 1]:
            if kinds > 0:
                found |= kinds
        return found

    def is_the_speakers(self, place: int) -> bool:
        """Whether the nearest subject before it is the speaker, or, where nobody is named, the message is short."""
        for kinds in reversed(self.kinds[max(0, place - 14) : place]):
            if kinds < 0:
                break
            if kinds & (_ME | _OTHER):
                return bool(kinds & _ME)
        after = self.window(place, 8)
        if self.apart:
            return bool(after & _ME) and not after & (_OTHER | _TRADE)
        return bool(after & _ME) or (len(self.kinds) <= _SHORT and not after & (_OTHER | _TRADE))


def is_open(told: Said) -> bool:
    """Whether a message has the words for any of the traps."""
    total = _total(told, _slips(told))
    return bool(_open(total)) or bool(total & _GRAVE)


def caught(told: Said, beside: Collection[Hit]) -> tuple[Hit, ...]:
    """What the net holds of a message; `beside` is what has been found in it and is not meant."""
    slips = _slips(told)
    total = _total(told, slips)
    traps = _open(total)
    if total & _GRAVE and (found := _ME_I_MEAN.search(told.plain)):
        return (Hit(_MEANT, *found.span()),)
    return tuple(_held(_read(told, slips), traps, beside)) if traps else ()


def _open(total: int) -> list[Trap]:
    """The traps for which a message has the words."""
    return [trap for trap, needed in _NEEDED if all(total & kinds for kinds in needed)] if total & _ALL_KNOTS else []


def _slips(told: Said) -> dict[str, str]:
    long = (word for word in told.bag if len(word) >= SHORTEST and word[0] in LETTERS and word not in MASKS)
    return {word: right for word in long if (right := slip_of(word))}


def _total(told: Said, slips: dict[str, str]) -> int:
    """Every kind of word in the message."""
    total = BITS["selfharm"] if "self" in told.bag else 0
    if not told.bag.isdisjoint(_DYING):
        total |= BITS["to_die"]
    for word in (*told.bag, *slips.values()):
        total |= MASKS.get(word.removesuffix("'s"), 0)
    return total


def _read(told: Said, slips: dict[str, str]) -> _Told:
    found = [each for each in _WORD.finditer(told.plain) if each[0] not in FILLERS]
    to_die = {each.end() for each in _TO_DIE.finditer(told.plain)}
    kinds = [-1 if each[0] in _ENDS else MASKS.get(slips.get(each[0], each[0].removesuffix("'s")), 0) for each in found]
    for place in range(len(found)):
        before = found[place - 1][0] if place else ""
        if before == "self" and kinds[place] & BITS["harm"]:
            kinds[place] = BITS["selfharm"]
        elif found[place].end() in to_die:
            kinds[place] |= BITS["to_die"]
    apart = speaks_of_patients(told) or speaks_of_teaching(told)
    return _Told(told, tuple(each.span() for each in found), tuple(kinds), apart)


def _held(read: _Told, traps: list[Trap], beside: Collection[Hit]) -> Iterator[Hit]:
    knots = [place for place, kinds in enumerate(read.kinds) if kinds > 0 and kinds & _ALL_KNOTS]
    for place in knots if len(knots) <= 2 * _OFTEN else knots[:_OFTEN] + knots[-_OFTEN:]:
        for trap in traps:
            if read.kinds[place] & trap.knot and _holds(read, trap, place):
                hit = Hit(trap.family, _start(read, trap, place), read.spans[place][1])
                if not idle(hit, beside):
                    yield hit


def _holds(read: _Told, trap: Trap, place: int) -> bool:
    window = read.window(place, trap.reach)
    return not window & trap.without and all(window & kinds for kinds in trap.near) and read.is_the_speakers(place)


def _start(read: _Told, trap: Trap, place: int) -> int:
    """Where the catch begins: at its knot, or at the denial before it that is part of it."""
    if any(kinds == _DENYING for kinds in trap.near):
        for before in range(max(0, place - trap.reach), place):
            if read.kinds[before] > 0 and read.kinds[before] & _DENYING:
                return read.spans[before][0]
    return read.spans[place][0]
