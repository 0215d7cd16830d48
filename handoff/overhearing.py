"""What somebody of the staff writes, heard for danger: their own, that of the participant they write about, or either.

Pure, and by rules alone: the phrases that a participant's words are heard with, passed in, and who the sentence speaks of. What is told
of the participant is heard as if they had said it. Where that cannot be told apart, both are heard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from coaching.concern import CALM, HOLDING, Concern, Layer, Signal, Urgency, most_serious
from handoff import denials, threats

KINDS = ("", "domestic", "self_danger_other")  # of danger to a person who is spoken of; a patient's is others' work
SHORTEST = 8  # letters of a sentence that counts as quoted where the participant wrote the same
_PATIENT = r"patients?|pts?|residents?|relatives?|inmates?|bed \d+|bay \d+|admissions?|outpatients?"
_TELLS = (
    r"(?:said|says?|saying|told|tells|telling|wrote|writes|texted|texts|mentioned|mentions|disclosed|discloses|admitted|admits|"
    r"confided|confides|reported|reports|shared|shares|quote|quoted)"
)
_PLAN = re.compile(
    r"\bi(?:'ve| have| had)(?: got)? (?:a|the) plan(?P<bare>$|, | and (?:it|this|that) (?:scares|worries))|"
    r"\bi(?:'ve| have| had)(?: got)? (?:a |the )?plan (?:to (?:do it|die|end|kill|hurt|harm|jump|hang|take)|"
    r"and (?:the )?(?:means|pills|tablets|a date))"
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_ME = r"i|i'm|i've|i'd|i'll|im|ive|me|my|myself"
_YOU_TOO = re.compile(r"\b(?:your|yourself|herself|himself|themself|themselves)\b")
_OF_VERBS = (("is", "am"), ("are", "am"), ("has", "have"), ("does", "do"), ("doesn't", "don't"), ("isn't", "am not"), ("was", "was"))
_POSSESSIVE = re.compile(
    r"\b(?:her|his|their|your)(?= (?:own )?(?:life|husband|wife|partner|boyfriend|girlfriend|ex|wrists?|arms?|home|house|self)\b)"
)
_OBJECT = re.compile(r"\b(hits?|beats?|hurts?|hurting|hitting|beating|punched|strangled|chokes?|kicked) (?:her|him|them|you)\b")
_SELF = re.compile(r"\b(?:herself|himself|themself|themselves|yourself)\b")
_A_THIRD = re.compile(r"\b(?:her|his|their|your|the|a|an) [\w-]+ ?(?:who )?$")  # "her ex", who means it


@dataclass(frozen=True, slots=True)
class Heard:
    """What may mean danger to whoever wrote, and to the participant; both, where it may be either's."""

    own: Signal = CALM
    theirs: Signal = CALM

    def __bool__(self) -> bool:
        return self != SILENCE


SILENCE = Heard()
Phrases = Callable[[str], Signal]


def heard(texts: Sequence[str], alias: str, phrases: Phrases, *, said: Sequence[str] = (), quoting: bool = False) -> Heard:
    """What these texts speak of. `alias`: what the participant is called; `said`: what they wrote, which may be quoted word for word.

    `quoting`: the case is about danger already, so that nothing is heard but what can be the writer's alone.
    """
    ear = _Ear(alias, phrases, _plain(" ".join(said)))
    found = [each for text in texts for each in ear.listens(_plain(text))]
    if quoting:
        return Heard(own=most_serious(each.own for each in found if each.own is not CALM and each.theirs is CALM))
    return Heard(most_serious(each.own for each in found), most_serious(each.theirs for each in found))


class _Ear:
    """Hears sentence after sentence."""

    def __init__(self, alias: str, phrases: Phrases, said: str) -> None:
        self._alias = _plain(alias)
        names = rf"|{re.escape(_plain(alias))}" if alias.strip() else ""
        self._who = rf"(?:she|he|they|she's|he's|they're|you|you're|the (?:participant|nurse|coachee|client)|participant{names})"
        self._subject = re.compile(rf"(?<![\w'])(?:(?P<me>{_ME})|(?P<other>{self._who}))(?![\w])")
        self._told = re.compile(rf"(?<![\w']){self._who}(?: (?:has|have|had|just|also|then|once|even|keeps?))* {_TELLS}\b")
        self._prefix = re.compile(
            rf"^.*?{self._told.pattern}(?: (?:to )?(?:me|us)| today| yesterday| last night| again)*(?P<open> that|[ ,]*[:\"]|,)? ?\"?"
        )
        self._phrases = phrases
        self._said = said

    def listens(self, text: str) -> Iterator[Heard]:
        clinical, doubted = False, denials.doubted(text)
        for sentence in _SENTENCES.split(text):
            kept = sentence if doubted else denials.without(sentence)
            yield self._of(kept, clinical, denied=kept != sentence)
            yield self._threat(kept, clinical)
            clinical = _of_a_patient(sentence)

    def _of(self, sentence: str, clinical: bool, *, denied: bool = False) -> Heard:
        """`clinical`: the sentence before it was about a patient, so that who "she" is stays open. `denied`: something else is denied."""
        direct = _grave(self._phrases(sentence))
        told, other = self._told.search(sentence), self._speaks_of_other(sentence)
        clinical = _of_a_patient(sentence) or (clinical and direct is CALM)
        retold = CALM if clinical or not (told or other) else self._retold(sentence, plan=told is not None or denied)
        if direct is CALM:
            return Heard(own=retold if retold.acts and self._perhaps_own(sentence) else CALM, theirs=retold)
        place = sentence.find(_plain(direct.evidence))
        whose = self._whose(sentence, place + len(direct.evidence) if place >= 0 else len(sentence))
        return SILENCE if clinical and whose != "me" else _by(whose, direct)

    def _threat(self, sentence: str, clinical: bool) -> Heard:
        """That somebody may hurt somebody else. A patient may be the one who is to be hurt; what a patient threatens is work."""
        found = threats.found_in(sentence, self._alias)
        if found is None:
            return SILENCE
        before = sentence[: found.start]
        whose = self._whose(sentence, found.start) if before.strip() else "either"
        if whose == "either" and not self._is_told(sentence) and _A_THIRD.search(before):
            whose = "other"
        return SILENCE if whose != "me" and (clinical or _of_a_patient(before)) else _by(whose, found.signal)

    def _is_told(self, sentence: str) -> bool:
        return self._prefix.match(sentence) is not None or '"' in sentence

    def _whose(self, sentence: str, place: int) -> str:
        """me · other · either; of what ends at this place."""
        near = [each for each in self._subject.finditer(sentence) if each.start() < place]
        mine = bool(near) and near[-1]["me"] is not None
        if (found := self._prefix.match(sentence)) is not None:
            theirs = bool(near) and not mine and near[-1].start() >= found.end()
            return "other" if found["open"] or '"' in sentence or theirs else "either"
        if '"' in sentence or (len(sentence) >= SHORTEST and sentence.rstrip(".!") in self._said):
            return "either"
        if near:
            return "me" if mine else "other"
        return "other" if _YOU_TOO.search(sentence) else "either"

    def _perhaps_own(self, sentence: str) -> bool:
        """Whether "she says I want to …" may be what they say of whoever writes."""
        found = self._prefix.match(sentence)
        return found is not None and not found["open"] and '"' not in sentence and sentence[found.end() :].startswith(("i ", "i'"))

    def _speaks_of_other(self, sentence: str) -> bool:
        return any(each["other"] for each in self._subject.finditer(sentence)) or '"' in sentence

    def _retold(self, sentence: str, *, plan: bool) -> Signal:
        """The sentence as they would have said it. `plan`: it is told as theirs, so that a plan by itself may be one to die."""
        rest = self._prefix.sub("", sentence).replace('"', "")
        turned = self._turned(rest)
        signal = _grave(self._phrases(turned))
        found = _PLAN.search(turned.rstrip(" .!?;"))
        if signal is CALM and found is not None and (plan or found["bare"] is None):
            return Signal(Concern.CRISIS, Urgency.URGENT, ask=True, layer=Layer.PHRASE, score=1.0)
        return signal

    def _turned(self, rest: str) -> str:
        """In the first person."""
        rest = re.sub(r"\b(?:s?he|they|you)'(?:s|re)\b", "i am", rest)
        rest = re.sub(rf"(?<![\w']){self._who}(?!\w)", "i", rest)
        for verb, first in _OF_VERBS:
            rest = re.sub(rf"\b(i|and) {verb}\b(?!')", rf"\1 {first}", rest)
        rest = re.sub(r"\bi (?:deny|denies|denied|denying)\b", "i don't have", rest)
        rest = re.sub(r"\bi (want|think|feel|plan|wish|need|talk|know|intend|keep|take|cut|hope)s\b", r"i \1", rest)
        return _POSSESSIVE.sub("my", _OBJECT.sub(r"\1 me", _SELF.sub("myself", rest)))


def _by(whose: str, signal: Signal) -> Heard:
    return Heard(own=signal if whose != "other" else CALM, theirs=signal if whose != "me" else CALM)


def _of_a_patient(sentence: str) -> bool:
    return re.search(rf"\b(?:{_PATIENT})\b", sentence) is not None


def _grave(signal: Signal) -> Signal:
    """What a hold may follow from, acted on or asked about."""
    return signal if signal.concern in HOLDING and signal.kind in KINDS else CALM


def _plain(text: str) -> str:
    return re.sub(r"[ \t]+", " ", text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"').lower()).strip()
