"""What is said about posts that are handed in, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.posts.figures import Figure
from bot.core.programme.posts.post import Deed, LeadKind


@dataclass(frozen=True)
class PostWording:
    """Sentences with {placeholders} that are filled with our own values or the author's words."""

    door: str
    # Handing in
    ask_link: str
    link_label: str
    link_hint: str
    link_send: str
    is_yours: str
    offer: str
    who_sees: str
    share: str
    only_mine: str
    ours: str
    not_mine: str
    let_be: str
    left_alone: str
    no_post: str
    short_link: str
    kept: str
    kept_mine: str
    kept_ours: str
    once_a_month: str
    tell_more: str
    # What can be told of a post
    tell: Mapping[str, str]  # what -> its button
    ask_text: str
    text_label: str
    text_hint: str
    text_gone: str
    text_read: str
    text_plain: str
    text_delicate: str
    text_unread: str
    ask_about: str
    about_label: str
    about_hint: str
    ask_deeds: str
    deeds: Mapping[Deed, str]
    leads: Mapping[LeadKind, str]
    done: str
    save: str
    # Numbers
    ask_numbers: str
    numbers_label: str
    numbers_hint: str
    numbers_read: str
    numbers_of: str
    numbers_yes: str
    numbers_again: str
    numbers_kept: str
    numbers_unread: str
    numbers_either: str
    figures: Mapping[Figure, tuple[str, str]]  # one, several
    # One's own list
    list_title: str
    list_none: str
    list_private: str
    more: str
    consents: str
    page_handed_in: str
    page_about: str
    page_begins: str
    page_did: str
    page_shared: str
    page_private: str
    page_ours: str
    share_now: str
    stop_sharing: str
    sharing_stopped: str
    delete: str
    ask_delete: str
    delete_yes: str
    delete_no: str
    deleted: str
    gone: str
    not_joined: str


POST_WORDINGS: Mapping[Language, PostWording] = {
    "de": PostWording(
        door="Meine Beiträge",
        ask_link="Schön! Schick mir den Link, dann merke ich ihn mir.",
        link_label="Link zum Beitrag",
        link_hint="Am Beitrag auf die drei Punkte, dann „Link kopieren“",
        link_send="Weiter",
        is_yours="Ist das ein Beitrag von dir?",
        offer="Schön, dass du etwas erzählt hast! Magst du den Beitrag einreichen?",
        who_sees="Eingereicht heißt: Die Kommunikation sieht den Link und was du dazu sagst, und darf ihn für den "
        "Jourfix vorschlagen. Gezeigt wird er nur mit deinem Ja, jedes Mal neu.",
        share="Einreichen",
        only_mine="Nur für mich merken",
        ours="Als Kommunikationsteam",
        not_mine="Nein, nicht von mir",
        let_be="Doch nicht",
        left_alone="Gut, ich merke mir nichts. Wenn du wissen willst, ob du einen fremden Beitrag liken oder teilen "
        "kannst, füg seinen Text hier ein.",
        no_post="Dieser Link führt zu keinem einzelnen Beitrag. Öffne den Beitrag, geh auf die drei Punkte und kopiere "
        "den Link von dort.",
        short_link="Das ist ein Kurzlink, dem folge ich nicht. Öffne den Beitrag und kopiere die lange Adresse.",
        kept="Danke, ist eingereicht.",
        kept_mine="Gemerkt, nur für dich.",
        kept_ours="Notiert. Er steht im nächsten Recap unter dem, was die Kommunikation selbst gepostet hat.",
        once_a_month="Einmal im Monat etwas, von dem andere etwas haben: genau so. Schön, wieder von dir zu lesen.",
        tell_more="Wenn du magst, erzähl noch ein bisschen dazu. Nur so kann jemand sagen, was daran gut gemacht ist.",
        tell={
            "text": "Text einfügen",
            "deeds": "Was ich gemacht habe",
            "about": "Worum es geht",
            "numbers": "Zahlen",
        },
        ask_text="Füg den Text deines Beitrags ein.",
        text_label="Text des Beitrags",
        text_hint="Ich behalte nur die ersten Worte, nicht den Text.",
        text_gone="Vom Text habe ich nur die ersten Worte behalten.",
        text_read="Gelesen. Dein Beitrag {lead}.",
        text_plain="Gelesen.",
        text_delicate="Eine Stelle darin hätte ich mir vorher gern mit dir angesehen. Schick mir den Text einfach als Entwurf, "
        "dann zeige ich sie dir. Ändern kannst du einen Beitrag auch später noch.",
        text_unread="Damit kann ich nichts anfangen: Es ist leer, zu lang oder kein Text.",
        ask_about="Worum geht es, in ein paar Worten?",
        about_label="Worum es geht",
        about_hint="Zum Beispiel: mein erster Nachtdienst allein",
        ask_deeds="Was davon hast du gemacht? Du kannst mehreres wählen.",
        deeds={
            "picture": "ein eigenes Bild dazu",
            "question": "am Ende eine Frage",
            "replied": "auf Kommentare geantwortet",
            "asked": "vorher Kolleginnen und Kollegen gefragt",
        },
        leads={
            "": "",
            "moment": "beginnt mit einem Moment, den man vor sich sieht",
            "number": "beginnt mit einer Zahl aus deinem Alltag",
            "contrast": "beginnt mit einem Gegensatz",
            "question": "beginnt mit einer Frage",
        },
        done="Fertig",
        save="Speichern",
        ask_numbers="Welche Zahlen siehst du gerade?",
        numbers_label="Zahlen",
        numbers_hint="Zum Beispiel: 1.200 Aufrufe, 35 Likes, 8 Kommentare, 320 Follower",
        numbers_read="So habe ich es gelesen. Stimmt das?",
        numbers_of="Für: {post}",
        numbers_yes="Stimmt",
        numbers_again="Noch mal eintippen",
        numbers_kept="Eingetragen.",
        numbers_unread="Das konnte ich nicht lesen: {part}. Schreib es zum Beispiel so: 1.200 Aufrufe, 35 Likes, "
        "8 Kommentare.",
        numbers_either="„{part}“ kann Likes oder Kommentare meinen. Schreib bitte „Likes“ oder „Kommentare“.",
        figures={
            "impressions": ("Aufruf", "Aufrufe"),
            "reactions": ("Reaktion", "Reaktionen"),
            "comments": ("Kommentar", "Kommentare"),
            "shares": ("Mal geteilt", "Mal geteilt"),
            "clicks": ("Klick", "Klicks"),
            "saves": ("Mal gespeichert", "Mal gespeichert"),
            "audience": ("Follower", "Follower"),
        },
        list_title="Deine Beiträge",
        list_none="Hier steht noch nichts. Wenn du etwas gepostet hast, schreib „ich habe gepostet“ und dahinter den Link.",
        list_private="nur für dich",
        more="Ältere",
        consents="Was gezeigt wird",
        page_handed_in="Genannt am {day}, {network}",
        page_about="Thema: {about}",
        page_begins="Der Beitrag {lead}",
        page_did="Gemacht: {deeds}",
        page_shared="Eingereicht: Die Kommunikation kann ihn vorschlagen und fragt dich vor jedem Zeigen.",
        page_private="Nur für dich: Niemand sonst sieht ihn hier.",
        page_ours="Vom Kommunikationsteam: Er steht im Recap unter eurem Namen.",
        share_now="Einreichen",
        stop_sharing="Nur für mich",
        sharing_stopped="Gut, er ist jetzt nur noch für dich. Gezeigt wird er nicht mehr.",
        delete="Löschen",
        ask_delete="Soll ich diesen Beitrag mit allem, was du dazu gesagt hast, vergessen?",
        delete_yes="Ja, vergessen",
        delete_no="Behalten",
        deleted="Vergessen. Im Netzwerk selbst steht er natürlich noch.",
        gone="Diesen Beitrag habe ich nicht (mehr).",
        not_joined="Beiträge sammle ich für alle, die beim Programm dabei sind. Das dauert eine Minute, dann schick "
        "mir den Link noch einmal:",
    ),
    "nl": PostWording(
        door="Mijn berichten",
        ask_link="Leuk! Stuur me de link, dan onthoud ik hem.",
        link_label="Link naar het bericht",
        link_hint="Bij het bericht op de drie puntjes, dan ‘Link kopiëren’",
        link_send="Verder",
        is_yours="Is dit een bericht van jou?",
        offer="Mooi dat je iets hebt verteld! Wil je het bericht insturen?",
        who_sees="Insturen betekent: communicatie ziet de link en wat je erbij vertelt, en mag het voordragen voor de "
        "jourfix. Het wordt alleen getoond als je daar elke keer ja op zegt.",
        share="Insturen",
        only_mine="Alleen voor mezelf",
        ours="Als communicatieteam",
        not_mine="Nee, niet van mij",
        let_be="Toch niet",
        left_alone="Prima, ik onthoud niets. Wil je weten of je het bericht van een ander kunt liken of delen? Plak dan "
        "de tekst ervan hier.",
        no_post="Deze link gaat niet naar één bericht. Open het bericht, klik op de drie puntjes en kopieer de link daar.",
        short_link="Dit is een verkorte link, die volg ik niet. Open het bericht en kopieer het volledige adres.",
        kept="Bedankt, je bericht is ingestuurd.",
        kept_mine="Onthouden, alleen voor jou.",
        kept_ours="Genoteerd. Hij staat in de volgende terugblik bij wat communicatie zelf heeft geplaatst.",
        once_a_month="Eén keer per maand iets waar een ander wat aan heeft: precies zo. Fijn om weer van je te lezen.",
        tell_more="Vertel er gerust nog iets over. Alleen dan kan iemand zeggen wat er goed aan is.",
        tell={
            "text": "Tekst plakken",
            "deeds": "Wat ik heb gedaan",
            "about": "Waar het over gaat",
            "numbers": "Cijfers",
        },
        ask_text="Plak de tekst van je bericht.",
        text_label="Tekst van het bericht",
        text_hint="Ik bewaar alleen de eerste woorden, niet de tekst.",
        text_gone="Van de tekst heb ik alleen de eerste woorden bewaard.",
        text_read="Gelezen. Je bericht {lead}.",
        text_plain="Gelezen.",
        text_delicate="Eén plek erin had ik graag vooraf met je bekeken. Stuur me de tekst als concept, dan laat ik zien "
        "welke. Een bericht kun je later ook nog aanpassen.",
        text_unread="Hier kan ik niets mee: de tekst is leeg, te lang of geen tekst.",
        ask_about="Waar gaat het over, in een paar woorden?",
        about_label="Waar het over gaat",
        about_hint="Bijvoorbeeld: mijn eerste nachtdienst alleen",
        ask_deeds="Wat heb je hiervan gedaan? Je kunt er meerdere kiezen.",
        deeds={
            "picture": "een eigen foto erbij",
            "question": "een vraag aan het eind",
            "replied": "gereageerd op opmerkingen",
            "asked": "vooraf collega's gevraagd",
        },
        leads={
            "": "",
            "moment": "begint met een moment dat je voor je ziet",
            "number": "begint met een getal uit je eigen werk",
            "contrast": "begint met een tegenstelling",
            "question": "begint met een vraag",
        },
        done="Klaar",
        save="Bewaren",
        ask_numbers="Welke cijfers zie je nu?",
        numbers_label="Cijfers",
        numbers_hint="Bijvoorbeeld: 1.200 weergaven, 35 likes, 8 opmerkingen, 320 volgers",
        numbers_read="Zo heb ik het gelezen. Klopt dat?",
        numbers_of="Voor: {post}",
        numbers_yes="Klopt",
        numbers_again="Opnieuw typen",
        numbers_kept="Genoteerd.",
        numbers_unread="Dit kon ik niet lezen: {part}. Schrijf het bijvoorbeeld zo: 1.200 weergaven, 35 likes, "
        "8 opmerkingen.",
        numbers_either="Met ‘{part}’ kun je likes of opmerkingen bedoelen. Schrijf ‘likes’ of ‘opmerkingen’.",
        figures={
            "impressions": ("weergave", "weergaven"),
            "reactions": ("like", "likes"),
            "comments": ("opmerking", "opmerkingen"),
            "shares": ("keer gedeeld", "keer gedeeld"),
            "clicks": ("klik", "klikken"),
            "saves": ("keer opgeslagen", "keer opgeslagen"),
            "audience": ("volger", "volgers"),
        },
        list_title="Jouw berichten",
        list_none="Hier staat nog niets. Heb je iets geplaatst? Schrijf dan ‘ik heb geplaatst’ met de link erachter.",
        list_private="alleen voor jou",
        more="Oudere",
        consents="Wat getoond wordt",
        page_handed_in="Doorgegeven op {day}, {network}",
        page_about="Onderwerp: {about}",
        page_begins="Het bericht {lead}",
        page_did="Gedaan: {deeds}",
        page_shared="Ingestuurd: communicatie mag het voordragen en vraagt het je elke keer voordat het getoond wordt.",
        page_private="Alleen voor jou: niemand anders ziet het hier.",
        page_ours="Van het communicatieteam: het staat in de terugblik onder jullie naam.",
        share_now="Insturen",
        stop_sharing="Alleen voor mij",
        sharing_stopped="Goed, het is nu alleen nog voor jou. Het wordt niet meer getoond.",
        delete="Wissen",
        ask_delete="Zal ik dit bericht vergeten, met alles wat je erover hebt verteld?",
        delete_yes="Ja, vergeten",
        delete_no="Bewaren",
        deleted="Vergeten. Op het netwerk zelf staat het natuurlijk nog.",
        gone="Dit bericht heb ik niet (meer).",
        not_joined="Berichten verzamel ik van iedereen die meedoet aan het programma. Dat kost een minuut, stuur me daarna "
        "de link nog een keer:",
    ),
    "en": PostWording(
        door="My posts",
        ask_link="Lovely! Send me the link and I'll keep it.",
        link_label="Link to the post",
        link_hint="On the post, the three dots, then “Copy link to post”",
        link_send="Next",
        is_yours="Is this a post of yours?",
        offer="Lovely, you've told a story! Would you like to hand the post in?",
        who_sees="Handing in means: the comms team sees the link and what you say about it, and may propose it for the "
        "jourfix. It's only shown if you say yes, each time.",
        share="Hand it in",
        only_mine="Just for me",
        ours="As the comms team",
        not_mine="No, not mine",
        let_be="Never mind",
        left_alone="Fine, I've kept nothing. If you'd like to know whether you can like or share somebody else's post, "
        "paste its text here.",
        no_post="This link doesn't lead to a single post. Open the post, go to the three dots and copy the link there.",
        short_link="That's a short link, which I don't follow. Open the post and copy the full address.",
        kept="Thank you, it's handed in.",
        kept_mine="Noted, just for you.",
        kept_ours="Noted. It'll be in the next recap, under what the comms team posted itself.",
        once_a_month="Something of value once a month: just like that. Good to read you again.",
        tell_more="Tell me a bit more if you like. It's the only way anyone can say what's well done about it.",
        tell={
            "text": "Paste the text",
            "deeds": "What I did",
            "about": "What it's about",
            "numbers": "Numbers",
        },
        ask_text="Paste the text of your post.",
        text_label="Text of the post",
        text_hint="I only keep the first words, not the text.",
        text_gone="I've kept the first words of the text, nothing else.",
        text_read="Read. Your post {lead}.",
        text_plain="Read.",
        text_delicate="There's one place I'd have liked to look at with you first. Send me the text as a draft and I'll "
        "show you. A post can still be edited later.",
        text_unread="I can't do anything with this: the text is empty, too long, or no text.",
        ask_about="What's it about, in a few words?",
        about_label="What it's about",
        about_hint="For example: my first night shift alone",
        ask_deeds="Which of these did you do? Pick as many as you like.",
        deeds={
            "picture": "a picture of my own",
            "question": "a question at the end",
            "replied": "replied to comments",
            "asked": "asked colleagues beforehand",
        },
        leads={
            "": "",
            "moment": "begins with a moment you can picture",
            "number": "begins with a number out of your own day",
            "contrast": "begins with a contrast",
            "question": "begins with a question",
        },
        done="Done",
        save="Save",
        ask_numbers="Which numbers do you see at the moment?",
        numbers_label="Numbers",
        numbers_hint="For example: 1,200 views, 35 likes, 8 comments, 320 followers",
        numbers_read="This is how I read it. Is it right?",
        numbers_of="For: {post}",
        numbers_yes="That's right",
        numbers_again="Type again",
        numbers_kept="Noted.",
        numbers_unread="I couldn't read this: {part}. Write it like this, for example: 1,200 views, 35 likes, 8 comments.",
        numbers_either="“{part}” may mean likes or comments. Please write “likes” or “comments”.",
        figures={
            "impressions": ("view", "views"),
            "reactions": ("reaction", "reactions"),
            "comments": ("comment", "comments"),
            "shares": ("share", "shares"),
            "clicks": ("click", "clicks"),
            "saves": ("save", "saves"),
            "audience": ("follower", "followers"),
        },
        list_title="Your posts",
        list_none="There's nothing here yet. When you've posted something, write “I posted” followed by the link.",
        list_private="just for you",
        more="Older ones",
        consents="What is shown",
        page_handed_in="You told me on {day}, {network}",
        page_about="Topic: {about}",
        page_begins="The post {lead}",
        page_did="Did: {deeds}",
        page_shared="Handed in: the comms team may propose it and asks you each time before it's shown.",
        page_private="Just for you: nobody else sees it here.",
        page_ours="By the comms team: it's in the recap under your team's name.",
        share_now="Hand it in",
        stop_sharing="Just for me",
        sharing_stopped="Right, it's just for you now. It won't be shown any more.",
        delete="Delete",
        ask_delete="Shall I forget this post and everything you said about it?",
        delete_yes="Yes, forget it",
        delete_no="Keep it",
        deleted="Forgotten. It's still on the network itself, of course.",
        gone="I don't have this post (any more).",
        not_joined="I collect posts for everybody who is in the programme. Joining takes a minute; send me the link again "
        "afterwards:",
    ),
}
