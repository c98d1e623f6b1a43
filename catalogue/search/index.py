"""The index: documents of records, in a directory or in memory, and how far it follows the log."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tantivy

from .shape import schema

HEAP = 64_000_000
# The one document that is no record: it says which entry was applied last, and commits with it.
MARKER = "·"


@cache
def form() -> str:
    """A digest of the code that shapes the index: another release makes another index."""
    digest = hashlib.sha256(tantivy.__version__.encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Applied(NamedTuple):
    """The last entry that an index contains, by its number and the head of the chain there."""

    number: int
    head: str


class Index:
    """An open index. Searches see the state of its last `refresh`."""

    def __init__(self, path: Path | None = None, new: bool = False) -> None:
        """Open the index in a directory, with `new` an empty one there; without path in memory."""
        self.path, self.schema = path, schema()
        if path is None:
            self._index = tantivy.Index(self.schema)
        elif new:
            self._index = tantivy.Index(self.schema, path=str(path), reuse=False)
        else:
            self._index = tantivy.Index.open(str(path))
        self._index.config_reader(reload_policy="Manual")
        self.refresh()

    def refresh(self) -> None:
        """See what was written meanwhile, by whatever process."""
        self._index.reload()
        self.searcher = self._index.searcher()
        self.applied = self._applied()
        # Answers that hold until the next refresh: see catalogue.search.asking.
        self.kept: dict = {}

    def write(
        self, batches: Iterable[Iterable[Mapping]], applied: Applied, gone: Iterable[str] = ()
    ) -> None:
        """Add documents and take out those of the keys `gone`, all in one commit."""
        writer = self._index.writer(HEAP, 1)
        for key in (*gone, MARKER):
            writer.delete_documents_by_term("key", key)
        for batch in batches:
            for values in batch:
                writer.add_document(tantivy.Document.from_dict(dict(values), self.schema))
        marker = {"key": MARKER, "applied": applied.number, "head": applied.head}
        writer.add_document(tantivy.Document.from_dict(marker, self.schema))
        writer.commit()
        writer.wait_merging_threads()
        self.refresh()

    def _applied(self) -> Applied:
        query = tantivy.Query.term_query(self.schema, "key", MARKER)
        for _score, address in self.searcher.search(query, 1).hits:
            marker = self.searcher.doc(address)
            return Applied(marker.get_first("applied"), marker.get_first("head"))
        return Applied(0, "")
