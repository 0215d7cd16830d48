"""Given names and surnames as staff type them of people in their care, in lower case and without accents, and which are words too.

Written for this project from general knowledge of names in British, Irish, European, South Asian, Filipino, West and East African,
Arabic, Turkish and Chinese families. It is no register: a name that is not here is still known by its title, its capital or its place.
"""

from __future__ import annotations

_NAMES = """
aaliyah aamina aamir aarav aaron aaronson aarti aasha aba abad abadi abaya abayomi abbas abbasi abbey abbie abbott abdelrahman abdi
abdirahman abdul abdulla abdullah abdullahi abdurrahman abebe abelardo abella abellana abena abeni abercrombie abernethy abha abhijit
abhimanyu abhishek abida abidemi abigail abimbola abiodun abiola abisola abla abosede abrenica abreu abu abubakar achamma acharya
acheampong achebe achieng achyut ackerley ackroyd acosta acquah acton ada adaeze adair adam adamczyk adams adamson adamu adanna adaobi
adaora addison addo addy ade adebayo adebisi adebiyi adebola adebowale adedamola adedayo adedeji adeel adegbite adejoke adekemi adekola
adekunle adelaide adeleke adelfa adenike adeniyi adeola adeolu aderonke adesanya adesina adesola adetokunbo adetola adewale adewunmi
adeyemi adeyemo adeyinka adhikari adichie adigun adil adisa aditi aditya adjei adjoa adkins adnan adrian adriana adwoa afia afolabi
afolarin afolayan afreen afsana afzal agarwal agarwalla agatha agbaje agbayani agboola aggarwal aggrawal agnes agnew agnieszka agrawal agu
aguilar aguinaldo agyeman agyemang ahern ahlam ahluwalia ahmad ahmed ahuja aidan aiden aidoo ailbhe aileen ailish aimee aine ainscough
ainsworth aisha aisling aitken aiyappan ajay ajayi ajibade ajibola ajit ajoke akande akash akbar akhil akhtar akiko akin akinola akinsanya
akintola akintunde akinwale akinwande akinyemi akinyi akosua akpabio akpan akram akshay aksoy akua akunna alabi alade alan alastair alavi
albert albie alcantara alcaraz alderson aldous aldridge alec aleksander aleksandra alessandro alex alexander alexandra alexei alexis
aleyamma alf alfie alford alfred alfreda alfredo algernon alhassan ali alia alice alina alison alistair aliu aliyah aliyu alka allan
allardyce allbright allcock allen allison alma almaz almazan almeida alok alonzo alphonsus alsop altaf althea alvarado alvarez alvaro
alves alvin alwyn ama amadi amado amador amaechi amaka amal aman amanda amankwah amar amara amarachi amarjit amber ambika ambrose ambujam
ameena amelia amery ames amina aminat aminu amir amisha amit amita amitabh amjad ammar ammini amoah amol amor amos amparo amponsah amr
amrit amrita amruta amudha amy amyas ana analyn anam anand anandhi ananya anas anastasia anasuya anatoly andal anders anderson andersson
andrada andrea andreas andreea andrei andreou andrew andrews androulla andrzej andy aneke anene ange angel angela angeles angelica
angelito angus anh aniceto anil anila anirudh anis anish anita anjali anju ankit ankita ankur ann anna annabel annabelle annakutty
annalise annaliza annamalai annamma annapurna anne annette annie annis anoop anozie ansah ansari ansel anselm ansh anstey ansu anthea
anthony antonia antonio antony antunes antwi anu anuja anunciacion anuoluwapo anup anupama anuradha anwar anyanwu aodhan aoibheann aoibhin
aoife aonghas aparajita aparna aphrodite apolinario appiah appleby applegate appleton appleyard appukuttan april aqib aqsa aquino araba
araneta arash araujo aravind arceo archana archbold archer archibald archie ardal arellano arif arinze arjun arkwright arlene armaan
armando armistead armitage armstrong arnel arnold arnott arora arpita arrowsmith arshad art artemio arthur arthurs arturo arumugam arun
aruna arunachalam arundhati arvind arya aryan asad asante asare asari ash asha ashalata ashalatha ashby ashcroft ashdown ashish ashleigh
ashley ashok ashraf ashton ashurst ashwin ashwini ashworth asif asim asiya askew aslam asma asmaa aspinall assumpta aston astrid asuncion
atherley atherton atieno atif atiku atiya atkin atkins atkinson atta attracta attwood atul atwal aubrey audrey augusta augustine augustus
aung aurelio aurora austin austria ava avani avelino avery avila avinash avril awan awolowo awoniyi axford aya ayaan aydin ayeni ayesha
aylett aylward ayo ayobami ayodeji ayodele ayokunle ayres ayse aysegul ayub ayush ayyar azadeh azam azeez azikiwe aziz aziza azubuike
azucena babajide babalola babangida babar babatunde babbage babcock babita babu babukutty backhouse badal badmus bagatsing bagley bagnall
bagshaw bagyalakshmi bahadur bailey bainbridge baines bains bairbre baird bajaj bajwa bak bakare baker baksh bakshi bal bala balagtas
balaji balakrishna balakrishnan balamurugan balan balasubramanian balbir baldev baldwin bale balfour bali ball ballard balmforth balogun
baluyot balwinder bamford bamgbose bamidele banaag bancroft banda bandopadhyay banerjee banerji banez bankole banks bannatyne bannerman
bannister bannon bano bansal banu banumathi baptiste baran barbara barber barbosa barclay baris barker barkham barlow barnard barnes
barnett barney barot barra barraclough barratt barrett barron barros barrow barry barstow bartek bartholomew bartlett bartley bartolome
barton barua barwick basak basheer bashir basil basnet basra bassam bassett bassey basu batchelor bateman bates batten battersby batty
batungbakal bauer bautista baverstock baxter bayani bayliss bayo baz beadle beardsley beasley beata beatrice beatriz beattie beau beaumont
bebb becker beckett beckford beckwith becky beddoes beddow bedford bedi bedingfield beech beesley begley begum behan behrouz behzad bekele
bela belen belinda bell bella bellamy bellis bello belmonte beltran bembridge ben benard benazir benbow benedict benedicta benfield
benigno benitez benito benjamin bennett benson bentham bentley beresford bergin bergman berk bernabe bernadeta bernadette bernal bernard
bernardo bernice bernie berriman berrow berry bert bertha bertie bertram beryl bessie beswick beth bethan bethany betsy bettany bettina
betty bev bevan beverley bewick bhagat bhagwan bhagyalakshmi bhalla bhandari bhanu bhanumathi bharat bharati bhardwaj bhargava bharti
bhaskar bhaskaran bhatia bhatt bhattacharjee bhattacharya bhattarai bhatti bhavana bhavani bhavesh bhavik bhavna bhim bhupinder
bhuvaneswari bianca bianchi bibi bibin bickerstaff bickerton biddy bidwell bienvenido biggs biju bilal bill billingham billingsley billy
bina bincy bindu bingley binh binita bipin birch bird birdie birkett birtles birtwistle bishop bisht bisi bisola biswas bjorn black
blackburn blackett blackie blackledge blackshaw blackwell blackwood blair blaithin blake blakeley blanche bland blathmac blathnaid blaydon
blenkinsop blessing blewitt bliss blodwen blondell bloomfield blunt blythe boadi boakye boardman boateng bob bobby boddington bodley
bogdan bogumila bola bolade bolaji bolanle bolger bolland bolton bolu boluwatife bond bongani bonifacio bonner bonsu booth boothroyd
borges boris borja borkowski borromeo borthwick bose boswell bosworth botha bottomley bottrill boughton boulton bourne bowden bowen bowers
bowker bowler bowles bowman bowness boyce boyd boyes boyet boylan boyle bozena bracegirdle brackenbury brad bradbury bradford bradley
bradshaw bradwell brady braithwaite bramhall bramley branagan brandon brannigan brannock bray brearley breathnach breda breen brenda
brendan brennan brent breslin bretherton brett brewer brewster brian brid bridges bridget bridie brierley briggs brigham brighid bright
brigid brij brindle bristow broadbent broadhurst brocklehurst bromley bronagh bronwen bronwyn brook brooke brookes brooks broomfield
brosnahan brosnan brotherton broughton brown browne brownlow bruce bruno brunskill brunton bruton bryan bryant bryn bryony buchan buchanan
buck buckingham buckland buckle buckley budd buenaflor buenaventura buhari bui bukola bukunmi bulaong bull bullen bullock bulmer bunty
burak burbidge burchell burdett burford burgess burgoyne burke burnett burnham burns burrell burridge burrows burslem burton busby bush
bushra bustamante butcher butler butt butterfield butterworth byers bygrave byrne byrom cabahug cabangon cabral cabrera caddick cadman
cadwallader cahal cahalan cahill caine cairns caitlin caitriona caius calder calderon caldwell caleb caley callaghan callanan callow
callum calma calum calvert calvin camacho cameron camilla camilo campbell camposanto canavan canlas canning cannon canty caoilfhionn
caoimhe caoimhin caolan capili capistrano capstick carandang cardoso cardwell carew carey caridad carl carla carlisle carlos carlton carly
carlyle carmel carmela carmelita carmelo carmen carmody carnegie carol carolan carole caroline carolyn carpenter carr carrie carrington
carroll carruthers carson carswell carter cartwright carvalho carver carys casement casey cashman casimiro cassandra cassell casserly
cassidy cassie castillo castle castro catacutan catalin catalina cath cathal cathaoir catherine cathy catindig catriona catterall
caulfield cavanagh cavendish cayabyab cecil cecilia cecilio cecily cedric celeste celestino celia celik celis cemal ceri cerys cesar
chacko chad chadderton chadha chadwick chahal chaitanya chakrabarti chakraborty chakravarty chalk challinor chalmers chamberlain chambers
champa chan chana chand chanda chandan chandler chandra chandran chandrasekaran chandrasekhar chandrika chang chantel chantelle chaplin
chapman chappell charalambous charito charity charlene charles charley charlie charlotte charlton charnley charnock charu chas chase
chatfield chatterjee chatterji chatterton chattopadhyay chaudhary chaudhri chaudhry chauhan chavez chawla chebet cheema cheesman cheetham
chellamma chelsea chen cheng cherry cheryl chester chesworth chetan chettri cheung chhaya chiamaka chibueze chibuike chibuzo chidera chidi
chidiebere chidimma chidinma chidozie chiedza chiemeka chigozie chijioke chika chikaodi chikezie chikwanha chilcott childs chillingworth
chilton chima chimamanda chimezie chinasa chinedu chinelo chinenye chinnamma chinnappa chinnasamy chinonso chinwe chinwendu chinyere
chioma chipo chirag chirwa chisholm chisnall chisom chitra chivers chizoba chloe chmielewski chohan choi chopra choudhary choudhury chow
chowdhury chris chrissie christabel christian christie christina christine christodoulou christofi christopher christy chrystalla chu
chuka chukwu chukwudi chukwuebuka chukwuemeka chukwuma chukwunonso chun churchill churchman cian ciara ciaran cicely cieslak cillian
ciobanu cissie clague claire clancy clapham clapton clara clare clarence clarice clarita clark clarke clarkin clarkson clarrie claude
claudia clavering claxton clayton cleary cleaver cledwyn clegg cleland clem clement clementine clements clery cleverley cliff clifford
clifton cliona clithero clive clodagh clohessy cloonan clough clowes coakley coates cobb coburn cochran cochrane cockburn cockcroft
codling cody coe coelho coen coffey cogley cojuangco coker colbert colclough coldwell cole coleman coles colette colin collard colleen
colley collier collingwood collins collinson colm colman colombo colquhoun colum columba comerford comfort compston compton comyn conall
conaty concannon concepcion concepta conception concetta condon conefrey conlan conley conlon conn connaught connaughton conneely connell
connery connie connolly connor conor conrado conroy considine consolacion consolata constance constantin constantinescu constantino
constantinou consuelo conti conville conway cook cooke cookson coombes coombs coonan cooper cope copeland copley cora coral coralie
corazon corbett corbin corcoran cordelia cordero cordingley corey corina corinne corless cormac cornelius cornforth cornwell coronado
coronel corpuz correia corrigan cortez cory cosgrave cosgrove cosimo costa costas costel costello costelloe cotgrave cottam cotter
cotterill cotton cottrell coughlan coulson coulter court courtenay courtney cousins coveney coverdale cowan coward cowell cowie cowley
cowper cox coxon coyle coyne crabtree craddock cragg craig crane cranston craven crawford crawley crawshaw crean creed cregan creighton
cremin cremins cresencia cresencio cresswell crewe crichton crisanto crisostomo crispin cristea cristeta cristian cristina croft croker
crompton cronin crook crosby cross crossland crossley crotty crouch crowder crowe crowley crowther croxford cruickshank cruikshank cruz
crystal cuan cuddihy cuevas cullen culley cullimore cullinan cullinane culpin culshaw culverhouse cumming cummings cummins cunha cunliffe
cunnane cunningham cunnington curley curnow curran curry curtin curtis curwen cusack custodio cuthbert cuthbertson cynthia cyril cyrus
czarnecki czeslaw dabrowski dacanay dacey dada dafydd dagnall dagohoy dainty daire daisy daithi daksha dalbir dalby dale dalgleish dalia
dalisay daljit dallas dalton daly dalziel damian damien damilola damini dan danby dancer dang daniel daniela daniell danielle daniels
danilo danish danjuma danladi danny danso danuta daphne dapo dara daragh darby darbyshire darcy darius dariush dariusz darko darlington
darragh darrell darren darryl darshan darshana darwin darwish daryl daryn das dasgupta datta dauda dave davenport davey david davidge
davidson davies davina davinder davis davison davitt dawber dawes dawid dawit dawn dawson day daya daykin dayo dayrit deacon deakin dean
deasy debbie debnath deborah debra decastro decena declan dee deegan deeks deenadayalan deepa deepak deepika deepti deighton deirdre
delacroix delacruz delahunt delahunty delaney delarosa dele deleon delfin delgado delia delilah della delosreyes delossantos delphine
delrosario delroy delyth demelza demetrio demetriou demir demirci dempsey dench denham denholm denis denise deniz denning dennis dennison
denny denton derbyshire derek derham dermot derrick deryck desai deshmukh deshpande desmond despina dev devaki devaney devarajan devendra
devereux devi devidas devika devin devine devlin devon dewar dewhirst dewhurst dewi dex dey dhaliwal dhanalakshmi dhananjay dhanasekaran
dhanda dhanoa dhar dharam dharmesh dhawan dhillon dhruv diallo diana diane diarmaid diarmuid diaz dickens dickenson dickie dickinson
dickson diego dieter digby dignam dilip dillon dilwyn dilys dimaculangan dimagiba dimayuga dimitra dimitri dimitris dimmock dimple dina
dinah dineen dinesh dinh dinny dinsdale dinu dinwoodie diop diosdado dipa dipak dipali dipti diskin divina divya dixit dixon dizon dlamini
dmitri doan dobbs dobre dobson docherty dodd dodds dodgson dodong dodson dogan doheny doherty doina dolan dolly dolores dolorosa dom
domenico domhnall domingo dominic don donaghy donal donald donaldson donkin donna donncha donnelly donoghue donohoe donovan doolan dooley
doran dorcas doreen dorgan dorian doris dorota dorothea dorothy dorrie dorrington dosanjh doshi dot dottie doug dougal dougherty doughty
douglas dowd dowling downes downey downing doyle drabble drake draper drayton drennan drew drinkwater driscoll drummond drury drysdale
duah dubey dubois duckett duckworth duda dudek dudley duffield duffy dugdale duggan dulcie dumitrescu dumitru dumlao duncan duncombe
dunford dung dunkley dunlop dunmore dunn dunne dunning dunphy dunstan duong dupont duraisamy durant durcan durga durham durrant duru
dustin dutt dutta dutton duxbury dwyer dyer dylan dymphna dympna dyson eagleton eames eamon eamonn eanna eapen earnshaw eastham easton
eastwood eaton ebarle ebele ebenezer ebere ebo ebony ebuka eccles eccleston ece eckersley ed eddie edem eden edet edgar edgardo edgerton
edie edith editha edmonds edmondson edmund edmunds edna edoho eduardo edward edwards edwin edwina efe effie effiong efosa efren efua egan
egbe egerton eggleton ehis ehsan eibhlin eileen eilidh eilis eilish eimear eira eirlys eirwen eithne ejike ejiofor ekanem eke ekene ekong
ekow ekpo ekwueme elaine elango elderfield eldridge eleanor elena eleni elfrida elgin eli elif elijah elikem elin elinor elise eliza
elizabeth elizabethamma elke elkins ella ellen ellery ellie elliot elliott ellis ellison ellwood elma elmer eloise elphick elpidio elsa
elsayed elsie elspeth elsworth elton elumalai eluwa elvira elwyn elzbieta emeka emelita emem emenike emer emery emi emilio emily emine
emlyn emma emmanuel emmeline emmerson emmett emre encarnacion enda england engracia enid eniola enitan enoch enright enrique enriquez
entwhistle entwistle enyinnaya enzo eoghan eoin ephraim epifania erdal eric erica erin erlinda ernest ernesto ernie errol erskine escobar
escott escudero ese eseosa esguerra esha esi esme esmeralda esosa esperanza espinosa espiritu esposito essien esteban esther estrada
estrella eswari ethan ethel etheridge ethna etim etta etuk euan eufemia eugene eugenie eugenio eunice eusebio eva evan evangelia
evangeline evangelista evans eve evelyn everett eversley everton evie ewa ewald ewan ewart ewing exequiel eyitayo eynon eyre eze ezeh
ezekiel ezekwesili ezenwa ezinne ezio ezra fabio fadel fadeyi faduma fagan fagbemi fahad faheem fahey fahim fahy fainche fairbairn
fairbrother fairclough fairfax fairhurst fairweather faisal faith faiza faizal fajardo falana falconer fallon fallows fang fanshawe
fapohunda farah farai farhad farhan farhana farhiya faria farid farida farideh farley farmer farnell farnham farnworth farooq farouk
farquhar farquharson farraday farrah farrar farrell farrelly farrow farrukh fartun farzana fashola fatai fatema faten fatima fatimah fatma
faulkner fauzia fawcett fay faye fazackerley fazal fe fearghal fearnley featherstone federica feeney feerick fela felicia feliciano
felicidad felicity felimon felipa felipe felix fellows fely femi fenella feng fennelly fenton fenwick fereshteh fergal fergus ferguson
fergusson fern fernanda fernandes fernandez fernando feroz ferrari ferreira ferrer ferrier festus fewtrell feyisayo fiachra fidel fidelma
field fielding figueiredo fiifi filip filippo filomena finbar finbarr finch findlay finlay finley finn finnegan finneran finnerty finola
fintan finucane fiona fionn fionnlagh fionnuala firdous firoz firth fischer fisher fishwick fitton fitzgerald fitzgibbon fitzmaurice
fitzpatrick fitzsimmons flaherty flanagan flanders flannery flatley flavin fleetwood fleming fletcher flint flitcroft flo flood flora
florea florence florentino flores florin florrie flossie flynn foden fofanah fogarty fola folake folarin folasade folashade foley fong
fonseca foran forbes ford forde foreman forest forrest forrester forshaw forster forsyth fortunato foster fothergill foulkes fowler fowles
fox foy fozia frampton frances francesca francis francisca francisco franco frank frankie frankland franklin fraser frazer fred freda
freddie frederica frederick freeborn freeland freeman french freya freyne frieda friedrich frith fritz froggatt frost fry fuentes fuller
fulton fungai funke funmi funmilayo funmilola furlong furness fyfe gabriel gabriela gabriella gadsby gaffney gail galang galbraith gale
galina gallacher gallagher gallardo galligan gallo galloway galvez galvin gamble gammon ganapathy gandhi gandhimathi ganesan ganesh
ganeshan gangopadhyay ganguly gannon gao garba garcia gardiner gardner gareth garfield garg garner garnett garrard garrett garrigan garry
garside garth garvey gary gaskell gaskin gatchalian gatenby gates gaudencio gaur gaurav gauri gavigan gavin gayathri gaynor gaz gbemisola
gbenga gearoid geary geddes geeta geetha gelder gell gemma gene generoso genet genevieve genowefa geoff geoffrey geoghegan george
georgescu georgeta georgette georgia georgiana georgie georgina georgios georgiou geraghty geraint gerald geraldine gerard gerardo gerda
gerhard germaine geronimo gerrard gerry gertie gertrude gethin ghada ghanem ghanshyam ghazala gheorghe ghimire ghosh ghulam giacomo gianni
giannis gibbins gibbons gibbs giblin gibson giddings gideon gift gilbert gilchrist giles gilfoyle gilhooly gill gillan gillespie gillett
gillian gillibrand gillies gilligan gilliland gilmartin gilmour gilsenan gina ginny giorgio giovanna giovanni girish gita giulia giuseppe
gladwin gladys glaister glasby gleave gledhill gleeson glen glenda glendinning glenford glenn glennon glenys gliceria gloria gloriosa
glossop glover glyn glynis glynn gnanasekaran gobind gobnait goddard godfrey godswill godwin goke gokhale golding goldsmith goldthorpe
gomes gomez goncalves gonzaga gonzales gonzalez gonzalo gooch goodall goodchild goode goodfellow goodman goodwin gopal gopalakrishnan gopi
gordon goretti gorman gormley goronwy gorski gorst gosal gosling goswami gough gould goulding gourlay govind govindan govindaraj gower
gowon goyal graca grace gracie graeme graham grainger grainne granger grant graves gray grayson grazyna grealish greally greaney greaves
greco green greene greenhalgh greenhill greenslade greenwood greg gregoria gregorio gregory gregson grenville gresham greta grewal grey
gribble grice grierson grieve griffin griffith griffiths grimes grimshaw grindrod griselda grogan grove grover gruff grundy grzegorz
guadalupe gudgeon guerin guerrero guest guevara guevarra guihen guilfoyle guillermo guinan gul gulab gulabrao gulliver gulsum gumabao
gunawardena gunn gunnigle gunning gunter gunther guo gupta gurdeep gurdip gurjit gurmeet gurpreet gursharan gurung gurusamy gus guthrie
gutierrez guttridge guy guzman gwen gwenda gwendolen gwendoline gwilym gwyn gwyneth gwynne gyamfi gyasi habib habiba hackett hackney
haddad haddon hadeel hadfield hadiza hadjigeorgiou hadley hafeez hafsa haggerty hague haider haifa haigh haines hainsworth hajra hakan
hakim hala haldane hale halford halfpenny halima halina hall hallam halliday halligan hallinan halliwell hally halpin halsall halstead
hambleton hamdan hameed hamer hamid hamilton hamish hammond hampson hampton hamza hanafin hanan hancock handley hani hanif hankin hanley
hanlon hanna hannah hannam hannigan hannon hanrahan hanratty hans hansen hanson haq harbhajan hardacre hardcastle hardeep hardik harding
hardman hardwick hardy hareem hargadon hargrave hargreaves hari hariharan harish harjinder harjit harker harkin harkness harland harley
harman harold haroon harper harpreet harriet harriett harriette harrington harris harrison harrop harry harsh harsha harshad hart harte
hartley haruki haruna harvey harwood hasan hasina haslam hasmukh hassall hassan hastings hatch hatem hathaway hatice hattersley hattie
hatton haughey haughton hauwa havers haviland hawken hawkes hawkins hawksworth haworth hawthorne hay haycock hayden haydock hayes hayhurst
hayley haynes hayward haywood hazel hazlehurst hazlewood head heald healey healy heaney heap heaps heath heathcote heather heaton hebden
hector hedges hedley heffernan hegarty hegde hehir heidi heinz helen helena helga helmut hema hemant hemingway hemlata hemmings henderson
heneghan hennessy henrietta henry henryk henshaw hepburn hepworth herbert herlihy herminia hermione hernandez hernando heron herrera
heseltine hesketh heslop hession hester hettie hetty hewer hewitt hewson heyes heywood hiba hibbert hickey hickling hickman hicks hickson
higginbotham higginbottom higgins higgs higham higson hilario hilary hilda hildegard hildreth hill hilliard hilton himanshu hina
hinchcliffe hinchliffe hindle hindley hindmarsh hines hinton hirabai hiral hiram hiroshi hirst hisham hislop hitchcock hitchens hitesh
hiwot ho hoa hoang hoare hoban hobbs hobday hobson hocking hockley hoda hodan hodder hoddinott hodge hodges hodgkins hodgkinson hodgson
hodo hodson hoffman hoffmann hogan hogarth hogg holborn holbrook holcroft holden holdsworth holgate holland holliday hollie hollingsworth
hollins hollinshead hollis holloway holly holman holmes holroyd holt honeyman hong honor honorata honorio hood hooley hooper hopcroft hope
hopkin hopkins hopkinson hopper hopwood horace horan horgan horn hornby horne horner horrocks horsfall horsley horst hortense horton
horvat hoskins hossein hotchkiss hough houghton houlihan hourigan house houston howard howarth howe howell howells howes howie howitt
hoyle hsu huang hubbard hubert huckerby huda huddleston hudson huggett huggins hugh hughes hugo hui hull hulme huma humaira hume humphrey
humphreys humphries hunt hunter huong hurley hurst huseyin hussain hussein hussey hutchings hutchins hutchinson hutchison huw huxley
huxtable huynh hyacinth hyde hyland hynes hyslop hyun iain ian ianto iarla iarlaith ibbotson ibeabuchi ibeh ibekwe ibironke ibrahim icilda
ida idara iddon idowu idris iestyn ieuan ifan ife ifeanyi ifeoma ifor ifrah iftikhar ifunanya ignacio ignatius igor igwe ihejirika ijaz
ijeoma ike ikechukwu ikemefuna ikenna ikpeazu ikram ilagan ilango ilie iliescu illingworth ilse imade iman ime imelda imogen imran imrie
imtiaz inamdar inaya inday inderjit indie indira indra indrani indu ines ingeborg ingham ingle ingleby inglis ingram ingrid inman innes
inyang ioan ioana ioannis ioannou iola iolo ion iona ionescu ionie ionut iqbal iqra ira ireland irena irene irfan irial irina iris irma
irum irvine irving irwin isaac isabel isabella isabelle isagani isah ishaan ishaq isherwood ishita ishtiaq isidra isidro isioma isla islam
islip islwyn ismail ismay isobel israr ita itunu iulia ivan ivana ivanka ivanov ivanova iverson ivor ivy iwobi iwona iwu iyabo iyanu
iyengar iyer jabeen jablonski jac jacek jacinta jacinto jack jackie jackman jacks jackson jacob jacobs jacqueline jacques jacqui jade
jaden jadhav jadwiga jagadeesan jagannathan jagdish jagger jagjit jagtap jahanara jai jain jaiswal jake jakub jalal jalloh jallow jamal
jameel james jameson jamie jamieson jamil jamila jamuna jan janaki jane janet janice janina janine jankowski jansen janusz jardine jarlath
jarman jaroslav jaroslaw jarvis jasbir jasmine jason jasper jaspreet jassi jaswant jaswinder jatin javaid javed javellana jaworski jay
jaya jayachandran jayakumar jayalakshmi jayant jayanthi jayanti jayaraman jayawardena jayden jayesh jayne jayshree jean jeanette jeannie
jeavons jebb jed jeff jeffcoat jefferies jeffers jeffery jeffrey jeffreys jeffries jegede jejomar jellicoe jemima jemma jen jenkin jenkins
jenkinson jenna jennelyn jennie jennifer jennings jenny jensen jepson jeremiah jeremy jerome jerry jerzy jess jessamy jesse jessica jessie
jessop jewell jewitt jeyaraj jha jhun jhunel jhunjhunwala jia jian jibril jide jideofor jigna jignesh jihad jijo jill jillian jim jimenez
jimmy jincy jing jiri jissy jitendra jiwoo jo joachim joan joanna joanne joao joaquim jobling jobson jocasta jocelyn jock jodie joe joel
joey joglekar johal johansson john johnny johns johnson johnston johnstone jolanta jolaoso jolley jolliffe jolly jomar jomon jon jonah
jonalyn jonathan jones jonny jono jopling jordan jorge jose josefa josefina joseph josephine josh joshi joshua josie jovencio jovita
jowett joy joyce joyner juan juana juanito judd jude judith judy jukes julia julian julie juliet julieta julius juma jumoke jun junaid
june jung junior junjun jurgen justin justine juvy jyoti jyotsna kabiru kaczmarek kadam kai kaiden kailash kajal kala kalavati kaliamma
kalinowski kalpana kalsi kalu kalyani kamal kamala kamalam kamara kamath kamau kamble kamil kamini kaminski kamla kamran kanagaraj kanayo
kanchan kandasamy kane kaneez kang kannan kanor kanta kantabai kapadia kapil kaplan kapoor kapur kapwepwe kara karan karen kargbo karim
karima karimi kariuki karki karl karmakar karol karolina karthik karthika karthikeyan kartik karunakaran karuppasamy kashif kashinath
kashish kasthuri katarzyna kate katerina kateryna katherine kathiravan kathleen kathryn kathy katie katigbak katrina katy katya kaur
kausalya kauser kaushal kaushik kavanagh kaveh kavita kavitha kay kaya kayleigh kayode kazi kazimierz kazuo keady kealy keane kearney
kearns keating keats keaveney keeble keegan keeley keeling keenan keene kehinde kehoe keighley keiko keillor keily keir keira keith
kelechi kelleher kellett kelliher kelly kelsall kelvin kemal kemi kemp kempton ken kendall kendra kendrick kenji kenna kenneally kennedy
kennelly kenneth kenny kent kenworthy kenyon keogh keohane kerensa kerins kerr kerrigan kerry kershaw keshav ketan ketley kettlewell kev
kevin keyes keyworth khadija khadijah khadka khadra khaled khalid khalida khalil khan khandelwal khanh khanna khatoon khatri khatun khin
khoury khumalo khurram khurshid kian kidd kidman kiely kieran kierans kilbride kilburn kilcoyne kilduff kilgallon kilgour kilian kilic
kilkenny killeen killoran kilpatrick kilroy kim kimani kimber kimberley kinch king kingsley kingston kinnane kinsella kinsey kiprop kiran
kirby kirit kirk kirkbride kirkham kirkpatrick kirkwood kirpal kirrane kirsten kirsty kirwan kishan kishanlal kishore kishwar kit
kitchener kitching kitty klaus klein knapp knapton kneale knight knowles knox kofi kohli koirala kojo kokila kola kolade kolawole komal
korkmaz koroma kosi kosisochukwu kostas kovac kovacs kovalenko kowalczyk kowalski kozak kozlowski krawczyk kripa krish krishna
krishnamoorthy krishnamurthy krishnan krishnaveni kruger krystian krystyna krzysztof ksenia kubiak kucharski kudakwashe kudzai kulbir
kuldeep kulkarni kulsoom kulwant kulwinder kumar kumaran kumaraswamy kumari kunal kunjamma kunjumol kunle kuppusamy kuriakose kurian kurt
kuruvilla kusum kuti kwabena kwadwo kwaku kwame kwan kwasi kweku kwiatkowski kwok kyle kylie kynaston kyriacos kyriacou lacey lachlan
lacson lacy ladi ladipo lafferty lagdameo lagman lai laidlaw laila laing laird lake lakshman lakshmanan lakshmi lakshmikutty lal lalit
lalita lalitha lally lalor lam lama lamb lambert lamberto lamia lamont lampard lan lana lancaster lance lancelot landau landers lane lang
langdon langford langham langley langton lanigan lanre laoise lara lardner large larisa larkin larry lars larsen larwood lasairfhiona
lascelles lata latha latham lathom latif latifa latimer lau lauder laughton laura laurel lauren laurence laurentiu lavelle laverick
laverty lavinia law lawal lawler lawless lawlor lawrence lawson lawton laxman laxmi laycock layla layton lazaro lazarus le leach
leadbetter leadbitter leah leahy leandro leanne leary leask leathem leatherbarrow leavy lech leddy ledesma ledger lee leech leela leelamma
leelavati leeming lees lefebvre legaspi legge leggett lehane lei leigh leighton leila leitch lekan lekha len lena lenihan lennon lennox
lenny leo leon leonard leonida leonor leonora leopold lerato leroy lesley leslie lester leszek leticia letitia lettie letts leung leveson
levi levington lewandowski lewin lewis lexi liam liang liban libby librada liesel ligaya lightbown lightfoot lijuan lila lilia lilian
lilias lilley lillian lilly lillywhite lily lim limbu lin lina lincoln linda lindley lindqvist lindsay lindsey linehan lineker ling
lingard linh linnell linton linu linus linval lionel lis lisa lister litherland lito little littlewood liu livesey livingstone liviu
liwanag liwayway liz lizzie llewellyn llewelyn llinos lloyd lo locke lockett lockhart lockley lockwood locsin lodge lofthouse loftus logan
loganathan lohan loida lois loizou lokesh lola lolade lolita lomas lombardi lonergan long longbottom longden longhurst longstaff longworth
lonsdale looney lopes lopez lorcan lord lorenzo loretta lorna lorraine lottie lou louella loughlin loughnane loughran louis louisa louise
lourdes lovatt love loveday lovelace lovell lovett lowden lowe lowndes lowri lowry lowther loxley lozano lu lualhati lubna luca lucas
lucero lucey lucia lucian luciano lucila lucille lucinda luckhurst lucretia lucy lucyna luddington ludlow ludmila ludwig luella luigi luis
lukas lukasz luke lumabao lumb lumbao lumley luna lund luningning lunn luo lupton lupu luscombe luther luz luzviminda ly lyall lydia lydon
lyn lynam lynch lynda lyndon lyne lynette lyng lynn lynne lyon lyons lyster lyttle lyudmila ma mabbott mabel mabini mable mabli macapagal
macaraeg macaulay macdara macdonald macfarlane macgregor machado machin maciej maciejewski macinnes macintyre mackay macken mackenzie
mackey mackie mackinnon mackintosh maclean maclennan macleod macmillan macpherson macrae madan madden maddie maddison maddocks maddox
madeleine madge madhav madhavan madhu madhukar madhuri madigan madison madrigal maduka maeve magar magbanua magda magdalena magee maggie
magno mags magsaysay maguire maha mahajan mahal mahalakshmi mahama mahdi mahendra maher mahesh maheswari mahmood mahmoud mahmud mahnaz
mahon mahoney mahony mahsa mai maikano maina mainwaring mair maire mairead mairi mairin mairo maisie majed majekodunmi major majumdar mak
makepeace makhan makin makinde maksim mala malabanan malachi malachy malathi malcolm maldon malgorzata malhotra maliha malik malini
malinowski mallett malley mallika mallinson malloy malone maloney maltby malti mamie manal manalastas manalo manav mancini mandeep mander
mandy manfred mangal mangan mangubat mani manickam manik manikandan manimegalai manish manisha manjit manju manjula manlapaz manley
manmohan mann mannering manning mannion mannix manoj manole manolo manorama mansell mansfield mansi mansoor mansour manuel manuela
maolsheachlainn maqsood maranan marasigan marc marcelino marcelo marcia marcin marco marcus marek margaret margarethe margarida margery
margo margot marguerite maria mariam mariamma marian marianne mariano maribel maricar maricel maricon maricris marie mariella marigold
marilou marilyn marin marina marino mario marion marites marius mariusz marivic mariyamma marjorie mark markey markham marland marlene
marley marlon marlow marmaduke marni maroulla marples marques marquez marr marriott marsden marsh marshall marsland marston marta martha
martin martindale martinez martins martyn maruti marva marvin marwa marwan marwood mary maryam maryum marzena masih maskell mason masood
massey massimo masters masterson matapang matei mateusz mathai mather mathers matheson mathew mathews mathieson mathur matilda matkin
matlock matt matthew matthews matthias maud maude maudsley maughan maunder maureen maurice mauro mavis mawson mawuli max maximilian maxine
maxwell may maya maybury mayer mayhew maynard mayne mayo maz mazhar mazur mbah mbeki mcadam mcallister mcalpine mcandrew mcardle mcateer
mcauley mcavoy mcbride mccabe mccafferty mccaffrey mccall mccallum mccann mccarron mccartan mccarthy mccartney mcclelland mcclure
mccluskey mcconnell mccormack mccormick mccourt mccoy mccracken mccready mccrory mccullagh mcculloch mccullough mccusker mcdade mcdaid
mcdermott mcdonagh mcdonald mcdonnell mcdougall mcdowell mcelroy mcevoy mcewan mcfadden mcfarland mcfarlane mcgahan mcgann mcgarry mcgee
mcgeown mcgettigan mcghee mcgill mcginley mcginn mcginty mcgonagle mcgovern mcgowan mcgrath mcgreal mcgregor mcguigan mcguinness mcguire
mchale mchugh mcilroy mcilwaine mcinerney mcinnes mcintosh mcintyre mckay mckean mckee mckeever mckenna mckenzie mckeon mckeown mckernan
mckillop mckinley mckinney mckinnon mclaren mclaughlin mclean mcleod mcloughlin mcmahon mcmanus mcmaster mcmenamin mcmillan mcmullan
mcmullen mcnab mcnally mcnamara mcnamee mcnaught mcneil mcneill mcnicholas mcnulty mcparland mcphail mcphee mcpherson mcquade mcquaid
mcqueen mcquillan mcrae mcshane mcsherry mcsorley mcsweeney mctaggart mcveigh mcvey mcwilliams meabh meachin meadowcroft meadows meagher
meakin mealing meaney meany mears medalla medcalf medina meehan meena meenakshi meenakshisundaram meenatchi meera megan megha meghwal
megson mehdi mehmet mehmood mehra mehrdad mehreen mehrotra mehta mehul mei meiling meirion mel melanie melchor melchora melia melinda
melissa mellett melling mellish mellor melody melrose melville melvin melvyn memon memoona mendes mendez mendoza menna menon mensah
menzies mercado mercedes mercer mercy meredith merle merlin merlita merrick merrill merriman merritt mervyn meryem mescall mesfin metcalf
metcalfe metin meyer meyrick mfon mia miah michael michaelides michal michalak micheal michelle michiko mick micklethwaite middleton
midgley miguel mihaela mihai mike mikhail mikolaj mikolajczyk mila milagros milan milburn mildred miles milind millar millard miller
millett millican millicent millie milligan millington mills millward milly milne milner milnes milo milos milton milward mimi mina minal
ming minh minji minnie minogue mir mira mirabel miraflores miranda mircea mirela miriam miroslaw mirza mishra misra mistry misty mitchell
mitchinson mitesh mitra mo modi modupe moffat moffatt mohamed mohammad mohammed mohamud mohan mohanan mohandas mohanlal mohanty mohideen
mohini mohit mohsen moideen moin moira mojisola mokoena moldovan molefe molina mollie molloy molly moloney molony molyneux mona monaghan
moncrieff mondragon mongan monica monika monk monks monsurat montague monteiro montemayor montgomery moody mooney moorcroft moore
moorhouse moradi morag morales moran moray mordaunt mordecai moreau moreira moreland morenike moreno moreton moretti morfydd morgan
morgans moriarty morley morrell morris morrison morrissey morrow mortimer mortlock morton morven morwenna moseley moses mosley moss mossie
mosun mottershead mottram mould moulton mounir mounsey mousavi mowbray moxon moyes moylan moynihan moyo mridula mroz mthembu mubarak
mubashir mudassar mugabe muggeridge mughal muhammad muir muireann muiris mukesh mukherjee mukhopadhyay mukta mulcahy muldoon mulenga
mulgrew mulhall mulholland mulkerrin mullan mullane mullarkey mullen muller mulligan mullins mulqueen mulrooney mulroy mulryan mulvaney
mulvey mulvihill mumford mumtaz munashe muncaster munir munira munro munshi munteanu murat murchison murdo murdoch murgatroyd muriel
murnane murphy murray murtagh murtaza murthy murty murugan muruganandam murugesan musa musarat musgrave mushtaq mustafa mustapha mustoe
mutasa muthoni muthu muthukumar muthulakshmi muthusamy muzenda mwale mwangi mya myatt myers myfanwy mykola myra myrna myrtle nabeela nabil
nada nadar nadeem nadia nadine naeem nafisa nagalakshmi nagarajan nagesh naglaa nagle nagpal nagra nagy nahar naheed naidoo naidu naik
naila naina nair nairn najat najma nalini nallathambi nally nambiar namboothiri namdeo namita nan nana nance nancy nanda nandini nangle
nanjamma nansi naoko naomi napier narang narayan narayanan narayanaswamy narciso naren narendra naresh narinder nartey narula naseem
naseer nash nasim nasir nasiru nasreen nasrin nasser nat natalia natalie natalya natarajan natasha nath nathan nathaniel natividad natwar
naughten naughton navarro naveed naveen navid navin navjot nawal nawaz naylor nazario nazia nazir nazma ncube ndaba ndiaye ndidi ndlovu
ndubuisi nduka neagle neal neale nealon neary neasa neave needham neel neela neelakantan neelam neeraj neeru neeson neeta neha neil neill
nelia nell nellie nelson nena nenita nepomuceno nerys nesbit nesbitt nessa nesta nestor nettie nev neville newall newbold newbury newcombe
newell newland newlands newman newsham newsome newton neylon ng nga ngige ngo ngoc ngozi nguyen nguyet nhung nia niall niamh nicanor
nicholas nicholl nicholls nichols nicholson nick nickson nicky nicol nicola nicolae nicolaou nicolas nicole nidhi nielsen nieves nigel
nighat nightingale niharika nikhil nikita nikola nikolai nila nilam nilesh niloufar nilsson nimco nimisha nimmy nina ninian niranjan nirav
nirmal nirmala nisbet nisha nishant nistor nita nitin nitya niven nixon nizam njeri njoku nkechi nkem nkiru nkiruka nkosi nkrumah nnamani
nnamdi nneka nnenna noah noakes noble noel noeleen noelle noirin nokuthula nolan nomsa nomvula nonie nonoy nonso noon noonan noor nora
norah norberto norbury noreen norgate norm norma norman normoyle norris north northcott norton norwood nosa nosheen nosipho nour novak
novelyn novlette nowak nowakowski nowicki nuala nugent nunes nunn nuno nunzio nurhan nusrat nutt nuttall nwabueze nwachukwu nwafor nwamaka
nwankwo nwosu nyambura nyamekye nyaradzo nyasha nyhan nyirenda oakden oakes oakley oana oates obadiah obafemi obasanjo obasi obeng oberoi
obi obinna obioma obiora obrien obyrne ocallaghan ocampo ocheche ochieng oconnell oconnor oconor octavia octavian odea odell odette
odhiambo odhran odili odoi odonnell odonoghue odonovan odowd odriscoll odunayo oduya odwyer ofarrell offord oflaherty oflynn ofori ogara
ogbonna ogden oge ogechi ogilvie ogilvy ogonna ogorman ograady ograd ogrady ogunbanjo ogundele ogundipe ogunleye ogunsanya ohagan
ohalloran ohanlon ohara ohare ohehir oisin ojha ojo okafor okane oke okechukwu okeefe okeeffe okeke okelly okeowo okereke okey okoli
okolie okon okonjo okonkwo okorie okoro okoye okpara oksana okwuosa ola olabisi olabode oladapo oladele oladimeji oladipo olaf olaide
olajide olamide olan olaniyan olanrewaju olatunde olatunji olaughlin olawale olayemi olayinka oldfield oldham oldroyd oleary oleksandr
olena olga oliphant olivares olive oliveira oliver olivia oliyide ollerenshaw ollie olowu olsen olson olszewski olu olubukola olubunmi
oluchi oludare olufemi olufunke olufunmilayo olukayode olumide oluremi olusegun oluseun olusola oluwadamilola oluwafemi oluwaseun
oluwaseyi oluwatobi oluwatosin oluwole olwen om omahony omaima omalley omana omar omeara omobolanle omolara omondi omotayo omotola
omprakash oneill ong ongkiko onome onuoha onwuka onyango onyeama onyeka onyekachi onyinye oonagh opal opara openshaw opeyemi ophelia ople
opoku oprea oram orchard oregan oreilly oreoluwa oriordan orji orla orlaith ormerod ormond ormsby ororke orosa orourke orr ortega ortiz
orton orville orwell osagie osama osaze osbert osborn osborne oscar osei oshaughnessy oshea osian osinbajo osita osman osmond ostrowski
osullivan oswald oswin oti otieno otis otoole otto otway ouseph outram overton ovidiu owain owen owens owusu oxley oyedepo oyekan oyelaran
oyelowo oyeniyi oyewole oyin oyinkansola oyinlola ozdemir ozlem ozturk pablo pacheco paciencia pacita packard packham packie padden paddy
padgett padilla padma padmanabha padmanabhan padmavathi padmini padraic padraig padraigin page paget paglinawan pai paige paine painter
paisley pakenham pal palani palaniappan palanisamy palesa palfrey pallavi palliser palmer pam pamela panashe panayiota panayiotis panchal
panchali pandey pandit pandya panesar pang panganiban pangilinan pankaj pankajam pankhurst panlilio pansy paolo papadopoulos papworth
param parameswaran paramjit paras parekh paresh parfitt pargeter parikh parisa park parker parkes parkin parkinson parks parmar parmenter
parminder parmley parnell parr parrish parrott parry parsons parthasarathy partington partridge parul parvathi parvathy parvati parveen
parviz pascall pascoe pascual pascuala pasquale pastora pat patchett patel paterno paterson pathak patience patil paton patricia patricio
patrick patryk patsy patterson pattinson pattison patty paul paula pauline paulo pavan pavel pavithra pavlou pawan pawar pawel pawlak
pawlowski paxton payne paynter paz peace peach peacock peadar pearce pearcy pearl pears pearse pearson peart peckham pedley pedro peebles
peel peg pegg peggy peig pelham pell pemberton pender pendlebury pendleton penelope penfold pengelly penhaligon penn pennington penny
penrose pepper peralta percival percy peregrine pereira perera perez perfecta perkin perkins perks perla perpetua perrin perrott perry
persaud perumal petch pete peter peters petersen peterson petherbridge petit petra petrie petronella petrov petrova petru pettigrew pettit
petula peverell pham phan phelan phelps phil philip philippa philips phillip phillips philly philomena philomina philpott phineas phipps
phiri phoebe phoenix phulwati phuong phyllis pichai pickard pickering pickersgill pickett pickford pickles pickup picton pierce pierre
piers pietrzak pigg piggott pigott pike pilapil pilar pilgrim pilkington pillai pilling pimlott pinder pineda ping pinkerton pinnock pinto
piotr piotrowski pip piper pippa pitcher pitman pitt piyush platt platts plowman plumb plummer plunkett pocock poland polat polglase
pollard pollitt pollock polly ponce ponciano ponnamma ponnusamy ponsonby pooja poole poonam popa pope popescu popov popovici poppy
porfirio porteous porter postlethwaite potenciana potter pottinger potts poudel poulson poulter poulton povey powell power powers pownall
prabha prabhakar prabhakaran prabhavati prabhu pradeep pradhan pragna prajapati prakash pramila pramod pranav pranay prasad prashant
pratap pratibha pratik pratt praveen pravin preciosa precious preece preet preethi preeti prem prema prendergast prendiville prentice
prescott presley pressley preston pretorius price priddy pride pridmore priestley primitivo primrose prince prior priscilla pritchard
prithvi priti priya priyanka probert procter proctor proinsias prosser protheroe proudfoot prout prowse prudence prunella pryce pryor
prytherch przemyslaw pugh puja pujan pujari pullen pullman pulman punzalan purcell purdie purdy purewal puri purificacion purnell purohit
purtill purushothaman purves purvis pushpa putnam pybus pycroft pye pyke pym qadir qasim qiang quang quansah quartey quaye quayle queally
queenie quentin quiambao quigley quijano quill quilter quilty quimpo quimson quinlan quinlivan quinn quintos quirino quirk quirke quizon
quratulain qureshi rabbitte rabia rachael rachel rachna rackham radcliffe radford radha radhakrishnan radhika radley radu rae raeburn
rafael rafferty rafiq raghav raghavan raghu raghunath rahat raheel raheem rahim rahimi rahman rahmani rahmat rahul rai raihana raina raine
rainford raistrick raj raja rajagopal rajalakshmi rajamani rajamma rajan rajat rajeev rajendra rajendran rajesh rajeswari rajinder rajiv
rajnath rajni rajnish rajput raju rakesh raleigh ralph ralston raluca ram rama ramachandran ramakrishna ramakrishnan ramalingam
ramamoorthy raman ramanathan ramasamy ramaswamy ramchandra ramdeen ramesh rameshwar rami ramil ramila ramirez ramkali ramnik ramon ramona
ramos ramsaran ramsay ramsbottom ramsden ramsey rana randall randhawa randle randolph ranganathan rangasamy rani rania ranjan ranjana
ranjit rankin rankine ransome rao raphael raquel rasha rasheed rasheedah rasheedat rashid rashida rashmi rasik ratcliffe rathbone rathod
rathore ratna rattigan rauf raul raut ravenscroft ravi ravinder ravindra ravindran rawal rawat rawcliffe rawlings rawlinson rawson ray
raymond raymundo rayner raynor raza razia razvan read reade reader reardon rebecca rebekah reddan reddington reddy redfern redgrave
redhead redman redmond redpath reece reed reem reema reena rees reeve reeves reg regan reggie reginald regmi rehana rehman reid reidy
reilly reinhard reji rekha relph remedios remi remigio renate renato rendell rene renee rennie renshaw renton renu renuka renwick resham
reshma resurreccion retallick reuben revell rex reyes reynaldo reynalyn reynolds reza rhian rhiannon rhoda rhodes rhodora rhodri rhona
rhys ria riain riaz ribeiro ricardo ricci rice rich richard richards richardson richmond richter rick rickard ricketts ricky riddell rider
ridgway ridley ridsdale riffat rigby rigg riggs riley rilwan rima rimmer rintoul riordan ripley ripon rishi risikat rita ritchie ritesh
ritu river rivera rivers rixon riya rizal rizalina rizvi rizwan rizzo roach rob robb robbie robbins robert roberta roberto roberts
robertson robin robinson robles robson robyn rocco rocha roche rochford rocio rod rodden roddy rodel roden roderick rodger rodgers rodney
rodolfo rodrigo rodrigues rodriguez rodwell roe roebuck rogelio roger rogers rogerson rohan rohini rohit roisin rojas roland rolando rolf
rolfe rollins rollinson romano romeo romero romney romualdo romulo ron ronald ronan ronayne ronke ronnie rooney roopa ropafadzo roper
roque rory rosa rosales rosalie rosalind rosalinda rosamund rosaria rosario roscoe rose rosemary rosetta rosewell roshan roshni rosie
rosina roskilly ross rossi rossiter rostami rostron rothwell rotimi rourke routledge rowan rowbotham rowbottom rowe rowell rowena rowland
rowlands rowley rowlinson rowntree rowsome roxana roxanne roxas roxburgh roy roya royle royston ruadhan ruairi ruane ruaridh ruben rubilyn
rubina rubio ruby rudd ruddock rudge rudo rudolph ruel rufina rufus ruiz rukhsana rukhsar rukmani rukmini rumbidzai rupa rupal rupert
rupinder rush rushton rushworth russell russo rustomji rusu ruth rutherford rutkowski rutland rutledge rutter ruttledge rutvik ruvimbo
ryan ryder rylands rymer ryszard saad sabah sabangan sabharwal sabiha sabina sabine sabir sabrina sachdeva sachiko sachin sackey sadaf
sadasivan sade sadhana sadhbh sadia sadie sadiq sadler saeed safia safiya safiyya sagal sagar sage sahar sahil sahin sahni sahoo sahota
sahra sailesh saima saini saji sajid sajida sakharam sakthivel salami salazar saleem saleh salem salim salisbury salisu salkeld sallis
sally salma salman salmon salonga salt salter salthouse saltmarsh salvacion salvatore sam samant samantha samar sambasivan sameena sami
samia samina samir samira sammon sampson samra samson samuel samuels sana sanaz sanchez sandeep sanders sanderson sandford sandham sandhu
sandhya sandiford sandip sandra sandro sands sandu sandy sangeeta sangha sanghera sangita sangster sani sania sanjay sanjeev sanjiv
sankaran sankey sanni santhamma santhosh santiago santoro santos santosh saoirse saqib sara saradha sarah saramma saraswathi saraswati
saravanan sarbjit sarfraz sargeant sargent sarita sarkar sarmiento saroj sarojini sarpong sarwar sasikala sastry sathe satheesan satish
satnam sato satpal satterthwaite saturnino satwinder satyanarayan saul saunders saurabh savage savile saville savita savithri savitri
savva sawant sawbridge sawicki sawyer saxby saxena saxon saxton sayer sayers scaife scally scanlan scanlon scannell scarborough scarlett
schafer schmidt schneider schofield scholes schroder schulz schwarz scollay scothern scott scotton scrivener scully seabrook seaghan
seagrave seamus sean searle seaton sebastian sebastiana seddon sedgwick seema seetha sefton segun segundina sejal selam selby selin selina
selkirk sellars sellers selorm selvam selvaraj selvi selwyn semple sen senait senam senan sengupta senior senthil seojun seosamh sepideh
septimus serafin seraphina sergei sergio serkan serrano sesay seshadri seth sethi seun severino sevgi sevilla sewell sexton seyi seymour
shabana shabbir shabnam shackleton shade shadi shadwell shafiq shagufta shah shahbaz shaheen shahid shahida shahnaz shahram shahzad shaikh
shaila shailaja shailesh shaista shaji shakeel shakespeare shakil shakuntala shalini shamim shamima shamiso shams shamshad shanahan shand
shane shanice shankar shanks shanmugam shannon shanta shantabai shanthamma shanthi shanti shantilal shapcott sharad sharada sharif sharkey
sharma sharman sharmila sharon sharp sharpe sharples shashi shashikala shastri shaughnessy shaun shauna shaw shawcross shay shaz shazia
shea sheahan sheamus shearer sheeba sheedy sheehan sheehy sheela sheen sheena sheeran sheetal shehu sheikh sheila shekhawat shelagh
sheldon shelley shelton shen shenbagam shenoy shenton shepherd sheppard shepperd sher shergill sheridan sherif sherlock sherman sherpa
sherratt sherriff sherrington sherry sherwin sherwood sheryl sheth shetty shevchenko shevlin shibu shields shikha shillito shilpa shinde
shiny shipley shipman shireen shirin shirley shiv shiva shivaji shivakumar shoaib shobha shobhana shoesmith shola shona shorrocks short
shrestha shreya shrivastava shruti shu shubham shufflebottom shukla shumaila shuttleworth shweta shyam shyamala shyamlal sian siavash
sibanda sibel sibusiso sid siddall siddharth siddiqui siddons sidebottom sidhu sidney sidra sidwell siegfried sienna sigrid sikand sikiru
sikora silas silcock sile sillitoe silva silvana silvester silvia sim simba simbiat simcock simcox simeon simi simisola simkins simmonds
simmons simms simon simone simons simpkin simpson sims sinagtala sinclair sinead singh singhal singleton sinha sinnott siobhain siobhan
sioned sipho sison sita sitabai sitaram siu sivakumar sivaraman sixto skeggs skelton skerritt skidmore skillen skinner skipper sky skye
slack slade slater slattery slaven slawomir slevin sloan slobodan slocombe smale small smallwood smart smeaton smedley smellie smethurst
smillie smita smith smithers smithies smithson smithwick smyth smythe snape sneha snell snelling snow snowden snowdon snyder soames soares
sobczak sobia socorro sodhi sofia sojan sola solanki soledad solomon soma somasundaram somers somerset somerville somto somtochukwu sonal
sonali sonawane soni sonia sonny sood soojin soomro sophia sophie soraya sorcha soren sorensen soriano sorin soteroulla sotiris souad
sousa southall southern southgate southwell southworth souza sow sowerby soyinka spalding sparks sparrow speakman spears speight spence
spencer spicer spiers spillane spink spinks spooner spratt springer sproat spurgeon spyros squire squires sreedharan sreekumar sreelatha
sridevi sridhar srinivas srinivasan srivastava stacey stack stafford stainton staley stallard stan stanbury stanciu standish stanfield
stanford stanhope staniforth stanislaw stanislawa stanley stannard stansfield stanton stapleton stark starkey starkie statham staunton
staveley stavros stavrou steadman stebbings steel steele steers stefan stefania stelios stella stenhouse stenson steph stephanie stephen
stephens stephenson stepien sterling steve steven stevens stevenson steward stewart stinson stirling stock stockdale stockley stockton
stoddard stoddart stoica stoker stokes stokoe stone storer storey storr stott stowell strachan strang strangeways stratton street streeter
stretton strickland stringer strong stroud struan stuart stubbings stubbs studd sturgess sturrock styles suad suarez subbaiah subbulakshmi
subedi subhash subramaniam subramanian sucheta sudbury sudha sudhir sue sugden sugrue sujata sujin sukhbir sukhdev sukhjit sukhwinder
sukumaran sulabha sulaiman sule suleiman suleman sullivan sulochana sultana sumaira suman sumera sumitra summer summerfield summers sumner
sumulong sun sundar sundaram sundararajan sundari sunday sunderland suneeta sunil sunita sunkanmi sunny sunu suraj surekha surendra suresh
suri surinder surjit surraya surtees surya suryakant susan susana susanna susannah suseela susheela sushil sushila sushma susie sutcliffe
sutherland sutton suzanne suzie suzuki sven svetlana swain swales swaminathan swan swann swanson swapna swaran swati sweeney sweeting
swift swinburne swindells swinton swire swords sy sybil sydney syed sykes sylvester sylvia symes symonds symons szabo szczepanski szewczyk
szulc szymanska szymanski szymon taaffe tabassum tabitha tabuena tade tadesse tadeusz tadhg tafadzwa taggart tagle tahir tahira tait taiwo
takashi talat talbot talfryn talha taliesin tallentire tallulah talwar tamang tamar tamara tammy tamsin tamuno tan tanaka tandon tang
tangney tankard tanner tansey tansley tanveer tanvi tanvir tanya tao tapiwa taqi tara tarek tariq tarlochan tarpey tarquin tarrant tarun
tasker tasleem taslima tasneem tate tatenda tatiana tatjana tattersall tatton tauseef taverner taylor tayo tayyab tayyaba teague teasdale
tebbutt tebogo ted teddie teddy tegan tegwen tehrani teifion teixeira tejada tejal tejas telfer telford tembo temi temidayo temilola
temitope tempest temple templeton tendai tennant tennyson teodoro teofila terence teresa teresita terrell terri terry tesfaye tess tessa
tessie tetley tetlow tetteh thabo thacker thackeray thackray thaddeus thakkar thakur thandeka thandiwe thangam thangamani thangavel thanh
thankachan thankamma thankappan thao thapa thara thatcher theaker thein thelma themba theo theodor theodora theodore theodoros theodorou
theodosia theophilus theresa thewlis thi thilagavathi thiruvengadam thistlethwaite thomas thomasson thompson thompstone thomson thora
thorburn thorley thorn thornber thorne thornhill thornley thornton thornycroft thorogood thorpe threlfall threlkeld thrower thu thurgood
thurlow thurston thuy thwaites thynne tia tiago tiamzon tibbs tiburcio tickle tidswell tiernan tierney tiffany tighe tigist tijani tilbury
tilley tillotson tilly tim timbol timmins timmons timms timoney timothy timpson tina tinashe tincy tindale tindall tinsley tipton
titchmarsh titi titilayo titilola titley titterington titus tiwari toal tobechukwu tobi tobias tobin toby tochi todd todhunter toft
toirleach tokunbo tolan toland tolentino tollerton tolley tolu tolulope tom toma tomas tomasz tomaszewski tomi tomkins tomkinson tomlin
tomlinson tommy tompkins tompkinson tonge toni tonks tony toogood toolan toomes toomey tope topham topping toqeer torquil torrance torres
tosin toth tougher toure toussaint tovey towers townend townsend toyin toyosi tracey tracy trafford trainor tran trang tranter traolach
traore trask travers travis treacy treadwell treanor trefor tregenza treharne trelawney trelawny tremayne trent trescothick trev trevelyan
trevithick trevor tricia trimble trinder trinh trinidad tripathi tripp trish tristan tristram trivedi trixie trott trotter troughton troy
trudy trueman truman truong trupti tsang tse tsui tuan tuazon tucker tudor tudur tuffnell tuft tugba tugwell tuite tukaram tuke tulasi
tulip tulloch tully tulsi tumelty tumulak tunde tunji tunnicliffe tunstall tuohy turay turnbull turner turpin turton tuttle tuyet tweddle
tweed tweedie tweedy twelvetrees twigg twining twist twite twohig twomey tyldesley tyler tynan tyndall tyrell tyrer tyrone tyrrell tyson
ubah ubong uche uchechukwu uchendu uchenna uday uddin udo udoh udoka udom uduak ufuoma ugbede ugo ugochi ugochukwu ugonna ugwu ujjwal
ukpong ullah ulric ulrich ultan uma umar umaru umberto umeh umer umesh umoh una underhill underwood ungureanu uniacke unnikrishnan
unsworth unwin upadhyay upendra upham uphill upshall upton urban urbano urbina urmila urquhart ursula urszula urwin usha ushaben usharani
usman utibe utley utpal uttley uwaifo uwe uwem uzma uzo uzodinma uzoma vaclav vadivelu vaidehi vaidya vaidyanathan vaishali val valda
valderama valdez valencia valentin valentine valenzuela valeriano valerie vallance valliammal valmai vanaja vance vandana vandermerwe
vanessa vargas varghese varilly varley varma varsha varun vasant vasanth vasantha vasanthakumari vasanthi vasco vashti vasile vasquez
vasudevan vasudha vasundhara vaughan vaux veena velarde velasco vellaisamy velmurugan velu venables venkat venkatachalam venkataraman
venkataramanan venkatesan venkatesh venn venner ventress ventura venugopal vera vergara verity verma verna vernon verona veronica verrall
vibha vic vicente vickerman vickers vickerstaff vicky victor victoria victorino vidal vidya vieira vijay vijaya vijayakumar vijayalakshmi
vijayan vikas vikram viktor villafuerte villamor villanueva villareal villegas villiers vilma vimal vimala vimlaben vinay vinayak vince
vincent vincenzo vine vineet vinette vinita vinod viola violet viorica vipin vipond vipul viral virata virdee virgil virgilio virginia
vishal vishnu vishwanath visitacion viswanathan vittorio viv vivek vivian vivien vivienne vlad vladimir vo vogel vohra volkov volodymyr
vonnie voss vu vyas vyner waclaw waddell waddilove waddington wade wadham wadhwa wadsworth wael wafa wagh wagner wagstaff wagstaffe wahid
wainman wainwright waite wajid wakefield wakeham wakelin wakeling wakeman walcott walczak waldemar walden waldram waldron wale walford
walid walkden walker walkington wall wallace wallbank waller wallis walls wallwork wally walmsley walpole walsh walshaw walshe walt walter
walters walton wambui wanda wandsworth wang wangari wanjiku wanjiru wanless waqar waqas warbrick warburton ward wardell wardle wardman
wardrop wareham wareing warham warhurst waring warner warr warren warrender warrilow warrington warsame warsi warwick waseem wasey
washbrook washington wasim wasiu wass watanabe waterfield waterhouse waterman waters waterson watford wathen watkins watkinson watling
watmough watson watt wattam watters watts waugh wayne weatherall weatherby weatherill weathers weaver webb webber weber webley webster
wedderburn wedgwood weedon wei weightman weiming weir welbourne welby welch weldon wellington wellman wellock wells welsh wemimo wenda
wendy wenham wenlock wensley wentworth werner wesley west westall westaway westbrook westbury westcott westerman westgate westhead
westlake westley westmoreland westoby weston westwood wetherby weymouth whalan whalley wharton whatley whatmough wheatcroft wheatley
wheeldon wheeler whelan whelehan wherry whipp whiston whitaker whitbread whitcombe white whiteford whitehead whitehouse whitehurst
whiteley whiteman whiteside whitestone whitfield whitham whiting whitlam whitley whitlock whitmarsh whitmore whitney whittaker whittam
whittingstall whittington whittle whitton whitty whitwell whitworth whyte wickens wickham wicks widdop widdows widdowson wieczorek wieslaw
wieslawa wigan wiggins wigginton wigglesworth wightman wigley wilberforce wilbraham wilbur wilcock wilcocks wilcox wilcoxson wild wilde
wilding wildman wilf wilford wilfred wilfredo wilhelm wilhelmina wilkes wilkie wilkin wilkins wilkinson will willan willard willcocks
willcox willets willetts willey william williams williamson willie willingham willis willmott willoughby willow willox wills willshaw
willson wilma wilmot wilmott wilmslow wilshaw wilson wilton wiltshire win winchester winder windle windsor winfield wingate wingfield
winifred winkley winn winner winnie winona winship winskill winslow winsome winstanley winston winstone winter winterbottom winterburn
winters wintle winward wise wiseman wishart wisniewski witham witherington withers withington witkowski witts wladyslaw wojciech
wojciechowski wojcik wolf wolfendale wolfenden wolfgang wolstencroft wolstenholme wolverson womersley wong wood woodall woodbridge
woodburn woodcock woodford woodgate woodhall woodham woodhead woodhouse woodland woodley woodman woodrow woodruff woodruffe woods
woodthorpe woodville woodward wooldridge woolf woolfenden woolgar woolhouse woollard woollcott woolley woolnough woolridge woolston
wootten wootton wordsworth workman worley wormald worrall worsfold worsley worth worthing worthington wotton woulfe wozniak wragg wrathall
wray wren wrench wright wrightson wrigley wrobel wroblewski wroe wu wyatt wyborn wycherley wyld wylde wylie wyman wyn wyndham wynford wynn
wynne wysocki xavier xia xiao xiaoling xie ximena xin xu xuan yaa yabut yadav yahaya yakubu yallop yamamoto yambao yan yang yap yaqub
yardley yarnell yarnold yarrow yarwood yash yashoda yashwant yasin yasir yasmeen yasmin yates yaw yeadon yeates yeats yeboah yelena yemi
yemisi yeo yeoman yeomans yesodha yetunde yeung yewande yiannis yildirim yildiz yilmaz ying yinka yip ylagan yogesh yogi yohannes yoko
yolanda yolande yong yoon yorick york yorke youens younas younes young younger youngman youngs younis yousaf youssef yousuf yu yuan yue
yuen yuki yule yulia yunusa yuri yusra yusuf yvette yvonne zac zachariah zachary zack zafar zaheer zahid zahida zahir zahoor zahra zaid
zaidi zain zainab zainabu zajac zaki zakir zalamea zalewski zaman zamora zamzam zanele zapanta zara zawadzki zbigniew zdenek zdzislaw
zeenat zeeshan zeinab zelda zena zenaida zeynep zhang zhao zhen zheng zhi zhou zhu zia zielinski zimmermann zino zita zlatko zodwa zoe
zofia zohra zoran zosima zosimo zoulla zubair zubairu zubeda zulfiqar zulu zungu zygmunt zylinska
"""
_ALSO_WORDS = """
abbey adair addison agu albie alf alsop amber ames angel april art ash ball barber barrett basil bassey bell berry bill birch bird bishop
black blackburn blessing bliss bolton bond bowler bradford bridges bright brook brooks brown buck buckle bull bunty burns bush butcher
butler butt byers caine caley cannon carlisle carol carpenter castle cath cavendish celeste chalk chalmers chandler chaplin charity chase
chelsea cherry chester childs chow clapham cleaver clem clement cliff coburn colbert condon conn cook coombes cope coral costa cotton
court cousins coward cowie crane creed cross crouch crowder crystal curry dada dainty dale dallas daly dancer darlington darwin das dawn
day deacon dean deeks denny derbyshire devon dewi dex dey digby dobbs don donkin dorian dot drew drinkwater durham durrant dyson ebony ed
eden elgin emery england erskine eve everton ewing eyre faith falconer farnham fay fe felicity fellows fern field finch fisher flanders
fleetwood flint flitcroft flood flora florin foley fong foran ford forde foreman forest foster fox franco frank frazer freeborn freeland
french frost furlong gale gamble gammon garth gates geary gell gene gift giles gladwin gleave goldsmith goodall goodchild goodfellow
goodman gorst gosling gower grace granger grant graves gray green greenhill grey gribble grieve grove gudgeon guest gulliver gunn gunter
gus guy hackney hale halford halfpenny hall halstead handley hardy hart hatch havers hawthorne hay haywood hazel head heap heaps heath
heathcote heather hedges heron hetty hewer hickman hill hinton ho hobday hodder hodge hodgkins hogarth holborn holland holly honeyman
honor hood hooper hope horn hornby horner house howitt hunt hunter hyacinth ike inman innes ireland iris ivy iwu jade jan jasmine jay jebb
jewell jolley jolliffe jolly jowett joy joyce jukes jun june junior kay keeble ken kent kettlewell keyes kidd kilburn kinch king kingston
kinsey kirk kit kitty knapp knight kola lacey lacy lai lake lamb lance landau landers lane lang large larry latimer law lawless le lee
legge leggett letts lightbown lily lim lin lincoln ling linnell linus little lo lodge lofthouse lola long longhurst longstaff lord love
loveday lovelace lovell lu lumley luz ly lyn lynam ma mackintosh macmillan maddox madge major makepeace mala mani manley marigold marina
mark marlow marsh mason masters masterson max may meadows meany mears melody melrose menna mercy merlin miles miller mills milton mimi
ming mir misty mo monk moody moore moses moss mould mounsey mowbray myrtle nan nana nat neave nell newbold newcombe newlands neylon ng
nightingale noble noon norm norman north norton norwood nosa nunn nutt oakes olive om ong opal orchard orwell otis outram packard packham
packie page pai paige paine painter pal palmer pang pansy paras park parkinson parks parnell parr parsons pascoe pat patience paz peace
peacock pearl pears peckham peel pegg pelham pell penn penny pepper perks petch phoenix pickett pickles pickup piggott pigott pike pilgrim
pilling pinder ping pinnock pinto pip piper pitcher pitman pitt platt plumb pocock poland ponsonby poole pope poppy porter potter power
powers precious preece preston price pride primrose prince prior proctor proudfoot prowse prudence pryor pullman purdie purtill pyke pym
quill quirk radford raja raleigh ram rana rani ray read reader redhead reed reg revell reyes rice rich rider rigg riggs ripon river rivers
roach rob robin rod roebuck romney rose rosemary rosewell rowan rowntree royston ruby rudd rudge rush sage salmon salt salter sands sandy
savage savile saville sawbridge sawyer saxon sayers scarborough scrivener seabrook sellers sen senior sevilla shade shakespeare shanks
sharma sharman sharp sheen shepherd shiny shoesmith short sillitoe sim singh sixto skinner skipper sky slack slade slater slaven slevin
sloan small smallwood smart smillie smythe snelling snow snowden snowdon soames solomon somers somerset southall southwell sow spalding
sparks sparrow spence spicer spink spinks spratt springer sproat squire squires stack stafford stainton stark starkey steadman steel stock
stone storey storr stratton street streeter strickland strong stubbs styles sue summer summers sun sunday sunderland sunny surtees swan
sweeney sweeting swift swire symes tagle tamar tan tang tankard tanner tansey tao tara tarrant tasker tate taverner ted tempest temple
thackeray thora thorn thorogood thrower thu thurlow tia tibbs tickle tilley tipton toal toft tomlin toogood toomes topham topping tovey
towers trask trent trimble trinder tripp tristram trott trotter trueman truman tuft tuite tuke tulip turner turpin tweed twelvetrees
twining twist una unwin uphill upshall upton urban urwin utley valentine vallance vaux venn ventura verity victor vine viola violet viral
virgil vo voss wade wagstaff waite wakeman walden walford walker wall walls wally walsh ward wareham waring warner waterfield waters
waterson watford watling watt weatherall weaver webley wedgwood weedon weir welby welch wellington wellman wells welsh west westbury
westgate westlake wheeler whipp whitbread white whitehead whiteman whitestone whitney whyte wickham wicks wigan wild will willow wills
wilton wiltshire win winchester windle windsor wingate winner winship winsome winstone winter winters wise wiseman witham wolf wood
woodall woodbridge woodford woodgate woodland woodman woods woolf workman worth worthing wotton wren wrench wright wyld wylde wynn yan yap
yarrow yeo yeoman yip york young younger youngman yule zita
"""

NAMES = frozenset(_NAMES.split())
ALSO_WORDS = frozenset(_ALSO_WORDS.split())  # names in capitals only
