"""Every sentence Jourfix itself says in a conversation, one module a language, one form for all."""

from collections.abc import Mapping

from bot.core.coaching.wording.de import GERMAN
from bot.core.coaching.wording.en import ENGLISH
from bot.core.coaching.wording.form import Wording
from bot.core.coaching.wording.nl import DUTCH
from bot.core.model import Language

WORDINGS: Mapping[Language, Wording] = {"de": GERMAN, "nl": DUTCH, "en": ENGLISH}

__all__ = ["WORDINGS", "Wording"]
