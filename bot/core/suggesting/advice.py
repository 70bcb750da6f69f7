"""What our rules say of findings, for a model that mends: their sentences, no word of the draft."""

from collections.abc import Sequence

from bot.core.model import NO_ORGANISATION, Context, Finding
from bot.core.policy.policy import Policy
from bot.core.policy.reading import Hit
from bot.core.policy.wording import fill_placeholders

_MOST = 8
_FOUND = "these words"  # in the place of what the draft says


def compose_advice(
    findings: Sequence[Finding], policy: Policy, context: Context
) -> list[dict[str, str]]:
    """Compose what was found and what to do, the heaviest first, each rule once, in English.

    Nothing of the draft or the organisation stands in it: the words of a draft are never among our
    own, where a model takes them for instructions.
    """
    blocks = {rule.id: rule.blocks for rule in policy.rules}
    nobody = Context(context.date, NO_ORGANISATION, house_hours=context.house_hours)

    def tell(finding: Finding) -> dict[str, str]:
        known = blocks[finding.rule]
        block = known.get("en") or next(iter(known.values()))
        better = {"better": finding.replacement} if finding.replacement else {}  # out of the rule
        hit = Hit(0, 0, better)
        return {
            "message": fill_placeholders(block.message, _FOUND, hit, nobody, "en"),
            "fix": fill_placeholders(block.fix, _FOUND, hit, nobody, "en"),
        }

    ranked = sorted(findings, key=lambda one: -one.severity.weight)
    first = {one.rule: one for one in reversed(ranked) if one.rule in blocks}
    return [tell(one) for one in ranked if first.get(one.rule) is one][:_MOST]
