"""What sources of lessons and dilemmas are called in the reader's language, where there is a name.

Titles of articles, laws and rulings that have no other name stay as they stand in the source.
"""

from collections.abc import Mapping, Sequence

from bot.core.model import Language, Source

_NAMES: Mapping[str, tuple[str, str]] = {  # as the lesson has it -> in German, in Dutch
    "GDPR (Regulation (EU) 2016/679)": (
        "DSGVO (Verordnung (EU) 2016/679)",
        "AVG (Verordening (EU) 2016/679)",
    ),
    "Directive 2001/83/EC": (
        "Richtlinie 2001/83/EG",
        "Richtlijn 2001/83/EG",
    ),
    "Market Abuse Regulation (EU) 596/2014": (
        "Marktmissbrauchsverordnung (EU) Nr. 596/2014",
        "Verordening marktmisbruik (EU) nr. 596/2014",
    ),
    "Directive (EU) 2016/943 on trade secrets": (
        "Richtlinie (EU) 2016/943 über Geschäftsgeheimnisse",
        "Richtlijn (EU) 2016/943 over bedrijfsgeheimen",
    ),
    "AI Act (Regulation (EU) 2024/1689)": (
        "KI-Verordnung (EU) 2024/1689",
        "AI-verordening (EU) 2024/1689",
    ),
    "Charter of Fundamental Rights of the European Union": (
        "Charta der Grundrechte der Europäischen Union",
        "Handvest van de grondrechten van de Europese Unie",
    ),
    "CJEU C-421/07 (Damgaard)": (
        "EuGH C-421/07 (Damgaard)",
        "HvJ EU C-421/07 (Damgaard)",
    ),
    "Your organisation's own rules for social media": (
        "die Social-Media-Regeln deiner Organisation",
        "de socialmediaregels van je eigen organisatie",
    ),
    "Health Relations: interview with J. Donner, Daiichi Sankyo Deutschland, on its ambassadors": (
        "Health Relations: Interview mit J. Donner, Daiichi Sankyo Deutschland, über das Botschafterprogramm",
        "Health Relations: interview met J. Donner, Daiichi Sankyo Deutschland, over de ambassadeurs",
    ),
    "GVP Module VI": (
        "GVP-Modul VI",
        "GVP-module VI",
    ),
    "EMA, GVP Module VI": (
        "EMA, GVP-Modul VI",
        "EMA, GVP-module VI",
    ),
    "ASCO abstract and embargo policies": (
        "ASCO: Regeln für Abstracts und Embargos",
        "ASCO: regels voor abstracts en embargo's",
    ),
    "CBG-MEB: reporting of adverse events": (
        "CBG-MEB: Nebenwirkungen melden",
        "CBG-MEB: bijwerkingen melden",
    ),
    "PMCPA guidance: types of activity": (
        "PMCPA-Leitfaden: Arten von Aktivität",
        "PMCPA-handleiding: soorten activiteit",
    ),
    "BGH I ZR 170/24 (31 July 2025)": (
        "BGH I ZR 170/24 (31. Juli 2025)",
        "BGH I ZR 170/24 (31 juli 2025)",
    ),
    "AuthoredUp's 372,126 posts, quoted by LinkedInsider": (
        "372.126 Beiträge bei AuthoredUp, zitiert bei LinkedInsider",
        "372.126 berichten bij AuthoredUp, aangehaald door LinkedInsider",
    ),
    "experience of one company's programme": (
        "Erfahrung aus dem Programm eines Unternehmens",
        "ervaring uit het programma van één bedrijf",
    ),
    "experience of four people from Dutch health care, 2015": (
        "Erfahrung von vier Menschen aus dem niederländischen Gesundheitswesen, 2015",
        "ervaring van vier mensen uit de Nederlandse zorg, 2015",
    ),
    "experience of a consultant in Dutch care, 2015": (
        "Erfahrung aus der Beratung in der niederländischen Pflege, 2015",
        "ervaring van een adviseur in de Nederlandse zorg, 2015",
    ),
    "experience from an evening with 25 pharma professionals": (
        "Erfahrung aus einem Abend mit 25 Fachleuten aus der Pharmabranche",
        "ervaring van een avond met 25 mensen uit de farma",
    ),
    "experience and opinion of one adviser": (
        "Erfahrung und Meinung eines Beraters",
        "ervaring en mening van één adviseur",
    ),
    "Art. 6 and 7: consent": (
        "Art. 6 und 7: Einwilligung",
        "art. 6 en 7: toestemming",
    ),
    "Art. 7, 10 and 14": (
        "Art. 7, 10 und 14",
        "art. 7, 10 en 14",
    ),
    "Art. 4 and 9": (
        "Art. 4 und 9",
        "art. 4 en 9",
    ),
    "Art. 7 and 17": (
        "Art. 7 und 17",
        "art. 7 en 17",
    ),
    "private and work kept apart; read as a copy": (
        "privat und beruflich getrennt; als Kopie gelesen",
        "privé en werk gescheiden; als kopie gelezen",
    ),
    "a vendor's count over 1.2 million posts: a correlation": (
        "Zählung eines Anbieters über 1,2 Millionen Beiträge: ein Zusammenhang, kein Beweis",
        "telling van een aanbieder over 1,2 miljoen berichten: een samenhang, geen bewijs",
    ),
    "a vendor's count over 566,957 posts: a correlation": (
        "Zählung eines Anbieters über 566.957 Beiträge: ein Zusammenhang, kein Beweis",
        "telling van een aanbieder over 566.957 berichten: een samenhang, geen bewijs",
    ),
    "a vendor's count over 900,000 posts: a correlation": (
        "Zählung eines Anbieters über 900.000 Beiträge: ein Zusammenhang, kein Beweis",
        "telling van een aanbieder over 900.000 berichten: een samenhang, geen bewijs",
    ),
    "a vendor's study: a correlation that differs by language": (
        "Untersuchung eines Anbieters: ein Zusammenhang, je nach Sprache verschieden",
        "onderzoek van een aanbieder: een samenhang, per taal anders",
    ),
    "a vendor's experience, no study": (
        "Erfahrung eines Anbieters, keine Studie",
        "ervaring van een aanbieder, geen onderzoek",
    ),
    "second-hand report of a count over 3,368 posts: a correlation": (
        "Bericht aus zweiter Hand über eine Zählung von 3.368 Beiträgen: ein Zusammenhang, kein Beweis",
        "verslag uit de tweede hand van een telling over 3.368 berichten: een samenhang, geen bewijs",
    ),
    "second-hand: about 140 characters on a phone": (
        "aus zweiter Hand: etwa 140 Zeichen auf dem Handy",
        "uit de tweede hand: ongeveer 140 tekens op een telefoon",
    ),
    "an estimate: sources disagree, the network may change it": (
        "eine Schätzung: Quellen sind sich uneinig, und das Netzwerk kann es ändern",
        "een schatting: bronnen zijn het oneens en het netwerk kan het veranderen",
    ),
    "4.99 million posts: a small effect, and other counts disagree": (
        "4,99 Millionen Beiträge: eine kleine Wirkung, andere Zählungen widersprechen",
        "4,99 miljoen berichten: een klein effect, andere tellingen spreken het tegen",
    ),
    "practice of people who make screens readable": (
        "Praxis von Fachleuten für barrierefreie Texte",
        "praktijk van mensen die schermen leesbaar maken",
    ),
    "employee's photo of a congress stand": (
        "Foto eines Kongressstandes von einer Angestellten",
        "foto van een congresstand door een medewerker",
    ),
    "an employee's LinkedIn photo of a congress stand": (
        "Foto eines Kongressstandes auf LinkedIn von einer Angestellten",
        "foto van een congresstand op LinkedIn door een medewerker",
    ),
    "licence news from abroad shared and liked": (
        "Meldung über eine Zulassung im Ausland, geteilt und mit „Gefällt mir“ versehen",
        "nieuws over een registratie in het buitenland, gedeeld en geliket",
    ),
    "employees engaged with a researcher's post on an unlicensed product": (
        "Reaktionen von Angestellten auf den Beitrag einer Forscherin zu einem nicht zugelassenen Mittel",
        "reacties van medewerkers op het bericht van een onderzoeker over een niet-geregistreerd middel",
    ),
    "“Great to have you onboard!”: no breach, after an appeal": (
        "„Great to have you onboard!“: kein Verstoß, nach einem Einspruch",
        "‘Great to have you onboard!’: geen overtreding, na beroep",
    ),
    "hope, pride and a link, without a brand name": (
        "Hoffnung, Stolz und ein Link, ohne Markennamen",
        "hoop, trots en een link, zonder merknaam",
    ),
    "product name in a profile": (
        "Produktname in einem Profil",
        "productnaam in een profiel",
    ),
    "an employee's like of a product post": (
        "„Gefällt mir“ einer Angestellten unter einem Produktbeitrag",
        "like van een medewerker bij een productbericht",
    ),
    "an employee liked the parent company's product post": (
        "„Gefällt mir“ einer Angestellten unter dem Produktbeitrag der Muttergesellschaft",
        "like van een medewerker bij het productbericht van het moederbedrijf",
    ),
    "links are part of the post": (
        "Links gehören zum Beitrag",
        "links horen bij het bericht",
    ),
    "VI.B.2: what makes a report; the 24 hours are house practice": (
        "VI.B.2: was eine Meldung ausmacht; die 24 Stunden sind Hausregel",
        "VI.B.2: wat een melding maakt; de 24 uur zijn huisregel",
    ),
    "VI.B.2: what makes a report": (
        "VI.B.2: was eine Meldung ausmacht",
        "VI.B.2: wat een melding maakt",
    ),
    "VI.B.2: a report needs a suspected product": (
        "VI.B.2: zu einer Meldung gehört ein verdächtigtes Mittel",
        "VI.B.2: bij een melding hoort een verdacht middel",
    ),
    "Art. 86(2): what is no advertising": (
        "Art. 86 Abs. 2: was keine Werbung ist",
        "art. 86 lid 2: wat geen reclame is",
    ),
    "Art. 86(2): information on health or diseases": (
        "Art. 86 Abs. 2: Informationen über Gesundheit oder Krankheiten",
        "art. 86 lid 2: informatie over gezondheid of ziekten",
    ),
    "Art. 88(1)(a)": (
        "Art. 88 Abs. 1 Buchst. a",
        "art. 88 lid 1 onder a",
    ),
    "2023, as reported by zm": (
        "2023, nach einem Bericht der zm",
        "2023, volgens zm",
    ),
    "data are confidential from submission on": (
        "Daten sind ab der Einreichung vertraulich",
        "gegevens zijn vertrouwelijk vanaf de indiening",
    ),
    "confidential from submission until the embargo lifts": (
        "vertraulich von der Einreichung bis zum Ende des Embargos",
        "vertrouwelijk vanaf de indiening tot het einde van het embargo",
    ),
    "Art. 50(4)": (
        "Art. 50 Abs. 4",
        "art. 50 lid 4",
    ),
    "§ 203(4) and (5): staff too, and after death": (
        "§ 203 Abs. 4 und 5: auch Mitwirkende, auch nach dem Tod",
        "§ 203 lid 4 en 5: ook medewerkers, ook na overlijden",
    ),
    "pictures of a patient on a private account": (
        "Bilder eines Patienten auf einem privaten Konto",
        "foto's van een patiënt op een privéaccount",
    ),
    "§ 22: consent": (
        "§ 22: Einwilligung",
        "§ 22: toestemming",
    ),
    "respect, and who may read along": (
        "Respekt, und wer mitlesen kann",
        "respect, en wie er meeleest",
    ),
    "the law is for everyone": (
        "das Gesetz gilt für alle",
        "de wet geldt voor iedereen",
    ),
    "§ 11(1) sentence 3": (
        "§ 11 Abs. 1 Satz 3",
        "§ 11 lid 1, derde zin",
    ),
    "§ 10(1)": (
        "§ 10 Abs. 1",
        "§ 10 lid 1",
    ),
    "§ 5: free expression": (
        "§ 5: freie Meinungsäußerung",
        "§ 5: vrijheid van meningsuiting",
    ),
    "§ 5a(4)": (
        "§ 5a Abs. 4",
        "§ 5a lid 4",
    ),
    "§ 4 no. 1 and 2": (
        "§ 4 Nr. 1 und 2",
        "§ 4 nr. 1 en 2",
    ),
    "confidentiality": (
        "Vertraulichkeit",
        "vertrouwelijkheid",
    ),
    "Art. 4(1), recital 26: who can be identified": (
        "Art. 4 Nr. 1, Erwägungsgrund 26: wer erkennbar ist",
        "art. 4 lid 1, overweging 26: wie herkenbaar is",
    ),
    "third parties can advertise too": (
        "auch Dritte können werben",
        "ook derden kunnen reclame maken",
    ),
    "purpose and effect of a message count": (
        "Zweck und Wirkung einer Botschaft zählen",
        "doel en effect van een boodschap tellen",
    ),
    "independent third parties can advertise too": (
        "auch unabhängige Dritte können werben",
        "ook onafhankelijke derden kunnen reclame maken",
    ),
    "secrecy; patients' own disclosures": (
        "Schweigepflicht; was Patientinnen und Patienten selbst erzählen",
        "beroepsgeheim; wat patiënten zelf vertellen",
    ),
    "limits of remote treatment": (
        "Grenzen der Fernbehandlung",
        "grenzen van behandelen op afstand",
    ),
    "an improper comment is quickly sent": (
        "ein unpassender Kommentar ist schnell abgeschickt",
        "een ongepaste opmerking is zo verstuurd",
    ),
    "an anonymous case that a relative recognised": (
        "ein anonymer Fall, den Angehörige erkannten",
        "een anonieme casus die familie herkende",
    ),
    "before-and-after pictures of injections, on Instagram": (
        "Vorher-nachher-Bilder von Injektionen auf Instagram",
        "voor- en nafoto's van injecties op Instagram",
    ),
}


def name_sources(sources: Sequence[Source], language: Language) -> str:
    """Name sources in a language, one after the other."""
    return "; ".join(
        ", ".join(translate_name(part, language) for part in (one.title, one.section) if part)
        for one in sources
    )


def translate_name(name: str, language: Language) -> str:
    """Give the name of a source, or a part of it, in a language; as it is where there is none."""
    if language == "en" or name not in _NAMES:
        return name
    german, dutch = _NAMES[name]
    return german if language == "de" else dutch
