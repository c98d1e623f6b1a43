"""When an agreement enters into force by its clauses, and what decides where a record differs."""

import pytest

from agreements.law import force_found
from agreements.law.values import Participant
from tests.law_factories import (
    act,
    bilateral,
    clause,
    convention,
    count,
    day,
    parent,
    standing,
    status,
    why,
)

SIGNED = (act("signature", "2007-07-04", "UZB"), act("signature", "2007-07-04", "RUS"))
NOTIFIED = (act("notification", "2008-01-31", "UZB"), act("notification", "2008-11-30", "RUS"))
RECORDED = act("entry_into_force", "2009-07-15")
ADOPTED = act("adoption", "2000-01-01")
FIRST = act("ratification", "2001-03-01", "KAZ")
SECOND = act("accession", "2002-05-31", "TUR")
TWO_AND_90_DAYS = clause("entry_into_force", "nth_deposit", "P90D", count=2)
WHOLE = (count(2, "2020-01-01"),)


def rule(name, period="", **more):
    """An agreement's only clause: on its entry into force."""
    return (clause("entry_into_force", name, period, **more),)


def deposited(*acts, **more):
    """A convention that takes two deposits and ninety days, its list of parties whole."""
    return convention(ADOPTED, *acts, **{"clauses": (TWO_AND_90_DAYS,), "counts": WHOLE} | more)


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


# --- Deposits -----------------------------------------------------------------------------------


def test_the_deposit_that_completes_the_number_brings_force_after_the_delay():
    agreement = deposited(FIRST, SECOND)
    assert in_force_on(agreement) == "2002-08-29"
    assert why(agreement, "2010-01-01").act == SECOND.ref
    assert status(agreement, "2002-08-28") == "negotiated"


def test_force_may_begin_on_the_first_of_a_month_after_the_deposit():
    clauses = rule("first_of_month_after", "P3M", count=2)
    assert in_force_on(deposited(FIRST, SECOND, clauses=clauses)) == "2002-09-01"


def test_fewer_deposits_than_needed_say_nothing():
    agreement = deposited(FIRST)
    assert in_force_on(agreement) is None
    assert status(agreement, "2010-01-01") == "not_known"
    assert standing(agreement, "KAZ", "2010-01-01") == "not_known"


def test_a_delay_after_deposits_that_is_not_recorded_says_nothing():
    assert in_force_on(deposited(FIRST, SECOND, clauses=rule("nth_deposit", count=2))) is None


@pytest.mark.parametrize(
    "counts", [(), (count(3, "2020-01-01"),), (count(2, "2002-05-30"),)], ids=str
)
def test_where_deposits_may_be_missing_the_day_is_only_the_latest(counts):
    agreement = deposited(FIRST, SECOND, counts=counts)
    assert in_force_on(agreement) == "2000-03-31/2002-08-29"
    assert status(agreement, "2002-08-28") == "not_known"
    assert status(agreement, "2002-08-29") == "in_force"
    assert why(agreement, "2001-01-01").reason.code == "deposits_may_be_missing"


def test_a_recorded_day_is_not_contradicted_by_a_list_that_may_lack_deposits():
    recorded = act("entry_into_force", "2000-06-01")
    agreement = deposited(FIRST, SECOND, recorded, counts=())
    assert not force_found(agreement).differ
    assert in_force_on(agreement) == "2000-06-01"


def test_the_second_act_of_a_participant_is_no_further_deposit():
    again = act("acceptance", "2001-09-01", "KAZ")
    assert in_force_on(deposited(FIRST, again, counts=(count(1, "2020-01-01"),))) is None


@pytest.mark.parametrize(
    "uncounted",
    [
        act("internal_approval", "2001-01-01", "UZB"),
        act("signature", "2001-01-01", "UZB"),
        act("ratification", "2001-01-01", "UZB", evidence="claimed"),
        act("ratification", by="UZB", evidence="none_shown", as_at="2001-01-01"),
    ],
    ids=lambda act: act.type,
)
def test_what_is_no_deposit_is_not_counted(uncounted):
    assert in_force_on(deposited(FIRST, SECOND, uncounted)) == "2002-08-29"


@pytest.mark.parametrize(
    ("more", "people"),
    [
        ([act("definitive_signature", "2001-06-01", "UZB")], {}),
        ([act("formal_confirmation", "2001-06-01", "UZB")], {}),
        ([act("accession", "2001-06-01", "UZB")], {"is_organization": True}),
        (
            [
                act("ratification", "2001-06-01", "UZB"),
                act("withdrawal_of_instrument", "2001-07-01", "UZB"),
            ],
            {},
        ),
    ],
    ids=["definitive", "confirmation", "organization", "withdrawn"],
)
def test_what_may_or_may_not_count_leaves_the_days_between_open(more, people):
    participants = (Participant("UZB", **people), Participant("KAZ"), Participant("TUR"))
    agreement = deposited(
        FIRST, SECOND, *more, participants=participants, counts=(count(3, "2020-01-01"),)
    )
    assert in_force_on(agreement) == "2001-08-30/2002-08-29"


def test_a_deposit_without_a_day_may_have_been_among_the_first():
    agreement = deposited(FIRST, SECOND, act("accession", by="UZB", as_at="2019-01-01"))
    assert in_force_on(agreement) == "2001-05-30/2002-08-29"


def successor(predecessor):
    """A succession long after the entry into force."""
    return act("succession", "2010-01-01", "UZB", predecessor=predecessor)


@pytest.mark.parametrize("predecessor", [None, "SUN"])
def test_a_predecessor_that_is_not_on_record_may_have_made_a_deposit_that_decided(predecessor):
    agreement = deposited(FIRST, SECOND, successor(predecessor))
    assert in_force_on(agreement) == "2001-05-30/2002-08-29"


def test_a_count_of_the_very_day_leaves_no_room_for_a_missing_predecessor():
    counts = (count(2, "2002-05-31"),)
    agreement = deposited(FIRST, SECOND, successor("SUN"), counts=counts)
    assert in_force_on(agreement) == "2002-08-29"


def test_a_predecessor_that_is_on_record_is_counted_with_its_own_deposit():
    people = (
        Participant("UZB"),
        Participant("KAZ"),
        Participant("TUR"),
        Participant("p", actor="SUN"),
    )
    agreement = deposited(
        FIRST,
        SECOND,
        successor("SUN"),
        act("accession", "2001-09-01", "p"),
        participants=people,
    )
    assert in_force_on(agreement) == "2001-11-30"


def test_who_may_have_left_does_not_show_that_a_list_is_whole():
    left = act("denunciation", "2015-01-01", "KAZ", takes_effect="2016-01-01")
    assert in_force_on(deposited(FIRST, SECOND, left)) == "2000-03-31/2002-08-29"


def test_no_entry_into_force_shown_holds_against_deposits_that_may_be_missing():
    looked = act("entry_into_force", evidence="none_shown", as_at="2002-01-01")
    agreement = deposited(FIRST, SECOND, looked, counts=())
    assert in_force_on(agreement) == "2002-04-02/2002-08-29"


# --- Protocols ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("force", "expected"),
    [
        ("2001-01-01", "2002-08-29"),
        ("2002-08-29", "2002-08-29"),
        ("2004-01-01", "2002-08-29/2004-01-01"),
        (None, None),
    ],
)
def test_a_protocol_is_not_in_force_for_certain_before_its_parent(force, expected):
    assert in_force_on(deposited(FIRST, SECOND, parents=(parent(force),))) == expected


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


# --- Later participants -------------------------------------------------------------------------

LATER_30_DAYS = clause("later_parties", "after_deposit", "P30D")


@pytest.mark.parametrize(
    ("deposit", "bound"),
    [
        ("2002-05-31", "2002-08-29"),
        ("2002-06-01", "2002-08-29"),
        ("2002-08-15", "2002-09-14"),
        ("2005-01-31", "2005-03-02"),
    ],
)
def test_who_deposits_after_the_deciding_deposit_is_bound_after_its_own_delay(deposit, bound):
    agreement = deposited(
        FIRST,
        SECOND,
        act("accession", deposit, "UZB"),
        clauses=(TWO_AND_90_DAYS, LATER_30_DAYS),
        counts=(count(3, "2020-01-01"),),
    )
    before = day(bound).earliest.replace(day=1).isoformat()
    assert standing(agreement, "UZB", before) == "contracting"
    assert standing(agreement, "UZB", bound) == "party"


def test_a_consent_that_may_have_been_in_time_or_late_binds_at_the_latest_after_the_delay():
    recorded = act("entry_into_force", "2003-07-01")
    agreement = convention(
        ADOPTED, recorded, act("accession", "2003", "UZB"), clauses=(LATER_30_DAYS,)
    )
    assert standing(agreement, "UZB", "2003-07-01") == "not_known"
    assert standing(agreement, "UZB", "2004-01-30") == "party"
