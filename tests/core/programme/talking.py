"""Somebody who talks to the programme: in memory, through its front door, pressing what is there."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core.deliveries import Return
from bot.core.message import (
    Choice,
    Choices,
    Form,
    Incoming,
    Listing,
    Message,
    Paragraph,
    Part,
    Section,
)
from bot.core.model import Language
from bot.core.programme.ambassador import Ambassador, Wishes
from bot.core.programme.programme import Programme

JOINED = datetime.datetime(2026, 1, 7, 9, tzinfo=datetime.UTC)


@dataclass
class Talker:
    """One person; remembers the buttons and forms that they were shown."""

    programme: Programme
    person: str
    language: Language = "en"
    name: str = ""
    offered: list[Choice] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)

    def make_incoming(self, text: str = "", choice: Choice | None = None) -> Incoming:
        place = {"team": "T1", "channel": f"D{self.person}", "thread": ""}
        return Incoming(
            self.person,
            "talk",
            text,
            choice,
            self.language,
            channel="slack",
            place=place,
            name=self.name,
        )

    async def say(self, text: str) -> list[Message] | None:
        return self._see(await self.programme.answer_words(self.make_incoming(text), self.language))

    async def press(self, action: str, value: str = "") -> Message:
        """Press the newest button of an action whose value begins so."""
        found = [
            one for one in self.offered if one.action == action and one.value.startswith(value)
        ]
        assert found, f"{action} {value} was not offered: {self.offered}"
        return await self.send(found[-1])

    async def press_label(self, label: str) -> Message:
        """Press the newest button that says so."""
        return await self.send(next(one for one in reversed(self.offered) if one.label == label))

    async def write(self, text: str) -> Message:
        """Write into the newest form."""
        assert self.forms, "there is no form"
        return await self.send(self.forms[-1].choice, text)

    async def send(self, choice: Choice, text: str = "") -> Message:
        """Send a press, also one that was never offered."""
        incoming = self.make_incoming(text, replace(choice, label=""))
        answers = self._see(await self.programme.answer_choice(incoming, choice, self.language))
        assert answers, f"{choice.action} is nobody's"
        return answers[-1]

    def look(self, message: Message) -> Message:
        """See a message that came by itself."""
        self._see([message])
        return message

    def see(self, messages: Sequence[Message]) -> None:
        """See messages that came on another way."""
        self._see([*messages])

    def _see(self, answers: list[Message] | None) -> list[Message] | None:
        for message in answers or ():
            for part in list_parts(message.parts):
                if isinstance(part, Choices):
                    assert all(len(one.value) <= 150 for one in part.choices)
                    self.offered += part.choices
                elif isinstance(part, Form):
                    self.forms.append(part)
        return answers


def list_parts(parts: Sequence[Part]) -> list[Part]:
    """List parts, those of sections too."""
    found: list[Part] = []
    for part in parts:
        found += list_parts(part.parts) if isinstance(part, Section) else [part]
    return found


def read_words(message: Message) -> str:
    """Give the words of a message that can be read, without its buttons."""
    lines: list[str] = []
    for part in message.parts:
        match part:
            case Paragraph(text=text):
                lines.append(text)
            case Listing(title=title, items=items):
                lines += [title, *items]
            case Form(title=title, label=label, hint=hint, text=text):
                lines += [title, label, hint, text]
            case Section(title=title, parts=parts):
                lines += [title, read_words(replace(message, parts=parts))]
            case Choices(title=title):
                lines.append(title)
            case _:
                raise AssertionError(f"{part} is not read here")
    return "\n".join(line for line in lines if line)


def make_ambassador(person: str, language: Language = "en", *, recap: bool = False) -> Ambassador:
    """Somebody who joined and can be reached in Slack."""
    to = Return("slack", person, {"team": "T1", "channel": f"D{person}", "thread": ""})
    return Ambassador(
        person,
        to,
        language,
        "often",
        ("linkedin",),
        JOINED,
        name=f"Name of {person}",
        wishes=Wishes(recap=recap),
    )
