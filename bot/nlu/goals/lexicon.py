"""The words by which goals, obstacles and plans of healthcare staff are told apart."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A set from a list of words in a string."""
    return frozenset(text.split())


def forms(bases: frozenset[str]) -> frozenset[str]:
    """Every regular form of these verbs; some that do not exist do no harm."""
    return frozenset(form for base in bases for form in _inflected(base))


def _inflected(base: str) -> tuple[str, ...]:
    stem = base[:-1] if base.endswith("e") else base
    double = base + base[-1]
    past = stem[:-1] + "ied" if base.endswith("y") else stem + "ed"
    return (base, base + "s", base + "es", stem + "ing", base + "ing", double + "ing", past, base + "ed", double + "ed")


# What somebody can be seen doing.
ACTIONS = words(
    """
    chase
    accompany act add address administer agree allocate answer apologise apply appoint approach arrange arrive ask assemble assess
    assign attend audit base bathe begin bin bleep block blog book bring brief broach browse buy call cancel cannulate carry catch
    chair challenge change chat check choose circulate claim clean clear clip close code collect come commit compile complete
    compliment compose conduct consent contact cook copy counsel count cover create cycle dance datix debrief decline delegate
    delete deliver demonstrate describe design dictate discharge discuss display distribute do document download draft draw dress
    drink drive drop eat email encourage enrol enter escalate escort establish examine explain facilitate fetch file fill find
    finish flag fold follow forward gather get give go greet grab hand hang have hear help hire highlight hold host hoover hydrate
    identify implement include inform initiate insert inspect install instal intervene interview introduce invite involve jog join
    journal keep knock knit label lay lead leave let limit list listen lock log look lower lunch make map mark measure meditate
    meet mentor message microwave mobilise monitor move mute name nap negotiate nominate note notify nudge observe offer open
    order organise pack paint pair park pass pause pay perform phone pick pilot place play plug post practise praise pray
    prescribe present print process produce propose provide publish pull push put query question quit radio raise rate reach read
    rearrange recap reconcile record recruit redo refer reflect refuse register rehearse reject release remind remove renew repeat
    reply report request respond rest restock resubmit retake return review revise rewrite ride ring rotate run say scan schedule
    screen script seek send serve set shadow share shave shop show shower shut sign signpost silence sing sit skip sleep smile
    snack speak spend stand start step stick stock store stretch study submit suggest summarise supervise survey suture swap swim
    swipe switch tackle take talk tally tape teach tell test text thank tick tidy time timetable toggle touch track train
    translate trial triage turn tweet type unplug upload update use vaccinate verify visit voice volunteer wait walk wash watch
    wear weigh welcome wipe withdraw write yoga zoom
    """
)
IRREGULAR = words("""
    ate began brought bought came caught chose did done drank drove gave given gone got had held kept led left made met paid put
    ran rang said sat sent shown slept spoke spoken stood swam taken taught told took went wore written wrote
    """)
ACTION_FORMS = forms(ACTIONS) | IRREGULAR
# Verbs of state, change and effort: they say which way, not what.
VAGUE_VERBS = words(
    """
    achieve adapt adjust aim appreciate balance be become boost build calm care change chill communicate concentrate connect
    contribute cope cultivate deal decrease develop destress embrace empower engage enhance enjoy ensure excel expand explore feel
    focus foster function grow handle improve increase juggle know lead learn live look love lower maintain manage master maximise
    minimise motivate network nurture optimise organise overcome pace persevere prevent prioritise procrastinate progress promote
    protect raise rebalance recover reduce regain relax relate remain respect sort stay strengthen strive succeed support survive
    sustain think thrive tolerate transform trust try understand unwind upskill value work worry
    """
)
VAGUE_FORMS = forms(VAGUE_VERBS) | words("been became am is are felt thought understood knew grew dealt")
# Verbs that mean little until the thing that follows them.
LIGHT = forms(
    words("""
    do get have make take give find keep put use go set show bring provide offer spend share practise let help start begin
    """)
) | words("did got had made took gave found kept went showed brought spent")
# Qualities, which no number makes into a behaviour.
QUALITIES = words(
    """
    progression
    accountability anxiety approachability assertiveness attitude awareness balance behaviour boundaries burnout calm calmness
    care career coaching collaboration communication communications compassion competence concentration confidence connection
    control coping culture development discipline diplomacy efficiency emotion emotions empathy energy engagement enjoyment
    enthusiasm environment exercise experience expertise fatigue fitness focus growth habits happiness health headspace identity
    impact independence initiative insight inspiration involvement joy kindness knowledge leadership learning life lifestyle love
    management mindfulness mindset mood moral morale motivation network networking order organisation outlook patience peace
    performance perspective positivity practice presence priorities prioritisation productivity professionalism progress
    psychological purpose quality rapport recognition reflection relationship relationships relaxation research resilience respect
    responsibility rest role safety satisfaction self selfcare sense skill skills sleep stamina strength stress structure study
    stuff success supervision support team teamwork teamworking thinking things time trust understanding visibility wellbeing
    wellness work workload worklife
    """
)
ADJECTIVES = words(
    """
    active approachable assertive authentic available aware balanced better brave braver calm calmer careful caring compassionate
    competent concise confident considerate consistent content creative decisive diligent diplomatic direct disciplined effective
    efficient emotional empathetic empathic energetic energised engaged enthusiastic excellent firm firmer fit fitter flexible
    focused friendlier friendly fulfilled good great grumpy happier happy hardworking healthier healthy helpful honest independent
    inspiring involved irritable kind kinder knackered knowledgeable mindful moody motivated nice nicer open organised outgoing
    overwhelmed patient perfect positive practical present prepared proactive productive professional punctual purposeful
    reflective relaxed reliable resilient respectful respected responsible rested satisfied secure skilled smarter strong stronger
    stressed strict stricter successful supportive sure sympathetic tactful thorough thoughtful tired together tolerant
    understanding upbeat useful valued visible vocal warm well wise anxious nervous burnt worried fed frustrated drained exhausted
    tense snappy
    """
)
# Somebody other than the speaker.
OTHERS = words(
    """
    administrator administrators admin bank boss bosses brother carer carers charge chief child children clerk client clients
    clinician clinicians coach coaches colleague colleagues company consultant consultants coordinator coordinators department
    deputy director directors doctor doctors dr educator employer everybody everyone exec execs executive executives family
    families father fy1 fy1s f1 f1s f2 f2s flatmate friend friends government gp gps hca hcas he hospital hr husband intern junior
    juniors kid kids lead leader leaders leadership management manager managers matron matrons medic medics mentor mentors midwife
    midwives minister mother mum nhs nurse nurses organisation other others partner partners patient patients people person
    pharmacist pharmacists pharmacy physio physios porter porters preceptor preceptors professor radiographers receptionist
    receptionists reg registrar registrars regs relative relatives rota senior seniors service she sho shos sister sisters
    somebody someone son daughter specialist specialists spouse staff student students supervisor supervisors supplier surgeon
    surgeons team teammates teams theatre they trainee trainees trust trusts ward wards wife workmates coworkers labs lab mam dad
    parents nobody band
    """
)
# What stands in the way from outside.
EXTERNALS = words(
    """
    admin agency alarm alarms bays bed beds bell bells bleep bleeps budget budgets buzzer buzzers childcare clinic clinics commute
    computer computers covid cover culture cuts deadline deadlines delays demands demand equipment emails epr finance finances
    funding heat hierarchy hours interruption interruptions kit lack list lists logins meetings money noise numbers office
    onsite paperwork parking pay phone phones policies policy politics pressures printer protocol protocols queue queues relatives
    resources resourcing rota rotas schedule schedules shift shifts shortage shortages sickness skillmix software space staffing
    support system systems targets technology time timetable timetabling traffic training transport understaffing understaffed
    visitors waiting wifi workload workloads bureaucracy weather buses trains family kids
    """
)
# What stands in the way from inside: feelings, habits, beliefs, impulses.
INNER = words(
    """
    afraid anger angry annoyed annoyance anxiety anxious apathy ashamed autopilot avoid avoidance avoidant avoiding awkward
    awkwardness belief blank blame bored boredom bother complacency complacent comparing conflict confidence control cowardice
    cowardly cynical cynicism daunted defensive defensiveness denial despair disappointed disappointing disappointment discomfort
    disorganisation disorganised distracted distractible distraction doubt doubting doubts dread dreading drained dwell ego
    embarrass embarrassed embarrassing embarrassment emotional envious envy exhausted exhaustion exposed failing failure fatigue
    fear fearful fears feeling feelings flustered forget forgetful forgetfulness freeze freezing frightened frustrated frustration
    fuss grief guilt guilty grumpy habit habits hesitant hesitate hesitation hopeless hopelessness humiliated hungry impatience
    impatient impostor impulse impulsive inadequate incompetent indecision indecisive inertia inexperience inferior inferiority
    insecure insecurities insecurity instinct intimidated irritable irritated irritation jealous jealousy judged judgement lazy
    laziness lonely loneliness loyalty martyr mind mindset moody motivation negativity nerves nervous nervousness numb obsess
    obsessive overcommit overthink overthinker overthinking overwhelm overwhelmed panic panicking panicky paralysed perfection
    perfectionism perfectionist pessimism phobia pleaser pleasing prejudice pressure pride procrastinate procrastinating
    procrastination procrastinator proud rage rejection reluctance reluctant resentful resentment resistance responsible
    rumination ruminate sad sadness scared selfish self shame shy shyness sleepy stage stubborn stubbornness tearful temper tense
    tension terrified timid timidity tired tiredness unconfident uncomfortable unmotivated unprepared unworthy upset useless
    vulnerable willpower worried worries worry worrying worthless
    """
)
FILLERS = words("""
    the a an my our your to of in at on for and or it its it's be is am are i i'd i'm i'll would will so just really that this
    with me we
    """)
