"""Diagrams: a view of the graph becomes a chart, DOT, a layout, and SVG.

    with Engine(limit_seconds=10, layouts=Layouts(kept)) as engine:
        for drawing in engine.draw(chart(view, graph, standing, …) for view in views):
            ...

chart.py     what is shown, as data (composition.py: of a view)
words.py     how statements fare and are joined, in words
box.py       how a statement's text is set in its box (measure.py: how wide text is)
shape.py     what charts have in common that differ in their texts alone
skeleton.py  which boxes, junctions and passing lines there are, and on which rank
dot.py       what Graphviz is asked: how far from the left everything stands
layout.py    its answer
tree.py      what it is not asked: trees
centre.py    each target above the middle of its reasons
place.py     how far from the left and the top (route.py: how lines run there)
stroke.py    the lines of a step (stencil.py: texts in which only numbers are missing)
face.py      a box (lettering.py: its words)
svg.py       the drawing
plan.py      all of these in order, for a shape, then for each chart
layouts.py   layouts kept for the next build
album.py     drawings kept for the next time
engine.py    many drawings, each within a time limit (crew.py and worker.py: large ones, beside)
"""

from argsite.diagram.album import Album
from argsite.diagram.chart import Chart, Node, Step
from argsite.diagram.composition import chart
from argsite.diagram.engine import Engine
from argsite.diagram.layout import Layout, TooSlow
from argsite.diagram.layouts import Layouts, Portion
from argsite.diagram.marks import MARKS
from argsite.diagram.measure import width, wrap
from argsite.diagram.plan import Drawing, Plan, plan
from argsite.diagram.shape import Shape, shape_of
from argsite.diagram.words import relation, status_word

__all__ = [
    "MARKS",
    "Album",
    "Chart",
    "Drawing",
    "Engine",
    "Layout",
    "Layouts",
    "Node",
    "Plan",
    "Portion",
    "Shape",
    "Step",
    "TooSlow",
    "chart",
    "plan",
    "relation",
    "shape_of",
    "status_word",
    "width",
    "wrap",
]
