"""What languages say of their lists: letters of their own, and articles that do not count."""

from __future__ import annotations

OWN = {
    "az": "cç eə gğ hxıi kq oö sş uü",
    "be": "ий",
    "bg": "ий",
    "cs": "cč h(ch) rř sš zž",
    "da": "zæøå",
    "eo": "cĉ gĝ hĥ jĵ sŝ uŭ",
    "es": "nñ",
    "et": "sšzž wõäöü",
    "fi": "zåäö",
    "hr": "cčć d(dž)đ l(lj) n(nj) sš zž",
    "hu": "c(cs) d(dz)(dzs) g(gy) l(ly) n(ny) oöő s(sz) t(ty) uüű z(zs)",
    "lt": "cč sš zž",
    "mk": "дѓ зѕ иј лљ нњ тќ чџ",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "ru": "ий",
    "sk": "aä cč h(ch) oô sš zž",
    "sl": "cč sš zž",
    "sr": "дђ иј лљ нњ тћ чџ",
    "sv": "zåäö",
    "tr": "cç gğ hıi oö sş uü",
    "uk": "гґ еє иіїй",
    "vi": "aăâ dđ eê oôơ uư",
}
"""A language's own letters, each after the letter that it follows, those of several signs in
brackets. Source: Unicode CLDR.
"""

ARTICLES = {
    "ca": "el la els les un una l'",
    "da": "en et den det de",
    "ar": "ال-",
    "de": "der die das den dem des ein eine einen einem einer eines",
    "el": "ο η το οι τα του της τον την των τους τις ένας μια μία ένα",
    "en": "the a an",
    "es": "el la los las lo un una unos unas",
    "fr": "le la les un une des l'",
    "hu": "a az egy",
    "it": "il lo la i gli le un uno una l' un'",
    "nb": "en et ei den det de",
    "nl": "de het een",
    "pt": "o a os as um uma",
    "sv": "en ett den det de",
}
"""Words that a list passes over where a text begins with them; after - or ' stands no space."""
