"""Compose the messages about posts that are handed in."""

from collections import defaultdict
from collections.abc import Sequence

from bot.core.coaching.wording import WORDINGS
from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.posts.figures import Figures, show_number, write_value
from bot.core.programme.posts.links import write_link
from bot.core.programme.posts.post import DEEDS, Post
from bot.core.programme.posts.wording import POST_WORDINGS

# The actions of the buttons; the value begins with the id of the post.
OPEN, SHOW = "posts", "post"
LINK, KEEP, NOT_MINE = "post-link", "post-keep", "post-not-mine"
TELL, WRITE, NUMBERS = "post-tell", "post-write", "post-numbers"
DEEDS_OPEN, DEED = "post-deeds", "post-deed"
SHARE, STOP_SHARING = "post-share", "post-stop-sharing"
DELETE, DELETE_YES = "post-delete", "post-delete-yes"
CONSENTS = "consents"  # answered by the highlights
PAGE = 8  # posts in one list
_LONGEST_LABEL = 40


def compose_link_form(language: Language) -> Message:
    """Ask for the link."""
    wording = POST_WORDINGS[language]
    send = Choice(wording.link_send, LINK, "", "primary")
    form = Form(wording.ask_link, wording.link_label, wording.link_hint, send)
    return Message("post-form", wording.ask_link, (form,), language)


def compose_offer(link: str, language: Language, *, is_bare: bool, is_editor: bool) -> Message:
    """Offer to hand a post in; nothing is kept before the press."""
    wording = POST_WORDINGS[language]
    title = wording.is_yours if is_bare else wording.offer
    named = write_link(link)
    ours = (Choice(wording.ours, KEEP, f"ours {named}"),) if is_editor else ()
    choices = (
        Choice(wording.share, KEEP, f"share {named}", "primary"),
        *ours,
        Choice(wording.only_mine, KEEP, f"mine {named}"),
        Choice(wording.not_mine if is_bare else wording.let_be, NOT_MINE),
    )
    parts = (
        Paragraph(title, "strong"),
        Paragraph(link),
        Paragraph(wording.who_sees, "quiet"),
        Choices(choices),
    )
    return Message("post-offer", title, parts, language)


def compose_kept(post: Post, language: Language, *, is_praised: bool) -> Message:
    """Say that a post is kept, and ask for more."""
    wording = POST_WORDINGS[language]
    title = wording.kept if post.is_shared else wording.kept_mine
    title = wording.kept_ours if post.is_ours else title
    parts: list[Part] = [Paragraph(title, "strong")]
    if is_praised:
        parts.append(Paragraph(wording.once_a_month))
    parts += [Paragraph(wording.tell_more), Choices((*_list_telling(post, language),))]
    return Message("post-kept", title, tuple(parts), language, in_place=True)


def _list_telling(post: Post, language: Language) -> Sequence[Choice]:
    tell = POST_WORDINGS[language].tell
    return [
        Choice(label, DEEDS_OPEN, post.id)
        if what == "deeds"
        else Choice(label, TELL, f"{post.id} {what}")
        for what, label in tell.items()
    ]


def compose_telling_form(what: str, post: Post, language: Language) -> Message | None:
    """Ask for what is written about a post; None: nothing of this name is written."""
    wording = POST_WORDINGS[language]
    match what:
        case "text":
            asked = (wording.ask_text, wording.text_label, wording.text_hint, "")
        case "about":
            asked = (wording.ask_about, wording.about_label, wording.about_hint, post.about)
        case "numbers":
            asked = (wording.ask_numbers, wording.numbers_label, wording.numbers_hint, "")
        case _:
            return None
    title, label, hint, text = asked
    send = Choice(wording.save, WRITE, f"{post.id} {what}", "primary")
    form = Form(title, label, hint, send, text)
    return Message("post-form", title, (form,), language)


def compose_deeds(post: Post, language: Language) -> Message:
    """Ask what the author did; each press adds or takes away a deed."""
    wording = POST_WORDINGS[language]
    choices = []
    for deed in DEEDS:
        is_chosen = deed in post.deeds
        others = [one for one in DEEDS if (one in post.deeds) != (one == deed)]
        label = f"✓ {wording.deeds[deed]}" if is_chosen else wording.deeds[deed]
        choices.append(Choice(label, DEED, f"{post.id} {','.join(others) or '-'}"))
    choices.append(Choice(wording.done, SHOW, post.id, "primary"))
    parts = (Paragraph(wording.ask_deeds, "strong"), Choices(tuple(choices)))
    return Message("post-deeds", wording.ask_deeds, parts, language, in_place=True)


def compose_numbers(post: Post, figures: Figures, language: Language) -> Message:
    """Show numbers as they were read, before they are kept."""
    wording = POST_WORDINGS[language]
    choices = (
        Choice(wording.numbers_yes, NUMBERS, f"{post.id} {write_value(figures)}", "primary"),
        Choice(wording.numbers_again, TELL, f"{post.id} numbers"),
    )
    of = wording.numbers_of.format(post=name_post_shortly(post, language))
    parts = (
        Paragraph(wording.numbers_read, "strong"),
        Paragraph(of, "quiet"),
        Listing("", list_figures(figures, language)),
        Choices(choices),
    )
    return Message("post-numbers", wording.numbers_read, parts, language)


def list_figures(figures: Figures, language: Language) -> tuple[str, ...]:
    """Give numbers as lines."""
    names = POST_WORDINGS[language].figures
    return tuple(
        f"{show_number(number, language)} {names[figure][number != 1]}"
        for figure, number in figures.told
    )


def name_post_shortly(post: Post, language: Language) -> str:
    """Name a post so that its author knows which one is meant."""
    told = post.about or post.title
    day = write_day(post.handed_in_at, language)
    return told or f"{name_network(post, language)}, {day}"


def name_posts_apart(posts: Sequence[Post], language: Language) -> list[str]:
    """Name several posts so that each can be told from the others: those alike are numbered."""
    alike = defaultdict(list)
    for post in sorted(posts, key=lambda one: (one.handed_in_at, one.id)):
        alike[name_post_shortly(post, language)].append(post.id)
    return [
        f"{name} ({alike[name].index(post.id) + 1})" if len(alike[name]) > 1 else name
        for post in posts
        for name in [name_post_shortly(post, language)]
    ]


def name_network(post: Post, language: Language) -> str:
    """Name the network of a post."""
    return WORDINGS[language].networks.get(post.network, post.network)


def compose_list(posts: Sequence[Post], first: int, language: Language) -> Message:
    """List somebody's own posts, the newest first; a button opens each."""
    wording = POST_WORDINGS[language]
    if not posts:
        return Message("posts", wording.list_none, (Paragraph(wording.list_none),), language)
    shown = posts[first : first + PAGE]
    lines, choices = [], []
    for post, name in zip(shown, name_posts_apart(shown, language), strict=True):
        figures = ", ".join(list_figures(post.figures, language))
        note = "" if post.is_shared or post.is_ours else wording.list_private
        lines.append(" · ".join(one for one in (name, figures, note) if one))
        choices.append(Choice(_cut(name), SHOW, post.id))
    if len(posts) > first + PAGE:
        choices.append(Choice(wording.more, OPEN, str(first + PAGE)))
    choices.append(Choice(wording.consents, CONSENTS))
    parts = (
        Paragraph(wording.list_title, "strong"),
        Listing("", tuple(lines)),
        Choices(tuple(choices)),
    )
    return Message("posts", wording.list_title, parts, language)


def compose_page(post: Post, language: Language, *, note: str = "") -> Message:
    """Show everything that is kept of a post, and offer to change it."""
    title = note or name_post_shortly(post, language)
    parts = (
        Paragraph(title, "strong"),
        Paragraph(post.link),
        Listing("", _describe(post, language)),
        Choices((*_list_telling(post, language), *_list_deciding(post, language))),
    )
    return Message("post", title, parts, language, in_place=True)


def _describe(post: Post, language: Language) -> tuple[str, ...]:
    wording = POST_WORDINGS[language]
    day = write_day(post.handed_in_at, language)
    network = name_network(post, language)
    lines = [wording.page_handed_in.format(day=day, network=network)]
    if post.title:
        lines.append(WORDINGS[language].quoted.format(text=post.title))
    if post.about:
        lines.append(wording.page_about.format(about=post.about))
    if post.lead:
        lines.append(wording.page_begins.format(lead=wording.leads[post.lead]))
    if post.deeds:
        deeds = ", ".join(wording.deeds[deed] for deed in post.deeds)
        lines.append(wording.page_did.format(deeds=deeds))
    lines += list_figures(post.figures, language)
    if post.is_ours:
        lines.append(wording.page_ours)
    else:
        lines.append(wording.page_shared if post.is_shared else wording.page_private)
    return tuple(lines)


def _list_deciding(post: Post, language: Language) -> Sequence[Choice]:
    wording = POST_WORDINGS[language]
    is_out = post.is_shared or post.is_ours
    sharing = (
        Choice(wording.stop_sharing, STOP_SHARING, post.id)
        if is_out
        else Choice(wording.share_now, SHARE, post.id)
    )
    return (sharing, Choice(wording.delete, DELETE, post.id, "danger"), Choice(wording.door, OPEN))


def compose_delete_question(post: Post, language: Language) -> Message:
    """Ask before a post is forgotten."""
    wording = POST_WORDINGS[language]
    choices = (
        Choice(wording.delete_yes, DELETE_YES, post.id, "danger"),
        Choice(wording.delete_no, SHOW, post.id),
    )
    parts = (
        Paragraph(wording.ask_delete, "strong"),
        Paragraph(name_post_shortly(post, language)),
        Choices(choices),
    )
    return Message("post-delete", wording.ask_delete, parts, language, in_place=True)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1].rstrip()}…"
