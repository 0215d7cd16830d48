"""Which of the times that a message names are meant for what is to come: not what is told of, not what is ruled out."""

from __future__ import annotations

import re

from bot.nlu.date_patterns import DEADLINES
from bot.nlu.find import Find
from bot.nlu.tidy import Said

_BREAK = re.compile(
    r"[.!?;]+(?:\s|$)|,? but |, (?!\d)| so (?!far|much|that )|,? anyway,? |,? and then | - | because |\bwhen (?=i was|we had)"
)
_PAST = re.compile(
    r"\b(?:was|were|wasn't|weren't|had|hadn't|did|didn't|went|came|lost|left|felt|slept|saw|took|gave|made|spent|worked|stayed|pulled|"
    r"ended up|kicked off|happened|broke|cried|died|rang|forgot|skipped|missed|managed|tried|shouted|asked me|passed|swapped|"
    r"(?:i|we|she|he|they|just|who|and) sat|used to|"
    r"finished|started|got (?:married|home|out|off|in|told|moved|called|sent)|walked|stood|ran|fell|knew|heard|said (?:no|it|"
    r"that|to)|told me|"
    r"nearly|has been|have been|'s been|'ve been|been|we'd|i'd been|collapsed|arrested|phoned|cancelled|closed|moved|covered)\b"
)
_IRREGULAR = (
    "woke|spat|bit|hit|threw|kept|wept|brought|caught|chose|drove|ate|grew|hid|held|led|met|paid|rode|sent|shook|spoke|stole|stuck|struck|"
    "swore|taught|thought|tore|wore|won|wrote|said|told|got|had"
)
_SOMEBODY_DID = re.compile(
    rf"\b(?:i|we|he|she|they|it|you|nobody|somebody|someone|everyone|who)(?: (?:just|only|then|\w+ly))? "
    rf"(?:(?!(?:need|feed|speed|bleed|proceed|exceed|succeed|shed)\b)\w{{2,}}ed|{_IRREGULAR})\b"
    rf"|\b(?:a|the|my|our|her|his) \w+ (?:{_IRREGULAR})\b"
)
_WAS_TO = re.compile(
    r"\b(?:was|were) (?:going|meant|supposed|hoping|planning|due|about) to\b|\bshould(?:'ve| have) (?:\w+ed|been|gone|done|said|"
    r"told|left)\b|\bused to\b"
)
_PERFECT = re.compile(
    r"\b(?:have|has|had|'ve|'s|haven't|hasn't|hadn't) (?:not |never |only |just |already )?\w+(?:ed|en|ne|wn|un|ept|ought|"
    r"old)\b.*\bsince\b|\bsince$"
)
_INTENT = re.compile(
    r"\b(?:will|won't|shall|going to|want|need|plan|planning|hope|hoping|aim|let's|lets|should|could|can(?!'t)|must|have to|has to|got to|"
    r"promise|remind|ping|nudge|ask me|i'd like|i'd love|would like|gonna|due|deadline|starting|tell)\b|'ll\b|\b(?:i'd|"
    r"we'd) (?!been|had|got|just)\w+"
)
_WIDER = re.compile(
    r"\b(?:i'm \w+ing|am \w+ing|do|doing|done|done by|make it|get|try|trying|later|after|before|by|if|once|maybe|probably|"
    r"works?|suits?|fine|ok|please|"
    r"sometime|some point|rest of|over|within|until|off|free|when|who|is my|is the|at|so that|then)\b"
)
_COPULA = re.compile(
    r"(?:'s| is| was| has| isn't| feels| felt|'s been)\b(?! (?:good|fine|ok|best|when|the day|my|for|better|perfect|grand)\b)"
)
_FEELING = re.compile(
    r" i(?:'m| am| feel| felt| just)\b(?! (?:going|doing|calling|ringing|seeing|asking|telling|writing|taking|off|on|free|in|"
    r"working|duty|\w+ing)\b)"
)
_RULED_OUT = re.compile(
    r"\b(?:(?:any ?day|anything|any ?time|every day|any) but|apart from|other than|not|cannot|can't|can't do|cant|never|"
    r"anything but|instead of|rather than|except|won't|don't|no chance|not free|busy|away|isn't)"
    r" (?:(?:do|make|manage|on|for|even|at|over|in) )*$"
)
_OF_OTHERS = re.compile(r"\W*(?:he|she|they|it|nobody|someone|everyone|patients|relatives|families|doctors|the (?!plan|idea|goal)\w+) ")
_THEY = re.compile(r"\b(?:he|she|they|he's|she's|they're)\b")
_SPEAKER = re.compile(r"\b(?:i|i'm|i'll|i'd|me|my|we|we'll|us|our|let's)\b")
_COUNTED_IN = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)?|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|only|no|not|haven't|hasn't|"
    r"never|once|twice|"
    r"another)(?: [\w'-]+){1,4} $|\b(?:twice|once|times|slept|eaten|sat down|stopped|weed|peed|drunk|home|seen \w+) $"
)
_IN_GENERAL = re.compile(
    r"\b(?:always|never|usually|tends? to|hates?|loves?|dread|can't stand|(?:is|are) (?:the (?:worst|best)|a write[ -]off|"
    r"carnage|hell|mental|"
    r"chaos|awful|manic|"
    r"horrendous|understaffed|mad|brutal|horrific|dire|grim|murder|a nightmare|short))\b"
)
_FORWARD = re.compile(r"\b(?:next|later|coming|tomorrow)\b")
_DAYS = ("weekday", "today", "date", "unit", "feast", "month", "close")
_LEADING = re.compile(
    r"^(?:\W|(?:ok|okay|yeah|yes|yep|maybe|probably|probs|well|then|so|and|or|is|it|later|just|def|deffo|sure|tbh|hopefully|the|"
    r"in|on|at|by|rest of|hmm|um)\b)*"
)


def meant(find: Find, message: Said) -> bool:
    """Whether this time lies ahead and stands: nothing told of, ruled out, or counted by the way."""
    if find.prep == "since" or _ruled_out(find, message.plain):
        return False
    if find.kind == "none" or find.prep in DEADLINES:
        return True
    clause, place = clause_of(message.plain, find)
    if find.sort == "length":
        return not _lasted(find, clause, clause[:place], message.plain)
    if find.sort == "rate" and _OF_OTHERS.match(clause) and not _INTENT.search(clause):
        return False
    if _IN_GENERAL.search(clause) and not _INTENT.search(clause) and find.sort in ("weekday", "feast", "unit", "habit"):
        return False
    if find.kind == "recurring" and find.sort == "weekday" and " a" in message.plain[find.begin : find.end] and _told(clause):
        return False
    if find.kind == "recurring" and not _INTENT.search(clause) and (_told(clause) or (find.sort != "weekday" and _of_others(clause))):
        return False
    if find.kind == "recurring":
        return not ((_WAS_TO.search(clause) or _PERFECT.search(clause)) and not re.search(r"'ll|\bwill\b|\bwant\b", clause))
    if find.sort in _DAYS and not _FORWARD.search(message.plain[find.begin : find.end]) and _told(clause):
        return False
    return not (_now_about(find, message.plain) and _narrated(find, clause, place, message.plain))


def clause_of(plain: str, find: Find) -> tuple[str, int]:
    """The clause that the find stands in, itself left out, and where in it."""
    begin, end = 0, len(plain)
    for stop in _BREAK.finditer(plain):
        if stop.end() <= find.begin:
            begin = stop.end()
        elif stop.start() >= find.end:
            end = stop.start()
            break
    return plain[begin : find.begin] + " " * (find.end - find.begin) + plain[find.end : end], find.begin - begin


def _ruled_out(find: Find, plain: str) -> bool:
    return find.prep not in ("until", "till", "before", "after") and bool(_RULED_OUT.search(plain, max(0, find.begin - 40), find.begin))


def _of_others(clause: str) -> bool:
    """Whether it is told of others alone: "they shout at everybody daily"."""
    return bool(_THEY.search(clause)) and not _SPEAKER.search(clause)


def _told(clause: str) -> bool:
    past = _PAST.search(clause) or _SOMEBODY_DID.search(clause)
    return bool(_WAS_TO.search(clause)) or (past is not None and not _INTENT.search(clause))


def _lasted(find: Find, clause: str, head: str, plain: str) -> bool:
    """Whether a length is of something that was, or counts what happened in it."""
    if find.prep == "in" and not _INTENT.search(clause) and _COUNTED_IN.search(plain, max(0, find.begin - 40), find.begin):
        return True
    own = plain[find.begin : find.end]
    if "next" in own or "coming" in own:
        return False
    if "year" in own and find.prep in ("for", "over", "after") and not re.search(r"\b(?:will|'ll|want)\b", clause):
        return True
    perfect = bool(
        re.search(r"\b(?:i've|we've|she's|he's|have|has|had|been|was|were)\b", head if find.prep == "in" else clause)
    ) and not _INTENT.search(clause)
    return find.prep in ("for", "over", "in", "after", "within", "during") and (perfect or _told(head if find.prep == "in" else clause))


def _now_about(find: Find, plain: str) -> bool:
    """Whether it is about the present: today, this week."""
    return find.sort == "today" or (find.sort == "unit" and "this" in plain[find.begin : find.end])


def _narrated(find: Find, clause: str, place: int, plain: str) -> bool:
    """ "Today is mental", "short again this week": what the present is like, and no time for anything."""
    if _COPULA.match(plain, find.end) or _FEELING.match(plain, find.end):
        return True
    leading = _LEADING.match(clause)
    first = leading is not None and place <= leading.end()
    return not (first or _INTENT.search(clause) or _WIDER.search(clause))
