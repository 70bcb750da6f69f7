"""What the topics are called where people read them."""

from collections.abc import Mapping

from bot.core.model import Language

TOPIC_NAMES: Mapping[Language, Mapping[str, str]] = {
    "de": {
        "rx_promotion": "Werbung für verschreibungspflichtige Arzneimittel",
        "efficacy_claim": "Versprochene Wirkung",
        "pipeline_offlabel": "Noch nicht zugelassen",
        "adverse_event": "Nebenwirkungen und Produktmängel",
        "patient_privacy": "Schutz von Patientinnen und Patienten",
        "inside_information": "Insiderinformationen",
        "confidential": "Vertrauliches",
        "disclosure": "Offenlegung von Interessen",
        "third_party": "Rechte anderer",
        "conduct": "Ton und Umgang",
        "medical_advice": "Medizinischer Rat",
        "personal_data": "Persönliche Daten",
        "injection": "Anweisungen an den Prüfer",
        "style": "Stil",
    },
    "nl": {
        "rx_promotion": "Reclame voor receptgeneesmiddelen",
        "efficacy_claim": "Beloofde werking",
        "pipeline_offlabel": "Nog niet toegelaten",
        "adverse_event": "Bijwerkingen en productklachten",
        "patient_privacy": "Privacy van patiënten en cliënten",
        "inside_information": "Voorkennis",
        "confidential": "Vertrouwelijk",
        "disclosure": "Belangen vermelden",
        "third_party": "Rechten van anderen",
        "conduct": "Toon en omgang",
        "medical_advice": "Medisch advies",
        "personal_data": "Persoonsgegevens",
        "injection": "Opdrachten aan de controle",
        "style": "Stijl",
    },
    "en": {
        "rx_promotion": "Promotion of prescription medicines",
        "efficacy_claim": "Claims of effect",
        "pipeline_offlabel": "Not approved yet",
        "adverse_event": "Side effects and product complaints",
        "patient_privacy": "Privacy of patients and clients",
        "inside_information": "Inside information",
        "confidential": "Confidential matters",
        "disclosure": "Declaring an interest",
        "third_party": "Rights of others",
        "conduct": "Tone and conduct",
        "medical_advice": "Medical advice",
        "personal_data": "Personal data",
        "injection": "Orders to the checker",
        "style": "Style",
    },
}


def name_topic(topic: str, language: Language) -> str:
    """Name a topic; one of a house's own as it calls it."""
    return TOPIC_NAMES[language].get(topic, topic)
