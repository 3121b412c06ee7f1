"""A theme's ES modules as one classic script.

Browsers refuse to load modules from `file:`, and a page should ask for one script, not for twenty.
So modules are joined, each in a function of its own, in the order in which they import each other.
Two forms are understood, which is all that the modules of a theme need:

    import { a, b as c } from "./other.js";     at the beginning of a line
    export function f …, export async function f …, export class C …, export const x …
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from argsite.errors import SetupError

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"\./([^"]+)";[ \t]*\n?', re.MULTILINE)
_EXPORT = re.compile(
    r"^export\s+(?=(?:async\s+function\*?|function\*?|class|const)\s+(\w+))", re.MULTILINE
)
_NAME = re.compile(r"([\w$]+)(?:\s+as\s+([\w$]+))?")
_WORD = re.compile(r"[\w$]+")
_LINE = re.compile(r"\bline (\d+)")
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)

Export = tuple[str, str]
"""A module and the name of something that it exports."""


def join_scripts(modules: Mapping[str, str], entry: str = "main.js") -> str:
    """Return the modules that `entry` needs, by name, as one script.

    Raises `SetupError` where a module or what is imported from it is missing, imports go round in
    a circle, an import or export has another form than the two above, or a module is no JavaScript.
    """
    order: list[str] = []
    _visit(entry, modules, order, [])
    for name in order:
        _check_imports(name, modules)
    variables = _variables(order, modules)
    parts = [_wrapped(name, modules[name], variables) for name in order]
    return "".join(('"use strict";\n(() => {\n', *parts, "})();\n"))


def shrink(script: str) -> str:
    """Return a script without comments and spare spaces and with short names inside it.

    Packed it is three fifths of what it was. Raises `SetupError` where it is no JavaScript.
    """
    return _shrunk("the script", script)


@lru_cache(maxsize=200)  # of the scripts of a theme that is being written one changes at a time
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


def _check_imports(name: str, modules: Mapping[str, str]) -> None:
    """Raise `SetupError` where a module imports what another does not export."""
    source = modules[name]
    for found in _IMPORT.finditer(source):
        exported = _exported(modules[found[2]])
        for wanted in _NAME.finditer(found[1]):
            if wanted[1] not in exported:
                line = _line(source, found.start(1) + wanted.start(1))
                has = ", ".join(sorted(exported)) or "nothing"
                raise SetupError(
                    f"script '{name}' of the theme, line {line}: "
                    f"'{found[2]}' does not export '{wanted[1]}'; it exports {has}"
                )


def _exported(source: str) -> list[str]:
    return [found[1] for found in _EXPORT.finditer(source)]


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _variables(order: Sequence[str], modules: Mapping[str, str]) -> Mapping[Export, str]:
    """Return the variable that holds each export of the modules.

    It has the export's own name where nothing else can be meant by that: every other module imports
    it under this name or does not have the word at all.
    """
    words = {name: set(_WORD.findall(modules[name])) for name in order}
    taken = {
        (name, found[2], each[1])
        for name in order
        for found in _IMPORT.finditer(modules[name])
        for each in _NAME.finditer(found[1])
        if not each[2]
    }
    variables: dict[Export, str] = {}
    for number, name in enumerate(order, 1):
        for export in _exported(modules[name]):
            others = (other for other in order if other != name and export in words[other])
            is_plain = all((other, name, export) in taken for other in others)
            variables[name, export] = export if is_plain else f"_{number}_{export}"
    return variables


def _wrapped(name: str, source: str, variables: Mapping[Export, str]) -> str:
    """Return a module as a function that runs at once and gives what it exports.

    What is exported gets a variable, whose name can be shortened; a property's cannot.
    """

    def imported(found: re.Match[str]) -> str:
        taken = [(each[2] or each[1], each[1]) for each in _NAME.finditer(found[1])]
        names = [
            f"{own} = {variables[found[2], export]}"
            for own, export in taken
            if own != variables[found[2], export]
        ]
        # As many lines as the import has, so that faults are found where they are.
        lines = "\n" * found[0].count("\n")
        return (f"const {', '.join(names)};" if names else "") + lines

    exported = _exported(source)
    body = _EXPORT.sub("", _IMPORT.sub(imported, source))
    other = _OTHER.search(body)
    if other:
        line = _line(body, other.start())
        raise SetupError(f"script '{name}' of the theme, line {line}: not understood: {other[0]}")
    takes, gives = "", ""
    if exported:
        takes = f"const [{', '.join(variables[name, each] for each in exported)}] = "
        gives = f"return [{', '.join(exported)}];\n"
    wrapped = f"{takes}(() => {{\n{body.rstrip()}\n{gives}}})();\n"
    _shrunk(f"script '{name}' of the theme", wrapped, lines_before=1)
    return wrapped
