"""The first page, while nothing waits: editors see where to begin, and each step is there."""

import re

import pytest

from bot.core.model import LANGUAGES, Language
from bot.web.console.beginning import BEGINNINGS
from tests.web.console.conftest import EDITOR, READER
from tests.web.console.desk import Desk


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_editor_is_shown_where_to_begin(desk: Desk, language: Language) -> None:
    editor = await desk.sign_in(EDITOR, language)
    await editor.open("/desk")
    assert BEGINNINGS[language].title in editor.words
    paths = re.findall(r'class="card" href="([^"]+)"', editor.page.text)
    assert len(paths) == len(BEGINNINGS[language].steps)
    for path in paths:
        assert (await editor.open(path)).status_code == 200


async def test_who_may_only_read_is_not_asked_to_begin(desk: Desk) -> None:
    reader = await desk.sign_in(READER)
    await reader.open("/desk")
    assert "Nothing is waiting" in reader.words
    assert BEGINNINGS["en"].title not in reader.words
