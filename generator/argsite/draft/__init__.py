"""A plain essay as a first draft of a mapped one: text in, the files of its folder out.

The way of a text: `lines` reads it; `markers` and `numbering` find the numbers of its points, and
`division` cuts it there; `prose` and `fitting` make Markdown of each part; `sentences`, `clauses`
and `indicators` read what its sentences do, and `guesses` arranges them; `files` writes all down.
"""

from argsite.draft.drafting import draft, write_site
from argsite.draft.drafts import Draft, Wishes

__all__ = ["Draft", "Wishes", "draft", "write_site"]
