"""Coming in and going out: the link that opens the desk once, the language, signing out."""

from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.desk.audit import AuditLog, Deed
from bot.core.desk.staff import AT_THE_DOOR, EVERY_ROLE, HERE, Colleague
from bot.core.model import LANGUAGES
from bot.web.console.access import DESK, SESSION_COOKIE, SIGN_IN, Page, Visit, apologise
from bot.web.console.cookies import Cookie
from bot.web.console.entering_wording import ENTERING_WORDINGS
from bot.web.console.frame import Frame
from bot.web.console.sessions import Keys, Sessions
from bot.web.console.turnstile import Turnstile
from bot.web.console.wording import FRAME_WORDINGS

ENTER = f"{DESK}/enter"
_LINK = "link"  # how the log names the way in through it


@dataclass(frozen=True)
class Door:
    """A place where people sign in, as the sign-in page offers it.

    Args:
        place: Its name: Slack, Microsoft.
        path: The page that leads there.
    """

    place: str
    path: str


@dataclass(frozen=True)
class Entering:
    """Lets people in and out.

    Args:
        sessions: Begin when they come in.
        frame: Renders the pages.
        audit: Notes who came in.
        turnstile: Counts how often somebody tries.
        keys: Open the desk once; None where people sign in with their names.
        doors: Where they sign in.
        cookie: Holds the name of a session.
    """

    sessions: Sessions
    frame: Frame
    audit: AuditLog
    turnstile: Turnstile
    keys: Keys | None = None
    doors: tuple[Door, ...] = ()
    cookie: Cookie = SESSION_COOKIE
    routes: list[BaseRoute] = field(init=False)

    def __post_init__(self) -> None:
        """List what anybody may open: signing in, and nothing else."""
        routes: list[BaseRoute] = [Route(SIGN_IN, self.show_sign_in, methods=["GET"])]
        if self.keys is not None:
            routes.append(Route(ENTER, self.enter, methods=["GET"]))
        object.__setattr__(self, "routes", routes)

    @property
    def pages(self) -> list[Page]:
        """List the pages for everybody who is in."""
        return [
            Page("/sign-out", self.leave, EVERY_ROLE, "POST", "signed-out"),
            Page(
                "/language",
                self.choose_language,
                EVERY_ROLE,
                "POST",
                "language-chosen",
                noted=("language",),
            ),
        ]

    async def show_sign_in(self, request: Request) -> Response:
        """Show how to come in."""
        return self.show_doors(request)

    def show_doors(self, request: Request, notice: str = "", status: int = 200) -> Response:
        """Show how to come in, and what stood in the way before."""
        language = self.frame.read_language(request, None)
        return self.frame.show(
            "sign_in.html", language, None, status=status, doors=self.doors, notice=notice
        )

    async def limit(self, request: Request, place: str) -> Response | None:
        """Count a try to come in; None: they may go on."""
        wait = self.turnstile.pass_through(request.client.host if request.client else "")
        if wait is None:
            return None
        if wait.is_news:  # once, not for each try: the log is no place to fill
            await self.audit.append(Deed(AT_THE_DOOR, "sign-in-limited", place))
        language = self.frame.read_language(request, None)
        notice = ENTERING_WORDINGS[language]["limited"].format(minutes=-(-wait.seconds // 60))
        response = self.show_doors(request, notice, 429)
        response.headers["Retry-After"] = str(wait.seconds)
        return response

    async def enter(self, request: Request) -> Response:
        """Open the desk to whoever has a key that was not used before."""
        language = self.frame.read_language(request, None)
        try:
            return await self.limit(request, _LINK) or await self._use_key(request)
        except Exception as error:  # noqa: BLE001 - the edge: a person gets a sentence
            return apologise(self.frame, error, language)

    async def _use_key(self, request: Request) -> Response:
        key = request.query_params.get("key", "")
        is_asked = request.method == "GET"  # who only looks what is there uses nothing up
        if self.keys is None or not is_asked or not await self.keys.use_key(key):
            await self.audit.append(Deed(AT_THE_DOOR, "sign-in-failed", _LINK))
            language = self.frame.read_language(request, None)
            return self.show_doors(request, FRAME_WORDINGS[language].key_used, 403)
        return await self.let_in(request, Colleague(HERE))

    async def let_in(self, request: Request, colleague: Colleague) -> Response:
        """Begin a new session, whatever cookie came along, and lead to the first page."""
        await self.sessions.end(self.cookie.read(request))
        await self.audit.append(Deed(colleague.person, "signed-in"))
        name = await self.sessions.begin(colleague)
        response = RedirectResponse(DESK, 303)
        self.cookie.give(response, name)
        return response

    async def leave(self, visit: Visit) -> Response:
        """End the session."""
        await self.sessions.end(self.cookie.read(visit.request))
        response = RedirectResponse(SIGN_IN, 303)
        self.cookie.take_back(response)
        return response

    async def choose_language(self, visit: Visit) -> Response:
        """Note a language, and stay where they were."""
        wanted = visit.read_field("language", 2)
        for language in LANGUAGES:
            if language == wanted:
                name = self.cookie.read(visit.request)
                await self.sessions.choose_language(name, language)
        return RedirectResponse(read_own_path(visit.read_field("back", 300)), 303)


def read_own_path(path: str) -> str:
    """Read a path of the desk; anything else leads to its first page."""
    is_plain = path.isascii() and path.isprintable() and "\\" not in path
    is_below = path == DESK or path.startswith((f"{DESK}/", f"{DESK}?"))
    return path if is_below and is_plain else DESK
