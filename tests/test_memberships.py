"""To what a state belongs, and what of it the home state belongs to as well, on any day."""

import re

import pytest

from tests.factories import publish_documents
from tests.factories_actors import membership, organization_document
from tests.factories_agreements import citation, clause, ground, in_force_document

pytestmark = pytest.mark.django_db


def organization(key, *memberships):
    return organization_document(key, names={"en": f"Union {key}"}, memberships=list(memberships))


@pytest.fixture(autouse=True)
def register():
    renewed = in_force_document(
        clauses=[
            clause(1, type="duration", rule="fixed", period="P5Y"),
            clause(2, type="renewal", rule="tacit", period="P5Y"),
        ],
        citations=[citation(path="acts/act-003/done_on", as_at="2025-11-20")],
    )
    publish_documents(
        [
            *ground("UZB", "KAZ"),
            renewed,
            organization(
                "both",
                membership(1, "UZB", **{"from": "2000"}),
                membership(2, "KAZ", capacity="participant", **{"from": "2010-05-01"}),
            ),
            organization(
                "once",
                membership(1, "UZB", **{"from": "2000", "until": "2015-01-01"}),
                membership(2, "KAZ", **{"from": "2000"}),
            ),
            organization(
                "watched", membership(1, "UZB"), membership(2, "KAZ", capacity="observer")
            ),
        ]
    )


def shared(client, on):
    """The organizations that the page of a state marks as the home state's too."""
    html = client.get(f"/en/states/KAZ/?on={on}").content.decode()
    section = html[html.index('id="memberships"') : html.index('id="laws"')]
    rows = re.findall(r'<th scope="row">(.*?)</th>', section)
    assert len(rows) == 3
    return {re.search(r"/organizations/(\w+)/", row)[1] for row in rows if "State UZB too" in row}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2009-01-01", {"once"}),
        ("2012-01-01", {"both", "once"}),
        ("2020-01-01", {"both"}),
    ],
)
def test_a_membership_is_shared_while_both_belong_in_full(client, on, expected):
    assert shared(client, on) == expected


def test_the_brief_names_the_same(client):
    html = client.get("/en/states/KAZ/brief/?on=2020-01-01").content.decode()
    told = html[html.index("Both are members of") :].partition("</p>")[0]
    assert "Union both" in told
    assert "Union once" not in told
    assert "Union watched" not in told


def test_the_home_state_shares_nothing_with_itself(client):
    assert " too</span>" not in client.get("/en/states/UZB/").content.decode()


@pytest.mark.parametrize(("on", "is_told"), [("2026-06-01", True), ("2023-01-01", False)])
def test_what_falls_due_within_two_years_stands_on_the_page(client, on, is_told):
    html = client.get(f"/en/states/KAZ/?on={on}").content.decode()
    section = html[html.index('id="dates"') : html.index('id="checks"')]
    assert ("A new term begins on" in section) == is_told
    assert ("Nothing is known to fall due" in section) != is_told
