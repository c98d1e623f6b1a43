"""Public alerts: asked for, confirmed by link, told once, left with one click; nothing leaks."""

import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail, signing
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue import alerting
from catalogue.alerting import send_alerts
from catalogue.alerts import FORM, FROM_CLIENT
from catalogue.freshness import register_day
from catalogue.models import Alert
from tests.factories import publish_documents, saved
from tests.factories_agreements import (
    clause,
    ground,
    in_force_document,
    participant,
    relation,
)

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"
ADDRESS = "reader@example.org"


@pytest.fixture(autouse=True)
def published_register():
    publish_documents([*ground("UZB", "KAZ", "KGZ"), in_force_document()])


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def asked(client, question, address=ADDRESS, status=200, **more):
    """Ask for an alert as a reader does: open the form, fill it in, send it."""
    token = re.search(r'name="token" value="([^"]+)"', page(client, f"/en/alerts/?{question}"))[1]
    answer = client.post("/en/alerts/", {"token": token, "address": address, **more})
    assert answer.status_code == status
    return answer.content.decode()


def path_in(message):
    """The path of the first link in a message."""
    return re.search(r"https?://[^/\s]+(/\S+)", message.body)[1]


def confirmed(client, question="state=KAZ", address=ADDRESS):
    """A confirmed alert, asked for and confirmed as a reader does."""
    asked(client, question, address)
    link = path_in(mail.outbox[-1])
    assert client.post(link).status_code == 200
    mail.outbox.clear()
    return Alert.objects.get(address=address)


def sent():
    return send_alerts(register_day(), datetime.now(UTC))


def changed(**more):
    publish_documents([in_force_document(form_note="Changed.", **more)], nature="correction")


def test_an_alert_is_asked_for_confirmed_told_and_left(client):
    asked(client, "state=KAZ")
    [first] = mail.outbox
    assert first.to == [ADDRESS]
    assert "State KAZ" in first.body or "KAZ" in first.body
    link = path_in(first)
    assert "Yes, tell me" in page(client, link)
    assert Alert.objects.get().confirmed_at is None
    client.post(link)
    changed()
    assert sent() == (1, 0)
    message = mail.outbox[-1]
    assert f"Agreement {KEY}" in message.body and "correction of an error" in message.body
    leave = re.search(r"(/en/alerts/leave/\S+)", message.body)[1]
    assert "State KAZ" in message.subject
    assert "Tell me no more" in page(client, leave)
    assert Alert.objects.exists()
    client.post(leave, {"List-Unsubscribe": "One-Click"})
    assert not Alert.objects.exists()
    assert "hear no more" in page(client, leave)


def test_a_message_can_be_left_with_one_click_of_a_mail_program(client):
    confirmed(client)
    changed()
    sent()
    headers = mail.outbox[-1].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].startswith("<http")
    assert headers["Auto-Submitted"] == "auto-generated"


def test_what_was_published_before_and_what_was_told_is_not_told_again(client):
    confirmed(client)
    assert sent() == (0, 0)
    changed()
    assert (sent(), sent()) == ((1, 0), (0, 0))


@pytest.mark.parametrize("question", ["state=KAZ", f"agreement={KEY}", "query=participant%3DKAZ"])
def test_each_sort_of_alert_tells_of_its_own_and_of_nothing_else(client, question):
    confirmed(client, question)
    sides = [participant(1, "UZB", side=1), participant(2, "KGZ", side=2)]
    publish_documents([in_force_document("uz-kg-other", participants=sides)])
    assert sent() == (0, 0)
    changed()
    assert sent() == (1, 0)
    assert "uz-kg-other" not in mail.outbox[-1].body


def test_a_list_tells_of_what_comes_into_it_and_what_falls_out_of_it(client):
    confirmed(client, "query=participant%3DKGZ")
    changed(participants=[participant(1, "UZB", side=1), participant(2, "KGZ", side=2)])
    assert sent() == (1, 0)
    changed()
    assert sent() == (1, 0)


def test_an_agreement_tells_of_another_that_changes_its_status(client):
    confirmed(client, f"agreement={KEY}")
    publish_documents([in_force_document("uz-kz-later", relations=[relation(1, KEY)])])
    assert sent() == (1, 0)
    assert f"Agreement {KEY}" in mail.outbox[-1].body


def test_coming_dates_are_told_once(client):
    confirmed(client)
    today = register_day()
    soon = (today + timedelta(10)).isoformat()
    until = clause(1, type="duration", rule="until", day=soon)
    publish_documents(
        [in_force_document("a-until", clauses=[until, clause(2, type="renewal", rule="none")])]
    )
    assert sent() == (1, 0)
    assert "Coming up" in mail.outbox[-1].body and soon in mail.outbox[-1].body
    assert send_alerts(today + timedelta(1), datetime.now(UTC)) == (0, 0)


def test_a_working_copy_that_is_not_public_is_never_told_of(client):
    confirmed(client)
    saved(in_force_document("secret-talks"))
    assert sent() == (0, 0)
    page(client, "/en/alerts/?agreement=secret-talks", 404)


def test_a_message_that_is_refused_is_tried_again_and_an_address_given_up_in_the_end(
    client, monkeypatch
):
    confirmed(client)
    changed()
    real = EmailMessage.send

    def refusing(*_args):
        raise SMTPServerDisconnected

    monkeypatch.setattr(EmailMessage, "send", refusing)
    assert sent() == (0, 1)
    monkeypatch.setattr(EmailMessage, "send", real)
    assert sent() == (1, 0)
    changed(address="https://example.org/")
    monkeypatch.setattr(EmailMessage, "send", refusing)
    for _ in range(alerting.MOST_FAILURES):
        sent()
    assert not Alert.objects.exists()


def test_two_runs_at_once_tell_once(client):
    alert = confirmed(client)
    changed()
    today = register_day()
    assert alerting._claimed(alert.pk, today) is not None
    assert alerting._claimed(alert.pk, today) is None


def test_what_nobody_confirms_is_forgotten(client):
    asked(client, "state=KAZ")
    send_alerts(register_day(), datetime.now(UTC) + timedelta(days=8))
    assert not Alert.objects.exists()


# --- What nobody may find out or do -------------------------------------------------------------


def test_the_answer_is_the_same_whether_or_not_somebody_is_told_already(client):
    first = asked(client, "state=KAZ")
    client.post(path_in(mail.outbox[-1]))
    again = asked(client, "state=KAZ")
    assert "If this address can be written to" in first
    strip = re.compile(r"value=\"[^\"]+\"")
    assert strip.sub("", first) == strip.sub("", again)
    assert len(mail.outbox) == 1


def test_one_client_cannot_ask_without_end(client):
    for number in range(FROM_CLIENT):
        asked(client, "state=KAZ", f"reader{number}@example.org")
    assert "Too many" in asked(client, "state=KAZ", "last@example.org", 429)
    assert len(mail.outbox) == FROM_CLIENT


def test_one_address_is_not_written_to_without_end(client):
    for key in ("UZB", "KAZ", "KGZ"):
        asked(client, f"state={key}")
    for query in ("form%3Dtreaty", "form%3Dprotocol", "form%3Dcharter", "form%3Dannex"):
        asked(client, f"query={query}")
    assert len(mail.outbox) == 5


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "a@example.org\nBcc: b@example.org"])
def test_what_is_no_address_is_refused_in_words(client, address):
    said = asked(client, "state=KAZ", address, 400)
    assert 'class="err"' in said
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("value", "salt"), [(None, ""), (["state", "KAZ"], "other"), ("x", FORM), (["state"], FORM)]
)
def test_a_form_that_is_not_ours_is_refused(client, value, salt):
    token = signing.dumps(value, salt=salt) if value else "nonsense"
    answer = client.post("/en/alerts/", {"token": token, "address": ADDRESS})
    assert answer.status_code == 400
    assert not Alert.objects.exists()


@pytest.mark.parametrize("link", ["confirm/x", "confirm/1:2:3"])
def test_a_link_that_is_not_ours_leads_nowhere(client, link):
    page(client, f"/en/alerts/{link}/", 404)


def test_a_link_to_confirm_does_not_leave_and_the_other_way_round(client):
    asked(client, "state=KAZ")
    token = path_in(mail.outbox[-1]).strip("/").rpartition("/")[2]
    client.post(f"/en/alerts/leave/{token}/")
    assert Alert.objects.exists()


@pytest.mark.parametrize(
    "question", ["state=XXX", "agreement=none", "query=colour%3Dred", "state=a&x=1"]
)
def test_what_cannot_be_told_of_has_no_form(client, question):
    status = 200 if question.startswith("query") else 404
    page(client, f"/en/alerts/?{question}", status)


def test_a_program_that_fills_in_everything_is_sent_nothing(client):
    asked(client, "state=KAZ", website="https://spam.example")
    assert mail.outbox == [] and not Alert.objects.exists()


def test_no_page_of_alerts_sets_a_cookie(client):
    asked(client, "state=KAZ")
    page(client, path_in(mail.outbox[-1]))
    assert not client.cookies


def test_a_hostile_query_is_escaped(client):
    assert "<script>" not in page(client, "/en/alerts/?query=identifier%3D%3Cscript%3E")


def test_a_mail_server_that_is_down_is_told_to_the_one_who_asks(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert "could not be sent just now" in asked(client, "state=KAZ", status=503)
    assert not Alert.objects.filter(confirmed_at__isnull=False).exists()


def test_the_form_asks_few_questions_of_the_database(client):
    page(client, "/en/alerts/?state=KAZ")
    with CaptureQueriesContext(connection) as queries:
        page(client, "/en/alerts/?state=KAZ")
    assert len(queries) <= 4


def test_an_address_is_forgotten_when_its_owner_asks(client):
    confirmed(client)
    out = StringIO()
    call_command("forget_address", ADDRESS.upper(), stdout=out)
    assert "1 alert(s) forgotten." in out.getvalue()
    call_command("send_alerts", stdout=out)
    assert "0 message(s) sent" in out.getvalue()


def test_the_pages_of_states_agreements_and_lists_lead_to_the_form(client):
    assert "/en/alerts/?state=KAZ" in page(client, "/en/states/KAZ/")
    assert f"/en/alerts/?agreement={KEY}" in page(client, f"/en/agreements/{KEY}/")
    said = page(client, "/en/agreements/?participant=KAZ")
    link = re.search(r'href="(/en/alerts/\?query=[^"]+)"', said)[1]
    assert "participant=KAZ" in page(client, link)


def test_of_very_much_news_the_first_is_told_and_the_rest_counted(client, monkeypatch):
    monkeypatch.setattr(alerting, "MOST_LINES", 1)
    confirmed(client, f"agreement={KEY}")
    for note in ("One.", "Two.", "Three."):
        publish_documents([in_force_document(form_note=note)], nature="correction")
    assert sent() == (1, 0)
    assert "and 2 more, in the log" in mail.outbox[-1].body
