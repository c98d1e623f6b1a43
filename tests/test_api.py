"""The API: what is asked, what is answered, what is refused by name."""

from datetime import date
from itertools import pairwise

import pytest
from django.urls import reverse

from register.models import Head, Record
from register.publishing import withdraw
from tests.factories import approver, publish_documents
from tests.factories_actors import membership, organization_document
from tests.factories_agreements import (
    agreement_document,
    ground,
    in_force_document,
    law_document,
    participant,
)
from tests.factories_projects import involvement, project_document

pytestmark = pytest.mark.django_db

LISTS = (
    "agreements",
    "states",
    "organizations",
    "projects",
    "laws",
    "sources",
    "subjects",
    "codes",
    "checks",
    "coverage",
    "dates",
    "entries",
)


def sides(first, second):
    """Two participants, each a side of its own."""
    return [participant(1, first, side=1), participant(2, second, side=2)]


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    """A register with something of most kinds."""
    publish_documents(
        [
            *ground(),
            organization_document("iom", memberships=[membership(1, "UZB")]),
            in_force_document("a-readmission"),
            agreement_document(
                "b-forum", scope="multilateral", form="forum", binding="non_binding"
            ),
            agreement_document("c-iom", participants=sides("UZB", "iom")),
            law_document("law-a"),
            project_document(organizations=[involvement(1)], agreements=["a-readmission"]),
        ]
    )


def address(path):
    return f"/api/v1/{path}"


def get(client, path, status=200, **headers):
    response = client.get(address(path), headers=headers)
    assert response.status_code == status, response.content
    return response.json()


def keys(answer):
    return [result["document"]["key"] for result in answer["results"]]


def test_the_root_leads_to_every_list(client):
    answer = get(client, "")
    for name in LISTS:
        assert client.get(answer[name]).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_every_answer_carries_the_newest_head(client, name):
    head = Head.newest()
    given = get(client, f"{name}/")["head"]
    assert (given["number"], given["hash"]) == (head.number, head.digest)


def test_a_list_gives_the_documents_as_they_were_entered_and_the_names_beside_them(client):
    answer = get(client, "projects/")
    [result] = answer["results"]
    assert result["document"] == project_document(
        organizations=[involvement(1)], agreements=["a-readmission"]
    )
    assert answer["names"] == {
        "iom": {"kind": "organization", "texts": {"en": "Organization iom"}},
        "a-readmission": {"kind": "agreement", "texts": {"en": "Agreement a-readmission"}},
    }
    assert answer["next"] is None


def test_an_agreement_is_given_with_its_status_on_the_day(client):
    before = get(client, "agreements/?on=2012-05-31")["results"][0]["status"]
    after = get(client, "agreements/?on=2012-06-01")["results"][0]["status"]
    assert (before["status"], after["status"]) == ("signed_not_in_force", "in_force")
    assert (after["on"], after["since"], after["until"]) == ("2012-06-01", "2012-06-01", None)
    assert "code" in after["reason"]


def test_the_details_of_an_agreement_say_how_each_participant_stands(client):
    answer = get(client, "agreements/a-readmission/?on=2020-01-01")
    assert answer["status"]["status"] == "in_force"
    assert {ref: each["status"] for ref, each in answer["standings"].items()} == {
        "participant-001": "party",
        "participant-002": "party",
    }
    periods = answer["periods"]
    assert periods[0]["since"] is None and periods[-1]["until"] is None
    assert all(a["until"] == b["since"] for a, b in pairwise(periods))


def test_filters_narrow_a_list(client):
    assert keys(get(client, "agreements/?status=in_force")) == ["a-readmission"]
    assert keys(get(client, "agreements/?participant=iom")) == ["c-iom"]
    assert keys(get(client, "states/?member_of=iom")) == ["UZB"]
    assert keys(get(client, "organizations/?member=UZB")) == ["iom"]
    assert keys(get(client, "projects/?agreement=a-readmission")) == ["return-support"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("agreements/?colour=red", "colour"),
        ("agreements/?form=letter", "form"),
        ("agreements/?on=yesterday", "on"),
        ("agreements/?participant=NOBODY", "participant"),
        ("agreements/?limit=0", "limit"),
        ("agreements/?limit=201", "limit"),
        ("agreements/?cursor=abc", "cursor"),
        ("agreements/?cursor=%C3%A9", "cursor"),
        ("agreements/?cursor=WzFd", "cursor"),
        ("agreements/?cursor=W10", "cursor"),
        ("agreements/?cursor=WyJcdTAwMDAiXQ", "cursor"),
        ("agreements/?cursor=WyJcdWQ4MDAiXQ", "cursor"),
        ("agreements/?ordering=made_on&cursor=WyJ4IiwieSJd", "cursor"),
        ("agreements/?identifier=%00", "identifier"),
        ("agreements/?participant=%00", "participant"),
        ("agreements/?recorded=%00", "recorded"),
        ("agreements/?ordering=colour", "ordering"),
        ("agreements/?recorded=0", "recorded"),
        ("agreements/?recorded=999999", "recorded"),
        ("agreements/?recorded=2026-13-01", "recorded"),
        ("agreements/?format=xml", "format"),
        ("agreements/a-readmission/?page=2", "page"),
        ("agreements/a-readmission/?on=2012", "on"),
        ("states/?on=2012-01-01", "on"),
        ("states/?former=perhaps", "former"),
        ("states/?region=999", "region"),
        ("entries/?after=-1", "after"),
        ("entries/?event=lost", "event"),
        ("entries/?before=3", "before"),
        ("entries/1/?after=3", "after"),
    ],
)
def test_what_cannot_be_answered_is_refused_by_name(client, path, name):
    answer = get(client, path, status=400)
    assert list(answer) == ["errors"]
    assert list(answer["errors"]) == [name]
    assert all(answer["errors"][name])


def test_parameters_that_are_left_empty_ask_for_nothing(client):
    answer = get(client, "agreements/?form=&status=&on=&cursor=&limit=&recorded=&participant=")
    assert len(answer["results"]) == 3


@pytest.mark.parametrize("ordering", ["", "title", "-title", "made_on", "-made_on", "-key"])
def test_pages_hold_every_record_once_and_in_order(client, ordering):
    whole = keys(get(client, f"agreements/?ordering={ordering}"))
    address, found = f"/api/v1/agreements/?limit=1&ordering={ordering}", []
    while address:
        answer = client.get(address).json()
        found += keys(answer)
        address = answer["next"]
    assert found == whole
    assert len(set(found)) == 3


def test_pages_belong_together_though_the_register_goes_on(client):
    first = get(client, "agreements/?limit=1&on=2013-01-01")
    publish_documents([agreement_document("aa-new"), in_force_document("b-forum")])
    second = client.get(first["next"]).json()
    assert keys(second) == ["b-forum"]
    assert second["results"][0]["document"]["form"] == "forum"
    assert (second["recorded"], second["on"]) == (first["recorded"], "2013-01-01")
    assert second["head"]["number"] > first["head"]["number"]


def test_the_register_is_read_as_it_stood_after_an_entry(client):
    before = Head.newest().number
    publish_documents([agreement_document("b-forum", form="treaty")])
    now, then = (
        get(client, f"agreements/b-forum/{asked}")["document"]["form"]
        for asked in ("", f"?recorded={before}")
    )
    assert (now, then) == ("treaty", "forum")
    today = date.today().isoformat()
    assert get(client, f"agreements/b-forum/?recorded={today}")["document"]["form"] == "treaty"
    get(client, "agreements/b-forum/?recorded=1999-12-31", status=404)


def test_what_was_never_published_is_not_found(client):
    for path in (
        "agreements/nothing/",
        "agreements/UZB/",
        "agreements/%00/",
        "agreements/%ED%A0%80/",
        "entries/99999/",
        "entries/99999999999999999999999/",
        "treaties/",
    ):
        assert client.get(address(path)).status_code == 404


def test_a_withdrawn_record_says_when_and_why_it_went(client):
    withdraw(Record.objects.get(key="law-a"), approver(), "It was a draft.")
    answer = get(client, "laws/law-a/", status=410)
    assert (answer["detail"], answer["event"]) == ("It was a draft.", "withdrawn")
    assert answer["entry"] == Head.newest().number
    assert keys(get(client, "laws/")) == []


def test_a_merged_record_leads_to_the_one_that_stands_for_it(client):
    withdraw(Record.objects.get(key="c-iom"), approver(), "Twice.", replaced_by="b-forum")
    response = client.get("/api/v1/agreements/c-iom/")
    assert response.status_code == 301
    assert response["Location"].endswith("/api/v1/agreements/b-forum/")


def test_the_log_is_followed_from_any_number(client):
    everything = get(client, "entries/")["results"]
    assert [entry["number"] for entry in everything] == list(range(1, len(everything) + 1))
    address, found = "/api/v1/entries/?after=2&limit=3", []
    while address:
        answer = client.get(address).json()
        found += answer["results"]
        address = answer["next"]
    assert found == everything[2:]
    assert get(client, "entries/?key=b-forum")["results"][0]["document"]["form"] == "forum"
    assert get(client, "entries/1/")["entry"] == everything[0]


def test_an_unchanged_answer_is_not_sent_again(client):
    first = client.get("/api/v1/agreements/?form=forum&on=2020-01-01")
    again = client.get(
        "/api/v1/agreements/?on=2020-01-01&form=forum",
        headers={"If-None-Match": first["ETag"]},
    )
    assert (again.status_code, again.content) == (304, b"")
    publish_documents([agreement_document("b-forum", form="treaty")])
    fresh = client.get(
        "/api/v1/agreements/?form=forum&on=2020-01-01",
        headers={"If-None-Match": first["ETag"]},
    )
    assert fresh.status_code == 200
    assert keys(fresh.json()) == []


@pytest.mark.parametrize("name", ["agreements", "entries", "agreements/a-readmission"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, name, method):
    assert getattr(client, method)(f"/api/v1/{name}/").status_code == 405


def test_head_and_options_are_answered(client):
    assert client.head("/api/v1/agreements/").content == b""
    assert "GET" in client.options("/api/v1/agreements/")["Allow"]


def test_pages_of_other_sites_may_read(client):
    response = client.get("/api/v1/agreements/", headers={"Origin": "https://example.org"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response["Access-Control-Expose-Headers"]


def test_no_answer_sets_a_cookie_or_differs_by_reader(client):
    response = client.get("/api/v1/agreements/", headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("path", "ceiling"),
    [
        ("agreements/", 4),
        ("agreements/?status=in_force&participant=UZB", 5),
        ("agreements/a-readmission/", 6),
        ("states/", 3),
        ("projects/", 3),
        ("states/UZB/", 4),
        ("entries/", 2),
        ("", 1),
    ],
)
def test_an_answer_costs_no_more_queries_than_it_must(
    client, django_assert_max_num_queries, path, ceiling
):
    with django_assert_max_num_queries(ceiling):
        client.get(f"/api/v1/{path}")


def test_the_address_of_a_list_is_its_plural():
    assert reverse("api-states") == "/api/v1/states/"
    assert reverse("api-state", args=["UZB"]) == "/api/v1/states/UZB/"
