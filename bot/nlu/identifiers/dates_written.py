"""Dates as staff write them, as pieces of patterns: every order, misspelt months, words for numbers, years of two digits.

Only what stands beside a birth, or is long ago, is anybody's date of birth; that is for `births` to say.
"""

from __future__ import annotations

MONTH = (
    r"(?:ja[anury]{1,8}|fe[bruay]{1,9}|mar(?:ch?|hc)?|ap[ril]{1,5}|may|ju(?:ne?|nne|ly?|lly)|a(?:ug|gu)[ust]{0,6}|se[ptembr]{1,10}|"
    r"o[ctobker]{2,8}|no[vembr]{1,9}|de[cembrs]{1,9})"
)
_ORDINALS = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth?|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|"
    r"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)|twentieth|thirtieth"
)
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TENS = rf"(?:(?:twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{_ONES})?)"
_TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
_DAY = rf"(?:\d{{1,2}} ?(?:st|nd|rd|th)?|{_ORDINALS})"
YEAR = r"(?:'?\d{4}|'?\d{2})"
SPOKEN_YEAR = (
    rf"(?:nineteen(?: hundred)?(?: and)?[ -](?:(?:oh|nought)[ -]{_ONES}|{_TENS}|{_TEENS})|two thousand(?: and)?(?: {_ONES}| {_TEENS})?"
    rf"|twenty[ -](?:oh[ -]{_ONES}|{_TEENS})|(?:thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{_ONES})?)\b"
)
NUMERIC = r"(?:\d{1,2} ?[/.\-\\] ?\d{1,2} ?[/.\-\\] ?'?(?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{2} \d{2} (?:\d{4}|\d{2}))(?!\d)"
NAMED = (
    rf"(?:{_WEEKDAY}{_DAY}(?: of)?[ ./-]?(?:the )?{MONTH}(?![a-z])\.?(?:[ ,./-]{{0,2}}(?:of |in )?(?:{YEAR}(?!\d)|{SPOKEN_YEAR}))?"
    rf"|{MONTH}\.?[ -](?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?:[ ,/-]{{1,2}}{YEAR}(?!\d))?(?!\d)"
    rf"|\d{{4}}[ /.-]{MONTH}[ /.-]\d{{1,2}}(?!\d))"
)
FULL = (
    rf"(?:{NUMERIC}|\d{{1,2}} ?(?:st|nd|rd|th)?(?: of)?[ ./-]?{MONTH}\b\.?[ ,./-]{{1,2}}\d{{4}}(?!\d)"
    rf"|\b{MONTH}\.?[ -](?:the )?\d{{1,2}}(?:st|nd|rd|th)?,?[ /-]\d{{4}}(?!\d)|\d{{4}}[ /.-]{MONTH}[ /.-]\d{{1,2}}(?!\d))"
)
SPOKEN = (
    rf"(?:the )?{_DAY}(?: day)?(?: of)?(?: the)? (?:{MONTH}|\d{{1,2}}(?:st|nd|rd|th)|{_ORDINALS}),? "
    rf"(?:in )?(?:{SPOKEN_YEAR}|'?\d{{4}}|'\d{{2}})"
)
OF_THE = rf"(?:the )?{_DAY} of (?:the )?(?:{MONTH}|\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINALS}),? (?:of )?(?:{SPOKEN_YEAR}|{YEAR})(?!\d)"
MISSPELT = r"\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9},? (?:\d{4}|\d{2})(?!\d)"
SHORT = (
    rf"\d{{1,2}} \d{{1,2}} (?:\d{{4}}|\d{{2}})(?!\d)|\d{{1,2}}[/.-]\d{{1,2}}(?![\d/.-])|"
    rf"\d{{1,2}}[/.-](?:19|20)\d\d(?!\d)|{MONTH}\.?(?: of|,)? ?'?\d{{4}}(?!\d)"
)
RUN = r"(?:\d{8}|\d{6})(?!\d)"
IN_NUMBERS = rf"(?:(?:{_TENS}|{_TEENS}|{_ONES}|{_ORDINALS}|{MONTH}|oh|hundred|and|the|of)[ ,-]{{1,2}}){{2,8}}(?:{_TENS}|{_TEENS}|{_ONES})"
YEAR_ALONE = rf"(?:(?:19|20)\d\d(?!\d)|nineteen(?: hundred)?(?: and)?[ -](?:{_TENS}|{_TEENS}))"
