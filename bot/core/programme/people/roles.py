"""Somebody's role: proposed from their profile, kept when they say so."""

from dataclasses import dataclass, replace

from bot.core.coaching.callings import tell_calling
from bot.core.coaching.callings_wording import CALLING_WORDINGS
from bot.core.coaching.context import UNKNOWN_ROLE, Contexts
from bot.core.message import Choice, Choices, Incoming, Message, Paragraph
from bot.core.model import Language
from bot.core.ports import Records
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.people.messages import ROLE, SET
from bot.core.programme.people.wording import PEOPLE_WORDINGS
from bot.core.programme.ports import Shelf

_LONGEST = 80


async def find_role(records: Records, contexts: Contexts, person: str) -> str:
    """Find the class of the role that somebody told us."""
    told = await records.recall_person(person)
    return contexts.classify_role(told.role)


@dataclass(frozen=True)
class Roles:
    """Proposes and keeps roles.

    Args:
        records: What a person told us.
        contexts: Knows the classes of roles.
        ambassadors: Who takes part; the class of their role stands there too.
    """

    records: Records
    contexts: Contexts
    ambassadors: Shelf[Ambassador]

    async def propose(self, incoming: Incoming, language: Language) -> Message | None:
        """Ask whether what the profile says shall be the role; None: it tells us nothing new."""
        hint = self.read_hint(incoming)
        if not hint or (await self.records.recall_person(incoming.person)).role:
            return None
        wording = PEOPLE_WORDINGS[language]
        question = wording.ask_role_hint.format(role=hint)
        choices = (
            Choice(wording.role_hint_yes, ROLE, "yes", "primary"),
            Choice(wording.role_hint_no, ROLE, "no"),
        )
        parts = (Paragraph(question), Choices(choices))
        return Message("programme-role-hint", question, parts, language)

    def compose_question(self, incoming: Incoming, language: Language) -> Message:
        """Ask for the role; what the profile says stands first."""
        wording, hint = PEOPLE_WORDINGS[language], self.read_hint(incoming)
        choices = [Choice(label, SET, f"role {role}") for role, label in wording.roles.items()]
        if hint:
            label = wording.role_from_profile.format(role=hint)
            choices.insert(0, Choice(label, ROLE, "yes", "primary"))
        parts = (Paragraph(wording.ask_role, "strong"), Choices(tuple(choices)))
        return Message("programme-set", wording.ask_role, parts, language, in_place=True)

    def read_hint(self, incoming: Incoming) -> str:
        """Give what the profile says, if it is a role that makes a difference."""
        hint = " ".join(incoming.role_hint.split())[:_LONGEST]
        is_known = self.contexts.classify_role(hint) != UNKNOWN_ROLE or tell_calling(hint)
        return hint if hint and is_known else ""

    async def answer(self, incoming: Incoming, value: str, language: Language) -> Message:
        """Keep what the profile says by now, or nothing."""
        wording = PEOPLE_WORDINGS[language]
        if value != "yes":
            parts = (Paragraph(wording.role_hint_declined),)
            kind, said = "programme-role", wording.role_hint_declined
            return Message(kind, said, parts, language, in_place=True)
        hint = self.read_hint(incoming)
        if not hint:
            return self.compose_question(incoming, language)
        return await self.keep(incoming.person, hint, language)

    async def keep(self, person: str, role: str, language: Language) -> Message:
        """Keep a role, and say what one may always tell in it."""
        told = await self.records.recall_person(person)
        await self.records.remember_person(person, replace(told, role=role))
        known = self.contexts.classify_role(role)
        await self.ambassadors.change(person, lambda one: replace(one, role=known))
        said = PEOPLE_WORDINGS[language].role_saved
        parts = [Paragraph(said), *(Paragraph(line) for line in list_first(role, language))]
        return Message("programme-role", said, tuple(parts), language, in_place=True)


def list_first(role: str, language: Language) -> list[str]:
    """Give the first line for a role, where there is one."""
    calling = tell_calling(role)
    return [CALLING_WORDINGS[language][calling].first] if calling else []
