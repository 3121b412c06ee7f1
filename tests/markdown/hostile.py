"""Texts made to break out of the place where they are shown, and ways to make more of them."""

from __future__ import annotations

from hypothesis import strategies as st

from argsite.formats.characters import FORBIDDEN

SNIPPETS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</p></div></main>",
    "<!--",
    "]]>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT&colon;alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](data:text/html,x)",
    "[x](blob:x)",
    "[x](//example.org)",
    "[x](\\\\example.org)",
    "[x](/\\example.org)",
    '[x](https://example.org "a\\" onclick=\\"alert(1)")',
    "[x](<#safe> 'title')",
    "[x](#safe)",
    '[x](#safe"onclick=alert(1))',
    "![a](javascript:alert(1))",
    "![a](https://example.org/a.png)",
    "[![a](https://example.org/a.png)](#safe)",
    "<javascript:alert(1)>",
    '<https://example.org/?a=b&c="d>',
    "[r]: javascript:alert(1)\n\n[r]\n\n",
    "[r]: https://example.org 'a\"b'\n\n[r]\n\n",
    "[^1]\n\n[^1]: a note\n\n",
    "[a [^1] b](#safe)\n\n[^1]: a [link](#safe)\n\n",
    "[a ^[b [c](#safe) ![d^[e]](f)] g](#safe)",
    "![a ^[b] c[^1]](https://example.org/a.png)",
    "[^<b>]\n\n[^<b>]: a note\n\n",
    '\n\n~~~ x" onclick="alert(1)\ncode\n~~~\n\n',
    "\n\n```<b>\ncode\n```\n\n",
    "\n\n| a | b |\n|:-:|--:|\n| <td> | `|` |\n\n",
    "\n\nterm\n: <dd onclick=x>\n\n",
    "\n\n# heading\n\n###### low\n\n",
    "\n\n- a\n  1. b\n     > c\n\n",
    "`<b>`",
    "*a **b* c**",
    "&lt;script&gt;&#0;&amp;",
    "{{ 7 * 7 }}{% raw %}",
    "\u202e\u200b\ufeff",
)
"""Pieces of HTML and Markdown that must not do what they ask for."""

plain = st.text(st.characters(codec="utf-8"), max_size=40).map(lambda text: FORBIDDEN.sub("", text))
"""Any characters that an author's file may hold."""

texts = st.lists(st.one_of(st.sampled_from(SNIPPETS), plain), max_size=6).map("".join)
"""Hostile pieces between others."""
