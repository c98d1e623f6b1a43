"""The page of an entry tells field by field what it changed, and which statuses changed with it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from register.models import Record
from register.publishing import withdraw
from tests.factories import approver, publish_documents
from tests.factories_agreements import act, ground, in_force_document, title

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"
HEADING = "What the record says otherwise than before"


@pytest.fixture(autouse=True)
def published_register():
    text = in_force_document(titles=[title(1, text="Old name")])
    publish_documents([*ground("UZB", "KAZ"), text])


def corrected(**changes):
    text = in_force_document(**{"titles": [title(1, text="Old name")], **changes})
    [entry] = publish_documents([text], nature="correction")
    return entry


def page(client, entry):
    response = client.get(f"/en/log/{entry.number}/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_changed_field_is_told_with_both_values(client):
    text = page(client, corrected(titles=[title(1, text="New & <b>name</b>")]))
    assert HEADING in text
    assert "<del>Old name</del>" in text
    assert "<ins>New &amp; &lt;b&gt;name&lt;/b&gt;</ins>" in text


def test_a_new_row_stands_beside_nothing(client):
    text = page(client, corrected(titles=[title(1, text="Old name"), title(2, text="Second")]))
    assert re.search(r"nothing</span></td><td[^>]*><ins>[^<]*.*Second", text, re.DOTALL)


def test_a_first_publication_changes_nothing(client):
    text = client.get("/en/log/1/").content.decode()
    assert HEADING not in text and "Statuses that changed" not in text


def test_the_status_that_changed_with_it_is_told(client):
    acts = [
        act(1, "signature", "participant-001", done_on="2012-03-01"),
        act(2, "signature", "participant-002", done_on="2012-03-01"),
    ]
    text = page(client, corrected(acts=acts, citations=[]))
    assert "Statuses that changed with it" in text
    assert re.search(r"In force</span></span> → .*entry into force not established", text)


def test_a_withdrawal_tells_nothing_of_what_was_withdrawn(client):
    entry = withdraw(Record.objects.get(key=KEY), approver(), "Entered twice.")
    text = page(client, entry)
    assert HEADING not in text and "Old name" not in text


def test_the_page_asks_few_questions_of_the_database(client):
    entry = corrected(titles=[title(1, text="New name")])
    with CaptureQueriesContext(connection) as queries:
        page(client, entry)
    assert len(queries) <= 12
