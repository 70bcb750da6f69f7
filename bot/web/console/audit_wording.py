"""What the page about the audit log says, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class AuditWording:
    """Its words. A deed without a sentence is shown by its own word."""

    label: str
    title: str
    lead: str
    check: str
    holds: str  # {count} {head}
    broken: str  # {number}
    when: str
    who: str
    what: str
    subject: str
    erased: str
    deeds: Mapping[str, str]


AUDIT_WORDINGS: Mapping[Language, AuditWording] = {
    "de": AuditWording(
        label="Protokoll",
        title="Was hier getan wurde",
        lead="Jeder Eintrag hängt am vorigen: Wer nachträglich einen ändert, fällt auf.",
        check="Kette prüfen",
        holds="Alle {count} Einträge halten. Das Ende der Kette: {head}",
        broken="Ab Eintrag {number} hält die Kette nicht. Bitte sprich mit der IT, bevor du"
        " weitermachst: Jemand hat in der Datenbank etwas geändert.",
        when="Wann",
        who="Wer",
        what="Was",
        subject="Woran",
        erased="gelöscht",
        deeds={
            "signed-in": "angemeldet",
            "signed-out": "abgemeldet",
            "sign-in-failed": "nicht eingelassen",
            "sign-in-limited": "zu viele Anmeldeversuche",
            "language-chosen": "Sprache gewählt",
            "audit-checked": "Protokoll geprüft",
            "programme-pressed": "Knopf im Programm gedrückt",
            "event-added": "Termin angelegt",
            "dilemma-kept": "eigenes Dilemma geschrieben",
            "dilemma-withdrawn": "eigenes Dilemma zurückgezogen",
            "organisation-entry-kept": "Daten des Hauses eingetragen",
            "organisation-entry-removed": "Daten des Hauses entfernt",
            "case-given-back": "Anfrage wieder abgegeben",
            "case-handed-over": "Anfrage weitergegeben",
            "precedent-kept": "Satz gemerkt",
            "precedent-withdrawn": "gemerkten Satz zurückgezogen",
            "house-file-kept": "Datei der eigenen Regeln geändert",
            "house-file-removed": "Datei der eigenen Regeln entfernt",
            "house-draft-discarded": "Entwurf der eigenen Regeln verworfen",
            "house-rules-tried": "eigene Regeln ausprobiert",
            "house-rules-published": "eigene Regeln veröffentlicht",
            "house-rule-kept": "eigene Regel geschrieben",
            "house-rules-restored": "frühere Fassung wieder in Kraft gesetzt",
            "house-rules-confirmed": "eigene Regeln bestätigt",
            "house-rules-refused": "Vorschlag zurückgenommen",
            "house-rules-imported": "eigene Regeln aus Dateien veröffentlicht",
            "rule-rested": "Regel im Entwurf ruhen lassen",
            "rule-pause-ended": "Pause einer Regel im Entwurf beendet",
            "dispute-taken": "Einwand als Beispiel übernommen",
            "dispute-settled": "Einwand erledigt",
            "set-added": "Beispielsätze hochgeladen",
            "set-removed": "Beispielsätze entfernt",
            "proof-entered": "Kosten oder Follower eingetragen",
            "proof-removed": "Eintrag der Wirkung entfernt",
        },
    ),
    "nl": AuditWording(
        label="Logboek",
        title="Wat hier is gedaan",
        lead="Elke regel zit vast aan de vorige: wie er later een verandert, valt op.",
        check="Keten controleren",
        holds="Alle {count} regels kloppen. Het einde van de keten: {head}",
        broken="Vanaf regel {number} klopt de keten niet. Overleg met IT voor je verdergaat: iemand"
        " heeft iets in de database veranderd.",
        when="Wanneer",
        who="Wie",
        what="Wat",
        subject="Waaraan",
        erased="gewist",
        deeds={
            "signed-in": "ingelogd",
            "signed-out": "uitgelogd",
            "sign-in-failed": "niet binnengelaten",
            "sign-in-limited": "te veel inlogpogingen",
            "language-chosen": "taal gekozen",
            "audit-checked": "logboek gecontroleerd",
            "programme-pressed": "knop in het programma ingedrukt",
            "event-added": "bijeenkomst aangemaakt",
            "dilemma-kept": "eigen dilemma geschreven",
            "dilemma-withdrawn": "eigen dilemma ingetrokken",
            "organisation-entry-kept": "gegevens van de organisatie ingevuld",
            "organisation-entry-removed": "gegevens van de organisatie verwijderd",
            "case-given-back": "aanvraag teruggegeven",
            "case-handed-over": "aanvraag doorgegeven",
            "precedent-kept": "zin onthouden",
            "precedent-withdrawn": "onthouden zin ingetrokken",
            "house-file-kept": "bestand van de eigen regels gewijzigd",
            "house-file-removed": "bestand van de eigen regels verwijderd",
            "house-draft-discarded": "concept van de eigen regels weggegooid",
            "house-rules-tried": "eigen regels uitgeprobeerd",
            "house-rules-published": "eigen regels gepubliceerd",
            "house-rule-kept": "eigen regel geschreven",
            "house-rules-restored": "eerdere versie weer laten gelden",
            "house-rules-confirmed": "eigen regels bevestigd",
            "house-rules-refused": "voorstel ingetrokken",
            "house-rules-imported": "eigen regels uit bestanden gepubliceerd",
            "rule-rested": "regel in het concept laten rusten",
            "rule-pause-ended": "pauze van een regel in het concept beëindigd",
            "dispute-taken": "bezwaar als voorbeeld overgenomen",
            "dispute-settled": "bezwaar afgehandeld",
            "set-added": "voorbeeldzinnen geüpload",
            "set-removed": "voorbeeldzinnen verwijderd",
            "proof-entered": "kosten of volgers ingevuld",
            "proof-removed": "regel van de opbrengst weggehaald",
        },
    ),
    "en": AuditWording(
        label="Audit log",
        title="What was done here",
        lead="Every entry hangs on the one before: whoever changes one later is noticed.",
        check="Check the chain",
        holds="All {count} entries hold. The end of the chain: {head}",
        broken="From entry {number} on the chain does not hold. Please talk to IT before you go on:"
        " somebody changed something in the database.",
        when="When",
        who="Who",
        what="What",
        subject="To what",
        erased="erased",
        deeds={
            "signed-in": "signed in",
            "signed-out": "signed out",
            "sign-in-failed": "was not let in",
            "sign-in-limited": "too many tries to sign in",
            "language-chosen": "chose a language",
            "audit-checked": "checked the log",
            "programme-pressed": "pressed a button of the programme",
            "event-added": "added an event",
            "dilemma-kept": "wrote a dilemma",
            "dilemma-withdrawn": "withdrew a dilemma",
            "organisation-entry-kept": "entered the organisation’s data",
            "organisation-entry-removed": "removed organisation data",
            "case-given-back": "gave a request back",
            "case-handed-over": "passed a request on",
            "precedent-kept": "remembered a sentence",
            "precedent-withdrawn": "withdrew a remembered sentence",
            "house-file-kept": "changed a file of the house rules",
            "house-file-removed": "removed a file of the house rules",
            "house-draft-discarded": "discarded the draft of the house rules",
            "house-rules-tried": "tried the house rules",
            "house-rules-published": "published the house rules",
            "house-rule-kept": "wrote a house rule",
            "house-rules-restored": "put an older version in force again",
            "house-rules-confirmed": "confirmed the house rules",
            "house-rules-refused": "took a proposal back",
            "house-rules-imported": "published house rules from files",
            "rule-rested": "let a rule rest, in the draft",
            "rule-pause-ended": "ended the pause of a rule, in the draft",
            "dispute-taken": "took an objection as an example",
            "dispute-settled": "dealt with an objection",
            "set-added": "uploaded sentences",
            "set-removed": "removed sentences",
            "proof-entered": "entered cost or followers",
            "proof-removed": "removed an entry of the report",
        },
    ),
}
