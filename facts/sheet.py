"""The sheet: a document while it is being written, with its rows, remarks and citations."""

import unicodedata

from .blanks import PREFIXES, SCHEMA, blank_document, blank_row


class UnknownField(ValueError):
    """A field that the register's first schema does not have."""


class Sheet:
    """A document in the making. Refs are numbered in the order of first appearance."""

    def __init__(self, kind, key, **fields):
        self.kind, self.key = kind, key
        self._fields = blank_document(kind)
        self._remarks, self._citations = [], []
        self.write(**fields)

    def __getitem__(self, field):
        return self._fields[field]

    def write(self, **fields):
        """Give fields of the document their values."""
        _require_known(self._fields, fields, f"{self.kind} {self.key}")
        self._fields.update(fields)

    def row(self, rows, **fields):
        """Add a row to one of the document's lists; answers its path, such as `acts/act-003`."""
        row = blank_row(self.kind, rows)
        _require_known(row, fields, f"{self.kind} {self.key}, {rows}")
        ref = f"{PREFIXES[rows]}-{len(self._fields[rows]) + 1:03}"
        self._fields[rows].append({"ref": ref, **row, **fields})
        return f"{rows}/{ref}"

    def remark(self, type, text, about=""):
        """Add a remark in English words, or in texts by language; answers its path."""
        texts = text if isinstance(text, dict) else {"en": text}
        ref = f"remark-{len(self._remarks) + 1:03}"
        self._remarks.append({"ref": ref, "type": type, "about": about, "text": texts})
        return f"remarks/{ref}"

    def citation(self, path, source, confidence, **details):
        """Add what one source says about the fact that the path names."""
        ref = f"citation-{len(self._citations) + 1:03}"
        blank = {"locator": "", "as_at": None, "says": "", "note": ""}
        _require_known(blank, details, f"{self.kind} {self.key}, citations")
        fact = {"path": path, "source": source, "confidence": confidence}
        self._citations.append({"ref": ref, **fact, **blank, **details})

    def sources_of(self, path):
        """The sources to which the fact is cited already."""
        return {row["source"] for row in self._citations if row["path"] == path}

    def document(self):
        """The finished document as plain JSON values, every text in composed form (NFC)."""
        head = {"kind": self.kind, "schema": SCHEMA, "key": self.key}
        notes = {"remarks": self._remarks, "citations": self._citations}
        return _composed({**head, **self._fields, **notes})


def _require_known(known, fields, where):
    unknown = sorted(set(fields) - set(known))
    if unknown:
        raise UnknownField(f"{where}: the schema has no {', '.join(unknown)}.")


def _composed(value):
    if isinstance(value, dict):
        return {name: _composed(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def ref_of(path):
    """The ref at the end of a row's path: `act-003` of `acts/act-003`."""
    return path.rpartition("/")[2]
