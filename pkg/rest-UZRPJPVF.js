/*! smart-footprint 0.1.0, MIT licence */
import"./chunk-XUM2T25H.js";var t={words:{"element-all":"alle","element-ascending":"aufsteigend","element-back":"Zurück","element-close-table":"Tabelle schließen","element-copied":"Kopiert.","element-copy-by-hand":"Die Zwischenablage steht dieser Seite nicht offen. Der Text ist markiert: bitte von hier kopieren.","element-copy-citation":"Zitat kopieren","element-copy-code":"Einbettungscode kopieren","element-count-of":"{count} von {all}","element-descending":"absteigend","element-download-refused":"Die Seite um diesen Rahmen lässt keine Downloads zu.","element-end":"Ende","element-filters":"Filter","element-filters-active":"Filter ({count})","element-full-screen":"Vollbild","element-key-end":"Ende","element-key-enter":"Eingabe","element-key-escape":"Esc","element-key-home":"Pos1","element-key-page-down":"Bild ab","element-key-page-up":"Bild auf","element-key-space":"Leertaste","element-key-tab":"Tab","element-keys":"Tasten","element-keys-ends":"Das erste Element, das letzte","element-keys-escape":"Die Karte schließen; dann die Auswahl aufheben","element-keys-extremes":"Die kleinste Zahl einer Reihe, die größte","element-keys-help":"Diese Liste","element-keys-hint":"Die Pfeiltasten führen von Element zu Element; das Fragezeichen zeigt alle Tasten.","element-keys-leave":"Das Diagramm verlassen","element-keys-pages":"Zehn Elemente zurück, zehn weiter","element-keys-rows":"Das nächstgelegene Element der Zeile darüber, darunter","element-keys-select":"Auswählen, worum es beim Element geht, oder die Auswahl aufheben","element-keys-walk":"Das vorige Element, das nächste","element-leave-full-screen":"Vollbild beenden","element-line-name":"{name}: ","element-not-saved":"Das ließ sich nicht erstellen.","element-only-kinds":"Ereignisse","element-only-qualifiers":"Zahlen","element-only-sources":"Quellen","element-pause":"Pause","element-place":"Zahlen für","element-play":"Abspielen","element-reading-order":"In der Reihenfolge des Bildes.","element-released":"Nichts ist mehr ausgewählt.","element-reset":"Filter zurücksetzen","element-save":"Speichern","element-save-csv":"Angaben als CSV","element-save-json":"Einstellungen als JSON","element-save-png":"Bild als PNG","element-save-svg":"Bild als SVG","element-saved":"Gespeichert als {name}.","element-saved-perhaps":"Gespeichert als {name}. Kommt nichts an, lässt die Seite um diesen Rahmen keine Downloads zu.","element-selected":"Ausgewählt: {title}. Mehr dazu in den Belegen darunter.","element-sentence":"{text}.","element-sorted":"Sortiert nach {column}, {order}.","element-start":"Anfang","element-table":"Tabelle","element-table-of":"Tabelle der gezeigten Angaben","element-unknown-row":"Der Datensatz hat keinen Eintrag namens „{ref}“.","element-view":"Ansicht","element-whole-time":"Alle Zeiten"},text:`
aus dem Textzusammenhang
von der Redaktion abgeleitet
Stand der Veröffentlichung
von der Quelle genannt

Wachstum
Modelle
Märkte
Absatz
Stand \0.
Lizenz der Daten: \0.
\0: .







Basiert auf
Steht zwischen
Widersprüche
Zählt
Ereignis
Ereignisse
Zahlen
Modell
Konzept
Edition
Älteres Modell
Showcar
Variante
Davon benannt
Durch die Auswahl der Quellen oder des Veröffentlichungstags ist ein Eintrag ausgelassen.
Durch die Auswahl der Quellen oder des Veröffentlichungstags sind \0 Einträge ausgelassen.
Partner
Botschafter|Künstler|Auszeichnung|Marke|Verein|Unternehmen|Stiftung|Investor|Sonstiges|Person|Bewertung|Vertretung|Anteilseigner
Stelle
Ort
Stadt
Kontinent
Land
Region
Welt
Orte darin
Jubiläum|Besuch|Karosserie|Präsenz|Merkmal|Erstmals|Motto|Name|Rolle|Service|Strategie
Veröffentlicht
Wiederholt
Dasselbe zu anderen Zeiten
Angabe
Art
Advertorial: von der Marke bezahlt
Pflichtveröffentlichung
eigener Newsroom der Marke
Sonstiges
Presse
Statistik
Text
Aussage
Aussagen dazu
Über
Diese Angabe
Im selben Satz
Adresse
Konzepte, Versionen und Showcars
Liegt in












Dazu
\0 ()
Widerspruch
Angabe
Datum abgeleitet
Gemessen
Unsere Rechnung: die Zahl der Märkte abzüglich der bis dahin benannten.
Anmerkung
Die Quelle nennt nur einige von mehreren.
Gezählt in
Mit
\0; 
Zeitraum
\0.  von .
Auch angegeben als
Quelle
Status
Wortlaut
Zahl














































































































gerundet: nahe daran
Untergrenze: so viel oder mehr
Obergrenze: so viel oder weniger
wie gedruckt
Obergrenze: weniger als das
Untergrenze: mehr als das
gerundet: etwas weniger als das












































Eigenaussage der Marke
wird geprüft
geplant
berichtet
\0. .
mit Widerspruch: \0
Zahlen wie gedruckt: \0
abgeleitete Zeitangaben: \0
Untergrenzen: \0
Elemente: \0
geplant: \0
davon je für mehrere Zahlen: \0
gerundete Zahlen: \0
Obergrenzen: \0
Gezeigte Angaben: \0.
Gezeigte Angaben: \0. Stand .
Grundlage
Widerspruch
Unsere Rechnung
Markteintritt|Einführung|Rollout|Auslieferung|Premiere|Veranstaltung|Probefahrt|Kampagne|Kooperation|Auszeichnung|Bewertung|Zertifikat|Finanzierung|Software|Gründung
Angabe
Von
Hier nicht aufgeführt: \0 weitere.
Genauigkeit
Tag|Monat|Halbjahr|Jahr|Jahrzehnt|Zeitspanne
Lesart
Eintrag
Anmerkungen
Bis
Einheit









\0. 
Zahlen
Höchste
Höchste von \0 Zahlen, die als eine gezeichnet sind
\0,  UTC
Niedrigste
Niedrigste von \0 Zahlen, die als eine gezeichnet sind
\0 Zahlen,  bis : niedrigste , höchste 
\0 Zahlen, : niedrigste , höchste 
\0, als eine gezeichnet: über weniger Tage gezeigt, stehen sie einzeln.
\0 (UTC)







metrics	definition	markets	Länder und Regionen, in denen die Marke geschäftlich tätig ist.	markets-entered	Märkte, in die die Marke oder das genannte Modell im Zeitraum kam.	outlets	Orte, an denen die Marke Autos verkauft oder wartet, wie auch immer der Text sie nennt.	cities	Städte, die das Vertriebsnetz erreicht.	continents	Kontinente mit mindestens einem Markt.	deliveries	Autos, die seit dem Start des ersten Produkts übergeben wurden.	sales-growth	Veränderung des Absatzes gegenüber einem früheren, gleich langen Zeitraum.	sales-rank	Platz in einer Absatzrangliste; in welcher, sagt die Methode.	models	Automodelle der Palette, wie der Text sie zählt.	range	Strecke, die ein Auto im Prüfzyklus schafft, den die Methode nennt.	rollout-duration	Zeit, in der ein Modell die gezählten Märkte erreichte.	software-updates	Updates, die drahtlos an Autos gingen.	investment	Geld, das der genannte Partner eingebracht hat.	valuation-pre-money	Wert des Unternehmens vor dem Geld einer Finanzierungsrunde.
observations	where	markets-2024-01-19	Überschrift, zweiter Aufzählungspunkt und Vorspann	markets-2025-h1	erster Absatz; ein CMO-Zitat	markets-2025-h1-rounded	Schlussabsatz über die Marke	markets-2025	Abschnitt über das Netz	markets-2026-h1	erster Aufzählungspunkt, Grafik, Bildunterschrift und Abschnitt über Partner	markets-2026-h1-rounded	Schlussabsatz über die Marke	markets-entered-1-europe-2023	Abschnitt über die weltweite Präsenz	markets-entered-2025-h1	Eingangszeile und erster Absatz	markets-entered-2025	Abschnitt über das Netz	markets-entered-5-2026-h1	Abschnitt über Partner	outlets-cn-2024-01-19	sechster Aufzählungspunkt	outlets-2025-h1	erster Absatz	outlets-2025	Abschnitt über das Netz	outlets-2026-h1	erster Aufzählungspunkt und Abschnitt über Partner	cities-cn-2024-01-19	sechster Aufzählungspunkt	cities-2026-h1	Abschnitt über Partner	continents-2026-h1	Grafik und Abschnitt über Partner	deliveries-2024-01-19	Überschrift, dritter Aufzählungspunkt und Vorspann	sales-growth-2026-h1	Überschrift, erster Aufzählungspunkt, Vorspann und Grafik	sales-growth-fi-2026-h1	Vorspann	sales-growth-hk-2026-h1	Vorspann	sales-growth-se-2026-h1	Vorspann	sales-growth-de-2026-h1	Vorspann	sales-rank-cn-2023	dritter Aufzählungspunkt und Vorspann	sales-rank-5-hk-2025	Absatz über Hongkong	models-2024-01-19	Schlussabsätze über die Marke	models-before-2026	dritter Aufzählungspunkt und Abschnitt über das Portfolio	models-2026-h1	dritter Aufzählungspunkt und Abschnitt über das Portfolio	range-6-ehd-2026	Abschnitt über das Portfolio	rollout-duration-1-europe-2023	Abschnitt über die weltweite Präsenz	software-updates-cn-2024-01-19	Abschnitt über Technik	investment-tianqi-lithium	Abschnitt über den Kapitalmarkt	valuation-pre-money-series-a	siebter Aufzählungspunkt, Vorspann und Abschnitt über den Kapitalmarkt
observations	note	markets-2026-h1	Derselbe Text nennt sie auch Märkte und globale Märkte.	markets-entered-1-europe-2023	Danach werden zehn Länder genannt, in denen das Auto gut ankam; dass es die zehn sind, ist unsere Lesart.	markets-entered-2025-h1	Keiner der sieben wird genannt.	markets-entered-5-2026-h1	Neu für das Modell; ob auch für die Marke, wird nicht gesagt. Fünf werden genannt.	deliveries-2024-01-19	Gezählt ab dem Start des ersten Produkts, den der Text nicht datiert.	sales-rank-cn-2023	Der Text sagt, dass die Marke führte; er druckt keine Zahl und nennt kein Maß.	sales-rank-5-hk-2025	Der Monat wird nicht genannt; 2025 ist aus der Auszeichnung daneben abgeleitet.	models-before-2026	Die Modellpalette, bevor sie 2026 wuchs; seit wann, wird nicht gesagt.	models-2026-h1	Als vollzogen berichtet; der #2 ist mitgezählt, obwohl er erst noch kommt.	rollout-duration-1-europe-2023	Weder der erste noch der letzte Monat wird genannt.	software-updates-cn-2024-01-19	Welche Monate, wird nicht gesagt.
events	where	founding-brand-2023-results	Schlussabsätze über die Marke	founding-company-2023-results	Schlussabsätze über die Marke	launch-1	Schlussabsätze über die Marke	deliveries-cn-2024	Schlussabsätze über die Marke	deliveries-europe-2024	Schlussabsätze über die Marke	rollout-1-de-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-fr-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-es-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-ch-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-it-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-nl-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-at-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-gb-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-no-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	rollout-1-is-2023	Aufzählung, wo das Auto gut ankam, nach der Zahl zehn	test-drive-1-hk-2023	Abschnitt über die weltweite Präsenz	collaboration-proton-2023	Abschnitt über die weltweite Präsenz	launch-3-cn-2023	Abschnitt über Produkte und Schlussabsätze über die Marke	premiere-3-munich-2023	Abschnitt über Produkte	roadshow-3-amsterdam-2023	Abschnitt über Produkte	roadshow-3-brussels-2023	Abschnitt über Produkte	roadshow-3-paris-2023	Abschnitt über Produkte	roadshow-3-rome-2023	Abschnitt über Produkte	roadshow-3-barcelona-2023	Abschnitt über Produkte	roadshow-3-lisbon-2023	Abschnitt über Produkte	test-drive-3-mallorca-2023	Abschnitt über Produkte	software-adas-strategy-2023	Abschnitt über Technik und Bildunterschrift	software-pilot-assist-2	Abschnitt über Technik	software-pilot-assist-3	Abschnitt über Technik	rating-c-ncap-2023	vierter Aufzählungspunkt und Vorspann	rating-euro-ncap-2023	vierter Aufzählungspunkt und Vorspann	award-c-ahi-2023	vierter Aufzählungspunkt und Vorspann	award-red-dot	vierter Aufzählungspunkt und Vorspann	award-if-design	vierter Aufzählungspunkt und Vorspann	award-golden-steering-wheel	vierter Aufzählungspunkt und Vorspann	certificate-1-battery	Absatz über Nachhaltigkeit	certificate-1-vehicle	Absatz über Nachhaltigkeit	smart-times-2023-cn	Abschnitt über das Jubiläum	smart-times-2023-europe	Abschnitt über das Jubiläum	ambassador-henry-lau-2023	Abschnitt über das Jubiläum und Bildunterschriften	funding-series-a	siebter Aufzählungspunkt, Vorspann, Abschnitt über den Kapitalmarkt und Bildunterschrift zur Unterzeichnung	founding-brand-2025-h1-review	Schlussabsätze über die Marke	founding-joint-venture-mercedes-benz-2025-h1-review	Schlussabsätze über die Marke	founding-joint-venture-geely-2025-h1-review	Schlussabsätze über die Marke	campaign-open-your-mind-2025	dritte Eingangszeile und Abschnitt über Co-Creation	collaboration-brabus-2025-h1	dritte Eingangszeile und CMO-Zitat	collaboration-sennheiser-2025-h1	dritte Eingangszeile und CMO-Zitat	collaboration-trek-2025-h1	dritte Eingangszeile und CMO-Zitat	collaboration-keith-haring-2025-h1	dritte Eingangszeile und Abschnitt über Co-Creation	collaboration-disney-2025-h1	dritte Eingangszeile und Abschnitt über Co-Creation	collaboration-peets-coffee-2025-h1	dritte Eingangszeile und Abschnitt über Co-Creation	collaboration-disney-2014	Abschnitt über Co-Creation	premiere-3-keith-haring-art-car	Abschnitt über Co-Creation	launch-3-keith-haring-art-car-plan	Abschnitt über Co-Creation	software-nsp-5-cn-2025	Abschnitt über Technik	software-ai-5-2025	Abschnitt über Technik	rollout-5-2025-h1	Abschnitt über Technik	premiere-5-brabus-milan	Abschnitt über Technik	launch-5-brabus-europe	Abschnitt über Technik	launch-5-brabus-hk	Abschnitt über Technik	premiere-5-brabus-my	Abschnitt über Technik	entry-hk-2025	Absatz über Hongkong	deliveries-5-hk-2025	Absatz über Hongkong	award-up-car-5-2025	Absatz über Hongkong	collaboration-trek-advertorial	Abschnitt über die Marke	collaboration-heimplanet-advertorial	Abschnitt über die Marke	collaboration-fc-st-pauli-advertorial	Abschnitt über die Marke	premiere-2-2026	Abschnitt über Produkte	founding-brand-2026-h1-results	Schlussabsätze über die Marke	founding-joint-venture-mercedes-benz-2026-h1-results	Schlussabsätze über die Marke	founding-joint-venture-geely-2026-h1-results	Schlussabsätze über die Marke	rollout-5-hk-2025	Abschnitt über Partner	rollout-5-sg-2025	Abschnitt über Partner	rollout-5-my-2025	Abschnitt über Partner	rollout-5-ma-2025	Abschnitt über Partner	entry-cr-2026-h1	Abschnitt über Partner	entry-ar-2026-h1	Abschnitt über Partner	rollout-5-nz-2026-h1	Abschnitt über Partner	rollout-5-cl-2026-h1	Abschnitt über Partner	rollout-5-co-2026-h1	Abschnitt über Partner	rollout-5-ae-2026-h1	Abschnitt über Partner	rollout-5-eg-2026-h1	Abschnitt über Partner	campaign-change-of-perspectives-2026	zweiter Aufzählungspunkt und Abschnitt über die Marke	smart-times-2026	Abschnitt über die Marke	collaboration-keith-haring-2026	Abschnitt über die Marke	collaboration-trek-100-2026	Abschnitt über die Marke	collaboration-jessie-j-2026	Abschnitt über die Marke und Bildunterschrift	global-brand-event-2026	Abschnitt über die Marke	premiere-concept-2	Abschnitt über das Portfolio und Bildunterschrift	premiere-concept-2-rome	Abschnitt über das Portfolio	show-2-paris-2026	dritter Aufzählungspunkt und Abschnitt über das Portfolio	launch-2-2026	Schlussabsätze über die Marke	launch-6-ehd-cn-2026	dritter Aufzählungspunkt, Abschnitt über das Portfolio und Bildunterschrift	launch-3-keith-haring-edition	Abschnitt über das Portfolio und Bildunterschrift	software-cabin-updates-2026	Abschnitt über Service
statements	text	role-tong-xiangbei-2024	Leitet das Unternehmen.	role-mandy-zhang-2024	Leitet das Marketing.	name-smart-automobile	So nennt die Mitteilung das Unternehmen.	name-smart-mobility	So nennt die Bildunterschrift das Unternehmen, das unterzeichnet hat.	coverage-cn-2024	Die Marke ist hier geschäftlich tätig.	coverage-europe-2024	Die Marke ist hier geschäftlich tätig.	coverage-middle-east-2024	Die Marke ist hier geschäftlich tätig.	coverage-southeast-asia-2024	Die Marke ist hier geschäftlich tätig.	coverage-south-asia-2024	Die Marke ist hier geschäftlich tätig.	partners-middle-east-2023	Partner an mehreren Orten gefunden, um Markteinführungen vorzubereiten.	partners-south-asia-2023	Partner an mehreren Orten gefunden, um Markteinführungen vorzubereiten.	production-southeast-asia-2023	Produktionskapazitäten im Ausland werden geprüft.	strategy-aims-2023	Die Hauptziele für 2023 wurden erreicht.	strategy-dual-home-2024	China und Europa sind beide Heimat.	strategy-new-model-each-year	Jedes Jahr ein neues Modell, 2022 bis 2025.	strategy-agency-2024	Direktvertrieb an Kunden im Agenturmodell.	strategy-renewal-2024	Autos, Marke und Geschäftsmodell sind neu; alle Autos elektrisch.	motto-2024	Motto für 2024; es gilt für Marke, Produkte, Technik, Service und Betrieb.	anniversary-2023	Die Marke wird 25.	attendance-smart-times-2023	Zehntausende Fans kommen persönlich zu smart times.	strategy-charging-cn-2024	Ein eigenes Ladenetz wird geprüft.	feature-charging-shanghai	Die erste 800-Volt-Schnellladestation der Marke ist eröffnet.	strategy-lifestyle-cn-2023	Zusammenarbeit mit Namen aus Fitness und Gastronomie; keiner wird genannt.	service-smartcare-2023	Eine neue Marke für den Kundenservice startet.	service-smartidea-2023	Eine Lifestyle-Marke sucht Kooperationen.	first-carbon-accounting	Als Erste mit CO2-Bilanz über das ganze Leben eines Autos.	feature-amd-v2000	Der Chip V2000 des Unternehmens soll das nächste Cockpit steuern.	first-amd-v2000	Soll die erste Marke für Autos mit alternativen Antrieben sein, die den V2000-Chip hat.	body-1-2024	Vollelektrisches SUV.	body-3-2024	Vollelektrisches SUV.	role-own-development-2024	Das eigene Team der Marke leitet die Entwicklung.	role-mercedes-benz-2024	Hat die Aufsicht über das Fahrzeugdesign.	role-tong-xiangbei-2025	Leitet das Unternehmen.	role-mandy-zhang-2025	Leitet das Marketing.	coverage-mena-2025-h1	Einige der sieben neuen Märkte liegen hier.	coverage-latin-america-2025-h1	Einige der sieben neuen Märkte liegen hier.	motto-2025	Motto für 2025.	strategy-dual-home-2025	China und Europa sind beide Heimat.	strategy-five-years-2025	Ziele der ersten fünf Jahre erreicht, nach vollständiger Erneuerung.	strategy-plan-2025	Weitere Technik und Produkte sollen binnen Monaten gezeigt werden.	claim-open-your-mind-2025	Slogan der Marke, der hinter ihren Kampagnen steht.	strategy-campaign-2025	Beruht auf Erlebnissen, die man zum ersten Mal hat.	feature-1-crema-edition	Schwarz und Gold, mit eigenen Teilen im Innenraum; für China.	role-tong-xiangbei-2026-early	Leitet das Unternehmen.	role-mandy-zhang-2026-early	Leitet das Marketing.	motto-2026-advertorial	Motto für 2026.	strategy-2026-depth	2026 in bestehenden Märkten in die Tiefe gehen statt in die Breite.	strategy-2026-ceo	Neue Produkte und Technik sollen 2026 mehr Kunden gewinnen.	strategy-hk-2026	Ein Schwerpunkt der Marke und ein Eingangstor.	feature-5-hk	Technik und geräumiger Innenraum sprechen Käufer in Hongkong an.	role-mercedes-benz-advertorial	Bringt Design und ein weltweites Netz ein.	role-geely-advertorial	Bringt Technik und die Lieferkette ein.	coverage-southeast-asia-2025	In aufstrebenden Märkten nahmen die Verkaufsstellen hier stark zu.	coverage-oceania-2025	In aufstrebenden Märkten nahmen die Verkaufsstellen hier stark zu.	coverage-middle-east-2025	In aufstrebenden Märkten nahmen die Verkaufsstellen hier stark zu.	coverage-latin-america-2025	In aufstrebenden Märkten nahmen die Verkaufsstellen hier stark zu.	body-2-advertorial	Stadtauto mit zwei Sitzen und zwei Türen.	feature-2-advertorial	Heckantrieb und Proportionen des fortwo, neu elektrisch und vernetzt.	feature-fortwo	Bekannt für zwei Türen, Heckantrieb und seine Proportionen.	role-tong-xiangbei-2026	Leitet das Unternehmen.	role-kang-yi-2026	Leitet das Marketing.	motto-2026	Motto für 2026.	claim-open-your-mind-2026	Slogan der Marke, der hinter ihren Kampagnen steht.	strategy-dual-home-2026	China und Europa sind beide Heimat.	strategy-ceo-2026	Harter Wettbewerb in fast allen Märkten; die Anteilseigner geben Rückhalt.	heritage-2026	Blickt auf 28 Jahre zurück.	renewal-2026	Marke, Autos und Geschäftsmodell seit 2019 erneuert.	role-mercedes-benz-2026	Gestaltet die Autos.	role-cn-2026	Die Autos werden dem Text zufolge hier gefertigt.	strategy-5-2026	Treibt das Wachstum im Ausland voran.	body-5-2026	Mittelgroßes SUV.	body-3-2026	Als Coupé beschrieben.	body-6-ehd-2026	Fließhecklimousine, die erste der Marke.	feature-6-ehd-2026	Geräumig und stromlinienförmig; ein für die Marke neues Segment.	name-6-ehd-2026	Einmal verwendeter Name, hier als dieses Auto gelesen.	body-concept-2-2026	Vorschau auf einen Zweisitzer für die Stadt.	body-2-2026	Zweisitzer für die Stadt.	first-3-keith-haring-edition	Erstes Serienauto mit der Kunst von Keith Haring.	service-smart-care-2026	Der Kundenservice wird weiter ausgebaut.	strategy-plan-2026	Neue Märkte, besserer Service sowie der #2 und der #6.
statements	where	role-tong-xiangbei-2024	Namenszeile eines Zitats	role-mandy-zhang-2024	Namenszeile eines Zitats	name-smart-automobile	Schlussabsätze über die Marke	name-smart-mobility	Bildunterschrift zur Unterzeichnung	coverage-cn-2024	zweiter Aufzählungspunkt und Vorspann	coverage-europe-2024	zweiter Aufzählungspunkt und Vorspann	coverage-middle-east-2024	zweiter Aufzählungspunkt, Vorspann und Schlussabsätze über die Marke	coverage-southeast-asia-2024	zweiter Aufzählungspunkt, Vorspann und Schlussabsätze über die Marke	coverage-south-asia-2024	zweiter Aufzählungspunkt und Vorspann	partners-middle-east-2023	Abschnitt über die weltweite Präsenz	partners-south-asia-2023	Abschnitt über die weltweite Präsenz	production-southeast-asia-2023	Abschnitt über die weltweite Präsenz, neben PROTON	strategy-aims-2023	erster Aufzählungspunkt und Vorspann	strategy-dual-home-2024	erster Aufzählungspunkt, Vorspann und Schlussabsätze über die Marke	strategy-new-model-each-year	fünfter Aufzählungspunkt, Abschnitt über Produkte und Schlussabsätze über die Marke	strategy-agency-2024	sechster Aufzählungspunkt	strategy-renewal-2024	Abschnitt über den Kapitalmarkt und Schlussabsätze über die Marke	motto-2024	Überschrift, letzter Aufzählungspunkt, Zitat und Schluss	anniversary-2023	CEO-Zitat und Abschnitt über das Jubiläum	attendance-smart-times-2023	Abschnitt über das Jubiläum	strategy-charging-cn-2024	sechster Aufzählungspunkt, Abschnitt über Technik und Bildunterschrift	feature-charging-shanghai	sechster Aufzählungspunkt und Abschnitt über Technik	strategy-lifestyle-cn-2023	Abschnitt über das Jubiläum	service-smartcare-2023	Abschnitt über das Jubiläum	service-smartidea-2023	Abschnitt über das Jubiläum	first-carbon-accounting	Absatz über Nachhaltigkeit	feature-amd-v2000	Abschnitt über Technik	first-amd-v2000	Abschnitt über Technik	body-1-2024	Schlussabsätze über die Marke	body-3-2024	Schlussabsätze über die Marke	role-own-development-2024	Schlussabsätze über die Marke	role-mercedes-benz-2024	Schlussabsätze über die Marke	role-tong-xiangbei-2025	Namenszeile eines Zitats	role-mandy-zhang-2025	Namenszeile eines Zitats	coverage-mena-2025-h1	erster Absatz	coverage-latin-america-2025-h1	erster Absatz	motto-2025	erster und letzter Absatz	strategy-dual-home-2025	Schlussabsätze über die Marke	strategy-five-years-2025	Schlussabsätze über die Marke	strategy-plan-2025	zweiter Absatz	claim-open-your-mind-2025	CMO-Zitat und letzter Absatz	strategy-campaign-2025	Abschnitt über Co-Creation	feature-1-crema-edition	Abschnitt über Co-Creation	role-tong-xiangbei-2026-early	Namenszeile eines Zitats	role-mandy-zhang-2026-early	letzter Absatz	motto-2026-advertorial	erster Absatz	strategy-2026-depth	erster Absatz	strategy-2026-ceo	CEO-Zitat	strategy-hk-2026	Absatz über Hongkong	feature-5-hk	Absatz über Hongkong	role-mercedes-benz-advertorial	Abschnitt über das Netz	role-geely-advertorial	Abschnitt über das Netz	coverage-southeast-asia-2025	Abschnitt über das Netz	coverage-oceania-2025	Abschnitt über das Netz	coverage-middle-east-2025	Abschnitt über das Netz	coverage-latin-america-2025	Abschnitt über das Netz	body-2-advertorial	Abschnitt über Produkte	feature-2-advertorial	Abschnitt über Produkte	feature-fortwo	Abschnitt über Produkte	role-tong-xiangbei-2026	Namenszeile eines Zitats	role-kang-yi-2026	Namenszeile eines Zitats	motto-2026	Grafik, Schluss und Schlussabsätze über die Marke	claim-open-your-mind-2026	zweiter Aufzählungspunkt und Abschnitt über die Marke	strategy-dual-home-2026	Vorspann und CEO-Zitat	strategy-ceo-2026	CEO-Zitat	heritage-2026	Abschnitt über die Marke	renewal-2026	Schlussabsätze über die Marke	role-mercedes-benz-2026	Abschnitt über die Marke	role-cn-2026	Abschnitt über die Marke	strategy-5-2026	Abschnitt über Partner und Bildunterschrift	body-5-2026	Abschnitt über Partner und Bildunterschrift	body-3-2026	Abschnitt über das Portfolio	body-6-ehd-2026	dritter Aufzählungspunkt, CMO-Zitat, Abschnitt über das Portfolio und Bildunterschrift	feature-6-ehd-2026	Abschnitt über das Portfolio	name-6-ehd-2026	Schlussabsätze über die Marke	body-concept-2-2026	Abschnitt über das Portfolio	body-2-2026	Abschnitt über das Portfolio	first-3-keith-haring-edition	Abschnitt über das Portfolio	service-smart-care-2026	Abschnitt über Service und CEO-Zitat	strategy-plan-2026	Schlussabsätze über die Marke`};export{t as default};
