"""Named days: feasts, bank holidays and public holidays of a country, from the `holidays` library, loaded when one is first named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from bot.nlu.date_patterns import BEGIN, BEGINNINGS, DEADLINE, DEADLINES, MONTHS, any_of, at
from bot.nlu.days import next_date
from bot.nlu.find import Find, words
from bot.nlu.tidy import Said

HOME = "GB"
_WHOLE = {"GB": "GB-ENG", "UK": "GB-ENG"}  # the part whose holidays are meant where only the state is named
_ZONES = """
    GB Europe/London Europe/Jersey Europe/Guernsey Europe/Isle_of_Man · GB-NIR Europe/Belfast · IE Europe/Dublin
    · US America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Detroit
    · CA America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax
    · IN Asia/Kolkata Asia/Calcutta · PH Asia/Manila · NG Africa/Lagos · GH Africa/Accra · KE Africa/Nairobi · ZA Africa/Johannesburg
    · ZW Africa/Harare · ZM Africa/Lusaka · PK Asia/Karachi · BD Asia/Dhaka · LK Asia/Colombo · SG Asia/Singapore · AE Asia/Dubai
    · SA Asia/Riyadh · HK Asia/Hong_Kong · MY Asia/Kuala_Lumpur · MT Europe/Malta · JM America/Jamaica · TT America/Port_of_Spain
    · AU-NSW Australia/Sydney · AU-VIC Australia/Melbourne · AU-QLD Australia/Brisbane · AU-WA Australia/Perth · AU-SA Australia/Adelaide
    · AU-TAS Australia/Hobart · AU-NT Australia/Darwin · AU-ACT Australia/Canberra · NZ Pacific/Auckland
    """
_COUNTRIES = {zone: country for line in _ZONES.split("·") for country, *zones in [line.split()] for zone in zones}
_FIXED = {
    "christmas": (25, 12), "christmas day": (25, 12), "xmas": (25, 12), "xmas day": (25, 12), "crimbo": (25, 12),
    "christmas eve": (24, 12), "xmas eve": (24, 12), "boxing day": (26, 12), "st stephen's day": (26, 12), "stephen's day": (26, 12),
    "new year": (1, 1), "new year's": (1, 1), "new year's day": (1, 1), "new years day": (1, 1), "new years": (1, 1),
    "new year's eve": (31, 12), "new years eve": (31, 12), "nye": (31, 12), "hogmanay": (31, 12), "halloween": (31, 10),
    "bonfire night": (5, 11), "valentine's day": (14, 2), "valentines day": (14, 2), "valentines": (14, 2),
    "st patrick's day": (17, 3), "paddy's day": (17, 3), "burns night": (25, 1), "nurses day": (12, 5),
}  # fmt: skip
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1, "easter saturday": -1, "whit monday": 50}
_LISTED = (
    "thanksgiving|memorial day|labou?r day|veterans day|juneteenth|mlk day|columbus day|presidents'? day|independence day|republic day|"
    "gandhi jayanti|diwali|deepavali|holi|eid al[- ]fitr|eid al[- ]adha|dussehra|waitangi day|anzac day|australia day|king'?s birthday|"
    "matariki|democracy day|rizal day|bonifacio day|national heroes day|workers'? day|may day|canada day|freedom day|heritage day|"
    "st andrew'?s day|st brigid'?s day|eid|all saints'? day|all souls'? day|maundy thursday|day of valor"
)
_SPELT = {
    "labour day": "labor day",
    "mlk day": "martin luther",
    "presidents day": "washington",
    "gandhi jayanti": "gandhi",
    "deepavali": "diwali",
}
_NAMES = any_of([*_FIXED, *_FROM_EASTER])
_PREP = rf"(?:(?P<prep>{DEADLINE}|{BEGIN}|on|at|over|after|during|in|for|come|ahead of|between now and|since) )?(?:the )?"
_NOT = (
    r"(?! (?:party|do|rota|dinner|tree|cards?|jumpers?|presents?|shopping|leave|list|money|bonus|staffing|pay|cover|resolution|meal|lunch))"
)
_FEAST = re.compile(rf"\b{_PREP}(?P<name>{_NAMES}|{_LISTED})\b{_NOT}(?P<period> period| holidays?| break)?")
_BANK = re.compile(
    rf"\b{_PREP}(?P<every>every |each )?(?:(?P<next>next|this|coming|first) )?(?:(?P<bit>early|late|spring|summer|easter) )?"
    rf"(?:(?P<month>{any_of(MONTHS)}) )?(?:bank|public) hol(?:iday|"
    rf"s)?\b(?P<weekend> weekend)?(?P<monday> monday)?(?P<after> after (?:today|this one))?{_NOT}"
)
_NEW_YEAR = re.compile(r"\b(?:in|for|after|early in) the new year\b(?! ?'?s)")
_BITS = {"easter": 4, "summer": 8}
_NEEDS = words("""
    christmas xmas crimbo boxing stephen's year years year's new nye hogmanay halloween bonfire valentine's valentines patrick's paddy's
    burns nurses friday easter whit thanksgiving memorial labour labor veterans juneteenth mlk columbus presidents independence republic
    gandhi diwali deepavali holi eid dussehra waitangi anzac australia king's kings matariki democracy rizal bonifacio heroes workers
    may canada freedom heritage andrew's brigid's saints souls maundy valor bank public
    """)
_ESTIMATED = re.compile(r" \((?:estimated|observed)\)|^saint ")


def country_of(zone: str) -> str:
    """The country whose holidays go with a time zone ("Australia/Sydney" is AU-NSW), where nothing else says which."""
    return _COUNTRIES.get(zone, HOME)


def feasts_in(message: Said, today: date, country: str = HOME) -> list[Find]:
    """The named days of a message, placed in the calendar of this country ("GB", "IE", "AU-NSW")."""
    if _NEEDS.isdisjoint(message.bag):
        return []
    named = [_feast(match, today, country) for match in _FEAST.finditer(message.plain)]
    banks = [_bank(match, today, country) for match in _BANK.finditer(message.plain)]
    years = [_new_year(match, today) for match in _NEW_YEAR.finditer(message.plain)]
    return [find for find in (*years, *banks, *named) if find]


def _feast(match: re.Match[str], today: date, country: str) -> Find | None:
    day = _day_of(match["name"], today, country)
    prep = match["prep"] or ""
    if day is None:
        return replace(at(match, "none"), sort="event")
    if prep not in DEADLINES and (
        match["period"] or (prep in ("over", "during") and match["name"] in ("christmas", "xmas", "easter", "new year"))
    ):
        return replace(at(match, "period", day, day), sort="feast", prep=prep)
    return replace(at(match, "instant", day, None if prep in BEGINNINGS else day), sort="feast", prep=prep)


def _day_of(name: str, today: date, country: str) -> date | None:
    if name in _FIXED:
        return next_date(today, *_FIXED[name], None)
    if name in _FROM_EASTER:
        days = (_easter(year) + timedelta(days=_FROM_EASTER[name]) for year in (today.year, today.year + 1))
        return next((day for day in days if day >= today), None)
    wanted = _SPELT.get(name.replace("'", ""), name).replace("'", "")
    return next((day for day, title in _ahead(today, country) if wanted in title), None)


def _bank(match: re.Match[str], today: date, country: str) -> Find | None:
    ahead = [day for day, _ in _ahead(today, country) if day.weekday() < 5 and (day > today or not (match["next"] or match["after"]))]
    month = MONTHS.get(match["month"] or "") or _BITS.get(match["bit"] or "")
    fitting = [day for day in ahead if month in (None, day.month) and not (match["monday"] and day.weekday())]
    late = match["bit"] in ("late", "spring") and match["month"] in (None, "may")
    day = next((day for day in fitting if not late or (day.month, day.day > 15) == (5, True)), None)
    prep = match["prep"] or ""
    if day is None or (match[0].endswith("s") and not match["every"]):
        return None
    if match["every"]:
        return replace(at(match, "recurring", day), counts=True, sort="habit")
    if match["weekend"]:
        return replace(at(match, "period", max(today, day - timedelta(days=2)), day), sort="feast", prep=prep)
    return replace(at(match, "instant", day, None if prep in BEGINNINGS else day), sort="feast", prep=prep)


def _new_year(match: re.Match[str], today: date) -> Find:
    first = date(today.year + 1, 1, 1) if (today.month, today.day) != (1, 1) else today
    return replace(at(match, "period", first, first + timedelta(days=6)), sort="feast")


def _ahead(today: date, country: str) -> list[tuple[date, str]]:
    """The public holidays from today on, in order, each with its name."""
    days = {**_holidays(country, today.year), **_holidays(country, today.year + 1)}
    return [(day, _ESTIMATED.sub("", name.casefold().replace("'", ""))) for day, name in sorted(days.items()) if day >= today]


def _easter(year: int) -> date:
    good_friday = next(day for day, name in _holidays(HOME, year).items() if name == "Good Friday")
    return good_friday + timedelta(days=2)


@cache
def _holidays(country: str, year: int) -> Mapping[date, str]:
    """The public holidays of a year; none for a country that the library does not know."""
    from holidays import country_holidays  # takes a twentieth of a second, and most messages name no feast

    state, _, part = _WHOLE.get(country, country).partition("-")
    try:
        return dict(country_holidays(state, subdiv=part or None, years=year).items())
    except NotImplementedError:
        return {}
