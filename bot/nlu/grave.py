"""Words that are never answered with coaching: explicit talk of one's own death or of hurting oneself.

A short list of plain first-person phrases, so that the lines are shown from the first day. It is no detector: what is indirect,
misspelt or about others is for the reading of concerns, which comes with its own data and figures.
"""

from __future__ import annotations

import re

from bot.nlu.goals.lexicon import words
from bot.nlu.tidy import Said, said
from coaching.concern import CALM, Concern, Layer, Signal, Urgency

VERSION = "grave-1"
_CUES = words(
    "die dying dead kill killing end ending hurt hurting harm harming cutting suicidal suicide overdose overdosed alive tablets "
    "pills meds live living here safe on life wake hang hanging drown drowning exist off"
)
_ME = r"\b(?:i|id|i'd|i'm|im|i've|ive|i'll)"
_SOFTLY = (
    r"(?: (?:just|really|actually|honestly|still|only|so|do|almost|kind of|kinda|sometimes|often|always|keep|could|might|would|will|am"
    r"|feel like|think(?:ing)? (?:about|of)))*"
)
_WANT = r" (?:want(?:ed)?|wanna|need|going|gonna|wish(?:ed)?|plan(?:ning)?|about|decided)(?: to| i could| i was| i were)?"
_OTHERS = r"\b(?:everyone|everybody|they|people|my (?:kids|family|husband|wife|partner)|you|the world)(?:'d| would| will|'s| is| are)?"
_PHRASES = re.compile(
    "|".join(
        (
            rf"{_ME}{_SOFTLY}{_WANT} (?:be )?(?:die|dead|not exist|not wake up)\b(?! (?:of|from|for|laughing))",
            r"\b(?:kill|killing|hang|hanging|drown|drowning|hurt|hurting|harm|harming|cutting) (?:myself|my self)\b",
            r"\b(?:end|ending|take|taking|took) (?:my (?:own )?life\b(?! (?:back|in|to|off|into))|it all\b)",
            r"\bend(?:ing)? things for good\b",
            r"\b(?:i'm|im|i am|i feel|i've been|ive been|feeling) (?:\w+ )?suicidal\b",
            r"\bcommit(?:ting)? suicide(?: now| tonight| today| soon|$)",
            r"\b(?:i've|ive|i have|i) (?:just )?(?:taken|took|had|swallowed) (?:an overdose|(?:too many|all(?: of)?(?: my)?|loads of) "
            r"(?:tablets|pills|meds|medication))\b|\bi (?:just )?overdosed\b",
            r"\bdo(?:n't|nt| not) (?:want|wanna|deserve)(?: to)? "
            r"(?:be alive|be here any ?more|live(?: any ?more)?(?=[.,!?]|$| like)|exist|wake up)\b",
            rf"{_OTHERS}(?: all)?(?: be)? better off (?:without me|if i (?:was|were) (?:dead|gone|not here))\b|\bbetter off dead\b",
            r"\bno (?:reason|point) (?:to|in) (?:live|living|being alive)\b",
            r"\b(?:can't|cant|cannot|can not) (?:keep myself safe|go on living|go on any ?more)\b",
            r"\b(?:saving|saved|hoarding|stockpiling)(?: up)? my (?:tablets|pills|meds|medication)\b",
        )
    )
)
_NOT_MEANT = re.compile(
    r"\b(?:not|never|no longer|isn't|aren't|wasn't|don't|do not|didn't) "
    r"(?:feel(?:ing)? |going to |gonna |want(?:ing)? to |about to |thinking (?:of|about) |be |at all )?"
    r"(?:suicidal|(?:kill|hurt|harm)(?:ing)? myself|die|end(?:ing)? (?:my life|it all))\b"
)


def grave(message: Said) -> bool:
    """Whether the speaker says plainly that they want to die, or to hurt or kill themselves."""
    if not message.bag & _CUES:
        return False
    return _PHRASES.search(_NOT_MEANT.sub(" ", message.plain)) is not None


def grave_signal(text: str) -> Signal:
    """The same as a signal."""
    return Signal(Concern.CRISIS, Urgency.URGENT, layer=Layer.PHRASE, score=1.0) if grave(said(text)) else CALM
