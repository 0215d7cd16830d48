"""One's own death and one's own body by grammar: a date for it, a prayer for it, never having been born, and harm with one's own hand.

Families bear the names of those in `crisis` and `crisis_hints`, and are the same to whoever counts them. What has a harmless twin that no
phrase can tell from it is only asked about.
"""

from __future__ import annotations

from bot.nlu.concerns.family import Family, Weight

OWN = (
    Family(
        "wish_dead",
        r"""
        (?:i'm|i am|i'll be|being|to be|be|get) (?:dead|deceased|ded|deid|deaded) (?:in|by|on|before|come|at|this|next) (?:the )?(?:january|
            february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|
            saturday|sunday|christmas|easter|new|deadline|weekend|week|month|year|spring|summer|autumn|winter|forty|thirty|fifty|sixty|
            morning|mornin|night|then|\d+)
        (?:be|being|was|were) (?:deid|deaded|ded)(?=[.,!?]|$| (?:and|now|by|like|than|so))
        i were (?:dead|never born|not alive)(?! (?:on|tired|right|set))
        (?:i'm|i am|being|to be|am) (?:someone|somebody|a person|one|a man|a woman|a nurse|a doctor) (?:who|that) (?:wants|wishes|
            want) (?:to[ ]
            be dead|to die)
        (?:not|no longer)(?: \w+)? (?:be|being|stay|remain) (?:among|amongst) the living
        (?:wish|wished|wishing|if only|should have|better)(?: [\w']+){0,5} (?:stillborn|miscarried|aborted|died at birth|died as a baby|
            dyed as a baby|died in the womb|drowned at birth|smothered at birth)
        (?:wish|wished|wishing|if only|shame|pity)(?: [\w']+){0,4} (?:midwife|doctors?|mother|mum|mam|mammy|mama|mom|parents|they|
            nurse|nobody|somebody)(?:'d| had| have)?(?: just| never| not)* (?:dropped|drowned|smothered|aborted|had|have|lost|kept|
            strangled|
            conceived|made|saved|delivered|revived) me(?=[.,!?]|$| (?:at|when|in|as|on))(?! (?:for|over|at (?:work|home)))
        (?:heart|mind|sights|hopes?)(?: is| are)? set on (?:dying|death|being dead)
        (?:day|date|hour|time|order|instructions?) (?:of|for) my (?:own )?(?:death|suicide)
        my (?:own )?death,? (?:which|that) i (?:intend|want|plan|wish)|(?:intend|arrange|schedule|bring about) my (?:own )?death
        (?:dead|die|gone|go|end|died|leave|death|relieved of me|life) (?:by|at|with) my own hands?
        take me,? (?:o |oh |dear |please )*(?:lord|god|jesus|allah|father)|(?:lord|god|jesus),? (?:please |just )*(?:call me home|
            take me home|come for me)(?=[.,!?]|$| (?:now|tonight|soon|please|already))
        i(?:'ll| will|'d| want to| need to| should| could| might| am going to|'m going to)(?: \w+)? (?:get rid of|end|murder|drown|
            hang|finish off|murdr) me(?=[.,!?]|$| (?:tonight|now|too))
        (?:thinking|thoughts?|think|want|wanting) (?:of|about|to) (?:ending|end|killing|kill|murder|murdr|
            murdering) me(?=[.,!?]|$| (?:a|now|
            every|again))
        (?:guts|courage|nerve|bravery|strength|balls|bottle) to (?:finish|end|kill|top|off|hang|drown) (?:me|myself|my life)
        (?:follow|following|join|joining|meet|meeting)(?: \w+){1,2} (?:into|in|under) (?:the ground|the grave|his grave|her grave)
        (?:na )?death i (?:dey|want|wan) (?:go|find|wait|want|meet)
        make (?:e|it|am|motor|car|danfo|trailer|train) (?:jam|hit|kill|crush|climb|match) me
        (?:deciding|decide|decided|thinking|choosing|choose|whether)(?: \w+){0,5} (?:live or die|die or live|or to die|or die)(?=[.,!?]|$)
        (?:magpahinga|matulog)(?: na)? (?:forever|habang ?buhay|magpakailanman)|gusto ko na(?:ng)?(?: lang)?(?: na)? (?:mawala|mamatay)
        (?:want|wants|wish|wishing|like|love|need)(?: \w+){0,3} (?:six|6) (?:foot|feet) (?:down|under|deep)
        """,
    ),
    Family(
        "not_live",
        r"""
        (?:fed up|tired|sick|weary|bored|done|enough|had it)[.,]?(?: (?:of|with|to|for|by))+ (?:existing|breathing|breathin|being alive|
            living|livin|bein alive)(?=[.,!?]|$| (?:yaar|now|tbh|any ?more|po|man|and|o|so|if|every|all|today|
            tonight|that|altogether|full stop)\b)
        (?:not|can't be|couldn't be|aren't)(?: \w+)? (?:bothered|arsed|fussed|pushed|keen)(?: (?:about|with|on|to))* (?:living|livin|
            existing|
            being alive|live|exist)(?=[.,!?]|$| (?:any ?more|now|tbh|at all))
        (?:nothing|nowt|none|no part|nobody)(?: [\w']+){0,4} (?:wants?|wanting|wish|left) to (?:carry on|keep|go on|stay|keep on)[ ]
            (?:breathing|living|alive)
        (?:don't|dotn|doesn't|not|no)(?: \w+)? want(?: (?:a|my|any|the|her|this))* life (?:any ?more|anymroe|no more|again|at all)
        (?:let go of|letting go of|shot of|rid of|out of|put off) (?:being alive|living|existing)(?=[.,!?]|$| (?:and|now|any))
        (?:put|get|take) me out of (?:my|this) life|remov(?:e|ing) myself from (?:this|the|my) (?:life|world|earth|planet)
        (?:want|wanna|wanting|get me|let me) off (?:this |the )?(?:earth|planet|world)
        (?:no|not|don't)(?: [\w']+){0,2} (?:want|wish|desire) to be (?:on|in) (?:this|the) (?:earth|world|planet)
        (?:don't|can't|not|never|stopped|cannot|didn't|couldn't|do not|struggl\w+|hard)(?: [\w']+){0,4} (?:see|seeing|find|
            finding|get)(?: (?:me|the|any|a|much|what))* (?:point|use|sense|reason)(?: is)? (?:of|in|to|for)(?: \w+)? (?:being
            |staying |keeping |be |stay |remaining )?(?:alive|living|existing|breathing|live)(?! (?:in|with|on|at|out|off|near|here|away))
        what(?:'s| is)?(?: the| even the)? (?:point|use|good) (?:of|in|is|am)(?: (?:me|i|my))? (?:being |staying |be |stay )?alive
        left here living|(?:worth more|more use|more good)(?: [\w']+){0,4} (?:dead|ded)(?=[.,!?]|$| (?:than|and|to))
        """,
    ),
    Family(
        "self_harm",
        r"""
        (?:cut|cuts|cutting|cuting|cutted|slit|slash|slashed|slice|sliced|slicing|burn|burnt|burning|scratch|scratching|tear|tearing|
            carve|carved|carving)(?: (?:up|at|into|on))* (?:my|me|mi)(?: (?:own|left|right|inner|upper))* (?:thigs?|tighs?|thys?|wirsts?|
            rists?|rist|armes|amrs?|lges?|stomack|lap|laps|flesh|belly|palms?)(?=[.,!?]|$| \w)
        (?:tear|tearing|tore|scald|scalding|burn|burning|burnt|burned|carve|carving|gash|gashed|ripping|rip|pierce|prick|pricking|stab|
            stabbing|stick|sticking|jab|jabbing) (?:at |into |up )?my own (?:skin|hands?|arms?|legs?|thighs?|palm|flesh|foot|feet|face|
            belly|
            stomach|head)
        (?:scars?|cuts|marks|burns|bruises|wounds|gashes)(?: [\w']+){0,3} (?:of my own (?:making|doing)|i do on (?:myself|me)|i (?:made|
            make|
            did|gave|do|put on|inflicted on) (?:to )?myself|self ?inflicted)
        (?:sticks?|stuck|sticking|push|pushing|press|pressed|pressing|jab|jabbing|dig|digging|put|putting)(?: (?:the|a|an|point|of|safety|
            drawing|sewing|my|in))* (?:pins?|needles?|compass|lancet|blade|razor|scissors)(?: \w+)? (?:in|into|
            through) my (?:own )?(?:legs?|
            arms?|thighs?|palms?|hand|hands|skin|stomach|wrists?)
        (?:blade|razor|scissors|lancet|compass|peeler|penknife|scalpel|stanley knife)(?: [\w',]+){0,7} (?:lines|cuts|marks) on my[ ](?:\w+
            )?(?:arms?|legs?|thighs?|stomach|wrists?)
        (?:took|taken|swallowed|take)(?: (?:more|too many|too much|extra|a lot|loads|them|it))+(?: than i should(?:'ve| have| of)?)? (?:on
            purpose|on purpos|deliberately|intentionally)
        relaps(?:e|ed|ing)(?: \w+)? (?:with|w|into|on) (?:sh|self harm|cutting)
        (?:it was|it's|were|was) me on me (?:with|w)|wanted it to hurt(?=[.,!?]|$)
        """,
    ),
    Family(
        "not_safe",
        r"""
        (?:lied|lying|lie|lies|fibbed)(?: [\w',]+){1,12} (?:thoughts? of (?:it|ending|harm\w*|hurting|killing|suicide|dying|death|self)|
            suicidal\w*|suicide|ending it|ending my life|wanting to die)
        (?:not|never|isn't|no longer|don't feel) safe (?:from|near|round) (?:myself|my own (?:hands?|head|mind|thoughts))
        """,
    ),
    Family(
        "brink",
        r"""
        (?:go|walk|wade|get|drive|wheel|walking|going) in(?:to it)? (?:and|to) (?:drown|die|not come (?:out|back|up))(?=[.,!?]|$| \w)
        walking (?:til|till|until)(?: [\w']+){1,2} (?:over my head|no me|under the water|drown\w*)
        (?:go|goes|step|walk|get|jump|going) (?:infront|infrunt|onder)(?: of)? (?:it|one|the|a)(?=[.,!?]|$| (?:train|bus|lorry|and|on))
        noose (?:is |'s )?(?:up|made|done|waiting)(?=[.,!?]|$| (?:and|i))
        (?:chair|stool|ladder)(?: \w+)? with (?:it|one|that|a \w+) (?:round|around) my neck|tied and it's for my neck
        (?:taken|took|have|got|swallowed) (?:what|something that|that which|enough (?:that|to))(?: (?:will|would|should|can|to))? (?:kill|
            finish|end) me
        i(?:'ve| have)?(?: just)? (?:took|taken|swallowed|necked|ate) (?:them )?all(?: of them)? (?:already|alredy|allready)
        stuff to finish me|(?:cord|rope|belt|flex|lead|dupatta|scarf)(?: [\w',]+){0,6} for my (?:own )?neck
        """,
    ),
    Family(
        "wish_dead",
        r"""
        being (?:dead|deid|deceased)(?! (?:tired|on|serious|good|nice|keen|honest|set|funny|slow|right|to|weight|wrong|easy|quiet|clever|
            posh|polite|excited|inside|early|late))
        (?:hope|hoping|hoped|pray|praying|prayed|wish|wishing|wished)(?: \w+)? for (?:a |an |my )?(?:\w+ )?(?:stroke|heart attack|aneurysm|
            cancer|brain bleed|car crash|cardiac arrest|clot|embolism)(?=[.,!?]|$| (?:in my|tonight|every|on|so))
        (?:pray|praying|hope|hoping|wish|wishing)(?: \w+)? (?:for )?(?:the|my|this) (?:plane|lift|bus|train|ceiling|car) (?:to|would|
            will) (?:fall|
            crash|go down|crush)
        (?:funeral|coffin|hearse|grave|cemetery)(?=.{0,50}\b(?:me in it|be mine|was mine|wasn't mine|one mine|with me in|want one)\b)
        (?:choos\w+|chosen|chose|pick\w*|planned|priced|booked|looking forward to)(?: (?:the|out|music|songs?|hymns?|
            flowers|for|
            to))* my own (?:funeral|coffin|grave|hukay|hymns)
        (?:want|wanting|wish|wished|see myself|belong)(?: [\w']+){0,5} (?:in|on|inside) (?:one of )?(?:the|them|those|a) (?:fridges|slab|
            mortuary|morgue|morge)(?=[.,!?]|$| (?:too|now|and|instead))
        (?:jealous|jelus|envy|envious|envied)(?: (?:of|the|for|all|my|those|them|our))* (?:dead|ded|deceased|corpses?|dying)
        (?:pick\w*|chosen|chose|fixed|settled|set|decided)(?: on)?(?: (?:the|my|a|which|what|out))* (?:day|date|night|tree|bridge|method|
            spot|way|place|train)(?: \w+)? (?:to (?:die|end|hang|jump|go for good)|i'll (?:die|do it)|for dying)
        (?:undo|unmake|uninvent|erase) me(?=[.,!?]|$)|(?:ending|end) mine(?=[.,!?]|$| (?:too|tonight|now))|i jealous am
        (?:keeps?|kept|keeping|stops?|stopped|stopping) (?:me|one)(?: \w+)? from suicide|you should (?:just )?die(?=[.,!?]|$)
        (?:pay|repay|atone) with (?:mine|my life)|beg make my own come|mukti chahiye|bhoomi pe bojh|death o[.,]? my own
        (?:want|wish|need|asking|deserve|ought)(?: \w+){0,2} (?:be|get) (?:put down|flushed|put to sleep)(?=[.,!?]|$| (?:like|too|now))
        (?:tried|tride|trid|want|wanted|going|ready|wish) to (?:dye|dy|dei)(?=[.,!?]|$| (?:on|last|now|tonight|so|and|because|again))
        i no (?:want|wan) dey(?=[.,!?]|$| (?:tomorrow|again|alive|this|here))
        (?:hindi|huwag|wag|di)(?: na)?(?: sana)?(?: na)?(?: ako)? (?:magising|gumising)(?=[.,!?]|$| (?:bukas|pa|po))
        my (?:own )?(?:suicide|funeral|coffin|obituary|burial|corpse|eulogy|inquest|hukay)(?! (?:care|insurance|
            leave|attire|outfit|shoes|clothes))
        (?:bury|cremate|burying) me (?:next to|beside|in the ground|near)
        i(?:'ll| will| can| could)(?: (?:just|then|finally|now))* go (?:and )?die(?=[.,!?]|$| (?:with|w|in peace|now|then))
        (?:gutted|sorry|disappointed|sad|cross|cry|cried|crying|angry|raging|let down)(?: [\w']+){0,3} (?:i woke up|to wake up|
            waking up|to be
            alive|still breathing|at waking)(?! (?:late|before|so early|at|early))
        (?:don't|do not|not to) be dead (?:by|before|at|when|on)(?! time)
        not long for (?:this world|it)(?=[.,!?]|$)|with me (?:drowned|hanged|hung)
        """,
        Weight.ASK,
    ),
    Family(
        "not_live",
        r"""
        (?:won't|mightn't|might not|not|don't|never|decided not)(?: [\w']+){0,3} (?:live out|see out|last out|outlive|live past|
            live through)[ ]
            (?:the|this|another|my|next) (?:week|month|year|winter|summer|spring|autumn|christmas|easter|birthday)
        only (?:reason|thing|reasons)(?: (?:that|why|keeping|there's|me|i'm|i am|is|still))* (?:alive|breathing|not dead|a me)
        (?:stay|staying) alive (?:til|till|until|through)|(?:still|not) (?:alive|breathing|dead)(?: [\w',.]+){0,6} (?:as a loss|a loss|
            sayang|
            worse luck|unfortunately|regrettably)
        (?:resign|resigning|withdraw|withdrawing|retire) from (?:earth|life|living|existence|the world)
        (?:not|don't|never|no)(?: \w+){0,2} (?:deserve|want|wish|care|need|intend|plan) to (?:survive|breathe|be breathing|
            go on living)(?=[.,!?]|
            $| (?:any ?more|this|it|past|now|another))
        (?:being alive|existing|living itself) is what(?:'s| is| gets)|(?:having a pulse|tired of my pulse)
        (?:tired|sick|done)(?: \w+)? (?:being|of being) (?:a human|human|a person|in this body)(?=[.,!?]|$)
        """,
        Weight.ASK,
    ),
    Family(
        "self_harm",
        r"""
        (?:blade|razor|scissors|needles?|lancet|compass|peeler|penknife|scalpel|ruler|safety pins?|lighter|
            stanley knife)(?: [\w',]+){0,9} (?:on|
            into|in|across) (?:my|me)(?: (?:own|left|right|upper|inner))* (?:arms?|legs?|thighs?|wrists?|skin|stomach|belly|hips?|palm|
            forearms?)
        (?:razor|blade|knife|lancet|compass|kettle|oven|iron|hob|peeler)(?=.{0,60}\b(?:on purpose|on purpos|not an accident|
            wanted it to hurt|
            stops the noise|to hurt myself)\b)
        (?:used?|using|use) (?:it|one|them|this|that) on me(?=[.,!?]|$)|(?:until|till|til|so) (?:it|i) (?:bleeds?|bled|bruises?|
            scars?)(?! (?:him|her|the|them))
        (?:skin|wrists?|thighs?|arms?|legs?|bleed|bled|bruises?|burns?|cuts)(?=.{0,50}\b(?:on purpose|on purpos|deliberately by me)\b)
        (?:marks|cuts) on my (?:wrists?|thighs?|forearms?)(?=.{0,80}\b(?:i said|told (?:them|her|him)|lied|hid|hiding)\b)
        """,
        Weight.ASK,
    ),
    Family(
        "brink",
        r"""
        (?:i'll|want to|going to|would|will) go (?:off|of|over) (?:it|the (?:side|edge|ledge|bridge|top|rail\w*))(?=[.,!?]|$| (?:on|and|
            one))
        (?:where|beam|hook|branch|tree|door|fan|rail|pipe|banister|joist)(?: [\w']+){0,6} (?:hold|take|bear) my weight|
            to hang from(?=[.,!]|$)
        lie down for (?:it|the train)|rope (?:snapped|broke|gave way)(?=[.,!?]|$)|(?:make|to make) myself jump|(?:be|being) under the water
        (?:sat|sitting|stood|standing|perched|i'm|am)(?: \w+)? on the (?:edge|egde|ledge) of (?:the |a )?(?:multi\w*|roof|building|bridge|
            cliff|platform|flyover|viaduct)
        {tablets}(?=.{0,40}\b(?:for the day i|for when i (?:go|die|can't|decide)|for my last|enough to do it|enough to go)\b)
        (?:one|a) step off (?:the )?(?:parapet|ledge|roof|bridge|platform|edge|cliff)|i (?:want|wanted|need) to drop(?=[.,!?]|$)
        """,
        Weight.ASK,
    ),
)  # fmt: skip
