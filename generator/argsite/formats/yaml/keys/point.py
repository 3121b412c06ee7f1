"""The keys of a numbered point."""

from __future__ import annotations

from argsite.formats.yaml.keys import statement
from argsite.formats.yaml.keys.key import Key, Table, names
from argsite.formats.yaml.tokens import NUMBER as FROM_1
from argsite.formats.yaml.values import LINE, listed, one
from argsite.formats.yaml.values import PROSE as LONG_TEXT

NUMBER = Key(
    "number",
    FROM_1,
    "The point's number. Points run 1, 2, 3 … without gaps; in a file of its own, the point has "
    "the number that the file's name begins with.",
    "number: 2",
)
TITLE = Key("title", LINE, "The point's heading, plain text.")
PROSE = Key(
    "prose",
    LONG_TEXT,
    "The essay's own words for this point, in Markdown. `[words](#id)` links a statement of the "
    "essay, `[words](essay#id)` one of another.",
    "prose: |\n  The paths have been [lit since 2024](#lit-paths).",
)
CLAIM = Key("claim", one("claim", "a claim"), "What the point argues for: a text or a statement.")
CLAIMS = Key(
    "claims",
    listed("claim", "a list of claims", least=1),
    "In place of `claim`, where the point argues for several: the first is its main claim.",
    "claims:\n  - It is cheap.\n  - It pays.",
)

POINT = Table(
    "point",
    "a point",
    (NUMBER, TITLE, PROSE, CLAIM, CLAIMS),
    "A numbered point is a passage of the essay with what it claims. It stands in a file of its "
    "own beside `essay.yaml`, such as `2-safety.yaml`, or in the list `points` of a short essay, "
    "and is written the same way in both places. It has `claim` or `claims`, not both.",
    needs=(NUMBER, TITLE),
    misplaced=names(statement.KEYS) - {"id", "aliases"},
    reason="'{key}' belongs to a claim, not to the point itself",
    hint="indent it below 'claim:'",
    rules={
        "anyOf": [{"required": [CLAIM.name]}, {"required": [CLAIMS.name]}],
        "not": {"required": [CLAIM.name, CLAIMS.name]},
    },
)
