"""The app's package: of the form that Microsoft publishes, and of one mind with what answers in Teams."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.channels.teams.app_package import MANIFEST, PACKAGE, AppDetails, pack_app
from bot.channels.teams.wording import TEAMS_WORDINGS
from bot.core.commands import read_command
from bot.core.errors import ContentError
from bot.core.model import LANGUAGES, Language
from tests.channels.teams.png import Picture, read_png
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.platform import APP_ID
from tests.tools.teams_icons import read_mark

SCHEMAS = Path(__file__).parents[2] / "fakes" / "teams" / "schemas"
DETAILS = AppDetails(
    APP_ID, "https://j.example", "https://j.example/seen", "https://j.example/terms"
)
_ASKED = "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg."
# Draft 4 is what Microsoft writes, but it passes over `const` and what stands beside a `$ref`.
_READERS = (jsonschema.Draft4Validator, jsonschema.Draft202012Validator)


def unpack(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return unpack(pack_app(DETAILS))


@pytest.fixture(scope="module")
def manifest(files: Mapping[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(files[MANIFEST]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the package's files that a test may spoil."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "package"))


def complain(name: str, content: object) -> list[str]:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    return [error.message for reader in _READERS for error in reader(schema).iter_errors(content)]


def read_texts(files: Mapping[str, bytes], language: Language) -> dict[str, str]:
    return dict(json.loads(files[f"{language}.json"]))


def test_the_manifest_is_of_microsofts_form(manifest: dict[str, Any]) -> None:
    assert complain("manifest", manifest) == []
    assert complain("manifest", json.loads((PACKAGE / MANIFEST).read_bytes())) == []
    assert f"v{manifest['manifestVersion']}/" in manifest["$schema"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_of_microsofts_form(
    files: Mapping[str, bytes], manifest: dict[str, Any], language: Language
) -> None:
    texts = read_texts(files, language)
    assert complain("translation", texts) == []
    assert f"v{manifest['manifestVersion']}/" in texts["$schema"]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("manifest", {"id": "jourfix"}),
        ("manifest", {"manifestVersion": "1.29"}),
        ("manifest", {"accentColor": "green"}),
        ("manifest", {"greeting": "Hello"}),
        ("manifest", {"name": {"short": "J" * 31}}),
        ("translation", {"name.short": "J" * 31}),
        ("translation", {"composeExtensions[0].commands[0].title": "J" * 33}),
    ],
)
def test_a_wrong_one_would_be_noticed(
    files: Mapping[str, bytes], manifest: dict[str, Any], name: str, change: Mapping[str, Any]
) -> None:
    right = manifest if name == "manifest" else read_texts(files, "de")
    assert complain(name, {**right, **change}) != []


def test_every_file_that_the_manifest_names_is_there(
    files: Mapping[str, bytes], manifest: dict[str, Any]
) -> None:
    languages = manifest["localizationInfo"]
    named = {one["languageTag"]: one["file"] for one in languages["additionalLanguages"]}
    named[languages["defaultLanguageTag"]] = languages["defaultLanguageFile"]
    assert set(named) == set(LANGUAGES)
    assert set(files) == {MANIFEST, *named.values(), *manifest["icons"].values()}


def test_all_languages_translate_all_texts(files: Mapping[str, bytes]) -> None:
    german, dutch, english = (read_texts(files, language) for language in ("de", "nl", "en"))
    assert german.keys() == dutch.keys() == english.keys()
    told = [name for name in english if name not in ("$schema", "name.short")]
    assert all(len({german[name], dutch[name], english[name]}) == 3 for name in told)


def test_an_installation_puts_in_its_id_and_addresses(manifest: dict[str, Any]) -> None:
    assert manifest["id"] == APP_ID
    assert manifest["bots"][0]["botId"] == manifest["composeExtensions"][0]["botId"] == APP_ID
    developer = {name: manifest["developer"][name] for name in ("websiteUrl", "privacyUrl")}
    assert developer == {"websiteUrl": DETAILS.website, "privacyUrl": DETAILS.privacy}
    assert manifest["developer"]["termsOfUseUrl"] == DETAILS.terms
    assert manifest["validDomains"] == ["j.example"]
    assert "0000" not in json.dumps(manifest)
    assert "jourfix.example" not in json.dumps(manifest)


def test_it_asks_for_no_more_than_we_use(manifest: dict[str, Any]) -> None:
    assert manifest["bots"][0]["scopes"] == ["personal", "team"]
    for unused in ("permissions", "devicePermissions", "webApplicationInfo", "authorization"):
        assert unused not in manifest


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_the_list_is_understood(
    files: Mapping[str, bytes], language: Language
) -> None:
    texts = read_texts(files, language)
    form = re.compile(r"bots\[0\]\.commandLists\[0\]\.commands\[\d\]\.title")
    typed = [text for name, text in texts.items() if form.fullmatch(name)]
    assert [read_command(text) for text in typed] == ["help", "my-data", "forget-me"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_on_a_message_is_called_like_its_window(
    files: Mapping[str, bytes], language: Language
) -> None:
    title = read_texts(files, language)["composeExtensions[0].commands[0].title"]
    assert title == TEAMS_WORDINGS[language].title


def test_the_command_on_a_message_is_answered(manifest: dict[str, Any], ada: TeamsPerson) -> None:
    [command] = manifest["composeExtensions"][0]["commands"]
    assert (command["type"], command["fetchTask"]) == ("action", True)
    assert command["context"] == ["message"]
    status, answer = ada.open_on_message(command["id"], _ASKED)
    assert (status, answer["task"]["type"]) == (200, "continue")


def test_the_commands_of_the_list_are_answered(
    files: Mapping[str, bytes], ada: TeamsPerson
) -> None:
    texts = read_texts(files, "en")
    ada.say(texts["bots[0].commandLists[0].commands[1].title"])
    assert ada.read().kind == "my-data"
    ada.say(texts["bots[0].commandLists[0].commands[2].title"])
    assert ada.read().kind == "forget-me"


def test_the_colour_icon_is_our_mark(files: Mapping[str, bytes], manifest: dict[str, Any]) -> None:
    icon = read_png(files["color.png"])
    assert (icon.width, icon.height) == (192, 192)
    ground = read_mark()[0].attrib["fill"]
    assert manifest["accentColor"] == ground
    paint = (*bytes.fromhex(ground[1:]), 255)
    assert all(pixel == paint for pixel in list_edge(icon))
    assert {pixel[3] for pixel in icon.pixels} == {255}
    sign = [(x, y) for y, row in enumerate(icon.rows) for x, one in enumerate(row) if one != paint]
    assert (255, 255, 255, 255) in icon.pixels
    assert all(40 <= min(place) <= max(place) < 152 for place in sign)


def test_the_outline_icon_is_white_on_nothing(files: Mapping[str, bytes]) -> None:
    icon = read_png(files["outline.png"])
    assert (icon.width, icon.height) == (32, 32)
    assert {pixel[:3] for pixel in icon.pixels if pixel[3]} == {(255, 255, 255)}
    assert {pixel[3] for pixel in icon.pixels} >= {0, 255}
    assert all(pixel[3] == 0 for pixel in list_edge(icon))


def list_edge(icon: Picture) -> list[tuple[int, ...]]:
    sides = [pixel for row in icon.rows for pixel in (row[0], row[-1])]
    return [*icon.rows[0], *icon.rows[-1], *sides]


def test_the_same_installation_makes_the_same_bytes() -> None:
    assert pack_app(DETAILS) == pack_app(DETAILS)


def test_a_title_that_is_too_long_is_refused(folder: Path) -> None:
    german = json.loads((folder / "de.json").read_text("utf-8"))
    german["composeExtensions[0].commands[0].title"] += "?!"
    (folder / "de.json").write_text(json.dumps(german), "utf-8")
    with pytest.raises(ContentError, match=r"de\.json.* has 33 characters; Teams takes 32"):
        pack_app(DETAILS, folder)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [("name.full", None, "“name.full” is missing"), ("name.full", " ", "is empty"),
     ("name.long", "Jourfix", "no “name.long”")],
)  # fmt: skip
def test_a_translation_of_something_else_is_refused(
    folder: Path, name: str, text: str | None, words: str
) -> None:
    dutch = json.loads((folder / "nl.json").read_text("utf-8"))
    dutch[name] = text
    kept = {name: text for name, text in dutch.items() if text is not None}
    (folder / "nl.json").write_text(json.dumps(kept), "utf-8")
    with pytest.raises(ContentError, match=words):
        pack_app(DETAILS, folder)


def test_an_icon_of_another_size_is_refused(folder: Path) -> None:
    shutil.copy(folder / "color.png", folder / "outline.png")
    with pytest.raises(ContentError, match=r"outline\.png.* 32 x 32"):
        pack_app(DETAILS, folder)


@pytest.mark.parametrize("name", ["manifest.json", "de.json", "color.png"])
def test_a_file_that_is_missing_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ContentError, match=re.escape(name)):
        pack_app(DETAILS, folder)


def test_a_file_that_is_no_json_is_named(folder: Path) -> None:
    (folder / "de.json").write_text("{", "utf-8")
    with pytest.raises(ContentError, match=r"de\.json: this is no JSON"):
        pack_app(DETAILS, folder)
