"""Whether a language model may be asked in this turn at all: not in a concern, not near one, not with what is not for it to see."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.dialogs.phrasing.judging import CAPITALS, bases_of, is_name
from bot.dialogs.phrasing.patterns import CLOSE, NEVER
from bot.dialogs.phrasing.prompts import Prompts
from bot.dialogs.scene import Turn
from bot.nlu.identifiers import masked
from bot.nlu.reading import Reader, Reading
from bot.nlu.tidy import tidy
from coaching.concern import Concern, Signal, Watch
from coaching.effects import Move, OfferLink, OpenCase, RedeemLink, Say
from coaching.message import Kind, Lane
from coaching.notebook import Claim
from handoff import standing

AGREED = "accepted"  # the contract, before this message
SPOKEN = "en"  # the language that can be judged
QUIET_AFTER_ASKING = timedelta(hours=24)  # of the straight question
LONGEST = 1_500  # characters of somebody's words
SAFETY = "safety."  # ids of what is said in a concern
_NEVER_IN = frozenset(["help_now", "stop", "human"])  # commands
_NEVER_MEANT = frozenset(["stop", "talk_to_human"])  # intents
_NOT_FOR_IT = re.compile(r"[@\[\]█]|https?:|www\.|\d{4}|\d[ -]\d{2,}[ -]?\d|\S{26}")
_TITLED = re.compile(
    r"\b(?:dr|mr|mrs|ms|miss|prof|sister|matron|nurse|doctor|aunt|auntie|uncle|called|named)\.? ([A-Z][a-z'’]+)", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?\n]+\s*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ACRONYM = 4  # letters


def marked(claim: Claim, reading: Reading, turn: Turn, now: datetime) -> Say | None:
    """The one Say of this turn that a language model may do something with, where it may be asked in it."""
    said = [effect for effect in turn.effects if isinstance(effect, Say) and effect.phrasing is not None]
    if len(said) != 1 or not _is_ordinary(claim, turn) or not _is_calm(reading):
        return None
    return None if _is_near_a_concern(claim, turn, now) else said[0]


def may_be_seen(prompts: Prompts, words: str, reader: Reader) -> bool:
    """Whether somebody's words are such that a language model may see them: calm, with nobody's name and nothing masked in them."""
    plain = tidy(words)
    if len(words) > LONGEST or masked(words).kinds or _NOT_FOR_IT.search(words) or any(NEVER[name].search(plain) for name in CLOSE):
        return False
    return _is_calm(reader.read(words, None)) and not _names_somebody(prompts, words)


# -- the turn --------------------------------------------------------------------------------------------------------------------


def _is_ordinary(claim: Claim, turn: Turn) -> bool:
    """A message in words or a button, in the language we judge, understood and tried for the first time, that moves nothing else."""
    inbound = claim.inbound
    if inbound.kind not in (Kind.TEXT, Kind.PRESS) or inbound.alarm or inbound.masked or claim.unreadable or claim.tries:
        return False
    agreed = claim.conversation.contract == turn.conversation.contract == AGREED
    moves = any(isinstance(effect, OpenCase | Move | OfferLink | RedeemLink) for effect in turn.effects)
    return agreed and not moves and claim.participant.language.split("-")[0] == SPOKEN


def _is_calm(reading: Reading) -> bool:
    wants = reading.command in _NEVER_IN or reading.intent in _NEVER_MEANT
    return is_calm(reading.signal) and not wants


def is_calm(signal: Signal) -> bool:
    """Whether the reading found nothing at all to be careful of."""
    return signal.concern is Concern.NONE and not signal.ask


def _is_near_a_concern(claim: Claim, turn: Turn, now: datetime) -> bool:
    """A hold, a straight question, a case, a safety text in this turn, or something hard in the last messages."""
    before, after = claim.conversation, turn.conversation
    if (before.standing, after.standing) != (standing.WITH_BOT, standing.WITH_BOT):
        return True
    asked = before.asked is not None and before.asked.wording.startswith(SAFETY)
    says = any(isinstance(effect, Say) and effect.lane is Lane.SAFETY for effect in turn.effects)
    return asked or says or _is_watched(before.watch, now) or _is_watched(after.watch, now)


def _is_watched(watch: Watch, now: datetime) -> bool:
    asked = watch.asked_at is not None and now < watch.asked_at + QUIET_AFTER_ASKING
    quiet = watch.quiet_until is not None and now < watch.quiet_until
    return bool(watch.case) or asked or quiet or any(concern != Concern.NONE for concern, _ in watch.recent)


# -- the words -------------------------------------------------------------------------------------------------------------------


def _names_somebody(prompts: Prompts, words: str) -> bool:
    """Whether there may be a name in it: a known one, a capital that stands for nothing else, or what follows a title."""
    if any(is_name(word.lower()) for word in _WORD.findall(words)):
        return True
    titled = any(not _is_known(prompts, found[1]) for found in _TITLED.finditer(words))
    return titled or any(_may_be_a_name(prompts, sentence) for sentence in _SENTENCE.split(words))


def _may_be_a_name(prompts: Prompts, sentence: str) -> bool:
    spoken = _WORD.findall(sentence)
    first = spoken[:1]
    if any(word[0].isupper() and not _is_known(prompts, word) for word in first):
        return True
    return any(word[0].isupper() and not _is_capital(word) for word in spoken[1:])


def _is_capital(word: str) -> bool:
    own = word.split("'")[0].split("’")[0]
    return own in CAPITALS or own == "I" or (own.isupper() and len(own) <= ACRONYM)


def _is_known(prompts: Prompts, word: str) -> bool:
    return _is_capital(word) or bool(bases_of(word.lower()) & prompts.words)
