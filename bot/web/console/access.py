"""The gate: every page names the roles that may open it, and what it changes is written down.

A page without roles cannot be made, so a new one cannot be forgotten. Before a page changes
anything, the gate notes who did what: no page needs to think of it. One deed is one entry: where
the use case behind a page notes by itself what came of a press, the page says so, and the gate
does not.
"""

import hmac
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Literal

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.core.apologies import make_reference, name_place
from bot.core.desk.audit import AuditLog, Deed, is_name
from bot.core.desk.staff import Colleague, Role, Staff
from bot.core.model import Language
from bot.web.console.cookies import Cookie
from bot.web.console.frame import Frame
from bot.web.console.sessions import Session, Sessions

COOKIE = "jourfix-desk"
DESK = "/desk"
SIGN_IN = f"{DESK}/sign-in"
SESSION_COOKIE = Cookie(COOKIE, DESK)
LARGEST_FORM = 200_000  # bytes of a form without files
_MOST_FIELDS = 200
_log = logging.getLogger(__name__)


@dataclass
class Visit:
    """Somebody who may be here opens a page.

    Args:
        request: Its path and query.
        session: Who.
        roles: As what.
        language: In which language they read.
        form: What they sent; empty for a page that is only read.
    """

    request: Request
    session: Session
    roles: frozenset[Role]
    language: Language
    form: FormData = field(default_factory=FormData)

    @property
    def colleague(self) -> Colleague:
        """Whoever it is."""
        return self.session.colleague

    def read_field(self, name: str, longest: int = 10_000) -> str:
        """Read what was written into a field; a file or nothing is no text."""
        value = self.form.get(name, "")
        return value[:longest] if isinstance(value, str) else ""

    def read_query(self, name: str, longest: int = 200) -> str:
        """Read a word of the address."""
        return self.request.query_params.get(name, "")[:longest]


Answer = Callable[[Visit], Awaitable[Response]]


@dataclass(frozen=True)
class Page:
    """A page of the desk.

    Args:
        path: Below /desk, as Starlette writes paths: `/cases/{name}`.
        answer: Makes the answer.
        roles: Who may open it; never empty.
        method: POST for what changes something.
        deed: For what changes something: the word that the audit log notes, `case-answered`.
        largest: Bytes that may be sent to it.
        noted: Fields of the form that say to what it was done and how, beside the path. Only words
            and names are noted, no text.
        is_dry: A form is sent, and nothing changes: what is typed is checked. So nothing is noted.
        is_noted_behind: The use case notes it, by a word of its own.
    """

    path: str
    answer: Answer
    roles: frozenset[Role]
    method: Literal["GET", "POST"] = "GET"
    deed: str = ""
    largest: int = LARGEST_FORM
    noted: tuple[str, ...] = ()
    is_dry: bool = False
    is_noted_behind: bool = False

    def __post_init__(self) -> None:
        """Refuse a page that nobody is named for, and one whose changes nobody would note."""
        if not self.roles:
            raise ValueError(f"{self.path} names no role.")
        told = (bool(self.deed), self.is_dry, self.is_noted_behind)
        if sum(told) != (self.method == "POST"):
            raise ValueError(f"{self.path} changes something and says not what, or the reverse.")


@dataclass(frozen=True)
class Gate:
    """Lets people through to pages.

    Args:
        sessions: Who is signed in.
        staff: Who may what.
        audit: Notes what is changed.
        frame: Says what is refused.
        cookie: Names the session.
        reading: Surrounds the making of a page that is only read.
    """

    sessions: Sessions
    staff: Staff
    audit: AuditLog
    frame: Frame
    cookie: Cookie = SESSION_COOKIE
    reading: Callable[[], AbstractContextManager[None]] = nullcontext

    def guard(self, page: Page) -> Route:
        """Give the route of a page, with the gate before it."""

        async def answer(request: Request) -> Response:
            language = self.frame.read_language(request, None)
            try:
                return await self._let_through(request, page)
            except HTTPException:
                raise
            except Exception as error:  # noqa: BLE001 - the edge: a person gets a sentence
                return apologise(self.frame, error, language)

        return Route(f"{DESK}{page.path}", answer, methods=[page.method])

    async def _let_through(self, request: Request, page: Page) -> Response:
        session = await self.sessions.find(self.cookie.read(request))
        language = self.frame.read_language(request, session)
        if session is None:
            return RedirectResponse(SIGN_IN, 303)
        roles = self.staff.find_roles(session.colleague)
        if not roles & page.roles:
            return self.frame.refuse(language, session, roles)
        if page.method == "GET":
            with self.reading():
                return await page.answer(Visit(request, session, roles, language))
        form = await _read_form(request, page.largest)
        guard = form.get("guard", "") if form is not None else ""
        if form is None or not _is_same(guard, session.guard):
            return self.frame.ask_to_reload(language)
        if page.deed:
            subject = _name_subject(page, request, form)
            await self.audit.append(Deed(session.colleague.person, page.deed, subject))
        try:
            return await page.answer(Visit(request, session, roles, language, form))
        finally:
            await form.close()


def apologise(frame: Frame, error: Exception, language: Language) -> Response:
    """Say that it did not work; log by kind and place only: a text could quote a draft."""
    reference = make_reference()
    kind, place = type(error).__name__, name_place(error)
    _log.error("a page of the desk failed: %s [%s] %s", kind, reference, place)
    return frame.apologise(language, reference)


def _name_subject(page: Page, request: Request, form: FormData) -> str:
    """Say to what a page does something: the names in its path and form, no text."""
    fields = [form.get(name, "") for name in page.noted]
    told = [str(value) for value in request.path_params.values()]
    told += [value for value in fields if isinstance(value, str)]
    return "/".join(one for one in told if is_name(one))


def _is_same(given: object, expected: str) -> bool:
    return isinstance(given, str) and hmac.compare_digest(given.encode(), expected.encode())


async def _read_form(request: Request, largest: int) -> FormData | None:
    """Read a form of bounded size; None: it is larger, or none."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > largest:
        return None  # every browser says how long a form is; who does not is none
    try:
        return await request.form(
            max_files=4, max_fields=_MOST_FIELDS, max_part_size=min(largest, LARGEST_FORM)
        )
    except HTTPException:
        return None
