"""The words of the interface in a language, and the forms of its dates and numbers.

words.py      what pages ask: messages, dates, numbers, lists
catalogue.py  the translated messages, as translators write them (`locale/<language>`)
dates.py      dates and numbers after the Unicode CLDR
tags.py       what a BCP 47 tag says
grammar.py    what checks of wording know of a language (`grammar/<language>.txt`)
"""

from argsite.language.catalogue import Messages, languages, messages
from argsite.language.grammar import Grammar, grammar
from argsite.language.tags import direction, is_tag, same
from argsite.language.words import ENGLISH, Words, contained, words_of

__all__ = [
    "ENGLISH",
    "Grammar",
    "Messages",
    "Words",
    "contained",
    "direction",
    "grammar",
    "is_tag",
    "languages",
    "messages",
    "same",
    "words_of",
]
