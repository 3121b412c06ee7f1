"""A plain essay in, the files of a mapped one out: cases, and what holds for every text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite import markdown
from argsite.check.quotes import place_of, prose_of
from argsite.draft import Draft, Wishes, draft
from argsite.draft import sentences as cutting
from argsite.draft.clauses import take_apart
from argsite.draft.indicators import LANGUAGES, Sign, guess_language, indicators
from argsite.draft.sentences import LONGEST, sentences
from argsite.formats.characters import decode
from argsite.formats.yaml import read_essay
from argsite.formats.yaml.values import LONGEST_PROSE
from argsite.model import Essay
from argsite.problems import Code, Problem, in_order, is_error, render
from argsite.source import Manuscript
from tests.built import build_site
from tests.casebook import Case, read_cases

CODES = {"english": "en", "ukrainian": "uk", "german": "de", "french": "fr"}


def attempt(
    text: str | bytes, name: str = "essay.txt", title: str = "", language: str = ""
) -> tuple[Draft | None, list[Problem]]:
    """Draft an essay; return what came of it, and the problems."""
    problems: list[Problem] = []
    data = text if isinstance(text, bytes) else text.encode()
    wishes = Wishes(name.endswith(".md"), title, language)
    return draft(decode(name, data), wishes, problems.append), in_order(problems)


def drafted(
    text: str | bytes, name: str = "essay.txt", title: str = "", language: str = ""
) -> Draft:
    """Draft an essay that has no errors."""
    made, problems = attempt(text, name, title, language)
    assert made, problems
    return made


def as_essay(made: Draft) -> Essay:
    """Read the drafted files as a build does, without problems."""
    problems: list[Problem] = []
    main, *parts = (Manuscript(f"content/e/{name}", text) for name, text in made.files.items())
    essay = read_essay("e", main, parts, problems.append)
    assert not problems
    assert essay
    return essay


def source(case: Case) -> tuple[str, str]:
    """Return the name and the text of the essay in a case."""
    return next((name, text) for name, text in case.fences.items() if "." in name)


def cases(folder: str) -> pytest.MarkDecorator:
    """Return the mark that gives a test the cases of a folder."""
    found = read_cases(f"draft/{folder}")
    return pytest.mark.parametrize(
        "case", found, ids=lambda each: f"{each.path.stem}: {each.title}"
    )


Golden = Callable[[Case, str, str], None]


@cases("essays")
def test_an_essay_becomes_these_files(case: Case, golden_fence: Golden) -> None:
    name, text = source(case)
    made = drafted(text, name)
    assert made.language.startswith(CODES[case.path.stem])
    as_essay(made)
    assert case.fences.keys() <= {name, *made.files}, "no file is left over"
    for file, written in made.files.items():
        golden_fence(case, file, written)


@cases("outlines")
def test_an_essay_is_cut_into_these_points(case: Case, golden_fence: Golden) -> None:
    name, text = source(case)
    golden_fence(case, "outline", outline(drafted(text, name)))


@cases("sentences")
def test_sentences_are_taken_apart_like_this(case: Case, golden_fence: Golden) -> None:
    words = indicators(CODES[case.path.stem])
    lines = []
    for sentence in case.fences["text"].splitlines():
        parts = take_apart(sentence, words)
        sign = "" if parts.sign is Sign.NONE else f"  [{parts.sign.value}]"
        lines.append(f"{parts.main.text}{sign}")
        lines += [f"    {each.bearing.name.lower()}: {each.text}" for each in parts.below]
        held = " ".join(each.quote for each in (parts.main, *parts.below))
        assert sorted(held.split()) == sorted(sentence.split()), "no word is lost"
    golden_fence(case, "parts", "\n".join(lines))


@cases("problems")
def test_an_import_finds_these_problems(case: Case, golden_fence: Golden) -> None:
    name, text = source(case)
    _, problems = attempt(text, name)
    manuscripts = {name: Manuscript(name, text)}
    golden_fence(case, "problems", "\n".join(render(each, manuscripts) for each in problems))


def outline(made: Draft) -> str:
    """Return how an essay was cut: its title, its opening and its points."""
    essay = as_essay(made)
    lines = [f"{made.by.name.lower()} {made.style}".rstrip(), f"title: {essay.title}"]
    lines += [f"author: {each}" for each in essay.authors]
    parts = [("opening", essay.prose)]
    parts += [(f"{point.number}. {point.title}", point.prose) for point in essay.points]
    for name, prose in parts:
        if prose or name != "opening":
            lines.append(name)
            lines += [f"  | {line}".rstrip() for line in (prose.text if prose else "").splitlines()]
    return "\n".join(lines)


TITLE = "Lamps and wardens"
OPENING = "We walk through the park. It is dark there."
HEADINGS = ("The lamps", "Wardens: who are they?", "Both")
PROSES = {
    "en": (
        "We begin with lamps. They shine because they are on.\n\nHowever, one is out.",
        "Wardens walk. Therefore they see.",
        "In 1990. nobody walked there, unless it was day.",
    ),
    "uk": (
        "Почнімо з ламп. Вони світять, бо їх увімкнено.\n\nАле одна не горить.",
        "Сторожі ходять. Отже, вони бачать.",
        "Ніхто там не ходив, якщо не було світло.",
    ),
    "de": (
        "Beginnen wir mit den Lampen. Sie leuchten, weil sie an sind.\n\nAber eine ist aus.",
        "Wärter gehen umher. Deshalb sehen sie etwas.",
        "Niemand ging dort, es sei denn, es war Tag.",
    ),
    "fr": (
        "Commençons par les lampes. Elles brillent parce qu'on y voit.\n\nMais une est cassée.",
        "Les gardiens marchent. Donc ils voient.",
        "Personne ne passait là, à moins qu'il ne fasse jour.",
    ),
}
STYLES = (
    "• {} •", "— {} —", "{}.", "{})", "({})", "[{}]", "{}", "## {}", "# {}.", "## {})", "**{}.**",
    "Point {}", "Point {}:", "Punkt {}:", "Пункт {}.", "Point {} :", "Point {} –", "§ {}", "{}\\.",
)  # fmt: skip
ROMANS = ("I", "II", "III")


def numbered(style: str, separator: str, language: str, headings: bool, roman: bool) -> str:  # noqa: FBT001 - from a table
    """Write the essay in one style."""
    text = f"{TITLE}\n\n{OPENING}\n\n"
    for index, prose in enumerate(PROSES[language]):
        heading = f" {HEADINGS[index]}\n\n" if headings else separator
        text += f"{style.format(ROMANS[index] if roman else index + 1)}{heading}{prose}\n\n"
    return text


@pytest.mark.parametrize("name", ["essay.txt", "essay.md"])
@pytest.mark.parametrize("style", STYLES)
def test_every_style_of_numbers_gives_the_same_points(style: str, name: str) -> None:
    language = LANGUAGES[STYLES.index(style) % len(LANGUAGES)]
    is_alone = style[-1] == "}" or style[0] == "#" or style == "Point {} –"
    for roman in (False, True):
        for separator in ("\n", "\n\n", *([] if is_alone else [" "])):
            text = numbered(style, separator, language, headings=False, roman=roman)
            essay = as_essay(drafted(text, name, language=language))
            assert (essay.title, told(essay.prose)) == (TITLE, OPENING)
            assert tuple(told(each.prose) for each in essay.points) == PROSES[language]
        if not style.endswith(("}", "**")):
            text = numbered(style, "", language, headings=True, roman=roman)
            essay = as_essay(drafted(text, name, language=language))
            assert tuple(each.title for each in essay.points) == HEADINGS
            assert tuple(told(each.prose) for each in essay.points) == PROSES[language]


@pytest.mark.parametrize("end", ["\r\n", "\r", "  \n", "\t\n", "\v", "\x0c", "\u2028"])
def test_lines_may_end_in_any_way(end: str) -> None:
    for style in ("• {} •", "{}."):
        text = numbered(style, "\n", "en", headings=False, roman=False)
        made = drafted("\ufeff" + text.replace("\n", end))
        assert made.files == drafted(text).files


def told(prose: object) -> str:
    """Return a prose without the line break at its end."""
    return str(getattr(prose, "text", "")).rstrip("\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_a_site_at_once(language: str, tmp_path: Path) -> None:
    for number, style in enumerate(("• {} •", "{}.", "## {}", "Point {}:")):
        made = drafted(numbered(style, "\n", language, headings=False, roman=False))
        folder = tmp_path / "content" / f"e{number}"
        folder.mkdir(parents=True)
        for name, text in made.files.items():
            (folder / name).write_text(text, encoding="utf-8")
    build_site(tmp_path)


PIECES = (
    "ab", "cd ef", "because", "But", "However,", "so", "1.", "2.", "3.", "1)", "(1)", "• 1 •",
    "• 2 •", "I.", "II.", "## 1", "## 2", "# ", "## ", "- ", "* ", "> ", "    ", "\t", "```", "~~~",
    "---", "===", "[a](#b)", "[r]: y", "[r]", "<b>", "`c`", "**", "_", "\\", "|", "|-|", "a|b", ":",
    ": ", "#", "!", "![i](p.png)", "<http://q.r>", "\xa0", "«q»", '"', "'", "...", "Therefore",
    "unless", "null", "~", "@", "%", "1990.", "Dr.", "?", "é", "ї", "https://a.b/c", "{", "]", ",",
    "a: b", " #c", "\ufeff", "^[z]", "<!--", "\x0c", "\u2028", "\v",
)  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join)


@given(TEXTS, st.booleans())
def test_whatever_the_text_its_draft_reads_well_and_quotes_it(text: str, is_markdown: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    made, problems = attempt(text, "essay.md" if is_markdown else "essay.txt")
    assert not any(is_error(each) for each in problems if each.code is not Code.EMPTY_TEXT)
    if made is None:
        assert not text.strip("\ufeff \t\n\xa0\v\x0c\u2028")
        return
    essay = as_essay(made)
    prose = prose_of(essay, {})
    for statement in essay.statements:
        assert not statement.quote or place_of(statement, prose) is not None
        assert not markdown.links(statement.text.text)
    for each in (essay.prose, *(point.prose for point in essay.points)):
        assert all(link.startswith("http") for link in markdown.links(each.text if each else ""))


@given(TEXTS)
def test_no_word_of_a_markdown_text_is_lost(text: str) -> None:
    made, _ = attempt(text, "essay.md")
    if made is None:
        return
    essay = as_essay(made)
    parts = [(essay.title, essay.prose), *((point.title, point.prose) for point in essay.points)]
    held = words(" ".join(f"{heading} {told(prose)}" for heading, prose in parts))
    assert words(text) <= held


def test_a_paragraph_that_begins_with_a_tilde_and_holds_brackets_defines_nothing() -> None:
    # By itself Markdown shows it as it is; below another paragraph it once was a definition.
    made = drafted("However,\n\n~ [r]: y")
    (point,) = as_essay(made).points
    assert markdown.passages(told(point.prose)) == ("However,", "~ [r]: y")


def words(text: str) -> Counter[str]:
    """Count the words of a text but Roman numerals."""
    return Counter(re.findall(r"(?!I+\b)[^\W\d_]+", text))


@given(TEXTS)
def test_no_word_of_a_plain_text_is_lost(text: str) -> None:
    made, _ = attempt(text)
    if made is None:
        return
    essay = as_essay(made)
    files = list(made.files.values())
    parts = [("" if is_guessed(files[0]) else essay.title, essay.prose)]
    for file, point in zip(files[1:], essay.points, strict=True):
        parts.append(("" if is_guessed(file) else point.title, point.prose))
    shown = [
        heading + "".join(markdown.passages(told(prose), code=True)) for heading, prose in parts
    ]
    assert letters("".join(shown)) == letters(text)


def is_guessed(file: str) -> bool:
    """Say whether a file's title was made up."""
    return bool(re.search("^title: .*  # guess$|^# guess\ntitle: ", file, re.MULTILINE))


def letters(text: str) -> str:
    """Return the letters of a text but those of Roman numerals."""
    return re.sub(r"[\W\d_I]+", "", text)


@given(st.text(alphabet="ab *_`<>[]()#&!|~=-+.:\\\"'{}1\n^@%$?,;/", max_size=80))
def test_plain_text_shows_as_it_was_written(text: str) -> None:
    essay_text = f"A title here\n\n• 1 •\n\nBegin.\n\n{text}"
    essay = as_essay(drafted(essay_text))
    shown = " ".join(" ".join(markdown.passages(told(essay.points[0].prose), code=True)).split())
    assert shown == " ".join(f"Begin.\n{text}".split())


def test_statements_that_are_too_long_are_cut_and_nothing_is_lost() -> None:
    words = " ".join(f"word{number}" for number in range(600))
    pieces = [each.text for each in sentences(f"{words}. Short.", "en", ())]
    assert max(map(len, pieces)) <= LONGEST
    assert " ".join(pieces) == f"{words}. Short."
    as_essay(drafted(f"A title\n\n1. {words}\n\n2. {'x' * 5_000}"))
    as_essay(drafted(f"A title\n\n1. {'* ' * 3_000}"))


def test_what_is_too_long_for_one_point_becomes_several() -> None:
    made = drafted(f"A title\n\n1. One is here.\n\n2. {'Two is long. ' * 9_000}\n\n3. Three.")
    assert made.cuts == ((2, 2),)
    essay = as_essay(made)
    titles = [point.title for point in essay.points]
    assert titles == ["One is here", "Two is long (1/2)", "Two is long (2/2)", "Three"]
    assert told(essay.points[1].prose).split()[-1] == "long."
    made = drafted(f"A title\n\n{'word ' * 30_000}\n\n1. One.\n\n2. Two.")
    assert made.cuts == ((0, 2),)
    assert [point.number for point in as_essay(made).points] == [1, 2, 3]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["essay.txt", "essay.md"])
def test_two_hundred_pages_without_numbers_are_cut_where_paragraphs_end(name: str) -> None:
    paragraphs = [
        f"Lamp {n} is on because it is dark. {'It shines well. ' * 40}" for n in range(900)
    ]
    made = drafted("\n\n".join(["# A long essay", *paragraphs]), name)
    essay = as_essay(made)
    assert made.cuts == ((1, made.points),)
    assert all(LONGEST_PROSE // 3 < len(told(each.prose)) <= LONGEST_PROSE for each in essay.points)
    joined = "\n\n".join(told(each.prose) for each in essay.points)
    shown = [" ".join(each.split()) for each in joined.split("\n\n")]
    assert shown[-900:] == [" ".join(each.split()) for each in paragraphs]


def test_a_word_that_is_too_long_for_a_point_is_an_error_at_its_place() -> None:
    made, problems = attempt(f"Title\n\n1. One.\n\n2. {'x' * 110_000}")
    assert made is None
    assert [(each.code, each.at.line) for each in problems] == [(Code.TOO_LARGE, 5)]
    made, problems = attempt("word" * 30_000)
    assert made is None
    assert f"at most {LONGEST_PROSE:,}" in problems[0].message


@pytest.mark.slow
def test_two_hundred_pages_are_drafted() -> None:
    paragraph = "The lamps are on because it is dark. However, some are out. We see little. " * 5
    pages = "\n\n".join([paragraph] * 15)
    points = "\n\n".join(f"{number}. {pages}" for number in range(1, 81))
    made = drafted(f"A long essay\n\n{points}")
    assert (made.points, made.sentences) == (80, 80 * 15 * 15)


@pytest.mark.slow
def test_more_points_than_numbers_have_digits_stay_in_the_last() -> None:
    made = drafted("\n\n".join(f"{number}. A lamp." for number in range(1, 10_002)))
    assert made.points == 9_999
    assert "10000\\. A lamp." in made.files["9999-a-lamp.yaml"]


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        ("Caf\xe9 and tea.\n".encode("cp1252"), "byte 0xE9 is not UTF-8", "Windows-1252"),
        ("Парк і ліс.".encode("cp1251"), "byte 0xCF is not UTF-8", "Windows-1251"),
        ("Lamps.".encode("utf-16"), "byte 0xFF is not UTF-8", "UTF-16"),
        (b"Lamps\nand\x07 dogs", "control character U+0007 cannot stand in a text", "remove it"),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data: bytes, message: str, hint: str) -> None:
    made, problems = attempt(data)
    assert made is None
    assert [each.message for each in problems] == [message]
    assert hint in problems[0].hint
    assert problems[0].at.line == data[: data.find(b"\x07") + 1].count(b"\n") + 1


def test_a_title_chosen_by_hand_leaves_the_first_line_in_the_opening() -> None:
    essay = as_essay(drafted("Lamps\n\nThey shine.\n\n1. One.\n\n2. Two.", title="Light"))
    assert (essay.title, told(essay.prose)) == ("Light", "Lamps\n\nThey shine.")
    essay = as_essay(drafted("# Lamps\n\n1. One.\n\n2. Two.", "essay.md", title="Lamps"))
    assert (essay.title, essay.prose) == ("Lamps", None)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nLamps.\n\n---\n\nDogs.",
        "---\n- a list\n---\n\nLamps.",
        "---\ntitle: never closed\n\nLamps.",
        "---\ntitle: [odd\n---\n\nLamps.",
    ],
)
def test_what_is_no_yaml_between_rules_is_prose(text: str) -> None:
    made = drafted(text, "essay.md")
    assert "At the top" not in made.files["essay.yaml"]
    essay = as_essay(made)
    held = "".join(f"{point.title} {told(point.prose)}" for point in essay.points)
    assert letters(text.replace("Lamps", "")) in letters(held.replace("Lamps", ""))


def test_a_country_at_the_top_is_no_language() -> None:
    made = drafted("---\nlang: ua\ntitle:\n  - x\n---\n\nЛампи світять, і це добре.", "essay.md")
    assert (made.language, made.title) == ("uk", "Essay")
    assert "# lang: ua\n" in made.files["essay.yaml"]


def test_a_language_without_indicator_words_is_said_to_be_unknown() -> None:
    made = drafted("Lámparas\n\n1. Hay luz porque es de día.", language="es")
    assert (made.language, made.is_language_known) == ("es", False)
    made = drafted("Xyzzy plugh.")
    assert (made.language, made.is_language_guessed, made.is_language_known) == ("en", True, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_known_by_its_usual_words(language: str) -> None:
    assert guess_language(" ".join(PROSES[language])) in {language, ""}
    longer = {
        "en": "The lamps of the park are on, and it is light by the lake.",
        "uk": "Лампи в парку горять, і це добре, що біля озера вже світло.",
        "de": "Die Lampen im Park sind an, und es ist hell auf dem Weg zum See.",
        "fr": "Les lampes du parc sont allumées et il fait clair sur le chemin.",
    }
    assert guess_language(longer[language]) == language


def test_a_sentence_of_many_pieces_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    parts = cutting._parts  # noqa: SLF001 - counted, as it takes the time

    def count(before: str, after: str, ending: re.Pattern[str]) -> bool:
        nonlocal looked
        looked += len(before) + len(after)
        return parts(before, after, ending)

    monkeypatch.setattr(cutting, "_parts", count)
    for text in (".”" * 10_000, "a e.g. " * 5_000, "a. " * 10_000):
        looked = 0
        sentences(text, "en", ["e.g"])
        assert looked < 20 * len(text)


def test_a_sentence_is_not_cut_in_abbreviations_links_or_code() -> None:
    def cut(prose: str, language: str) -> list[str]:
        return [
            each.text for each in sentences(prose, language, indicators(language).abbreviations)
        ]

    assert cut("Dr. Who met M. Dupont. It rained.", "en")[-1] == "It rained."
    assert cut("M. Dupont est là. Il pleut.", "fr") == ["M. Dupont est là.", "Il pleut."]
    assert cut("Das ist z. B. wahr. Ja.", "de") == ["Das ist z. B. wahr.", "Ja."]
    assert cut("Це т. зв. факт. Так.", "uk") == ["Це т. зв. факт.", "Так."]
    assert cut("See [First. Second](https://x.org) there. Go.", "en") == [
        "See First. Second there.",
        "Go.",
    ]
    assert cut("Run `a. B` now. Go.", "en") == ["Run a. B now.", "Go."]
    assert cut("# Head. Line\n\n```\nA b. C d.\n```\n\n| a. B |\n|--|\n| c |\n", "en") == []


@pytest.mark.parametrize(
    "label", ["CONCLUSION", "WHAT IT COMES TO", "Introduction", "Dear Mayor,", "— Joseph Addison"]
)
def test_a_label_is_no_statement_where_there_are_others(label: str) -> None:
    found = sentences(f"{label}\n\nLamps shine. It is so\n\nWe go on", "en", ())
    assert [(each.text, each.paragraph) for each in found] == [
        ("Lamps shine.", 2),
        ("It is so", 2),
        ("We go on", 3),
    ]
    assert [each.text for each in sentences(label, "en", ())] == [label]


def test_a_signature_is_no_claim() -> None:
    text = "Title\n\n1. Lamps shine.\n\n2. But they cost money.\n\nYours sincerely,\nJane Doe"
    assert as_essay(drafted(text)).points[1].title == "They cost money"


def test_a_paragraph_stands_below_its_first_sentence() -> None:
    text = (
        "Title\n\n1. Lamps shine. They are on.\n\nWardens walk. They see. But they tire.\n\n2. End."
    )
    steps = {
        (argument.premises[0], argument.kind.value, argument.target)
        for argument in as_essay(drafted(text)).arguments
    }
    assert {
        ("e/they-are-on", "for", "e/lamps-shine"),
        ("e/wardens-walk", "for", "e/lamps-shine"),
        ("e/they-see", "for", "e/wardens-walk"),
        ("e/they-tire", "against", "e/they-see"),
    } <= steps


def test_every_word_list_is_complete() -> None:
    for language in LANGUAGES:
        words = indicators(language)
        signs = {sign for places in words.signs.values() for sign in places.values()}
        assert signs == set(Sign)
        assert words.points
        assert words.author
        assert words.usual
        places = {place for each in words.signs.values() for place in each}
        assert places <= {"anywhere", "clause", "comma", "first"}
        assert words.kept | words.inverting <= words.signs.keys() | {"wenn nicht", "à moins de"}
