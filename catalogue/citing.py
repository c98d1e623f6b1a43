"""From a fact on a page to its sources at the end of it, and back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.text import slugify


class Place(NamedTuple):
    """One place in one source, and how sure what it says is."""

    source: str
    locator: str
    confidence: str


class Support(NamedTuple):
    """One fact that a place is cited for, with the value that this source gives."""

    path: str
    says: str


@dataclass
class Evidence:
    """One place in one source, as the page's list of sources shows it under one number.

    What it supports is told by the day as at which the source speaks and the curators' note.
    """

    place: Place
    number: int = 0
    told: dict[tuple[str | None, str], list[Support]] = field(default_factory=dict)

    @property
    def anchor(self) -> str:
        """The id that marks in the text lead to."""
        return f"source-{self.number}"

    @property
    def supports(self) -> list[Support]:
        """Every fact that the place is cited for."""
        return [support for supports in self.told.values() for support in supports]


class Citations:
    """The evidence of one document, and where on the page each fact was marked.

    Equal places in a source share a number. Numbers are given in the order in which the page
    marks its facts, so that they rise as one reads.
    """

    def __init__(self, document: dict) -> None:
        self._places: dict[Place, Evidence] = {}
        self._numbered: list[Evidence] = []
        self._of: dict[str, list[Evidence]] = defaultdict(list)
        self._below: dict[str, list[Evidence]] = defaultdict(list)
        self._marked: dict[str, str] = {}
        for citation in document["citations"]:
            self._add(citation)

    def _add(self, citation: dict) -> None:
        """Put the citation with the others of the same place in the source."""
        place = Place(citation["source"], citation["locator"], citation["confidence"])
        evidence = self._places.setdefault(place, Evidence(place))
        path = citation["path"]
        told = evidence.told.setdefault((citation["as_at"], citation["note"]), [])
        _append_once(told, Support(path, citation["says"]))
        _append_once(self._of[path], evidence)
        for around in _paths_around(path):
            _append_once(self._below[around], evidence)

    @property
    def evidence(self) -> list[Evidence]:
        """All of it by number: what the page has marked, then what it has not."""
        return self._with_numbers(self._places.values())

    def of(self, path: str) -> list[Evidence]:
        """The evidence cited for exactly this path ("" for the whole record)."""
        return self._with_numbers(self._of.get(path, ()))

    def below(self, path: str) -> list[Evidence]:
        """The evidence cited for a row or for any field of it, each once."""
        return self._with_numbers(self._below.get(path, ()))

    def other_values(self, path: str) -> list[str]:
        """What the sources cited for this fact, or for a field of this row, give instead."""
        return [
            support.says
            for evidence in self._below.get(path, ())
            for support in evidence.supports
            if support.says and (support.path == path or support.path.startswith(f"{path}/"))
        ]

    def _with_numbers(self, found: Iterable[Evidence]) -> list[Evidence]:
        """The evidence in the order of its numbers; what has none yet gets the next."""
        for evidence in found:
            if not evidence.number:
                self._numbered.append(evidence)
                evidence.number = len(self._numbered)
        return sorted(found, key=lambda evidence: evidence.number)

    def mark(self, path: str) -> str:
        """Remember that the page marks this fact, and give the id of the mark ("" if it has one).

        A fact shown twice is marked twice; the way back leads to the first place.
        """
        if path in self._marked:
            return ""
        self._marked[path] = f"fact-{slugify(path.replace('/', '-')) or 'record'}"
        return self._marked[path]

    def anchor_of(self, path: str) -> str:
        """The id of the mark that shows this fact, or of the row it belongs to; "" if neither."""
        while path not in self._marked and "/" in path:
            path = path.rpartition("/")[0]
        return self._marked.get(path, "")


def _append_once(found: list, one: Evidence | Support) -> None:
    if one not in found:
        found.append(one)


def _paths_around(path: str) -> list[str]:
    """The path itself and those of the row and the list that it lies in."""
    steps = path.split("/")
    return ["/".join(steps[:count]) for count in range(1, len(steps) + 1)]
