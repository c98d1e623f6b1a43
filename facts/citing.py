"""On whose word a fact stands: from a fact's `source` and `confidence` to citations."""

import re

from .words.editing import edited
from .words.sources import DAY_OF_SOURCE, TYPES

KNOWLEDGE = "GK"
_CONFIDENCES = ("verified", "reported", "uncertain")
_PARENTHESIS = re.compile(r"\(([^()]*)\)")
_KNOWLEDGE_IN_WORDS = re.compile(rf"\b{KNOWLEDGE}\b")


class FalseConfidence(ValueError):
    """General knowledge, shown as verified."""


class UnknownSource(ValueError):
    """A source id that evidence.yaml does not have."""


class Evidence:
    """The sources that there are, and how facts are cited to them."""

    def __init__(self, ids):
        self._ids = frozenset(ids)

    def cite(self, sheet, path, sources, confidence, **details):
        """Cite one fact to its sources, each with the confidence that the facts give.

        A confidence without a source is the compiler's own word: general knowledge. General
        knowledge beside a verifying source is uncertain; alone and "verified" it is refused. A
        scholarly article beside a verifying source reports.
        """
        sources = _listed(sources) or [KNOWLEDGE]
        if confidence not in _CONFIDENCES:
            raise FalseConfidence(f"{sheet.key}: {path}: no confidence is called {confidence!r}.")
        if sources == [KNOWLEDGE] and confidence == "verified":
            raise FalseConfidence(f"{sheet.key}: {path}: general knowledge verifies nothing.")
        beside = len(sources) > 1
        for source in sources:
            own = "reported" if beside and _only_reports(source, confidence) else confidence
            self._cite_one(sheet, path, source, own, details)

    def _cite_one(self, sheet, path, source, confidence, details):
        if source not in self._ids:
            raise UnknownSource(f"{sheet.key}: {path}: there is no source {source!r}.")
        if source == KNOWLEDGE and confidence == "verified":
            confidence = "uncertain"
        details = {"as_at": DAY_OF_SOURCE.get(source), **details}
        sheet.citation(path, source, confidence, **details)

    def cite_mentions(self, sheet, path, words):
        """Cite the sources that the words of a fact name themselves, as in "(art. 89, GK)"."""
        for source in sorted(self._mentioned(words or "") - sheet.sources_of(path)):
            confidence = "uncertain" if source == KNOWLEDGE else "reported"
            self._cite_one(sheet, path, source, confidence, {})

    def _mentioned(self, words):
        inside = " ".join(_PARENTHESIS.findall(words))
        tokens = re.split(r"[\s,;:]+", inside)
        found = [each for each in tokens if each in self._ids and "-" in each]
        if _KNOWLEDGE_IN_WORDS.search(words):
            found.append(KNOWLEDGE)
        return set(found)

    def remark(self, sheet, type, words, about="", sources=(), confidence=None):
        """A remark in the facts' words, edited for readers, cited to its sources and mentions."""
        if not words:
            return None
        path = sheet.remark(type, edited(words), about)
        if confidence:
            self.cite(sheet, path, sources, confidence)
        self.cite_mentions(sheet, path, words)
        return path


def _only_reports(source, confidence):
    return confidence == "verified" and TYPES.get(source) == "article"


def newest_day(sources):
    """The newest day whose state of affairs one of these sources describes, if any has its own."""
    days = [DAY_OF_SOURCE[each] for each in _listed(sources) if each in DAY_OF_SOURCE]
    return max(days, default=None)


def _listed(sources):
    if sources is None:
        return []
    return [sources] if isinstance(sources, str) else list(sources)
