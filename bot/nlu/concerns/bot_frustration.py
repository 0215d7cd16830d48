"""Is fed up with the bot itself."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "bot_frustration",
        r"""
        (?:you|u|this (?:bot|app|thing|chatbot|coach|machine)|bot|the bot|ur|your)(?:'re|'s| are| is| r|r)?(?: (?:just|so|really|actually|
            absolutely|fucking|bloody|literally|always|a|an|such|totally|completely|no|not|dey|even))* (?:useless|pointless|stupid|
            rubbish|crap|shit|thick|dumb|annoying|broken|mad|irritating|patronising|no help|not (?:helping|listening|reading|
            understanding)|not very good|the worst|waste of time|doing my head in|driving me (?:mad|demented|crazy|round|nuts)|vex me|
            vexing|rubish|hopeless)(?=[.,!?]|$| \w)
        (?:you|u)(?:'ve|'re| have| don| keep| always| just| are| still| did| again| already)*(?: (?:just|already|still|keep|always|
            literally|again|repeatedly))* (?:asked|ask|asking|repeat|repeated|repeating|said|saying|say|sent|sending|told|ignored|
            ignoring|forgot|forgotten|lost|wiped|deleted|misunderstood|missed|got it wrong|changed|corrected)(?: [\w']+){0,6} (?:same|
            already|again|twice|three times|times|yesterday|before|everything|nothing|what i|wrong)(?! (?:you|for me|please))(?=[.,!?]|
            $| \w)
        i(?:'ve| have| just| already| don| did)*(?: (?:just|already|literally|only))* (?:told|answered|said|typed|gave|explained|wrote|
            tell|refer)(?: [\w']+){0,3} (?:you|u|this|that|it)(?: [\w']+){0,3} (?:already|again|times|twice|three|just|before|my|
            yesterday|minute|ago|goal|that|last)
        i (?:just|already|literally) (?:told|said|answered)|i answer already
        (?:for the|this is the) (?:second|third|fourth|fifth|\d+\w*) time
        how many times|said it (?:six|three|four|five) times
        (?:same|another) (?:question|tip|answer|thing|reply)(?: \w+){0,3} (?:again|over and over|every|as|each)
        ask(?:ing)? the same|you(?:'re| are| keep)? going round (?:in circles|the houses)|loop loop|stuck in a loop
        (?:stop|quit|pack it in) (?:asking|repeating|correcting|corecting|sending me the same|with the|being so|telling me)
        shut up|fuck off|f off|piss off|sod off|get lost$|give over|cop (?:yourself|on)|read what i|read the thing|listen to (?:me|what)
        are you (?:even|actually)? ?(?:reading|listening|thick|stupid|broken)
        do you even|what (?:even )?(?:was|is) that (?:reply|answer|supposed)|(?:not|that's not) what i (?:said|asked|meant|wrote)
        didn't ask for|you sound like|you have misunderstood
        (?:this|it) is (?:useless|pointless|a waste of time|rubbish|ridiculous|no use|shit|crap|going nowhere|stupid)(?=[.,!?]|$| (?:and|
            you|i|honestly|lol|now|app|bot|thing))
        waste of (?:my )?time|(?:bears?|bear) no relation|automated replies|six taps|\d taps|wrong person mate|thats not it
        that's not it either|the obstacles$|taps to say no|you even (?:sabi|read)
        """,
    ),
)  # fmt: skip
