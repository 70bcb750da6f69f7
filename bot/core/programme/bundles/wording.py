"""What is said around the bundle of a week, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class BundleWording:
    """Sentences with {placeholders} that are filled with our own values."""

    title: str
    tip: str
    dilemma: str
    vote: str
    idea: str
    idea_hint: str
    anniversary: str
    plan: str
    dates: str
    footer: str
    change: str
    nothing: str


BUNDLE_WORDINGS: Mapping[Language, BundleWording] = {
    "de": BundleWording(
        title="Deine Wochenpost",
        tip="Tipp der Woche",
        dilemma="Dilemma der Woche",
        vote="Was würdest du tun?",
        idea="Eine Idee zum Erzählen",
        idea_hint="Zwei Sätze als Antwort genügen, ich helfe dir beim Rest.",
        anniversary="Dein {years}. Jahrestag im Haus",
        plan="Diese Woche im Haus",
        dates="Termine",
        footer="Lies, was dir nützt, und lass den Rest liegen.",
        change="Seltener oder gar nicht",
        nothing="Diese Woche gibt es keine Wochenpost.",
    ),
    "nl": BundleWording(
        title="Je weekpost",
        tip="Tip van de week",
        dilemma="Dilemma van de week",
        vote="Wat zou jij doen?",
        idea="Een idee om te vertellen",
        idea_hint="Twee zinnen als antwoord zijn genoeg, met de rest help ik je.",
        anniversary="{years} jaar in huis",
        plan="Deze week bij ons",
        dates="Agenda",
        footer="Lees waar je iets aan hebt en laat de rest liggen.",
        change="Minder vaak of niet meer",
        nothing="Deze week is er geen weekpost.",
    ),
    "en": BundleWording(
        title="Your weekly post",
        tip="Tip of the week",
        dilemma="Dilemma of the week",
        vote="What would you do?",
        idea="An idea for a story",
        idea_hint="Two sentences are enough of an answer; I'll help with the rest.",
        anniversary="Your {years}-year anniversary here",
        plan="This week at work",
        dates="Dates",
        footer="Read what helps you and leave the rest.",
        change="Less often, or never",
        nothing="There's no weekly post this week.",
    ),
}
