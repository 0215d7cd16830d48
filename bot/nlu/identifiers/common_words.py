"""Words that are no names: what staff say to the bot in the training rows, names and regular endings left out, spelling as it comes."""

from __future__ import annotations

_WORDS = """
abba abeg abel abi abit able abot about above abowt abroad absence absent absolute abstract abuot abuse abx academic accent accept access
accident accordion account accuracy accurate ace ache acident acronym across act active activities activity actor actual acuity acute ad
add additional address addresses adenosine adhd adjacent adjust admin admire admissions admit adobo adrenaline adult advance advent advert
advice advise adviser af affairs affect afford afraid aft after afternoon afterwards again against age agen agency agenda agensy agent
aggressive agian ago agree ah ahead ai aid aide aider aim aint air aircon airplane airport airway ako alarm album albumin alcohol aldi
alert alive all allergic allergy allopurinol allow allowance allready allredy allways almost alone along alongside alot aloud already
alredy alright alrite also alter alternate alternatives although altogether altos always am amblance ambulance ambulatory amen amend
amlodipine amma ammonia among ampoule an anaesthesia anaesthetic analyse analyser analysis anaphylaxis anatomy ancestors anchor ancient
and ang anger angio angle angrey angry animal ankle annex annexe annika anniversary annoys annual another anser answer antenatal anti
antibiotic antibody anticipatory anticoagulant antidote anuther anxiety any anybody anyhow anymore anyone anythin anytime anyway anywere
anywhere apart apheresis apologies apologise app appear appearance appetite applause apple appraisal appraiser appreciate apprentice
apprenticeship apprentiship approach approval approve appt apraisal apron arcp are area aren arent arest argue arithmetic arm armbands
armchair army arnt around arrange arrest arrival arrive arse arvo as asap asda aseptics ashame ashes aside ask askd askin asleep aso
aspirin assault assertive assess assessor assign assistant ast asthma aswell asystole at ate atmosphere atrium attach attack attempt
attend attendance attendant attender attic attitude attorney audience audit aug augmentin augst august auld aunt auntie aunty australia
author authority autistic auto autoclave autocorrect automatic autonomy autopilot autopsy autumn average avoid avoidance aw awake award
aware away awkward axe ay aye baba babby babe babies baby back background backlog backwards bacon bad badge badger baff bag baggy bahala
bailiffs bake bakery balance balcony balikbayan balloon banana band bandage bang bangles bank banner banter baptism bar barb barcode bare
bariatric barrier base basket bat batch batchmate bath bathe bathroom bato batteries battery battle bay bc bday be beach beads beam beans
bear beard beat became because become becuase bed bedpan bedrail bedroom bedsheet bedside beef been beeps beer befor before beforehand
befour beg began begin beginner begun behalf behaviour behind beige bein belief believe belle belong below belt bench bend beneath benefit
beside best bestie bet beta beter betta better between betwen bevs beyond bf bias bible bicycle bid big bigger biggest bike biko bile
bilirubin bin bingo biometric biopsy bipap birmingham biro birth birthday biryani biscuit bisoprolol bit bite bitter blackbird blackout
bladder blade blah blak blame blank blanket bleeds bleep bless blew blind blister block blocker bloke blood bloodbath bloodbikes bloody
blow blud blue bluey bm bmi bms board boardroom boat bodies body bog boiler bold bolt bomb bone bonfire bonnet book booklet boot bord
border boredom born borrow bort boss bossy bot both bother botherd botom bottel bottle bottom bought bounce bow bowel bowl box boxes boy
boyfriend bp bra braden brain brake branch brand brave braver brb bread break breakfast breakthrough breast breath breathe breeth breeze
brew bribe brick bride bridesmaid bridge brief brigade brige brill brilliant bringin brings bristol brochure broke broken bronchoscopy
brort brother brought brownies bruise brush bruther btw bubbles bucket buddy budge budget budgie buena buffet bug buggy build built bulb
bullet bulletin bum bump bun bunch bundle bungalow bunk buoy burden burial burn burnout burnt bursary burst bury bus buses bust busy but
buton butter button butty buy buzz buzzer by bye byeee bypass ca cab cabbage cabinet cafe cage cake calc calcium calculate calculator
calendar calf call calld caller callin calm calmer calves came camera camhs camp can canal cancel cancer candid candidate candle candour
candy canel cannot cannula cannulate cant canteen cap capability capacity capasity capital captain car carabao caravan card cardboard
cardiac cardigan care career carer carnage carnt carpark carpet carrier carrot carry cart carton cartoon carvery case caseload cash cast
casual casualty cat cataract catch catches category caterpillar cathater catheter caught cause cba cbds cd cdiff cease cebu celestial cell
cellar cello cent central centre cereal ceremony cert certain certainty certificate ch chain chair chairman chalice challenge champion
chance chaneg changd change changeover channel chaos chap chapel chaperone chaplain chapter character charge charger chart chat chatgpt
chatter chatty cheap cheaper cheapest cheat check checker cheek cheep cheery cheese cheesy chek chemistry chemo chemotherapy cheque chess
chest chew chick chicken chief child childcare childhood children chill chilli chin chip chippy chocolate choice choir choke choose chop
chose chosen christmas chuck church churchy cinema circle circular circulate circumstances city claim clan clap clarify clash clashes
class classes classic clause clean cleaner clear clearance clearer cleend clerk clever cleverer clexane click client climb clinic
clinician clip clipboard clock clockwork clogs cloks clopidogrel close closer closest closure clot cloth clothes cloud clown clozapine
club clue clumsy cm cnm cns co coach coaches coast coat coatch coch cocktail cocodamol code codeine cofee coffee coffin cohort coin
coincidence coke cold collapse collar colleague collect college color colour columbia column coma come comfier comfy comin comma commit
committee commode common comms communicate communion community commute comot company compare compass compassionate competancy competence
competencies competency competent complain complaint compleet complete compliance compliant compound compressions compulsory compute
computer comunicate comunity concentrate concept concern concert condolence conduct cone conference confess confidance confidence
confidense confident confidential confidentiality confirm conflict confuse conga connect cons conscience consent consider consultant
consultent contact content context continence continue contract contractual contrast contrat contributory control convenience convenient
convent convince convo cooker cool cooler cooperative coordinate coordinator cop copies copy cord core coridor corneas corner cornwall
corona coroner corporate corpse correct correspondence corridor corsa corse cos cost costume cot cote couch cough could couldn couldnt
council counsel counsellor count countdown counter country county couple courage course courtyard cousin cover covid cow coworker coz cpap
cpd cpe cpr cqc cr crack craic crap crash crashes crawl craze cream creatinine creche credit crem crete crew crewmate cricket cries crime
cringe crisis crisp criteria crochet crocs crop crossword croup crow crowd crown crp cruel cruise crush cry ct ctb cubicle cuboard cubord
cud cudnt cue cuff culd culture cum cup cupboard cuppa curd cure current cursor curtain curve cushion custard custody custom customer cut
cute cutter cuz cv cya cycle cylinder cytotoxic da dad daddy daft dairy daisies dal dame damp dance danger dark darker darlin dash
dashboard data date datix datixes daughter dauther daw dawter daydream daylight dayroom daytime de dead deadline deaf deal dealt deanery
dear death debate debrief dec decade decant december decent decide decimal decisions decline ded deduct deeds deep default defend defer
deffo defib define degree delay delegate delet delete deliberate delirium delivary deliver deliveries delivery dell dem dementia demo
dengue dental departmental dependant dependence depends deposit depot dept depth deputy desat describe deserve design desk despedida
desperate detail deth detty develop device devil diabetic diagnostic diagram dial dialysis diaries diarrhoea diary diazepam dictashun
dictate did didi didn didnt die diesel diet dietitian difference different difficult difficulty diffrent digestive digital dignity digoxin
dim diner dinner dint dip diploma dire direct director directorate disability disagree disappear discharge disciplinary disclose
disclosure discontinue discover discs discuss discussions disease disgrace dish dishes dishwasher dislexia dislike disorder dispatch
dispensary dispute disrespect distance distress district disturb ditch divil divorce diwali dka dnacpr do doc docetaxel docter doctor
doctoral dodgy does doesn doesnt dog doin doll domains domestic done donkey donor dont donut doo door doorbell doorway dopamine doppler
dore dosa dose dosnt dote double doubt doughnuts down downhill download downstairs dr draft drag drain drama dramatic drank drape draw
drawer drawn dread dream dress dressings drill drink drinker drip drive driven driver drivin drizzle drop drove drown drowsy drs drug drum
drunk dry dual dubble duck due dull dummy dump dumplins dun dunno dupatta dus dusk dusnt dust duties duty duvet dx dye dyslexia dystocia
each eachother ear earlier earlies earn earphones earplugs earth earthquake ease easier easter easy eat eaten eatin ebi eccentric ecg echo
edge edit educational educator edukator eejit effect effective efficiency efficient effort egfr egg egusi eh eight eighteen eighty either
elbow elder eldest elective electric electronic elevator eleven eleventh els else elsewhere em email emale embarrass emergencies emergency
emoji emotional empathy employee employer empties empty en end endorse endoscopy endure energy engine engineer english enjoy enough
enquiry ensaymada enter enthusiasm entire entrance entries entry enuf enuff envelope envy enymore enyone enywere epidural episode
eportfolio equal er erase erasure erm error es escalate escape escort essay estate estimate estuary etc ethics eulogy euro even evenings
event ever every everybody everyday everyone everythings everywhere evidance evidence evrey evry evrybody evryone ewes ex exact exam
examine examiner example excel excellent except exchange excuse exec executive executor exept exercise exit expect experience expert
expire explain explane explore export exray extend external extra eye eyebrow eyecare eyesight eys face facebok facebook facial
facilitator facilities fact factor fade faff fail faild failure faint fair fairy fake fall fallen false falt familiar families familys
famlys fan fancy fanny fantasise faq far fare farewell farm farmacy fast faster fastest fat father fatigue fault favour favourite fax fear
feather feb febrile february febuary fed fee feedback feedbak feel feelin feelings feet fel fell fella fellow fellowship felt female femur
fence fentanyl ferry festival fetal fetch fever few fewer ffs fiddle fiddler fierce fiesta fifteen fifth fifty fight figures file filipino
fill film filter filthy final finance financial find fine finger finish finishes fink finnish finsh fire fireworks firm first fish fishin
fit fitbit five fiver fix fixator flag flapjack flash flashcards flask flat flatmate fleece flesh flight flinch flipchart flips float
floor floppy flor flow flown flowtrons flu fluent fluid flush fly flyover foam fob focus fog foil fold folder folk follow followup fond
fone font food foolish foot football footbridge footy for forbid force forearm forecast forensic forever forget forgive forgiven forgot
forgotten form formal formalities format former formula formulate fort forth fortnight fortnite forty forum forward foto fought found
fountain four fourteen fourteenth fourth fownd foyer fracture fragile frame framework fraud freak free freeze freezer freind frend
frequent fresh fri friday fridge friend frige fright frighten fringe frog from front frosty frown froze frozen fruit frunt fryer ft fuck
fuel full fun functional fund fundraiser funeral funny funy furniture furst further furthest fuss fussy futile futility future fuzzy
gabapentin gabble gain gala galway game ganga gaol gap garage garden garige garland garlic gas gases gastric gastro gate gatekeeper
gateman gather gauge gauze gave gay gcs gcse gear geese gel general generator genius gent gentle gentleman gentlemen geography german gess
get gettin ghost giddy gimme gin ginger girl girlfriend gist giv give given givin glad glam glass glasses glaucoma glory glove glovebox
glucometer glucose glue gmc go goal goat gob god goddaughter goddess godmother goes goin gold golden gole gon gona gone gonna good goodby
goodbye goodnight google gos gospel gossip got gotta governance gown gp gps grab grabby grade gradient gradual graduate grammar gran grand
grandad granddaughter grandfather grandkids grandma grandmother grandparents grandson granny grapefruit graph grass gratitude grave gravel
graveyard gravy great gree greet greggs grew grief grievance grill grim grin grip gross ground group grow grown growth grumpy guard
guardianship gud guess guidance guide guideline guilt guilty guinea gummy gums gun gut gutter gym gynae ha habbit habit had hadn hadnt
haem haemoglobin haemorrhage haf haha hahaha hail hair half halfway halloween hallway halo haloperidol ham hammer hamper hamster hand
handbag handbook handbrake handle handova handover handprints handwritten hang hangry hapen hapend happen happier happy hapy harbour hard
harder hardest hare harf haribo harm has hashtag hasn hasnt hasty hat hate haunt hav have haven havent havin havnt hawk hayfever hazard hb
hba1c hca he headache headland headmistress headset headspace health healthcare healthier healthy hear heard heart heartbroken heat heater
heaven heavier heavy hectic hed hedge heel hehe height held helicopter helipad helium hell hello helmet helo help helpline helth hen hence
hep heparin her herd here hernias hero heroes herself hert hes hesitate hey hfno hi hiccups hid hidden hide hierarchy high higher highflow
highway hija hijab him himself hint hip hire his history hit hiya hmm hobby hodgkin hol hold holder hole holiday hollow home homesick
homework homicide homwork honest honesty honey honeymoon honour hoo hoodie hook hoot hoover hop horizontal horror horse hosiery hospice
hospise hospital host hostel hot hotel hour housekeeper housemate how however howl hr hrs hrt hub hubby huddle hudle hug huhu hum human
humble humour hun hunch hundreds hung hunger hungover hungry hurdle hurry hurt husband hush hybrid hydro hygiene hymn hysterectomy ibiza
ibuprofen ice id idea identity idiot idk if ignore ik ikea il ill iloilo im images imagin imagine immunoglobulin impatience impatient
implicit important importent imposter impress improve in inbox incharge inches incident incl include incompetence increase incubator
independent index india indifference indifferent info inform infront infrunt inhaler initials injuries injury ink inner innit inpatient
inquest inr ins inside inspector instance instant instead instinct instructor insulin insult insurance int intake intend intensive intent
intentional interest intern internal international internet interpreter interrupt interval intervew interview into intranet intro
introduce invalid invite ipad irish iron ironic irony is ish island isle isn isnt issue it itchy itd item itll its itself itu iv ivabx ive
ivory ivs jab jacket jail jam january japa jar jargon jas jaw jeep jersey jest ji jigsaw jk job jog join joint joke jollof jos journal
journey judge jug juggle juice jump jumper jury jus just justice kampe karaoke kardex kayak kaz ke kebab keen keep kep keppra kept kerala
kerb kerosene ketamine ketle ketones kettle key keyboard kg kick kid kidney kil kild kill killer kilo kin kind kinder kip kiss kitchen
kitchin kitkat km kms knee kneel knelt knew knife knives knock knot know knowledge known ko kuya kys la lab label lable laboratory labour
labrador laces lactate lad ladder ladies lady laff lager laid lakhs laminate laminator lamp land landlord language lanyard lanzarote lap
laptop larger lark lasagne lass last late later latest latex latter laugh launch laundry lawyer lay layby lazy lb lea lead leader
leadership leaflet leak lean learn learner learnings learnt lease least leather leav leave lechon lectern lecture lecturer led ledge
leeder leeds leek leev leeve left leftover leg legal legend lego leicester lemon lend length lent lern less lesson let lethal letta letter
level liaison liar libary liberty librarian library licence license lid lie lief life lifejacket lifelong lifesaver lift ligature light
lighter lighthouse like lilac lime limerick limit linac line linen linin link linnen lino lip lipstick liquid list listen listener lit
lite literature lithium litres littel liv live liver lizard ll llamas load loaf loan lobby lobster local loch lock lockdown locker locum
lodger loft log logbook login lol lollies lollipop lolo london lone longday longer longest loo loob look lookalike lookd lookin loop
lorazepam lorries lorry lose loss losses lost lot lottery loud louder lough lounge lovley low lower lowest loyal loyalty lp luck lucky
luggage lumbar lump lumpia lunch lunchbox lunches lunchtime lung lush luv lycra lyrics mabye mace machine mad madam made mag magazine
magic magnesium magnet magnit maid maiden mail main mainland maintenance make malaria male malt mam mama mammy man manage manager
manchester mandatory maneger manger mango mangoes manila maniquin mannequin manner manual manuscript many map mar maraccas marathon march
marge margin mariah marine marker market marriage marry martyr mashine mask mass massage massive mastectomy mat match mate material
maternal maternity math matron matter mattress maybe mayor mca mcdonalds mcmuffin mdt me meal mean meant meantime measure meat mechanic
med medal mediate medicine medics medium meen meet meetings meh melatonin melt member membership meme memo memorial memorize memory men
mend menopause ment mental mentees mentor mentorship menu meny merger merry mesage meself mess message messenger met metastatic metformin
methadone method methotrexate metro mews mg mgr mh mic micro microwave mid midazolam midday middle midel midline midnight midwife midwives
might mighty migraine mild mile mileage milk milkman mill million min mince mind mindset mine mini minister minit mink minor mint minus
minute miracle mirror misbehave misc miscarriage misread miss missd misses missus mistake mistaken misunderstood mite mix ml moan mobile
mock mode model moderate modual module mon monday money monitor monkey monsoon monster month mood moon moor moose mop mor moral morale
morbid more morgue mornign mornin mornings moro morphine mortality mortem mortgage mortuary mortury most mot mother motorbike motorway
mountain mourn mouse mouth mouthcare mouthwash move mr mri mrs mrsa much mug multi mum mumble mummies mummy munday munths muppet murder
mush music must mustard mute my myself mystery myth na nag nah nail naira nako naloxone naman name nanay nanny nap napkin nappies nappy
narky narrow national native nativity natter natural nature nav navy nd near nearby nearer nearest neat neb nebuliser neck needle
needlestick needn needs neer neg negative neglect negotiator neighbor neighbour neither neonatal nephew nephrostomy nerve net netball
netflix network neutral neutropenic neutrophils neuts neva never new newborn newest newsletter nex nexst next ngl ngt nhs nic nice nicer
nicu niece night nightmares nil nine nineteen nineteenth nineties ninety ninth nit nite niv nj nmc nn no nobdy nobody noche nod noise
noisy nominee non none nonsense noodles noone nope nor noradrenaline normal noro norovirus nos nose nosy not note notebook nothin notice
nov novel november novena now nowhere nowt nqn nto nudge nuffin nuisance numb number nun nurse nursery nuthin nxt nytol oak oat oath obey
object objective obs observational observe obstacle obsticle obvs occ occasions occupant occupational occy oclock oct october od odd of
off offence offer office officer official offise often oga oh oil ok okada okay old older oldest olympics on onc once one oneself onesie
onest onion online onto onwards ooh oops op open opener operate operator opinion opioid opposite ops opt optiflow optional or oral
oramorph orange order ordinary organ original ortho osce ot other otherwise ought our ourselves out outbreak outcome outlast outline
outlive outpatient output outreach outright outside oven over overdose overdue overestimate overflow overheard overlap overlay overnight
overran overrun overseas overtime overtook owe owl own owner ownership owt oxycodone oxygen oya oyinbo pa pace pack packet pacu pad padala
paddel paediatric paeds paid pain paint pair paitent pall palliative palm pan pancake pancit panel panic panik panto pantry pants papa
papad paper paperwork papper para paracetamol paradise paragraph parallel paramedic parcel pardon parent parish parkrun parlour parrot
part participant particular parties partner partnership party pashent pass passenger passes passive passport password past pasta paste
pastor pasty pasword patay patch patches pateint patent path pathway patiant patient patint patrol pattern pattient pause pawn pay payday
payroll payslip pb pc pdf pdp pear pease pedometer peer pen pencil pensions people pep peple per percent perch perfect perfectionism
perform performance perfume perhaps peri perinatal period peripheral perk perm permanent permit persent persistent person personal
personality persuasive persun pest pesticide pet petals petrol pew ph phantom pharmacy phase phd philippines phleb phone photo photocopier
phrase physio piano pic picc pick pickle picnic pico picture pie piece pier pig pigeon pikin pile pill pillar pillow pillowcase pilot
pilow pin pinch pine pink pint pipe pit pitch pity pivot pizza place placebo plain plait plan plane plank planner plant plaster plastic
plate platelet platform play player pleasant please pleasure pleese plenty plese plot pls plug plum plumber plus pm po pocket pod podcast
poem poeple point poison poker pole police policy polish polite pond ponder poo pool poor pop popcorn porridge port portacath portal
portfolio portrait portugal posh positive positivity poss possess post postcode poster postman postnatal postop postroom pot potassium
potato potluck pound pour powder powerpoint ppe ppl practice practise practitioner praise pram pray prayer pre precedes preceptor
preceptorship predecessor predict prefer preference preg pregabalin pregnancy pregnant preop prep prepare prepone prescriber present
presentashun press pressure prest pretend pretext pretty prevent priest primary prime princess principal principle print printer
priorities prison prisoner private prize pro proactive prob probe problem procedure process productive productivity prof professional
professor profile program programme progress project projector promise prone pronounce proof prop proper property proposal propose propper
prosecco protect protective protocol proud prove provide province ps psych psychiatric psychiatry pt pts pub public publish puffins pull
pulse pump punch punctual puncture puppy pure puree purgatory purple purpose purse pursue push put pyjamas python qi qip quality
quarantine quarrel quarrey quarry quarter quay queen queries query questionnaire queston queue quick quicker quid quiet quieter quietest
quilt quit quite quiz quote rabit racism rack radiator radio radiographer radiotherapy raffle raft rafter rail railway rain rainbow rainy
raise ramipril ran random rang range rank rapid rare rash rat rata rate rather ratio raven raw razors rd re reach reaches readin readings
ready real realise realistic reality reaper rearrange reason reassurance rebook rec recall receipt receive recent recipe reckon recliner
recognise recommend record recovery recrds recruit recurrences red redid redo reduce redundancy redy reech reel reeson ref refer referee
reference referral reflect reflective reflecton reframe refresher refusal refuse regard regimen region regional register registrar regret
regulars regulator rehab rehearsal rehearse rejoin relapse relationship relative relax release relese relevant relief religion relitives
reluctance remain remainder remarks remeber remedy remember rememberd remembrance remind reminder remittance remorse remote removal remove
renal renew renewal rent reorganise rep repair repeat replace replay replies report represent request requires res rescue research
researcher resent reserve reservoir reset residants resident residential resign resilience resilient resistance resit resolve resp respect
responds response responsibility rest restart restate restore restraint restrictors restructure result resume resus resuscitaire retail
retire retreat retrieval return reval revert review reviewer revise reword rewrite rewrote rhythm ribbon rid ride ridge rig right rign
ring ringtone rinse rip rise risk rite ritual rn road roadworks roast robber robot rock role roll roman rome rong roof roofer rooftop room
roommate root rope rosary rosc roster rosy rota rotate rote rough round roundabout route router routine row rownd royal rr rub rubber
rubbish rubish rucksack rude rug ruin rule ruler run rung runner runnin rupees rural rusty rye sa sabi sack sad safe safer safety saftey
said sailor saint sake sal salad salamat salary sale saline salty samaritans same samosa sample sand sandwich sandwiches sang sank santa
sarcasm saree sat saterday satisfactory saturday sausage save savings saw say sayin sbar scabies scale scan scanner scar scard scare
scarey scarf scarlet scary scatter scenario scene schedule scheme scholarship school scissors scone scooty score scotland scrap scratch
scream screan screen screenshot scribe script scroll scrub sea search season seat seatbelt sec secands second secondary secret secretary
secure security sed see seem seen sef seizure seldom select self selfie selfish sell semester semi seminar send sense sensitive sent
sentence sentense separate sepsis sept september septic sequence serial series sertraline serve server service ses sessions set settings
settle seven seventeen seventh seventies seventy several severe sewerslide sex sexual sez sh sha shadow shake shakin shaky shall shame
shape share shark sharper shave she sheep sheet shelf shell shelter shelves shield shift shine shingles ship shirt sho shock shoe shoebox
shook shoot shop shore shorten shorter shot should shoulder shouldn shouldnt shouldve shout shove show showd shower showin shown shredder
shud shudnt shuffle shure shut shuttle shy si siblings sick sickle side siderooms sideways sigh sight sign signal signature signd
significant silence silent silk silver similar simple sin since sincere sine sing singel singer singin single sinigang sink sinse sip sir
sis sister sit site six sixteen sixth sixty size skeleton skill skin skint skip skiver skool slap slash slate sleep sleepy sleeve slef
slept sleves slice slid slide slings slip slipper slit slot sloughy slow slower sluce slugs sluice slurry smal smaller smallest smartcard
smarter smash smear smell smile smoke smoker smooth smug snack snake snap snappy sniff sniper snooker snooze snore snowdrops so soap soar
sober social society sock sod sodium sofa sofer soft softdrinks softer software sold soldier sole solicitor solid solo sombody some
somebody someday somehow someone sometime somewhat somewhere somone son song soon sooner sooo soppy sopranos sore sorry sort sory soul
sound sounder soup source sourdough south soz spa space spade spaghetti spain spanish spare spark speak speaker spear spec spech special
specialties specific spectacles speech speeches speek spel spelin spelings spell spelt spend spent spice spider spike spill spinal spiral
spirit spiritual spit spite splints split spo2 spoil spoke spoken sponge sponsor sponsorship spoon sports spose spot spray spread
spreadsheet squad square squeak squeeze st stab staff stag stage stair stairwell stakeholder stall stammer stamp stand standard standby
staple stapler star stare start startd starter stat state static statin stationery statistician statistics statue status statute stay
stead steadier steady steal steam steer stein stem stent step stepdad sterile steristrips stern steroids stethoscope stew stick sticker
sticky still stinks stitches stockings stockroom stoke stoma stomach stood stool stop stopcock stopper stopt storage store stories storm
story stout stove straight strain strait strand strange stranger strap strat strategic strategy straw streak strength stress stretch
stretcher strict strike strip stroke stronger struck structure struggle stubborn stuck student studies study stuf stuff stumbeld stung
stupid style subject submit success successor such sucidal sudden suffer sufficient sugar suggest sui suicidal suicide suisidal suiside
suit suitcase suite sulk sum summaries summary sumone sumthin sunburn sunburnt sundown sunglasses sunken sunrise sunshine super superb
superficial superintendent supermarket supernumerary supervise supervisor suport supper supplier support supportive suppose sure surface
surge surgeon surgery surgon surname surprise survey survival survive suspect sustain suture suya swab swagger swallow swam swap swat
swear sweat sweaty sweepstake sweet swell swerve swim swipe swiss switch switchboard swollen swop sworn swung syllabus syndrome syringe
syrup system ta tab tabard table tablet tablits tacs tag tagalog tail tailor take taken takin talaga talent talk talkin tall taller tank
tannoy tap tape target tash task taste tatay tattoo taught tax taxi tay tbh tea teach teacher teal team teamwork tear tease teatime tech
technician technique teecher teem teenage teenager teens teeth teh tel telephone tell temp temper temperature template temporary ten tend
tendency tender tenerife tennis tense tent tenth terlipressin term terminal terrace tesco test testimony tether text textbook texture th
thair than thank thankyou thanx that thay the theater theatre their them theme themselves then theories theory ther therapeutic therapy
there therefore thermometer thermos thersday these thesis they theyd theyl theyll theyre theyve thick thief thier thigh thin things think
thinkin thinner third thirteen thirtieth thirty this tho thorough thort those though thought thousand thread threat three threshold threw
thrive throat throo throte through throughout throw thrown thru thrusday thum thumb thurs thursday thx thyme thyroid tic tick ticket tide
tidier tidy tie tier tierd tiffin tiger tight tiktok til tile till tiller time timeline timer tin tiny tip tire tiresome tis tissue tita
title tlak tmrw to toast toaster today toddler toe together toil toilet token told toll tomato tomatoes tombola tommorow tomoro tomorow
tomorrow tomoz toms tone toner tong tongue tonic tonight tonite tonnes too took tool toolkit tooth toothbrush toothpastes top topic topper
torch tore tork torn torture toss total touch touches tough tour tourniquet towards towel tower town toxbase toxic tpn trace trache trachy
track tracker tractor traffic trail trailer train trainee trainer trainin trait traitors tram tramadol trampoline trane transfer translate
transplant transport trauma travel travelodge tray treat tree tremble triage trial tribunal trick tries trifle trigger trim trimester
trinity trip triple trod trolley trophy troponin trot trouble trouser truck true trunk trust truth try tryin ttos tub tube tue tuesday tuk
tummy tumour tune tunic tunnel turf turn turnd tusday tuseday tutor tv twas tweak twelfth twelve twentieth twenty twice twilight twin
twine twise twitch twitches twix two ty tye type typhoon typo tyres ugh uk ulcer ultrasound um umbrella un unalive uncertainty uncle
unclear under underneath understand understood undertaker underwater undo undone uneasy unenrol uni unicorn uniform union unit university
unkind unknown unpack unpaid unread unsafe unsee unsubscribe unsure until unwell up update upgrade upheld upload upon upper ups upset
upside upstairs upstream ur urdu urgant urge urgent urine urn us use user usher usual utang uther uti utility utter vac vacancies vacant
vaccine vale value van vanish vanity vape variance varnish ve veg vegan vegetables vegetarian vehicle vein venepuncture vent ventilator
venturi venus veranda verapamil verbal verbatim vertigo very vessels vest vet vex via viability viaduct vial vibe vicar vice victim
victory video videoke vidoes view vigil village villain vincristine violence violent violin vip virgin vis visa visit visitor visor vital
vitamins viva vodka voice voicemail voise volume volunteer vomit vote voucher vow vre vs wach waffle wage wagon wahala wait waitin waka
wake wales walk walkd wan wana wand wander wanna want war warden wardrobe warfarin warm warmer warmth warn was wash washes washroom wasn
wasnt wasp waste wat watch watches watchman water waterlow wave wax way we weak wean wear weather web webinar website wed wedge wednesday
wee week weekday weekend weep weigh weight weird weirdo wek welcome welfare well wellies wen wensday went werd were weren werent werk
western wet wetin weve wey whale what whatever whatsapp whatsit wheat wheel wheelchair when whenever where whether which whichever while
whisky whisper whistles whitby whiteboard who whoever whole whom whoopee whose why wich wick wide widen widow wife wifi wig wihs wilder
wile wind window windowsill wine wing wink wipe wiper wire wish wishes wit witch with withdraw withdrawal withdrawn withheld within
without witnesses wiv wives wk wkend wks wnat wobbel woke woken woman women won wonder wonky wont wool woop word wordle wore work worker
workload workplace worksheet workshop world worm worries worry worse worst wosnt wot woudnt would wouldn wouldnt wound wow wrap wrapper
wreck wristband write writen written wrong wrote wte wud wudnt wuld wuldnt wunce wurks xmas xray ya yaar yam yamraj yard yday ye yeah year
yeer yeh yellow yelow yep yes yesterday yet yew yo yoga yoghurt yogurt yoke yor you youd youngest your youre yourself yourselves youth
youtube youve yr yrs yuo zebra zero zimmer zip zombie zone zoom zopiclone zumba
endo gopd opd pacu gynae ortho ayaw uminom gamot kasi naman talaga sabi nasa stryker alaris arjo hillrom mindray draeger drager braun
semina seminer whatsits whatshisname whatsername thingy nstemi stemi news nevis
"""

WORDS = frozenset(_WORDS.split())
