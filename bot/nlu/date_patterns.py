"""How people of UK health care name a time: dates, periods, rotas, the events of a working year."""

from __future__ import annotations

import re

from bot.nlu.numbers import COUNT

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for name in names.split()
}


def _any(names: object) -> str:
    return "|".join(sorted(map(str, names), key=len, reverse=True))  # type: ignore[call-overload]


DEADLINE = "by|before|until|till|due|no later than|deadline"
BEGIN = "from|starting|starting on|start|beginning|as of|commencing"
_MONTH = rf"(?P<month>{_any(MONTHS)})\b"
_WEEKDAY = rf"(?P<weekday>{_any(WEEKDAYS)})(?P<plural>s?)"
_FULL_DAYS = "|".join(name for name in WEEKDAYS if name.endswith("day"))
_SPAN = "days?|weeks?|fortnights?|months?|years?"
_SETS = r"(?:set|run|block|stretch)s? of (?:nights|shifts|days|lates|long days)"
_ROTA = (
    r"(?:shifts?|long days?|nights?|lates?|earl(?:y|ies)|dut(?:y|ies)|on[ -]calls?|clinic days?|days? off|rest days?|weekends?|"
    rf"{_SETS})"
)
_EVENT = (
    r"(?:ward rounds?|rounds?|clinics?|shifts?|long days?|nights?|night block|lates?|earl(?:y|ies)|mdts?|handovers?|appraisals?|"
    r"supervisions?|one[- ]to[- ]ones?|1:1s?|1-1s?|meetings?|teaching|huddles?|on[ -]calls?|day off|days off|rest day|payday|"
    r"placement|rotation|audit|review|exams?|osces?|interview|birthday|annual leave|holiday|list|theatre list|bank shift|"
    rf"{_SETS})"
)
_OWN_UNITS = "term|rotation|placement|block|semester"

# What may stand before a phrase is looked for only once the phrase is found.
LEAD = re.compile(
    rf"(?:^|(?<=[\s(,]))(?P<prep>{DEADLINE}|{BEGIN}|on|in|at|over|for|within|during|throughout|across|inside|after|and|since|x|come|or)"
    r" (?:the |(?:all|the whole|the rest|whole|rest) of (?:the )?)?$"
)
LENGTH_LEAD = re.compile(
    r"(?:^|(?<=[\s(,]))(?:(?P<prep>for|in|within|over|during|across|throughout|inside|after|x|under|every shift for) )?"
    r"(?:(?:the|my|about|around|at least|up to|a period of|all) )*(?P<near>(?:next|first|coming|following) )?$"
)
COUNT_LEAD = re.compile(
    rf"(?:^|(?<=[\s(,]))(?:(?:on|in|of|over|for|at|during|across|each|my|the|our|first|last|all|every|least|{COUNT}) )+$"
)
RATE_LEAD = re.compile(
    rf"\b(?P<rate>(?:once|twice|thrice|\d{{1,3}} ?x|x ?\d{{1,3}}|{COUNT})(?: [\w'-]+){{0,7}}?)"
    r"(?<! for)(?<! in)(?<! within)(?<! have)(?<! take)(?<! of)(?<! over)(?<! after) $"
)

NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?:(?P=sep)(?P<year>\d{4}|\d{2}))?(?![\d/%]|\.\d| ?(?:pm|am)\b)"
)
DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>20\d\d))?")
MONTH_DAY = re.compile(rf"\b{_MONTH} (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?%)(?:,? (?P<year>20\d\d))?")
NTH = re.compile(rf"\b(?P<prep>{DEADLINE}|{BEGIN}|on) the (?P<day>\d{{1,2}})(?:st|nd|rd|th)\b")
IN_MONTH = re.compile(
    rf"\b(?P<prep>{DEADLINE}|{BEGIN}|in|during|throughout|this|next|through|all of|of|for|end|early|mid|late)[ -]"
    rf"(?:(?:the )?(?P<part>end|start|beginning|middle) of |(?:early|mid|late)[ -])?{_MONTH}(?: (?P<year>20\d\d)\b)?"
)
ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
YEAR = re.compile(rf"\b(?:{DEADLINE}|in|during) (?:the end of |end of )?(?P<year>20\d\d)\b(?![-/.:]\d)")
NEAR = re.compile(r"\b(?P<word>today|tonight|tomorrow|this (?:morning|afternoon|evening))\b")
WEEKEND = re.compile(r"\b(?:at|over|on|by) the weekend\b")
THIS = re.compile(
    r"\b(?P<end>(?:the )?end of )?(?P<the>the )?(?P<which>this|next|coming|current|following) "
    rf"(?P<unit>week|weekend|month|quarter|year|fortnight|half term|half-term|season|{_OWN_UNITS})\b"
)
END = re.compile(
    rf"\b(?:(?:{DEADLINE}|at|towards|till) )?(?:(?:the )?end of (?:the |my |this |our )?"
    rf"(?P<unit>week|month|year|quarter|job|post|financial year|day|preceptorship|probation|{_OWN_UNITS})|"
    r"(?P<short>month|week|year|term|quarter)[ -]end|(?P<close>cob|close of play|close of business))\b(?! \d)"
)
DURATION = re.compile(
    rf"\b(?:(?P<many>{COUNT}|a|an|a few|few|several|this|half a dozen)[ -]|(?=(?:{_SPAN})\b))"
    rf"(?:full |working |solid |consecutive |calendar |whole )?(?P<unit>{_SPAN})(?:'s?)?(?P<time> time)?\b"
    r"(?! (?:wait|rule|old|mortality|ahead|in advance|off|unit|case|surgery|assessment|ago)\b|-)"
)
WEEK_NUMBER = re.compile(rf"\b(?:{DEADLINE} )?(?:(?:the )?end of )?(?:my )?weeks? (?P<number>\d{{1,2}})(?: ?(?:-|to) ?\d{{1,2}})?\b")
WEEKDAY = re.compile(
    rf"\b(?P<which>this |next |coming |following |every |each |every other |alternate |our |my )?{_WEEKDAY}\b"
    r"(?P<habit> (?:huddle|clinic|meeting|mdt|list|round|teaching))?"
)
EVERY = re.compile(
    r"\b(?:after |before |at the (?:end|start) of |on |in |during |by the end of )?(?:every|each|per|all (?:of )?(?:my|our))"
    r"(?: (?:single|other|second|third|two|three|working|shared|full|day|\d+|new|my|of my))*"
    r" (?:week)?(?:days?|weeks?|months?|fortnight|weekdays?|weekends?|mornings?|evenings?|afternoons?|quarter|lunch ?times?|"
    rf"(?:\w+ ){{0,2}}{_ROTA}|(?P<weekday>{_FULL_DAYS})s?)\b"
)
RATE = re.compile(
    r"\b(?:a|an|per) (?P<unit>day|week|month|fortnight|shift|night|year|quarter|late|early|long day|weekend)\b(?! (?:off|out|at a time))"
)
HABIT = re.compile(
    r"\b(?:daily|weekly|fortnightly|monthly|nightly|quarterly|weeknights?|weekdays|weekends|"
    r"(?:most|alternate|clinic|every other) (?:days|weeks|shifts|nights|weekends|mornings)|in the (?:mornings|evenings|afternoons)|"
    r"\d ?(?:x|times) ?/ ?(?:day|week|month)|\d+/(?:day|week|month)|x ?\d (?:daily|weekly|week|a week))\b(?! living)"
)
NEXT_FEW = re.compile(
    rf"\b(?P<which>next|first) (?P<many>{COUNT}|few|couple of|half dozen) (?!(?:{_SPAN}|minutes?|mins?|hours?|seconds?)\b)"
    r"(?:[\w'-]+ ){0,3}?[\w'-]+s\b"
)
NEXT_ONE = re.compile(rf"\bnext (?:(?!before|after|when|to|until|while)[\w'-]+ ){{0,2}}?{_EVENT}\b")
SHARE = re.compile(
    rf"\b(?:{COUNT}) (?:out )?of (?:every |my |the |next )*(?:{COUNT}) (?:[\w'-]+ ){{0,2}}?"
    rf"(?:{_ROTA}|days?|weeks?|clinics?|mornings?|evenings?)\b"
)
KNOWN = re.compile(
    r"\b(?:by|before|until|till|at|in|from|after|during|over|this|next|between now and|ahead of|come|on) "
    r"(?:(?:my|the|this|our|next|end of|start of|early|mid|late) )*"
    r"(?P<name>arcp|appraisal|revalidation|pdr|pdp review|annual review|mid[- ]?point review|probation review|exams?|osces?|finals|"
    r"closing date|deadline|end of (?:placement|rotation|term|job)|christmas|xmas|new year|easter|ramadan|eid|diwali|lent|"
    r"half[- ]term|summer|autumn|spring|winter|the clocks change|clocks change|payday|bank holiday|(?:st )?\w+'s day|"
    r"maternity leave|mat leave|annual leave|paternity leave|changeover|my birthday|birthday|cqc|inspection|interview|graduation|viva|"
    r"my holiday|i (?:rotate|go on leave|leave this|finish my|finish rotation|qualify|change jobs?|start my new))\b"
)
QUARTER = re.compile(rf"\b(?:(?:{DEADLINE}|in|during) )?(?:(?:the )?end of )?q(?P<quarter>[1-4])\b")
ROTA_TO_COME = re.compile(
    r"\b(?:on|over|during|in|for) (?:these|this|the coming|my coming|this week's|this month's|next week's) "
    rf"(?:[\w'-]+ )?{_ROTA}\b"
)
