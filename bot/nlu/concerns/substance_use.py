"""The speaker's own drinking, drugs or medicines to cope."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "substance_use",
        r"""
        (?:i|i've|i'm|been|am|started|keep|just|only|have|i'd|i'll|need|needed|needing|take|taking|took|get through|getting through|
            finish|finished|finishing|on|to)(?: (?:just|been|started|need|needed|drink|drinking|drank|have|had|having|now|always|only|
            at least|about|up to|of|a|the|over|another|take|taking|through|to|it|finishing|two|three|one|half))* (?:bottles?|
            half a bottle|cans?|glass(?:es)?|box|quarter|litres?|vodka|wine|gin|whiske?y|beers?|booze|brandy|rum|stout|sambuca)(?: (?:of|
            a|and) \w+| wine| vodka)?(?: \w+)? (?:every|each|a|per|most|to (?:sleep|cope|get|face|switch|unwind|relax|come down|calm)|
            before (?:i|my|shift|work|bed)|after (?:every|each|nights|shift|work|duty)|in the (?:car|morning|shed|bath)|on my (?:own|
            days)|alone|at \d|daily|nightly|just to|night|by \d)
        (?:drink|drinking|drank|drinks|drinkin|boozing)(?: [\w']+){0,3} (?:to (?:sleep|cope|forget|get|face|numb|switch|unwind|calm|feel|
            stop|manage)|every (?:night|day|evening|morning|shift)|each night|most (?:nights|days|evenings)|too much|way too much|
            more than|alone|on my own|by myself|at (?:lunch|work|home alone|the (?:kitchen )?sink)|before (?:work|shift|i|bed)|
            after (?:duty|every|each)|in the (?:car|morning|shed)|daily|a lot|for the week|has got|is getting|got worse|out of (?:hand|
            control)|again|because)(?! (?:water|tea|coffee|squash|fluids|coke zero))(?!.*\b(?:water|squash|coffee)\b)
        (?:small-small|my|the|own) drinking(?=[.,!]|$| (?:is|has|again|got|problem|no))
        day(?:-| )?drinking|problem with (?:drink|alcohol|drugs|pills|the drink)
        (?:i'm|i am|am|become|becoming|getting|recovering|functioning|hooked|dependent|addicted|reliant|relying|depend|
            rely) (?:an? |on |to |too |the |my |now |completely )*(?:alcoholic|addict|addicted|dependent|hooked|codeine|tramadol|diazepam|
            zopiclone|wine|alcohol|pills|tablets|sleeping (?:tablets|pills)|opioids?|co-?codamol|valium|drink)(?=[.,!?]|$| (?:to|and|i|
            now|every|on|for|but|after|since|just)\b)
        (?:tak(?:e|ing|en)|took|pocket(?:ed|ing)?|nick(?:ed|ing)?|help(?:ed|ing) myself to|divert(?:ed|ing)?|steal(?:ing)?|stole|
            borrow(?:ed|ing)?|sneak(?:ing|ed)?|used?|using|prescrib\w+ myself)(?: [\w']+){0,6} (?:diazepam|codeine|tramadol|morphine|
            oramorph|fentanyl|zopiclone|pregabalin|valium|midazolam|ketamine|propofol|co-?codamol|opioids?|sedatives?|pentazocine|ritalin|
            lorazepam|temazepam|leftovers?|broken amp)(?: [\w']+){0,6} (?:from (?:the )?(?:trolley|work|ward|cupboard|stock)|to (?:sleep|
            cope|get|work|stay|switch|come|calm)|myself|for me|home|every|daily|most|nights?|again|before|after|each|so i|on my)
        self(?:-| )?prescrib(?:e|ed|ing)
        taking (?:my )?(?:son's|husband's|mum's|patient'?s?) (?:ritalin|tablets|meds|codeine|diazepam)
        (?:tablets?|pills?|spliff|joint|zopiclone|valium|sleeping (?:tablet|pill)s?)(?: \w+){0,3} to (?:get (?:me )?(?:up|through|to)|
            sleep|cope|function|face|keep me|take the edge)
        (?:cocaine|coke|ketamine|ket|mdma|ecstasy|weed|cannabis|thc|balloons|edibles|gummies|speed|mcat|spliffs?|
            joints?)(?: [\w']+){0,6} (?:every|weekends?|days off|only (?:thing|time)|cope|switch|quiet|sleep|edge|habit|again|to get|
            after (?:shift|nights)|between|problem)(?!.*\b(?:patients?|pt|him|zero)\b)
        line of coke|got a (?:guy|dealer)|my (?:old )?dealer|(?:wrap|bag) (?:off|from)
        hung(?:-| )?over(?=.*\b(?:again|third|every|shift|work|week|most|always)\b)
        blackouts? (?:basically|from|every|again|drinking)
        (?:off|fell off|fallen off|back on) (?:the|it) ?(?:wagon|booze|drink|again)
        (?:relapsed|relapse|lapsed)(?= (?:on|again|last|after|at|with)|[.,!]|$)(?!.*\b(?:cut|cutting|harm\w*|patients?|leukaemia|
            lymphoma)\b)
        (?:months?|weeks?|years?|days?) (?:sober|clean|off (?:it|the (?:drink|booze))|dry)(?=.*\b(?:but|crav\w*|tempt\w*|want|think\w*|
            one|hand|open bar|party|smell|negotiat\w*|christening|fridge|drive|struggl\w*|hard)\b)
        out of rehab|came out of rehab|dry jan(?=.*\b(?:3rd|failed|made it to)\b)
        (?:crav\w+|gasping for|dying for|need|want) (?:a |my )?(?:drink|fix|hit|line)(?= (?:every|before|after|to|so|now|at|in|all)|[.,!]|
            $)(?! of (?:water|tea))
        can't (?:sleep|get through|cope|face|do|start|function)(?: [\w']+){0,5} without (?:a |my |some |the |one )?(?:drink|wine|vodka|
            tablet|pill|codeine|zopiclone|something|it|am|weed|smoke|joint|glass)
        (?:units|bottles)(?: [\w']+){0,4} (?:nearer|a week|more like|lied|told my gp)
        (?:hide|hid|hiding|hidden|keep some|stash)(?: [\w']+){0,4} (?:vodka|bottles?|empties|cans|wine|behind the|the recycling)
        recycling (?:day|bin|is)(?=.*\b(?:embarrass\w*|bottles|clink)\b)
        (?:chew|mints?|mouthwash|parsley|deep heat)(?: [\w']+){0,6} (?:handover|smell|cover|night before|work)
        turned up (?:to work )?(?:drunk|hungover|still drunk|over the limit)
        over the limit|drinking (?:at|on|during) (?:work|shift)|still drunk
        """,
    ),
)  # fmt: skip
