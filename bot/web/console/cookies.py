"""The desk's cookies: as strict as the address allows."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response


@dataclass(frozen=True)
class Cookie:
    """A cookie of the desk.

    Over https its name begins with `__Host-`: browsers then take it from this very host alone, over
    https alone, so that no other host of the organisation can plant one.

    Args:
        word: What it is called.
        path: Below which path it is sent, where it need not be sent to all.
        is_secure: Whether browsers come over https.
    """

    word: str
    path: str
    is_secure: bool = False

    @property
    def name(self) -> str:
        """Name it."""
        return f"__Host-{self.word}" if self.is_secure else self.word

    @property
    def _path(self) -> str:
        return "/" if self.is_secure else self.path  # `__Host-` asks for that

    def read(self, request: Request) -> str:
        """Read what a browser brings."""
        return request.cookies.get(self.name, "")

    def give(self, response: Response, value: str, seconds: int | None = None) -> None:
        """Give it to a browser; without seconds, until that closes."""
        response.set_cookie(
            self.name,
            value,
            seconds,
            path=self._path,
            httponly=True,
            secure=self.is_secure,
            samesite="lax",  # people come back from another site
        )

    def take_back(self, response: Response) -> None:
        """Take it back."""
        response.delete_cookie(
            self.name, self._path, secure=self.is_secure, httponly=True, samesite="lax"
        )
