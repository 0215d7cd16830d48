"""Plain talk of one's own death, of suicide or of hurting oneself. All of it acts.

Each family needs one of its words in the message. Who is meant, denial, quotation, jest and the long past are judged afterwards
(`stance`), idioms and the words of the trade are taken out before (`idioms`).
"""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "kill_myself",
        r"""
        (?:kill|end|finish|off|top|neck|unalive|delete|exit|erase|hang|drown|shoot|gas|poison|electrocute|suffocate|strangle|starve|rope|
            destroy|murder|stab|slit|inject|hurt|dispose of|do away with|get rid of|do|
            put an end to) myself(?: in| off| to death)?
            (?<!being off myself)(?<!been off myself)(?<!was off myself)(?<!\bdo myself)(?<!hurt myself)
        (?:kill|end|finish|off|topp|neck|delet|exit|eras|hang|drown|shoot|gass|poison|suffocat|strangl|starv|rop|destroy|murder|stabb|
            slitt|inject|dispos|do|do)ing (?:of |away with )?myself(?: in| off)?(?<!doing myself)
        (?:killed|ended|finished|hanged|hung|drowned|topped) myself|myself to death
        (?:throw|chuck|fling|yeet|launch|hurl|lob|throwing|chucking|flinging|yeeting|launching|hurling) myself[ ](?:off|under|into|
            in front|from|out|down|over)
        ^kms|(?:to|going|i'll|i|might|will|just|should|gonna|about|could|and|or|ctb|nearly|almost|can't|not|kms) kms|kms(?= (?:tonight|
            today|tomorrow|now|soon|again))|ctb
        (?:unalive|unalived|unaliving)(?! (?:itself|himself|herself|themselves|him|her|them|it|you|me|the|this|my (?:phone|laptop|
            battery)))|self(?:-| )?delet(?:e|ed|ing)
        (?:brain|head|mind|voices?|thoughts?|devil|demons?|depression|heart)(?:'s)?(?:[ :,"]+\w+){0,4}[ :,"]+(?:kys|kill (?:yourself|
            myself)|just die|end it|die die)
        kys kys|(?:kys|kill yourself)(?= (?:while|now|already)\b.*\bi\b)|wey (?:go|fit) kill me
        (?:wish|wished|pray|hope|hoped|want|wanted|wanting|hoping|praying|wishing|prayed|begged|beg|
            thought)(?:,? [\w']+){1,15}?,? (?:kills?|killed|crush(?:es)?|finish(?:es)? off) (?:only )?me(?! (?:if|when|for|because|over))
        how to (?:kill|hang|hurt|harm) (?:yourself|myself)|(?:expire|delete) me(?=[.,!]|$)|(?:expire|expiring) myself|want to be killed
        kill the person i am|the s word|killing yourself
        """,
    ),
    Family(
        "suicide",
        r"""
        (?:i|i'm|i've|am|me|feel|feeling|felt|been|being|become|becoming|get|getting|actually|properly|really|very|so|actively|passively|
            fairly|totally|completely|proper|also|quite|well|bit|basically|still|again|genuinely|be|honestly) suicidal
        (?:^|^(?!not|never|no )\w+,? |^\w+,? (?!not|never|no )\w+,? )suicidal(?=[.,!?]|$| (?:lol|again|tbh|now|still|and|ngl|haha|x|today|
            tonight|atm|since|rn|thoughts|ideation|in|but)\b)
        (?<=[.!?;:(] )suicidal(?=[.,!?)]|$| (?:lol|again|tbh|now|still|ngl|haha|today|tonight|atm|since|rn))
        (?:suicidal|suicide|sui|si) (?:thoughts?|ideation|ideas?|feelings?|urges?|tendenc(?:y|ies)|thinking|impulses?|stuff)
        (?:think|thinking|thought|thoughts|consider|considering|considered|contemplat(?:e|ed|ing)|plan|planning|planned|attempt|attempted|
            attempting|commit|committed|committing|fantasi[sz](?:e|ed|ing)|dream(?:ing|t)?|do|did|doing|googl(?:e|ed|ing)|research(?:ed|
            ing)?|choose|chosen|obsess(?:ed|ing|ion)?|wish|want|tempted|close|urge|urges|wanting|search(?:ed|ing)?|try|tried|trying|
            through)(?: (?:of|about|to|on|in|for|is|a|the|my|own|only|just|actually|with|how|ways|methods|commit|committing|again|also|
            attempt|this|do|by|real))* (?:suicide|sui)
        commit(?:ting|ted)? (?:s|sui|it)(?=[.,!?]|$)
        (?:did|do|made|make|had|my|second|failed|recent|last|third|first|another) (?:suicide|suicidal) attempts?
        (?:my|own|wrote|written|writing|write|drafted|drafting) (?:a |own |my |the )*suicide (?:note|letter|plan|date|method|kit)
        ^suicide(?=[.,!?]|$)|not going to lie,? suicidal
        (?:yes|yeah|yep|it's|only|option|answer|mostly|obstacle|honestly|called|is|mean|means|be|and|no|mind|just)[,:]? suicide(?=[.,!?]|
            $| (?:every|tonight|now|lol|tbh|daily))
        suicide (?:on (?:the|my) (?:brain|mind)|dey|keeps? calling|calls? (?:me|my name)|o'?clock|that's on my mind|in my (?:head|mind))
        (?:si|sui) with (?:no |a )?plan
        (?:thought|thoughts|think|thinking) of taking (?:my )?own life
        suicide is (?:the|my|an|always|only|on my|in my|there|looking|calling|all|what)
        suicide visa|(?:feel(?:ing)?|felt|been|so|really|being|i'm|bit|am) sui
        si (?:is |are )?(?:really |so |very |much )?(?:bad|worse|strong|back|loud|high|through)
        (?:drive|push|driving|pushed|pushing|drove|lead|leading|led) me to (?:commit )?suicide
        (?:suicide|suicidal)(?: \w+){0,6} (?:not for a patient|for me|about me|is me|i mean me)
        mean suicide|die by suicide
        """,
    ),
    Family(
        "wish_dead",
        r"""
        {wish}{link} (?:die|dying|be dead|dead|died|death|not alive)
        {wish}{link} (?:be )?(?:in )?(?:a |an |my |the )?(?:grave|coffin|ghost|corpse|mortuary|morgue|buried)
        (?:wish|wished|wishing|if only)(?: [\w']+){0,8}? (?:i (?:was|were|had been|am|could be|be)(?: \w+){0,2}? (?:dead|under ?ground|
            feet under|never born)|i(?:'d| had)?(?: just| also)? died|had (?:just )?killed me|killed me)
        (?:better|easier|best|happier|nicer|sooner|rather|preferable|prefer)(?: (?:off|if|that|when|i'm|i am|i was|i were|i be|for me|
            to be|being|i'd be|be|to))*[ ](?:dead|in (?:my|the|a) grave|under the ground)
        (?:i|i'd|i'll|i'm) (?:should|shall|hopefully|deserve to|ought to|expect to|will|going to|might|plan to|hope to)?(?: (?:have|of|
            just|probably|well|already|soon|be))* ?(?:be dead|dead|died)(?= (?:by|before|soon|tonight|tomorrow|in|then|and|now|today|
            when you|anyway|next|at my)|[.,!]|$)(?<!i'm dead)(?<!i dead)(?<!i died)(?<!i'd dead)(?<!i'd died)
        should(?:'ve| have| of| a)? (?:just )?(?:died|be dead)|be dead (?:by|before)|dead hopefully
        hopefully (?:i |i'll |be |i'm )*(?:dead|die)|^(?:be |to be )?dead[.!]?$|let me (?:just )?die|make (?:i|me) (?:just )?die
        (?:i|me) (?:just )?(?:want|go|for don) die|me i die
        just die(?=[.,!?]|$| (?:already|then|here|tonight|alone|and))
        go (?:over|under|out)(?: \w+){0,2} and die|{wish}(?: [\w']+){1,8} and die|die or (?:resign|quit)|die die
        (?:^|(?<=[.!?,] ))to (?:just )?(?:die|be dead)(?=[.,!?]|$| (?:and|in my|quietly|soon|tonight))
        (?:here|ready|come|came|only|going|crawled|like|love|easier|nice) to die
        (?:give me|welcome|choose|await|long for|only) death
        death (?:is|would be|seems|looks|feels)(?: \w+)? (?:better|easier|preferable|the only|welcome|kinder|a relief|nicer|peaceful|
            comforting|appealing)
        ^(?:my )?(?:own )?death[.]? (?:mine|of me|for me)|^my own death|death thoughts?|die better pass|(?:want|wish)(?:ing)? to expire
        death wish|my (?:own )?death (?:would|is|has|will)|plan(?:ned|ning)? my (?:own )?death|want death
        (?:want|wish|wanna)(?: \w+){0,3} (?:an )?angel
        (?:gutted|sad|annoyed|disappointed|angry|sorry|cross|upset|pity|regret|devastated)(?: (?:that|to|was|still))* i (?:hadn't|didn't|
            haven't) (?:just )?die(?:d)?
        why (?:didn't|couldn't|can't|don't) i(?: just)? die|reason (?:i'm|i am) not dead|why (?:am i not|aren't i|i'm not) dead
        not (?:[\w']+ ){0,3}(?:planning|expecting|hoping|intending) to be alive
        think(?:ing)? (?:about|of) (?:dying|being dead|my (?:own )?death)
        think(?:ing)? (?:about|of)? ?(?:how|ways|where|when) (?:to|i could|i'd|i would) die
        (?:dying|death|die) thoughts|thoughts (?:of|about) (?:dying|death|my death|being dead)
        i (?:could|will|would|shall|do mean|mean|'ll) (?:be )?dead|(?:find|finds|found) me (?:dead|hanging|gone)
        dying (?:tonight|today|tomorrow) by
        (?:hoped|hope|hoping|pray|prayed|praying|wait|waiting) to die
        hit and die|and i die(?=[.,!]|$)|feel(?:ing)? to die|mar jau\w+
        """,
    ),
    Family(
        "not_live",
        r"""
        {nomore}(?<!not)(?<! no)(?<!never) (?:live|living|alive|exist|existing|being alive)(?=[.,!?;:]|$| (?:any ?more|any longer|no more|
            again|all the time|like this|tbh|lol|now|and|but|at|with (?:this|it|myself|what|the|all)|in this (?:world|life|body)|through|
            because|if|past|after|beyond|or|tomorrow|so|for|po|na|it's|this|either|honestly|here any|really|wednesday|much))
        {nomore} (?:go on|continue|carry on|keep(?: on)?) living
        (?:don't want|no use for|done with|sick of|tired of|hate|fed up (?:of|with)|over|had enough of) (?:this |my |this whole )life
        no (?:more )?(?:wish|will|desire|interest|reason|point|strength|purpose|need|right)(?: left)? (?:to|in|for|of) (?:live|living|
            be alive|being alive|exist|existing|stay alive|staying alive)
        (?:not|never|don't|won't|do not)(?: \w+){0,3} (?:be|being|stay|staying) alive
        (?:not|isn't|ain't|no longer) worth (?:living|being alive)|life (?:is|was|has)?(?: \w+)? ?(?:not|isn't|no) worth
        (?:sorry|hate|hating|gutted|regret|sad|annoyed) (?:that |to |i'm |i am |be |being |still )*alive
        (?:end|ending|ended|finish|finishing|finished|taking|take|took|taken|over) (?:with )?(?:my|me|our|my own|own) (?:own )?life
        (?:stop|stopped|quit) living(?! (?:on|off|with|out|in|at|like|for))
        end (?:am|this), my own life
        (?:my|this) life (?:should|must|will|has to|needs to|go|can) (?:finish|end|stop|be over)
        your own life
        (?:leave|leaving|left|exit|quit|quitting|depart(?:ed|ing)?|going from|exiting) (?:from )?(?:this|dis|the) (?:world|life|earth)
        (?:from|off) this (?:earth|world)|(?:success|peace|heaven) would be not waking
        """,
    ),
    Family(
        "end_it",
        r"""
        (?:end|ending|ended|finish|finishing) (?:it|things|everything) (?:all|for good|once and for all|forever|permanently|for myself)
        (?:i'm|i am|going to|want to|wanting to|think(?:ing)? (?:of|about)|thought (?:of|about)|tempted to|decided to|ready to|i'll|might|
            feel like|finally|plan(?:ning)? to|ways to|need to|urge to|try to|tried to|trying to) (?:just )?end(?:ing)? (?:it|
            everything)(?! (?:here|there|with|by|at|early|between|for (?:now|today)|on (?:a|time)|in (?:the|a) (?:meeting|good)))
        top(?:ping)? it all
        {wish}(?: to)? rope(?=[.,!?]|$| (?:ngl|tbh|lol|fr|again|now|tonight))
        do the deed
        """,
    ),
    Family(
        "overdose",
        r"""
        (?:{wish}|going to|about to|will|gonna|i'll|i will){link} (?:overdose|overdosing|od)
        (?:take|taking|took|taken|had|have|do|did|done|doing)(?: (?:an|another|my|a|the|one|deliberate|small|big|massive|proper|second|
            accidental|intentional|serious|last|huge|fatal|lethal|cheeky|little))* (?:overdose|od)
        (?:i|i've|just|have|i'd|after i|nearly|almost)(?: (?:just|have|deliberately|had|also|nearly|almost))* overdosed
        i (?:will |might )?overdose
        ^(?:\w+ )?overdosed?(?= (?:last|this|tonight|again|on|an|\d)|[.,!]|$)
        (?:small|deliberate|massive|another) overdose
        {took}(?: (?:of|the|my|me|own|them|those|these|old|left|in|whole|entire|his|her|packet|bottle|box|boxes|strips|packets|strong|
            sleeping|
            heart|work|pain|and|bathroom|medicine|house|(?:mum|dad|nan|husband|wife)'?s|
            about|over|just|already|now|like|
            ,))* (?:{tablets}|cabinet|drawer|draw|cupboard|tablets?,)
        {took} (?:of )?(?:them|it)(?! (?:to|up|in my|on|personally|seriously|home))
        (?:^|(?<=[.!?,] )|(?<=i )|(?<=i've )|(?<=have )|(?<=whoops )|(?<=just )|(?<=and ))(?:taken|took|swallowed|necked|
            downed) (?:the lot(?! of the (?!tablets|pills|meds|packet|box|bottle))|loads|them all|all of them|everything|too many|too much|
            strip after strip)(?=[.,!?]|$| (?:and|don't|can't|
            now|of|in|sorry))
        (?:took|taken) them(?: all)?(?: about| around)? (?:\d+|an|half|twenty|ten|thirty|a few) ?(?:min|hour)\w*
        (?:took|taken|swallowed|take|drink|drank|drunk|necked|swallow|ingested|consumed?)(?: \w+)? (?:the |my |all the |these |
            an excess of (?:my )?)*{tablets}(?= (?:already|now|just now|an hour)|,? (?:i'm|im|and (?:i'm|am|feel|now|can't)))
        (?:whole |all |entire )?(?:box|bottle|packet|strip|lot) of (?:them|tablets|pills) (?:swallowed|taken|gone|down me)
        (?:took|taken) them\. all|excess of my medication|injected myself (?:with )?what|i (?:have )?injected myself
        (?:i have|i've|have|got|kept|bought|buy)(?: \w+){0,3} (?:poison|sniper|bleach|rat poison|pesticide)(?! antidote| control| chart|
            cupboard)(?=.{0,60}\b(?:tonight|drink|
            consume|now|die|take)\b)
        (?:saved|kept|have) (?:them|tablets|pills)(?: \w+){0,4} (?:tonight|now) (?:i'm|i am|im) taking them
        (?:tonight|now|today) (?:i'm|im|i am|i will|i'll) (?:taking|take|swallow\w*|consume|drink) (?:them|it|the (?:tablets|pills|lot))
        will consume|(?:sniper|poison|bleach)(?: \w+){0,5} drink (?:am|it)|halfway through taking them
        (?:going to|i'll|will|about to|ready to|want to) (?:just )?(?:take|swallow|neck|down) (?:them(?: all)?|the lot|all of them|
            everything|all (?:the|my|of my) \w+)(?=[.,!?]|$| (?:tonight|now|when|and|tomorrow|after|later|once))
        (?:take|took|taken) (?:the |my )?(?:medicines?|tablets|pills|meds),? (?:many|plenty|a lot|all)
        {tablets} (?:\w+ ){0,2}(?:on the bed|in (?:a|the) bowl|next to me|in front of me|in my hand|lined up|counted out|beside me|
            laid out)(?!.{0,60}\b(?:round|ttos?|patients?|pts?|mother|mam|mum|dad|nan|monday)\b)
        (?:counted|lined|laid|got|tipped|popped)(?: \w+){0,3} {tablets} (?:all )?(?:out|up)(?!.{0,60}\b(?:round|ttos?|patients?|pts?|mother|
            mam|mum|dad|nan|monday|cd)\b)
        (?:drunk|drank|drink|swallowed|swallow|taken|took)(?: some| the| a bottle of)? (?:something i shouldn't|bleach|poison|antifreeze|
            disinfectant|pesticide|sniper|rat poison|acid|phenol|otapiapia)
        i don (?:drink) (?:am|poison|the thing|all)|used (?:them|it|the insulin|meds|the meds) on myself
        i(?:'ve| have) taken stuff
        (?:enough|got enough|plenty) {tablets} to (?:finish|end|kill|do)
        (?:bought|buy) the thing (?:wey )?(?:i|to)|took them\. al|taken them\. al
        """,
    ),
    Family(
        "self_harm",
        r"""
        (?:harm|harming|harmed|poking|stabbing|pricking|injure|injuring|injured|wound|wounding|cut|cutting|burn|burning|burned|burnt|
            slash|slashing|slashed|scratch|scratching|scratched|punishing|punching|biting|scalding|mutilating|hitting|
            bruising) (?:on )?myself
        (?:{wish}{link}|start(?:ed|ing|s)?|been|keep|kept|again|went and|going and|still|stop|not|i|i'm|am) (?:hurt|hurting) myself
        hurt(?:ing)? myself (?:again|on purpose|deliberately|properly|badly|with|tonight|last night|before bed|every|so|in the|when i|
            because|instead)
        (?:cut|cutting|slit|slitting|slash|slashing|slashed|slice|slicing|burn|burning|burnt|burned|scratch|scratching|open|opening|
            opened|bite|biting|poke|poking|stab|stabbing)(?: (?:up|at|into|on|both|all over|open|and \w+))*[ ](?:my|me)(?: (?:own|left|
            right|inner|upper|lower|both))* (?:wrists?|arms?|legs?|thighs?|forearms?|skin|hips?|stomach|tummy|ankles?|veins?|throat|neck|
            body|chest|belly|calf|calves|shoulder)(?! (?:on|down|down to|short|off) (?:a|the) )
        slash(?:ing|ed)? my hands?|slit(?:ting)? (?:the |my )?wrists|(?:looking|look|looked) at my wrists?
        (?:i|i'm|i've|been|started|starting|start|back|urges?|urge to|relapsed|doing|done|did|do|having|my|again|want|want to|stop|
            stopped|keep|kept|resist|am|still|secretly|into)(?: (?:doing|the|into|to|some|deliberate|of|my|back|on|
            with))* (?:self harm(?:ing|ed)?|sh|self injury)(?=[.,!?)]|$| (?:again|in|at|every|last|since|on|this|now|when|and|because|but|
            to|tonight|today|most|so|for|daily|still|before|after|urges?|thoughts?|scars|but))
        (?<=[(])sh(?=[)])
        (?:^|(?<=[.!?,] ))(?:self harm|self injury|sh)(?=[.,!?]|$| (?:has|is|again|started|every|back|daily|tonight|came|on|in))
        (?:been|started|back to|keep|kept|went back to|stop|stopped|not|relapsed,?|for|wine for|urge for|urges for|the) cutting(?=[.,!?]|
            $| (?:again|since|at|in the (?:bath|shower|toilet)|every|when|and|helps?|is|because|my))(?! my (?:hours|hair|shift|losses))
        (?:got home|came home|went home|home|cried)(?=[ ,]).{0,30}? cut(?:ting)?(?=[,.!]|$)
        ^cut again
        (?:i|i've)(?: just| already| have)? cut(?<!hanging\. i cut)(?=[.,!]|$| (?:again|last night|already|too deep|and it's|so|because|
            when i|in the (?:bath|
            shower|toilet)|before|after))
        just cut too
        (?:knife|razor|blade|scissors)(?: to| and|,)?(?: my)? (?:arm|leg|wrist|blood|thigh)s?
        (?:fresh|new) stripes
        (?:hit|hitting|bang|banging|smash|smashing|bash|bashing|punch|punching|beat|beating|slap|slapping) my (?:own )?(?:head|legs?|
            arms?|face|thighs?)s?(?: (?:off|against|on|for|into|till|until|with)|[.,!]|$| again| when)
        (?:on purpose|deliberately|purposely|intentionally)(?: \w+){0,5} (?:hurt|cut|burn|hot water|fell|my (?:hand|arm|leg|skin)|myself)
        (?:hurt|cut|burn|burnt|bruise|opening my \w+ \w+ \w+ \w+ \w+ \w*)(?: \w+){0,4},? (?:on purpose|deliberately|purposely)
        (?:blade|razor|knife|lighter|straighteners|scissors|iron)(?: \w+){0,3} (?:against my|on my (?:arm|leg|wrist|skin|thigh|body)|
            to (?:my|burn my|cut my)|on myself|am on myself)
        (?:want|wanting) the pain only|did it myself|thinking cut|and cut(?=[.,!]|$)
        itch(?:ing)? to be cut|until bleeding|till (?:it|i) (?:bled|bleeds?)|cutting my hands? (?:with|again|every|when|because)
        slash(?:ing|ed)? my hands?
        (?:done|did|doing|do) my (?:wrists?|arms?)(?= (?:in|again|last|tonight|it)|[.,!]|$)
        from cutting(?=[.,!]|$| (?:because|and|again|myself|on))
        cutting (?:myself )?again(?=[.,!]|$| (?:and|last|every|since|because|tonight|this|to))
        """,
    ),
    Family(
        "brink",
        r"""
        (?:{wish}|going to|about|will|i'll|i will|actually){link} jump(?:ing)?(?=[.,!?]|$| (?:off|from|in front|under|into|out|enter|down|
            over|i think|tell|please|tonight|now|and die|sorry))
        i(?:'m| am) jumping
        jump(?:ing|ed)? (?:off|from|in front of|under|out of|into|enter|before)(?: (?:a|the|this|that|my|of|hospital|staff|moving|
            next))* (?:{heights}|{traffic}|tracks?|water|river|sea|canal|lake)
        (?:step|walk|run|go|going|stepping|walking|running|get|lie|lying) (?:out |right |straight |just |down )*(?:in front|under|
            in the path|onto) (?:of )?(?:a |the |an |that |it|one of |next |moving |oncoming |passing |fast )*(?:{traffic}|tracks|rails|
            line|it)
        (?:hang|hanging) (?:from|off) (?:a |the |my )?(?:fan|beam|tree|door|hook|ceiling|banister|loft)
        thinking of hanging|rope (?:dey|is|in my|from the (?:beam|fan|ceiling|tree|loft|banister|door)|ready|already)
        (?:bought|tied|tying|buy|knotted) (?:a |the |some |my )?(?:rope|noose)(?! for the)(?!.{0,40}\bswing)
        noose (?:is |on |tree |)?(?:ready|tonight|tied(?! up))(?!.{0,40}\bswing)|noose tree(?!.{0,40}\bswing)
        (?:looking at|see myself|seeing myself)(?: \w+){0,6} (?:rope|noose|doing it)
        (?:drive|driving|crash|crashing|steer|steering|swerve|swerving|veer|veering|ram|plough|go|going) (?:my |the |this |it |myself |
            straight |right |head ?on |off |car |van |bike )*(?:into|under|off|in front of|through) (?:a |an |the |this |that |some |
            oncoming |nearest )*(?:wall|tree|lorry|bridge|barrier|river|lough|lake|sea|water|cliff|embankment|central reservation|
            oncoming|truck|ditch|hgv|concrete|canal|traffic)
        (?:going to|about to|gonna) step (?:out|off)(?=[.,!]|$)|{wish}{link} crash(?:ing)? (?:my|the) (?:car|bike|van)
        (?:walk|walking|swim|go|wade) (?:in ?to|out to|into|out into) the (?:sea|water|river|lake|ocean|loch|canal|
            waves)(?= and| until| with|[.,!?]|$)
        jump enter water
        (?:river|bridge|cliffs?|sea|pier|railway|tracks|canal|reservoir|rooftop|roof|embankment|ledge|
            multi(?:-| )?storey)(?=.{0,90}\b(?:won't be (?:coming|back)|not coming (?:back|home)|tell (?:mam|mum|them|my \w+) (?:i'm |
            am )?sorry|want to jump|going to jump|gate is open|in front of it|going in front|looking down|here to die|sorry mum|
            love you all)\b)
        (?:garage|exhaust|engine)(?=.{0,60}\b(?:fumes|going to die)\b)|garage(?=.{0,60}\bdoors? shut\b.{0,40}\b(?:hose|engine (?:on|
            running))|.{0,60}\bengine (?:on|running))
        to train today|set(?:ting)? (?:fire to myself|myself (?:on fire|alight))|jump and die
        (?:think(?:ing)?|thoughts?|imagine|imagining|dream(?:ing)?|obsessed)(?: (?:of|about|myself))* hanging(?=[.,!]|$| (?:myself|from|
            in detail|every|again|all))
        something (?:round|around) my neck|belt broke|(?:made|tied|making|tying) a (?:noose|nuse)
        (?:chunni|dupatta|saree|belt|cord|scarf|rope) (?:is )?(?:tied|ready|round my neck|around my neck)
        (?:below|under) the fan and|a (?:rope|noose) (?:above|up|in|ready|hanging)
        (?:on|at) the (?:tracks|ledge|platform|parapet|railings|crossing)(?=.{0,60}\b(?:won't be long|jump|train|now|typing|waiting for|
            step|soon)\b)(?!.{0,80}\b(?:cancell?ed|delayed|commute)\b)
        (?:into|in) the (?:lee|liffey|thames|shannon|mersey|tyne|clyde|severn|lagan|foyle|river|sea|canal)(?=.{0,40}\b(?:tonight|don't be|
            and not)\b)
        drawn it up and it's in my hand
        """,
    ),
    Family(
        "farewell",
        r"""
        (?:whoever|when|where|until|till|before|after|so|tomorrow|will|to|let|they'll)(?: (?:they|he|she|someone|somebody|you|will|to|
            that|it|the \w+))* (?:find|finds) (?:me|my body)(?! and (?:kill|hurt|get|beat|make|finish))(?=[.,!?]|$| (?:in|at|and|dead|
            hanging|when|before|there|by|on|with|they|gone|it)\b)
        (?:left|wrote|written|put|kept|leave|made|done|writing|make) (?:\w+ ){0,2}(?:note|notes|letter|letters)(?=.{0,100}\b(?:goodbye|
            bye|sorry|doing it|they'll find|going to do it|i will not be there|my (?:mum|kids|neighbour)|do it now|forgive|good nurse|
            tell them|cut the lock|ready)\b)
        (?:note|notes|letter|letters)(?:'s)?(?: [\w']+){0,3} (?:on the|under|in my|done|written|left|ready|is)(?=.{0,80}\b(?:goodbye|bye|
            sorry|tonight|they'll find|going to do it|do it now|doing it)\b)
        (?:wrote|written|drafted) my own note
        by (?:the time|then|midnight|morning|tomorrow)(?: [\w', ]{0,40})? i (?:will|shall|'ll) (?:be dead|have (?:ended|died|gone|
            done it))
        (?:say|said|saying|bid|send|sent)(?: [\w']+){0,8} (?:goodbye|farewell)(?=.{0,60}\b(?:find me|i'll be gone|won't be (?:here|back)|
            ended|tonight i|die)\b)
        (?:wrote|written|drafted) my own note
        doing it (?:tonight|tomorrow|now|after|at|on|this)(?=.{0,80}\b(?:not coming back|sorry|bye|note|notes|goodbye|forgive|
            don't (?:try|stop)|tell my)\b)
        tried to do it(?=.{0,60}\b(?:belt|rope|didn't work|failed|survived|nobody knows|woke up|pills|tablets)\b)
        """,
    ),
    Family(
        "not_safe",
        r"""
        (?:can't|cannot|can not|don't think i can|not able to|unable to|struggling to|not sure i can|don't know if i can|couldn't|
            hard to) (?:keep|guarantee|keeping) myself safe
        not safe (?:with|from|around|on my own with) myself
        i(?:'m| am) not safe (?:tonight|on my own|at home alone|alone|right now|from)
        (?:danger|risk) to myself
        (?:don't|can't|cannot|didn't) trust myself (?:on my own|alone|tonight|at home|not to|with (?:the |my |a )?(?:tablets|pills|meds|
            keys|car|knife|knives|razor|blade|medic\w+)|near|around|at the moment|in the|any ?more)
        (?:scared|afraid|frightened|terrified) (?:of )?(?:what )?(?:i(?:'ll| will| might| may|'d)|of what i(?:'ll| will| might|
            'd)) do(?: to myself| next| tonight)?(?=[.,!?]|$| (?:tonight|if|when|now|this|and|to myself))
        (?:going to|gonna|will) try again (?:tonight|properly|and do it)
        (?:don't think i can|can't) stop myself(?= tonight|[.,!]|$)
        """,
    ),
)  # fmt: skip
