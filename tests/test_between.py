"""What binds two states to each other on a day: one question, on a page and over the API."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.models import PublishedStanding
from register.models import Head
from tests.factories import publish_documents
from tests.factories_actors import organization_document
from tests.factories_agreements import act, ground, in_force_document, participant

pytestmark = pytest.mark.django_db

ON = date(2015, 1, 1)
BILATERAL, WIDER, APART, OPEN, APPLIED = "a-two", "b-wider", "c-apart", "d-open", "e-applied"


def several(key, states, acts):
    """An agreement of several in which these states take part, with these acts."""
    people = [participant(n, state) for n, state in enumerate(states, 1)]
    adopted = act(90, "adoption", done_on="2010-01-01")
    entered = act(91, "entry_into_force", done_on="2011-01-01")
    return in_force_document(
        key,
        scope="multilateral",
        participants=people,
        acts=[adopted, entered, *acts],
        citations=[{**in_force_document()["citations"][0], "path": "acts/act-091"}],
    )


def ratified(*numbers):
    """A ratification of each of these participants before the entry into force."""
    return [act(n, "ratification", f"participant-{n:03d}", done_on="2010-06-01") for n in numbers]


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    """Agreements that bind Uzbekistan and Kazakhstan both, one of them, or nobody knows."""
    applied = [
        act(n, "provisional_application", f"participant-{n:03d}", done_on="2010-06-01")
        for n in (1, 2)
    ]
    publish_documents(
        [
            *ground("UZB", "KAZ", "KGZ"),
            organization_document("iom"),
            in_force_document(BILATERAL),
            several(WIDER, ("UZB", "KAZ", "KGZ"), ratified(1, 2, 3)),
            several(APART, ("UZB", "KGZ"), ratified(1, 2)),
            several(OPEN, ("UZB", "KAZ", "KGZ"), ratified(1, 3)),
            several(APPLIED, ("UZB", "KAZ"), applied),
        ]
    )


def asked(client, path="UZB/KAZ/?on=2015-01-01", status=200):
    response = client.get(f"/api/v1/between/{path}")
    assert response.status_code == status, response.content
    return response.json()


def answers(found):
    return {each["document"]["key"]: each["answer"] for each in found["results"]}


def test_agreements_that_bind_both_are_told_from_those_of_which_that_is_open(client):
    assert answers(asked(client)) == {
        BILATERAL: "bound",
        WIDER: "bound",
        OPEN: "not_known",
        APPLIED: "provisionally_applied",
    }


def test_each_result_tells_both_standings_and_the_status(client):
    [first, *_] = asked(client)["results"]
    assert list(first["standings"]) == ["UZB", "KAZ"]
    assert first["standings"]["KAZ"]["status"] == "party"
    assert (first["status"]["status"], first["status"]["on"]) == ("in_force", "2015-01-01")


def test_on_a_day_before_all_of_them_nothing_binds(client):
    assert answers(asked(client, "UZB/KAZ/?on=2009-01-01")) == {}


def test_the_order_of_the_two_makes_no_difference(client):
    assert answers(asked(client, "KAZ/UZB/?on=2015-01-01")) == answers(asked(client))


def test_only_the_answers_asked_for_are_given(client):
    found = asked(client, "UZB/KAZ/?on=2015-01-01&answer=not_known&answer=bound")
    assert set(answers(found).values()) == {"not_known", "bound"}


def test_pages_follow_one_another_without_gap_or_repetition(client):
    found, path = [], "UZB/KAZ/?on=2015-01-01&limit=1"
    while path:
        page = asked(client, path)
        found += answers(page)
        path = page["next"] and page["next"].partition("/between/")[2]
    assert found == sorted(answers(asked(client)))


def test_what_was_recorded_then_is_answered_then(client):
    then = Head.newest().number
    correction = in_force_document(BILATERAL, acts=[], citations=[])
    publish_documents([correction], nature="correction")
    assert BILATERAL in answers(asked(client, f"UZB/KAZ/?on=2015-01-01&recorded={then}"))
    assert answers(asked(client)).get(BILATERAL) != "bound"


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("UZB/XXX/", 404, None),
        ("iom-none/UZB/", 404, None),
        ("UZB/a-two/", 404, None),
        ("UZB/UZB/", 400, "other"),
        ("UZB/KAZ/?on=2015-02-30", 400, "on"),
        ("UZB/KAZ/?on=yesterday", 400, "on"),
        ("UZB/KAZ/?recorded=99999", 400, "recorded"),
        ("UZB/KAZ/?answer=perhaps", 400, "answer"),
        ("UZB/KAZ/?cursor=x", 400, "cursor"),
        ("UZB/KAZ/?nonsense=1", 400, "nonsense"),
    ],
)
def test_what_cannot_be_answered_is_refused_by_name(client, path, status, named):
    found = asked(client, path, status)
    assert list(found["errors"]) == [named] if named else "detail" in found


def test_an_organization_can_be_one_of_the_two(client):
    assert answers(asked(client, "UZB/iom/")) == {}


def test_the_agreements_that_bind_two_are_one_query():
    number = Head.newest().number
    said = PublishedStanding.objects.recorded(number)
    with CaptureQueriesContext(connection) as queries:
        found = [row.agreement for row in said.between("UZB", "KAZ", ON)]
        bound = [row.agreement for row in said.binding("KAZ", ON)]
    assert sorted(found) == [BILATERAL, WIDER]
    assert sorted(bound) == [BILATERAL, WIDER]
    assert len(queries) == 2


def test_the_page_and_the_api_ask_as_many_questions_for_many_agreements_as_for_few(client):
    counts = []
    for extra in (0, 30):
        publish_documents([in_force_document(f"x-{extra}-{n}") for n in range(extra)])
        for address in ("/en/between/UZB/KAZ/", "/api/v1/between/UZB/KAZ/"):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 8


# --- The page -----------------------------------------------------------------------------------


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_the_page_groups_by_answer_and_tells_the_day(client):
    said = page(client, "/en/between/UZB/KAZ/?on=2015-01-01")
    places = [
        said.index(heading) for heading in ("Bind both", "Applied provisionally by", "not known")
    ]
    assert places == sorted(places)
    assert "1 January 2015" in said and "The law today" in said
    assert said.index("Agreement a-two") < said.index("Agreement d-open")
    assert "Agreement c-apart" not in said


def test_two_are_chosen_in_a_form_that_leads_to_their_page(client):
    assert '<option value="UZB" selected>' in page(client, "/en/between/")
    then = client.get("/en/between/?one=UZB&other=KAZ&on=2015-01-01")
    assert (then.status_code, then["Location"]) == (302, "/en/between/UZB/KAZ/?on=2015-01-01")


def test_a_choice_that_cannot_be_is_refused_in_words(client):
    assert "is no state or organization" in page(client, "/en/between/?one=UZB&other=XXX", 400)
    assert "two different" in page(client, "/en/between/UZB/UZB/", 400)
    page(client, "/en/between/UZB/XXX/", 404)


def test_where_nothing_binds_the_page_says_so_and_no_more(client):
    said = page(client, "/en/between/UZB/KAZ/?on=2001-01-01")
    assert "That is not the same as none existing." in said


def test_the_details_of_a_state_tell_what_binds_it_on_a_day(client):
    found = client.get("/api/v1/states/KAZ/?on=2015-01-01").json()
    assert (found["on"], found["bound_by"]) == ("2015-01-01", [BILATERAL, WIDER])
    assert client.get("/api/v1/states/KAZ/?on=2009-01-01").json()["bound_by"] == []
    assert client.get("/api/v1/states/?on=2009-01-01").status_code == 400
