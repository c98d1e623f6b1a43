"""What falls due: the page, the calendars, the API, and what an agreement's page tells of it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from agreements.models import PublishedDate
from catalogue.coming import term_on, years_later
from register.models import Head
from tests.factories import citation, publish_documents
from tests.factories_agreements import (
    act,
    clause,
    ground,
    in_force_document,
    participant,
    title,
)

pytestmark = pytest.mark.django_db

KEY = "uz-kz-labour-2012"
LEFT = "uz-kg-labour-2012"


def renewed(key=KEY, **changes):
    """In force from 1 June 2012 for five years, renewed tacitly, notice six months before the end.

    So a term ends on 31 May 2017, 2022, 2027 …, and the last day for notice is 30 November before.
    """
    terms = [
        clause(1, type="duration", rule="fixed", period="P5Y"),
        clause(2, type="renewal", rule="tacit", period="P5Y"),
        clause(3, type="notice", rule="before_end", period="P6M"),
    ]
    return in_force_document(key, **{"clauses": terms, **changes})


@pytest.fixture(scope="module", autouse=True)
def published_register(kept_for_the_module):
    """One agreement that is renewed, and one that Kyrgyzstan denounced."""
    signed = in_force_document()["acts"]
    gone = act(
        4, "denunciation", "participant-002", done_on="2013-01-01", effective_on="2014-01-01"
    )
    sides = [participant(1, "UZB", side=1), participant(2, "KGZ", side=2)]
    publish_documents(
        [
            *ground("UZB", "KAZ", "KGZ"),
            renewed(),
            renewed(LEFT, participants=sides, acts=[*signed, gone]),
        ]
    )


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def told(client, question):
    response = client.get(f"/api/v1/dates/{question}")
    assert response.status_code == 200, response.content
    return response.json()


def days(found):
    return [(each["day"], each["kind"], each["agreement"]) for each in found["results"]]


def test_the_dates_of_a_year_are_told_in_the_order_of_time(client):
    found = days(told(client, "?on=2021-06-01&until=2022-12-31"))
    assert found == [
        ("2021-11-30", "last_day_for_notice", KEY),
        ("2022-06-01", "renewal", KEY),
    ]


def test_an_agreement_that_has_ended_has_no_date_to_come(client):
    assert {each["agreement"] for each in told(client, "?on=2014-01-02")["results"]} == {KEY}
    assert LEFT in {each["agreement"] for each in told(client, "?on=2013-06-01")["results"]}


def test_dates_concern_those_who_take_part_and_have_not_left(client):
    assert days(told(client, "?on=2013-06-01&participant=KGZ"))[0][2] == LEFT
    assert days(told(client, "?on=2014-06-01&participant=KGZ")) == []
    assert days(told(client, "?on=2014-06-01&participant=KAZ"))


def test_pages_of_dates_follow_one_another_without_gap_or_repetition(client):
    whole, found, question = (
        days(told(client, "?on=2000-01-01&limit=200")),
        [],
        "?on=2000-01-01&limit=3",
    )
    while question:
        part = told(client, question)
        found += days(part)
        question = part["next"] and "?" + part["next"].partition("?")[2]
    assert found == whole
    assert len(whole) > 15


def test_a_date_of_another_time_of_the_register_is_still_told(client):
    then = Head.newest().number
    publish_documents([renewed(clauses=[])], nature="correction")
    assert not days(told(client, f"?on=2021-06-01&agreement={KEY}"))
    assert days(told(client, f"?on=2021-06-01&agreement={KEY}&recorded={then}"))


@pytest.mark.parametrize("question", ["?kind=perhaps", "?participant=XXX", "?on=2021", "?x=1"])
def test_what_cannot_be_asked_of_dates_is_refused(client, question):
    assert client.get(f"/api/v1/dates/{question}").status_code == 400


def test_the_details_of_an_agreement_tell_force_term_and_dates(client):
    found = client.get(f"/api/v1/agreements/{KEY}/?on=2020-01-01").json()
    assert found["force"] == {
        "recorded": "2012-06-01", "computed": None, "taken": "2012-06-01", "differ": False,
    }  # fmt: skip
    assert (found["term"]["begins"], found["term"]["ends"]) == ("2017-06-01", "2022-06-01")
    assert found["term"]["last_notice"] == "2021-11-30"
    assert found["dates"][0]["day"] == "2021-11-30"


# --- The page of what falls due -----------------------------------------------------------------


def test_the_page_tells_what_falls_due_and_how_many_days_are_left(client):
    said = page(client, "/en/coming/?on=2021-11-20")
    assert "November 2021" in said and "in 10 days" in said
    assert said.index("30 Nov 2021") < said.index("1 Jun 2022")
    assert '<b class="due">Last day to give notice</b>' in said
    assert "1 agreement was in force; of 1 the register knows" in said


def test_the_page_can_be_narrowed_to_a_state_and_to_a_kind(client):
    assert "30 Nov 2021" not in page(client, "/en/coming/?on=2021-11-20&kind=renewal")
    assert "30 Nov 2021" in page(client, "/en/coming/?on=2021-11-20&participant=KAZ")
    assert "30 Nov 2021" not in page(client, "/en/coming/?on=2021-11-20&participant=KGZ")


def test_where_nothing_falls_due_the_page_says_that_no_date_is_known(client):
    said = page(client, "/en/coming/?on=2022-06-02&until=2022-07-01")
    assert "No date in this time is known." in said


def test_what_the_page_cannot_be_asked_is_refused_in_words(client):
    page(client, "/en/coming/?on=never", 400)
    page(client, "/en/coming/?participant=XXX", 400)


def test_the_page_of_an_agreement_tells_the_term_and_the_next_dates(client):
    said = page(client, f"/en/agreements/{KEY}/?on=2020-01-01")
    section = said[said.index('id="dates"') : said.index('id="clauses"')]
    assert "1 June 2017" in section and "unless notice is given in time" in section
    assert section.index("30 Nov 2021") < section.index("1 Jun 2022")
    assert f'href="/en/agreements/{KEY}/calendar.ics"' in section


def test_the_page_of_an_agreement_tells_where_record_and_clauses_differ(client):
    on_signature = clause(4, rule="on_signature", article="9")
    publish_documents([renewed(clauses=[on_signature])], nature="correction")
    said = page(client, f"/en/agreements/{KEY}/")
    assert "The record says" in said and "the clauses and acts give" in said
    assert "Neither is verified" in said
    verified = [citation(path="acts/act-003/done_on", confidence="verified")]
    publish_documents([renewed(clauses=[on_signature], citations=verified)], nature="correction")
    assert "The record is verified, and decides." in page(client, f"/en/agreements/{KEY}/")


def test_the_page_asks_as_many_questions_for_many_dates_as_for_few(client):
    counts = []
    for extra in (0, 30):
        publish_documents([renewed(f"x-{n}") for n in range(extra)])
        client.get("/en/coming/?on=2021-11-20")
        with CaptureQueriesContext(connection) as queries:
            page(client, "/en/coming/?on=2021-11-20")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 9


# --- Calendars ----------------------------------------------------------------------------------


def events(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    return calendar, list(calendar.walk("VEVENT"))


@pytest.mark.parametrize(
    "address", ["calendar.ics", "calendar/KAZ.ics", f"agreements/{KEY}/calendar.ics"]
)
def test_a_calendar_is_read_back_with_the_same_dates(client, address):
    calendar, found = events(client, f"/en/{address}")
    expected = PublishedDate.objects.filter(agreement=KEY, day__gte=date(2026, 1, 1)).values_list(
        "day"
    )
    starts = {event["DTSTART"].dt for event in found}
    assert {day for (day,) in expected} <= starts
    assert calendar["VERSION"] == "2.0"
    assert all(event["DTEND"].dt > event["DTSTART"].dt for event in found)
    uids = [str(event["UID"]) for event in found]
    assert len(set(uids)) == len(uids)


def test_a_calendar_of_one_state_holds_what_concerns_it_alone(client):
    assert events(client, "/en/calendar/KGZ.ics")[1] == []
    assert client.get("/en/calendar/XXX.ics").status_code == 404
    assert client.get("/en/agreements/no-such/calendar.ics").status_code == 404


def test_a_hostile_title_breaks_no_calendar(client):
    text = 'A\\, B; C\r\nBEGIN:VEVENT "quoted" Ўзбекистон ' + "long " * 60
    publish_documents([renewed(titles=[title(text=text.strip())])], nature="correction")
    _calendar, found = events(client, f"/en/agreements/{KEY}/calendar.ics")
    assert found and all("\n" not in str(event["SUMMARY"]) for event in found)
    assert "Ўзбекистон" in str(found[0]["SUMMARY"])


def test_a_date_known_in_part_is_one_tentative_event_over_its_span(client):
    acts = [
        act(1, "signature", "participant-001", done_on="2030-03-01"),
        act(2, "signature", "participant-002", done_on="2030-03-01"),
        act(3, "entry_into_force", done_on="2030-06"),
    ]
    publish_documents([renewed("later", acts=acts)])
    _calendar, found = events(client, "/en/agreements/later/calendar.ics")
    spans = {(e["DTSTART"].dt, e["DTEND"].dt, str(e["STATUS"])) for e in found}
    assert (date(2035, 6, 1), date(2035, 7, 1), "TENTATIVE") in spans


def test_an_unchanged_calendar_is_not_sent_again(client):
    first = client.get("/en/calendar.ics")
    again = client.get("/en/calendar.ics", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


# --- Words about time ---------------------------------------------------------------------------


def test_the_term_that_runs_is_told_only_where_it_is_sure():
    terms = [
        {"begins": "2010-01-01/2010-03-01", "ends": "2015-01-01/2015-03-01"},
        {"begins": "2015-01-01/2015-03-01", "ends": "2020-01-01/2020-03-01"},
    ]
    assert term_on(terms, date(2010, 2, 1)) is None
    assert term_on(terms, date(2010, 3, 1)) == terms[0]
    assert term_on(terms, date(2015, 2, 1)) is None
    assert term_on(terms, date(2019, 12, 31)) == terms[1]
    assert term_on(terms, date(2021, 1, 1)) is None


def test_years_later_there_may_be_no_leap_day():
    assert years_later(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_later(date(9999, 5, 5), 1) == date.max
