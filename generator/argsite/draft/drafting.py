"""From an essay's text to the files of its folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from argsite import markdown
from argsite.draft.division import By, Division, Part, divide
from argsite.draft.encoding import looks_like
from argsite.draft.files import EssayDraft, PointDraft, write_files
from argsite.draft.guesses import Guess, Read, arrange, claim, conclusion, read, walk
from argsite.draft.indicators import LANGUAGES, Indicators, guess_language, indicators
from argsite.draft.lines import Text, read_lines
from argsite.draft.prose import defused, of_markdown, of_plain
from argsite.draft.sentences import sentences
from argsite.formats import ids
from argsite.formats.characters import examine
from argsite.formats.naming import Namer
from argsite.formats.yaml.values import LONGEST_PROSE
from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location, Manuscript

_LONGEST_TITLE = 60
"""Characters of a title that is made of a claim."""

_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the author says about the essay beside its text."""

    is_markdown: bool
    """True where the text is Markdown, False where it is plain."""

    title: str = ""
    """Its title; empty: the one it has."""

    language: str = ""
    """Its language; empty: the one it seems to be in."""

    folder: str = ""
    """The name of its folder; empty: one made of the title."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted essay."""

    folder: str
    """The name of its folder."""

    title: str
    """Its title."""

    language: str
    """Its language."""

    is_language_guessed: bool
    """True where nobody said it."""

    is_language_known: bool
    """False where its indicator words are not known, or it could not be told."""

    by: By
    """How its points were found."""

    style: str
    """How their numbers are written."""

    points: int
    """How many there are."""

    sentences: int
    """How many sentences became candidate statements."""

    guesses: int
    """How many guesses wait for the author."""

    files: dict[str, str]
    """Name to text."""


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
    return _Drafting(text, readable, wishes, report).draft()


def _with_encoding(problem: Problem, encoding: str) -> Problem:
    hint = f"the file looks like {encoding}; save it as UTF-8"
    return replace(problem, hint=hint) if encoding else problem


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
        self.failed = False

    def draft(self) -> Draft | None:
        """Return the draft; None after a report."""
        known = [indicators(each) for each in LANGUAGES]
        division = divide(
            self.text,
            self.wishes.title,
            [word for each in known for word in each.points],
            [word for each in known for word in each.author],
        )
        title = self.wishes.title or self.words_of(division.title)
        folder = self.wishes.folder or _slug(title or _stem(self.text.path))
        # A title shows words alone: one with a link stands in the prose, too.
        opened = replace(division.opening, heading=division.title)
        opening = self.prose(opened, folder, "the opening")
        proses = [
            self.prose(part, folder, f"point {number}" if division.by is not By.NOTHING else "")
            for number, part in enumerate(division.points, 1)
        ]
        if self.failed:
            return None
        return self.assemble(division, title, folder, opening, proses)

    def assemble(
        self, division: Division, title: str, folder: str, opening: str, proses: Sequence[str]
    ) -> Draft:
        """Return the draft of an essay whose parts are Markdown now."""
        opened = self.read(opening, "opening")
        reads = [self.read(prose, "") for prose in proses]
        contention = _contention(opened, reads, has_title=bool(title))
        shown = title or _stem(self.text.path)
        main = contention or Guess(f"{shown.rstrip('.')}.", "", "title")
        main.role = "contention"
        if any(each.guess is main for each in reads[-1]):
            for each in walk(main):
                each.place = f"point {len(reads)}, {each.place}"
        arrange(main, opened)
        points = tuple(
            self.point(number, part, prose, [each for each in sentences if each.guess is not main])
            for number, (part, prose, sentences) in enumerate(
                zip(division.points, proses, reads, strict=True), 1
            )
        )
        essay = EssayDraft(
            title=shown,
            is_title_guessed=not title,
            author=" ".join(division.author.split()),
            language=self.language,
            is_language_guessed=not self.wishes.language,
            prose=opening,
            contention=main,
            points=points,
            origin="".join(char if char.isprintable() else "?" for char in self.text.path),
        )
        guesses = sum(1 for each in (main, *(point.claim for point in points)) for _ in walk(each))
        return Draft(
            folder=folder,
            title=shown,
            language=self.language,
            is_language_guessed=not self.wishes.language,
            is_language_known=self.is_known,
            by=division.by,
            style=division.style,
            points=len(points),
            sentences=sum(len(each) for each in (opened, *reads)),
            guesses=guesses + sum(point.is_title_guessed for point in points) + (not title),
            files=write_files(essay),
        )

    def point(self, number: int, part: Part, prose: str, reads: Sequence[Read]) -> PointDraft:
        """Return a point with its claim."""
        heading = self.words_of(part.heading)
        chosen = claim(reads)
        if chosen is None:
            text = heading or f"Point {number}"
            main = Guess(
                text if text[-1] in ".!?…" else f"{text}.", "", "heading" if heading else ""
            )
        else:
            main = arrange(chosen.guess, reads)
        main.role = "claim"
        title = heading or _as_title(main.text) or f"Point {number}"
        return PointDraft(title, not heading, prose, main)

    def prose(self, part: Part, folder: str, where: str) -> str:
        """Return a part as Markdown; report what stands in the way of a site."""
        if not self.text.is_markdown:
            prose = of_plain(part.lines, self.text)
        else:
            lines = part.lines
            if markdown.links(part.heading):
                lines = (f"**{part.heading}**", "", *lines)
            prose, dead = defused(of_markdown(lines, part.width), folder)
            for address in dead:
                self.warn_of_link(part, address)
        if markdown.multiplies(prose):
            message = "its link references make this text many times longer"
            self.refuse(part, message, "use long addresses and titles only once")
        if len(prose) > LONGEST_PROSE:
            what = where or "the essay has no numbered points, and"
            message = f"{what} has {len(prose):,} characters; at most {LONGEST_PROSE:,} are read"
            hint = "number more points: write 1., 2., 3. … at the beginning of paragraphs"
            self.refuse(part, message, hint)
        return prose

    def refuse(self, part: Part, message: str, hint: str) -> None:
        """Report what cannot become a part of a site."""
        at = Location(self.text.path, part.first + 1)
        self.report(Problem(Code.TOO_LARGE, at, message, hint))
        self.failed = True

    def warn_of_link(self, part: Part, address: str) -> None:
        """Say that a link is shown as text for now."""
        start = Location(self.text.path, part.first + 1)
        at = self.manuscript.find(address, start) if address else start
        message = f"'{address[:80]}' is not known in the site, so this link stands as text"
        hint = "take the backslash before it out of the draft once it leads somewhere"
        self.report(Problem(Code.BROKEN_LINK, at, message, hint, Severity.WARNING))

    def read(self, prose: str, where: str) -> list[Read]:
        """Return the sentences of a part."""
        found = sentences(prose, self.language, self.words.abbreviations)
        return read(found, self.words, where)

    def words_of(self, heading: str) -> str:
        """Return a heading as a title: plain words."""
        plain = markdown.plain(heading) if self.text.is_markdown else markdown.fold(heading)
        return plain or markdown.fold(heading)


def _contention(
    opened: Sequence[Read], reads: Sequence[Sequence[Read]], *, has_title: bool
) -> Guess | None:
    """Return what the whole essay seems to argue for."""
    concluded = conclusion(opened)
    if concluded:
        return concluded.guess
    ending = reads[-1] if len(reads[-1]) > 1 else []
    last = conclusion(ending)
    if last:
        return last.guess
    told = [each for each in opened if not each.is_question] or opened
    if told:
        return told[-1].guess
    return ending[-1].guess if ending and not has_title else None


def _as_title(text: str) -> str:
    """Return the first words of a claim as a title."""
    words = text.rstrip(".").split()
    title = ""
    for word in words:
        longer = f"{title} {word}".strip()
        if title and len(longer) > _LONGEST_TITLE:
            return f"{title.rstrip(',;:–—-')} …"
        title = longer
    return title[: 2 * _LONGEST_TITLE]


def _stem(path: str) -> str:
    """Return a file's name as a title."""
    words = " ".join(PurePath(path).stem.replace("_", " ").replace("-", " ").split())
    return f"{words[:1].upper()}{words[1:]}" or "Essay"


def _slug(title: str) -> str:
    """Return the name of a folder: the first words of a title."""
    name = Namer().name(title)
    if len(name) > _LONGEST_SLUG:
        cut = name.rfind("-", 0, _LONGEST_SLUG + 1)
        name = name[:cut] if cut > 0 else name[:_LONGEST_SLUG]
    return ids.suggest(name, ids.ESSAY_RESERVED) or "essay"
