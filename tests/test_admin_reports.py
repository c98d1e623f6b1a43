"""Reports of errors on the curators' side: counted on the desk, taken up, settled, answered."""

from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from catalogue.models import ErrorReport
from register.models import Account
from tests.admin_forms import aziza, erkin, fields_of, member, nodira, said, signed_in
from tests.factories import publish_documents, saved, source_document

pytestmark = pytest.mark.django_db

LIST = "/admin/catalogue/errorreport/"
OUTCOME = {"outcome": "not_an_error", "answer": "The text says 1 March."}


@pytest.fixture(autouse=True)
def published_source():
    """The source ART, which readers find errors in."""
    return publish_documents([source_document("ART")])


def report(number=1, **values):
    """A report about the source ART by somebody who wants an answer."""
    given = {
        "record": "ART",
        "kind": "source",
        "entry": 1,
        "words": f"Error {number}: the <b>author</b> is another.",
        "address": "reader@example.org",
        "language": "en",
        "reported_at": now(),
        "sent_as": str(number),
    }
    return ErrorReport.objects.create(**given | values)


def where(one):
    return reverse("admin:catalogue_errorreport_change", args=[one.pk])


def taken_up(client, one):
    """Press the button that the page of a report has, as it is shown."""
    seen = ErrorReport.objects.get(pk=one.pk).taken_up_by_id
    target = reverse("admin:catalogue_errorreport_take_up", args=[one.pk])
    return client.post(target, {"seen": seen or ""}, follow=True)


def settled(client, one, **values):
    """Fill in what came of a report, and send it."""
    asked = fields_of(client.get(where(one)), "settle")
    return client.post(where(one), asked | OUTCOME | values, follow=True)


def notices(client):
    """What the desk tells is to be looked after."""
    return {notice.words: notice for notice in client.get("/admin/").context["notices"]}


def shown(client, question=""):
    """How many reports a list shows."""
    return client.get(f"{LIST}?{question}").context["cl"].result_count


def test_the_desk_counts_reports_and_leads_to_them():
    report(1), report(2)
    client = erkin()
    notice = notices(client)["Reports by readers"]
    assert notice.count == 2
    assert shown(client, notice.address.partition("?")[2]) == 2
    taken_up(client, ErrorReport.objects.first())
    found = notices(client)
    assert found["Reports by readers"].count == 1
    assert found["Reports by readers: taken up by you"].count == 1
    assert "Reports by readers: taken up by you" not in notices(aziza())


def test_without_reports_the_desk_says_nothing_of_them():
    assert "Reports by readers" not in notices(erkin())


def test_a_report_is_taken_up_settled_and_answered():
    one, client = report(), erkin()
    taken_up(client, one)
    one.refresh_from_db()
    assert (one.state, one.taken_up_by.username) == ("taken_up", "erkin")
    [entry] = publish_documents([source_document("ART", author="B.")], nature="correction")
    opened = client.get(where(one))
    assert fields_of(opened, "settle")["corrected_in"] == str(entry.number)
    answered = settled(client, one, outcome="corrected", answer="Thank you: put right.")
    assert "was sent the answer" in said(answered)
    one.refresh_from_db()
    assert (one.state, one.corrected_in_id) == ("settled", entry.number)
    assert "Thank you: put right." in mail.outbox[0].body
    assert 'id="settle"' not in client.get(where(one)).content.decode()
    assert "settled already" in said(taken_up(client, one))


def test_an_open_report_is_settled_in_one_step():
    one = report()
    settled(aziza(), one)
    one.refresh_from_db()
    assert (one.state, one.taken_up_by.username) == ("settled", "aziza")


@pytest.mark.parametrize("entry", ["2", "999"])
def test_where_nothing_was_corrected_the_entry_does_not_count(entry):
    one, client = report(), erkin()
    publish_documents([source_document("ART", author="B.")], nature="change")
    assert fields_of(client.get(where(one)), "settle")["corrected_in"] == "2"
    settled(client, one, outcome="already_known", corrected_in=entry)
    one.refresh_from_db()
    assert (one.outcome, one.corrected_in_id) == ("already_known", None)


def test_what_another_has_taken_up_is_taken_over_before_it_is_settled():
    one = report()
    taken_up(erkin(), one)
    client = aziza()
    page = client.get(where(one))
    assert "Take it over" in page.content.decode()
    assert 'id="settle"' not in page.content.decode()
    seen = {"seen": Account.objects.get(username="erkin").pk}
    assert "take it over first" in said(client.post(where(one), OUTCOME | seen, follow=True))
    taken_up(client, one)
    settled(client, one)
    one.refresh_from_db()
    assert one.taken_up_by.username == "aziza"


def test_who_was_second_is_told_who_was_first():
    one, late = report(), aziza()
    asked = fields_of(late.get(where(one)), "settle")
    taken_up(erkin(), one)
    assert "Meanwhile erkin" in said(late.post(where(one), asked | OUTCOME, follow=True))
    target = reverse("admin:catalogue_errorreport_take_up", args=[one.pk])
    assert "Meanwhile erkin" in said(late.post(target, {"seen": ""}, follow=True))
    assert ErrorReport.objects.get().taken_up_by.username == "erkin"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"answer": ""}, "required"),
        ({"outcome": ""}, "required"),
        ({"outcome": "nonsense"}, "valid choice"),
        ({"outcome": "corrected", "corrected_in": ""}, "Name the entry"),
        ({"outcome": "corrected", "corrected_in": "999"}, "no such entry"),
        ({"outcome": "corrected", "corrected_in": "9" * 40}, "no such entry"),
        ({"outcome": "corrected", "corrected_in": "first"}, "no such entry"),
        ({"outcome": "corrected", "corrected_in": "1"}, "no such entry"),
    ],
)
def test_an_outcome_that_cannot_be_is_refused_in_words(wrong, told):
    one, client = report(), erkin()
    answered = settled(client, one, **wrong)
    assert told in answered.content.decode()
    assert ErrorReport.objects.get(pk=one.pk).state == "open"
    assert mail.outbox == []


def test_an_answer_that_cannot_be_sent_is_told_and_stays_due(monkeypatch):
    def refusing(*_args):
        raise SMTPException

    monkeypatch.setattr(EmailMessage, "send", refusing)
    assert "sent later" in said(settled(erkin(), report()))
    assert ErrorReport.objects.unanswered().count() == 1


def test_the_list_is_filtered_and_searched():
    client = erkin()
    report(1), report(2, record="", kind="", words="The search is slow.")
    taken_up(client, report(3))
    settled(client, report(4))
    questions = {"": 4, "state=open": 2, "state=taken_up": 1, "state=settled": 1, "state=mine": 1,
                 "kind=source": 3, "outcome__exact=not_an_error": 1, "q=slow": 1, "q=%00": 4,
                 "state=nonsense": 4}  # fmt: skip
    assert {each: shown(client, each) for each in questions} == questions


def test_several_are_taken_up_at_once_and_those_of_others_stay():
    first, second = report(1), report(2)
    taken_up(aziza(), second)
    chosen = {"action": "take_up_chosen", "_selected_action": [first.pk, second.pk]}
    assert "You took up 1 report." in said(erkin().post(LIST, chosen, follow=True))
    second.refresh_from_db()
    assert second.taken_up_by.username == "aziza"


def test_words_of_readers_are_never_taken_for_markup():
    one, client = report(), erkin()
    for page in (where(one), LIST):
        text = client.get(page).content.decode()
        assert "<b>author</b>" not in text and "&lt;b&gt;author" in text


def test_the_page_leads_to_the_working_copy_only_for_who_may_see_it():
    saved(source_document("ART", author="Draft"))
    one = report()
    assert erkin().get(where(one)).context["form_address"]
    assert nodira().get(where(one)).context["form_address"] == ""


def test_editors_and_approvers_handle_reports_and_nobody_else_sees_them():
    one = report()
    for client in (erkin(), aziza(), nodira()):
        assert client.get(where(one)).status_code == client.get(LIST).status_code == 200
    other = signed_in(member("guest"))
    for page in (LIST, where(one)):
        assert other.get(page).status_code == 403
        assert Client().get(page)["Location"].startswith("/admin/login/")
    assert taken_up(other, one).status_code == 403
    assert other.post(where(one), OUTCOME).status_code == 403
    assert "Reports by readers" not in notices(other)


def test_nobody_adds_deletes_or_rewrites_a_report():
    one, client = report(), erkin()
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{one.pk}/delete/", {"post": "yes"}).status_code == 403
    settled(client, one, words="Nothing is wrong.", address="other@example.org")
    one.refresh_from_db()
    assert one.words.startswith("Error 1") and one.address == "reader@example.org"


def test_a_report_changes_by_post_and_with_its_token_alone():
    one = report()
    target = reverse("admin:catalogue_errorreport_take_up", args=[one.pk])
    assert erkin().get(target).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(member("erkin", "Editors"))
    assert strict.post(target, {"seen": ""}).status_code == 403
    assert strict.post(where(one), OUTCOME).status_code == 403
    assert ErrorReport.objects.get().state == "open"


def test_a_report_that_is_not_there_leads_back_and_garbage_is_no_fault():
    client, one = erkin(), report()
    for pk in (999, "x", "9" * 30):
        assert client.get(f"{LIST}{pk}/change/").status_code == 302
    target = reverse("admin:catalogue_errorreport_take_up", args=[one.pk])
    for seen in ("x", "9" * 30, "٣"):
        client.post(target, {"seen": seen})
    assert client.post(f"{LIST}999/take-up/").status_code == 403


def test_the_menu_leads_curators_to_the_reports():
    groups = erkin().get("/admin/").context["sidebar_navigation"]
    items = {str(item["title"]) for group in groups for item in group["items"]}
    assert "Reports by readers" in items


def test_the_list_asks_as_many_questions_for_many_reports_as_for_few():
    client = erkin()
    counts = []
    for start in (1, 20):
        for number in range(start, start + 10):
            report(number)
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30
