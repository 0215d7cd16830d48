"""Bullying, harassment, discrimination or humiliation at work."""

from __future__ import annotations

from bot.nlu.concerns.family import Family

FAMILIES = (
    Family(
        "mistreatment",
        r"""
        (?:being|been|was|am|i'm|getting|feel|get|got|is|are) (?:constantly |openly |always |publicly )?(?:bullied|harassed|humiliated|
            belittled|undermined|discriminated|victimised|ostracised|singled out|picked on|mocked|ridiculed|scapegoated|gaslit|excluded|
            racially abused|frozen out|targeted)(?! (?:in my first job|training|policy))
        (?:bullies|bullying|humiliates?|humiliated|belittles?|belittled|undermines?|mocks?|mocked|ridicules?|mimics?|mimicked|harass(?:es|
            ed|ing)?|intimidates?|ostracis(?:e|es|ed|ing)|victimis(?:e|es|ed|ing)|imitat(?:e|es|ed|ing)) (?:me|us|my (?:accent|english|
            spelling|stammer)|her|him|the (?:students?|hcas?|juniors?|overseas|new|intern|nurses?)|how i)(?! (?:training|policy|webinar))
        undermin(?:e|es|ed|ing) me
        (?:toxic|hostile) (?:ward|team|manager|unit|culture|environment|place|workplace)
        (?:racist|sexist|homophobic|transphobic|islamophobic|ageist|ableist) (?:comments?|jokes?|remarks?|abuse|slurs?|manager|colleague|
            banter|to|things?|name)
        n word|go home"(?= (?:in|on|written)\b)|go back to (?:your (?:country|own)|where you)|where (?:i|you) came from|diversity hire
        you people|most likely to be deported|speak english only|monkey hands|black hand|off the boat
        (?:shout(?:s|ed|ing)?|scream(?:s|ed|ing)?|yell(?:s|ed|ing)?|sw(?:ears?|ore|earing)) (?:only )?(?:at|to) (?:me|us|her|him|
            my)(?=.*\b(?:front|every|daily|always|round|patients?|relatives|theatre|ward|pinoy|everyone|again|desk|station|junior\w*|
            corridor|team)\b)
        in(?:-| )?front of (?:everyone|everybody|all|patients?|the (?:patients?|team|ward|students?|relatives?|family|new|juniors|whole|
            clinic|visitors)|visitors|students|a rep|clerk|my)(?=.*\b(?:stupid|thick|useless|shout\w*|laugh\w*|mock\w*|told|call\w*|said|
            waste|rip\w*|threw|humili\w*|accent|tore|insult\w*|sed|repeat|like a dog|eggs)\b)
        (?:call(?:s|ed|ing)?|named?|say|says|said) (?:me|us|my (?:hca|colleague)|i'm|i am|her|him) (?:a |an |the )?(?:\w+ )?(?:stupid|
            thick|useless|fat\w*|lazy|idiot|dumb|waste|slow|incompetent|princess|blow in|lurch|unreliable|simple|retard\w*|darkie|paki|
            terrorist|unstable|mental|diversity|grandma|poorly|the problem)
        waste (?:seat|of a uterus)|get someone with a brain|move fatty|past my sell by
        (?:did|do|does) (?:my|his|her) (?:stam\w*er|accent|voice) (?:back|at)
        (?:my|the) accent(?=.*\b(?:laugh|mock|copy|joke|repeat|impression|funny|hospital again)\b)
        (?:touch(?:es|ed|ing)?|rub(?:s|bed)?|strok(?:e|es|ed|ing)|grab(?:s|bed)?|pinch(?:es|ed|ing)?|slap(?:s|ped)?|massag(?:es|ed|ing)|
            squeez(?:e|es|ed|ing)|kiss(?:es|ed)?|brush(?:es|ed|ing)?)(?: \w+)? my (?:hair|knee|waist|bum|leg|thigh|shoulders?|neck|back|
            arm|lanyard|bottom|breast)
        hand on my (?:knee|leg|thigh|back|waist|bum)
        (?:grabs?|grabbed|pulled|pushed|shoved|barged|slapped|slap|elbowed|pokes?|poked) me (?:by|with|down|out|in|into|at|on purpose)
        (?:threw|throws|thrown|chucked|tipped)(?: \w+){0,4} (?:at me|at my feet|over my|next to my head|across the (?:room|theatre)|
            at the (?:student|nurse|reg|wall)|holder|my bag|my lunch)
        whistles? (?:for|at) me|blocks the door|kiss me|on the mouth
        comments? (?:about|on) my (?:body|chest|bum|legs|weight|looks|figure)
        (?:because|cos|since|as|after) (?:i'm|i am|of my|i told them|i have|i was|i wear|my|i complained|i raised|i took|
            i reported)(?: [\w']+){0,2} (?:black|asian|indian|filipin\w+|nigerian|african|muslim|gay|trans|pregnant|disabled|dyslexi\w*|
            autistic|adhd|old|a woman|female|foreign|overseas|accent|colour|religion|hijab|caste|skin|deaf\w*|grievance|committee|
            a complaint|ms|maternity|a single mum|polish|irish|romanian)(?=.*\b(?:never|always|only|worst|not|no|left|given|refuse\w*|
            moved|passed|treat\w*|told|laugh\w*|14 nights|meltdown|list|they)\b)
        (?:nobody|no one|none of them|everyone|they all|they) (?:talks?|speaks?|sits?|stop talking|stops talking|goes? quiet|
            won't (?:talk|sit|speak)) (?:to|with|near|when)(?: \w+)? (?:me|i)
        sits near me|table empties
        (?:everyone|all|team) (?:bar|but|except) me(?=.*\b(?:tea|invite\w*|cake|asked|whatsapp|group|told|makes?|made)\b)
        leave me (?:out|off)|left me (?:out|off)
        (?:she|he|they|manager|matron|boss) (?:has|have|had) it in for me
        picks on me|treats? me (?:like|different|as)
        walk(?:ing)? on eggshells(?=.*\b(?:she|he|ward|manager|sister|bag|desk)\b)
        make(?:s)? my life (?:hell|a misery)|(?:passed over|overlooked) for
        (?:worst|heaviest|sickest) patients(?=.*\b(?:always|every|me|given|because)\b)
        always (?:get|given|me) (?:the )?(?:worst|heaviest|nights)|every interview(?=.*almost)|blames? me for|took (?:the )?credit
        his name instead of mine
        (?:my )?sponsorship(?=.*\b(?:threat\w*|gift|cancel|remind\w*|careful)\b)
        hold(?:s|ing)? my visa|(?:sends?|sent) me (?:home|out)(?= crying)|stuck? (?:a |sticky )?note on my|naughty step
        stand (?:outside )?in the corridor|(?:put|hid|hide) (?:tape|meat)|hands? up like school|apologise kneeling|raise hand for toilet
        times? my (?:toilet|breaks)|toilet breaks|slow clap|separate (?:cup|eating)|ragging|for not wishing
        """,
    ),
)  # fmt: skip
