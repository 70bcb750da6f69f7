"""What is said around the content plan, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class WeekPlanWording:
    """Sentences with {placeholders} that are filled with our own values or an editor's words."""

    door: str
    desk: str
    this_week: str
    next_week: str
    week: str
    number: str
    nothing: str
    offer: str
    idea: str
    not_joined: str
    join: str
    choose_week: str
    empty: str
    label: str
    hint: str
    save: str
    saved: str
    removed: str
    too_much: str
    change: str


WEEK_PLAN_WORDINGS: Mapping[Language, WeekPlanWording] = {
    "de": WeekPlanWording(
        door="Themenplan",
        desk="Themenplan bearbeiten",
        this_week="Diese Woche",
        next_week="Nächste Woche",
        week="Woche {number} ({first} bis {last})",
        number="Woche {number}",
        nothing="Noch nichts geplant.",
        offer="Das sind Vorschläge. Erzähl, was dir am Herzen liegt.",
        idea="Ideen für mich",
        not_joined="Den Themenplan sehen alle, die im Programm sind. Mitmachen geht in einer Minute:",
        join="Ins Programm",
        choose_week="Welche Woche möchtest du planen?",
        empty="noch frei",
        label="Thema",
        hint="Ein Gedanke je Zeile. Nach „nl:“ oder „en:“ folgt der Text in dieser Sprache; wer darin nichts findet, liest den davor. Hashtags und Links erkenne ich. Leer heißt: nichts geplant.",
        save="Speichern",
        saved="Gespeichert. So steht es im Themenplan:",
        removed="Gut, für diese Woche ist nichts mehr geplant.",
        too_much="Das ist mehr, als in eine Woche passt: „{part}“. Höchstens sechs Zeilen zu 300 Zeichen, sechs Hashtags und vier Links.",
        change="Ändern",
    ),
    "nl": WeekPlanWording(
        door="Planning",
        desk="Planning bewerken",
        this_week="Deze week",
        next_week="Volgende week",
        week="Week {number} ({first} tot en met {last})",
        number="Week {number}",
        nothing="Nog niets gepland.",
        offer="Het zijn voorstellen. Vertel wat jou bezighoudt.",
        idea="Ideeën voor mij",
        not_joined="De planning is er voor iedereen in het programma. Meedoen regel je in een minuut:",
        join="Naar het programma",
        choose_week="Welke week wil je plannen?",
        empty="nog vrij",
        label="Thema",
        hint="Eén gedachte per regel. Na ‘de:’ of ‘en:’ volgt de tekst in die taal; wie daar niets in heeft, leest wat ervoor staat. Hashtags en links herken ik. Leeg betekent: niets gepland.",
        save="Opslaan",
        saved="Opgeslagen. Zo staat het in de planning:",
        removed="Goed, voor deze week staat er niets meer.",
        too_much="Dit is meer dan er in een week past: ‘{part}’. Hooguit zes regels van 300 tekens, zes hashtags en vier links.",
        change="Aanpassen",
    ),
    "en": WeekPlanWording(
        door="Content plan",
        desk="Edit the content plan",
        this_week="This week",
        next_week="Next week",
        week="Week {number} ({first} to {last})",
        number="Week {number}",
        nothing="Nothing planned yet.",
        offer="These are suggestions. Write about what matters to you.",
        idea="Ideas for me",
        not_joined="The content plan is for everyone in the programme. Joining takes a minute:",
        join="Join the programme",
        choose_week="Which week would you like to plan?",
        empty="still free",
        label="Theme",
        hint="One thought per line. After “de:” or “nl:” comes the text in that language; whoever has none in theirs reads what stands before. I find hashtags and links myself. Empty means: nothing planned.",
        save="Save",
        saved="Saved. This is what the plan says:",
        removed="All right, nothing is planned for this week any more.",
        too_much="This is more than fits into a week: “{part}”. Six lines of 300 characters at most, six hashtags and four links.",
        change="Change it",
    ),
}
