"""What an author tells of a post of theirs: its text, what it is about, what they did, numbers."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.core.coaching.replies import say
from bot.core.computing import Compute
from bot.core.errors import DraftError
from bot.core.message import Message
from bot.core.model import Context, Language, Organisation
from bot.core.programme.numbers import PostNumbers
from bot.core.programme.ports import Shelf
from bot.core.programme.post_links import read_link
from bot.core.programme.posts import messages
from bot.core.programme.posts.craft import Craft, CraftReader
from bot.core.programme.posts.figures import read_value, take_figures
from bot.core.programme.posts.figures_text import Unclear, read_figures
from bot.core.programme.posts.post import DEEDS, LONGEST_ABOUT, Post
from bot.core.programme.posts.wording import POST_WORDINGS

_LONGEST_PART = 80  # of what is quoted back


@dataclass(frozen=True)
class Telling:
    """Notes what authors tell.

    Args:
        posts: What was handed in.
        reader: Reads what a pasted text shows.
        organisation: Whose words count when it is read.
        compute: Where it is read.
    """

    posts: Shelf[Post]
    reader: CraftReader
    organisation: Organisation
    compute: Compute

    async def keep(self, post: Post) -> Post:
        """Keep a post with what was told."""
        await self.posts.keep(post.id, post, post.person)
        return post

    def ask(self, post: Post, what: str, language: Language) -> Message:
        """Ask for one thing; what nobody asks for shows the post."""
        form = messages.compose_telling_form(what, post, language)
        return form or messages.compose_page(post, language)

    async def note_deeds(self, post: Post, value: str, language: Language) -> Message:
        """Note what the author did; the button's value names all of it."""
        told = value.split(",")
        deeds = tuple(deed for deed in DEEDS if deed in told)
        return messages.compose_deeds(await self.keep(replace(post, deeds=deeds)), language)

    async def note_words(
        self, post: Post, what: str, text: str, today: datetime.date, language: Language
    ) -> Message:
        """Note what was written."""
        if what == "text":
            return await self._note_text(post, text, today, language)
        if what == "numbers":
            return self.ask_numbers(post, text, language)
        about = " ".join(text.split())[:LONGEST_ABOUT]
        return messages.compose_page(await self.keep(replace(post, about=about)), language)

    async def _note_text(
        self, post: Post, text: str, today: datetime.date, language: Language
    ) -> Message:
        wording = POST_WORDINGS[language]
        context = Context(today, self.organisation, network=post.network)
        try:
            craft = await self.compute(partial(self.reader.read, text, context))
        except DraftError:
            return say("post-unread", wording.text_unread, language)
        told = await self.keep(_add_craft(post, craft))
        note = wording.text_plain
        if craft.lead:
            note = wording.text_read.format(lead=wording.leads[craft.lead])
        if craft.is_delicate:
            note = f"{note} {wording.text_delicate}"
        return messages.compose_page(told, language, note=note)

    @staticmethod
    def ask_numbers(post: Post, text: str, language: Language) -> Message:
        """Show numbers as they were read; nothing is kept before the author says yes."""
        wording = POST_WORDINGS[language]
        figures = read_figures(text)
        if figures is None or isinstance(figures, Unclear):
            part = " ".join((figures.piece if figures else text).split())[:_LONGEST_PART]
            is_either = figures is not None and figures.is_either
            sentence = wording.numbers_either if is_either else wording.numbers_unread
            form = messages.compose_telling_form("numbers", post, language)
            refusal = say("post-unread", sentence.format(part=part), language)
            return replace(refusal, parts=(*refusal.parts, *(form.parts if form else ())))
        return messages.compose_numbers(post, figures, language)

    async def note_numbers(self, post: Post, value: str, language: Language) -> Message:
        """Note numbers that the author confirmed."""
        figures = read_value(value)
        if figures is None:
            return messages.compose_page(post, language)
        told = await self.keep(replace(post, figures=post.figures.add(figures)))
        note = POST_WORDINGS[language].numbers_kept
        return messages.compose_page(told, language, note=note)

    async def join_numbers(self, person: str, numbers: Sequence[PostNumbers]) -> Sequence[Post]:
        """Add the numbers of an export to the posts of their author that it names by link.

        What it says of other posts is not kept. Gives the posts that got numbers.
        """
        by_link = {}
        for told in numbers:
            link, figures = read_link(told.link), take_figures(told)
            if link is not None and figures.told:
                by_link[link.address] = figures
        joined = []
        for post in await self.posts.list_things(person):
            if post.link in by_link:
                newer = post.figures.add(by_link[post.link])
                joined.append(await self.keep(replace(post, figures=newer)))
        return joined


def _add_craft(post: Post, craft: Craft) -> Post:
    told = {*post.deeds, "question"} if craft.asks else {*post.deeds}
    deeds = tuple(deed for deed in DEEDS if deed in told)
    return replace(post, title=craft.title, lead=craft.lead, deeds=deeds)
