"""The form of a house rule: checked as one types, kept in the draft."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial

from starlette.responses import Response

from bot.core.coaching.topic_names import name_topic
from bot.core.computing import Compute
from bot.core.house_rules.form import KINDS, FormComplaint, Kind, RuleForm, SpokenForm
from bot.core.house_rules.house import PACK_FILE, is_too_much, name_rule_file
from bot.core.house_rules.ports import RuleFiles
from bot.core.house_rules.publishing import Publishing
from bot.core.model import LANGUAGES, TOPICS, Language, Severity
from bot.core.policy.countable import COUNTABLES
from bot.web.console.access import Page, Visit
from bot.web.console.frame import Frame
from bot.web.console.house_pages import AT, EDITORS, go
from bot.web.console.house_wording import HOUSE_WORDINGS
from bot.web.console.loader_words import translate_form
from bot.web.console.rules_wording import RULES_WORDINGS

_SPOKEN = tuple(field.name for field in fields(SpokenForm))
_LONGEST_LINES, _LONGEST_LINE = 6_000, 300


@dataclass(frozen=True)
class HouseRulePages:
    """The pages of the form; `compute` as in HousePages.

    `suggest` drafts a rule of what many ask: of an answer, in a language.
    """

    frame: Frame
    publishing: Publishing
    files: RuleFiles
    compute: Compute
    suggest: Callable[[str, Language], RuleForm | None]

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(f"{AT}/rule", self.show, EDITORS),
            Page(f"{AT}/rule/keep", self.keep, EDITORS, "POST", "house-rule-kept", noted=("name",)),
            Page(f"{AT}/rule/check", self.check, EDITORS, "POST", is_dry=True),
        )

    async def show(self, visit: Visit) -> Response:
        """Show the form of a rule, or an empty one."""
        name = visit.read_query("name", 60)
        if not name:
            drafted = self.suggest(visit.read_query("from", 60), visit.language)
            return self._show(visit, drafted or RuleForm(), "", None)
        draft = await self.publishing.open_draft()
        path = name_rule_file(name)
        if path not in draft.files:
            return self.frame.miss(visit.language)
        form = self.files.read(name, draft.files)
        if form is None:
            return go(f"{AT}/file?path={path}")
        return self._show(visit, form, draft.files[path], None)

    async def check(self, visit: Visit) -> Response:
        """Say whether the rule fits, and keep nothing."""
        form = read_rule_form(visit)
        complaint = await self._complain(visit, form)
        return self._show(visit, form, _read_seen(visit), complaint, fits=complaint is None)

    async def keep(self, visit: Visit) -> Response:
        """Keep the rule in the draft."""
        form, seen = read_rule_form(visit), _read_seen(visit)
        complaint = await self._complain(visit, form)
        if complaint is None:
            draft = await self.publishing.open_draft()
            changed = self.files.write(form, draft.files)
            was = {name_rule_file(form.name): seen, PACK_FILE: draft.files.get(PACK_FILE, "")}
            if is_too_much({**draft.files, **changed}):
                wording = HOUSE_WORDINGS[visit.language]
                complaint = FormComplaint("", wording.done["large"], "")
            elif await self.publishing.change_draft(changed, was):
                return go(f"{AT}?done=kept")
            else:
                complaint = FormComplaint("", HOUSE_WORDINGS[visit.language].done["late"], "")
        return self._show(visit, form, seen, complaint)

    async def _complain(self, visit: Visit, form: RuleForm) -> FormComplaint | None:
        draft = await self.publishing.open_draft()
        told = await self.compute(partial(self.files.check_form, form, draft.files))
        return translate_form(told, visit.language) if told else None

    def _show(
        self,
        visit: Visit,
        form: RuleForm,
        seen: str,
        complaint: FormComplaint | None,
        *,
        fits: bool = False,
    ) -> Response:
        wording = HOUSE_WORDINGS[visit.language]
        return self.frame.show(
            "house_rule.html",
            visit.language,
            visit.session,
            visit.roles,
            at=AT,
            wording=wording,
            weights=RULES_WORDINGS[visit.language].weights,
            form=form,
            spoken={code: form.spoken.get(code, SpokenForm()) for code in LANGUAGES},
            seen=seen,
            topics=[(topic, name_topic(topic, visit.language)) for topic in TOPICS],
            severities=[weight.value for weight in Severity],
            kinds=KINDS,
            countables=sorted(COUNTABLES),
            complaint=complaint,
            where=_name_field(complaint, wording.fields) if complaint else "",
            fits=fits,
        )


def read_rule_form(visit: Visit) -> RuleForm:
    """Read what was typed; what is wrong with it is said later."""

    def line(name: str) -> str:
        return " ".join(visit.read_field(name, _LONGEST_LINE).split())

    typed = visit.read_field("kind", 20)
    kind: Kind = next((known for known in KINDS if known == typed), "terms")
    spoken: dict[Language, SpokenForm] = {}
    for language in LANGUAGES:
        texts = {
            name: visit.read_field(f"{language}.{name}", _LONGEST_LINES)
            .replace("\r\n", "\n")
            .strip()
            for name in _SPOKEN
        }
        block = SpokenForm(**texts)
        if not block.is_empty:
            spoken[language] = block
    return RuleForm(
        line("name"), line("topic"), line("severity"), kind, line("source"), line("address"),
        line("section"), line("limit_of"), line("limit_most"), spoken,
    )  # fmt: skip


def _read_seen(visit: Visit) -> str:
    return visit.read_field("seen", 60_000).replace("\r\n", "\n")


def _name_field(complaint: FormComplaint, names: dict[str, str]) -> str:
    language, _, name = complaint.field.rpartition(".")
    shown = names.get(name, name)
    return f"{shown} ({language.upper()})" if language else shown
