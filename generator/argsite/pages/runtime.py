"""What the code of templates calls, with shorter ways where they lead to the same.

Templates are HTML, so every environment here escapes. What Jinja asks at each call, since it could
be otherwise, is asked once or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import Context as AnyContext
from jinja2.runtime import Macro as AnyMacro
from jinja2.utils import internalcode, missing, pass_eval_context
from markupsafe import Markup, escape


class Macro(AnyMacro):
    """A macro, called sooner where it takes its values by their places, as almost all do."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - Jinja's own form
        """Find out once whether anything else may be given to it."""
        super().__init__(*given, **named)
        takes_more = self.caller or self.catch_kwargs or self.catch_varargs
        self._most = -1 if takes_more else self._argument_count

    @internalcode
    @pass_eval_context
    def __call__(self, *values: Any, **named: Any) -> str:  # noqa: ANN401 - Jinja's own form
        """Return what it makes of some values, as HTML."""
        if values and type(values[0]) is EvalContext:
            values = values[1:]
        lacking = self._most - len(values)
        if named or lacking < 0:
            return super().__call__(*values, **named)
        return html(self._func(*values, *[missing] * lacking))


class Context(AnyContext):
    """The values of a page, which need not ask what a macro is."""

    @internalcode
    def call(self, called: Callable[..., Any], *values: Any, **named: Any) -> Any:  # noqa: ANN401, D102 - Jinja's own form
        if type(called) is not Macro:
            return super().call(called, *values, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*values, **named)


class Compiled(Template):
    """A template whose code calls what is in this module."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's own form
        uptodate: Any = None,  # noqa: ANN401 - Jinja's own form
    ) -> Template:
        """Return the template that is made of compiled code."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__.update(escape=escaped, Markup=html, Macro=Macro)
        return made

    def _get_default_module(self, ctx: AnyContext | None = None) -> TemplateModule:
        """Return what another template imports; all of an environment have the same globals."""
        if self._module is not None and (ctx is None or ctx.globals_keys == self._names):
            return self._module
        self._names = frozenset(self.globals)
        return super()._get_default_module(ctx)

    _names: frozenset[str] = frozenset()


_new = str.__new__
_inner: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def escaped(value: object) -> str:
    """Return a value as `escape` does: what is joined with others need be no Markup of its own."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value] # it is a text
    if kind is str:
        return _inner(value)  # type: ignore[arg-type] # it is a text
    if kind is int:
        return str(value)
    return escape(value) if hasattr(value, "__html__") else _inner(str(value))


def html(value: object) -> Markup:
    """Return what is HTML already, as `Markup` does, only sooner."""
    return _new(Markup, value) if type(value) is str else Markup(value)  # noqa: S704 - its purpose
