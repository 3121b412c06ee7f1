"""Pictures by authors: whether a file is what its name says, and shows without asking for more.

A browser that opens an SVG alone obeys the scripts in it, under the site's own address.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from xml.parsers import expat

ENDINGS: Mapping[str, re.Pattern[bytes]] = {
    ".svg": re.compile(rb""),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".avif": re.compile(rb"....ftyp(.{4})*?(avif|avis)", re.DOTALL),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
}
"""Endings of pictures that browsers show, and how such a file begins."""

_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "handler", "listener"})
_MORE_THAN_SVG = frozenset({
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1998/Math/MathML",
})  # fmt: skip
"""Spaces of names, beside SVG's, whose elements do something in a browser."""

_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]")
_CALL = re.compile(
    rf"@import|url\(\s*+[\"']?+\s*+(?!{_INSIDE.pattern})|image-set\(|(?<![\w-])(?:image|src)\(",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def faults(name: str, data: bytes) -> list[str]:
    """Return what is wrong with the picture called `name`, each fault once; mostly nothing."""
    ending = name[name.rindex(".") :].lower()
    if ending == ".svg":
        return _Reader().read(data)
    if ENDINGS[ending].match(data):
        return []
    real = next((each for each, begin in ENDINGS.items() if _is_sure(begin, data)), None)
    is_kind = f"is no {ending[1:].upper()} picture"
    return [f"{is_kind} but {real[1:].upper()}" if real else is_kind]


def _calls(css: str) -> bool:
    """Say whether a style, or a value that may hold one, refers to something else."""
    # Within a name a sign may be written by its number: `\75rl(` is `url(`.
    return any(_CALL.search(each) for each in {css, _ESCAPE.sub(_sign, css)})


def _sign(escape: re.Match[str]) -> str:
    if escape[2]:
        return escape[2]
    code = int(escape[1], 16)
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def _is_sure(begin: re.Pattern[bytes], data: bytes) -> bool:
    found = begin.match(data)
    return bool(found and found[0])


class _DoctypeError(Exception):
    """Nothing behind a DOCTYPE is read: it may hold entities that grow without end."""


class _Reader:
    """Reads an SVG and keeps what must not be in it, with the line where it is first."""

    def __init__(self) -> None:
        self._found: dict[str, int] = {}
        self._depth = 0
        self._styles = 0
        self._style = ""
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def read(self, data: bytes) -> list[str]:
        """Return the faults of an SVG."""
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat's: this is all
        except _DoctypeError:
            self._note("holds a DOCTYPE")
        except expat.ExpatError as fault:
            self._note(f"is no SVG picture: {expat.ErrorString(fault.code)}")
        except (LookupError, ValueError) as fault:  # an encoding that Python does not know
            self._note(f"is no SVG picture: {fault}")
        return [f"{what} (its line {line})" for what, line in self._found.items()]

    def _note(self, what: str) -> None:
        self._found.setdefault(what, self._parser.CurrentLineNumber)

    def _doctype(self, *_declared: object) -> None:
        raise _DoctypeError

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._note("holds a stylesheet from elsewhere")

    def _start(self, element: str, attributes: Mapping[str, str]) -> None:
        space, _, name = element.rpartition(" ")
        if not self._depth and (space, name) != (_SVG, "svg"):
            self._note(f'is no SVG picture: it does not begin with <svg xmlns="{_SVG}">')
        self._depth += 1
        if name in _ACTIVE or space in _MORE_THAN_SVG:
            self._note(f"holds <{name}>")
        self._styles += name == "style"
        for attribute, value in attributes.items():
            self._attribute(attribute.rpartition(" ")[2], value)

    def _attribute(self, name: str, value: str) -> None:
        # An animation can set what could not be written.
        set_later = value.strip().rpartition(":")[2] if name == "attributeName" else name
        if set_later.lower().startswith("on"):
            self._note(f"holds a script in '{set_later}'")
        elif name in {"href", "src", "base"} and not _INSIDE.match(value.strip()):
            self._note(f"refers to '{value[:60]}'")
        elif set_later in {"href", "src"} and name != set_later:
            self._note(f"changes '{set_later}'")
        elif _calls(value):
            self._note(f"refers to something else in '{name}'")

    def _end(self, element: str) -> None:
        self._depth -= 1
        if element.rpartition(" ")[2] == "style":
            self._styles -= 1
            if _calls(self._style):
                self._note("refers to something else in <style>")
            self._style = ""

    def _text(self, text: str) -> None:
        if self._styles:
            self._style += text
