"""From entries to what the public reads: rows, names and references. Never the other way."""

import json
from collections import defaultdict

import orjson
from django.db import transaction

from . import kind_table
from .canonical import canonical
from .documents import references
from .models import Entry, Head, PublishedName, PublishedReference

# How many entries a rebuild reads at a time: enough for few queries, little enough for memory.
_CHUNK = 500


def project(entries):
    """Write the rows of new entries; no two of them may be about the same key.

    Called in the transaction that appends the entries, and by `rebuild`.
    """
    for name, kind in kind_table.kinds().items():
        _project_kind(kind, [entry for entry in entries if entry.kind == name])
    project_readings(entries)


def project_readings(entries):
    """Write the rows of the readings that entries store, all of one kind at once."""
    said = defaultdict(list)
    for entry in entries:
        for name, readings in json.loads(entry.reading or "{}").items():
            said[name].append((entry.number, readings))
    for name, readings in said.items():
        kind_table.kind(name).engine.project(readings)


@transaction.atomic
def rebuild():
    """Throw all projections away and make them again from the entries, with identical result.

    Nothing can be published or withdrawn meanwhile.
    """
    Head.locked()
    for kind in kind_table.kinds().values():
        kind.row.objects.all().delete()
        if kind.engine:
            kind.engine.clear()
    PublishedName.objects.all().delete()
    PublishedReference.objects.all().delete()
    for batch in _batches_without_repetition():
        project(batch)


def _batches_without_repetition():
    batch, keys = [], set()
    for entry in Entry.objects.order_by("number").iterator(chunk_size=_CHUNK):
        if entry.key in keys or len(batch) == _CHUNK:
            yield batch
            batch, keys = [], set()
        batch.append(entry)
        keys.add(entry.key)
    yield batch


def _project_kind(kind, entries):
    changing = [entry for entry in entries if entry.event != Entry.Event.RECOMPUTED]
    _close(kind, changing)
    published = [
        (entry.number, kind.upgraded(orjson.loads(entry.document)), entry)
        for entry in changing
        if entry.event == Entry.Event.PUBLISHED and entry.document is not None
    ]
    kind.row.objects.bulk_create(
        [_row(kind, number, document, entry) for number, document, entry in published]
    )
    PublishedName.objects.bulk_create(
        [each for number, document, _ in published for each in _names(kind, number, document)],
        batch_size=1000,
    )
    PublishedReference.objects.bulk_create(
        [each for number, document, _ in published for each in _references(number, document)],
        batch_size=1000,
    )


def _close(kind, entries):
    """Let the rows that these entries replace end where their successors begin."""
    current = set(
        kind.row.objects.filter(
            said_until=None, key__in=[entry.key for entry in entries]
        ).values_list("key", flat=True)
    )
    for entry in entries:
        if entry.key in current:
            kind.row.objects.filter(key=entry.key).close(entry.number)
            PublishedReference.objects.filter(kind=kind.name, key=entry.key).close(entry.number)
            PublishedName.objects.filter(given_by=entry.key).close(entry.number)


def text_in_force(kind, entry):
    """The text of a published entry in today's schema: as entered, unless the schema has moved."""
    if kind.schema == entry.schema:
        return entry.document
    return canonical(kind.upgraded(orjson.loads(entry.document))).decode()


def _row(kind, number, document, entry):
    columns = kind.row.columns_of(document)
    text = text_in_force(kind, entry)
    return kind.row(key=entry.key, said_from=number, document=text, **columns)


def _names(kind, number, document):
    for key, texts in kind.names(document).items():
        yield PublishedName(
            kind=kind.name,
            key=key,
            given_by=document["key"],
            texts=orjson.dumps(texts).decode(),
            said_from=number,
        )


def _references(number, document):
    made = dict.fromkeys((field, target) for field, target, _kind in references(document))
    for field, target in made:
        yield PublishedReference(
            kind=document["kind"], key=document["key"], field=field, target=target, said_from=number
        )
