"""A traumatic event or a loss that the speaker lives with."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "loss",
        r"""
        (?:my|our|me) (?:own |dear |late |best |little |baby |first |poor |only |small |big |junior |younger |elder )*(?:mum|mam|mom|
            mother|mammy|mama|amma|dad|da|father|papa|daddy|tatay|nanay|husband|wife|partner|brother|sister|son|daughter|baby|twins?|
            child|nan|nana|gran|granny|grandad|grandmother|grandfather|lola|lolo|uncle|aunt|auntie|cousin|friend|mate|bestie|colleague|
            dog|cat|fiance|boyfriend|girlfriend|father-in-law|mother-in-law|brother in law|niece|nephew|batchmate|neighbour|roommate|boss|
            mentor)(?: [\w']+){0,4} (?:died|passed|passed away|expired|dead|is gone|was killed|was stillborn|didn't make it|no make it|
            took (?:his|her) own life|killed (?:himself|herself)|hung (?:himself|herself)|could not be revived|funeral|
            was buried)(?! (?:in the|on the (?:second|third) page|since morning|fifteen years|long back))
        (?:mum|mam|dad|nan|nana|grandad|gran|wife|husband|hubby|tatay|nanay|lola|lolo|mammy|daddy|father|mother)(?:'s)? (?:died|passed|
            passed away|expired|is gone|just died|has died|funeral|died (?:last|in|on|this))
        (?:lost|losing|buried|burying|cremated|bury) (?:my|our|me|both) (?:own |dear |late |best |little |first |poor |only |baby |
            eldest )*(?:mum|mam|mom|mother|mammy|dad|father|husband|wife|partner|brother|sister|son|daughter|baby|babies|child|nan|nana|
            gran|grandad|friend|dog|cat|uncle|aunt|cousin|mate|colleague|parents|pregnancy|twins)
        (?:lost|lose) (?:the|a|our|my|her) (?:baby|pregnancy|twins?|child)(?= (?:at|last|in|again|on|and|two|three|\d)|[.,!]|$)
        (?:had|having|after|my|third|second|another|since the|our) (?:a |my |the |\w+ )?(?:miscarriage|stillbirth)
        i miscarried
        (?:stillborn|wasn't a heartbeat|no heartbeat)(?! (?:care|training|cuddle))
        (?:first|mother'?s day|christmas|birthday)(?: \w+){0,3} without (?:her|him|mum|dad|them)
        (?:i'm|i am|still|am) (?:grieving|in mourning|bereaved)|my (?:grief|bereavement)
        i found (?:him|her|my \w+)(?=.*\b(?:dead|hanging|hung|overdose|cold|floor|bath|killed|himself|herself)\b)
        (?:killed|hanged|hung|shot) (?:himself|herself|themselves)(?=.*\b(?:i|my|our|we)\b)
        took (?:his|her|their) own life(?=.*\b(?:i|my|our|we|last|colleague)\b)(?!.*\bin front of the\b)
        died by suicide(?=.*\b(?:my|our colleague|friend|i found)\b)
        we lost (?:him|her|them|a (?:child|baby|mum|mother|colleague|young|patient i)|two|three|one of our|both|twins|kev|our)
        (?:lost|losing) a (?:pt|patient) i (?:was|had)
        cr(?:y|ied|ying)(?=.{0,60}\b(?:since (?:he|she|mum|dad|we lost|they)|lost (?:him|her)|died|funeral|grave)\b)
        """,
    ),
    Family(
        "event",
        r"""
        (?:can't|cannot|couldn't|can not|unable to|not able to|carnt)(?: (?:seem to|stop|get|unsee|unhear|forget|
            shake))+(?: [\w']+){0,8} (?:out of my (?:head|mind)|face|seeing|hearing|thinking (?:about|of)|scream|image|picture|night|him|
            her|it|that|smell|eyes|replaying|what (?:i|happened)|the (?:arrest|baby|boy|girl|child|sound|way)|dreaming)(?!.*\b(?:meeting|
            song|exam|interview|cake)\b)
        (?:out of|in) my head(?=.*\b(?:arrest|baby|died|face|scream|blood|boy|girl|child|code|crash|patient|\d days|death|bed \d+)\b)
        (?:flash(?:-| )?backs?|nightmares?|night terrors|intrusive (?:images|memories)|ptsd|traumatised|bad dreams|
            same dream)(?! (?:about the ventilator|training|\(theirs))
        (?:keep|still|keeps|always|every (?:night|day|time)|daily)(?: [\w']+){0,4} (?:see(?:ing)?|hear(?:ing)?|smell(?:ing)?|
            replay(?:ing)?|dream(?:ing|t)? (?:of|about)|reliving|going over)(?: [\w']+){0,6} (?:face|eyes|scream\w*|blood|body|baby|child|
            boy|girl|arrest|crash|him|her|it|them|fire|sound|smoke|voice|trace|room|hands|what happened|little|his mum|shoes?)
        still (?:smell|hear|see|feel|taste)(?: \w+){0,3} (?:fire|smoke|blood|scream\w*|it|him|her|how|their|the|his)
        replaying|keep going over it|i hear the|close my eyes and (?:it's|i see|i'm)|every time i close my eyes|takes me back
        puts me (?:there|back)
        back in (?:that|the) (?:bay|room|underpass|car|corridor|moment|day)
        live in that (?:bay|room)|like i(?:'m| am) back
        (?:got|was|been|being|i was|were|since i got|i got|he|she|they|patient|husband|relative)(?: (?:just|then|badly|
            also))* (?:attacked|assaulted|stabbed|punched|headbutted|bitten|strangled|held hostage|mugged|kicked in|threatened with|
            grab my neck|beat up|hit) (?:by|at|on|me|in)(?=.*\b(?:since|still|every|can't|shak\w*|panic|scared|flinch|not right|
            nightmares?|afraid|anymore|any more|ops|weeks|head|month|gone now|legs|see the door|carpet)\b)
        (?:since|after|because of|ever since) (?:the|that|then|that|we|i|one) (?:\w+ ){0,4}?(?:arrest|crash|attack|accident|assault|
            shooting|bombing|fire|stabbing|inquest|coroner'?s?|death|delivery|shift|job|resus|incident|case|call|suicide|lady|boy|girl|
            baby|night|flood|typhoon|earthquake)(?=.*\b(?:i|can't|sleep|not|never|shak\w*|panic|every|avoid|cry|flinch|don't|check|hands|
            head|see|hear|feel|different|sick)\b)(?! (?:debrief|report|review|training|meeting))
        (?:worked on|did cpr on|compressions on|coded|resuscitated|did (?:her|his) cpr|arrest (?:on|in))(?: [\w']+){0,5} (?:baby|child|
            neighbour|colleague|friend|my (?:own|father|mum|dad|neighbour)|boy|girl|toddler|one of our|kid|twins?|hca|for \d+ min\w*)
        first on scene|(?:jumped|fell) (?:from|out of) our window|hanging on the (?:ceiling|ward)|set fire to (?:himself|herself)
        under the sheet|his mum's scream|someone i went to school with|friend on the trolley|son's best m\w+
        same (?:trainers|birthday|age|shoes) as (?:my|mine)|lad same age
        (?:freeze|froze|shake|shaking|shakes|panic(?:s|ked|king)?|flinch(?:es|ed|ing)?|sick|sweating|can't breathe|heart (?:races|
            pounding|goes))(?: [\w']+){0,6} (?:every time|when(?:ever)? (?:i|the|someone|a)|each time|walking on|at the door|
            on to the unit|doorbell|since)(?=.*\b(?:attack\w*|arrest|assault\w*|crash|died|bit\w*|since|incident|patient|unit|
            that (?:night|day|room)|drive|cupboard)\b)(?!.*\b(?:exam|presentation|interview|speak|teach\w*)\b)
        """,
    ),
)  # fmt: skip
