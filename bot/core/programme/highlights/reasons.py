"""Why a post worked, in terms of what its author did; where nothing is told, that. Pure."""

from bot.core.model import Language
from bot.core.programme.highlights.wording import HIGHLIGHT_WORDINGS
from bot.core.programme.posts.post import Post


def list_reasons(post: Post, language: Language) -> tuple[str, ...]:
    """List what the author did, as sentences; how it begins comes first."""
    wording = HIGHLIGHT_WORDINGS[language]
    lead = (wording.leads[post.lead],) if post.lead else ()
    return (*lead, *(wording.deeds[deed] for deed in post.deeds))


def compose_why(post: Post, language: Language) -> str:
    """Say why in one go; empty where nobody told what the author did."""
    return " ".join(list_reasons(post, language))
