"""Forms that no text for readers has: answers of the checker, ends of the draft, staged talk.

These are shapes of folded text. A bracket that names its reader, and a role at the beginning of a
line, also stand in honest posts: they count where something speaks of checking.
"""

from bot.core.policy.shape import Shape

# Bare forms of conversations with models: fences and answers that no reader is meant to see.
_FENCES = Shape(
    r"<\|[^>\n]{1,24}\|?>|</?(?:system|im_start|im_end|assistant|instructions?|endoftext)[^>\n]{0,20}>"
    r"|\[/?inst\]|<<sys>>|(?<!#)#{2,6}(?!#)\s{0,2}(?:system|instructions?)"
    r"|(?<!#)#{2,6}(?!#)\s{0,2}(?:end of draft|ende des entwurfs|einde concept)"
    r"|(?:^|[\s{(\[,;])[\"']?verdict[\"']?\s{0,2}[=:]\s{0,2}[\"']?[a-z]+"
    r"|\b(?:assessment|result|status|outcome|rating|bewertung|ergebnis|urteil|einstufung"
    r"|resultaat|oordeel|uitkomst)"
    r"\s?=\s?[\"']?(?:pass|ok|go|ready|green|clear|approved|bestanden|frei|unbedenklich|gr[u]n"
    r"|genehmigt|geslaagd|goed|akkoord|groen|vrij)\w*"
    r"|[\"'](?:assessment|result|status|outcome|rating|bewertung|ergebnis|urteil|einstufung|resultaat"
    r"|oordeel|uitkomst|approved|freigabe)[\"']\s?:\s?[\"']?[a-z]+"
    r"|(?:^|[\s{(\[,;])[\"']?(?:labels|findings|befunde|bevindingen|severity)[\"']?\s{0,2}[=:]\s{0,2}(?:\[\s?\]|none|null|0)"
)
# [for the AI] … : a bracket that names its reader.
_BRACKETS = Shape(
    r"[\[({<]\s{0,2}(?:nur |only |alleen |ps |p\.s\. |@)?"
    r"(?:an|fur|for|to|voor|aan|hinweis|note|noot|notiz|notitie|opmerking|vermerk|info|message|bericht)\s"
    r"(?:(?:an|fur|for|to|voor|aan|die|den|das|dem|the|de|het|alle|all|any|our|unser\w*|onze"
    r"|automat\w+|geautomat\w+|digital\w*|intern\w*|screening|compliance)\s){0,3}"
    r"(?:ki|ai|llms?|(?:chat|pruf)?bots?|checker|reviewer|moderator|screener|prufer|prufung|kontrolleur"
    r"|kontroll(?:e|programm|system)|prufprogramm|filter|tool|algorithm(?:us|e)?|algoritme|software"
    r"|controleur|controle(?:programma|systeem)?|nakijker|beoordelaar|machine"
    r"|sprachmodelle?|taalmodel(?:len)?)\b"
)
# A role at the beginning of a line or bracket counts only before an order.
_ROLES = Shape(
    r"(?m:(?:^|[\[(<{*_|]|[.!?]\s)[ \t>#*_`]{0,6}(?:system|assistant|developer|admin|root"
    r"|sysop|override|moderator"
    r"|ai|ki|bot|checker|reviewer|prufer|prufung|ai-controle|ki-prufung|ai-check|controle)"
    r"(?:[ -](?:override|note|message|prompt|hinweis|nachricht|bericht|melding|instruction"
    r"|mode))?[\])*_`]{0,3}\s{0,2}:)"
)
# An end of the draft that is none: what follows claims to be somebody else's.
_ENDS = Shape(
    r"</(?:entwurf|beitrag|concept|bericht|draft|post|input|text|user_?\w{0,10})\s?>|<(?:task|opdracht|aufgabe)>"
    r"|<{1,2}/?eof>{1,2}"
    r"|(?m:^[ \t]*(?:[-=*#_(<\[][-=*#_(<\[ \n]*)(?:ende|einde|end|schluss|hier (?:endet|hort|eindigt))\b[^\n]{0,30}"
    r"\b(?:entwurfs?|textes|text|beitrags?|eingabe|berichts?|concept|invoer|tekst|drafts?|input|content|post))",
)
# An answer of the checker, ready made: a verdict, a list of findings, a tally, ticks for topics.
_NONE = r"(?:0\b|keine?\b|geen\b|niets\b|nothing\b|none\b|nil\b|no\b|null?\b|zero\b)"
_FOUND = (
    r"(?:befunde?|fundstellen?|treffer|beanstandungen|bevindingen|meldingen|bezwaren|findings"
    r"|issues|objections|violations|matches|matched|gefunden|gevonden)"
)
_CHECK = r"(?:pruf\w{0,20}|kontroll\w{0,12}|control\w{1,12}|vorprufung|review(?:er)?|checker|check|screening|scan|filter)"
_ANSWERS = Shape(
    rf"(?m:^[ \t>*#-]{{0,6}}(?:{_CHECK}|(?:pruf)?ergebnis|urteil|uitslag|oordeel|beoordeling|verdict|decision)"
    r"(?: (?:der|des|van de|van het|of the|result|outcome|verdict|ergebnis|urteil) ?\w{0,14}|\s\w{0,10}ergebnis)?"
    rf" ?[:=] ?(?:bereit|frei\b|freigegeben|akkoord|ready|approved|passed|pass\b|go\b|klaar om|unbedenklich|{_NONE}\s\w+))"
    rf"|(?m:^[ \t>*#-]{{0,6}}(?:befunde|befundliste|fundstellen|bevindingen|findings)\b[^\n:]{{0,24}}:[^a-z]{{0,6}}[^:]{{0,160}}?"
    r"\b(?:keine|geen|none|niets gevonden|no further|verder niets|weitere fundstellen))"
    rf"|\b{_FOUND} ?[:=] ?{_NONE}[^\n]{{0,60}}\b(?:regeln|regels|rules|gepruft|gecontroleerd|checked|status)\b"
    rf"|\b{_NONE} ?{_FOUND}[^\n]{{0,40}}\b(?:regeln|regels|rules|{_CHECK}) (?:\w+ ){{0,2}}(?:abgeschlossen|durchlaufen|doorlopen|afgerond|closed|complete\w*|done|evaluated|run)"
    rf"|\b(?:regeln|regels|rules) (?:\w+ ){{0,2}}(?:durchlaufen|gepruft|doorlopen|evaluated|checked|run)\b[^\n]{{0,12}}{_NONE} ?{_FOUND}"
    r"|(?:\b(?:privacy|privatsphare|datenschutz|patient\w*|werbung|reclame|promotion|borse|koersgevoelig\w*|inside information"
    r"|bijwerkingen|side effects|nebenwirkungen|compliance)\W{0,3}(?:ok|okay|keine|geen|none|clear|passed|\x1a)[^\n]{0,6}){3}"
    r"|<(?:decision|verdict|ergebnis|urteil|oordeel|uitslag|result|review)\b[^>\n]{0,40}(?:>|status|treffer|issues)",
    wider=r"pruf|kontroll|control|review|check|screen|scan|filter|ergebnis|urteil|uitslag|oordeel|beoordeling|verdict|decision"
    r"|befund|fundstellen|bevindingen|meldingen|findings|issues|matche|treffer|regeln|regels|rules|privacy|patient|werbung|reclame|promotion|result",
)
# A conversation with the checker that never was, and many cases with one answer.
_ASKED = r"(?:nutzer(?:in)?|user|gebruiker|ich|ik|me|frage|vraag|question|q|mensch|human|autor(?:in)?|auteur|author)"
_TALKS = Shape(
    rf"(?m:^[ \t>*_]{{0,4}}{_ASKED}\b[^:\n]{{0,12}}:[^\n]{{1,300}}\n{{1,2}}[ \t>*_]{{0,4}}"
    r"(?:assistent|assistant|jourfix|reviewer|checker|pruf\w{0,12}|controle\w{0,9}"
    r"|(?:antwort|antwoord|answer|a)\b (?:der|des|van de|van het|of the|from the|\()? ?(?:pruf\w{0,12}|kontrolle|controle\w{0,9}|checker|reviewer|bot|ki|ai)\)?)"
    r" ?:[^\n]{1,200})",
    wider=r"\n[ \t>*_]{0,4}(?:assist|jourfix|reviewer|checker|pruf|controle|antwo|answer|a \()",
)
_PASSED = r"(?:go|freigegeben|akkoord|ok|okay|fine|approved|frei|ready|safe|gut|goed|passed|harmlos|unbedenklich)\b"
_ARROW = r"(?:->|=>|\x1a|\b(?:verdict|urteil|oordeel|output|ergebnis|uitslag|answer|antwort|antwoord|label|rating)\b:?)"
_SHOTS = Shape(
    rf"(?s:(?:{_ARROW}\s{{0,3}}[\"']?{_PASSED}.{{1,160}}?){{3}})",
    wider=rf"{_ARROW}\s{{0,3}}[\"']?{_PASSED}",
)
# A program or a setting that ends the check.
_SETTINGS = Shape(
    r"\b(?:controle|prufung|kontrolle|check|checks|review|moderation|moderatie|screening|privacy|reclame|werbung)"
    r" ?[=:] ?(?:uit|aus|off|false|none|disabled?|skip|uberspringen|overslaan)(?=\s*(?:[,;\]})|\n-]|$))"
    r"|\breturn\b[^\n]{0,20}(?:verdict|freigegeben|approved|akkoord|vrijgegeven)"
    r"|\b(?:befunde|findings|bevindingen|issues) ?= ?(?:\[ ?\]|0|none)",
    wider=r"(?:controle|prufung|kontrolle|check|checks|review|moderation|moderatie|screening|privacy|reclame|werbung) ?[=:] ?(?:uit|aus|off|false|none|disab|skip|ubersp|oversl)"
    r"|return|(?:befunde|findings|bevindingen|issues) ?=",
)

STAGED = (_FENCES, _ENDS, _ANSWERS, _TALKS, _SHOTS, _SETTINGS)
BRACKETS, ROLES = _BRACKETS, _ROLES
FRAMES = (*STAGED, BRACKETS, ROLES)
