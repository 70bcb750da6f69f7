"""`make eval` runs labelled drafts through whatever model the settings name."""

import asyncio
import sys
from pathlib import Path

from tests.channels.running import ROOT, environment
from tests.fakes.model import server as fake

DATA = "tests/quality/held-out-3"


async def run_eval(folder: Path, **settings: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.tools.model_eval", DATA, "--most", "4", "--written", "1",
        cwd=ROOT, env=dict(environment(folder, **settings)),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complained = await process.communicate()
    return process.returncode or 0, (said + complained).decode()


async def test_it_prints_rules_and_model_beside_one_another(
    server: fake.FakeModelServer, tmp_path: Path
) -> None:
    server.behave(fake.says_json({"findings": [{"rule": "no-rule", "quote": "x", "reason": "y"}]}))
    settings = {"JOURFIX_MODEL": "fake", "JOURFIX_MODEL_URL": server.address}
    status, said = await run_eval(tmp_path, **settings, JOURFIX_MODEL_PRICE_IN="2")
    assert status == 0, said
    assert "| figure | rules alone | with the model |" in said
    assert "Drafts by outcome:" in said
    assert "Reading a draft: 120 tokens there, 30 back on average, 0.00024" in said
    assert server.asked


async def test_without_a_model_it_says_how_to_name_one(tmp_path: Path) -> None:
    status, said = await run_eval(tmp_path)
    assert status == 2
    assert "JOURFIX_MODEL_URL" in said
