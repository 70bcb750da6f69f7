"""`jourfix teams package`, run as a process of its own."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.channels.running import environment
from tests.fakes.teams.platform import APP_ID

_KNOWN = {"JOURFIX_TEAMS_APP_ID": APP_ID, "JOURFIX_ADDRESS": "https://j.example/"}
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def package(tmp_path: Path) -> Command:
    def run(*words: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "bot", "teams", "package", *words],
            cwd=tmp_path, env=dict(environment(tmp_path, **settings)), text=True,
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip

    return run


def test_it_writes_the_zip_and_says_what_comes_next(package: Command, tmp_path: Path) -> None:
    done = package(**_KNOWN)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    assert "jourfix-teams.zip is ready. Next: upload it" in done.stdout
    with zipfile.ZipFile(tmp_path / "jourfix-teams.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["id"] == APP_ID
    assert manifest["developer"]["privacyUrl"] == "https://j.example/privacy"
    assert manifest["version"] == "1.0.0"


def test_it_writes_the_same_bytes_again(package: Command, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert package("--out", name, **_KNOWN).returncode == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_version_and_the_pages_can_be_chosen(package: Command, tmp_path: Path) -> None:
    pages = {
        "JOURFIX_PRIVACY_PAGE": "https://w.example/p",
        "JOURFIX_TERMS_PAGE": "https://w.example/t",
    }
    assert package("--app-version", "1.2.0", **_KNOWN, **pages).returncode == 0
    with zipfile.ZipFile(tmp_path / "jourfix-teams.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["version"] == "1.2.0"
    assert manifest["developer"]["privacyUrl"] == pages["JOURFIX_PRIVACY_PAGE"]
    assert manifest["developer"]["termsOfUseUrl"] == pages["JOURFIX_TERMS_PAGE"]


def test_without_an_address_it_says_so(package: Command, tmp_path: Path) -> None:
    done = package(JOURFIX_TEAMS_APP_ID=APP_ID)
    assert done.returncode == 0
    assert "JOURFIX_ADDRESS is not set" in done.stderr
    assert (tmp_path / "jourfix-teams.zip").exists()


@pytest.mark.parametrize(
    ("words", "settings", "found"),
    [
        ((), {"JOURFIX_TEAMS_APP_ID": ""}, "JOURFIX_TEAMS_APP_ID is missing"),
        ((), {"JOURFIX_TEAMS_APP_ID": "jourfix"}, "JOURFIX_TEAMS_APP_ID is no application id"),
        ((), {"JOURFIX_ADDRESS": "http://j.example"}, "JOURFIX_ADDRESS makes no sense"),
        ((), {"JOURFIX_ADDRESS": "https://"}, "JOURFIX_ADDRESS makes no sense"),
        ((), {"JOURFIX_TERMS_PAGE": "/terms"}, "JOURFIX_TERMS_PAGE makes no sense"),
        (("--app-version", "1.0"), {}, "--app-version is three numbers"),
        (("--out", "no/such/folder.zip"), {}, "folder.zip cannot be written"),
    ],
)
def test_what_would_be_wrong_is_not_written(
    package: Command, tmp_path: Path, words: tuple[str, ...], settings: dict[str, str], found: str
) -> None:
    done = package(*words, **{**_KNOWN, **settings})
    assert (done.returncode, done.stdout) == (2, "")
    assert found in done.stderr
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.glob("**/*.zip"))


def test_its_help_teaches(package: Command) -> None:
    told = package("--help").stdout
    for word in ("JOURFIX_TEAMS_APP_ID", "JOURFIX_ADDRESS", "--app-version", "jourfix-teams.zip"):
        assert word in told
