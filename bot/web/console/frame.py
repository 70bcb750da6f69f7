"""What stands around every page of the desk: head, sections, languages, errors. Jinja2, escaped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.core.desk.staff import HERE, Role
from bot.core.model import LANGUAGES, Language
from bot.web.console.sessions import Session
from bot.web.console.wording import FRAME_WORDINGS

_TEMPLATES = Path(__file__).parent / "templates"
_NO_STORE = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class Section:
    """A section of the desk in the list at the side.

    Args:
        path: Its first page, below /desk.
        labels: Its name in each language.
        roles: Who sees it there.
    """

    path: str
    labels: Mapping[Language, str]
    roles: frozenset[Role]


@dataclass(frozen=True)
class Frame:
    """Renders pages.

    Args:
        language: The comms team's, where a browser asks for none of ours.
        sections: What is listed at the side.
    """

    language: Language = "en"
    sections: Sequence[Section] = ()
    _pages: Environment = field(
        default_factory=lambda: Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=select_autoescape(),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
    )

    def read_language(self, request: Request, session: Session | None) -> Language:
        """Read in which language somebody reads: chosen, their browser's, the comms team's."""
        if session is not None and session.language is not None:
            return session.language
        wanted = request.headers.get("accept-language", "")[:200].lower()
        for part in wanted.split(","):
            code = part.partition(";")[0].strip()[:2]
            found = next((language for language in LANGUAGES if language == code), None)
            if found is not None:
                return found
        return self.language

    def show(
        self,
        template: str,
        language: Language,
        session: Session | None,
        roles: frozenset[Role] = frozenset(),
        status: int = 200,
        **told: object,
    ) -> Response:
        """Render a page with what it tells."""
        wording = FRAME_WORDINGS[language]
        colleague = session.colleague if session is not None else None
        name = ""
        if colleague is not None:
            name = wording.here if colleague.person == HERE else colleague.name or colleague.person
        html = self._pages.get_template(template).render(
            frame=wording,
            language=language,
            languages=LANGUAGES,
            guard=session.guard if session is not None else "",
            visitor=name,
            roles=roles,
            sections=[
                (section.path, section.labels[language])
                for section in self.sections
                if section.roles & roles
            ],
            **{"at": "", **told},
        )
        return HTMLResponse(html, status, headers=_NO_STORE)

    def refuse(
        self, language: Language, session: Session | None, roles: frozenset[Role]
    ) -> Response:
        """Say that a page is not for this colleague."""
        wording = FRAME_WORDINGS[language]
        return self.show(
            "sentence.html",
            language,
            session,
            roles,
            403,
            title=wording.not_yours,
            text=wording.not_yours_why,
        )

    def ask_to_reload(self, language: Language) -> Response:
        """Say that a form was too old or not ours."""
        wording = FRAME_WORDINGS[language]
        return self.show("sentence.html", language, None, status=403, title=wording.reload, text="")

    def miss(self, language: Language) -> Response:
        """Say that there is no such page."""
        wording = FRAME_WORDINGS[language]
        return self.show(
            "sentence.html", language, None, status=404, title=wording.not_found, text=""
        )

    def apologise(self, language: Language, reference: str) -> Response:
        """Say that it failed, with a reference."""
        text = FRAME_WORDINGS[language].failed.format(reference=reference)
        return self.show("sentence.html", language, None, status=500, title=text, text="")
