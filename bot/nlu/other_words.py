"""Small words of the languages that our staff grew up with, without accents; none that is common in English, in any spelling of theirs.

They were written down from the languages, not taken from messages: little words that most sentences hold, and words for wanting, being
able, being tired, home, work, night, fear and dying. `tests/nlu/test_language.py` looks which of them the training rows use.
"""

from __future__ import annotations

_POLISH = """
nie sie jestem sa czy mnie juz tak jak bardzo moge mogla moglbym chce chcialabym chcialbym chcialam zeby zyc zycie zycia dzis dzisiaj
jutro wczoraj pracy praca prace pracuje dyzur dyzury dyzurze prosze wszystko wszystkim wszyscy ktos nikt kiedy gdzie dlaczego moj moja
moje moim mojej przy dla bez przez jego jej tego tym tylko tez byc byl byla bylo byli byloby bylam mialam mialem miec boje czuje mysle
wiem domu noc noce nocy nocke sobie soba jeszcze tam teraz potem potrzebuje rozumiem zmeczona zmeczony mozesz moze trzeba dzien dlugo duzo
jednak ktory ktora ktore niz oraz poniewaz znowu zawsze nigdy pacjenta pacjentka pacjentem oddziale oddzial umrzec zabic smierc pomoc
pomocy tabletki tabletek maz meza zona dziecko dzieci strasznie lepiej gorzej kazdy kazdym kazdej zrobie zrobilam zrobilem mowic
powiedziec
"""
_CZECH_SLOVAK = """
jsem jsi jsme jste nechci nechcem chci chcem muzu mozem mohu nemuzu nemozem dnes dneska zitra zajtra vcera prace praci sluzba sluzbu
sluzby byla bylo bolo bol malo sme ste kdyz ked protoze pretoze ale iba neni nie velmi velice vsechno vsetko vsichni nikdo nikto nekdo
niekto domu doma domov nocni nocna rozumim rozumiem unavena unaveny unavenej tady tam teraz jeste este uz neco nieco zadny lidi ludi nebo
alebo jako ako ktery ktora bych mi mnou mne strach zemrit zomriet zabit muz moje muj moj
"""
_SOUTH_SLAVIC = """
nisam smo nije jesam zelim hocu necu mogu nemogu zivjeti ziveti danas sutra jucer juce posao posla smjena smjenu smene bilo bila jako vrlo
sve svi niko nitko netko neko kod kuce kuci kad kada gdje gde zasto jer samo umorna umoran umrijeti umreti ubiti mene meni tebe sestra
sestre bolje vise nista moja moje svaki svaku svake razumijem razumem pitanje
"""
_ROMANIAN = """
nu sa sunt esti este suntem sunteti vreau vrea vroiam poti putea mai foarte fost fiu fie pentru la ce cand unde cine acum azi astazi maine
ieri noapte noaptea nopti tura ture munca lucrez lucrat acasa casa copiii copii sotul sotia mea meu mele mei tau lui ei ele imi iti isi
mie deci daca doar nici nimic nimeni cineva ceva tot toti toate totul asta acesta aceasta asa despre dupa inainte fara prin intre spre
obosita obosit frica mori moara moartea omor inteleg intreb scriu vorbesc vorbi spus zis facut fac bine rau greu ajutor ajuta pacienti
pacientii pacienta pastile saptamana mereu niciodata poate trebuie inca aici acolo gandesc simt stiu
"""
_SPANISH = """
que estoy esta estan estaba estamos soy eres somos fue fueron eran ser estar tengo tienes tiene tenia tenemos quiero quieres quiere queria
puedo puedes puede podia podemos hago hace hacer hecho voy vas vamos ir muy mucho mucha muchos poco nada nadie todo todos toda todas algo
alguien siempre nunca ahora hoy ayer manana noche noches dias semana turno turnos trabajo trabajar casa marido mujer hijos hijo familia
mejor peor porque pero como cuando donde quien cual para por sobre desde hasta entre unos unas mi tu tus su sus ellos eso esto este estos
aqui alli asi tambien tampoco mas menos sola cansada cansado miedo morir morirme muerta muerto vida vivir matarme suicidarme pastillas
ayuda ayudame entiendo siento creo pienso pensando gustaria despues luego antes otra otro otros enfermeras enfermera enfermero pacientes
medicos hablar escribir decir dicho verdad pues aunque entonces volver vuelvo dejar dejo
"""
_PORTUGUESE = """
nao eu estou esta estamos sou somos foi foram eram ser estar tenho tem tinha temos quero queria quer posso pode podia faco fazer feito fiz
vou vai vamos muito muita muitos muitas pouco nada ninguem tudo todos toda todas algo alguem sempre nunca agora hoje ontem amanha noite
noites dias semana turno turnos trabalho trabalhar casa marido mulher filhos filho filha meninos melhor pior porque mas como quando onde
quem qual para por sem sobre desde entre das uns umas meu minha meus minhas teu tua seu sua ele ela eles elas isso isto este aqui assim
tambem ja mais menos sozinha cansada cansado medo morrer morte morta vida viver matar comprimidos ajuda percebo entendo sinto acho penso
gostava gostaria depois antes outra outro outros enfermeira enfermeiro doentes medicos falar escrever dizer disse aguento acabar chefe
correu tou pra voce
"""
_ITALIAN = """
sono sei siamo siete stato stata stati ero erano essere hai abbiamo hanno avevo aveva avere voglio vorrei vuole volevo posso puoi puo
potrei faccio fai fanno fatto vado vai andare molto molta troppo poco niente nulla nessuno tutto tutti tutta tutte qualcosa qualcuno
sempre mai adesso oggi ieri domani notte notti giorno giorni settimana turno turni lavoro lavorare casa marito moglie figli figlio figlia
meglio peggio perche quando dove quale quello quella questo questa questi senza sopra della delle degli dei dalla nel nella nelle sulla
alla agli gli mio mie miei tuo tua suo sua io lui noi loro mi ti ci si vi anche ancora gia piu meno sola stanca stanco paura morire morta
morto vita vivere ammazzarmi uccidermi pastiglie aiuto capisco sento credo penso dopo prima altra altro infermiere infermieri infermiera
pazienti medici parlare scrivere scrivimi detto reparto cosi allora quindi che cosa ce
"""
_FRENCH = """
je j'ai j'en j'aimerais j'avais j'etais j'ecris c'est c'etait n'ai n'en n'est d'un d'une l'ai l'hopital qu'il qu'on m'a s'est suis es est
sommes etes sont etait etaient etais etre ete avoir avez avons avais avait ont veux veut voulais voudrais peux peut pouvais pourrais fais
fait faire vais va allons aller tres trop peu rien personne tout tous toute toutes quelque quelqu'un toujours jamais maintenant
aujourd'hui hier demain nuit nuits jour jours semaine travail travailler boulot maison chez mari femme enfants enfant mieux pire parce que
quand ou qui quoi quel quelle par avec sur dans depuis entre la des du une mes tes sa notre votre vos leur leurs moi toi lui elle nous
vous elles ce cette ces cet ici aussi encore deja moins pas ne seule seul fatiguee crevee peur mourir morte mort vie vivre tuer suicider
comprimes aidez comprends sens crois pense dis rentrer apres avant autre autres infirmiere infirmier soignante medecins parler ecrire dit
mais donc alors comme
"""
_GERMAN = """
ich nicht bist ist sind seid waren gewesen sein habe hab hast haben hatte hatten wollte mochte moechte kann kannst konnte konnen muss
musste mache macht machen gemacht gehe geht gehen ging sehr viel zu wenig nichts niemand niemanden alles etwas jemand immer nie niemals
jetzt heute gestern morgen nacht nachts tage woche wochen schicht dienst nachtdienst arbeit arbeiten hause frau besser schlechter weil
aber und oder wie wenn wann wo wer welche fuer von mit ohne uber ueber seit bis zwischen der das des ein eine einen einem einer mein meine
meinen meiner meinem dein deine ihr ihre wir mich mir dich dir sich uns euch sie es diese dieser hier dort auch noch schon mehr nur allein
mude muede angst sterben tot leben umbringen tabletten hilfe verstehe fuhle fuehle glaube denke denk danach nach vor andere anderen
schwester pfleger patienten arzte aerzte reden schreiben schreib sagen sagt gesagt bitte ja nein nix einfach wieder keine kein keinen
meist furchtbar auf aus beim zum zur vom ihn ihm dass
"""
_DUTCH_NORDIC = """
ik niet zijn heb hebt heeft hebben kunnen moet veel niets niemand alles iemand altijd nooit vandaag gisteren nacht dag dagen dienst werk
werken thuis huis beter omdat maar als wanneer waar wie voor zonder sinds het een mijn jouw haar wij mij jij deze dit hier ook nog meer
alleen dood leven hulp begrijp voel denk geen naar bij jag inte och att det har vill mycket idag igar natt arbete battre utan mitt du vi
aldrig alltid nagon ingen trott radd leva hjalp ikke og jeg meget hjem
"""
_FILIPINO = """
ang ng mga sa ako ko ka aking sakin iyo niya siya sila kami tayo kayo namin natin nila ito iyon yun yung itong hindi wala walang meron
mayroon naman kasi para pero kung kapag pag nang nung noong ba rin daw talaga sobra sobrang gusto gustong ayaw ayoko kaya pwede
puwede dapat ngayon kahapon bukas mamaya gabi araw linggo susunod trabaho bahay uwi umuwi pauwi asawa anak sana siguro mas mabuti pagod
hirap mahirap takot natatakot mamatay patay buhay mabuhay gamot tulong tulungan alam maintindihan intindi sino ano anong saan kailan bakit
paano lahat isa dalawa dalawang tatlo tatlong kulang masaya nahihiya pagkatapos bago habang tuwing dahil nagawa ginawa sinabi opo oo
pasyente doktor dito doon parang muna minsan kahit ulit ni si sina pong akong siyang kong mong dili nako nimo kaayo kapoy karon unsa
ganahan ug og nga gyud lagi pud ti kas awan agyamanak diak
"""
_HINDI = """
hai hain hoon nahi nahin nai mujhe mujhko mera meri humein hamara tum tumhara aap aapka aapko woh wo yeh iska uska unka kya kyun kyon kab
kahan kaun kaise kaisa kitna koi kuch sab sabko bahut bohat bohot thoda zyada aaj kal raat subah shaam hafte abhi phir baad pehle liye ke
ka ko se mein par aur lekin magar agar toh bhi hua hoga hota hoti raha rahi rahe gaya gayi gaye kar karna karta karti kiya kiye karo
karunga karungi dungi dunga lunga lungi leta leti diya dena jaana jaane jaata aana aaya aayi boli bolne bolta baat suna samajh samjha pata
lagta lagti laga chahta chahti chahiye sakta sakti thak thaka thaki gaadi ghar kaam dawai goli goliyan darr sharam jeena jina marna maar
marte zindagi khatam khud jaan madad pati patni bachche bacche insaan sawal apna apni apne saath saamne bina sirf kabhi hamesha
"""
_SOUTH_INDIAN = """
enikku enikk enik njan njaan ente ningal ninakku avan aval avar njangal namukku illa illaa undu und aanu alla vayya venda venam mathi
mathiyayi ellam ellaam ellavarum innu innale nale naale raathri veedu veettil pokan pani kazhinju kazhinjal cheythu parayumo parayam
paranju ariyilla manassilayilla manasilayilla enthu enthaa evide eppol enthinu athu ithu pinne bhayankara valare kshinam maduthu ini
jeevikkan marikkan maranam thonnunnu pedi sahayam naan enakku enaku illai irukku iruku vendam venum ennoda romba innaiku inniku veetukku
velai mudiyala mudiyathu puriyala sollu vaazha saaga saavu bayam nenu naaku naku ledu kaadu undi unnadi chala chaala eeroju repu ninna
intiki ardham bratakalani chavali
"""
_YORUBA_IGBO_HAUSA = """
mo mi ti ni bi ko se wa ati ninu pelu sugbon nitori bawo kini tani nibo nigba gbogbo loni ale oru ise ile oko iyawo awon eyin yin iwo oun
eni nkan jowo beeni rara daadaa pupo gan ju ku ara iku eru sinmi soro maa gbe leyin osu ose nko anyi unu nke ndi ka achoghi acho choro
agwula gwuru taa echi unyaahu mmadu ndu onwu kedu shi ita mu su ba ne ce saboda yau gobe jiya aiki gida miji yara rayuwa mutuwa gaji
taimako yaya yasa sosai
"""
_WELSH = """
dwi dwi'n dydw ddim isio eisiau mae mae'n oedd roedd wedi bod fod yn mewn efo gyda gan dy fy eich eu ein ar ol ond achos pwy ble sut nhw
ni fo o'n i'w i'r a'r o'r heddiw ddoe yfory heno noson nosweithiau wythnos nesa gwaith gweithio adra adre gartref teulu gwr gwraig blino
ofn byw marw lladd helpu deall cwestiwn siarad gwneud wneud cymryd mynd mwy pawb neb rhywun iawn hoffwn hapus plis byddai roeddwn hynny
hyn cleifion cymraeg saesneg
"""
_IRISH = """
taim bhi bhfuil bheadh bim beidh mise tusa seo agus gan leis liom leat orm ort agam nuair cathain cen conas faoi anseo ansin inniu inne
amarach oiche istoiche seachtain seachtaine obair oibre abhaile baile cheile paisti duine duinne gach aon rud nios fearr measa mhaith
tuirseach eagla marbh maireachtail cabhair tuigim thuigim ceist cheist labhairt rinne deanamh dul ag iarraidh smaoineamh ni nach dhiaidh
sula eile arist anois riamh ceart leor dhom feidir sasta thogail duirt dearfainn freisin uafasach
"""
_LITHUANIAN = """
esu yra buvo buti nera ne nebenoriu nenoriu noriu noreciau galiu negaliu reikia turiu neturiu zinau nezinau mane manes tau tave jis jie
mes jus mano tavo kas ko kada kur kodel kaip kad jei nes ir ar arba su prie uz apie iki siandien rytoj vakar naktis nakti naktimis diena
savaite savaites darbas darbo darbe dirbu namo namuose vyras zmona vaikai vaikams geriau blogiau labai daug mazai nieko niekas viskas visi
visiems visada niekada dabar veliau jau tik vel pavargau pavargusi bijau mirti mirtis gyventi gyvenimas nusizudyti tabletes tableciu
padekite pagalba suprantu nesuprantu klausimas klausimo jauciuosi galvoju manau padariau kalbeti pakalbeti angliskai taip prasau zmogumi
zmogus slaugytoja slaugytoju kiekviena pamaina pamainos kartais kalta
"""
_OTHERS = """
bir cok degil var yok icin benim bana istiyorum istemiyorum yorgunum yoruldum bugun artik nem vagyok volt nagyon akarok tudok mert hogy
egy nincs faradt saya tidak aku sudah mau ingin bisa ini dengan untuk tapi karena sangat sekali lagi capek lelah hidup mati kerja malam
rumah sitaki nataka siwezi nimechoka ninataka kazi kesho sana lakini kwa kila kitu kuishi kufa nyumbani usiku wewe yangu waan doonayo
maanta aad iyo laakiin toi khong muon qua va nhung duoc chet nua nuk dua te nje shume sot dhe por se ndiri handidi handichadi ndinoda
ndakaneta ndaneta ndanzwa basa nhasi mangwana nezuro kumba murume mwana vana kufa kurarama chete zvese nezvese asi pane ini isu ndapota
husiku hapana handizivi zvakaoma ngiyafuna ngifuna angifuni angisafuni ngikhathele umsebenzi namuhla kusasa izolo ekhaya kodwa ukuthi
ukufa ukuphila yonke konke kakhulu ngoba angazi abantu abantwana umyeni en ei ole minun haluan jaksa ja etta tanaan paljon
"""

OTHER = frozenset(
    " ".join(
        (
            _POLISH, _CZECH_SLOVAK, _SOUTH_SLAVIC, _ROMANIAN, _SPANISH, _PORTUGUESE, _ITALIAN, _FRENCH, _GERMAN, _DUTCH_NORDIC, _FILIPINO,
            _HINDI, _SOUTH_INDIAN, _YORUBA_IGBO_HAUSA, _WELSH, _IRISH, _LITHUANIAN, _OTHERS,
        )
    ).split()
)  # fmt: skip
