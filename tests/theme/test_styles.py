"""How stylesheets become one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.errors import SetupError
from argsite.theme import join_styles
from tests.built import ROOT
from tests.sites import write


def test_stylesheets_stand_in_the_order_of_their_names() -> None:
    sheets = {"2-page.css": "\nb {}\n\n", "1-tokens.css": "a {}", "9-print.css": "c {}\n"}
    assert join_styles(sheets) == "a {}\n\nb {}\n\nc {}\n"


def test_a_theme_without_stylesheets_has_an_empty_one() -> None:
    assert join_styles({}) == ""


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("a {\n  color: red;\n", "line 1: '{' is not closed: '}' is missing, in: a {"),
        (
            "a {}\n@media print {\n  a {}\n",
            "line 2: '{' is not closed: '}' is missing, in: @media print {",
        ),
        ("a {}\n}\n", "line 2: '}' closes nothing, in: }"),
        (
            "a {\n  color: rgb(1, 2, 3;\n}\n",
            "line 2: '(' is not closed: ')' is missing, in: color: rgb(1, 2, 3;",
        ),
        ("a[b {}\n", "line 1: '[' is not closed: ']' is missing, in: a[b {}"),
        ("a {}\n/* Why\nb {}\n", "line 2: the comment does not end: '*/' is missing, in: /* Why"),
        (
            'a::before {\n  content: "so;\n}\n',
            'line 2: the text does not end on its line: " is missing, in: content: "so;',
        ),
        (
            "a {\n  b: 'it's'; }\n",
            "line 2: the text does not end on its line: ' is missing, in: b: 'it's'; }",
        ),
    ],
)
def test_what_a_stylesheet_leaves_open_is_said_with_its_place(sheet: str, expected: str) -> None:
    with pytest.raises(SetupError) as raised:
        join_styles({"1-a.css": "a {}", "9-own.css": sheet, "99.css": "/*"})
    assert str(raised.value) == f"stylesheet '9-own.css' of the theme, {expected}"


@pytest.mark.parametrize(
    "sheet",
    [
        "/* { */ a {} /* don't } */",
        'a::before { content: "}\\"\'/*"; }',
        'a { background: url(a\'b.svg) } b { background: URL( "a(.svg" ) }',
        ".a\\{b, .c\\'d {}",
        "a[href^='('] { content: '\\\nx' }",
        "@media (min-width: 3em) { a:is(b, c) { width: calc((1 + 2) * 3px) } }",
    ],
)
def test_signs_within_texts_and_comments_open_nothing(sheet: str) -> None:
    assert join_styles({"a.css": sheet}) == f"{sheet}\n"


def test_a_stylesheet_that_leaves_something_open_stops_the_build_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "themes" / "paper" / "styles" / "99-own.css"
    own.parent.mkdir(parents=True)
    own.write_text("h1 {\n", encoding="utf-8")
    write(tmp_path, {})
    assert main(["build", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(
        "argsite: stylesheet '99-own.css' of the theme, line 1: '{' is not closed"
    )
    assert said.count("\n") == 1


def test_no_style_names_the_left_or_the_right_side() -> None:
    # Pages in Hebrew or Arabic begin at the other side: `inline` and `start` follow the text.
    sided = re.compile(
        r"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right)|left|right):"
        r"|(?:margin|padding): \S+ (?P<right>\S+) \S+ (?!(?P=right);)\S+;"
        r"|(?:text-align|float|clear): (?:left|right)"
    )
    found = [
        f"{path.name}: {rule[0]}"
        for path in sorted((ROOT / "themes").glob("*/styles/*.css"))
        for rule in sided.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
