"""How fast Teams' activities are acknowledged: our door, beside a bare endpoint with the same token.

`bare` is what any app must do at least: Starlette, the token's signature and claims, 200. Ours also
holds the activity to its token and writes it down, sealed and committed to disk, before its 200.
Teams uses a token for an hour, so every request of a run carries the same one.
"""

import asyncio
import datetime
import json
import sys
from pathlib import Path

import jwt
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.teams.ingress import TeamsIngress
from bot.channels.teams.keys import SigningKeys
from bot.channels.teams.registration import Cloud, Registration
from bot.channels.teams.tokens import Guard
from bot.delivery.intake import Intake
from bot.scheduling.clock import SystemClock
from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from tests.fakes.teams.issuer import ISSUER
from tests.fakes.teams.person import PATH, TeamsPerson
from tests.fakes.teams.platform import APP_ID, SECRET, TENANT, FakeTeams, make_claims
from tests.tools.bench_ingress import EVENTS, Pace, measure_in_turn, serve, write_request


def measure_teams_door() -> dict[str, Pace]:
    """Measure Teams' door and the bare one."""
    teams = FakeTeams()
    teams.start()
    try:
        ada = TeamsPerson(teams, 0)
        token = teams.issuer.sign(make_claims(teams))
        headers = {"Authorization": f"Bearer {token}"}

        def make_requests(name: str) -> list[bytes]:
            activities = (
                {**ada.make_activity("message", text="a" * 900), "id": f"{name}-{number}"}
                for number in range(EVENTS)
            )
            return [write_request(PATH, json.dumps(one).encode(), headers) for one in activities]

        keys = json.dumps(teams.issuer.publish()["keys"][0])
        return measure_in_turn(
            "tests.tools.bench_teams", make_requests, teams.metadata, teams.origin, keys
        )
    finally:
        teams.stop()


async def serve_bare(key: str) -> None:
    verifier = jwt.PyJWK.from_json(key)

    async def take(request: Request) -> Response:
        await request.body()
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        try:
            jwt.decode(token, verifier, ["RS256"], audience=APP_ID, issuer=ISSUER)
        except jwt.InvalidTokenError:
            return Response(status_code=401)
        return JSONResponse({})

    await serve(Starlette(routes=[Route(PATH, take, methods=["POST"])]))


async def serve_durable(folder: Path, metadata: str, origin: str) -> None:
    clock = SystemClock(datetime.UTC)
    storage = await open_storage(f"sqlite:///{folder / 'jourfix.db'}", "", clock, Retention())
    cloud = Cloud(metadata, "https://127.0.0.1", (origin,))
    registration = Registration(APP_ID, "single", TENANT, frozenset({TENANT}), cloud, SECRET)

    async def refuse(_activity: object) -> tuple[int, None]:
        return 501, None

    guard = Guard(registration, SigningKeys(metadata))
    await serve(TeamsIngress(guard, Intake(storage.inbox, lambda: None), refuse, clock))
    await storage.close()


if __name__ == "__main__":
    if sys.argv[1:] == []:
        for kind, pace in measure_teams_door().items():
            sys.stdout.write(f"{kind} {pace}\n")
    elif sys.argv[1] == "bare":
        asyncio.run(serve_bare(sys.argv[5]))
    else:
        asyncio.run(serve_durable(Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
