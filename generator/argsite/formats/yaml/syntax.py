"""What YAML's parser complains of, in plain words with a way out."""

from __future__ import annotations

import re
from typing import Any

import yaml

from argsite.problems import Code, Problem
from argsite.source import Location, Manuscript

PARSER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The fastest of PyYAML's parsers that is there."""

DEEPEST = 500
"""How deep lists and mappings may nest; 100 levels of linked premises need 400."""

_QUOTE_IT = "put the text in quotes"


def explain(error: yaml.YAMLError, manuscript: Manuscript) -> Problem:
    """Return the parser's error as a problem.

    Both parsers of PyYAML are understood: the C one and the one in Python, whose words differ.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return _bad(Location(manuscript.path), "this is not YAML", "")
    complaint = f"{error.context or ''}: {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    at = _place(manuscript, mark)
    begun = _place(manuscript, start)
    runaway = _runaway(manuscript, at)
    if runaway:
        return runaway
    for words, explanation in _EXPLANATIONS:
        if any(each in complaint for each in words):
            return explanation(manuscript, at, begun)
    return _bad(at, "this is not YAML", _QUOTE_IT)


def too_deep(at: Location) -> Problem:
    """Return the problem of a list or mapping that nests too deep."""
    message = f"nested too deeply: over {DEEPEST} levels"
    hint = "give a statement an id and go on in another place with 'ref'"
    return Problem(Code.TOO_DEEP, at, message, hint)


def _bad(at: Location, message: str, hint: str) -> Problem:
    return Problem(Code.BAD_YAML, at, message, hint)


def _char(manuscript: Manuscript, at: Location) -> str:
    return manuscript.line(at.line)[at.column - 1 : at.column]


def _place(manuscript: Manuscript, mark: yaml.Mark | None) -> Location:
    """Return the mark as a place; past the end of the file it is the last line that has words."""
    if mark is None:
        return Location(manuscript.path)
    line, column = mark.line + 1, mark.column + 1
    if not manuscript.line(line).strip():
        written = manuscript.text.rstrip()
        last = written.count("\n") + 1
        if line > last:
            return Location(manuscript.path, last, len(manuscript.line(last)) or 1)
    return Location(manuscript.path, line, column)


def _runaway(manuscript: Manuscript, at: Location) -> Problem | None:
    """Return the problem of a quote that ends on an error's line, lines below its beginning.

    Most often it lost its own end, and the next text's first quote has closed it.
    """
    found = None
    try:
        for token in yaml.scan(manuscript.text, Loader=PARSER):
            begin, end = token.start_mark, token.end_mark
            if begin.line >= at.line:
                break
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in {'"', "'"}
            if is_quoted and begin.line < end.line == at.line - 1 and end.column < at.column:
                found = _place(manuscript, begin)
    except yaml.YAMLError:
        pass  # what came before it counts
    if found is None:
        return None
    message = f"this quote is closed by the next one, on line {at.line}, and text follows there"
    hint = "put the same quote at the end of the text; within it, quotes are of the other kind"
    return _bad(found, message, hint)


def _second_colon(manuscript: Manuscript, at: Location, _begun: Location) -> Problem:
    line = manuscript.line(at.line)
    before = line[: at.column - 1]
    bracket = re.match(r"[- ]*+([\w-]+) +([\[{])", line)
    if bracket:
        hint = f"write '{bracket[1]}: {bracket[2]}…', or put the text in quotes"
        return _bad(at, f"a ':' is missing before '{bracket[2]}'", hint)
    if ": " in before and line.rstrip().endswith("}") and "{" not in line:
        hint = "write '{' before the first key, or put the text in quotes"
        return _bad(at, "a second ': ' in one line, and no '{' before its '}'", hint)
    if ": " in before or before.lstrip().startswith("- "):
        return _bad(at, "a second ': ' in one line", _QUOTE_IT)
    message = "this line looks like a key, but is indented like a part of the text above it"
    return _bad(at, message, "indent it like the key above it, or put the whole text in quotes")


def _unclosed_quote(_manuscript: Manuscript, _at: Location, begun: Location) -> Problem:
    return _bad(begun, "this quote is not closed", "put the same quote at the end of the text")


def _unknown_escape(_manuscript: Manuscript, at: Location, _begun: Location) -> Problem:
    hint = "use single quotes, or write \\\\ for a backslash"
    return _bad(at, "'\\' begins an escape that YAML does not know", hint)


def _tab(manuscript: Manuscript, at: Location, _begun: Location) -> Problem:
    if manuscript.line(at.line)[: at.column - 1].strip():
        return _bad(at, "a tab cannot stand here", "write a space, or put the text in quotes")
    return _bad(at, "a tab cannot indent", "indent with spaces")


def _odd_start(manuscript: Manuscript, at: Location, begun: Location) -> Problem:
    char = _char(manuscript, at)
    if char == "\t":
        return _tab(manuscript, at, begun)
    hint = f"remove it, or {_QUOTE_IT}" if char in ",]}" else _QUOTE_IT
    return _bad(at, f"a value cannot begin with '{char}'", hint)


def _no_colon(manuscript: Manuscript, _at: Location, begun: Location) -> Problem:
    line = manuscript.line(begun.line)[begun.column - 1 :]
    tight = re.match(r"([a-z]+):([^\s/].{0,20})", line)
    if tight:
        hint = f"write '{tight[1]}: {tight[2].strip()}…'"
        return _bad(begun, "a space is missing after the ':' in this line", hint)
    hint = "write 'key: value'; a line that continues a text is indented further than its key"
    return _bad(begun, "a ':' is missing in this line", hint)


def _list_in_line(_manuscript: Manuscript, at: Location, _begun: Location) -> Problem:
    hint = "begin the list on the next line, or put the text in quotes"
    return _bad(at, "a list cannot begin here", hint)


def _after_block_mark(_manuscript: Manuscript, at: Location, _begun: Location) -> Problem:
    hint = "begin the text on the next line, or put it in quotes"
    return _bad(at, "nothing may follow '|' or '>' on its line", hint)


def _flow(manuscript: Manuscript, _at: Location, begun: Location) -> Problem:
    bracket = _char(manuscript, begun)
    closing = "}" if bracket == "{" else "]"
    hint = f"close it with '{closing}'; a text that begins with '{bracket}' needs quotes"
    message = f"this '{bracket}' is not closed, or a ',' is missing after it"
    return _bad(begun, message, hint)


def _nesting(_manuscript: Manuscript, at: Location, _begun: Location) -> Problem:
    """Newer C parsers look further than they read, and have a limit of their own: 1,000 levels."""
    return too_deep(at)


def _mark(manuscript: Manuscript, _at: Location, begun: Location) -> Problem:
    mark = _char(manuscript, begun)
    message = f"'{mark}' at the start of a value has a meaning in YAML that is not used here"
    return Problem(Code.FORBIDDEN_YAML, begun, message, _QUOTE_IT)


def _misfit(manuscript: Manuscript, at: Location, begun: Location) -> Problem:
    """Something stands where the next key or the next item is due."""
    before = manuscript.line(at.line)[: at.column - 1].rstrip()
    if _char(manuscript, at) in "]}":
        hint = "remove it; a text that holds it needs quotes"
        return _bad(at, f"this '{_char(manuscript, at)}' closes nothing", hint)
    if before.strip() and before[-1] in "\"'":
        return _bad(at, "text follows the closing quote", "put the whole text in quotes")
    if before.strip() and before[-1] in "]}":
        hint = f"a text that begins with '{'[' if before[-1] == ']' else '{'}' needs quotes"
        return _bad(at, f"text follows the closing '{before[-1]}'", hint)
    if _char(manuscript, at) == ":":
        return _bad(at, "a key is missing before this ':'", f"write the key, or {_QUOTE_IT}")
    if at == begun:
        return _outside(manuscript, at)
    message = f"this line does not fit what begins on line {begun.line}"
    return _bad(at, message, "indent it like the lines that it belongs to")


def _outside(manuscript: Manuscript, at: Location) -> Problem:
    """Something stands where nothing more is due."""
    if re.search(r"^\.\.\.", manuscript.text, re.MULTILINE):
        return _bad(at, "text follows the end of the document", "remove the line '...'")
    message = "this line is indented less than the first line of the file"
    return _bad(at, message, "begin the first line further to the left, as far as this one")


_EXPLANATIONS = (
    (("nesting depth",), _nesting),
    (("end of stream", "document separator", "document indicator"), _unclosed_quote),
    (("escape", "hexadecimal", "hexdecimal"), _unknown_escape),
    (("tab character",), _tab),
    (("mapping values are not allowed",), _second_colon),
    (("that cannot start any token",), _odd_start),
    (("could not find expected ':'",), _no_colon),
    (("sequence entries are not allowed",), _list_in_line),
    (("scanning a block scalar",), _after_block_mark),
    (("an alias", "an anchor", "a tag", "tag handle", "directive"), _mark),
    (("flow sequence", "flow mapping"), _flow),
    (("node content",), _odd_start),
    (("block mapping", "block collection", "document start"), _misfit),
)
"""Words of the parsers' messages, and what they mean to an author."""
