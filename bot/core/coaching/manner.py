"""What kind of text a draft is: an answer, an outburst, a press release. Counts only, no grade."""

from dataclasses import dataclass

from bot.core.coaching.story import Story
from bot.core.policy.reading import Reading

_REPLY_WITHIN = 80  # characters from the beginning in which an answer shows
_DENSE, _LOUD_WORDS, _LOUD_LETTERS = 0.09, 3, 3
_FEWEST_BULLETS = 3
_MODEL_SIGNS = 2


@dataclass(frozen=True)
class Manner:
    """What the draft is like; `model_word` and `press_word` quote what shows it."""

    is_reply: bool = False
    is_angry: bool = False
    is_grieving: bool = False
    is_private: bool = False
    is_headquarters: bool = False
    press_word: str = ""
    model_word: str = ""

    @property
    def takes_story(self) -> bool:
        """Say whether story advice is welcome at all."""
        return not (self.is_reply or self.is_grieving)


def judge_manner(story: Story, reading: Reading) -> Manner:
    """Look at the words and the shape of a draft."""
    is_brochure = _is_brochure(story, reading)
    return Manner(
        is_reply=_is_reply(story, reading),
        is_angry=_is_angry(story, reading),
        is_grieving=bool(reading.hits("coach-grief")),
        is_private=bool(reading.hits("coach-private")),
        is_headquarters=is_brochure and _is_headquarters(story, reading),
        press_word=_first_quote(reading, "coach-corporate") if is_brochure else "",
        model_word=_find_model_word(story, reading),
    )


def _is_reply(story: Story, reading: Reading) -> bool:
    if story.text.lstrip().startswith("@"):
        return True
    return any(hit.start < _REPLY_WITHIN for hit in reading.hits("coach-reply"))


def _is_angry(story: Story, reading: Reading) -> bool:
    loud = sum(
        len(word.written) > _LOUD_LETTERS and word.written.isupper() and word.written.isalpha()
        for word in story.parsed.words
        if not word.tag
    )
    signs = len(reading.hits("coach-angry")) + ("!!!" in story.text) + (loud >= _LOUD_WORDS)
    return signs > 1 or bool(reading.hits("coach-angry"))


def _is_brochure(story: Story, reading: Reading) -> bool:
    """Say whether corporate words are dense and hardly anybody says I."""
    words = len(story.parsed.words)
    dry = len({hit.start for hit in reading.hits("coach-corporate")})
    selves = story.count("story-self")
    return dry > 2 and dry / max(words, 1) >= _DENSE and selves <= len(story.lines) // 4


def _is_headquarters(story: Story, reading: Reading) -> bool:
    return bool(reading.hits("coach-headquarters")) and not story.count("story-self")


def _find_model_word(story: Story, reading: Reading) -> str:
    """Quote a turn of phrase when several signs say that a machine wrote the draft."""
    hits = reading.hits("coach-model")
    dashes = story.text.count("—")
    bullets = sum(_begins_with_picture(line) for line in story.text.split("\n"))
    signs = len(hits) + (dashes > 1) + 2 * (bullets >= _FEWEST_BULLETS)
    if signs < _MODEL_SIGNS:
        return ""
    return _first_quote(reading, "coach-model") or ("—" if dashes > 1 else "✅ … 🚀")


def _begins_with_picture(line: str) -> bool:
    return bool(line) and (ord(line[0]) >= 0x1F300 or line[0] in "✅✔➡⭐✨⚡❗☑")


def _first_quote(reading: Reading, vocabulary: str) -> str:
    hits = reading.hits(vocabulary)
    return reading.quote(min(hits, key=lambda hit: hit.start)) if hits else ""
