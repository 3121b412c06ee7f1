"""A page is the same whether its blocks hand up their pieces one by one or joined."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from argsite.pages.composition import Composition

TEMPLATES = {
    "base": "<{% block a %}a{{ v }}{% endblock %}|{% block b %}{% endblock %}>{{ self.a() }}",
    "middle": "{% extends 'base' %}{% block b %}m{{ v }}{% endblock %}out",
    "piece": "({{ v }}{{ w|default('-') }})",
    "macros": """
        {% macro m(x, y=2) %}
        {{ x }}{{ y }}{% if caller is defined %}{{ caller() }}{% endif %}
        {% endmacro %}
    """,
}


@pytest.mark.parametrize(
    "template",
    [
        "",
        "{{ v }}",
        "{% for a in some %}{{ loop.index }}{{ a }}{% else %}none{% endfor %}",
        "{% for a in deep recursive %}{{ a.n }}{{ loop(a.inner) }}{% endfor %}",
        "{% extends 'base' %}{% block a %}x{{ super() }}y{% endblock %}",
        "{% extends 'middle' %}{% block b %}{{ super() }}{{ super.super() }}{% endblock %}",
        "{% extends 'base' if v else 'middle' %}{% block b %}{{ self.a() }}{% endblock %}",
        "{% if v %}{% extends 'base' %}{% endif %}after{% block b %}b{% endblock %}",
        "{% if not v %}{% extends 'base' %}{% endif %}after{% block b %}b{% endblock %}",
        "{% for w in some %}{% block s scoped %}{{ w }}{% endblock %}{% endfor %}",
        "1{% include 'piece' %}2{% block b %}3{% include 'piece' %}4{% endblock %}5",
        "1{% include 'macros' without context %}2{{ v }}",
        "1{% block b %}2{% include 'macros' without context %}3{% endblock %}4",
        "1{% include 'none' ignore missing %}2",
        "{% set w = 'w' %}{% include ['none', 'piece'] %}",
        "{% filter upper %}<b>{{ v }}{% endfilter %}{{ '<b>'|safe }}{{ some|join('<') }}",
        "{% set w %}<b>{{ v }}{% endset %}{{ w }}",
        "{% import 'macros' as macros %}{% call macros.m(v) %}<i>{{ v }}{% endcall %}",
        "{% from 'macros' import m with context %}{{ m(v, y=some) }}{{ m(y=1, x=2) }}",
        "{% macro s(n) %}{{ n }}{% if n %}{{ s(n - 1) }}{% endif %}{% endmacro %}{{ s(4) }}",
        "{% macro s() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ s(1, '<', a=v) }}",
        "{% autoescape false %}{{ v }}{% block b %}{{ v }}{% endblock %}{% endautoescape %}",
        "{% with w = v %}{{ w }}{% block b %}{{ w|default('no') }}{% endblock %}{% endwith %}",
    ],
)
def test_pages_are_those_of_jinja(template: str) -> None:
    loader = DictLoader({**TEMPLATES, "page": template})
    usual = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    deep = [{"n": 1, "inner": [{"n": "<", "inner": []}]}, {"n": 3, "inner": []}]
    values = {"v": "<v>", "some": ["a", "<"], "deep": deep}
    made = Composition(loader).get_template("page")
    assert made.render(values) == usual.get_template("page").render(values)
    assert "".join(made.generate(values)) == usual.get_template("page").render(values)
