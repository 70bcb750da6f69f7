"""What colleagues ask again and again, counted from the chat to the desk; a rule and a dilemma of it."""

import re
from collections.abc import AsyncIterator
from html import unescape

import pytest
import pytest_asyncio

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, Language
from bot.settings import Settings
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR, REVIEWER
from tests.web.console.desk import Desk, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")
ASKED, LIBRARY = "/desk/house-rules/asked", "/desk/programme/library"
QUESTION = "May we post from the congress?"
EVIL = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> AsyncIterator[House]:
    settings = Settings(
        database=f"sqlite:///{tmp_path_factory.mktemp('asked') / 'desk.db'}",
        secret="a secret that only this test knows",  # noqa: S106 - it protects nothing
        cache=shared_cache(),
        organisation=POLICIES / "organisation.example.yaml",
        editors=EDITOR,
        reviewers=REVIEWER,
    )
    async with opened_house(settings, clock) as opened:
        yield opened


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(build_console(house), house.storage)


async def ask(house: House, person: str, text: str) -> list[Message]:
    return await house.conversation.answer(Incoming(person, "chat", text, language="en"))


async def press(house: House, person: str, choice: Choice) -> list[Message]:
    asked = Incoming(person, "chat", "", choice, language="en")
    return await house.conversation.answer(asked)


async def test_only_what_many_ask_is_told_and_only_once_the_week_is_over(
    house: House, desk: Desk, clock: FakeClock
) -> None:
    for number in range(9):
        await ask(house, f"slack:T1:U{number}", QUESTION)
        await ask(house, "slack:T1:U0", QUESTION)  # one person is no crowd
    await ask(house, "slack:T1:U0", "hello")
    await ask(house, "slack:T1:U0", "We had a lovely day at the congress with the whole team.")
    clock.advance(days=7)
    editor = await desk.sign_in(EDITOR)
    await editor.open(ASKED)
    assert "No question came from ten people" in editor.words
    await ask(house, "slack:T1:U9", QUESTION)
    await editor.open(ASKED)
    assert "No question came from ten people" in editor.words
    clock.advance(days=7)
    editor = await desk.sign_in(EDITOR)
    await editor.open(ASKED)
    assert "May we post from the congress?" in editor.words
    assert "at least 10 times, by at least 10 people" in editor.words
    assert "selfie" in editor.words
    assert "social@nordhafen" not in editor.page.text  # of the answer nothing but its text
    reviewer = await desk.sign_in(REVIEWER)
    await reviewer.open(ASKED)
    assert "congress" in reviewer.words
    assert "Make a rule of it" not in reviewer.words
    for language in LANGUAGES:
        visitor = await desk.sign_in(EDITOR, language)
        await visitor.open("/desk/house-rules")
        assert '"/desk/house-rules/asked"' in visitor.page.text
        await visitor.open(ASKED)
        assert 'class="button"' in visitor.page.text


async def test_a_rule_is_drafted_with_the_clause_of_the_answer(desk: Desk) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open("/desk/house-rules/rule?from=congress")
    form = unescape(editor.page.text)
    assert 'value="our-congress"' in form
    assert '<option value="rx_promotion" selected>' in form
    assert 'value="Heilmittelwerbegesetz (HWG)"' in form
    assert 'value="§ 10(1)"' in form
    assert "no embargoed data" in form
    await editor.open("/desk/house-rules/rule?from=none")
    assert editor.page.status_code == 200


def read_form(visitor: Visitor) -> dict[str, str]:
    """Read the fields of the form that is open, as a browser sends them."""
    page = visitor.page.text
    found = dict(re.findall(r'<input name="([^"]+)"[^>]* value="([^"]*)"', page))
    found |= dict(re.findall(r'<textarea name="([^"]+)"[^>]*>([^<]*)</textarea>', page))
    seen = re.search(r'name="seen" value="([^"]*)"', page)
    best = re.search(r'<option value="([abc])" selected>', page)
    assert seen is not None
    assert best is not None
    told = {**found, "seen": seen[1], "best": best[1]}
    return {name: unescape(value) for name, value in told.items()}


async def write_dilemma(editor: Visitor, **other: str) -> dict[str, str]:
    await editor.open(f"{LIBRARY}/own/new?from=congress")
    form = {**read_form(editor), **other}
    await editor.send(f"{LIBRARY}/own/new/keep", form)
    return form


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"nl.title": ""}, "Heading (NL) is missing"),
        ({"de.question": "Was rätst du ihr"}, "Question (DE): please end it"),
        ({"en.title": "x" * 61}, "60 characters at most"),
        ({"source": ""}, "Source, as people know it is missing"),
        ({"nl.c": ""}, "in every language, or in none"),
        ({f"{one}.c": "" for one in LANGUAGES} | {"best": "c"}, "The best answer is empty"),
        (
            {"en.situation": "Zelvaro is simply the best medicine, ask your doctor."},
            "Jourfix would",
        ),
        (
            {"en.situation": f"Our patient Anna Smith, born 3 May 1961, has diabetes. {EVIL}"},
            "gives away",
        ),
    ],
)
async def test_what_does_not_fit_is_said_and_nothing_is_kept(
    desk: Desk, fields: dict[str, str], said: str
) -> None:
    editor = await desk.sign_in(EDITOR)
    await write_dilemma(editor, **fields)
    assert said in editor.words
    assert 'role="alert"' in editor.page.text
    assert EVIL not in editor.page.text
    assert read_form(editor)["en.explanation"]
    await editor.open(LIBRARY)
    assert "Many of us ask this" not in editor.words


async def test_an_own_dilemma_has_its_week_is_voted_on_and_withdrawn(
    house: House, desk: Desk, clock: FakeClock
) -> None:
    editor, other = await desk.sign_in(EDITOR), await desk.sign_in(EDITOR, "de")
    (before,) = await ask(house, "slack:T1:U1", "dilemma")
    typed = {f"{one}.c": "" for one in LANGUAGES} | {"en.title": f"Congress {EVIL}"}
    await write_dilemma(editor, **typed)
    assert "Its first turn is the week of 7 December 2026" in editor.words
    assert EVIL not in editor.page.text
    path = str(editor.page.url).partition("/library/dilemmas/")[2]
    own = f"{LIBRARY}/own/{path}"
    await other.open(own)
    await editor.open(own)
    form = read_form(editor)
    await editor.send(f"{own}/keep", {**form, "en.title": "From the congress"})
    await other.send(f"{own}/keep", form)
    assert "Jemand hat das Dilemma inzwischen geändert" in other.words
    (now,) = await ask(house, "slack:T1:U1", "dilemma")
    assert now == before  # the week stays whose it is
    clock.advance(days=7)
    for language, title in (("en", "From the congress"), ("nl", "Dat vragen veel collega’s")):
        spoken: Language = "nl" if language == "nl" else "en"
        asked = Incoming(f"slack:T1:{language}", "chat", "dilemma", language=spoken)
        shown = (await house.conversation.answer(asked))[-1]
        assert shown.summary == title
    (shown,) = await ask(house, "slack:T1:U1", "dilemma")
    votes = [
        choice
        for part in shown.parts
        for choice in getattr(part, "choices", ())
        if choice.action == "vote"
    ]
    assert [choice.label for choice in votes] == ["A", "B"]
    (explained,) = await press(house, "slack:T1:U1", votes[0])
    assert "no embargoed data" in str(explained.parts)
    editor = await desk.sign_in(EDITOR)
    await editor.open(LIBRARY)
    assert re.search(r"From the congress</a> <span[^>]*>this week</span> <span[^>]*>yours", editor.page.text.replace("This week", "this week"))  # fmt: skip
    await editor.send(f"{own}/withdraw")
    assert "From the congress" not in editor.words
    (gone,) = await press(house, "slack:T1:U1", votes[0])
    assert gone.kind == "dilemma-gone"
    await editor.open("/desk/audit")
    assert "withdrew a dilemma" in editor.words
