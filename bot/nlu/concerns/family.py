"""A family of ways of saying one thing, and how one is written down."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from bot.nlu.patterns import joined

# What may stand for {name} in a way of saying something.
_SHARED = {
    # Wanting, in the widest sense: wishing, planning, thinking of.
    "wish": r"""
        want(?:ed|ing)?|won't|wish(?:ed|ing)?|hop(?:e|ed|ing)|pray(?:ed|ing)?|beg(?:ged|ging)?|ask(?:ed|ing)?|long(?:ed|ing)?|ready
        prefer(?:red)?|would love|would like|i'd (?:love|like|rather|sooner)|rather|need(?:ed|ing)?|desire[ds]?|intend(?:ed|ing)?
        plan(?:s|ned|ning)?|decided?|try|trying|tried|urges?|dream(?:ing|t|ed)?|tempted|think(?:ing)?|thought|thoughts
        feel(?:ing)? (?:like|to)|fantasi[sz](?:e|ed|ing)|consider(?:ed|ing)?|contemplat(?:e|ed|ing)|deserve|waiting|wait|could|i'm going
        i am going|i'm gonna|going to go|i'm about|petition|wanna|obsess(?:ed|ing)|time(?: for me)? to|might|part of me wants|mind to|
            close to
        tells? me|telling me|trying not|look(?:ing|ed) into|googl(?:e|ed|ing)|myself out of|what if i|happen if i|better to|fair to|idea of
        """,
    # What may stand between wanting and what is wanted.
    "link": r"""
        to|i|me|of|about|how|i'd|i'll|i'm|could|can|should|might|would|will|was|were|am|be|that|just|go|for|on|had|have|by|the
        my|way|ways|please|actually|really|so|badly|only|also|already|simply|properly|fucking|na|dey|don|god|lord|it|a|day|an
        taking|take|every|then|it'd|quietly|like|now|committing|through|is|happy|too|doing|do|seriously|constantly|lately|always
        again
        """,
    # Not wanting something any longer.
    "nomore": r"""
        (?:don't|do not|not|no|never|didn't|doesn't|cannot|can't|no longer|stopped|stop|sick of|tired of|hate|hating|fed up (?:of|with)|
            done(?: with)?|bored of|had enough of|can't stand|weary of|refuse to|rather not|
            instead of)(?: (?:want(?:ed)?|wanting|won't|wish|feel like|feel|like|deserve|see the point|care|need|desire|intend|expect|
            plan|planning|think|supposed|should|i|to|of|in|be|go|just|really|even|actually|being|keep|any|more))*
        """,
    # What hardly ever means anything else when it is on somebody's mind.
    "dying": r"""
        dying|death|being dead|suicide|jumping|overdosing|ending it|cutting|self harm(?:ing)?|hurting myself
        (?:not|never) (?:waking up|existing|living|being (?:alive|here|around))|disappearing|vanishing|bleeding (?:out|to death)
        my (?:own )?death|drinking bleach|crashing my car
        """,
    # Taking a great deal at once.
    "took": r"""
        (?:tak(?:e|ing|en)|took|swallow(?:ed|ing)?|had|consumed?|drank|drink|drunk|eaten|necked|
            downed)(?: (?:just|already|about|nearly|almost|over|up|deliberately|now|also))* (?:all|every|everything|the lot|lots?|loads?|
            too many|too much|many|plenty|a (?:load|bottle|box|packet|pack|strip|handful|fistful|lot|bunch|heap|rake|month's|whole)|
            the (?:whole|entire|rest|medicines?|box|bottle|packet|full)|whole|\d\d+|twenty|thirty|forty|fifty|sixty|
            (?:two|three|four|five|six|several|\d+) (?:boxes|packets|strips|bottles|packs|sheets))
        """,
    "tablets": r"""
        tablets?|tabs|pills?|meds|medications?|medicines?|capsules?|paracetamols?|ibuprofen|co-?codamol|codeine|insulin|propranolol
        antidepressants?|anti-?depressants?|painkillers?|sleeping tablets|citalopram|fluoxetine|mirtazapine|quetiapine|pregabalin
        gabapentin|venlafaxine|lorazepam|metformin|warfarin|aspirin|oxycodone|antihistamines?
        amitriptyline|sertraline|zopiclone|diazepam|oramorph|morphine|tramadol|digoxin|potassium|fentanyl|strips?|sleepers
        """,
    "heights": r"""
        bridge|roof|rooftop|building|cliffs?|window|balcony|multi ?-?storey|terrace|helipad|pier|tower|flyover|viaduct|edge|car park
        floor|railings?|barrier
        """,
    "traffic": r"""
        train|trains|tube|bus|lorry|lorries|truck|traffic|car|cars|tram|metro|hgv|van|dart
        """,
}
_WRITTEN_OUT = {name: f"(?:{joined(ways)})" for name, ways in _SHARED.items()}
_WRITTEN_OUT["link"] = f"(?: {_WRITTEN_OUT['link']}){{0,6}}"
_NAME = re.compile(r"\{([a-z]+)\}")


class Weight(Enum):
    """How much a family of phrases says on its own."""

    ACT = "act"  # plain enough for the safety protocol
    ASK = "ask"  # unclear: the bot asks straight


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Ways of saying one thing, one or several a line as in `patterns.phrases`, with {names} for what is shared.

    `kind` is of safeguarding. `urgent`: somebody may be harmed today.
    """

    name: str
    ways: str = field(repr=False)
    weight: Weight = Weight.ACT
    kind: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a message where something of a family is said: `start` and `end` in its `plain`. `order` is the family's."""

    family: Family = field(repr=False)
    start: int
    end: int
    order: int = 0


def unfolded(ways: str) -> str:
    """Ways of saying something as one line, with what is shared written out; what is looked for further on is looked for nearby."""
    written = _NAME.sub(lambda found: _WRITTEN_OUT[found[1]], joined(ways))
    return written.replace("(?=.*", "(?=.{0,300}").replace("(?!.*", "(?!.{0,300}")


def spoken(ways: str) -> re.Pattern[str]:
    """Finds any of these ways of saying something, as whole words."""
    return re.compile(rf"\b(?:{unfolded(ways)})(?!\w)")
