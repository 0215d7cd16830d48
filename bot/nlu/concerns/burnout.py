"""Exhaustion, numbness, dread, compassion fatigue or thoughts of leaving that go beyond a bad day."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "burnout",
        r"""
        (?:i'm|i am|am|feel|feeling|completely|totally|so|properly|been|utterly|just|really|getting|nearly|think i'm|
            beyond) (?:\w+ )?(?:burnt out|burned out|burnout|burning out|used up|spent out|running on (?:empty|fumes)|emptied|
            drained (?:daily|every|all|completely|to)|hollow\w*|fully drained)
        (?:burnout|burned out|burnt out)(?=[.,!]|$| (?:and|i|from|badly|again|for|since|is|real))(?! (?:training|survey|study|
            questionnaire|talk|from my work'))
        compassion fatigue(?=[.,!]|$| (?:is|and|i|has|real|hit|i think))
        running on (?:empty|fumes|nothing)|fully drained
        (?:nothing|no more|not a (?:drop|thing)|no|not an? (?:ounce|bit))(?: (?:in me|of \w+|pity|compassion|energy|more))* (?:left|
            in the tank|to give)(?: (?:to give|in me|in the tank|for (?:anyone|no one|them|my (?:kids|family))|any ?more|
            inside))?(?=[.,!]|$| (?:to|in|for|and|at|when|by|of)\b)(?! (?:in the (?:fridge|cupboard)|to (?:eat|do|add|report|cook)))
        (?:don't|do not|no longer|stopped|can't|cannot|not)(?: (?:even|really|actually|seem to|bring myself to|make myself|
            know how to))* (?:care|caring|feel|feeling) (?:about|for|anything|any ?more|any more|whether|if|sad|
            happy)(?: [\w']+){0,3}(?=[.,!]|$| (?:any ?more|patients?|them|people|what|any)\b)
        (?:feel|felt|feeling|am|i'm|gone|go|went|just|so|completely)(?: (?:just|completely|so|totally|kind of|nothing but|like))* (?:numb|
            blank|flat|nothing|empty|hollow|dead inside|like a robot|robotic|detached|switched off|on autopilot|a shell)(?=[.,!]|
            $| (?:inside|now|since|at|when|all|and|every|most|for)\b)(?! (?:arm|feet|legs|from the|battery|tyre))
        (?:dread|dreading|hate|sick before|cry before|panic before|cry|crying|sob|sobbing|shaking|physically sick)(?: (?:every|each|going|
            coming|the|my|before|on|in|to|at|it|of|thought|in to|going in))* (?:every (?:single )?(?:shift|day|morning|time)|each shift|
            shifts|every sunday|going in(?:to work)?|work every|(?:the )?car(?: park)?(?: before| after| every| most| at| on)?|
            the toilets? (?:at work|every)|the drive in|the way (?:in|to work|home)|sluice every)(?=[.,!]|$| \w)
        (?:dread|dreading) (?:it\.|work|monday|going)(?=.*\b(?:every|months?|weeks?|since|single|always|year)\b)
        (?:cry|crying|cried|tears) (?:\w+ ){0,3}(?:every|most|daily|before (?:every|each)|all the time|for no reason|in the car|
            between patients|at work)(?!.*\b(?:onions|film|advert|laugh\w*|wedding)\b)
        (?:think|thinking|thought|want|wanted|wanting|ready|going|about|tempted|decided|typed|written|close)(?: [\w']+){0,4} (?:leaving|
            leave|quit|quitting|resign|resigning|hand in|handing in|my notice|pack(?:ing)? it in|give(?:ing)? up)(?: (?:nursing|medicine|
            midwifery|the (?:nhs|profession|job|ward)|my (?:notice|job|pin|resignation)|for good|it all|altogether|
            this job))?(?=.*\b(?:nursing|medicine|midwifery|nhs|profession|every day|drafts?|notice|any more|anymore|can't|months|
            stack shelves|for good)\b)
        my notice(?= (?:typed|in drafts|is))|rather stack shelves
        can't do (?:this|it) (?:job )?(?:any ?more|no more|any longer)
        (?:can't|cannot|not|struggling to) (?:cope|switch off)(?=[.,!]|$| (?:any ?more|with|at|from|when|even|on|after|and|properly)\b)
        (?:on|at) (?:my knees|breaking point|the edge of breaking|the end of my rope)
        (?:breaking point|falling apart|broken by (?:this|the job|work))
        (?:used to|i was)(?: [\w']+){0,6} (?:care|love|cry|fight|ring|feel|enjoy|sing|laugh|listen|be kind|hold)(?=.*\b(?:now|any ?more|
            no more|nothing|not any|don't|can't|whatever)\b)(?=.*\b(?:i|patients?|them|job|now)\b)
        (?:months|years|yr|year|weeks)(?: [\w']+){0,4} (?:numb|flat|exhausted|like this|of this|dread|drained|crying|nothing)
        signed off(?: sick)?(?: with)? (?:stress|burnout|exhaustion)
        off sick twice
        (?:sleep|days off|annual leave|a week off|rest)(?: [\w']+){0,4} (?:doesn't|don't|didn't|not|never) (?:help|touch|fix|enough|make)
        (?:exhausted|shattered|tired)(?: [\w']+){0,3} (?:all the time|for months|every (?:single )?day|to my bones|in my bones|down to|
            beyond|since|no matter)
        soul (?:tired|destroying)|tired in my (?:bones|soul)|bone tired
        lost (?:my|all) (?:spark|compassion|love for|passion|empathy)
        body goes in|going through the motions
        """,
    ),
)  # fmt: skip
