"""The term language of docs/rules.md, line by line, in three languages."""

import tempfile
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import ContentError
from bot.core.model import Language, Organisation, Product
from bot.core.policy.policy import Policy
from bot.files.examples import unmark
from tests.fakes.policies import build_policy, everywhere, make_rule, quotes, spoken

# term, then texts: with [[words]] it finds exactly these, without it finds nothing.
FOUND: list[tuple[Language, str, list[str]]] = [
    ("de", "empfehlen", ["Sie [[empfahl]] uns den Kurs.", "Er [[empfiehlt]] uns den Kurs sehr.",
                         "Das wurde mir gestern [[empfohlen]].", "[[EMPFEHLEN]] wir das den Leuten?",
                         "Sie empfing uns gestern im Garten."]),
    ("nl", "helpen", ["Hij [[hielp]] mij met de fiets.", "We hebben haar gisteren [[geholpen]].",
                      "Wie [[helpt]] mij vanavond even?", "Hij heeft een helm op de fiets."]),
    ("en", "write", ["She [[wrote]] a letter to me.", "It was [[written]] by my sister.",
                     "He [[writes]] to all of us.", "That is the right thing to do."]),
    ("de", "=wer", ["[[Wer]] hat heute das Fenster geöffnet?", "Wen hast du gestern gesehen?"]),
    ("de", "=empfehlen", ["Das kann ich allen [[empfehlen]].", "Sie empfahl uns den Kurs."]),
    ("nl", "=helpen", ["Wij [[helpen]] jullie graag.", "Hij hielp mij met de fiets."]),
    ("en", "=write", ["Please [[write]] to me soon.", "She wrote a letter to me."]),
    ("de", "neben*", ["Wir sitzen im [[Nebenraum]] heute.", "Er steht [[neben]] mir im Bild.",
                      "Das ist daneben gegangen heute."]),
    ("nl", "zorg*", ["De [[zorgverlener]] belt ons morgen.", "De verzorging was goed geregeld."]),
    ("en", "care*", ["The [[caregiver]] called us this morning.", "A scarecrow stood in the field."]),
    ("de", "*frei", ["Der Raum ist [[rauchfrei]] für alle.", "Wir haben morgen [[frei]] im Team.",
                     "Der Freitag war wieder schön."]),
    ("nl", "*vrij", ["Het gebouw is [[rookvrij]] voor iedereen.", "De vrijdag was weer mooi."]),
    ("en", "*free", ["The room is [[smokefree]] for everyone.", "The freedom was great for us."]),
    ("de", "*sicher*", ["Die [[Arbeitssicherheit]] geht uns alle an.", "Das ist [[sicher]] so gemeint.",
                        "Das ist ganz gewiss so gemeint."]),
    ("nl", "*zeker*", ["De [[verzekering]] betaalt dat voor ons.", "Dat is mooi voor ons."]),
    ("en", "*safe*", ["An [[unsafe]] road to the village.", "The sofa is in the room."]),
    ("de", "~wirkung", ["Die [[Nebenwirkung]] war bekannt.", "Die [[Wirkungsdauer]] ist lang.",
                        "Alle [[Wirkungen]] sind bekannt.", "Die Bewirtung war sehr gut."]),
    ("de", "~kur", ["Nach der [[Kur]] bin ich zurück.", "In allen Kursen war es voll."]),
    ("nl", "~pil", ["De [[bloeddrukpil]] ligt op tafel.", "Zij neemt een [[pil]] bij het eten.",
                    "Wij pilatessen elke week samen."]),
    ("nl", "~bed", ["Het [[ziekenhuisbed]] is leeg vandaag.", "Heel erg bedankt voor alles."]),
    ("en", "~book", ["I found my [[books]] again today.", "She was booed by the crowd."]),
    ("de", "gut|super|toll", ["Das war ein [[toller]] Tag mit euch.", "Das war [[super]] mit euch.",
                              "Das [[beste]] Team der Welt hier.", "Das war ein schöner Tag."]),
    ("nl", "mooi|=fijn|gewel*", ["Wat een [[geweldige]] dag met jullie.", "Wat een [[fijn]] team is dit.",
                                 "Dit was een [[mooie]] dag hier.", "Wat een fijne dag met jullie."]),
    ("en", "good|*ful|=nice", ["That was a [[wonderful]] day with you.", "It was a [[nice]] day for us.",
                               "We feel [[better]] than last week.", "The nicest of all days for us."]),
    ("de", "unser sehr? guter Chef", ["Das ist [[unser guter Chef]] im Bild.",
                                      "Das ist [[unser sehr guter Chef]] im Bild.",
                                      "Das ist unser ziemlich guter Chef."]),
    ("nl", "onze heel? goede baas", ["Dit is [[onze goede baas]] op de foto.",
                                     "Dit is [[onze heel goede baas]] op de foto.",
                                     "Dit is onze best goede baas hier."]),
    ("en", "our very? kind boss", ["This is [[our kind boss]] in the picture.",
                                   "This is [[our very kind boss]] in the picture.",
                                   "This is our rather kind boss here."]),
    ("en", "very? kind boss?", ["He is a [[kind]] man to all.", "She is a [[kind boss]] to all."]),
    ("de", "bei _ Chef", ["Ich war [[bei meinem Chef]] im Büro.", "Ich war bei Chef Müller im Büro.",
                          "Ich war bei meinem alten Chef gestern."]),
    ("nl", "bij _ baas", ["Ik was [[bij mijn baas]] op kantoor.", "Ik was bij mijn oude baas gisteren."]),
    ("en", "with _ boss", ["I was [[with my boss]] in the office.", "I was with my old boss yesterday."]),
    ("de", "unser .. Chef", ["[[Unser Chef]] ist heute im Urlaub.",
                             "[[Unser alter lieber netter Chef]] ist im Urlaub.",
                             "Unser alter lieber netter guter Chef ist weg."]),
    ("nl", "onze .. baas", ["[[Onze baas]] is vandaag op vakantie.",
                            "[[Onze oude lieve aardige baas]] is op vakantie.",
                            "Onze oude lieve aardige goede baas is weg."]),
    ("en", "our .. boss", ["[[Our boss]] is on holiday today.",
                           "[[Our old dear kind boss]] is on holiday.",
                           "Our old dear kind good boss is away."]),
    ("de", "Team ... Messe", ["Das [[Team war heute zum ersten Mal auf Messe]] unterwegs.",
                              "Das Team war heute doch noch zum ersten Mal auf Messe."]),
    ("nl", "team ... beurs", ["Het [[team was vandaag voor het eerst op beurs]] geweest.",
                              "Het team was vandaag toch nog voor het eerst op beurs."]),
    ("en", "team ... fair", ["The [[team was today for the first time fair]] to us.",
                             "The team was today again for the very first time fair."]),
    ("de", "<number> Kollege", ["Heute kamen [[12 Kollegen]] in den Garten.",
                                "Heute kamen [[zwölf Kollegen]] in den Garten.",
                                "Heute kamen viele Kollegen in den Garten."]),
    ("nl", "<number> collega", ["Vandaag kwamen [[12 collega's]] naar de tuin.",
                                "Vandaag kwamen [[twaalf collega's]] naar de tuin.",
                                "Vandaag kwamen veel collega's naar de tuin."]),
    ("en", "<number> colleague", ["Today [[12 colleagues]] came to the garden.",
                                  "Today [[twelve colleagues]] came to the garden.",
                                  "Today many colleagues came to the garden."]),
    ("de", "<number> %", ["Es waren [[3,5 %]] der Leute dafür.", "Es waren [[20%]] der Leute dafür.",
                          "Es waren einige % der Leute dafür."]),
    ("de", "💉", ["Heute war ich dran [[💉]] und es ging gut.", "Heute war ich dran 🎉 und es ging gut."]),
    ("nl", "💉", ["Vandaag was ik aan de beurt [[💉]] en het ging goed."]),
    ("en", "💉 done", ["Today it was my turn: [[💉 done]] and dusted."]),
    ("de", "Ludarvo Team", ["Heute tagt das [[Ludarvo-Team]] im Garten.",
                            "Wir sind das [[Ludarvo Team]] und freuen uns.",
                            "Wir freuen uns heute sehr #[[LudarvoTeam]]."]),
    ("de", "Ludarvo-Team", ["Heute tagt das [[Ludarvo Team]] im Garten."]),
    ("de", "Ärztin", ["Die [[Aerztin]] kam heute früh zu uns.", "Die [[ÄRZTIN]] kam heute früh zu uns.",
                      "Die [[A\u0308rztin]] kam heute früh zu uns."]),
    ("nl", "patiënt", ["Een [[patient]] kwam vandaag bij ons.", "De [[PATIËNTEN]] kwamen bij ons langs."]),
    ("en", "café", ["We met in the [[cafe]] this morning.", "We met in a [[CAFÉ]] this morning."]),
]  # fmt: skip
CASES = [
    (language, term, text, position)
    for language, term, texts in FOUND
    for position, text in enumerate(texts)
]


@pytest.mark.parametrize(
    ("language", "term", "marked"),
    [case[:3] for case in CASES],
    ids=[f"{language} {term} {position}" for language, term, _, position in CASES],
)
def test_a_term_finds_exactly_the_marked_words(
    tmp_path: Path, language: Language, term: str, marked: str
) -> None:
    policy = build_policy(tmp_path, make_rule("words", spoken(language, term)))
    text, spans = unmark(marked)
    assert quotes(policy, text, language) == [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der [[Kollege lobt Zelvaro]] vor allen Leuten."),
        ("nl", "De [[collega looft Zelvaro]] voor alle mensen."),
        ("en", "The [[colleague praises Zelvaro]] in front of all of us."),
    ],
)
def test_a_slot_may_name_a_vocabulary_or_a_detector(
    tmp_path: Path, language: Language, text: str
) -> None:
    praise = {"de": ["loben"], "nl": ["loven"], "en": ["praise"]}
    people = {"de": ["Kollege"], "nl": ["collega"], "en": ["colleague"]}
    policy = build_policy(
        tmp_path,
        make_rule("praised", spoken(language, "<people> <praise> <medicine>")),
        vocabularies={"praise": praise, "people": people},
    )
    organisation = Organisation("Nordhafen", products=(Product("Zelvaro", "rx"),))
    plain, spans = unmark(text)
    expected = [plain[start:end] for start, end in spans]
    assert quotes(policy, plain, language, organisation=organisation) == expected
    assert quotes(policy, plain, language) == []


def test_words_of_a_term_stay_within_one_sentence(tmp_path: Path) -> None:
    policy = build_policy(tmp_path, make_rule("words", everywhere("good team")))
    assert quotes(policy, "This is really good. Team spirit is what counts.", "en") == []
    assert quotes(policy, "This is a really good, team of friends.", "en") == ["good, team"]


def test_a_term_speaks_only_its_own_language(tmp_path: Path) -> None:
    policy = build_policy(tmp_path, make_rule("words", spoken("de", "Chef")))
    assert quotes(policy, "Mein Chef hat heute wieder gekocht.") == ["Chef"]
    assert quotes(policy, "The Chef has cooked for all of us again.") == []


@pytest.mark.parametrize(
    ("term", "problem"),
    [
        ("st*", "fewer than 3 letters"),
        ("*st", "fewer than 3 letters"),
        ("*st*", "fewer than 3 letters"),
        ("sehr?", "optional as a whole"),
        ("sehr _? gut", "a gap optional"),
        ("sehr ..? gut", "a gap optional"),
        (".. Chef", "begin or end with a gap"),
        ("Chef ...", "begin or end with a gap"),
        ("_ Chef", "begin or end with a gap"),
        ("a|Neben-Wirkung", "hyphen in an alternative"),
        ("<unheard-of> Chef", "no vocabulary and no detector"),
        ("a*b", "not a word pattern"),
        ("=~wort", "not a word pattern"),
        ("<offen", "not a word pattern"),
        ("|", "names no word"),
    ],
)
def test_a_malformed_term_is_refused_with_its_reason(
    tmp_path: Path, term: str, problem: str
) -> None:
    with pytest.raises(ContentError, match=problem) as refused:
        build_policy(tmp_path, make_rule("words", spoken("de", term)))
    assert refused.value.path.endswith("words.yaml")
    assert refused.value.line > 0


PHRASES = ["gute kollegen feiern", "langzame fiets", "quiet evening shift", "nachtdienst"]
# Signs that may stand between two words of a phrase, and marks that may stand on a letter.
BETWEEN = st.sampled_from([" ", "  ", "-", " - ", ", ", " – ", "‑", " / ", ' "', "\u00a0"])
ACCENTS = st.sampled_from(["", "", "", "\u0301", "\u0300", "\u0302", "\u00ad", "\u200b"])


@lru_cache(maxsize=1)
def phrase_policy() -> Policy:
    with tempfile.TemporaryDirectory() as folder:
        return build_policy(Path(folder), make_rule("words", everywhere(*PHRASES)))


@given(st.sampled_from(PHRASES), st.sampled_from(["de", "nl", "en"]), st.data())
def test_a_phrase_is_found_however_it_is_written(
    phrase: str, hint: Language, data: st.DataObject
) -> None:
    written = ""
    for number, word in enumerate(phrase.split()):
        written += data.draw(BETWEEN) if number else ""
        for sign in word:
            written += (sign.upper() if data.draw(st.booleans()) else sign) + data.draw(ACCENTS)
    text = f"Ja: {written}!"
    found = quotes(phrase_policy(), text, hint)
    assert len(found) == 1
    assert written.startswith(found[0].rstrip("\u00ad\u200b"))
    assert len(written) - len(found[0]) <= 1
