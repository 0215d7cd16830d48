"""Unsafe care: an error nobody knows of, danger that is live, a standing hazard, fear of speaking up."""

from __future__ import annotations

from bot.nlu.concerns.family import Family, spoken

FAMILIES = (
    Family(
        "my_error",
        r"""
        (?:i|i've|i have|we|just|have|also i|now|and|think i|pretty sure i)(?: (?:just|think|have|had|only|may have|might have|must have|
            accidentally|also|now|already|don|'ve|nearly))* (?:gave|given|give|administered|hung|drew up|dispensed|released|put|labelled|
            ran|sent|signed|x-?rayed|done|prescribed)(?: [\w']+){0,7} (?:wrong(?! (?:number|answer|chat|person|box|button|date|day|time|
            name|one))|rong|incorrect|double|twice|ten times|10 ?x|someone else's|somebody else's|another (?:patient|man)|
            the other patient|not (?:his|hers|prescribed)|adult strength|already signed|iv instead)
        (?:gave|given|administered|gave (?:him|her|them))(?: [\w']+){0,6} (?:wrong|rong|double|twice)
        wrong (?:dose|patient|drug|medication|blood|chemo|rate|strength|route|leg|side|eye|site|name|bag|pt|insulin|mask|tubes?|
            regimen)(?! (?:answer|way))
        (?:nobody|no one|none of them|haven't|hasn't|havent|not|didn't|never|don't|yet)(?: (?:yet|has|have|been|even|has been|
            one))* (?:knows?|told|tell|reported|report|noticed|spotted|clocked|documented|written (?:it )?(?:down|up)|wrote it|datixed|
            escalated|rung it in|rang (?:anyone|it)|said anything|mentioned it)(?=.*\b(?:dose|gave|patient|pt|drug|chemo|insulin|count|
            swab|bloods|allerg\w+|error|mistake|incident|fall|falls|fell|bag|infusion|infusions|heparin|level|chart|theatre|morphine|meds|
            medication|sponsor|syringe|driver|bottle|resident)\b)
        (?:just|only now|now|only just|suddenly)(?: (?:i|i've|have|also))* (?:realised|noticed|spotted|seen|found|copped|saw|noticing|
            seeing|notised|opened)(?: [\w']+){0,10} (?:wrong|rate|dose|never|not|missed|signed|twice|running|should have|adult|without|
            nobody|no one|daily|red band|allerg\w+|retained|double)
        (?:left|retained|missing)(?: \w+){0,3} (?:swab|sponge|pack|gauze|needle|guidewire|throat pack|instrument)
        (?:count|swab count|counts) (?:was|is|are|were|not|didn't)(?: \w+){0,4} (?:out|off|matching|match|wrong|one)
        (?:don't|can't|cannot) remember if i (?:gave|converted|checked|turned|signed|flushed)
        i (?:missed|forgot) (?:the|his|her|a|to) (?:\w+ )?(?:dose|clexane|insulin|antibiotic\w*|ecg|result|anti d|allergy|obs|turn)
        """,
        urgent=True,
    ),
    Family(
        "unsafe_staffing",
        r"""
        (?:unsafe|not safe|isn't safe|ain't safe|dangerous|dangerously) (?:\w+ ){0,3}(?:staff\w*|tonight|levels?|numbers|ward|unit|shift|
            here|to work|care|on (?:the|our|this)|ratio|short|low)
        (?:this|it|ward|unit|shift|we're|we are) (?:is|isn't|not|are|was)? ?(?:just |so |really |completely )?(?:unsafe|not safe|
            dangerous)(?=[.,!]|$| (?:tonight|today|for|and|with|on|to))
        (?:someone|somebody|people|patients?|pts|a patient)(?:'s| is| are|'ll| will| gonna)?(?: going to| gonna)? (?:get|gets|
            going to get|die|end up|be|coming to) (?:hurt|harm\w*|die|down|dead|killed)
        (?:so|that|dangerously|too|desperately|really|very) short[- ]?(?:staffed)?(?: [\w']+){0,3} (?:that|chemo|we|patients|tonight|obs|
            meds|no|nobody|it's)
        (?:one|1|two|2|a|only one|just one|me and (?:one|a|an|1)|just me) (?:rn|nurse|qualified|staff nurse|registered nurse|hca|intern|
            doctor|reg|anaesthetist|midwife|carer|sister)s? (?:for|on|to|covering|and|between|with|per|at)(?: [\w']+){0,4} (?:\d\d|
            patients?|beds?|wards?|vents?|residents|cots|two theatres|twelve|fourteen|twenty|thirty|six wards)
        (?:no|without|there's no|never|not a|any|isn't a|with no)(?: (?:a|any|second|2nd|qualified|senior|proper))* (?:checker|
            second check|reg|registrar|doctor|consultant|nurse in charge|middle grade|anaesthetist|cover|crash team|adrenaline|oxygen|
            suction|glucometer|resus trolley)(?=.*\b(?:tonight|today|on nights|nights|chemo|cytotoxic\w*|weekend|patients?|at all|ward|
            unit|just hang it|site|since|coming|trolley|week|baby|every)\b)
        (?:left|i'm|been|am|on) (?:me )?(?:all )?(?:alone|on my own|by myself)(?: \w+){0,3} (?:with|in|for) (?:a |an |the |\d+ |two |
            all )?(?:\w+ )?(?:patients?|trache|casualty|ward|evd|ventilated|bay|unit|vents?|resus|clinician|polytrauma)
        (?:patients?|pts|people|them|lad|man|woman|he|she)(?: [\w']+){0,5} (?:on|in) (?:trolleys?|the corridor|corridors|chairs?|
            ambulances?|the (?:waiting room|car park))(?=.*\b(?:hours?|hrs|days?|again|since|nobody|week|grey|waiting|no space)\b)
        (?:queue|queueing|outside|stacking|waiting)(?: [\w']+){0,6} (?:\d+ ?(?:hrs?|hours)|eleven hours)(?=.*\b(?:ambulance|stretcher|hip|
            pain|calls|triage|seen)\b)
        """,
        urgent=True,
    ),
    Family(
        "deteriorating",
        r"""
        (?:she's|he's|she|he|they're|baby|babby|patient|pt|woman|man|lola|lolo|uncle|bp|sats?)(?:'s| is| are| has| don)?(?: (?:still|gone|
            very|so|just|now|begin|dey|all|getting|went|keeps?))* (?:dropping|bleeding|gasping|fitting|floppy|grey|unresponsive|
            bradycardic|crashing|deteriorating|going off|peri ?arrest|septic|not breathing|bubbling|twitch\w*|gone (?:quiet|flat)|
            screaming|very sleepy)(?=[.,!?]|$| (?:and|nobody|no one|no|with|the reg|reg|doctor|since|i|on|like|out|we)\b)
        (?:nobody|no one|no doctor|doctor|reg|registrar|on(?:-| )?call|consultant|ob|paeds|triage|site|bed manager|they|
            who)(?:'s| is| has| are| keeps?)?(?: (?:still|not|isn't|won't|has|never|yet|refus\w+|been|no|don))* (?:answering|coming|come|
            picked up|picking up|lifting phone|seen (?:him|her|them)|been to see|hung up|listening|answers?|reviewed|
            looked at)(?=.*\b(?:she|he|her|him|patient|baby|trace|bp|bleeding|sats|obs|mins?|minutes|hours?|since|tonight|fetal|pt|room|
            them)\b)
        (?:trace|ctg|result|ecg|x-?ray|film|bloods|scan|inbox|referrals?|letters?)(?: [\w']+){0,6} (?:nobody|no one|not|
            never)(?:'s| has| have)? ?(?:looked|seen|read|reported|signed|touched|acted|sent|went out)
        silenced the alarms?
        (?:chemo|drip|cannula)(?:'s| has)?(?: \w+){0,4} (?:tissued|in the tissue|extravasat\w+)
        """,
        urgent=True,
    ),
    Family(
        "hazard",
        r"""
        (?:told|asked|said|instructed|telling|pressured|made) (?:me |us |him |her )?(?:not to|don't|never to|no need to|to not) (?:report|
            record|write|document|datix|put (?:it )?in|say|mention|use the word|raise|escalate|tell|email|count|call)(?: \w+)?
        (?:porter|manager|boss|surgeon|they|sister|matron|doctor|senior|he|she)(?: \w+)? (?:says|said|say) (?:don't|not to|
            no need to) (?:write|report|record|datix|tell)
        keep (?:this|it) in the family|sort it out informally|edit quietly|wipe it and crack on
        (?:we|they|everyone|nobody|people|never|don't|doesn't|no one|i)(?: (?:just|never|all|don't|always|ever|only|still|do|is|
            are))* (?:report|reports|record|check|checks|wash|washing|measure|count|sign(?:s)?|document|look at|test(?:ed)?|turn|
            roll)(?: [\w']+){0,4} (?:falls|incidents?|anything|them|it|off|hands?|water|without|here|leg|legs)(?=.*\b(?:falls|here|chart|
            audit|blind|patients?|residents?|notes|anyone|ever|neutropenic|excellent|seen|saw)\b)
        (?:fridge|hoist|alarms?|call bells?|lift|suction|defib|ventilator|pump|pumps|monitor|autoclave|scanner|trolley|bed rails?|
            sensors?|robot|cylinder|oxygen|machine|bleeps?|water|epr|system|diathermy|aprons?|scopes?|generator|
            light)(?: [\w']+){0,6} (?:broken|failing|failed|fails|fail|fray\w*|leak\w*|don't (?:lock|work)|not working|isn't working|
            doesn't (?:work|lock|reach)|out of date|expired|cracked|dying|sticks|down|no batteries|dead|empty|out since|alarming|wet|
            tied with tape|goes off|is showing|silenced)(?=.*\b(?:patients?|pts?|residents?|weeks?|since|still|using|nobody|told|again|
            list|ward|theatre|baby|transfer|anyone|month|every|reported|unit)\b)
        (?:raised|raise|reported|flagged|said|mentioned|told|objected|emailed|escalated|spoke up)(?: [\w']+){0,8} (?:nothing (?:happens|
            happened|changed|done)|overruled|ignored|closed the ticket|punish\w*|blanked|moved to nights|told (?:to be quiet|i was|
            that a plan)|who be me|dramatic|isn't listening|resilience|noise about nothing|got .{0,6} back|gave out)
        (?:scared|afraid|frightened|fear|worried|too scared) (?:to|of) (?:speak|report|raise|say|datix|whistle|reporting|speaking|
            losing my (?:job|pin|visa))(?: \w+){0,6}
        (?:speak|speaking|spoke) up(?= =|.{0,30}\b(?:target|punish\w*|moved|fear|back)\b)
        (?:fell|fall|falling|slept|sleep|asleep|sleeping)(?: asleep)? (?:on (?:nights|shift|duty|the floor)|at the desk)(?=.*\b(?:patient|
            patients|buzzers|residents|nobody|turns|doctor)\b)
        (?:(?:not|never|nobody) |un)(?:trained|qualified|signed off|competent)(?=.*\b(?:insulin|meds|trache|evd|theatre|itu|patients?|
            chemo|on my own|deputising|doing the)\b)
        (?:out of date|expired) (?:drugs?|meds|stock)
        (?:fill(?:ed|ing)?|filling|copy|writing|made|make|creative)(?: \w+){0,4} (?:obs|charts?|notes|results?|rounding|training matrix|
            checks)(?: [\w']+){0,5} (?:up|at the end|whether or not|not real|from yesterday|never did|compliant|creative)
        obs(?: \w*){0,3} creative writing
        (?:near(?:-| )?miss|never event|serious incident|wrong site|wrong[- ]side|medication errors?|
            drug errors?)(?: [\w']+){0,6} (?:nobody|not|never|again|third|covered|hush\w*|un|last week|and no)
        (?:discharg\w+|send(?:ing|s)?) (?:people|them|patients?|her|him)(?: [\w']+){0,4} (?:too (?:soon|early)|unfit|not ready|with no)
        (?:drugs?|cd|cds|controlled|morphine|vials?|fentanyl)(?: [\w']+){0,5} (?:missing|short|gone|doesn't match|don't match|
            haven't matched|never right|is water)
        second check(?: \w+){0,6} (?:did not see|didn't see|haven't seen|without)
        corridor care
        """,
    ),
)  # fmt: skip
# Lived through, reported and closed: a story, not a concern.
CLOSED = spoken(
    r"""
    (?<!nobody )(?<!never )(?<!not )(?<!no one )(?<!n't )(?<!hasn't been )(?:reported|investigated|closed|datixed|logged|sorted|fixed|
        spotted|caught|learning|duty of candour|written up|all done|both informed|told the (?:patient|doctor|team))(?: [\w']+){0,4} (?:it|
        and|closed|before|that night|done|in time|at bedside|already|same day|fine|now|by|up|i|we|report|the)
    (?:years|yrs|months) ago|back in (?:june|march|may)|when i was a student
    near miss (?:in|from) (?:january|february|march|april|may|june|july|august|september|october|november|december)
    """
)
LIVE = spoken(
    r"""
    now|right now|tonight|today|this (?:morning|evening|afternoon|shift|minute)|just|still|currently|at the moment
    since (?:\d|morning|yesterday|this|last night|evening|nine|two)
    yet|yesterday|in (?:\d+|ten|half)|\d+ (?:mins?|minutes|hours?|hrs)|hasn't|haven't|dropping|gasping|bleeding
    is (?:running|bleeding|waiting)|running|waiting|on call|nights
    """
)
