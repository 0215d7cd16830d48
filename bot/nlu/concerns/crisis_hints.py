"""Talk that may point to one's own death without saying it. Much of it only makes the bot ask; what is hardly ever said otherwise acts."""

from __future__ import annotations

from bot.nlu.concerns.family import Family, Weight

FAMILIES = (
    Family(
        "burden",
        r"""
        (?:everyone|everybody|everyones|everybodys|they|they'd|they'll|kids|children|family|wife|husband|people|parents|boys|girls|them|
            world|he|she|he'd|
            she'd|all|mum|partner)(?:'s|'d|'ll)?(?: [\w']+){0,5}? (?:better|happier|lighter|easier|freer|best|peacefully|peaceful|richer|
            kinder)(?: off)?(?: (?:all|be|far|much|to be|for everyone|for them|
            for all of them))* without me(?! (?:in|at|on) )
        (?:everyone|everybody|all|world|they|they'd|they'll|kids|children|family|wife|husband|people|parents|boys|girls|them|mum|
            partner)(?:'s|'d|'ll)?(?: (?:would|will|can|could|be|all|do|just|probably|get|on))+ (?:fine|grand|cope|manage|ok|
            okay) without me(?! (?:in|at|on) )
        better off if i (?:was|were|am|wasn't|weren't|died|disappeared|left|go|went|not)
        (?<!as )if i (?:wasn't|weren't|was not|were not|wosn't|am not) (?:here|there|around|alive|about|in the (?:picture|world|house)|
            in this world)
        (?:i am|i'm|am|feel like|just|only|become)(?: (?:only|just|such|one|a|the|nothing but|like|always|too|this|on|so))* (?:burden|
            dead weight|waste of (?:space|air|oxygen|a room|room|forms|everything)|weight round)(?! on the)(?:world|family|kids|children|
            wife|husband|they|nobody|no one|everyone)(?: \w+){0,3} (?:no|don't|doesn't|not|better not) (?:need|
            needing) me(?: to stay| in this| here| any ?more| again|[.,!]|$)
        (?:i'm|i am|am) (?:more (?:use|useful|
            worth|
            valuable)(?: \w+){0,4} (?:dead|gone|like that|than now))
        worth more (?:dead|gone)|what(?:'s| is) the use of me|my use is finish\w*
        (?:insurance|death in service|burial money|pension|payout|lump sum)(?: \w+){0,8} (?:better|pays|pay|would|get|go to|enough|sort)
        taking up space|heavy for everyone|drag(?:ging)? everyone down|ruin(?:ing)? everyone's life|^burden[.!]?$
        (?:the|any|no|see the|what's the|what is the|wots the) point (?:of|in) me(?! \w+ing)
        (?:world|everyone|family|them|they) (?:is|are|be|would be) (?:\w+ )?(?:better|lighter|happier|free) (?:when|once|
            if) i(?:'m| am)? (?:gone|not|go|leave)
        (?:if i|when i'm|i could|i'm) (?:no show|not there|gone|not here|disappeared?)(?=.{0,60}\b(?:insurance|lump sum|pays|relieved|
            breathe|nobody|no one|noticed?|cope|manage|settled|better)\b)
        """,
        Weight.ACT,
    ),
    Family(
        "not_wake",
        r"""
        (?:don't|not|no|never|didn't)(?: (?:want(?:ed)?|wanting|wish|care|hope|expect|like|need|feel like|just|to|really|even|ever|i|if|
            mind))+ (?:wake up|wake|waking up|waking|woken)(?! (?:the|my|his|her|him|them|everyone|baby|kids|up the))
        (?:want(?:ed)?|wish|hop(?:e|ing)|pray(?:ing)?|rather|better|nice|love|easier|mind|ask|beg|happy|close my eyes|sleep|bed)(?: (?:to|
            i|could|just|and|if|that|would|did|might|be|go|for|fall asleep|it|god|please|simply|i'd|i'll))* (?:not|never|didn't|don't|no|
            won't) (?:to )?(?:wake up|wake|waking up|woken up|woke up|be woken)(?! (?:the|my|his|her|him|them|you|anyone|until|till|
            me (?:before|till|until|at|sunday|\w+day)|in time|early))
        (?:eyes? )?clos(?:e|ed|ing) and (?:not|never|no) open\w*
        sleep (?:forever(?! after)|for ever|for good|permanently|and (?:never|not)|and no wake|for always|always)
        (?:one |a )?(?:permanent|forever|eternal|endless|very long|the long|the big) (?:sleep|rest)
        long rest
        (?:take|carry|collect|call|bring)(?: \w+)? me (?:in (?:the|my)|home|tonight|quietly|away|now|to (?:heaven|him|god)|
            up there)(?: \w+){0,2}(?:night|sleep|lord|god|$|[.,])?
        (?:die|go|pass|slip away|pass away|be gone)(?: \w+)? in my sleep
        (?:disappointed|gutted|annoyed|sad|sorry|cross|angry|relieved)(?: (?:that|to|i|still|when|not|be|am|find|myself|was))* (?:wake|
            woke|wake up|woken|still here|still be here|still alive|opened my eyes|here in the morning)(?! (?:up )?(?:at|early|late|
            before|so early))
        (?:every|each) morning(?: \w+){0,5} (?:disappointed|gutted|sorry|still here|annoyed)
        no more mornings|(?:don't|not) let me (?:open my eyes|wake)
        if i (?:just )?(?:don't|didn't|no|never) wake(?: up)?(?=[.,]| before| again|$)
        go to sleep and for (?:it|there)|no alarm,? ever
        """,
        Weight.ACT,
    ),
    Family(
        "not_here",
        r"""
        (?:don't|not|no longer|didn't|never|can't|cannot|tired of|sick of|hate)(?: (?:want(?:ed)?|wan|to|really|even|just|deserve|
            see the point of|supposed|think i should|i|should|of|going))* (?:be|being) (?:here|around|on this earth|in this world|
            anywhere)(?=[.,!?]|$| (?:any ?more|any longer|no more|at all|in general|full stop|and i don't mean|tbh|like this|lol|hehe|
            in this world))
        (?:won't|will not|not going to|i may not|might not|shan't|wouldn't)(?: (?:going to|be|even|still|want to|expect to|likely to|
            planning to))* (?:be )?(?:here|around|alive|about|there)(?= (?:for (?:it|them|that|christmas|my|the (?:wedding|birthday|next|
            baby))|to (?:see|give|worry|find|know|do it|answer|spend|use)|much longer|by|in (?:the )?(?:march|april|may|june|july|august|
            spring|summer|autumn|winter|five|a year|five years)|after (?:this|that|christmas|the)|next (?:year|christmas|month|summer|
            week|time|birthday)|then|soon|when)|[.,!]|$)(?!.*\b(?:leave|holiday|holidays|vacation|off duty|hen|mat leave|new job)\b)
        (?:want(?:ed)?|wish|like|love|wanna|rather|need|hope|be nice|easier|could just)(?: (?:to|i could|just|i|be|could|quietly|simply|
            all|properly|completely|sort of|it|if|slowly))* (?:disappear|vanish|evaporate|dissolve|cease(?: to exist)?|stop existing|
            not exist|not be here|be erased|erased|be nothing|be no one|fade away|be rubbed out|be gone|never have (?:existed|been born)|
            be deleted|fall off the (?:face of the )?earth)(?! (?:for (?:a|an|the)|into (?:the|a|my|bed)|off to|to (?:the|a)|
            from the (?:meeting|group|rota)|on (?:holiday|leave)|by \d|at \d|before))
        rub me out
        (?:erase|delete) me(?= from (?:this|the) (?:world|earth)|[.,]|$)
        stop being(?! (?:\w+))|not be a (?:thing|person)|not having to be (?:anyone|anything|me|here)
        wish i (?:wasn't|weren't|was never|was not|had never been) (?:here|born|alive|around|anywhere)
        never been born|(?:wasn't|weren't|not) supposed to be here|shouldn't be here any ?more
        i can't (?:be here|stay)(?=[.,!]|$| and i don't mean| any ?more| much)
        leave(?:ing)? (?:all of )?(?:this|it|you|them)(?: all)? (?:behind|for good)(?! (?:desk|at work))
        (?:shouldn't|should not|don't deserve to|not fit to|not meant to|not supposed to|rather not|sooner not|no longer|
            never) be (?:on (?:this )?earth|in (?:the|this) world|born)
        outstayed my welcome|can't stay here
        (?:not|never) come back(?=[.,!]|$)(?=.*\b(?:wish|just|fly|walk|gone)\b)
        when i die(?=[.,!]|$| i )
        if i (?:die|died|dey die)(?=.{0,60}\b(?:would|my|they|nobody|no one|want|can)\b)
        how (?:fast|quickly|soon) (?:she'd|he'd|they'd|everyone would) (?:forget|get over)
        (?:nobody|no one|none of them|not one|who|people|they)(?: (?:would|will|even|go|wouldn't|won't|to))* (?:miss me|notice if i|
            care if i|mind if i|look for me|cry for me)(?! for)
        """,
        Weight.ASK,
    ),
    Family(
        "no_future",
        r"""
        (?:can't|cannot|couldn't|don't|no|not|never|isn't|there's no|there is no|see no|without|carnt|nothing)(?: (?:see|any|a|my|have|
            got|is|there|seeing|imagine|picture|think of|of|the|longer see|even see|that|really))* (?:future|tomorrow(?= (?:for me|coming|
            any ?more|in|left))|way out|way through|way forward|light at the end|end to (?:it|this)|monday|next year|next week|five years|
            myself in)(?=[.,!?]|$| (?:for me|with me|any ?more|of this|at all|coming|is|there|here|in my|left|for myself|of it|other|
            except|past|beyond|other than|now|either|where|to any))
        (?:no|isn't any|not any|what(?:'s| is) the|what|any|lost the|see the|see any|where's the|never see the) (?:point|reason|use|
            purpose)(?: (?:left|any ?more|now|really|left for me|even|tbh))*(?: (?:in|of|to|for))* (?:me|my life|life|living|being here|
            carrying on|going on|any of it|anything|any of this|it all|all this|this life|existing|trying any ?more|getting up|staying|
            me being here|being around|stay|carry on|go on|be here|get up|keep going|waking up)(?=[.,!?]|$| (?:any ?more|now|tbh|really|
            when|if|to any of))
        nothing (?:left )?(?:to live for|to stay for|keeping me here|for me here|worth staying|to look forward to at all|left for me)
        nobody to live for
        only (?:thing|reason)(?: \w+){0,3} (?:keeping me (?:here|alive|going)|i'm (?:still )?(?:here|around|alive))
        reason (?:i'm|i am) still here
        why (?:am i|i'm) (?:still )?(?:here|alive|bothering to stay|even here)(?=[.,!?]|$)
        (?:hope's|hope is|all hope is|all my hope is|lost all|no|any) (?:gone|hope)(?: (?:left|any ?more|for me))?(?=[.,!?]|$)
        i'?(?:'m| am| feel)(?: so| just| completely| utterly| totally)? hopeless(?=[.,!]|$| (?:and|about everything|like|today|now))
        it's hopeless|everything is hopeless|life is hopeless
        life (?:is|feels|has)(?: \w+)? (?:pointless|meaningless|empty|nothing|no meaning|not for me|over|finished)(?=[.,!]|$| (?:for me|
            now|any))
        (?:at|reached|come to|near|nearing|got to) the end of (?:me|the road|my road|everything|myself)(?=[.,!]|$)
        (?:only|just) one (?:way|door|option|thing) (?:out|left)|one way out|way out of (?:this life|it all)|(?:enough|had enough) life
        enough i have lived|had all mine
        (?:wrecked|tired|weary|sick|done) (?:of|with|from) (?:being (?:somebody|a person|alive|anyone|me)|living|there being a me|
            not being dead)
        tire (?:to|of) (?:dey )?(?:breathe|live)|past tense about myself|no (?:next|tomorrow) (?:week|year|for me)|running out of reasons
        no reason for me
        """,
        Weight.ASK,
    ),
    Family(
        "let_it_stop",
        r"""
        (?:want|need|wish|wanted|begging for|wanting|please make|just make)(?: (?:it|this|everything|all of it|all of this|the pain|
            my head|my brain|the noise|the thoughts|things|all|just|to|the hurting|the hurt|pain|feeling|me|all to))* (?:stop|be over|
            to end|be done|to be over|stopped|end)(?=[.,!?]|$| (?:now|hurting|for good|forever|please|being|so|all|already|me|tbh|
            permanently))(?! (?:the|it|them|that))
        (?:can't|cannot|can not|couldn't|don't think i can|no strength to|not sure i can|no longer|don't know (?:how|if) i can|unable to|
            can no longer|not able to)(?: (?:even|really|just|keep|to|physically|honestly|possibly|i))* (?:go on|carry on|keep going|
            keep doing this|keep this up|live like this|take any ?more|take much more|do this life|do life|cope with life|face (?:another|
            tomorrow|the next)|fight any ?more|hold on|hang on|do it any ?more|do another|bear (?:it|this|living))(?=[.,!?]|
            $| (?:any ?more|any longer|like this|much longer|no more|now|with (?:my |this )?life|day|year|winter|christmas|one|and|living|
            being))
        (?:tired|sick|bored|weary|exhausted|fed up) (?:of|with|from) (?:it all|everything|this life|life|living|being here|being me|
            existing|fighting|trying|all of it|being alive|breathing|for this life)(?=[.,!?]|$| (?:tbh|now|and|really|any|lol))
        (?:i'm|i am|am|so|just|completely|totally|i don|feel) done (?:with (?:life|everything|it all|this life|living|trying|all of it|
            this world)|trying|fighting|now)(?=[.,!]|$)
        had enough of (?:life|living|it all|everything|this life|being here|being alive|trying|all of it)(?=[.,!]|$)
        had enough[.!]? (?:of )?(?:want out|can't go on)
        (?:give|giving|given|gave) up (?:on (?:life|everything|living|myself)|completely)
        want(?:ing)? out(?=[.,!]|$| (?:of (?:this life|life|everything|it all|my head|here|all of)|permanently|for good))
        need(?:ing)? out(?=[.,!]|$)
        (?:ready|want|like|allowed|time|time for me|let me|wish i could|free|permission|leave) (?:me )?(?:to )?go(?: now)?(?=[.,!]|
            $| (?:quietly|now|and be|to god|to heaven|up|po|na|home to))(?! home$)
        someone to let me go|(?:i )?can go na
        (?:join|joining)(?= (?:mum|dad|my|her|him|nan)\b)(?: \w+){1,2} (?:in heaven|up there|soon|now)
        (?:be (?:up there |back |together )?with|go (?:up )?to|go and be with|gone to|reunited with) (?:mum|mam|mammy|dad|daddy|nan|nana|
            gran|grandad|her|him|my (?:mum|mam|dad|son|daughter|baby|husband|wife|nan|brother|sister|boy|girl|mother|father)|them|god|
            jesus|the lord)(?= (?:now|again|soon|already|instead|in heaven|up there)|[.,!]|$)
        go somewhere (?:nobody|no one|they can't)|put (?:me )?out of my misery|put down like|be with (?:her|him|them|mum|dad|mam) soon
        (?:get|make it|hold on) to \w+day\. (?:then|after)
        (?:i'm|i am) (?:just |not \w+\. i'm |)?done(?=\. )(?! (?:my|the|with))
        not scared (?:of it )?any ?more|i'd go (?:tonight|in the morning|tomorrow|now)|somebody please put for me
        (?:calling|asking|asks?|beg|begging|pray(?:ed|ing|s)?)(?: \w+){0,3} (?:god|him|the lord)(?: \w+)? to (?:call|take|carry|fetch|
            collect) me
        """,
        Weight.ASK,
    ),
    Family(
        "means",
        r"""
        (?:sav(?:e|ed|ing)|hoard(?:ed|ing)?|stockpil(?:e|ed|ing)|stash(?:ed|ing)?|collect(?:ed|ing)|keep(?:ing)?|kept|squirrel(?:led|
            ling)?|put(?:ting)? (?:by|aside|away)|stor(?:e|ed|ing)|gather(?:ed|ing))(?: (?:up|back|all|of|my|some|the|mum's|dad's|nan's|
            his|her|old|leftover|those|them|by|aside|away|for))* (?:{tablets}|stash)(?! (?:in (?:the )?(?:fridge|cupboard|drug)|
            on the (?:trolley|ward)|for (?:the|my) (?:round|patients?)))
        (?:little |my |a )stash
        (?:not|haven't|stopped) been taking them.{0,20}(?:keep|kept|saving)
        been keeping them|i (?:just )?hold it until
        (?:know|knows|worked out|work out|looked up|look up|googled|calculated|read up)(?: \w+){0,3} (?:how much|how many|what dose|
            the dose|which (?:drug|drugs|ones)|what (?:would|it would)|exactly what|lethal|fatal)(?: \w+){0,5} (?:do|take|need|kill|
            enough|work|stop|dose)(?: it|me)?
        it's enough(?=[.,!]|$)|enough to (?:do it|kill me|finish|stop my|not wake)
        (?:drug|drugs|medicines?|cd|cds|controlled drugs?|meds|med|medication|pills?) (?:cupboard|trolley|room|store|store ?room|fridge|
            cabinet|safe|box|keys?)(?=.{0,90}\b(?:look(?:ing)? at|thought|thinking|fear|afraid|scared|tempt\w*|pull|staring|stare|alone|
            eye|help|myself|can't|too easy)\b)
        (?:look(?:ing|ed)?|star(?:e|ed|ing)|thinking|think|eye|drawn|tempted)(?: \w+){0,4} (?:the )?(?:drug|drugs|medicines?|cd|
            controlled drugs?|meds|pill) (?:cupboard|trolley|room|store|fridge|cabinet|key|keys)
        (?:insulin|potassium|propofol|morphine|fentanyl|midazolam|digoxin|roc|muscle relaxant)(?=.{0,60}\b(?:in my (?:bag|pocket|locker|
            drawer|car)|for me|for myself|take(?:n)? (?:it )?home|i keep looking|painless|peaceful|easy)\b)
        (?:bought|got|ordered|have|bringing|taken) (?:what|everything|all|the things?|bits) i(?:'ll| will)? (?:need|needed)(?=[.,!]|
            $| (?:for (?:it|that|when)|to do|at home|in my|now))
        have (?:already )?the things for it|for when(?=[.,!]|$)
        (?:hold|keep|hide|hid|hides|hiding|take|have|hand)(?: \w+){0,3} (?:my |the )?(?:keys?|knives|kitchen knives|tablets|meds|razors?|
            swipe|access)(?=.{0,80}\b(?:scared|not safe|in case|don't trust|away from me|so i (?:can't|don't)|not for losing|real reason|
            not wrong)\b)
        (?:keys?|cupboard|drugs? store|medicine drawer)(?=.{0,120}\b(?:stand in the corridor|arithmetic|wish they had|right there|
            do the sums|look at|too long|counting with me|shaking|not having control|i just look|go there anyhow|i fear)\b)
        (?:rest of (?:the|them|it)|(?:dem|the|my) (?:tablets|pills))(?=.{0,60}\b(?:i (?:just )?keep|kept|dey look|for one side|put (?:by|
            aside|away))\b)
        i know (?:well )?(?:why|what) i(?:'ve| have| didn't| kept)
        (?:pills|tablets|them|what's|whats)(?: \w+){0,5} (?:jar|drawer|bathroom|shoebox|locker|dabba|loft|wardrobe|boot|
            bag)(?=.{0,80}\b(?:enough|safety blanket|knowing|just looking|number|check|there since|for when|happy its there|
            feel better)\b)
        """,
        Weight.ASK,
    ),
    Family(
        "drawn",
        r"""
        (?:bridge|flyover|viaduct|footbridge|roof|rooftop|helipad|cliffs?|edge|platform|tracks|train line|railway|river|pier|weir|harbour|
            balcony|window|stairwell|headland|water tank)(?=.{0,90}\b(?:jump|lean|pull|calls? me|calling|just (?:go|turn|don't|step)|
            how easy|don't trust|didn't trust|let go|one step|stopped in the middle|looking down|climb|over the (?:rail|side)|
            nobody would|no one would|drop|think about it|keep thinking|wonder what|what it would|feel like|i stand|stood|stand there|
            avoid|pausing|times of the|won't be|tell me|voice|mind)\b)
        (?:think|thought|thinking|wonder|wondering|imagine|imagining|urge|tempted|pull|keep looking|stood|stand|walk|drawn|dream|
            stop)(?: [\w']+){0,10} (?:off|over|into|in front of|under|at|on|by|to) (?:the |a |an |that |this |oncoming )+(?:bridge|
            flyover|viaduct|footbridge|roof|cliffs?|tracks|train|tube|lorry|lorries|wall|tree|barrier|central reservation|river|water|
            edge|rail|railway)(?! (?:course|test|programme))
        (?:let|letting|leave) go of the (?:wheel|steering)|(?:turn|flick|nudge|jerk|twist) of the wheel
        (?:hands?|hand) (?:off|from) (?:the )?(?:wheel|steering)|(?:remove|take|took|lift) my hands? (?:off|from)|don't turn(?=[.,!]|$)
        just (?:don't|not) (?:brake|turn|stop)|(?:not|without) brak(?:e|ing)
        close my eyes? (?:on|at|in|when|while|count|for)(?=.*\b(?:driv|motorway|road|wheel|scooty|car|lorry|n\d|m\d|a\d)\w*)
        (?:crash|crashing|swerve|swerving|drift(?:ing)?|steer(?:ing)?|driv(?:e|ing)|pull(?:ing)? out|walk(?:ing)?|
            step(?:ping)?)(?: [\w']+){0,5} (?:into|off|in front of|across|towards?) (?:the |a |an |that |this |some |oncoming |
            other )*(?:lane|lorry|lorries|wall|tree|barrier|bridge|traffic|central reservation|road|river|water|hgv|bus|train|car|ditch)
        every (?:lorry|train|tree|bridge|bus|truck) .{0,60}\bi think
        (?:walk|walking|swim|swimming|kept)(?: \w+)? out(?: .{0,20})? (?:till|until) (?:it's|the water|my)
        (?:kept|keep) swimming out|middle of the road.{0,20}(?:no cars|cars yet)|seeing (?:the )?(?:ceiling )?fan
        (?:slow(?:ed)? down|slowed|stop|stopped|pause|paused|sit|sat|sits|parked|pull(?:ed)? (?:in|over|up)|stand|stood|walk|walked|went|
            go)(?: [\w']+){0,5} (?:on|at|by|over|under|to|in|near|along|past|on top) (?:the |that |a |top |big |this )*(?:bridge|flyover|
            lake|reservoir|quarry|viaduct|pier|canal|weir|cliffs?|headland|harbour|level crossing|tracks|sea wall|platform|edge|rail|
            lake road|roof)(?: road)?(?=.{0,110}\b(?:again|i don't know|i came back|let (?:two|three|four|them)|look(?:ed|ing)?|
            engine off|nobody|just to know|why|if i was ok|didn't ring|feet|leg|legs|shak\w+|every (?:day|night|time)|thought|calling|
            quiet|till|until|walked me|by myself|alone|can't tell|no fit tell)\b)
        one leg over|only looking|the sound of it persuasive|look both ways any ?more|(?:in|into) his lane|on purpose i think
        """,
        Weight.ASK,
    ),
    Family(
        "closing",
        r"""
        (?:wrote|written|writing|write|left|leaving|leave|made|make|kept|drafted|hidden|recorded|record|scheduled|started|do|
            ready)(?: [\w']+){0,5} (?:letters?|notes?|cards?|instructions|voice messages?|videos?|messages?|
            emails?)(?: [\w']+){0,3} (?:for|to) (?:my |the |each |every )*(?:kids?|children|son|daughter|mum|mam|mother|amma|appa|dad|
            parents|wife|husband|family|girls|boys|sister|brother|whoever|everyone|each of them|them|after|when i'm gone|his \d|her \d|
            nan|partner)(?=.*\b(?:after|birthdays?|gone|sorry|when|won't|find|goodbye|ribbon|pillow\w*|drawer|up to|wedding|graduation|
            tomorrow|scheduled|one for each|hidden|envelope|so no one|in case)\b)
        (?:suicide|goodbye|farewell|this is my last|this is the last) (?:note|letter|message|text|email|
            video)s?(?! (?:for (?:the )?(?:f1s|colleague|team|card|leaving)|in (?:the|a) (?:pt|patient)|to (?:the wrong|my mentors|
            a colleague)))
        there's a (?:letter|note)(?=.*\b(?:in|on|for|under|behind)\b)
        theres a letter
        (?:said|say|saying|sent|say my|said my|finished saying) (?:all )?(?:my |the |a |proper )?(?:goodbyes?|good byes?|
            bye)(?: \w+)? (?:to|from) (?:everyone|everybody|the (?:team|dog|kids|ward|cat|girls)|you all|my (?:mum|kids|dog|family|sister|
            mother|patients)|them all|all of them|each)(?! (?:at (?:the|his|her) leaving|because i (?:transfer|retire|move|start|leave)|
            tomorrow (?:at|for)))
        goodbye (?:to )?(?:coach|everyone|everybody|all|world|cruel world now|my friend|for ever|forever)(?=[.,!]|$)
        bye (?:everyone|all|coach|forever|for good|from my side)(?=[.,!]|$)
        (?:gave|given|give|giving|left|shared|handed|sign(?:ed)?|leave|rehomed?|rehoming|found (?:someone|
            a home))(?: [\w']+){0,8} (?:away|to|for)(?=.*\b(?:won't (?:be )?need\w*|no (?:more )?use for|what (?:do|would|will) i need|
            don't need|no need|not need|where (?:i'm|i) (?:going|dey go)|for what i need|after i'm gone|clear out\. i am|when i'm gone|
            settle everybody|all my things|my mind dey calm|for when)\b)
        (?:won't|will not|not) (?:be )?need(?:ing)? (?:it|them|that|any of (?:it|them)|one)(?: any ?more| where| after|[.,!]|
            $)(?=.*\b(?:off to|going|gave|give|away|after|where|soon|left)\b)
        (?:put|putting|get|getting|got|sorted|sorting|tidy|tidied|sort out|settled)(?: \w+){0,3} (?:my |the )?(?:affairs|life insurance|
            funeral|will and|passwords|paperwork (?:for when|in one))
        affairs (?:are|in order|will be)|my affairs
        (?:planned|planning|picked|chosen|choosing|paid for|written|picking|organis(?:e|ed|ing)|plan|music for|songs for|playlist for|
            hymns for)(?: \w+){0,3} (?:my (?:own )?funeral|the crem|my own (?:wake|coffin|grave)|the hymns|my eulogy|my obituary)
        (?:my|own) (?:funeral|eulogy|obituary)(?! (?:songs? is|playlist would|will be highway))
        scatter me|where to scatter
        (?:all my|wrote my|my|the) passwords(?= (?:down|in|are|for|to|written|list|and))(?=.*\b(?:sister|husband|wife|mum|son|daughter|
            envelope|brother|partner|kids|mortgage|papers?|land|bank)\b)
        (?:insurance|house|bank|land|pension|title)(?: [\w']+){0,6} (?:papers?|file|documents?|policy)(?=.*\b(?:showed|arranged|told|
            where it is|one file|in order|sign)\b)
        (?:tell|let) (?:my |the |them |mum|mam|dad|him|her|everyone|amma|matron|madam|tom)(?: \w+){0,4} (?:i'm sorry|i am sorry|sorry|
            it's not (?:his|her|their)|not (?:his|her|their) fault|i love|i didn't|to forgive|i was|that her)
        (?:please|mum|mam|dad|everyone|family|lord jesus) forgive me(?=[.,!]|$)
        make (?:dem|them|una) forgive me
        (?:don't|make una no|do not) (?:look|search|come looking|message) for me
        sorry to whoever finds|whoever finds (?:me|this note)|whoever comes in|when they find|whatever they find
        so (?:when )?they (?:come in|find)
        (?:this is|it's|today is|this was|last)(?: \w+){0,2} (?:the |my )?last (?:thing|message|time|shift|duty|one|day|christmas|
            birthday) (?:i'll|i will|you'll|from me|for me|i send|ill)(?! (?:on (?:the|this) (?:ward|unit)|before (?:leave|retirement|
            my)))
        last one for me
        last (?:good )?(?:photo|meal|supper)(?=.*\b(?:garland|condemned|for when)\b)
        condemned man
        (?:(?:everything|all) (?:is |'s |are )?(?:sorted|lined up|arranged|ready|settled|ticked|finished|packed)|sorted everything|
            don (?:arrange|settle) (?:everything|everybody))(?=.*\b(?:peaceful|calm|feel|weight|only|just (?:me|need)|now|left to do|
            tonight|saturday|sunday|my mind)\b)
        (?:note|letters?) (?:is|its|it's|are)? ?(?:under|in|behind|dated|for) (?:the|my|for) (?:pillow|drawer|friday|saturday|sunday|
            monday|loft)
        (?:death in service|life (?:policy|insurance|cover)|lump sum|term insurance)(?=.{0,90}\b(?:by (?:self|my own hand)|own (?:life|
            hand)|twelve months|uni|mortgage|pays? (?:out|even)|family|cheerful|kids|settled|use)\b)
        (?:changed|updated) the beneficiary
        (?:all done|all sorted|thats me done|that's me done)(?=.*\b(?:now|really|letters?|left|just me|only me)\b)
        just me left|only me left|(?:sent|written|left) the last (?:text|message|email|one)
        (?:signed|made|written) (?:them|it|everything|the \w+) over to
        voicemail so|so (?:he|she|they)'d have my voice|(?:the )?last (?:on|off|thing (?:on|off)) my list
        """,
        Weight.ASK,
    ),
    Family(
        "countdown",
        r"""
        (?:won't|not|will not|wouldn't)(?: \w+){0,2} (?:be )?(?:a |your |anyone's |their )?(?:problem|burden|trouble|bother|worry|
            nuisance)(?: \w+)? (?:much longer|for (?:much )?long\w*|soon|after|any ?more|any longer)
        (?:it'll|it will|this will|everything will|all be|will all be) (?:all )?(?:be )?(?:over|done|finished|end) (?:soon|by|tonight|
            tomorrow|after|on|before)(?! (?:the (?:shift|meeting|weekend|exam)|my (?:exam|shift|assignment)|lunch|\d|half))
        (?:only|just|have|got|gotta|need|waiting)(?: (?:to|have|got|just|need|for|get|only))* (?:get|hang on|hold on|last|make it|wait|
            keep going|waiting)(?: (?:to|until|till|through|her|him|them|for|get))* (?:sunday|her|his|their|christmas|after|
            the (?:wedding|funeral|birthday)|\w+day|my (?:mum|mother|son|daughter)\w*|mum)(?=.*\b(?:then|after|gone|go|done|bit|free|
            allowed|at liberty|nobody can|i can|so)\b)
        (?:got|have|picked|chosen|set|decided|fixed|there's|choose|setting) (?:on )?(?:a|the|my) (?:date|day|place|method|
            time and place)(?! (?:for (?:the|my|our|a) (?:exam|interview|meeting|wedding|appraisal|party|course|review)|off|with|night|
            yet))
        date is set|a date\. can't say
        (?:i've|i have|i|already|my mind don|mind is) (?:made|make) (?:up )?(?:my mind|up)(?=.*\b(?:calm|peaceful|tonight|nobody|no one|
            stop|going|won't|last|date|enough)\b)
        (?:i've|i have|i) (?:already )?decided (?:what (?:to do|i'll do|happens)|how|when|to go|it)(?=[.,!]|$| (?:if|when|after|to do|and|
            tonight|already))
        (?:been|feel|feeling|so|strangely|weirdly|oddly|very|my mind dey) (?:calm|peaceful|at peace|light|lighter|free|
            relieved)(?=.*\b(?:since|now|because|knowing|i know|decided|sorted|only)\b)(?=.*\b(?:decided|sorted|plan|only have|know|
            knowing|settled|everything|after|not being|gone)\b)
        till then i will manage
        """,
        Weight.ASK,
    ),
    Family(
        "envy",
        r"""
        (?:jealous|envy|envious|envying|lucky|luckier)(?: [\w']+){0,8} (?:dying|dead|died|die|go|leave|gone|patients?|out|escape|coffin|
            they get|he gets|she gets|passed|way out|them serious|suicides?)
        (?:swap|swapped|trade|traded|change)(?: \w+)? (?:places? )?(?:with (?:the|him|her|them|my|one of|a) (?:\w+ )?(?:patients?|dying|
            dead|man|woman|lady|in (?:bed|the)|him|her)|places)
        (?:should|could|wish|wished|hope|why)(?: (?:have|it|that|was|had|wasn't|it's|couldn't it))* (?:been|have been|was|
            be) me(?: instead| in (?:that|the) (?:bed|bag|coffin|fridge)|[.,!]|$)(?! (?:on|who|doing|in charge))
        (?:hop(?:e|es|ing|ed)|pray(?:ing|ed)?|wish(?:ing|ed)?|want(?:ed|ing)?|glad|relieved|pleased|be nice|wouldn't mind|don't mind|
            love)(?: [\w']+){0,7} (?:it's|it is|it was|is|be|being|get|have|had|with|for|got|getting|find|come back|turns? (?:in)?to|
            its) (?:a |my |really |something )*(?:cancer|terminal|bad news|malignant|sepsis|serious|fatal|inoperable|aneurysm|
            heart attack|stroke|covid|the end)
        (?:hop(?:e|es|ing|ed)|pray(?:ing|ed)?|wish(?:ing|ed)?|want(?:ed|ing)?|wouldn't mind|don't mind|don't care|not bothered|relieved|
            be nice|love it|fine|if)(?: [\w']+){0,6} (?:if )?(?:i (?:get|got|was|were|am|be) (?:hit|knocked|run over|killed|in (?:a|
            an) (?:crash|accident)|shot|murdered|struck)|(?:get|got|be|being) (?:hit|knocked (?:down|over)|run over) by|(?:a |some |
            the )?(?:lorry|bus|truck|car|train|plane|something|someone|bomb)(?: \w+){0,2} (?:hit|hits|took|takes|take|crash\w*|got|
            would hit|kill\w*)(?: me)?|i (?:didn't|don't|never|hadn't) (?:come (?:back|out|round)|make it|wake|survive|recover))
        (?:how|so) (?:lucky|nice|easy|peaceful) (?:you|they|he|she|it must) (?:get|are|is|be|gets)(?: \w+)? (?:to go|to leave|gone|out|
            dying|dead)
        they get to go|you get to go|nearly died and (?:was|felt) (?:sad|disappointed|gutted)|(?:beg|begging) to go
        (?:stopped|stopping|not) (?:taking|collecting|bothering with)(?: [\w']+){0,5} (?:heart|insulin|epilepsy|blood|thyroid|food|
            inhaler|eating|tablets|meds)(?=.*\b(?:nature|hope|see what|nobody|no one|not a diet|slow|whatever happens|let it|on purpose|
            die)\b)
        (?:no|without) (?:seat ?belt|helmet|lights)(?=.*\b(?:don't care|on purpose|hope|whatever|hit)\b)
        (?:given|got|told|had) (?:me )?(?:\w+ ){0,4}(?:weeks|months) (?:to live|left)?(?: [\w']+){0,4} (?:ok|relieved|fine|
            where do i sign|relief)
        dnacpr (?:for|on) (?:me|myself)|(?:respect|dnacpr|dnr) form.{0,20}for me
        (?:stopped|stopping|stop)(?: [\w']+){0,2} (?:taking|collecting|bothering with|the)(?: [\w']+){0,4} (?:tablets|meds|medication|
            insulin|thinners|sertraline|inhaler|pills|medicine)(?! round)
        (?:couldn't|can't) be bothered with my (?:\w+ )?(?:thinners|insulin|tablets|meds)
        said no to the biopsy|(?:not |haven't )(?:had|having) it looked at(?=.*hop)|volunteer(?:s|ed|ing)?(?=.{0,60}\bhoping\b)
        (?:he|she|they|you)(?:'re|'s| are| is)? so lucky
        (?:wants? to die|kill (?:himself|herself|themselves)|suicidal|end (?:his|her|their) life)(?:,? \w+){0,3}?,? (?:so do i|me too|
            same here|i get it)
        """,
        Weight.ASK,
    ),
    Family(
        "self_harm_hint",
        r"""
        (?:did|do|done|doing) it again(?: [\w']+){0,4} (?:arm|arms|leg|legs|thighs?|wrists?)
        long sleeves (?:tomorrow|again|in (?:this|work|the)|all|so|to hide|even|under)
        (?:hide|hiding|cover|covering)(?: \w+){0,3} (?:cuts|marks|scars|arms|legs|bandages?|plasters|wrists?)
        (?:razor|blade|blades|compass|straighteners|scissors|lighter|cutter|stanley)(?=.{0,50}\b(?:my (?:leg|legs|arm|arms|thigh|skin|
            bath\w*)|again|not to cut|in the bath|took|hidden|hid|on me|press\w*|thing i do|helps?)\b)(?!.{0,60}\b(?:patient|pt|patients|
            she|he|her|his)\b)
        (?:only|the) (?:thing|five seconds|way|time)(?: \w+){0,4} i (?:can )?feel(?= (?:anything|something|real)|[.,!]|$)
        the thing i used to do when i was (?:\d+|a teen\w*|at school|young)
        (?:pressing|scratching|picking|digging|biting)(?: [\w']+){0,4} (?:into my|in my|on my|till it|until it) (?:leg|arm|skin|hand|
            bleeds?|blood|thigh)
        """,
        Weight.ASK,
    ),
    Family(
        "afraid_of_self",
        r"""
        (?:don't|didn't|can't|doesn't|not) trust (?:my ?self|my (?:feet|hands|own head|head|brain)|what i (?:might|would|could|will|'d|
            'll) do)(?! (?:to (?:do|get|make|lead|speak|write|say|finish|remember|cannulate|calculate)|around (?:cake|biscuits)))
        (?:scared|afraid|frightened|fear|scares?|scaring|dey fear)(?: (?:of|for|me))? (?:what i|what's in my head|my own (?:head|thoughts|
            mind|hands)|myself|my thoughts)(?! (?:look|sound|might (?:say|forget|get)|will (?:say|forget)))
        (?:shouldn't|can't|not to|don't want to|trying not to|mustn't|don't trust me to|don't leave me|scared to) be (?:alone|on my own|
            by myself|left alone|near)(?: with (?:my|me|it|the)| tonight| right now| at the moment| near|[.,!]|$)
        make my mind (?:comot|leave)
        thoughts? (?:are|is|get|getting|keep) (?:dark\w*|scaring|going (?:dark|there|somewhere)|really dark|not safe|not nice)
        (?:really |very |such )?dark (?:thoughts|place|places)(?=[.,!]|$| (?:again|tonight|lately|right now|at the moment|today|these))
        bad thoughts
        (?:one|little|my) (?:mind|voice|thought) (?:says|saying|dey tell|keeps saying|go dey tell) (?:me )?(?:go|walk|jump|do it|just)
        that (?:thought|thing) is not leaving
        if (?:they|you|anyone|she|he) knew what (?:i|goes)(?: [\w']+){0,4} (?:think|thinking|through my head)
        what goes through my head when|like (?:a )?ghost|(?:i think )?i (?:already )?died in (?:20|19)\d\d|not (?:really )?alive any ?more
        dead inside|already (?:gone|dead)|body (?:is here|never hear)
        """,
        Weight.ASK,
    ),
)  # fmt: skip
# A word of death or self-harm that no idiom explains.
BARE_WORD = Family(
    "bare_word",
    r"""
    ^(?:\w+ )?(?:suicid(?:e|al)|self harm|overdosed?)(?=[.,!?]|$| (?:po|na|again|o'?clock|tbh|lol|now|x|theres|there's|in my|is my)\b)
    (?:i|i'm|i've|i'd|me|myself|mine)(?: (?!say|saying|word|said|ask|asked|asking|scared|predict|talk|teach|work|learn\w*|
        know\w*)[\w']+){0,6}
        suicid(?:e|al)
    suicid(?:e|al)(?:,? [\w']+){0,4} (?:myself|for me|i'm|i am|my (?:head|mind|brain|thoughts))
    (?:i|i'm|i've|been)(?: (?!use|used|say|saying|word|said|ask|asked|asking|talk|teach|work|haven't|never|don't)[\w']+){0,5} self harm
    self harm at \d+|self harm(?:,? [\w']+){0,3} (?:myself|i'm|i am|my (?:arms?|legs?|thighs?|body))
    (?:^|(?<=[.!?] ))kill me(?=[.,!]|$)|(?:just|please|someone|somebody|god|lord|could|hope|would) kill me(?! (?:now|lol|softly|if|when))
    hurt(?:ing)? myself|(?:i|i'd|i'll|me)(?: [\w']+){0,4} jump(?:ed|ing)?(?= (?:from|off|down|over|in front))
    (?:i|i'd|i'll|i've)(?: (?!don't|not|never|didn't|won't|til|till|can|keep|say|laugh|was|were|just|work)[\w']+){0,3} (?:die|dead|dying|
        alive)(?! (?:of|from|for|in|on|happy|with|sound|tired|only))
    (?:want|wish|wishing|wanting|rather|hope|hoping|ready|prefer|need|long|crave|craving|better|easier|plan|planning|pray|praying|
        thinking)(?: (?!patients?|her|his|him|their|them|someone|somebody|about)[\w']+){0,5} (?:die|death|dying|dead)(?=[.,!?]|$| (?:and|
        now|tonight|soon|please|than|so|but|because|already))
    (?:don't|no|stop|tired|hate|hating|worth|without|can't|done|sick|point|reason)(?: [\w']+){0,3} (?:living|being alive|be alive|
        stay alive)(?=[.,!?]|$| (?:any|no more|now|tonight|like this|and|but))
    (?<=not )suicidal|(?<=never )suicidal|my (?:own )?(?:funeral|coffin|grave|obituary)|(?:i'm|i was|i am|was|were) suicidal
    """,
    Weight.ASK,
)
