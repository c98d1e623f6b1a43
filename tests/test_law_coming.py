"""The dates that matter between two days."""

from datetime import date

import pytest

from agreements.law import coming_dates, current_term, life_of
from agreements.law.reasons import sentence
from agreements.law.values import Participant
from tests.law_factories import act, bilateral, clause, convention, later, text

SIGNED = (act("signature", "2009-01-01", "UZB"), act("signature", "2009-01-01", "RUS"))
FORCE = act("entry_into_force", "2010-01-01")
FIVE_YEARS = clause("duration", "fixed", "P5Y")
RENEWED = clause("renewal", "tacit", "P5Y")
SIX_MONTHS = clause("notice", "before_end", "P6M")


def agreement(*acts, clauses=(FIVE_YEARS, RENEWED, SIX_MONTHS), **more):
    """In force since 2010 for terms of five years, notice six months before the end."""
    return bilateral(*SIGNED, FORCE, *acts, clauses=clauses, **more)


def dates(instrument, since, until):
    """What is to come, as (day, kind) or (day, kind, participant)."""
    found = coming_dates(instrument, date.fromisoformat(since), date.fromisoformat(until))
    return [
        (one.day.written, one.kind, *([one.participant] if one.participant else []))
        for one in found
    ]


def test_a_renewal_and_the_last_day_to_prevent_it():
    assert dates(agreement(), "2014-01-01", "2021-01-01") == [
        ("2014-06-30", "last_day_for_notice"),
        ("2015-01-01", "renewal"),
        ("2019-06-30", "last_day_for_notice"),
        ("2020-01-01", "renewal"),
    ]


def test_the_first_day_counts_and_the_last_does_not():
    assert dates(agreement(), "2015-01-01", "2019-06-30") == [("2015-01-01", "renewal")]
    assert dates(agreement(), "2015-01-02", "2019-06-30") == []
    assert dates(agreement(), "2015-01-02", "2015-01-02") == []


def test_a_notice_long_before_the_end_of_a_term_is_found():
    clauses = (FIVE_YEARS, RENEWED, clause("notice", "before_end", "P4Y"))
    assert dates(agreement(clauses=clauses), "2010-06-01", "2011-06-01") == [
        ("2010-12-31", "last_day_for_notice")
    ]


def test_every_reason_is_a_sentence():
    found = coming_dates(agreement(), date(2014, 1, 1), date(2016, 1, 1))
    said = [sentence({"code": one.reason.code, **dict(one.reason.params)}) for one in found]
    assert said == [
        "Notice given by 2014-06-30 still frees on 2015-01-01; later it does not.",
        "A new term begins on 2015-01-01 unless notice was given in time.",
    ]


@pytest.mark.parametrize(
    ("renewal", "code"),
    [
        (clause("renewal", "none"), "term_ends"),
        (clause("renewal", "by_agreement"), "term_ends_unless_renewed"),
        (clause("renewal", "tacit"), None),
        (None, "term_ends_open"),
    ],
)
def test_the_last_day_of_a_term_says_what_follows(renewal, code):
    clauses = (FIVE_YEARS, renewal) if renewal else (FIVE_YEARS,)
    found = coming_dates(agreement(clauses=clauses), date(2014, 1, 1), date(2016, 1, 1))
    if code:
        assert [(one.day.written, one.kind, one.reason.code) for one in found] == [
            ("2014-12-31", "end_of_term", code)
        ]
    else:
        assert [(one.day.written, one.kind) for one in found] == [("2015-01-01", "renewal")]


def test_no_notice_is_needed_to_end_what_is_not_renewed():
    clauses = (FIVE_YEARS, clause("renewal", "none"), SIX_MONTHS)
    assert dates(agreement(clauses=clauses), "2014-01-01", "2016-01-01") == [
        ("2014-12-31", "end_of_term")
    ]


def test_what_was_extended_begins_anew_as_agreed():
    clauses = (FIVE_YEARS, clause("renewal", "by_agreement", "P2Y"))
    extended = agreement(act("extension", "2014-05-01"), clauses=clauses)
    assert dates(extended, "2014-01-01", "2018-01-01") == [
        ("2015-01-01", "renewal"),
        ("2016-12-31", "end_of_term"),
    ]


def test_after_a_denunciation_nothing_is_renewed_and_the_day_of_its_effect_comes():
    left = act("denunciation", "2014-03-01", "RUS")
    assert dates(agreement(left), "2014-01-01", "2030-01-01") == [("2015-01-01", "end")]


def test_an_agreement_that_a_later_one_takes_the_place_of_has_no_more_dates():
    superseded = agreement(related=(later("supersedes", "2012-03-01"),))
    assert dates(superseded, "2010-06-01", "2030-01-01") == [("2012-03-01", "end")]


def test_where_nothing_is_known_any_more_nothing_is_to_come():
    unclear = agreement(act("denunciation", "2012-01-01", "RUS"), clauses=(FIVE_YEARS, RENEWED))
    assert dates(unclear, "2012-06-01", "2030-01-01") == []


def test_entry_into_force_is_told_once_and_not_for_each_of_those_it_binds():
    assert dates(agreement(), "2009-06-01", "2010-06-01") == [("2010-01-01", "entry_into_force")]


def test_later_parties_and_those_who_leave_are_told_by_name():
    treaty = convention(
        act("adoption", "1990-01-01"),
        act("entry_into_force", "2000-01-01"),
        act("ratification", "1995-01-01", "KAZ"),
        act("accession", "2010-01-01", "UZB"),
        act("denunciation", "2010-02-01", "KAZ"),
        clauses=(
            clause("later_parties", "after_deposit", "P90D"),
            clause("notice", "after_receipt", "P1Y"),
        ),
    )
    assert dates(treaty, "2010-01-01", "2012-01-01") == [
        ("2010-04-01", "bound", "UZB"),
        ("2011-02-01", "freed", "KAZ"),
    ]


def test_suspension_and_its_end_are_told():
    suspended = agreement(
        act("suspension", "2011-01-01"), act("end_of_suspension", "2012-01-01"), clauses=()
    )
    assert dates(suspended, "2010-06-01", "2013-01-01") == [
        ("2011-01-01", "suspension"),
        ("2012-01-01", "resumption"),
    ]


def test_notice_with_the_end_of_a_calendar_year_has_a_last_day_in_every_year():
    clauses = (clause("notice", "end_of_calendar_year", "P6M"),)
    assert dates(agreement(clauses=clauses), "2013-07-01", "2016-01-01") == [
        ("2014-06-30", "last_day_for_notice"),
        ("2015-06-30", "last_day_for_notice"),
    ]


def test_dates_known_in_part_are_told_as_they_are_known():
    vague = bilateral(
        *SIGNED, act("entry_into_force", "2010-01"), clauses=(FIVE_YEARS, RENEWED, SIX_MONTHS)
    )
    assert dates(vague, "2014-01-01", "2015-06-01") == [
        ("2014-06-30/2014-07-30", "last_day_for_notice"),
        ("2015-01-01/2015-01-31", "renewal"),
    ]


def test_a_text_that_does_not_bind_has_the_end_that_it_names():
    plan = text(
        act("adoption", "2019-05-01"), clauses=(clause("duration", "until", on="2025-12-31"),)
    )
    assert dates(plan, "2025-01-01", "2027-01-01") == [("2025-12-31", "end_of_term")]


def test_without_clauses_and_acts_nothing_comes():
    assert dates(bilateral(participants=(Participant("UZB", 1),)), "1900-01-01", "2100-01-01") == []


def test_the_whole_life_tells_the_same_dates_and_the_term_that_runs():
    life = life_of(agreement(), date(2030, 1, 1))
    assert life.dates == coming_dates(agreement(), life.dates[0].day.earliest, date(2030, 1, 1))
    on = date(2021, 1, 1)
    running = [t for t in life.terms if t.begins.latest <= on < t.ends.earliest]
    assert running == [current_term(agreement(), on)]
    assert life.terms[-1].begins.earliest < date(2030, 1, 1) <= life.terms[-1].ends.latest


def test_daily_renewals_since_long_ago_are_found_without_counting_each():
    clauses = (clause("duration", "fixed", "P1D"), clause("renewal", "tacit", "P1D"))
    assert dates(agreement(clauses=clauses), "2026-01-01", "2026-01-03") == [
        ("2026-01-01", "renewal"),
        ("2026-01-02", "renewal"),
    ]
