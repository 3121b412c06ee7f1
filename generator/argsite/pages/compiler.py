"""The code that is made of a template: it joins the pieces of a block before it hands them up.

Jinja's own hands each piece from block to block up to the page, which takes longer than making it.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

_SETS_HTML = frozenset({"each", "gettext", "ngettext", "once", "safe"})
"""Filters of the press whose values are never escaped."""


class Compiler(CodeGenerator):
    """Writes the code of a template."""

    _joins = True

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's own form
        """Write it all. What is included without the page's values Jinja always hands up."""
        self._joins = all(each.with_context for each in node.find_all(nodes.Include))
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Begin a list of pieces with the template, or with a block."""
        if self._is_whole(frame):
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002 - Jinja's own form
        """Hand the pieces up as one."""
        super().leave_frame(frame, with_python_scope)
        if self._is_whole(frame):
            self.writeline(f"yield concat({frame.buffer})")

    def _is_whole(self, frame: Frame) -> bool:
        return self._joins and frame.parent is None and (frame.rootlevel or frame.block_frame)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Write what comes before a value: nothing where it is HTML already."""
        if _is_html(node):
            self.write("(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _is_html(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Filter) and node.name in _SETS_HTML
