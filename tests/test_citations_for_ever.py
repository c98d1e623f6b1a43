"""An address with a day and an entry answers the same for ever, whatever happens later."""

import pytest

from agreements import readings
from agreements.models import PublishedStanding
from register.models import Head
from register.recomputing import recompute
from tests.factories import approver, citation, publish_documents
from tests.factories_agreements import act, clause, ground, in_force_document, relation

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"
ON = "2021-01-01"


def readmission(**changes):
    """In force from 1 June 2012 for terms of five years, renewed tacitly."""
    terms = [
        clause(1, rule="fixed_day", day="2012-06-01"),
        clause(2, type="duration", rule="fixed", period="P5Y"),
        clause(3, type="renewal", rule="tacit", period="P5Y"),
        clause(4, type="notice", rule="before_end", period="P6M"),
    ]
    return in_force_document(KEY, **{"clauses": terms, **changes})


def corrected():
    """The same record, published again with another entry into force."""
    acts = readmission()["acts"]
    acts[2]["done_on"] = "2022-06-01"
    publish_documents([readmission(acts=acts)], nature="correction")


def superseded():
    """A different record is published, by which this one is superseded."""
    acts = [
        act(1, "signature", "participant-001", done_on="2020-03-01"),
        act(2, "signature", "participant-002", done_on="2020-03-01"),
        act(3, "entry_into_force", done_on="2020-06-01"),
    ]
    later = in_force_document("uz-kz-readmission-2020", acts=acts, relations=[relation(1, KEY)])
    publish_documents([later])


@pytest.fixture
def new_rules(monkeypatch):
    """New rules by which nothing is known of anything, entered once approved."""

    def enter():
        with monkeypatch.context() as then:
            unknown = {"status": "not_known"}
            then.setattr(
                readings, "_periods", lambda line: [readings._period(p) | unknown for p in line]
            )
            assert recompute(approver(), "New rules.")

    return enter


@pytest.fixture
def happens(request, new_rules):
    """What happens later, by name."""
    return {"corrected": corrected, "superseded": superseded, "new rules": new_rules}


def parts(client, address):
    """What an address answers, less the head that tells how the register stands now."""
    response = client.get(address)
    assert response.status_code == 200, address
    if address.startswith("/api/"):
        return {name: value for name, value in response.json().items() if name != "head"}
    text = response.content.decode()
    return text[text.index('<main id="main">') : text.index("</main>")]


def statuses():
    now = PublishedStanding.objects.recorded(Head.newest().number).of_agreements().on(ON)
    return {row.agreement: row.status for row in now}


@pytest.mark.parametrize("event", ["corrected", "superseded", "new rules"])
@pytest.mark.parametrize(
    "address",
    [
        f"/en/agreements/{KEY}/",
        "/en/agreements/",
        "/en/states/KAZ/",
        "/en/between/UZB/KAZ/",
        "/en/coming/",
        "/en/gaps/",
        f"/api/v1/agreements/{KEY}/",
        "/api/v1/agreements/",
        "/api/v1/between/UZB/KAZ/",
        "/api/v1/dates/",
    ],
)
def test_what_was_cited_is_answered_the_same_later(client, happens, event, address):
    cited = [citation(path="acts/act-003/done_on", as_at="2020-01-01")]
    publish_documents([*ground(), readmission(citations=cited)])
    # From now on another entry is the newest, so that both are read as a citation is.
    publish_documents([in_force_document("uz-kz-elsewhere")])
    question = f"{address}?on={ON}&recorded={Head.newest().number - 1}"
    before, stood = parts(client, question), statuses()
    happens[event]()
    assert statuses()[KEY] != stood[KEY]
    assert parts(client, question) == before
