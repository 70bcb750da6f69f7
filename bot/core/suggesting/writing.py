"""Have a language model write for an author: first lines, a mended draft, questions, answers.

What it wrote is offered only where our own engine has nothing of weight against it. What goes wrong
with the model is told in the value that comes back, never raised.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.coaching.review import Coach
from bot.core.computing import Compute, compute_here
from bot.core.language.words import detect_language
from bot.core.model import Context, Draft, Language
from bot.core.policy.engine import Check
from bot.core.ports import Person
from bot.core.suggesting.advice import compose_advice
from bot.core.suggesting.angles import Avoided
from bot.core.suggesting.asking import REWRITE, Asking, Task, make_task
from bot.core.suggesting.early import ShowEarly
from bot.core.suggesting.leaving import Sees
from bot.core.suggesting.masking import Masked
from bot.core.suggesting.pieces import read_hooks, read_list, read_replies, read_text
from bot.core.suggesting.ports import LanguageModel, Prompts
from bot.core.suggesting.sifting import Shape, Source
from bot.core.suggesting.written import SAME, UNREADABLE, WORN, Suggestion, Written

HOOKS, QUESTIONS, RECAP, REPLY = "hooks", "questions", "recap", "reply"
_MOST_QUESTIONS = 5
_HOOK = Shape(longest=220, least_kept=0.5, asks=False, stands_first=True)
_QUESTION = Shape(longest=220, asks=True)
_RECAP, _REPLY = Shape(longest=400), Shape(longest=400)
_REWRITE_KEPT = 0.5
_MAY_GROW = 1.2  # a rewrite is no longer than the draft; what is put shorter may be worded longer
_BETWEEN = "\n\n"  # a comment and the post below it, read as one text
_SILENT: Mapping[Language, str] = {  # sent in the place of what somebody did not write
    "de": "Ich habe gerade nichts zu erzählen.",
    "nl": "Ik heb nu niets te vertellen.",
    "en": "I have nothing to tell right now.",
}


@dataclass(frozen=True)
class Writer:
    """Writes with a model; `sees` is what the organisation lets it see."""

    model: LanguageModel
    prompts: Prompts
    coach: Coach
    sees: Sees = "masked"
    compute: Compute = field(default=compute_here)

    @property
    def asking(self) -> Asking:
        """The way that all of it goes."""
        return Asking(self.model, self.prompts, self.coach, self.sees, self.compute)

    def may_see(self, checked: Check) -> bool:
        """Say whether a text may leave, masked."""
        return self.asking.may_see(checked)

    async def suggest_hooks(
        self,
        draft: Draft,
        checked: Check,
        avoided: Avoided | None = None,
        show: ShowEarly | None = None,
    ) -> Written:
        """Suggest up to three first lines out of the draft, from sides that are not worn."""
        worn = avoided or Avoided()
        first = draft.text.strip().split("\n", 1)[0].strip()

        async def show_fresh(ready: Sequence[Suggestion]) -> None:
            fresh = [one for one in ready if one.text != first and not worn.holds(one)]
            if show is not None and fresh:
                await show(fresh)

        def ask(source: Source) -> Task:
            inputs = _begin(source) | {"angles": worn.describe(), "draft": source.masked.text}
            return make_task(HOOKS, inputs, _HOOK, source, read_hooks)

        early = show_fresh if show is not None else None
        written = await self.asking.write(draft, checked, ask, early)
        return _prefer_fresh(_drop_same(written, first), worn)

    async def suggest_rewrite(self, draft: Draft, checked: Check) -> Written:
        """Suggest the draft without what our rules found, the rest as the author wrote it."""

        def ask(source: Source) -> Task:
            longest = max(int(len(draft.text) * _MAY_GROW), 80)
            shape = Shape(longest, least_kept=_REWRITE_KEPT)
            inputs = _begin(source) | {
                "findings": compose_advice(checked.findings, self.coach.policy, draft.context),
                "draft": source.masked.text,
            }
            advised = " ".join(f"{one.fix} {one.replacement or ''}" for one in checked.findings)
            told = replace(source, advised=advised)
            return make_task(REWRITE, inputs, shape, told, read_text("text"))

        return _drop_same(await self.asking.write(draft, checked, ask), draft.text.strip())

    async def suggest_questions(
        self,
        told: str,
        person: Person,
        context: Context,
        language: Language,
        topics: Sequence[str] = (),
        show: ShowEarly | None = None,
    ) -> Written:
        """Suggest questions to somebody who has nothing to tell.

        Args:
            told: What they wrote; may be empty.
            person: What they told us of their work.
            context: Where they work.
            language: The language they read.
            topics: What is on the calendar or the programme; our own words.
            show: Shows the first questions while others are still being written.
        """
        draft = Draft(told.strip() or _SILENT[language], context, language=language)

        def ask(source: Source) -> Task:
            inputs = {
                "language": language,
                "role": person.role or context.role,
                "setting": ", ".join(context.settings) or "any",
                "topics": list(topics),
                "told": source.masked.text,
            }
            read = read_list("questions", _MOST_QUESTIONS)
            return make_task(QUESTIONS, inputs, _QUESTION, source, read, language)

        return await self.asking.write(draft, None, ask, show)

    async def explain_highlight(
        self, post: Draft, moves: Sequence[str], language: Language
    ) -> Written:
        """Explain why a post that an editor picked was worth reading.

        Args:
            post: As it was posted.
            moves: What its author did, in our own words: lead, number, reply, picture.
            language: The language of those who read the recap.
        """

        def ask(source: Source) -> Task:
            inputs = {"language": language, "moves": list(moves), "post": source.masked.text}
            return make_task(RECAP, inputs, _RECAP, source, read_text("why"), language)

        return await self.asking.write(post, None, ask)

    async def suggest_replies(
        self, comment: str, post: str, context: Context, show: ShowEarly | None = None
    ) -> Written:
        """Suggest answers to a comment below the author's post, in the comment's language.

        Args:
            comment: What somebody wrote.
            post: What the author posted; may be empty.
            context: The author's.
            show: Shows the first answers while others are still being written.
        """
        both = comment.strip() + (_BETWEEN + post.strip() if post.strip() else "")
        spoken = detect_language(comment) or detect_language(both)

        def ask(source: Source) -> Task:
            first, second = split_masked(source.masked, len(comment.strip()))
            language = spoken or source.language
            inputs: dict[str, object] = {"language": language, "network": context.network}
            inputs |= {"comment": first} | ({"post": second.strip()} if second.strip() else {})
            read = read_replies
            return make_task(REPLY, inputs, _REPLY, source, read, language)

        if not comment.strip():
            return Written(unread=UNREADABLE)
        return await self.asking.write(Draft(both, context), None, ask, show)


def split_masked(masked: Masked, at: int) -> tuple[str, str]:
    """Split a masked text where its original has a place; a mask across it belongs to the first."""
    first: list[str] = []
    second: list[str] = []
    for start, end, there in masked.pieces:
        if end <= at:
            first.append(there)
        elif start >= at:
            second.append(there)
        elif masked.original[start:end] == there:
            first.append(there[: at - start])
            second.append(there[at - start :])
        else:
            first.append(there)
    return "".join(first), "".join(second)


def _begin(source: Source) -> dict[str, object]:
    return {"language": source.language, "network": source.draft.context.network}


def _drop_same(written: Written, text: str) -> Written:
    """Drop what the author wrote just so."""
    return _drop(written, SAME, lambda one: one.text == text)


def _prefer_fresh(written: Written, worn: Avoided) -> Written:
    """Drop first lines that begin as others' did of late, where others are left."""
    if all(worn.holds(one) for one in written.offered):
        return written
    return _drop(written, WORN, worn.holds)


def _drop(written: Written, reason: str, is_out: Callable[[Suggestion], bool]) -> Written:
    left = tuple(one for one in written.offered if not is_out(one))
    gone = len(written.offered) - len(left)
    if not gone:
        return written
    dropped = dict(written.dropped) | {reason: written.dropped.get(reason, 0) + gone}
    return Written(left, dropped, written.unread, written.use)
