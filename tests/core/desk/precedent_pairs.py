"""Pairs of a precedent (masked) and a later sentence: alike in what the editors decided, or only in topic."""

ALIKE = [
    (
        "de",
        "Wir freuen uns, dass [PRODUCT-1] jetzt in Deutschland zugelassen ist.",
        "Wir sind froh, dass Zelvaro nun in Deutschland zugelassen ist.",
    ),
    (
        "de",
        "Heute haben wir unser neues Labor in [PLACE-1] eröffnet.",
        "Unser neues Labor in Hamburg ist seit heute eröffnet.",
    ),
    (
        "de",
        "Nächste Woche bin ich auf dem Kongress und freue mich auf den Austausch.",
        "Ich freue mich nächste Woche auf den Austausch beim Kongress.",
    ),
    (
        "de",
        "Danke an [PERSON-1] für zehn Jahre großartige Zusammenarbeit.",
        "Danke an Dr. Sabine Krüger für zehn Jahre tolle Zusammenarbeit.",
    ),
    (
        "de",
        "Unsere Studie zeigt, dass das Mittel besser wirkt als die Standardtherapie.",
        "Die Studie zeigt: Unser Mittel wirkt besser als die Standardtherapie.",
    ),
    (
        "de",
        "Bei uns auf Station fehlen jeden Tag zwei Pflegekräfte.",
        "Auf unserer Station fehlen täglich zwei Pflegekräfte.",
    ),
    (
        "de",
        "Wir suchen Verstärkung für unser Team in der Pflege.",
        "Unser Pflegeteam sucht Verstärkung.",
    ),
    (
        "de",
        "Die Zahlen für das dritte Quartal sehen sehr gut aus.",
        "Unsere Zahlen im dritten Quartal sehen richtig gut aus.",
    ),
    (
        "nl",
        "Vandaag hebben we ons nieuwe lab in [PLACE-1] geopend.",
        "Ons nieuwe lab in Utrecht is vandaag geopend.",
    ),
    (
        "nl",
        "Bedankt [PERSON-1] voor tien jaar samenwerken.",
        "Dank je wel Marieke de Vries voor tien jaar fijne samenwerking.",
    ),
    (
        "nl",
        "Wij zoeken verpleegkundigen voor onze afdeling.",
        "Onze afdeling zoekt verpleegkundigen.",
    ),
    (
        "nl",
        "Onze studie laat zien dat het middel beter werkt dan de standaardbehandeling.",
        "De studie toont dat ons middel beter werkt dan de standaardbehandeling.",
    ),
    (
        "nl",
        "We zijn trots dat [PRODUCT-1] nu in Nederland is goedgekeurd.",
        "Trots dat Zelvaro nu is goedgekeurd in Nederland!",
    ),
    (
        "nl",
        "Volgende week sta ik op het congres, kom gerust langs.",
        "Volgende week ben ik op het congres: kom gerust even langs.",
    ),
    ("en", "Today we opened our new lab in [PLACE-1].", "Our new lab in Leeds opened today."),
    (
        "en",
        "Proud that [PRODUCT-1] is now approved in the UK.",
        "We are proud that Zelvaro has now been approved in the UK.",
    ),
    (
        "en",
        "Thank you [PERSON-1] for ten years of great work together.",
        "Thank you Anna Miller for ten great years of working together.",
    ),
    (
        "en",
        "Our study shows the drug works better than standard therapy.",
        "The study shows that our drug works better than the standard therapy.",
    ),
    ("en", "We are hiring nurses for our ward.", "Our ward is hiring nurses."),
    (
        "en",
        "The third quarter figures look very good.",
        "Our figures for the third quarter are looking really good.",
    ),
    (
        "en",
        "I will be at the congress next week, come and say hello.",
        "Next week I'm at the congress: do come and say hello.",
    ),
]
# same topic, another statement: an editor's word about one says nothing about the other
APART = [
    (
        "de",
        "Wir freuen uns, dass [PRODUCT-1] jetzt in Deutschland zugelassen ist.",
        "Zelvaro hilft allen Patienten mit Diabetes.",
    ),
    (
        "de",
        "Wir freuen uns, dass [PRODUCT-1] jetzt in Deutschland zugelassen ist.",
        "Wir hoffen, dass Zelvaro bald in Deutschland zugelassen wird.",
    ),
    (
        "de",
        "Unsere Studie zeigt, dass das Mittel besser wirkt als die Standardtherapie.",
        "Unsere Studie beginnt im Frühjahr an zwölf Zentren.",
    ),
    (
        "de",
        "Unsere Studie zeigt, dass das Mittel besser wirkt als die Standardtherapie.",
        "Die Studie zeigt, dass das Mittel gut verträglich ist.",
    ),
    (
        "de",
        "Bei uns auf Station fehlen jeden Tag zwei Pflegekräfte.",
        "Auf unserer Station haben heute zwei neue Pflegekräfte angefangen.",
    ),
    (
        "de",
        "Danke an [PERSON-1] für zehn Jahre großartige Zusammenarbeit.",
        "Danke an alle, die beim Sommerfest geholfen haben.",
    ),
    (
        "de",
        "Die Zahlen für das dritte Quartal sehen sehr gut aus.",
        "Im dritten Quartal kommen wir mit unserem Neubau sehr gut voran.",
    ),
    (
        "de",
        "Wir suchen Verstärkung für unser Team in der Pflege.",
        "Unser Team in der Pflege hat viel zu tun.",
    ),
    (
        "de",
        "Nächste Woche bin ich auf dem Kongress und freue mich auf den Austausch.",
        "Nächste Woche beginnt mein Urlaub, und ich freue mich.",
    ),
    (
        "de",
        "Heute haben wir unser neues Labor in [PLACE-1] eröffnet.",
        "Heute haben wir unser altes Labor in Kiel geschlossen.",
    ),
    (
        "nl",
        "Vandaag hebben we ons nieuwe lab in [PLACE-1] geopend.",
        "Vandaag hebben we ons jaarverslag gepubliceerd.",
    ),
    (
        "nl",
        "Onze studie laat zien dat het middel beter werkt dan de standaardbehandeling.",
        "Onze studie start in maart in tien ziekenhuizen.",
    ),
    (
        "nl",
        "We zijn trots dat [PRODUCT-1] nu in Nederland is goedgekeurd.",
        "Zelvaro is de beste behandeling voor diabetes in Nederland.",
    ),
    (
        "nl",
        "Wij zoeken verpleegkundigen voor onze afdeling.",
        "Onze verpleegkundigen hebben te hoge werkdruk.",
    ),
    (
        "nl",
        "Bedankt [PERSON-1] voor tien jaar samenwerken.",
        "Al tien jaar werk ik met plezier in de thuiszorg.",
    ),
    (
        "nl",
        "Volgende week sta ik op het congres, kom gerust langs.",
        "Volgende week is het open dag op onze locatie.",
    ),
    ("en", "Today we opened our new lab in [PLACE-1].", "Today we published our annual report."),
    (
        "en",
        "Proud that [PRODUCT-1] is now approved in the UK.",
        "Zelvaro is the best treatment for diabetes in the UK.",
    ),
    (
        "en",
        "Proud that [PRODUCT-1] is now approved in the UK.",
        "We expect Zelvaro to be approved in the UK next year.",
    ),
    (
        "en",
        "Our study shows the drug works better than standard therapy.",
        "Our study starts in ten hospitals in March.",
    ),
    (
        "en",
        "Our study shows the drug works better than standard therapy.",
        "Our study shows the drug is well tolerated.",
    ),
    ("en", "We are hiring nurses for our ward.", "Our nurses have far too much work."),
    (
        "en",
        "Thank you [PERSON-1] for ten years of great work together.",
        "I have been working in home care for ten years.",
    ),
    ("en", "The third quarter figures look very good.", "The new building looks very good."),
    (
        "en",
        "I will be at the congress next week, come and say hello.",
        "Next week is our open day, come and visit.",
    ),
]
