"""Say in sentences what a selection covers, what is missing, and why each person is in."""

from collections.abc import Mapping

from bot.core.model import Language
from bot.core.programme.cohorts.call import Application
from bot.core.programme.cohorts.messages import describe_values
from bot.core.programme.cohorts.selection import Selection, read_applicant
from bot.core.programme.cohorts.spread_report import Coverage, Dimension, report_share
from bot.core.programme.cohorts.wording import COHORT_WORDINGS

_MOST_NAMED = 8


def name_applicant(application: Application, language: Language) -> str:
    """Name an applicant as their channel does; in one that names nobody, by their sign."""
    nameless = COHORT_WORDINGS[language].nameless.format(sign=application.sign[:4].upper())
    return application.name or nameless


def describe_application(application: Application, language: Language) -> str:
    """Describe who applied, with what they told."""
    return COHORT_WORDINGS[language].application.format(
        name=name_applicant(application, language), values=describe_values(application, language)
    )


def describe_person(
    sign: str, selection: Selection, words: Mapping[str, str], language: Language
) -> str:
    """Say who somebody of a selection is, and why they are in."""
    wording, application = COHORT_WORDINGS[language], selection.applications[sign]
    share = report_share(read_applicant(application), selection.group)
    if sign in selection.by_hand:
        why = wording.by_hand
    elif not selection.list_others():
        why = wording.room_for_all
    elif share.alone:
        values = ", ".join(_say(*one, words, language) for one in share.alone)
        why = wording.alone.format(values=values)
    elif share.rarest:
        why = wording.shares.format(value=_say(*share.rarest, words, language), count=share.count)
    else:
        why = wording.untold
    return f"{describe_application(application, language)}: {why}"


def describe_coverage(
    coverage: Coverage, words: Mapping[str, str], language: Language
) -> list[str]:
    """Say what is covered in one dimension, then what is missing and why."""
    wording, dimension = COHORT_WORDINGS[language], coverage.dimension

    def say(value: str) -> str:
        return _say(dimension, value, words, language)

    names = [say(value) for value in coverage.covered]
    count, total = len(names), coverage.total
    if count == 0:
        sentence = wording.covers_none
    elif total == 1:
        sentence = wording.covers_one
    else:
        sentence = wording.covers_all if count == total else wording.covers_some
    shown = ", ".join(names[:_MOST_NAMED]) + (", …" if count > _MOST_NAMED else "")
    name = wording.dimensions[dimension]
    lines = [sentence.format(dimension=name, count=count, total=total, names=shown)]
    missing = [
        wording.not_applied[dimension].format(value=say(one)) for one in coverage.not_applied
    ]
    missing += [wording.no_place.format(value=say(one)) for one in coverage.no_place]
    return lines + missing[:_MOST_NAMED]


def _say(dimension: Dimension, value: str, words: Mapping[str, str], language: Language) -> str:
    """Say a value as people write it."""
    wording = COHORT_WORDINGS[language]
    levels = {str(level): word for level, word in wording.level_words.items()}
    languages = {str(one): name for one, name in wording.languages.items()}
    known = {"level": levels, "language": languages}.get(dimension, words)
    return known.get(value, value)
