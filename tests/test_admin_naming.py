"""A public record of another unit is offered, found and called by what is public of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import Agreement, Check
from organizations.models import State
from register.loading import load
from register.models import Code, CodeList, Source
from register.revising import save_revision
from tests.admin_forms import added_row, address, erkin, fill_in, nodira, said
from tests.factories import citation, editor, publish_documents, source_document, stranger, unit
from tests.factories_actors import code_list_document
from tests.factories_agreements import agreement_document, check_document, law_document, states
from tests.test_admin_secrecy import offered

pytestmark = pytest.mark.django_db

NUMBER_NO_DATABASE_HAS = "9" * 30


def drafted(model, key, field, text):
    """A draft change to the name of a public record, not submitted by anybody."""
    found = model.objects.get(key=key)
    setattr(found, field, {"en": text})
    found.save()
    return found


def public_source_with_a_secret_draft():
    """The office has published PUB and drafts another title and author."""
    publish_documents([source_document("PUB", title={"en": "Open title"}, author="Known")])
    source = drafted(Source, "PUB", "title", "SECRET new title")
    Source.objects.filter(pk=source.pk).update(author="Hush")
    return source


def kept_by_nodira(document):
    """The working copy of another unit's record."""
    record = load(document, unit("another-unit"))
    save_revision(record, stranger())
    return record


def test_a_search_tells_nothing_of_the_draft_of_a_public_record():
    public_source_with_a_secret_draft()
    client = nodira()
    assert offered(client, "SECRET") == []
    assert offered(client, "Hush") == []
    assert offered(client, "open TITLE") == ["Open title · PUB"]
    assert offered(client, "pub") == ["Open title · PUB"]
    assert offered(client, "") == ["Open title · PUB"]


def test_its_own_unit_finds_it_by_its_draft():
    public_source_with_a_secret_draft()
    assert offered(erkin(), "Hush") == ["SECRET new title · PUB"]
    assert offered(erkin(), "open") == []


def test_a_form_calls_a_cited_record_by_its_public_name():
    public_source_with_a_secret_draft()
    mine = kept_by_nodira(source_document("MINE", citations=[citation(source="PUB")]))
    page = nodira().get(address(mine)).content.decode()
    assert "Open title · PUB" in page
    assert "SECRET" not in page


def test_codes_of_an_unseen_list_are_those_that_are_public():
    publish_documents([code_list_document("gcm-objectives", "21")])
    code_list = CodeList.objects.get()
    Code.objects.update(names={"en": "SECRET meaning"})
    code_list.codes.create(code="99", names={"en": "SECRET objective"})
    field = ("agreements", "agreement", "gcm_objectives")
    assert offered(nodira(), "", field) == ["21 Code 21"]
    assert offered(nodira(), "SECRET", field) == []
    assert offered(nodira(), "code 21", field) == ["21 Code 21"]
    assert offered(erkin(), "SECRET", field) == ["21 SECRET meaning", "99 SECRET objective"]


@pytest.mark.parametrize("document", [agreement_document, law_document, check_document])
def test_lists_and_forms_call_states_by_their_public_name(document):
    publish_documents([source_document(), *states()])
    record = kept_by_nodira(document())
    drafted(State, "UZB", "names", "SECRET name")
    listed = reverse(f"admin:agreements_{record._meta.model_name}_changelist")
    for where in (listed, address(record)):
        page = nodira().get(where).content.decode()
        assert "SECRET" not in page


def test_a_search_among_own_checks_tells_nothing_of_the_draft_of_a_state():
    publish_documents([source_document(), *states()])
    kept_by_nodira(check_document())
    drafted(State, "UZB", "names", "SECRET name")
    found = nodira().get("/admin/agreements/check/?q=SECRET")
    assert Check.objects.count() == 1
    assert found.context["cl"].result_count == 0


def test_a_longer_list_of_choices_asks_no_more():
    client, asked = nodira(), []
    for keys in (["A-1"], [f"B-{number}" for number in range(15)]):
        publish_documents([source_document(key) for key in keys])
        with CaptureQueriesContext(connection) as caught:
            found = offered(client)
        asked.append(len(caught))
    assert len(found) == 16
    assert asked[0] == asked[1]


@pytest.mark.parametrize("field", [("unit", "parent"), ("source", "unit"), ("source", "shown_to")])
def test_units_and_accounts_are_not_offered_by_search(field):
    client = nodira(is_superuser=True)
    unit("hidden-unit")
    assert offered(client, "", ("register", *field)) == []


@pytest.mark.parametrize("term", ["a\0b", "a " * 3000, '"', "'x"])
def test_any_words_are_answered(term):
    publish_documents([source_document("PUB")])
    assert isinstance(offered(nodira(), term), list)


def test_a_number_that_no_row_can_have_is_no_valid_choice():
    publish_documents([source_document(), *states()])
    record = load(agreement_document(), unit())
    row = {"source": NUMBER_NO_DATABASE_HAS, "confidence": "reported"}
    wrong = added_row("citations", **row) | {"subjects": [NUMBER_NO_DATABASE_HAS]}
    page = fill_in(erkin(), address(record), "agreement_form", **wrong)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Select a valid choice" in text
    assert "is not a valid value" in text
    assert not Agreement.objects.get().citations.exists()


def test_who_was_added_is_said_by_name():
    publish_documents([source_document(), *states("UZB", "KAZ", "TJK")])
    record = load(agreement_document(), unit())
    save_revision(record, editor())
    adding = f"{reverse('admin:agreements_participant_add')}?agreement={record.pk}"
    values = {"actor": str(State.objects.get(key="TJK").pk)}
    page = fill_in(erkin(), adding, "participant_form", **values)
    assert "participant-003 · State TJK is added." in said(page)
    assert "new" not in said(page)
