"""How the modules of a theme become one script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from argsite.cli import main
from argsite.errors import SetupError
from argsite.theme import join_scripts, shrink
from tests.built import ROOT
from tests.sites import write

BUILT_IN = ROOT / "themes" / "paper" / "scripts"


def run(browser: Browser, modules: dict[str, str]) -> object:
    """Run joined modules in a browser; return what they left in `window.result`."""
    page = browser.new_page()
    page.add_script_tag(content=join_scripts(modules))
    result = page.evaluate("window.result")
    page.close()
    return result


def test_modules_run_once_each_in_the_order_in_which_they_need_each_other(
    browser: Browser,
) -> None:
    modules = {
        "main.js": 'import { b } from "./b.js";\nimport { a } from "./a.js";\n'
        'import { said } from "./said.js";\nsaid.push("main");\nwindow.result = [...said, a, b];\n',
        "a.js": 'import { said } from "./said.js";\nsaid.push("a");\nexport const a = 1;\n',
        "b.js": 'import { said } from "./said.js";\nimport { a } from "./a.js";\n'
        'said.push("b");\nexport const b = a + 1;\n',
        "said.js": "export const said = [];\n",
        "unused.js": "window.result = 0;\n",
    }
    assert run(browser, modules) == ["a", "b", "main", 1, 2]


def test_every_form_of_export_and_a_renamed_import_work(browser: Browser) -> None:
    modules = {
        "main.js": 'import { f, later, C, x as y, ten } from "./all-forms.js";\n'
        "window.result = [f(), later() instanceof Promise, new C().name, y, [...ten()]];\n",
        "all-forms.js": "export function f() {\n  return 1;\n}\n"
        "export async function later() {}\n"
        'export class C {\n  name = "C";\n}\n'
        "export const x = 2;\n"
        "export function* ten() {\n  yield 10;\n}\n",
    }
    assert run(browser, modules) == [1, True, "C", 2, [10]]


def test_nothing_may_be_imported(browser: Browser) -> None:
    modules = {
        "main.js": 'import {} from "./does.js";\nwindow.result.push(2);\n',
        "does.js": "window.result = [1];\n",
    }
    assert run(browser, modules) == [1, 2]


def test_names_over_several_lines_are_imported_too(browser: Browser) -> None:
    modules = {
        "main.js": 'import {\n  one,\n  two as second,\n} from "./numbers.js";\n'
        "window.result = [one, second];\n",
        "numbers.js": "export const one = 1;\nexport const two = 2;\n",
    }
    assert run(browser, modules) == [1, 2]


def test_modules_keep_their_own_names_to_themselves(browser: Browser) -> None:
    modules = {
        "main.js": 'import { twice } from "./twice.js";\nconst by = 5;\n'
        "window.result = [twice(by), typeof window.by];\n",
        "twice.js": "const by = 2;\nexport function twice(n) {\n  return by * n;\n}\n",
    }
    assert run(browser, modules) == [10, "undefined"]


def test_the_script_is_strict_and_leaves_nothing_in_the_window(browser: Browser) -> None:
    modules = {
        "main.js": 'import { here } from "./here.js";\nwindow.result = [here(), typeof here];\n',
        "here.js": "export function here() {\n  return this === undefined;\n}\n",
    }
    assert run(browser, modules) == [True, "function"]
    page = browser.new_page()
    page.add_script_tag(content=join_scripts(modules))
    assert page.evaluate("typeof here") == "undefined"
    page.close()


def test_a_name_means_something_else_where_it_is_not_imported(browser: Browser) -> None:
    modules = {
        "main.js": 'import { name as own, stop } from "./one.js";\n'
        'import { said } from "./two.js";\nimport { name } from "./three.js";\n'
        "window.result = [own, stop, said, name, typeof window.stop];\n",
        # Both names are the browser's, too.
        "one.js": 'export const name = "one";\nexport const stop = 1;\n',
        "two.js": "export const said = [typeof stop, typeof name];\n",
        "three.js": 'export const name = "three";\n',
    }
    assert run(browser, modules) == ["one", 1, ["function", "string"], "three", "function"]


def test_modules_whose_names_differ_in_a_sign_do_not_clash(browser: Browser) -> None:
    modules = {
        "main.js": 'import { a } from "./a-b.js";\nimport { b } from "./a_b.js";\n'
        "window.result = [a, b];\n",
        "a-b.js": "export const a = 1;\n",
        "a_b.js": "export const b = 2;\n",
    }
    assert run(browser, modules) == [1, 2]


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        ({}, "the theme has no script 'main.js'"),
        (
            {"main.js": 'import { a } from "./a.js";\n'},
            "the theme has no script 'a.js', which main.js imports",
        ),
        (
            {
                "main.js": 'import { a } from "./a.js";\n',
                "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
            },
            "scripts of the theme import each other in a circle: a.js → b.js → a.js",
        ),
        (
            {
                "main.js": 'import { a } from "./a.js";\n'
                'import {\n  b,\n  d as e,\n} from "./a.js";\n',
                "a.js": "export const a = 1;\nexport function b() {}\nconst d = 2;\n",
            },
            "script 'main.js' of the theme, line 4: 'a.js' does not export 'd'; it exports a, b",
        ),
        (
            {"main.js": 'import { a } from "./a.js";\n', "a.js": "const a = 1;\n"},
            "script 'main.js' of the theme, line 1: 'a.js' does not export 'a'; it exports nothing",
        ),
        (
            {"main.js": 'import a from "./a.js";\n'},
            "script 'main.js' of the theme, line 1: not understood: import a from \"./a.js\";",
        ),
        (
            {"main.js": "export default 1;\n"},
            "script 'main.js' of the theme, line 1: not understood: export default 1;",
        ),
        (
            {"main.js": "const a = 1;\nexport { a };\n"},
            "script 'main.js' of the theme, line 2: not understood: export { a };",
        ),
    ],
)
def test_what_cannot_be_joined_is_said_in_one_line(modules: dict[str, str], expected: str) -> None:
    with pytest.raises(SetupError) as raised:
        join_scripts(modules)
    assert str(raised.value) == expected


SHRINKABLE = {
    "main.js": """
// Why it is so.
import { Counter, digits as figures, later } from "./parts.js";

const counter = new Counter(/* from */ 6);
const words = `${counter.more(1)}  //  ${[1, 2].map((n) => `${n}  /* as it is */`).join("  ")}`;
const { length } = "a/b'c".split(/[/']/);
window.result = { words, length, third: counter.value / 7 / 3, figures: figures("x12y3"), gone: 0 };
delete window.result.gone;
later(() => window.result.named).then((found) => (window.result.later = found));
window.result.named = counter.constructor.name.length > 0;
window.result.empty = void 0 ?? "nothing";
""",
    "parts.js": """
export class Counter {
  #value;
  static made = 0;

  constructor(value) {
    this.#value = value;
    Counter.made += 1;
  }

  get value() {
    return this.#value;
  }

  /** Count on. */
  more(by = 1, ...rest) {
    if (rest.length) return null;
    return (this.#value += by);
  }
}

export function digits(text) {
  return text.match(/[\\p{N}]+/gu).map((each) => Number(each));
}

export async function later(ask) {
  try {
    await null;
    return ask();
  } catch {
    return false;
  }
}
""",
}
"""Modules with what a careless tool breaks: signs within texts, private names, properties."""


def test_a_shrunk_script_is_smaller_and_does_the_same(browser: Browser) -> None:
    joined = join_scripts(SHRINKABLE)
    small = shrink(joined)
    assert len(small) < len(joined) * 0.7
    assert not any(words in small for words in ("Why", "from", "Count on"))
    found = []
    for script in (joined, small):
        page = browser.new_page()
        page.add_script_tag(content=script)
        page.wait_for_function("'later' in window.result")
        found.append(page.evaluate("window.result"))
        page.close()
    assert found[0] == found[1]
    assert found[0] == {
        "words": "7  //  1  /* as it is */  2  /* as it is */",
        "length": 3,
        "third": 1 / 3,
        "figures": [12, 3],
        "named": True,
        "later": True,
        "empty": "nothing",
    }


def test_shrinking_twice_gains_nothing() -> None:
    # Names may change places.
    small = shrink(join_scripts(SHRINKABLE))
    assert len(shrink(small)) == len(small)


def test_names_of_exports_are_shortened_too() -> None:
    small = shrink(join_scripts(SHRINKABLE))
    assert not re.search(r"Counter|digits|export", small)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            'import {\n  a,\n} from "./a.js";\n\nconst b = ;\n',
            "unexpected ; in expression on line 5 and column 11",
        ),
        (
            "// Text.\nconst b = 'it is;\n",
            "unterminated string literal in expression on line 2 and column 11",
        ),
        (
            "<script>\nf();\n</script>\n",
            "unexpected < in expression on line 1 and column 1",
        ),
    ],
)
def test_what_is_no_javascript_is_said_in_one_line_with_its_place(
    source: str, expected: str
) -> None:
    with pytest.raises(SetupError) as raised:
        join_scripts({"main.js": source, "a.js": "export const a = 1;\n"})
    assert str(raised.value) == f"script 'main.js' of the theme is no JavaScript: {expected}"


def test_a_script_that_cannot_be_joined_stops_the_build_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "themes" / "paper" / "scripts" / "main.js"
    own.parent.mkdir(parents=True)
    own.write_text('import { gone } from "./gone.js";\n', encoding="utf-8")
    write(tmp_path, {})
    assert main(["build", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said == "argsite: the theme has no script 'gone.js', which main.js imports\n"


def test_a_broken_script_stops_the_build_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "themes" / "paper" / "scripts" / "print.js"
    own.parent.mkdir(parents=True)
    own.write_text("export function startPrinting() {\n  print(;\n}\n", encoding="utf-8")
    write(tmp_path, {})
    assert main(["build", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said == (
        "argsite: script 'print.js' of the theme is no JavaScript: "
        "unexpected ; in expression on line 2 and column 9\n"
    )


def test_every_module_of_the_built_in_theme_is_needed() -> None:
    modules = {path.name: path.read_text(encoding="utf-8") for path in BUILT_IN.glob("*.js")}
    needed = {"main.js", "early.js"}
    ahead = list(needed)
    while ahead:
        found = set(re.findall(r'^import .* from "\./(.+)";$', modules[ahead.pop()], re.MULTILINE))
        ahead += found - needed
        needed |= found
    assert needed == modules.keys()
