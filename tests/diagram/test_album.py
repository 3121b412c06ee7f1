"""What was drawn is not drawn again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argsite.diagram import Album, Chart, Drawing, Engine, TooSlow


class Counting(Engine):
    """An engine that counts, and is too slow for a chart named so."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.drawn: list[str] = []

    def draw(self, charts: Iterable[Chart]) -> Iterator[Drawing | TooSlow]:
        """Pretend to draw."""
        for each in charts:
            self.drawn.append(each.title)
            yield TooSlow(1.0) if each.title == "slow" else Drawing(each.title, (0, 0))


def titled(title: str) -> Chart:
    """Return a chart of one box with a title."""
    return Chart("map", title, "", (), ())


def test_the_same_chart_is_drawn_once_also_where_it_is_too_slow() -> None:
    engine = Counting()
    album = Album(engine)
    asked = [titled("one"), titled("slow"), titled("one"), titled("slow")]
    assert list(album.draw(asked)) == [
        Drawing("one", (0, 0)),
        TooSlow(1.0),
        Drawing("one", (0, 0)),
        TooSlow(1.0),
    ]
    assert engine.drawn == ["one", "slow"]


def test_what_was_not_used_for_long_is_forgotten() -> None:
    engine = Counting()
    album = Album(engine, most=1)
    assert len(list(album.draw([titled("one"), titled("two"), titled("one")]))) == 3
    assert engine.drawn == ["one", "two", "one"]
