"""E-mail addresses, and postcodes that name a handful of houses: United Kingdom in full, Irish Eircodes."""

from __future__ import annotations

import re

from bot.nlu.identifiers.finding import Rule

_AREA_LETTERS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD "
    "HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH "
    "RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
)
_ROUTING_KEYS = (
    "A41 A42 A45 A63 A67 A75 A81 A82 A83 A84 A85 A86 A91 A92 A94 A96 A98 C15 D01 D02 D03 D04 D05 D06 D6W D07 D08 D09 D10 D11 D12 D13 D14 "
    "D15 D16 D17 D18 D20 D22 D24 E21 E25 E32 E34 E41 E45 E53 E91 F12 F23 F26 F28 F31 F35 F42 F45 F52 F56 F91 F92 F93 F94 H12 H14 H16 H18 "
    "H23 H53 H54 H62 H65 H71 H91 K32 K34 K36 K45 K56 K67 K78 N37 N39 N41 N91 P12 P14 P17 P24 P25 P31 P32 P36 P43 P47 P51 P56 P61 P67 P72 "
    "P75 P81 P85 R14 R21 R32 R35 R42 R45 R51 R56 R93 R95 T12 T23 T34 T45 T56 V14 V15 V23 V31 V35 V42 V92 V93 V94 V95 W12 W23 W34 W91 X35 "
    "X42 X91 Y14 Y21 Y25 Y34 Y35"
)
_LIKE_WORDS = "ST ND RD TH HR WK YR PT BD TD UG DL LT FT GA LB GP MG ML KG CM MM MC PM AM KM OD MO MI HRS IV IM PO"
_AREAS = frozenset(_AREA_LETTERS.split())
_ROUTES = frozenset(_ROUTING_KEYS.split())
_UNITS = frozenset(_LIKE_WORDS.split())
_STRICT = frozenset("CIKMOV")  # not in the last two letters of a postcode that exists
_NOT_IRISH = re.compile(r"[bgijlmoqsuz]", re.I)
_AT_HOME = re.compile(
    r"\b(?:post ?codes?|address|adress|addres|lives?|living|live[ds]? at|home|visit|house|road|rd|street|close|lane|avenue|ave|drive|flat|"
    r"sat ?nav|eir ?codes?|going to|sent to|went to|drive to|over to|out to|pin ?code|zip)\b",
    re.I,
)
_CODE_NAMED = r"\b(?:post ?codes?|post ?cod|eir ?codes?|postal codes?|pcode|pin ?codes?|zip(?: ?codes?)?)"
_FEW_WORDS = (
    r"[\s:=.,(\-'\"#]{0,4}(?:(?:is|was|are|just|only|as|says?|said|starts?|starting|beginning|begins|ending|ends|with|in|"
    r"area|of|for|no|number)\b[\s:'\"]{0,3}){0,4}"
)
_LETTERS = (
    "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra "
    "tango uniform victor whiskey whisky xray x-ray yankee zulu"
)
_SAID_LETTER = rf"(?:{'|'.join(_LETTERS.split())})"
_SAID_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\d)"
_NAME = r"[\w](?:[\w.+'\-]{0,62}[\w+\-])?"
_DOT = r"(?: dot | ?[(\[]dot[)\]] ?)"
_AT = r"(?: ?@ ?| at | ?[(\[]at[)\]] ?)"
_WORLD = r"(?:com|net|org|co|uk|ie|in|ng|ph|us|eu|me|info|edu|gov|nhs|hscni|ac|scot|wales|io|live|email)"


def _is_postcode(found: re.Match[str]) -> bool:
    """In an area there is, or in capitals; not "B5 1st year" and its kind, unless it is written as one or stands in an address."""
    unit, area = found["unit"].upper(), found["area"].upper()
    shouted = found.string.isupper() and len(found.string) > 12
    written = found[0].isupper() and not shouted
    if area in _AREAS and re.fullmatch(r"[a-z]+\d[a-z]\d[a-z]{2}", found[0], re.I):
        return True  # "ec1v9lt"
    if area not in _AREAS or not _STRICT.isdisjoint(unit):
        return (written and unit not in _UNITS) or _is_at_home(found)
    return unit not in _UNITS or written or _is_at_home(found)


def _is_at_home(found: re.Match[str]) -> bool:
    return _AT_HOME.search(found.string[max(0, found.start() - 40) : found.start()]) is not None


def _is_eircode(found: re.Match[str]) -> bool:
    """With a digit in its second part, which is no length of time: "T12 24hr" is a spine. Where no such place is, in capitals."""
    own, route = found["own"], found["route"].upper()
    if _NOT_IRISH.search(own) and not (found[0].isupper() and route in _ROUTES) and not _is_at_home(found):
        return False
    if route not in _ROUTES and not (found[0].isupper() and re.search("[A-Z]", own)) and not _is_at_home(found):
        return False
    return any(sign.isdigit() for sign in own) and not re.fullmatch(
        r"\d{1,3}(?:hr|yr|pt|ft|wk|day|th|rd|nd|ex|pax|an|a|k|hrs|yrs|pts)", own, re.I
    )


def _has_digit(found: re.Match[str]) -> bool:
    return any(sign.isdigit() for sign in found["it"])


def _has_digit_at_home(found: re.Match[str]) -> bool:
    return any(sign.isdigit() for sign in found[0]) and _is_at_home(found)


MAILS = (
    Rule("email", re.compile(r"(?<![\w.+'\-])[\w+\-]+(?:[._]|(?<=\w)(?=\d))[\w+\-]+@[a-z]{3,}(?![\w.@])", re.I)),  # broken off
    Rule(
        "email",
        re.compile(rf"(?<![\w.+'\-]){_NAME} ?@ ?(?:gmail|g mail|hotmail|yahoo|outlook|icloud|nhs|live|msn|aol|btinternet)\b(?!\.)", re.I),
    ),
    Rule("email", re.compile(rf"(?<![\w.+'\-]){_NAME}@[\w\-]{{1,63}}(?:\.[\w\-]{{1,63}}){{1,4}}", re.I)),
    Rule(
        "email", re.compile(rf"(?<![\w.+'\-]){_NAME}@[\w\-]{{2,63}}(?:[.,;][\w\-]{{2,63}}){{0,3}}[,;]{_WORLD}\b", re.I)
    ),  # a comma for a dot
    Rule(
        "email",
        re.compile(rf"(?<![\w.+'\-]){_NAME} ?(?:@|[(\[]at[)\]]) ?[\w\-]{{1,63}}(?: ?\.[\w\-]{{1,63}}){{0,3}} ?\. ?{_WORLD}\b", re.I),
    ),
    Rule(
        "email",
        re.compile(
            rf"(?<![\w.+'\-]){_NAME}(?:{_DOT}[\w\-]{{1,30}}){{0,2}}{_AT}[\w\-]{{2,63}}(?:{_DOT}[\w\-]{{2,20}}){{0,2}}{_DOT}{_WORLD}\b",
            re.I,
        ),
    ),
)
_WORDS_OF_CODES = """
code codes postcode postcodes postcod pcode pincode pincodes eircode eircodes zip zipcode postal post pc pin
"""
_CODE_WORDS = frozenset(_WORDS_OF_CODES.split())
_WORDS_OF_HOMES = """
postcode postcodes address adress addres live lives living lived home visit house road rd street close lane avenue ave drive flat sat
satnav eircode going sent went over out pin pincode zip
"""
_HOMES = frozenset(_WORDS_OF_HOMES.split())
_LIVES = frozenset(["live", "lives", "living", "lived", "address"])
_LIVING = Rule(
    "postcode",
    re.compile(
        r"\b(?:lives?|living|lived|address(?: is)?)(?: (?:in|at|near|round|over|out|up|is|the|flat|"
        r"down)){0,3} (?P<it>(?P<area>[a-z]{1,2})\d{1,2}[a-z]?)(?!\w)",
        re.I,
    ),
    lambda found: found["area"].upper() in _AREAS,
    needs=_LIVES,
)
POSTCODES = (
    Rule(
        "postcode",
        re.compile(rf"\beir ?codes?{_FEW_WORDS}(?P<it>[a-z]\d[\dw](?: ?[a-z\d]){{4}})(?!\w)", re.I),
        _has_digit,
        needs=_CODE_WORDS,
    ),
    Rule("postcode", re.compile(r"(?<!\w)(?P<route>[ac-fhknprtv-y]\d[\dw])[ -]{0,2}(?P<own>[\da-z]{4})(?!\w)", re.I), _is_eircode),
    Rule(
        "postcode",
        re.compile(r"(?<!\w)(?P<area>[a-z]{1,2})\d[\da-z]?[ ]{0,2}[-/.,]? ?\d ?(?P<unit>[a-z]{2})(?!\w)", re.I),
        _is_postcode,
    ),
    Rule(
        "postcode",
        re.compile(rf"{_CODE_NAMED}{_FEW_WORDS}(?P<it>[a-z]{{1,2}}\d[\da-z]?(?:[ -]?[\d oil]{{1,2}}[a-z]{{0,2}})?)(?!\w)", re.I),
        needs=_CODE_WORDS,
    ),
    Rule(
        "postcode",
        re.compile(rf"{_CODE_NAMED}{_FEW_WORDS}(?P<it>(?=[a-z]{{0,3}}[oil\d])[a-z\d]{{2,4}}[ -]?[a-z\d]{{3,4}})(?!\w)", re.I),
        _has_digit,
        needs=_CODE_WORDS,
    ),
    Rule(
        "postcode", re.compile(rf"{_CODE_NAMED}{_FEW_WORDS}(?P<it>\d{{3}} ?\d{{3}}|\d{{4,5}}(?:-\d{{4}})?)(?!\w)", re.I), needs=_CODE_WORDS
    ),
    Rule("postcode", re.compile(rf"\b(?:pin|zip){_FEW_WORDS}(?P<it>[1-9]\d{{2}} ?\d{{3}})(?!\w)"), _is_at_home, needs=_CODE_WORDS),
    Rule(
        "postcode",
        re.compile(rf"{_CODE_NAMED}{_FEW_WORDS}(?P<it>[a-z](?: [a-z])? \d(?: ?[\da-z])? \d ?[a-z] ?[a-z])(?!\w)", re.I),
        needs=_CODE_WORDS,
    ),
    Rule(
        "postcode",
        re.compile(r"(?<!\w)(?P<area>[A-Z]{1,2})(?P<unit>(?=\d|[OIl]))[\dOIl][\dA-Z]? ?[\dOIl][A-Z]{2}(?!\w)"),
        _has_digit_at_home,
        needs=_HOMES,
    ),
    _LIVING,
    Rule("postcode", re.compile(r"\bbfpo ?\d{1,4}\b", re.I), needs=frozenset({"bfpo"})),
    Rule("postcode", re.compile(r"\bPIN[ :-]{1,3}(?P<it>[1-8]\d\d ?\d{3})(?!\w)"), needs=_CODE_WORDS),
    Rule("postcode", re.compile(r"\b[A-Z][a-z]{3,}[ ,-]{1,2}(?P<it>[1-8]\d\d ?\d{3})(?!\w)"), _is_at_home, needs=_HOMES),
)
SPELT = Rule(
    "postcode",
    re.compile(
        rf"\b{_SAID_LETTER}(?:[ ,]+{_SAID_LETTER})?(?:[ ,]+{_SAID_DIGIT}){{1,2}}(?:[ ,]+{_SAID_LETTER})?[ ,]+{_SAID_DIGIT}"
        rf"(?:[ ,]+{_SAID_LETTER}){{2}}\b",
        re.I,
    ),
)
