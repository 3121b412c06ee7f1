"""From one page of a site to another, by relative addresses."""

from __future__ import annotations

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite import addresses
from argsite.addresses import Destination, between, destination, joined

names = st.text(st.characters(categories=["L", "Nd"], include_characters="-"), min_size=1)
paths = st.lists(names, min_size=1, max_size=4).map(lambda steps: "/".join(steps) + ".html")
targets = st.one_of(paths, st.builds("{}#{}".format, paths, names))


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("index.html", "park/index.html", "park/index.html"),
        ("park/index.html", "park/safe.html", "safe.html"),
        ("park/index.html", "index.html", "../index.html"),
        ("park/safe.html", "zoo/wild.html", "../zoo/wild.html"),
        ("park/safe.html", "park/index.html#point-2", "index.html#point-2"),
        ("park/safe.html", "park/safe.html#note", "#note"),
        ("park/safe.html", "park/safe.html", "safe.html"),
        ("park/safe.html", "assets/paper.css", "../assets/paper.css"),
        ("tags/park.html", "park/park.html", "../park/park.html"),
        ("index.html", "парк/index.html", "%D0%BF%D0%B0%D1%80%D0%BA/index.html"),
        ("парк/index.html", "парк/свет.html#1", "%D1%81%D0%B2%D0%B5%D1%82.html#1"),
    ],
)
def test_an_address_leads_from_one_page_to_another(page: str, target: str, expected: str) -> None:
    assert between(page, target) == expected


@given(paths, targets)
def test_the_way_to_a_page_leads_there(page: str, target: str) -> None:
    address = between(page, target)
    folder = page.rpartition("/")[0]
    if address.startswith("#"):
        address = page.rpartition("/")[2] + address
    assert joined(folder, unquote(address)) == target


@given(paths, targets)
def test_a_browser_finds_the_same_page(page: str, target: str) -> None:
    base = "https://example.org/site/"
    here = base + between("index.html", page)
    assert unquote(urljoin(here, between(page, target))) == base + target


@pytest.mark.parametrize(
    ("folder", "address", "expected"),
    [
        ("", "about.html", "about.html"),
        ("park", "safe.html", "park/safe.html"),
        ("park", "./safe.html#note", "park/safe.html#note"),
        ("park", "../zoo/index.html", "zoo/index.html"),
        ("park", "../about.html", "about.html"),
        ("park", "../../etc/passwd", None),
        ("", "../about.html", None),
    ],
)
def test_an_address_means_a_path_as_seen_from_a_folder(
    folder: str, address: str, expected: str | None
) -> None:
    assert joined(folder, address) == expected


def test_each_kind_of_page_has_its_place() -> None:
    assert [
        addresses.essay("park"),
        addresses.essay_map("park"),
        addresses.essay_outline("park"),
        addresses.essay_data("park"),
        addresses.statement("park/safe"),
        addresses.plain("about"),
        addresses.tag("night"),
        addresses.asset("paper.css"),
    ] == [
        "park/index.html",
        "park/map.html",
        "park/outline.html",
        "park/essay.json",
        "park/safe.html",
        "about.html",
        "tags/night.html",
        "assets/paper.css",
    ]


def test_a_whole_address_is_one_that_other_sites_can_write() -> None:
    url = "https://example.org/essays"
    assert addresses.full(url, "park/open.html#map") == f"{url}/park/open.html#map"
    assert addresses.full(url, "парк/а.html") == f"{url}/%D0%BF%D0%B0%D1%80%D0%BA/%D0%B0.html"


def test_an_address_from_the_hosts_root_holds_in_any_folder() -> None:
    assert addresses.rooted("https://example.org/essays", "index.html") == "/essays/index.html"
    assert addresses.rooted("https://example.org", "assets/style.css") == "/assets/style.css"


@pytest.mark.parametrize(
    ("address", "folder", "expected"),
    [
        ("#keep", "park", Destination(statement="park/keep", fragment="keep")),
        ("lake#deep", "park", Destination(statement="lake/deep", fragment="deep")),
        ("#keep", "", Destination(statement="/keep", fragment="keep")),
        ("lake?a=1#de%20ep", "", Destination(statement="lake/de ep", fragment="de ep")),
        ("map.html", "park", Destination(page="park/map.html")),
        ("map.html?from=here#top", "park", Destination(page="park/map.html", fragment="top")),
        ("../a%20b/", "park", Destination(page="a b")),
        ("../../x.html", "park", Destination(page=None)),
        ("/about.html", "", Destination(page=None)),
        ("//example.org", "", Destination(page=None)),
        ("https://example.org/#a", "park", Destination(is_outside=True)),
        ("mailto:a@example.org", "park", Destination(is_outside=True)),
        ("#10:30", "park", Destination(statement="park/10:30", fragment="10:30")),
        ("a%3Ab.html", "park", Destination(page="park/a:b.html")),
        ("", "park", Destination(page="park")),
    ],
)
def test_an_author_s_address_means_one_thing_wherever_it_is_read(
    address: str, folder: str, expected: Destination
) -> None:
    assert destination(address, folder) == expected
