"""What the story coach says, in three languages. Wording only; no decision is taken here.

German says du, Dutch je, English you: first what is good, then what to change, then how.
"""

from collections.abc import Mapping

from bot.core.model import Language

Texts = Mapping[str, Mapping[Language, str]]

WHY_LEAD: Texts = {
    "quote": {
        "de": "Hier spricht ein Mensch. Wer das zuerst liest, will wissen, wie es weitergeht.",
        "nl": "Hier praat een mens. Wie dit als eerste leest, wil weten hoe het verdergaat.",
        "en": "Somebody speaks here. Whoever reads this first wants to know what happens next.",
    },
    "story-body": {
        "de": "Hier spürt man, wie es dir ging. Das holt Leser herein, bevor du erklärst.",
        "nl": "Hier voel je hoe het was. Dat trekt lezers erin voordat je gaat uitleggen.",
        "en": "One can feel what it was like. That draws readers in before you explain.",
    },
    "story-admission": {
        "de": "Hier bist du ehrlich, und das macht neugierig und glaubwürdig.",
        "nl": "Hier ben je eerlijk, en dat maakt nieuwsgierig en geloofwaardig.",
        "en": "You are honest here, and that makes people curious and makes you believable.",
    },
    "story-surprise": {
        "de": "Hier geht etwas schief oder anders als gedacht. Damit beginnt jede gute Geschichte.",
        "nl": "Hier gaat iets mis of anders dan gedacht. Zo begint elk goed verhaal.",
        "en": "Something goes wrong here, or differently. That is where good stories begin.",
    },
    "story-person": {
        "de": "Hier kommt ein Mensch ins Bild. Stell ihn nach vorn, nicht ans Ende.",
        "nl": "Hier komt een mens in beeld. Zet die vooraan, niet achteraan.",
        "en": "A person comes into view here. Put that person first, not last.",
    },
    "moment": {
        "de": "Das ist der Moment, den man vor sich sieht. Der Rest wird dadurch erst spannend.",
        "nl": "Dit is het moment dat je voor je ziet. Daardoor wordt de rest pas interessant.",
        "en": "This is the moment one can see. It is what makes the rest interesting.",
    },
}
BEHIND_FOLD: Mapping[Language, str] = {
    "de": " Jetzt steht der Satz hinter „mehr anzeigen“.",
    "nl": " Nu staat de zin achter ‘meer weergeven’.",
    "en": " At present it stands behind “see more”.",
}
FOLLOWS: Mapping[Language, str] = {
    "de": " „{next}“ nimmst du am besten gleich mit.",
    "nl": " Neem ‘{next}’ meteen mee.",
    "en": " Take “{next}” along with it.",
}

WHY_TAG: Texts = {
    "own": {
        "de": "So findet man, was Menschen aus deinem Haus erzählen; und man sieht, wo du arbeitest.",
        "nl": "Zo vind je wat mensen van jouw organisatie vertellen; en men ziet waar je werkt.",
        "en": "It gathers what people from your organisation tell, and shows where you work.",
    },
    "word": {
        "de": "Passt zu „{word}“ in deinem Text. Es ordnet ein; Reichweite bringt es kaum.",
        "nl": "Past bij ‘{word}’ in je tekst. Het ordent; bereik levert het nauwelijks op.",
        "en": "Fits “{word}” in your text. It helps to file the post; it adds little reach.",
    },
    "meaning": {
        "de": "Passt dem Sinn nach zu „{word}“. Nimm es nur, wenn du es auch so siehst.",
        "nl": "Past qua betekenis bij ‘{word}’. Neem het alleen als jij dat ook vindt.",
        "en": "Near in meaning to “{word}”. Take it only if you agree.",
    },
}

# To colleagues elsewhere, where no topic has a question: on what was said, on who, on how.
QUESTION: Texts = {
    "quote": {
        "de": "Welcher Satz ist euch so im Kopf geblieben?",
        "nl": "Welke zin is jou zo bijgebleven?",
        "en": "Which sentence has stayed with you like that?",
    },
    "person": {
        "de": "An wen müsst ihr dabei denken?",
        "nl": "Aan wie moet jij dan denken?",
        "en": "Who does that make you think of?",
    },
    "work": {
        "de": "Wie macht ihr das bei euch?",
        "nl": "Hoe doen jullie dat?",
        "en": "How do you do this where you work?",
    },
}

GOOD: Texts = {
    "opening": {
        "de": "Gut: Du beginnst mit „{line}“, da will man weiterlesen. Lass das so.",
        "nl": "Goed: je begint met ‘{line}’, dan wil je verder lezen. Laat dat zo.",
        "en": "Good: you open with “{line}”, and one wants to read on. Keep that.",
    },
    "quote": {
        "de": "Gut: In „{line}“ redet jemand. Das hört man, das klingt nach dir.",
        "nl": "Goed: in ‘{line}’ praat iemand. Dat hoor je, dat klinkt echt.",
        "en": "Good: somebody speaks in “{line}”. One can hear it; it sounds real.",
    },
    "story": {
        "de": "Gut: „{line}“ kann nur von dir kommen. Davon lebt dein Beitrag.",
        "nl": "Goed: ‘{line}’ kan alleen van jou komen. Daar leeft je bericht van.",
        "en": "Good: “{line}” can only come from you. Your post lives on it.",
    },
    "question": {
        "de": "Gut: Du stellst eine Frage und lässt andere zu Wort kommen.",
        "nl": "Goed: je stelt een vraag en geeft anderen het woord.",
        "en": "Good: you ask a question and let others speak.",
    },
    "thanks": {
        "de": "Gut: Du dankst anderen. Ein Satz dazu, wofür genau, macht den Dank persönlich.",
        "nl": "Goed: je bedankt anderen. Eén zin over waarvoor precies maakt het persoonlijk.",
        "en": "Good: you thank others. One sentence on what for makes it personal.",
    },
    "number": {
        "de": "Gut: „{line}“ ist eine handfeste Angabe, daran kann man sich halten.",
        "nl": "Goed: ‘{line}’ is een concreet gegeven, daar heeft de lezer houvast aan.",
        "en": "Good: “{line}” is a solid fact that readers can hold on to.",
    },
    "short": {
        "de": "Gut: {count} Wörter, das liest man im Vorbeigehen.",
        "nl": "Goed: {count} woorden, dat lees je in het voorbijgaan.",
        "en": "Good: {count} words; one reads that in passing.",
    },
    "brief": {
        "de": "Gut: Kurz und klar.",
        "nl": "Goed: kort en duidelijk.",
        "en": "Good: short and clear.",
    },
    "topic": {
        "de": "Gut: Das Thema ist vom ersten Satz an klar.",
        "nl": "Goed: het onderwerp is vanaf de eerste zin duidelijk.",
        "en": "Good: the subject is clear from the first sentence.",
    },
}

NOTES: Texts = {
    "waits": {
        "de": "Erst der offene Punkt, dann die Geschichte. Willst du die Tipps trotzdem jetzt, sag es.",
        "nl": "Eerst het open punt, dan het verhaal. Wil je de tips toch nu, zeg het dan.",
        "en": "First the open point, then the story. If you want the tips now anyway, say so.",
    },
    "reply": {
        "de": "Das ist eine Antwort. Danke, antworte in einem Satz, oder gib an {comms} weiter. "
        "Über ein Produkt sprich dort nicht, und bestätige nie, dass jemand Patient ist.",
        "nl": "Dit is een antwoord. Bedank, antwoord in één zin, of geef het door aan {comms}. "
        "Praat daar niet over een product en bevestig nooit dat iemand patiënt is.",
        "en": "This is a reply. Thank, answer in one sentence, or hand over to {comms}. "
        "Do not discuss a product there, and never confirm that someone is a patient.",
    },
    "cooloff": {
        "de": "Man merkt, dass es dir wichtig ist. Lass den Text eine Nacht liegen und lies ihn morgen "
        "laut; schreib dann, was geschehen ist, ohne Urteil über Personen.",
        "nl": "Je merkt dat het je raakt. Laat de tekst een nacht liggen en lees hem morgen hardop; "
        "schrijf dan wat er gebeurde, zonder oordeel over mensen.",
        "en": "It matters to you, and one can tell. Sleep on it, read it aloud tomorrow, "
        "then write what happened, without judging people.",
    },
    "localise": {
        "de": "Das klingt nach der Zentrale. Was heißt es dort, wo du arbeitest? Ein Satz aus deiner "
        "Woche, mit einem Menschen darin, und es ist deiner.",
        "nl": "Dit klinkt naar het hoofdkantoor. Wat betekent het waar jij werkt? Eén zin uit jouw "
        "week, met een mens erin, en het is van jou.",
        "en": "This sounds like head office. What does it mean where you work? One sentence from your "
        "week, with a person in it, and it is yours.",
    },
    "press": {
        "de": "Der Ton ist der einer Pressemitteilung. Streich „{word}“ und erzähl, "
        "was du an dem Tag gesehen hast, in der Ich-Form.",
        "nl": "De toon is die van een persbericht. Schrap ‘{word}’ en vertel wat je die dag zag, "
        "in de ik-vorm.",
        "en": "It has the tone of a press release. Cut “{word}” and say what you saw that day, "
        "starting with “I”.",
    },
    "model": {
        "de": "Manches klingt nach Textautomat („{word}“). Sag es laut, wie du es in der Pause sagen "
        "würdest, und schreib das hin.",
        "nl": "Sommige zinnen klinken als een tekstautomaat (‘{word}’). Zeg het hardop zoals je het in "
        "de pauze zou zeggen, en schrijf dat op.",
        "en": "Some of it sounds machine-made (“{word}”). Say it aloud as you would over coffee, "
        "and write that down.",
    },
    "network-x": {
        "de": "Für X sind es {count} Zeichen, 280 gehen. Nimm die Szene und lass den Rest weg.",
        "nl": "Voor X zijn het {count} tekens, er passen er 280. Neem de scène en laat de rest weg.",
        "en": "For X it has {count} characters; 280 fit. Keep the scene and drop the rest.",
    },
    "network-length": {
        "de": "Es sind {count} Zeichen, {limit} gehen. Kürz zuerst, was nicht zur Szene gehört.",
        "nl": "Het zijn {count} tekens, er passen er {limit}. Kort eerst wat niet bij de scène hoort.",
        "en": "It has {count} characters; {limit} fit. First cut what is not part of the scene.",
    },
    "network-instagram": {
        "de": "Instagram braucht ein Bild: eines, auf dem niemand ungefragt und kein Bildschirm ist.",
        "nl": "Instagram vraagt om een beeld: zonder mensen die het niet weten en zonder scherm.",
        "en": "Instagram needs a picture: one without people who were not asked, and without screens.",
    },
    "structure": {
        "de": "Ab „{line}“ ist es ein langer Block. Setz alle zwei, drei Sätze eine Leerzeile.",
        "nl": "Vanaf ‘{line}’ is het één lang blok. Zet om de twee, drie zinnen een witregel.",
        "en": "From “{line}” on it is one long block. Put a blank line every two or three sentences.",
    },
    "short": {
        "de": "Ein Satz mehr darf es sein: Was hast du gesehen, gehört oder nicht erwartet?",
        "nl": "Eén zin erbij mag: wat zag je, wat hoorde je, wat verwachtte je niet?",
        "en": "It could bear one more sentence: what did you see, hear or not expect?",
    },
    "subway": {
        "de": "Eine Frage an dich: Würdest du das auch in der vollen U-Bahn erzählen? "
        "Dann ist es gut so.",
        "nl": "Eén vraag aan jou: zou je dit ook in een volle metro vertellen? Dan is het goed zo.",
        "en": "One question for you: would you tell this in a full underground train? "
        "Then it is fine.",
    },
    "tagging": {
        "de": "Du nennst {name}. Frag vorher kurz, ob das recht ist, auch für das Markieren.",
        "nl": "Je noemt {name}. Vraag vooraf even of dat goed is, ook voor het taggen.",
        "en": "You name {name}. Ask first whether that is all right, for tagging too.",
    },
    "sends": {
        "de": "Der Beitrag sendet nur. Eine ehrliche Frage am Ende lädt zum Antworten ein.",
        "nl": "Het bericht zendt alleen. Een eerlijke vraag aan het eind nodigt uit tot antwoorden.",
        "en": "The post only sends. One honest question at the end invites answers.",
    },
    "link": {
        "de": "Der Link darf bleiben. Lösch nur die Vorschaukarte, sie kostet Reichweite.",
        "nl": "De link mag blijven. Haal alleen het voorbeeldkaartje weg, dat kost bereik.",
        "en": "The link may stay. Only remove the preview card; it costs reach.",
    },
    "readability": {
        "de": "Der längste Satz hat {count} Wörter („{line}“). Mach zwei daraus.",
        "nl": "De langste zin heeft {count} woorden (‘{line}’). Maak er twee van.",
        "en": "The longest sentence has {count} words (“{line}”). Make two of it.",
    },
}
COMMS: Mapping[Language, str] = {
    "de": "das Kommunikationsteam",
    "nl": "het webcareteam",
    "en": "the communications team",
}
