"""What the coach does with a draft, seen from outside: real policy, real catalogue, no embedder."""

import datetime
import re

import numpy as np
import pytest

from bot.core.coaching.coaching import coach_draft
from bot.core.coaching.hashtags import CatalogueTag, HashtagCatalogue, TagShelf
from bot.core.model import Context, Draft
from bot.core.policy.engine import check

DAY = datetime.date(2026, 11, 22)

WIFE = (
    "Am 1. Juli ist es so weit: 21 Jahre Pharmaindustrie. Ich danke allen Kolleginnen und Kollegen "
    "für die vertrauensvolle Zusammenarbeit und freue mich auf kommende Herausforderungen.\n\n"
    "Innovation und Verantwortung waren immer unser Kompass.\n\n"
    "PS: Meine Frau hat mir vor 23 Jahren auf dem Standesamt ins Ohr geflüstert: „Du riechst nach Labor.“"
)
WIFE_LINE = "Meine Frau hat mir vor 23 Jahren auf dem Standesamt ins Ohr geflüstert: „Du riechst nach Labor.“"


def kinds(coaching):
    return [note.kind for note in coaching.notes]


def test_the_colleague_who_mentions_his_wife_last_begins_with_her(coach):
    coaching = coach(WIFE)
    assert coaching.lead.quote == WIFE_LINE
    assert coaching.improved.startswith(WIFE_LINE + "\n\nAm 1. Juli ist es so weit")
    assert "PS" not in coaching.improved


def test_improving_keeps_every_word_of_the_author(coach):
    coaching = coach(WIFE)
    kept = re.findall(r"\w+", WIFE.replace("PS:", ""))
    given = re.findall(r"\w+", re.sub(r"#\w+", "", coaching.improved))
    assert sorted(kept) == sorted(given)


def test_a_line_inside_a_paragraph_leaves_no_gap(coach):
    text = (
        "Our site completed its validation campaign on time. Over 300 protocols were executed. "
        "My grandmother cried when I showed her the old packing hall on Sunday. "
        "We thank all our partners for their commitment."
    )
    improved = coach(text).improved
    assert improved.startswith(
        "My grandmother cried when I showed her the old packing hall on Sunday.\n\nOur site"
    )
    assert "executed. We thank" in improved


def test_the_reason_is_given_in_the_language_of_the_answer(coach):
    assert (
        "readers" in coach(WIFE, answer_language="en").lead.why
        or "first" in coach(WIFE, answer_language="en").lead.why
    )
    assert coach(WIFE, answer_language="en").question.endswith("?")
    assert "euch" in coach(WIFE, answer_language="en").question


@pytest.mark.parametrize(
    "text",
    [
        "Der Parkplatz ist am Montag gesperrt. Bitte nutzt das Parkhaus.",
        "De kantine is vrijdag gesloten.",
        "The staff restaurant closes at two on Friday.",
        "",
        "#Team",
        "👍",
    ],
)
def test_a_plain_notice_needs_no_lead_and_no_question(coach, text):
    coaching = coach(text)
    assert coaching.lead is None
    assert coaching.improved is None
    assert coaching.question is None


def test_a_draft_that_begins_with_its_story_is_left_alone(coach):
    text = (
        "Meine Oma hat mir gestern am Telefon das Wort Reinraum erklärt und dabei Tränen gelacht.\n\n"
        "Seit vier Jahren arbeite ich in der sterilen Abfüllung."
    )
    coaching = coach(text)
    assert coaching.lead is None
    assert coaching.notes[0].text.startswith("Gut: Du beginnst mit")


def test_what_somebody_says_is_praised_with_marks_within_marks(coach):
    text = (
        "„Ist das hier die Frühschicht?“, fragte mich die neue Kollegin am Montag um sechs, "
        "und ich musste lachen.\n\nWir haben sie seitdem behalten."
    )
    praise = coach(text).notes[0].text
    assert "„‚Ist das hier die Frühschicht?‘, fragte mich" in praise


def test_an_ask_finding_makes_the_coach_wait(coach, organisation):
    text = WIFE + "\n\nDanke an alle. Morgen ist frei. Und dann Zelvaro."
    waiting = coach(text, organisation=organisation)
    assert waiting.waits
    assert waiting.lead is None
    assert waiting.hooks == waiting.hashtags == ()
    assert waiting.preview is waiting.question is waiting.improved is None
    assert kinds(waiting) == ["waits"]
    told = coach(text, organisation=organisation, anyway=True)
    assert not told.waits
    assert told.lead.quote == WIFE_LINE
    assert told.improved is None  # it would carry the finding along


def test_a_sentence_with_a_finding_is_neither_lead_nor_hook_nor_praised(coach, organisation):
    text = (
        "We completed the campaign on time. The project was delivered within budget.\n\n"
        "Yesterday my daughter cried in the kitchen because I talked about Zelvaro all night.\n\n"
        "We thank all partners."
    )
    coaching = coach(text, organisation=organisation, anyway=True)
    assert coaching.lead is None
    assert not any("Zelvaro" in hook.text for hook in coaching.hooks)
    assert not any("Zelvaro" in note.text for note in coaching.notes)


def test_a_cake_is_no_kitchen(coach):
    cake = "Heute gab es Kuchen für das ganze Labor, weil die Waage wieder geht."
    kitchen = "Heute stand ich in der Küche und habe Zwiebeln für das ganze Labor geschnitten."
    assert "#KrankenhausKüche" not in {tag.tag for tag in coach(cake).hashtags}
    assert "#KrankenhausKüche" in {tag.tag for tag in coach(kitchen).hashtags}


def test_the_own_hashtag_comes_first_and_a_present_tag_counts(coach, organisation):
    night = "Ich stand nachts um drei im Flur und habe geweint. Die Nachtschicht war lang."
    tags = [tag.tag for tag in coach(night, organisation=organisation).hashtags]
    assert tags[0] == "#TeamNordhafen"
    assert "#Nachtschicht" in tags
    full = coach(night + " #Eins #Zwei #Drei", organisation=organisation)
    assert full.hashtags == ()
    again = coach(night + " #TeamNordhafen #Nachtschicht", organisation=organisation)
    assert not {"#TeamNordhafen", "#Nachtschicht"} & {tag.tag for tag in again.hashtags}


def test_a_private_hobby_gets_no_tag_of_the_house(coach, organisation):
    text = "Am Sonntag war ich mit meinem Hund am See, und er hat den Ball nicht mehr gefunden."
    assert coach(text, organisation=organisation).hashtags == ()


def test_whoever_protests_is_not_asked_how_they_celebrate(coach):
    text = (
        "Gestern Betriebsversammlung. Danke an unseren Betriebsrat, der seit Monaten für saubere"
        " Dienstpläne kämpft. Fünf Wochenenden am Stück sind kein Teamgeist, sondern Raubbau."
        " Sagt das gern weiter."
    )
    assert coach(text).question == "Wie macht ihr das bei euch?"


def test_the_question_fits_the_topic(coach):
    text = "Vannacht liep ik om vier uur met mijn collega door de gang. Nachtdienst, en we hebben gelachen om niets."
    assert coach(text).question == "Hoe kom jij de nachtdienst door?"
    assert coach(text + " Herkennen jullie dat?").question is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("@anna Danke für deinen Kommentar, ich schaue nach.", "reply"),
        ("Bedankt voor uw reactie, ik vraag het na bij mijn collega.", "reply"),
        ("Thank you for your comment, I will find out.", "reply"),
        ("Das ist eine Frechheit!!! Mir reicht es, ich habe genug von diesen Leuten.", "cooloff"),
        ("Dit is een schande. Ik ben het zat en ik zeg het nu hardop.", "cooloff"),
        ("This is OUTRAGEOUS and RIDICULOUS, I am sick of it all!!!", "cooloff"),
        (
            "As a global leader in healthcare, the company is committed to innovation and sustainable "
            "value for all stakeholders around the world. Our purpose drives everything we do.",
            "localise",
        ),
        (
            "In today's fast-paced world, this is a game changer. It is not only fast but also smart. "
            "More than ever, we need it.",
            "model",
        ),
        ("🚀 Schneller\n✅ Besser\n💡 Klüger\nSo arbeiten wir heute im Team.", "model"),
        ("Ich habe gestern gelesen, wie das geht: https://example.org/a", "link"),
        ("Gisteren liep ik met Sanne door de gang en we moesten zo lachen om de lift.", "tagging"),
        ("Nach meiner Scheidung habe ich mich im Labor versteckt, monatelang.", "subway"),
        ("Guter Tag heute.", "short"),
    ],
)
def test_the_notes_see_what_kind_of_text_it_is(coach, text, kind):
    assert kind in kinds(coach(text))


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        (
            "Gisteren liep ik met Sanne door de gang en we moesten zo lachen om de lift.",
            "Ze heeft dit gelezen en vindt het goed dat ik haar noem.",
        ),
        (
            "Gestern lief ich mit Sanne durch den Gang, und wir mussten über den Aufzug lachen.",
            "Sie hat den Text vorher gelesen und ist einverstanden.",
        ),
        (
            "Yesterday I walked down the corridor with Sanne and we laughed so much at the lift.",
            "She has read this and agreed to be named.",
        ),
    ],
)
def test_who_was_asked_needs_no_asking(coach, named, asked):
    assert "tagging" in kinds(coach(named))
    assert "tagging" not in kinds(coach(f"{named}\n\n{asked}"))


def test_a_reply_gets_no_story_advice(coach, organisation):
    coaching = coach(
        "@klaus Danke für deine Frage! Ich habe gestern lange darüber nachgedacht.",
        organisation=organisation,
    )
    assert coaching.lead is None
    assert coaching.hashtags == coaching.hooks == ()
    assert any("social@nordhafen.example" in note.text for note in coaching.notes)


def test_the_networks_have_their_limits(coach):
    long = "Ich stand gestern im Regen und habe gewartet. " * 8
    assert "280" in next(n.text for n in coach(long, network="x").notes if n.kind == "network")
    assert "network" in kinds(coach("Ein Bild von heute.", network="instagram"))
    assert "network" not in kinds(coach(long))


def test_a_wall_of_text_gets_a_hint_where_it_begins(coach):
    wall = "Kurz vorab.\n\n" + "Der Dienst war lang und wir haben wieder viel geschafft. " * 12
    note = next(note for note in coach(wall).notes if note.kind == "structure")
    assert "Der Dienst war lang" in note.text


def test_a_hard_text_has_its_longest_sentence_named(coach):
    text = (
        "Die Implementierung multidimensionaler Qualitätssicherungsinstrumente in interdisziplinären "
        "Versorgungsstrukturen erfordert eine kontinuierliche Weiterentwicklung organisationsbezogener "
        "Kommunikationskompetenzen sowie die Bereitstellung entsprechender Weiterbildungsmöglichkeiten "
        "für verantwortliche Führungspersönlichkeiten in unterschiedlichen Organisationseinheiten und "
        "Verantwortungsbereichen. Interprofessionelle Zusammenarbeitsformen ermöglichen "
        "evidenzbasierte Entscheidungsfindungsprozesse innerhalb komplexer Gesundheitssysteme und "
        "gewährleisten darüber hinaus eine bedarfsgerechte Ressourcenallokation."
    )
    note = next(note for note in coach(text).notes if note.kind == "readability")
    assert "Die Implementierung" in note.text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Our team won. Thank you all!", "Good"),
        ("Ons team won. Dank aan allen!", "Goed"),
        ("Unser Team hat gewonnen. Danke an alle!", "Gut"),
    ],
)
def test_the_first_note_says_what_is_good(coach, text, word):
    assert coach(text).notes[0].text.startswith(word)


def test_how_a_draft_begins_is_no_new_beginning(coach):
    first = (
        "My grandmother packed tablets by hand in 1961, two streets from here, and she never "
        "told anybody how her fingers hurt on the way home."
    )
    coaching = coach(f"{first} We thank all our partners for their commitment.")
    assert not any(first.startswith(hook.text) for hook in coaching.hooks)
    later = coach(f"We thank all our partners for their commitment. {first}")
    assert any(first.startswith(hook.text) for hook in later.hooks)


def test_hooks_are_whole_pieces_of_the_draft_by_style(coach):
    text = (
        "Our site completed its validation campaign on time and within budget.\n\n"
        "My grandmother packed tablets by hand in 1961, two streets from here, and she asked me on "
        "Sunday whether the machines get tired too.\n\n"
        "I trained two apprentices last week.\n\n"
        "I wanted to give up, but my daughter laughed at me."
    )
    hooks = {hook.style: hook.text for hook in coach(text).hooks}
    assert hooks["moment"] == "My grandmother packed tablets by hand in 1961, two streets from here"
    assert hooks["number"] == "I trained two apprentices last week."
    assert hooks["contrast"] == "I wanted to give up, but my daughter laughed at me."


class NearEmbedder:
    """Finds every description near that speaks of bees, and nothing else."""

    def embed(self, sentences):
        rows = [[1.0, 0.0] if "bees" in one else [0.0, 1.0] for one in sentences]
        return np.array(rows, np.float32)


def test_meaning_ranks_tags_that_no_keyword_finds(policy):
    shelf = TagShelf((CatalogueTag("#BeeKeepers", "Work with bees.", ("apiary",)),))
    draft = Draft("I cried in the garden when my bees came home on Sunday.", Context(DAY))
    checked = check(draft, policy)
    catalogue = HashtagCatalogue({"en": shelf})
    assert coach_draft(draft, checked, catalogue, None).hashtags == ()
    found = coach_draft(draft, checked, catalogue, NearEmbedder()).hashtags
    assert [tag.tag for tag in found] == ["#BeeKeepers"]
    assert "Near in meaning" in found[0].why


def test_an_offered_text_that_the_engine_refuses_is_dropped(policy, organisation):
    shelf = TagShelf((CatalogueTag("#ZelvaroNight", "Nights.", ("night shift",), "Zelvaro?"),))
    draft = Draft(
        "I cried after my night shift on Sunday, and my sister laughed.", Context(DAY, organisation)
    )
    coaching = coach_draft(draft, check(draft, policy), HashtagCatalogue({"en": shelf}), None)
    assert [tag.tag for tag in coaching.hashtags] == ["#TeamNordhafen"]
    assert coaching.question is None


def test_what_leans_on_the_lead_moves_along(coach):
    text = (
        "Vandaag tien jaar in dienst bij de apotheek van ons ziekenhuis! Het begon als vakantiebaan. "
        'Mijn dochter vroeg vanmorgen: "Mama, krijg je nu een medaille?" Nee schat, een taartpunt. '
        "Dank aan alle collega's voor al die jaren."
    )
    coaching = coach(text)
    assert coaching.lead.quote == 'Mijn dochter vroeg vanmorgen: "Mama, krijg je nu een medaille?"'
    assert "‘Nee schat, een taartpunt.’" in coaching.lead.why
    assert coaching.improved.startswith(
        'Mijn dochter vroeg vanmorgen: "Mama, krijg je nu een medaille?" Nee schat, een taartpunt.'
        "\n\nVandaag tien jaar"
    )
    assert "vakantiebaan. Dank aan" in coaching.improved


@pytest.mark.parametrize(
    "text",
    [
        "Unser Azubi hat heute gefragt, warum wir die Charge nicht einfach „Uwe“ nennen.",
        "Was dich erwartet: ein Team aus neun Nationen und ein alter Mangelautomat namens Gisela.",
        "Our oldest centrifuge is called Betty, and this morning she refused to spin again.",
    ],
)
def test_what_things_are_called_is_nobody(coach, text):
    assert "tagging" not in kinds(coach(text))


def test_a_hook_does_not_end_before_what_is_said(coach):
    text = (
        "Gisteren stond ik met een collectebus voor de speeltuin. Een mevrouw gaf me twee euro en "
        "zei: 'Jij bent toch van de thuiszorg? Ga maar zitten, je ziet er zo ontzettend moe uit "
        "vandaag.' Ik heb tien minuten op haar trap gezeten."
    )
    assert not [hook for hook in coach(text).hooks if hook.text.endswith("zei")]


def test_a_scene_moves_as_a_whole_and_without_by_the_way(coach):
    text = (
        "Am 1. Juli blicke ich auf 21 Jahre in der Pharmaindustrie zurück. Mein Dank gilt allen "
        "Kolleginnen und Kollegen, die mich begleitet haben.\n\n"
        "Übrigens: Am selben Tag sind meine Frau und ich 23 Jahre verheiratet. "
        "Als ich nach drei Wochen hinwerfen wollte, hat sie mir den Koffer wieder ausgepackt."
    )
    assert coach(text).improved.startswith(
        "Am selben Tag sind meine Frau und ich 23 Jahre verheiratet. "
        "Als ich nach drei Wochen hinwerfen wollte, hat sie mir den Koffer wieder ausgepackt.\n\n"
        "Am 1. Juli"
    )


def test_thanks_stay_at_the_end_when_a_scene_moves(coach):
    text = (
        "Freitag, 16:40. Alle packen zusammen, und Meral aus der Wareneingangskontrolle steht noch"
        " an der Rampe und diskutiert mit einem Fahrer aus Lodz über Pierogi. Seit drei Jahren"
        " liefert er montags und freitags, seit drei Jahren lernt sie ein polnisches Wort pro Woche."
        ' Heute: "do widzenia". Ich bin Schichtleiter und dachte immer, Logistik sei Paletten. Ist'
        " es aber nicht. Danke, Meral (sie hat mir erlaubt, das zu schreiben)."
    )
    improved = coach(text).improved
    assert improved.startswith(
        "Ich bin Schichtleiter und dachte immer, Logistik sei Paletten. Ist es aber nicht."
        "\n\nFreitag, 16:40."
    )
    assert '"do widzenia". Danke, Meral' in improved
