"""What programs that read pages get: citations, feeds, site maps, JSON-LD, canonical names."""

import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from register.models import Head, Record
from register.publishing import withdraw
from tests.factories import approver, publish_documents
from tests.factories_agreements import (
    agreement_document,
    ground,
    in_force_document,
    subject_document,
    title,
)

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"
HOSTILE = 'On {braces}, 100 % & \\more_ </script><script>alert("x")</script> ~^#$'
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    text = in_force_document(titles=[title(1, text=HOSTILE)], subjects=["readmission"])
    publish_documents([*ground("UZB", "KAZ"), subject_document(), text])


def fetched(client, address, media_type, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    assert response["Content-Type"].startswith(media_type), address
    return response.content.decode()


def cited(client, form, question=""):
    types = {"bib": "application/x-bibtex", "ris": "application/x-research", "json": "application/"}
    return fetched(client, f"/en/agreements/{KEY}/cite.{form}{question}", types[form])


def test_bibtex_takes_a_hostile_title_and_ends_where_it_should(client):
    said = cited(client, "bib")
    bare = re.sub(r"\\[{}]", "", said)
    assert bare.count("{") == bare.count("}")
    assert r"On \{braces\}, 100 \% \& \textbackslash{}more\_" in said
    assert "year = {2012}" in said and f"recorded={Head.newest().number}" in said


def test_ris_has_a_tag_on_every_line(client):
    lines = cited(client, "ris").split("\r\n")
    assert lines[0] == "TY  - STAT" and lines[-2] == "ER  - " and lines[-1] == ""
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert f"TI  - {HOSTILE}" in lines


def test_csl_json_cites_a_treaty_with_its_day(client):
    [item] = json.loads(cited(client, "json"))
    assert (item["type"], item["title"]) == ("treaty", HOSTILE)
    assert item["issued"] == {"date-parts": [[2012, 3, 1]]}


def test_a_citation_of_an_earlier_state_and_day_says_so(client):
    then = Head.newest().number
    publish_documents([in_force_document(titles=[title(1, text="Later")])], nature="correction")
    [item] = json.loads(cited(client, "json", f"?recorded={then}&on=2015-03-14"))
    assert item["title"] == HOSTILE
    assert item["URL"].endswith(f"/en/agreements/{KEY}/?on=2015-03-14&recorded={then}")


@pytest.mark.parametrize("path", ["states/UZB", "subjects/readmission"])
def test_other_records_are_cited_too_and_their_pages_lead_there(client, path):
    assert f"/en/{path}/cite.bib" in fetched(client, f"/en/{path}/", "text/html")
    fetched(client, f"/en/{path}/cite.bib", "application/x-bibtex")


def test_what_is_not_there_is_not_cited(client):
    assert client.get("/en/agreements/nowhere/cite.ris").status_code == 404
    assert client.get(f"/en/states/{KEY}/cite.ris").status_code == 404


def feed(client, path):
    return ElementTree.fromstring(fetched(client, path, "application/atom+xml"))


def titles(tree):
    return [entry.findtext(f"{ATOM}title") for entry in tree.iter(f"{ATOM}entry")]


@pytest.mark.parametrize(
    "path",
    ["feed.atom", "feeds/KAZ.atom", "feeds/readmission.atom", "agreements.atom?scope=bilateral",
     "agreements.atom?q=braces"],
)  # fmt: skip
def test_a_feed_tells_of_the_newest_entries_and_each_has_its_own_name(client, path):
    tree = feed(client, f"/en/{path}")
    for name in ("id", "title", "updated"):
        assert tree.findtext(f"{ATOM}{name}")
    assert any(each.get("rel") == "self" for each in tree.findall(f"{ATOM}link"))
    found = list(tree.iter(f"{ATOM}entry"))
    names = [entry.findtext(f"{ATOM}id") for entry in found]
    assert names and len(set(names)) == len(names)
    assert all(name.startswith("urn:uuid:") for name in names)
    assert any(text.startswith(HOSTILE) for text in titles(tree))


def test_an_item_keeps_its_name_and_leads_to_the_state_that_it_tells_of(client):
    before = feed(client, "/en/feeds/KAZ.atom").find(f"{ATOM}entry")
    publish_documents([in_force_document(titles=[title(1, text="Later")])], nature="correction")
    newest, older = list(feed(client, "/en/feeds/KAZ.atom").iter(f"{ATOM}entry"))[:2]
    assert older.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    address = newest.find(f"{ATOM}link").get("href")
    assert address.endswith(f"/en/agreements/{KEY}/?recorded={Head.newest().number}")


def test_a_withdrawal_is_told_without_what_was_withdrawn(client):
    withdraw(Record.objects.get(key=KEY), approver(), "Entered twice.")
    text = fetched(client, "/en/feed.atom", "application/atom+xml")
    assert "braces" not in text and "Entered twice." in text


def test_a_feed_of_something_else_is_not_there(client):
    assert client.get("/en/feeds/ART.atom").status_code == 404
    assert client.get("/en/agreements.atom?scope=spaceship").status_code == 400


def test_who_holds_a_feed_already_is_told_that_it_is_the_same(client):
    tag = client.get("/en/feed.atom")["ETag"]
    assert client.get("/en/feed.atom", headers={"If-None-Match": tag}).status_code == 304


def test_a_feed_asks_few_questions_of_the_database(client):
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/feeds/KAZ.atom")
    assert len(queries) <= 7


def test_the_site_map_leads_to_every_record_in_every_language(client, settings):
    index = ElementTree.fromstring(fetched(client, "/sitemap.xml", "application/xml"))
    maps = [each.text for each in index.iter(f"{MAP}loc")]
    assert any(address.endswith("/sitemap-agreement.xml") for address in maps)
    tree = ElementTree.fromstring(fetched(client, "/sitemap-agreement.xml", "application/xml"))
    found = {each.text.partition("//")[2].partition("/")[2] for each in tree.iter(f"{MAP}loc")}
    assert found == {f"{code}/agreements/{KEY}/" for code, _name in settings.LANGUAGES}
    assert all(each.text for each in tree.iter(f"{MAP}lastmod"))
    for address in maps:
        path = "/" + address.partition("//")[2].partition("/")[2]
        fetched(client, path, "application/xml")


def test_robots_are_told_where_the_site_map_is(client):
    text = fetched(client, "/robots.txt", "text/plain")
    assert "Disallow: /admin/" in text and "/sitemap.xml" in text


def linked(client, address):
    text = fetched(client, address, "text/html")
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return json.loads(data)


@pytest.mark.parametrize(("on", "force"), [("2012-04-01", "NotInForce"), ("2015-03-14", "InForce")])
def test_legal_force_is_told_of_the_day_of_the_page(client, on, force):
    said = linked(client, f"/en/agreements/{KEY}/?on={on}")
    assert said["@type"] == "Legislation"
    assert said["legislationLegalForce"] == f"https://schema.org/{force}"
    assert said["name"] == [{"@language": "en", "@value": HOSTILE}]


def test_of_a_force_that_is_not_known_nothing_is_said(client):
    publish_documents([agreement_document("other", titles=[title(1)], scope="multilateral")])
    assert "legislationLegalForce" not in linked(client, "/en/agreements/other/")


def test_other_kinds_have_the_types_that_fit_them(client):
    assert linked(client, "/en/states/UZB/")["@type"] == "Country"


def test_a_page_names_its_one_address_whatever_order_it_was_asked_in(client):
    one, other = (
        re.search(r'rel="canonical" href="([^"]+)"', client.get(address).content.decode())[1]
        for address in (
            "/en/agreements/?scope=bilateral&form=agreement&x=1",
            "/en/agreements/?form=agreement&utm=2&scope=bilateral",
        )
    )
    assert unescape(one) == unescape(other)
    assert unescape(one).endswith("/en/agreements/?form=agreement&scope=bilateral")
