"""Hand in a post: “I posted it”, with the link; see, change and forget what was handed in."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.context import today_of
from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.numbers import PostNumbers
from bot.core.programme.people.messages import compose_invitation
from bot.core.programme.ports import Shelf
from bot.core.programme.posts import messages
from bot.core.programme.posts.figures_text import read_figures
from bot.core.programme.posts.links import FoundPost, NoPost, check_link, find_post
from bot.core.programme.posts.post import Post, is_once_a_month, name_post
from bot.core.programme.posts.telling import Telling
from bot.core.programme.posts.wording import POST_WORDINGS
from bot.core.programme.spoken import Spoken

_POSTED = Spoken(
    {
        "de": (
            "(?:ich )?(?:habe?|hab'?s) (?:es |das |ihn |was |etwas |gerade |eben |heute )*"
            "gepostet ",
            "(?:gerade |eben |frisch )?gepostet ",
            "mein (?:neuer )?(?:beitrag|post) ist (?:online|draußen|raus) ",
        ),
        "nl": (
            "(?:ik heb|heb) (?:het |dit |iets |net |zojuist |vandaag |hem )*(?:geplaatst|gepost) ",
            "(?:net |zojuist )?geplaatst ",
            "mijn (?:nieuwe )?(?:bericht|post) staat online ",
        ),
        "en": (
            "(?:i(?:'ve| have)? )?(?:just )?posted(?: it| this| that| something)?(?: today)? ",
            "my (?:new )?post is (?:up|online|live|out) ",
        ),
    }
)
_MINE = Spoken(
    {
        "de": ("(?:meine|eigene) (?:beiträge|posts)",),
        "nl": ("(?:mijn|eigen) (?:berichten|posts)",),
        "en": ("(?:my|own) posts",),
    }
)
_MOST = 400  # posts of one person; more is no person
Removed = Callable[[Post], Awaitable[None]]


@dataclass(frozen=True)
class HandingIn:
    """Implements the Feature of posts that their authors hand in.

    Args:
        telling: Notes what authors tell.
        ambassadors: Who takes part.
        editors: Who may hand in for the comms team.
        clock: Tells the time.
        removed: Told of a post that may not be shown any more.
    """

    telling: Telling
    ambassadors: Shelf[Ambassador]
    editors: Editors
    clock: Clock
    removed: Removed | None = None

    @property
    def posts(self) -> Shelf[Post]:
        """What was handed in."""
        return self.telling.posts

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_POSTED, _MINE)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to one's own posts."""
        door = Choice(POST_WORDINGS[language].door, messages.OPEN)
        return () if for_editors else (door,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “I posted it”, “my posts”, a link alone and numbers alone."""
        if _MINE.read(incoming.text) is not None:
            return [await self._list(incoming, "", language)]
        said = _POSTED.read(incoming.text)
        found = find_post(incoming.text if said is None else said)
        if said is not None:
            if found is None:
                return None if said else [await self._offer(incoming, None, language)]
            return [await self._offer(incoming, found, language)]
        if found is not None and not found.rest and await self.takes_part(incoming):
            return [await self._offer(incoming, found, language, is_bare=True)]
        if read_figures(incoming.text) is None:
            return None
        own = await self.list_own(incoming.person)
        return [self.telling.ask_numbers(own[0], incoming.text, language)] if own else None

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of handing in and of one's own posts."""
        match choice.action:
            case messages.OPEN:
                return [await self._list(incoming, choice.value, language)]
            case messages.LINK:
                found = find_post(incoming.text) or NoPost()
                return [await self._offer(incoming, found, language)]
            case messages.KEEP:
                return [await self._keep(incoming, choice.value, language)]
            case messages.NOT_MINE:
                left = POST_WORDINGS[language].left_alone
                return [say("post-left", left, language, in_place=True)]
            case (
                messages.SHOW | messages.TELL | messages.WRITE | messages.DEED | messages.NUMBERS
                | messages.DEEDS_OPEN | messages.SHARE | messages.STOP_SHARING | messages.DELETE
                | messages.DELETE_YES
            ):  # fmt: skip
                return [await self._answer_about(incoming, choice, language)]
            case _:
                return None

    async def list_own(self, person: str) -> Sequence[Post]:
        """List somebody's posts, the newest first."""
        return list(reversed(await self.posts.list_things(person)))

    async def take_numbers(self, person: str, numbers: Sequence[PostNumbers]) -> Sequence[Post]:
        """Take the numbers of an export file; gives the posts of its author that got some."""
        return await self.telling.join_numbers(person, numbers)

    async def drop_posts(self, person: str) -> None:
        """Forget all posts of somebody who leaves."""
        for post in await self.posts.list_things(person):
            await self._remove(post)

    async def takes_part(self, incoming: Incoming) -> bool:
        """Say whether somebody is in the programme, or steers it."""
        if self.editors.knows(incoming):
            return True
        return await self.ambassadors.find(incoming.person) is not None

    async def _offer(
        self,
        incoming: Incoming,
        found: FoundPost | NoPost | None,
        language: Language,
        *,
        is_bare: bool = False,
    ) -> Message:
        wording = POST_WORDINGS[language]
        if not await self.takes_part(incoming):
            return compose_invitation(language, note=wording.not_joined)
        match found:
            case None:
                return messages.compose_link_form(language)
            case NoPost(is_short=is_short):
                sentence = wording.short_link if is_short else wording.no_post
                return say("post-no-link", sentence, language)
            case FoundPost(link=link):
                is_editor = self.editors.knows(incoming)
                return messages.compose_offer(link, language, is_bare=is_bare, is_editor=is_editor)

    async def _keep(self, incoming: Incoming, value: str, language: Language) -> Message:
        """Keep a post: for oneself, for the editors to see, or as the comms team's."""
        how, _, link = value.partition(" ")
        found = check_link(link)
        if found is None or not await self.takes_part(incoming):
            return await self._offer(incoming, found or NoPost(), language)
        before = await self.posts.list_things(incoming.person)
        name = name_post(incoming.person, found.link)
        known = next((post for post in before if post.id == name), None)
        if known is None and len(before) >= _MOST:
            return await self._list(incoming, "", language)
        now = self.clock.now()
        new = known or Post(name, incoming.person, found.link, found.network, now, language)
        is_ours = how == "ours" and self.editors.knows(incoming)
        post = replace(new, is_shared=how == "share", is_ours=is_ours)
        await self.telling.keep(post)
        last = max((one.handed_in_at for one in before), default=None)
        is_praised = known is None and is_once_a_month(last, now)
        return messages.compose_kept(post, language, is_praised=is_praised)

    async def _list(self, incoming: Incoming, value: str, language: Language) -> Message:
        first = int(value) if value.isascii() and value.isdecimal() and len(value) < 4 else 0
        return messages.compose_list(await self.list_own(incoming.person), first, language)

    async def _answer_about(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> Message:
        """Answer a button about one post; only its author's press counts."""
        name, _, value = choice.value.partition(" ")
        wording = POST_WORDINGS[language]
        post = await self.posts.find(name)
        if post is None or post.person != incoming.person:
            return say("post-gone", wording.gone, language)
        match choice.action:
            case messages.TELL:
                return self.telling.ask(post, value, language)
            case messages.WRITE:
                today = today_of(self.telling.organisation, self.clock)
                return await self.telling.note_words(post, value, incoming.text, today, language)
            case messages.DEEDS_OPEN:
                return messages.compose_deeds(post, language)
            case messages.DEED:
                return await self.telling.note_deeds(post, value, language)
            case messages.NUMBERS:
                return await self.telling.note_numbers(post, value, language)
            case messages.DELETE:
                return messages.compose_delete_question(post, language)
            case messages.DELETE_YES:
                await self._remove(post)
                return say("post-deleted", wording.deleted, language, in_place=True)
            case messages.SHARE | messages.STOP_SHARING:
                return await self._change_sharing(post, choice.action, language)
            case _:
                return messages.compose_page(post, language)

    async def _change_sharing(self, post: Post, action: str, language: Language) -> Message:
        is_shared = action == messages.SHARE
        changed = await self.telling.keep(replace(post, is_shared=is_shared, is_ours=False))
        if is_shared:
            return messages.compose_page(changed, language, note=POST_WORDINGS[language].kept)
        if self.removed is not None:
            await self.removed(changed)
        note = POST_WORDINGS[language].sharing_stopped
        return messages.compose_page(changed, language, note=note)

    async def _remove(self, post: Post) -> None:
        await self.posts.remove(post.id)
        if self.removed is not None:
            await self.removed(post)
