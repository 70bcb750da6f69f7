"""House rules from files into the store and back: the same bytes; what makes no sense stays out."""

from pathlib import Path

import pytest

from bot.bootstrap.house_commands import export_house, import_house
from bot.core.errors import ContentError
from bot.settings import Settings
from tests.channels.running import shared_cache
from tests.fakes.ports import FakeClock

PACK = """# kept by us, comments and all
title: House rules
version: "7"
owner: Communications
sign_off: Legal
documents:
  own: {title: House rules}
"""
RULE = """id: canteen-secret
topic: confidential
severity: adjust
source: {document: own, section: "4"}
nl:
  message: "‘{found}’ is een woord van ons."
  why: "Anderen hoeven het niet te weten."
  fix: "Laat het weg."
  when: {terms: [maanbessensoep]}
  examples:
    - bad: "Wij kookten vandaag [[maanbessensoep]]."
    - good: "Wij kookten vandaag soep."
"""
PAUSES = """# talked over with IT
- {{rule: {rule}, mode: consider, since: 2026-11-22, until: 2026-12-22, why: Too many}}
- {{rule: canteen-secret, mode: off, since: 2026-11-22, until: 2026-12-22, why: Soup is out}}
"""


@pytest.fixture
def house_settings(tmp_path: Path) -> Settings:
    return Settings(
        database=f"sqlite:///{tmp_path / 'house.db'}",
        secret="a secret that only this test knows",  # noqa: S106
        cache=shared_cache(),
    )


def write(folder: Path, rule: str) -> Path:
    (folder / "house").mkdir(parents=True, exist_ok=True)
    (folder / "house" / "pack.yaml").write_text(PACK, "utf-8")
    (folder / "house" / "canteen-secret.yaml").write_text(rule, "utf-8")
    (folder / "pauses.yaml").write_text(PAUSES.format(rule="access-or-system"), "utf-8")
    return folder


def test_export_after_import_gives_the_same_bytes(
    tmp_path: Path, house_settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, clock = write(tmp_path / "in", RULE), FakeClock()
    assert import_house(folder, "From git", house_settings, clock) == 0
    assert "version 1" in capsys.readouterr().out
    assert import_house(folder, "Again", house_settings, clock) == 0
    assert "in force already" in capsys.readouterr().out
    out = tmp_path / "out"
    assert export_house(out, house_settings, clock) == 0
    written = {path.relative_to(out): path.read_bytes() for path in out.rglob("*.yaml")}
    assert written == {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yaml")
    }


def test_what_makes_no_sense_is_not_published(tmp_path: Path, house_settings: Settings) -> None:
    clock = FakeClock()
    with pytest.raises(ContentError, match="is not known"):
        import_house(
            write(tmp_path / "a", RULE.replace("confidential", "secretive")),
            "x", house_settings, clock,
        )  # fmt: skip
    folder = write(tmp_path / "b", RULE)
    (folder / "pauses.yaml").write_text(PAUSES.format(rule="patient-by-name"), "utf-8")
    with pytest.raises(ContentError, match=r"pauses\.yaml:2.*never rests"):
        import_house(folder, "x", house_settings, clock)
    with pytest.raises(ContentError, match="no version was published"):
        export_house(tmp_path / "none", house_settings, clock)


@pytest.mark.parametrize("name", ["other/x.yaml", "house/Bad Name.yaml", "settings.yaml"])
def test_other_files_are_refused(tmp_path: Path, house_settings: Settings, name: str) -> None:
    folder = write(tmp_path / "a", RULE)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("a: 1", "utf-8")
    with pytest.raises(ContentError, match="none of the house's files"):
        import_house(folder, "x", house_settings, FakeClock())
