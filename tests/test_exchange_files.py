"""Files travel with the documents that name them, whole or with the whole record refused."""

import hashlib
import io

import pytest
from django.conf import settings

from agreements.models import Agreement
from register.canonical import canonical
from register.exporting import export
from register.files import is_stored, path_of, store
from register.importing import import_folder
from tests.factories import editor, publish_documents, unit
from tests.factories_agreements import agreement_document, document_row, ground

pytestmark = pytest.mark.django_db

TEXT = b"%PDF-1.7 the certified true copy"
DIGEST = hashlib.sha256(TEXT).hexdigest()


def with_file(digest=DIGEST):
    """An agreement that names a file."""
    row = document_row(1, sha256=digest, media_type="application/pdf", size=len(TEXT))
    return agreement_document(documents=[row])


def incoming(folder, *documents, content=TEXT, name=DIGEST):
    """A folder in the exchange format with one file."""
    (folder / "files").mkdir(parents=True)
    (folder / "files" / name).write_bytes(content)
    lines = b"".join(canonical(each) + b"\n" for each in documents)
    (folder / "register.ndjson").write_bytes(lines)
    return folder


def imported(folder, **options):
    return import_folder(folder, editor(), unit(), **options)


def test_an_export_takes_the_files_along(tmp_path):
    store(io.BytesIO(TEXT))
    publish_documents([*ground(), with_file()])
    export(tmp_path / "out")
    assert (tmp_path / "out" / "files" / DIGEST).read_bytes() == TEXT


def test_a_file_that_is_not_here_stops_the_export_and_says_whose_it_is(tmp_path):
    store(io.BytesIO(TEXT))
    publish_documents([*ground(), with_file()])
    path_of(DIGEST).unlink()
    with pytest.raises(FileNotFoundError, match=DIGEST):
        export(tmp_path / "out")


def test_an_import_keeps_the_file_that_a_document_names(tmp_path):
    report = imported(incoming(tmp_path / "in", *ground(), with_file()))
    assert not report.refused
    assert path_of(DIGEST).read_bytes() == TEXT
    assert Agreement.objects.get().documents.get().sha256 == DIGEST


def test_a_dry_run_stores_no_file(tmp_path):
    imported(incoming(tmp_path / "in", *ground(), with_file()), keep_files=False)
    assert not is_stored(DIGEST)


def test_a_record_whose_file_is_missing_is_refused(tmp_path):
    report = imported(incoming(tmp_path / "in", *ground(), with_file(), name="0" * 64))
    assert DIGEST in " ".join(each.reason for each in report.refused)
    assert not Agreement.objects.exists()


def test_a_record_whose_file_is_not_what_its_name_says_is_refused(tmp_path):
    report = imported(incoming(tmp_path / "in", *ground(), with_file(), content=b"other"))
    assert DIGEST in " ".join(each.reason for each in report.refused)
    assert not Agreement.objects.exists()
    assert not is_stored(hashlib.sha256(b"other").hexdigest())


def test_a_name_that_is_no_digest_reaches_no_other_file(tmp_path):
    secret = settings.REGISTER_FILES_DIR.parent / "secret"
    secret.write_text("secret")
    report = imported(incoming(tmp_path / "in", *ground(), with_file("../../secret")))
    assert [each.field for each in report.refused] == ["documents/0/sha256"]
