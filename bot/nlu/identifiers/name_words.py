"""Given names and surnames as staff type them of people in their care, in lower case and without accents, and which are words too.

Written for this project from general knowledge of names in British, Irish, European, South Asian, Filipino, West and East African,
Arabic, Turkish and Chinese families. It is no register: a name that is not here is still known by its title, its capital or its place.
"""

from __future__ import annotations

_NAMES = """
aaliyah aamina aamir aarav aaron aarti aasha aba abad abadi abaya abayomi abbas abbasi abbey abbie abbott abdelrahman abdi abdirahman
abdul abdulla abdullah abdullahi abebe abelardo abella abena abeni abha abhimanyu abhishek abida abidemi abigail abimbola abiodun abiola
abisola abla abosede abreu abu abubakar acharya acheampong achebe achieng acosta acquah ada adaeze adam adamczyk adams adamson adamu
adanna adaobi adaora addison addo ade adebayo adebisi adebiyi adebola adebowale adedamola adedayo adedeji adeel adegbite adejoke adekemi
adekola adekunle adelaide adeleke adelfa adenike adeniyi adeola adeolu aderonke adesanya adesola adetokunbo adetola adewale adeyemi
adeyemo adeyinka adhikari adichie adigun adil adisa aditi aditya adjei adjoa adnan adrian adriana adwoa afia afolabi afolayan afreen
afsana afzal agarwal agarwalla agatha agbaje agbayani aggarwal agnes agnew agnieszka agrawal aguilar aguinaldo agyeman agyemang ahern
ahlam ahluwalia ahmad ahmed ahuja aidan aiden aidoo ailbhe aileen aimee aine ainsworth aisha aisling aitken ajay ajayi ajit ajoke akande
akash akbar akhil akhtar akiko akin akinola akintola akintunde akinwale akinwande akinyi akosua akpan akram akshay aksoy akua akunna alabi
alade alan alastair alavi albert alcantara alderson aldridge alec aleksander aleksandra alessandro alex alexander alexandra alexei alexis
aleyamma alfie alfred alfredo algernon ali alia alice alina alison alistair aliyah aliyu alka allan allcock allen allison alma almaz
almazan almeida alok alonzo alphonsus altaf althea alvarez alvaro alves alvin ama amadi amado amador amaka amal aman amanda amankwah amar
amara amarachi amarjit amber ambika ambrose ameena amelia amina aminu amir amisha amit amita amitabh amjad ammar ammini amoah amol amor
amos amponsah amr amrit amrita amy ana analyn anam anand ananya anas anastasia anatoly anders anderson andersson andrada andrea andreas
andreea andrei andreou andrew andrews androulla andrzej andy aneke ange angel angela angeles angelica angelito angus anh aniceto anil
anila anirudh anis anish anita anjali anju ankit ankita ankur ann anna annabel annabelle annaliza annamalai annamma annapurna anne annette
annie anoop ansah ansari ansh ansu anthea anthony antonia antonio antony antunes antwi anu anuja anuoluwapo anup anupama anuradha anwar
anyanwu aodhan aoibheann aoife aonghas aparna aphrodite apolinario appiah appleby appleton april aqib aqsa aquino araba araneta arash
araujo aravind archana archer archibald archie arellano arif arjun arlene armaan armando armitage armstrong arnel arnold arora arpita
arshad art artemio arthur arthurs arturo arun aruna arvind arya aryan asad asante asare ash asha ashby ashcroft ashish ashleigh ashley
ashok ashraf ashton ashwin ashwini ashworth asif asim asiya aslam asma asmaa assumpta astrid atherton atieno atif atiya atkin atkins
atkinson atta attracta atul atwal aubrey audrey augustine augustus aung aurelio aurora austin austria ava avani avila avinash avril awan
awolowo aya ayaan aydin ayesha aylward ayo ayobami ayodeji ayodele ayokunle ayse aysegul ayub ayush ayyar azadeh azam azikiwe aziz aziza
azubuike babajide babangida babar babatunde babita babu badal badmus bagshaw bahadur bailey baines bains bairbre baird bajaj bajwa bak
bakare baker baksh bakshi bal bala balagtas balaji balakrishnan balan balasubramanian balbir baldev baldwin bale bali ball ballard balogun
baluyot balwinder bamford bamgbose bamidele banda banerjee banez bankole banks bannerman bannister bannon bano bansal banu baptiste baran
barbara barber barbosa baris barker barlow barnard barnes barnett barney barot barra barratt barrett barron barros barrow barry bartek
bartlett bartley barton barua basak basheer bashir basil basnet basra bassam basu bateman bates batty bauer bautista baxter bayani bayo
baz beadle beata beatrice beatriz beattie beau beaumont bebb becker beckett becky beddoes beddow bedford bedi beech begley begum behan
behrouz behzad bekele bela belen belinda bell bella bellamy bello belmonte beltran ben benard benazir benedict benigno benito benjamin
bennett benson bentley beresford bergman berk bernadeta bernadette bernal bernard bernardo bernie berry bert bertha bertie beryl bessie
beth bethan bethany betsy bettany betty bev bevan beverley bewick bhagat bhagwan bhalla bhandari bhanu bharat bharati bhardwaj bhargava
bharti bhaskar bhatia bhatt bhattacharya bhattarai bhatti bhavana bhavesh bhavik bhavna bhim bhupinder bianca bianchi bibi bibin
bickerstaff biddy bienvenido biggs biju bilal bill billingham billy bina bincy bindu binh binita bipin birch bird birkett bishop bisht
bisi bisola bjorn black blackburn blackwell blackwood blair blake blanche bland blathnaid blenkinsop blessing bliss bloomfield blunt boadi
boakye boardman boateng bob bobby bogdan bogumila bola bolaji bolanle bolton bolu boluwatife bond bongani bonifacio bonsu booth borges
boris borja borkowski bose boswell bosworth botha bottomley boulton bourne bowden bowen bowers bowles bowman boyce boyd boyle bozena brad
bradbury bradford bradley bradshaw brady braithwaite bramley brandon bray breda breen brenda brendan brennan brent brett brewer brian brid
bridges bridget bridie briggs bright brigid brij bristow broadbent bronwen brook brooke brookes brooks brosnan broughton brown browne
bruce bruno bryan bryant bryn bryony buchan buchanan buck buckley buenaventura buhari bui bukola bukunmi bull bullock burak burgess burke
burnett burns burrows burton bush bushra bustamante butcher butler butt butterworth byrne cabral cabrera caddick cadwallader cahal cahill
cairns caitlin calder calderon caldwell caleb callaghan callanan callum calma calum calvin camacho cameron camilla camilo campbell canavan
canlas canning cannon caoilfhionn caoimhe caolan capili carandang cardoso carey caridad carl carla carlisle carlos carlton carly carmel
carmela carmelita carmelo carmen carmody carol carole caroline carolyn carpenter carr carrie carroll carson carter cartwright carvalho
carver carys casey cashman casimiro cassidy castillo castle castro catalin catalina cath cathal catherine cathy catindig catriona cecil
cecilia cecilio cecily celestino celia celik cemal ceri cerys cesar chacko chad chadha chadwick chahal chaitanya chakraborty chakravarty
challinor chamberlain chambers champa chan chana chand chanda chandan chandler chandra chandran chandrika chang chantel chantelle chapman
charalambous charito charity charlene charles charley charlie charlotte charlton charu chas chase chatterjee chatterton chaudhary chaudhri
chaudhry chauhan chavez chawla chebet cheema cheetham chelsea chen cheng cherry cheryl chester chesworth chetan chettri cheung chhaya
chiamaka chibueze chibuike chibuzo chidi chidiebere chidimma chidinma chiedza chiemeka chigozie chijioke chika chikaodi chikwanha childs
chima chimamanda chinasa chinedu chinelo chinenye chinnamma chinonso chinwe chinyere chioma chipo chirag chirwa chisholm chisom chitra
chizoba chloe chmielewski chohan choi chopra choudhury chow chowdhury chris chrissie christian christie christina christine christodoulou
christofi christopher christy chrystalla chu chuka chukwu chukwudi chukwuebuka chukwuemeka chukwuma chun churchill cian ciara ciaran
cicely cieslak cillian ciobanu cissie claire clancy clara clare clarence clarice clarita clark clarke clarkin clarkson claude claudia
clayton clegg clement clements clery cliff clifford clifton clive clodagh clough coakley coates cobb cochran cochrane cockburn cody coe
coelho coffey coker colclough cole coleman coles colette colin colley collier collingwood collins collinson colm colman colombo colum
comerford comfort compton conall concepcion concepta conception concetta conley conlon connaughton conneely connell connery connie
connolly connor conor conrado considine consolacion constance constantin constantinescu constantino constantinou consuelo conti conway
cook cooke cookson cooper cope copeland cora coral corazon corbett corcoran cordelia cordero corey corina corinne cormac cornelius coronel
corpuz correia corrigan cortez cory cosgrave cosimo costa costas costel costello cotgrave cotter cotterill cotton coughlan coulson court
courtney cousins cowan coward cowell cowley cox coyle coyne crabtree craig crane craven crawford crawley crean cremin cresencia crewe
crichton crisanto crispin cristea cristeta cristian cristina croft crompton cronin crook crosby cross crossley crotty crouch crowe crowley
crowther cruickshank cruz crystal cuddihy cuevas cullen cullinane culpin culshaw cummings cunha cunliffe cunnane cunningham curley curran
curry curtin curtis cusack cuthbert cynthia cyril czarnecki czeslaw dabrowski dacanay dacey dada dagnall daisy daithi daksha dalbir dale
dalgleish dalia dalisay daljit dalton daly damian damien damilola damini dan dang daniel daniela danielle daniels danilo danish danjuma
danny danso danuta daphne dapo dara daragh darby darcy darius dariush dariusz darko darragh darrell darren darryl darshan darshana darwish
daryl daryn das dasgupta datta dave davenport davey david davidson davies davina davinder davis davison davitt dawes dawid dawit dawn
dawson day daya dayo deacon deakin dean deasy debbie deborah debra decastro declan dee deegan deepa deepak deepika deepti deirdre
delacroix delacruz delahunty delaney delarosa dele deleon delfin delgado delia delilah della delossantos delrosario delroy demetrio
demetriou demir demirci dempsey denis denise deniz dennis dennison denton derek dermot derrick desai deshmukh deshpande desmond despina
dev devaki devaney devendra devi devika devin devine devlin devon dewar dewhurst dex dey dhaliwal dhananjay dhanda dhanoa dharam dharmesh
dhawan dhillon dhruv diallo diana diane diarmuid diaz dickens dickinson dickson diego dieter dilip dillon dimaculangan dimitra dimitri
dimitris dimple dina dinah dineen dinesh dinh dinny dinu dinwoodie diop diosdado dipa dipak dipali dipti diskin divina divya dixit dixon
dizon dlamini dmitri doan dobre dobson docherty dodd dodds dodgson dogan doheny doherty doina dolan dolly dolores dom domenico domingo
dominic don donal donald donaldson donna donncha donnelly donovan dooley doran doreen dorgan doris dorota dorothy dorrie dosanjh doshi dot
dottie doug dougal dougherty douglas dowling downes downey downing doyle drake draper drennan drew driscoll drummond drury drysdale duah
dubey dubois duckworth duda dudek dudley duffy dugdale duggan dumitrescu dumitru duncan dung dunlop dunn dunne dunphy duong dupont durcan
durga dustin dutt dutta dutton dwyer dyer dylan dympna dyson eagleton eamon eamonn eapen earnshaw easton eastwood eaton ebele ebere ebo
ebony ebuka eccles ece ed eddie edem eden edet edgar edgardo edie edith editha edmonds edmondson edmund edna eduardo edward edwards edwin
edwina efe effie effiong efosa efren efua egan ehis ehsan eileen eilidh eilis eilish eimear eira ejiofor eke ekene ekong ekow ekwueme
elaine eleanor elena eleni eli elif elijah elikem elin elise eliza elizabeth elke ella ellen ellie elliot elliott ellis ellison elma
elpidio elsa elsayed elsie elspeth elsworth eluwa elvira elzbieta emeka emelita emem emenike emer emery emi emilio emily emine emlyn emma
emmanuel emmett emre encarnacion enda england engracia enid eniola enitan enright enrique enriquez entwhistle entwistle enzo eoghan eoin
epifania erdal eric erica erin erlinda ernest ernesto ernie errol escobar ese esha esi esme esmeralda esosa esperanza espinosa espiritu
esposito essien esteban esther estrada estrella ethan ethel ethna etim etuk euan eufemia eugene eugenio eunice eva evan evangelia
evangeline evangelista evans eve evelyn everett everton evie ewa ewald ewan exequiel eyitayo eynon eze ezeh ezekiel ezekwesili ezinne ezio
fabio fadel faduma fagan fahad faheem fahey fahim fahy fairbairn fairclough fairfax fairhurst fairweather faisal faith faiza faizal
fajardo fallon fang fapohunda farah farai farhad farhan farhana farhiya faria farid farida farideh farley farmer farnell farooq farouk
farquhar farquharson farraday farrar farrell farrow farrukh fartun farzana fashola fatai fatema faten fatima fatimah fatma faulkner fauzia
fawcett faye fazackerley fazal fe fearghal fearnley federica feeney feerick fela feliciano felicidad felicity felimon felipe felix fely
femi feng fenton fenwick fereshteh fergal fergus ferguson fern fernanda fernandes fernandez fernando feroz ferrari ferreira ferrer
feyisayo fiachra fidel fidelma field fielding figueiredo fiifi filip filippo filomena finbarr finch findlay finlay finley finn finnegan
finnerty finola fintan fiona fionn fionnlagh fionnuala firdous firoz firth fischer fisher fitton fitzgerald fitzgibbon fitzmaurice
fitzpatrick flaherty flanagan flannery flatley fleming fletcher flint flo flood flora florea florence flores florin florrie flynn fofanah
fogarty fola folake folarin folasade folashade foley fong fonseca forbes ford forest forrest forrester forster forsyth fortunato foster
fothergill fowler fox foy fozia frances francesca francis francisca francisco franco frank frankie franklin fraser fred freda freddie
frederick freeman french freya freyne friedrich fritz frost fry fuentes fuller fulton fungai funke funmi funmilayo funmilola furness
gabriel gabriela gaffney gail galang gale galina gallacher gallagher gallo galloway galvez galvin gamble gandhi ganesh ganguly gannon gao
garba garcia gardiner gardner gareth garg garner garnett garrett garry garside garvey gary gaskell gatchalian gates gaudencio gaur gaurav
gauri gavin gayathri gaynor gaz gbemisola gbenga gearoid geddes geeta geetha gemma gene generoso genet genowefa geoff geoffrey george
georgescu georgeta georgia georgie georgina georgios georgiou geraghty gerald geraldine gerard gerardo gerda gerhard gerry gertie gertrude
gethin ghada ghanem ghazala gheorghe ghimire ghosh ghulam giacomo gianni giannis gibbons gibbs giblin gibson gideon gift gilbert giles
gill gillan gillespie gillian gillibrand gillies gilligan gina giorgio giovanna giovanni girish gita giulia giuseppe gladys gleeson glen
glenda glenford glenn glenys gliceria gloria glover glynn gobind gobnait goddard godfrey godwin goke gokhale golding gomes gomez goncalves
gonzales gonzalez gonzalo gooch goodall goode goodman goodwin gopal gopi gordon goretti gorman gormley gorski gosal gough gould govind
goyal graca grace gracie graeme graham grainger grainne grant graves gray grayson grazyna greally greaves greco green greene greenhalgh
greenwood greg gregorio gregory gregson greta grewal grey grice griffin griffith griffiths grimes grimshaw grindrod grove grover gruff
grundy grzegorz guadalupe guerrero guest guevara guillermo guinan gul gulab gulsum gunawardena gunn gunther guo gupta gurdeep gurdip
gurjit gurmeet gurpreet gursharan gurung gutierrez guy guzman gwen gwendoline gwilym gwyn gwyneth gwynne gyamfi gyasi habib habiba hackett
haddad haddon hadeel hadfield hadiza hadjigeorgiou hafeez hafsa hague haider haifa haigh haines hajra hakan hakim hala haldane hale halima
halina hall hallam halliday halliwell hally halpin hamdan hameed hamid hamilton hamish hammond hampson hampton hamza hanan hancock hani
hanif hanley hanlon hanna hannah hannigan hannon hanrahan hans hansen hanson haq harbhajan hardeep hardik harding hardman hardwick hardy
hareem hargreaves hari harish harjinder harjit harker harkin harley harman harold haroon harper harpreet harriet harriett harrington
harris harrison harry harsh harsha harshad hart harte hartley haruki haruna harvey hasan hasina haslam hasmukh hassan hastings hatch hatem
hatice hattie hatton hauwa hawkes hawkins haworth hay hayden hayes hayley haynes hayward hazel head heald healey healy heap heath heather
heaton hebden hector hedley heffernan hegarty hegde heidi heinz helen helena helga helmut hema hemant hemlata henderson heneghan hennessy
henrietta henry henryk henshaw hepburn hepworth herbert herlihy herminia hernandez hernando heron herrera hesketh heslop hession hettie
hewitt heywood hiba hibbert hickey hickman hicks higginbottom higgins higgs higham higson hilario hilary hilda hildegard hill hilton
himanshu hina hinchcliffe hindle hindley hines hiral hiroshi hirst hisham hitchcock hitesh hiwot ho hoa hoang hoban hobbs hobson hoda
hodan hodge hodges hodgkins hodgson hodo hodson hoffman hoffmann hogan hogg holden holdsworth holgate holland hollie hollis holloway holly
holmes holroyd holt hong honorata honorio hood hooper hope hopkin hopkins hopkinson hopper horace horgan horn horne horner horrocks
horsfall horst horton horvat hossein hough houghton house houston howard howarth howe howell howells hoyle hsu huang hubbard hubert huda
huddleston hudson huggins hugh hughes hugo hui hull hulme huma humaira humphrey humphreys humphries hunt hunter huong hurley hurst huseyin
hussain hussein hussey hutchinson hutchison huw huynh hyacinth hyde hyland hynes hyun iain ian ibbotson ibeh ibekwe ibironke ibrahim
icilda ida idara idowu idris iestyn ieuan ife ifeanyi ifeoma ifrah iftikhar ifunanya ignacio igor igwe ihejirika ijaz ijeoma ike ikechukwu
ikemefuna ikenna ikpeazu ikram ilagan ilie iliescu illingworth ilse iman ime imelda imogen imran imrie imtiaz inamdar inaya inderjit indie
indira indra indu ines ingeborg ingham inglis ingram ingrid innes inyang ioan ioana ioannis ioannou ion iona ionescu ionie ionut iqbal
iqra ira irena irene irfan irial irina iris irma irum irvine irving irwin isaac isabel isabella isabelle isagani isah ishaan ishaq
isherwood ishita ishtiaq isidro isioma isla islam ismail isobel israr ita itunu iulia ivan ivana ivanka ivanov ivanova ivor ivy iwobi
iwona iyabo iyanu iyengar iyer jabeen jablonski jac jacek jacinta jack jackie jacks jackson jacob jacobs jacqueline jacqui jade jaden
jadhav jadwiga jagdish jagger jagjit jahanara jai jain jaiswal jake jakub jalal jalloh jallow jamal jameel james jameson jamie jamieson
jamil jamila jan jane janet janice janina janine jankowski jansen janusz jardine jarlath jaroslav jaroslaw jarvis jasbir jasmine jason
jasper jaspreet jassi jaswant jaswinder jatin javaid javed jaworski jay jaya jayant jayanti jayawardena jayden jayesh jayne jayshree jean
jeanette jed jeff jeffery jeffrey jeffries jegede jejomar jemima jemma jen jenkins jenkinson jenna jennelyn jennifer jennings jenny jensen
jeremy jerome jerry jerzy jess jesse jessica jessie jessop jha jhun jia jian jibril jide jigna jignesh jihad jijo jill jillian jim jimenez
jimmy jincy jing jiri jissy jitendra jiwoo jo joan joanna joanne joao joaquim jobling jobson jocelyn jock jodie joe joel joey johal
johansson john johnny johns johnson johnston johnstone jolanta jolly jomar jomon jon jonah jonalyn jonathan jones jonny jono jordan jorge
jose josefa josefina joseph josephine josh joshi joshua josie jovencio jovita joy joyce juan juana juanito judd jude judith judy julia
julian julie juliet julieta julius juma jumoke jun junaid june jung junior junjun jurgen justin justine juvy jyoti jyotsna kabiru
kaczmarek kadam kai kaiden kailash kajal kala kalinowski kalpana kalsi kalyani kamal kamala kamara kamath kamau kamil kamini kaminski
kamla kamran kanchan kandasamy kane kaneez kang kannan kanta kapadia kapil kaplan kapoor kapur kapwepwe kara karan karen kargbo karim
karima karimi kariuki karki karl karol karolina karthik karthika karthikeyan kartik karunakaran kashif kashish katarzyna kate katerina
kateryna katherine kathleen kathryn kathy katie katrina katy katya kaur kauser kaushal kaushik kavanagh kaveh kavita kavitha kay kaya
kayleigh kayode kazi kazimierz kazuo kealy keane kearney kearns keating keaveney keegan keeley keeling keenan kehinde kehoe keiko keillor
keira keith kelechi kelleher kelliher kelly kelvin kemal kemi kemp ken kendall kenji kenneally kennedy kenneth kenny kent kenworthy kenyon
keogh kerr kerrigan kerry kershaw keshav ketan kev kevin khadija khadijah khadka khadra khaled khalid khalida khalil khan khanh khanna
khatoon khatun khin khoury khumalo khurram khurshid kian kidd kiely kieran kilbride kilgallon kilgour kilic kilkenny killeen kim kimani
kimberley king kingsley kinsella kiprop kiran kirby kirit kirk kirkham kirkpatrick kirkwood kirpal kirsten kirsty kirwan kishan kishore
kishwar kit kitty klaus klein knight knowles knox kofi kohli koirala kojo kola kolawole komal korkmaz koroma kosi kosisochukwu kostas
kovac kovacs kovalenko kowalczyk kowalski kozak kozlowski krawczyk kripa krish krishna krishnamurthy krishnan kruger krystian krystyna
krzysztof ksenia kubiak kucharski kudakwashe kudzai kulbir kuldeep kulkarni kulsoom kulwant kulwinder kumar kumari kunal kunle kurian kurt
kuruvilla kusum kuti kwabena kwadwo kwaku kwame kwan kwasi kweku kwiatkowski kwok kyle kylie kyriacos kyriacou lacey lachlan lacson lacy
ladi lagman lai laidlaw laila laing laird lake lakshman lakshmi lal lalit lalita lally lam lama lamb lambert lamberto lamia lamont lan
lana lancaster lance lane lang langdon langford langley lanre lara lardner large larisa larkin lars larsen lascelles lata latha latham
lathom latif latifa lau laura laurel lauren laurence laurentiu lavelle lavinia law lawal lawler lawless lawlor lawrence lawson lawton
laxman laxmi layla lazaro le leach leadbetter leah leahy leandro leanne leary leask leatherbarrow leavy lech ledger lee leela leelamma
leeming lees lefebvre legaspi lehane lei leigh leila leitch lekan lekha len lena lenihan lennon lennox lenny leo leon leonard leonor
lerato leroy lesley leslie lester leszek leticia letitia lettie leung levi lewandowski lewis lexi liam liang liban libby liesel ligaya
lightfoot lijuan lila lilia lilian lilley lillian lilly lily lim limbu lin lina linda lindley lindqvist lindsay lindsey linehan ling linh
linton linu linval lionel lis lisa lister lito little littlewood liu livesey livingstone liviu liwayway liz lizzie llewellyn llewelyn
lloyd lo locke lockhart lockwood lodge loftus logan loida lois loizou lokesh lola lolita lomas lombardi lonergan long longbottom longworth
lonsdale looney lopes lopez lorcan lord lorenzo loretta lorna lorraine lottie lou loughlin loughnane louis louisa louise lourdes love
lovell lowe lowri lowry lozano lu lubna luca lucas lucero lucey lucia lucian luciano lucille lucinda lucy lucyna ludmila luigi luis lukas
lukasz luke lumb lumbao luna lund luningning luo lupu luz luzviminda ly lydia lydon lyn lynch lynda lyne lynette lynn lynne lyon lyons
lyudmila ma mabel mabini mable macapagal macaraeg macaulay macdonald macfarlane macgregor machado maciej maciejewski macinnes macintyre
mackay macken mackenzie mackey mackie mackinnon maclean maclennan macleod macmillan macpherson macrae madan madden maddie maddocks
madeleine madge madhav madhu madhuri madigan madison maeve magar magbanua magda magdalena magee maggie magno mags magsaysay maguire maha
mahajan mahal mahama mahdi mahendra maher mahesh mahmood mahmoud mahnaz mahon mahoney mahsa mai maina maire mairead mairi mairo maisie
majed major majumdar mak makhan makin makinde maksim mala malabanan malachy malathi malcolm malgorzata malhotra maliha malik malini
malinowski malone maloney malti manal manalastas manalo manav mancini mandeep mander mandy manfred mangal mangan mangubat mani manik
manish manisha manjit manju manjula manmohan mann manning mannion manoj manole manolo mansell mansfield mansi mansoor mansour manuel
manuela maqsood marasigan marc marcelino marcelo marcia marcin marco marcus marek margaret margarethe margarida margery margo margot
marguerite maria mariam mariamma marian marianne mariano maribel maricar maricel maricon maricris marie marigold marilou marilyn marin
marina marino mario marion marites marius mariusz marivic marjorie mark marlene marley marlon maroulla marques marquez marr marriott
marsden marsh marshall marston marta martha martin martinez martins martyn marva marvin marwa marwan mary maryam maryum marzena masih
mason masood massey massimo masters matei mateusz mathai mather mathers matheson mathew mathews mathieson mathur matilda matt matthew
matthews matthias maud maude maureen maurice mauro mavis mawuli max maxine maxwell may maya mayer maynard mayo maz mazhar mazur mbeki
mcallister mcandrew mcardle mcbride mccabe mccaffrey mccall mccann mccarron mccarthy mccartney mcclelland mcconnell mccormack mccormick
mcculloch mcdaid mcdermott mcdonald mcdonnell mcdougall mcelroy mcevoy mcewan mcfadden mcfarlane mcgann mcgarry mcgee mcgettigan mcghee
mcgill mcginley mcgonagle mcgovern mcgowan mcgrath mcgreal mcgregor mcguinness mcguire mchale mchugh mcinerney mcintosh mcintyre mckay
mckee mckenna mckenzie mckeon mckeown mckinley mckinnon mclaren mclaughlin mclean mcleod mcloughlin mcmahon mcmanus mcmenamin mcmillan
mcnally mcnamara mcneil mcneill mcnicholas mcnulty mcpherson mcqueen mcveigh meabh meadows meagher medina meehan meena meenakshi meenatchi
meera megan megha mehdi mehmet mehmood mehra mehrdad mehreen mehta mehul mei meiling mel melanie melchor melia melinda melissa mellett
mellor melody melville melvin memon memoona mendes mendez mendoza menon mensah menzies mercado mercedes mercer mercy meredith merle
merlita merrill merritt mervyn meryem mesfin metcalf metcalfe metin meyer mfon mia miah michael michaelides michal michalak micheal
michelle michiko mick micklethwaite middleton miguel mihaela mihai mike mikhail mikolaj mikolajczyk mila milagros milan milburn mildred
miles milind millar miller millie milligan mills millward milly milne milner milo milos milton mina minal ming minh minji minnie mir mira
miranda mircea mirela miriam miroslaw mirza mishra misra mistry misty mitchell mitesh mitra mo modi modupe moffat moffatt mohamed mohammad
mohammed mohamud mohan mohanty mohini mohit mohsen moin moira mojisola mokoena moldovan molefe molina mollie molloy molly moloney molony
molyneux mona monaghan moncrieff mongan monica monika monk monsurat montague monteiro montemayor montgomery moody mooney moore moorhouse
moradi morag morales moran mordaunt moreau moreira moreno moretti morgan morgans moriarty morley morris morrison morrow mortimer morton
morven morwenna moseley moses mosley moss mossie mosun mottershead mottram mould mounir mousavi moyes moylan moynihan moyo mridula mroz
mthembu mubarak mubashir mudassar mugabe mughal muhammad muir muireann mukesh mukherjee mukta mulcahy muldoon mulenga mulhall mulholland
mullane mullarkey mullen muller mulligan mullins mulqueen mulroy mulvihill mumtaz munashe munir munira munro munshi munteanu murat murdo
murdoch murgatroyd muriel murnane murphy murray murtagh murtaza murthy murty murugan musa musarat mushtaq mustafa mustapha mutasa muthoni
muthu muthulakshmi muzenda mwale mwangi mya myers myfanwy mykola myra myrna myrtle nabeela nabil nada nadar nadeem nadia nadine naeem
nafisa nagesh naglaa nagle nagra nagy nahar naheed naidoo naidu naik naila naina nair najat najma nalini nally nambiar namita nan nana
nance nancy nanda nandini naoko naomi napier narang narayan narayanan narciso naren narendra naresh narinder nartey narula naseem naseer
nash nasim nasir nasiru nasreen nasrin nasser nat natalie natalya natarajan natasha nath nathan nathaniel natividad natwar naughton
navarro naveed naveen navid navin navjot nawal nawaz naylor nazia nazir nazma ncube ndaba ndiaye ndidi ndlovu neal neale neary neave neel
neela neelam neeraj neeru neeta neha neil neill nelia nell nellie nelson nenita nepomuceno nesbit nesbitt nessa nestor nev neville newbury
newell newman newton ng nga ngo ngoc ngozi nguyen nguyet nhung nia niall niamh nicanor nicholas nicholls nichols nicholson nick nickson
nicky nicola nicolae nicolaou nicolas nicole nidhi nielsen nigel nighat niharika nikhil nikita nikola nikolai nila nilam nilesh niloufar
nilsson nimco nimisha nimmy nina niranjan nirav nirmal nirmala nisha nishant nistor nita nitin nitya niven nixon nizam njeri njoku nkechi
nkem nkiru nkiruka nkosi nkrumah nnamani nnamdi nneka nnenna noah noble noel noeleen noelle nokuthula nolan nomsa nomvula nonie nonso noon
noonan noor nora norah norberto noreen norm norma norman norris north northcott norton nosheen nosipho nour novak novelyn novlette nowak
nowakowski nowicki nuala nugent nunes nuno nunzio nurhan nusrat nuttall nwabueze nwachukwu nwamaka nwankwo nwosu nyambura nyamekye
nyaradzo nyasha nyirenda oakes oakley oana oates obafemi obasanjo obeng oberoi obi obinna obioma obiora obrien obyrne ocallaghan ocampo
ochieng oconnell oconnor octavian odea odhiambo odhran odoi odonnell odonoghue odonovan odriscoll odunayo oduya odwyer oflaherty ofori
ogbonna ogden oge ogechi ogilvie ogilvy ogonna ogorman ograady ograd ogunbanjo ogundipe ogunleye ogunsanya ohalloran ohanlon ohara oisin
ojha ojo okafor okane oke okechukwu okeefe okeke okelly okeowo okereke okey okolie okon okonjo okonkwo okorie okoro okoye oksana okwuosa
ola olabisi olabode oladapo oladele oladipo olaf olaide olajide olamide olaniyan olanrewaju olatunde olatunji olaughlin olawale olayemi
olayinka oldfield oldham oleary oleksandr olena olga olivares olive oliveira oliver olivia oliyide ollerenshaw ollie olowu olsen olson
olszewski olu olubukola olubunmi oluchi oludare olufemi olufunke olufunmilayo olukayode olumide oluremi olusegun olusola oluwadamilola
oluwafemi oluwaseun oluwaseyi oluwatobi oluwatosin oluwole olwen om omahony omaima omalley omana omar omeara omobolanle omolara omondi
omotola oneill ong onome onuoha onwuka onyango onyeama onyeka onyekachi onyinye oonagh opal opara openshaw ophelia opoku oprea oregan
oreilly oreoluwa orji orla orlaith ormerod orourke orr ortega ortiz orville osagie osama osaze osbert osborne oscar osei oshaughnessy
oshea osian osinbajo osman ostrowski osullivan oswald oti otieno otoole otto ouseph ovidiu owen owens owusu oxley oyedepo oyelaran oyelowo
oyeniyi oyin oyinkansola oyinlola ozdemir ozlem ozturk pablo pacheco paciencia pacita paddy padilla padma padmanabha padmanabhan padmini
padraic padraig page paget pai paige paine paisley pal palani palesa pallavi palmer pam pamela panashe panayiota panayiotis pandey pandit
pandya panesar pang panganiban pangilinan pankaj pansy paolo papadopoulos param paramjit paras parekh paresh parfitt parikh parisa park
parker parkes parkin parkinson parks parmar parminder parr parrott parry parsons parthasarathy partington partridge parul parvati parveen
parviz pascoe pascual pastora pat patel paterson pathak patience patil paton patricia patrick patryk patsy patterson patty paul paula
pauline paulo pavan pavel pavlou pawan pawar pawel pawlak pawlowski payne paz peace peacock peadar pearce pearl pears pearson pedro peel
peg peggy peig pell pemberton pender penelope penfold pengelly penhaligon penn pennington penny pepper peralta percival percy pereira
perera perez perkins perks perla perpetua perrin perry persaud perumal pete peter peters petersen peterson petherbridge petit petra petrie
petrov petrova petru pettigrew petula peverell pham phan phelan phil philip philippa philips phillip phillips philly philomena phipps
phiri phoebe phoenix phuong phyllis pickering pickersgill pickles pickup pierce pierre piers pietrzak pigg pike pilar pilkington pillai
pineda ping pinto piotr piotrowski pip piper pippa pitt piyush platt plummer polat polglase pollard pollock polly ponce ponciano ponnamma
pooja poole poonam popa pope popescu popov popovici poppy porter postlethwaite potter potts poudel poulter powell power powers prabha
prabhakar prabhu pradeep pragna prajapati prakash pramod pranav pranay prasad prashant pratap pratibha pratik pratt praveen pravin
preciosa precious preet preethi preeti prem prema prendergast prentice prescott preston pretorius price pride priestley primitivo prince
prior priscilla pritchard prithvi priti priya priyanka probert procter proctor proinsias prosser prudence pryce prytherch przemyslaw pugh
puja pujan pujari punzalan purcell purdy purewal puri purificacion purves purvis pushpa qadir qasim qiang quang quansah quartey quaye
queenie quentin quiambao quigley quimpo quinlan quinn quirino quirke quizon quratulain qureshi rabbitte rabia rachael rachel rachna
radcliffe radha radhakrishnan radhika radu rae rafael rafferty rafiq raghav raghavan raghu raghunath rahat raheel raheem rahim rahimi
rahman rahmani rahmat rahul rai raihana raina raine raistrick raj raja rajagopal rajan rajat rajeev rajendra rajesh rajinder rajiv rajni
rajnish rajput raju rakesh ralph ralston raluca ram rama ramachandran ramakrishna raman ramanathan ramaswamy ramdeen ramesh rami ramil
ramila ramirez ramnik ramon ramona ramos ramsaran ramsay ramsbottom ramsden ramsey rana randall randhawa randolph rani rania ranjan
ranjana ranjit rankin rankine ransome rao raquel rasha rasheed rasheedah rashid rashida rashmi rasik ratcliffe rathod rathore ratna
rattigan rauf raul raut ravi ravinder ravindra ravindran rawal rawat rawlings rawlinson rawson ray raymond rayner raza razia razvan read
reader rebecca reddy redfern redman redmond redpath reece reed reem reema reena rees reeve reeves reg regan reggie reginald regmi rehana
rehman reid reilly reinhard reji rekha remedios remi remigio renate renato rene renee rennie renshaw renu renuka resham reshma
resurreccion retallick reuben rex reyes reynaldo reynalyn reynolds reza rhian rhiannon rhoda rhodes rhodora rhodri rhona rhys ria riaz
ribeiro ricardo ricci rice rich richard richards richardson richmond richter rick ricky rider ridgway ridley riffat rigby riley rima
rimmer rintoul rishi rita ritchie ritesh ritu river rivera rivers riya rizal rizvi rizwan rizzo roach rob robb robbie robbins robert
roberta roberto roberts robertson robin robinson robles robson robyn rocco rocha roche rocio rod rodel roderick rodgers rodney rodolfo
rodrigo rodrigues rodriguez roe rogelio roger rogers rogerson rohan rohini rohit roisin rojas roland rolando rolf romano romeo romero
romulo ron ronald ronan ronayne ronke ronnie rooney roopa ropafadzo roper rory rosa rosales rosalie rosalind rosalinda rosamund rosaria
rosario rose rosemary roshan roshni rosie rosina roskilly ross rossi rossiter rostami rothwell rotimi rourke rowan rowbotham rowe rowell
rowena rowland rowlands rowley rowlinson roxana roxanne roxas roy roya royle ruadhan ruairi ruane ruaridh ruben rubilyn rubina rubio ruby
rudd rudo rudolph ruel rufus ruiz rukhsana rukhsar rukmini rumbidzai rupa rupal rupert rupinder rush rushton rushworth russell russo rusu
ruth rutherford rutkowski rutter ruttledge rutvik ruvimbo ryan ryder ryszard saad sabah sabharwal sabiha sabine sabir sabrina sachdeva
sachiko sachin sackey sadaf sade sadhana sadhbh sadia sadie sadiq sadler saeed safia safiya safiyya sagal sagar sage sahar sahil sahin
sahni sahota sahra sailesh saima saini saji sajid sajida salami salazar saleem saleh salem salim sally salma salman salmon salonga salt
salvacion salvatore sam samantha samar sameena sami samia samina samir samira sampson samra samson samuel samuels sana sanaz sanchez
sandeep sanders sanderson sandford sandhu sandhya sandip sandra sandro sands sandu sandy sangeeta sangha sanghera sangita sangster sani
sania sanjay sanjeev sanjiv sankey sanni santiago santoro santos santosh saoirse saqib sara sarah saramma saraswati saravanan sarbjit
sarfraz sargent sarita sarkar saroj sarojini sarpong sarwar sastry sathe satish satnam sato satpal satterthwaite saturnino satwinder saul
saunders saurabh savage savita savitri savva sawicki sawyer saxena sayer scanlan scanlon schafer schmidt schneider schofield scholes
schroder schulz schwarz scott scully seamus sean sebastian seddon seema seetha segun segundina sejal selam selin selina sellers selorm
selvam selvi selwyn sen senait senam senan sengupta senior senthil seojun sepideh sergei sergio serkan serrano sesay seshadri seth sethi
seun severino sevgi sewell sexton seyi shabana shabbir shabnam shackleton shade shadi shafiq shagufta shah shahbaz shaheen shahid shahida
shahnaz shahram shahzad shaikh shaila shailesh shaista shaji shakeel shakil shakuntala shalini shamim shamima shamiso shams shamshad
shanahan shand shane shankar shannon shanta shanthi shanti sharad sharada sharif sharma sharmila sharon sharp sharpe sharples shashi
shastri shaughnessy shaun shauna shaw shawcross shay shaz shazia shea sheahan sheamus sheeba sheedy sheehan sheehy sheela sheena sheeran
sheetal shehu sheikh sheila sheldon shelley shelton shen shenoy shenton shepherd sheppard sher shergill sheridan sherif sherlock sherpa
sherry sherwood sheryl sheth shetty shevchenko shevlin shibu shields shikha shilpa shiny shipley shipman shireen shirin shirley shiv shiva
shoaib shobha shobhana shola shona short shrestha shreya shruti shu shubham shufflebottom shukla shumaila shuttleworth shweta shyam
shyamala sian siavash sibanda sibel sibusiso sid siddall siddharth siddiqui sidebottom sidhu sidney sidra sienna sigrid sikand sikora
silas silcock sile silva silvana silvia sim simba simbiat simi simmonds simmons simms simon simone simpson sims sinclair sinead singh
singhal singleton sinha siobhan sioned sipho sison sita siu sivakumar sixto skelton skinner sky skye slack slade slater slattery slawomir
sloan slobodan smale small smart smedley smellie smita smith smithies smyth snape sneha snell snow snyder soares sobczak sobia sodhi sofia
sojan sola solanki soledad soma somerville somto somtochukwu sonal sonali soni sonia sonny sood soojin soomro sophia sophie soraya sorcha
soren soriano sorin soteroulla sotiris souad sousa southern southgate souza sow sowerby soyinka sparks speakman spears speight spence
spencer spiers spillane spooner spyros squires sridevi sridhar srinivas srinivasan srivastava stacey stack stafford stan stanciu standish
stanislaw stanislawa stanley stansfield stanton stapleton stark staunton stavros stavrou steel steele stefan stefania stelios stella steph
stephanie stephen stephens stephenson stepien sterling steve steven stevens stevenson steward stewart stirling stock stockdale stockton
stoddart stoica stoker stokes stone storey stott strachan street stringer strong stroud struan stuart studd sturgess suad suarez subedi
subhash subramaniam subramanian sucheta sudha sudhir sue sugden sugrue sujata sujin sukhbir sukhdev sukhjit sukhwinder sulaiman sule
suleiman suleman sullivan sulochana sultana sumaira suman sumera sumitra summer summerfield summers sumner sumulong sun sundar sundari
sunday suneeta sunil sunita sunny sunu suraj surekha surendra suresh suri surinder surjit surraya surya susan susana susanna susannah
sushil sushila sushma susie sutcliffe sutherland sutton suzanne suzie suzuki sven svetlana swain swales swaminathan swan swann swapna
swaran swati sweeney swift swindells swords sy sybil sydney syed sykes sylvester sylvia symonds szabo szczepanski szewczyk szulc szymanska
szymanski szymon tabassum tabitha tade tadesse tadeusz tadhg tafadzwa tahir tahira tait taiwo takashi talat talbot talha taliesin talwar
tamang tamara tammy tan tanaka tandon tang tanner tanveer tanvi tanvir tanya tao tapiwa taqi tara tarek tariq tarlochan tarpey tarun
tasleem taslima tasneem tate tatenda tatiana tatjana tattersall tauseef taylor tayyab tayyaba tebogo ted teddie teddy tegan tehrani
teixeira tejada tejal tejas telford tembo temi temidayo temilola temitope tempest temple templeton tendai tennant teodoro teofila terence
teresa teresita terri terry tesfaye tess tessa tessie tetlow tetteh thabo thakkar thakur thandeka thandiwe thangavel thanh thankachan
thankamma thao thapa thara thatcher thein thelma themba theo theodor theodora theodore theodoros theodorou theresa thi thistlethwaite
thomas thompson thomson thorburn thorn thorne thornley thornton thorpe threlfall thu thuy thwaites tia tiago tiernan tierney tiffany tighe
tigist tijani tilly tim timmons timms timothy timpson tina tinashe tincy tindall tinsley titi titilayo titilola titus tiwari tobi tobin
toby tochi todd tokunbo tolan tolentino tolley tolu tolulope tom toma tomas tomasz tomaszewski tomi tomkins tomlinson tommy tonge toni
tony toomey tope topping toqeer torquil torres tosin toth tougher toure toussaint towers townend townsend toyin tracey tracy tran trang
tranter traore travers travis treacy treadwell tregenza treharne trelawney trev trevithick trevor tricia trinh trinidad tripathi trish
tristan trivedi trixie trudy truong trupti tsang tse tsui tuan tuazon tucker tudor tugba tulip tulloch tully tulsi tumelty tunde tunji
tunstall tuohy turay turnbull turner turton tuyet twigg twite twomey tyldesley tyler tynan tyrell tyrone tyrrell tyson ubah uche
uchechukwu uchenna uday uddin udo udoh udoka udom uduak ugo ugochi ugochukwu ugonna ugwu ujjwal ullah ulrich uma umar umberto umeh umer
umesh una underhill underwood ungureanu uniacke unsworth upadhyay upton urban urbano urquhart ursula urszula usha usman utibe utpal uwaifo
uwe uzma uzo uzodinma uzoma vaclav vaidya vaishali val valdez valencia valentin valentine valenzuela valerie vance vandana vandermerwe
vanessa vargas varghese varley varma varsha varun vasant vasanth vasanthi vasco vasile vasquez vasudevan vasudha vaughan veena velasco
vellaisamy velu venables venkat venkataraman venkatesan venkatesh vera vergara verity verma verna vernon verona veronica vibha vic vicente
vickers vicky victor victoria victorino vidal vidya vieira vijay vijaya vikas vikram viktor villanueva villareal vimal vimala vinay vince
vincent vincenzo vine vineet vinette vinita vinod viola violet viorica vipin vipul viral virdee virgilio virginia vishal vishnu visitacion
vittorio viv vivek vivian vivien vivienne vlad vladimir vo vogel vohra volkov volodymyr vu vyas waclaw waddell waddington wade wadhwa
wadsworth wael wafa wagner wahid wainwright waite wajid wakefield walczak waldemar waldron wale walid walker wall wallace waller wallis
walls walmsley walsh walt walter walters walton wambui wanda wang wangari wanjiku wanjiru wanless waqar waqas warburton ward wardle
wardrop waring warner warren warrilow warsame warsi warwick waseem washington wasim wass watanabe waterhouse waterman waters watkins
watkinson watson watt watts wayne weaver webb webber weber webster wei weiming weir welch wells welsh wemimo wendy werner wesley west
westbrook weston westwood wetherby whalley wharton wheatley wheeler whelan whitaker whitcombe white whitehead whitehouse whitehurst
whiteley whiteside whitfield whiting whitley whitlock whitmore whittaker whittington whittle whitty whitworth widdowson wieczorek wieslaw
wieslawa wiggins wilbur wild wilde wilding wilf wilfred wilfredo wilhelm wilkes wilkie wilkins wilkinson will willetts william williams
williamson willie willis willoughby willow wills wilma wilmot wilson win winder winifred winn winner winnie winsome winstanley winston
winter winterbottom winters wise wishart wisniewski withers witkowski wladyslaw wojciech wojciechowski wojcik wolf wolfgang wolstenholme
womersley wong wood woodcock woodhead woodhouse woodruff woods woodward wooldridge woolfenden woolley wormald worrall worsley worth
worthington woulfe wozniak wragg wray wren wright wrigley wrobel wroblewski wu wyatt wylie wynne wysocki xavier xia xiao xiaoling xie
ximena xin xu xuan yaa yadav yahaya yakubu yamamoto yan yang yap yaqub yardley yarwood yash yashoda yasin yasir yasmeen yasmin yates yaw
yeboah yelena yemi yemisi yetunde yeung yewande yiannis yildirim yildiz yilmaz ying yinka yip yogesh yogi yohannes yoko yolanda yong yoon
york younas younes young younger younis yousaf youssef yousuf yu yuan yue yuen yuki yulia yuri yusra yusuf yvette yvonne zac zachary zack
zafar zaheer zahid zahida zahir zahoor zahra zaid zaidi zain zainab zajac zaki zakir zalewski zaman zamora zamzam zanele zara zawadzki
zbigniew zdenek zdzislaw zeenat zeeshan zeinab zelda zena zenaida zeynep zhang zhao zhen zheng zhi zhou zhu zia zielinski zimmermann zino
zlatko zodwa zoe zofia zohra zoran zosimo zoulla zubair zubeda zulfiqar zulu zungu zygmunt zylinska
"""
_ALSO_WORDS = """
abbey addison amber angel april art ash ball barber barrett basil bell berry bill birch bird bishop black blackburn blessing bliss bolton
bond bradford bridges bright brook brooks brown buck bull burns bush butcher butler butt cannon carlisle carol carpenter castle cath
chandler charity chase chelsea cherry chester childs chow clement cliff cook cope coral costa cotton court cousins coward crane cross
crouch crystal curry dada dale daly das dawn day deacon dean devon dex dey don dot drew dyson ebony ed eden emery england eve everton
faith fe felicity fern field finch fisher flint flood flora florin foley fong ford forest foster fox franco frank french frost gale gamble
gates gene gift giles goodall goodman grace grant graves gray green grey grove guest gunn guy hale hall hardy hart hatch hay hazel head
heap heath heather heron hickman hill ho hodge hodgkins holland holly hood hooper hope horn horner house hunt hunter hyacinth ike innes
iris ivy jade jan jasmine jay jolly joy joyce jun june junior kay ken kent kidd king kirk kit kitty knight kola lacey lacy lai lake lamb
lance lane lang large law lawless le lee lily lim lin ling little lo lodge lola long lord love lovell lu luz ly lyn ma macmillan madge
major mala mani marigold marina mark marsh mason masters max may meadows melody mercy miles miller mills milton ming mir misty mo monk
moody moore moses moss mould myrtle nan nana nat neave nell ng noble noon norm norman north norton oakes olive om ong opal page pai paige
paine pal palmer pang pansy paras park parkinson parks parr parsons pascoe pat patience paz peace peacock pearl pears peel pell penn penny
pepper perks phoenix pickles pickup pike ping pinto pip piper pitt platt poole pope poppy porter potter power powers precious preston
price pride prince prior proctor prudence raja ram rana rani ray read reader reed reg reyes rice rich rider river rivers roach rob robin
rod rose rosemary rowan ruby rudd rush sage salmon salt sands sandy savage sawyer sellers sen senior shade sharma sharp shepherd shiny
short sim singh sixto skinner sky slack slade slater sloan small smart snow sow sparks spence squires stack stafford stark steel stock
stone storey street strong sue summer summers sun sunday sunny swan sweeney swift tan tang tanner tao tara tate ted tempest temple thorn
thu tia topping towers tulip turner una upton urban valentine verity victor vine viola violet viral vo wade waite walker wall walls walsh
ward waring warner waters watt weaver weir welch wells welsh west wheeler white whitehead wild will willow wills win winner winsome winter
winters wise wolf wood woods worth wren wright yan yap yip york young younger
"""

NAMES = frozenset(_NAMES.split())
ALSO_WORDS = frozenset(_ALSO_WORDS.split())  # names in capitals only
