"""When an agreement enters into force by its clauses, and what decides where a record differs."""

import pytest

from agreements.law import force_found
from agreements.law.values import Participant
from tests.law_factories import (
    act,
    bilateral,
    clause,
    convention,
    day,
    status,
    why,
)

SIGNED = (act("signature", "2007-07-04", "UZB"), act("signature", "2007-07-04", "RUS"))
NOTIFIED = (act("notification", "2008-01-31", "UZB"), act("notification", "2008-11-30", "RUS"))
RECORDED = act("entry_into_force", "2009-07-15")


def rule(name, period="", **more):
    """An agreement's only clause: on its entry into force."""
    return (clause("entry_into_force", name, period, **more),)


def in_force_on(instrument):
    """The day of entry into force as taken, as written."""
    taken = force_found(instrument).taken
    return taken and taken.day.written


# --- Signature, notification, exchange ----------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "expected"),
    [("", "2007-07-04"), ("P0D", "2007-07-04"), ("P30D", "2007-08-03"), ("P1M", "2007-08-04")],
)
def test_signature_that_suffices_brings_force_at_once_or_after_a_delay(period, expected):
    assert in_force_on(bilateral(*SIGNED, clauses=rule("on_signature", period))) == expected


def test_a_text_of_many_is_in_force_by_signature_if_all_signed_on_one_day():
    signed = [act("signature", "2007-10-05", who) for who in ("UZB", "KAZ")]
    clauses = rule("on_signature")
    assert in_force_on(convention(*signed, clauses=clauses)) == "2007-10-05"
    later = act("signature", "2008-01-01", "TUR")
    assert in_force_on(convention(*signed, later, clauses=clauses)) is None
    assert in_force_on(convention(signed[0], clauses=clauses)) is None


@pytest.mark.parametrize(
    ("period", "expected"),
    [("P0D", "2008-11-30"), ("P30D", "2008-12-30"), ("P3M", "2009-02-28")],
)
def test_the_last_of_the_two_notifications_brings_force(period, expected):
    agreement = bilateral(*SIGNED, *NOTIFIED, clauses=rule("last_notification", period))
    assert in_force_on(agreement) == expected
    assert why(agreement, "2020-01-01").act == NOTIFIED[1].ref


def test_a_delay_that_is_not_recorded_gives_no_day():
    agreement = bilateral(*SIGNED, *NOTIFIED, clauses=rule("last_notification"))
    assert status(agreement, "2020-01-01") == "signed_force_not_established"


def test_one_notification_of_two_gives_no_day():
    agreement = bilateral(*SIGNED, NOTIFIED[0], clauses=rule("last_notification", "P0D"))
    assert status(agreement, "2020-01-01") == "signed_force_not_established"


def test_every_member_of_a_side_must_have_notified():
    people = (Participant("UZB", 1), Participant("EU", 2), Participant("FRA", 2))
    notified = [act("notification", "1998-01-01", who) for who in ("UZB", "EU")]
    clauses = rule("last_notification", "P0D")
    one_is_missing = bilateral(*notified, participants=people, clauses=clauses)
    assert in_force_on(one_is_missing) is None
    last = act("notification", "1999-05-31", "FRA")
    assert in_force_on(bilateral(*notified, last, participants=people, clauses=clauses)) == (
        "1999-05-31"
    )


def test_among_several_the_record_does_not_show_whose_notification_is_the_last():
    notified = [act("notification", "2008-01-01", who) for who in ("UZB", "KAZ", "TUR")]
    assert in_force_on(convention(*notified, clauses=rule("last_notification", "P0D"))) is None


def test_the_exchange_of_instruments_brings_force():
    exchanged = act("exchange_of_instruments", "2008-03-01")
    clauses = rule("exchange_of_instruments", "P30D")
    assert in_force_on(bilateral(*SIGNED, exchanged, clauses=clauses)) == "2008-03-31"
    by_each = [act("exchange_of_instruments", "2008-03-01", who) for who in ("UZB", "RUS")]
    assert in_force_on(bilateral(*SIGNED, *by_each, clauses=clauses)) == "2008-03-31"


def test_the_first_of_the_second_month_after_the_last_notification():
    clauses = rule("first_of_month_after", "P1M")
    assert in_force_on(bilateral(*SIGNED, *NOTIFIED, clauses=clauses)) == "2009-01-01"


def test_a_notification_known_to_the_month_leaves_the_days_between_not_known():
    notified = (NOTIFIED[0], act("notification", "2008-11", "RUS"))
    agreement = bilateral(*SIGNED, *notified, clauses=rule("last_notification", "P30D"))
    assert status(agreement, "2008-11-30") == "signed_not_in_force"
    assert status(agreement, "2008-12-01") == "not_known"
    assert status(agreement, "2008-12-30") == "in_force"


@pytest.mark.parametrize("name", ["conditional", "not_applicable"])
def test_a_condition_in_words_gives_no_day(name):
    assert in_force_on(bilateral(*SIGNED, clauses=rule(name))) is None


def test_between_the_days_that_several_clauses_give_nothing_is_known():
    clauses = (
        clause("entry_into_force", "on_signature"),
        clause("entry_into_force", "last_notification", "P0D", ref="clause-9"),
    )
    agreement = bilateral(*SIGNED, *NOTIFIED, clauses=clauses)
    assert in_force_on(agreement) == "2007-07-04/2008-11-30"
    assert why(agreement, "2008-01-01").reason.code == "clauses_differ"


def test_a_condition_in_words_beside_another_clause_leaves_all_open():
    clauses = (*rule("on_signature"), clause("entry_into_force", "conditional", ref="clause-9"))
    assert in_force_on(bilateral(*SIGNED, clauses=clauses)) is None


# --- Recorded and computed ----------------------------------------------------------------------


def two_days(**more):
    """Recorded in force on 15 July 2009; by clause it would be 30 November 2008."""
    recorded = act("entry_into_force", "2009-07-15", **more)
    clauses = rule("last_notification", "P0D")
    return bilateral(*SIGNED, *NOTIFIED, recorded, clauses=clauses)


def test_where_both_differ_a_verified_record_decides_and_says_so():
    agreement = two_days(verified=True)
    assert status(agreement, "2009-07-14") == "signed_not_in_force"
    found = why(agreement, "2010-01-01").reason
    assert found.code == "recorded_and_not_computed"
    assert dict(found.params) == {"recorded": "2009-07-15", "computed": "2008-11-30"}


def test_where_both_differ_and_the_record_is_not_verified_the_days_between_are_not_known():
    agreement = two_days()
    assert status(agreement, "2008-11-29") == "signed_not_in_force"
    assert status(agreement, "2008-11-30") == "not_known"
    assert status(agreement, "2009-07-14") == "not_known"
    assert status(agreement, "2009-07-15") == "in_force"
    assert why(agreement, "2009-01-01").reason.code == "recorded_and_computed_differ"
    assert why(agreement, "2010-01-01").reason.code == "in_force_by_both"


def test_both_days_are_kept():
    found = force_found(two_days())
    assert (found.recorded.day, found.computed.day) == (day("2009-07-15"), day("2008-11-30"))
    assert found.differ


def test_a_record_that_agrees_is_the_reason():
    agreement = bilateral(
        *SIGNED,
        *NOTIFIED,
        act("entry_into_force", "2008-11-30"),
        clauses=rule("last_notification", "P0D"),
    )
    assert not force_found(agreement).differ
    assert why(agreement, "2010-01-01").reason.code == "entered_into_force"


def test_a_record_known_in_part_is_made_exact_by_the_clause():
    agreement = bilateral(
        *SIGNED,
        *NOTIFIED,
        act("entry_into_force", "2008"),
        clauses=rule("last_notification", "P0D"),
    )
    assert in_force_on(agreement) == "2008-11-30"
    assert why(agreement, "2010-01-01").reason.code == "in_force_after_act"


def test_definitive_signature_does_not_stand_against_a_record_where_no_clause_is_known():
    signed = [act("definitive_signature", "2007-07-04", who) for who in ("UZB", "RUS")]
    assert in_force_on(bilateral(*signed, RECORDED)) == "2009-07-15"
    assert in_force_on(bilateral(*signed)) == "2007-07-04"
