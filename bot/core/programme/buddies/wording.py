"""What is said about buddies, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.ambassador import Level


@dataclass(frozen=True)
class BuddyWording:
    """Sentences with {placeholders} for names, topics and dates."""

    door: str
    editors_door: str
    # Switching on and off
    offer: str
    told_title: str
    told: tuple[str, ...]
    switch_on: str
    not_now: str
    stayed_off: str
    is_on: str
    unreachable: str
    on_page: str
    switch_off: str
    switched_off: str
    # A pair
    found: str
    why: str
    same_topics: str
    same_language: str
    languages: Mapping[Language, str]
    other_level: Mapping[Level, str]
    write: str
    refuse_hint: str
    refuse: str
    refused: str
    did_not_work: str
    # Later
    since: str
    check: str
    good: str
    end: str
    went_well: str
    ended: str
    over: str
    gone: str
    # For editors
    round_some: str
    round_few: str


BUDDY_WORDINGS: Mapping[Language, BuddyWording] = {
    "de": BuddyWording(
        door="Tandem",
        editors_door="Tandems bilden",
        offer="Ein Tandem, das sind zwei: eine Person mit mehr Erfahrung beim Posten, eine mit weniger, und beide "
        "haben etwas gemeinsam. Ihr tauscht euch aus, wann und wie es euch passt.",
        told_title="Wer mit dir ein Tandem bildet, erfährt von mir",
        told=(
            "deinen Namen",
            "ob du gerade anfängst, ab und zu oder oft postest",
            "welche Themen und welche Sprache ihr gemeinsam habt",
        ),
        switch_on="Ja, ich möchte ein Tandem",
        not_now="Jetzt nicht",
        stayed_off="Gut, dann bleibt das aus.",
        is_on="Schön! In der nächsten Runde suche ich jemanden für dich. Findet sich diesmal niemand, bist du in der "
        "Runde danach wieder dabei.",
        unreachable="Ein Tandem geht nur in Slack oder Teams: Hier im Browser kann ich dir nicht von mir aus schreiben.",
        on_page="Tandem ist eingeschaltet. In der nächsten Runde suche ich jemanden für dich.",
        switch_off="Doch kein Tandem",
        switched_off="Gut, ich suche niemanden mehr für dich.",
        found="Darf ich vorstellen: {name} und du, ihr könntet ein gutes Tandem sein.",
        why="Warum ihr zwei",
        same_topics="Ihr habt beide „{topics}“ gewählt",
        same_language="Ihr sprecht beide {language}",
        languages={"de": "Deutsch", "nl": "Niederländisch", "en": "Englisch"},
        other_level={
            "starting": "{name} fängt gerade an",
            "sometimes": "{name} postet ab und zu",
            "often": "{name} postet oft",
        },
        write="{name} liest dasselbe über dich. Schreib doch kurz und verabredet euch auf einen Kaffee; eine "
        "Viertelstunde reicht. Für den Anfang: Zeigt euch gegenseitig einen Beitrag, der euch gefallen hat.",
        refuse_hint="Passt es nicht? Ein Klick genügt, einen Grund brauche ich nicht.",
        refuse="Lieber nicht",
        refused="Alles klar. In der nächsten Runde suche ich wieder jemanden für dich.",
        did_not_work="Mit dem Tandem von dir und {name} klappt es diesmal nicht. Das hat nichts mit dir zu tun; in der "
        "nächsten Runde suche ich wieder jemanden für dich.",
        since="Dein Tandem: {name} und du, seit {day}.",
        check="Du und {name}, ihr seid seit ein paar Wochen ein Tandem. Wie läuft es? Antworten musst du nicht.",
        good="Läuft gut",
        end="Tandem beenden",
        went_well="Das freut mich. Ich frage nicht noch einmal.",
        ended="Euer Tandem ist beendet. Danke, dass du es versucht hast! In der nächsten Runde suche ich wieder jemanden "
        "für dich.",
        over="Das Tandem von dir und {name} ist zu Ende. Danke, dass du dabei warst! In der nächsten Runde suche ich "
        "wieder jemanden für dich.",
        gone="Dieses Tandem gibt es nicht mehr.",
        round_some="{count} neue Tandems sind gebildet; alle erfahren es in ihrer Arbeitszeit. Wer keins bekam, ist in "
        "der nächsten Runde wieder dabei.",
        round_few="Die Runde ist gemacht. Es sind weniger als zehn neue Tandems, deshalb nenne ich keine Zahl. Wer keins "
        "bekam, ist in der nächsten Runde wieder dabei.",
    ),
    "nl": BuddyWording(
        door="Maatje",
        editors_door="Maatjes koppelen",
        offer="Maatjes zijn met z'n tweeën: de één heeft meer ervaring met posten, de ander minder, en jullie hebben iets "
        "gemeen. Jullie sparren wanneer en hoe het jullie uitkomt.",
        told_title="Je maatje hoort van mij",
        told=(
            "je naam",
            "of je net begint, af en toe of vaak iets plaatst",
            "welke onderwerpen en welke taal jullie delen",
        ),
        switch_on="Ja, ik wil een maatje",
        not_now="Nu niet",
        stayed_off="Prima, dan blijft het uit.",
        is_on="Leuk! In de volgende ronde zoek ik iemand voor je. Vind ik deze keer niemand, dan doe je de ronde daarna "
        "gewoon weer mee.",
        unreachable="Een maatje kan alleen in Slack of Teams: hier in de browser kan ik je niet uit mezelf schrijven.",
        on_page="Maatje staat aan. In de volgende ronde zoek ik iemand voor je.",
        switch_off="Toch geen maatje",
        switched_off="Goed, ik zoek niemand meer voor je.",
        found="Mag ik jullie voorstellen? {name} en jij kunnen goede maatjes zijn.",
        why="Waarom jullie twee",
        same_topics="Jullie kozen allebei ‘{topics}’",
        same_language="Jullie spreken allebei {language}",
        languages={"de": "Duits", "nl": "Nederlands", "en": "Engels"},
        other_level={
            "starting": "{name} begint net",
            "sometimes": "{name} plaatst af en toe iets",
            "often": "{name} plaatst vaak iets",
        },
        write="{name} leest hetzelfde over jou. Stuur even een berichtje en drink samen koffie; een kwartiertje is "
        "genoeg. Voor het begin: laat elkaar een bericht zien dat je leuk vond.",
        refuse_hint="Komt het niet uit? Eén klik is genoeg, een reden hoeft niet.",
        refuse="Liever niet",
        refused="Helemaal goed. In de volgende ronde zoek ik weer iemand voor je.",
        did_not_work="Met {name} en jou als maatjes lukt het deze keer niet. Dat ligt niet aan jou; in de volgende ronde "
        "zoek ik weer iemand voor je.",
        since="Je maatje: {name}, sinds {day}.",
        check="{name} en jij zijn nu een paar weken maatjes. Hoe gaat het? Je hoeft niet te antwoorden.",
        good="Gaat goed",
        end="Stoppen als maatjes",
        went_well="Fijn om te horen. Ik vraag het niet nog een keer.",
        ended="Jullie zijn geen maatjes meer. Bedankt dat je het hebt geprobeerd! In de volgende ronde zoek ik weer iemand "
        "voor je.",
        over="{name} en jij zijn geen maatjes meer. Bedankt dat je meedeed! In de volgende ronde zoek ik weer iemand "
        "voor je.",
        gone="Dit maatje heb je niet meer.",
        round_some="Er zijn {count} nieuwe koppels; iedereen hoort het onder werktijd. Wie niemand kreeg, doet de volgende "
        "ronde weer mee.",
        round_few="De ronde is klaar. Het zijn minder dan tien nieuwe koppels, daarom noem ik geen aantal. Wie niemand "
        "kreeg, doet de volgende ronde weer mee.",
    ),
    "en": BuddyWording(
        door="Buddy",
        editors_door="Match buddies",
        offer="Buddies come in twos: one has posted more, the other less, and you have something in common. You compare "
        "notes whenever and however it suits you both.",
        told_title="Your buddy will learn from me",
        told=(
            "your name",
            "whether you're just starting, post now and then, or often",
            "which topics and which language you share",
        ),
        switch_on="Yes, I'd like a buddy",
        not_now="Not now",
        stayed_off="Fine, it stays off.",
        is_on="Lovely! I'll look for somebody in the next round. If there's nobody for you this time, you'll be in the "
        "round after that.",
        unreachable="Buddies only work in Slack or Teams: here in the browser I can't write to you of my own accord.",
        on_page="Buddy is switched on. I'll look for somebody in the next round.",
        switch_off="No buddy after all",
        switched_off="Fine, I won't look for a buddy for you any more.",
        found="May I introduce you? You and {name} could make good buddies.",
        why="Why the two of you",
        same_topics="You both chose “{topics}”",
        same_language="You both speak {language}",
        languages={"de": "German", "nl": "Dutch", "en": "English"},
        other_level={
            "starting": "{name} is just starting",
            "sometimes": "{name} posts now and then",
            "often": "{name} posts often",
        },
        write="{name} reads the same about you. Why not drop a line and meet for coffee? A quarter of an hour is plenty. "
        "To begin with, show each other a post you liked.",
        refuse_hint="Doesn't suit you? One click will do; I won't ask why.",
        refuse="I'd rather not",
        refused="No problem. I'll look for somebody else in the next round.",
        did_not_work="You and {name} as buddies didn't work out this time. It's nothing to do with you; I'll look for "
        "somebody else in the next round.",
        since="Your buddy: {name}, since {day}.",
        check="You and {name} have been buddies for a few weeks. How is it going? You needn't answer.",
        good="Going well",
        end="End it",
        went_well="Glad to hear it. I won't ask again.",
        ended="You're no longer buddies. Thank you for giving it a go! I'll look for somebody else in the next round.",
        over="You and {name} are no longer buddies. Thank you for taking part! I'll look for somebody else in the next "
        "round.",
        gone="That buddy match is over.",
        round_some="{count} new pairs of buddies; everybody hears of it within their working hours. Whoever was left over "
        "is in the next round.",
        round_few="The round is done. There are fewer than ten new pairs, so I give no number. Whoever was left over is "
        "in the next round.",
    ),
}
