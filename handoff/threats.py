"""That somebody may hurt somebody else, in the words in which staff tell of it. Pure, by rules alone.

A participant's own words are heard by the phrases; "she wants to hit her manager" is nobody's own. What is asked, supposed, denied or
said in jest is no threat, and "hit her target" hurts nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coaching.concern import Concern, Layer, Signal, Urgency

KIND = "threat"  # of safeguarding
_NOT = r"(?<!n't )(?<!not )(?<!never )(?<!no )(?<!cannot )(?<!without )(?<!nobody )(?<!any )"
_LIKELY = r"(?:(?:(?:is|am|are|'s|'m|'re) )?(?:going to|gonna|about to)|will|'ll|might)"  # of which a thing may be the subject too
_MEANS = (
    r"(?:wants? to|wanna|(?:would|'d) like to|(?:(?:is|am|are|'s|'m|'re) )?(?:ready to|planning to|tempted to)|plans? to|intends? to|"
    r"threat(?:ens?|ened|ening)(?: to)?|promised to|swore to|swears to|vowed to|wanted to|was going to)"
)
_BEFORE = r"(?: (?:actually|really|seriously|just|literally|even|one day|go and|come and|come back and))*"
_DOES = r"(?:kill|murder|stab|hurt|harm|attack|punch|strangle|choke|throttle|shoot|poison|batter|assault|slap|smother|hit|burn|beat up)"
_THINKS = (
    r"(?:thinking (?:of|about)|thoughts? (?:of|about)|thinks (?:of|about)|talks? (?:of|about)|talked (?:of|about)|talking (?:of|about)|"
    r"fantasi\w+ (?:of|about)|dreams? (?:of|about)|feels? like|felt like|plans for|capable of|close to)"
)
_DOING = (
    r"(?:killing|murdering|stabbing|hurting|harming|attacking|punching|strangling|choking|throttling|shooting|poisoning|battering|"
    r"assaulting|slapping|smothering|hitting|burning|beating up)"
)
_PEOPLE = (
    r"(?:manager|boss|supervisor|colleague|co-?worker|matron|sister|consultant|doctor|nurse|registrar|surgeon|patient|resident|"
    r"relative|porter|hca|ex|husband|wife|partner|boyfriend|girlfriend|brother|mother|mum|mom|father|dad|parent|son|daughter|child|"
    r"children|kid|baby|neighbour|landlord|flatmate|man|woman|men|women|guy|bloke|person|people|teacher|trainer|team|family|student|"
    r"staff|lead|director|senior|junior|bastard|bitch|girl|boy|lad)s?"
)
_AFTER = (
    r"(?:if|when|and|but|because|or|so|with|for|at|in|on|tonight|today|tomorrow|now|next|after|before|badly|too|over|again|one|until|"
    r"unless|outside|after|during|while|as)"
)
_WHOM = (
    rf"(?:(?:him|them|someone|somebody|anyone|anybody|everyone|everybody|others|people|another)\b(?!'| (?:an?|the|some|up)\b)|"
    rf"her(?= *[.,;:!]| *$| {_AFTER}\b)|"
    rf"(?:(?:her|his|their|my|your|our|the|a|an|that|this|another|some|one of (?:her|his|their|my|our|the)) (?:[\w-]+ ){{0,2}})?"
    rf"{_PEOPLE}\b(?!'))"
)
_BODY = (
    r"(?:smash|break|bash|kick|punch|cut)(?: in)? "
    rf"(?:his|her|their|(?:(?:her|his|their|my|the) (?:[\w-]+ )?)?(?:{_PEOPLE}|someone|somebody)'s) "
    r"(?:face|jaw|legs?|head|teeth|nose|knees?|throat|arms?|skull)\b"
)
_WEAPON = r"(?:bring|take|carry|get|buy|use|pull) (?:a|an|the|his|her|my|their) (?:\w+ )?(?:knife|gun|machete|axe|hammer|blade|acid|weapon)"
_THREAT = re.compile(
    rf"{_NOT}(?:(?<!\w)|(?='))(?:(?:(?P<likely>{_LIKELY})|{_MEANS}){_BEFORE} (?:{_DOES} {_WHOM}|beat {_WHOM} up|{_BODY}|{_WEAPON}\b)|"
    rf"{_THINKS}{_BEFORE} {_DOING} {_WHOM}|threat(?:ens?|ened|ening) {_WHOM} with (?:a|the) \w+)"
)
_SOMEBODY = rf"(?:^|[,;:\"-]|\b(?:i|she|he|they|you|we|who|and|also|just|{_PEOPLE}))"
_CARE = re.compile(r"\bmight\b.*\b(?:patient|resident|baby|child)|\bby (?:mistake|accident)\b|\baccidental|\bmistake|\bwithout meaning\b")
_SUPPOSED = re.compile(r"\b(?:if|whether|unless|in case|asked|ask|asking|asks|nobody|no one|could|policy|training|film|book|game)\b[^,;]*$")
_UNSURE = re.compile(r"\b(?:sure|know|worried|afraid|scared|frightened|unsure|fear) (?:if|whether|that|she|he|they)\b[^,;]*$")
_IN_JEST = re.compile(r"\b(?:lol|haha\w*|joking|jk|kidding|not literally|as a joke|a joke)\b|\U0001f602")
_NOW = re.compile(
    r"\b(?:tonight|right now|now|today|this (?:shift|evening|morning|afternoon)|on (?:the|her|his|their) way|(?:has|have|got) a "
    r"(?:knife|gun|weapon))\b"
)


@dataclass(frozen=True, slots=True)
class Threat:
    """What may come of it, and where in the sentence it begins: whoever means it is named before."""

    start: int
    signal: Signal


def found_in(sentence: str, alias: str = "") -> Threat | None:
    """The first threat to somebody else in a sentence in lower case. `alias`: what the participant is called."""
    if sentence.endswith("?") or _IN_JEST.search(sentence):
        return None
    found = next((each for each in _THREAT.finditer(sentence) if _is_meant(each, sentence, alias)), None)
    if found is None:
        return None
    urgency = Urgency.EMERGENCY if _NOW.search(sentence) else Urgency.URGENT
    return Threat(found.start(), Signal(Concern.SAFEGUARDING, urgency, KIND, layer=Layer.PHRASE, score=1.0))


def _is_meant(found: re.Match[str], sentence: str, alias: str) -> bool:
    """Neither supposed nor asked about, nor what is feared in caring for somebody; and somebody's, where it may be a thing's."""
    before = sentence[: found.start()]
    if (_SUPPOSED.search(before) and not _UNSURE.search(before)) or _CARE.search(sentence[found.start() :]):
        return False
    return not found["likely"] or re.search(rf"(?:{_SOMEBODY}|\b{re.escape(alias or 'they')})\s*$", before) is not None
