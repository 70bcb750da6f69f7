"""What the programme keeps of somebody is told in lines that they understand."""

import pytest

from bot.core.model import LANGUAGES, Language
from bot.core.programme.kept import list_kept_lines
from bot.core.programme.kept_wording import KEPT_LINES

_THINGS = {"ambassadors": 1, "posts": 2, "votes sky": 1, "votes recall": 1, "a-new-shelf": 3}


@pytest.mark.parametrize("language", LANGUAGES)
def test_shelves_are_told_by_what_they_hold(language: Language) -> None:
    enrolment, posts, votes, others = list_kept_lines(_THINGS, language)
    assert enrolment == KEPT_LINES[language]["enrolment"]
    assert ": 2" in posts
    assert votes.endswith(": 2")
    assert others.endswith(": 3")
    assert list_kept_lines({}, language) == []
    assert KEPT_LINES[language].keys() == KEPT_LINES["en"].keys()
