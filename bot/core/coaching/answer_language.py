"""Choose the language of an answer: by setting, request, platform, and how somebody writes."""

from dataclasses import replace

from bot.core.language.words import detect_language
from bot.core.message import Incoming
from bot.core.model import Language
from bot.core.ports import Person

_READ = 2_000  # characters that tell a text's language
_ENOUGH = 5  # words; what fewer of them say of a person is a guess
_DEFAULT: Language = "en"  # of a platform, until somebody changes it: it says little


def choose_answer_language(person: Person, incoming: Incoming, asked: Language | None) -> Language:
    """Give the language somebody reads; `asked` is that of a feature's or command's own words.

    A word or two that could be of any language, “Dilemma”, is answered as they wrote before.
    """
    told = person.language or asked
    if told:
        return told
    detected = detect_language(incoming.text[:_READ])
    says_little = incoming.language in (None, _DEFAULT) and detected is None
    if says_little and incoming.choice is None and person.spoken:
        return person.spoken
    return incoming.language or detected or _DEFAULT


def note_spoken(person: Person, incoming: Incoming, asked: Language | None) -> Person:
    """Note in which language somebody writes, where they wrote enough to tell."""
    if incoming.choice is not None or incoming.is_others_post:
        return person
    count = len(incoming.text[:_READ].split())
    detected = detect_language(incoming.text[:_READ]) if count >= _ENOUGH else None
    spoken = detected or (asked if count > 1 else None)
    return replace(person, spoken=spoken) if spoken else person
