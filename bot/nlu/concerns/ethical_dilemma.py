"""The speaker is torn over what is right."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "ethical_dilemma",
        r"""
        (?:ethical|moral) (?:dilemma|distress|injury|question|conflict|problem)(?! (?:course|training|committee|teaching|lecture|seminar))
        (?:i'm|i am|am|feel|feeling|so) (?:really |so |completely )?(?:torn|conflicted|morally)(?= (?:about|between|over|on|whether)|
            [.,!]|$)(?! ligament)
        torn (?:between|over|about)|morally wrong|on my conscience
        (?:against|for|with|to) my (?:conscience|values|principles|faith)
        (?:my )?conscience (?:is|won't|isn't|dey|will)|can't square
        (?:don't|doesn't|didn't|not|isn't|never|no dey|not sure|do not|wasn't|is it|was it|am i|are we|don't know|feels?|felt|
            does not)(?: (?:think|feel|sure|know|that|it's|it|is|was|if|whether|sit|a bit|so|just|really|this|we|they|i'm|i|that's|be|
            to be))* (?:right|wrong|rong|ethical|fair|honest|comfortable with|okay with|the right thing|dishonest)(?=[.,!?]|$| (?:to|for|
            thing|by|and|but|that|on|when|because|of)\b)(?=.*\b(?:patient|pt|family|she|he|her|him|them|they|we|tell|told|treatment|lie|
            sign|keep|consultant|doctor|consent|do|colleague|i)\b)(?! (?:now|ward|way|leg|dose|patient|bus|answer|time|drug|person|link|
            room|day))
        (?:asked|ask|want|wants|wanted|told|telling|asking|pressur(?:e|ed|ing|ised|ing)|made|expect(?:ed|s|ing)?|begged|begs)(?: (?:me|us|
            the team|staff|her|him))* (?:to |not to )(?:lie|hide|say (?:the|it|we|it's)|not tell|keep (?:it|this|quiet)|tell (?:her|him|
            them)|pretend|cover|change|sign|write|backdate|withhold|falsify|move|alter|translate|sell)(?=.*\b(?:diagnosis|her|him|patient|
            full|family|truth|lie|know\w*|severe|reason|numbers|promis\w*|wards?|prognosis|cancer|research|trial|result|insurance|son|
            daughter|she|he|list)\b)
        (?:hide|hiding|keep(?:ing|s)?|withhold(?:ing|s)?)(?: [\w']+){0,3} (?:diagnosis|truth|prognosis|it|death|cancer|
            result)(?: from)? (?:her|him|from|the patient|them|mum|dad)
        (?:should|do|shall|must|ought) i (?:say (?:something|anything)|tell (?:her|him|them|the (?:family|patient|wife|husband|consultant|
            manager|gp))|report (?:my|her|him|a colleague|a friend|it|them)|speak up|keep (?:quiet|it|the secret)|break (?:the |my |her |
            his )?(?:confidence|promise|confidentiality)|refuse|whistle)
        (?:is it|not sure (?:if )?it'?s?|isn't|not|is that|isn't it) my place(?: to)?
        (?:is|am) i (?:wrong|right|complicit|lying|betraying)
        i promised (?:her|him|them|not)(?=.*\b(?:tell|keep|secret|but|wife|husband|family|know)\b)
        (?:futile|prolonging|dragging (?:it|this) out|torture|cruel)(?=.*\b(?:treatment|consultant|family|chemo|feeding|cpr|keep|
            ventilat\w*|patient|him|her|want)\b)
        (?:do|breach|break) (?:i )?(?:confidentiality|her confidence)
        """,
    ),
)  # fmt: skip
