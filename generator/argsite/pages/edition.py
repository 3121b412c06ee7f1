"""What every page draws on: the library, how each statement stands, and how it is worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argsite import markdown
from argsite.analysis import Reach, Reason, Standing, explain, flatten, open_objections
from argsite.formats.naming import tag_names
from argsite.language import Words, words_of
from argsite.model import Argument, Essay, Graph, Library, Listing, Status
from argsite.pages.backlinks import Backlink, find_backlinks
from argsite.pages.links import StatementLink
from argsite.pages.works import Works, find_works


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a site, about to be rendered."""

    library: Library
    """What the authors wrote."""

    standing: Standing
    """How it stands."""

    plain: Mapping[str, str]
    """Key of each statement to its text without Markdown marks."""

    essays: Mapping[str, Essay]
    """The essays by their folders."""

    order: Mapping[str, int]
    """Key of each statement to its place among the statements of its essay, from 0."""

    tags: Mapping[str, str]
    """Each tag, case folded, to the name of its page."""

    spelling: Mapping[str, str]
    """Each tag, case folded, as it is written first."""

    open: Mapping[str, frozenset[str]]
    """Folder of an essay to the keys of the arguments that attack what it argues, unanswered."""

    unanswered: frozenset[str]
    """Keys of the arguments that attack what an essay argues and that nothing answers."""

    lists: tuple[Listing, ...]
    """The lists that the site has, in the order of its navigation."""

    works: Works
    """What its statements cite."""

    backlinks: Mapping[str, tuple[Backlink, ...]]
    """Key of a statement to the places whose Markdown links to it; missing where none does."""

    reach: Reach
    """What analysis remembers of the graph between one view and the next."""

    links: dict[tuple[str, str, str], StatementLink] = field(default_factory=dict)
    """What was linked before, by the page's folder and language and the statement's key."""

    @classmethod
    def of(cls, library: Library, standing: Standing) -> Edition:
        """Prepare what pages share."""
        statements = library.graph.statements.values()
        unanswered = {
            essay.slug: frozenset(
                each.key for each in open_objections(library.graph, standing, essay)
            )
            for essay in library.essays
        }
        return cls(
            library,
            standing,
            plain={each.key: markdown.plain(each.text.text) for each in statements},
            essays={essay.slug: essay for essay in library.essays},
            order={
                each.key: place
                for essay in library.essays
                for place, each in enumerate(essay.statements)
            },
            tags=tag_names(tag for each in statements for tag in each.tags),
            spelling=_spelling(tag for each in statements for tag in each.tags),
            open=unanswered,
            unanswered=frozenset().union(*unanswered.values()),
            lists=library.lists,
            works=find_works(statements, library.site.language),
            backlinks=find_backlinks(library),
            reach=Reach(library.graph),
        )

    @property
    def graph(self) -> Graph:
        """The site's statements and arguments."""
        return self.library.graph

    def status(self, key: str) -> Status:
        """Return how a statement fares."""
        return self.standing.statuses[key]

    def arguments(self, essay: Essay) -> list[Argument]:
        """Return an essay's arguments that take part in the graph, in the order of writing."""
        return [each for each in essay.arguments if each.key in self.graph.arguments]

    def tags_of(self, key: str) -> tuple[str, ...]:
        """Return a statement's tags, case folded, each once."""
        return tuple(dict.fromkeys(tag.casefold() for tag in self.graph.statements[key].tags))

    def words(self, slug: str = "") -> Words:
        """Return the words of the interface for an essay's pages; without one, for the site's."""
        return words_of(self.language(slug), self.library.site.language)

    def language(self, slug: str = "") -> str:
        """Return the BCP 47 tag of an essay's text; without an essay, of the site's."""
        essay = self.essays.get(slug)
        return (essay.language if essay else "") or self.library.site.language

    def reason(self, words: Words, key: str) -> Reason:
        """Return why a statement has its status."""
        return explain(words, self.graph, self.standing, key)

    def told(self, words: Words, reason: Reason) -> str:
        """Return a reason as text, its statements in quotation marks."""

        def named(key: str) -> str:
            return words.quoted(self.plain[key].removesuffix("."))

        return flatten(reason, named)


def _spelling(tags: Iterable[str]) -> dict[str, str]:
    """Return how each tag, whatever its capitals, is written first."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold(), tag)
    return found
