"""Somebody is or may be harmed: by themselves, at home, a child or an adult at risk, or by a threat. One table a kind."""

from __future__ import annotations

from bot.nlu.concerns.family import Family, spoken

# Somebody close to the speaker may be in danger from themselves. Counts only where somebody close comes up (`subject`).
SELF_DANGER_OTHER = Family(
    "self_danger_other",
    r"""
    (?:kill|hurt|harm|hang|hanging|cut|cutting|hurting|harming|killing|drown|end|unalive|top|shoot|starve|starving|burning) (?:himself|
        herself|themselves|hisself|themself|theirself|her self|him self)
    (?:he|she|they|he's|she's|they're|he'd|she'd)(?: (?:said|says|just|told me|keeps?|kept|has|is|was|been|also|only|always|saying|talks?|
        about|of|that|really|might|will|would|wants?|wanted|telling|me|she|he|they|thinks?))* (?:to die|want to die|wants? to be dead|
        suicidal|suicide|self harm(?:ing)?|killing|ending it|end it|be better (?:off )?dead|better off dead|not (?:be|want to be) (?:here|
        alive)|no (?:point|reason) (?:in )?living|can't go on|won't be here|not wake)
    (?:without (?:him|her|them)|(?:me|us|we|they|the boys)(?: \w+){0,4} (?:manage|cope|be fine|better off)(?: \w+){0,4} without (?:him|
        her|them))
    (?:be|is|are|we'd be|they'd be) better off without (?:him|her|them)
    he meant without him
    (?:took|taken|taking|swallowed|had) (?:an overdose|all (?:his|her|their|of (?:his|her|their)) \w+|(?:his|her|their) (?:painkillers|
        tablets|whole)|too many|a load of (?:tablets|pills))
    (?:packet|tablets|pills|empty (?:box|strips)|box)(?: \w+){0,3} (?:next to|beside|near) (?:her|him|them)
    wan(?:t|ts)? (?:to )?sleep and not wake
    (?:cuts|marks|blood|scars|bandages?|burns) (?:\w+ )?(?:on|up|all over|down) (?:her|his|their) (?:\w+ )?(?:arms?|wrists?|rist|legs?|
        thighs?)
    (?:razor|blade|cutter|rope|note)(?: \w+){0,4} (?:in|under|missing from) (?:her|his|their|the) (?:\w+ )?(?:bed|room|pillow|bag|
        bathroom|cot|locker|bathroom)
    (?:giv\w+|gave|given) (?:away|out) (?:all )?(?:her|his|their) (?:\w+ )?\w+
    (?:rung|rang|rings?|texted|messaged) me from (?:a|the) (?:bridge|roof|multi)\w*
    (?:on|off|from|sat on|edge of) (?:a|the|the edge of the|the edge of a) (?:bridge|roof|flat roof|ledge|flyover|rail)(?=.*\b(?:he|she|
        her|him|won't come)\b)
    (?:which|what) (?:river|bridge|drugs?|tablets) (?:is|would|are)
    (?:is|was|been|seems|feels|feeling|sounds|sounded) (?:actively |really |very )?(?:suicidal|self harm(?:ing)?)
    wants? to (?:die|kill (?:herself|himself|themselves)|be dead|hurt (?:herself|himself)|harm (?:herself|himself))
    that's where they'd find me
    (?:drew|draws?|drawn|drawing)(?: \w+){0,3} (?:herself|himself|hisself)
    (?:hears?|hear) (?:herself|himself) planning|forgive her "?in advance
    (?:look after|have|take) the (?:dog|cat|kids)(?=.*\b(?:if|panel|goes)\b)
    won't give them the satisfaction
    """,
    kind="self_danger_other",
)
DOMESTIC = Family(
    "domestic",
    r"""
    (?:scared|afraid|frightened|terrified|dread|dreading|i'm not safe|don't feel safe|too scared|fear)(?: \w+)? (?:to go|of going|going|
        to be|at|to get) (?:back )?home
    safer (?:than|at work than) (?:her|my|the) (?:flat|house|home)
    (?:don't|not) (?:feel )?safe (?:at home|in my (?:own )?(?:home|house))
    (?:husband|wife|partner|boyfriend|girlfriend|bf|gf|ex|fiance|hubby|himself|he|she|mother-in-law|mil|father|dad|brother|in-laws|
        father-in-law)(?: (?:has|have|just|always|is|was|will|would|who|then|also|dey|don|been|still|only|again|started|keeps?|nearly|
        even|'s))* (?:hits?|hitting|beats?|beating|beat|punch(?:es|ed)?|slap(?:s|ped)?|kick(?:s|ed)?|chok(?:es|ed|ing)|strangl(?:es|ed|
        ing)|bites?|bit|burn(?:s|ed|t)|rap(?:es|ed)|shov(?:es|ed)|push(?:es|ed)|grabs?|grabbed|throttled|throws? things at|spits? at|
        threatens? to (?:kill|hurt|leave me with)|threatening) (?:me|my (?:kids|children|face|arm|mum))(?! (?:in the eye\. with|
        at (?:tennis|badminton|chess|cards)|up at|to the|with the hoover))
    (?:won't|doesn't|don't|not|never|isn't) (?:let|allow|allowing|letting) me (?:leave(?: the (?:house|room|flat))?|go (?:out|home|
        anywhere|to work)|see (?:my \w+|anyone|people)|have (?:a |my )?(?:phone|friends|money|bank)|ring|speak to|out|drive|work)(?=[.,!]|
        $| (?:when|if|because|without|alone|my|the|to|and|or|with))
    (?:took|taken|takes|hid|hides|has|have|keeps?|kept|holds?|smashed?|broke)(?: away)? my (?:keys|phone|passport|car keys|bank card|card|
        atm|wages|salary|certificates|documents|laptop|degree|shoes)(?=.*\b(?:he|she|his|her|husband|wife|partner|in-laws|they|ex)\b)
    (?:locked|locks|lock) me (?:in(?! the lift)|out (?:of the (?:house|flat)|all night|again last night))(?! in my scrubs)
    (?:wages|salary|pay|money|payslip) (?:go|goes|going)? ?(?:in ?to|to) (?:his|her|their) account
    (?:share my location|checks my phone|tracks me|tracking me|times (?:my|the) drive|hand (?:him|her) (?:up )?(?:the|my) payslip|
        photo of the ward clock)(?! for the grocery)
    (?:foundation|make(?:-| )?up|long sleeves|story|concealer|lipstick)(?: [\w']+){0,6} (?:bruise|bruises|cupboard door|eye|marks|
        black eye)
    (?:black eye|bruises?|marks?)(?: \w+){0,8} (?:told (?:them|everyone|work)|it's the patient|cupboard|from him|he (?:did|gave))
    chest of drawers across the door|bed against the door
    (?:sleep|slept|sleeping) in (?:my|her|the) car(?=.*\b(?:he|safer|home|temper)\b)
    (?:domestic (?:abuse|violence)(?= (?:at home|from|with my)|[.,!]|$)|abusive (?:relationship|marriage|husband|wife|partner|ex|home)|
        coercive control|honou?r (?:based|killing)|forced? (?:to marry|marriage)|arranged my marriage without)
    they(?:'ve| have)? booked it\. i said no|stove will burst|(?:more|my|about|for|asking) dowry
    bring (?:car|money|gold) from (?:your|my) father
    (?:my )?ex(?:'s| is| has| keeps| been| was)?(?: \w+){0,5} (?:car park|outside (?:my|the|work)|following|knows my rota|turn(?:s|ed|
        ing) up|engine running|stalk\w+|waiting for me)
    found my other phone
    he's (?:driving|coming|on his way) (?:to|here|over)(?=.*\b(?:phone|hospital|hide|scared|switchboard|knife)\b)
    (?:he|she|husband|partner|wife|boyfriend|ex|they)(?: (?:has|just|always|also))* (?:took|takes|taken|hid|hides|smashed|broke|
        keeps) my (?:phone|keys|passport|card|money|wages)
    at the (?:back |front )?door with a \w+|put a knife on the table|one phone call,? he says|if i go quiet
    """,
    kind="domestic",
)
CHILD_OR_ADULT = Family(
    "child_or_adult",
    r"""
    (?:shook|shaken|shake|shaking) (?:the |my |her |his )?(?:baby|cot|child|toddler)
    (?:baby|child|kid|kids|toddler|children|girl|boy|daughter|son)(?: [\w']+){0,8} (?:being (?:hit|hurt|abused|neglected|starved|beaten|
        touched)|locked (?:in|out)|left alone|alone in (?:her|his|the) (?:room|house|flat)|with marks|marks like|bruis(?:e|es|ed|ing)|
        no food|sleeps? outside|eat\w* out of|hit by|burn(?:s|t|ed)?|belt|cigarette|scrubbing (?:her|him)self|not her father)
    (?:hit|hits|beats?|beating|slaps?|slapped|burns?|burnt|touches|touched|touching|hurts?|hurting|whips?|starves?|locks?|kicked|
        shouts at)(?: \w+)? (?:the |her |his |my |their )?(?:children|child|kids|baby|son|daughter|toddler|boy|girl|resident|residents|
        old (?:man|lady)|mother|mouth of)(?! (?:milestones|book))
    (?:sit|sits|sat|sitting) on (?:his|sir's|uncle's|daddy's|the coach's|a|sir) ?lap
    sit on lap|tick(?:els|les)(?: \w+){0,2} (?:where|wear|her|him)
    (?:my|her|his|the) (?:daughter|son|child|niece|nephew|little girl|boy)(?: [\w']+){0,8} (?:scared|afraid|won't be|frightened|
        not wanting to go)(?: \w+){0,4} (?:coach|uncle|tuition|carer|stepdad|him|new husband|her dad)
    (?:man|one|uncle|he) (?:who|that) (?:did it|abused|touched|hurt|interfered)(?: \w+)? (?:to |with )?me(?=.*\b(?:babysitting|kids|child|
        niece|cousin|now|children)\b)
    (?:got|has|have) (?:pictures|photos|nudes) (?:off|of) (?:my|her|him)
    (?:fixed|arranged) (?:her|his) marriage
    (?:he|she) is (?:\d|1[0-7])(?=.*\b(?:marriage|burn|lap|witch|pepper|working|vessels|taxi man|hotel)\b)
    they say (?:\w+ ){0,4}is a witch|pepper in (?:his|her) eye|hotel in her sock|room key card
    (?:carer|staff|daughter|son|nurse|manager|owner|family|poa|friend)(?: [\w']+){0,10} (?:hits?|slaps?|slapped|struck|striking|
        shouts? at|stole|steals?|stealing|takes? (?:her|his) money|bank card|pin|does his banking|padlock|sedat\w+|rough with|ties?|tied|
        pulls? (?:her|his) hair|lock(?:s|ed)|cancel(?:s|led)? all|make him sign|each others)(?=.*\b(?:resident|residents|mum|dad|she|he|
        her|him|old|lady|man|lolo|lola|patient|boy|it's a loan)\b)
    padlock on the fridge
    (?:flinches|cowers|put up a hand) (?:when|before|every time)
    dehydrated and
    (?:bruis\w+|burns?|marks?|fracture)(?: [\w']+){0,6} (?:don't|doesn't|didn't|not) (?:fit|add up|match)
    story (?:changed|keeps changing|doesn't (?:fit|add up))|(?:i|we) let them go home
    not told anyone(?=.*\b(?:child|baby|boy|girl|bruise|plaster)\b)
    said nothing(?=.*\b(?:child|girl|boy|carer|slap|bank card)\b)
    she can hardly stand with drink|(?:three|two|the) children in the car|examines patients without need
    saw (?:the |a )?(?:\w+ )?(?:carer|nurse|colleague|staff) (?:slap|hit|punch|kick|pinch)
    (?:discharging|sending) (?:her|him) back to (?:him|her|them)(?=.*\b(?:cried|scared|bruise|nobody's job)\b)
    (?:being|is) groomed|county lines|cuckoo(?:ed|ing)|some lads have moved in|friend' living in
    """,
    kind="child_or_adult",
)
THREAT = Family(
    "threat",
    r"""
    (?:i'm going to|i'll|i will|i'm gonna|gonna|going to|i might|i want to|wanna|i go|i could actually|scared i'll|scared i'm going to|
        afraid i will|about to|thinking of|i swear i'll) (?:actually |really |seriously |fucking |just |literally |even )*(?:kill|stab|
        hurt|punch|batter|smash|break|strangle|poison|cut|swing for|beat|attack|shoot|burn|slap|hit|finish|do something to|put) (?:him|
        her|them|the (?:baby|bastard|lot of them)|my (?:manager|husband|ex|wife|boss|brother)|his (?:jaw|face|legs?|head|knees)|
        her (?:face|house)|that (?:man|woman|ward boy|porter|bastard)|for him|both of them|through a wall|him through)(?! (?:lol|haha|
        if (?:he|she) (?:eats|touches|takes|moves|steals|microwaves)|a (?:card|message|tea)|on (?:the|a) (?:rota|bed|drip|oxygen|list|
        pathway|form|section)|up (?:for|to)|to (?:bed|sleep)|down|in (?:for|touch|the (?:picture|diary)|a chair)|forward|off|through to|
        at ease|first))
    (?:he|she|they|patient|husband|ex|someone|son|landlord|brother|trafficker|father|dem|relative|man|boys|lad)(?:'s|'ll|'d|
        've)?(?: (?!afraid|scared)[\w']+){0,6} (?:going to|will|'ll|would|said he'll|go|promised (?:he'd|to)|threatened to|gonna|he'd|
        threatening to|coming (?:back )?(?:to|and)) (?:\w+ )?(?:kill|stab|hurt|finish|burn|shoot|rape|find|get|harm|attack|cut|beat|
        come back and|teach|do) (?:me|us|my|him|her|them|both|you|the papa|her papa)(?! (?:laugh|a (?:lift|tea|coffee)|(?:in )?touch|home|
        out|help|some|the keys|up to|crazy|into|on the))
    (?:threatened|threatens|threatening|threat to)(?: [\w']+){0,3} (?:me|us|staff|kill|with (?:a |an )?(?:knife|gun|acid|weapon|scissors|
        axe|hammer|bottle|machete))
    (?:with|has|had|got|holding|show(?:ed|s)?|pulled|carrying|waving|brought) (?:me )?(?:a|an|the|his|her) (?:\w+ )?(?:knife|machete|axe|
        gun|hammer|blade|acid|weapon|hurl|iron rod)(?=.*\b(?:me|us|him|her|i'm|door|fence|coat|car|girl|bed|
        neighbour)\b)(?!.*\b(?:security took|form done|surgeon|drama|film|cake)\b)
    (?:(?:he|she|they|men|man|someone|somebody|ex|patient|who|keeps|car|don|has|been) (?:keeps? |has |have |been |is |don |
        was )*follow(?:ed|s|ing)?|stalk(?:ed|s|ing)?|waiting for|waits? for|wates for|watching|tail(?:ed|ing)) me (?:home|from|to my|
        outside|to work|around|every|in the|after|until|so)
    (?:turn(?:s|ed|ing)? up|stood|sits|parked|waiting|comes?) (?:at|outside|by|near|to) my (?:house|flat|home|kids|gate|door|car|hostel|
        street)(?=.*\b(?:patient|he|she|they|him|ex|man|men|same car|waved|pics)\b)
    pics of me|takes? photos of me
    letters? describes?(?=.*\b(?:wearing|son's|my|what he'll do)\b)
    (?:i was|was|been|got|he|they) (?:raped|gang raped|sexually assaulted)
    (?:rape|raped|raping|molest(?:ed|ing|s)?|sexually assault\w*) me
    assaulted me
    (?:hand|hands) (?:up|under|down|inside|in) (?:my|the) (?:tunic|top|scrubs|skirt|shirt|dress|drape|trousers|uniform|bra)
    (?:touch(?:es|ed)?|touching|grop(?:es|ed)|rubs? (?:up )?against|pressed (?:up )?against|behind) me(?: [\w']+){0,8} (?:again|
        every (?:list|day|shift|time|night)|when i sleep|lift|times|stop it|on (?:me|with him)|theatre)
    caught in the lift
    (?:locks?|blocks?|tries) the (?:door|handle)(?=.*\b(?:stop|bank girl|every time|stands against|patient|he)\b)
    (?:hurt|shake|smother|throw|drop|push|harm|silence) (?:the |my )?(?:baby|twins?|him when he (?:cries|screams)|them when they)
    (?:pillow|hand) (?:near|over|on) (?:her|his|the baby's) face
    ways to make it quiet|one shove|i throw them
    scared (?:i'm|of what i|i might|i'll)(?: [\w']+){0,6} (?:to )?(?:the baby|him|her|my (?:mum|dad|kids|son|baby))
    i scare myself|meals a little out of reach
    (?:i know|found out) where (?:she|he) (?:parks|lives)(?=.*\b(?:wait|coat|something|tonight|sorry)\b)
    (?:put|slip|leave)(?: \w+){0,4} in (?:her|his|their) (?:coffee|tea|food|drink)
    i wanted (?:her|him) frightened|(?:names|list) (?:in|of)(?: \w+){0,3} who goes first|this place would be easy|make it so nobody
    if not mine then|not on my own with him again|pinned (?:me|us|3 of us|two of us)
    """,
    kind="threat",
)
FAMILIES = (THREAT, DOMESTIC, CHILD_OR_ADULT)
# Handled already: not a concern of the bot's any more.
HANDLED = spoken(
    r"""
    (?:referral|referred|reported|escalated|safeguarding|social (?:care|services|worker)|police|strategy meeting|marac|mash|idva|
        section \d+|child protection|cp plan)(?: [\w']+){0,6} (?:done|made|in|sent|informed|involved|told|aware|completed|closed|already|
        filed|has been|were|are|came|took|submitted|same day)
    (?:i|we|have|already|been|was) (?:reported|referred|escalated|informed)
    by the book|handled|refuge by
    the (?:team|nurse in charge|consultant|lead) (?:knows?|is aware|was told)
    told (?:the )?(?:nurse in charge|nic|ward manager|safeguarding)
    posting changed
    """
)  # fmt: skip
