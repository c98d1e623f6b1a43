"""Agreements in the admin: participants with their acts, files, and what a page costs."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.models import Agreement, Participant
from organizations.models import State
from register import files
from register.admin.rows import ROWS_A_PAGE
from register.loading import load
from register.revising import save_revision
from tests.admin_forms import (
    added_row,
    address,
    aziza,
    erkin,
    fields_of,
    fill_in,
    nodira,
    said,
)
from tests.factories import citation, editor, publish_documents, saved, source_document, unit
from tests.factories_actors import state_document
from tests.factories_agreements import (
    act,
    agreement_document,
    document_row,
    ground,
    participant,
    subject_document,
)

pytestmark = pytest.mark.django_db

FORM = "agreement_form"
PARTICIPANT_FORM = "participant_form"
PDF = b"%PDF-1.7\n%%EOF"
# Measured on the page of a convention: about fifty, whatever the number of participants and acts.
CEILING = 65


def agreement(**changes):
    """A saved agreement of Uzbekistan and Kazakhstan, on ground that is public."""
    publish_documents([*ground(), subject_document()])
    revision = saved(agreement_document(**changes))
    return Agreement.objects.get(pk=revision.record_id)


def convention(participants=190, acts=400):
    """A convention with so many participants and acts, and forty citations."""
    keys = [f"S{number:03d}" for number in range(participants)]
    publish_documents([source_document(), subject_document()])
    for key in keys:
        State.objects.create(key=key, unit=unit(), names={"en": f"State {key}"})
    rows = [participant(number + 1, key, side=None) for number, key in enumerate(keys)]
    done = [
        act(
            number + 1,
            "signature" if number < participants else "ratification",
            f"participant-{number % participants + 1:03d}",
            done_on=f"{1990 + number // participants}-01-01",
        )
        for number in range(acts)
    ]
    cited = [citation(number, path=f"acts/act-{number:03d}") for number in range(1, 41)]
    document = agreement_document(
        "convention", scope="multilateral", participants=rows, acts=done, citations=cited
    )
    return Agreement.objects.get(pk=save_revision(load(document, unit()), editor()).record_id)


def document_of(record):
    """The record as it was last saved."""
    return json.loads(record.revisions.order_by("-number").first().document)


def queries(client, where):
    """How many queries a page costs, and the page."""
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        page = client.get(where)
    assert page.status_code == 200
    return len(caught), page


def page_of(row):
    """The address of a participant's own page."""
    return reverse("admin:agreements_participant_change", args=[row.pk])


def test_the_form_says_back_what_was_saved():
    record = agreement()
    before = document_of(record)
    fill_in(erkin(), address(record), FORM)
    assert document_of(record) == before
    assert record.revisions.count() == 1


def test_a_convention_costs_no_more_queries_than_the_ceiling():
    record, client = convention(), erkin()
    count, page = queries(client, address(record))
    assert count <= CEILING
    assert len(page.context["participants"]) == ROWS_A_PAGE
    assert len(fields_of(page, FORM)) < 1000
    assert 'hx-get="?citations' not in page.content.decode()


def test_a_larger_convention_costs_the_same():
    record, client = convention(40, 80), erkin()
    small, _page = queries(client, address(record))
    for number in range(41, 61):
        row = Participant.objects.create(agreement=record, actor=record.participants.first().actor)
        row.acts.create(agreement=record, type="signature", done_on=f"19{number}")
    large, _page = queries(client, address(record))
    assert large == small


def test_no_page_around_a_convention_asks_once_a_row():
    record, editing, reading = convention(), erkin(), aziza()
    pages = [
        (editing, page_of(record.participants.first())),
        (editing, address(record, "acts")),
        (editing, address(record, "history")),
        (editing, "/admin/agreements/agreement/"),
        (reading, address(record)),
    ]
    assert [where for client, where in pages if queries(client, where)[0] > 40] == []


def test_a_list_of_agreements_costs_the_same_however_long():
    agreement()
    client = erkin()
    one, _page = queries(client, "/admin/agreements/agreement/")
    for number in range(12):
        saved(agreement_document(f"agreement-{number}"))
    many, _page = queries(client, "/admin/agreements/agreement/")
    assert many == one


def test_the_participants_are_turned_by_plain_links():
    record, client = convention(45, 45), erkin()
    page = client.get(address(record), {"participants": "3"})
    assert len(page.context["participants"]) == 5
    for nonsense in ("x", "99999999999999999999"):
        assert client.get(address(record), {"participants": nonsense}).status_code == 200


def test_a_new_agreement_offers_to_add_its_first_participant():
    record = agreement(participants=[])
    adding = reverse("admin:agreements_participant_add") + f"?agreement={record.pk}"
    assert adding in erkin().get(address(record)).content.decode()


def test_an_act_is_entered_on_the_page_of_its_participant():
    record, client = agreement(), erkin()
    row = record.participants.first()
    values = {"type": "signature", "evidence": "shown", "done_on": "2012-03-01"}
    answer = fill_in(
        client, page_of(row), PARTICIPANT_FORM, why="Signed.", **added_row("acts", **values)
    )
    assert answer.redirect_chain[-1][0] == address(record)
    (done,) = document_of(record)["acts"]
    assert (done["ref"], done["participant"], done["done_on"]) == ("act-001", row.ref, "2012-03-01")
    assert record.revisions.order_by("-number").first().reason == "Signed."


def test_the_same_act_twice_on_one_day_is_refused_with_the_sentence_of_the_model():
    record = agreement(acts=[act(1, "signature", "participant-001", done_on="2012-03-01")])
    values = {"type": "signature", "evidence": "shown", "done_on": "2012-03-01"}
    where = page_of(record.participants.first())
    page = fill_in(erkin(), where, PARTICIPANT_FORM, **added_row("acts", 1, **values))
    assert "the same on the same day already" in page.content.decode()
    assert record.revisions.count() == 1


def test_an_act_concerns_an_act_of_the_same_agreement_only():
    record = agreement(acts=[act(1, "signature", "participant-001")])
    other = saved(agreement_document("other", acts=[act(1, "signature", "participant-001")]))
    foreign = Agreement.objects.get(pk=other.record_id).acts.get()
    where = page_of(record.participants.first())
    page = fill_in(erkin(), where, PARTICIPANT_FORM, **{"acts-0-concerns": str(foreign.pk)})
    assert "Select a valid choice" in page.content.decode()


def test_acts_of_the_agreement_itself_have_their_page():
    record, client = agreement(acts=[act(1, "signature", "participant-001")]), erkin()
    values = {"type": "entry_into_force", "evidence": "shown", "done_on": "2012-06-01"}
    answer = fill_in(client, address(record, "acts"), FORM, **added_row("acts", **values))
    assert answer.redirect_chain[-1][0] == address(record)
    last = document_of(record)["acts"][-1]
    assert (last["ref"], last["participant"], last["type"]) == ("act-002", None, "entry_into_force")


def test_a_participant_is_added_to_its_agreement_with_its_first_act():
    record, client = agreement(), erkin()
    publish_documents([state_document("KGZ")])
    kyrgyzstan = Participant._meta.get_field("actor").related_model.objects.get(key="KGZ")
    where = reverse("admin:agreements_participant_add") + f"?agreement={record.pk}"
    values = {"type": "accession", "evidence": "shown", "done_on": "2013"}
    fill_in(
        client,
        where,
        PARTICIPANT_FORM,
        actor=str(kyrgyzstan.pk),
        _submit="1",
        **added_row("acts", **values),
    )
    document = document_of(record)
    assert document["participants"][-1]["actor"] == "KGZ"
    assert document["acts"][-1]["participant"] == "participant-003"
    assert record.revisions.order_by("-number").first().state == "submitted"


@pytest.mark.parametrize("named", ["", "?agreement=", "?agreement=999999", "?agreement=x"])
def test_a_participant_of_no_agreement_is_not_added(named):
    agreement()
    where = reverse("admin:agreements_participant_add") + named
    assert erkin().get(where).status_code == 403


def test_with_a_participant_go_its_acts_and_their_citations():
    acts = [act(1, "signature", "participant-001"), act(2, "signature", "participant-002")]
    cited = [citation(path="acts/act-001"), citation(2, path="acts/act-002/done_on")]
    record = agreement(acts=acts, citations=cited)
    client = erkin()
    row = record.participants.get(ref="participant-001")
    page = client.get(reverse("admin:agreements_participant_delete", args=[row.pk]))
    assert page.status_code == 200
    answer = client.post(
        reverse("admin:agreements_participant_delete", args=[row.pk]), {"post": "yes"}, follow=True
    )
    assert "acts/act-001" in said(answer)
    assert answer.redirect_chain[-1][0] == address(record)
    document = document_of(record)
    assert [each["ref"] for each in document["participants"]] == ["participant-002"]
    assert [each["ref"] for each in document["acts"]] == ["act-002"]
    assert [each["ref"] for each in document["citations"]] == ["citation-002"]


def test_another_unit_learns_nothing_of_participants_and_files():
    files.store(SimpleUploadedFile("a.pdf", PDF))
    record = agreement()
    row, client = record.participants.first(), nodira(is_superuser=True)
    there = client.get(page_of(row))
    row.pk += 1000
    assert (there.status_code, there["Location"]) == (
        client.get(page_of(row)).status_code,
        client.get(page_of(row))["Location"],
    )
    adding = reverse("admin:agreements_participant_add")
    assert client.get(adding, {"agreement": record.pk}).status_code == 403
    assert client.get(address(record, "acts")).status_code == 302
    file = reverse("admin:agreements_agreement_file", args=[record.pk, "0" * 64])
    assert client.get(file).status_code == 302


def test_the_filter_by_subject_names_no_subject_that_is_not_public():
    agreement()
    hidden = load(subject_document("hidden-subject", names={"en": "Hush"}), unit("another-unit"))
    save_revision(hidden, editor())
    page = erkin().get("/admin/agreements/agreement/").content.decode()
    assert "Subject readmission" in page
    assert "Hush" not in page


def upload(client, record, name, content, **changes):
    """Add a document with a file to the agreement."""
    file = SimpleUploadedFile(name, content)
    row = {"type": "authentic_text", "language": "en", "file": file, **changes}
    return fill_in(client, address(record), FORM, **added_row("documents", **row))


def test_a_file_is_kept_under_its_digest_and_described_by_its_content():
    record, client = agreement(), erkin()
    upload(client, record, "treaty.pdf", PDF)
    (row,) = document_of(record)["documents"]
    assert (row["media_type"], row["size"]) == ("application/pdf", len(PDF))
    assert files.path_of(row["sha256"]).read_bytes() == PDF
    where = reverse("admin:agreements_agreement_file", args=[record.pk, row["sha256"]])
    answer = client.get(where)
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(where.replace(row["sha256"], "0" * 64)).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("treaty.exe", b"MZ", "of this type are not kept"),
        ("treaty.html", b"<script>", "of this type are not kept"),
        ("treaty.svg", b"<svg/>", "of this type are not kept"),
        ("treaty", PDF, "of this type are not kept"),
        ("treaty.pdf", b"<script>alert(1)</script>", "not what its name says"),
        ("treaty.png", PDF, "not what its name says"),
        ("treaty.txt", b"a\x00b", "not what its name says"),
        ("treaty.pdf", b"", "empty"),
        ("../../etc/treaty.exe", b"MZ", "of this type are not kept"),
    ],
)
def test_a_file_that_is_not_accepted_is_refused_and_not_kept(name, content, sentence, settings):
    record = agreement()
    page = upload(erkin(), record, name, content)
    assert sentence in page.content.decode()
    assert document_of(record)["documents"] == []
    assert not settings.REGISTER_FILES_DIR.exists()


def test_a_file_beyond_the_limit_is_refused(settings):
    settings.BITIM_MAX_FILE_MB = 0
    record = agreement()
    page = upload(erkin(), record, "treaty.pdf", PDF)
    assert "larger than 0 MB" in page.content.decode()


def test_a_document_without_a_file_needs_an_address():
    record, client = agreement(), erkin()
    row = {"type": "web_page"}
    page = fill_in(client, address(record), FORM, **added_row("documents", **row))
    assert "Choose a file" in page.content.decode()
    row["address"] = "https://example.org/treaty"
    fill_in(client, address(record), FORM, **added_row("documents", **row))
    assert document_of(record)["documents"] == [
        document_row(type="web_page", language="", address="https://example.org/treaty")
        | {"title": "", "text": "", "retrieved_on": None}
    ]


def test_a_key_is_proposed_from_parties_subject_and_year():
    signed = act(1, "signature", "participant-001", done_on="2012-03-01")
    record = agreement(key="draft-1", subjects=["readmission"], acts=[signed])
    help_text = erkin().get(address(record)).context["adminform"].form.fields["key"].help_text
    assert "uz-ka-readmission-2012" in help_text


def test_an_approver_is_led_from_a_participants_page_to_where_it_is_read():
    record = agreement()
    row = record.participants.first()
    answer = aziza().get(page_of(row))
    assert answer["Location"] == f"{address(record)}#{row.ref}"
    assert aziza().post(page_of(row), {}).status_code == 403


def test_an_approver_reads_the_agreement_in_words():
    record = agreement(acts=[act(1, "signature", "participant-001", done_on="2012-03-01")])
    words = aziza().get(address(record)).context["words"]
    lists = {each.label: each.rows for each in words["lists"]}
    facts = {fact.label: fact.text for fact in lists["participants"][0].facts}
    assert facts["state or organization"] == "UZB (State UZB)"
    (done,) = lists["acts"]
    assert [fact.text for fact in done.facts] == [
        "participant-001 (State UZB)",
        "signature",
        "shown",
        "2012-03-01",
    ]
