"""The plainest statements by their grammar: a death as a noun, a wish turned round, a deed half told, another language.

Families bear the names of those in `crisis` and `crisis_hints`, and are the same to whoever counts them. What has a harmless twin that no
phrase can tell from it is only asked about.
"""

from __future__ import annotations

from bot.nlu.concerns.family import Family, Weight

PLAIN = (
    Family(
        "kill_myself",
        r"""
        myself,?(?: [\w']+){1,5} (?:kill|end|hang|drown|stab)(?=[.,!?]|$)
        (?:threw|flung|chucked) myself (?:off|under|into|in front|from)
        (?:voices?|head|brain|mind)(?:'s)?(?: \w+){0,3} (?:say|says|saying|tell|tells|telling|shout|shouting|scream|
            screaming)(?: me| to| that| i should)* (?:end (?:your|my) life|die(?=[.,!?]|$)|end it)
        """,
    ),
    Family(
        "suicide",
        r"""
        suicide (?:feels|seems|looks|sounds|is|would be|felt|seemed|has become|might be|may be)(?: like)?(?: \w+){0,3} (?:option|answer|
            way out|solution|escape|choice|relief|easier|plan)
        suicide (?:has |have |had |keeps? |is |was |still |just |always )*(?:crossed|crosses|crossing|been on|entered|enters|entering|
            popped|pops|popping|on|in|run(?:s|ning)? through|go(?:es|ing)? through)(?: \w+)? my (?:mind|head|brain)
        (?:get|getting|stop|shift|shake|keep)(?: the)?(?: thoughts? of| ideas? of)? suicide (?:out of|from|off) my (?:head|mind|brain)
        my (?:mind|head|brain|thoughts?)(?:'s| is| are)?(?: \w+){0,4} (?:to|of|on|with|towards|about) suicide(?=[.,!?]|$| (?:again|now|and|
            all|every|when|lately|as|at|these|most|since))
        my (?:own )?suicide(?=[.,!?]|$| (?:plan|note|is|was|has|attempt|date|i mean|and|would|in detail))
        (?:i'm|i am|am i|i must be|i'd be|i may be|i might be|i was|myself|me) (?:now |probably |still |actually )*(?:a |
            at )(?:\w+ )?(?:suicide[ ]
            risk|risk of (?:suicide|self harm|killing myself))
        (?:constant|constantly|passive|active|daily|strong|chronic|intrusive|fleeting|persistent|worsening|my|got|having|have|
            had) (?:passive |
            active )?si(?=[.,!?]|$| (?:this|today|again|and|most|every|all|for|since|at|with|now|but|tonight|lately|last|is|are|has))
        (?:a|in|my|having|had) suicidal (?:crisis|spell|state|mood|phase|spiral|place|mindset)
        suicidal (?:fits|describes|sums (?:me|it) up|is the word|is what i|is how i)
        ^suicidal(?= (?:for|all|most|every|right|these|at|because|lately|as|like|po|na|o|thinking|feelings|x|here|inside|on)\b)
        (?:attempts?|tries|go|goes) (?:on|at|to (?:end|take)) my (?:own )?life
        (?:wish|wishing|wished|gutted|sorry|sad|disappointed)(?: \w+){0,2} (?:attempt|overdose|last time)(?: [\w']+){0,4} (?:worked|
            succeeded|failed)
        (?:it's|its|is|be|been) my (?:own )?suicide|khud ?kushi|aat?ma ?hatya|magpakamatay|magpapakamatay|nagpakamatay ako|magpatiwakal
        si,? (?:no|with|but no|and) (?:plan|intent|a plan)|^suicidal (?:af|rn|fr|tbh|ngl)
        """,
    ),
    Family(
        "wish_dead",
        r"""
        (?:fantasi[sz](?:e|es|ed|ing)|daydream(?:s|ed|ing)?|dream(?:s|t|ed|ing)?|imagin(?:e|es|ed|ing)|pictur(?:e|es|ed|ing)|
            visuali[sz](?:e|es|ed|ing)|think|thinking|thought|obsess(?:ed|ing))(?: (?:about|of|over|with|all day))* (?:me (?:being )?dead|
            myself (?:being )?dead|being dead|my (?:own )?(?:death|suicide))
        fantasi[sz](?:e|es|ed|ing) (?:about|of) (?:dying|death)
        {dying}(?:'s|(?: is| has| was| keeps| just| always| have)+) (?:crossed|crossing|on|in|entered|through) my (?:mind|head|brain)
        {dying}(?:'s|(?: is| was)) (?:all|the only thing|what)(?: that)? i (?:can |ever |want |do )*(?:think|want|need|crave|dream|see)
        {dying} (?:feels|seems|looks|felt|seemed)(?: like)?(?: the| my)? (?:only|best|easiest|right)
        (?:thoughts?|thought|idea|ideas|urges?|temptation|dream|dreams|fantasy|fantasies)(?: of| about| to|,)+ {dying}(?=[.,!?]|$| (?:won't|
            keep|keeps|is|are|again|every|all|at|and|come|comes|came|back|get|getting|since|when|has|been|comforts|helps|makes))
        (?:dying|death|being dead)(?:'d be| would be| is| feels| seems| looks| sounds| might be| would feel| 'd be)(?: \w+){0,3} (?:easier|
            better|simpler|simple|kinder|nicer|preferable|relief|release|holiday|mercy|the solution|the answer|only option|way out|
            blessing|appealing|comforting|quieter|less painful)(?! (?:for (?:him|her|them|the|patients?)|when|if (?:the|they|you)))
        (?:dying|death|being dead) (?:is|would be|'s)? ?(?:all|what|the only thing|the one thing)(?: that)? i(?:'ve)? (?:want|need|crave|
            wish|pray|think)\w*
        (?:dying|death|to die) only i (?:want|am wanting)
        as well off dead|(?:better|best|happier|easier)(?: off)? with me (?:dead|gone|not alive|out of the way)
        (?:googl(?:e|es|ed|ing)|search(?:es|ed|ing)?|look(?:s|ed|ing)? (?:up|for|at|into)|research(?:es|ed|ing)?|reading|read|think(?:ing)?|
            planning|planned|found|finding|working out|worked out|know)(?: [\w']+){0,5} (?:ways?|methods?|how)(?: (?:best|quickest|
            many|for me|painless\w*|that))* (?:to|i could|i can|i'd|i would) (?:die|kill myself|end (?:it|my life)|commit suicide)
        (?:painless|easy|easiest|quick|quickest|fastest|surest|least painful) (?:ways?|methods?)(?: for me)? (?:to|of) (?:die|dying|
            kill myself|end (?:it|my life)|go(?=[.,!?]|$))
        how (?:many|much)(?: [\w']+){0,7} (?:to|you|i|would) (?:die|kill (?:me|yourself|myself)|overdose|od|end it)(?=[.,!?]|$| (?:and|on|
            from|with|in))
        why (?:have )?i (?:never|not|no) (?:die|died|dead)(?=[.,!?]|$| (?:since|yet|i))|(?:tonight|tomorrow) i (?:will )?(?:die|end|
            finish)(?=[.,!?]|
            $| (?:it|and|my))
        {wish}{link} (?:(?:six|6) (?:feet|foot) under|bleed(?:ing)? to death|drink(?:ing)? (?:bleach|poison|antifreeze)|inject(?:ing)? all)
        (?:six|6) (?:feet|foot) under would|(?:to|that) i die before|(?:what|all) i want is (?:to die|death|to be dead)
        mar ja(?:na|ana|aana|aun|un|unga|ungi)|marna (?:hai|chah\w+)|jeen[ae] (?:nahi|nahin|nhi|nai)|(?:nahi|nahin|nhi) jeena
        (?:gusto|gustong|nais|kong)(?: \w+){0,3} mamatay|(?:ayoko|ayaw ko|ayaw)(?: \w+){0,2} mabuhay
        papatayin ko(?: ang)? sarili|mo fe ku|(?:i|make i) (?:just )?(?:want |go |wish )?(?:to )?quench(?=[.,!?]|$| (?:now|tonight|o|once))
        (?:set|fixed|chosen|picked|got|have|decided)(?: on)? (?:a|the|my) (?:date|day|time) (?:for my death|to (?:die|kill myself|end it)|
            i'm going to die)
        (?:let|make|help) me (?:to )?(?:just )?(?:die|end (?:it|my life)|not wake)(?! laughing)
        (?:only|best|easiest) (?:way|option|choice|answer|solution|escape)(?: out| left| i have| i see| for me| now)* (?:is|would be|was|
            seems|left is) (?:to (?:die|kill|end (?:it|my life))|death|dying|suicide)
        no (?:way out|option|options|choice|escape|other way)(?: \w+){0,2} (?:except|but|other than|apart from)(?: to)? (?:death|suicide|
            dying|die|end (?:it|my life))
        (?:see|sees|seeing|view|think of) (?:suicide|death|dying) as|suicide as (?:my|the|an) (?:only|option|answer|way)
        death is (?:calling|waiting for me|my only|all i|what i)|how (?:can|do|could|should) i (?:just )?die(?=[.,!?]|$| (?:without|
            quick\w*|fast|peacefully))
        least painful way to (?:die|kill)|(?:survived|surviving|survive) (?:my|an|another)(?: \w+)? (?:overdose|attempt|hanging)
        i(?:'m| was| am| got| ended up| woke up)(?: \w+){0,3} (?:hospital|a&e|ed|icu|itu|resus) (?:after|with|following|for|
            because of) (?:my|an|another)(?: \w+)? (?:overdose|attempt)
        """,
    ),
    Family(
        "not_live",
        r"""
        (?:not sure|unsure|don't know|not certain|no longer sure|don't know any ?more)(?: (?:if|whether|that|i|i'd|even|still|really|
            actually))* (?:want to|wish to|should|can|deserve to) (?:live|be alive|keep living|go on living|stay alive|carry on living|
            exist)(?=[.,!?]|$| (?:any ?more|any longer|or|at all|like|now|tbh|past|and|through|much))
        (?:want|wanted|wish|wishing|like|love|wanting|need|pray|hope|ready for)(?: for)? (?:my|this|the whole)(?: \w+)? life (?:(?:to|would|
            could|was|were|will|just|be|it)\b ?)*(?:end|over|stop|finish|finished|done|ended)(?=[.,!?]|$| (?:now|already|tonight|and|so|but|
            soon|here|please|because|tbh))
        (?:no|any|isn't|without)(?: (?:a|any|more|real|good|longer))*(?: )(?:reason|point|use|sense|purpose)(?: left)?(?: for me)? (?:to|in|
            of|for)(?: (?:go|going|on|carry|carrying|keep|keeping|
            continue|continuing|still|be|being|me|even))* (?:live|living|alive|breathing|exist|existing)
        life(?:'s| is| has)?(?: just| really| simply)? (?:not|no longer|never) worth (?:it|the (?:pain|effort|bother|trouble))
        why (?:should|do|would|must|am|bother)(?: (?:i|even|still|have|to|going|on|keep|go|keeping|carry|continue|bother|be|me))* (?:live|
            living|alive)(?=[.,!?]|$| (?:any ?more|like this|now|if|when))
        (?:can't|cannot|can not|couldn't|can no longer|not able to)(?: (?:even|just|really))* (?:bear|stand|face|take|handle|
            tolerate)(?: \w+)?[ ](?:being alive|living|existing)(?=[.,!?]|$| (?:any ?more|no more|now|much longer|like this|another))
        being alive (?:hurts|is (?:\w+ )?(?:unbearable|torture|agony|too much))
        (?:not|no|never|without|zero)(?: (?:have|having|any|got|the|much|more))* (?:wish|will|desire|wanting|intention)(?: left)? (?:to|
            of) (?:live|
            be alive|stay alive|living|being alive|go on living|exist)
        (?:end|ending|ended|finish) (?:my|this)(?: own| whole| entire)? existence
        put(?:ting)? an end to my(?: own)? (?:life|existence)|{wish}{link} put(?:ting)? an end to (?:it all|everything)
        {wish}{link} (?:i'd |id )?(?:not|never|stop|cease)(?: to)? (?:exist|existing|breathing|breathe|be alive|being alive|
            living)(?! (?:in|
            with|on|at|out|off|near|like|for|through|air|down|so|that))
        ^(?:to )?(?:not (?:be alive|exist|live)|stop (?:living|existing))(?=[.,!?]|$| any)
        (?:not|don't|no)(?: [\w']+){0,3} be here(?: \w+){0,2} in this life
        (?:wish|wishing|wished|if only|better if|rather)(?: that| to god)? i(?:'d| had| was| were)?(?: just)? ?(?:never|not|hadn't|wasn't|
            weren't)(?: have)?(?: been)? born
        i should(?:'ve| have| of)? (?:never|not)(?: have)? been born|i should never (?:have|of) been born
        make i (?:just )?(?:comot|leave|go)(?: for| from)? this (?:world|life)|no (?:want|wish) life (?:again|any)
        (?:don't|won't|can't|not|never|doubt|didn't)(?: [\w']+){0,3} (?:live|alive|be here) to see (?:tomorrow|my|christmas|next|the)
        (?:don't|can't|not|never)(?: [\w']+){0,2} see myself (?:alive|living)(?! (?:in|with|abroad))
        (?:shouldn't|shouldn't even|not supposed to|not meant to|wasn't meant to|not fit to|don't deserve to) be alive
        (?:don't|haven't|not|no)(?: (?:have|got|having|even|any|the|more))* will to live|tired (?:to|for) (?:live|living)
        my last (?:day|night|week|hours?)(?: ever)? (?:alive|on (?:this )?earth)|no (?:want|wish) (?:dey|stay|
            remain)(?: for| inside)? this (?:life|world)
        """,
    ),
    Family(
        "not_wake",
        r"""
        (?:wish|wishing|wished|hope|hoping|hoped|pray|praying|prayed|rather|better if|nice if|if only|happy if|mind if)(?: (?:that|to god|
            god|just|every night|each night|always))* i(?:'d| would| did| do| could| might)? ?(?:just )?(?:wouldn't|won't|don't|didn't|
            never|not|couldn't|mightn't)(?: ever| have to| to)? (?:wake|woken?)(?: up)?(?! (?:the|so early|at \d|before|with|late|my|him|
            her|until))
        (?:go|fall|going|falling|drift) (?:to sleep|asleep)(?: \w+){0,2} (?:stay asleep(?! (?:past|until|till|through|all night|for))|
            never (?:wake|get up)|not (?:wake|get up)|die|
            stay there)
        (?:sleep|asleep|bed) and (?:to )?die(?: in it)?
        {wish}{link} (?:not|never) (?:to )?wak(?:e|ing)(?: up)?(?=[.,!?]|$| (?:again|tomorrow|and|in the morning|because|any ?more|now))
        (?:god|lord|allah|jesus)(?: (?:just|please|abeg|will|would|to|should|can|must|himself))* (?:takes?|taking|carry|carries|
            collects?)[ ]me(?=[.,!?]|$| (?:tonight|now|this|in my|already|soon|away|too|instead|this night|quietly|for (?:my|this)))
        """,
    ),
    Family(
        "end_it",
        r"""
        (?:thoughts?|ideas?|urges?|intention|dream(?:s|ing)?|temptation|thinking|fantas(?:y|ies|ising)|means|desire)(?: \w+)? (?:of|about|
            on|to|for) (?:just )?end(?:ing)? (?:it|everything|me)(?=[.,!?]|$| (?:all|again|now|tonight|for|soon|because|lately|every|most))
        (?:tonight|today|tomorrow) (?:is|will be)(?: the)? (?:night|day|time)(?: that| when)? i (?:\w+ )?(?:end|die|kill|jump)
        (?:going to|i'll|about to|planning to|ready to|will) (?:just )?do it(?=.{0,60}\b(?:{tablets}|rope|blade|bridge|train|goodbye|bye|
            find me|overdose)\b)
        (?:do|doing) it(?=.{0,30}\band i have the (?:{tablets}|rope)\b)
        {wish}{link} end(?:ing)? things (?:tonight|for good|forever|permanently)
        {wish}{link} end(?:ing)? it(?=[.,!?]|$| (?:all|tonight|for good|so|every|soon))
        (?:drove|driven|walked|went|gone|ran|climbed)(?: [\w']+){0,4} to (?:end it|kill myself|die|throw myself|hang myself|jump off)
        (?:love (?:them|you|her|him)|sorry|goodbye|forgive me)(?=.{0,40}\b(?:going to|about to|will|i'll) do it\b)
        """,
    ),
    Family(
        "overdose",
        r"""
        (?:pills|tablets|tabs|meds|medication|rope|noose)(?: (?:is|are|all|sat|right|here))* (?:ready|waiting|in my hand|by (?:my|the)[ ]
            bed|beside me|next to me)(?=[.,!?]|$| (?:and|to take|now|tonight|for (?:tonight|later|me|when)|i|so|here|
            just)\b)(?!.*\b(?:round|
            ttos?|patients?|pts?|trolley|mum|mam|dad|mother|nan|dog|cat|discharge|clinic|ward|bay|swing)\b)
        (?:consumed?|taken|took|drank|drunk|swallowed|ate|eaten|drink)(?: \w+)? (?:rat )?(?:poison|pesticide|bleach|phenyl|dettol|harpic|
            antifreeze|weed ?killer|paraquat|kerosene)
        (?:took|taken|swallowed) enough(?: \w+)? this time|drink (?:am|it) (?:and )?die
        i(?:'ve| have)?(?: just)? injected myself with (?:insulin|potassium|morphine|fentanyl|air|propofol|everything|too much|all)
        (?:taking|taken|took|swallowed) (?:all )?(?:my|me)(?: own| whole| entire)? (?:{tablets}) (?:at once|in one go|together|tonight to)
        (?:took|taken|taking|swallowed) too many (?:{tablets})
        (?:tempted|urges?|thinking)(?: (?:to|of|about))? (?:take|taking|swallow|swallowing) (?:the lot|them all|all of them|
            everything)(?=[.,!?]|$| (?:and|tonight|at once))
        """,
    ),
    Family(
        "self_harm",
        r"""
        hurting myself (?:is|was|helps?|makes?|calms?|feels|because|to feel|to cope)
        (?:scared|afraid|worried|frightened|terrified|fear|fearing)(?: (?:that|of|i|i'll|will|might|may|could|i'm|going|to|i'd|
            just))* (?:hurt|
            hurting) myself
        punish(?:ed|ing|es)? myself (?:by|with) (?:cut\w*|burn\w*|hit\w*|scratch\w*|a (?:blade|razor|knife)|the (?:blade|razor|knife)|
            not eating|
            starving|pain|bleeding)
        (?:my|both)(?: (?:left|right|own))? (?:wrists?|arms?|thighs?|forearms?) (?:are|is|were) (?:all |both )?(?:cut|slashed|slit|bleeding|
            covered in (?:cuts|burns))
        (?:urges?|want|wanting|wanted|need|tempted|itching)(?: \w+)? to (?:burn|cut|slit|slash|stab|scald|break) my(?: own)? (?:hands?|
            fingers?|skin|arms?|legs?|body|wrists?|thighs?|face|veins?|bones?)
        (?:i'm|i am|i've been|i have been|i keep|i've started|i started|i still|been) (?:secretly |still |actively |
            now )?self harm(?! (?:nurse|
            link|lead|team|liaison|champion|practitioner|trained|trainer|awareness|training))
        (?:urges?|urge|temptation|want|wanting|need) (?:to|of|for) self harm(?! (?:nurse|care|team|training|pathway))
        self harm i (?:am|do|did|have)|(?:been|am|i'm|keep|kept|started|from|stop|be) sh(?:-|')ing
        (?:have|i've|just|i) slit (?:my |the )?(?:hand|hands|wrists?|arm|throat)
        put (?:it|the knife|a knife|the blade|a blade) (?:in|into|through) (?:myself|my (?:arm|leg|neck|chest|stomach|heart))
        (?:arms?|legs?|thighs?|wrists?) (?:are|is) covered in(?: \w+)? (?:cuts|burns|scratches)
        sh'd (?:again|last|tonight|today|every|this|on|in)|dsh (?:again|last|tonight|today|every|this|on|in)|(?:self|
            selfs) inj(?:ury)? (?:again|last|tonight)
        """,
    ),
    Family(
        "brink",
        r"""
        (?:step|stepped|stepping|jump|jumped|jumping|walk|walking|leap|leaping|throw(?:ing)? myself) (?:out )?(?:in front of|under) (?:the |
            a |
            an )?(?:\d[\d:.]*|next (?:train|bus|one)|first train|fast (?:train|one)|oncoming)
        {wish}{link} (?:crash|crashing) my (?:car|bike|van)|{wish}{link} jump(?:ing)?(?=[.,!?]|$| (?:again|and|every|most|tonight|now))
        {wish}{link} (?:walk|walking|run|running|step|stepping) (?:out |straight |right )*(?:into|in front of) (?:the )?(?:traffic|tide|
            oncoming \w+)
        (?:bridge|roof|ledge|platform|cliff|edge|railings?|parapet|balcony)(?=.{0,60}\b(?:nearly|almost|about to|going to|want(?:ed)? to|
            thought (?:of|about)|think(?:ing)? (?:of|about)) (?:jump\w*|go(?:ing)? over|step\w* off|throw\w* myself)\b)(?!.*\bbungee\b)
        (?:rope|noose|belt|cord|sheet|cable|ligature|flex|bag|pillow case)(?: \w+)? (?:round|around|over|on) my (?:neck|throat|head|
            own neck)
        (?:stood|stand|standing|got up|climbed) on (?:a|the) (?:chair|stool|bed|table)(?=.{0,40}\b(?:rope|noose|beam|belt)\b)
        (?:nearly|almost|deliberately|purposely) (?:drove|crashed|swerved|steered)(?: \w+){0,2} (?:at|into|in front of) (?:a|the|
            an) (?:tree|wall|lorry|bridge|barrier|truck)(?=.{0,20}\bpurpose|[.,!?]|$)
        the rope (?:got|bought|ready|tied)|gun (?:to|in|at|against) my (?:own )?(?:head|mouth|temple)
        (?:nearly|almost|wanted to|want to|going to|about to) (?:step|stepped|walk|walked|jump|jumped|throw myself|run|
            ran) (?:out )?(?:in front of|under) (?:a |the |an )?(?:{traffic})
        """,
    ),
    Family(
        "not_safe",
        r"""
        (?:not|don't|can't|cannot|won't|unable|struggl(?:e|ing)|couldn't|unsure|doubt)(?: [\w']+){0,5} (?:keep|keeping) myself safe
        (?:not|don't|never)(?: \w+)? feel(?:ing)? safe (?:with|around|from|alone with|on my own with|in) (?:myself|my own (?:thoughts|
            company|
            head|skin))
        unsafe (?:with|around|from) myself
        """,
    ),
    Family(
        "wish_dead",
        r"""
        ^(?:die|dying|death|being dead|my death)[.!]?$|(?<=[?] )(?:dead|death)[.!]?$|gone[.,]? dead(?=[.,!]|$)
        my own death(?=[.,!?]|$)|(?:want|wish)(?:ing)? (?:to )?bleed(?:ing)? out
        (?:wish|wishing|hope|hoping|pray|praying)(?: [\w']+){0,3} (?:heart|breathing)(?: \w+){0,3} (?:stop|stopped|stops|pack in|packs in|
            give out|gives out|give up)
        death would (?:do|suit)|(?:dying|drowning|hanging)[.,] (?:honest\w*|on purpose)|dying would(?=[.,!]|$)
        i die(?=[.!]?$)|(?:my|this) life(?:'s)? (?:don|is) tire|(?:this )?life don tire|i don tire (?:for|of) (?:this )?life|end me(?=[.,!]|
            $)
        (?:does|would|will|do) it (?:hurt|be painful|take long) to (?:die|hang|drown|overdose)|(?:does|do|would) (?:hanging|dying|drowning|
            overdosing|bleeding to death)(?: \w+)? hurt
        (?:care|notice|mind|cry|miss me|sad|bothered|matter|sorry|know)(?: \w+)? if i (?:died|was dead|were dead|am dead|be dead|
            dropped dead)
        (?:want|wants|wish|wishes|rather|prefer) me dead|(?:when|after|once) (?:i'm|i am) dead(?=[.,!?]|$| (?:and|please|who|my|they))
        (?:wish|hope|pray|want)(?:ing)?(?: \w+){1,3} (?:would |will |to )?(?:take|hit|hits|kills|takes) me(?=[.,!?]|$| (?:out|soon|quickly|
            tonight|instead))
        (?:wish|gutted|sorry) it (?:had|hadn't)(?: \w+)? (?:worked|failed) (?:when|last|that|the)|death dey (?:hungry|call|catch)
        """,
        Weight.ASK,
    ),
    Family(
        "not_live",
        r"""
        ^(?:being|not) alive[.!]?$|^not existing|i (?:wouldn't|would not|won't) exist(?=[.,!?]|$)|is (?:my |this )?life (?:even |really |
            still |
            actually )?worth (?:living|it)
        lost (?:the|my|all|any)(?: \w+)? (?:will|wish|desire) to (?:live|go on|be alive|carry on)|my will to live
        (?:can't|cannot|couldn't)(?: \w+)? (?:take|do|bear|stand|face|handle) (?:this |my )?(?:life|alive)(?=[.,!?]|$| (?:any ?more|no more|
            now|
            much longer|like this))
        (?:unsubscribe|sign(?:ing)? off|check(?:ing)? out|log(?:ging)? (?:off|out)|opt(?:ing)? out|resign(?:ing)?)(?: \w+)?[.,]? (?:from|
            of) (?:life|being alive|living|existing|this (?:life|world)|the world)
        (?:reason|point) (?:to|in) (?:keep )?(?:breathing|existing)|(?:no|zero) interest in (?:living|life|being alive)
        (?:disappearing|vanishing|being gone|sleeping) (?:forever|for ever|for good|permanently)|stopping living
        {wish}{link} (?:disappear|vanish|be gone|go away|sleep) (?:forever|for ever|for good|permanently)
        (?:not|never) waking up(?=[.,!?]|$| (?:again|tomorrow))|(?:want|wish)(?:ing)?{link} in the ground|join my (?:dead|late) \w+
        (?:do|doing|done) something (?:stupid |bad |silly |awful |terrible )?to myself(?=[.,!?]|$| (?:tonight|before|if|soon|and|so|last|
            every))
        no more me(?=[.,!]|$)|being alive (?:bit|thing|is (?:so |too |very )?(?:hard|exhausting|painful))|wanting to be alive
        (?:don't|not|never)(?: \w+)? want to see (?:tomorrow|the morning|another day|another year|my next birthday)|my life is over
        (?:give|giving) (?:up my life|my life up)|don't see a future with me
        """,
        Weight.ASK,
    ),
    Family(
        "end_it",
        r"""
        {wish}{link} put(?:ting)? an end to it(?=[.,!?]|$)|end(?:ing)? (?:the|my|this|all the) (?:pain|suffering|hurt) (?:for good|forever|
            for ever|permanently)
        ending it(?=[.,!?]|$| i mean)|(?:think|thinking|thought|thoughts)(?: \w+)? (?:of|about) ending things(?! (?:with|between|early|on))
        i know(?: exactly)? (?:how|when|where)(?: (?:and|when|where|how))* i(?:'d| would|'ll| will|'m going to) (?:\w+ )?(?:do it|
            go)(?=[.,!?]|
            $| (?:and|when|where|tonight))
        (?:might|will|could) be (?:today|tonight|tomorrow|the day) (?:that )?i do it|(?:do|doing) it tonight|
            tonight(?:'s)?(?: is)? the night
        (?:thought|thinking|think|planned|planning|know|worked out|imagine|imagined|imagining|decided)(?: about| of| out| exactly)* (?:how|
            where|when)(?: and \w+)? (?:i'd|i would|i'll|i will) (?:do it|die)
        want end am
        """,
        Weight.ASK,
    ),
    Family(
        "overdose",
        r"""
        {tablets} (?:are |all |have been |is )*(?:taken|swallowed)(?=[.,!]|$)|(?:taken|took|swallowed) (?:some|a few|a good few)(?=[.,!]|$)
        (?:stopped|stopping|skipping|skipped|missing) my(?: own)? insulin(?: \w+){0,2} (?:on purpose|deliberately)
        start(?:ed)?(?: already)? (?:to )?(?:drink|drinking|swallow|swallowing) (?:the|my|these|all) {tablets}
        i don (?:chop|swallow) (?:am|the thing|all)|pills pills
        (?:swallowed|taken|drunk|drank|injected) something(?=[.,!?]|$| (?:and|i|bad|stupid))|{tablets} (?:hidden|stashed|stockpiled|
            saved up)
        (?:will|would|can|could|do)(?: \w+){1,5} kill me(?= ?[?]|$)|(?:good|easy|quick|nice|better) way (?:to die|of dying)(?=[.,!?]|$)
        odd on {tablets}
        """,
        Weight.ASK,
    ),
    Family(
        "self_harm",
        r"""
        ^(?:cut|cutting|hurt(?:ing)? myself)(?=[.,!?]|$)|punish(?:ed|ing|es)? myself(?=[.,!?]|$| (?:again|because|on|after))|^hanging(?=[.])
        (?:don't|can't|didn't|not) trust me(?=[.,!]|$| (?:on my own|alone|with|tonight|not))|its? done[.,] (?:my )?wrists?
        (?:bruis(?:e|es|ed|ing)|pinch(?:ed|ing)?|bit|biting)(?: \w+){0,4} (?:my(?:self)?|both) (?:own )?(?:arms?|thighs?|
            legs?)(?=.{0,40}\b(?:on purpose|
            till|until|punish\w*|every)\b)
        blood blood(?: blood)*
        """,
        Weight.ASK,
    ),
    Family(
        "farewell",
        r"""
        this is (?:my )?(?:good ?bye|farewell)(?! (?:to (?:the (?:ward|team)|ward)|party|card|cake|do|from the))|(?:left|leaving|written|
            wrote) (?:a|my|the) note(?=[.,!]|$|
            in my (?:locker|room|drawer|bag|car))
        (?:goodnight|good night|goodbye|good bye|bye)(?: \w+){0,2},? (?:for good|for ever|forever|for the last time)|(?:gone|going|
            sleep) for good this time
        by the time (?:you|they|anyone|he|she)(?: \w+){1,4},? i(?:'ll| will) be (?:gone|at peace|away)
        (?:if|when) you don't hear from me(?=.{0,40}\b(?:managed|done|worked|did it|gone)\b)
        (?:wrong|other) side of the (?:barrier|railings?|rail|fence|parapet)|pull(?:ing)? my own plug
        (?:said|saying|say)(?: my)? goodbyes? to my (?:children|kids|family|mum|mam|dad|boys|girls|parents|wife|husband|dog|cat)
        (?:won't|will not|not) be (?:here|around|there) (?:tomorrow|in the morning|by morning|after tonight)(?=.{0,60}\b(?:{tablets}|
            goodbye|sorry|forgive)\b)
        """,
        Weight.ASK,
    ),
    Family(
        "brink",
        r"""
        (?:sat|sit|sitting|stood|standing|lay|lying|lie|walked|walk|walking|climbed|stepped|went)(?: \w+){0,2} (?:on|onto|on to|
            down to) the (?:train )?(?:tracks|rails|railway line|train line)
        (?:drove|drive|driving)(?: \w+){0,2} at (?:a|the) (?:tree|wall|lorry|bridge|barrier)|turned (?:on the gas|the gas on)(?=[.,!?]|
            $| and)
        (?:got|have|bought|found|loaded|looked for|looking for) (?:a|the|my|dad's|his) (?:gun|shotgun|pistol|rifle)
        (?:razor|blade|knife|noose|rope)(?: \w+){0,2} in my hand|(?:knife|blade|rope|razor|{tablets})(?=.{0,40}\b(?:in case|for when|
            until) i (?:want|need|can't|decide)\b)
        (?:i'm|i am|sitting|standing|up)(?: \w+){0,2} (?:on|at) the (?:bridge|roof|ledge|edge|cliffs?|railings|parapet|viaduct|
            flyover)(?=[.,!?]|$| (?:and|now|again|of))
        """,
        Weight.ASK,
    ),
    Family(
        "suicide",
        r"""
        my (?:second|third|next|last|first|other) attempt(?=.{0,30}\b(?:work\w*|succeed\w*|fail\w*|surviv\w*)\b)
        """,
        Weight.ASK,
    ),
    Family(
        "burden",
        r"""
        (?:i'm|i am|am) no (?:use|good) to (?:anyone|anybody|them|no one)(?=[.,!]|$| (?:and|any ?more|now|alive))
        """,
        Weight.ASK,
    ),
)  # fmt: skip
