"""A net under the phrases: words of danger to oneself with what has to stand near them, in any order.

A phrase wants its words in one order, so a filler, a slip of the thumb or another tense gets past it. Here a *knot* is a word of danger,
in any of its forms or one letter wrong, and a *trap* says what else has to stand within some words of it, and what must not. What no phrase
has found and the net catches is asked about; where nothing else can be meant, it acts. Who is meant, denial, quotation and the long past
are judged by `stance`, as for the phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import islice
from operator import or_

from bot.nlu.concerns.family import Family, Hit, Weight, spoken
from bot.nlu.concerns.net_words import BITS, FILLERS, KNOTS, LETTERS, LONGEST, MASKS, SHORTEST, slip_of
from bot.nlu.concerns.subject import speaks_of_patients, speaks_of_teaching
from bot.nlu.goals.lexicon import words
from bot.nlu.tidy import Said

_WORD = re.compile(r"\w+(?:'\w+)*|[.!?;]")
_SHORT = 12  # words of a message in which nobody has to be named for it to be the speaker's
_SENTENCE, _AFTER = 14, 8  # words before and after a knot in which its subject is looked for
_OFTEN = 3  # of what is held, at each end of a message
_ENDS = frozenset(".!?;")
_TO, _BETWEEN, _MODAL = words("to and i'd i'll"), words("just then be"), words("will would can could should just")
_ERASED = words("end ending delete erase")
# "It's me that is, not my patient": whatever else the message speaks of.
_ME_I_MEAN = spoken(
    r"""
    (?:it's|it is|is|isn't a patient it's|i mean|meaning|that's|thats|about|asking for|ask for) (?:me|myself)(?=[.,!]|$| that|
        who| not| i mean| i'm)(?<!asking me)
    (?:i'm|i am|am) the one (?:who|that|with|wanting|thinking)|the one is me|(?:like|as|same as|just like) i (?:do|am|did|have|feel)
    (?:was|were|here's) me(?=[.,!]|$)|it was me (?:who|that)|(?:am|i'm) (?:planning|having|doing|writing) mine
    not (?:for |about |of )?(?:a|my|the|any) patients?
    for (?:me|myself),? not (?:for )?(?:a|my|the|work|them)|not (?:for )?work,? (?:for )?me
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


# Where the speaker says outright whose danger it is.
_SPOKEN = _trap("suicidal|suicide|selfharm|overdose|deadly|die|dead|life", "", reach=0)
_TRAPS = (
    _SPOKEN,
    _trap("suicidal", "am", "trade|other", 2, acts="suicide"),
    _trap("suicidal|suicide", "", "trade"),
    _trap("suicidal|suicide|selfharm|overdose", "mine", "other", 2),
    _trap("kms", "wish|tonight|badly"),
    _trap("selfharm", "", "trade"),
    _trap("overdose", "", "trade|food"),
    _trap("deadly", "self", "mishap|play", 3),
    _trap("deadly", "tie", "play|mishap", 4),
    _trap("scar", "again|urge", "mishap", 7),
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
    _trap("ropes", "brink", "play", 3),
    _trap("tie", "throat|self", "play"),
    _trap("drown", "urge", "play|work|mishap|drinks", 3),
    _trap("step", "brink wish|nearly|deathly", "play|mishap|stepped", 7),
    _trap("jump", "brink wish|nearly|deathly", "play|mishap|stepped"),
    _trap("jump", "nearly|lived|deathly", "play|mishap|stepped", 5),
    _trap("die", "wish|let|quit", "figure", 6),
    _trap("death", "craving", "figure|trade", 2),
    _trap("to_die", "me", "figure", 8),
    _trap("die", "pidgin", "figure|other", 2),
    _trap("die|dead|death", "liking", "figure|other|trade", 4),
    _trap("hanging", "seeing me", "figure|trade|play|stepped", 3),
    _trap("deadly", "voice me", "trade|play", 6),
    _trap("cut_ends", "been", "cutback|mishap|play", 5),
    _trap("died", "wish|let", "figure", 3),
    _trap("dead", "wish|let", "figure", 4),
    _trap("dead", "future|purpose", "figure", 3),
    _trap("life", "taking", "job", 3),
    _trap("days", "ending own", "job", 2),
    _trap("life", "nomore wish", "job", 4),
    _trap("alive", "nomore wish|go|able", "eat", 6),
    _trap("alive", "nomore", "eat|signal", 2),
    _trap("exist|breath", "nomore wish", "exercise", 4),
    _trap("alive|exist|live", "last wish", "place", 5),
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
_ALL_KNOTS = sum(BITS[name] for name in KNOTS)
_ME, _OTHER, _TRADE = BITS["me"], BITS["other"], BITS["trade"]
_DYING, _CUT = _kinds("die|dead|ending"), _kinds("cut")
_JOINED = _kinds("harm|die|dead|cut|me")


@dataclass(frozen=True, slots=True)
class _Told:
    """A message as the net reads it: of which kinds each word is, -1 where a sentence ends, and which word it is, fillers counted too."""

    told: Said = field(repr=False)
    kinds: tuple[int, ...] = field(repr=False)
    order: tuple[int, ...] = field(repr=False)
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
        for kinds in self.kinds[max(0, place - _SENTENCE) : place][::-1]:
            if kinds < 0:
                break
            if kinds & (_ME | _OTHER):
                return bool(kinds & _ME)
        after = self.window(place, _AFTER)
        alone = not after & (_OTHER | _TRADE)
        if self.apart:
            return bool(after & _ME) and alone
        return bool(after & _ME) or (alone and len(self.kinds) <= _SHORT)

    def hit(self, trap: Trap, place: int) -> Hit:
        """What a trap holds: its knot, from the denial before it on where that is part of it."""
        first = place
        if BITS["nomore"] in trap.near:
            before = range(max(0, place - trap.reach), place)
            first = next((word for word in before if self.kinds[word] > 0 and self.kinds[word] & BITS["nomore"]), place)
        start, end = self.order[first], self.order[place]
        words = [found.span() for found in islice(_WORD.finditer(self.told.plain), start, end + 1)]
        return Hit(trap.family, words[0][0], words[-1][1])


def caught(told: Said) -> tuple[Hit, ...]:
    """What the net holds of a message, before idioms are out and it is known how it was meant."""
    traps = _open(told)
    spoken = _ME_I_MEAN.search(told.plain) if _SPOKEN in traps else None
    others = [trap for trap in traps if trap is not _SPOKEN]
    outright = (Hit(_SPOKEN.family, *spoken.span()),) if spoken else ()
    return (*outright, *_held(_read(told), others)) if others else outright


def _open(told: Said) -> list[Trap]:
    """The traps for which a message has the words: a cheap look, and for most messages the only one."""
    total = BITS["selfharm"] if "self" in told.bag else 0
    for word in (*told.bag, *_slips(told).values()):
        total |= MASKS.get(word, 0)
    total |= BITS["to_die"] if total & _DYING else 0
    total |= BITS["cut_ends"] if total & _CUT else 0
    return [trap for trap in _TRAPS if total & trap.knot and all(map(total.__and__, trap.near))] if total & _ALL_KNOTS else []


def _slips(told: Said) -> dict[str, str]:
    """The words of danger that are one letter wrong, and what they are."""
    long = (word for word in told.bag if SHORTEST <= len(word) <= LONGEST and word[0] in LETTERS and word not in MASKS)
    return {word: right for word in long if (right := slip_of(word))}


def _read(told: Said) -> _Told:
    slips, said = _slips(told), _WORD.findall(told.plain)
    kinds = [MASKS.get(slips.get(word, word), 0) for word in said] if slips else [MASKS.get(word, 0) for word in said]
    for place, kind in enumerate(kinds):
        if kind & _JOINED:
            kinds[place] = _joined(said, place, kind)
        elif not kind and said[place] in _ENDS:
            kinds[place] = -1
    order = tuple(place for place, word in enumerate(said) if word not in FILLERS)
    apart = speaks_of_patients(told) or speaks_of_teaching(told)
    return _Told(told, tuple(kinds[place] for place in order), order, apart)


def _joined(said: list[str], place: int, kind: int) -> int:
    """The kinds of a word together with those beside it: "self" harm, "to" die, ending "me", and a cut at the end of a sentence."""
    last, before = said[place - 1] if place else "", said[place - 2] if place > 1 else ""
    if kind & BITS["harm"] and last == "self":
        return BITS["selfharm"]
    if kind & _DYING and (last in _TO or (before in _TO and last in _BETWEEN) or (before == "i" and last in _MODAL)):
        return kind | BITS["to_die"]
    if said[place] == "me" and last in _ERASED:
        return kind | BITS["to_die"]
    if kind & _CUT and (place + 1 == len(said) or said[place + 1] in _ENDS):
        return kind | BITS["cut_ends"]
    return kind


def _held(read: _Told, traps: list[Trap]) -> Iterator[Hit]:
    """What the traps hold; of very much, what is at both ends of the message."""
    knots = reduce(or_, (trap.knot for trap in traps))
    held = list[tuple[Trap, int]]()
    for place, kinds in enumerate(read.kinds):
        if kinds > 0 and kinds & knots:
            trap = next((trap for trap in traps if kinds & trap.knot and _holds(read, trap, place)), None)
            if trap and read.is_the_speakers(place):
                held.append((trap, place))
    return (read.hit(*each) for each in (held if len(held) <= 2 * _OFTEN else held[:_OFTEN] + held[-_OFTEN:]))


def _holds(read: _Told, trap: Trap, place: int) -> bool:
    window = read.window(place, trap.reach)
    return not window & trap.without and all(map(window.__and__, trap.near))
