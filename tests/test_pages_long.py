"""Long lists on the page of a record: their beginning, and the way to the rest."""

import re

import pytest
from django.utils.html import strip_tags

from tests.factories import publish_documents
from tests.factories_agreements import (
    agreement_document,
    check_document,
    law_document,
    participant,
)
from tests.factories_projects import involvement, location, project_document
from tests.register_of_pages import published_register

pytestmark = pytest.mark.django_db

BOUNDED = "catalogue.beginnings.SHOWN catalogue.views.sources.SHOWN catalogue.views.states.SHOWN"


@pytest.fixture(autouse=True)
def register(monkeypatch):
    """A register of which a page shows two rows of each list."""
    for name in BOUNDED.split():
        monkeypatch.setattr(name, 2)
    published_register()
    sides = [participant(1, "UZB", side=1), participant(2, "iom", side=2)]
    for number in range(3):
        publish_documents(
            [
                agreement_document(
                    f"many-{number}", participants=sides, subjects=["readmission"], acts=[]
                ),
                law_document(f"law-{number}", state="UZB"),
                check_document(f"check-{number}", done_on=f"2020-01-0{number + 1}"),
                project_document(
                    f"project-{number}",
                    organizations=[involvement(1, "iom")],
                    locations=[location(1, "UZB")],
                ),
            ]
        )


def section(client, address, name):
    """The section of a page, as it is written."""
    response = client.get(address)
    assert response.status_code == 200
    text = response.content.decode()
    return text[text.index(f'<section class="sec" id="{name}"') :].partition("</section>")[0]


LISTS = [
    ("/en/states/UZB/", "laws", "/en/laws/?state=UZB", "law"),
    ("/en/states/UZB/", "projects", "/en/projects/?state=UZB", "project"),
    ("/en/organizations/iom/", "agreements", "/en/agreements/?organization=iom", "agreement"),
    ("/en/organizations/iom/", "projects", "/en/projects/?organization=iom", "project"),
    ("/en/subjects/readmission/", "agreements", "/en/agreements/?subject=readmission", "agreement"),
]


@pytest.mark.parametrize(("address", "name", "whole", "kind"), LISTS)
def test_a_list_shows_its_beginning_and_leads_to_all_of_it(client, address, name, whole, kind):
    shown = section(client, address, name)
    assert shown.count("<li>") == 2
    assert "The first 2 of 4." in shown
    assert f'href="{whole}"' in shown
    heading = re.search(r'id="found-head">(.*?)</h2>', client.get(whole).content.decode())[1]
    assert strip_tags(heading) == f"4 {kind}s"


def test_each_group_of_the_agreements_of_a_state_shows_its_beginning(client):
    shown = section(client, "/en/states/UZB/", "agreements")
    assert shown.count("<h3>") < 7
    assert "The first 2 of 4." in shown
    assert 'href="/en/agreements/?participant=UZB"' in shown


def test_the_way_to_the_rest_keeps_the_state_of_the_register_and_the_day(client):
    shown = section(client, "/en/organizations/iom/?recorded=20&on=2013-01-01", "agreements")
    assert "?organization=iom&amp;on=2013-01-01&amp;recorded=20" in shown


@pytest.mark.parametrize(
    ("address", "name", "count"),
    [("/en/states/UZB/", "checks", 4), ("/en/sources/ART/", "cited", 0)],
)
def test_what_has_no_list_of_its_own_is_paged(client, address, name, count):
    first = section(client, address, name)
    second = section(client, f"{address}?page=2", name)
    assert f'<a rel="next" href="?page=2#{name}">' in first
    links = [
        set(re.findall(r'<p(?: class="name")?><a href="(/en/[^"]+)"', each))
        for each in (first, second)
    ]
    assert [len(each) for each in links] == [2, 2]
    assert not links[0] & links[1]
    assert f"of {count or ''}" in first
