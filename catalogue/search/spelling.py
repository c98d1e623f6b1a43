"""Mistyped words: which word of the register was meant."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

import tantivy
from rapidfuzz import process
from rapidfuzz.distance import OSA

from .folding import is_cyrillic, skeleton

# A short word with two letters changed is another word.
ONE_EDIT_FROM, TWO_EDITS_FROM = 4, 7


class Vocabulary(NamedTuple):
    """Every word of the index as it is spelt, and how many documents have it.

    `folded` has the skeletons by their length, each at the place of its word.
    """

    spelt: list[str]
    counts: list[int]
    folded: dict[int, dict[int, str]]


@lru_cache(maxsize=2)
def vocabulary(searcher: tantivy.Searcher) -> Vocabulary:
    """The words of an index as it stands."""
    words = searcher.terms_with_prefix("spelt", "")
    folded: dict[int, dict[int, str]] = defaultdict(dict)
    for place, (word, _count) in enumerate(words):
        bones = skeleton(word)
        folded[len(bones)][place] = bones
    return Vocabulary([word for word, _count in words], [count for _word, count in words], folded)


def meant(word: str, known: Vocabulary) -> str | None:
    """The word that was meant, in the script it was typed in; None if none is near enough."""
    typed = skeleton(word)
    edits = 0 if len(typed) < ONE_EDIT_FROM else 1 if len(typed) < TWO_EDITS_FROM else 2
    if not edits:
        return None
    near = _near(typed, known, edits)
    script = is_cyrillic(word)
    ranked = sorted(
        near,
        key=lambda one: (one[1], is_cyrillic(known.spelt[one[2]]) != script, -known.counts[one[2]]),
    )
    return known.spelt[ranked[0][2]] if ranked else None


def _near(typed: str, known: Vocabulary, edits: int) -> list[tuple[str, int, int]]:
    """Skeletons within so many edits as (skeleton, edits, place), from words near enough in length.

    Each edit makes a word longer or shorter by one letter at most.
    """
    found = []
    for length in range(len(typed) - edits, len(typed) + edits + 1):
        choices = known.folded.get(length, {})
        found += process.extract(typed, choices, scorer=OSA.distance, score_cutoff=edits, limit=50)
    return found
