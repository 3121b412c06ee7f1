"""The picture that stands for an essay: what it shows, in any script, the same on every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from argsite.build import build
from argsite.diagram import MARKS
from argsite.model import Status
from argsite.pages.social_card import HEIGHT, WIDTH, essays, fonts, lettering
from argsite.pages.social_card.drawing import Card, draw
from argsite.pages.social_card.fonts import can_write, styles
from argsite.pages.social_card.reading_order import is_right_to_left
from tests.built import ROOT, files, make_site
from tests.naughty import NAUGHTY

SERIF, TITLE, SANS, STRONG = styles("en")
COLOURS = {
    "paper": "#ffffff",
    "ink": "#000000",
    "muted": "#666666",
    "rule": "#dddddd",
    "for": "#0000ff",
    "against": "#aa3300",
    "accent": "#770022",
}
CARD = Card(
    site="Essays",
    title="The park after dark",
    contention="The park should stay open.",
    status="stands",
    mark=MARKS[Status.STANDS],
    tone="for",
    author="A. Writer",
    date="2 March 2026",
    language="en",
)
SETTINGS = "title: Essays\nurl: https://example.org\n"
ESSAY = {
    "content/site.yaml": SETTINGS,
    "content/one/essay.yaml": "title: One\ncontention: {id: main, text: Main.}\n",
}


def picture(card: Card) -> Image.Image:
    """Draw a card; return what a program that shows it sees."""
    with Image.open(BytesIO(draw(card, COLOURS))) as opened:
        assert opened.format == "PNG"
        return opened.convert("RGB")


def changed(one: Card, other: Card) -> tuple[int, int, int, int] | None:
    """Return the part of the picture in which two cards differ: left, top, right, bottom."""
    return ImageChops.difference(picture(one), picture(other)).getbbox()


def marks_in(card: Card, box: tuple[int, int, int, int]) -> bool:
    """Say whether anything is drawn in a part of a card."""
    return len(picture(card).crop(box).getcolors() or [1, 1]) > 1


def test_a_card_has_the_size_that_others_ask_for_and_is_light() -> None:
    assert picture(CARD).size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(draw(CARD, COLOURS)) < 60_000


def test_each_fact_is_drawn_in_its_place() -> None:
    for fact, top, bottom in (
        ("site", 50, 110),
        ("title", 150, 500),
        ("contention", 150, 500),
        ("status", 520, 590),
        ("author", 520, 590),
        ("date", 520, 590),
    ):
        box = changed(CARD, replace(CARD, **{fact: "Mmmm"}))
        assert box, fact
        assert top <= box[1] < box[3] <= bottom, fact


def test_the_status_has_its_mark_and_its_colour() -> None:
    fails = replace(CARD, mark=MARKS[Status.REBUTTED], tone="against")
    assert changed(CARD, fails)
    assert (0, 0, 255) in {colour for _, colour in picture(CARD).getcolors(99_999) or []}
    assert (170, 51, 0) in {colour for _, colour in picture(fails).getcolors(99_999) or []}


def test_the_same_card_has_the_same_bytes() -> None:
    program = (
        "import sys; from tests.pages.social_card import test_social_card as t\n"
        "sys.stdout.buffer.write(t.draw(t.CARD, t.COLOURS))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT
    )
    assert done.stdout == draw(CARD, COLOURS)


@pytest.mark.parametrize(
    "text",
    [
        "Парк, ґанок, її",
        "Ὁ κῆπος",
        "पार्क खुला रहे",
        "ปาร์ก",
        "Պարկ",
        "პარკი",
        "ፓርክ",
        "図書館は",
        "공원",
    ],
)
def test_what_reads_from_the_left_is_drawn_in_its_script(text: str) -> None:
    assert lettering.drawable(SERIF, text) == text
    assert not marks_in(replace(CARD, title="", contention=""), (0, 150, WIDTH, 500))
    assert marks_in(replace(CARD, title=text, contention=""), (70, 150, 300, 500))


@pytest.mark.parametrize("text", ["הפארק (כמו iPhone)?", "الحديقة مفتوحة"])
def test_what_reads_from_the_right_begins_at_the_right(text: str) -> None:
    card = replace(CARD, title=text, contention=text)
    assert is_right_to_left(text)
    assert marks_in(card, (1000, 150, WIDTH, 500))
    assert not marks_in(card, (0, 150, 300, 500))
    # The mark changes its side, too.
    assert changed(card, replace(card, mark="")) > (900, 0, 0, 0)  # type: ignore[operator] # it is there


def test_a_sign_that_no_font_has_takes_no_other_with_it() -> None:
    assert lettering.drawable(SANS, "図書館 and more") == "図書館 and more"
    assert lettering.drawable(SANS, "I ❤️ 1️⃣ park 👍🏽") == "I ❤ 1 park 👍"
    assert lettering.drawable(SANS, "𝐛old 𝓰𝓸 ㎏") == "bold go ㎏"
    assert lettering.drawable(SANS, "🮱 The ᎣᏏ park") == "The □□ park"
    assert lettering.drawable(SANS, "zero\u200bwidth\ufeff\u202e\u0007 a\tb") == "zerowidth a b"


def test_joiners_stay_since_they_shape_the_letters_beside_them() -> None:
    text = "می\u200cخواهم क्\u200dष"
    assert lettering.drawable(SANS, text) == text


def test_signs_of_logic_are_drawn_not_dropped() -> None:
    text = "∀x∃y (x ≠ y ⇒ ¬Px ∧ Qy ∨ Rz) ⊢ □P ⊨ ⊤ ⟹ ⊥ ∴ ∎"
    assert lettering.drawable(SERIF, text) == text


def test_a_text_in_letters_that_no_font_has_is_left_out() -> None:
    assert not can_write("བོད་ཡིག")
    assert lettering.drawable(SANS, "བོད་ཡིག") == ""
    unreadable = replace(CARD, title="བོད་ཡིག", contention="བོད་ཡིག")
    assert draw(unreadable, COLOURS) == draw(replace(CARD, title="", contention=""), COLOURS)


@pytest.mark.parametrize(
    "text",
    [
        "A library is a 図書館 or a бібліотека",
        "iPhone 15 في الحديقة (100%)",
        "الحديقة مفتوحة للجميع، مثل iPhone",
        "पार्क (Park) और मكتبة",
    ],
)
def test_a_line_in_several_scripts_has_each_sign_from_a_font_that_has_it(text: str) -> None:
    for part, letters in fonts.parts(SERIF, text):
        font = fonts.opened(part, SERIF.weight)
        assert all(font.get_nominal_glyph(ord(letter)) for letter in letters)
    line = lettering.line(SERIF, 30, text, at_right=is_right_to_left(text))
    assert line.width == pytest.approx(lettering.width(SERIF, 30, text), abs=1)


def test_letters_are_drawn_as_the_language_writes_them() -> None:
    drawn = {
        b"".join(
            lettering.line(styles(language).serif, 30, "直骨", at_right=False).mask(0, 30).rows
        )
        for language in ("ja", "zh", "zh-Hant", "zh-TW", "zh-Hans-CN")
    }
    assert len(drawn) == 3
    assert styles("zh-TW") == styles("zh-Hant")
    assert styles("zh-Hans-CN") == styles("zh")


def test_a_name_that_reads_from_the_right_does_not_scramble_the_date() -> None:
    box = (600, 520, WIDTH, 590)
    both, name_only = (
        picture(replace(CARD, author="משה", date=date)) for date in ("2 במרץ 2026", "")
    )
    assert both.crop(box).tobytes() != name_only.crop(box).tobytes()
    date_only = picture(replace(CARD, author="", date="2 במרץ 2026"))
    width = lettering.width(SANS, 28, "2 במרץ 2026")
    end = (int(WIDTH - 76 - width) + 1, 520, WIDTH, 590)
    assert both.crop(end).tobytes() == date_only.crop(end).tobytes()


def test_a_text_that_is_too_long_ends_in_dots() -> None:
    assert lettering.shortened(SANS, 20, "one two three", 75) == "one …"
    assert lettering.shortened(SANS, 20, "W" * 40, 75) == "WWW …"
    assert lettering.shortened(SANS, 20, "one two", 75) == "one two"
    words = "so many words that no card can hold them all "
    assert draw(replace(CARD, title=words * 6), COLOURS) == draw(
        replace(CARD, title=words * 7), COLOURS
    )


@pytest.mark.parametrize("text", ["one two three four five six", "W" * 90, "a b " * 30 + "c"])
def test_lines_hold_the_whole_text_and_none_is_too_wide(text: str) -> None:
    made = lettering.lines(SERIF, 30, text, 200)
    assert "".join("".join(made).split()) == "".join(text.split())
    assert all(lettering.width(SERIF, 30, line) <= 200 for line in made)


def test_a_line_of_a_script_without_spaces_breaks_where_it_may() -> None:
    text = "公园应当在夜间保持开放，因为有更多「人」使用它。"
    made = lettering.lines(SERIF, 30, text, 200)
    assert "".join(made) == text
    assert not any(line[0] in "，。」" or line[-1] == "「" for line in made)
    assert lettering.lines(SERIF, 30, "공원은 밤에도 열려", 130) == ["공원은", "밤에도", "열려"]


def test_lines_are_about_equally_long() -> None:
    assert lettering.lines(SERIF, 30, "aaaa bbbb cccc dddd", 210) == ["aaaa bbbb", "cccc dddd"]


def test_any_text_can_be_drawn_and_none_breaks_the_drawing() -> None:
    for start in range(0, len(NAUGHTY), 8):
        several = " ".join(NAUGHTY[start : start + 8])
        texts = dict.fromkeys(("site", "title", "contention", "status", "author", "date"), several)
        assert picture(replace(CARD, **texts)).size == (WIDTH, HEIGHT)


def test_an_essay_has_a_card_in_the_colours_of_the_theme(tmp_path: Path) -> None:
    make_site(tmp_path, ESSAY)
    with Image.open(tmp_path / "site" / "one" / "card.png") as card:
        assert card.convert("RGB").getpixel((5, 300)) == (253, 252, 249)
    styles = tmp_path / "themes" / "mine" / "styles"
    styles.mkdir(parents=True)
    (styles / "9-night.css").write_text(":root { --paper: #102030; }\n", encoding="utf-8")
    make_site(tmp_path, ESSAY | {"content/site.yaml": f"{SETTINGS}theme: mine\n"})
    with Image.open(tmp_path / "site" / "one" / "card.png") as card:
        assert card.convert("RGB").getpixel((5, 300)) == (16, 32, 48)


def remembered(root: Path) -> set[Path]:
    """Return the files that keep a site's cards for the next build."""
    entries = (root / ".cache" / "argsite").iterdir()
    return {each for each in entries if each.is_file() and b"PNG" in each.read_bytes()[:64]}


def test_a_second_build_takes_the_card_from_the_cache_and_a_torn_one_is_drawn_anew(
    tmp_path: Path,
) -> None:
    first = files(make_site(tmp_path, ESSAY))
    (entry,) = remembered(tmp_path)
    whole = entry.read_bytes()
    program = (
        "import sys; from pathlib import Path; from argsite.build import build\n"
        "build(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "sys.exit('resvg_py' in sys.modules or 'uharfbuzz' in sys.modules)"
    )
    again = tmp_path.with_name("again")
    subprocess.run([sys.executable, "-c", program, tmp_path, again], check=True)
    assert files(again) == first
    entry.write_bytes(whole[:100])
    third = tmp_path.with_name("third")
    build(tmp_path, third)
    assert files(third) == first
    assert entry.read_bytes() == whole


def test_the_card_of_an_older_title_is_forgotten_after_a_day(tmp_path: Path) -> None:
    make_site(tmp_path, ESSAY)
    (before,) = remembered(tmp_path)
    renamed = {name: text.replace("title: One", "title: Two") for name, text in ESSAY.items()}
    make_site(tmp_path, renamed)
    both = remembered(tmp_path)
    assert before in both
    os.utime(before, (0, 0))
    make_site(tmp_path, {name: text.replace("Two", "Three") for name, text in renamed.items()})
    assert before not in remembered(tmp_path)


def test_a_site_that_knows_no_address_draws_no_cards_that_nobody_would_see(tmp_path: Path) -> None:
    built = make_site(tmp_path, {**ESSAY, "content/site.yaml": "title: Essays\n"})
    assert not list(built.rglob("*.png"))
    assert b"card.png" not in b"".join(files(built).values())


def test_an_essay_whose_title_no_font_has_names_no_card(tmp_path: Path) -> None:
    tibetan = ESSAY["content/one/essay.yaml"].replace("One", "བོད་ཡིག")
    built = make_site(tmp_path, {**ESSAY, "content/one/essay.yaml": tibetan})
    assert not list(built.rglob("*.png"))
    page = (built / "one" / "index.html").read_text(encoding="utf-8")
    assert "og:image" not in page
    assert '"summary"' in page


def test_a_card_is_drawn_anew_where_the_code_that_draws_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_site(tmp_path, ESSAY)
    (before,) = remembered(tmp_path)
    module = tmp_path / "package" / "essays.py"
    module.parent.mkdir()
    module.write_text("changed = True\n", encoding="utf-8")
    monkeypatch.setattr(essays, "__file__", str(module))
    build(tmp_path, tmp_path.with_name("again"))
    assert len(remembered(tmp_path) - {before}) == 1
