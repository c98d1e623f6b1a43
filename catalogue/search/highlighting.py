"""Showing in a text what was looked for."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .folding import skeletons, words_of
from .question import Term, candidates
from .words import told

# A snippet begins so many letters before the first word found and has so many in all.
BEFORE, LENGTH = 60, 220


class Highlighter:
    """Marks the words of a question wherever they stand, in whatever form."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = [term for term in terms if not (term.excluded or term.is_empty)]
        self._known: dict[str, bool] = {}

    @cached_property
    def _forms(self) -> frozenset[str]:
        words = (word for term in self.terms for word in term.words)
        return frozenset(form for word in words for form in candidates(word))

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        words = (term.words[-1] for term in self.terms if term.beginning)
        return tuple(start for word in words for start in skeletons(word))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where in a text the words that were looked for begin and end."""
        return [(word.start, word.end) for word in words_of(text) if self._is_sought(word.text)]

    def _is_sought(self, word: str) -> bool:
        if word not in self._known:
            begins = any(each.startswith(self._beginnings) for each in skeletons(word))
            self._known[word] = begins or not self._forms.isdisjoint(candidates(word))
        return self._known[word]

    def has_all(self, text: str) -> bool:
        """Whether a text has every word that was looked for."""
        there = {form for start, end in self.places(text) for form in candidates(text[start:end])}
        words = (word for term in self.terms for word in term.words)
        return all(not there.isdisjoint(candidates(word)) for word in words)

    def marked(self, text: str) -> SafeString:
        """A text with what was looked for marked."""
        done, parts = 0, []
        for start, end in self.places(text):
            parts += [conditional_escape(text[done:start])]
            parts += [format_html("<mark>{}</mark>", text[start:end])]
            done = end
        return mark_safe("".join([*parts, conditional_escape(text[done:])]))

    def snippet(self, document: Mapping, language: str) -> tuple[str, SafeString] | None:
        """The passage of a record that has most of the words, with its language; None for none.

        Passages in the reader's language go first, then those in English.
        """
        if not self.terms:
            return None
        best, most, place = None, (0, 0), 0
        for passage in told(document):
            places = self.places(passage.text)
            found = len({passage.text[start:end].casefold() for start, end in places})
            nearness = 2 * (passage.language == language) + (passage.language == "en")
            if found and (found, nearness) > most:
                best, most, place = passage, (found, nearness), places[0][0]
        return best and (best.language, self.marked(_cut(best.text, place)))


def _cut(text: str, place: int) -> str:
    """A stretch of the text around a place, between whole words."""
    start = text.rfind(" ", 0, max(0, place - BEFORE)) + 1 if place > BEFORE else 0
    if len(text) - start <= LENGTH:
        return ("… " if start else "") + text[start:]
    end = text.rfind(" ", start, start + LENGTH)
    return ("… " if start else "") + text[start : end if end > start else start + LENGTH] + " …"
