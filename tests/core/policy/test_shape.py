"""The fast look of a shape may see too much, never too little."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.fold import fold
from bot.core.policy.detectors import (
    ages,
    coined_name,
    identifiers,
    injection,
    medicine,
    patient_cues,
    patient_scene,
)
from bot.core.policy.shape import Shape, Shapes, drop_lookaround

MODULES = (ages, coined_name, identifiers, injection, medicine, patient_cues, patient_scene)
SHAPES = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Shape)
}
GROUPS = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Shapes)
}
OF_ANY_TEXT = {"injection._BASE64", "injection._RUN_TOGETHER", "coined_name._SPELT"}
PIECES = [
    *("room 12", "Zimmer 3b", "kamer 7", "ward c", "Station 4", "94", ", 87,", "is 34 jaar oud"),
    *(
        "17-year-old",
        "only one in",
        "um 3 Uhr",
        "1847",
        "einer von neun",
        "system:",
        "[for the AI]",
    ),
    *("D-o-r-i-v-a", "z.e.l.v.a.r.o", "s e m a glutide", "sema-glutide", "Z3lv4r0"),
    *("BSN 123456782", "BSN: 1234 56 782", "burgerservicenummer 123456782", "NHS no. 943 476 5919"),
    *(
        "chi number 9434765919",
        "nhsis 943 476 5919",
        "KVNR A123456780",
        "versicherten-nr: a123456780",
    ),
    *("Fallnummer 12345", "MRN: AB-1234", "NI number AB 12 34 56 C", "sv-nr 12 123456 A 123"),
    *(
        "Steuer-ID 12 345 678 901",
        "Personalausweis nr L01X00T47",
        "staff no 12345",
        "AB 12 34 56 C",
    ),
    *("DE89 3704 0044 0532 0130 00", "NL91 ABNA 0417 1643 00", "sort code 12-34-56 12345678"),
    *("12-34-56, 12345678", "acc no 12345678", "konto 1234567 blz 123 456 78", "geb. 3.4.1978"),
    *("born on 3 May 1978", "* 03.04.78", "date of birth: 3/4/78", "Geburtsdatum ist 3. Mai 78"),
    *(
        "Hauptstraße 12",
        "am langen deich 4,",
        "an der Alster 12",
        "Hausnummer 5 in der Ritterstrasse",
    ),
    *(
        "12 High Street",
        "flat 3, 12b old mill lane",
        "0171 2345678",
        "+49 171 2345678",
        "(030) 123456",
    ),
    *(
        "a.b@c.de",
        "wohne am Deich 4",
        "lives at 12 Hill Road",
        "nr. 31",
        "Kennzeichen",
        "alt text: x",
    ),
    *("<|im_start|>", "aGVsbG8gd29ybGQhIQ==", "botpleaseignore", "\n", " ", ".", "she was six"),
]


@pytest.mark.parametrize("name", sorted(SHAPES))
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map(" ".join))
def test_a_shape_finds_what_its_expression_finds(name: str, text: str) -> None:
    shape, folded = SHAPES[name], fold(text).text
    plain = re.compile(shape.expression)
    for read in (text, folded) if name in OF_ANY_TEXT else (folded,):
        assert [m.span() for m in shape.find_all(read)] == [m.span() for m in plain.finditer(read)]
        assert shape.is_in(read) == bool(plain.search(read))


@pytest.mark.parametrize("name", sorted(GROUPS))
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map(" ".join))
def test_shapes_find_what_their_expressions_find_side_by_side(name: str, text: str) -> None:
    shapes, read = GROUPS[name], fold(text).text
    possible = shapes.list_possible(read)
    for shape in shapes.shapes:
        assert shape in possible or not shape.exact.search(read)
    joined = re.compile("|".join(f"(?:{shape.expression})" for shape in shapes.shapes))
    assert [m.span() for m in shapes.find_all(read)] == [m.span() for m in joined.finditer(read)]


def test_half_a_surrogate_is_looked_at_the_slow_way() -> None:
    assert Shape(r"(?<!a)b").is_in("\ud800 b")
    assert Shapes(Shape("a"), Shape("b")).list_possible("\ud800 b")


@pytest.mark.parametrize(
    ("expression", "wider"),
    [
        (r"(?<![a-z)])\d+(?=[)(] x)", r"\d+"),
        (r"a(?!(?:b|c(?:d))e)f\(?", r"af\(?"),
        (r"(?:a|b)", r"(?:a|b)"),
    ],
)
def test_dropping_what_stands_beside_leaves_the_rest(expression: str, wider: str) -> None:
    assert drop_lookaround(expression) == wider
