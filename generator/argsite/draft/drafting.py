"""From an essay's text to the files of its folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from argsite.draft import files, titles
from argsite.draft.definitions import settled
from argsite.draft.division import By, Division, Part, Words, divide
from argsite.draft.drafts import Draft, Wishes
from argsite.draft.encoding import looks_like
from argsite.draft.files import EssayDraft, PointDraft, write_files
from argsite.draft.fitting import Fitter
from argsite.draft.front_matter import take_out
from argsite.draft.guesses import Guess, Read, arrange, claim, contention, read, walk
from argsite.draft.indicators import LANGUAGES, Indicators, guess_language, indicators
from argsite.draft.lines import Text, read_lines
from argsite.draft.portions import portioned
from argsite.draft.sentences import sentences
from argsite.formats.characters import examine
from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location, Manuscript


def draft(manuscript: Manuscript, wishes: Wishes, report: Report) -> Draft | None:
    """Return a draft of the essay; None after a report."""
    text = read_lines(manuscript, is_markdown=wishes.is_markdown)
    readable = Manuscript(manuscript.path, "\n".join(text.lines))
    encoding = looks_like(readable.text)
    if not examine(readable, lambda problem: report(_with_encoding(problem, encoding))):
        return None
    if not readable.text.strip():
        hint = "write the essay into it first"
        report(Problem(Code.EMPTY_TEXT, Location(manuscript.path), "the file is empty", hint))
        return None
    front, text = take_out(text)
    wishes = replace(
        wishes,
        title=wishes.title or front.title,
        language=wishes.language or front.language,
        author=front.author,
        remarks=front.lines,
    )
    return _Drafting(text, readable, wishes, report).draft()


def write_site(drafted: Draft, *, is_first: bool) -> str:
    """Return a `site.yaml` for a site that has none; it changes nothing for essays there before."""
    if is_first:
        return files.write_site(drafted.title, drafted.language)
    return files.write_site("Essays", "")


def _with_encoding(problem: Problem, encoding: str) -> Problem:
    hint = f"the file looks like {encoding}; save it as UTF-8"
    return replace(problem, hint=hint) if encoding else problem


class _Proses(NamedTuple):
    """The parts of an essay as Markdown."""

    opening: str
    """The opening."""

    points: Sequence[str]
    """The points."""


class _Drafting:
    """Drafts one essay."""

    def __init__(self, text: Text, manuscript: Manuscript, wishes: Wishes, report: Report) -> None:
        guessed = wishes.language or guess_language(manuscript.text)
        self.language = guessed or "en"
        self.words: Indicators = indicators(self.language)
        self.is_known = bool(guessed) and bool(self.words.signs)
        self.text = text
        self.manuscript = manuscript
        self.wishes = wishes
        self.report = report

    def draft(self) -> Draft | None:
        """Return the draft; None after a report."""
        known = [indicators(each) for each in LANGUAGES]
        division = divide(
            self.text,
            self.wishes.title,
            Words(
                [word for each in known for word in each.points],
                {word: number for each in known for word, number in each.numerals.items()},
                [word for each in known for word in each.author],
                [word for each in known for word in each.by],
            ),
        )
        for index, number in division.skipped:
            self.warn_of_gap(index, number, len(division.points))
        fitter = Fitter(self.text, self.manuscript, self.wishes.folder, self.report)
        title = self.wishes.title or fitter.title(division.title)
        folder = self.wishes.folder or titles.folder(title or titles.of_file(self.text.path))
        fitter = replace(fitter, folder=folder)
        division = portioned(division, self.text, fitter.fits)
        if self.text.is_markdown:
            division = settled(division)
        opening = fitter.prose(replace(division.opening, heading=division.title), "the opening")
        proses = [
            fitter.prose(part, f"point {number}" if division.by is not By.NOTHING else "")
            for number, part in enumerate(division.points, 1)
        ]
        whole = [prose for prose in proses if prose is not None]
        if opening is None or len(whole) < len(proses):
            return None
        titled = [replace(part, heading=fitter.title(part.heading)) for part in division.points]
        division = replace(division, points=tuple(titled))
        return self.assemble(division, title, folder, _Proses(opening, tuple(whole)))

    def assemble(self, division: Division, title: str, folder: str, proses: _Proses) -> Draft:
        """Return the draft of an essay whose parts are Markdown now."""
        opened = self.read(proses.opening, "opening")
        reads = [self.read(prose, "") for prose in proses.points]
        argued = contention(opened, reads, has_title=bool(title))
        shown = title or titles.of_file(self.text.path)
        main = argued or Guess(f"{shown.rstrip('.')}.", "", "title")
        main.role = "contention"
        if any(each.guess is main for each in reads[-1]):
            for each in walk(main):
                each.place = f"point {len(reads)}, {each.place}"
        arrange(main, opened)
        points = tuple(
            self.point(number, part, prose, [each for each in found if each.guess is not main])
            for number, (part, prose, found) in enumerate(
                zip(division.points, proses.points, reads, strict=True), 1
            )
        )
        essay = EssayDraft(
            title=shown,
            is_title_guessed=not title,
            author=self.wishes.author or " ".join(division.author.split()),
            language=self.language,
            is_language_guessed=not self.wishes.language,
            prose=proses.opening,
            contention=main,
            points=points,
            remarks=self.wishes.remarks,
            origin="".join(char if char.isprintable() else "?" for char in self.text.path),
        )
        guesses = sum(1 for each in (main, *(point.claim for point in points)) for _ in walk(each))
        made_up = [not title, not self.wishes.language, *(each.is_title_guessed for each in points)]
        return Draft(
            folder=folder,
            title=shown,
            language=self.language,
            is_language_guessed=not self.wishes.language,
            is_language_known=self.is_known,
            by=division.by,
            style=division.style,
            points=len(points),
            cuts=division.cuts,
            sentences=sum(len(each) for each in (opened, *reads)),
            guesses=guesses + len(points) + sum(made_up),
            files=write_files(essay),
        )

    def point(self, number: int, part: Part, prose: str, reads: Sequence[Read]) -> PointDraft:
        """Return a point with its claim."""
        heading = part.heading
        chosen = claim(reads)
        name = f"{self.words.points[0] if self.words.points else 'Point'} {number}"
        if chosen is None:
            text = heading or name
            main = Guess(
                text if text[-1] in ".!?…" else f"{text}.", "", "heading" if heading else ""
            )
        else:
            main = arrange(chosen.guess, reads)
        main.role = "claim"
        title = heading or titles.of_claim(main.text) or name
        which, pieces = part.piece
        shown = f"{title} ({which}/{pieces})" if pieces > 1 else title
        return PointDraft(shown, not heading or pieces > 1, prose, main)

    def warn_of_gap(self, index: int, number: int, last: int) -> None:
        """Say that a number did not begin a point."""
        at = Location(self.text.path, index + 1, 1, len(self.text.lines[index]) or 1)
        message = f"number {number} does not follow {last}, so no point begins here"
        hint = "number the points 1, 2, 3 …, without gaps"
        self.report(Problem(Code.POINT_NUMBER, at, message, hint, Severity.WARNING))

    def read(self, prose: str, where: str) -> list[Read]:
        """Return the sentences of a part."""
        found = sentences(prose, self.language, self.words.abbreviations)
        return read(found, self.words, where)
