"""The search as a reader meets it: results, marked words, facets, mended words, no index yet."""

import csv
import json
import re
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from catalogue.search import following
from catalogue.views import search
from register.models import Head
from tests.factories import publish_documents
from tests.factories_agreements import (
    agreement_document,
    ground,
    in_force_document,
    subject_document,
    title,
)

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"
TITLES = [
    title(1, text="Agreement on the readmission of persons"),
    title(2, language="ru", text="Соглашение о реадмиссии лиц"),
]


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    convention = agreement_document(
        "workers", titles=[title(1, text="Convention on workers & <families>")],
        scope="multilateral", form="convention", binding="non_binding",
    )  # fmt: skip
    subjects = [subject_document("return"), subject_document("readmission", parent="return")]
    readmission = in_force_document(titles=TITLES, subjects=["readmission"])
    publish_documents([*ground("UZB", "KAZ"), *subjects, readmission, convention])


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def test_a_word_finds_its_record_and_is_marked(client):
    text = page(client, "/en/agreements/?q=readmissions")
    assert "Agreement on the <mark>readmission</mark> of persons" in text
    assert "1 agreement<" in text and "Convention on workers" not in text


def test_everything_is_searched_at_once_and_told_apart(client):
    text = page(client, "/en/search/?q=KAZ")
    assert f'href="/en/agreements/{KEY}/"' in text and 'href="/en/states/KAZ/"' in text
    only = page(client, "/en/search/?q=KAZ&kind=state")
    assert f'href="/en/agreements/{KEY}/"' not in only and 'href="/en/states/KAZ/"' in only


def test_each_value_of_a_facet_says_how_many_results_have_it(client):
    text = page(client, "/en/agreements/")
    assert re.search(r'value="bilateral"> <span>Bilateral</span> <b>1</b>', text)
    assert re.search(r'name="bound" value="UZB"> <span>[^<]+</span> <b>1</b>', text)


def test_subjects_stand_below_what_they_are_a_part_of(client):
    text = page(client, "/en/agreements/")
    whole, part = (
        re.search(f'<label[^>]*><input [^>]*value="{key}"', text)
        for key in ("return", "readmission")
    )
    assert whole.start() < part.start()
    assert 'class="d1"' in part[0] and "class" not in whole[0]


def test_bound_on_another_day_is_another_question(client):
    assert "1 agreement<" in page(client, "/en/agreements/?bound=KAZ&on=2015-01-01")
    assert "0 agreements" in page(client, "/en/agreements/?bound=KAZ&on=2010-01-01")


def test_who_is_bound_is_counted_with_its_own_choice_left_aside(client):
    free, chosen, none = (
        re.findall(r'name="bound" value="(\w+)"[^>]*> <span>[^<]+</span> <b>(\d+)</b>', text)
        for text in (
            page(client, "/en/agreements/"),
            page(client, "/en/agreements/?bound=KAZ"),
            page(client, "/en/agreements/?bound=KAZ&scope=multilateral"),
        )
    )
    assert sorted(free) == sorted(chosen) == [("KAZ", "1"), ("UZB", "1")]
    assert none == [("KAZ", "0")]


def test_chips_take_each_word_and_value_off(client):
    text = page(client, "/en/agreements/?q=readmission&scope=bilateral")
    assert 'href="?scope=bilateral">Words: “readmission”' in text
    assert 'href="?q=readmission">Scope: bilateral' in text


def test_a_list_can_be_followed_by_mail_unless_words_narrow_it(client):
    assert "/en/alerts/?query=scope" in page(client, "/en/agreements/?scope=bilateral")
    assert "/en/alerts/" not in page(client, "/en/agreements/?q=readmission&scope=bilateral")


def test_a_mistyped_word_is_mended_and_the_page_says_so(client):
    text = page(client, "/en/search/?q=readmision+persons")
    assert "Nothing was found for “readmision persons”" in text
    assert "<b>readmission persons</b>" in text


def test_titles_are_escaped_where_words_are_marked(client):
    text = page(client, "/en/search/?q=families")
    assert "&lt;<mark>families</mark>&gt;" in text and "<families>" not in text


def test_an_earlier_state_has_lists_and_no_words(client):
    then = f"recorded={Head.newest().number}"
    assert "1 agreement<" in page(client, f"/en/agreements/?scope=bilateral&{then}")
    assert "newest state" in page(client, f"/en/agreements/?q=readmission&{then}", 400)


@pytest.mark.parametrize(
    "question", ["kind=spaceship", "ordering=spaceship", "scope=spaceship", "page=99", "on=never"]
)
def test_what_cannot_be_asked_is_told_by_name(client, question):
    assert question.partition("=")[0] in page(client, f"/en/search/?{question}", 400)


@hypothesis_settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(words=st.text(max_size=60))
def test_no_input_makes_an_error(client, words):
    assert client.get("/en/search/", {"q": words}).status_code == 200


@pytest.fixture
def without_index(monkeypatch):
    """A register too large to be indexed while a reader waits, just started."""
    monkeypatch.setattr(following, "AT_ONCE", 0)
    monkeypatch.setattr(following.threading.Thread, "start", lambda thread: None)


def test_while_there_is_no_index_the_search_says_how_far_it_is(client, without_index):
    response = client.get("/en/search/?q=readmission")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "0 % of the records are ready" in response.content.decode()
    assert client.get("/en/agreements/?q=readmission").status_code == 503


def test_while_there_is_no_index_lists_pages_and_api_work(client, without_index):
    assert "1 agreement<" in page(client, "/en/agreements/?scope=bilateral")
    for address in ("/en/", f"/en/agreements/{KEY}/", "/api/v1/agreements/"):
        page(client, address)


def test_a_page_of_results_asks_few_questions_of_the_database(client):
    address = "/en/agreements/?q=readmission&status=in_force"
    page(client, address)
    with CaptureQueriesContext(connection) as queries:
        page(client, address)
    assert len(queries) <= 12


HOSTILE = '=HYPERLINK("https://example.org")'


def downloaded(client, form, question=""):
    response = client.get(f"/en/agreements.{form}?{question}")
    assert response.status_code == 200
    assert f'.{form}"' in response["Content-Disposition"]
    return response.content


def test_results_are_downloaded_as_lines_that_no_spreadsheet_runs(client):
    publish_documents([in_force_document(titles=[title(1, text=HOSTILE)])], nature="correction")
    lines = list(
        csv.reader(StringIO(downloaded(client, "csv", "scope=bilateral").decode("utf-8-sig")))
    )
    assert [line[0] for line in lines] == ["Key", KEY]
    assert lines[1][1].startswith("'=HYPERLINK") and lines[1][6] == "in force"


def test_results_are_downloaded_as_a_book_of_agreements_and_acts(client):
    publish_documents([in_force_document(titles=[title(1, text="=1+1")])], nature="correction")
    book = load_workbook(BytesIO(downloaded(client, "xlsx", "q=readmission")))
    assert book.sheetnames == ["Agreements", "Acts"]
    cell = book["Agreements"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert book["Acts"].max_row == 4


def test_results_are_downloaded_as_the_documents_that_were_published(client):
    found = json.loads(downloaded(client, "json", "status=in_force"))
    assert [each["document"]["key"] for each in found["results"]] == [KEY]
    assert found["results"][0]["status"] == "in_force"


def test_a_file_of_an_earlier_state_has_what_the_list_has(client):
    then = f"recorded={Head.newest().number}"
    publish_documents([in_force_document(form_note="Changed.")], nature="correction")
    found = json.loads(downloaded(client, "json", then))
    assert {each["document"]["form_note"] for each in found["results"]} == {""}


def test_more_than_a_file_takes_is_refused_with_a_sentence(client, monkeypatch):
    monkeypatch.setattr(search, "MOST_IN_FILE", 1)
    assert "narrow the list" in page(client, "/en/agreements.csv", 400)
