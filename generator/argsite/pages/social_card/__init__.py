"""The picture that stands for an essay where its address is shared: title, contention, status.

`essays` says what each card shows and remembers it, `drawing` places it, `lettering` sets words,
`fonts` and `reading_order` say with which letters and in which order, `mark` is the sign of the
status. `picture` holds the pixels, `png` is how they are written.
"""

from argsite.model import Essay, Library
from argsite.pages.social_card.fonts import can_write

WIDTH = 1200
HEIGHT = 630
"""The size in pixels that those who show cards ask for (ogp.me leaves it open)."""


def has_card(library: Library, essay: Essay) -> bool:
    """Say whether an essay has a card: where its address is known, and its title can be written."""
    return library.has_cards and can_write(essay.title)
