"""Tell a question from a draft, and answer it: yes, yes if, ask, no, or good to know."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.coaching.answers import INTENTS, Answer, AnswerBook
from bot.core.language.words import detect_language, parse
from bot.core.model import Context, Draft, Finding, Language, Severity, Source
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.policy.reading import Hit
from bot.core.policy.terms import PhraseBook
from bot.core.policy.wording import fill_placeholders

_LONGEST_QUESTION = 300
_POSTLIKE = re.compile(r"#\w|https?://|\bwww\.")
_NEAR = 0.62  # an answer's example question that shares this much is what was meant
_LIKELY = 0.42  # with an intent's cue beside it, this much is enough
_GREETING = re.compile(
    r"^\W*(?:hi|hallo|hey|hello|moin|hoi|goedemorgen|guten (?:tag|morgen)|dag)\W*$", re.I
)
# What a post must not have for a like: topics that spread with it.
_SPREADS = frozenset(
    "rx_promotion efficacy_claim pipeline_offlabel adverse_event patient_privacy inside_information "
    "confidential".split()
)


class Kind(StrEnum):
    """What a text is, as far as we can tell."""

    DRAFT = "draft"
    QUESTION = "question"
    PASTED_POST = "pasted_post"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Reply:
    """The answer to a question. `verdict` is yes, yes_if, ask, no or info."""

    intent: str
    verdict: str
    text: str
    sources: tuple[Source, ...]
    next_step: str
    by: str
    language: Language
    findings: tuple[Finding, ...] = ()
    post: str = ""


@dataclass(frozen=True)
class Questions:
    """Answers questions from the answer book and the rules.

    `cues` has one vocabulary for each intent, by language: words that give the intent away, and
    `asking`: words that people put before a question to us.
    """

    book: AnswerBook
    cues: dict[Language, PhraseBook]
    policy: Policy

    def tell_kind(self, text: str, language: Language | None = None) -> Kind:
        """Say whether a text is a draft, a question, or a question about a pasted post."""
        stripped = text.strip()
        asked, post = self.split_pasted(stripped)
        if post and self._find_intent(asked, language) == "may_i_like_or_share":
            return Kind.PASTED_POST
        if len(stripped) > _LONGEST_QUESTION or _POSTLIKE.search(stripped):
            return Kind.DRAFT
        if _GREETING.match(stripped):
            return Kind.QUESTION
        intent = self._find_intent(stripped, language)
        found = self.book.find(stripped, language)
        score = found[2] if found else 0.0
        if not stripped.rstrip(" .!)“”\"'").endswith("?") and "?" not in stripped[-80:]:
            if intent in ("help", "topic_ideas") or (intent and score >= _NEAR):
                return Kind.QUESTION
            return Kind.DRAFT
        if intent or score >= _NEAR:
            return Kind.QUESTION
        return Kind.UNSURE if score >= _LIKELY or len(stripped) < 120 else Kind.DRAFT

    @staticmethod
    def split_pasted(text: str) -> tuple[str, str]:
        """Split “may I like this?” from the post pasted below or above it; ("", "") if it is none."""
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and "?" in lines[0] and len(lines[0]) <= _LONGEST_QUESTION:
            return lines[0], text.split(lines[0], 1)[1].strip()
        if len(lines) > 1 and lines[-1].rstrip().endswith("?"):
            return lines[-1], text.rsplit(lines[-1], 1)[0].strip()
        head, mark, rest = text.partition(":")
        if mark and len(rest) > 60 and len(head) <= 120:
            return head, rest.strip()
        quoted = re.match(r"(.{5,160}?\?)\s+(.{60,})", text, re.DOTALL)
        return (quoted.group(1), quoted.group(2).strip()) if quoted else ("", "")

    def answer(self, text: str, context: Context, language: Language | None = None) -> Reply:
        """Answer a question; a pasted post is checked as if its reader had written it."""
        asked, post = self.split_pasted(text.strip())
        if post and self._find_intent(asked, language) == "may_i_like_or_share":
            return self._answer_pasted(asked, post, context, language)
        answer, spoken, by = self._choose(text, language)
        return self._compose(answer, spoken, context, by)

    def _choose(self, text: str, language: Language | None) -> tuple[Answer, Language, str]:
        intent = self._find_intent(text, language)
        found = self.book.find(text, language)
        spoken = found[1] if found else language or "en"
        if found and (
            found[2] >= _NEAR or (found[2] >= _LIKELY and intent in (None, found[0].intent))
        ):
            return found[0], spoken, "answer"
        general = self.book.general(intent or "who_to_ask") or self.book.answers[0]
        return general, spoken, "intent"

    def _find_intent(self, text: str, language: Language | None) -> str | None:
        """Give the intent with the most cues; the order of INTENTS breaks ties."""
        spoken = detect_language(text) or language or "en"
        words = parse(text, spoken).words
        counts: dict[str, int] = {}
        book = self.cues[spoken]
        for hit in book.find_plain(book.index_words(words, 0, len(words))):
            counts[hit.vocabulary] = counts.get(hit.vocabulary, 0) + hit.last - hit.first
        ranked = sorted(
            (intent for intent in INTENTS if intent in counts),
            key=lambda intent: -counts[intent],
        )
        return ranked[0] if ranked else None

    def _compose(self, answer: Answer, language: Language, context: Context, by: str) -> Reply:
        texts = answer.texts.get(language) or next(iter(answer.texts.values()))

        def fill(text: str) -> str:
            return fill_answer(text, context, language)

        return Reply(
            answer.intent,
            answer.verdict,
            fill(texts.text),
            answer.sources,
            fill(texts.next_step),
            by,
            language,
        )

    def _answer_pasted(
        self, asked: str, post: str, context: Context, language: Language | None
    ) -> Reply:
        spoken = detect_language(asked) or language or detect_language(post) or "en"
        draft = Draft(post, context, answer_language=spoken)
        findings = tuple(
            finding
            for finding in check(draft, self.policy).findings
            if finding.topic in _SPREADS and finding.severity is not Severity.CONSIDER
        )
        base = self._compose(
            self.book.general("may_i_like_or_share") or self.book.answers[0],
            spoken,
            context,
            "rule",
        )
        base = replace(base, intent="may_i_like_or_share")  # also where the book has no answer
        if not findings:
            return replace(base, verdict="yes_if", post=post)
        sources = (*(finding.source for finding in findings), *base.sources)
        return replace(
            base, verdict="no", findings=findings, sources=tuple(dict.fromkeys(sources)), post=post
        )


def fill_answer(text: str, context: Context, language: Language) -> str:
    """Fill contacts, company, hashtag and handle into an answer's text."""
    organisation = context.organisation
    hashtag = organisation.hashtags[0] if organisation.hashtags else ""
    handle = organisation.handles.get(context.network) or next(
        iter(organisation.handles.values()), ""
    )
    until = next(
        (
            blackout.end.isoformat()
            for blackout in organisation.blackout
            if blackout.start <= context.date <= blackout.end
        ),
        "",
    )
    prepared = (
        text.replace("{hashtag}", hashtag)
        .replace("{handle}", f"@{handle}" if handle else "")
        .replace("{until}", until)
    )
    return " ".join(fill_placeholders(prepared, "", Hit(0, 0), context, language).split())
