"""Deliver to Slack: one session with time limits of its own, and never a blind second try.

A post carries its delivery's key in its metadata, so that one whose answer was lost can be looked
up. Slack gives no key that would make a repeated request harmless.
"""

import contextlib
import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from yarl import URL

from bot.channels.answers import read_at_most
from bot.channels.slack.colleagues import Colleague, Colleagues, read_colleague
from bot.channels.slack.errors import GONE, NO_ANSWER, read_failure
from bot.channels.slack.plain import TOO_MUCH, make_plain
from bot.core.deliveries import Delivered, Delivery, InDoubt, Outcome, Postponed, Refused

_SECONDS = aiohttp.ClientTimeout(total=15, connect=5)
_LOOKED_UP = 50  # posts of a thread
_MOST_ROOMS = 5_000
HOME = "home"  # what a place shows that is a person's Home tab
_PEOPLE = ("U", "W")  # how a person's id begins
_log = logging.getLogger(__name__)
# At DEBUG the SDK would write whole messages into the log.
logging.getLogger("slack_sdk").setLevel(logging.INFO)


class Tokens(Protocol):
    """The bot tokens of the workspaces."""

    async def find_token(self, team: str) -> str | None:
        """Give the token of a workspace; None where we are not installed (any more)."""
        ...

    async def drop_token(self, team: str, token: str) -> bool:
        """Forget a token that Slack no longer takes; say whether there is another by now."""
        ...

    async def leave(self, team: str, moment: float) -> None:
        """Forget a workspace that removed us, unless it let us in again after that moment."""
        ...


@dataclass
class SlackCourier:
    """Speaks to Slack's Web API for every workspace."""

    address: str
    tokens: Tokens
    _client: AsyncWebClient | None = None
    _paused: dict[tuple[str, str], float] = field(default_factory=dict)  # team and method, until
    _rooms: dict[tuple[str, str], str] = field(default_factory=dict)  # of team and person
    _colleagues: Colleagues = field(default_factory=Colleagues)

    @contextlib.asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Hold a session open until the block ends."""
        # With a session of our own the client's `timeout` is ignored: the session has it.
        async with aiohttp.ClientSession(timeout=_SECONDS) as session:
            self._client = AsyncWebClient(base_url=self.address, session=session, retry_handlers=[])
            try:
                yield
            finally:
                self._client = None

    async def deliver(self, delivery: Delivery) -> Outcome:
        """Post once; show a Home tab."""
        place = delivery.place
        if place.get("shown") == HOME:
            return await self._publish_home(place["team"], place["channel"], delivery.body)
        channel = await self._find_channel(place)
        if not isinstance(channel, str):
            return channel
        post = {
            **delivery.body,
            "channel": channel,
            "metadata": _add_key(delivery),
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if place.get("thread"):
            post["thread_ts"] = place["thread"]
        answer = await self._write(place["team"], "chat.postMessage", post)
        if not isinstance(answer, Mapping):
            return answer
        return Delivered(write_receipt(answer.get("channel", channel), answer.get("ts", "")))

    async def change(self, delivery: Delivery, receipt: str) -> Outcome:
        """Put a post in the place of one of ours; with an empty body, delete that one."""
        channel, _, moment = receipt.partition("/")
        named = {"channel": channel, "ts": moment}
        if delivery.body:
            post = {**delivery.body, **named, "metadata": _add_key(delivery)}
            answer = await self._write(delivery.place["team"], "chat.update", post)
        else:
            answer = await self._call(delivery.place["team"], "chat.delete", named)
        if isinstance(answer, Refused) and answer.reason == "message_not_found":
            return answer if delivery.body else Delivered(receipt)  # deleted by hand
        return Delivered(receipt) if isinstance(answer, Mapping) else answer

    async def look_up(self, delivery: Delivery) -> Outcome:
        """Look among our own posts of the thread for one with the delivery's key."""
        place = delivery.place
        if place.get("shown") == HOME:
            return Postponed(0.0, "shown again")  # twice does no harm
        channel = await self._find_channel(place)
        if not isinstance(channel, str):
            return _keep_doubt(channel)
        asked: dict[str, Any] = {
            "channel": channel,
            "limit": _LOOKED_UP,
            "include_all_metadata": True,
        }
        method = "conversations.history"
        if place.get("thread"):
            method, asked = "conversations.replies", {**asked, "ts": place["thread"]}
        answer = await self._call(place["team"], method, asked, reads=True)
        if not isinstance(answer, Mapping):
            return _keep_doubt(answer)
        for post in answer.get("messages") or ():
            payload = (post.get("metadata") or {}).get("event_payload") or {}
            if payload.get("key") == delivery.key:
                return Delivered(write_receipt(channel, post.get("ts", "")))
        return Postponed(0.0, "not there")

    async def _write(
        self, team: str, method: str, post: Mapping[str, Any]
    ) -> "Mapping[str, Any] | Outcome":
        """Write a post; where Slack does not take its blocks, its words alone."""
        answer = await self._call(team, method, post)
        if isinstance(answer, Refused) and answer.reason in TOO_MUCH:
            _log.warning("Slack did not take a post as it was (%s): sent as text", answer.reason)
            answer = await self._call(team, method, make_plain(post))
        return answer

    async def _find_channel(self, place: Mapping[str, str]) -> "str | Outcome":
        """Give the channel of a place; a person's id stands for their conversation with us.

        Slack posts to a person's id too, but looks nothing up there.
        """
        named = place["channel"]
        if not named.startswith(_PEOPLE):
            return named
        known = self._rooms.get((place["team"], named))
        if known is None:
            answer = await self._call(place["team"], "conversations.open", {"users": named})
            if not isinstance(answer, Mapping):
                # nothing was posted, so there is no doubt about that
                return Postponed(1.0, answer.reason) if isinstance(answer, InDoubt) else answer
            opened = answer.get("channel")
            known = str(opened.get("id", "")) if isinstance(opened, Mapping) else ""
            if not known:
                return Refused("no conversation")
            if len(self._rooms) >= _MOST_ROOMS:
                self._rooms.clear()
            self._rooms[place["team"], named] = known
        return known

    async def find_room(self, team: str, user: str) -> str:
        """Give a person's own conversation with us; empty where Slack does not tell."""
        found = await self._find_channel({"team": team, "channel": user})
        return found if isinstance(found, str) else ""

    async def tell_alone(self, address: str, text: str) -> None:
        """Tell whoever used a command or a shortcut something where they did, and nobody else.

        Slack's own address for that serves five times in half an hour and needs no token. A failure
        is no matter.
        """
        session = self._client.session if self._client is not None else None
        if session is None or not self._is_slacks(address):
            return
        told = {"response_type": "ephemeral", "text": text}
        with contextlib.suppress(aiohttp.ClientError, TimeoutError, ValueError):
            async with session.post(address, json=told, allow_redirects=False) as answer:
                answer.release()

    async def show_status(self, team: str, channel: str, thread: str, status: str) -> None:
        """Say at once that we work on it. Nothing depends on it: a failure is no matter."""
        asked = {"channel_id": channel, "thread_ts": thread, "status": status}
        await self._call(team, "assistant.threads.setStatus", asked)

    async def suggest_prompts(
        self, team: str, channel: str, title: str, prompts: Sequence[tuple[str, str]]
    ) -> None:
        """Suggest how to begin, by title and message; a failure is no matter.

        No thread is named: where an agent has its own view, Slack would drop the call in silence.
        """
        told = [{"title": name, "message": message} for name, message in prompts]
        asked = {"channel_id": channel, "title": title, "prompts": told}
        await self._call(team, "assistant.threads.setSuggestedPrompts", asked)

    async def fetch_file(self, team: str, address: str, most: int) -> bytes | None:
        """Fetch a file that somebody shared with us; None when it cannot be had.

        The token goes to Slack's own hosts only, and nothing follows a redirect.
        """
        token = await self.tokens.find_token(team)
        session = self._client.session if self._client is not None else None
        if token is None or session is None or not self._is_slacks(address):
            return None
        headers = {"Authorization": f"Bearer {token}"}
        try:
            async with session.get(address, headers=headers, allow_redirects=False) as answer:
                content = await read_at_most(answer, most)
        except (aiohttp.ClientError, TimeoutError):
            return None
        kind = answer.content_type  # without the right to read files Slack shows its sign-in page
        return content if answer.status == 200 and kind != "text/html" else None

    def _is_slacks(self, address: str) -> bool:
        try:
            given, ours = URL(address), URL(self.address)
        except ValueError:
            return False
        host = given.host or ""
        if (given.scheme, host, given.port) == (ours.scheme, ours.host, ours.port):
            return True
        return given.scheme == "https" and (host == "slack.com" or host.endswith(".slack.com"))

    async def _publish_home(self, team: str, user: str, view: Mapping[str, Any]) -> Outcome:
        answer = await self._call(team, "views.publish", {"user_id": user, "view": dict(view)})
        return Delivered() if isinstance(answer, Mapping) else answer

    async def open_form(self, team: str, trigger: str, view: Mapping[str, Any]) -> Outcome:
        """Show a modal; its trigger lives three seconds and serves once."""
        answer = await self._call(team, "views.open", {"trigger_id": trigger, "view": dict(view)})
        return Delivered() if isinstance(answer, Mapping) else answer

    async def find_colleague(self, team: str, user: str) -> Colleague:
        """Give the name and the language of a person in Slack; what Slack does not say is empty."""
        known, is_fresh = self._colleagues.find(team, user)
        if known and is_fresh:
            return known
        asked = {"user": user, "include_locale": True}
        answer = await self._call(team, "users.info", asked, reads=True)
        if not isinstance(answer, Mapping):
            return known or Colleague()
        found = read_colleague(answer.get("user"))
        self._colleagues.keep(team, user, found)
        return found

    async def _call(
        self, team: str, method: str, asked: Mapping[str, Any], *, reads: bool = False
    ) -> "Mapping[str, Any] | Outcome":
        """Call a method once; what fails is an outcome."""
        pause = self._paused.get((team, method), 0.0) - time.monotonic()
        if pause > 0:
            return Postponed(pause, "ratelimited", is_failure=False)
        token = await self.tokens.find_token(team)
        if token is None or self._client is None:
            return Refused("not_installed")
        try:
            if reads:
                answer = await self._client.api_call(
                    method, http_verb="GET", params={**asked, "token": token}
                )
            else:
                answer = await self._client.api_call(method, json={**asked, "token": token})
        except Exception as error:  # noqa: BLE001 - read_failure raises what is none of Slack's
            outcome = read_failure(error)
            if isinstance(outcome, Postponed) and not outcome.is_failure:
                self._paused[team, method] = time.monotonic() + outcome.seconds
            is_gone = isinstance(outcome, Refused) and outcome.reason in GONE
            if is_gone and await self.tokens.drop_token(team, token):
                return Postponed(0.0, "another token")
            return outcome
        data = answer.data
        return data if isinstance(data, dict) else InDoubt(NO_ANSWER)


def _keep_doubt(failure: Outcome) -> Outcome:
    """Say what a failed look-up tells: nothing, and where we may not look, nothing ever."""
    if isinstance(failure, Delivered):
        return InDoubt("")
    return (
        InDoubt(failure.reason, None) if isinstance(failure, Refused) else InDoubt(failure.reason)
    )


def _add_key(delivery: Delivery) -> Mapping[str, Any]:
    """Put the delivery's key into the metadata of its post, to be looked up by."""
    metadata = delivery.body.get("metadata")
    known: dict[str, Any] = dict(metadata) if isinstance(metadata, Mapping) else {}
    return {**known, "event_payload": {**known.get("event_payload", {}), "key": delivery.key}}


def write_receipt(channel: object, moment: object) -> str:
    """Name a post for good: its channel, as only Slack tells it, and its moment there."""
    return f"{channel}/{moment}"
