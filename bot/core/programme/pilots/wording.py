"""What is said to those who take part in a pilot, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.pilots.pilot import Question


@dataclass(frozen=True)
class PilotWording:
    """Sentences with {placeholders} that are filled with an editor's words and our own values."""

    days: str
    door: str
    title: str
    nothing: str
    gone: str
    not_joined: str
    join_programme: str
    leads: str
    and_: str
    somebody: str
    dos: str
    donts: str
    hashtags: str
    embargo: str
    embargo_line: str
    embargo_note: str
    question: str
    question_hint: str
    join: str
    joined: str
    leave: str
    left: str
    daily: str
    daily_on: str
    daily_off: str
    no_daily: str
    ask_lead: str
    ask_lead_days: str
    yes: str
    no: str
    lead_yes: str
    lead_both: str
    lead_full: str
    lead_no: str
    start: str
    start_next: str
    show: str
    end: str
    end_ask: str
    questions: Mapping[Question, str]
    tell_label: str
    tell_hint: str
    tell_send: str
    tell_too_long: str
    told: str
    report: str
    people: str
    people_few: str
    posts: str
    no_posts: str
    answers_few: str
    notes: str
    note: str
    note_title: str
    note_hint: str
    note_kept: str
    untitled: str
    report_ready: str
    show_report: str
    more: str
    called_off: str
    invitation: str


PILOT_WORDINGS: Mapping[Language, PilotWording] = {
    "de": PilotWording(
        days="{first} bis {last}",
        door="Pilotprojekte und Kongresse",
        title="Pilotprojekte und Kongresse",
        nothing="Gerade gibt es kein Pilotprojekt. Sobald eins ansteht, findest du es hier.",
        gone="Dieses Pilotprojekt gibt es nicht mehr. Schreib „Pilot“, dann zeige ich dir, was läuft.",
        not_joined="Bei einem Pilotprojekt machen Kolleginnen und Kollegen mit, die im Programm sind. Das geht in einer Minute:",
        join_programme="Ins Programm",
        leads="Es leiten: {names}",
        and_=" und ",
        somebody="jemand aus dem Kreis der Mitmachenden",
        dos="Gern",
        donts="Lieber nicht",
        hashtags="Hashtags: {tags}",
        embargo="Noch nicht öffentlich",
        embargo_line="{terms}: frei ab {day}",
        embargo_note="Kommt davon etwas in deinem Entwurf vor, sage ich es dir.",
        question="Eine Frage an dich",
        question_hint="Antworte mir in zwei, drei Sätzen. Daraus wird dein Beitrag.",
        join="Ich bin dabei",
        joined="Schön, du bist dabei! Zum Start und zum Ende hörst du von mir, sonst nur, wenn du es möchtest.",
        leave="Doch nicht",
        left="Alles klar, du bist nicht mehr dabei. Das erfährt niemand von mir.",
        daily="Täglich eine Frage",
        daily_on="Gut: In diesen Tagen bekommst du an Arbeitstagen eine Frage, höchstens eine am Tag.",
        daily_off="Gut, es kommen keine täglichen Fragen mehr.",
        no_daily="Keine täglichen Fragen",
        ask_lead="Möchtest du „{title}“ leiten, zusammen mit einer zweiten Person? Ihr haltet die Gruppe zusammen und schreibt am Ende auf, wie es war; eure Namen stehen dabei. Ein Nein ist völlig in Ordnung.",
        ask_lead_days="Wann: {days}",
        yes="Ja, gern",
        no="Diesmal nicht",
        lead_yes="Danke! Sobald noch jemand zugesagt hat, kann es losgehen.",
        lead_both="Danke! Ihr seid zu zweit, damit kann es losgehen.",
        lead_full="Danke, das freut uns! Zwei Zusagen gibt es inzwischen schon. Mitmachen kannst du natürlich trotzdem.",
        lead_no="Alles klar, danke fürs Bescheidsagen.",
        start="Es geht los: {title}, {days}",
        start_next="Was gut ankommt, was noch nicht öffentlich ist und eine Frage zum Anfangen findest du hier:",
        show="Mehr dazu",
        end="„{title}“ ist vorbei. Danke, dass du dabei warst!",
        end_ask="Magst du uns noch sagen, wie es war? Deine Antworten sehen nur die beiden, die leiten: ohne deinen Namen, und erst ab zehn Antworten.",
        questions={
            "worked": "Was hat gut geklappt?",
            "hard": "Was war schwierig?",
            "next": "Was wünschst du dir beim nächsten Mal?",
        },
        tell_label="Deine Antwort",
        tell_hint="Ein, zwei Sätze genügen. Bitte nenne keine Namen.",
        tell_send="Abschicken",
        tell_too_long="Das ist etwas zu lang für mich: höchstens {most} Zeichen, bitte.",
        told="Danke, notiert. Bis drei Wochen nach dem Ende kannst du es noch ändern.",
        report="So war „{title}“",
        people="Mitgemacht haben {count}.",
        people_few="Wie viele mitgemacht haben, steht hier ab zehn.",
        posts="Beiträge, die gezeigt werden dürfen",
        no_posts="Zum Zeigen wurde bisher kein Beitrag freigegeben.",
        answers_few="Antworten aus der Gruppe zeige ich ab zehn zu einer Frage.",
        notes="Das halten die beiden fest, die leiten",
        note="Notiz schreiben",
        note_title="Was hältst du fest?",
        note_hint="Das Kommunikationsteam darf es weitergeben. Es steht ohne deinen Namen da.",
        note_kept="Danke, deine Notiz steht jetzt in der Auswertung.",
        untitled="Beitrag",
        report_ready="Die Auswertung von „{title}“ ist da. Schreibst du noch kurz auf, was du davon festhältst?",
        show_report="Auswertung zeigen",
        more="und {count} weitere",
        called_off="„{title}“ findet nicht statt. Schade, und danke, dass du dabei sein wolltest.",
        invitation="Bald ist „{title}“ ({days}). Magst du dabei sein? Alles dazu steht hier, und ein Nein musst du nicht begründen.",
    ),
    "nl": PilotWording(
        days="{first} tot en met {last}",
        door="Proeftuin en congres",
        title="Proeftuin en congres",
        nothing="Er is nu geen proeftuin. Zodra er een aankomt, vind je die hier.",
        gone="Deze proeftuin is er niet meer. Schrijf ‘proeftuin’, dan laat ik zien wat er loopt.",
        not_joined="Aan een proeftuin doen collega's mee die in het programma zitten. Dat regel je in een minuut:",
        join_programme="Naar het programma",
        leads="Trekkers: {names}",
        and_=" en ",
        somebody="iemand uit de groep",
        dos="Graag",
        donts="Liever niet",
        hashtags="Hashtags: {tags}",
        embargo="Nog niet openbaar",
        embargo_line="{terms}: vrij vanaf {day}",
        embargo_note="Staat er iets van in je concept, dan zeg ik het.",
        question="Een vraag voor jou",
        question_hint="Antwoord in twee, drie zinnen. Daar wordt je bericht van.",
        join="Ik doe mee",
        joined="Leuk, je doet mee! Je hoort van me bij de start, aan het eind, en verder alleen als jij dat wilt.",
        leave="Toch niet",
        left="Prima, je doet niet meer mee. Van mij hoort niemand dat.",
        daily="Elke dag een vraag",
        daily_on="Goed: op werkdagen krijg je rond de proeftuin een vraag, nooit meer dan één per dag.",
        daily_off="Goed, er komen geen dagelijkse vragen meer.",
        no_daily="Geen dagelijkse vragen",
        ask_lead="Wil jij ‘{title}’ trekken, samen met iemand anders? Jullie houden de groep bij elkaar en schrijven na afloop op hoe het ging; jullie namen staan erbij. Nee zeggen mag gewoon.",
        ask_lead_days="Wanneer: {days}",
        yes="Ja, leuk",
        no="Deze keer niet",
        lead_yes="Dank je! Zodra er nog iemand ja zegt, kan het beginnen.",
        lead_both="Dank je! Jullie zijn met z'n tweeën, het kan beginnen.",
        lead_full="Dank je, wat fijn! Er hebben intussen al twee collega's ja gezegd. Meedoen kan natuurlijk wel.",
        lead_no="Prima, fijn dat je het laat weten.",
        start="Daar gaan we: {title}, {days}",
        start_next="Wat goed werkt, wat nog niet openbaar is en een vraag om mee te beginnen vind je hier:",
        show="Meer hierover",
        end="‘{title}’ zit erop. Fijn dat je meedeed!",
        end_ask="Wil je nog vertellen hoe het was? Je antwoorden zien alleen de twee trekkers: zonder je naam, en pas vanaf tien antwoorden.",
        questions={
            "worked": "Wat ging goed?",
            "hard": "Wat was lastig?",
            "next": "Wat wil je de volgende keer?",
        },
        tell_label="Je antwoord",
        tell_hint="Een of twee zinnen is genoeg. Noem liever geen namen.",
        tell_send="Versturen",
        tell_too_long="Dat is me net te lang: hooguit {most} tekens, graag.",
        told="Dank je, genoteerd. Tot drie weken na het einde kun je het nog aanpassen.",
        report="Zo was ‘{title}’",
        people="Er deden {count} collega's mee.",
        people_few="Hoeveel collega's meededen, staat hier vanaf tien.",
        posts="Berichten die getoond mogen worden",
        no_posts="Er is nog geen bericht vrijgegeven om te tonen.",
        answers_few="Antwoorden uit de groep toon ik vanaf tien per vraag.",
        notes="Dit schrijven de trekkers op",
        note="Notitie schrijven",
        note_title="Wat is het onthouden waard?",
        note_hint="Het communicatieteam mag het doorgeven. Je naam staat er niet bij.",
        note_kept="Dank je, je notitie staat nu in de evaluatie.",
        untitled="Bericht",
        report_ready="De evaluatie van ‘{title}’ is klaar. Schrijf je nog kort op wat je ervan meeneemt?",
        show_report="Evaluatie bekijken",
        more="en nog {count}",
        called_off="‘{title}’ gaat niet door. Jammer, en fijn dat je mee wilde doen.",
        invitation="Binnenkort is ‘{title}’ ({days}). Heb je zin om mee te doen? Alles erover vind je hier, en een nee hoef je niet uit te leggen.",
    ),
    "en": PilotWording(
        days="{first} to {last}",
        door="Pilots and congresses",
        title="Pilots and congresses",
        nothing="There is no pilot right now. As soon as one is coming up, you will find it here.",
        gone="This pilot is no longer there. Write “pilot” to see what is on.",
        not_joined="Pilots are for colleagues who joined the programme. That takes a minute:",
        join_programme="Join the programme",
        leads="Led by {names}",
        and_=" and ",
        somebody="someone from the group",
        dos="Do",
        donts="Better not",
        hashtags="Hashtags: {tags}",
        embargo="Not public yet",
        embargo_line="{terms}: free from {day}",
        embargo_note="If any of it is in your draft, I will tell you.",
        question="A question for you",
        question_hint="Answer me in two or three sentences. That becomes your post.",
        join="Count me in",
        joined="Great, you are in! You will hear from me at the start, at the end, and otherwise only if you want to.",
        leave="On second thoughts, no",
        left="All right, you are no longer in. Nobody hears that from me.",
        daily="A question a day",
        daily_on="Good: around the pilot you get a question on working days, one a day at most.",
        daily_off="Good, no more daily questions.",
        no_daily="No daily questions",
        ask_lead="Would you like to lead “{title}”, together with one other person? You keep the group together and note down at the end how it went; your names are shown with it. No is a perfectly good answer.",
        ask_lead_days="When: {days}",
        yes="Yes, happy to",
        no="Not this time",
        lead_yes="Thank you! As soon as someone else says yes, it can start.",
        lead_both="Thank you! There are two of you now, so it can start.",
        lead_full="Thank you, that is kind! Two colleagues have said yes by now. You are very welcome to take part, of course.",
        lead_no="That is fine, thanks for letting us know.",
        start="Here we go: {title}, {days}",
        start_next="What goes down well, what is not public yet and a question to begin with are all here:",
        show="Tell me more",
        end="“{title}” is over. Thank you for taking part!",
        end_ask="Would you like to tell us how it was? Only the two leads see your answers: without your name, and only once there are ten.",
        questions={
            "worked": "What worked well?",
            "hard": "What was hard?",
            "next": "What would you like next time?",
        },
        tell_label="Your answer",
        tell_hint="A sentence or two will do. Please leave names out.",
        tell_send="Send",
        tell_too_long="That is a little too long for me: {most} characters at most, please.",
        told="Thank you, noted. You can change it until three weeks after the end.",
        report="How “{title}” went",
        people="{count} people took part.",
        people_few="How many took part is shown here from ten on.",
        posts="Posts that may be shown",
        no_posts="No post has been cleared for showing yet.",
        answers_few="Answers from the group are shown once a question has ten.",
        notes="What the two leads note down",
        note="Write a note",
        note_title="What's worth remembering?",
        note_hint="The comms team may pass it on. Your name won't be on it.",
        note_kept="Thank you, your note is now part of the evaluation.",
        untitled="Post",
        report_ready="The evaluation of “{title}” is ready. Would you note down what you take from it?",
        show_report="Show the evaluation",
        more="and {count} more",
        called_off="“{title}” is not taking place. A pity, and thank you for wanting to be there.",
        invitation="“{title}” is coming up ({days}). Would you like to be part of it? Everything is here, and a no needs no reason.",
    ),
}
