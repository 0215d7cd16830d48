"""What one message spoke of, by phrases alone: one signal, the most serious that applies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from bot.nlu.concerns.bot_frustration import FAMILIES as BOT_FRUSTRATION
from bot.nlu.concerns.burnout import FAMILIES as BURNOUT
from bot.nlu.concerns.clinical_question import FAMILIES as CLINICAL_QUESTION
from bot.nlu.concerns.crisis import FAMILIES as CRISIS
from bot.nlu.concerns.crisis_hints import BARE_WORD
from bot.nlu.concerns.crisis_hints import FAMILIES as CRISIS_HINTS
from bot.nlu.concerns.crisis_own import OWN
from bot.nlu.concerns.crisis_plain import PLAIN
from bot.nlu.concerns.disguise import heard
from bot.nlu.concerns.ethical_dilemma import FAMILIES as ETHICAL_DILEMMA
from bot.nlu.concerns.family import Family, Hit, Weight
from bot.nlu.concerns.idioms import idioms, idle
from bot.nlu.concerns.imminence import harm_is_now, is_now
from bot.nlu.concerns.mistreatment import FAMILIES as MISTREATMENT
from bot.nlu.concerns.net import caught
from bot.nlu.concerns.patient_safety import CLOSED, LIVE
from bot.nlu.concerns.patient_safety import FAMILIES as PATIENT_SAFETY
from bot.nlu.concerns.phrasebook import Phrasebook, places_in
from bot.nlu.concerns.safeguarding import FAMILIES as SAFEGUARDING
from bot.nlu.concerns.safeguarding import HANDLED, SELF_DANGER_OTHER
from bot.nlu.concerns.stance import Stance, around, stance
from bot.nlu.concerns.subject import names_a_patient, speaks_of_patients, speaks_of_somebody_close, speaks_of_teaching
from bot.nlu.concerns.substance_use import FAMILIES as SUBSTANCE_USE
from bot.nlu.concerns.trauma import FAMILIES as TRAUMA
from bot.nlu.concerns.wants_human import FAMILIES as WANTS_HUMAN
from bot.nlu.tidy import Said, said
from coaching.concern import CALM, Concern, Layer, Signal, Urgency

DANGER = (*CRISIS, *PLAIN, *OWN, *CRISIS_HINTS)
LESSER: tuple[tuple[Concern, tuple[Family, ...]], ...] = (
    (Concern.PATIENT_SAFETY, PATIENT_SAFETY),
    (Concern.MISTREATMENT, MISTREATMENT),
    (Concern.TRAUMA, TRAUMA),
    (Concern.SUBSTANCE_USE, SUBSTANCE_USE),
    (Concern.BURNOUT, BURNOUT),
    (Concern.ETHICAL_DILEMMA, ETHICAL_DILEMMA),
    (Concern.CLINICAL_QUESTION, CLINICAL_QUESTION),
    (Concern.WANTS_HUMAN, WANTS_HUMAN),
    (Concern.BOT_FRUSTRATION, BOT_FRUSTRATION),
)
_LESSER = tuple(family for _, families in LESSER for family in families)
_BOOK = Phrasebook((*DANGER, BARE_WORD, SELF_DANGER_OTHER, *SAFEGUARDING, *_LESSER))
_CONCERNS = {family.name: concern for concern, families in LESSER for family in families}
_OWN = frozenset({Concern.SUBSTANCE_USE})  # where it is a patient's it is work
_TAUGHT = frozenset({Concern.PATIENT_SAFETY, Concern.MISTREATMENT, Concern.SUBSTANCE_USE})
_UNHURRIED = frozenset({Concern.CLINICAL_QUESTION, Concern.BOT_FRUSTRATION})


@dataclass(frozen=True, slots=True)
class Judged:
    """Something dangerous that was said, and how it was meant."""

    hit: Hit = field(repr=False)
    stance: Stance

    @property
    def acts(self) -> bool:
        return self.stance is Stance.MEANT and self.hit.family.weight is Weight.ACT

    @property
    def asks(self) -> bool:
        return self.stance in (Stance.MEANT, Stance.UNSURE)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is said in a message: `told` is all of it made plain, `danger` what points to the speaker's own, judged.

    `harm` is what points to somebody else's, `lesser` is everything that is no danger to anybody, `idioms` are taken out already.
    """

    told: Said = field(repr=False)
    danger: tuple[Judged, ...] = ()
    harm: tuple[Hit, ...] = ()
    lesser: tuple[Hit, ...] = ()
    idioms: tuple[Hit, ...] = ()


def phrase_signal(text: str) -> Signal:
    """What this message spoke of, by phrases alone. Never fails, whatever the text."""
    return signal_in(said(text), text)


def signal_in(message: Said, text: str) -> Signal:
    """The same of a message read already; `text` is the message as it came, for its pictures and for what is beyond its beginning."""
    return decided(found_in(heard(message, text)))


def decided(found: Found) -> Signal:
    """The signal of danger or harm, if there is any; one that acts comes before one that is only asked about."""
    return _crisis(found) or _safeguarding(found) or _unclear(found) or _lesser(found) or CALM


def found_in(told: Said) -> Found:
    """Everything that is left of a message once its idioms are out."""
    places = places_in(told)
    hits = _BOOK.hits(told, places)
    lesser = tuple(hit for hit in hits if hit.family.name in _CONCERNS)
    plain = len(lesser) == len(hits)
    net = caught(told) if plain else ()
    if plain and not net:
        return Found(told, lesser=lesser)
    frames = idioms(told, places)
    grave = [hit for hit in hits if hit.family.name not in _CONCERNS and not idle(hit, frames)]
    harm = tuple(hit for hit in grave if hit.family.kind)
    danger = tuple(_judged(told, grave))
    if not any(each.asks for each in danger):
        beside = (*(each.hit for each in danger), *harm, *frames)
        danger += tuple(_under(told, net or caught(told), beside))
    return Found(told, danger, harm, lesser, frames)


def _under(told: Said, net: tuple[Hit, ...], beside: tuple[Hit, ...]) -> Iterator[Judged]:
    """The first that the net holds and that counts; not what was found already and is not meant."""
    judged = (Judged(hit, stance(told, hit)) for hit in net if not idle(hit, beside))
    yield from islice((each for each in judged if each.asks), 1)


def _judged(told: Said, hits: list[Hit]) -> Iterator[Judged]:
    """How it was meant. A word of death that stands by itself counts in a message about nobody but the speaker."""
    danger = [hit for hit in hits if not hit.family.kind and hit.family is not BARE_WORD]
    if not danger and not (speaks_of_patients(told) or speaks_of_teaching(told) or speaks_of_somebody_close(told)):
        danger = [hit for hit in hits if hit.family is BARE_WORD]
    return (Judged(hit, stance(told, hit)) for hit in danger)


def _crisis(found: Found) -> Signal | None:
    meant = [each.hit for each in found.danger if each.acts]
    if not meant:
        return None
    now = any(is_now(found.told, hit) for hit in {hit.family.name: hit for hit in meant}.values())
    return _signal(Concern.CRISIS, Urgency.EMERGENCY if now else Urgency.URGENT, found.told, meant[0])


def _unclear(found: Found) -> Signal | None:
    hit = next((each.hit for each in found.danger if each.asks), None)
    return _signal(Concern.CRISIS, Urgency.SOON, found.told, hit, ask=True) if hit else None


def _safeguarding(found: Found) -> Signal | None:
    hit = (_danger_to_another(found) or _harm(found)) if found.danger or found.harm else None
    if hit is None:
        return None
    urgency = Urgency.EMERGENCY if harm_is_now(around(found.told, hit)) else Urgency.URGENT
    return _signal(Concern.SAFEGUARDING, urgency, found.told, hit, kind=hit.family.kind or SELF_DANGER_OTHER.kind)


def _danger_to_another(found: Found) -> Hit | None:
    """Somebody close to the speaker who may be in danger from themselves; people in care, and cases to learn from, are not meant."""
    told = found.told
    theirs = [each.hit for each in found.danger if each.stance is Stance.ANOTHER and each.hit.family.weight is Weight.ACT]
    theirs += [hit for hit in found.harm if hit.family is SELF_DANGER_OTHER]
    if not theirs or names_a_patient(told) or speaks_of_teaching(told) or not speaks_of_somebody_close(told):
        return None
    return theirs[0]


def _harm(found: Found) -> Hit | None:
    hit = next((hit for hit in found.harm if hit.family is not SELF_DANGER_OTHER), None)
    return None if hit is None or HANDLED.search(found.told.plain) or speaks_of_teaching(found.told) else hit


def _lesser(found: Found) -> Signal | None:
    told, hits = found.told, found.lesser
    if hits:
        others = _not_meant(told)
        hits = tuple(hit for hit in hits if _concern(hit) not in others)
    return _signal(_concern(hits[0]), _urgency(told, hits[0]), told, hits[0]) if hits else None


def _not_meant(told: Said) -> frozenset[Concern]:
    """What is not the speaker's own, or is over, or is a case to learn from."""
    closed = {Concern.PATIENT_SAFETY} if CLOSED.search(told.plain) else set()
    taught = _TAUGHT if speaks_of_teaching(told) else frozenset()
    theirs = _OWN if names_a_patient(told) else frozenset()
    return frozenset(closed | taught | theirs)


def _concern(hit: Hit) -> Concern:
    return _CONCERNS[hit.family.name]


def _urgency(told: Said, hit: Hit) -> Urgency:
    if _concern(hit) in _UNHURRIED:
        return Urgency.NONE
    return Urgency.URGENT if hit.family.urgent and LIVE.search(told.plain) else Urgency.SOON


def _signal(concern: Concern, urgency: Urgency, told: Said, hit: Hit, kind: str = "", ask: bool = False) -> Signal:
    return Signal(concern, urgency, kind, ask, Layer.PHRASE, 1.0, told.quote(hit.start, hit.end))
