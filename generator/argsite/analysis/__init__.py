"""What follows from a graph: which statements stand and why, and which part of it to show.

standing.py     which statements stand: the labels, and the words for readers
reason.py       why, in a sentence, and step_reason.py the same of a step (failing.py, settled.py,
                waiting.py and wording.py help them)
census.py       how much there is of what
grounds.py      step by step what a status rests on
objections.py   how many arguments each way, and what nobody has answered
opposition.py   the latter for each of many essays
view.py         the part of the graph that a diagram shows
outline.py      the argument as nested lists
division.py     a long one in several parts
chapters.py     the same of a whole essay, so that no statement is left out
paths.py        the ways from the contention down to a statement
reach.py        what lies below a statement, remembered for all of these; descent.py finds one level
"""

from argsite.analysis.census import Census, census, together
from argsite.analysis.chapters import Chapter, chapter_of, chapters, graph_of
from argsite.analysis.descent import steps_below
from argsite.analysis.division import divide
from argsite.analysis.grounds import Ground, deciding, grounds
from argsite.analysis.kept import stood
from argsite.analysis.objections import (
    argued,
    counts,
    is_unanswered,
    open_objections,
    unanswered,
)
from argsite.analysis.opposition import Opposition
from argsite.analysis.outline import Part, Row, outline
from argsite.analysis.overview import overview
from argsite.analysis.paths import paths, shortest_path
from argsite.analysis.reach import Reach
from argsite.analysis.reason import explain
from argsite.analysis.standing import Label, Standing, fares_alike, is_presumed, stand
from argsite.analysis.step_reason import explain_step
from argsite.analysis.view import Bridge, View, local_view, point_view, whole_view
from argsite.analysis.wording import Mention, Reason, flatten

__all__ = [
    "Bridge",
    "Census",
    "Chapter",
    "Ground",
    "Label",
    "Mention",
    "Opposition",
    "Part",
    "Reach",
    "Reason",
    "Row",
    "Standing",
    "View",
    "argued",
    "census",
    "chapter_of",
    "chapters",
    "counts",
    "deciding",
    "divide",
    "explain",
    "explain_step",
    "fares_alike",
    "flatten",
    "graph_of",
    "grounds",
    "is_presumed",
    "is_unanswered",
    "local_view",
    "open_objections",
    "outline",
    "overview",
    "paths",
    "point_view",
    "shortest_path",
    "stand",
    "steps_below",
    "stood",
    "together",
    "unanswered",
    "whole_view",
]
