"""Curators are told of coming dates by e-mail: each of each date, once."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command

from agreements import deadlines
from agreements.deadlines import send_deadlines
from agreements.models import ToldDate
from tests.factories import editor, publish_documents, stranger
from tests.factories_agreements import clause, ground, in_force_document, title

pytestmark = pytest.mark.django_db

TODAY, NOW = date(2021, 11, 1), datetime(2021, 11, 1, 6, tzinfo=UTC)
WITHIN = timedelta(90)


def renewed(key="uz-kz-labour-2012", **changes):
    """In force from 1 June 2012 for terms of five years; the last day for notice is 30 November."""
    terms = [
        clause(1, type="duration", rule="fixed", period="P5Y"),
        clause(2, type="renewal", rule="tacit", period="P5Y"),
        clause(3, type="notice", rule="before_end", period="P6M"),
    ]
    return in_force_document(key, **{"clauses": terms, **changes})


@pytest.fixture(autouse=True)
def curators():
    """Erkin and Nodira have addresses; the agreement is kept by Erkin's unit."""
    for account in (editor(), stranger()):
        account.email = f"{account.username}@example.org"
        account.save()
    publish_documents([*ground(), renewed()])


def sent(today=TODAY, now=NOW):
    return send_deadlines(today, WITHIN, now)


def test_the_members_of_the_unit_are_told_and_nobody_else():
    assert sent() == (1, 0)
    [message] = mail.outbox
    assert message.to == ["erkin@example.org"]
    assert "2021-11-30 (in 29 days): last day to give notice" in message.body
    assert "/admin/agreements/agreement/" in message.body
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_each_is_told_of_each_date_once():
    sent()
    assert sent(TODAY + timedelta(1)) == (0, 0)
    assert len(mail.outbox) == 1


def test_a_date_that_was_moved_is_told_anew():
    sent()
    shorter = renewed()["clauses"]
    shorter[2]["period"] = "P5M"
    publish_documents([renewed(clauses=shorter)], nature="correction")
    assert sent() == (1, 0)
    assert "2021-12-31" in mail.outbox[-1].body


def test_what_was_refused_is_tried_again_and_stops_nobody(monkeypatch):
    nodira = stranger()
    nodira.units.set(editor().units.all())
    real = EmailMessage.send

    def refusing(message, *args):
        if message.to == ["erkin@example.org"]:
            raise SMTPRecipientsRefused({})
        return real(message, *args)

    monkeypatch.setattr(EmailMessage, "send", refusing)
    assert sent() == (1, 1)
    monkeypatch.undo()
    assert sent() == (1, 0)
    assert [message.to for message in mail.outbox] == [
        ["nodira@example.org"],
        ["erkin@example.org"],
    ]


def test_what_a_crash_left_unsent_is_told_again_after_an_hour(monkeypatch):
    class Killed(BaseException):
        """The process is killed."""

    def killed(*_args):
        raise Killed

    monkeypatch.setattr(deadlines.EmailMessage, "send", killed)
    with pytest.raises(Killed):
        sent()
    monkeypatch.undo()
    assert sent(now=NOW + timedelta(minutes=59)) == (0, 0)
    assert sent(now=NOW + timedelta(minutes=61)) == (1, 0)


def test_two_runs_at_once_tell_once():
    first = deadlines._claimed(editor(), TODAY, WITHIN, NOW)
    second = deadlines._claimed(editor(), TODAY, WITHIN, NOW)
    assert (len(first), second) == (1, [])
    assert ToldDate.objects.count() == 1


def test_an_account_without_address_or_no_longer_active_is_passed_over():
    account = editor()
    account.email = ""
    account.save()
    assert sent() == (0, 0)
    account.email, account.is_active = "erkin@example.org", False
    account.save()
    assert sent() == (0, 0)


def test_a_hostile_title_breaks_no_message():
    publish_documents([renewed(titles=[title(text="A\nBcc: all@example.org\n\nB")])])
    sent()
    assert "A Bcc: all@example.org B" in mail.outbox[0].body
    assert mail.outbox[0].recipients() == ["erkin@example.org"]


def test_the_command_says_how_many_were_sent():
    out = StringIO()
    call_command("send_deadlines", days=1, stdout=out)
    assert "0 message(s) sent, 0 refused." in out.getvalue()
