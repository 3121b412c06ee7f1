"""Charts to test with, written in a few words.

    c contention contested focus: The park should stay open at night.
    p premise presumed: Shift workers have no other green space.
    q premise presumed implicit: They need one.
    a = p + q for c
    b = r against c
    u = x undercut a

A line with a colon is a statement: a name, its role, its status, then `focus`, `implicit`,
`unanswered`, `+3` (so many hidden) as they apply. A line with an equals sign is a step.
"""

from __future__ import annotations

from hypothesis import strategies as st

from argsite.diagram import Chart, Node, Step
from argsite.model import Kind, Role, Status

WORDS = {
    Role.CONTENTION: "Contention",
    Role.CLAIM: "Point 2",
    Role.PREMISE: "Because",
    Role.REBUTTAL: "But",
    Role.UNDERCUT: "Does not follow",
}


def chart_of(text: str, prefix: str = "map") -> Chart:
    """Read a chart from its notation."""
    nodes = []
    steps = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if ":" in line:
            head, _, words = line.partition(":")
            nodes.append(_node(head.split(), words.strip()))
        else:
            key, _, rest = line.partition(" = ")
            *premises, kind, target = rest.replace("+", " ").split()
            out = key.endswith("!")
            steps.append(Step(key.rstrip("!"), tuple(premises), target, Kind(kind), out=out))
    return Chart(prefix, "A map", "A map to test with.", tuple(nodes), tuple(steps))


def _node(head: list[str], text: str) -> Node:
    key, role_name, status, *marks = head
    role = Role(role_name)
    hidden = sum(int(mark) for mark in marks if mark.startswith("+"))
    return Node(
        key,
        f"{key}.html",
        WORDS[role] + (" · unanswered" if "unanswered" in marks else ""),
        text,
        Status(status),
        role,
        implicit="implicit" in marks,
        unanswered="unanswered" in marks,
        focus="focus" in marks,
        status_word=status,
        more=f"+{hidden} more" if hidden else "",
    )


TWO = """
c contention stands focus: The park should stay open at night.
p premise presumed: Shift workers have no other green space.
a = p for c
"""

PARK = """
c claim contested focus: A lit and staffed park is as safe at ten as at six.
p1 premise presumed: Paths along the lake have been lit since 2024.
p2 premise stands: Wardens pass every twenty minutes until midnight.
p3 premise presumed +12: Burglaries fell where lamps were added.
p4 premise presumed implicit: Burglaries and park robberies rise and fall together.
u undercut presumed unanswered: Both fell everywhere in those years.
r rebuttal rebutted: Night opening raises crime.
s rebuttal presumed unanswered: The figures are from another city.
a1 = p1 for c
a2 = p2 for c
a3! = p3 + p4 for c
a4 = u undercut a3
a5! = r against c
a6 = s against r
"""

UNDERCUTS = """
c claim open focus: Lamps cause burglaries to fall.
p premise accepted: Burglaries fell where lamps were added.
u undercut unsupported: Both fell everywhere in those years.
v undercut presumed: They fell twice as fast where there were lamps.
w undercut rejected: The years are chosen so as to show it.
a = p for c
b! = u undercut a
d = v undercut b
e = w undercut d
"""

SHARED = """
c contention open focus: What everything leads to.
p premise open: A first reason.
q premise open: A second reason, with a longer text that takes more rows than its neighbours.
s premise presumed: A statement that is used twice.
t premise presumed: A reason for the second reason.
a = p for c
b = q for c
d = t for q
e = s for p
f = s against t
"""

CIRCLES = """
c claim open focus: It rests on itself.
p premise open: By way of another.
q rebuttal open: Which attacks what it rests on.
l premise open: And this one needs nothing else.
a = p for c
b = q for p
d = c against q
e = l for l
f = l for c
g = c + q for c
"""

APART = """
c claim presumed focus: One thing.
d claim presumed: Another that has nothing to do with it.
"""

SCRIPTS = """
c contention accepted focus: Парк должен оставаться открытым ночью, через один освещённый вход.
p premise presumed: Όλη τη νύχτα η πόλη έχει φως, και κανείς δεν παραπονιέται.
q premise open: 公園は夜も開いているべきである。照明と警備員がいれば、閉園時間を変える必要はない。
r rebuttal unsupported: Das Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtenamt.
s rebuttal presumed unanswered: Te\u0301xt with combi\u0308ning marks & <b>tags</b> "quoted" 🎉.
t premise presumed: שלום עולם
v premise presumed: A very long statement that goes on and on, because its author did not want \
to leave anything unsaid that could possibly be said about the matter at hand, however small, and \
who then added a second clause, and a third, so that no box could ever hold it whole.
a = p + q for c
b = r against c
d = s against r
e = t for p
f = v for p
"""

CROWD = "c contention contested focus: A contention with many points below it.\n" + "".join(
    f"p{number} claim unsupported +{number}: Point {number} says something.\n"
    f"a{number} = p{number} for c\n"
    for number in range(1, 8)
)

SAMPLES = {
    "two": TWO,
    "park": PARK,
    "undercuts": UNDERCUTS,
    "shared": SHARED,
    "circles": CIRCLES,
    "apart": APART,
    "scripts": SCRIPTS,
    "crowd": CROWD,
}
"""Charts by name."""


def samples() -> list[Chart]:
    """Return the sample charts."""
    return [chart_of(text, prefix=name) for name, text in SAMPLES.items()]


def tower(levels: int, links: int) -> Chart:
    """Return a chart of levels of three, each statement a reason for `links` of those above it."""
    nodes = tuple(
        Node(f"n{level}-{place}", "x.html", "Because", "Text.", Status.OPEN, Role.PREMISE)
        for level in range(levels)
        for place in range(3)
    )
    steps = tuple(
        Step(f"s{index}-{link}", (nodes[index].key,), nodes[_above(index, link)].key, Kind.FOR)
        for index in range(3, len(nodes))
        for link in range(links)
    )
    return Chart("tower", "A tower", "Much too large to read.", nodes, steps)


def _above(index: int, link: int) -> int:
    return index - 3 if link == 0 else 7919 * (index + link) % (index - 2)


@st.composite
def any_charts(draw: st.DrawFn) -> Chart:
    """Draw charts with shared statements, cycles, undercuts of undercuts, and steps twice."""
    names = [f"s{index}" for index in range(draw(st.integers(1, 9)))]
    nodes = tuple(
        Node(name, "x.html", "Because", "Text.", Status.OPEN, Role.PREMISE) for name in names
    )
    keys = [f"a{index}" for index in range(draw(st.integers(0, 12)))]
    steps = []
    for key in keys:
        premises = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
        target = draw(st.sampled_from(names + keys))
        against = draw(st.booleans())
        kind = Kind.UNDERCUT if target in keys else Kind.AGAINST if against else Kind.FOR
        steps.append(Step(key, tuple(premises), target, kind))
    return Chart("any", "Any", "Any.", nodes, tuple(steps))
