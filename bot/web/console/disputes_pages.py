"""“This finding is wrong”, and the sets of sentences that rules are tried on."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from starlette.datastructures import UploadFile
from starlette.responses import Response

from bot.core.computing import Compute
from bot.core.conversation import Conversation
from bot.core.house_rules.disputes import DisputedRule, Disputes, MaskedDisputes
from bot.core.house_rules.form import SpokenForm
from bot.core.house_rules.house import PACK, name_rule_file
from bot.core.house_rules.objections import Contested, Contesting
from bot.core.house_rules.pausing import Pausing
from bot.core.house_rules.ports import RuleFiles
from bot.core.house_rules.publishing import Publishing
from bot.core.house_rules.sets import LARGEST, SentenceSet, read_set
from bot.core.message import Incoming
from bot.core.model import Language
from bot.core.ports import Person
from bot.core.programme.number_sentences import spell_day
from bot.core.programme.ports import Shelf
from bot.web.console.access import Page, Visit
from bot.web.console.frame import Frame
from bot.web.console.house_pages import AT, BOTH, EDITORS, go
from bot.web.console.house_wording import HOUSE_WORDINGS
from bot.web.console.pauses_pages import PauseForm, describe_form, tell_rest
from bot.web.console.pauses_wording import PAUSES_WORDINGS

_MOST = 200
_MOST_SETS = 20
_DISPUTES, _SETS = f"{AT}/disputes", f"{AT}/sets"


@dataclass(frozen=True)
class Section:
    """A rule with what was handed over about it, and what the desk proposes.

    Args:
        disputed: The sentences.
        contested: Where there are too many.
        form: To let it rest, where that is proposed and may be.
        rests: That it rests.
        will_rest: That it rests in the draft.
    """

    disputed: DisputedRule
    contested: Contested | None
    form: PauseForm | None
    rests: str
    will_rest: str


@dataclass(frozen=True)
class DisputesPages:
    """The pages with what others wrote: sentences that authors handed over, uploaded sets."""

    frame: Frame
    publishing: Publishing
    files: RuleFiles
    disputes: Disputes
    sets: Shelf[SentenceSet]
    conversation: Conversation = field(repr=False)  # a whole policy hangs on it
    compute: Compute
    pausing: Pausing
    contesting: Contesting
    masked: MaskedDisputes = field(default_factory=MaskedDisputes, repr=False)

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(_DISPUTES, self.show, BOTH),
            Page(f"{_DISPUTES}/{{name}}/example", self.take, EDITORS, "POST", "dispute-taken"),
            Page(f"{_DISPUTES}/{{name}}/settle", self.settle, EDITORS, "POST", "dispute-settled"),
            Page(_SETS, self.show_sets, EDITORS),
            Page(f"{_SETS}/add", self.add_set, EDITORS, "POST", "set-added", LARGEST + 20_000),
            Page(
                f"{_SETS}/remove", self.remove_set, EDITORS, "POST", "set-removed", noted=("name",)
            ),
        )

    async def show(self, visit: Visit) -> Response:
        """Show what was handed over, by rule; what has too many objections first."""
        sections = await self._list_sections(visit.language)
        policy = self.conversation.coach.policy
        house = {rule.id for rule in policy.rules if rule.pack == PACK}
        done = visit.read_query("done", 20)
        return self._show(
            visit, "house_disputes.html", grouped=sections, house=house,
            pauses=PAUSES_WORDINGS[visit.language],
            done=HOUSE_WORDINGS[visit.language].done.get(done, ""),
        )  # fmt: skip

    async def _list_sections(self, language: Language) -> list[Section]:
        grouped, policy = await self._group(), self.conversation.coach.policy
        found = await self.contesting.find_contested(policy, self.pausing.today)
        contested = {one.rule: one for one in found}
        drafted = await self.pausing.find_in_draft()
        sections = []
        for one in grouped:
            many, rule = contested.get(one.rule), policy.find_rule(one.rule)
            rests, will_rest = "", ""
            if rule is not None and rule.find_pause(self.pausing.today):
                rests = tell_rest(rule, language, self.pausing.today)
            elif one.rule in drafted:
                until = spell_day(drafted[one.rule].until, language)
                will_rest = PAUSES_WORDINGS[language].in_draft.format(until=until)
            is_proposed = many is not None and many.may_rest and not will_rest
            form = describe_form(rule, self.pausing.today) if rule and is_proposed else None
            sections.append(Section(one, many, form, rests, will_rest))
        return sorted(sections, key=lambda one: one.contested is None)

    async def _group(self) -> list[DisputedRule]:
        found = await self.disputes.list_disputes(_MOST)
        context = await self.conversation.find_context(Incoming("desk", ""), Person())
        policy = self.conversation.coach.policy
        return await self.compute(partial(self.masked.group, found, policy, context))

    async def take(self, visit: Visit) -> Response:
        """Make a `good` example of the house's rule out of a sentence."""
        wanted = visit.request.path_params["name"]
        chosen = next(
            ((one.rule, handed) for one in await self._group() for handed in one.handed
             if handed.id == wanted), None,
        )  # fmt: skip
        draft = await self.publishing.open_draft()
        if chosen is None or name_rule_file(chosen[0]) not in draft.files:
            return go(f"{_DISPUTES}?done=gone")
        rule, handed = chosen
        typed = visit.read_field("text", 1_000).strip() or handed.text
        path = name_rule_file(rule)
        form = self.files.read(rule, draft.files)
        if form is None:
            return go(f"{AT}/file?path={path}")
        said = form.spoken.get(handed.language, SpokenForm())
        good = "\n".join(line for line in (said.good, " ".join(typed.split())) if line)
        changed = replace(form, spoken={**form.spoken, handed.language: replace(said, good=good)})
        complaint = await self.compute(partial(self.files.check_form, changed, draft.files))
        if complaint is not None:
            return go(f"{_DISPUTES}?done=fires")
        written = self.files.write(changed, draft.files)
        if not await self.publishing.change_draft(written, {path: draft.files[path]}):
            return go(f"{_DISPUTES}?done=late")
        await self.disputes.settle(wanted)
        return go(f"{_DISPUTES}?done=kept")

    async def settle(self, visit: Visit) -> Response:
        """Erase a sentence that is dealt with."""
        was = await self.disputes.settle(visit.request.path_params["name"])
        return go(f"{_DISPUTES}?done={'removed' if was else 'gone'}")

    async def show_sets(self, visit: Visit) -> Response:
        """Show the sets that rules are tried on."""
        return await self._show_sets(visit, "")

    async def add_set(self, visit: Visit) -> Response:
        """Take in a set."""
        sent = visit.form.get("file")
        wording = HOUSE_WORDINGS[visit.language]
        if not isinstance(sent, UploadFile) or not sent.filename:
            return await self._show_sets(visit, wording.set_problems["empty"])
        read = read_set(sent.filename[-100:].lower(), await sent.read(LARGEST + 1))
        if not isinstance(read, SentenceSet):
            problem, line = read
            return await self._show_sets(visit, wording.set_problems[problem].format(line=line))
        known = [one.name for one in await self.sets.list_things()]
        if len(known) >= _MOST_SETS and read.name not in known:
            return await self._show_sets(visit, wording.set_problems["many"])
        await self.sets.keep(read.name, read)
        return go(f"{_SETS}?done=kept")

    async def remove_set(self, visit: Visit) -> Response:
        """Take a set away."""
        was = await self.sets.remove(visit.read_field("name", 100))
        return go(f"{_SETS}?done={'removed' if was else 'gone'}")

    async def _show_sets(self, visit: Visit, problem: str) -> Response:
        done = visit.read_query("done", 20)
        return self._show(
            visit, "house_sets.html", sets=await self.sets.list_things(), problem=problem,
            done=HOUSE_WORDINGS[visit.language].done.get(done, ""),
        )  # fmt: skip

    def _show(self, visit: Visit, template: str, **told: object) -> Response:
        return self.frame.show(
            template, visit.language, visit.session, visit.roles,
            status=200,
            at=AT, wording=HOUSE_WORDINGS[visit.language], **told,
        )  # fmt: skip
