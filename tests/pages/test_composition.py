"""What is worked out when a template is compiled makes no other page than Jinja alone would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, UndefinedError
from markupsafe import Markup

from argsite.model import Status
from argsite.pages.composition import SETTLED, Composition, redefined
from argsite.pages.runtime import html


def composed(text: str, **others: str) -> Composition:
    """Return templates in a language of capitals; `page` is the first."""
    sources = {"page": text, **others}
    made = Composition(DictLoader(sources), SETTLED - redefined(sources.values()))
    asked: list[str] = []

    def gettext(message: str, /, **values: object) -> Markup:
        asked.append(message)
        return html(message.upper().replace("%(NAME)S", "%(name)s")) % values

    def ngettext(one: str, many: str, number: int, /, **values: object) -> Markup:
        return gettext(one if number == 1 else many, **values)

    made.globals |= {"_": gettext, "gettext": gettext, "ngettext": ngettext, "asked": asked}
    made.globals["ui"] = Markup(' lang="xx"')
    made.filters |= {"gettext": gettext, "ngettext": ngettext}
    return made


def page(text: str, values: dict[str, object] | None = None, **others: str) -> str:
    """Return what a template makes of values."""
    return composed(text, **others).get_template("page").render(**(values or {}))


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{{ _("Search") }}', "SEARCH"),
        ('<p{{ ui }}>{{ _("A & B") }}</p>', '<p lang="xx">A & B</p>'),
        ('{{ _("100 %%") }}', "100 %"),
        ('{{ _("a") if 1 else _("b") }}', "A"),
        ('{{ _("by %(name)s", name="<i>") }}', "BY &lt;i&gt;"),
        ('{{ _("by %(name)s", name="<i>"|safe) }}', "BY <i>"),
        ('{{ ngettext("one", "many", 2) }}', "MANY"),
        ("{% trans %}Hello\n   world{% endtrans %}", "HELLO WORLD"),
        ("{% trans name='x' %}by {{ name }}{% endtrans %}", "BY x"),
        ("{% trans n=2 %}one{% pluralize n %}many{% endtrans %}", "MANY"),
        ('{% set m = "x" %}{{ _(m) }}', "X"),
        (
            '{% macro m() %}{{ _("in") }}{{ caller() }}{% endmacro %}{% call m() %}!{% endcall %}',
            "IN!",
        ),
        ('{% include "other" %}', "OTHER"),
    ],
)
def test_words_of_the_interface_are_the_same_as_ever(template: str, expected: str) -> None:
    assert page(template, other='{{ _("other") }}') == expected


def test_a_message_without_values_is_asked_for_once() -> None:
    made = composed('{{ _("Search") }}{{ _("by %(name)s", name=n) }}')
    template = made.get_template("page")
    assert made.globals["asked"] == ["Search"]
    assert template.render(n=1) == template.render(n=1) == "SEARCHBY 1"
    assert made.globals["asked"] == ["Search", "by %(name)s", "by %(name)s"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% set ui = '!' %}{{ ui }}", "!"),
        ("{% for _ in [1, 2] %}{{ _ }}{% endfor %}", "12"),
        ("{% for a, _ in [(1, 2)] %}{{ _ }}{% endfor %}", "2"),
        ("{%- macro m(ui) %}{{ ui }}{% endmacro %}{{ m(3) }}", "3"),
        ("{% set ui = '!' %}{% include 'other' %}", "!"),
        ("{% extends 'other' %}{% set ui = '!' %}", "!"),
        ("{% from 'third' import said as _ %}{{ _('a') }}", "said a"),
        ("{% import 'third' as ui %}{{ ui.said('b') }}", "said b"),
        ("{% with ui = 5 %}{{ ui }}{% endwith %}", "5"),
    ],
)
def test_a_theme_may_give_these_names_a_meaning_of_its_own(template: str, expected: str) -> None:
    third = "{% macro said(what) %}said {{ what }}{% endmacro %}"
    assert page(template, other="{{ ui }}", third=third) == expected


def test_names_that_are_only_used_keep_their_meaning() -> None:
    source = """{% set a = _("x") %}{% for b in c if _("y") %}{% call d(_("z")) %}{% endcall %}"""
    assert redefined([source, '{% set name = "ui" %}']) == frozenset()


def test_a_message_that_lacks_a_value_is_told_of_where_it_is_used() -> None:
    template = composed('{% if no %}{{ _("%(name)s") }}{% endif %}').get_template("page")
    assert template.render(no=False) == ""
    with pytest.raises(KeyError):
        template.render(no=True)


@given(
    st.one_of(
        st.text(),
        st.integers(),
        st.none(),
        st.sampled_from(Status),
        st.text().map(Markup),
        st.lists(st.text()),
    )
)
def test_values_are_escaped_as_jinja_does(value: object) -> None:
    """Also within a macro, beside a constant and as a value that is safe."""
    template = "{{ v }}<{{ v|safe }}>{% macro m(x) %}{{ x }}{% endmacro %}{{ m(v) }}{{ v ~ '<' }}"
    alone = Environment(autoescape=True).from_string(template)
    assert page(template, {"v": value}) == alone.render(v=value)


def test_an_unknown_value_is_a_mistake() -> None:
    for template in ("{{ no }}", "{{ no.thing }}", "{{ no|safe }}", "{{ [].thing }}"):
        with pytest.raises(UndefinedError):
            page(template)
