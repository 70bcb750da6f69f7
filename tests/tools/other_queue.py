"""Somebody else's engine beside ours: procrastinate on PostgreSQL, one job a person.

It is installed into an environment of its own, .venv/other-queue. Run inside that environment this
file is also the measuring end: it needs nothing of ours.
"""

import asyncio
import json
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
HOME = ROOT / ".venv" / "other-queue"
WANTED = ("procrastinate==3.10.0", "psycopg[binary,pool]>=3.3", "aiohttp>=3.13,<4")
_AT_ONCE = 100


def measure_other_queue(address: str, slack: str, token: str, people: int) -> tuple[float, float]:
    """Give the messages a second, and the seconds that enqueueing took."""
    python = HOME / "bin" / "python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
        install = [python, "-m", "pip", "install", "-q", *WANTED]
        subprocess.run(install, check=True, capture_output=True)
    done = subprocess.run(
        [python, __file__, address, slack, token, str(people)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    rate, seconds = json.loads(done.stdout.splitlines()[-1])
    return rate, seconds


async def _measure_here(address: str, slack: str, token: str, people: int) -> None:
    import aiohttp
    from procrastinate import App, PsycopgConnector

    app = App(connector=PsycopgConnector(conninfo=address))
    session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"})

    @app.task(name="send")
    async def send(channel: str) -> None:
        post = {"channel": channel, "text": "A tip for the week."}
        async with session.post(f"{slack}chat.postMessage", json=post) as answer:
            assert (await answer.json())["ok"]

    async with session, app.open_async():
        await app.schema_manager.apply_schema_async()
        began = time.perf_counter()
        await send.batch_defer_async(*({"channel": f"D{number}"} for number in range(people)))
        enqueued = time.perf_counter()
        await app.run_worker_async(concurrency=_AT_ONCE, wait=False)
        sent = time.perf_counter()
    print(json.dumps([people / (sent - enqueued), enqueued - began]))


if __name__ == "__main__":
    asyncio.run(_measure_here(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
