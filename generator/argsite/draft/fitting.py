"""A part of an essay as Markdown that a site can take, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass

from argsite import markdown
from argsite.draft import titles
from argsite.draft.division import Part
from argsite.draft.lines import Text
from argsite.draft.prose import defused, of_markdown, of_plain
from argsite.formats.yaml.values import LONGEST_PROSE
from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location, Manuscript, in_one_line


@dataclass(frozen=True, slots=True)
class Fitter:
    """Makes Markdown of the parts of one essay."""

    text: Text
    """The essay."""

    manuscript: Manuscript
    """It as it is shown with a problem."""

    folder: str
    """The name of its folder."""

    report: Report
    """Where problems go."""

    def title(self, heading: str) -> str:
        """Return a heading as a title: plain words."""
        plain = markdown.plain(heading) if self.text.is_markdown else ""
        title = plain or in_one_line(heading)
        return title if len(title) <= titles.LONGEST else titles.of_claim(title)

    def prose(self, part: Part, where: str) -> str | None:
        """Return the prose of a part, which `where` names; None after a report."""
        prose = self._markdown(part) if self.text.is_markdown else of_plain(part.lines, self.text)
        if markdown.multiplies(prose):
            message = "its link references make this text many times longer"
            self._refuse(part, message, "use long addresses and titles only once")
            return None
        if len(prose) > LONGEST_PROSE:
            what = where or "the essay has no numbered points, and"
            message = f"{what} has {len(prose):,} characters; at most {LONGEST_PROSE:,} are read"
            hint = "number more points: write 1., 2., 3. … at the beginning of paragraphs"
            self._refuse(part, message, hint)
            return None
        return prose

    def fits(self, part: Part) -> bool:
        """Say whether the prose of a part is no longer than a point may have."""
        if self.text.is_markdown:
            prose, _ = defused(of_markdown(part.lines, part.width), self.folder)
        else:
            prose = of_plain(part.lines, self.text)
        return len(prose) <= LONGEST_PROSE

    def _markdown(self, part: Part) -> str:
        """Return Markdown whose links all lead somewhere."""
        lines = part.lines
        # A title shows words alone, and not too many: what would be lost stands in the prose, too.
        if len(part.heading) > titles.LONGEST or markdown.links(part.heading):
            lines = (f"**{part.heading}**", "", *lines)
        prose, dead = defused(of_markdown(lines, part.width), self.folder)
        for address in dead:
            self._warn(part, address)
        return prose

    def _refuse(self, part: Part, message: str, hint: str) -> None:
        at = Location(self.text.path, part.first + 1)
        self.report(Problem(Code.TOO_LARGE, at, message, hint))

    def _warn(self, part: Part, address: str) -> None:
        """Say that a link is shown as text for now."""
        start = Location(self.text.path, part.first + 1)
        at = self.manuscript.find(address, start) if address else start
        message = f"'{address[:80]}' is not known in the site, so this link stands as text"
        hint = "take the backslash before it out of the draft once it leads somewhere"
        self.report(Problem(Code.BROKEN_LINK, at, message, hint, Severity.WARNING))
