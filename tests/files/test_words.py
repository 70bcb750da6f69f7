"""The word tables are held against the libraries they were made from, on a sample."""

import random

import simplemma
import wordfreq

from bot.core.language.fold import fold_word
from bot.core.model import LANGUAGES
from bot.files.words import open_knowledge, open_lexicon


def test_commonness_agrees_with_wordfreq() -> None:
    lexicon = open_lexicon()
    for language in LANGUAGES:
        words = [
            word
            for word in wordfreq.top_n_list(language, 30_000)
            if word.isascii() and word.isalpha()
        ]
        for word in random.Random(1).sample(words, 300):
            expected = wordfreq.zipf_frequency(word, language, wordlist="best")
            assert abs(lexicon.commonness(word, language) - expected) < 0.1, (language, word)


def test_lemma_groups_agree_with_simplemma() -> None:
    lexicon = open_lexicon()
    for language in LANGUAGES:
        words = [
            word
            for word in wordfreq.top_n_list(language, 20_000)
            if word.isascii() and word.isalpha() and len(word) > 4
        ]
        sample = random.Random(2).sample(words, 400)
        agreed = 0
        for word in sample:
            lemma = simplemma.lemmatize(word, lang=language).replace("_", "")
            form = fold_word(lemma, language)
            agreed += bool(lexicon.groups(word, language) & lexicon.groups(form, language))
        # The rest are spellings shared by two words, where the table keeps the commoner one.
        assert agreed / len(sample) > 0.95, language


def test_compounds_split_into_whole_parts() -> None:
    lexicon = open_lexicon()

    def has_part(compound: str, part: str, language: str) -> bool:
        known = next(one for one in LANGUAGES if one == language)
        return lexicon.group(part, known) in lexicon.part_groups(compound, known)

    assert has_part("nebenwirkungsfreiheit", "nebenwirkung", "de")
    assert has_part("patientenaufnahme", "patient", "de")
    assert has_part("bloeddrukpil", "pil", "nl")
    assert not has_part("kursen", "kur", "de")
    assert not has_part("bedankt", "bed", "nl")


def test_no_ordinary_word_is_a_medicine() -> None:
    knowledge = open_knowledge()
    for language in LANGUAGES:
        common = {
            fold_word(word, language)
            for word in wordfreq.top_n_list(language, 20_000)
            if wordfreq.zipf_frequency(word, language) > 3.4
        }
        found = common & knowledge.medicines - {
            "insulin",
            "botox",
            "viagra",
            "cortison",
            "morphine",
        }
        assert not found - knowledge.otc_medicines, language
