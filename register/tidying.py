"""What becomes of citations and remarks whose fact was taken out of the working copy."""

from . import kind_table
from .documents import row_serializers


def drop_what_hangs_loose(record):
    """Delete citations of rows that are gone, and let remarks on such rows be about the whole.

    Returns the paths that led nowhere, each once, in order. A remark keeps its words: they may
    hold without the row.
    """
    citations = list(_loose(record, record.citations.exclude(path=""), "path"))
    remarks = list(_loose(record, record.remarks.exclude(about=""), "about"))
    record.citations.filter(pk__in=[pk for pk, _path in citations]).delete()
    record.remarks.filter(pk__in=[pk for pk, _path in remarks]).update(about="")
    return sorted({path for _pk, path in citations + remarks})


def _loose(record, rows, field):
    """(pk, path) of the citations or remarks whose path names a row that is not there."""
    named = [(pk, path, *path.split("/")[:2]) for pk, path in rows.values_list("pk", field)
             if "/" in path]  # fmt: skip
    lists = row_serializers(kind_table.kind(record.KIND).shape)
    there = {
        name: set(getattr(record, name).values_list("ref", flat=True))
        for name in {name for _pk, _path, name, _ref in named} & set(lists)
    }
    for pk, path, name, ref in named:
        if name in there and ref not in there[name]:
            yield pk, path
