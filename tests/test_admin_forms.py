"""What a form of the working copy asks for, keeps, proposes and refuses."""

import json

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets

from register import kind_table
from register.models import Citation, NestedRow, Record, Revision, Source
from tests.admin_forms import added_row, address, erkin, fields_of, fill_in, member, said, signed_in
from tests.factories import (
    citation,
    editor,
    publish_documents,
    remark,
    saved,
    source_document,
    unit,
)

pytestmark = pytest.mark.django_db

ADD = "/admin/register/source/add/"
FORM = "source_form"
NEW = {"type": "article", "title__en": "On readmission"}


def document_of(source):
    """The record as it was last saved."""
    return json.loads(source.revisions.order_by("-number").first().document)


def cited(**changes):
    """The source B2, which cites ART."""
    saved(source_document("ART"))
    revision = saved(source_document("B2", **{"citations": [citation()], **changes}))
    return Source.objects.get(pk=revision.record_id)


def test_the_form_says_back_what_was_saved():
    document = source_document(
        "B2",
        title={"en": "A", "ru": "Б", "fr": "C"},
        published_on="1951-07?",
        citations=[citation(path="author", as_at="2020", locator="p. 3")],
        remarks=[remark(about="title", text={"uz": "Izoh"})],
    )
    saved(source_document("ART"))
    source = Source.objects.get(pk=saved(document).record_id)
    answer = fill_in(erkin(), address(source), FORM)
    assert answer.status_code == 200
    assert document_of(source) == document
    assert source.revisions.count() == 1


def test_a_key_is_proposed_and_a_taken_one_gets_a_number():
    client = erkin()
    fill_in(client, ADD, FORM, **NEW)
    fill_in(client, ADD, FORM, **NEW)
    fill_in(client, ADD, FORM, type="article", title__ru="Без латиницы")
    keys = set(Source.objects.values_list("key", flat=True))
    assert keys == {"on-readmission", "on-readmission-2", "source"}


def test_a_key_changes_until_the_first_publication_and_never_after():
    client = erkin()
    fill_in(client, ADD, FORM, **NEW)
    source = Source.objects.get()
    fill_in(client, address(source), FORM, key="readmission-2020")
    source.refresh_from_db()
    assert source.key == "readmission-2020"
    publish_documents([document_of(source)])
    page = client.get(address(source))
    assert "key" not in fields_of(page, FORM)
    fill_in(client, address(source), FORM, key="another")
    source.refresh_from_db()
    assert source.key == "readmission-2020"


@pytest.mark.parametrize("key", ["a b", "../x", "<b>", "ключ", "a" * 121, "-a", "a/b"])
def test_a_key_that_no_address_could_hold_is_refused(key):
    page = fill_in(erkin(), ADD, FORM, **NEW, key=key)
    assert page.context["adminform"].form.errors["key"]
    assert not Record.objects.exists()


def test_a_taken_key_is_refused_whatever_kind_has_it():
    saved(source_document("taken"))
    page = fill_in(erkin(), ADD, FORM, **NEW, key="taken")
    assert page.context["adminform"].form.errors["key"]


def test_who_belongs_to_one_unit_need_not_choose_it():
    page = erkin().get(ADD)
    assert fields_of(page, FORM)["unit"] == str(unit().pk)
    account = member("both", "Editors")
    account.units.add(unit("another-unit"))
    assert fields_of(signed_in(account).get(ADD), FORM)["unit"] == ""


def test_no_word_is_chosen_before_the_curator_chooses_it():
    client = erkin()
    page = client.get(ADD)
    assert fields_of(page, FORM)["type"] == ""
    rows = [each.formset.empty_form for each in page.context["inline_admin_formsets"]]
    firsts = {name: next(iter(form.fields[name].choices))[0] for form in rows
              for name in ("type", "confidence") if name in form.fields}  # fmt: skip
    assert firsts == {"type": "", "confidence": ""}
    answer = fill_in(client, ADD, FORM, title__en="Untyped", type="")
    assert answer.context["adminform"].form.errors["type"]


def test_the_internal_note_is_kept_and_stays_out_of_the_document():
    client = erkin()
    page = client.get(ADD).content.decode()
    assert "never published" in page
    fill_in(client, ADD, FORM, **NEW, key="A1", internal_note="Ask the embassy.")
    source = Source.objects.get()
    assert source.internal_note == "Ask the embassy."
    assert "embassy" not in source.revisions.get().document


def test_a_citation_of_a_fact_that_is_not_there_is_refused_and_nothing_is_lost():
    source = cited()
    row = {"path": "acts/act-001", "source": source.pk, "confidence": "verified"}
    page = fill_in(
        erkin(), address(source), FORM, author="Kept", **added_row("citations", 1, **row)
    )
    text = page.content.decode()
    assert "no such fact" in text
    sent = fields_of(page, FORM)
    assert (sent["author"], sent["citations-1-path"]) == ("Kept", "acts/act-001")
    assert document_of(source)["citations"] == [citation()]


def test_what_the_register_refuses_of_a_new_record_as_a_whole_is_told_on_the_form():
    saved(source_document("ART"))
    art = Source.objects.get()
    row = {"path": "nowhere", "source": art.pk, "confidence": "verified"}
    values = NEW | {"key": "B2", "author": "Kept"} | added_row("citations", **row)
    page = fill_in(erkin(), ADD, FORM, **values)
    assert "The path leads nowhere." in page.content.decode()
    assert fields_of(page, FORM)["author"] == "Kept"
    assert Source.objects.count() == 1
    assert Revision.objects.count() == 1


def test_the_facts_that_can_be_cited_are_offered():
    source = cited(remarks=[remark(text={"en": "A note."})])
    offered = dict(erkin().get(address(source)).context["facts"])
    assert offered["author"] == "author"
    assert "A note." in offered["remarks/remark-001"]
    assert "remarks/remark-001/text" in offered
    assert not [path for path in offered if path.startswith(("citations", "key", "kind"))]


def test_with_a_row_its_citations_go_and_the_editor_is_told():
    source = cited(
        remarks=[remark(), remark(2)],
        citations=[citation(path="remarks/remark-001/text"), citation(2, path="remarks")],
    )
    page = fill_in(erkin(), address(source), FORM, **{"remarks-0-DELETE": "on"})
    assert "remarks/remark-001/text" in said(page)
    document = document_of(source)
    assert [row["ref"] for row in document["remarks"]] == ["remark-002"]
    assert [row["ref"] for row in document["citations"]] == ["citation-002"]


def test_a_remark_outlives_the_row_that_it_was_about():
    source = cited(remarks=[remark(), remark(2, about="remarks/remark-001")])
    fill_in(erkin(), address(source), FORM, **{"remarks-0-DELETE": "on"})
    (left,) = document_of(source)["remarks"]
    assert (left["ref"], left["about"]) == ("remark-002", "")


def test_rows_come_twenty_at_a_time_and_a_page_saves_its_own():
    saved(source_document("ART"))
    rows = [citation(number) for number in range(1, 46)]
    source = Source.objects.get(pk=saved(source_document("B2", citations=rows)).record_id)
    client = erkin()
    second = address(source) + "?citations-page=2"
    page = client.get(second)
    assert fields_of(page, FORM)["citations-INITIAL_FORMS"] == "20"
    assert "hx-get" not in page.content.decode().split('id="citations-data"')[1].split("<script")[0]
    fill_in(client, second, FORM, **{"citations-0-locator": "p. 21"})
    locators = [row["locator"] for row in document_of(source)["citations"]]
    assert locators == [""] * 20 + ["p. 21"] + [""] * 24


@pytest.mark.parametrize(
    "changes",
    [
        {"published_on": "yesterday"},
        {"published_on": "2001-13-45"},
        {"type": "gossip"},
        {"title__en": ""},
        {"title__xx-nonsense": "x", "title__en": ""},
        {"unit": "999999"},
        {"unit": "1; DROP TABLE"},
        {"shown_to": ["999999"]},
        {"citations-TOTAL_FORMS": "x"},
        added_row("citations", source="999999", confidence="reported"),
        added_row("citations", source="x' OR 1=1", confidence="reported"),
        {"title__en": "nul\x00inside"},
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(changes):
    page = fill_in(erkin(), ADD, FORM, **NEW | {"key": "A1"} | changes)
    assert page.status_code == 200
    assert page.context["errors"]
    assert not Source.objects.exists()


def test_markup_in_a_text_is_shown_as_text():
    source = cited(author="<script>alert(1)</script>", title={"en": "<img src=x onerror=1>"})
    client = erkin()
    for page in (address(source), address(source, "history"), "/admin/register/source/"):
        text = client.get(page).content.decode()
        assert "<script>alert(1)" not in text
        assert "<img src=x" not in text


def test_a_record_is_deleted_only_before_it_has_entries_and_by_an_editor():
    publish_documents([source_document("ART")])
    saved(source_document("B2"))
    published, draft = Source.objects.order_by("key")
    client = erkin()
    told = client.post(address(published, "delete"), {"post": "yes"}, follow=True)
    assert "only before it is public" in said(told)
    client.post(address(draft, "delete"), {"post": "yes"})
    assert [each.key for each in Source.objects.all()] == ["ART"]


def test_saving_the_same_again_makes_no_revision():
    source = cited()
    fill_in(erkin(), address(source), FORM)
    assert source.revisions.count() == 1


def test_what_a_colleague_saved_meanwhile_is_not_overwritten_unawares():
    source = cited()
    mine, theirs = erkin(), signed_in(member("zafar", "Editors"))
    opened = fields_of(mine.get(address(source)), FORM)
    fill_in(theirs, address(source), FORM, author="Theirs")
    page = mine.post(address(source), opened | {"author": "Mine"}, follow=True)
    assert "zafar has saved revision 2" in page.content.decode()
    assert document_of(source)["author"] == "Theirs"
    again = fields_of(page, FORM)
    assert again["author"] == "Mine"
    mine.post(address(source), again)
    assert document_of(source)["author"] == "Mine"


def test_a_save_by_another_account_is_in_its_name():
    source = cited()
    fill_in(signed_in(member("zafar", "Editors")), address(source), FORM, author="Z.")
    last = source.revisions.order_by("-number").first()
    assert last.saved_by.username == "zafar"
    assert source.revisions.order_by("number").first().saved_by == editor()


def inlines_of(record_admin):
    """Every list of rows that an admin shows, on whichever of its pages."""
    parts = [inline for _title, inlines in getattr(record_admin, "parts", {}).values()
             for inline in inlines]  # fmt: skip
    return [*getattr(record_admin, "more_inlines", ()), *record_admin.inlines, *parts]


def admins():
    """The admins of records and of rows with pages of their own."""
    return [each for model, each in admin.site._registry.items()
            if issubclass(model, Record | NestedRow) and hasattr(each, "record_of")]  # fmt: skip


def names(fields):
    """The fields of an inline, one by one."""
    return flatten_fieldsets([(None, {"fields": fields})])


def document_fields(serializer):
    """The model fields that a document is made of, without its rows."""
    return {
        field.source
        for name, field in serializer.fields.items()
        if name not in ("ref", "remarks", "citations") and not hasattr(field, "child")
    }


@pytest.mark.parametrize("name", sorted(kind_table.kinds()))
def test_everything_that_is_published_can_be_entered(name):
    kind = kind_table.kind(name)
    record_admin = admin.site._registry[kind.model]
    asked = set(names([field for _title, part in record_admin.main for field in part["fields"]]))
    assert document_fields(kind.shape) - asked - {"authentic_languages"} == set()
    rows = {inline.model: inline.fields for inline in inlines_of(record_admin)}
    rows |= {each.model: each.fields for each in admins() if hasattr(each, "owner")}
    rows |= {inline.model: inline.fields for each in admins() for inline in inlines_of(each)}
    for field in kind.shape.fields.values():
        child = getattr(field, "child", None)
        model = getattr(getattr(child, "Meta", None), "model", None)
        if model and model.__name__ not in ("Remark", "Citation"):
            missing = document_fields(child) - set(names(rows[model]))
            assert missing <= {"participant"}, (name, model.__name__)


@pytest.mark.parametrize("name", sorted(kind_table.kinds()))
def test_every_field_of_every_form_is_explained(name):
    model = kind_table.kind(name).model
    meta = model._meta
    account = member("erkin", "Editors")
    page = signed_in(account).get(f"/admin/{meta.app_label}/{meta.model_name}/add/")
    forms = [page.context["adminform"].form]
    forms += [each.formset.empty_form for each in page.context["inline_admin_formsets"]]
    for form in forms:
        silent = [
            field
            for field, asked in form.fields.items()
            if not str(asked.help_text) and not asked.widget.is_hidden
        ]
        assert [field for field in silent if field != "DELETE"] == []


def test_citations_and_remarks_can_be_entered_on_every_record():
    for each in admins():
        if not hasattr(each, "owner"):
            shown = each.get_inlines(None, None)
            assert Citation in [inline.model for inline in shown]
