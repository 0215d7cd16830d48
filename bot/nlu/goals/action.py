"""What the person will do, as words that read well after "then I will "."""

from __future__ import annotations

import re

from bot.nlu.goals.cue import one_sentence, shown, trimmed
from bot.nlu.goals.lexicon import ACTIONS, INNER, VAGUE_VERBS, words
from bot.nlu.goals.unsure import unsure
from bot.nlu.patterns import opening

_AUX = r"will|wil|would|shall|should|can|could|might|may|must|gonna|going to|gotta|plan to|want to|need to|have to|ought to|am going to"
_DOING = re.compile(
    r"(?:(?:then|and|so|ok|okay|well|yes|yeah|yep|right|um+|erm?|hmm+|maybe|perhaps|probably|possibly|instead|"
    r"you know|i (?:think|guess|suppose)(?: that)?)[, ]+|"
    r"(?:(?:my|the|a) )?(?:new |smaller )?plan(?: is|'s|:)(?: that)?[, ]+(?:to )?|"
    r"(?:smaller|simpler|easier|shorter|tiny|smallest|better|action|step(?: \w+)?|first|new|edit|answer|instead|doing)\s?:\s*|"
    r"(?:i|we)(?:'ve| have)? (?:decided|agreed|chosen|planned)(?: to| that)? |"
    rf"(?:i|we)(?:'ll|'d|'m (?:going to|gonna)|'re (?:going to|gonna)|'ve to|'ve got to| am| are|'m|'?ll?)? (?:(?:{_AUX}) )?|"
    rf"(?:{_AUX}|id(?= [a-z])|ill(?= [a-z])) |"
    r"(?:just|always|also|simply|rather|like to|love to|be able to|to|make myself)[, ]+)*",
    re.I,
)
_TAIL = re.compile(r"(?:[, ]+(?:i (?:suppose|guess|think|reckon|hope)|probably|maybe|or something|tbh|please|lol|instead|too))+$", re.I)
_NONE = opening(
    r"""
    (?:nothing|nowt|nada|anything|whatever|something|stuff|things|everything|nope?|nah|none|yes|yeah|yep|ok|okay|sure|fine)(?:$|[ ,]+
        (?:really|much|at all|else|works|comes to mind|idea|clue|i can do|happens)\b.*)
    (?:no idea|no clue|who knows|don't care|dont care|(?:do not|don't|dont) know|can't|cannot|cant)\b.*
    (?:it|it's|its|they|they're|he|she|that|that's|this|there|there's|i|my|we|you)(?:$| (?:is|are|was|helps?|works?|depends?)\b.*)
    """
)
_OTHER_SUBJECT = re.compile(r"(?:my |the )?[a-z]+ (?:goes|stays|gets put|is put|comes off|comes out|is off|is away|gets)\b", re.I)
_OTHER_WILL = re.compile(
    r"(?!say|tell|ask)(?:[\w'-]+ ){1,3}?(?:will|should|must|needs to|has to|ought to)\b|"
    r"(?:they|he|she|you|people) (?:need|have|can|could|would)\b",
    re.I,
)
_NOT_THIS = re.compile(
    r"(?:do not|don't|dont|not|never|won't|stop)\b[^,;]*?(?:[,;]|\s-|\bbut\b|\binstead\b)\s*(?:but |instead |just |i'll |i will )*", re.I
)
_NEGATED = re.compile(r"(?:do not|don't|dont|will not|won't|wont|not going to|not gonna)(?= )", re.I)
_TAKEN = re.compile(
    r"(?:(?:a|an|one|two|three|four|five|six|ten|\d+|my|the|some|few|couple of|deep|slow|quick|big|long|short|proper|nice|"
    r"little|calm|brief|small|good)\s)*(?:breaths?|break|walk|sip|moment|pause|minute|second|step back|step|look|seat|note|photo|nap)s?\b",
    re.I,
)
_HAD = re.compile(
    r"(?:(?:a|an|some|one|my|the|quick|nice|cup of|glass of|bit of|sip of|little|short|cold|hot|big)\s)*"
    r"(?:tea|coffee|water|brew|cuppa|drink|snack|biscuit|stretch|chat|word|cry|laugh|shower|banana|sandwich)\b",
    re.I,
)
_PUT = re.compile(
    r"(?:(?:my|the|both|a) )*(?:hands?|phone|pen|coat|bag|bleep|mouse|feet|foot|laptop|screen|notes|lanyard|headphones|shoes|mug|"
    r"kettle|alarm|timer|keys|chart|stethoscope) (?:in|into|on|onto|down|away|back|under|behind|together)\b",
    re.I,
)
_GONE = re.compile(r"(?:straight |right |back )?(?:off|over|out|outside|back|straight|home) (?:to|for|into)\b", re.I)
_AFTER_NOT = re.compile(r"^(not |never )(\w{2,}ing)\b")
_DETERMINED = words("a an the my one two three four five six seven eight nine ten some no his her their our few couple every each")
_GERUND = re.compile(r"(?:(?<=^)|(?<=\band )|(?<=, )|(?<=\bthen ))(\w{2,}ing)\b")
BASES = (
    ACTIONS
    | VAGUE_VERBS
    | words("""
    breathe count smile tell remember think drop lower look slow step hum squeeze unclench relax be walk clench stare tense blink
    nod shake lean reach close repeat imagine picture remind do try hold stop avoid never not make say exhale inhale sigh sip
    swallow whistle wiggle tap rub roll press point cross uncross scribble doodle decide delay picture notice reframe reset rest
    refuse resist ignore forgive accept allow admit let scroll save shout speak whisper mouth laugh cough crouch kneel bend jump
    head pop nip dash exit escape leave retreat recite spell pinch pat massage soften loosen straighten swap trust visualise warn
    welcome yawn don't dont cannot can't won't defer park bin text phone ring
    """)
)
_SMALL = BASES | words("not don't never then try both just")
_FEELING = INNER - BASES - words("control mind stage pressure avoiding")


def action_clause(text: str) -> str:
    """An action that reads well after "then I will "; empty where nothing is done: "a deep breath" is "take a deep breath"."""
    rest = _bare(text)
    if not rest or _NONE.fullmatch(rest.lower()) or unsure(rest.lower()):
        return ""
    if _OTHER_SUBJECT.match(rest) or _OTHER_WILL.match(rest):
        return "make sure " + rest
    return _with_verb(shown(_small_first(_without_gerunds(_NEGATED.sub("not", rest, count=1) if _NEGATED.match(rest) else rest))))


def _bare(text: str) -> str:
    """Without what leads in and trails off, and without a "don't …" before what is done in its place."""
    said = _TAIL.sub("", one_sentence(text))
    doing = _DOING.match(said)
    rest = trimmed(said[doing.end() :]) if doing else said
    instead = _NOT_THIS.match(rest)
    after = trimmed(rest[instead.end() :]) if instead else ""
    return after if after and after.split()[0].lower() in BASES - words("not never don't dont stop avoid be remember think") else rest


def _with_verb(text: str) -> str:
    """A thing that is taken, had or put somewhere gets its verb; empty where none is sure."""
    first, _, rest = text.partition(" ")
    head = first.lower().strip(",.:;")
    if _GONE.match(text):
        return "go " + text
    if text.startswith('"'):
        return "say " + text
    if _PUT.match(text):
        return "put " + text
    if head in BASES and (rest or head not in _NOUNS):
        return text if not _TAKEN.fullmatch(text) or head in ("break", "walk", "pause", "step", "look") else "take " + text
    for verb, things in (("take ", _TAKEN), ("have ", _HAD)):
        if found := things.match(text):
            alone = (
                head not in _DETERMINED and not head.isdecimal() and not found[0].endswith("s") and found[0].split()[-1] not in _UNCOUNTED
            )
            return f"{verb}a {text}" if alone else verb + text
    noun = not rest or head in _DETERMINED or head in _FEELING or head.isdecimal()
    return "" if noun and not head.endswith("ing") else text


_UNCOUNTED = words("water tea coffee")
_NOUNS = words("coat bag life love light balance care list lists time base page value work")


def _small_first(text: str) -> str:
    head = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if head.lower().rstrip(":,.") in _SMALL and (len(head) == 1 or head[1:].islower()) else text


def _without_gerunds(text: str) -> str:
    """ "taking a breath and counting to five" is "take a breath and count to five"."""
    text = _AFTER_NOT.sub(lambda found: found[1] + _base(found[2]), text)
    head = text.split(" ", 1)[0].lower()
    return _GERUND.sub(lambda found: _base(found[1]), text) if _base(head) != head else text


def _base(word: str) -> str:
    """The base form of a known gerund, or the word itself."""
    stem = word.lower().removesuffix("ing")
    tries = (stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem, stem)
    return next((base for base in tries if base in BASES), word) if stem != word.lower() else word
