"""What an author reads with the mouse on a name: the statement, its status, why, and its uses."""

from __future__ import annotations

from argsite.analysis import Standing, explain, flatten
from argsite.language import ENGLISH
from argsite.language_server.completion import place_of, plain
from argsite.model import Argument, Essay, Kind, Library, Statement

_MOST_USES = 8
_BEARS = {Kind.FOR: "for", Kind.AGAINST: "against", Kind.UNDERCUT: "against a step to"}


def about_statement(library: Library, standing: Standing, statement: Statement) -> str:
    """Return Markdown about a statement."""
    essay = library.essay(statement.essay)
    status = standing.statuses[statement.key]
    reason = flatten(
        explain(ENGLISH, library.graph, standing, statement.key),
        lambda key: f"“{plain(library.graph.statements[key].text.text)}”",
    )
    parts = [
        f"**{status}** · {place_of(statement)} · *{_escaped(essay.title)}*",
        statement.text.text.strip(),
        _escaped(reason),
        _uses(library, statement),
        _escaped("no id of its own: made from the text" if statement.id_is_derived else ""),
    ]
    return "\n\n".join(each for each in parts if each)


def about_essay(essay: Essay) -> str:
    """Return Markdown about an essay."""
    count = len(essay.statements)
    facts = f"essay · {len(essay.points)} points · {count} statements"
    head = f"**{_escaped(essay.title)}** · {facts}"
    return f"{head}\n\n{_escaped(essay.summary)}" if essay.summary else head


def statement_on(library: Library, path: str, line: int) -> Statement | None:
    """Return the statement that begins, or whose text begins, on a line (from 1) of a file."""
    found = [
        each
        for each in library.graph.statements.values()
        if each.at.path == path and line in {each.at.line, each.text.at.line}
    ]
    return found[0] if len(found) == 1 else None


def _uses(library: Library, statement: Statement) -> str:
    """Say what the statement is given as a reason for or against."""
    steps = library.graph.uses_of(statement.key)
    lines = [_use(library, step) for step in steps[:_MOST_USES]]
    if len(steps) > _MOST_USES:
        lines.append(f"- and {len(steps) - _MOST_USES} more")
    return "\n".join(["Used", "", *lines]) if lines else ""


def _use(library: Library, step: Argument) -> str:
    concluded = library.graph.concluded(step)
    return f"- {_BEARS[step.kind]} `{concluded.key}`, {step.at.path}:{step.at.line}"


def _escaped(text: str) -> str:
    """Return plain text as Markdown that shows it."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>&#" else char for char in text)
