"""The words that the net under the phrases knows, by kind, and which of them a word with one letter wrong may be."""

from __future__ import annotations

from bot.nlu.goals.lexicon import words

# Words of danger: knots of the net.
_KNOTS = {
    "suicidal": "suicidal suicidally",
    "suicide": "suicide suicide's suicides sewerslide",
    "kms": "kms ctb unalive unalived unaliving",
    "selfharm": "selfharm selfharming selfharmed selfharmer selfinjury",
    "overdose": "overdose overdose's overdosed overdosing od",
    "deadly": """
        kill killing killed hang hanging hanged hung drown drowning drowned shoot shooting shot stab stabbing stabbed poison
        poisoning poisoned gas gassing gassed strangle strangling strangled choke choked choking suffocate suffocating suffocated
        electrocute murder murdering murdered destroy destroying destroyed delete necking exit erase starve starving starved
        behead
        """,
    "ending": "end ending ended finish finishing finished top topping topped neck off offing exit",
    "thrown": "throw throwing threw thrown chuck launch fling yeet hurl",
    "harm": """
        cut cuts cutting burn burns burning burned burnt harm harming harmed hurt hurting hurts slit slits slitting slash slashed
        slashing slice slicing sliced scratch scratched scratching punch punched punching scald scalded scalding stab stabbed
        stabbing injure injured injuring carve carved carving gash gashed mutilate mutilating mutilated wound wounded wounding
        hack hacking hacked
        """,
    "blow": "hit hitting bite biting bitten bruise bruised bruising bang banging banged slap slapping slapped punch punching",
    "vein": "wrist wrists thigh thighs vein veins artery arteries forearm forearms",
    "cut": "cut cutting slit slash",
    "blade": "blade blades razor razors knife knives scalpel scalpels",
    "gun": "gun pistol revolver rifle shotgun handgun glock trigger",
    "bullet": "bullet bullets gun pistol",
    "brains": "brains brain",
    "rope": "rope noose nooses",
    "ropes": "rope ropes noose nooses",
    "tie": "belt cord flex dupatta scarf rope noose sheet cable",
    "jump": "jump jumping jumped leap leaping leapt",
    "die": "die dying",
    "to_die": "",
    "drown": "drown drowning",
    "step": "step stepping stepped",
    "survive": "survive surviving",
    "died": "died",
    "hanging": "hanging hung hanged drowning falling",
    "cut_ends": "",
    "death": "death death's",
    "dead": "dead",
    "alive": "alive",
    "exist": "exist existing",
    "life": "life",
    "days": "days",
    "breath": "breathing breathe",
    "scar": "scars scar",
    "live": "live living",
    "wake": "wake waking woke woken",
    "pills": """
        pills pill tablets tablet tabs meds medication medications medicine medicines paracetamol ibuprofen codeine insulin
        antidepressants painkillers sertraline zopiclone diazepam morphine tramadol oramorph amitriptyline propranolol capsules
        xanax tylenol benzos oxy oxycodone fentanyl prescription
        """,
    "bottle": "bottle bottles packet packets strip strips box boxes blister",
    "attempt": "attempted attempt attempts",
    "goodbye": "goodbye goodbyes farewell bye goodnight",
    "crash": "crash crashing crashed swerve swerving swerved veer ram drove sped",
    "struck": "hit mow flatten",
}
# What has to stand near them, and what must not.
_NEAR = {
    "me": "i i'm i've i'd i'll im ive ill me my myself mine am meself",
    "am": "i'm im am feel feeling felt feelin being been i",
    "self": "myself meself self",
    "other": """
        he she they he's she's they're he'd she'd they'd he'll she'll they'll him her his their himself herself themselves person
        patient patients patient's pt pts client clients resident residents lad lads girl girls boy boys man woman lady gentleman
        guy chap fella bloke mum mam mom mother dad father husband wife son daughter brother sister friend mate colleague nurse
        nurses doctor doctors student students uncle aunt auntie lola lolo nan grandad baby kid child children teenager manager
        caller callers you u cousin partner boyfriend girlfriend boss consultant registrar neighbour wey dem phone laptop printer
        car plant cat dog fish battery team we we're we've everyone
        """,
    "trade": """
        ask asked asking asks assess assessed assessing assessment screen screened screening risk risks audit policy policies
        training course module teach teaching taught talk talked word words prevention pathway ward form forms study paper
        research article book film episode netflix documentary leaflet watch team squad mission awareness statistics data rates
        bereaved bereavement committed by lecture workshop guideline guidelines template presentation essay handover inquest
        coroner coroner's postvention laptop printer helpline volunteer session nurse nurses unit question questions questionnaire
        scored admissions cases case political career social group grupe meeting cluster bit steering lead minutes zero lived care
        dataset list elearning learning passed aid job club review
        """,
    "wish": """
        want wants wanted wanting wish wishes wished wishing hope hoping hoped hopes pray praying prayed ready going gonna plan
        plans planning planned will thinking think thought thoughts urge urges tempted decide decided need needing intention
        intentions intend intending mean meaning meant might try trying tried deserve long longing crave craving waiting beg
        begging love prefer rather sooner fantasise fantasising fantasize dream dreaming considering contemplating imagine picture
        imagining picturing option solution answer easier wanna determined should shall
        """,
    "urge": "want wanting urge urges need itching tempted craving crave wish gonna going",
    "nomore": """
        don't dont not never no won't wont can't cant cannot stop stopped done sick tired hate hating without nothing didn't
        pointless isn't instead couldn't wouldn't shouldn't unbearable
        """,
    "go": "go going carry keep keeping continue continuing do worth point anymore longer any more",
    "able": "able bear stand face take deserve worth point",
    "let": "let lemme",
    "future": "i'll ill will gonna soon by tomorrow tonight friday saturday sunday monday tuesday wednesday thursday morning better",
    "quit": "quit quitting refused refusing stopped starve starving eating skipping",
    "purpose": "purpose purposely deliberately intentionally intentional deliberate",
    "again": "again relapse relapsed relapsing streak clean fresh keep keeps kept daily every most nightly still tonight",
    "badly": "bad badly so desperate desperately strong",
    "now": "now rn tonight today",
    "night": "night nights tonight yesterday week today shift morning weekend friday saturday sunday monday tuesday wednesday thursday",
    "tonight": "tonight tn tonite now today tomorrow midnight friday saturday sunday monday morning soon",
    "bleed": "bleed bleeds bleeding bled blood",
    "body": """
        arm arms leg legs thigh thighs wrist wrists skin body stomach throat neck face head hand hands ankle ankles hip hips
        forearm forearms chest veins bruise bruises bruised skull
        """,
    "throat": "neck throat",
    "head": "head mouth temple brains brain chin",
    "loaded": "loaded use using own bought dad's husband's lap",
    "eat": "eat eating swallow eaten",
    "blown": "blow blowing blown splatter",
    "ready": "ready tied bought made prepared beam fan ceiling tree banister loft garage shed",
    "out": "ready front counted lined next beside",
    "saved": "saved saving stockpile stockpiled stockpiling hoard hoarding hoarded collecting collected enough stash stashed stashing",
    "brink": """
        bridge bridges roof rooftop ledge cliff cliffs balcony window platform track tracks train trains edge river canal sea lake
        water rail railings railing tube bus lorry truck traffic building storey multistorey car wall tree barrier pier viaduct
        flyover motorway oncoming lorries hgv floor tower
        """,
    "vehicle": "bus lorry truck train car van hgv tram",
    "nearly": "nearly almost close tried wanted about",
    "lived": "didn't work lived survived survive survivor failed surviving rescued stranger pulled stopped worked hadn't",
    "failed": "failed fail work worked wish unsuccessful",
    "nobody": "nobody noone knows know told tell secret hiding",
    "hospital": "hospital a&e ed icu resus casualty discharged",
    "taken": """
        took taken take taking swallow swallowed swallowing swallows necked downed drank drink drunk drinking popped ate had
        consumed ingested gulped inside
        """,
    "swallowed": "swallowed swallow swallowing necked downed popped",
    "much": """
        all whole many too loads load lot entire everything handful handfuls bottle box packet strip full enough every lots bunch
        boxes strips packets ton tons fistful more
        """,
    "late": "late sorry scared regret ambulance",
    "drowsy": "drowsy sleepy dizzy woozy fading numb",
    "forever": "forever final never",
    "liking": "lovely nice happy happier peaceful good beautiful simple simpler nearer kind kinder sounds",
    "seeing": "see picture picturing imagine imagining seeing dream",
    "voice": "voice voices brain head mind",
    "been": "been bin because urge urges want wanted wanting need started again",
    "signal": "signal waiting",
    "mine": "my mine i'm myself own",
    "last": "last",
    "pidgin": "find dey wan",
    "exercise": "exercise exercises calm box deep mindful mask patient baby",
    "letter": "letter letters note notes",
    "world": "world",
    "forgive": "forgive sorry",
    "past": "past through see beyond tomorrow tonight",
    "deathly": "die dying dead death suicide kill killed",
    "craving": """
        want wants wanting wish bring please crave craving long longing only welcome choose await prefer easier better relief plan
        planning planned
        """,
    "taking": "end ending ended take taking took finish finishing finished over terminate stop done worth",
    "own": "own thoughts thinking want wish ways",
    "everyone": "everyone everybody",
    # What must not.
    "training": "leg ulcer aid sugar day gym",
    "food": "cake chocolate coffee caffeine sugar biscuits cheese naloxone narcan antidote",
    "mishap": """
        gym running football training shaving gardening cooking chopping accident accidentally lifting trolley door oven hob tin
        paper needle netball yoga scalding vial ampoule kettle iron sharps knee back shin thumb finger toe elbow glove gloves
        dressing dressings
        """,
    "play": """
        game games film movie glue massage heat nerf netflix party swing climbing skipping boat tow dog laugh laughing joke joy
        bungee abseil parachute skydive charity sponsored pool swim swimming trampoline rope queue bandwagon conclusions hoops
        enough deadline
        """,
    "cutback": "down back hours hair carbs cake corners grass sugar fringe nails shifts smoking caffeine fine off out",
    "kitchen": "kitchen cooking chopping veg onion carrots theatre list cake bread",
    "stepped": "skin queue conclusions joy window",
    "figure": """
        coffee tea laughing laugh embarrassment heat boredom curry pint wee hair service certificate café cafe verify verifying
        tissue bedside plants plant
        """,
    "job": """
        job role ward placement rotation contract team shift shifts course degree lease meeting late long week rota nights
        assignment work break sentence session balance support experience
        """,
    "place": "in with near at on alone here flat house rent away london abroad off by next",
    "early": "early before alarm baby kids until till late time up5",
    "drinks": "wine water juice gin prosecco coke milk squash lucozade calpol beer vodka tea coffee pop",
    "task": "osce exam viva essay cannula cannulation goal task question iv line at it",
    "party": "party leaving leave card cake drinks keys do pub thank thanks haha hahaha",
    "work": "call bleep trolley team course diet bag section test 3am caffeine sugar",
}
BITS = {name: 1 << place for place, name in enumerate(dict.fromkeys((*_KNOTS, *_NEAR)))}


def _masks() -> dict[str, int]:
    """Of each word the kinds that it is of, as bits."""
    found: dict[str, int] = {}
    for name, listed in (*_KNOTS.items(), *_NEAR.items()):
        for word in words(listed):
            found[word] = found.get(word, 0) | BITS[name]
    return found


MASKS = _masks()
KNOTS = tuple(_KNOTS)  # the kinds that are knots
# Words that say nothing here: they are stepped over, so that a window counts words that do.
FILLERS = words(
    """
    fucking fuckin fkn effing so just really actually like tbh literally honestly kinda basically absolutely totally properly
    bloody proper lowkey ngl seriously very quite probably genuinely lol po o the a an to of that this legit deadass fr abt bout
    pure well
    """
)
SHORTEST, LONGEST = 6, 11  # letters of a word that may be a slip
# Words that are long enough for one wrong letter to be no other word, and what is one letter away from them and is meant as it is.
_SLIPPED = words(
    "suicide suicidal overdose overdosed overdosing killing myself drowning jumping bleeding unalive swallowed attempted goodbye"
)
_AS_MEANT = words("overdoses overdone overdue breeding bleating pumping dumping bumping browning crowning filling milling")
LETTERS = frozenset(word[0] for word in _SLIPPED)


def _shortened(word: str) -> set[str]:
    """The word, and the word with one letter left out."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(1, len(word)))}


_SLIPS = {short: word for word in sorted(_SLIPPED) for short in _shortened(word)}


def slip_of(word: str) -> str:
    """The word of danger that this one misses by a letter or two; "" where there is none."""
    if word in MASKS or word in _AS_MEANT:
        return ""
    return next((_SLIPS[short] for short in _shortened(word) if short in _SLIPS), "")
