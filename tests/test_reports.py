"""Reports of errors by readers: sent without an account, kept once, answered once, forgotten."""

import re
from datetime import timedelta
from html import unescape
from io import StringIO
from smtplib import SMTPException

import pytest
from django.core import mail, signing
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from catalogue import public_forms
from catalogue.answering import answer, answer_all, forget
from catalogue.models import ErrorReport
from catalogue.reports import FROM_CLIENT
from register.models import Record
from register.publishing import withdraw
from register.tasks import settle
from tests.factories import approver, editor, publish_documents, source_document
from tests.factories_agreements import in_force_document
from tests.register_of_pages import READMISSION, published_register

pytestmark = pytest.mark.django_db

ADDRESS = "reader@example.org"
WORDS = "The day of signature is 2 March."
FORM = f"/en/report/?record={READMISSION}"


@pytest.fixture(scope="module", autouse=True)
def register(kept_for_the_module):
    """The register that readers find errors in."""
    return published_register()


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def token_in(text):
    return re.search(r'name="token" value="([^"]+)"', text)[1]


def sent(client, where=FORM, status=200, **typed):
    """Report an error as a reader does: open the form, fill it in, send it."""
    token = typed.pop("token", None) or token_in(page(client, where))
    answered = client.post(where, {"token": token, "words": WORDS, **typed})
    assert answered.status_code == status
    return answered.content.decode()


def settled(report, outcome="not_an_error", **more):
    """A report that Erkin settled."""
    given = {"outcome": outcome, "corrected_in": None, "answer": "The text says 1 March."}
    return settle(report, editor(), now(), **given | more)


def kept(client, **typed):
    """A report as it is kept after a reader sent it."""
    sent(client, **typed)
    return ErrorReport.objects.latest("pk")


def test_a_report_is_kept_with_the_record_and_the_entry_that_the_reader_saw(client, register):
    said = sent(client, source="https://gazette.example", address="Reader@Example.org")
    assert "Thank you." in said and "you get one message" in said
    report = ErrorReport.objects.get()
    assert (report.record, report.kind) == (READMISSION, "agreement")
    assert report.entry == register[-1].number
    assert (report.words, report.source) == (WORDS, "https://gazette.example")
    assert (report.address, report.language, report.state) == (ADDRESS, "en", "open")
    assert "127.0.0.1" not in report.client


def test_a_report_about_an_earlier_state_names_its_entry(client, register):
    first = register[0].number
    where = f"/en/report/?record=ART&recorded={first}"
    said = page(client, where)
    assert f"as the register stood after entry {first}" in said
    assert f'href="/en/sources/ART/?recorded={first}"' in said
    sent(client, where)
    assert ErrorReport.objects.get().entry == first


@pytest.mark.parametrize(
    ("folder", "key"),
    [
        ("agreements", READMISSION),
        ("states", "UZB"),
        ("organizations", "iom"),
        ("projects", "return-support"),
        ("laws", "law-uz-readmission"),
        ("subjects", "readmission"),
        ("sources", "ART"),
        ("checks", "check-uzb-readmission"),
        ("codes", "gcm-objectives"),
    ],
)
def test_every_page_of_a_record_leads_to_the_form_about_it(client, folder, key):
    text = page(client, f"/en/{folder}/{key}/")
    links = re.findall(r'<a href="([^"]+)"[^>]*>Report an error</a>', text)
    assert links == [f"/en/report/?record={key}"]
    assert f'href="/en/{folder}/{key}/"' in page(client, links[0])
    assert sent(client, links[0])


def test_the_link_on_an_earlier_state_names_that_state(client, register):
    number = register[-1].number
    text = page(client, f"/en/agreements/{READMISSION}/?recorded={number}")
    assert f"/en/report/?record={READMISSION}&amp;recorded={number}" in text


def test_a_page_without_a_record_leads_to_the_form_about_the_whole_register(client):
    assert '<a href="/en/report/" rel="nofollow">' in page(client, "/en/agreements/")
    report = kept(client, where="/en/report/")
    assert (report.record, report.kind) == ("", "")


def test_what_was_never_a_record_has_no_form(client):
    for key in ("no-such-thing", "%00", "gcm-objectives/5", "x" * 5000, "two%20words"):
        assert "not in the register" in page(client, f"/en/report/?record={key}", 404)
    assert "recorded" in page(client, f"{FORM}&recorded=soon", 400)


def test_a_withdrawn_record_says_so_in_place_of_the_form(client):
    publish_documents([source_document("GONE")])
    token = token_in(page(client, "/en/report/?record=GONE"))
    withdraw(Record.objects.get(key="GONE"), approver(), "Entered twice.")
    assert "Entered twice." in page(client, "/en/report/?record=GONE", 410)
    sent(client, "/en/report/?record=GONE", token=token)
    assert ErrorReport.objects.get().record == "GONE"


# --- Hostile and unlucky input ------------------------------------------------------------------


def test_words_of_readers_are_never_taken_for_markup(client):
    said = sent(client, status=400, words="", source="<script>alert(1)</script>")
    assert "<script>alert" not in said and "&lt;script&gt;" in said
    said = sent(client, status=400, words="</textarea><b>" * 1000)
    assert "</textarea><b>" not in said


def test_what_nobody_can_see_is_not_kept(client):
    report = kept(client, words="Wrong\0 day\x1b[2J\u202e.\r\nSee p. 3.", source="a\0b")
    assert (report.words, report.source) == ("Wrong day[2J.\nSee p. 3.", "ab")


@pytest.mark.parametrize("words", ["", "   ", "\0\u200b", "x" * 4001])
def test_words_that_are_none_or_too_many_are_refused_in_words(client, words):
    said = sent(client, status=400, words=words, address=ADDRESS)
    assert 'id="words-error"' in said and f'value="{ADDRESS}"' in said
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize(
    "address", ["nobody", "a@b", f"{'x' * 250}@example.org", "a@b.org\nBcc: c"]
)
def test_what_is_no_address_is_refused_and_the_words_stay(client, address):
    said = sent(client, status=400, address=address)
    assert 'id="address-error"' in said and WORDS in unescape(said)


def test_a_form_that_lay_open_too_long_keeps_what_was_typed(client, monkeypatch):
    token = token_in(page(client, FORM))
    monkeypatch.setattr(public_forms, "FORM_HOLDS", timedelta(seconds=-1))
    said = sent(client, status=400, token=token, source="Gazette 7", address=ADDRESS)
    assert "What you typed is still here" in said
    assert all(f in unescape(said) for f in (WORDS, 'value="Gazette 7"', f'value="{ADDRESS}"'))
    monkeypatch.undo()
    sent(client, token=token_in(said))
    assert ErrorReport.objects.get().record == READMISSION


def test_a_form_that_is_not_ours_is_not_taken(client):
    for token in ("x", "a:b:c", signing.dumps(["UZB", "state", 1, "mark"])):
        assert WORDS in unescape(sent(client, status=400, token=token))
    assert not ErrorReport.objects.exists()


def test_the_same_form_sent_twice_is_one_report(client):
    token = token_in(page(client, FORM))
    assert "Thank you." in sent(client, token=token)
    assert "Thank you." in sent(client, token=token)
    assert ErrorReport.objects.count() == 1
    sent(client, token=token, words="Another error.")
    sent(client)
    assert ErrorReport.objects.count() == 3


def test_a_program_that_fills_in_everything_leaves_nothing(client):
    assert "Thank you." in sent(client, website="https://spam.example")
    assert not ErrorReport.objects.exists()


def test_one_client_cannot_report_without_end_and_loses_nothing(client):
    for _ in range(FROM_CLIENT):
        sent(client)
    said = sent(client, status=429)
    assert "Too many reports" in said and WORDS in unescape(said)
    assert ErrorReport.objects.count() == FROM_CLIENT


def test_the_readers_behind_a_proxy_have_a_limit_each(client, settings):
    settings.BITIM_PROXIES = 1
    token = token_in(page(client, FORM))
    for number in range(FROM_CLIENT + 1):
        typed = {"token": token, "words": f"{number}"}
        seen = client.post(FORM, typed, headers={"x-forwarded-for": f"198.51.100.{number}"})
        assert seen.status_code == 200
    assert ErrorReport.objects.count() == FROM_CLIENT + 1


def test_no_page_of_the_form_sets_a_cookie_or_is_kept_by_a_cache(client):
    answered = client.get(FORM)
    assert "no-store" in answered["Cache-Control"]
    assert "Cookie" not in answered.get("Vary", "")
    sent(client)
    assert not client.cookies


def test_the_form_asks_few_questions_of_the_database(client):
    for where, ceiling in ((FORM, 4), ("/en/report/", 2)):
        with CaptureQueriesContext(connection) as queries:
            page(client, where)
        assert len(queries) <= ceiling, where


def test_a_form_is_not_gathered_by_crawlers(client):
    assert "Disallow: /*/report/" in page(client, "/robots.txt")
    assert 'name="robots" content="noindex"' in page(client, FORM)


def test_the_form_speaks_the_language_of_its_address(client):
    said = page(client, f"/ru/report/?record={READMISSION}")
    assert "Сообщить об ошибке" in said and "What is wrong" not in said


def test_an_installation_without_a_mail_server_asks_for_no_address(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert 'name="address"' not in page(client, FORM)
    assert "you get one message" not in sent(client, address=ADDRESS)
    assert ErrorReport.objects.get().address == ""


# --- Answering and forgetting -------------------------------------------------------------------


def test_a_reader_is_told_once_what_came_of_it(client, register):
    report = kept(client, address=ADDRESS)
    [entry] = publish_documents([in_force_document("put-right")])
    settled(report, "corrected", corrected_in=entry, answer="It was 2 March; thank you.")
    assert [answer(report.pk, now()), answer(report.pk, now())] == [True, None]
    [message] = mail.outbox
    assert message.to == [ADDRESS]
    for part in (f"/en/agreements/{READMISSION}/", f"/en/log/{entry.number}/", "corrected",
                 "It was 2 March; thank you."):  # fmt: skip
        assert part in message.body, part
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_nothing_that_a_stranger_typed_is_sent_to_an_address(client):
    report = kept(client, address=ADDRESS, words="BUY NOW", source="https://spam.example")
    answer(settled(report).pk, now())
    [message] = mail.outbox
    assert "BUY" not in message.body and "spam" not in message.body


def test_the_answer_is_in_the_language_of_the_reader(client):
    report = kept(client, where=f"/ru/report/?record={READMISSION}", address=ADDRESS)
    answer(settled(report).pk, now())
    assert "ошибки нет" in mail.outbox[0].body
    assert f"/ru/agreements/{READMISSION}/" in mail.outbox[0].body


def test_who_left_no_address_or_wrote_of_something_else_is_told_nothing(client):
    assert answer(settled(kept(client)).pk, now()) is None
    unrelated = settled(kept(client, address=ADDRESS), "unrelated")
    assert answer(unrelated.pk, now()) is None
    assert answer(kept(client, address=ADDRESS).pk, now()) is None
    assert mail.outbox == []


def test_an_answer_that_is_refused_is_sent_later(client, monkeypatch):
    report = settled(kept(client, address=ADDRESS))

    def refusing(*_args):
        raise SMTPException

    with monkeypatch.context() as while_down:
        while_down.setattr(EmailMessage, "send", refusing)
        assert answer(report.pk, now()) is False
    assert answer_all(now()) == (1, 0)
    assert answer_all(now()) == (0, 0)


def test_the_address_is_erased_ninety_days_after_settling(client):
    report = settled(kept(client, address=ADDRESS))
    kept(client, address=ADDRESS)
    assert forget(report.settled_at + timedelta(days=89)) == 0
    assert forget(report.settled_at + timedelta(days=91)) == 1
    report.refresh_from_db()
    assert (report.address, report.client) == ("", "")
    assert ErrorReport.objects.exclude(address="").count() == 1


def test_the_command_answers_and_erases(client):
    settled(kept(client, address=ADDRESS))
    out = StringIO()
    call_command("answer_reports", stdout=out)
    assert "1 answer(s) sent, 0 refused, 0 address(es) erased." in out.getvalue()


def test_an_address_is_forgotten_when_its_owner_asks_and_the_report_stays(client):
    report = kept(client, address=ADDRESS)
    out = StringIO()
    call_command("forget_address", ADDRESS.upper(), stdout=out)
    assert "1 report(s) no longer have the address." in out.getvalue()
    report.refresh_from_db()
    assert (report.address, report.words) == ("", WORDS)


# --- What the database refuses ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("says_what_is_wrong", {"words": ""}),
        ("names_a_record_and_its_kind", {"kind": ""}),
        ("names_a_record_and_its_kind", {"record": ""}),
        ("is_taken_up_by_somebody", {"taken_up_at": "2026-01-01T00:00Z"}),
        ("has_an_outcome_once_settled", {"outcome": "known"}),
        ("is_settled_by_who_took_it_up",
         {"settled_at": "2026-01-01T00:00Z", "outcome": "known", "answer": "Yes."}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(client, name, wrong):
    report = kept(client)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        ErrorReport.objects.filter(pk=report.pk).update(**wrong)


def test_a_correction_without_its_entry_is_refused_by_name(client):
    report = settled(kept(client))
    with pytest.raises(IntegrityError, match="names_the_entry"), transaction.atomic():
        ErrorReport.objects.filter(pk=report.pk).update(outcome="corrected")


def test_what_was_entered_before_the_reader_looked_corrects_nothing(client):
    report = kept(client)
    with pytest.raises(IntegrityError, match="after_it_was_seen"), transaction.atomic():
        wrong = {"outcome": "corrected", "answer": "Yes.", "corrected_in": report.entry}
        moment = {"settled_at": now(), "taken_up_at": now(), "taken_up_by": editor()}
        ErrorReport.objects.filter(pk=report.pk).update(**wrong | moment)


def test_the_same_report_cannot_stand_twice(client):
    report = kept(client)
    report.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        report.save(force_insert=True)
