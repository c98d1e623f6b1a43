"""The exchange format: out, in, and out again with the same bytes."""

import hashlib
import json

import pytest
from django.core.management import CommandError, call_command

from register import immutability
from register.canonical import canonical
from register.exporting import export
from register.importing import import_folder
from register.models import Citation, Entry, Head, Record, Revision, Source
from register.models.entry import NO_HEAD
from register.projecting import rebuild
from register.publishing import publish
from tests.factories import (
    approver,
    citation,
    editor,
    publish_documents,
    remark,
    source_document,
    submitted,
    unit,
)
from tests.triggers import Triggers

pytestmark = pytest.mark.django_db


def folder_of(documents, folder):
    folder.mkdir(exist_ok=True)
    lines = b"".join(
        (each if isinstance(each, bytes) else canonical(each)) + b"\n" for each in documents
    )
    (folder / "register.ndjson").write_bytes(lines)
    return folder


def imported(documents, tmp_path):
    return import_folder(folder_of(documents, tmp_path / "in"), editor(), unit())


def circle():
    return [
        source_document("A1", citations=[citation(source="B2")]),
        source_document("B2", citations=[citation(source="A1")]),
        source_document("C3", citations=[citation(source="A1")], remarks=[remark()]),
    ]


def publish_circle(tmp_path):
    """The circle, imported and published."""
    publish(imported(circle(), tmp_path).submitted, approver(), "For the test.")


def clear_the_register():
    """An empty database again, as far as records and entries go."""
    Revision.objects.all().delete()
    Citation.objects.all().delete()
    Source.objects.all().delete()
    immutability.uninstall(None, Triggers())
    Entry.objects.all().delete()
    immutability.install(None, Triggers())
    Head.objects.update(number=0, digest=NO_HEAD, at=None)
    rebuild()


def exported(folder):
    export(folder)
    return (folder / "register.ndjson").read_bytes()


def test_what_was_exported_and_imported_exports_to_the_same_bytes(tmp_path):
    publish_circle(tmp_path)
    before = exported(tmp_path / "out")
    clear_the_register()
    report = import_folder(tmp_path / "out", editor(), unit())
    publish(report.submitted, approver(), "Moved house.")
    assert exported(tmp_path / "again") == before


def test_importing_the_same_again_changes_nothing_and_adds_no_entry(tmp_path):
    publish_circle(tmp_path)
    export(tmp_path / "out")
    report = import_folder(tmp_path / "out", editor(), unit())
    assert sorted(report.unchanged) == ["A1", "B2", "C3"]
    assert not (report.added or report.changed or report.submitted)
    assert (Head.newest().number, Revision.objects.count()) == (3, 3)


def test_records_that_refer_to_one_another_are_imported_together(tmp_path):
    report = imported(circle(), tmp_path)
    assert sorted(report.added) == ["A1", "B2", "C3"]
    assert {revision.state for revision in report.submitted} == {"submitted"}
    assert not Entry.objects.exists()


def test_a_refused_record_leaves_the_others_whole_and_is_reported_by_line_key_field_reason(
    tmp_path,
):
    documents = [
        source_document("A1"),
        source_document("B2", type="rumour"),
        source_document("C3", citations=[citation(source="B2")]),
        b"{not json",
        b"[1, 2]",
        source_document("A1", author="Twice"),
    ]
    report = imported(documents, tmp_path)
    refused = {(each.line, each.key, each.field) for each in report.refused}
    assert {
        (2, "B2", "type"),
        (3, "C3", "citations.source"),
        (4, "", ""),
        (5, "", ""),
        (6, "A1", "key"),
    } == refused
    assert all(each.reason for each in report.refused)
    assert list(Record.objects.values_list("key", flat=True)) == ["A1"]


def test_one_refused_record_of_a_circle_takes_those_with_it_that_need_it(tmp_path):
    documents = circle()
    documents[1]["remarks"] = [remark(about="nowhere/at-all")]
    report = imported(documents, tmp_path)
    assert {each.key for each in report.refused} == {"A1", "B2", "C3"}
    assert not Record.objects.exists()


def test_a_float_is_refused_before_it_can_lose_digits(tmp_path):
    line = canonical(source_document()).replace(b'"schema":1', b'"schema":1.0')
    report = imported([line], tmp_path)
    assert [each.key for each in report.refused] == ["ART"]


def test_an_edited_working_copy_is_not_lost_under_an_import(tmp_path):
    publish_documents([source_document("A1")])
    submitted(source_document("A1", author="Edited meanwhile"))
    report = imported([source_document("A1")], tmp_path)
    assert report.unchanged == ["A1"]
    assert Source.objects.get(key="A1").author == "Edited meanwhile"


def test_a_name_that_stands_twice_in_an_object_is_refused(tmp_path):
    line = canonical(source_document("A1")).replace(b'"key":"A1"', b'"key":"A1","key":"B2"')
    assert [each.reason for each in imported([line], tmp_path).refused]
    assert not Record.objects.exists()


def test_a_text_that_is_stored_in_another_form_is_unchanged_the_second_time(tmp_path):
    document = source_document("A1", title={"en": " Trimmed when stored "})
    publish(imported([document], tmp_path).submitted, approver(), "First.")
    report = imported([document], tmp_path)
    assert (report.unchanged, report.submitted, report.refused) == (["A1"], [], [])


def run_import(folder, *options):
    call_command("import_register", str(folder), "--verbosity", "0", *options)


def test_publish_needs_a_second_person(tmp_path):
    editor()
    folder = folder_of(circle(), tmp_path / "in")
    with pytest.raises(CommandError, match="approved-by"):
        run_import(folder, "--publish")
    with pytest.raises(CommandError, match="no active account nobody"):
        run_import(folder, "--publish", "--approved-by", "nobody")
    approver()
    with pytest.raises(CommandError):
        run_import(folder, "--by", "aziza", "--publish", "--approved-by", "aziza")
    assert not Entry.objects.exists()


def test_publish_publishes_all_as_one_batch(tmp_path, capsys):
    approver()
    run_import(folder_of(circle(), tmp_path / "in"), "--publish", "--approved-by", "aziza")
    assert "Published entries 1 to 3." in capsys.readouterr().out
    assert len(set(Entry.objects.values_list("at", "reason"))) == 1


def test_publish_publishes_nothing_if_any_record_was_refused(tmp_path):
    approver()
    folder = folder_of([source_document("A1"), source_document("B2", type="?")], tmp_path / "in")
    with pytest.raises(CommandError, match=r"1 record\(s\) refused"):
        run_import(folder, "--publish", "--approved-by", "aziza")
    assert not Entry.objects.exists()


def test_a_publication_that_was_missed_is_made_up_for_by_the_next_import(tmp_path):
    approver()
    folder = folder_of(circle(), tmp_path / "in")
    run_import(folder)
    run_import(folder, "--publish", "--approved-by", "aziza")
    assert (Head.newest().number, Revision.objects.count()) == (3, 3)


def test_a_dry_run_reports_and_changes_nothing(tmp_path, capsys):
    run_import(folder_of(circle(), tmp_path / "in"), "--dry-run")
    assert "3 added" in capsys.readouterr().out
    assert not Record.objects.exists()


@pytest.mark.parametrize("content", [None, ""])
def test_a_folder_without_a_register_is_answered_with_a_sentence(tmp_path, content):
    if content is None:
        with pytest.raises(CommandError, match=r"holds no register\.ndjson"):
            run_import(tmp_path)
    else:
        assert imported([], tmp_path).submitted == []


def test_an_export_reads_as_one_canonical_document_a_line(tmp_path):
    publish_circle(tmp_path)
    lines = exported(tmp_path / "out").splitlines()
    assert [json.loads(line)["key"] for line in lines] == ["A1", "B2", "C3"]
    assert all(canonical(json.loads(line)) == line for line in lines)
    assert len({hashlib.sha256(line).hexdigest() for line in lines}) == 3
