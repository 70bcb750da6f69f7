"""Write constraints.txt: every version pinned with its hashes, no addresses. Run by `make lock`.

The first part is what runs; the second, below a line that the Makefile looks for, is for tests and
build steps only.
"""

import subprocess
import sys
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
    return 0


def compile_lock(extras: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--quiet",
         "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url",
         "--no-emit-find-links", "--python-version", "3.11", *extras],
        cwd=ROOT, capture_output=True, text=True, check=True,
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
