"""Tell a question from a draft, and answer it: yes, yes if, ask, no, or good to know."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.coaching.answers import Answer, AnswerBook, Match, spell_out_hash
from bot.core.coaching.out_of_ideas import is_out_of_ideas
from bot.core.language.days import write_day
from bot.core.language.words import detect_language, parse
from bot.core.model import Context, Draft, Finding, Language, Severity, Source
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.policy.reading import Hit
from bot.core.policy.terms import Found, PhraseBook
from bot.core.policy.wording import fill_placeholders, shorten
from bot.core.ports import Resemblance

_LONGEST_QUESTION = 300
_POSTLIKE = re.compile(r"#\w|https?://|\bwww\.")
_NEAR = 0.62  # so near to an answer, a text is a question to us, question mark or not
_CERTAIN = 0.80
_LIKELY = 0.40  # below this the general answer of the intent is given
_AS_NEAR = 0.15  # so near to a “yes”, a “no” or “ask first” is given instead
_CUE = 0.08  # for each word, up to three, that gives an intent away
_GREETING = re.compile(
    r"^\W*(?:hi|hallo|hey|hello|moin|hoi|goedemorgen|guten (?:tag|morgen)|dag)\W*$", re.I
)
_ASKED = re.compile(r"\?[\s!?)”“\"'*]*$")
_AFTERTHOUGHT = 40  # characters said after a question: more, and it was rhetorical
_SHORT = 120
# Words that address the readers of a post, not us.
_READERS = re.compile(
    r"\b(?:\w+t ihr|euch|jullie|hoe hou jij|wie herkent|who else|anyone else|you all|"
    r"what about you|how do you (?!work)|your (?:take|thoughts|experience))\b",
    re.I,
)
# How a question begins, with or without its mark.
_OPENING = re.compile(
    r"\W*(?:(?:und|aber|also|sag mal|hey|hi|hallo|sorry|en|maar|zeg|and|but|so)\W+)?"
    r"(?:darf|dürfen|duerfen|kann|können|soll|sollen|muss|ist|sind|was|wer|wen|wem|wie|wo|wohin|wann|"
    r"warum|reicht|reichen|welche[rsn]?|gibt|gib|stell|hilfe|brauche|mag|mogen|kan|kunnen|moet|moeten|is|zijn|wat|"
    r"hoe|hoeveel|waar|wanneer|welk|welke|geef|help|can|could|may|should|shall|do|does|are|am|what|"
    r"who|whom|how|where|when|which|any|give|ok)\b",
    re.I,
)
_MYSELF = re.compile(r"\b(?:ich|wir|man|ik|we|wij|i)\b", re.I)
# What a post must not have for a like: topics that spread with it.
_SPREADS = frozenset(
    "rx_promotion efficacy_claim pipeline_offlabel adverse_event patient_privacy "
    "inside_information confidential".split()
)

# What stands for the organisation's own hashtag and page where its file names none.
_OWN_TAG: Mapping[Language, str] = {
    "de": "das Hashtag eures Hauses",
    "nl": "de hashtag van jullie organisatie",
    "en": "the hashtag of your organisation",
}
_OWN_PAGE: Mapping[Language, str] = {
    "de": "ihre eigene Seite",
    "nl": "de eigen pagina",
    "en": "its own page",
}
_DO_NOT_SPREAD: Mapping[Language, str] = {
    "de": "Nein, diesen bitte nicht liken, teilen oder kommentieren, wegen „{found}“. Schon ein "
    "Like zeigt den Beitrag deinem Netzwerk und kann als Verbreitung zählen, als hättest du ihn "
    "selbst geschrieben.",
    "nl": "Nee, deze liever niet liken, delen of erop reageren, om ‘{found}’. Ook een like laat "
    "het bericht aan je netwerk zien en kan als verspreiding tellen, alsof je het zelf schreef.",
    "en": "No, please do not like, share or comment on this one, because of “{found}”. Even a like "
    "shows the post to your network and can count as dissemination, as if you had written it.",
}


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
    answer: str = ""  # the id of the answer that was given


@dataclass
class Questions:
    """Answers questions from the answer book and the rules.

    `cues` has one vocabulary for each intent, by language: words that give the intent away, and
    `asking`: words that people put before a question to us.
    """

    book: AnswerBook
    cues: dict[Language, PhraseBook]
    policy: Policy
    resemblance: Resemblance | None = None

    def tell_kind(self, text: str, language: Language | None = None) -> Kind:
        """Say whether a text is a draft, a question, or a question about a pasted post."""
        stripped = text.strip()
        asked, post = self.split_pasted(stripped)
        if post and self._asks_to_spread(asked, language):
            return Kind.PASTED_POST
        if len(stripped) > _LONGEST_QUESTION or _POSTLIKE.search(stripped):
            return Kind.DRAFT
        if _GREETING.match(stripped) or is_out_of_ideas(stripped):
            return Kind.QUESTION
        score = self._rank(stripped, language)[0].score
        sentences = [stripped[start:end] for start, end in self._sentences(stripped, language)]
        asked = next((said for said in reversed(sentences) if _ASKED.search(said)), "")
        if not asked:
            return self._tell_unmarked(stripped, len(sentences), score, language)
        cued = sum(self._count_cues(asked, language).values())
        after = len(stripped) - stripped.rindex(asked) - len(asked)
        if _READERS.search(asked) or after > _AFTERTHOUGHT:
            return Kind.QUESTION if cued >= 3 and score >= _NEAR else Kind.DRAFT
        ours = len(sentences) <= 2 and (_OPENING.match(stripped) or _MYSELF.search(asked))
        if score >= _CERTAIN or (score >= _LIKELY and (cued or ours)):
            return Kind.QUESTION
        return Kind.UNSURE if len(stripped) < _SHORT or score >= _LIKELY else Kind.DRAFT

    def _tell_unmarked(
        self, text: str, sentences: int, score: float, language: Language | None
    ) -> Kind:
        """Judge a text without a question mark: people in a hurry leave it out."""
        cued = self._count_cues(text, language)
        if sentences > 2 or not cued or score < _LIKELY:
            return Kind.DRAFT
        opens = bool(_OPENING.match(text))
        if score >= _NEAR and (opens or "help" in cued or "topic_ideas" in cued):
            return Kind.QUESTION
        told = score >= _NEAR and sum(cued.values()) >= 3 and len(text) < _SHORT
        return Kind.UNSURE if opens or told else Kind.DRAFT

    @staticmethod
    def _sentences(text: str, language: Language | None) -> list[tuple[int, int]]:
        return [(sentence.start, sentence.end) for sentence in parse(text, language).sentences]

    def _asks_to_spread(self, asked: str, language: Language | None) -> bool:
        """Say whether a line asks to like or share what stands beside it."""
        if self._count_cues(asked, language).get("may_i_like_or_share"):
            return True
        return self._rank(asked, language)[0].answer.intent == "may_i_like_or_share"

    @staticmethod
    def split_pasted(text: str) -> tuple[str, str]:
        """Split “may I like this?” from the post pasted beside it; ("", "") if there is none."""
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
        if post and self._asks_to_spread(asked, language):
            spoken = detect_language(asked) or language or detect_language(post) or "en"
            return self.answer_about_post(post, context, spoken)
        answer, spoken, by = self._choose(text, language)
        return self._compose(answer, spoken, context, by)

    def _choose(self, text: str, language: Language | None) -> tuple[Answer, Language, str]:
        """Choose the nearest answer; a “yes” only where no careful answer is as near."""
        ranked = self._rank(text, language)
        best = ranked[0]
        ideas = self.book.general("topic_ideas") if is_out_of_ideas(text) else None
        if ideas is not None:
            return ideas, best.language, "intent"
        if best.score < _LIKELY or (best.answer.verdict == "yes" and best.score < _NEAR):
            general = self.book.general(best.answer.intent) or self.book.answers[0]
            return general, best.language, "intent"
        if best.answer.verdict == "yes":
            best = next(
                (
                    match
                    for match in ranked
                    if match.score >= best.score - _AS_NEAR
                    and match.answer.verdict in ("no", "ask")
                ),
                best,
            )
        return best.answer, best.language, "answer"

    def _rank(self, text: str, language: Language | None) -> list[Match]:
        """Give all answers, the nearest first; words that give an intent away count for it."""
        cued = self._count_cues(text, language)
        ranked = [
            replace(match, score=match.score + _CUE * min(3, cued.get(match.answer.intent, 0)))
            for match in self.book.rank(text, language)
        ]
        return sorted(ranked, key=lambda match: -match.score)

    def _count_cues(self, text: str, language: Language | None) -> dict[str, int]:
        """Count, for each intent, the words of the text that its cues cover."""
        spoken = detect_language(text) or language or "en"
        words = parse(spell_out_hash(text), spoken).words
        book = self.cues[spoken]
        found: Found = defaultdict(list)
        book.read_sentence(words, 0, len(words), found)
        return {
            intent: len({end for first, last in places for end in (first, last - 1)})
            for intent, places in found.items()
        }

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
            answer=answer.id,
        )

    def answer_about_post(self, post: str, context: Context, spoken: Language) -> Reply:
        """Say whether a post of somebody else may be liked or shared: a like can be advertising."""
        draft = Draft(post, context, answer_language=spoken)
        findings = tuple(
            finding
            for finding in check(draft, self.policy, self.resemblance).findings
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
        found = shorten(findings[0].quote)
        return replace(
            base,
            verdict="no",
            text=_DO_NOT_SPREAD[spoken].format(found=found),
            findings=findings,
            sources=tuple(dict.fromkeys(sources)),
            post=post,
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
            write_day(blackout.end, language)
            for blackout in organisation.blackout
            if blackout.start <= context.date <= blackout.end
        ),
        "",
    )
    prepared = (
        text.replace("{hashtag}", hashtag or _OWN_TAG[language])
        .replace("{handle}", f"@{handle}" if handle else _OWN_PAGE[language])
        .replace("{until}", until)
    )
    return " ".join(fill_placeholders(prepared, "", Hit(0, 0), context, language).split())
