"""A theme's ES modules as one classic script.

Browsers refuse to load modules from `file:`, and a page should ask for one script, not for twenty.
So modules are joined, each in a function of its own, in the order in which they import each other.
Two forms are understood, which is all that the modules of a theme need:

    import { a, b as c } from "./other.js";     at the beginning of a line
    export function f …, export async function f …, export class C …, export const x …
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from argsite.errors import SetupError

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"\./([^"]+)";[ \t]*\n?', re.MULTILINE)
_EXPORT = re.compile(
    r"^export\s+(?=(?:async\s+function\*?|function\*?|class|const)\s+(\w+))", re.MULTILINE
)
_LINE = re.compile(r"\bline (\d+)")
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def join_scripts(modules: Mapping[str, str], entry: str = "main.js") -> str:
    """Return the modules that `entry` needs, by name, as one script.

    Raises `SetupError` where a module is missing, imports go round in a circle, or an import
    or export has another form than the two above, or a module is no JavaScript.
    """
    order: list[str] = []
    _visit(entry, modules, order, [])
    parts = [_wrapped(name, modules[name]) for name in order]
    return "".join(('"use strict";\n(() => {\n', *parts, "})();\n"))


def shrink(script: str) -> str:
    """Return a script without comments and spare spaces and with short names inside it.

    Packed it is three fifths of what it was. Raises `SetupError` where it is no JavaScript.
    """
    return _shrunk("the script", script)


def _shrunk(name: str, script: str, lines_before: int = 0) -> str:
    import minify

    try:
        return str(minify.string("application/javascript", script))
    except minify.MinifyError as fault:
        # What follows the first line shows the place again.
        said = str(fault).partition("\n")[0]
        said = _LINE.sub(lambda found: f"line {int(found[1]) - lines_before}", said)
        raise SetupError(f"{name} is no JavaScript: {said}") from fault


def _visit(name: str, modules: Mapping[str, str], order: list[str], way: list[str]) -> None:
    if name in order:
        return
    if name in way:
        circle = " → ".join([*way[way.index(name) :], name])
        raise SetupError(f"scripts of the theme import each other in a circle: {circle}")
    if name not in modules:
        by = f", which {way[-1]} imports" if way else ""
        raise SetupError(f"the theme has no script '{name}'{by}")
    for found in _IMPORT.finditer(modules[name]):
        _visit(found[2], modules, order, [*way, name])
    order.append(name)


def _wrapped(name: str, source: str) -> str:
    exported = [found[1] for found in _EXPORT.finditer(source)]
    body = _IMPORT.sub(_destructured, source)
    body = _EXPORT.sub("", body)
    other = _OTHER.search(body)
    if other:
        raise SetupError(f"script '{name}' of the theme: not understood here: {other[0]}")
    gives = f"return {{ {', '.join(exported)} }};\n" if exported else ""
    wrapped = f"const {_variable(name)} = (() => {{\n{body.rstrip()}\n{gives}}})();\n"
    _shrunk(f"script '{name}' of the theme", wrapped, lines_before=1)
    return wrapped


def _destructured(found: re.Match[str]) -> str:
    names = [each.strip() for each in found[1].split(",") if each.strip()]
    wanted = ", ".join(re.sub(r"\s+as\s+", ": ", each) for each in names)
    # As many lines as the import has, so that faults are found where they are.
    lines = "\n" * found[0].count("\n")
    return f"const {{ {wanted} }} = {_variable(found[2])};{lines}"


def _variable(name: str) -> str:
    return "_" + re.sub(r"\W", "_", name.removesuffix(".js"))
