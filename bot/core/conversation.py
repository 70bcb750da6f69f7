"""Decide what a person meant, and answer it: a draft, its next version, a question, a choice.

The same for every channel. Nothing here knows how a message looks or where it goes.
"""

from dataclasses import dataclass, field, replace

from bot.core import reading_along
from bot.core.asking import Asking
from bot.core.coaching import messages, replies
from bot.core.coaching.answer_language import choose_answer_language, note_spoken
from bot.core.coaching.callings import tell_calling
from bot.core.coaching.context import Contexts
from bot.core.coaching.home import compose_home
from bot.core.coaching.questions import Kind, Questions
from bot.core.coaching.review import Coach
from bot.core.coaching.wording import WORDINGS
from bot.core.commands import read_command, read_small_talk, tell_command_language
from bot.core.computing import Compute, compute_here
from bot.core.desk import messages as desk_messages
from bot.core.desk.desk import Desk
from bot.core.draft_buttons import DraftButtons
from bot.core.errors import StorageError
from bot.core.house_rules.asked import AskedQuestions
from bot.core.message import LONGEST_NOTE, Choice, Incoming, Message
from bot.core.model import Context, Language, Organisation
from bot.core.ports import Clock, Embargoes, Person, Records
from bot.core.programme.kept import list_kept_lines
from bot.core.programme.programme import Programme
from bot.core.reading_along import ReadingAlong
from bot.core.reviewing import Reviewing
from bot.core.suggesting.suggestions import Suggestions
from bot.core.surroundings import Surroundings

_LATEST = 5  # reviews shown on a person's own page


@dataclass(frozen=True)
class Conversation:
    """One organisation's conversations."""

    coach: Coach
    questions: Questions
    records: Records
    clock: Clock
    organisation: Organisation
    draft_days: int
    contexts: Contexts = field(default_factory=Contexts)
    desk: Desk | None = None
    programme: Programme | None = None
    compute: Compute = compute_here
    embargoes: Embargoes | None = None
    reading_along: ReadingAlong | None = None
    suggestions: Suggestions | None = None
    asked: AskedQuestions | None = None

    @property
    def _draft_buttons(self) -> DraftButtons:
        return DraftButtons(self.coach, self.records, self.organisation, self.desk, self.compute)

    @property
    def _surroundings(self) -> Surroundings:
        return Surroundings(
            self.organisation, self.contexts, self.records, self.clock, self.embargoes
        )

    @property
    def _asking(self) -> Asking:
        return Asking(self.questions, self.organisation, self.clock, self.compute, self.asked)

    @property
    def _reviewing(self) -> Reviewing:
        return Reviewing(self.coach, self.records, self.clock, self.compute, self.reading_along)

    async def answer(self, incoming: Incoming) -> list[Message]:
        """Answer what a person said or chose; never empty.

        Where the notes cannot be read or written, what needs none of them is answered all the
        same, and the last message says what is missing.
        """
        try:
            person = await self.records.recall_person(incoming.person)
        except StorageError:
            return await self._answer_without_notes(incoming, Person(greeted=True))
        language = self._language(incoming, person)
        try:
            person, greeting = await self._greet(incoming, person, language)
        except StorageError:
            answers = await self._answer_without_notes(incoming, person)
            return answers if person.greeted else [self.greet(language), *answers]
        try:
            answers = await self._answer_known(incoming, person, language)
            return greeting + [self._offer_suggestions(message) for message in answers]
        except StorageError:
            return greeting + await self._answer_without_notes(incoming, person)

    def _offer_suggestions(self, message: Message) -> Message:
        return self.suggestions.add_button(message) if self.suggestions else message

    async def _answer_known(
        self, incoming: Incoming, person: Person, language: Language
    ) -> list[Message]:
        if incoming.choice is not None:
            return await self._answer_choice(incoming, incoming.choice, person, language)
        return await self._answer_text(incoming, person, language)

    def greet(self, language: Language) -> Message:
        """Say who we are, what is kept and who sees it (AI Act art. 50(1))."""
        greeting = replies.compose_greeting(
            WORDINGS[language],
            language,
            self.draft_days,
            has_organisation=bool(self.organisation.company),
        )
        return self.reading_along.introduce(greeting) if self.reading_along else greeting

    async def welcome(self, incoming: Incoming) -> list[Message]:
        """Greet somebody who let us in, once."""
        try:
            person = await self.records.recall_person(incoming.person)
            return (await self._greet(incoming, person, self._language(incoming, person)))[1]
        except StorageError:
            return []  # the greeting comes with the first answer

    async def judge_post(self, incoming: Incoming) -> list[Message]:
        """Say whether somebody else's post may be liked or shared; nothing is noted."""
        language = self._language(incoming, Person())
        context = await self.find_context(incoming, Person())
        return [await self._asking.answer_about_post(incoming.text, context, language)]

    async def introduce(
        self, person: str, language: Language, chosen: Language | None = None
    ) -> Message:
        """Greet somebody who opens a page; `chosen` is a language they picked and will keep."""
        try:
            known = await self.records.recall_person(person)
            changed = replace(known, greeted=True, language=chosen or known.language)
            if changed != known:
                await self.records.remember_person(person, changed)
        except StorageError:
            return self.greet(language)  # the page opens; the note comes with the first answer
        return self.greet(language)

    async def show_home(self, person: str, language: Language | None) -> list[Message]:
        """Show a person's own page, where a channel has one."""
        try:
            known = await self.records.recall_person(person)
            latest = await self.records.list_latest(person, _LATEST)
        except StorageError:
            known, latest = Person(), []
        context = await self.find_context(Incoming(person, ""), known)
        calling = tell_calling(known.role)
        return [compose_home(context, latest, known.language or language or "en", calling)]

    async def _greet(
        self, incoming: Incoming, person: Person, language: Language
    ) -> tuple[Person, list[Message]]:
        """Greet somebody once; gives what is known of them from now on, too."""
        is_new = not person.greeted and incoming.choice is None
        known = note_spoken(person, incoming, self._tell_asked(incoming))
        known = replace(known, greeted=person.greeted or is_new)
        if known != person:
            await self.records.remember_person(incoming.person, known)
        return known, [self.greet(language)] if is_new else []

    def _language(self, incoming: Incoming, person: Person) -> Language:
        return choose_answer_language(person, incoming, self._tell_asked(incoming))

    def _tell_asked(self, incoming: Incoming) -> Language | None:
        """Say in which language a command or a feature was asked for."""
        told = tell_command_language(incoming.text)
        return told or (self.programme.tell_language(incoming.text) if self.programme else None)

    async def find_context(self, incoming: Incoming, person: Person) -> Context:
        """Say for whom and where somebody's texts are checked."""
        return await self._surroundings.find_context(incoming, person)

    async def find_organisation(self) -> Organisation:
        """Give the organisation with everything that must wait for now."""
        return await self._surroundings.find_organisation()

    async def _answer_text(
        self, incoming: Incoming, person: Person, language: Language
    ) -> list[Message]:
        if incoming.files and self.programme:
            return await self._answer_files(self.programme, incoming, person, language)
        text = incoming.text
        pictures = (
            [replies.compose_picture_checklist(WORDINGS[language], language)]
            if incoming.pictures
            else []
        )
        if not text.strip():
            return pictures or [replies.say("empty", WORDINGS[language].empty, language)]
        if incoming.is_others_post:
            context = await self.find_context(incoming, person)
            return [await self._asking.answer_about_post(text, context, language)]
        command = read_command(text)
        if command:
            return [await self._answer_command(command, incoming, language)]
        if self.programme:
            answers = await self.programme.answer_words(incoming, language)
            if answers is not None:
                return answers
        told = replies.read_told(text)
        if told is not None:
            return [await self._surroundings.change_context(incoming, person, told, language)]
        small_talk = read_small_talk(text)
        if small_talk:
            return pictures or [_answer_small_talk(small_talk, language)]
        kind, text = await self._asking.tell_kind(text, language)
        context = await self.find_context(incoming, person)
        if kind in (Kind.QUESTION, Kind.PASTED_POST):
            answer = await self._asking.answer_question(incoming.person, text, context, language)
            return [*pictures, answer]
        written = replace(incoming, text=text)
        answers = await self._reviewing.answer_draft(written, context, language)
        if kind is Kind.UNSURE:
            answers.append(replies.compose_unsure(WORDINGS[language], language))
        return [*pictures, *answers]

    async def _answer_files(
        self, programme: Programme, incoming: Incoming, person: Person, language: Language
    ) -> list[Message]:
        """Answer tables, and beside them a draft or pictures."""
        answers = await programme.answer_files(incoming, language)
        is_note = len(incoming.text) <= LONGEST_NOTE
        rest = replace(incoming, files=(), text="" if is_note else incoming.text)
        if rest.text or rest.pictures:
            answers += await self._answer_text(rest, person, language)
        return answers

    async def _answer_command(
        self, command: str, incoming: Incoming, language: Language
    ) -> Message:
        wording = WORDINGS[language]
        if command == "my-data":
            kept = await self.records.list_kept(incoming.person)
            things = list_kept_lines(kept.things, language)
            return replies.compose_kept(kept, wording, language, things)
        if command == "forget-me":
            return replies.compose_forget_me(wording, language)
        if command == "forget-draft":
            return await self._draft_buttons.forget_draft(incoming, language)
        context = await self.find_context(incoming, Person())
        return await self._asking.explain_help(context, language)

    async def _answer_without_notes(self, incoming: Incoming, person: Person) -> list[Message]:
        """Answer all the same when the database cannot be reached, and say what is missing."""
        language = self._language(incoming, person)
        wording = WORDINGS[language]
        text = incoming.text.strip()
        read = await self._read_along(incoming, person, language)
        if read is not None:
            return [read]
        if incoming.choice is not None or not text or _is_about_notes(text):
            return [replies.say("no-notes", wording.no_notes, language)]
        small_talk = read_small_talk(text)
        if small_talk:
            return [_answer_small_talk(small_talk, language)]
        kind, text = await self._asking.tell_kind(incoming.text, language)
        context = await self.find_context(incoming, person)
        if kind in (Kind.QUESTION, Kind.PASTED_POST):
            return [await self._asking.answer_question(incoming.person, text, context, language)]
        return await self._reviewing.answer_without_notes(text, context, language)

    async def _answer_choice(
        self, incoming: Incoming, choice: Choice, person: Person, language: Language
    ) -> list[Message]:
        wording = WORDINGS[language]
        is_sending = choice.action == desk_messages.SEND and self.desk is not None
        if is_sending or choice.action in messages.OF_DRAFT:
            context = await self.find_context(incoming, person)
            return [await self._draft_buttons.answer(incoming, choice, context, language)]
        read = await self._read_along(incoming, person, language)
        if read is not None:
            return [read]
        match choice.action:
            case messages.EXPLAIN:
                return [replies.compose_rule(self.coach.policy, choice.value, wording, language)]
            case messages.DISPUTE:
                return [replies.compose_dispute(choice.value, wording, language)]
            case messages.DISPUTE_NO:
                return [replies.say("dispute-kept", wording.dispute_kept, language, in_place=True)]
            case messages.REVISED:
                context = await self.find_context(incoming, person)
                written = replace(incoming, choice=None)
                return await self._reviewing.answer_draft(written, context, language)
            case messages.FORGET_ME_YES:
                if self.programme:
                    await self.programme.forget(incoming.person)
                forgotten = await self.records.forget_person(incoming.person)
                return [replies.compose_forgotten(forgotten, wording, language)]
            case messages.KEEP_ME:
                return [replies.say("kept", wording.kept_you, language, in_place=True)]
            case messages.CHANGE_CONTEXT:
                return [replies.compose_context_choices(wording, language)]
            case messages.SET_CONTEXT:
                key, _, value = choice.value.partition("=")
                return [
                    await self._surroundings.change_context(
                        incoming, person, {key: value}, language
                    )
                ]
            case messages.READ_AS_QUESTION:
                remembered = await self.records.recall_draft(incoming.person, incoming.conversation)
                text = remembered.text if remembered else ""
                context = await self.find_context(incoming, person)
                return [
                    await self._asking.answer_question(incoming.person, text, context, language)
                ]
            case _:
                return await self._answer_for_others(incoming, choice, language)

    async def _read_along(
        self, incoming: Incoming, person: Person, language: Language
    ) -> Message | None:
        """Answer the press that asks for a model's reading; None where it is no such press."""
        choice = incoming.choice
        if choice is None or choice.action != reading_along.READ_ALONG:
            return None
        context = await self.find_context(incoming, person)
        return await self._reviewing.read_along(incoming, choice, context, language)

    def _not_yet(self, language: Language) -> str:
        return WORDINGS[language].not_yet.format(
            contact=replies.find_contact(self.organisation, "comms", language)
        )

    async def _answer_for_others(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message]:
        """Answer a button that belongs to a model, to the programme or to the desk."""
        if self.suggestions:
            answers = await self.suggestions.answer_choice(incoming, choice, language)
            if answers is not None:
                return answers
        if self.programme:
            answers = await self.programme.answer_choice(incoming, choice, language)
            if answers is not None:
                return answers
        return await self._answer_about_case(incoming, choice, language)

    async def _answer_about_case(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message]:
        """Answer a button of a case that its author keeps back, or an editor's."""
        if self.desk and choice.action == desk_messages.KEEP:
            return [await self.desk.keep_back(choice.value, incoming.person, language)]
        if self.desk and choice.action in desk_messages.OF_EDITORS:
            return await self.desk.answer(incoming, choice, language)
        return [replies.say("not-yet", self._not_yet(language), language)]


def _is_about_notes(text: str) -> bool:
    """Say whether a text is a command or a remark on the author's work: both need the notes."""
    return bool(read_command(text)) or replies.read_told(text) is not None


def _answer_small_talk(said: str, language: Language) -> Message:
    wording = WORDINGS[language]
    return replies.say(said, wording.thanks if said == "thanks" else wording.press, language)
