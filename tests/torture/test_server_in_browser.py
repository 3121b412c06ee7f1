"""A browser beside a preview: hostile text over a page is text, and no other site gets at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.previewed import Previewed, previewed
from tests.served import served
from tests.sites import SMALL_ESSAY, write

HOSTILE = "</script><img src=x onerror=parent.hacked=1><script>hacked=1</script>"

FOREIGN = """\
<!doctype html>
<meta charset="utf-8">
<title>Elsewhere</title>
<script>
const at = new URLSearchParams(location.search).get("at");
const told = {};
const heard = [];
function note(name, text) { told[name] = text; }

async function read(name, options) {
  try {
    const answer = await fetch(`${at}/`, options);
    note(name, answer.type === "opaque" ? "nothing" : `read ${(await answer.text()).length}`);
  } catch {
    note(name, "nothing");
  }
}

function load(kind, path) {
  return new Promise((done) => {
    const element = Object.assign(document.createElement(kind), { src: `${at}${path}` });
    element.onload = () => { note(`${kind} ${path}`, "loaded"); done(); };
    element.onerror = () => { note(`${kind} ${path}`, "nothing"); done(); };
    document.body.append(element);
  });
}

function listen() {
  return new Promise((done) => {
    const stream = new EventSource(`${at}/.argsite-live/events?path=index.html`);
    stream.onmessage = () => { note("events", "heard"); done(); };
    stream.onerror = () => { stream.close(); note("events", "nothing"); done(); };
  });
}

function talk() {
  return new Promise((done) => {
    const socket = new WebSocket(`${at.replace("http", "ws")}/.argsite-live/events`);
    socket.onopen = () => { note("socket", "open"); done(); };
    socket.onerror = () => { note("socket", "nothing"); done(); };
  });
}

addEventListener("load", async () => {
  await read("fetch", {});
  await read("fetch without cors", { mode: "no-cors" });
  await read("post", { method: "POST", mode: "no-cors", body: "x" });
  await load("script", "/.argsite-live/live.js");
  await load("script", "/assets/script.js");
  await load("img", "/assets/icon.svg");
  await listen();
  await talk();
  document.title = "Done";
});
</script>
<body></body>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write a site; return its folder."""
    write(tmp_path / "site", {"content/small/essay.yaml": SMALL_ESSAY})
    return tmp_path / "site"


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Iterator[Previewed]:
    """Show it."""
    with previewed(root, tmp_path / "log") as shown:
        yield shown


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a tab."""
    with browser.new_context() as context:
        yield context.new_page()


def test_names_and_texts_of_files_are_text_over_a_page(
    preview: Previewed, page: Page, root: Path
) -> None:
    page.goto(f"{preview.address}/small/")
    name = "a <img src=x onerror=parent.hacked=1> &lt;b&gt;.yaml"
    write(root, {f"content/small/{name}": f"{HOSTILE}: {HOSTILE}\n"})
    write(root, {"content/small/essay.yaml": f'titel: "{HOSTILE}"\n"{HOSTILE}": x\n'})
    overlay = page.get_by_role("alertdialog")
    expect(overlay).to_contain_text("onerror=parent.hacked=1> &lt;b&gt;")
    expect(overlay).to_contain_text(HOSTILE)
    assert overlay.locator("img, script, b").count() == 0
    assert page.evaluate("() => window.hacked") is None
    # So it is in what the browser is told, and in a page that stands for none.
    page.goto(f"{preview.address}/{HOSTILE.replace('/', '')}.html")
    expect(overlay).to_contain_text(HOSTILE)
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("() => window.hacked") is None


def test_very_many_errors_leave_the_page_usable(preview: Previewed, page: Page, root: Path) -> None:
    page.goto(f"{preview.address}/small/")
    write(root, {f"content/wrong-{number}/essay.yaml": "titel: A\n" for number in range(2_000)})
    overlay = page.get_by_role("alertdialog")
    expect(overlay).to_contain_text("errors: the last change is not shown")
    expect(overlay.get_by_role("listitem").last).to_contain_text("the terminal shows all.")
    assert overlay.get_by_role("listitem").count() == 101


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_page_of_another_site_gets_nothing(
    preview: Previewed, page: Page, tmp_path: Path, name: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/index.html").write_text(FOREIGN, encoding="utf-8")
    with served(tmp_path / "elsewhere") as elsewhere:
        foreign = elsewhere.replace("127.0.0.1", name)
        page.goto(f"{foreign}/?at=http://127.0.0.1:{preview.port}")
        page.wait_for_function("() => document.title === 'Done'")
        told = page.evaluate("() => told")
    assert len(told) == 8
    assert set(told.values()) == {"nothing"}
    assert preview.get("/")[0].status == 200


def test_a_page_of_another_site_cannot_frame_it(
    preview: Previewed, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    frame = f'<iframe src="{preview.address}/small/"></iframe>'
    (tmp_path / "elsewhere/index.html").write_text(frame, encoding="utf-8")
    with served(tmp_path / "elsewhere") as elsewhere:
        page.goto(elsewhere)
        page.wait_for_load_state()
        assert page.frame_locator("iframe").get_by_text("One essay").count() == 0
