"""What each figure is called, how it is worked out, what it means and what it does not mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.proof.report import FigureKind


@dataclass(frozen=True)
class FigureWording:
    """The words of one figure."""

    title: str
    formula: str
    means: str
    means_not: str


@dataclass(frozen=True)
class ProofWording:
    """The words of the report, wherever it is shown."""

    title: str
    period: str  # {first} {last}
    quarter: str  # {quarter} {year}
    lead: str
    headlines: str
    formula: str
    means: str
    means_not: str
    people: str  # {count}
    no_people: str
    too_few: str
    at_least: str  # {value}
    growth: str  # {percent}
    half: str  # {time}
    most: str  # {time}
    within: str  # {time}
    months: str
    part: str
    value: str
    up_to: str
    figure: str
    seconds: str  # {count}
    minutes: str
    hours: str
    days: str
    one_hour: str
    one_day: str
    one_minute: str
    one_second: str
    rounding: str
    figures: Mapping[FigureKind, FigureWording]


_F = FigureWording
PROOF_WORDINGS: Mapping[Language, ProofWording] = {
    "de": ProofWording(
        title="Was das Programm gebracht hat",
        period="{first} bis {last}",
        quarter="{quarter}. Quartal {year}",
        lead="Zahlen, die Kolleginnen und Kollegen selbst gemeldet haben, und was Jourfix gezählt hat. Zu jeder steht, was sie sagt und was nicht.",
        headlines="Auf einen Blick",
        formula="So gerechnet",
        means="Das sagt die Zahl",
        means_not="Das sagt sie nicht",
        people="Beruht auf mindestens {count} Personen.",
        no_people="Beruht auf dem, was die Redaktion eingetragen hat.",
        too_few="Noch nichts zu zeigen: Es waren zu wenige Personen, oder die Zahl würde verraten, was Einzelne getan haben.",
        at_least="mindestens {value}",
        growth="{percent} % gegenüber dem Anfang",
        half="Die Hälfte innerhalb von: {time}",
        most="Neun von zehn innerhalb von: {time}",
        within="höchstens {time}",
        months="Monate",
        part="Thema oder Regel",
        value="Wert",
        up_to="Neun von zehn",
        figure="Zahl",
        seconds="{count} Sekunden",
        minutes="{count} Minuten",
        hours="{count} Stunden",
        days="{count} Tage",
        one_hour="1 Stunde",
        one_day="1 Tag",
        one_minute="1 Minute",
        one_second="1 Sekunde",
        rounding="Gezeigt wird nur, was auf zehn Personen oder mehr beruht. Monate mit weniger kommen zu den folgenden und zählen dort, wo sie enden. Ein Monat wird zwei Wochen nach seinem Ende abgeschlossen und ändert sich dann nicht mehr.",
        figures={
            "reach": _F(
                "Reichweite der Posts",
                "Summe der gemeldeten Impressionen aller Posts, auf drei Stellen gerundet",
                "So oft wurden Posts angezeigt, deren Zahlen gemeldet wurden.",
                "Nicht, wie viele Menschen es waren, und nicht, ob sie etwas gelesen oder danach getan haben. Im Absatz ist das nicht messbar.",
            ),
            "engagement": _F(
                "Reaktionen auf Posts",
                "Reaktionen + Kommentare + Teilungen + Klicks + Speicherungen, wie gemeldet, auf drei Stellen gerundet",
                "So oft haben Menschen auf einen Post geantwortet.",
                "Nicht, ob sie zustimmen, und nicht, wer sie sind.",
            ),
            "followers": _F(
                "Follower der Unternehmensseite",
                "Von der Redaktion eingetragener Stand je Monat; Zuwachs = (Stand − Anfang) ÷ Anfang",
                "So hat sich die Zahl der Follower seit dem ersten eingetragenen Monat verändert.",
                "Nicht, dass das Programm die Ursache ist: Eigene Posts der Seite, Kampagnen und Ereignisse wirken mit.",
            ),
            "posts": _F(
                "Gemeldete Posts",
                "Anzahl der Posts, die gemeldet wurden, nach dem Monat der Meldung",
                "So viele Posts haben Kolleginnen und Kollegen von sich aus gemeldet.",
                "Nicht, wie viel gepostet wurde: Wer nichts meldet, hat trotzdem vielleicht gepostet. Mehr ist nicht besser; ein guter Post im Monat ist gut.",
            ),
            "themes": _F(
                "Posts nach Themen",
                "Posts, deren Titel oder Stichwort ein Wort des Hashtag-Katalogs enthält, auf Zehner abgerundet",
                "Worüber am häufigsten geschrieben wurde.",
                "Nicht jedes Thema wird erkannt, und seltene fehlen hier ganz.",
            ),
            "drafts": _F(
                "Geprüfte Entwürfe",
                "Anzahl der Antworten auf Entwürfe; jede neue Fassung zählt",
                "So oft wurde ein Entwurf vor dem Posten geprüft.",
                "Nicht, wie viele Posts daraus wurden, und nicht, wie gut die Entwürfe waren.",
            ),
            "answer-time": _F(
                "Zeit bis zur Antwort auf einen Entwurf",
                "Median und 90-%-Wert der Sekunden je Prüfung, auf Klassen aufgerundet; letzter Zeitraum",
                "So lange wartet, wer einen Entwurf schickt.",
                "Nicht, wie lange das Überarbeiten dauert.",
            ),
            "go-share": _F(
                "Anteil „so posten“",
                "Prüfungen mit „so posten“ ÷ alle Prüfungen, gerundet; ab hundert Prüfungen; letzter Zeitraum",
                "So viele Entwürfe brauchten keine Änderung und niemanden aus der Redaktion.",
                "Keine Note für Menschen. Ein niedriger Anteil kann heißen, dass Schwieriges gefragt wird, und das ist gut.",
            ),
            "rules": _F(
                "Woran am meisten gelernt wurde",
                "Prüfungen, in denen die Regel etwas zu sagen hatte, auf Zehner abgerundet",
                "Zu diesen Regeln lohnt sich eine Lektion oder ein Beispiel.",
                "Keine Verstöße: Es waren Entwürfe, und sie wurden vor dem Posten besprochen.",
            ),
            "votes": _F(
                "Stimmen zu Dilemmas",
                "Anzahl der abgegebenen Stimmen, auf Zehner abgerundet",
                "So oft wurde über ein Dilemma nachgedacht.",
                "Nicht, ob jemand danach anders schreibt.",
            ),
            "visits": _F(
                "Zusagen zu Terminen",
                "Zusagen mit Platz zu Jourfixen und Lernterminen, auf Zehner abgerundet",
                "So oft wollten Menschen dabei sein.",
                "Nicht, wer wirklich da war: Das hält niemand fest.",
            ),
            "cases": _F(
                "Fälle für die Redaktion",
                "Anzahl der Entwürfe, die Menschen vorgelegt wurden, auf Zehner abgerundet",
                "So oft hat ein Mensch mitgelesen, weil jemand darum bat.",
                "Nicht, wie riskant die Texte waren.",
            ),
            "case-time": _F(
                "Wartezeit der Fälle",
                "Median und 90-%-Wert von der Vorlage bis zur Antwort, auf Klassen aufgerundet; letzter Zeitraum",
                "So lange wartet, wer eine Antwort der Redaktion braucht; Wochenenden zählen mit.",
                "Nicht, wie viel Arbeit ein Fall macht.",
            ),
            "cost": _F(
                "Kosten des Programms",
                "Summe der eingetragenen Kosten",
                "Das wurde für das Programm eingetragen.",
                "Nicht die Zeit der Kolleginnen und Kollegen, sofern sie niemand eingetragen hat.",
            ),
            "cost-per-post": _F(
                "Kosten je gemeldetem Post",
                "Kosten der Monate, für die Posts gezeigt werden ÷ diese Posts",
                "Ein Anhaltspunkt, um Jahre zu vergleichen.",
                "Nicht, was ein Post wert ist: Schulung und Sicherheit wirken länger.",
            ),
            "cost-per-reach": _F(
                "Kosten je 1.000 Impressionen",
                "1.000 × Kosten der Monate, für die Reichweite gezeigt wird ÷ diese Reichweite",
                "Ein Anhaltspunkt, um es neben andere Wege zu legen.",
                "Nicht dasselbe wie gekaufte Reichweite: Hier spricht ein Mensch zu Menschen, die ihn kennen.",
            ),
        },
    ),
    "nl": ProofWording(
        title="Wat het programma heeft opgeleverd",
        period="{first} tot en met {last}",
        quarter="{quarter}e kwartaal {year}",
        lead="Cijfers die collega’s zelf hebben doorgegeven, en wat Jourfix heeft geteld. Bij elk cijfer staat wat het zegt en wat niet.",
        headlines="In één oogopslag",
        formula="Zo berekend",
        means="Dit zegt het cijfer",
        means_not="Dit zegt het niet",
        people="Gebaseerd op minstens {count} mensen.",
        no_people="Gebaseerd op wat de redactie heeft ingevuld.",
        too_few="Nog niets te laten zien: het waren te weinig mensen, of het cijfer zou verraden wat iemand heeft gedaan.",
        at_least="minstens {value}",
        growth="{percent} % ten opzichte van het begin",
        half="De helft binnen: {time}",
        most="Negen van de tien binnen: {time}",
        within="hooguit {time}",
        months="Maanden",
        part="Thema of regel",
        value="Waarde",
        up_to="Negen van de tien",
        figure="Cijfer",
        seconds="{count} seconden",
        minutes="{count} minuten",
        hours="{count} uur",
        days="{count} dagen",
        one_hour="1 uur",
        one_day="1 dag",
        one_minute="1 minuut",
        one_second="1 seconde",
        rounding="Je ziet alleen wat op tien of meer mensen is gebaseerd. Maanden met minder gaan samen met de volgende en tellen mee waar ze eindigen. Een maand wordt twee weken na het einde afgesloten en verandert daarna niet meer.",
        figures={
            "reach": _F(
                "Bereik van de posts",
                "Som van de doorgegeven weergaven van alle posts, afgerond op drie cijfers",
                "Zo vaak zijn posts vertoond waarvan de cijfers zijn doorgegeven.",
                "Niet hoeveel mensen dat waren, en niet of ze iets lazen of daarna deden. In de omzet is dit niet te meten.",
            ),
            "engagement": _F(
                "Reacties op posts",
                "Reacties + opmerkingen + gedeeld + kliks + bewaard, zoals doorgegeven, afgerond op drie cijfers",
                "Zo vaak hebben mensen op een post gereageerd.",
                "Niet of ze het ermee eens zijn, en niet wie ze zijn.",
            ),
            "followers": _F(
                "Volgers van de bedrijfspagina",
                "Stand per maand die de redactie invulde; groei = (stand − begin) ÷ begin",
                "Zo is het aantal volgers veranderd sinds de eerste ingevulde maand.",
                "Niet dat het programma de oorzaak is: eigen posts van de pagina, campagnes en nieuws tellen mee.",
            ),
            "posts": _F(
                "Doorgegeven posts",
                "Aantal posts dat is doorgegeven, in de maand van doorgeven",
                "Zoveel posts hebben collega’s uit zichzelf doorgegeven.",
                "Niet hoeveel er is gepost: wie niets doorgeeft, heeft misschien toch gepost. Meer is niet beter; één goede post per maand is goed.",
            ),
            "themes": _F(
                "Posts per thema",
                "Posts met in titel of trefwoord een woord uit de hashtagcatalogus, naar beneden afgerond op tientallen",
                "Waarover het vaakst is geschreven.",
                "Niet elk thema wordt herkend, en zeldzame ontbreken hier.",
            ),
            "drafts": _F(
                "Bekeken concepten",
                "Aantal antwoorden op concepten; elke nieuwe versie telt",
                "Zo vaak is een concept vóór het posten bekeken.",
                "Niet hoeveel posts ervan kwamen, en niet hoe goed de concepten waren.",
            ),
            "answer-time": _F(
                "Tijd tot het antwoord op een concept",
                "Mediaan en 90 %-waarde van de seconden per keer, naar boven afgerond op klassen; laatste periode",
                "Zo lang wacht wie een concept stuurt.",
                "Niet hoe lang het aanpassen duurt.",
            ),
            "go-share": _F(
                "Aandeel ‘zo plaatsen’",
                "Antwoorden met ‘zo plaatsen’ ÷ alle antwoorden, afgerond; vanaf honderd; laatste periode",
                "Zoveel concepten hadden geen wijziging en niemand van de redactie nodig.",
                "Geen cijfer voor mensen. Een laag aandeel kan betekenen dat juist het lastige wordt gevraagd, en dat is goed.",
            ),
            "rules": _F(
                "Waarvan het meest is geleerd",
                "Antwoorden waarin de regel iets te zeggen had, naar beneden afgerond op tientallen",
                "Bij deze regels loont een les of een voorbeeld.",
                "Geen overtredingen: het waren concepten, en ze zijn vóór het posten besproken.",
            ),
            "votes": _F(
                "Stemmen bij dilemma’s",
                "Aantal uitgebrachte stemmen, naar beneden afgerond op tientallen",
                "Zo vaak is over een dilemma nagedacht.",
                "Niet of iemand daarna anders schrijft.",
            ),
            "visits": _F(
                "Aanmeldingen voor bijeenkomsten",
                "Aanmeldingen met een plek voor jourfixen en leermomenten, naar beneden afgerond op tientallen",
                "Zo vaak wilden mensen erbij zijn.",
                "Niet wie er echt was: dat houdt niemand bij.",
            ),
            "cases": _F(
                "Vragen aan de redactie",
                "Aantal concepten dat aan mensen is voorgelegd, naar beneden afgerond op tientallen",
                "Zo vaak las een mens mee omdat iemand daarom vroeg.",
                "Niet hoe riskant de teksten waren.",
            ),
            "case-time": _F(
                "Wachttijd van die vragen",
                "Mediaan en 90 %-waarde van voorleggen tot antwoord, naar boven afgerond op klassen; laatste periode",
                "Zo lang wacht wie een antwoord van de redactie nodig heeft; weekenden tellen mee.",
                "Niet hoeveel werk een vraag kost.",
            ),
            "cost": _F(
                "Kosten van het programma",
                "Som van de ingevulde kosten",
                "Dit is voor het programma ingevuld.",
                "Niet de tijd van collega’s, als niemand die heeft ingevuld.",
            ),
            "cost-per-post": _F(
                "Kosten per doorgegeven post",
                "Kosten van de maanden waarvan posts te zien zijn ÷ die posts",
                "Een houvast om jaren te vergelijken.",
                "Niet wat een post waard is: training en zekerheid werken langer door.",
            ),
            "cost-per-reach": _F(
                "Kosten per 1.000 weergaven",
                "1.000 × kosten van de maanden waarvan bereik te zien is ÷ dat bereik",
                "Een houvast om het naast andere wegen te leggen.",
                "Niet hetzelfde als gekocht bereik: hier spreekt een mens tot mensen die hem kennen.",
            ),
        },
    ),
    "en": ProofWording(
        title="What the programme has brought",
        period="{first} to {last}",
        quarter="Q{quarter} {year}",
        lead="Numbers that colleagues handed in themselves, and what Jourfix counted. Beside each stands what it means and what it does not.",
        headlines="At a glance",
        formula="How it is worked out",
        means="What it means",
        means_not="What it does not mean",
        people="Rests on at least {count} people.",
        no_people="Rests on what the comms team entered.",
        too_few="Nothing to show yet: there were too few people, or the number would give away what somebody did.",
        at_least="at least {value}",
        growth="{percent}% against the start",
        half="Half within: {time}",
        most="Nine in ten within: {time}",
        within="at most {time}",
        months="Months",
        part="Theme or rule",
        value="Value",
        up_to="Nine in ten",
        figure="Figure",
        seconds="{count} seconds",
        minutes="{count} minutes",
        hours="{count} hours",
        days="{count} days",
        one_hour="1 hour",
        one_day="1 day",
        one_minute="1 minute",
        one_second="1 second",
        rounding="Only what rests on ten people or more is shown. Months with fewer are put together with the next, and count where they end. A month is closed two weeks after its end and does not change any more.",
        figures={
            "reach": _F(
                "Reach of the posts",
                "Sum of the impressions handed in for all posts, rounded to three digits",
                "How often posts were shown whose numbers were handed in.",
                "Not how many people that was, nor whether they read it or did anything after. It cannot be measured in sales.",
            ),
            "engagement": _F(
                "Reactions to posts",
                "Reactions + comments + shares + clicks + saves as handed in, rounded to three digits",
                "How often people responded to a post.",
                "Not whether they agree, nor who they are.",
            ),
            "followers": _F(
                "Followers of the company page",
                "The number that the comms team entered for each month; growth = (number − start) ÷ start",
                "How the number of followers changed since the first month entered.",
                "Not that the programme caused it: the page’s own posts, campaigns and news play their part.",
            ),
            "posts": _F(
                "Posts handed in",
                "Count of posts handed in, by the month in which they were",
                "How many posts colleagues handed in of their own accord.",
                "Not how much was posted: whoever hands nothing in may well have posted. More is not better; one good post a month is good.",
            ),
            "themes": _F(
                "Posts by theme",
                "Posts whose title or note has a word of the hashtag catalogue, rounded down to tens",
                "What was written about most.",
                "Not every theme is recognised, and rare ones are missing here.",
            ),
            "drafts": _F(
                "Drafts reviewed",
                "Count of answers to drafts; every new version counts",
                "How often a draft was looked at before it was posted.",
                "Not how many posts came of them, nor how good the drafts were.",
            ),
            "answer-time": _F(
                "Time to the answer to a draft",
                "Median and 90% value of the seconds of each review, rounded up to classes; latest period",
                "How long whoever sends a draft waits.",
                "Not how long the rewriting takes.",
            ),
            "go-share": _F(
                "Share answered “go” at once",
                "Reviews with “go” ÷ all reviews, rounded; from a hundred reviews on; latest period",
                "How many drafts needed no change and nobody of the comms team.",
                "No mark for people. A low share can mean that people ask about what is hard, and that is good.",
            ),
            "rules": _F(
                "Which rules teach most",
                "Reviews in which the rule had something to say, rounded down to tens",
                "For these rules a lesson or an example is worth the effort.",
                "No breaches: these were drafts, and they were talked over before they were posted.",
            ),
            "votes": _F(
                "Votes on dilemmas",
                "Count of votes cast, rounded down to tens",
                "How often somebody thought about a dilemma.",
                "Not whether anybody writes differently after.",
            ),
            "visits": _F(
                "Places taken at events",
                "Yeses with a place at jourfixes and learning sessions, rounded down to tens",
                "How often people wanted to be there.",
                "Not who was there: nobody keeps that.",
            ),
            "cases": _F(
                "Cases for the comms team",
                "Count of drafts that were handed to people, rounded down to tens",
                "How often a person read along because somebody asked.",
                "Not how risky the texts were.",
            ),
            "case-time": _F(
                "Waiting time of cases",
                "Median and 90% value from handing over to the answer, rounded up to classes; latest period",
                "How long whoever needs an answer of the comms team waits; weekends count.",
                "Not how much work a case is.",
            ),
            "cost": _F(
                "Cost of the programme",
                "Sum of the costs entered",
                "What was entered for the programme.",
                "Not colleagues’ time, unless somebody entered it.",
            ),
            "cost-per-post": _F(
                "Cost per post handed in",
                "Cost of the months of which posts are shown ÷ those posts",
                "Something to compare years by.",
                "Not what a post is worth: training and confidence last longer.",
            ),
            "cost-per-reach": _F(
                "Cost per 1,000 impressions",
                "1,000 × cost of the months of which reach is shown ÷ that reach",
                "Something to put beside other ways.",
                "Not the same as bought reach: here a person speaks to people who know them.",
            ),
        },
    ),
}
