"""A dilemma drafted from an answer fits its form, whatever the answer; and has turns of its own."""

from dataclasses import replace

import pytest

from bot.core.coaching.answers import Answer
from bot.core.model import LANGUAGES, Source
from bot.core.programme.dilemmas import OPTIONS, Dilemma, DilemmaText
from bot.core.programme.library.dilemma_book import DilemmaBook, is_own, take_fingerprint
from bot.core.programme.library.own_dilemmas import draft_dilemma, read_form, show_form
from bot.files.answers import load_answers
from bot.files.words import open_lexicon
from bot.storage.memory import MemoryShelf
from tests.conftest import POLICIES

BOOK = load_answers(POLICIES / "answers", open_lexicon())
TEXT = DilemmaText("T", "S", "Q?", dict.fromkeys(OPTIONS, "O"), "E")
OWN = Dilemma("own-1", "", "a", dict.fromkeys(LANGUAGES, TEXT), (Source("S"),))


@pytest.mark.parametrize("answer", BOOK.answers, ids=lambda answer: answer.id)
def test_every_answer_makes_a_dilemma_that_needs_little_more(answer: Answer) -> None:
    form = replace(draft_dilemma(answer, lambda text, _: text), address="")
    read = read_form(replace(form, source=form.source or "Ours"), "own-1")
    if answer.verdict == "info":  # nothing to choose between: somebody thinks of answers
        assert isinstance(read, list)
        assert {(one.field, one.problem) for one in read} == {("a", "missing"), ("b", "missing")}
        return
    assert isinstance(read, Dilemma)
    assert read.options == OPTIONS
    assert show_form(read) == replace(form, source=form.source or "Ours")


async def test_each_new_one_takes_the_next_free_week_and_leaves_when_it_is_withdrawn() -> None:
    shelf = MemoryShelf[Dilemma]()
    book = DilemmaBook((), shelf)
    for name in ("own-1", "own-2", "own-3"):
        assert await book.keep(replace(OWN, id=name), "", 7)
    assert [one.since for one in await book.list_all()] == [8, 9, 10]
    assert all(is_own(one) for one in await book.list_all())
    assert not await book.keep(replace(OWN, id="own-1"), "", 7)
    found = await book.find_own("own-1")
    changed = replace(OWN, best="b")
    assert not await book.keep(changed, "seen by nobody", 7)
    assert await book.keep(changed, take_fingerprint(found), 9)
    assert (await book.list_all())[0] == replace(changed, since=8)
    await book.withdraw("own-3", 9, is_current=False)  # it never had a turn
    await book.withdraw("own-1", 9, is_current=False)
    await book.withdraw("own-2", 9, is_current=True)
    assert [one.id for one in await book.list_running(9)] == ["own-1"]
    assert not await book.list_running(10)
    assert not await DilemmaBook(()).keep(OWN, "", 7)
