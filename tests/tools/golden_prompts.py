"""Write what each golden case of a prompt sends, to be read in the diff, and name what is unreleased.

`python -m tests.tools.golden_prompts` writes every `rendered.txt` anew. A version that is to be used is released by
adding its line to `prompts/released.txt`; from then on it is never edited.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.core.suggesting.ports import Prompt
from bot.files.prompt_files import load_prompt_files

PROMPTS = Path(__file__).parent.parent.parent / "prompts"
RELEASED = PROMPTS / "released.txt"


@dataclass(frozen=True)
class Golden:
    """A case: inputs, what is sent, and what a good model would answer."""

    folder: Path
    inputs: Mapping[str, Any]
    expect: Mapping[str, Any]
    reply: Mapping[str, Any]

    @property
    def prompt(self) -> str:
        return self.folder.parent.parent.name

    @property
    def untrusted(self) -> str:
        return "\n".join(
            str(self.inputs[key])
            for key in ("draft", "told", "post", "comment")
            if key in self.inputs
        )


def list_goldens() -> list[Golden]:
    return [_read_golden(path.parent) for path in sorted(PROMPTS.glob("*/golden/*/case.yaml"))]


def _read_golden(folder: Path) -> Golden:
    case = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    reply = json.loads((folder / "reply.json").read_text("utf-8"))
    return Golden(folder, case["inputs"], case["expect"], reply)


def render_prompt(prompt: Prompt) -> str:
    """Show a prompt as it is sent, part by part."""
    parts = [("system", prompt.system), *(("user", text) for text in prompt.user)]
    return "".join(f"=== {name}\n{text}\n" for name, text in parts)


def list_versions() -> Iterator[str]:
    """List name, version and hash of every version, the schema of its reply included."""
    for path in sorted(PROMPTS.glob("*/v*.md")):
        front = next(yaml.safe_load_all(path.read_text("utf-8").split("---")[1]))
        schema = path.parent / front["reply"]
        digest = hashlib.sha256(path.read_bytes() + b"\0" + schema.read_bytes()).hexdigest()
        yield f"{path.parent.name} {path.stem} {digest}"


def list_released() -> list[str]:
    lines = RELEASED.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def main() -> None:
    prompts = load_prompt_files(PROMPTS)
    for golden in list_goldens():
        sent = render_prompt(prompts.compose(golden.prompt, golden.inputs))
        (golden.folder / "rendered.txt").write_text(sent, "utf-8")
    released = list_released()
    for line in list_versions():
        if line not in released:
            print(f"not released: {line}")


if __name__ == "__main__":
    main()
