"""The exchange format, outward: one folder with register.ndjson and files/<sha256>."""

import shutil
from pathlib import Path

import orjson

from . import files, kind_table
from .canonical import canonical
from .documents import files_in
from .models import Head

NDJSON = "register.ndjson"
FILES = "files"


def export(folder, progress=iter):
    """Write every published document, as the register now stands, to a folder; return how many.

    Lines stand in the order of kinds, then of keys by code point, so that the same register gives
    the same bytes on every database. `progress` may wrap the iteration over (kind, key, text).
    """
    folder = Path(folder)
    (folder / FILES).mkdir(parents=True, exist_ok=True)
    number = Head.newest().number
    count = 0
    with open(folder / NDJSON, "wb") as out:
        for name, key, text in progress(list(_published(number))):
            document = kind_table.kind(name).upgraded(orjson.loads(text))
            out.write(canonical(document) + b"\n")
            for digest in files_in(document):
                _copy_file(digest, folder / FILES / digest, key)
            count += 1
    return count


def _published(number):
    for name, kind in kind_table.kinds().items():
        rows = kind.row.objects.recorded(number).values_list("key", "document")
        yield from ((name, key, text) for key, text in sorted(rows))


def _copy_file(digest, place, key):
    if not files.is_stored(digest):
        raise FileNotFoundError(f"{key} names the file {digest}, which is not stored here.")
    shutil.copyfile(files.path_of(digest), place)
