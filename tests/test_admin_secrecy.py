"""Who belongs to another unit learns of nothing that is not public, by whichever way."""

import json

import pytest
from django.urls import reverse

from register.loading import load
from register.models import Record, Source
from register.revising import save_revision, submit
from tests.admin_forms import address, erkin, fields_of, fill_in, member, nodira, said, signed_in
from tests.factories import (
    citation,
    editor,
    publish_documents,
    saved,
    source_document,
    submitted,
    unit,
)

pytestmark = pytest.mark.django_db

SECRET = "SECRET-TALKS"


def hidden():
    """A source of the office that awaits approval."""
    revision = submitted(source_document(SECRET, author="Hush", title={"en": "Hush"}))
    return Source.objects.get(pk=revision.record_id)


def offered(client, term="", field=("register", "citation", "source")):
    """What a choice by search offers."""
    names = dict(zip(("app_label", "model_name", "field_name"), field, strict=True))
    answer = client.get(reverse("admin:autocomplete"), {"term": term, **names})
    return [each["text"] for each in json.loads(answer.content)["results"]]


def tells(answer):
    """Whether a page says anything of the secret; the words that were asked do not count."""
    text = answer.content.decode()
    return SECRET in text or "Hush" in text


@pytest.mark.parametrize("values", [{}, {"is_superuser": True}])
def test_lists_search_and_filters_do_not_show_it(values):
    hidden()
    client = nodira(**values)
    for query in ("", "?q=talks", "?course=submitted", "?type__exact=article"):
        page = client.get("/admin/register/source/" + query)
        assert len(page.context["cl"].result_list) == 0
        assert not tells(page)
    assert not tells(client.get("/admin/register/revision/"))
    assert not tells(client.get("/admin/"))
    assert not tells(client.get("/admin/search/?s=talks&extended=1"))


@pytest.mark.parametrize(
    "page", ["change", "history", "delete", "submit", "return", "withdraw", "compare", "restore"]
)
def test_no_page_of_it_answers_otherwise_than_for_a_record_that_is_not_there(page):
    source = hidden()
    client = nodira(is_superuser=True)
    there = client.get(address(source, page), {"before": "1", "after": "1"})
    source.pk += 1000
    not_there = client.get(address(source, page), {"before": "1", "after": "1"})
    assert (there.status_code, there.get("Location")) == (
        not_there.status_code,
        not_there.get("Location"),
    )
    assert there.status_code in (302, 404)


@pytest.mark.parametrize("page", ["change", "submit", "return", "withdraw", "restore"])
def test_nothing_can_be_done_to_it(page):
    source = hidden()
    values = {"remarks": "x", "reason": "x", "revision": source.revisions.get().pk}
    assert nodira(is_superuser=True).post(address(source, page), values).status_code in (302, 404)
    source.refresh_from_db()
    assert source.revisions.get().state == "submitted"


def test_its_revision_is_neither_shown_nor_published():
    revision = hidden().revisions.get()
    client = nodira(is_superuser=True)
    approving = {"revision": revision.pk, "nature": "change", "reason": "x"}
    answer = client.post(reverse("admin:register_entry_publish"), approving, follow=True)
    assert "nothing to approve" in said(answer)
    assert not tells(client.get(reverse("admin:register_entry_publish"), approving, follow=True))
    there = client.get(f"/admin/register/revision/{revision.pk}/change/", follow=True)
    assert not tells(there)


def test_it_is_not_offered_as_a_reference_and_cannot_be_made_one():
    source = hidden()
    client = nodira()
    assert offered(client) == []
    assert offered(client, "SECRET") == []
    values = {
        "type": "article",
        "title__en": "Mine",
        "key": "MINE",
        "citations-TOTAL_FORMS": "1",
        "citations-0-source": source.pk,
        "citations-0-confidence": "reported",
    }
    page = fill_in(client, "/admin/register/source/add/", "source_form", **values)
    assert "Select a valid choice" in page.content.decode()
    assert not Record.objects.filter(key="MINE").exists()
    assert not tells(page)


def test_what_is_public_is_offered_to_every_unit():
    publish_documents([source_document("ART")])
    assert offered(nodira(), "art") == ["Source ART · ART"]
    client = nodira()
    assert client.get("/admin/register/source/").context["cl"].result_count == 0


def test_a_colleague_to_whom_it_was_shown_reads_it_and_does_not_edit():
    source = hidden()
    account = member("nodira", "Editors", of="another-unit")
    source.shown_to.add(account)
    client = signed_in(account)
    assert tells(client.get("/admin/register/source/"))
    page = client.get(address(source))
    assert tells(page)
    assert fields_of(page, "source_form") == {}
    assert client.post(address(source), {"key": "x"}).status_code == 403
    assert tells(client.get(address(source, "history")))
    assert offered(client, SECRET) == [f"Hush · {SECRET}"]


def test_an_editor_hands_a_record_over_to_units_of_their_own_only():
    other = unit("another-unit")
    source = hidden()
    page = fill_in(erkin(), address(source), "source_form", unit=str(other.pk))
    assert "Select a valid choice" in page.content.decode()
    source.refresh_from_db()
    assert source.unit.key == "office"


def test_saving_keeps_references_to_records_that_the_editor_does_not_see():
    theirs = load(source_document(SECRET), unit("another-unit"))
    submit(save_revision(theirs, editor()), editor())
    revision = saved(source_document("MINE", citations=[citation(source=SECRET)]))
    source = Source.objects.get(pk=revision.record_id)
    client = erkin()
    assert offered(client, SECRET) == []
    fill_in(client, address(source), "source_form", author="A. Author")
    last = json.loads(source.revisions.order_by("-number").first().document)
    assert (last["author"], last["citations"][0]["source"]) == ("A. Author", SECRET)


def test_whoever_manages_units_does_not_learn_what_they_keep():
    hidden()
    client = nodira(is_superuser=True)
    office = unit()
    for page in ("change", "delete"):
        assert not tells(client.get(f"/admin/register/unit/{office.pk}/{page}/"))
    assert (
        client.post(f"/admin/register/unit/{office.pk}/delete/", {"post": "yes"}).status_code == 403
    )
    account = editor()
    assert client.get(f"/admin/register/account/{account.pk}/delete/").status_code == 403
    assert not tells(client.get(f"/admin/register/account/{account.pk}/change/"))


def test_deleting_does_not_tell_who_refers_to_a_record():
    saved(source_document("MINE"))
    citing = load(
        source_document(SECRET, citations=[citation(source="MINE")]), unit("another-unit")
    )
    save_revision(citing, editor())
    source = Source.objects.get(key="MINE")
    client = erkin()
    page = client.get(address(source, "delete"))
    assert not tells(page)
    assert "take the references out first" in page.content.decode()
    client.post(address(source, "delete"), {"post": "yes"})
    assert Source.objects.filter(key="MINE").exists()
