"""The values that every stage shares: statements, arguments, essays, and the library of them all.

A *key* names a statement or an argument in the whole site (`park/patrols`), an *id* within its
essay (`patrols`). Statements and arguments both have keys; an argument's id holds dots, a
statement's never does, so the two cannot meet.
"""

from argsite.model.argument import Argument, Kind
from argsite.model.essay import Essay, PlainPage, Point, Search, Site
from argsite.model.graph import Graph
from argsite.model.library import Library
from argsite.model.options import Accent, Colour, Fonts, Listing, Logo, Options, Paper
from argsite.model.statement import Role, Source, Statement
from argsite.model.status import Status

__all__ = [
    "Accent",
    "Argument",
    "Colour",
    "Essay",
    "Fonts",
    "Graph",
    "Kind",
    "Library",
    "Listing",
    "Logo",
    "Options",
    "Paper",
    "PlainPage",
    "Point",
    "Role",
    "Search",
    "Site",
    "Source",
    "Statement",
    "Status",
]
