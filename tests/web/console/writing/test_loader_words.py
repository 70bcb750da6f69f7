"""The loader's sentences at the desk: every one of them is known in German and in Dutch."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.house_rules.form import FormComplaint
from bot.core.model import Language
from bot.core.naming import nearest_name
from bot.web.console.loader_wording import HINTS, PROBLEMS, THINGS
from bot.web.console.loader_words import translate_complaint, translate_form
from tests.web.console.conftest import EDITOR
from tests.web.console.desk import Desk
from tests.web.console.writing.canteen import AT, RULE, find_pages, try_draft, write_rule

ROOT = Path(__file__).parents[4]
# What reads files that nobody changes at the desk: who runs Jourfix reads its complaints.
NOT_AT_THE_DESK = frozenset(
    {
        "answers.py", "dilemmas.py", "launch_kit.py", "lessons.py", "prompt_files.py",
        "prompt_sections.py", "prompts.py",
    }
)  # fmt: skip
SOURCES = (
    *sorted(
        path for path in (ROOT / "bot" / "files").glob("*.py") if path.name not in NOT_AT_THE_DESK
    ),
    ROOT / "bot" / "core" / "policy" / "policy.py",
    ROOT / "bot" / "core" / "policy" / "terms.py",
    ROOT / "bot" / "core" / "policy" / "examples.py",
    ROOT / "bot" / "bootstrap" / "house_rules.py",
)
# Where a call takes what is wrong and what to do, by the number of its argument.
SAYS = {"refuse": (0, 1), "ContentError": (1, 2), "Complaint": (2, 3), "FormComplaint": (1, 2)}
ASSIGNED = {"problem": 0, "hint": 1}
# What is made elsewhere, of sentences that are looked for there.
ELSEWHERE = (
    "nearest_name(",
    "str(error)",
    "first.",
    "error.",
    "tried.",
    "problem",
    "hint",
    "self.",
)
LANGUAGES: tuple[Language, ...] = ("de", "nl")


def read_sentences(node: ast.expr, source: Path) -> Iterator[str]:
    """Give the sentences that an expression makes, with words of their own where it puts some."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from read_sentences(first, source)
            yield from read_sentences(second, source)
        case ast.JoinedStr(values=parts):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else f"xy{number}"
                for number, part in enumerate(parts)
            )
        case _:
            made = ast.unparse(node)
            assert made.startswith(ELSEWHERE), f"{source.name}: nobody knows what {made} says"


def list_said() -> list[tuple[int, str]]:
    """List what is said: whether it is what is wrong (0) or what to do (1), and how."""
    found: list[tuple[int, str]] = [
        (1, nearest_name("rule", ["rules"])),
        (1, nearest_name("zebra", ["severity", "source"])),
    ]
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                kind = ASSIGNED.get(node.targets[0].id)
                if kind is not None:
                    found += [(kind, said) for said in read_sentences(node.value, source)]
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name == "TermError":
                found += [(0, said) for said in read_sentences(node.args[0], source)]
            for kind, at in enumerate(SAYS.get(name, ())):
                if at < len(node.args):
                    found += [(kind, said) for said in read_sentences(node.args[at], source)]
    return [(kind, said) for kind, said in dict.fromkeys(found) if said]


SAID = list_said()


def test_there_is_something_to_say() -> None:
    assert len(SAID) > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_loader_is_known(language: Language) -> None:
    unknown = []
    for kind, said in SAID:
        complaint = FormComplaint("", *((said, "Add it.") if kind == 0 else ("?", said)))
        told = translate_form(complaint, language)
        heard = (told.problem, told.hint)[kind]
        words = set(re.findall(r"xy\d+", said))
        if heard == said or words != set(re.findall(r"xy\d+", heard)):
            unknown.append((kind, said, heard))
    assert unknown == []


def test_both_languages_say_the_words_that_the_loader_says() -> None:
    for row in (*PROBLEMS, *HINTS, *THINGS):
        names = [sorted(re.findall(r"<[a-z]+>", said)) for said in row]
        assert names[0] == names[1] == names[2], row
    for rows in (PROBLEMS, HINTS, THINGS):
        english = [row[0] for row in rows]
        assert len(english) == len(set(english))


@pytest.mark.parametrize(
    ("complaint", "german", "dutch"),
    [
        (
            "house/badge.yaml:3: a rule has no key “sevrity”. Did you mean “severity”?",
            "house/badge.yaml:3: Regel: „sevrity“ gibt es dort nicht. Meintest du „severity“?",
            "house/badge.yaml:3: regel: ‘sevrity’ bestaat daar niet. Bedoel je ‘severity’?",
        ),
        (
            "a.yaml:9: badge finds nothing, not “the badge. Mine”. Mend the rule or move the [[ ]].",
            "a.yaml:9: badge findet nichts; gemeint war „the badge. Mine“."
            " Ändere die Regel, oder setz die [[ ]] anders.",
            "a.yaml:9: badge vindt niets; bedoeld was ‘the badge. Mine’."
            " Pas de regel aan of verplaats de [[ ]].",
        ),
        ("something new. Do it.", "something new. Do it.", "something new. Do it."),
        ("", "", ""),
    ],
)
def test_a_whole_complaint_keeps_its_place(complaint: str, german: str, dutch: str) -> None:
    assert translate_complaint(complaint, "en") == complaint
    assert translate_complaint(complaint, "de") == german
    assert translate_complaint(complaint, "nl") == dutch


async def hear(desk: Desk, language: Language, page: str, place: str, typed: dict[str, str]) -> str:
    """Open a page as an editor and send what was typed to a place; give what they read then."""
    editor = await desk.sign_in(EDITOR, language)
    await editor.open(page)
    await editor.send(place, typed)
    return editor.words


# What is typed at the desk, and what an editor who reads German or Dutch is told.
@pytest.mark.parametrize(
    ("field", "value", "german", "dutch"),
    [
        ("name", "../../etc", "„../../etc“ taugt nicht als Kennung", "‘../../etc’ kan geen naam"),
        ("topic", "nonsense", "topic: „nonsense“ kenne ich nicht", "topic: ‘nonsense’ ken ik niet"),
        ("en.message", "", "message: Hier gehört ein Text hin", "message: hier hoort tekst"),
        ("en.words", "<nothing> here", "weder eine Wortliste noch", "geen woordenlijst en geen"),
        ("en.bad", "=[[1+1]]", "canteen-secret findet nichts", "canteen-secret vindt niets"),
        ("source", "", "Die Regel nennt keine Quelle", "De regel noemt geen bron"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_writes_a_rule_is_told_in_their_language(
    desk: Desk, language: Language, field: str, value: str, german: str, dutch: str
) -> None:
    told = await hear(desk, language, f"{AT}/rule", f"{AT}/rule/check", {**RULE, field: value})
    assert {"de": german, "nl": dutch}[language] in told


@pytest.mark.parametrize(
    ("path", "text", "german", "dutch"),
    [
        (
            "organisation.yaml",
            "embargos: []\n",
            "„embargos“ gibt es dort nicht. Meintest du „embargoes“?",
            "‘embargos’ bestaat daar niet. Bedoel je ‘embargoes’?",
        ),
        (
            "organisation.yaml",
            "products: []\nproducts: []\n",
            "organisation.yaml:2: „products“ steht zweimal da. Lass eine davon stehen.",
            "organisation.yaml:2: ‘products’ staat er twee keer. Laat er één staan.",
        ),
        (
            "vocabularies/house-soups.yaml",
            "about: x\nen: |\n  |\n",
            "nennt kein Wort. Siehe docs/rules.md",
            "noemt geen woord. Zie docs/rules.md",
        ),
        ("vocabularies/house-soups.yaml", "about: [\n", "als YAML lesen", "als YAML te lezen"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_writes_a_file_is_told_in_their_language(
    desk: Desk, language: Language, path: str, text: str, german: str, dutch: str
) -> None:
    typed = {"path": path, "seen": "", "text": text}
    page, place = f"{AT}/file?path=organisation.yaml", f"{AT}/file/check"
    told = await hear(desk, language, page, place, typed)
    assert {"de": german, "nl": dutch}[language] in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Die Sperrfrist endet, bevor sie beginnt. Vertausch die beiden Tage."),
        ("nl", "De gesloten periode eindigt voor ze begint. Wissel de dagen om."),
    ],
)
async def test_who_fills_in_a_form_is_told_in_their_language(
    desk: Desk, language: Language, said: str
) -> None:
    place = f"{AT}/organisation/blackout/new"
    typed = {"start": "2026-12-09", "end": "2026-12-01", "why": "Jahr", "seen": ""}
    assert said in await hear(desk, language, place, f"{place}/check", typed)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "canteen-secret findet „moonberry soup“; gemeint war „moonberry“"),
        ("nl", "canteen-secret vindt ‘moonberry soup’; bedoeld was ‘moonberry’"),
    ],
)
async def test_what_a_trial_finds_is_told_in_their_language(
    here: Desk, language: Language, said: str
) -> None:
    editor = await here.sign_in(EDITOR, language)
    await write_rule(editor)
    publishing = find_pages(here).publishing
    draft = await publishing.open_draft()
    path = "house/canteen-secret.yaml"
    broken = draft.files[path].replace("moonberry soup]]", "moonberry]] soup")
    assert await publishing.change_draft({path: broken}, {path: draft.files[path]})
    await try_draft(here, editor)
    assert said in editor.words
