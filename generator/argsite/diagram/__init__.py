"""Diagrams: a view of the graph becomes a chart, DOT, a layout, and SVG.

    with Engine(limit_seconds=10) as engine:
        for drawing in engine.draw(chart(view, graph, standing, …) for view in views):
            ...

chart.py     what is shown, as data (composition.py: of a view)
words.py     how statements fare and are joined, in words
box.py       how a statement's text is set in its box (measure.py: how wide text is)
skeleton.py  which boxes, junctions and passing lines there are, and on which rank
dot.py       what Graphviz is asked: how far from the left everything stands
layout.py    its answer
centre.py    each target above the middle of its reasons
place.py     heights, and where lines meet boxes (route.py: how they run there)
svg.py       the drawing (lettering.py: its words)
plan.py      all of these in order
album.py     drawings kept for the next time
engine.py    many drawings, each within a time limit (crew.py and worker.py: by other processes)
"""

from argsite.diagram.album import Album
from argsite.diagram.chart import Chart, Node, Step
from argsite.diagram.composition import chart
from argsite.diagram.engine import Engine
from argsite.diagram.layout import Layout, TooSlow
from argsite.diagram.marks import MARKS
from argsite.diagram.measure import width, wrap
from argsite.diagram.plan import Drawing, Plan, draw, plan
from argsite.diagram.words import relation, status_word

__all__ = [
    "MARKS",
    "Album",
    "Chart",
    "Drawing",
    "Engine",
    "Layout",
    "Node",
    "Plan",
    "Step",
    "TooSlow",
    "chart",
    "draw",
    "plan",
    "relation",
    "status_word",
    "width",
    "wrap",
]
