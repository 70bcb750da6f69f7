"""The browser chat: a page, what is said (POST /say), and what is answered (GET /events)."""

import asyncio
import contextlib
import json
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.shared_files import (
    DOCUMENTS,
    LARGEST_TABLE,
    TABLES,
    Read,
    ReadDocument,
    Unread,
    read_file,
    read_files,
)
from bot.channels.web.asked_language import read_accepted, read_language
from bot.channels.web.boxes import Box, Boxes
from bot.channels.web.letters import Letters
from bot.channels.web.render import render_message
from bot.channels.web.wording import PAGES
from bot.core.apologies import apologise, make_reference, name_place
from bot.core.conversation import Conversation
from bot.core.errors import StorageError
from bot.core.language.words import detect_language
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES

_HERE = Path(__file__).parent
_COOKIE = "jourfix"
_COOKIE_DAYS = 400
_LARGEST_BODY = 128_000  # bytes: ten thousand code points of four bytes, escaped, and some room
_LONGEST_NAME = 200  # of a file
_LONGEST_WORDS = 10_000  # of a form's field: as long as a draft may be
_KEEP_ALIVE = 20.0  # seconds between comments on a silent stream
_LOOK_FOR_LETTERS = 3.0  # seconds between looks, for a page whose person waits for an answer
_MOST_AT_ONCE = 8  # drafts of one conversation being read
_log = logging.getLogger(__name__)


@dataclass
class WebChat:
    """The browser channel of one organisation."""

    conversation: Conversation
    read_document: ReadDocument
    boxes: Boxes = field(default_factory=Boxes)
    letters: Letters | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _pages: Environment = field(
        default_factory=lambda: Environment(
            loader=FileSystemLoader(_HERE / "templates"), autoescape=select_autoescape()
        )
    )

    def routes(self) -> list[BaseRoute]:
        """Give the routes that the server mounts."""
        return [
            Route("/", self.show_page),
            Route("/say", self.hear, methods=["POST"]),
            Route("/file", self.take_file, methods=["POST"]),
            Route("/events", self.stream),
            Mount("/static", StaticFiles(directory=_HERE / "static")),
        ]

    def close(self) -> None:
        """Let the open pages go: the server stops, and would wait for them."""
        self.boxes.close()

    async def show_page(self, request: Request) -> Response:
        """Show the page, with a greeting and a new conversation."""
        asked = read_language(request.query_params.get("language"))
        language = asked or read_accepted(request.headers.get("accept-language", ""))
        person = request.cookies.get(_COOKIE, "")
        is_new = not _is_person(person)
        if is_new:
            person = secrets.token_urlsafe(24)
        greeting = await self.conversation.introduce(person, language, asked)
        conversation = self.boxes.open(person, language)
        if not is_new:
            await self._begin_letters(conversation, person)
        html = self._pages.get_template("chat.html").render(
            page=PAGES[language],
            language=language,
            languages=LANGUAGES,
            conversation=conversation,
            greeting=Markup(render_message(greeting)),  # noqa: S704 - escaped by render_message
        )
        response = HTMLResponse(html)
        if is_new:
            response.set_cookie(
                _COOKIE, person, max_age=_COOKIE_DAYS * 86_400, httponly=True, samesite="strict"
            )
        return response

    async def hear(self, request: Request) -> Response:
        """Take what a person said or chose; the answer follows on the stream."""
        payload = await _read_payload(request)
        box = self._box(request, payload.get("conversation") if payload else None)
        if payload is None or box is None:
            return _refuse("Please reload the page.", 400)
        if box.working >= _MOST_AT_ONCE:
            return _refuse("One moment, please: I am still reading.", 429)
        incoming = _read_incoming(payload, box)
        if incoming is None:
            return _refuse("Please reload the page.", 400)
        return self._begin(self.conversation.answer(incoming), box)

    async def take_file(self, request: Request) -> Response:
        """Take a file, as the other chats do: a text is the draft, a table may hold numbers."""
        box = self._box(request, request.query_params.get("conversation"))
        name = request.query_params.get("name", "")
        if box is None or request.headers.get("content-type", "") != "application/octet-stream":
            return _refuse("Please reload the page.", 400)
        if not 0 < len(name) <= _LONGEST_NAME:
            return _refuse("Please give the file a shorter name.", 400)
        if box.working >= _MOST_AT_ONCE:
            return _refuse("One moment, please: I am still reading.", 429)
        data = await _read_body(request, LARGEST_TABLE)  # of a larger one comes a little more
        place = str(request.query_params["conversation"])
        said = Incoming(box.person, place, language=box.language, on_page=True)
        return self._begin(self._take(said, name, data), box)

    async def _begin_letters(self, conversation: str, person: str) -> None:
        """Show what came while no page was open, and say whether something is waited for."""
        box, desk = self.boxes.find(conversation, person), self.conversation.desk
        if box is None or desk is None:
            return
        with contextlib.suppress(StorageError):  # the page opens all the same
            box.is_waiting = await desk.cases.is_awaited_by(person)
        await self._show_letters(box)

    async def _show_letters(self, box: Box) -> None:
        """Put into a box the letters that its page does not show yet."""
        if self.letters is None:
            return
        with contextlib.suppress(StorageError):  # they stay where they are, for the next look
            for letter in await self.letters.open_for(box.person):
                if letter.key not in box.letters:
                    box.letters.add(letter.key)
                    box.put(letter.html)

    def _begin(self, answering: Awaitable[Sequence[Message]], box: Box) -> Response:
        """Answer beside what else is asked; the page reads it on its stream."""
        box.working += 1
        task = asyncio.create_task(self._answer(answering, box))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return JSONResponse({"heard": True}, 202)

    async def _take(self, said: Incoming, name: str, data: bytes) -> Sequence[Message]:
        """Read a file, and answer what it holds."""

        async def read(name: str) -> Read:
            if not name.lower().endswith((*DOCUMENTS, *TABLES)):
                return Unread()
            return await read_file(name, fetch, self.read_document)

        async def fetch(_most: int) -> bytes:
            return data

        refusals, incoming = await read_files(said, [name], read)
        answers = [] if incoming is None else await self.conversation.answer(incoming)
        return [*refusals, *answers]

    async def _answer(self, answering: Awaitable[Sequence[Message]], box: Box) -> None:
        try:
            for message in await answering:
                box.language = message.language
                box.is_waiting |= message.kind == "case-sent"
                if message.kind == "forgot-me":
                    box.is_waiting = False
                number = box.put(render_message(message))
                if message.follow is not None:
                    await self._follow(message.follow, box, number)
        except Exception as error:  # noqa: BLE001 - the channel's entry: a person gets a sentence
            box.put(render_message(apologise(_log_failure(error), box.language)))
        finally:
            box.working -= 1
            box.changed.set()

    async def _follow(self, asked: Incoming, box: Box, number: int) -> None:
        """Put what took longer in the place of the message that did not wait for it."""

        async def show(message: Message) -> None:
            box.put(render_message(message), number)

        try:
            messages = await self.conversation.answer(replace(asked, show=show))
        except Exception as error:  # noqa: BLE001 - the message stands; it only says that it is alone
            _log_failure(error)
            messages = await self.conversation.answer(replace(asked, is_alone=True))
        box.put(render_message(messages[0]), number)

    async def stream(self, request: Request) -> Response:
        """Send the messages of a conversation as they come; a page that reconnects misses none."""
        box = self._box(request, request.query_params.get("conversation"))
        if box is None:
            return _refuse("Please reload the page.", 404)
        seen = request.headers.get("last-event-id", "0")
        number = int(seen) if seen.isdecimal() and len(seen) < 12 else 0
        return StreamingResponse(
            _stream_events(box, number, self._show_letters),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    def _box(self, request: Request, name: object) -> Box | None:
        person = request.cookies.get(_COOKIE, "")
        if not isinstance(name, str) or not _is_person(person):
            return None
        return self.boxes.find(name, person)


async def _stream_events(
    box: Box, number: int, look: Callable[[Box], Awaitable[None]]
) -> AsyncIterator[str]:
    yield ": hello\n\n"
    while True:
        if box.is_waiting:
            await look(box)
        box.changed.clear()
        for at, html, over in box.after(number):
            number = at
            yield f"id: {at}\ndata: {json.dumps({'html': html, 'over': over})}\n\n"
        if box.is_done:
            return
        try:
            pause = _LOOK_FOR_LETTERS if box.is_waiting else _KEEP_ALIVE
            await asyncio.wait_for(box.changed.wait(), pause)
        except TimeoutError:
            yield ": still here\n\n"


def _log_failure(error: Exception) -> str:
    """Log what failed, by its kind and place only: its own text could quote a draft."""
    reference = make_reference()
    _log.error("answering failed: %s [%s] %s", type(error).__name__, reference, name_place(error))
    return reference


async def _read_payload(request: Request) -> Mapping[str, Any] | None:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return None
    content = await _read_body(request, _LARGEST_BODY)
    if len(content) > _LARGEST_BODY:
        return None
    try:
        payload = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None


async def _read_body(request: Request, most: int) -> bytes:
    """Read so many bytes at most, and of more a little more than that."""
    content = bytearray()
    async for piece in request.stream():
        content += piece[: most + 1 - len(content)]
        if len(content) > most:
            break
    return bytes(content)


def _read_incoming(payload: Mapping[str, Any], box: Box) -> Incoming | None:
    name = str(payload["conversation"])
    choice = payload.get("choice")
    if isinstance(choice, dict):
        action, value = choice.get("action"), choice.get("value", "")
        if not isinstance(action, str) or not isinstance(value, str):
            return None
        chosen = Choice("", action[:40], value[:200])
        written = payload.get("text")
        words = written[:_LONGEST_WORDS] if isinstance(written, str) else ""
        return Incoming(
            box.person, name, text=words, choice=chosen, language=box.language, on_page=True
        )
    text = payload.get("text")
    if not isinstance(text, str):
        return None
    language = None if detect_language(text[:2000]) else box.language
    return Incoming(box.person, name, text=text, language=language, on_page=True)


def _refuse(message: str, status: int) -> Response:
    return JSONResponse({"message": message}, status)


def _is_person(value: str) -> bool:
    return 20 <= len(value) <= 64 and value.replace("-", "").replace("_", "").isalnum()
