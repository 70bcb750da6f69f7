"""The fast look of a shape may see too much, never too little."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.language.fold import fold
from bot.core.policy.detectors import ages, injection, patient, patient_cues, patient_scene
from bot.core.policy.shape import Shape, Shapes, drop_lookaround

MODULES = (ages, injection, patient, patient_cues, patient_scene)
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
    *("<|im_start|>", "aGVsbG8gd29ybGQhIQ==", "botpleaseignore", "\n", " ", ".", "she was six"),
]


@pytest.mark.parametrize("name", sorted(SHAPES))
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map(" ".join))
def test_a_shape_finds_what_its_expression_finds(name: str, text: str) -> None:
    shape, folded = SHAPES[name], fold(text).text
    plain = re.compile(shape.expression)
    for read in (text, folded):
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
