"""Compose the bundle of a week."""

from collections.abc import Sequence

from bot.core.message import Choice, Choices, Listing, Message, Paragraph, Part, Section
from bot.core.programme.bundles.bundle import Bundle
from bot.core.programme.bundles.wording import BUNDLE_WORDINGS
from bot.core.programme.library.messages import VOTE, show_dilemma, show_lesson
from bot.core.programme.people.messages import SET

BUNDLE = "bundle"


def compose_bundle(
    bundle: Bundle, *, plan: Sequence[str] = (), dates: Sequence[str] = ()
) -> Message:
    """Compose a bundle; `plan` and `dates` are lines in its language."""
    language = bundle.language
    wording = BUNDLE_WORDINGS[language]
    parts: list[Part] = [Paragraph(wording.title, "strong")]
    if bundle.lesson:
        parts.append(Section(wording.tip, show_lesson(bundle.lesson, language)))
    if bundle.dilemma:
        name = bundle.dilemma.id
        votes = tuple(
            Choice(one.upper(), VOTE, f"{name} {one} {BUNDLE}") for one in bundle.dilemma.options
        )
        shown = (*show_dilemma(bundle.dilemma, language), Choices(votes, wording.vote))
        parts.append(Section(wording.dilemma, shown))
    if bundle.idea:
        occasion = (Paragraph(bundle.idea.occasion),) if bundle.idea.occasion else ()
        prompt = Paragraph(bundle.idea.prompt, "strong")
        hint = Paragraph(wording.idea_hint, "quiet")
        parts.append(Section(wording.idea, (*occasion, prompt, hint)))
    parts += [Listing(title, tuple(lines)) for title, lines in (
        (wording.plan, plan), (wording.dates, dates)) if lines]  # fmt: skip
    parts.append(Paragraph(wording.footer, "quiet"))
    parts.append(Choices((Choice(wording.change, SET, "bundle"),)))
    title = bundle.lesson.texts[language].title if bundle.lesson else wording.title
    return Message(BUNDLE, f"{wording.title}: {title}", tuple(parts), language)
