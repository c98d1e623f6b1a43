"""What is searched of a published document, and how much each passage counts."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from register.texts import LANGUAGE

from .folding import skeleton, spelt, words_of
from .stemming import stem

# The fields of a document that name it, and those with numbers under which others know it.
NAMES = ("names", "official_names", "acronyms", "title")
NUMBERED = ("identifiers", "numbers")
CODES = ("alpha2", "alpha4")
# About evidence and upkeep, not about the record: searched by nobody.
APART = frozenset({"citations", *NAMES, *NUMBERED, "titles", "aliases"})
# Between passages, so that no phrase reaches from one into the next.
GAP = "¶"


class Passage(NamedTuple):
    """A stretch of text and its language (ISO 639), "" if that is not known."""

    language: str
    text: str


class Folded(NamedTuple):
    """Passages made comparable: skeletons, stems and spelt words, each joined by spaces."""

    exact: str
    stems: str
    spelt: str


NOTHING = Folded("", "", "")


def called(document: Mapping) -> Iterator[Passage]:
    """Every name and number of a record: titles, aliases, former names, acronyms, codes."""
    for row in (*document.get("titles", ()), *document.get("aliases", ())):
        yield Passage(row["language"], row["text"])
    for name in NAMES:
        yield from _passages(document.get(name) or {})
    for name in NUMBERED:
        for row in document.get(name, ()):
            yield Passage("", row["value"])
    for name in CODES:
        yield Passage("", document.get(name) or "")
    yield Passage("", document["key"])


def told(document: Mapping) -> Iterator[Passage]:
    """Everything else that a record says in words, in the order of the document."""
    for name, value in document.items():
        if name not in APART:
            yield from _texts_below(value)


def _texts_below(value: object) -> Iterator[Passage]:
    if isinstance(value, list):
        for each in value:
            yield from _texts_below(each)
    elif isinstance(value, Mapping):
        if value and all(LANGUAGE.fullmatch(name) for name in value) and "ref" not in value:
            yield from _passages(value)
            return
        if isinstance(value.get("text"), str):
            yield Passage(value.get("language") or "", value["text"])
        for each in value.values():
            yield from _texts_below(each)


def _passages(texts: Mapping[str, str]) -> Iterator[Passage]:
    return (Passage(language, text) for language, text in texts.items() if isinstance(text, str))


def folded(passages: Iterable[Passage]) -> Folded:
    """The passages as the index holds them."""
    found = [_folded(passage) for passage in passages if passage.text]
    return Folded(*map(f" {GAP} ".join, zip(*found, strict=True))) if found else NOTHING


@lru_cache(maxsize=20_000)
def _folded(passage: Passage) -> Folded:
    forms = [_forms(word.text, passage.language) for word in words_of(passage.text)]
    if not forms:
        return NOTHING
    return Folded(*(" ".join(filter(None, column)) for column in zip(*forms, strict=True)))


@lru_cache(maxsize=200_000)
def _forms(word: str, language: str) -> Folded:
    """The skeleton and the stem of a word, and how it is spelt, unless it is a number."""
    plain = skeleton(word, language)
    if not plain:
        return NOTHING
    is_number = any(map(str.isdigit, word))
    return Folded(plain, stem(word, language), "" if is_number else spelt(word))
