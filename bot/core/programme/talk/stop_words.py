"""Words that say nothing of a theme, folded, by language. Pure."""

from collections.abc import Mapping

from bot.core.model import Language

STOP_WORDS: Mapping[Language, frozenset[str]] = {
    "de": frozenset(
        "ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei"
        " beim bereits besser bis bisher bleiben bleibt braucht brauchen dabei dafuer damit"
        " danach dann daran darauf darf das dass dem den denen denn der deren des dessen"
        " deutlich die dies diese diesem diesen dieser dieses doch dort drei droht drohen durch"
        " duerfen ein eine einem einen einer eines einfach einmal erst erste ersten erstmals es"
        " etwa etwas euch fast fordert fordern fuer gab geben gegen geht gehen gibt gute guten"
        " haben hat hatte hier hilft helfen ihr ihre ihrem ihren im immer in ins ist ja jahr"
        " jahre jahren jede jeden jeder jetzt kann kein keine keinen kommt kommen koennen"
        " koennte kuenftig kurz laut lang lange lassen macht machen man mehr mehrere mein"
        " meisten mit muessten muss muessen nach nachrichten neu neue neuem neuen neuer neues"
        " nicht nichts noch nun nur ob oder ohne prozent rund sagt schon sehr sei sein seine"
        " seinem seinen seit sich sie sieht sind so sogar soll sollen sollte sowie statt steigt"
        " steht startet tag tage ueber um und uns unser unsere unter viel viele vielen vom von"
        " vor waehrend war waren warum was weg wegen weil weiter weitere welche wenig weniger"
        " wenn wer werden wie wieder will wir wird wirklich wo woche wochen wollen wurde wurden"
        " zahl zeigt zeigen zu zum zur zwei zwischen aktuell aktuelle heute morgen gestern"
        " interview kommentar podcast video news ticker update".split()
    ),
    "nl": frozenset(
        "aan aantal al alle alleen als altijd andere blijft bij binnen blijven daar daarom dan"
        " dat de deze die dit doen doet door dus echt een eerste elk elke en er geen goed goede"
        " gaan gaat had hebben heeft helpt hem het hier hij hoe hun iets ik in is ja jaar jaren"
        " je jouw kan keer kent kleine komt komen krijgen krijgt kunnen laat laten maak maakt"
        " maar maken mag meer meest men met mijn minder moet moeten na naar niet nieuwe nieuw"
        " nieuws niets nog nu of om omdat onder ons onze ook op over per procent samen sinds"
        " snel staat start steeds straks te tegen ten ter terug tijd toch toe tot tussen twee"
        " uit uw vaak van vandaag veel verder vier voor vooral vraagt vragen waar waarom wat"
        " week weken weer wel welke werd werden wie wij wil willen worden wordt zegt zich zien"
        " zij zijn zo zonder zou zullen drie dag dagen gisteren morgen update podcast video"
        " column interview blog".split()
    ),
    "en": frozenset(
        "a about across after again against all also amid among an and another any are around"
        " as at back be because been before being best between both but by call calls can could"
        " day days did do does down due during each even ever every face faces few find finds"
        " first for from get gets give gives go goes good had has have help helps her here his"
        " how i if in into is it its just key know last latest launch launches less like list"
        " live long made make makes making many may me million month months more most much must"
        " need needs new news next no not now of off on one only or other our out over own per"
        " percent podcast report reports rise rises s said say says see set she should show"
        " shows since so some still such t take takes than that the their them then there these"
        " they this those three through time to today tomorrow too top two under up update urge"
        " urges us use used using very via video want wants was watch way we week weeks were"
        " what when where which while who why will with without would year years yesterday you"
        " your interview".split()
    ),
}
# Endings of words for things and states: German and Dutch headlines write names as large as nouns.
ENDINGS: Mapping[Language, tuple[str, ...]] = {
    "de": tuple(
        "ungen ung heiten heit keiten keit schaften schaft tionen tion itaet mangel kraefte"
        " kraft reform reformen versorgung gesetz gesetze haeuser haus kosten medizin therapie"
        " technik daten schutz bedarf alltag berufe beruf pflege forschung geraete hygiene"
        " praevention praxen praxis kliniken klinik impfstoff wechsel streik streiks plan"
        " sicherheit akte arbeit zeit zeiten ismus".split()
    ),
    "nl": tuple(
        "ingen ing heden heid schap tie ties iteit tekort tekorten zorg wet wetten huizen huis"
        " kosten geneeskunde therapie techniek gegevens data beroep beroepen onderzoek preventie"
        " praktijk praktijken kliniek vaccin staking stakingen lijst lijsten veiligheid werk"
        " druk beleid isme".split()
    ),
    "en": tuple(
        "tions tion ments ment ness ships ship ities ity ism care health staffing shortage"
        " safety strike strikes research".split()
    ),
}
