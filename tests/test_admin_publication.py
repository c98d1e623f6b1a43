"""From a curator's form to a numbered entry: saving, submitting, returning, approving."""

import json

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from register.models import Account, Entry, PublishedSource, Revision, Source
from register.publishing import withdraw
from tests.admin_forms import address, aziza, erkin, fields_of, fill_in, member, said, signed_in
from tests.factories import citation, publish_documents, saved, source_document, submitted

pytestmark = pytest.mark.django_db

ADD = "/admin/register/source/add/"
FORM = "source_form"
NEW = {"type": "article", "title__en": "On readmission", "key": "readmission-2020"}


def added(client, **changes):
    """The source that an editor adds."""
    fill_in(client, ADD, FORM, **NEW | changes)
    return Source.objects.get(key=changes.get("key", NEW["key"]))


def approve(client, *sources, **changes):
    """What an approver sends from the page that shows the submitted texts."""
    revisions = [each.revisions.order_by("-number").first().pk for each in sources]
    values = {"revision": revisions, "nature": "change", "reason": "It is right.", **changes}
    return client.post(reverse("admin:register_entry_publish"), values, follow=True)


def last(source):
    return source.revisions.order_by("-number").first()


def test_an_editor_adds_a_source_and_a_second_person_publishes_it():
    editor, approver = erkin(), aziza()
    source = added(editor, why="Found in the library.", title__ru="О реадмиссии")
    assert (last(source).number, last(source).reason) == (1, "Found in the library.")
    assert last(source).saved_by.username == "erkin"
    editor.post(address(source, "submit"))
    answer = approve(approver, source)
    assert "Published as entry 1" in said(answer)
    row = PublishedSource.objects.get(key="readmission-2020", said_until=None)
    assert json.loads(row.document)["title"] == {"en": "On readmission", "ru": "О реадмиссии"}


def test_saving_and_submitting_is_one_click():
    source = added(erkin(), _submit="1")
    assert last(source).state == Revision.State.SUBMITTED


def test_an_approver_returns_with_remarks_and_the_editor_mends():
    editor, approver = erkin(), aziza()
    source = added(editor, _submit="1")
    answer = approver.post(
        address(source, "return"),
        {"revision": last(source).pk, "remarks": "Name the author."},
        follow=True,
    )
    assert "returned" in said(answer)
    page = editor.get(address(source)).content.decode()
    assert "Name the author." in page
    fill_in(editor, address(source), FORM, author="A. Author", _submit="1")
    assert last(source).number == 2
    approve(approver, source)
    assert Entry.objects.get().key == source.key


def test_a_text_is_not_returned_without_remarks():
    source = added(erkin(), _submit="1")
    answer = aziza().post(address(source, "return"), {"revision": last(source).pk, "remarks": " "})
    assert "required" in answer.content.decode()
    assert last(source).state == Revision.State.SUBMITTED


def test_what_was_saved_since_it_was_shown_is_neither_approved_nor_returned():
    editor, approver = erkin(), aziza()
    source = added(editor, _submit="1")
    shown = last(source).pk
    page = fill_in(editor, address(source), FORM, author="Somebody")
    assert "voids" in said(page)
    publishing = {"revision": shown, "nature": "change", "reason": "It is right."}
    answer = approver.post(reverse("admin:register_entry_publish"), publishing, follow=True)
    assert "saved again" in said(answer)
    returning = {"revision": shown, "remarks": "No."}
    answer = approver.post(address(source, "return"), returning, follow=True)
    assert "saved again" in said(answer)
    assert not Entry.objects.exists()


def test_who_saved_a_text_reads_why_they_cannot_approve_it():
    both = signed_in(member("both", "Editors", "Approvers"))
    source = added(both, _submit="1")
    page = both.get(reverse("admin:register_entry_publish"), {"revision": last(source).pk})
    assert "who saved a text cannot approve it" in page.content.decode()
    answer = approve(both, source)
    assert answer.status_code == 200
    assert "ask another approver" in said(answer)
    assert not Entry.objects.exists()


def test_an_editor_who_asks_for_approval_pages_is_told_no():
    editor = erkin()
    source = added(editor, _submit="1")
    assert "Only an approver" in said(approve(editor, source))
    for step in ("return", "withdraw"):
        assert "approver" in said(editor.get(address(source, step), follow=True))
    withdrawing = {"reason": "Because.", "nature": "correction"}
    assert "approver" in said(editor.post(address(source, "withdraw"), withdrawing, follow=True))


def test_an_approver_who_does_not_edit_reads_and_cannot_save_or_submit():
    source = added(erkin())
    approver = aziza()
    page = approver.get(address(source))
    assert "On readmission" in page.content.decode()
    assert fields_of(page, FORM) == {}
    assert approver.post(address(source), NEW).status_code == 403
    assert "Only an editor" in said(approver.post(address(source, "submit"), follow=True))
    assert last(source).state == Revision.State.DRAFT


def test_the_approver_sees_what_changes_against_the_public_text():
    publish_documents([source_document("ART", author="Old name")])
    revision = submitted(source_document("ART", author="New name"), by=member("zafar"))
    page = aziza().get(reverse("admin:register_entry_publish"), {"revision": revision.pk})
    text = page.content.decode()
    assert "<del>Old name</del>" in text
    assert "<ins>New name</ins>" in text
    assert [change.path for change in page.context["coming"][0].differences] == ["author"]


def test_what_the_rules_find_is_shown_before_and_refused_after():
    saved(source_document("HIDDEN"))
    revision = submitted(source_document("B2", citations=[citation(source="HIDDEN")]))
    approver = aziza()
    page = approver.get(reverse("admin:register_entry_publish"), {"revision": revision.pk})
    assert "HIDDEN is not public" in page.content.decode()
    answer = approve(approver, Source.objects.get(key="B2"))
    assert "HIDDEN is not public" in said(answer)
    assert not Entry.objects.exists()


def test_several_records_are_published_together_or_not_at_all():
    first = submitted(source_document("A1"))
    citing = submitted(source_document("B2", citations=[citation(source="A1")]))
    saved(source_document("C3"))
    approver = aziza()
    chosen = {
        "action": "publish_together",
        "_selected_action": list(Source.objects.values_list("pk", flat=True)),
    }
    page = approver.post("/admin/register/source/", chosen, follow=True)
    assert [each.revision for each in page.context["coming"]] == [first, citing]
    answer = approve(approver, *Source.objects.filter(key__in=["A1", "B2"]).order_by("key"))
    assert "1, 2" in said(answer)
    assert [entry.reason for entry in Entry.objects.all()] == ["It is right."] * 2


def test_choosing_records_of_which_none_was_submitted_is_told():
    source = added(erkin())
    chosen = {"action": "publish_together", "_selected_action": [source.pk]}
    answer = aziza().post("/admin/register/source/", chosen, follow=True)
    assert "None of these records" in said(answer)


def test_a_correction_is_entered_as_such():
    publish_documents([source_document("ART")])
    submitted(source_document("ART", author="A. Author"))
    approve(aziza(), Source.objects.get(key="ART"), nature="correction")
    assert Entry.objects.get(number=2).nature == "correction"


def test_the_nature_is_asked_for_where_a_public_text_changes():
    publish_documents([source_document("ART")])
    revisions = [submitted(source_document("ART", author="A.")), submitted(source_document("B2"))]
    client = aziza()
    asked = [
        set(
            client.get(reverse("admin:register_entry_publish"), {"revision": pk})
            .context["form"]
            .fields
        )
        for pk in (each.pk for each in revisions)
    ]
    assert asked == [{"nature", "reason"}, {"reason"}]


def test_an_approval_without_a_reason_publishes_nothing():
    source = added(erkin(), _submit="1")
    answer = approve(aziza(), source, reason=" ")
    assert "required" in answer.content.decode()
    assert not Entry.objects.exists()


def test_a_record_is_withdrawn_with_a_reason_and_says_so():
    publish_documents([source_document("ART")])
    source = Source.objects.get(key="ART")
    approver = aziza()
    answer = approver.post(
        address(source, "withdraw"),
        {"reason": "Entered twice.", "nature": "correction"},
        follow=True,
    )
    assert "Withdrawn in entry 2" in said(answer)
    assert "Not public: withdrawn in entry 2." in answer.content.decode()
    page = approver.get("/admin/register/source/?course=withdrawn")
    assert [each.key for each in page.context["cl"].result_list] == ["ART"]


def test_what_others_refer_to_is_withdrawn_once_they_name_another():
    publish_documents([source_document("ART"), source_document("NEW")])
    publish_documents([source_document("B2", citations=[citation(source="ART")])])
    source, approver = Source.objects.get(key="ART"), aziza()
    values = {"reason": "A better one.", "replaced_by": "NEW", "nature": "editorial"}
    assert "B2" in said(approver.post(address(source, "withdraw"), values, follow=True))
    publish_documents([source_document("B2", citations=[citation(source="NEW")])])
    approver.post(address(source, "withdraw"), values)
    entry = Entry.objects.get(event="withdrawn")
    assert (entry.key, entry.nature) == ("ART", "editorial")
    assert json.loads(entry.document)["replaced_by"] == "NEW"


def test_nothing_changes_by_following_a_link():
    source = added(erkin(), _submit="1")
    editor = signed_in(Account.objects.get(username="erkin"))
    for step in ("submit", "restore"):
        assert editor.get(address(source, step)).status_code == 405
    aziza().get(reverse("admin:register_entry_publish"), {"revision": last(source).pk})
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "asked", ["", "revision=", "revision=x", "revision=-1", "revision=" + "9" * 40, "revision=٣"]
)
def test_asking_for_texts_that_are_not_there_leads_back_to_the_desk(asked):
    answer = aziza().get(reverse("admin:register_entry_publish") + "?" + asked, follow=True)
    assert "nothing to approve" in said(answer)


def test_the_approver_is_told_that_the_record_was_withdrawn_meanwhile():
    publish_documents([source_document("ART")])
    source = Source.objects.get()
    fill_in(erkin(), address(source), FORM, author="A. Author", _submit="1")
    withdraw(source, Account.objects.get(username="aziza"), "It was a copy.")
    where = reverse("admin:register_entry_publish")
    page = aziza().get(where, {"revision": last(source).pk}).content.decode()
    assert "Mind: the record was withdrawn in entry 2" in page
    assert "It was a copy." in page
    assert "puts the record back into the register" in page
    assert "First publication" not in page


def test_of_a_record_that_is_public_no_withdrawal_is_told():
    publish_documents([source_document("ART")])
    source = Source.objects.get()
    fill_in(erkin(), address(source), FORM, author="A. Author", _submit="1")
    where = reverse("admin:register_entry_publish")
    page = aziza().get(where, {"revision": last(source).pk}).content.decode()
    assert "Mind:" not in page


@pytest.mark.parametrize("page", ["entry/", "entry/1/change/", "revision/"])
def test_moments_are_written_in_figures(page):
    publish_documents([source_document("ART")])
    at = localtime(Entry.objects.get().at)
    text = aziza().get(f"/admin/register/{page}").content.decode()
    assert f"{at:%Y-%m-%d %H:}" in text
    assert " p.m." not in text
    assert " a.m." not in text
