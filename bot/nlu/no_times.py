"""What looks like a time to come and is none: ages, years of work, what is over, waits and scans, numbers of wards, scores."""

from __future__ import annotations

import re

from bot.nlu.date_patterns import DAY_NAME, MONTHS, any_of
from bot.nlu.find import Find
from bot.nlu.numbers import COUNT
from bot.nlu.patterns import phrases
from bot.nlu.tidy import Said

_MANY = rf"(?:{COUNT}|(?:a|one) few|several|few|couple of|half a|a|an)"
_UNITS = r"(?:days?|weeks?|fortnights?|months?|years?|nights?|shifts?)"
_MONTH = any_of(name for name in MONTHS if name not in ("may", "march", "mar"))
NO_TIME = phrases(
    rf"""
    {_MANY}[ -]{_UNITS}[ -]old
    {_MANY}[ -](?:and a half )?{_UNITS} (?:ago|back|earlier|previously|prior|late|early|running|straight|solid|overdue|behind|in a row|
      on the (?:trot|bounce|go)|qualified|in (?:a |this |the )?(?:job|post|role|nursing|nhs|trust|ward|team|here|now)|in$|into|here|
      on (?:this|the) (?:visa|ward|job|unit|register)|experience|as (?:a|an)|post|postnatal|pregnant|gestation|gestational|preg|
      of (?:this|experience|nursing|it|being|service|marriage|night|nights|long)|working|nursing|since|now\b|clean|sober|married|hx|
      history|leave|off sick|sick|later|long)
    (?:she|he|they|i|who|mum|baby|pt|patient|lady|woman)(?:'s|'m|'re| is| was| were| am)? (?:only |just |
      about )?(?:at )?\d\d(?:\+\d)? weeks?
    (?:at|delivered at|born at|from) \d\d(?:\+\d)? weeks
    \d\d?\+\d weeks?
    in (?:my|all my|her|his|the) (?:\w+ )?{_MANY} (?:odd )?(?:years|months|weeks)
    (?:have|has|had|'ve|'d) (?:only |just |already |now )?(?:been|done|worked|had|got|waited|nursed) (?:\w+ ){{0,5}}?(?:for )?(?:over |
      about |nearly )?{_MANY} {_UNITS}
    {_MANY}[ -](?:day|week|month|year|hour) (?:wait|scan|rule|check|target|pathway|programme|contract|rotation|stint|shift|break|delay|list|
      mortality|review clinic|booking|smear|vaccines?|jabs?|immunisations?|reg|student|trainee|gap|backlog|course|block|degree|baby|
      cycle|rota)s?
    (?:over|in|of|from|during|for) the years
    (?:the |this |these |my |our )?(?:last|past|previous) (?:{COUNT} |few |couple of |several )?(?:days?|weeks?|months?|years?|nights?|
      shifts?|weekends?|{DAY_NAME}|{_MONTH}|time|rotation|job|run|set|block|christmas|easter|summer|winter)
      (?! (?:of|in) (?:the|every|each|this|next|{_MONTH}))
    (?:all|the other) (?:day|week|month|year|night)
    back in (?:the )?(?:day|{any_of(MONTHS)}|\d{{4}}|january|spring|summer|winter|autumn)
    (?:one|some|these|those|most|bad|good|rough|hard|crap) days? (?!(?:a|per|this|next) )
    day (?:\d+|one|zero|to day|in day out|in,? day out)
    (?:ward|room|bay|bed|theatre|bleep|band|step|level|stage|grade|unit|clinic|zone|trial|phase|side ?room|page|version|v|no|number|
      chapter|module)s? ?\d[\d./]*
    \d\d?/40
    (?:gcs|power|mrc|apgars?|news2?|bm|bms|hb|sats|spo2|temp|k|ph|lactate|pain|score[ds]?|scoring|rated?|rating|mark(?:ed|s)?|vas|phq9?|
      gad7?|waterlow|braden|must|rass|cfs|ecog|grade|got|confidence|mood|energy|stress)
      (?:\s(?:of|was|is|at|about|around|a|only|now|up to|down to))*:?\s?\d[\d.]*/\d+
    \d/\d(?:rds?|ths?)?(?= of\b)
    \d/7 (?:days|service|cover|working|nhs)
    (?:24|7)/7
    (?:day|night|friday|saturday|sunday|monday) (?:feeling|scaries|vibes|blues|staff|team|nurses?|rates?|pay|enhancements?|roast|papers?)
    black friday
    (?:happy|merry|lovely|nice|thank \w+ it's|thank \w+ its|thank \w+ for|roll on|it's (?:only|just|still)|its (?:only|just|still)|
      is it|only) (?:{DAY_NAME})
    (?:{DAY_NAME}) (?:again|already|yet)
    (?:at )?the end of the day,? (?:it's|its|it is|nobody|nothing|you|they|that's|we're|what|no one|who|everyone)
    (?:good|lovely|nice|great|happy|merry) (?:weekend|christmas|new year|easter|day|evening)
    weeks? (?:wait|rule|scan|of age)
    (?:agenda|change|off) for (?:change|the day)
    (?:sleep|slept|sleeping|awake|up) (?:for )?{_MANY} (?:hours|days|nights)
    """
)
_HINT = re.compile(
    r"\d|it's|its |again|already|yet|roll on|thank|only|ago|old|last|past|previous|years|months|weeks|days?|all |other |back |"
    r"good |nice |happy |merry |lovely |great |black |feeling"
)


def without_no_times(found: list[Find], message: Said) -> list[Find]:
    """The finds that stand in no such phrase."""
    if not found or not _HINT.search(message.plain):
        return found
    places = [match.span() for match in NO_TIME.finditer(message.plain)]
    return [find for find in found if not any(begin < find.end and find.begin < end for begin, end in places)]
