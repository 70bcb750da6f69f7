"""Ages of people in the words of three languages: 94, 17-year-old, jongen van 58, Sie war sechs."""

import re
from collections.abc import Iterator

from bot.core.language.fold import Folded, fold
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

_EN_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_EN_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_EN = (
    rf"(?:{_EN_TENS}(?:[- ]{_EN_ONES})?|(?:a |one )?hundred(?: and {_EN_ONES})?|{_EN_ONES}|ten"
    rf"|eleven|"
    r"twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_DE_TENS = r"(?:zwanzig|drei(?:ss|s)ig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)"
_DE_ONES = r"(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)"
_DE = (
    rf"(?:(?:{_DE_ONES}und)?{_DE_TENS}|(?:ein)?hundert(?:eins|zwei|drei|vier|funf)?|{_DE_ONES}"
    rf"|zehn|elf|"
    r"zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|achtzehn|neunzehn)"
)
_NL_TENS = r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
_NL_ONES = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_NL = (
    rf"(?:(?:{_NL_ONES}en)?{_NL_TENS}|honderd(?:een|en? ?een|twee|drie|vier)?|{_NL_ONES}|tien|elf"
    rf"|twaalf|"
    r"dertien|veertien|vijftien|zestien|zeventien|achttien|negentien)"
)
_TEENS = (
    r"(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:drei|vier|funf|sech|sieb|acht|neun)zehn"
    r"|(?:der|veer|vijf|zes|zeven|acht|negen)tien)"
)
_ANY = rf"(?:1?\d{{1,2}}|{_EN}|{_DE}|{_NL})"
# What makes a number after "is" or "was" something other than an age.
_STOP = (
    r"(?=[,.;!?)]|$|\n| (?:and|und|en|years|jahre|jaar|heute|today|vandaag|now|nu|als|when|toen)\b)"
)
_OTHER = (
    r"(?! ?(?:%|prozent|procent|per ?cent|euro|pounds|km|kilo|minut|uhr|uur|o'clock|mal|keer|times"
    r"|grad|degrees|"
    r"jahre? (?:im|in|bei|auf|lang|dabei|her|spater|nach)|jaar (?:in|bij|later|lang|geleden)|"
    r"years? (?:in|at|of|on|later|ago|with)))"
)

_SHAPES = (
    # 34-jährig, 17 jaar oud, nineteen-year-old, 3 weeks old, 1200 Gramm
    r"\b\d{1,3}[- ]?(?:jahrig|jaehrig|jarige?|yrs?[ -]old|y/?o\b|year[- ]old|years? (?:old|young)"
    r"|jahre? (?:alt|jung)|"
    r"jaar (?:oud|jong)|(?:weeks?|months?|days?) old|(?:wochen|monate|tage) alt|(?:weken|maanden"
    r"|dagen) oud|"
    r"kaarsjes|kerzen|candles|weeks'? gestation|weken zwanger)\b",
    r"\b\d{3,4}(?: und \d{3,4}| en \d{3,4}| and \d{3,4})? ?(?:gramm?|grams|g)\b",
    rf"\b{_EN}[- ]year[- ]old",
    # jongen van 17, ein Junge von 17, a lad of 19
    r"\b(?:jongen|meisje|man|vrouw|meneer|mevrouw|knul|kerel|meid|gast|jochie|kind|dame|heer"
    r"|moeder|vader|opa|oma|"
    r"(?!suiker|kamer|meter|nummer|cijfer|liter|vinger|winter|zomer|rooster|[a-z]+ber\b)"
    r"[a-z]{3,18}(?:er|aar|ster|ier|eur|boer|houder|knecht|man|vrouw)) van (?:bijna |net |ruim "
    r"|in de )?(?!een\b)(?:\d{1,3}|"
    rf"{_NL})\b{_OTHER}",
    rf"\b(?:lad|lass|boy|girl|man|woman|lady|gent|kid|child|chap|bloke) (?:of"
    rf"|aged) {_ANY}\b{_OTHER}",
    rf"\b(?:junge|madchen|mann|frau|herr|dame|kind|bub) (?:von|mit) (?:gerade |knapp "
    rf"|erst )?{_ANY}\b(?: jahren)?{_OTHER}",
    # a lighthouse keeper of 71 from …, student van 20 uit …, eine Schneiderin von 71 aus …
    r"\b[a-z]{4,} of (?:1[0-9]|[2-9]\d|10\d)(?= (?:from|with|on|who|living|whose)\b|, (?:who|from|with)\b)",
    r"\b[a-z]{4,} van (?:1[0-9]|[2-9]\d|10\d)(?= (?:uit|met|op|die|bij|wiens)\b|, (?:die|uit|met)\b)",
    r"\b[a-z]{4,} von (?:1[0-9]|[2-9]\d|10\d)(?= (?:aus|mit|jahren|vom)\b|, (?:der|die|aus|mit)\b)",
    # She was six. Er wird 91. Ze was pas zeventien. 52 was ze. is 100!
    rf"\b(?:he|she|they|who|mum|dad|lady|man|woman|boy|girl)(?:'s| is| was| turned| turns"
    rf"| would be| were)"
    rf"(?: only| just| barely| nearly| almost| a)? {_ANY}\b{_STOP}{_OTHER}",
    rf"\b(?:er|sie|mama|papa|der|die|fahrer|mann|frau|herr|dame|opa|oma|patientin|patient"
    rf"|bewohnerin)(?: [a-z0-9]+){{0,3}}"
    rf" (?:war|ist|wird|wurde)(?: gerade| erst| nur| knapp| fast| jetzt| schon| heute| gestern"
    rf"| mal)* {_ANY}\b{_STOP}{_OTHER}",
    rf"\b(?:war|wurde) (?:er|sie) (?:gerade |erst |nur |knapp |fast )?{_ANY}\b{_STOP}{_OTHER}",
    rf"\b(?:hij|ze|zij|mama|papa|mevrouw|meneer|moeder|jongen)(?: is| was| wordt| werd)"
    rf"(?: net| pas| nog maar| bijna| nu| al| vandaag| gisteren)* {_ANY}\b{_STOP}{_OTHER}",
    rf"\b{_ANY} (?:was|is|werd|wordt) (?:ze|hij|zij)\b",
    rf"\b(?:is|ist|wird|wurde|wordt|werd|geworden|turned|turns|turning|hits|reached|made it to)"
    r"(?: heute| gestern| vandaag| gisteren| today| yesterday| stolze| nun| nu| now| al| schon"
    r"| already| zarte| the big)*"
    rf" (?:[89]\d|10\d|11[0-3]|(?:a |one )?hundred(?: and {_EN_ONES})?|honderd\w{{0,6}}"
    rf"|(?:ein)?hundert\w{{0,5}})\b{_STOP}{_OTHER}",
    r"\b(?:7\d|8\d|9\d|10\d|11[0-3]) (?:geworden|jaar geworden|jahre? geworden|"
    r"(?:und|en|and) (?:noch|nog|still|sharp|fit|kern|helder|topfit|steeds|immer|hell|bij|going))",
    # op haar 97e, ihren 95., her 90th, aged 84, Anfang fünfzig, in his forties
    r"\bop (?:haar|zijn|z'n|d'r) \d{2,3}(?:e|ste|de)?\b",
    r"\b(?:ihren|seinen|ihrem|seinem|her|his|haar|zijn|z'n) (?:\d{2,3}(?:st|nd|rd|th|e|ste"
    r"|\.)?)(?= (?:geb|birth|verj)|[.!,]| mit| met| with)",
    rf"\b(?:aged?|leeftijd|alter) {_ANY}\b{_OTHER}",
    rf"\b(?:anfang|mitte|ende|knapp uber|gut) {_DE_TENS}\b|\b(?:begin|midden|eind|in de|diep in de"
    rf"|dik in de) {_NL_TENS}\b",
    r"\bin (?:his|her|their) (?:early |mid |late )?(?:teens|twenties|thirties|forties|fifties"
    r"|sixties|seventies|eighties|nineties)\b",
    # mit 94, met 91, at 94
    r"\b(?:met|mit|at) (?:seinen |ihren |zarten |haar |zijn |her |his )?(?:8[5-9]|9\d|10\d)\b"
    r"(?! ?(?:%|prozent|procent|per|euro|mal|keer|km|kilo|minut|sek|sec|stud|teiln|grad"
    r"|jahren? (?:im|in|bei)|[a-z]{4,}s?\b))",
    r"(?<=[a-z]): (?:1[0-9]|[2-9]\d|10\d)(?=, )",
    # Naumann, 94, …  |  (82)
    r"(?<=[a-z]), ?(?:erst |nur |just |only |pas |net |gerade )?(?:1[0-9]|[2-9]\d|10\d|[3-9])(?=,"
    r"|;|[.?!](?:\s|$)| ?:| en | und | and |\)| - | – )(?!,\d)",
    r"(?:^|(?<=[.!?] ))(?<!str\. )(?<!nr\. )(?:1[0-9]|[2-9]\d|10\d),(?= [a-z]{4})",
    # Nineteen, on the island, …
    rf"(?:^|(?<=[.!?:] ))(?:{_TEENS}|{_EN_TENS}(?:[- ]{_EN_ONES})?|(?:{_DE_ONES}und)?{_DE_TENS}"
    rf"|(?:{_NL_ONES}en)?{_NL_TENS}),(?= )",
    r"(?<=[a-z]) ?\((?:1[0-9]|[2-9]\d|10\d|[1-9])(?:[ j]*| jahre| jaar| j\.| yrs)[),;](?! ?\d)",
    rf"(?:^|(?<=[.!] ))(?:[5-9]\d|10\d|{_EN_TENS}[- ]{_EN_ONES}|{_DE_ONES}und{_DE_TENS}"
    rf"|{_NL_ONES}en{_NL_TENS})(?=[.!]|$)",
    rf"\b{_ANY} (?:jahre|jaar|years)(?=[,.;!]|$| und | en | and )(?<!\bseit 20 jahre)",
)
_AGES = Shapes(*(Shape(f"(?m:{shape})") for shape in _SHAPES))
_LINE = re.compile(r"[^\n]+")
_OLD = re.compile(
    r"[789]\d|10\d|11\d|hundred|hundert|honderd|nine?t|neunzig|negentig|eight|achtzig|tachtig"
)
_SERVICE = re.compile(
    r"(?:seit|nach|vor|for|after|over|sinds|al|na|uber|ruim|fast|bijna|nearly|in|innerhalb|ganze"
    r"|volle|diese[nr]?|these|those|last|letzten|nu|inmiddels|mittlerweile|done this job"
    r"|mache das) $"
)


def find_ages(reading: Reading) -> Iterator[Hit]:
    """Find ages of people; spans of service and of time are none."""
    folded = reading.parsed.folded
    if not _AGES.list_possible(folded.text):
        return
    for line in _LINE.finditer(folded.text):
        yield from _find_in_line(line.start(), line.group(), folded)


def _find_in_line(start: int, line: str, folded: Folded) -> Iterator[Hit]:
    for match in _AGES.find_all(line):
        if _SERVICE.search(line[max(0, match.start() - 12) : match.start()]):
            continue
        yield Hit(*folded.span(start + match.start(), start + match.end()))


def is_old(age: str) -> bool:
    """Say whether few colleagues are of that age."""
    return _OLD.search(fold(age).text) is not None
