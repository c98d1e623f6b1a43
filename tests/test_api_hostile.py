"""What nobody should send to the API, and some will: a sentence and never a fault."""

import base64
import json

import pytest

from register.filters import MOST_KEYS
from tests.factories import publish_documents
from tests.factories_agreements import ground, subject_document

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    """States and a few subjects."""
    subjects = [subject_document(f"subject-{n}", position=n) for n in range(3)]
    publish_documents([*ground(), *subjects])


def cursor_of(values):
    text = values if isinstance(values, str) else json.dumps(values)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    ["null", "[]", '["\\ud800"]', '["a\\u0000b"]', "[" * 5000, '{"a": 1}', "[1]", '["a", "b"]'],
)
def test_a_cursor_that_was_not_given_is_refused(client, text):
    answer = client.get("/api/v1/agreements/", {"cursor": cursor_of(text)})
    assert answer.status_code == 400
    assert "cursor" in answer.json()["errors"]


def test_a_list_sorted_by_a_number_is_followed_to_its_end(client):
    address, found = "/api/v1/subjects/?ordering=position&limit=1", []
    while address:
        answer = client.get(address)
        assert answer.status_code == 200, answer.content
        found += [row["document"]["key"] for row in answer.json()["results"]]
        address = answer.json()["next"]
    assert found == ["subject-0", "subject-1", "subject-2"]


def test_a_number_beyond_what_the_column_holds_is_refused(client):
    cursor = cursor_of([10**30, "subject-0"])
    answer = client.get("/api/v1/subjects/", {"ordering": "position", "cursor": cursor})
    assert answer.status_code == 400


def test_more_keys_than_a_database_can_well_be_asked_for_are_refused(client):
    keys = [f"K{n}" for n in range(MOST_KEYS + 1)]
    answer = client.get("/api/v1/agreements/", {"participant": keys})
    assert answer.status_code == 400
    assert str(MOST_KEYS) in str(answer.json()["errors"]["participant"])


def test_a_key_given_many_times_counts_once(client):
    answer = client.get("/api/v1/agreements/", {"participant": ["UZB"] * 200})
    assert answer.status_code == 200


@pytest.mark.parametrize("key", ["a%00b", "%F0%9F%92%A9", "..%2F..", "a" * 5000, "a%0Ab"])
def test_a_key_that_no_record_can_have_leads_nowhere(client, key):
    answer = client.get(f"/api/v1/agreements/{key}/")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/json"


def test_an_address_that_the_api_does_not_have_is_answered_in_json(client):
    answer = client.get("/api/v1/nope/")
    assert answer.status_code == 404
    assert "/api/v1/" in answer.json()["detail"]


def test_a_reader_elsewhere_may_ask_whether_anything_changed(client):
    answer = client.options(
        "/api/v1/agreements/",
        headers={
            "origin": "https://example.org",
            "access-control-request-method": "GET",
            "access-control-request-headers": "if-none-match",
        },
    )
    assert "if-none-match" in answer.headers["access-control-allow-headers"]
