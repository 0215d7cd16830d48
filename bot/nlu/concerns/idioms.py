"""Ways of speaking that sound like danger and are none: taken out of a message before it is searched for danger.

A message falls silent only where nothing else of danger is left once these are out. The lists are closed: what is not in them counts.
They are code and not content because they are part of what the detector is, in one language, and change together with its phrases and
its figures; no wording that anybody sees depends on them.

reviewed_by: null. No clinician has looked at them yet (docs/open-reviews.md).
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.nlu.concerns.family import Family, Hit, spoken
from bot.nlu.concerns.phrasebook import Phrasebook, Places
from bot.nlu.tidy import Said

# What people are dying for, of, or to do.
_DYING = r"""
    (?:dying|gagging|gasping|desperate) for (?:a|an|the|my|some|that|this) (?:\w+ )?\w+
    dying to (?:eat|drink|taste|watch|know|see|meet|hear|ask|try|tell|get|go|read|find|wee|pee)
    dying (?:here|over here|laughing|in this heat)
    dying (?:with|of) (?:a (?:dose|cold|head cold|hangover)|man ?flu|hay ?fever)
    dying (?:art|trade|breed)|(?<!going )(?<!want )(?<!ready )to die for|die hard|never say die|(?:till?|until) i die|
        to my grave (?:doing|thinking|saying|believing|still|not knowing)|(?:could have|nearly|almost) died of \w+
    dead before i (?:let|agree|see|give)|do or die|hope to die|(?:sleep|rest|pause|relax|retire) when i'm dead|(?:die|dying) on (?:this|
        that|the|my) hill
    (?:thought|think) i (?:will|was going to|would|was gonna|might) (?:just )?die
    (?:die|died|dying|dead)(?: \w+)? (?:of|from|with) (?:\w+ )?(?:embar\w*|laugh\w*|boredom|cringe|heat|hunger|thirst|cold|happiness|
        laughter|jealousy|cuteness|old age|curiosity|excitement|mortification|awkwardness|heatstroke)
    (?:die|died|dying) (?:laughing|a (?:little|bit|thousand deaths))
    laugh(?:ed)? die|died (?:laughing|when (?:he|she|they|it|everyone|i saw))
    (?:die|died) (?:if|without|unless) (?:i|we) (?:don't|do not|can't|didn't) (?:get|have|eat|sit|pee|sleep|drink)
    (?:bored|scared|frightened|worried|tickled|starving|starved|frozen?|freezing|flogged|worked|talked|thrilled|bore|
        freeze) (?:(?!myself)\w+ )?to death
    death (?:by (?:powerpoint|meeting|paperwork|email|excel|zoom|teams|pdf|slides)|warmed up|stare|metal|star|valley|trap|march)
    sudden death|kiss of death|catch (?:my|your) death|look like death|feel like death warmed
    dead in a ditch|(?:dance|laugh|shout|run|eat|chop|shame|waka|cry|work|fear|hungry|hunger) (?:want|wan) die
    (?:rather|sooner) be dead (?:than|then) do (?:the|karaoke|karoke)|rather die (?:than|then) (?:do|sing|speak|present|eat|drink|wear|
        watch|read|sit|dance|karaoke|be the one|be the first|ring|phone|call|ask|admit|miss|lose|use|serve|drive|cook|share|swap|be seen)(?:
        \w+){0,4}
    (?:went|go|gone|going|sent|getting|got|discharged|came|get) home to die (?:with|w|in) (?:his|her|their)|we'll (?:all )?be dead before
    (?:take|taking) me (?:now )?to (?:the |my )?(?:tea|break|pub|beach|canteen|cinema|lunch|theatre)
    take me now to (?:the |my )?(?:tea|break|pub|beach|canteen|lunch)
    """
# What kills, and what people could kill for.
_KILLING = r"""
    (?:is|are|it's|that's|was|been|were|rota|feet|shift|shifts|nights|knees|traffic|back|legs|stairs|heat|shoes|hay ?fever|knee|course|
        essay|parking|hips?|deadlines?|emails?|suspense)(?: \w+){0,2}? killing (?:me|us)
    (?:kill|murder) for (?:a|an|some|the|my|another) (?:\w+ )?\w+
    (?:could|can) murder (?:a|an|some) (?:\w+ )?\w+
    (?:mum|mam|mama|mummy|mother|dad|wife|husband|boss|manager|matron|she|he|they|teacher|prof|arsenal|missus|hubby|himself|herself|
        instructor|monday|mondays|this work|mondey)(?:'ll|'s|'d)? (?:will |would |is |are |going to |go |might |nearly |want |wan |
        tried to )*(?:kill|murder|finish) me
    kill(?:ing|ed|s)? (?:time|it|the (?:mood|vibe|meeting|engine|lights?|switch|music|pain|bacteria|weeds|noise)|two birds|an hour|
        off the)
    killed (?:another |my |the |our |a )+(?:\w+ )?(?:plant|cactus|basil|phone|battery|orchid|laptop|vibe|mood|buzz|starter|tomatoes)
    kill(?:ed|ing)? (?:myself )?(?:laughing|with laughter)|killed myself laughing|dressed to kill|killing me (?:softly|with)
    (?:software|system|arsenal|chelsea|united|job|rota|work|exam|exams|course|phone|laptop|it|this|thesis|traffic) (?:will|want to|want|go|
        is going to|might|could) (?:take|finish|end) my life
    (?:nearly|almost) (?:killed|hung|hanged|strangled|drowned|finished) myself (?:with (?:the|a)|tripping|slipping|on (?:the|a|that)|
        falling|getting|carrying|laughing|running|moving|trying to (?:get|lift|carry|open|reach)|over|coming|going down)
    killing (?:myself|meself) (?:running|trying to (?:get|fit|keep up)|for (?:the|a) (?:bus|marathon|deadline))
    killer (?:heels|feature|app|question|line|whale|instinct)|buzz ?kill|serial killer|curiosity killed|if looks could kill|make a killing
    """
# What is dead and nobody's death.
_DEAD = r"""
    (?:thing|things|project|motion|idea|plan|paper|policy|proposal|debate|matter|subject|topic|audit|rota|argument|feud|issue|row|system|
        fax|app|that|this|all) (?:(?:is|are|was|be|should|will|to|can|now|long|well|and|truly|must|it|might|may|has|been) )*dead and buried
    (?:can't|cannot|never|couldn't|can|to) keep (?:one|it|them|(?:a|any|my|the|house|that|those|even|an) (?:\w+ )?(?:plants?|basil|cactus|
        fish|succulents?|orchids?|tomatoes|herbs?|fern|flowers?|goldfish|hamster)) alive(?: past)?
    dead (?:on my feet|to the world|tired|beat|good|easy|nice|handy|quick|simple|slow|right|wrong|posh|keen|proud|chuffed|funny|busy|
        quiet|excited|happy|boring|interesting|lovely|virtuous|centre|set|serious|sure|end|ends|heat|ringer|line|lines|lift|lifts|weights|
        lead|battery|phone|space|wood|cert|calm|body feeling|sea|lock|stock|from|after)
    (?:feet|legs|arms|brain|battery|phone|laptop|tablet|thumbs?|toes|arm|leg) (?:is |are |was |went |gone |feel |so )*dead
    over my dead body|be seen dead|left for dead|drop dead gorgeous|play(?:ing)? dead|dead meat|walking dead|wake the dead|as a dodo
    (?:sleep|slept|sleeping) like (?:the |a )?dead(?: goat)?|graveyard shift|one foot in the grave
    (?:turning|spinning|rolling) in (?:her|his|their|its) grave|push\w* up (?:the )?daisies|dead in the water
    i'm dead (?:after|from|tired|lol|haha)
    """
# Figures of speech with suicide, overdose, hanging, jumping, cutting, ending, life.
_FIGURES = r"""
    (?:career|social|political|professional|financial|commercial|fashion|academic|electoral) suicide
    suicide (?:squad|doors|burgers?|wings|sprints?)|doing suicides
    (?:overdos\w*|od'?d?|oding) (?:of|on) (?:[\w-]+ ){0,2}(?:cake|cakes|chocolate|chocolates|coffee|caffeine|sugar|laddoo|laddu|eggs?|
        mince pies|tea|biscuits?|haribo|sun|vitamin c|carbs|cheese|quality street|garlic|sweets|telly|netflix|crisps|pizza|cuteness|roses|
        toast|turkey|sprouts|emails|meetings|jollof|rice|lechon)
    (?:caffeine|sugar|chocolate|coffee|carb|vitamin|biscuit|cake|cheese|sun) (?:overdose|od)
    hang(?:ing|s)? (?:in there|out|around|about|up|on|back|fire|loose|tough|the (?:washing|picture|pictures|bag|curtains)|by a thread|
        over (?:me|us|my head)|my (?:coat|hat|picture|certificate)|pictures|curtains)
    (?:get|got|getting) the hang|hung (?:up|out|over)|hung out to dry|hanging myself out to dry
    jump(?:ing|ed|s)? (?:(?:for|with) joy|ship|the (?:gun|queue|lights?)|to (?:conclusions|it)|through (?:the |these )?hoops|
        out of my skin|in (?:at|here|quickly|with|before|on|the (?:shower|deep|car|pool|taxi|bath))|on (?:the|a) (?:bandwagon|call|bus|
        bike|train|zoom|trampoline|wagon)|off (?:the )?(?:call|sofa|zoom|teams))
    told (?:you|me) to jump (?:off|in|into) (?:a |the )?\w+|bungee jump\w*|star jumps
    cut(?:ting)? (?:it (?:fine|out|close)|corners?|down on|back on|me some slack|myself (?:some )?slack|a rug|my (?:hours|hair|nails|
        fringe|losses|teeth|cloth|shift|toenails?|own (?:hair|fringe))|(?:the|my) (?:cake|grass|cord|lawn|hedge|caffeine|sugar|carbs))
    end(?:ing|ed)? (?:it|things) (?:here|there|early|with (?:him|her|my (?:boyfriend|girlfriend|partner|fiance|bf|gf|ex))|at (?:\d+|ten|
        five)|now kindly|for (?:today|the day))
    end(?:ing|ed)? (?:the|this|that|our|my|up|a) (?:meeting|shift|call|chat|day|week|session|conversation|placement|rotation|contract|
        lease|subscription|marriage|relationship|engagement|career|degree|course)
    (?:not |isn't )?(?:the )?end of (?:the world|my tether|an era)
    tablets? to charge|took all the tablets (?:to|for)|(?:takes?|taking|took|taken|get|got|want) my life back
    take my life in(?:to)? my (?:own )?hands|(?:story|time|love|light|bane|fright|night|trip) of my life|(?:for|save) the life of me
    a matter of life|(?:wish|need|able|how|where|easy|try|trying|used|come|came) to find me|(?:doesn't|does not) exist
    life is (?:literally )?over(?=.{0,40}\b(?:wifi|phone|homework|concert)\b)
    (?:lost|losing|lose) the will to live(?= (?:in|at|during|on hold|listening|watching|reading|queuing|somewhere around|by
        the|halfway|after the|when the))
    drown(?:ing|ed)? in (?:\w+ ){0,2}(?:paper\w*|emails?|admin|work|notes|forms|referrals|audits?|laundry|washing|tea|gravy|marking|
        discharges|spreadsheets?|meetings|letters|messages|tasks|deadlines)
    because otherwise what's the point(?: of any of it)?|beat(?:ing)? myself up|kick(?:ing)? myself|(?:shoot|shot|
        shooting) (?:myself )?in the foot
    burn(?:ing|t|ed)? the (?:candle|midnight oil)|bit(?:e|ing)? (?:the bullet|my tongue|my nails)|stab in the (?:dark|back)|take a stab
    (?:thrown?|throwing) (?:me |him |her |us |them )?under the bus
    if (?:i'm|i was|i were|i am|we're|you're|someone is) hit by a bus
    water under the bridge|cross that bridge|(?:through|hit|hits|raise) the roof|bridge (?:course|the gap|programme|training)
    (?:scissors|razor|clippers|blade)(?: \w+){0,3} my (?:own )?(?:fringe|hair|beard|bangs|eyebrows|moustache)
    (?:took|taken|take|taking|brought) (?:all |back )?(?:(?:the|my|these|those|old|his|her|unused|leftover|all|out|of|date) )*(?:tablets|
        meds|pills|medicines|insulin) (?:back|down|up|over|round|across) (?:to|in)
    say(?:ing)? goodbye to the (?:girls|lads|team|ward|gang|students)(?= (?:here|there|on|at))
    attempt(?:ed|ing)? (?:a|the|my|an|another) (?:half |full |first |\w+ )?(?:marathon|run|5k|10k|cake|roast|sourdough|crossword|quiz|
        jigsaw)
    die in this (?:bus|queue|traffic|commute|meeting)|(?:sudden )?infant death
    off myself to (?:costa|bed|greggs|tesco|work|lidl|aldi|church|mass|the (?:shop|pub|gym|canteen|shops))|(?:a )?note when i left
    (?:nearly|almost) (?:topped|killed|hanged) myself(?=.{0,40}\b(?:slipped|tripped|wet floor|mopped)\b)
    driving me (?:up the wall|round the bend|mad)|up the wall|burn bridges|knock myself out
    """
# Small accidents; not where the message says that it was meant.
_MISHAPS = r"""
    (?:hurt|cut|burned|burnt|burn|injured|scalded|scratched|stabbed|bruised|bit|jabbed|whacked|banged|drove|hit|bumped|bump|
        knocked) (?:myself|meself|
        my (?:\w+ )?(?:hand|finger|fingers|thumb|arm|leg|knee|back|ankle|foot|toe|shin|wrist|head|elbow|tongue|lip|forearm|
        shoulder))(?: \w+){0,3}? (?:at (?:the )?(?:gym|training|football|netball|hockey|rugby|yoga|crossfit)|in the (?:gym|garden)|
        lifting|running|shaving|shavin|gardening|cooking|chopping|moving|skiing|climbing|cycling|opening|peeling|slicing|playing|falling|
        by (?:accident|mistake)|accidentally|doing (?:diy|yoga)|(?:on|off|against) (?:a|an|the|my|some) (?:\w+ )?(?:vial|ampoule|tin|can|
        paper|needle|trolley|door|bed|oven|hob|hoist|stapler?|box|drawer|lid|toaster|edge|sharps?|fence|cupboard|shelf|monitor|table|desk|
        pan|grill|brambles?|rose bush|carton|cannula|lego|radiator|kettle|steam|bbq|barbecue|sparkler|fryer|tray|soup|tea|coffee|hoover|
        lawnmower|mower|hedge|gate|bike|pedal|skateboard|trampoline|bench|weights|barbell|ball|dog|cat|kitten|puppy|thorns?|nettles|grater|
        mandolin|peeler|foil|envelope|wrapping|cardboard|parcel|ladder|kerb|stairs|step|ice|allotment|thermometer|tap|bath tap|sun))
    (?:bang|banging|bash|bashing|hit|hitting) my head (?:on|against) (?:a|the) (?:brick )?wall with
    (?:burned|burnt|burning|burn) my \w+ (?:\w+ ){0,3}(?:at the beach|sunbathing|on holiday|on the beach|in the sun)
    (?:hurt|bruised|cut|scratched) myself (?:running|runnin|on|against|tripping|slipping|falling|lifting|moving|carrying|bumping|
        climbing|getting|
        reaching)
    burn(?:ing|t|ed)? my \w+ in the (?:garden|sun)|(?:jump(?:ing)?|walk(?:ing)?) (?:off|into) the (?:nearest|closest) \w+
    cut my (?:finger|fingers|thumb|toe)|small (?:burn|cut)|paper cut
    """
_ON_PURPOSE = spoken(r"on purpose|deliberately|purposely|intentionally|to feel|it helps|makes it stop")
# The words of the trade: talk of work, not of oneself.
_TRADE = r"""
    (?<!i'm a )(?<!i am a )(?<!be a )(?<!i'm at )(?<!i was a )(?<!am i a )(?:zero |staff )?(?:suicide|suicidal (?:thoughts?|ideation)|
        self[- ]?harm|suicidality|overdose|ligature|self[- ]?injury)(?: (?:and|or|
        &) (?:self[- ]?harm|suicide|psychosis|homicide|violence))? (?:prevention|prevenshun|risks?|awareness|assess\w*|training|course|
        audit|policy|pathways?|protocols?|guidelines?|strategy|rates?|statistics|stats|figures|data|study|studies|bereavement|screen\w*|
        forms?|cards?|toolkits?|workshop|webinar|module|lecture|teaching|team|unit|ward|nurses?|link nurse|lead|group|clinic|service|
        helpline|hotline|modual|e ?learning|conference|alliance|talks?|watch|obs|survey|review|literature|papers?|chapter|essay|
            dissertation|project|
        presentations?|admissions?|attendances?|patients?|pts|people|questions?|questionnaire|numbers|register|interventions?|first aid|
        postvention|leaflets?|posters?|memorial|liaison|counsellor|checklist|proforma)
    (?:assess\w*|screen\w*|ask|asking|asked|asks|teach\w*|trained|taught|lecture|module|course|session|essay|audit|chapter|paper|slides?|
        webinar|policy|word|reporting|reduce|predict)(?: \w+){0,5} (?:on|about|for|around|of|into|re|predict) (?:\w+ |
        thoughts of )?(?:suicide|suicidal|self[- ]?harm|overdose|dying|end of life)(?: (?:thoughts?|ideation|risk|at booking))?
    (?:died|dies|death|bereaved) by suicide|committed suicide
    suicide is (?:still |the )*(?:leading|preventable|a leading|not (?:a )?crime)
    (?:suicidal|suicide) (?:ideation|thoughts?|behaviou?rs?|attempts?)? ?(?:among|amongst|in (?:older|young|younger|middle|men|women|teens?|
        teenagers|doctors|nurses|vets|veterinary|farmers|students|children|adolescents|prison\w*|pregnan\w+|residents|\w+ (?:staff|
            nurses|doctors|patients)|staff))
    suicidal thoughts? (?:we|they) (?:are |have |always |now )*(?:to )?ask\w*|(?:thesis|essay|dissertation|assignment|cpd|article|book|
        chapter|review|conference|research|study|hours?|hrs|data ?set|policy|poster)(?: \w+){0,3} (?:on|about|into|of|is) (?:suicide|
        self[- ]?harm|overdose)(?! (?:myself|tonight))
    suicidal (?:patients?|pts?|people|persons?|callers?|clients?|young|teens?|teenagers?|men|women|inpatients?|messages)
    actively dying|assisted (?:dying|suicide|death)|end[- ]of[- ]life
    death (?:certificates?|certs?|rattle|cafe|notices?|rates?|toll|verification|summary|review)
    (?:expected|good|first|stem) death|death test|life[- ](?:limiting|support|threatening|prolonging)
    dead (?:tissue|stock|patient|on arrival)|brought in dead|anti[- ]?ligature
    overdoses? (?:in (?:resus|bay|bed|ed|majors|cubicle)|come|came|patient|pt|lady|man|girl|lad)
    cut (?:through|to delivery|the cord)
    hang(?:ing)? (?:another|one more|the next|his|her) (?:bag|blood|fluids?|unit|antibiotics?|chemo|drip|infusion|litre)
    crash (?:call|bleep|trolley|team|bag|section)|terminal (?:patients?|care|phase|illness|diagnosis|5|five)
    take[- ](?:home|out) (?:tablets|meds)
    take (?:my|the) tablets (?:on time|with food|at|in the morning|every|regularly)
    (?:tablets?|phone|laptop) (?:computer|died|charger)
    """
_MISHAP = Family("mishap", _MISHAPS)
_FRAMES = Phrasebook((*(Family("idiom", table) for table in (_DYING, _KILLING, _DEAD, _FIGURES, _TRADE)), _MISHAP))


def idioms(message: Said, places: Places | None = None) -> tuple[Hit, ...]:
    """Every place in the message where one of these ways of speaking stands."""
    found = _FRAMES.hits(message, places)
    return tuple(hit for hit in found if hit.family is not _MISHAP) if _ON_PURPOSE.search(message.plain) else found


def idle(hit: Hit, frames: Iterable[Hit]) -> bool:
    """Whether this is part of a way of speaking, so that nothing is left of it once that is out."""
    return any(hit.start < frame.end and frame.start < hit.end for frame in frames)
