/*! smart-footprint 0.1.0, MIT licence */
import"./chunk-XUM2T25H.js";var n={name:"de",tag:"de",direction:"ltr",words:{"full-stop":".","sentence-separator":" ","widget-chart":"interaktives Diagramm","widget-close":"Schließen","widget-controls":"Steuerung","widget-evidence":"Belege","widget-failed":"Dieses Diagramm kann nicht gezeigt werden: {reason}","widget-failed-core":"Ein eigener Fehler hat es angehalten.","widget-failed-dataset":"Seine Daten enthalten Fehler.","widget-failed-no-context":"Dieser Browser gab ihm keine Zeichenfläche.","widget-failed-no-webassembly":"Dieser Browser führt kein WebAssembly aus.","widget-failed-offline":"Es besteht keine Netzverbindung.","widget-failed-script-missing":"Ein Teil seines Skripts konnte nicht geladen werden; bitte die Seite neu laden.","widget-failed-source":"Seine Daten konnten nicht geladen werden.","widget-failed-wasm-blocked":"Die Sicherheitsregeln dieser Seite lassen es nicht starten.","widget-failed-wasm-broken":"Eine benötigte Datei kam beschädigt an oder gehört zu einer anderen Version.","widget-failed-wasm-missing":"Eine benötigte Datei konnte nicht geladen werden.","widget-loading":"Das Diagramm wird geladen."},text:`und \0 weitere




bis \0







; 
\0.  
\0.  
einem Tag
\0 Tagen
\0er
,















































Datensatz vom \0.
Ende \0
Ereignisse
\0 Ereignis, nicht in diesem Zeitraum: 
\0 Ereignisse, keines in diesem Zeitraum: 
\0 
und ein weiteres Ereignis: 
und \0 weitere Ereignisse: 
\0 weiteres außerhalb dieses Zeitraums: 
\0 weitere außerhalb dieses Zeitraums: 
\0×
\0 



















\0, 
 \0
\0 %
Platz \0
\0 
1. Halbjahr \0
1. Hj. \0
länger als gezeichnet
bis zu diesem Tag
Konzept
Version oder Showcar
Markteintritt \0
Datum abgeleitet
eingeführt
Untergrenze
benannter Markt
gezählt, nicht benannt
geplant
erwähnt, nicht gezählt
gerundet
wie angegeben
Start innerhalb des Verlaufs
Start nicht genannt
Obergrenze
Zeitraum der Angabe
in diesem Zeitraum
.
.
\0 , laut ,  bis 
\0 , laut , 
\0 , laut 
Von \0 auf   in 
\0, 
einem halben Jahr
rund \0
mindestens \0
höchstens \0
\0
unter \0
über \0
knapp \0
in den \0ern
im 1. Halbjahr \0
im \0 
in \0
im 2. Halbjahr \0
\0
Markteintritte|Einführungen|Rollouts|Auslieferungen|Premieren|Veranstaltungen|Probefahrten|Kampagnen|Kooperationen|Auszeichnungen|Bewertungen|Zertifikate|Finanzierung|Software|Gründungen
Stand \0
„\0“
Gezählt
von den Texten
1. Halbjahr \0
\0, Datum abgeleitet
eingeführt \0
eingeführt bis \0, Datum nicht genannt
\0, 
geplant: \0
2. Halbjahr \0
Modellpalette von \0 laut Texten,  bis 
Modellpalette von \0 laut Texten, 
Eingeführte Modelle: \0
Aus einem Modell wurden , darunter  (geplant )
Aus \0 Modellen wurden , darunter  (geplant )
Aus einem Modell wurden 
Aus \0 Modellen wurden 
Noch kein Modell der Palette ist eingeführt
für später
im Handel \0, Start ungenannt
\0 
 und 
, 
\0: „“
Nicht benannt: \0 ( gezeichnet)
Kontinent nicht genannt
Markteintritt \0
erstmals erwähnt \0
\0, 
\0, erwähnt, nicht als Markt gezählt
\0 gezählt, nicht benannt
\0, ohne Länder erwähnt
Mehr \0 als die  benannten, Zahl nicht genannt: 
Bis dahin sind mehr Märkte benannt, als hier gezählt sind.
\0 benannt
Gezählt, nicht benannt
Erwähnt, nicht als Märkte gezählt
Regionen, ohne Länder genannt
Zahl nicht genannt
\0 , Stand 
\0; gestrichelte Kacheln sind gezählte, nicht benannte Märkte
\0; gestrichelt: mehr sind gezählt als benannt, wie viele, ist nicht genannt
\0,  davon benannt
\0, alle davon benannt
Gezählt: \0; benannt: 
Benannte Märkte: \0; wie viele es gibt, ist nicht genannt
\0, keiner davon benannt
Noch ist kein Markt erwähnt
mit \0
Mitte \0
\0 
Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
einem Monat
\0 Monaten
Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.
\0: 
Der Datensatz sagt nichts, was diese Ansicht zeichnen kann.
Zu dieser Auswahl sagt der Datensatz nichts, was diese Ansicht zeichnen kann.
null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf
am \0
, 







„\0“
alle \0
\0 erwähnten Märkte gaben nach
\0 erwähnten Gebiete gaben nach
\0 erwähnten Märkte legten zu
\0 erwähnten Gebiete legten zu
beide
\0 Märkte mehr als verdoppelt
\0 mehr als verdoppelt
\0 Gebiete mehr als verdoppelt
Vergleichsgröße nicht genannt
\0 dazwischen
\0 für dieselben Gebiete
Märkte mit angegebener Zahl: \0.
Von \0 gezählten Märkten nennt  für einen eine Zahl.
Von \0 gezählten Märkten nennt  für  eine Zahl.
Stückzahlen sind nicht angegeben.
keiner von \0 erwähnten Märkten legte zu
keines von \0 erwähnten Gebieten legte zu
Nicht gezeichnet: \0 weitere, für andere Zeiträume.
einer von  erwähnten Märkten legte zu
\0 von  erwähnten Märkten legten zu
eines von  erwähnten Gebieten legte zu
\0 von  erwähnten Gebieten legten zu
\0 von  , 
die Quelle
\0 : unterschiedliche Angaben
Absatz  um \0 gesunken
Absatz  um \0 gestiegen
\0 : 
Absatz \0 so hoch wie zuvor
Weltweit
2. Halbjahr \0
2. Hj. \0
 
seit \0
Advertorial
\0 ()
Quelle: \0.
\0, 
\0-Newsroom
\0
Quellen: \0.
\0 bis 






























Stand \0
Stand
Gezeigt: \0 bis 
\0: 
Gezeigter Zeitraum
eigenem Newsroom|Advertorials|der Presse|Pflichtveröffentlichungen|Statistiken|anderen Texten
eigenem Newsroom|einem Advertorial|der Presse|einer Pflichtveröffentlichung|Statistiken|einem anderen Text
\0, undatiert
bis \0











vom \0 bis 
weltweit
\0
eineinhalb Jahren
\0einhalb Jahren
einem Jahr
\0 Jahren
sources	title	2023-results	Das Jahr 2023 im Rückblick	2025-h1-review	Das erste Halbjahr 2025 im Rückblick	2026-hong-kong-advertorial	Bezahlter Artikel aus Hongkong, über 2025 und 2026	2026-h1-results	Das erste Halbjahr 2026 im Rückblick
places	name	world	Welt	africa	Afrika	asia	Asien	europe	Europa	north-america	Nordamerika	oceania	Ozeanien	south-america	Südamerika	latin-america	Lateinamerika	mallorca	Mallorca	mena	Naher Osten und Nordafrika	middle-east	Naher Osten	south-asia	Südasien	southeast-asia	Südostasien	AE	Arabische Emirate	AR	Argentinien	AT	Österreich	BE	Belgien	CH	Schweiz	CL	Chile	CN	China	CO	Kolumbien	CR	Costa Rica	DE	Deutschland	EG	Ägypten	ES	Spanien	FI	Finnland	FR	Frankreich	GB	Vereinigtes Königreich	HK	Hongkong	IS	Island	IT	Italien	MA	Marokko	MY	Malaysia	NL	Niederlande	NO	Norwegen	NZ	Neuseeland	PT	Portugal	SE	Schweden	SG	Singapur	amsterdam	Amsterdam	barcelona	Barcelona	brussels	Brüssel	lisbon	Lissabon	milan	Mailand	munich	München	paris	Paris	rome	Rom	shanghai	Shanghai
places	in	world	weltweit	mallorca	auf Mallorca	mena	im Nahen Osten und in Nordafrika	middle-east	im Nahen Osten	AE	in den Vereinigten Arabischen Emiraten	CH	in der Schweiz	GB	im Vereinigten Königreich	NL	in den Niederlanden
metrics	called	markets	Markets	markets-entered	Markets entered	outlets	Outlets	cities	Cities reached	continents	Continents	deliveries	Deliveries	sales-growth	Sales growth	sales-rank	Sales rank	models	Models	range	Range	rollout-duration	Rollout duration	software-updates	Software updates	investment	Investment	valuation-pre-money	Valuation before funding
metrics	name	markets	Märkte	markets-entered	Neue Märkte	outlets	Verkaufsstellen	cities	Erreichte Städte	continents	Kontinente	deliveries	Auslieferungen	sales-growth	Absatzplus	sales-rank	Absatzrang	models	Modelle	range	Reichweite	rollout-duration	Dauer des Rollouts	software-updates	Softwareupdates	investment	Investition	valuation-pre-money	Bewertung vor Finanzierung
metrics	unit_said	markets	Märkte	markets-entered	Märkte	outlets	Verkaufsstellen	cities	Städte	continents	Kontinente	deliveries	Fahrzeuge	models	Modelle	range	km	rollout-duration	Monate	software-updates	Updates	investment	US-Dollar	valuation-pre-money	US-Dollar
metrics	unit_one	markets	Markt	markets-entered	Markt	outlets	Verkaufsstelle	cities	Stadt	continents	Kontinent	deliveries	Fahrzeug	models	Modell	rollout-duration	Monat	software-updates	Update
observations	method	sales-growth-2026-h1	gegenüber dem gleichen Halbjahr 2025	sales-growth-fi-2026-h1	gegenüber dem gleichen Halbjahr 2025	sales-growth-hk-2026-h1	gegenüber dem gleichen Halbjahr 2025	sales-growth-se-2026-h1	gegenüber dem gleichen Halbjahr 2025	sales-growth-de-2026-h1	gegenüber dem gleichen Halbjahr 2025	sales-rank-cn-2023	Premiummarken, Segment der kompakten SUV	sales-rank-5-hk-2025	Elektroautos, ein Monat: der mit den ersten Auslieferungen	range-6-ehd-2026	CLTC	rollout-duration-1-europe-2023	Zeit, um zehn europäische Märkte zu erreichen	software-updates-cn-2024-01-19	über eine Spanne von weniger als einem Jahr
events	title	founding-brand-2023-results	Die Marke wird gegründet	founding-company-2023-results	Das heutige Unternehmen wird gegründet	launch-1	#1 eingeführt	deliveries-cn-2024	Autos werden in China ausgeliefert	deliveries-europe-2024	Autos werden in mehreren europäischen Märkten ausgeliefert	rollout-1-de-2023	#1 kommt in Deutschland gut an	rollout-1-fr-2023	#1 kommt in Frankreich gut an	rollout-1-es-2023	#1 kommt in Spanien gut an	rollout-1-ch-2023	#1 kommt in der Schweiz gut an	rollout-1-it-2023	#1 kommt in Italien gut an	rollout-1-nl-2023	#1 kommt in den Niederlanden gut an	rollout-1-at-2023	#1 kommt in Österreich gut an	rollout-1-gb-2023	#1 kommt im Vereinigten Königreich gut an	rollout-1-no-2023	#1 kommt in Norwegen gut an	rollout-1-is-2023	#1 kommt in Island gut an	test-drive-1-hk-2023	Kunden fahren den #1 in Hongkong Probe	collaboration-proton-2023	Engere Zusammenarbeit mit PROTON	launch-3-cn-2023	#3 kommt in den Handel, zuerst in China	premiere-3-munich-2023	Europadebüt des #3 auf der IAA	roadshow-3-amsterdam-2023	#3-Roadshow macht halt in Amsterdam	roadshow-3-brussels-2023	#3-Roadshow macht halt in Brüssel	roadshow-3-paris-2023	#3-Roadshow macht halt in Paris	roadshow-3-rome-2023	#3-Roadshow macht halt in Rom	roadshow-3-barcelona-2023	#3-Roadshow macht halt in Barcelona	roadshow-3-lisbon-2023	#3-Roadshow macht halt in Lissabon	test-drive-3-mallorca-2023	Medien fahren den #3 Probe	software-adas-strategy-2023	Plan für Fahrassistenz erstmals gezeigt, Versionen 1.0 bis 3.0	software-pilot-assist-2	Fahrassistenz smart Pilot Assist 2.0 startet	software-pilot-assist-3	Fahrassistenz smart Pilot Assist 3.0 soll folgen	rating-c-ncap-2023	Fünf Sterne von C-NCAP	rating-euro-ncap-2023	Fünf Sterne von Euro NCAP	award-c-ahi-2023	Fünf-Sterne-Gesundheitspreis von C-AHI	award-red-dot	Red-Dot-Auszeichnung	award-if-design	iF-Design-Auszeichnung	award-golden-steering-wheel	Goldenes Lenkrad von AUTO BILD	certificate-1-battery	#1: CO2-Fußabdruck der Batterie zertifiziert	certificate-1-vehicle	#1: CO2-Fußabdruck des Fahrzeugs zertifiziert	smart-times-2023-cn	Fantreffen smart times wieder in China	smart-times-2023-europe	Fantreffen smart times wieder in Europa	ambassador-henry-lau-2023	Henry Lau, erster Botschafter in China seit dem Wechsel zu reinen Elektroautos	funding-series-a	Series-A-Runde, angeführt von Tianqi Lithium	founding-brand-2025-h1-review	Die Marke wird gegründet	founding-joint-venture-mercedes-benz-2025-h1-review	Mercedes-Benz ist Mitgründer des Joint Ventures, Ende 2019	founding-joint-venture-geely-2025-h1-review	Geely ist Mitgründer des Joint Ventures, Ende 2019	campaign-open-your-mind-2025	„open your mind Experiences“ eröffnet auf der Auto Shanghai	collaboration-brabus-2025-h1	Arbeit an der Fahrleistung mit BRABUS	collaboration-sennheiser-2025-h1	Arbeit am Klang mit Sennheiser	collaboration-trek-2025-h1	Gemeinsame Kreationen mit TREK	collaboration-keith-haring-2025-h1	Kunst von Keith Haring auf Autos	collaboration-disney-2025-h1	Mickey & Friends wieder als Partner	collaboration-peets-coffee-2025-h1	Edition des #1, gemeinsam mit Peet’s Coffee	collaboration-disney-2014	Erste Edition mit Mickey & Friends, 11 Jahre zuvor	premiere-3-keith-haring-art-car	#3 Keith Haring Art Car gezeigt	launch-3-keith-haring-art-car-plan	Serienversion des Art Car soll 2025 kommen	software-nsp-5-cn-2025	Navigation on smart Pilot (NSP) startet im #5, chinesisches Festland	software-ai-5-2025	Erste KI-Interaktion, im #5	rollout-5-2025-h1	Rollout des #5 geht weltweit weiter	premiere-5-brabus-milan	Weltpremiere des #5 BRABUS, Mailänder Designwoche	launch-5-brabus-europe	#5 BRABUS in europäischen Märkten eingeführt	launch-5-brabus-hk	#5 BRABUS in Hongkong eingeführt	premiere-5-brabus-my	Premiere des #5 BRABUS in Malaysia	entry-hk-2025	Debüt der Marke in Hongkong, mit dem #5	deliveries-5-hk-2025	Erste Auslieferungen des #5 in Hongkong	award-up-car-5-2025	#5 gewinnt bei den Up-Car-Preisen 2025	collaboration-trek-advertorial	„Power of Firsts“ mit TREK	collaboration-heimplanet-advertorial	„Power of Firsts“ mit HEIMPLANET	collaboration-fc-st-pauli-advertorial	„Power of Firsts“ mit FC St. Pauli	premiere-2-2026	Weltpremiere des #2 soll 2026 folgen	founding-brand-2026-h1-results	Die Marke wird gegründet	founding-joint-venture-mercedes-benz-2026-h1-results	Mercedes-Benz ist Mitgründer des Joint Ventures	founding-joint-venture-geely-2026-h1-results	Geely ist Mitgründer des Joint Ventures	rollout-5-hk-2025	#5 kommt nach Hongkong	rollout-5-sg-2025	#5 kommt nach Singapur	rollout-5-my-2025	#5 kommt nach Malaysia	rollout-5-ma-2025	#5 kommt nach Marokko	entry-cr-2026-h1	Marke kommt mit AutoStar nach Costa Rica	entry-ar-2026-h1	Marke kommt mit Prestige Auto nach Argentinien	rollout-5-nz-2026-h1	#5 kommt nach Neuseeland	rollout-5-cl-2026-h1	#5 kommt nach Chile	rollout-5-co-2026-h1	#5 kommt nach Kolumbien	rollout-5-ae-2026-h1	#5 kommt in die Vereinigten Arabischen Emirate	rollout-5-eg-2026-h1	#5 kommt nach Ägypten	campaign-change-of-perspectives-2026	Kampagne „Change of Perspectives“ startet	smart-times-2026	smart-times-Veranstaltungen finden statt	collaboration-keith-haring-2026	Keith Haring bei smart times	collaboration-trek-100-2026	Partnerschaft mit Trek 100	collaboration-jessie-j-2026	Jessie J ist Gesicht der Jahreskampagne	global-brand-event-2026	Global Brand Event findet statt	premiere-concept-2	Weltpremiere des Concept #2, Global Brand Event	premiere-concept-2-rome	Europadebüt des Concept #2, mit neuem Innenraum	show-2-paris-2026	#2 soll auf dem Pariser Autosalon stehen	launch-2-2026	#2 soll 2026 eingeführt werden	launch-6-ehd-cn-2026	#6 EHD eingeführt, zuerst in China	launch-3-keith-haring-edition	#3 Keith Haring Edition ist da	software-cabin-updates-2026	Drahtlose Updates, zuerst für den Innenraum; die meisten Märkte, kompatible Modelle
conflicts	what	markets-start-of-2025	Unsere Rechnung: 38 Mitte 2025 abzüglich der 7 neuen ergeben 31 am Jahresanfang; 39 am Jahresende abzüglich der 10 neuen ergeben 29. Kein Text sagt, dass Märkte aufgegeben wurden.	models-five-or-four	Ein Text sagt, die Modellpalette sei bereits auf fünf Modelle gewachsen, und auch, dass das fünfte, der #2, erst noch kommt.	hong-kong-debut	Ein Text macht den #5 zum Debüt der Marke in Hongkong; in einem früheren fahren Kunden dort 2023 den #1 Probe.	strategy-2026	Laut einem Text geht es 2026 nicht mehr in die Breite, sondern in die Tiefe; ein späterer macht neue Märkte zu einem Schwerpunkt desselben Jahres.`,rest:()=>import("./rest-UZRPJPVF.js")};export{n as default};
