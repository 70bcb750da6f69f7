"""How fast Slack's events are acknowledged: our door, beside a bare endpoint that checks a signature.

`bare` is what any app must do at least: Starlette, the signature, 200. Ours also writes each event
down, sealed and committed to disk, before its 200. Both run in processes of their own.
"""

import asyncio
import contextlib
import datetime
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.slack.ingress import SlackIngress
from bot.delivery.intake import Intake
from bot.scheduling.clock import SystemClock
from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from tests.channels.running import serve as serve_everything
from tests.fakes.slack.person import SECRET, SlackPerson, settings_for, sign
from tests.fakes.slack.platform import FakeSlack

ROOT = Path(__file__).parent.parent.parent
EVENTS, _CONNECTIONS = 4_000, 32
_ROUNDS = 3
_PACE, _PACED_SECONDS = 50, 10  # events a second, with a draft each


@dataclass(frozen=True)
class Pace:
    """How a server acknowledged: events a second, CPU an event, and the slowest of a hundred."""

    rate: float
    cpu: float
    p99: float


def measure_ingress() -> dict[str, Pace]:
    """Measure Slack's door and the bare one."""
    return measure_in_turn(
        __name__ if __name__ != "__main__" else "tests.tools.bench_ingress",
        lambda name: [make_request(f"Ev{name}{number}") for number in range(EVENTS)],
    )


def measure_in_turn(
    module: str, make_requests: Callable[[str], list[bytes]], *told: str
) -> dict[str, Pace]:
    """Measure both in turn, several times; the best of each, since machines are seldom quiet."""
    found: dict[str, list[Pace]] = {"bare": [], "durable": []}
    for number in range(_ROUNDS):
        for kind, paces in found.items():
            with running(module, kind, *told) as (process, port):
                requests = make_requests(f"{kind}{number}")
                paces.append(asyncio.run(load(process.pid, port, requests)))
    return {kind: max(paces, key=lambda pace: pace.rate) for kind, paces in found.items()}


@contextlib.contextmanager
def running(module: str, kind: str, *told: str) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", module, kind, folder, *told],
            cwd=ROOT, text=True, stdout=subprocess.PIPE,
        )  # fmt: skip
        try:
            assert process.stdout
            yield process, int(process.stdout.readline())
        finally:
            process.terminate()
            process.wait(30)
            assert process.stdout
            process.stdout.close()


async def load(pid: int, port: int, requests: list[bytes]) -> Pace:
    before = read_cpu(pid)
    started = time.perf_counter()
    times: list[float] = []
    share = [requests[at::_CONNECTIONS] for at in range(_CONNECTIONS)]
    await asyncio.gather(*(send(port, mine, times) for mine in share))
    seconds = time.perf_counter() - started
    return Pace(
        EVENTS / seconds,
        (read_cpu(pid) - before) / EVENTS,
        statistics.quantiles(times, n=100)[98],
    )


def measure_while_reviewing(texts: Sequence[str]) -> float:
    """Give the p99 of acknowledgements, in seconds, while one process also reviews every draft."""
    slack = FakeSlack()
    slack.start()
    with tempfile.TemporaryDirectory() as folder:
        with serve_everything(Path(folder), **settings_for(slack)) as server:
            first = SlackPerson(slack, server.port)
            first.say(texts[0])
            first.read()  # the server is warm
            times = asyncio.run(keep_pace(server.port, texts))
        slack.stop()
    return statistics.quantiles(times, n=100)[98]


async def keep_pace(port: int, texts: Sequence[str]) -> list[float]:
    """Send so many events a second, each when its time has come, whatever became of the others."""
    times: list[float] = []
    started = time.perf_counter()
    chosen = itertools.islice(itertools.cycle(texts), _PACE * _PACED_SECONDS)

    async def send_at(moment: float, request: bytes) -> None:
        await asyncio.sleep(started + moment - time.perf_counter())
        await send(port, [request], times)

    await asyncio.gather(
        *(send_at(at / _PACE, make_request(f"EvP{at}", text)) for at, text in enumerate(chosen))
    )
    return times


def make_request(name: str, text: str = "a" * 900) -> bytes:
    event = {
        "type": "message", "channel_type": "im", "channel": f"D{name}", "user": f"U{name}",
        "ts": "1.1", "text": text,
    }  # fmt: skip
    body = json.dumps(
        {"type": "event_callback", "event_id": name, "team_id": "T1", "event": event}
    ).encode()
    return write_request("/slack/events", body, sign(body))


def write_request(path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
    """Write a request as it goes over the wire."""
    whole = {**headers, "Host": "a", "Content-Type": "application/json"}
    lines = [f"{key}: {value}" for key, value in whole.items()]
    head = "\r\n".join([f"POST {path} HTTP/1.1", *lines, f"Content-Length: {len(body)}"])
    return head.encode() + b"\r\n\r\n" + body


async def send(port: int, requests: list[bytes], times: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        started = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        size = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(size)
        times.append(time.perf_counter() - started)
    writer.close()
    await writer.wait_closed()


def read_cpu(pid: int) -> float:
    """Read the seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def serve_bare() -> None:
    verifier = SignatureVerifier(SECRET)

    async def take(request: Request) -> Response:
        body = await request.body()
        valid = verifier.is_valid_request(body, dict(request.headers))
        return Response(status_code=200 if valid else 401)

    await serve(Starlette(routes=[Route("/slack/events", take, methods=["POST"])]))


async def serve_durable(folder: Path) -> None:
    clock = SystemClock(datetime.UTC)
    address = f"sqlite:///{folder / 'jourfix.db'}"
    storage = await open_storage(address, "", clock, Retention())
    intake = Intake(storage.inbox, lambda: None)
    await serve(SlackIngress(SECRET, intake, clock))
    await storage.close()


async def serve(app: object) -> None:
    config = uvicorn.Config(app, port=0, log_level="warning", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    listening = config.bind_socket()
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve(sockets=[listening])


if __name__ == "__main__":
    if sys.argv[1:] == []:
        for kind, pace in measure_ingress().items():
            sys.stdout.write(f"{kind} {pace}\n")
        texts = [f"{number}. We planted a tree in front of the canteen." for number in range(99)]
        sys.stdout.write(f"while reviewing: p99 {measure_while_reviewing(texts)}\n")
    elif sys.argv[1] == "bare":
        asyncio.run(serve_bare())
    else:
        asyncio.run(serve_durable(Path(sys.argv[2])))
