"""From a fact on a page to its sources at the end of it, and back."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.text import slugify


@dataclass
class Evidence:
    """One place in one source, as the page's list of sources shows it under one number."""

    number: int
    source: str
    locator: str
    confidence: str
    as_at: str | None
    note: str
    supports: list["Support"] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """The id that marks in the text lead to."""
        return f"source-{self.number}"


@dataclass
class Support:
    """One fact that the evidence is cited for, with the value that this source gives."""

    path: str
    says: str


class Citations:
    """The numbered evidence of one document, and where on the page each fact was marked.

    Equal places in a source share a number, in the order in which the document cites them.
    """

    def __init__(self, document: dict) -> None:
        self.evidence: list[Evidence] = []
        self._of: dict[str, list[Evidence]] = defaultdict(list)
        self._below: dict[str, list[Evidence]] = defaultdict(list)
        self._marked: dict[str, str] = {}
        numbered: dict[tuple, Evidence] = {}
        for citation in document["citations"]:
            self._add(citation, numbered)

    def _add(self, citation: dict, numbered: dict[tuple, Evidence]) -> None:
        """Give the citation the number of its place in the source."""
        place = tuple(
            citation[name] for name in ("source", "locator", "confidence", "as_at", "note")
        )
        if place not in numbered:
            numbered[place] = Evidence(len(numbered) + 1, *place)
            self.evidence.append(numbered[place])
        evidence, path = numbered[place], citation["path"]
        evidence.supports.append(Support(path, citation["says"]))
        _append_once(self._of[path], evidence)
        for around in _paths_around(path):
            _append_once(self._below[around], evidence)

    def of(self, path: str) -> list[Evidence]:
        """The evidence cited for exactly this path ("" for the whole record)."""
        return self._of.get(path, [])

    def below(self, path: str) -> list[Evidence]:
        """The evidence cited for a row or for any field of it, each once."""
        return self._below.get(path, [])

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


def _append_once(evidence: list[Evidence], one: Evidence) -> None:
    if one not in evidence:
        evidence.append(one)


def _paths_around(path: str) -> list[str]:
    """The path itself and those of the row and the list that it lies in."""
    steps = path.split("/")
    return ["/".join(steps[:count]) for count in range(1, len(steps) + 1)]
