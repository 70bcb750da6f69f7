"""Proofread what we tell people: nothing in it may be what the checker would stop. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.model import LANGUAGES, Context, Draft, Language, Organisation, Severity
from bot.core.policy.engine import check
from bot.core.policy.examples import Complaint
from bot.core.policy.policy import Policy
from bot.core.ports import Resemblance
from bot.core.programme.lessons import Lesson

_ANY_DAY = date(2026, 6, 15)


def proofread_lessons(
    lessons: Sequence[Lesson],
    policy: Policy,
    organisation: Organisation,
    resemblance: Resemblance | None = None,
) -> list[Complaint]:
    """Check every lesson in every language as a draft; an empty list means that all agree."""
    context = Context(date=_ANY_DAY, organisation=organisation)
    return [
        complaint
        for lesson in lessons
        for language in LANGUAGES
        for complaint in _proofread(lesson, language, context, policy, resemblance)
    ]


def _proofread(
    lesson: Lesson,
    language: Language,
    context: Context,
    policy: Policy,
    resemblance: Resemblance | None,
) -> Iterator[Complaint]:
    text = lesson.texts[language]
    checked = check(Draft(text.whole, context, language=language), policy, resemblance)
    for finding in checked.findings:
        if finding.severity is not Severity.CONSIDER:
            yield Complaint(
                lesson.path,
                text.line,
                f"the checker would not let this pass: “{finding.quote}” ({finding.rule})",
                "Say it otherwise; if the rule is wrong, mend the rule.",
            )
