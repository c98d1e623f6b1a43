"""Whatever is changed behind the register's back, verify names the entry."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from register import immutability
from register.models import Entry, Head, PublishedName, PublishedReference, PublishedSource
from register.projecting import rebuild
from register.verifying import broken_entries
from tests.factories import citation, publish_documents, source_document
from tests.triggers import Triggers

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_entries():
    publish_documents([source_document("A1"), source_document("B2")])
    publish_documents([source_document("A1", author="Changed")])
    immutability.uninstall(None, Triggers())


def test_an_untouched_register_verifies():
    publish_documents([source_document("A1")])
    assert not list(broken_entries())


@pytest.mark.parametrize("name", ["document", "reason"])
def test_one_changed_byte_makes_verify_name_the_entry(three_entries, name):
    text = getattr(Entry.objects.get(number=2), name)
    Entry.objects.filter(number=2).update(**{name: text.replace("o", "0", 1)})
    assert next(broken_entries()) == (2, f"the {name} is not what was entered")


@pytest.mark.parametrize(
    ("change", "number"),
    [({"key": "X9"}, 2), ({"event": "withdrawn"}, 2), ({"nature": "editorial"}, 2)],
)
def test_a_changed_fact_of_the_entry_is_found(three_entries, change, number):
    Entry.objects.filter(number=number).update(**change)
    assert number in {found for found, _sentence in broken_entries()}


def test_a_removed_entry_is_found(three_entries):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_revision SET entry_id = NULL")
        cursor.execute("DELETE FROM register_entry WHERE number = 2")
    assert (3, "entry 2 is missing") in list(broken_entries())


def test_a_cut_off_tail_is_found(three_entries):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_revision SET entry_id = NULL")
        cursor.execute("DELETE FROM register_entry WHERE number = 3")
    assert (3, "the head of the register is not the last entry's") in list(broken_entries())


def test_the_command_compares_with_a_head_that_somebody_kept(capsys):
    publish_documents([source_document("A1")])
    kept = str(Head.newest())
    publish_documents([source_document("B2")])
    call_command("verify", head=kept)
    assert "2 entries verified" in capsys.readouterr().out
    for wrong in ("1:" + "0" * 64, "9:" + "0" * 64, "yesterday"):
        with pytest.raises(CommandError):
            call_command("verify", head=wrong)


def said():
    return [
        sorted(tuple(row.items()) for row in model.objects.values(*fields))
        for model, fields in (
            (PublishedSource, ("key", "document", "type", "said_from", "said_until")),
            (PublishedName, ("kind", "key", "texts", "said_from", "said_until")),
            (PublishedReference, ("key", "field", "target", "said_from", "said_until")),
        )
    ]


def test_a_rebuild_gives_the_identical_result():
    publish_documents([source_document("A1"), source_document("B2", citations=[])])
    publish_documents([source_document("B2", citations=[citation(source="A1")])])
    before = repr(said())
    rebuild()
    assert repr(said()) == before


def test_bytes_that_are_gone_without_an_entry_that_tells_of_it_are_found():
    publish_documents([source_document("A1")])
    gone = {"salt": None, "document": None, "reading": None, "reason": None}
    Entry.objects.filter(number=1).update(**gone)
    assert (1, "its bytes are gone, and no later entry tells of their erasing") in list(
        broken_entries()
    )


def test_a_forged_public_row_is_found_and_a_rebuild_mends_it():
    publish_documents([source_document("A1")])
    PublishedSource.objects.update(document='{"forged": true}')
    assert [number for number, _sentence in broken_entries()] == [1]
    rebuild()
    assert not list(broken_entries())


def test_a_public_row_that_rests_on_no_entry_is_found():
    publish_documents([source_document("A1")])
    PublishedSource.objects.create(key="B2", document="{}", type="web", said_from=0)
    assert list(broken_entries()) == [(0, "a public row rests on no entry; rebuild")]
