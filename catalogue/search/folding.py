"""Words made comparable: whatever script, apostrophe, case or accent they were written with.

A word's skeleton is plain Latin. Uzbek in Cyrillic comes out like Uzbek in Latin (ўзаро, oʻzaro,
o'zaro: ozaro), and so do the accented and unaccented spellings of one word. Names that differ
from language to language (Казахстан, Qozogʻiston) do not: those are found by their aliases.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "ʻ‘’'`ʼ´ʹ′＇‛"
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}\u0300-\u036f][^\W_]+)*[{APOSTROPHES}]?")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)
_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES))
# What Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ß": "ss", "æ": "ae",
        "œ": "oe", "ə": "a",
    }
)  # fmt: skip
# Cyrillic as the Uzbek Latin alphabet of 1995 writes it; Russian, Kazakh, Kyrgyz, Tajik beside.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j",
        "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x", "ц": "s",
        "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "ў": "o", "қ": "q", "ғ": "g", "ҳ": "h", "ә": "a", "ө": "o", "ү": "u",
        "ұ": "u", "ң": "n", "і": "i", "һ": "h", "ӣ": "i", "ӯ": "u", "ҷ": "j", "ї": "i",
        "є": "e", "ґ": "g",
    }
)  # fmt: skip
# Uzbek Latin writes ц as ts or s and a first е as ye: one skeleton for each pair.
_SAME = (("ts", "s"), ("ye", "e"))


class Word(NamedTuple):
    """A word as it stands in a text, and where it begins and ends."""

    text: str
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """The words and numbers of a text in their order; an apostrophe inside belongs to its word."""
    for found in _WORD.finditer(text):
        yield Word(found[0], found.start(), found.end())


@lru_cache(maxsize=200_000)
def skeleton(word: str, language: str = "") -> str:
    """The skeleton of one word, "" if nothing is left of it.

    `language` (ISO 639, if known) decides what ё is: in Russian a е, elsewhere yo.
    """
    return _latin(spelt(word).replace("ё", "е") if language == "ru" else spelt(word))


def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons that a word of unknown language can have: with ё there are two."""
    return tuple(dict.fromkeys((skeleton(word), skeleton(word, "ru"))))


@lru_cache(maxsize=200_000)
def spelt(word: str) -> str:
    """A word in lower case with its letters whole, without apostrophes and English possessive."""
    bare = _POSSESSIVE.sub("", word).translate(_APOSTROPHES)
    whole = unicodedata.normalize("NFKC", bare).casefold()
    return unicodedata.normalize("NFC", "".join(whole.split())).translate(_APOSTROPHES)


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic."""
    return any("\u0400" <= letter <= "\u052f" for letter in word)


def _latin(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_CYRILLIC).translate(_LETTERS))
    folded = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for written, same in _SAME:
        folded = folded.replace(written, same)
    return folded
