"""`jourfix policies check` also reads what stands beside the packs."""

import shutil
from pathlib import Path

from tests.channels.terminal.conftest import Command, make_rules
from tests.fakes.policies import ROOT, write_installation


def test_broken_contents_are_named_one_a_line(jourfix: Command, tmp_path: Path) -> None:
    policies = write_installation(tmp_path, *make_rules())
    for name in ("dilemmas", "prompts", "launch-kit"):
        shutil.copytree(ROOT / "policies" / name, policies / name)
    sound = jourfix("policies", "check", JOURFIX_POLICIES=str(policies))
    assert (sound.status, sound.out) == (0, b"")

    dilemma = policies / "dilemmas" / "like-abroad.yaml"
    dilemma.write_text(dilemma.read_text("utf-8").replace("best: c", "best: d"), "utf-8")
    days = policies / "prompts" / "days.yaml"
    days.write_text(days.read_text("utf-8").replace("date: 05-12", "date: 05-32"), "utf-8")
    broken = jourfix("policies", "check", JOURFIX_POLICIES=str(policies))
    first, second = broken.out.decode().splitlines()
    assert broken.status == 1
    assert first.startswith("policies/dilemmas/like-abroad.yaml:")
    assert "One of: a, b, c" in first
    assert second.startswith("policies/prompts/days.yaml:")
    assert "2 complaints" in broken.err
    assert jourfix("policies", "check", "test", JOURFIX_POLICIES=str(policies)).status == 0
