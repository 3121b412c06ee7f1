"""Macros take what Jinja's take, and refuse what those refuse."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from argsite.pages.composition import Composition
from argsite.pages.runtime import escaped, html

MACROS = """
{%- macro pair(a, b="&") %}{{ a }}-{{ b }}{% endmacro %}
{%- macro framed(a) %}[{{ caller(a) }}]{% endmacro %}
{%- macro open() %}{{ varargs|join }}{{ kwargs|dictsort }}{% endmacro %}
{%- macro given(a, caller=none) %}{{ a }}{{ caller is none }}{% endmacro -%}
"""


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("{{ pair(1) }}", "1-&amp;"),
        ("{{ pair('<', '>') }}", "&lt;-&gt;"),
        ("{{ pair(b=1, a=2) }}", "2-1"),
        ("{{ pair(1, b=2) }}", "1-2"),
        ("{% for a in [1, 2] %}{{ pair(a) }}{% endfor %}", "1-&amp;2-&amp;"),
        ("{% call(x) framed(1) %}<b>{{ x }}{% endcall %}", "[<b>1]"),
        ("{{ open(1, 2, a=3) }}", "12[(&#39;a&#39;, 3)]"),
        ("{{ given(1) }}", "1True"),
        ("{% call given(1) %}{% endcall %}", "1False"),
        ("{{ pair(pair(1, 2), pair('<')) }}", "1-2-&lt;-&amp;"),
        ("{{ pair(1)|upper }}{{ pair(1) ~ '<' }}", "1-&AMP;1-&amp;&lt;"),
    ],
)
def test_what_macros_make(call: str, expected: str) -> None:
    loader = DictLoader({"page": MACROS + call})
    assert Composition(loader).get_template("page").render() == expected
    assert Environment(loader=loader, autoescape=True).get_template("page").render() == expected


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ("{{ pair(1, 2, 3) }}", TypeError),
        ("{{ pair(1, c=3) }}", TypeError),
        ("{{ pair() }}", UndefinedError),
        ("{{ framed(1) }}", UndefinedError),
        ("{{ none() }}", TypeError),
        ("{{ missing_macro() }}", UndefinedError),
    ],
)
def test_what_macros_refuse(call: str, fault: type[Exception]) -> None:
    loader = DictLoader({"page": MACROS + call})
    usual = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    with pytest.raises(fault) as refused:
        usual.get_template("page").render()
    with pytest.raises(fault) as caught:
        Composition(loader).get_template("page").render()
    assert str(caught.value) == str(refused.value)


def test_what_is_imported_has_the_globals_of_all_templates() -> None:
    sources = {
        "other": "{% set said = word ~ '!' %}",
        "page": "{% import 'other' as other %}{{ other.said }}",
    }
    made = Composition(DictLoader(sources))
    made.globals["word"] = "a"
    template = made.get_template("page")
    assert [template.render(), template.render()] == ["a!", "a!"]


def test_what_is_html_stays_so() -> None:
    assert html("<b>") == escape(html("<b>")) == escaped(html("<b>")) == "<b>"
    assert isinstance(html("<b>"), Markup)


def test_what_is_none_is_escaped() -> None:
    assert [escaped(each) for each in ("<", 1, True, None, 1.5)] == [
        "&lt;",
        "1",
        "True",
        "None",
        "1.5",
    ]
