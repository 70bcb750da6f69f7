"""The numbers of a person's own posts from LinkedIn, where an organisation has been given access.

LinkedIn gives them through memberCreatorPostAnalytics to approved applications only, with the
permission r_member_postAnalytics of each person. There is no other way in here, and never will be:
nothing is read off LinkedIn's pages.

It asks for a post as share or ugcPost. The link that people copy mostly names the activity, which
is another number, and nothing documented turns one into the other: for such a link there are no
numbers here, and the export does it.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bot.core.errors import SettingsError
from bot.core.ports import Clock
from bot.core.programme.numbers import PostNumbers
from bot.core.programme.ports_numbers import Fetched, PersonToken, Stopped, Unfetched
from bot.core.programme.post_links import PostLink, read_link
from bot.networks.answers import SECONDS, Answer, Line, is_safe, open_line

_MOST_POSTS = 50  # at one time; each takes a request a metric
_KINDS = {"share": "share", "ugcPost": "ugc"}  # as the request names them
_METRICS = {
    "IMPRESSION": "impressions",
    "MEMBERS_REACHED": "members_reached",
    "REACTION": "reactions",
    "COMMENT": "comments",
    "RESHARE": "shares",
}
_SOON, _LATER = 300.0, 3_600.0  # seconds: after no answer, after too many requests
_LONGEST_WAIT = 86_400.0  # LinkedIn counts requests by the day


@dataclass(frozen=True)
class LinkedInNumbers:
    """Reads numbers with a person's token.

    Args:
        api: Where LinkedIn's API is.
        version: The month of the version that is spoken, as 202603.
        clock: Tells whether a token has ended.
        seconds: How long one answer may take.
    """

    api: str
    version: str
    clock: Clock
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        """Refuse an address that a token must not go to.

        Raises:
            SettingsError: it is one.
        """
        if not is_safe(self.api):
            raise SettingsError("JOURFIX_LINKEDIN_API must begin with https://.")

    async def fetch_numbers(self, token: PersonToken, links: Sequence[str]) -> Fetched:
        """Fetch the numbers of some posts, one after the other, until something stops us."""
        if token.expires <= self.clock.now():
            waiting = tuple(Unfetched(link, "later") for link in links)
            return Fetched(unfetched=waiting, stopped=Stopped("sign-in-again", detail="expired"))
        known, unfetched = _sort(links)
        posts: list[PostNumbers] = []
        stopped: Stopped | None = None
        async with open_line(self.seconds) as line:
            for number, link in enumerate(known):
                if stopped or number >= _MOST_POSTS:
                    unfetched.append(Unfetched(link.address, "later"))
                    continue
                outcome = await self._fetch_post(line, token, link, has_access=bool(posts))
                if isinstance(outcome, PostNumbers):
                    posts.append(outcome)
                elif isinstance(outcome, Unfetched):
                    unfetched.append(outcome)
                else:
                    stopped = outcome
                    unfetched.append(Unfetched(link.address, "later"))
        return Fetched(tuple(posts), tuple(unfetched), stopped)

    async def _fetch_post(
        self, line: Line, token: PersonToken, link: PostLink, *, has_access: bool
    ) -> PostNumbers | Unfetched | Stopped:
        counts: dict[str, Any] = {}
        for metric, name in _METRICS.items():
            answer = await line.get(self._make_address(link, metric), self._make_headers(token))
            is_theirs = answer.status == 403 and (has_access or bool(counts))
            if answer.status == 404 or is_theirs:  # where others' are read, it is about the post
                return Unfetched(link.address, "not-found")
            if answer.status != 200:
                return self._explain(answer)
            count = _read_count(answer.body, metric)
            if isinstance(count, Stopped):
                return count
            counts[name] = count
        return PostNumbers(link=link.address, **counts)

    def _make_address(self, link: PostLink, metric: str) -> str:
        entity = f"({_KINDS[link.kind]}:{quote(link.urn, safe='')})"
        query = f"q=entity&entity={entity}&queryType={metric}&aggregation=TOTAL"
        return f"{self.api.rstrip('/')}/rest/memberCreatorPostAnalytics?{query}"

    def _make_headers(self, token: PersonToken) -> Mapping[str, str]:
        return {
            "Authorization": f"Bearer {token.access}",
            "LinkedIn-Version": self.version,
            "X-Restli-Protocol-Version": "2.0.0",
        }

    def _explain(self, answer: Answer) -> Stopped:
        word = answer.read_word("code", "serviceErrorCode")
        detail = f"{answer.status} {word}".strip()
        if answer.status == 401:
            return Stopped("sign-in-again", detail=detail)
        if answer.status == 403:
            return Stopped("not-permitted", detail=detail)
        if answer.status == 429:
            return Stopped("later", _read_wait(answer.retry_after, self.clock.now()), detail)
        if answer.status == 0 or answer.status >= 500:
            return Stopped("later", _SOON, detail)
        return Stopped("not-understood", detail=detail)


def _sort(links: Sequence[str]) -> tuple[list[PostLink], list[Unfetched]]:
    """Give the posts that can be asked for, each once, and the links that cannot."""
    known: dict[str, PostLink] = {}
    unfetched = []
    for text in links:
        link = read_link(text)
        if link is None or not link.kind:
            unfetched.append(Unfetched(text, "no-post"))
        elif link.kind not in _KINDS:
            unfetched.append(Unfetched(link.address, "other-link"))
        else:
            known[link.urn] = link
    return list(known.values()), unfetched


def _read_count(body: Mapping[str, Any], metric: str) -> int | Stopped | None:
    """Read one count; None where LinkedIn lists nothing, which it nowhere says means zero.

    The metric's name came inside an object before version 202605, and as a text since.
    """
    elements = body.get("elements")
    if not isinstance(elements, list):
        return Stopped("not-understood", detail="no elements")
    if not elements:
        return None
    first = elements[0] if isinstance(elements[0], dict) else {}
    told = first.get("metricType")
    if isinstance(told, dict):
        told = next(iter(told.values()), None)
    count = first.get("count")
    is_count = isinstance(count, int) and not isinstance(count, bool) and count >= 0
    if told not in (metric, None) or not is_count:
        return Stopped("not-understood", detail="another form")
    return count


def _read_wait(retry_after: str, now: datetime.datetime) -> float:
    """Say how long to wait; without a word of LinkedIn's an hour, but not past their midnight."""
    if retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 7:
        return min(max(float(retry_after), 1.0), _LONGEST_WAIT)
    here = now.astimezone(datetime.UTC)
    midnight = datetime.datetime.combine(
        here.date() + datetime.timedelta(days=1), datetime.time(0, 1), datetime.UTC
    )
    return min(_LATER, (midnight - here).total_seconds())
