"""A writer for tests: the real policy, a scripted model, prompts without words."""

from bot.core.coaching.review import Coach
from bot.core.model import Context, Draft, Language, Organisation, Product
from bot.core.policy.policy import Policy
from bot.core.suggesting.leaving import Sees
from bot.core.suggesting.writing import Writer
from bot.core.suggesting.written import Written
from tests.conftest import TODAY
from tests.fakes.model_port import PlainPrompts, ScriptedModel
from tests.fakes.policies import build_coach

HOUSE = Organisation(
    company="Nordlicht Pharma",
    products=(Product("Migrona", "rx", ("migronumab",)),),
    competitors=("Südkraft AG",),
)
CONTEXT = Context(TODAY, HOUSE)
GERMAN = (
    "Heute war Übergabe. Dienstag früh stand ich mit kalten Händen in der Umkleide, und niemand sagte etwas. "
    "Dann hat Frau Meier Kaffee gekocht. Wir haben drei Stunden lang Zettel sortiert, statt zu reden."
)
DUTCH = (
    "Vandaag was er overdracht. Dinsdagochtend stond ik met koude handen in de kleedkamer en niemand zei iets. "
    "Toen zette Anna koffie. We hebben drie uur lang briefjes gesorteerd in plaats van te praten."
)
ENGLISH = (
    "Today was handover. On Tuesday morning I stood in the changing room with cold hands and nobody said a word. "
    "Then Anna made coffee. We sorted slips of paper for three hours instead of talking."
)
DRAFTS: dict[Language, str] = {"de": GERMAN, "nl": DUTCH, "en": ENGLISH}


def build_writer(policy: Policy, model: ScriptedModel, sees: Sees = "masked") -> Writer:
    """Build a writer over a scripted model."""
    return Writer(model, PlainPrompts(), build_coach(policy), sees)


async def write_hooks(writer: Writer, text: str) -> Written:
    """Have first lines written for a text."""
    draft = Draft(text, CONTEXT)
    return await writer.suggest_hooks(draft, writer.coach.check(draft))


async def write_anew(writer: Writer, text: str) -> Written:
    """Have a text mended."""
    draft = Draft(text, CONTEXT)
    return await writer.suggest_rewrite(draft, writer.coach.check(draft))


def objects(coach: Coach, text: str, language: Language | None = None) -> list[str]:
    """List the rules that object to a text, by themselves and without any of the code we test."""
    found = coach.check(Draft(text, CONTEXT, language=language)).findings
    return [one.rule for one in found if one.severity.value != "consider"]
