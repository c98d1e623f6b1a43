"""One request to a form of the working copy: which record it is about and what was refused."""

import json
from functools import cached_property

from register import kind_table
from register.documents import references, row_serializers


class Editing:
    """What the forms of one request need to know of the record as it stands.

    `record` is None while a record is being added. `refused` lists the (path, reason) for which
    saving was refused a moment ago; `part` names a page that shows some of the rows alone.
    """

    def __init__(self, record=None, part=""):
        self.record, self.part, self.refused = record, part, []

    @cached_property
    def last(self):
        """The record's last revision; None if it never was saved."""
        revisions = self.record and self.record.revisions.select_related("saved_by")
        return revisions.order_by("-number").first() if revisions is not None else None

    @cached_property
    def document(self):
        """The record as it was last saved, in today's schema; None if it never was."""
        if self.last is None:
            return None
        return kind_table.kind(self.record.KIND).upgraded(json.loads(self.last.document))

    @cached_property
    def keys(self):
        """The keys that the record refers to."""
        if not self.document:
            return []
        return sorted({target for _field, target, _kind in references(self.document)})

    def rows_of(self, model):
        """The record's own rows of that model."""
        shape = kind_table.kind(self.record.KIND).shape
        names = [name for name, rows in row_serializers(shape).items() if rows.Meta.model is model]
        return getattr(self.record, names[0]).all()
