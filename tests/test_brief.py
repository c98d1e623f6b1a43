"""The brief of a state: what there is between it and the home state, on a page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import publish_documents
from tests.factories_actors import state_document
from tests.factories_agreements import citation, clause, ground, in_force_document, title
from tests.factories_projects import location, project_document

pytestmark = pytest.mark.django_db

ADDRESS = "/en/states/KAZ/brief/"


@pytest.fixture(autouse=True)
def published_register():
    renewed = in_force_document(
        titles=[title(1, text="Renewed & <b>agreed</b>")],
        clauses=[
            clause(1, type="duration", rule="fixed", period="P5Y"),
            clause(2, type="renewal", rule="tacit", period="P5Y"),
        ],
        citations=[citation(path="acts/act-003/done_on", as_at="2025-11-20")],
    )
    project = project_document("return", status="implementation", locations=[location(1, "KAZ")])
    publish_documents([*ground("UZB", "KAZ"), state_document("KGZ"), renewed, project])


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def test_it_tells_what_binds_what_comes_and_what_is_done_together(client):
    text = page(client, f"{ADDRESS}?on=2026-06-01")
    assert "Between the two, in force" in text
    assert "Renewed &amp; &lt;b&gt;agreed&lt;/b&gt;" in text
    assert "A new term begins on" in text
    assert "Projects there" in text
    assert "was checked as at" in text and "on=2026-06-01" in text


def test_another_day_is_another_brief(client):
    assert "Between the two, in force" not in page(client, f"{ADDRESS}?on=2012-04-01")


def test_where_there_is_nothing_it_says_so(client):
    text = page(client, "/en/states/KGZ/brief/")
    assert "no agreement in which both take part" in text
    assert "Nothing is known to fall due" in text


@pytest.mark.parametrize("key", ["UZB", "XXX", "uz-kz-readmission-2012"])
def test_only_another_state_has_one(client, key):
    page(client, f"/en/states/{key}/brief/", 404)


def test_the_page_of_the_state_leads_there(client):
    assert f'href="{ADDRESS}"' in page(client, "/en/states/KAZ/")


def test_it_asks_few_questions_of_the_database(client):
    with CaptureQueriesContext(connection) as queries:
        page(client, ADDRESS)
    assert len(queries) <= 12
