"""The exchange format, inward: documents are loaded, saved as revisions and submitted.

Each record is imported whole or not at all. Records that refer to one another in a circle are
written in one transaction, everything else by itself, so that a stop at any moment leaves whole
records, and a second run goes on where the first ended.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from . import files, kind_table
from .canonical import NotCanonical, canonical
from .components import in_dependency_order
from .documents import files_in, references
from .exporting import FILES, NDJSON
from .loading import Refused, load, records_by_key, validated
from .models import Head, Revision
from .revising import save_revision, submit


@dataclass(frozen=True)
class Refusal:
    """One reason for which a record was not imported. `line` counts from 1."""

    line: int
    key: str
    field: str
    reason: str


@dataclass
class Report:
    """What an import did: keys by outcome, refusals, and the revisions now submitted."""

    added: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    unchanged: list = field(default_factory=list)
    refused: list = field(default_factory=list)
    submitted: list = field(default_factory=list)


def import_folder(folder, account, unit, progress=iter, keep_files=True):
    """Import a folder in the exchange format for `unit`, in the name of `account`.

    `progress` may wrap the iteration over groups of records. Without `keep_files` the files are
    looked at but not stored, for a dry run. Returns a Report.
    """
    return _Import(Path(folder), account, unit, keep_files).run(progress)


class _Import:
    def __init__(self, folder, account, unit, keep_files):
        self.folder, self.account, self.unit = folder, account, unit
        self.keep_files = keep_files
        self.report = Report()
        self.lines = {}
        self.documents = {}

    def run(self, progress):
        for line, text in enumerate(self._lines(), start=1):
            self._read(line, text)
        self._leave_out_what_is_published()
        targets = {key: self._targets(document) for key, document in self.documents.items()}
        for group in progress(in_dependency_order(targets)):
            self._write(group)
        return self.report

    def _lines(self):
        with open(self.folder / NDJSON, "rb") as lines:
            yield from (line for line in lines if line.strip())

    def _read(self, line, text):
        document = None
        try:
            document = json.loads(text, object_pairs_hook=_without_repetition)
            document, _values = validated(document)
            canonical(document)
            self._require_files(document)
        except (NotCanonical, Repeated) as error:
            self._refuse(line, _key_of(document), [("", str(error))])
        except (ValueError, RecursionError):
            self._refuse(line, _key_of(document), [("", _("This is not JSON."))])
        except Refused as error:
            self._refuse(line, _key_of(document), error.problems)
        else:
            self._keep(line, document)

    def _keep(self, line, document):
        key = document["key"]
        if key in self.documents:
            sentence = _("The key stands in line %(line)d already.") % {"line": self.lines[key]}
            self._refuse(line, key, [("key", sentence)])
        else:
            self.lines[key], self.documents[key] = line, document

    def _refuse(self, line, key, problems):
        self.report.refused += [Refusal(line, key, place, reason) for place, reason in problems]

    def _require_files(self, document):
        for digest in files_in(document):
            if not files.is_stored(digest) and not (self.folder / FILES / digest).is_file():
                raise Refused([("", _("The file %(digest)s is missing.") % {"digest": digest})])

    def _leave_out_what_is_published(self):
        number = Head.newest().number
        for name, kind in kind_table.kinds().items():
            keys = [key for key, each in self.documents.items() if each["kind"] == name]
            rows = kind.row.objects.recorded(number).filter(key__in=keys)
            for key, text in rows.values_list("key", "document"):
                if canonical(self.documents[key]).decode() == text:
                    self.report.unchanged.append(key)
                    del self.documents[key]

    def _targets(self, document):
        return [target.split("/")[0] for _field, target, _kind in references(document)]

    def _write(self, group):
        """Write a group in one transaction; who is refused is left out, the others try again."""
        group = list(group)
        while group:
            try:
                with transaction.atomic():
                    written = self._written(group)
            except _RefusedRecord as refused:
                self._refuse(self.lines[refused.key], refused.key, refused.problems)
                group.remove(refused.key)
            else:
                for key, outcome, revision in written:
                    getattr(self.report, outcome).append(key)
                    self.report.submitted += [revision] if revision else []
                return

    def _written(self, group):
        known = set(records_by_key(group))
        for key in set(group) - known if len(group) > 1 else ():
            kind_table.kind(self.documents[key]["kind"]).model.objects.create(
                key=key, unit=self.unit
            )
        return [(key, *self._submitted(key, key in known)) for key in group]

    def _submitted(self, key, is_known):
        document = self.documents[key]
        try:
            last = self._last_revision(key)
            if last and not last.entry_id and last.document == canonical(document).decode():
                return "unchanged", submit(last, self.account)
            self._store_files(document)
            record = load(document, self.unit)
            revision = save_revision(record, self.account)
            if last and revision.pk == last.pk:
                return "unchanged", submit(last, self.account) if not last.entry_id else None
            revision = submit(revision, self.account)
        except Refused as error:
            raise _RefusedRecord(key, error.problems) from error
        return ("changed" if is_known else "added"), revision

    def _last_revision(self, key):
        return Revision.objects.filter(record__key=key).order_by("-number").first()

    def _store_files(self, document):
        for digest in files_in(document):
            if files.is_stored(digest):
                continue
            with open(self.folder / FILES / digest, "rb") as stream:
                found = files.digest_of(stream)
                if found != digest:
                    sentence = _("The file named %(named)s has the digest %(found)s.")
                    raise Refused([("", sentence % {"named": digest, "found": found})])
                if self.keep_files:
                    stream.seek(0)
                    files.store(stream)


class Repeated(ValueError):
    """A JSON object that has a name twice, so that nobody can say what it means."""


def _without_repetition(pairs):
    named = dict(pairs)
    if len(named) != len(pairs):
        raise Repeated(_("A name stands twice in one object."))
    return named


class _RefusedRecord(Exception):
    """A record of a group that cannot be imported."""

    def __init__(self, key, problems):
        super().__init__(key)
        self.key, self.problems = key, problems


def _key_of(document):
    key = document.get("key") if isinstance(document, dict) else None
    return key if isinstance(key, str) else ""
