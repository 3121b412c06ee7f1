"""Authors' files as nodes, parsed again where a question about places asks for them."""

from __future__ import annotations

from collections.abc import Mapping as ByName

from argsite.formats.yaml.nodes import Mapping, Node, Sequence, parse
from argsite.source import Location, Manuscript


class Writing:
    """Answers what stands at a place; each file is parsed at most once."""

    def __init__(self, manuscripts: ByName[str, Manuscript]) -> None:
        """Ask about files by path."""
        self.manuscripts = manuscripts
        self._mappings: dict[str, dict[Location, Mapping]] = {}

    def mapping(self, at: Location) -> Mapping | None:
        """Return the mapping that begins at a place; None where another kind of value does."""
        if at.path not in self._mappings:
            root = parse(self.manuscripts[at.path], lambda _: None)
            self._mappings[at.path] = _index(root) if root else {}
        return self._mappings[at.path].get(_start(at))


def _index(root: Node) -> dict[Location, Mapping]:
    found: dict[Location, Mapping] = {}
    nodes: list[Node] = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, Sequence):
            nodes += node.items
        elif isinstance(node, Mapping):
            found[_start(node.at)] = node
            nodes += (entry.value for entry in node.entries.values())
    return found


def _start(at: Location) -> Location:
    return at._replace(width=1)
