"""The history of a record: its revisions and entries, compared and restored."""

import json

import pytest

from register.comparing import Difference, differences
from register.models import Source
from tests.admin_forms import address, aziza, erkin, nodira, said
from tests.factories import citation, publish_documents, remark, saved, source_document

pytestmark = pytest.mark.django_db


def source(*documents):
    """The source as it stands after these saves."""
    for document in documents:
        revision = saved(document)
    return Source.objects.get(pk=revision.record_id)


def compared(client, record, before, after):
    """What the page of a comparison shows, as (path, before, after)."""
    page = client.get(address(record, "compare"), {"before": before, "after": after})
    return [(each.path, each.before, each.after) for each in page.context["differences"]]


def test_the_history_shows_every_revision_and_every_entry():
    publish_documents([source_document(author="One")], reason="It is new.")
    record = source(source_document(author="Two"))
    page = erkin().get(address(record, "history"))
    assert [each.number for each in page.context["revisions"]] == [2, 1]
    assert [each.number for each in page.context["entries"]] == [1]
    text = page.content.decode()
    assert "published as entry 1" in text
    assert "It is new." in text


def test_two_revisions_are_compared_fact_by_fact():
    record = source(
        source_document(author="One", title={"en": "A"}, remarks=[remark()]),
        source_document(author="Two", title={"en": "A", "ru": "Б"}, remarks=[remark(2)]),
    )
    found = {path: (before, after) for path, before, after in compared(erkin(), record, 1, 2)}
    assert found["author"] == ("One", "Two")
    assert found["title"] == ("en: A", "en: A\nru: Б")
    assert found["remarks/remark-001"] == ("type: note; text: en: A note.", "")
    assert found["remarks/remark-002"] == ("", "type: note; text: en: A note.")


def test_a_revision_is_compared_with_the_public_text():
    publish_documents([source_document(author="One")])
    record = source(source_document(author="Two"))
    assert compared(erkin(), record, "public", 2) == [("author", "One", "Two")]
    assert compared(erkin(), record, 2, 2) == []


def test_before_the_first_publication_the_public_text_is_empty():
    record = source(source_document(author="One"))
    assert ("author", "", "One") in compared(erkin(), record, "public", 1)


@pytest.mark.parametrize("name", ["", "0", "99", "-1", "x", "9" * 40, "1' OR '1'='1"])
def test_comparing_what_is_not_there_is_told(name):
    record = source(source_document())
    answer = erkin().get(address(record, "compare"), {"before": name, "after": "1"}, follow=True)
    assert "no such revision" in said(answer)


def test_a_revision_is_restored_as_a_new_one():
    record = source(source_document(author="One"), source_document(author="Two"))
    answer = erkin().post(address(record, "restore"), {"revision": "1"}, follow=True)
    assert "Restored from revision 1; this is revision 3 now." in said(answer)
    record.refresh_from_db()
    assert record.author == "One"
    assert json.loads(record.revisions.get(number=3).document)["author"] == "One"


def test_restoring_brings_rows_back_under_their_refs():
    source(source_document("ART"))
    record = source(source_document("B2", citations=[citation()]), source_document("B2"))
    erkin().post(address(record, "restore"), {"revision": "1"})
    assert [row.ref for row in record.citations.all()] == ["citation-001"]


def test_what_was_saved_under_another_key_is_not_restored():
    record = source(source_document("OLD"))
    Source.objects.filter(pk=record.pk).update(key="NEW")
    record = source(source_document("NEW", author="A."))
    answer = erkin().post(address(record, "restore"), {"revision": "1"}, follow=True)
    assert "under the key OLD" in said(answer)
    assert not Source.objects.filter(key="OLD").exists()


def test_what_can_no_longer_be_loaded_is_told():
    source(source_document("ART"))
    record = source(source_document("B2", citations=[citation()]), source_document("B2"))
    Source.objects.get(key="ART").delete()
    answer = erkin().post(address(record, "restore"), {"revision": "1"}, follow=True)
    assert "There is no record ART" in said(answer)
    assert record.revisions.count() == 2


def test_who_does_not_edit_restores_nothing():
    record = source(source_document(author="One"), source_document(author="Two"))
    answer = aziza().post(address(record, "restore"), {"revision": "1"}, follow=True)
    assert "Only an editor" in said(answer)
    assert nodira().post(address(record, "restore"), {"revision": "1"}).status_code == 404
    assert record.revisions.count() == 2


def test_a_row_that_is_on_both_sides_differs_by_its_fields_alone():
    before = {"kind": "source", "remarks": [{"ref": "remark-001", "about": "", "text": "a"}]}
    after = {"kind": "source", "remarks": [{"ref": "remark-001", "about": "", "text": "b"}]}
    assert list(differences(before, after)) == [Difference("remarks/remark-001/text", "a", "b")]


def test_lists_of_plain_values_differ_as_one_fact():
    before, after = {"subjects": ["a"]}, {"subjects": ["a", "b"]}
    assert list(differences(before, after)) == [Difference("subjects", ["a"], ["a", "b"])]
    assert list(differences(after, after)) == []
