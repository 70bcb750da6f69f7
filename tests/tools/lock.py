"""Write constraints.txt: every version pinned with its hashes, no addresses. Run by `make lock`.

The first part is what runs; the second, below a line that the Makefile looks for, is for tests and
build steps only. What is installed alone, without what it asks for, is in constraints-model.txt.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BOUNDARY = "# --- only for tests and build steps ---"
HEADER = "# Made by `make lock`. Installed with --require-hashes.\n"


def main() -> int:
    run = compile_lock([])
    everything = compile_lock(["--extra", "test", "--extra", "build"])
    known = set(split_blocks(run))
    rest = [block for block in split_blocks(everything) if block not in known]
    names = {block.split("==")[0] for block in known}
    clashes = [block.split("==")[0] for block in rest if block.split("==")[0] in names]
    if clashes:
        sys.stderr.write(f"Tests want other versions of: {', '.join(clashes)}\n")
        return 1
    text = HEADER + "".join(split_blocks(run)) + f"\n{BOUNDARY}\n" + "".join(rest)
    (ROOT / "constraints.txt").write_text(text, "utf-8")
    alone = HEADER.replace("with", "with --no-deps and") + "".join(split_blocks(lock_alone()))
    (ROOT / "constraints-model.txt").write_text(alone, "utf-8")
    return 0


def lock_alone() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = "\n".join(project["optional-dependencies"]["model-test"])
    return run_uv("-", "--no-deps", given=wanted)


def compile_lock(extras: list[str]) -> str:
    return run_uv("pyproject.toml", *extras)


def run_uv(*wanted: str, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", *wanted, "--universal", "--quiet",
         "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url",
         "--no-emit-find-links", "--python-version", "3.11"],
        cwd=ROOT, input=given, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def split_blocks(text: str) -> list[str]:
    blocks: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[:1].isalnum():
            blocks.append(line)
        elif blocks and line.strip() and not line.startswith("#"):
            blocks[-1] += line
    return blocks


if __name__ == "__main__":
    sys.exit(main())
