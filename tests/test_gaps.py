"""What the data rules found, shown: to the public, on an agreement's page, to curators."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.data_rules import RULES
from catalogue.findings import sentence_of
from register.models import Head
from tests.admin_forms import erkin, nodira
from tests.factories import citation, publish_documents
from tests.factories_agreements import act, clause, ground, in_force_document

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"


def ratified_too_early(key=KEY):
    """Ratified before it was signed, and last checked as at 2020."""
    acts = [
        *in_force_document()["acts"],
        act(4, "ratification", "participant-001", done_on="2012-02-01"),
    ]
    cited = [citation(1, path="acts/act-003/done_on", as_at="2020-01-01")]
    return in_force_document(key, acts=acts, citations=cited)


@pytest.fixture(autouse=True)
def published_register():
    publish_documents([*ground(), ratified_too_early(), in_force_document("b-other")])


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_the_page_counts_what_each_rule_found(client):
    said = page(client, "/en/gaps/")
    assert f"{len(RULES)} rules are asked of all 2 agreements" in said
    assert "rule=ratification_before_signature" in said
    assert said.index("What contradicts itself") < said.index("What is missing")


def test_a_rule_leads_to_the_agreements_in_which_it_found_something(client):
    said = page(client, "/en/gaps/?rule=ratification_before_signature")
    assert f"/en/agreements/{KEY}/" in said and "b-other" not in said
    assert '<time datetime="2012-02-01">1 February 2012</time>' in said


def test_what_grows_old_counts_from_its_day_on(client):
    rule = "rule=last_check_too_old"
    assert rule not in page(client, "/en/gaps/?on=2024-12-31")
    assert rule in page(client, "/en/gaps/?on=2025-01-01")


def test_what_was_found_then_is_shown_then(client):
    then = Head.newest().number
    publish_documents([in_force_document()], nature="correction")
    rule = "rule=ratification_before_signature"
    assert rule not in page(client, "/en/gaps/")
    assert rule in page(client, f"/en/gaps/?recorded={then}")


def test_a_rule_that_is_not_there_is_refused_in_words(client):
    assert "There is no rule" in page(client, "/en/gaps/?rule=nonsense", 400)


def test_the_page_of_an_agreement_tells_what_was_found_in_it(client):
    said = page(client, f"/en/agreements/{KEY}/")
    section = said[said.index('id="gaps"') :]
    assert "before the participant had signed" in section
    assert "Ratification, done on" in section


def test_a_hostile_value_is_escaped():
    assert "<b>" not in sentence_of("A source says otherwise: {says}.", {"says": "<b>x</b>"})


def test_the_page_asks_as_many_questions_for_many_findings_as_for_few(client):
    counts = []
    for extra in (0, 20):
        publish_documents([ratified_too_early(f"x-{n}") for n in range(extra)])
        for address in ("/en/gaps/", "/en/gaps/?rule=ratification_before_signature"):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                page(client, address)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 5


# --- For curators -------------------------------------------------------------------------------


def test_the_desk_counts_what_was_found_for_the_unit_that_keeps_it():
    said = page(erkin(), "/admin/")
    assert "before the participant had signed" in said
    assert "?finding=ratification_before_signature" in said
    assert "before the participant had signed" not in page(nodira(), "/admin/")


def test_the_list_of_agreements_is_narrowed_by_a_finding():
    client = erkin()
    where = "/admin/agreements/agreement/?finding=ratification_before_signature"
    assert [each.key for each in client.get(where).context["cl"].result_list] == [KEY]


def renewed():
    terms = [
        clause(1, type="duration", rule="fixed", period="P1Y"),
        clause(2, type="renewal", rule="tacit", period="P1Y"),
        clause(3, type="notice", rule="before_end", period="P1M"),
    ]
    return in_force_document("c-renewed", clauses=terms)


def test_coming_dates_are_shown_by_days_left_to_whom_they_concern():
    publish_documents([renewed()])
    address = "/admin/agreements/agreement/coming/"
    for whose in ("mine", "unit", "all", "", "nonsense"):
        said = page(erkin(), f"{address}?whose={whose}")
        assert "Agreement c-renewed" in said and "last day to give notice" in said
        assert said.index("last day to give notice") < said.index("renewal")
    assert "c-renewed" not in page(nodira(), f"{address}?whose=unit")
    everywhere = page(nodira(), f"{address}?whose=all")
    assert "Agreement c-renewed" in everywhere
    assert "/change/" not in everywhere[everywhere.index("Agreement c-renewed") - 200 :][:260]


def test_the_page_of_coming_dates_asks_no_more_for_many():
    client, counts = erkin(), []
    for extra in (1, 15):
        publish_documents([{**renewed(), "key": f"d-{extra}-{n}"} for n in range(extra)])
        client.get("/admin/agreements/agreement/coming/")
        with CaptureQueriesContext(connection) as queries:
            page(client, "/admin/agreements/agreement/coming/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
