"""A scene of the programme: people of one house talk to Jourfix, time goes by, post comes.

Everything runs in memory, through `Conversation.answer`, under the real policy and the fictional
organisation: as any channel asks, and within milliseconds.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from bot.core.coaching.review import Coach
from bot.core.language.words import detect_language
from bot.core.message import (
    Choice,
    Choices,
    Copyable,
    FindingPart,
    Form,
    Incoming,
    Link,
    Message,
    Section,
    SharedFile,
)
from bot.core.model import LANGUAGES, Language, Organisation
from bot.core.ports import Person
from bot.core.programme.ambassador import LEVELS, Ambassador
from bot.core.programme.talk.names import NameFinder
from bot.settings import Settings
from tests.conversations.flows import Deeds
from tests.conversations.outside import come_back, make_feeds
from tests.core.programme.house import House, furnish_house
from tests.core.programme.talking import list_parts, make_ambassador
from tests.fakes.linkedin.platform import FakeLinkedIn
from tests.files.exports.builders import make_csv, make_excel, member_sheets

Turn = Mapping[str, Any]
_ROOM = "programme"  # the channel where recaps go
_DEED = re.compile(r"(\w+) (says|presses|writes|drops|looks|consents)")
_TITLED = ("title", "text", "label", "hint", "quote", "message", "why", "fix")


@dataclass
class Player:
    """One person: what they were shown and have not pressed."""

    id: str
    language: Language
    name: str
    is_editor: bool = False
    title: str = ""  # in their profile
    offered: list[tuple[Choice, Language]] = field(default_factory=list)
    forms: list[tuple[Form, Language]] = field(default_factory=list)
    read: set[str] = field(default_factory=set)  # names of what came by itself
    platform: Language | None = None  # where Slack is set to something else than they read


@dataclass
class Scene:
    """A house and who is in it, as a script names them."""

    house: House
    players: dict[str, Player]
    heard: list[tuple[str, Message]] = field(default_factory=list)  # by whom
    lines: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)  # people's own words, in any language
    platform: FakeLinkedIn | None = None
    deeds: Deeds = field(default_factory=Deeds)

    async def play(self, turns: Sequence[Turn]) -> None:
        """Play a script; whoever reads its failure reads the talk before it."""
        for turn in turns:
            try:
                await self._play(turn)
            except AssertionError as error:
                error.add_note("\n".join([f"{turn}\n", *self.lines[-60:]]))
                raise

    async def _play(self, turn: Turn) -> None:
        if "time passes" in turn:
            number, unit = turn["time passes"].split()
            self.lines.append(f"\n--- {turn['time passes']} later")
            await self._pass_time(**{unit.removesuffix("s") + "s": float(number)})
            return
        if "linkedin forgets" in turn:
            assert self.platform is not None
            self.platform.tokens.clear()
            self.lines.append("\n--- LinkedIn no longer knows anybody's consent")
            return
        deed = next((key for key in turn if _DEED.fullmatch(key)), None)
        if deed is None:
            (key,) = (key for key in turn if key.endswith(" gets"))
            name = key.removesuffix(" gets")
            self._compare(name, self._take_post(name), turn, turn[key])
            return
        name, verb = deed.split()
        answers = await self._act(self.players[name], verb, turn[deed])
        self._compare(name, answers, turn, turn.get("bot answers"))

    async def _pass_time(self, **step: float) -> None:
        """Let time go by, look after what is looked after all the time, and let its post go out."""
        await self.house.pass_time(**step)
        for chore in self.house.schedule.chores:
            await chore.do()
        await self.house.mailings.send_due()

    async def _act(self, player: Player, verb: str, what: Any) -> list[Message]:
        self.lines.append(f"\n{player.name} {verb}: {what}")
        self.written |= set(str(what).splitlines())
        match verb:
            case "presses":
                choice, language = self._find(player, what)
                return await self._send(player, "", choice, language)
            case "writes":
                assert player.forms, "there is no form"
                form, language = player.forms[-1]
                return await self._send(player, what, form.choice, language)
            case "drops":
                return await self._send(player, "", files=(make_table(what),))
            case "consents":
                link = self._find_link(player)
                page = await come_back(self.house, link, player.language, what)
                self._show(player, page)
                return [page]
            case _:
                return await self._send(player, what)

    def _find_link(self, player: Player) -> str:
        """Find the newest address that somebody was shown."""
        links = [
            part.address
            for name, message in self.heard
            if name == player.name
            for part in list_parts(message.parts)
            if isinstance(part, Link)
        ]
        assert links, "there is no link"
        return links[-1]

    def _find(self, player: Player, label: str) -> tuple[Choice, Language]:
        """Find the newest button that says so, or begins so."""
        for fits in (str.__eq__, str.startswith):
            found = [one for one in player.offered if fits(one[0].label, label)]
            if found:
                return found[-1]
        labels = [choice.label for choice, _ in player.offered[-40:]]
        raise AssertionError(f"“{label}” was not offered: {labels}")

    async def _send(
        self,
        player: Player,
        text: str,
        choice: Choice | None = None,
        language: Language | None = None,
        files: tuple[SharedFile, ...] = (),
    ) -> list[Message]:
        place = {"team": "T1", "channel": f"D{player.id}", "thread": ""}
        pressed = replace(choice, label="") if choice else None
        self.deeds.note(choice, text)
        if choice is None and detect_language(text) is None:
            language = player.platform or player.language  # a word or two: as the platform is set
        incoming = Incoming(
            player.id, "talk", text, pressed, language, channel="slack", place=place, home=place,
            name=player.name, files=files, role_hint=player.title,
        )  # fmt: skip
        answers = await self.house.conversation.answer(incoming)
        for message in answers:
            self._show(player, message)
        return answers

    def _show(self, player: Player, message: Message) -> None:
        self.heard.append((player.name, message))
        self.deeds.heard.add(message.kind)
        for part in list_parts(message.parts):
            if isinstance(part, Choices | FindingPart):
                player.offered += [(choice, message.language) for choice in part.choices]
                self.deeds.offered |= {choice.action for choice in part.choices}
            elif isinstance(part, Form):
                player.forms.append((part, message.language))
        self.lines.append(f"  [{message.kind}] " + "\n    ".join(read_lines(message)))

    def _take_post(self, name: str) -> list[Message]:
        """Give what came to somebody by itself since they last looked."""
        player = self.players[name]
        post = {**self._list_answers(player), **self._list_mailed(player)}
        new = [message for key, message in post.items() if key not in player.read]
        player.read |= post.keys()
        self.lines.append(f"\n{name} gets:")
        for message in new:
            self._show(player, message)
        return new

    def _list_answers(self, player: Player) -> Mapping[str, Message]:
        outbox, now = self.house.outbox, self.house.clock.now()
        return {
            f"{key} {outbox.replaced.get(key, one.message).kind}": outbox.replaced.get(
                key, one.message
            )
            for key, one in outbox.sent.items()
            if player.id in (one.to.person, one.to.place.get("channel"))
            if one.not_before is None or one.not_before <= now
        }

    def _list_mailed(self, player: Player) -> Mapping[str, Message]:
        return {
            f"{key} mailed": message
            for key, person, message in self.house.mailings.sent
            if person == player.id
        }

    @staticmethod
    def _compare(
        name: str, said: Sequence[Message], turn: Turn, wanted: Sequence[str] | None
    ) -> None:
        if wanted is not None:
            assert [one.kind for one in said] == list(wanted), name
        words = " ".join(" ".join(read_lines(one)) for one in said)
        flat = " ".join(words.split())
        for one in turn.get("with", ()):
            assert " ".join(one.split()) in flat, f"“{one}” is missing in: {flat}"
        for one in turn.get("without", ()):
            assert one not in flat, f"“{one}” stands in: {flat}"

    async def press_everything(self) -> list[tuple[str, Choice, list[Message]]]:
        """Press every button that anybody was shown, newest first; gives what each answered."""
        pressed = []
        for player in self.players.values():
            for choice, language in list(dict.fromkeys(reversed(player.offered))):
                answers = await self._send(player, "", choice, language)
                pressed.append((player.name, choice, answers))
        return pressed


def make_table(what: Mapping[str, Any]) -> SharedFile:
    """Make a file: rows as CSV, or the workbook that LinkedIn gives its members."""
    if "seen" in what:
        workbook = make_excel(member_sheets(what.get("engaged", ()), what["seen"]))
        return SharedFile(what["name"], workbook)
    return SharedFile(what["name"], make_csv(what["rows"]))


def read_lines(message: Message) -> list[str]:
    """Give what can be read of a message, buttons in brackets."""
    lines = []
    for part in itertools.chain.from_iterable(
        (one, *list_parts(one.parts)) if isinstance(one, Section) else (one,)
        for one in message.parts
    ):
        lines += [getattr(part, name, "") for name in _TITLED if not isinstance(part, Section)]
        match part:
            case Section(title=title):
                lines.append(title)
            case Choices(choices=choices) | FindingPart(choices=choices):
                lines.append(" ".join(f"[{one.label}]" for one in choices))
            case Copyable(button=button):
                lines.append(f"[{button}]")
            case Link(address=address):
                lines.append(address)
            case _:
                lines += getattr(part, "items", ())
    return [line for line in lines if line]


def read_script(path: Path) -> tuple[Turn, Sequence[Turn]]:
    """Read who is there, and what happens."""
    cast, *turns = yaml.safe_load(path.read_text("utf-8"))
    return cast, turns


async def open_scene(
    cast: Turn, coach: Coach, organisation: Organisation, platform: FakeLinkedIn | None = None
) -> Scene:
    """Open a house with its people: editors, ambassadors, and whoever is new."""
    language: Language = cast["language"]
    players = {}
    for name, told in cast["people"].items():
        words = str(told).split(", ")
        reads = next((one for one in LANGUAGES if f"reads {one}" in words), language)
        is_editor = "an editor" in words
        title = next((one.removeprefix("is ") for one in words if one.startswith("is ")), "")
        id_ = f"slack:T1:{name}"
        players[name] = player = Player(id_, reads, name, is_editor, title)
        player.platform = "en" if "Slack in English" in words else None
    settings = Settings(
        _env_file=None,
        editors=",".join(one.id for one in players.values() if one.is_editor),
        editor_language=language,
        **({"programme_channel": f"T1/{_ROOM}"} if cast.get("room") else {}),
    )
    house = furnish_house(coach, organisation, settings, platform if "linkedin" in cast else None)
    if "headlines" in cast:
        house.read_feeds(make_feeds(cast["headlines"]), NameFinder(coach.policy))
    ambassadors = house.shelves.open_shelf("ambassadors", Ambassador)
    for name, told in cast["people"].items():
        words = str(told).split(", ")
        if "joined" in words:
            level = next((one for one in LEVELS if one in words), LEVELS[0])
            known = make_ambassador(players[name].id, players[name].language)
            known = replace(known, level=level, name=name)
            await ambassadors.keep(known.person, known, known.person)
        if "new" not in words:
            await house.conversation.records.remember_person(players[name].id, Person(greeted=True))
    house.mailings.doubts = {players[name].id: "lost" for name in cast.get("unknown", ())}
    if cast.get("room"):
        players["room"] = Player(_ROOM, language, "room")
    house.clock.advance(**cast.get("after", {}))
    return Scene(house, players, platform=platform)
