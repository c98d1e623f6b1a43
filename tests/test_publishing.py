"""From a saved text to a numbered entry, by the hands of two."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from register import publishing
from register.loading import Refused, load
from register.models import (
    Entry,
    Head,
    PublishedName,
    PublishedReference,
    PublishedSource,
    Revision,
    Source,
)
from register.projecting import rebuild
from register.public_record import PublicRecord
from register.publishing import NotPublishable, publish, withdraw
from register.revising import NotNow, restore, return_with_remarks, save_revision, submit
from register.verifying import broken_entries
from tests.factories import (
    account,
    approver,
    citation,
    editor,
    publish_documents,
    saved,
    source_document,
    submitted,
    unit,
)
from tests.factories_agreements import ground, in_force_document

pytestmark = pytest.mark.django_db


def current(key):
    return PublishedSource.objects.get(key=key, said_until=None)


def test_a_publication_is_a_numbered_entry_that_the_public_can_read():
    (entry,) = publish_documents([source_document("ART")])
    assert (entry.number, entry.event, entry.nature) == (1, "published", "first_publication")
    assert json.loads(current("ART").document) == source_document("ART")
    assert PublicRecord().names(["ART"]) == {"ART": {"en": "Source ART"}}


def test_numbers_follow_one_another_without_a_gap_and_the_chain_verifies():
    publish_documents([source_document("A1"), source_document("B2")])
    publish_documents([source_document("C3")])
    assert list(Entry.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert not list(broken_entries())


def test_the_moment_is_never_before_its_predecessors():
    publish_documents([source_document("A1")])
    head = Head.newest()
    late = head.at.replace(year=head.at.year + 1)
    Head.objects.update(at=late)
    (entry,) = publish_documents([source_document("B2")])
    assert entry.at == late


def test_a_second_publication_closes_the_row_of_the_first():
    publish_documents([source_document("ART")])
    publish_documents([source_document("ART", author="A.")], nature=Entry.Nature.CORRECTION)
    rows = PublishedSource.objects.order_by("said_from").values_list("said_from", "said_until")
    assert list(rows) == [(1, 2), (2, None)]
    assert Entry.objects.get(number=2).nature == "correction"


def test_what_the_register_said_after_an_earlier_entry_can_still_be_read():
    publish_documents([source_document("ART")])
    publish_documents([source_document("ART", author="A. Later")])
    assert PublicRecord(1).document("source", "ART")["author"] == ""
    assert PublicRecord(2).document("source", "ART")["author"] == "A. Later"
    assert PublicRecord(0).document("source", "ART") is None


def test_who_saved_a_text_cannot_approve_it():
    revision = submitted(source_document(), by=approver())
    with pytest.raises(PermissionDenied, match="ART"):
        publish([revision], approver(), "")
    assert not Entry.objects.exists()


def test_who_saved_an_earlier_text_of_the_same_round_cannot_approve_it_either():
    saved(source_document(), by=approver())
    revision = submitted(source_document(author="Changed by Erkin"))
    with pytest.raises(PermissionDenied):
        publish([revision], approver(), "")


def test_who_saved_before_the_last_publication_can_approve_the_next():
    saved(source_document(), by=approver())
    other = account("bahrom", "register.approve")
    publish([submitted(source_document(author="Erkin's"))], other, "")
    publish([submitted(source_document(author="Erkin's again"))], approver(), "")
    assert Head.newest().number == 2


def test_an_account_without_the_permission_cannot_publish():
    with pytest.raises(PermissionDenied):
        publish([submitted(source_document())], account("zafar"), "")


def test_a_later_save_voids_the_submission():
    revision = submitted(source_document())
    saved(source_document(author="Somebody"))
    with pytest.raises(NotNow, match="ART"):
        publish([revision], approver(), "")


def test_a_text_that_was_not_submitted_is_not_published():
    with pytest.raises(NotNow):
        publish([saved(source_document())], approver(), "")


def test_a_returned_text_is_not_published_until_it_is_submitted_again():
    revision = return_with_remarks(submitted(source_document()), approver(), "Name the author.")
    assert (revision.state, revision.remarks) == (Revision.State.RETURNED, "Name the author.")
    with pytest.raises(NotNow):
        publish([revision], approver(), "")
    submit(revision, editor())
    publish([Revision.objects.get(pk=revision.pk)], approver(), "")


def test_a_text_is_not_returned_without_a_word():
    with pytest.raises(NotNow, match="mended"):
        return_with_remarks(submitted(source_document()), approver(), "  ")


def test_a_reference_is_public_or_goes_out_in_the_same_batch():
    submitted(source_document("ART"))
    citing = submitted(source_document("B2", citations=[citation(source="ART")]))
    with pytest.raises(NotPublishable) as refused:
        publish([citing], approver(), "")
    (problem,) = refused.value.problems
    assert (problem.key, problem.path) == ("B2", "citations.source")
    assert "ART" in problem.sentence
    publish([Revision.objects.get(record__key="ART"), citing], approver(), "")
    assert Head.newest().number == 2


def test_a_batch_is_published_whole_or_not_at_all():
    good = submitted(source_document("A1"))
    saved(source_document("SECRET"))
    bad = submitted(source_document("B2", citations=[citation(source="SECRET")]))
    with pytest.raises(NotPublishable):
        publish([good, bad], approver(), "")
    assert not Entry.objects.exists()
    assert not PublishedSource.objects.exists()


def test_a_withdrawn_record_is_no_longer_read_but_its_entries_stay():
    publish_documents([source_document("ART")])
    revision = Revision.objects.get()
    entry = withdraw(revision.record, approver(), "Entered twice.")
    assert entry.number == 2
    assert PublicRecord().document("source", "ART") is None
    assert PublicRecord().withdrawal("ART") == entry
    assert PublicRecord(1).document("source", "ART") == source_document("ART")
    assert not PublishedName.objects.filter(said_until=None).exists()
    assert not list(broken_entries())


def test_a_record_that_others_refer_to_is_withdrawn_once_they_name_another():
    publish_documents([source_document("ART"), source_document("NEW")])
    publish_documents([source_document("B2", citations=[citation(source="ART")])])
    record = Revision.objects.get(record__key="ART").record
    for replacement in ("", "NEW"):
        with pytest.raises(NotNow, match="B2"):
            withdraw(record, approver(), "A better one was found.", replaced_by=replacement)
    publish_documents([source_document("B2", citations=[citation(source="NEW")])])
    entry = withdraw(record, approver(), "A better one was found.", replaced_by="NEW")
    assert json.loads(entry.document) == {"key": "ART", "replaced_by": "NEW"}


def test_a_withdrawal_needs_a_reason_and_a_public_record():
    revision = submitted(source_document("ART"))
    with pytest.raises(NotNow, match="why"):
        withdraw(revision.record, approver(), " ")
    with pytest.raises(NotNow, match="not public"):
        withdraw(revision.record, approver(), "Because.")


def test_restoring_a_revision_makes_a_new_one():
    first = saved(source_document(author="Before"))
    saved(source_document(author="After"))
    restored = restore(first, editor())
    assert restored.number == 3
    assert restored.document == first.document


def test_saving_without_a_change_makes_no_revision():
    assert saved(source_document()).pk == saved(source_document()).pk


def test_references_are_kept_so_that_the_other_side_is_a_query():
    publish_documents([source_document("ART")])
    publish_documents([source_document("B2", citations=[citation(), citation(2)])])
    assert PublishedReference.objects.count() == 1
    assert PublicRecord().referring(["ART"]) == {"ART": [("source", "B2", "citations.source")]}


def refused_by_the_database(act):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        act()
    return str(refused.value)


def test_the_database_refuses_an_update_by_hand():
    publish_documents([source_document("ART")])
    entries = Entry.objects.filter(number=1)
    for change in ({"reason": "x"}, {"document": "{}"}, {"key": "B2"}, {"head": "0" * 64}):
        sentence = refused_by_the_database(lambda change=change: entries.update(**change))
        assert "never changed" in sentence


@pytest.mark.parametrize("replacement", ["NOBODY", "ART", "ART/1"])
def test_a_record_is_replaced_only_by_another_public_record_of_its_kind(replacement):
    publish_documents([source_document("ART")])
    with pytest.raises(NotNow, match=replacement):
        withdraw(Revision.objects.get().record, approver(), "Why not.", replaced_by=replacement)


def code_list(*codes):
    return {
        "kind": "code_list",
        "schema": 1,
        "key": "gcm-objectives",
        "names": {"en": "Objectives"},
        "issuer": "",
        "version": "",
        "codes": [
            {"ref": f"code-{int(code):03d}", "code": code, "parent": "", "names": {"en": code}}
            for code in codes
        ],
        "remarks": [],
        "citations": [],
    }


def test_a_code_that_public_records_use_cannot_leave_its_list():
    publish_documents([*ground(), code_list("20", "21")])
    publish_documents([in_force_document("uz-kz-readmission-2012", gcm_objectives=["21"])])
    revision = submitted(code_list("20"))
    with pytest.raises(NotPublishable, match="uz-kz-readmission-2012"):
        publish([revision], approver(), "Shorter.")
    publish([submitted(code_list("21"))], approver(), "Only what is used.")


def test_the_same_text_cannot_be_published_twice_in_one_batch():
    revision = submitted(source_document())
    with pytest.raises(NotNow):
        publish([revision, revision], approver(), "Twice.")


def test_a_published_key_cannot_be_changed():
    publish_documents([source_document("ART")])
    record = Revision.objects.get().record
    record.key = "OTHER"
    record.save()
    with pytest.raises(Refused, match="ART"):
        save_revision(Source.objects.get(pk=record.pk), editor())


def test_a_key_that_entries_know_is_never_given_to_another_kind():
    publish_documents([source_document("ART")])
    Revision.objects.all().delete()
    Source.objects.all().delete()
    document = code_list() | {"key": "ART"}
    with pytest.raises(Refused, match="source"):
        load(document, unit())


def test_refs_are_counted_from_what_is_in_the_database():
    load(source_document("ART"), unit())
    early, late = Source.objects.get(), Source.objects.get()
    early.remarks.create(type="note", text={"en": "first"})
    save_revision(early, editor())
    early.remarks.all().delete()
    late.remarks.create(type="note", text={"en": "another fact"})
    save_revision(late, editor())
    assert late.remarks.get().ref == "remark-002"


def test_the_database_lets_bytes_be_erased_where_an_entry_tells_of_it():
    (entry,) = publish_documents([source_document("ART")])
    erasing = Entry(
        event=Entry.Event.ERASED, kind="source", key="ART", schema=1, reason="Court order."
    )
    publishing.append(Head.locked(), [erasing])
    erased = {"salt": None, "document": None, "reading": None, "reason": None}
    assert Entry.objects.filter(number=entry.number).update(**erased) == 1
    rebuild()
    assert not list(broken_entries())
    assert PublicRecord().document("source", "ART") is None


def test_the_database_refuses_to_delete_an_entry():
    publish_documents([source_document("ART")])
    Revision.objects.update(entry=None)
    assert "never deleted" in refused_by_the_database(Entry.objects.all().delete)


@pytest.mark.parametrize(
    "change", [{"number": 3}, {"number": 1}, {"previous_head": "f" * 64}, {"years": -1}]
)
def test_the_database_refuses_an_entry_out_of_number_time_or_chain(change):
    (last,) = publish_documents([source_document("ART")])
    years = change.pop("years", 0)
    values = {
        "number": 2,
        "at": last.at.replace(year=last.at.year + years),
        "event": "published",
        "kind": "source",
        "key": "B2",
        "schema": 1,
        "previous_head": last.head,
        "head": "e" * 64,
    }
    sentence = refused_by_the_database(lambda: Entry.objects.create(**values | change))
    assert "continues the last one" in sentence or "unique" in sentence.lower()


def test_a_withdrawn_text_can_be_published_again():
    publish_documents([source_document("ART")])
    withdraw(Revision.objects.get().record, approver(), "By mistake.")
    publish_documents([source_document("ART")], nature=Entry.Nature.CORRECTION)
    assert PublicRecord().document("source", "ART") == source_document("ART")
    assert PublicRecord().withdrawal("ART") is None


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL can empty a table")
def test_the_database_refuses_to_be_emptied():
    publish_documents([source_document("ART")])

    def empty():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("TRUNCATE register_entry CASCADE")

    assert "never emptied" in refused_by_the_database(empty)
