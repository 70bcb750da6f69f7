"""A highlight as others see it: exactly what its author is shown before they answer. Pure."""

from dataclasses import dataclass, field

from bot.core.coaching.wording import WORDINGS
from bot.core.model import Language
from bot.core.programme.highlights.highlight import Answer, Entry
from bot.core.programme.highlights.reasons import compose_why
from bot.core.programme.highlights.wording import HIGHLIGHT_WORDINGS
from bot.core.programme.posts.post import Post


@dataclass(frozen=True)
class ShownPost:
    """What is shown of a post.

    Args:
        title: What it is, and whose where the author wants that.
        why: Why it worked, or that we do not know.
        link: Where it stands; empty without a name, since the link tells it.
    """

    title: str = field(repr=False)
    why: str = field(repr=False)
    link: str = field(default="", repr=False)


def show_entry(entry: Entry, language: Language) -> ShownPost:
    """Show a highlight as its author agreed to."""
    consent = entry.consent
    if consent is None or not entry.may_be_shown:
        raise ValueError("Nobody agreed to this highlight. Ask its author first.")
    return show_as(entry, consent.answer, consent.name, language)


def show_as(entry: Entry, answer: Answer, name: str, language: Language) -> ShownPost:
    """Show a highlight with a name or without.

    Without a name nothing is shown that a search would find: no link, none of the post's own words.
    """
    wording = HIGHLIGHT_WORDINGS[language]
    post = entry.post
    why = entry.highlight.why or compose_why(post, language) or wording.unknown
    network = WORDINGS[language].networks.get(post.network, post.network)
    if answer == "name":
        what = post.about or (
            WORDINGS[language].quoted.format(text=post.title) if post.title else ""
        )
        titled = wording.titled if what else wording.untitled
        return ShownPost(titled.format(name=name, what=what, network=network), why, post.link)
    what = post.about
    titled = wording.plain_titled if what else wording.plain_untitled
    return ShownPost(titled.format(what=what, network=network), why)


def show_ours(post: Post, language: Language) -> ShownPost:
    """Show a post of the comms team's own."""
    wording = HIGHLIGHT_WORDINGS[language]
    network = WORDINGS[language].networks.get(post.network, post.network)
    what = post.about or post.title
    titled = wording.ours_titled if what else wording.ours_untitled
    return ShownPost(
        titled.format(what=what, network=network), compose_why(post, language), post.link
    )
