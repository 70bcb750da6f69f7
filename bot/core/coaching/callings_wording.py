"""What people of one calling may always tell, in three languages.

Read with rules in mind: nothing here is a product, a patient, a result or a colleague.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.coaching.callings import Calling
from bot.core.model import Language


@dataclass(frozen=True)
class CallingWording:
    """What is said to people of one calling.

    Args:
        first: One line after joining.
        allowed: What stands first in the list of what is always fine.
    """

    first: str
    allowed: tuple[str, ...]


CALLING_WORDINGS: Mapping[Language, Mapping[Calling, CallingWording]] = {
    "de": {
        "doctor": CallingWording(
            "Als Ärztin oder Arzt darfst du immer erzählen, warum du Medizin machst und was du von deinem Team lernst. "
            "Nur Patientinnen und Patienten bleiben draußen.",
            (
                "Warum du Medizin machst und was dich durch lange Dienste trägt",
                "Weiterbildung, Lehre, Kongresse: was dich dort zum Nachdenken gebracht hat (ohne Präparate)",
                "Wie ihr im Team zusammenarbeitet, von der Übergabe bis zum Kaffee danach",
            ),
        ),
        "nurse": CallingWording(
            "Aus der Pflege darfst du immer erzählen, was deinen Beruf ausmacht und was euer Team zusammenhält. Nur die "
            "Menschen, um die ihr euch kümmert, bleiben draußen.",
            (
                "Was deinen Beruf ausmacht und warum du ihn gewählt hast",
                "Übergabe, Dienstplan, Zusammenhalt: wie euer Team den Tag schafft",
                "Ausbildung, Praxisanleitung und Weiterbildung in der Pflege",
            ),
        ),
        "sales": CallingWording(
            "Aus dem Außendienst darfst du immer erzählen, wie dein Tag läuft und was du über gute Gespräche gelernt "
            "hast. Nur Produkte, Praxen und Kliniken bleiben draußen.",
            (
                "Wie ein Tag im Außendienst läuft: Wege, Vorbereitung, Feierabend (ohne Produkte und Kunden)",
                "Was du über Zuhören und gute Gespräche gelernt hast",
                "Dein Team, dein Weg in den Beruf, deine Region",
            ),
        ),
        "research": CallingWording(
            "Aus Labor und Forschung darfst du immer erzählen, was dich an deinem Fach fesselt und wie dein Alltag "
            "aussieht. Nur Ergebnisse und laufende Projekte bleiben draußen.",
            (
                "Was dich an deinem Fach fesselt und wie du dazu gekommen bist",
                "Wie Forschung im Alltag aussieht: Handwerk, Geduld, zweite Versuche (ohne Ergebnisse und Projektnamen)",
                "Sicherheit, Qualität und Nachhaltigkeit im Labor, in Worten statt mit Fotos von Bildschirmen",
            ),
        ),
        "hr": CallingWording(
            "Aus der Personalarbeit darfst du immer erzählen, welche Stellen offen sind und was dir an der Arbeit mit "
            "Menschen Freude macht. Nur einzelne Menschen bleiben draußen.",
            (
                "Offene Stellen, und wie eine Bewerbung bei euch abläuft",
                "Ausbildung, Einarbeitung, Vereinbarkeit: alles, was ihr schon veröffentlicht habt",
                "Was dir an der Arbeit mit Menschen Freude macht (ohne jemanden zu nennen)",
            ),
        ),
    },
    "nl": {
        "doctor": CallingWording(
            "Als arts mag je altijd vertellen waarom je dit vak koos en wat je van je team leert. Alleen patiënten "
            "blijven erbuiten.",
            (
                "Waarom je voor de geneeskunde koos en wat je door lange diensten heen helpt",
                "Opleiding, onderwijs, congressen: wat je daar aan het denken zette (zonder middelen te noemen)",
                "Hoe jullie als team samenwerken, van de overdracht tot de koffie erna",
            ),
        ),
        "nurse": CallingWording(
            "Werk je in de zorg, dan mag je altijd vertellen wat je vak zo mooi maakt en wat jullie team bij elkaar houdt. Alleen de "
            "mensen voor wie jullie zorgen, blijven erbuiten.",
            (
                "Wat je vak zo mooi maakt en waarom je het koos",
                "Overdracht, rooster, saamhorigheid: hoe jullie team de dag rondkrijgt",
                "Opleiding, stagebegeleiding en bijscholing in de zorg",
            ),
        ),
        "sales": CallingWording(
            "Werk je in de buitendienst, dan mag je altijd vertellen hoe je dag eruitziet en wat je over goede gesprekken leerde. "
            "Alleen producten, praktijken en ziekenhuizen blijven erbuiten.",
            (
                "Hoe een dag in de buitendienst eruitziet: onderweg, voorbereiden, thuiskomen (zonder producten en klanten)",
                "Wat je hebt geleerd over luisteren en goede gesprekken",
                "Je team, hoe je in dit vak terechtkwam, jouw regio",
            ),
        ),
        "research": CallingWording(
            "Werk je in het lab of het onderzoek, dan mag je altijd vertellen wat je boeit in je vak en hoe je dag eruitziet. Alleen "
            "resultaten en lopende projecten blijven erbuiten.",
            (
                "Wat je boeit in je vak en hoe je erin terechtkwam",
                "Hoe onderzoek in het dagelijks leven is: handwerk, geduld, opnieuw proberen (zonder resultaten en projectnamen)",
                "Veiligheid, kwaliteit en duurzaamheid in het lab, in woorden en niet met foto's van schermen",
            ),
        ),
        "hr": CallingWording(
            "Vanuit HR mag je altijd vertellen welke vacatures er zijn en wat je leuk vindt aan werken met mensen. "
            "Alleen de mensen zelf blijven erbuiten.",
            (
                "Vacatures, en hoe solliciteren bij jullie gaat",
                "Opleiding, inwerken, werk en privé: alles wat jullie al openbaar hebben gemaakt",
                "Wat je leuk vindt aan werken met mensen (zonder iemand te noemen)",
            ),
        ),
    },
    "en": {
        "doctor": CallingWording(
            "As a doctor you may always say why you chose medicine and what you learn from your team. Only patients stay "
            "out of it.",
            (
                "Why you chose medicine, and what gets you through long shifts",
                "Training, teaching, congresses: what made you think (without naming medicines)",
                "How your team works together, from the handover to the coffee afterwards",
            ),
        ),
        "nurse": CallingWording(
            "From nursing and care you may always tell what your work takes and what holds your team together. Only the "
            "people you look after stay out of it.",
            (
                "What your work takes, and why you chose it",
                "Handover, rota, standing by one another: how your team gets through the day",
                "Training, mentoring and going on learning in nursing and care",
            ),
        ),
        "sales": CallingWording(
            "From the field you may always tell what your day is like and what you've learned about good conversations. "
            "Only products, practices and hospitals stay out of it.",
            (
                "What a day in the field is like: the road, the preparation, coming home (no products, no customers)",
                "What you've learned about listening and good conversations",
                "Your team, how you got into your job, your part of the country",
            ),
        ),
        "research": CallingWording(
            "From the lab and from research you may always tell what fascinates you about your field and what your day "
            "is like. Only results and projects under way stay out of it.",
            (
                "What fascinates you about your field, and how you came to it",
                "What research is like day by day: craft, patience, second tries (no results, no project names)",
                "Safety, quality and sustainability in the lab, in words rather than photos of screens",
            ),
        ),
        "hr": CallingWording(
            "From HR you may always tell which jobs are open and what you enjoy about working with people. Only the "
            "people themselves stay out of it.",
            (
                "Vacancies, and what applying to you is like",
                "Training, settling in, work and family: everything you've already made public",
                "What you enjoy about working with people (without naming anybody)",
            ),
        ),
    },
}
