"""What search engines ask for."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

from argsite.pages.sitemap import sitemap_jobs
from tests.built import make_edition, make_site

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = "https://example.org/essays"
CONTENT = {
    "content/site.yaml": f"title: Essays\nurl: {ADDRESS}/\n",
    "content/about.md": "# About\n",
    "content/one/essay.yaml": """\
title: One
date: 2026-01-01
updated: 2026-02-02
contention: {id: main, text: Main., aliases: [older]}
""",
    "content/парк/essay.yaml": "title: Парк\ncontention: {id: теза, text: Теза.}\n",
}


def listed(data: bytes) -> dict[str, str]:
    """Return the addresses of a sitemap with the days of their last change."""
    root = fromstring(data)  # noqa: S314 - our own file
    return {each.findtext(f"{SPACE}loc", ""): each.findtext(f"{SPACE}lastmod", "") for each in root}


def test_the_sitemap_has_every_page_with_the_authors_dates(tmp_path: Path) -> None:
    site = make_site(tmp_path, CONTENT)
    found = listed((site / "sitemap.xml").read_bytes())
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert len(found) == len(pages - {"404.html", "search.html", "one/older.html"})
    assert found[f"{ADDRESS}/one/main.html"] == "2026-02-02"
    assert found[f"{ADDRESS}/index.html"] == ""
    assert found[f"{ADDRESS}/about.html"] == ""
    assert f"{ADDRESS}/%D0%BF%D0%B0%D1%80%D0%BA/index.html" in found
    assert f"{ADDRESS}/404.html" not in found
    assert f"{ADDRESS}/one/older.html" not in found
    assert all(address.isascii() and address.endswith(".html") for address in found)


def test_robots_may_read_everything_and_are_told_of_the_sitemap(tmp_path: Path) -> None:
    site = make_site(tmp_path, CONTENT)
    expected = f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}/sitemap.xml\n"
    assert (site / "robots.txt").read_text(encoding="utf-8") == expected


def test_a_site_that_knows_no_address_has_no_sitemap(tmp_path: Path) -> None:
    site = make_site(tmp_path, CONTENT | {"content/site.yaml": "title: Essays\n"})
    assert not (site / "sitemap.xml").exists()
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow:\n"


def test_a_sitemap_that_would_be_too_long_is_in_several_files(tmp_path: Path) -> None:
    edition = make_edition(tmp_path, CONTENT)
    jobs = sitemap_jobs(edition, ["a.html", "b.html", "c.html"], 2)
    made = {page.path: page.data for job in jobs for page in job.make(())}
    assert list(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert list(listed(made["sitemap.xml"])) == [
        f"{ADDRESS}/sitemap-1.xml",
        f"{ADDRESS}/sitemap-2.xml",
    ]
    assert b"<sitemapindex" in made["sitemap.xml"]
    assert list(listed(made["sitemap-1.xml"])) == [f"{ADDRESS}/a.html", f"{ADDRESS}/b.html"]
    assert list(listed(made["sitemap-2.xml"])) == [f"{ADDRESS}/c.html"]
