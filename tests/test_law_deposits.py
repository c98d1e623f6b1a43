"""Counting deposits: which one decides, which may be missing; protocols and later parties."""

from datetime import date, timedelta

import pytest

from agreements.law import force_found
from agreements.law.values import Participant
from tests.law_factories import act, clause, convention, count, parent, standing, status, why

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
    "counts", [(), (count(3, "2020-01-01"),), (count(1, "2002-05-30"),)], ids=str
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
    before = date.fromisoformat(bound) - timedelta(1)
    assert standing(agreement, "UZB", before.isoformat()) == "contracting"
    assert standing(agreement, "UZB", bound) == "party"


def test_a_consent_that_may_have_been_in_time_or_late_binds_at_the_latest_after_the_delay():
    recorded = act("entry_into_force", "2003-07-01")
    agreement = convention(
        ADOPTED, recorded, act("accession", "2003", "UZB"), clauses=(LATER_30_DAYS,)
    )
    assert standing(agreement, "UZB", "2003-07-01") == "not_known"
    assert standing(agreement, "UZB", "2004-01-30") == "party"


def test_a_consent_before_or_after_entry_into_force_may_bind_at_once_or_after_the_delay():
    recorded = act("entry_into_force", "2003-07-01")
    agreement = convention(
        ADOPTED,
        recorded,
        act("accession", "2003-06-01/2003-07-31", "UZB"),
        clauses=(clause("later_parties", "after_deposit", "P90D"),),
    )
    assert standing(agreement, "UZB", "2003-08-05") == "not_known"
    assert standing(agreement, "UZB", "2003-10-29") == "party"
