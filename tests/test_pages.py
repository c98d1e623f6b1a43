"""The public pages: every one answers, in few queries, without script, and leads somewhere."""

import re
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue import indexes
from register.models import Entry, Record
from register.publishing import withdraw
from tests.factories import approver, publish_documents, saved, source_document
from tests.factories_actors import state_document
from tests.register_of_pages import CONVENTION, READMISSION, published_register, readmission

pytestmark = pytest.mark.django_db

# Every page with the most queries that it may cost.
CEILINGS = {
    "/en/": 18,
    "/en/agreements/": 12,
    "/en/agreements/?on=2013-01-01&status=in_force&subject=return&participant=KAZ": 16,
    f"/en/agreements/{READMISSION}/": 16,
    f"/en/agreements/{CONVENTION}/?on=2001-01-01": 16,
    "/en/states/": 8,
    "/en/states/UZB/": 17,
    "/en/states/KAZ/": 19,
    "/en/states/SUN/": 17,
    "/en/organizations/": 5,
    "/en/organizations/iom/": 12,
    "/en/projects/": 10,
    "/en/projects/return-support/": 8,
    "/en/laws/": 8,
    "/en/laws/law-uz-readmission/": 9,
    "/en/sources/": 4,
    "/en/sources/ART/": 7,
    "/en/subjects/": 5,
    "/en/subjects/readmission/": 10,
    "/en/checks/check-uzb-readmission/": 6,
    "/en/codes/gcm-objectives/": 6,
    "/en/search/?q=migration": 12,
    "/en/coverage/": 10,
    "/en/log/": 4,
    "/en/log/1/": 4,
    "/en/about/": 2,
}


@pytest.fixture(scope="module", autouse=True)
def register(kept_for_the_module):
    """The register that the pages show."""
    return published_register()


def page(client, address):
    """The text of a page that must be there."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


@pytest.fixture
def pages(client):
    """The text of every page by its address."""
    return {address: page(client, address) for address in CEILINGS}


def test_every_page_keeps_to_its_number_of_queries(client):
    too_many = {}
    page(client, "/en/search/")  # brings the index abreast of the log
    for address, ceiling in CEILINGS.items():
        indexes._index.cache_clear()
        with CaptureQueriesContext(connection) as queries:
            page(client, address)
        if len(queries) > ceiling:
            too_many[address] = len(queries)
    assert too_many == {}


def test_no_page_has_script_or_style_written_into_it(pages):
    own = r"<script(?! src=\"/static/[^\"]+\" defer></script>| type=\"application/ld\+json\">)"
    unsafe = re.compile(own + r"|<style|\sstyle=|\son[a-z]+=\"|javascript:")
    assert {address for address, text in pages.items() if unsafe.search(text)} == set()


@pytest.mark.parametrize(
    "part", ["<h1", '<html lang="en">', '<a class="skip" href="#main">', '<main id="main">']
)
def test_every_page_has_its_landmarks_once(part, pages):
    assert {address for address, text in pages.items() if text.count(part) != 1} == set()


def test_no_page_sets_a_cookie_or_depends_on_one(client):
    for address in CEILINGS:
        response = client.get(address)
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address


def test_every_place_on_a_page_has_a_name_of_its_own(pages):
    for address, text in pages.items():
        names = re.findall(r'\sid="([^"]+)"', text)
        assert sorted(set(names)) == sorted(names), address


def test_every_way_within_a_page_leads_to_a_place_on_it(pages):
    for address, text in pages.items():
        names = set(re.findall(r'\sid="([^"]+)"', text))
        ways = re.findall(r'(?:href="#|aria-(?:labelledby|describedby)=")([^"]+)"', text)
        assert {name for way in ways for name in way.split()} <= names, address


def test_every_link_within_the_register_leads_to_a_page(pages, client):
    links = {
        urlsplit(link)._replace(fragment="").geturl()
        for text in pages.values()
        for link in re.findall(r'href="(/en/[^"]*)"', text.replace("&amp;", "&"))
    }
    files = {link for link in links if "/files/" in link}
    assert len(links) > 40
    assert {link for link in links - files if client.get(link).status_code != 200} == set()


def test_the_front_door_leads_to_the_pages_in_english(client):
    response = client.get("/")
    assert response.status_code == 302
    assert response["Location"] == "/en/"


def test_the_foot_of_a_page_tells_the_newest_entry_and_its_head(client, register):
    text = page(client, "/en/about/")
    assert f'<a href="/en/log/{register[-1].number}/">' in text
    assert register[-1].head in text
    assert "CC BY 4.0" in text


def test_what_is_not_published_is_on_no_page(client):
    saved(state_document("TJK", names={"en": "Tajikistan"}))
    saved(state_document("UZB", names={"en": "Changed but not approved"}))
    assert client.get("/en/states/TJK/").status_code == 404
    assert "Tajikistan" not in page(client, "/en/states/")
    assert "Changed but not approved" not in page(client, "/en/states/UZB/")


def test_an_address_that_was_never_a_record_is_answered_in_words(client):
    response = client.get("/en/agreements/no-such-thing/")
    assert response.status_code == 404
    assert "This page is not in the register" in response.content.decode()


def test_a_fault_of_ours_is_admitted_in_the_form_of_the_site(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("catalogue.page.Citations", None)
    response = client.get("/en/states/UZB/")
    assert response.status_code == 500
    assert "The fault is ours" in response.content.decode()


def test_the_regions_of_a_page_have_names_of_their_own(pages):
    for address, text in pages.items():
        heads = dict(re.findall(r'id="([a-z]+)-head"[^>]*>(?:<span[^>]*>)?([^<]+)<', text))
        names = re.findall(r'(?:<nav|role="region")[^>]* aria-label="([^"]+)"', text)
        names += [heads[name] for name in re.findall(r'aria-labelledby="([a-z]+)-head"', text)]
        assert sorted(set(names)) == sorted(names), address


def test_a_key_of_another_kind_is_not_found(client):
    assert client.get("/en/agreements/UZB/").status_code == 404


def test_a_withdrawn_record_says_so_and_why(client):
    project = Record.objects.get(key="return-support")
    withdraw(project, approver(), "Entered twice.")
    response = client.get("/en/projects/return-support/")
    assert response.status_code == 410
    text = response.content.decode()
    assert "Entered twice." in text
    assert "took back “Project return-support”" in text
    assert re.search(r"<time [^>]+>\d+ \w+ \d{4}, \d\d:\d\d UTC[+-]\d\d:\d\d</time>", text)


def test_a_replaced_record_leads_to_the_one_that_stands_for_it(client):
    publish_documents([source_document("OLDER"), source_document("NEWER")])
    withdraw(Record.objects.get(key="OLDER"), approver(), "Merged.", replaced_by="NEWER")
    response = client.get("/en/sources/OLDER/")
    assert response.status_code == 301
    assert response["Location"] == "/en/sources/NEWER/"


UNANSWERABLE = [
    ("/en/agreements/?on=2015-02-30", "on"),
    ("/en/agreements/?on=soon", "on"),
    ("/en/agreements/?status=wonderful", "status"),
    ("/en/agreements/?subject=no-such-subject", "subject"),
    ("/en/agreements/?made_after=1/2/3", "made_after"),
    ("/en/agreements/?page=0", "page"),
    ("/en/agreements/?page=99", "page"),
    (f"/en/agreements/{READMISSION}/?on=0000-00-00", "on"),
    ("/en/states/UZB/?on=2015-13-01", "on"),
    ("/en/sources/?type=hearsay", "type"),
    ("/en/log/?before=newest", "before"),
    ("/en/agreements/?subject=%00", "subject"),
    ("/en/agreements/?identifier=%00", "identifier"),
    ("/en/agreements/?participant=%00&on=2013-01-01", "participant"),
    ("/en/agreements/?made_after=%00", "made_after"),
    ("/en/agreements/?ordering=%00", "ordering"),
    ("/en/agreements/?on=%00", "on"),
    ("/en/agreements/?page=%00", "page"),
    ("/en/agreements/?recorded=%00", "recorded"),
    ("/en/laws/?state=%00", "state"),
    ("/en/projects/?agreement=%00", "agreement"),
    ("/en/sources/?type=%00", "type"),
    ("/en/sources/ART/?page=2", "page"),
    ("/en/log/?before=%00", "before"),
]
IMPOSSIBLE = [
    "/en/agreements/%00/",
    "/en/agreements/%00/files/%00/",
    "/en/agreements/two%20words/",
    "/en/agreements/-/",
    f"/en/agreements/{'x' * 5000}/",
    "/en/states/%ED%A0%80/",
    "/en/organizations/%00/",
    "/en/projects/%00/",
    "/en/laws/%00/",
    "/en/sources/%00/",
    "/en/subjects/%00/",
    "/en/checks/%00/",
    "/en/codes/%00/",
    "/en/log/99999999999999999999/",
    "/en/%00/",
]


@pytest.mark.parametrize("address", IMPOSSIBLE)
def test_an_address_that_can_name_nothing_is_not_found_in_the_form_of_the_site(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "This page is not in the register" in response.content.decode()


def test_a_parameter_that_a_page_does_not_read_is_passed_over_whatever_it_says(client):
    page(client, "/en/agreements/?q=%00&%00=%00&utm_source=%ED%A0%80")


def test_what_cannot_be_answered_is_named_and_said_in_words(client):
    for address, parameter in UNANSWERABLE:
        response = client.get(address)
        assert response.status_code == 400, address
        assert f"<code>{parameter}</code>" in response.content.decode(), address


def test_the_ends_of_time_and_empty_fields_are_no_obstacle(client):
    for question in ("on=0001-01-01", "on=9999-12-31", "on=&status=&page=", "utm_source=letter"):
        page(client, f"/en/agreements/?{question}")
        page(client, f"/en/agreements/{READMISSION}/?{question}")
        page(client, f"/en/states/UZB/?{question}")


def test_a_browser_finds_a_mark_and_a_crawler_its_rules_where_they_look_for_them(client):
    mark = client.get("/favicon.ico")
    assert mark.status_code == 302
    assert mark["Location"] == "/static/img/mark.svg"
    rules = client.get("/robots.txt")
    assert rules["Content-Type"].startswith("text/plain")
    assert rules.content.decode().startswith("User-agent: *\nDisallow: /admin/\n")


def test_a_page_changes_nothing(client):
    assert client.post("/en/agreements/").status_code == 405
    assert client.head("/en/agreements/").status_code == 200


def test_the_log_is_paged_by_number(client, register):
    publish_documents(
        [state_document(f"A{first}{second}") for first in "BCDEFGH" for second in "ABCDEFGH"]
    )
    newest = page(client, "/en/log/")
    oldest_shown = Entry.objects.count() - 49
    assert f'<a rel="next" href="?before={oldest_shown}">' in newest
    older = page(client, f"/en/log/?before={oldest_shown}")
    assert f'href="/en/log/{oldest_shown - 1}/"' in older
    assert f'href="/en/log/{oldest_shown}/"' not in older


def test_an_entry_shows_its_reason_its_digests_and_its_place(client, register):
    text = page(client, f"/en/log/{register[1].number}/")
    assert "For the test." in text
    assert register[1].document_digest in text
    assert register[0].head in text
    assert client.get(f"/en/log/{register[-1].number + 1}/").status_code == 404


def test_a_state_is_found_under_former_states_once_it_has_ended(client):
    text = page(client, "/en/states/")
    assert text.index("Former states") < text.index("Soviet Union")
    assert "followed by" in page(client, "/en/states/SUN/")


def test_the_page_of_another_state_begins_with_what_is_between_it_and_the_home_state(client):
    text = page(client, "/en/states/KAZ/?on=2013-01-01")
    assert "Uzbekistan and Kazakhstan" in text
    between = text[text.index("Between the two, in force") : text.index('id="checks"')]
    assert f'href="/en/agreements/{READMISSION}/?on=2013-01-01"' in between.partition("<h3>")[0]


def test_before_it_was_made_an_agreement_binds_nobody_on_the_page_of_a_state(client):
    assert "Between the two, in force" not in page(client, "/en/states/KAZ/?on=2010-01-01")


def test_what_nobody_recorded_is_said_in_words(client):
    text = page(client, "/en/states/KAZ/")
    assert "No search is recorded." in text
    assert "No law of this state is recorded." in text
    assert "not recorded" in page(client, "/en/organizations/iom/")


def test_a_search_that_found_nothing_is_told_on_the_page_of_the_state(client):
    text = page(client, "/en/states/UZB/")
    assert "None found" in text
    assert "Looked through the gazette." in text


def test_a_source_lists_what_cites_it(client):
    text = page(client, "/en/sources/ART/")
    assert f'href="/en/agreements/{READMISSION}/"' in text


def test_the_words_of_documents_are_never_taken_for_markup(client):
    text = page(client, f"/en/agreements/{READMISSION}/")
    assert "A &lt;b&gt;bold&lt;/b&gt; claim." in text
    publish_documents([readmission(address="javascript:alert(1)")])
    assert 'href="javascript:' not in page(client, f"/en/agreements/{READMISSION}/")


def test_the_day_asked_for_is_said_on_the_page(client):
    text = page(client, f"/en/agreements/{READMISSION}/?on=2013-01-01")
    assert 'value="2013-01-01"' in text
    assert '<time datetime="2013-01-01">1 January 2013</time>' in text
