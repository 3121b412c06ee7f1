"""Templates made into code for one language, in which what never changes is worked out once.

A word of the interface, such as `{{ _("Search") }}`, is the same on all pages of a language, and
there is an environment for each. So it becomes part of the text around it when a template is
compiled; Jinja alone would look it up, format and escape it on every page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, MutableMapping
from typing import Any, cast

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, Template, nodes
from jinja2.visitor import NodeTransformer

from argsite.pages.compiler import Compiler
from argsite.pages.runtime import Compiled, Context, html

SETTLED = frozenset({"_", "gettext", "ngettext", "ui"})
"""What stands for words of the interface in templates, unless a template gives it a new meaning."""

_MESSAGES = SETTLED - {"ui"}

_STATEMENT = re.compile(r"\{%[-+]?\s*(?:set|for|with|macro|call|import|from)\b.*?%\}", re.DOTALL)
_GIVEN = re.compile(r"(?<![\w\"'.])(_|gettext|ngettext|ui)(?![\w(\"'])")


def redefined(sources: Collection[str]) -> frozenset[str]:
    """Return which of `SETTLED` templates may give a meaning of their own, at the first glance."""
    return frozenset(
        name
        for source in sources
        for statement in _STATEMENT.findall(source)
        for name in _GIVEN.findall(statement)
    )


class Composition(Environment):
    """Templates in one language."""

    def __init__(
        self,
        loader: BaseLoader,
        settled: Collection[str] = SETTLED,
        kept: BytecodeCache | None = None,
    ) -> None:
        """Use a loader's templates; of `SETTLED` they mean these names as the press does.

        `kept` has the code of templates that were compiled before.
        """
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=kept,
            extensions=["jinja2.ext.i18n"],
        )
        self._settled = frozenset(settled)
        self._known: dict[str | Template, Template] = {}
        self.template_class = Compiled
        self.context_class = Context
        self.code_generator_class = Compiler
        self.policies["ext.i18n.trimmed"] = True
        self.newstyle_gettext = True
        self.filters["safe"] = html

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template: those of all, which are looked through on each page."""
        return super().make_globals(d) if d else self.globals

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own form
    ) -> Template:
        """Return a template; each page asks for several by their names."""
        known = self._known.get(name) if globals is None else None
        if known is None:
            known = super().get_template(name, parent, globals)
            if globals is None and isinstance(name, str):
                self._known[name] = known
        return known

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's own form
    ) -> str:
        """Return a template's code; Jinja's hook for changing what it is made from."""
        settled = _Settling(self, self._settled).visit(source)
        return super()._generate(settled, name, filename, defer_init)


class _Settling(NodeTransformer):
    """Puts in what is known of a page before there is one."""

    def __init__(self, environment: Environment, settled: Collection[str]) -> None:
        self._environment = environment
        self._globals = environment.globals
        self._settled = frozenset(settled)

    def visit_Name(self, node: nodes.Name) -> nodes.Expr:  # noqa: N802 - Jinja's own form
        """Put in the attributes that mark the language of the interface."""
        if node.ctx == "load" and node.name == "ui" and node.name in self._settled:
            return nodes.Const(self._globals["ui"], lineno=node.lineno)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - Jinja's own form
        """Put in a message; where values go into it, at least look up once who says it."""
        self.generic_visit(node)
        called = node.node
        if not isinstance(called, nodes.Name) or called.name not in _MESSAGES & self._settled:
            return node
        if node.dyn_args is not None or node.dyn_kwargs is not None or not node.args:
            return node
        message, *more = node.args
        if called.name != "ngettext" and not more and not node.kwargs:
            return self._said(node, message)
        says = "ngettext" if called.name == "ngettext" else "gettext"
        filtered = nodes.Filter(message, says, more, node.kwargs, None, None, lineno=node.lineno)
        filtered.set_environment(self._environment)
        return filtered

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:  # noqa: N802 - as above
        """Leave the call itself a call."""
        self.generic_visit(node.call)
        node.body[:] = [self.visit(each) for each in node.body]
        return node

    def _said(self, node: nodes.Call, message: nodes.Expr) -> nodes.Expr:
        if not isinstance(message, nodes.Const) or not isinstance(message.value, str):
            return node
        try:
            said = cast("Any", self._globals["gettext"])(message.value)
        except (KeyError, TypeError, ValueError):
            # A placeholder without a value: it is told where the page is made.
            return node
        return nodes.Const(said, lineno=node.lineno)
