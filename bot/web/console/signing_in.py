"""Signing in with Slack or Microsoft: the way to a directory, and back with whom it vouches for."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.apologies import make_reference
from bot.core.desk.audit import Deed
from bot.core.desk.directory import Directory, Refusal, Refused, Vouched
from bot.core.desk.staff import AT_THE_DOOR, Colleague, Staff
from bot.web.console.access import SIGN_IN, apologise
from bot.web.console.cookies import Cookie
from bot.web.console.entering import Door, Entering
from bot.web.console.entering_wording import ENTERING_WORDINGS
from bot.web.console.journeys import JOURNEY_LIFE, Journeys

JOURNEY_COOKIE = "jourfix-desk-way"
_LONGEST = 4_000  # of a code; Microsoft's are some 1,500 signs
_STATUSES: Mapping[Refusal, int] = {
    "declined": 400,
    "stale": 400,
    "later": 503,
    "misconfigured": 502,
    "not-trusted": 502,
}
_log = logging.getLogger(__name__)

Answer = Callable[[Request, Directory], Awaitable[Response]]


def name_back(place: str) -> str:
    """Give the path that people come back to; it is registered with the directory."""
    return f"{SIGN_IN}/{place}/back"


def make_door(directory: Directory) -> Door:
    """Make what the sign-in page shows of a directory."""
    return Door(directory.label, f"{SIGN_IN}/{directory.place}")


@dataclass(frozen=True)
class SigningIn:
    """Sends people to a directory, and takes them back.

    Args:
        entering: Lets them in.
        directories: Where they may sign in.
        journeys: Who is on the way.
        staff: Who works here.
        cookie: Holds what binds a journey to its browser.
    """

    entering: Entering
    directories: tuple[Directory, ...]
    journeys: Journeys
    staff: Staff
    cookie: Cookie

    @property
    def routes(self) -> list[BaseRoute]:
        """List what anybody may open."""
        return [
            route
            for one in self.directories
            for route in (
                Route(f"{SIGN_IN}/{one.place}", self._guard(self._send, one), methods=["GET"]),
                Route(name_back(one.place), self._guard(self._take_back, one), methods=["GET"]),
            )
        ]

    def _guard(
        self, answer: Answer, directory: Directory
    ) -> Callable[[Request], Awaitable[Response]]:
        """Count a try, and answer whatever happens with a sentence."""

        async def guarded(request: Request) -> Response:
            language = self.entering.frame.read_language(request, None)
            try:
                refusal = await self.entering.limit(request, directory.place)
                return refusal or await answer(request, directory)
            except Exception as error:  # noqa: BLE001 - the edge: a person gets a sentence
                return apologise(self.entering.frame, error, language)

        return guarded

    async def _send(self, request: Request, directory: Directory) -> Response:
        """Send somebody to a directory; from our own page alone, and not for a mere look."""
        is_elsewhere = request.headers.get("sec-fetch-site", "none") == "cross-site"
        if is_elsewhere or request.method != "GET":
            return RedirectResponse(SIGN_IN, 303)
        asked, browser = await self.journeys.begin(directory.place)
        address = await directory.make_address(asked)
        if isinstance(address, Refused):
            return await self._refuse(request, directory, address)
        response = RedirectResponse(address, 303, {"Cache-Control": "no-store"})
        self.cookie.give(response, browser, int(JOURNEY_LIFE.total_seconds()))
        return response

    async def _take_back(self, request: Request, directory: Directory) -> Response:
        """Take somebody back who was sent from this browser."""
        if request.method != "GET":
            return RedirectResponse(SIGN_IN, 303)
        state, code, error = (
            request.query_params.get(name, "") for name in ("state", "code", "error")
        )
        browser = self.cookie.read(request)
        asked = await self.journeys.end(directory.place, state, browser)
        found: Vouched | Refused
        if asked is None:
            found = Refused("stale", "state")
        elif error or not 0 < len(code) <= _LONGEST:
            found = directory.read_error(error)
        else:
            found = await directory.identify(code, asked)
        who = self._find_colleague(found) if isinstance(found, Vouched) else found
        if isinstance(who, Refused):
            response = await self._refuse(request, directory, who)
        else:
            response = await self.entering.let_in(request, who)
        self.cookie.take_back(response)
        return response

    def _find_colleague(self, vouched: Vouched) -> Colleague | Refused:
        """Find who works here of those that a directory vouches for."""
        for person in vouched.people:
            colleague = Colleague(person, vouched.name, vouched.groups)
            if self.staff.find_roles(colleague):
                return colleague
        hides = vouched.hides_groups and bool(self.staff.groups)
        return Refused("groups-hidden" if hides else "nobody", person=vouched.people[0])

    async def _refuse(self, request: Request, directory: Directory, refused: Refused) -> Response:
        """Say why nobody was let in, and note it."""
        reference = make_reference()
        told = {"reason": refused.reason, "reference": reference}
        person = refused.person or AT_THE_DOOR
        deed = Deed(person, "sign-in-failed", directory.place, told)
        await self.entering.audit.append(deed)
        _log.warning(
            "nobody was let in to the desk: %s, %s %s [%s]",
            directory.place,
            refused.reason,
            refused.detail,
            reference,
        )
        language = self.entering.frame.read_language(request, None)
        notice = ENTERING_WORDINGS[language][refused.reason].format(
            place=directory.label, reference=reference, person=refused.person
        )
        return self.entering.show_doors(request, notice, _STATUSES.get(refused.reason, 403))
