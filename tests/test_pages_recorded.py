"""Pages as the register stood after an entry, and the law as on a day: both at once."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.timezone import now

from catalogue.freshness import register_day
from register.models import Entry
from tests.factories import publish_documents, source_document
from tests.factories_actors import state_document
from tests.register_of_pages import READMISSION, published_register, readmission

pytestmark = pytest.mark.django_db

LATER = "The later source"


@pytest.fixture(autouse=True)
def then():
    """The number of the last entry before every record was changed or joined by another."""
    number = published_register()[-1].number
    changed = [
        readmission(level="interstate", titles=[_title("Renamed agreement")]),
        state_document("UZB", names={"en": "Renamed state"}),
        source_document("LATER", title={"en": LATER}),
    ]
    publish_documents(changed, reason="Named anew.", nature="correction")
    return number


def _title(text):
    row = {"ref": "title-001", "type": "official", "language": "en", "text": text, "note": ""}
    return row


def text_of(client, address):
    """The page as it is written."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def main_of(client, address):
    """What the page says between its frame and its foot."""
    text = text_of(client, address)
    return text[text.index('<main id="main">') : text.index("</main>")]


PAGES = [
    ("/en/agreements/", "Agreement on readmission", "Renamed agreement"),
    (f"/en/agreements/{READMISSION}/", "Agreement on readmission", "Renamed agreement"),
    ("/en/states/", "Uzbekistan", "Renamed state"),
    ("/en/states/UZB/", "Agreement on readmission", "Renamed agreement"),
    ("/en/organizations/", "Migration Organization", LATER),
    ("/en/organizations/iom/", "Agreement on readmission", "Renamed agreement"),
    ("/en/projects/", "Project return-support", LATER),
    ("/en/projects/return-support/", "Agreement on readmission", "Renamed agreement"),
    ("/en/laws/", "Uzbekistan", "Renamed state"),
    ("/en/laws/law-uz-readmission/", "Agreement on readmission", "Renamed agreement"),
    ("/en/sources/", "Source ART", LATER),
    ("/en/sources/ART/", "Agreement on readmission", "Renamed agreement"),
    ("/en/subjects/", "Readmission", LATER),
    ("/en/subjects/readmission/", "Agreement on readmission", "Renamed agreement"),
    ("/en/checks/check-uzb-readmission/", "Uzbekistan", "Renamed state"),
    ("/en/codes/gcm-objectives/", "gcm-objectives", LATER),
]


@pytest.mark.parametrize(("address", "before", "after"), PAGES)
def test_a_page_shows_what_the_register_said_after_the_entry_asked_for(
    client, then, address, before, after
):
    said = main_of(client, f"{address}?recorded={then}")
    assert before in said
    assert after not in said
    assert f'<a href="/en/log/{then}/">entry {then}</a>' in said


@pytest.mark.parametrize("address", [address for address, _before, _after in PAGES])
def test_who_asks_for_nothing_is_shown_the_newest_and_told_of_no_other(client, address):
    assert "This page shows what the register said" not in main_of(client, address)


def test_a_page_as_it_stood_tells_the_day_of_the_law_and_both_ways_back(client, then):
    address = f"/en/agreements/{READMISSION}/"
    said = main_of(client, f"{address}?recorded={then}&on=2012-05-31")
    words = " ".join(unescape(re.sub(r"<[^>]+>", "", said)).split())
    assert f"after entry {then}, made on" in words
    assert "by that the law as on 31 May 2012" in words
    assert f'<a href="{address}?on=2012-05-31">What the register says now</a>' in said
    assert f'<a href="{address}?recorded={then}">The law today</a>' in said


def test_links_on_such_a_page_keep_the_state_and_the_day(client, then):
    text = text_of(client, f"/en/agreements/{READMISSION}/?recorded={then}&on=2012-05-31")
    links = set(re.findall(r'href="(/en/[^"#]*)', text))
    # Who subscribes to a calendar or an alert wants what comes; a report is about the entry alone;
    # the search knows the newest state.
    elsewhere = re.compile(r"/en/($|log/|about/|alerts/|report/|search/|.*\.ics$)")
    ways_back = {link for link in links if link.startswith(f"/en/agreements/{READMISSION}/?")}
    kept = {link for link in links if not elsewhere.match(link)} - ways_back
    assert len(kept) > 10
    question = parse_qs(f"on=2012-05-31&recorded={then}")
    assert {link for link in kept if parse_qs(urlsplit(unescape(link)).query) != question} == set()


def test_every_link_on_such_a_page_leads_to_a_page(client, then):
    for address in (f"/en/agreements/{READMISSION}/", "/en/states/UZB/", "/en/agreements/"):
        text = unescape(text_of(client, f"{address}?recorded={then}&on=2012-05-31"))
        links = {link for link in re.findall(r'href="(/en/[^"#]*)', text) if "/files/" not in link}
        assert {link for link in links if client.get(link).status_code != 200} == set()


def test_a_form_keeps_the_state_that_the_page_shows(client, then):
    for address in ("/en/agreements/", "/en/laws/", "/en/projects/", "/en/states/UZB/"):
        field = f'<input type="hidden" name="recorded" value="{then}">'
        assert field in text_of(client, f"{address}?recorded={then}")
        assert 'name="recorded"' not in text_of(client, address)


def test_a_citation_names_the_entry_and_the_day_that_it_will_always_show(client, then):
    today, newest = register_day().isoformat(), Entry.objects.count()
    address = f"http://testserver/en/agreements/{READMISSION}/"
    page = main_of(client, f"/en/agreements/{READMISSION}/?utm_source=letter")
    assert f"{address}?on={today}&amp;recorded={newest}<" in page
    page = main_of(client, f"/en/agreements/{READMISSION}/?recorded={then}&on=2012-05-31")
    assert f"{address}?on=2012-05-31&amp;recorded={then}<" in page
    assert f"?recorded={newest}<" in main_of(client, "/en/sources/ART/")


def test_the_law_is_read_from_what_was_recorded_then(client, then):
    publish_documents([readmission(acts=[], citations=[])], nature="correction")
    now_said = main_of(client, f"/en/agreements/{READMISSION}/?on=2013-01-01")
    then_said = main_of(client, f"/en/agreements/{READMISSION}/?on=2013-01-01&recorded={then}")
    assert "Entered into force on" in then_said
    assert "Entered into force on" not in now_said


def test_a_day_stands_for_the_last_entry_made_on_or_before_it(client):
    newest = Entry.objects.count()
    for day in (register_day(), register_day() + timedelta(days=400), "9999-12-31"):
        assert f">entry {newest}</a>" in text_of(client, f"/en/agreements/?recorded={day}")


@pytest.mark.parametrize("asked", ["0", "-1", "1.5", "soon", "999999", "1000-01-01", "2026-02-30"])
def test_an_entry_that_is_not_there_is_refused_in_a_sentence(client, asked):
    for address, _before, _after in PAGES:
        response = client.get(f"{address}?recorded={asked}")
        assert response.status_code == 400, address
        assert "<code>recorded</code>" in response.content.decode()


def test_before_its_first_entry_a_record_has_no_page_and_the_way_to_now_is_shown(client, then):
    response = client.get(f"/en/sources/LATER/?recorded={then}")
    assert response.status_code == 404
    assert 'href="/en/sources/LATER/">What the register says now' in response.content.decode()


@pytest.mark.parametrize(
    ("question", "kept"),
    [("", ""), ("?on=2013-01-01&recorded={then}", "?on=2013-01-01"), ("?recorded={then}", "")],
)
def test_the_search_knows_the_newest_state_and_is_led_to_with_the_day_alone(
    client, then, question, kept
):
    text = text_of(client, "/en/states/UZB/" + question.format(then=then))
    assert f'href="/en/search/{kept}"' in text


def test_a_state_of_the_register_costs_one_query_more(client, then, django_assert_max_num_queries):
    with django_assert_max_num_queries(17):
        client.get(f"/en/agreements/{READMISSION}/?recorded={then}")
    with django_assert_max_num_queries(17):
        client.get(f"/en/agreements/{READMISSION}/?recorded={now().date()}")
