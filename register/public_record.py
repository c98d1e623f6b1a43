"""The register as it stands after one entry: what every public reader asks."""

from collections import defaultdict
from functools import cached_property

import orjson

from . import kind_table
from .documents import references
from .models import Entry, Head, PublishedName, PublishedReference


class PublicRecord:
    """All published documents, names and references as they stood after entry `number`.

    Only reads. `with_changes` gives the record as it will stand once a batch is published.
    """

    def __init__(self, number=None):
        self.number = Head.newest().number if number is None else number

    def with_changes(self, documents, withdrawn=()):
        """This record with `documents` (iterable) published and `withdrawn` keys taken out."""
        return _ComingRecord(self.number, documents, withdrawn)

    def documents(self, kind, keys):
        """The published documents of a kind by key (plain JSON); missing keys are left out."""
        rows = kind_table.kind(kind).row.objects.recorded(self.number).filter(key__in=set(keys))
        return {key: orjson.loads(text) for key, text in rows.values_list("key", "document")}

    def document(self, kind, key):
        """One published document, or None."""
        return self.documents(kind, [key]).get(key)

    def kinds_of(self, keys):
        """The kind of each of these keys that is public."""
        names = PublishedName.objects.recorded(self.number).filter(key__in=set(keys))
        return dict(names.values_list("key", "kind"))

    def names(self, keys):
        """What these keys are called: {key: {"en": …}}; codes are asked for as list/code."""
        names = PublishedName.objects.recorded(self.number).filter(key__in=set(keys))
        return {key: orjson.loads(texts) for key, texts in names.values_list("key", "texts")}

    def names_in(self, kind, keys):
        """The kind and texts of everything that the documents of these keys refer to, by key."""
        targets = self._references().filter(kind=kind, key__in=set(keys)).values("target")
        names = PublishedName.objects.recorded(self.number).filter(key__in=targets)
        return {
            key: (kind, texts) for key, kind, texts in names.values_list("key", "kind", "texts")
        }

    def referring(self, targets, kind=None, field=None):
        """Who refers to these targets: {target: [(kind, key, field)]} in the order of keys."""
        found = self._references().filter(target__in=set(targets))
        if kind:
            found = found.filter(kind=kind)
        if field:
            found = found.filter(field=field)
        by_target = defaultdict(list)
        for row in found.order_by("kind", "key", "field").values_list(
            "target", "kind", "key", "field"
        ):
            by_target[row[0]].append(row[1:])
        return dict(by_target)

    def names_given_by(self, keys):
        """Every name that these records give, such as a list's codes: {name: key of the giver}."""
        names = PublishedName.objects.recorded(self.number).filter(given_by__in=set(keys))
        return dict(names.values_list("key", "given_by"))

    def withdrawal(self, key):
        """The entry that withdrew or erased a key, if that was its last event; else None."""
        last = Entry.objects.filter(key=key, number__lte=self.number)
        last = last.exclude(event=Entry.Event.RECOMPUTED).order_by("-number").first()
        return last if last and last.event != Entry.Event.PUBLISHED else None

    def _references(self):
        return PublishedReference.objects.recorded(self.number)


class _ComingRecord(PublicRecord):
    """The record as it will stand once a batch is published."""

    def __init__(self, number, documents, withdrawn):
        super().__init__(number)
        self.coming = {document["key"]: document for document in documents}
        self.leaving = set(withdrawn)

    def documents(self, kind, keys):
        """The documents, the coming ones before those that they replace."""
        keys = set(keys)
        found = super().documents(kind, keys - set(self.coming) - self.leaving)
        coming = (self.coming[key] for key in keys & set(self.coming))
        return found | {each["key"]: each for each in coming if each["kind"] == kind}

    def kinds_of(self, keys):
        """The kind of each key that is public or coming; codes as list/code."""
        keys = set(keys)
        found = super().kinds_of(keys)
        names = self._coming_names
        changed = set(self.coming) | self.leaving
        kept = {key: kind for key, kind in found.items() if key.split("/")[0] not in changed}
        return kept | {key: names[key] for key in keys & set(names)}

    @cached_property
    def _coming_names(self):
        return {
            name: document["kind"]
            for document in self.coming.values()
            for name in kind_table.kind(document["kind"]).names(document)
        }

    def referring(self, targets, kind=None, field=None):
        """Who will refer to these targets."""
        targets, changed = set(targets), set(self.coming) | self.leaving
        found = defaultdict(list)
        for target, rows in super().referring(targets, kind, field).items():
            found[target] = [row for row in rows if row[1] not in changed]
        for target, row in self._coming_references:
            if target in targets and kind in (None, row[0]) and field in (None, row[2]):
                found[target].append(row)
        return {target: sorted(set(rows)) for target, rows in found.items() if rows}

    @cached_property
    def _coming_references(self):
        return [
            (target, (document["kind"], document["key"], field))
            for document in self.coming.values()
            for field, target, _kind in references(document)
        ]
