"""The form of an own dilemma: drafted from what many ask or written anew, checked, kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from starlette.responses import RedirectResponse, Response

from bot.core.coaching.answers import AnswerBook
from bot.core.coaching.context import today_of
from bot.core.errors import DraftError
from bot.core.language.days import write_day
from bot.core.model import LANGUAGES, Language, Organisation
from bot.core.ports import Clock
from bot.core.programme.broadcasts.checks import Checked
from bot.core.programme.broadcasts.ports import Proofreading
from bot.core.programme.dilemmas import OPTIONS, Dilemma
from bot.core.programme.library.choosing import count_weeks, find_monday, find_weekly_dilemma
from bot.core.programme.library.dilemma_book import (
    DilemmaBook,
    make_name,
    take_fingerprint,
)
from bot.core.programme.library.own_dilemmas import (
    LONGEST,
    DilemmaForm,
    Misfit,
    draft_dilemma,
    read_form,
    show_form,
)
from bot.core.programme.people.wording import LANGUAGE_NAMES
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.own_dilemma_wording import OWN_DILEMMA_WORDINGS, OwnDilemmaWording
from bot.web.console.programme_frame import EDITORS, HOME, ProgrammeFrame
from bot.web.console.recap_wording import RECAP_PAGE_WORDINGS

AT = "/library/own"
_LONGEST_TYPED = 3_000  # what is too long comes back as it was, to be shortened


@dataclass(frozen=True)
class _Told:
    """What is said above the form."""

    complaints: Sequence[str] = ()
    findings: Sequence[tuple[str, str]] = ()
    is_never: bool = False


@dataclass(frozen=True)
class OwnDilemmaPages:
    """The pages of own dilemmas.

    Args:
        programme: The frame of the section.
        dilemmas: Keeps them.
        answers: What a dilemma can be drafted from.
        fill: Fills contacts and names into an answer.
        proofreading: Checks the texts as those of broadcasts.
        clock: Tells the time.
        organisation: For the time zone, and which dilemmas fit.
    """

    programme: ProgrammeFrame
    dilemmas: DilemmaBook
    answers: AnswerBook = field(repr=False)
    fill: Callable[[str, Language], str]
    proofreading: Proofreading
    clock: Clock
    organisation: Organisation

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        path = f"{HOME}{AT}/{{name}}"
        return (
            Page(path, self.show, EDITORS),
            Page(f"{path}/keep", self.keep, EDITORS, "POST", "dilemma-kept"),
            Page(f"{path}/withdraw", self.withdraw, EDITORS, "POST", "dilemma-withdrawn"),
        )

    async def show(self, visit: Visit) -> Response:
        """Show the form: of a new one, or of one that is kept."""
        name = str(visit.request.path_params.get("name", ""))
        if name != "new":
            found = await self.dilemmas.find_own(name)
            if found is None:
                return self.programme.frame.miss(visit.language)
            return await self._show(visit, found, show_form(found), take_fingerprint(found))
        asked = visit.read_query("from", 60)
        answer = next((one for one in self.answers.answers if one.id == asked), None)
        form = draft_dilemma(answer, self.fill) if answer is not None else DilemmaForm()
        return await self._show(visit, None, form, "")

    async def keep(self, visit: Visit) -> Response:
        """Keep it, unless something does not fit or must be looked at first."""
        name = str(visit.request.path_params.get("name", ""))
        before = await self.dilemmas.find_own(name)
        if name != "new" and before is None:
            return self.programme.frame.miss(visit.language)
        form, seen = _read(visit), visit.read_field("seen", 40)
        read = read_form(form, before.id if before else make_name())
        if not isinstance(read, Dilemma):
            wording = OWN_DILEMMA_WORDINGS[visit.language]
            told = _Told(tuple(_complain(one, wording) for one in read))
            return await self._show(visit, before, form, seen, told)
        checked = [await self._check(read, one, visit.language) for one in LANGUAGES]
        found = tuple((one.language, text.message) for one in checked for text in one.findings)
        is_never = any(one.is_never for one in checked)
        if is_never or (found and not visit.read_field("anyway", 5)):
            return await self._show(visit, before, form, seen, _Told((), found, is_never))
        kept = await self.dilemmas.keep(read, seen if before else "", self._week)
        if not kept:
            meanwhile = _Told((OWN_DILEMMA_WORDINGS[visit.language].meanwhile,))
            current = take_fingerprint(before)
            return await self._show(visit, before, form, current, meanwhile)
        return RedirectResponse(f"{DESK}{HOME}/library/dilemmas/{read.id}", 303)

    async def withdraw(self, visit: Visit) -> Response:
        """Withdraw it."""
        name = str(visit.request.path_params.get("name", ""))
        week = self._week
        current = find_weekly_dilemma(
            await self.dilemmas.list_all(), self.organisation.settings, week
        )
        is_current = current is not None and current.id == name
        await self.dilemmas.withdraw(name, week, is_current=is_current)
        return RedirectResponse(f"{DESK}{HOME}/library", 303)

    @property
    def _week(self) -> int:
        return count_weeks(today_of(self.organisation, self.clock))

    async def _check(self, dilemma: Dilemma, language: Language, answer: Language) -> Checked:
        text = dilemma.texts[language]
        options = (text.options[one] for one in dilemma.options)
        # advice of ours names what is to be left out, and was read before it became ours
        ours = {self.fill(one.texts[language].text, language) for one in self.answers.answers}
        explanation = "" if text.explanation in ours else text.explanation
        whole = "\n".join((text.title, text.situation, text.question, *options, explanation))
        try:
            review = await self.proofreading.review(whole, language, answer)
        except DraftError:
            return Checked(language, None)
        return Checked(language, review)

    async def _show(
        self,
        visit: Visit,
        dilemma: Dilemma | None,
        form: DilemmaForm,
        seen: str,
        told: _Told | None = None,
    ) -> Response:
        language = visit.language
        wording = OWN_DILEMMA_WORDINGS[language]
        name = dilemma.id if dilemma else "new"
        ordered = sorted(LANGUAGES, key=lambda one: one != language)
        return await self.programme.show(
            "own_dilemma.html",
            visit,
            f"{AT}/{name}",
            wording=wording,
            back=RECAP_PAGE_WORDINGS[language].back,
            title=dilemma.texts[language].title if dilemma else wording.title_new,
            name=name,
            turn=tell_turn(dilemma, self._week, language) if dilemma else "",
            form=form,
            seen=seen,
            told=told or _Told(),
            options=OPTIONS,
            longest=LONGEST,
            texts=[(one, LANGUAGE_NAMES[one], form.texts.get(one, {})) for one in ordered],
        )


def tell_turn(dilemma: Dilemma, week: int, language: Language) -> str:
    """Say when an own dilemma has its first turn, or that it has none any more."""
    wording = OWN_DILEMMA_WORDINGS[language]
    if dilemma.until:
        last = write_day(find_monday(dilemma.until - 1), language)
        return wording.ended if dilemma.until <= week else wording.ends.format(day=last)
    first = write_day(find_monday(dilemma.since), language)
    return wording.turn.format(day=first)


def _complain(misfit: Misfit, wording: OwnDilemmaWording) -> str:
    shown = wording.fields[misfit.field]
    if misfit.language is not None:
        shown = f"{shown} ({misfit.language.upper()})"
    return wording.problems[misfit.problem].format(field=shown, most=misfit.most)


def _read(visit: Visit) -> DilemmaForm:
    def line(name: str) -> str:
        return " ".join(visit.read_field(name, _LONGEST_TYPED).split())

    best = line("best")
    form = DilemmaForm(
        best if best in OPTIONS else OPTIONS[0], line("source"), line("section"), line("address")
    )
    texts = {one: {name: line(f"{one}.{name}") for name in LONGEST} for one in LANGUAGES}
    return replace(form, texts=texts)
