"""What is said to those who are invited, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Language


@dataclass(frozen=True)
class EventWording:
    """Sentences with {placeholders} that are filled with our own values or an editor's words."""

    # The list
    door: str
    list_title: str
    list_hint: str
    nothing: str
    line_place: str
    line_waiting: str
    line_no: str
    materials_door: str
    # One date
    where: str
    free: str
    full: str
    yes: str
    no: str
    calendar: str
    join_meeting: str
    back: str
    over: str
    off: str
    gone: str
    not_joined: str
    join: str
    # Answers
    said_yes: str
    said_waiting: str
    said_no: str
    will_remind: str
    rather_no: str
    rather_yes: str
    ask_material: str
    no_material: str
    will_send: str
    # Invitation
    invitation: str
    first_date: str
    invitation_ask: str
    # What changed
    moved: str
    was: str
    now: str
    still: str
    new_place: str
    new_time: str
    date_off: str
    next_one: str
    event_off: str
    place_free: str
    place_lost: str
    remind: str
    # Afterwards
    material: str
    materials: str
    materials_hint: str
    no_materials: str
    open_link: str


EVENT_WORDINGS: Mapping[Language, EventWording] = {
    "de": EventWording(
        door="Termine",
        list_title="Die nächsten Termine",
        list_hint="Wähl eine Nummer, um mehr zu sehen oder zu- und abzusagen.",
        nothing="Gerade steht kein Termin an.",
        line_place="du kommst",
        line_waiting="du bist auf der Warteliste",
        line_no="du kannst nicht",
        materials_door="Material aus Terminen",
        where="Wo: {where}",
        free="Noch frei: {free} von {places}",
        full="Alle Plätze sind vergeben. Sag trotzdem gern zu: Wird einer frei, rückst du nach.",
        yes="Ich komme",
        no="Ich kann nicht",
        calendar="In den Kalender",
        join_meeting="Zum Treffen",
        back="Alle Termine",
        over="Dieser Termin ist schon vorbei.",
        off="Dieser Termin findet nicht statt.",
        gone="Diesen Termin gibt es nicht mehr.",
        not_joined="Zu- und absagen kannst du, wenn du beim Programm dabei bist. Dann erinnere ich dich auch und sage "
        "Bescheid, wenn sich etwas ändert.",
        join="Mitmachen",
        said_yes="Schön, dass du kommst!",
        said_waiting="Danke! Gerade sind alle Plätze vergeben, du stehst auf der Warteliste an Stelle {rank}. "
        "Wird ein Platz für dich frei, sage ich dir gleich Bescheid.",
        said_no="Danke, dass du Bescheid sagst. Vielleicht klappt es beim nächsten Mal.",
        will_remind="Am Arbeitstag davor erinnere ich dich.",
        rather_no="Ich kann doch nicht",
        rather_yes="Ich komme doch",
        ask_material="Material danach schicken",
        no_material="Doch kein Material",
        will_send="Gut, sobald es Material gibt, schicke ich es dir.",
        invitation="Du bist eingeladen: {title}",
        first_date="Der erste Termin: {when}",
        invitation_ask="Kommst du? Ein Nein ist genauso in Ordnung.",
        moved="„{title}“ wird verschoben.",
        was="Bisher: {when}",
        now="Neu: {when}",
        still="Passt es dir noch? Wenn ja, brauchst du nichts zu tun.",
        new_place="„{title}“ findet an einem anderen Ort statt.",
        new_time="„{title}“ hat eine neue Uhrzeit.",
        date_off="„{title}“ fällt leider aus: {when}.",
        next_one="Der nächste Termin: {when}",
        event_off="„{title}“ findet leider nicht mehr statt.",
        place_free="Gute Nachricht: Für „{title}“ ist ein Platz frei geworden, und er gehört dir.",
        place_lost="Entschuldige bitte: Für „{title}“ hatten sich mehrere im selben Augenblick angemeldet, und der Platz "
        "war schon vergeben. Du stehst jetzt auf der Warteliste an Stelle {rank}.",
        remind="Zur Erinnerung: {title}",
        material="Material zu „{title}“ vom {day}",
        materials="Material aus Terminen",
        materials_hint="Wähl eine Nummer, um es zu lesen.",
        no_materials="Noch gibt es kein Material aus Terminen.",
        open_link="Öffnen",
    ),
    "nl": EventWording(
        door="Agenda",
        list_title="Wat eraan komt",
        list_hint="Kies een nummer om meer te zien of om je aan of af te melden.",
        nothing="Er staat nu niets op de agenda.",
        line_place="je komt",
        line_waiting="je staat op de wachtlijst",
        line_no="je kunt niet",
        materials_door="Materiaal van bijeenkomsten",
        where="Waar: {where}",
        free="Nog vrij: {free} van de {places}",
        full="Alle plaatsen zijn bezet. Meld je gerust toch aan: komt er een vrij, dan schuif je door.",
        yes="Ik kom",
        no="Ik kan niet",
        calendar="In je agenda zetten",
        join_meeting="Naar de vergadering",
        back="Hele agenda",
        over="Dit is al geweest.",
        off="Dit gaat niet door.",
        gone="Dit staat niet meer op de agenda.",
        not_joined="Je aan- of afmelden kan als je meedoet aan het programma. Dan herinner ik je er ook aan en laat ik "
        "het weten als er iets verandert.",
        join="Meedoen",
        said_yes="Leuk dat je komt!",
        said_waiting="Dank je! Alle plaatsen zijn nu bezet, je staat op nummer {rank} van de wachtlijst. "
        "Komt er een plaats voor je vrij, dan hoor je het meteen.",
        said_no="Fijn dat je het laat weten. Misschien lukt het een volgende keer.",
        will_remind="Op de werkdag ervoor herinner ik je eraan.",
        rather_no="Ik kan toch niet",
        rather_yes="Ik kom toch",
        ask_material="Materiaal na afloop sturen",
        no_material="Toch geen materiaal",
        will_send="Prima, zodra er materiaal is, stuur ik het je.",
        invitation="Je bent uitgenodigd: {title}",
        first_date="De eerste keer: {when}",
        invitation_ask="Kom je? Ja of nee, het is allebei goed.",
        moved="‘{title}’ wordt verplaatst.",
        was="Eerst: {when}",
        now="Nu: {when}",
        still="Komt het nog uit? Dan hoef je niets te doen.",
        new_place="‘{title}’ is ergens anders dan gedacht.",
        new_time="‘{title}’ heeft een nieuwe tijd.",
        date_off="‘{title}’ gaat helaas niet door: {when}.",
        next_one="De volgende keer: {when}",
        event_off="‘{title}’ gaat helaas niet meer door.",
        place_free="Goed nieuws: bij ‘{title}’ is een plaats vrijgekomen, en die is voor jou.",
        place_lost="Sorry: voor ‘{title}’ meldden meer mensen zich op hetzelfde moment aan, en de plaats was al weg. Je "
        "staat nu op nummer {rank} van de wachtlijst.",
        remind="Ter herinnering: {title}",
        material="Materiaal van ‘{title}’, {day}",
        materials="Materiaal van bijeenkomsten",
        materials_hint="Kies een nummer om het te lezen.",
        no_materials="Er is nog geen materiaal van bijeenkomsten.",
        open_link="Openen",
    ),
    "en": EventWording(
        door="Events",
        list_title="What's coming up",
        list_hint="Pick a number to see more, or to say yes or no.",
        nothing="There's nothing coming up at the moment.",
        line_place="you're coming",
        line_waiting="you're on the waiting list",
        line_no="you can't make it",
        materials_door="Material from events",
        where="Where: {where}",
        free="Places left: {free} of {places}",
        full="All places are taken. Say yes all the same: when one becomes free, you move up.",
        yes="I'm coming",
        no="I can't make it",
        calendar="Add to calendar",
        join_meeting="Join the meeting",
        back="All events",
        over="This one is over.",
        off="This one isn't taking place.",
        gone="This one is no longer there.",
        not_joined="You can say yes or no once you're in the programme. Then I'll also remind you, and tell you when "
        "something changes.",
        join="Join",
        said_yes="Good to have you there!",
        said_waiting="Thank you! All places are taken just now; you're number {rank} on the waiting list. "
        "When a place becomes free for you, I'll tell you straight away.",
        said_no="Thanks for letting us know. Maybe next time.",
        will_remind="I'll remind you on the working day before.",
        rather_no="I can't make it after all",
        rather_yes="I'm coming after all",
        ask_material="Send me the material",
        no_material="No material after all",
        will_send="Fine, I'll send you the material as soon as there is some.",
        invitation="You're invited: {title}",
        first_date="The first one: {when}",
        invitation_ask="Will you come? Either answer is fine.",
        moved="“{title}” is being moved.",
        was="It was: {when}",
        now="It is now: {when}",
        still="Does it still suit you? Then there's nothing to do.",
        new_place="“{title}” is in a different place.",
        new_time="“{title}” has a new time.",
        date_off="“{title}” isn't taking place, sorry: {when}.",
        next_one="The next one: {when}",
        event_off="“{title}” has been cancelled, sorry.",
        place_free="Good news: a place at “{title}” has become free, and it's yours.",
        place_lost="Sorry: several people signed up for “{title}” at the same moment, and the place was already taken. "
        "You're now number {rank} on the waiting list.",
        remind="A reminder: {title}",
        material="Material from “{title}”, {day}",
        materials="Material from events",
        materials_hint="Pick a number to read it.",
        no_materials="There's no material from events yet.",
        open_link="Open",
    ),
}
