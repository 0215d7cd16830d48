"""People in care by name: with a bed, bay, room or chair, with a title and in full, or as "my patient …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from bot.nlu.identifiers.beds import Place, may_name_places, places
from bot.nlu.identifiers.finding import Find
from bot.nlu.identifiers.full_names import begins, ends
from bot.nlu.identifiers.glued import in_haste
from bot.nlu.identifiers.initials import initials
from bot.nlu.identifiers.name_words import ALSO_WORDS, NAMES
from bot.nlu.identifiers.naming import (
    HARD,
    LETTER,
    SOFT,
    STAFF,
    Token,
    first_words,
    is_initial,
    is_listed_capital,
    is_name,
    is_word,
    last_words,
)
from bot.nlu.identifiers.serving import is_staff_behind, serves
from bot.nlu.identifiers.told_of import told_of

_NEAR = 90  # characters looked at on either side of a bed
_REMEMBERED = 30  # names whose other mentions are looked for
_SAME_TALK = 300  # characters within which a titled name and a bed belong together

_KIN = (
    "daughter|son|wife|husband|partner|family|mum|mother|dad|father|sister|brother|niece|nephew|carer|relatives|parents|room|bedside|"
    "uncle|aunty|auntie|ji|bhaiya|anna|akka|chechi|chetta|saab|sahib|sir|ma'am|madam|amma|didi|bhai|baby|boy|girl|twins?|"
    "paati|patti|thatha|appa|ammachi|appachan|nani|dadi|dada|s/o|w/o|d/o|mam|nan|gran|grandson|granddaughter|cousin|friend|neighbour|carers"
)
_LYING = (
    "who(?:'s| is| was| has been| have been)?|s?he's|s?hes|that's|thats|used to be|is|was|are|been|over|back|up|down|from|"
    "in|on|at|of|for|our|my|the|his|her|your|their|"
    r"now|moved into|moved|transferred|admitted|put|has (?:been|moved|come)|had been|came back|back|into|sat|sitting|lying|"
    r"laying|stuck|waiting|asleep|sleeping|to|currently|still|room|"
    r"a trolley|a chair|bay \w{1,2}|ward \w{1,2}|hdu|itu|icu|ccu|amu|a&e|ed|waiting (?:area|room)|discharge lounge|lounge|"
    r"male|female|private|surgical|medical|orthop?a?edics?|ortho|gynae|maternity|postnatal|antenatal|labour|paeds?|paediatric|"
    r"emergency|gopd|opd|mopd|sopd|pacu|endo|dialysis|amenity|general|single|nicu|picu|scbu|nasa|sa|(?:\d(?:st|nd|rd|th)|"
    r"first|second|third|last|next)(?: case)? on|"
    r"resus|majors|minors|day unit|recovery|assessment|unit|corridor|ward|wey|dey|w\d{1,2}[a-d]?|\d{1,2}[a-d]"
)
_DESCRIBED = (
    "is|na|was|its|it's|has|have|aka|whose name(?:'s| is)|(?:her|his|their|the|pt'?s?) names?(?: is|'s)?|name|name is|"
    "name's|goes by|known as|(?:likes|prefers) to be called|prefers|we've|lies|it's just|who's|whos|"
    "who is called|there's|theres|there is|we have|we've got|i have|got|are|called|named|little|old|poor|dear|our|my|lovely|"
    r"baby|young|big|sweet|b/o|pt|patient|lady|gent|gentleman|man|woman|chap|the|an(?= \d)|a|for|poor old|good old|"
    "mum|mam|mammy|dad|wife|husband|daughter|son|sister|brother|partner|first|second|third|ex|new|other|eldest|youngest|"
    "next of kin|nok|visitor|"
    "carer|friend|neighbour|niece|nephew|aunt|auntie|uncle|cousin|fiancee?|girlfriend|boyfriend|nan|gran|grandson|"
    "granddaughter|missus|today|"
    r"\d(?:st|nd|rd|th)|last|case|on (?:the )?list|"
    "tonight|now|again|also|still|that's|thats|this is|who is|named|my patient|our"
)
_APPOSED = (
    r"(?:the|my|our|a|that|this)?\s?(?:lovely|sweet|dear|old|poor|young|elderly|little)?\s?(?:lady|gent|gentleman|man|woman|girl|lad|chap|"
    r"patient|pt|baby)"
)
_AGE = r"(?:aged? )?\d{1,3}[ -]?(?:y/?o|yrs?(?:[ -]old)?|years?(?:[ -]old)?|[yfm])?"
_TO_THE_BED = re.compile(
    rf"(?:(?<= [a-z])\.)?(?:'s)?[\"']?(?: (?:{_KIN})\b)?(?:[\s,(]{{1,2}}{_AGE}\b\)?)?[\s,;:(\[/=>@|\-]*(?:[^\w\s.!?]\s?)*"
    rf"(?:(?:\b(?:the one|that one|{_APPOSED}|by the (?:window|door)|next to|opposite|{_LYING}|{_KIN})\b)"
    rf"[\s,(;:\-]*){{0,6}}$",
    re.I,
)
_FROM_THE_BED = re.compile(
    r"(?:'?s\b)?(?:[\s:,;()/\-=|>~*\[\]\u2192]|[^\w\s.!?])*"
    rf"(?:(?:{_DESCRIBED}|{_AGE})\b(?:[\s,:(\-]|[^\w\s.!?])*){{0,4}}",
    re.I,
)
_INSIDE = re.compile(r"\b(?:in|from|sa)\b", re.I)
_AT_WORK = re.compile(r"\b(?:from|on|at|of|over|up|down|to|for)\b", re.I)
_ON = re.compile(r"\bon\b(?! the ward| a (?:trolley|chair))", re.I)
_ON_A_LIST = re.compile(r"(?:\d(?:st|nd|rd|th)|first|second|third|last|next)(?: case)? on\b", re.I)  # "3rd on theatre 1"
_SAID_BETWEEN = re.compile(r"(?!\b(?:y/?o|yrs?|years?)\b)\b[a-z]{2}", re.I)
_COLLEAGUE = re.compile(
    r"\b(?:ask(?:ed|ing)?|tell|told|telling|said to|let|show(?:ed)?|hand(?:ed|ing)?[ -]?over (?:with|to|from)|swap"
    r"(?:ped)? with|shadow\w*|work(?:ed|ing)? with|paired with|bud\w+ (?:up )?with|"
    r"cover(?:ed|ing)? for|help(?:ed|ing)?|help from|thank\w*(?: to)?|reliev\w+|student|mentor|catch|catch up with|"
    r"chat with|break with|lunch with)\s$",
    re.I,
)
_GREETED = re.compile(
    r"(?:^|\W)(?:thx|thanks|thank you|ta|cheers|hi|hey|hiya|hello|morning|sorry|soz|pls|please) $", re.I
)  # "thx Bev, bed 3 done"
_SOMEBODY = re.compile(r"\b(?:lady|gent|gentleman|man|woman|girl|lad|chap|patient|pt|baby)\b", re.I)
_AND = re.compile(r"\s?(?:[,&+/]|and\b|n\b)", re.I)
_LISTED = re.compile(r"\s*(?:[,&+/]|and\b|[^\w\s.!?'\"()-])[^\w.!?]*(?:and )?")
_HAVING = re.compile(r"\b(?:have|has|had|'ve|got|do|did|doing|cover|covered|covering|took|take|give|gave|given|me|us|on) $", re.I)
_SHARING = re.compile(
    r"\s(?:had|has|have|took|takes|collects?|collected|covered|covers|doing|does|got|gets|did|having|covering|taking)"
    r"\s(?:the |my |all )?(?:bed|cubicle|"
    r"bay|room|side|rest|other|ward|team|\d)"
)

_SHARED_BEFORE = re.compile(
    r"\b(?:has|have|took|takes|covers|(?:sister|sr|nurse|dr|staff) \w+ is (?:in|on)) "
    r"(?:bay|icu|itu|hdu|ccu|rooms?|resus|majors|ward) ?\w{1,3}"
    r"(?:,|,? and| &) $",
    re.I,
)
_TITLED = re.compile(rf"\b(?:{'|'.join(sorted(HARD, key=len, reverse=True))})\b\.?\s{{1,2}}(?={LETTER})")
_IN_WORDS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
    r"(?=[,.;!?)]|$| (?:again|still|finally|just|now|who|is|was|has|had|and|wants|wanted|needs|keeps|asked|told|said|says|gave|died|fell|"
    r"wont|won't|cant|can't|cried|refused|thinks|today|tonight|last|this|isnt|wasnt|didnt|doesnt|for (?:his|her))\b)"
)
_BED_IN_WORDS = re.compile(rf"(?: in |, ){_IN_WORDS}")
_BED_CODE = re.compile(r" ?\((?:[a-z]{1,3} ?)?\d{1,3}(?:[ /-]\d{1,2})?[a-f]?\)| \d{1,2}[a-f]\b")  # "Mr Pascual (W4-12)", "Ms Villiers 14B"
_MISSPELT_BED = re.compile(
    r"(?:,? (?:in )?|, ?)(?:bed|bay|room|rm|cub\w*|side ?room|chair) (?:for|fore|to|too|tow|won|wun|free|tree|ate|sicks|nein|elavin)(?!\w)"
)
_HIS_WIFE = re.compile(r"\bmrs?\.? ?(?:and|&|n|\+) ?$")  # "Mr and Mrs Dhillon"
_IN_A_NUMBER = re.compile(
    r"(?: in | ?\(|, ?)\d{1,2}[a-f]?\b(?! ?(?:min|hour|hr|day|week|month|year|yr|sec|mg|ml|am|pm|st|nd|rd|th)|[%:/.-]\d)"
)
_NUMBER_ALONE = re.compile(
    r"(?:,? (?:(?:over|back|up|down|still|that's|thats|who's|whos|is|was) )?in |,? (?:number|"
    r"no\.?) )[a-f]?(?P<many>\d{1,2})[a-f]?\b(?! ?(?:min|hour|hr|day|week|wk|month|mth|year|yr|sec|mg|ml|am|pm|st|nd|rd|th|"
    r"people|audits|goes|tries|attempts|runs|jobs|trusts|wards|scores|steps|points|rounds|sets|weekends|"
    r"patients|of|out|or|to|and (?:a|\d)|cases|times|words|different|beds|bays|wards|places|shifts|nights|more)|[%:/.-]\d| ?%)"
)
_WORD_ALONE = re.compile(rf" in {_IN_WORDS}")
_ROUND_TIMES = frozenset({"2", "5", "10", "15", "20", "30"})
_MEETING = re.compile(
    r"\b(?:see|seeing|meet|meeting|ask|call|ring|text|msg|back|with|to|from|tell|catch|relieve|join|phone|until|before)\s$", re.I
)
_IN_CARE = re.compile(
    r"\b(?:(?P<always>patients?|pts?|paitent|patiant|pateint|client|resident|service user|px|regular|"
    r"name(?= ?[:=-]| (?:on|in) (?:the|his|her|their) \w+ (?:was|is|said|says)| [a-z]+ [a-z]+,? (?:dob|d\.o\.b|nhs|mrn|addr|"
    r"date of birth)))"
    r"|lad(?:y|ies)|gentlem[ae]n|gents?|m[ae]n|wom[ae]n|girl|boy|chap|fella|lad|male|female|baby|child|pikin)\b"
)
_WORDS_OF_CARE = """
patient patients pt pts paitent patiant pateint client resident service user px regular name lady ladies gentleman gentlemen gent gents
pikin men women man woman girl boy chap fella lad
male female baby child
"""
_ONE_PATIENT = frozenset({"patient", "pt", "paitent", "patiant", "pateint", "client", "resident", "service user"})
_CARED_FOR = frozenset(_WORDS_OF_CARE.split())
_NUMBERED = re.compile(r"\d")
_OURS = re.compile(r"\b(?:this|that|my|our|dear|old|elderly|young|new|lovely|the|a|an|one|poor|little)\s$", re.I)
_NAMED = re.compile(
    r"(?: (?:on|in) (?:the|his|her|their) \w+ (?=was|is|said|says))?(?: today| tonight| yesterday| last night)?"
    r"(?: in (?:bed |bay |room |rm )?\d{1,3}[a-f]?(?=,))?"
    r"(?:(?:'s)? (?P<name>name)\b)?(?:\s?(?:[:=,(-]|is|was|says|said))?\s?(?P<by>(?:called|named|by name|by the name of|"
    r"name is|name na|name|names)\b:?\s?)?",
    re.I,
)
_ENTRY = re.compile(rf"\d{{1,2}}(?: ?(?P<apart>[-:.)/=]) ?| )(?={LETTER})")
_NAMED_BEFORE = re.compile(
    r"\b(?:baby (?:boy|girl|of)|twin \d|b/o|young lad|mrs?\.? ?(?:and|&|n|\+)|tiny|mohd\.?|wee|brother|revd?\.?|fr\.?) $", re.I
)
_NAMED_BEHIND = re.compile(r" (?:amma|madam|aunty|uncle|ji|bhai|didi)\b", re.I)
_GIVEN_BEHIND = re.compile(r", [A-Z][a-z]+ [A-Z]\.?(?!\w)")  # "Dela Cruz, Liza M."
_CAPITAL = rf"[A-ZÀ-ÖØ-Þ]{LETTER}+(?:['-]{LETTER}+)?"
_FULL = re.compile(
    rf"(?:\b(?P<by>called|named|name is|name's) )?(?<![\w'-])"
    rf"(?P<it>{_CAPITAL} {_CAPITAL}(?: {_CAPITAL})?|(?<=called ){_CAPITAL}|(?<=named ){_CAPITAL})"
)
_SURNAME_BEFORE = re.compile(r"(?<![\w'-])[A-Z]{3,}(?:-[A-Z]+)?,? (?P<first>[A-Z][a-z]{2,})$")
_OF_IDENTITY = re.compile(r"\b(?:nhs|ppsn?|chi|uhid|aadhaar|dob|d\.o\.b|mrn|hosp\w*|date of birth|born)\b", re.I)
_LABEL = re.compile(
    r"[\s,;:|/(.\-]*(?:\b(?:[mf]|(?:nhs|ppsn?|chi|uhid|aadhaar|passport|dob|"
    r"d\.o\.b\.?|mrn|hosp\w*|date of birth|born|tel|ph|aged?|no|number)\b\.?)[\s,:;(#.]*){0,4}$",
    re.I,
)


def patients(text: str, words: frozenset[str], known: Sequence[Find] = ()) -> list[Find]:
    """Every name that tells who is in care; `words` are the text's, `known` other identifiers, beside which a title is enough."""
    small = text.lower()
    placed = may_name_places(small, words)
    beds = list(places(small, text)) if placed else []
    starts = {bed.start for bed in beds}
    finds = [find for bed in beds if not bed.before for find in (*_before(text, bed), *_after(text, bed, starts))]
    finds += [
        *_titled(text, small, sorted([bed.start for bed in beds] + [find.start for find in known])),
        *_in_full(text, [bed.start for bed in beds]),
        *(_as_patient(text, small) if not words.isdisjoint(_CARED_FOR) else ()),
        *initials(text, beds),
        *in_haste(text, small, beds, placed=placed),
        *told_of(text, words),
        *_numbered(text),
        *_in_numbers(text, small),
    ]
    finds = [_whole(text, find) for find in finds]
    return finds + list(_again(text, finds))


def _whole(text: str, find: Find) -> Find:
    """With what belongs to the name: "baby boy Iqbal", "Lakshmi amma"."""
    before = _NAMED_BEFORE.search(text, max(0, find.start - 14), find.start)
    after = _NAMED_BEHIND.match(text, find.end) or _GIVEN_BEHIND.match(text, find.end)
    return _name(before.start() if before else find.start, after.end() if after else find.end)


def _again(text: str, finds: list[Find]) -> Iterator[Find]:
    """The same names further on: "… in bed 12, and John said"."""
    words = [word for find in finds[:_REMEMBERED] for word in first_words(text[find.start : find.end])]
    told = {word.word for word in words if len(word.key) > 2 and word.key in NAMES and (word.capital or word.key not in ALSO_WORDS)}
    if told:
        for found in re.finditer(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, sorted(told)))})(?![\w-])", text):
            yield _name(found.start(), found.end())


def _name(start: int, end: int) -> Find:
    return Find("name_bed", start, end)


# -- a name and a bed, side by side ------------------------------------------------------------------------------------------------


def _before(text: str, bed: Place) -> Iterator[Find]:
    """ "Mrs Jones in bed 4", "Sheila, Maureen and Jan in bay 4"."""
    begin = max(0, bed.start - _NEAR)
    window = text[begin : bed.start]
    join = _TO_THE_BED.search(window)
    words = last_words(window[: join.start()]) if join else []
    if not join or not words or words[-1].end != join.start():
        return
    inside = _INSIDE.search(join[0]) is not None
    first = begins(words, window, sure=bed.sure or ((inside or not _SAID_BETWEEN.search(join[0])) and not bed.ward))
    if (
        first is None
        or (bed.vague and not inside and " on " not in join[0])
        or _is_asked(words, window, first, bed)
        or _operates(text, words[first], join[0], bed)
        or _works(words, first, bed, inside, apposed=join[0].strip() in (",", "("))
        or (not bed.sure and not _ON_A_LIST.search(join[0]) and _shares(text, window[: words[first].start], bed, words[first]))
        or (not bed.sure and not _lies_there(words[first:], join[0], bed))
    ):
        return
    first -= first > 0 and words[first - 1].key in STAFF
    yield _name(begin + words[first].start, bed.end)
    yield from _those_before(words[:first], window, begin)


def _works(words: list[Token], first: int, bed: Place, inside: bool, *, apposed: bool) -> bool:
    """A doctor or a sister works there, unless it is a bed that they are in."""
    before = words[first - 1].key if first else words[first].key
    if before == "sr" and inside and not bed.ward:
        return False  # a nun
    return (before in STAFF or words[first].key in STAFF) and not (bed.sure and (inside or apposed))


def _operates(text: str, name: Token, join: str, bed: Place) -> bool:
    """ "Sam in theatre 2", without a title: who works there."""
    return text[bed.start : bed.start + 2].lower() == "th" and name.key not in HARD and _INSIDE.search(join) is not None


def _is_asked(words: list[Token], window: str, first: int, bed: Place) -> bool:
    """ "handover with Sam in bay 2", "told Jo the lady in bed 4 fell": a colleague, unless there is a title."""
    join = window[words[-1].end :]
    if join.strip() == "," and words[first].key not in HARD and _GREETED.search(window[: words[first].start]):
        return True
    other = not bed.sure or (_SOMEBODY.search(join) is not None and "," not in join)
    return other and words[first].key not in HARD and _COLLEAGUE.search(window[: words[first].start]) is not None


def _shares(text: str, before: str, bed: Place, first: Token) -> bool:
    """ "grace has bay 2, chidi bay 3", "Ben in resus 1, student nurse": that is between colleagues."""
    return first.key not in HARD and (is_staff_behind(text, bed.end) or _SHARED_BEFORE.search(before) is not None)


def _lies_there(name: list[Token], join: str, bed: Place) -> bool:
    """By a title, in full, or as a label has it ("Doris, ward 4"); who is "from ward 4" or "on bay 2" works there."""
    if _ON_A_LIST.search(join):
        return True
    return name[0].key in HARD or len(name) > 1 or (_AT_WORK if bed.ward else _ON).search(join) is None


def _those_before(words: list[Token], window: str, begin: int) -> Iterator[Find]:
    """The other names of a list that ends at the bed."""
    while words:
        if words[-1].key in ("and", "n"):
            words = words[:-1]
        if not words or not is_name(words[-1]) or not _AND.match(window, words[-1].end):
            return
        yield _name(begin + words[-1].start, begin + words[-1].end)
        words = words[:-1]


def _after(text: str, bed: Place, starts: Collection[int]) -> Iterator[Find]:
    """ "bed 12 john smith", "bay 1: Ethel, Vera"."""
    window = text[bed.end : bed.end + _NEAR]
    join = _FROM_THE_BED.match(window)
    words = [word for word in first_words(window) if join and word.start >= join.end()]
    if not join or not words or words[0].start != join.end():
        return
    last = None if _has_it(text, bed, join[0]) else ends(words, window, beside=True)
    if last is None or bed.vague or _shares_out(window[words[last].end :], join[0]) or (not bed.sure and words[last].word.endswith("'s")):
        return
    if join[0].strip(" :,;()-") and bed.end + words[last].end + 1 in starts:
        return  # "bay 3 is Doris bed 2"
    yield _name(bed.start, bed.end + words[last].end)
    yield from _those_after(words[last + 1 :], words[last], window, bed.end)


def _has_it(text: str, bed: Place, join: str) -> bool:
    """ "I have bay 2, Tom is off": who has a bay works there."""
    return not bed.sure and "," in join and _HAVING.search(text, max(0, bed.start - 16), bed.start) is not None


def _shares_out(following: str, join: str) -> bool:
    """ "I had bed 4, sarah had bed 5": that is between colleagues, as is "bay 4 is mine, bay 5 is Jo's"."""
    return "," in join and _SHARING.match(following) is not None


def _those_after(words: list[Token], last: Token, window: str, begin: int) -> Iterator[Find]:
    """The other names of a list that begins at the bed, with commas or pictures between."""
    end = last.end
    for word in words:
        between = window[end : word.start]
        if word.key == "and" and not between.strip(" ,"):
            continue
        if not _LISTED.fullmatch(between) or not is_name(word.inside()):
            return
        yield _name(begin + word.start, begin + word.end)
        end = word.end


# -- a name by itself --------------------------------------------------------------------------------------------------------------


def _titled(text: str, small: str, where: list[int]) -> Iterator[Find]:
    """ "Mrs Angela Whitmore" anywhere; "Mr Jones" where a bed, or what else tells who it is, is spoken of."""
    for title in _TITLED.finditer(small):
        window = text[title.start() : title.start() + _NEAR]
        words = first_words(window)
        last = ends(words, window) if words[0].key in HARD else None
        if last is None or serves(text, title.start(), title.start() + words[last].end):
            continue
        full = last >= 2 and any(word.capital or word.key in NAMES for word in words[1 : last + 1])
        end = title.start() + words[last].end
        bed = _bed_behind(small, end)
        if (
            full
            or bed
            or _HIS_WIFE.search(small, max(0, title.start() - 9), title.start())
            or _near(title.start(), where)
            or _IN_A_NUMBER.match(small, end)
        ):
            yield _name(title.start(), max(end, bed))


def _bed_behind(small: str, end: int) -> int:
    """Where the bed ends that follows a title and a name by its number alone or misspelt: "in 4", ", six", "in bay too"; else 0."""
    found = _IN_A_NUMBER.match(small, end) if small.startswith(" in ", end) else _BED_IN_WORDS.match(small, end)
    found = found or _BED_IN_WORDS.match(small, end) or _BED_CODE.match(small, end) or _MISSPELT_BED.match(small, end)
    return found.end() if found else 0


def _near(place: int, where: list[int]) -> bool:
    at = bisect_left(where, place - _SAME_TALK)
    return at < len(where) and where[at] <= place + _SAME_TALK


def _in_full(text: str, beds: list[int]) -> Iterator[Find]:
    """ "Precious Moyo", "called Zara", where a bed is spoken of."""
    for found in _FULL.finditer(text) if beds else ():
        start, end = found.span("it")
        if _are_names(first_words(text[start:end]), named=bool(found["by"])) and _near(start, beds) and not serves(text, start, end):
            yield _name(start, end)


def _are_names(words: list[Token], *, named: bool) -> bool:
    """Words with capitals of which one is a name at least, and none is a word only."""
    known = named or all(map(is_listed_capital, words)) or any(word.key in NAMES and is_name(word.inside()) for word in words)
    return known and not any((is_word(word.key) and word.key not in NAMES) or word.key in STAFF for word in words)


def _as_patient(text: str, small: str) -> Iterator[Find]:
    """ "my patient Margaret Ellis", "a man called Kevin Dunne": two names at least."""
    for noun in _IN_CARE.finditer(small):
        named = _NAMED.match(text, noun.end())
        if not named or not (noun["always"] or named["by"] or _OURS.search(text[max(0, noun.start() - 10) : noun.start()])):
            continue
        window = text[named.end() : named.end() + _NEAR]
        words = first_words(window)
        by = bool(noun["always"] and (named["by"] or named["name"]))
        last = ends(words, window, beside=by or noun[0] == "name") if words and words[0].start <= 1 else None
        if last is not None and (by or last >= 1 + (words[0].key in SOFT) or _is_alone(noun, text[noun.end() : named.end()], words[last])):
            yield _name(named.end() + words[0].start, named.end() + words[last].end)


def _is_alone(noun: re.Match[str], between: str, word: Token) -> bool:
    """ "my patient Gladys", "pt Norris": one name that is no word, right behind one patient."""
    return noun[0] in _ONE_PATIENT and between == " " and word.key in NAMES and word.key not in ALSO_WORDS


def _in_numbers(text: str, small: str) -> Iterator[Find]:
    """ "Gary in 6 again", "Jocasta, number 2": a name and the number of a bed, which is no time to wait."""
    for number in chain(_NUMBER_ALONE.finditer(small), _WORD_ALONE.finditer(small)):
        begin = max(0, number.start() - _NEAR)
        window = text[begin : number.start()]
        words = last_words(window)
        closed = words and words[-1].end == len(window.removesuffix(".") if is_initial(words[-1]) else window)
        first = begins(words, window, sure=True) if closed else None
        if first is None or words[first].key in STAFF or (first and words[first - 1].key in STAFF):
            continue
        if (
            number.groupdict().get("many") in _ROUND_TIMES
            and words[first].key not in HARD
            and _MEETING.search(window[: words[first].start])
        ):
            continue
        yield _name(begin + words[first].start, number.end())


def _numbered(text: str) -> Iterator[Find]:
    """ "2 - Atkins, 3 - Mrs Crewe": a list of beds by their numbers alone, two at least."""
    finds = []
    for number in _ENTRY.finditer(text):
        if text[max(0, number.start() - 1) : number.start()].strip(" \t\n,;:("):
            continue
        window = text[number.end() : number.end() + _NEAR]
        words = first_words(window)
        listed = is_listed_capital(words[0]) if number["apart"] else is_name(words[0])
        last = ends(words, window) if words[0].key in HARD or listed else None
        if last is not None:
            finds.append(_name(number.start(), number.end() + words[last].end))
    yield from finds if len(finds) > 1 else ()


# -- a name and another identifier -------------------------------------------------------------------------------------------------


def names_beside(text: str, finds: list[Find]) -> list[Find]:
    """Full names that stand next to another identifier: "Margaret Ellis DOB 14/02/1941"."""
    return [name for find in finds for name in (*_full_before(text, find), *_full_after(text, find))]


def _full_before(text: str, find: Find) -> Iterator[Find]:
    begin = max(0, find.start - _NEAR)
    window = text[begin : find.start]
    label = _LABEL.search(window)
    surname = _SURNAME_BEFORE.search(window[: label.start()]) if label else None
    if surname and surname["first"].lower() in NAMES:
        yield _name(begin + surname.start(), begin + surname.end())
    words = last_words(window[: label.start()]) if label else []
    first = begins(words, window) if label and words and words[-1].end == label.start() else None
    if first is not None and label and (first < len(words) - 1 or _is_labelled(words[-1], label[0])):
        yield _name(begin + words[first].start, begin + words[-1].end)


def _is_labelled(word: Token, label: str) -> bool:
    """ "Morag CHI 311231 6258": one name that is no word, before words that say what the number is."""
    return is_listed_capital(word) and word.key not in ALSO_WORDS and _OF_IDENTITY.search(label) is not None


def _full_after(text: str, find: Find) -> Iterator[Find]:
    window = text[find.end : find.end + _NEAR]
    words = first_words(window)
    last = ends(words, window) if words and words[0].start and not window[: words[0].start].strip(" ,;:|/)-\n") else None
    if last:
        yield _name(find.end + words[0].start, find.end + words[last].end)
