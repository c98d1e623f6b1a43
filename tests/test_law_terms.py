"""How long an agreement runs: terms, renewals, and notice in time."""

import pytest

from agreements.law import current_term
from tests.law_factories import act, bilateral, clause, convention, standing, status, text, why

FORCE = act("entry_into_force", "2009-07-15")
SIGNED = (act("signature", "2007-07-04", "UZB"), act("signature", "2007-07-04", "RUS"))


def running(*clauses, force="2009-07-15", acts=(), **more):
    """An agreement of two in force since 15 July 2009, with clauses."""
    return bilateral(*SIGNED, act("entry_into_force", force), *acts, **{"clauses": clauses} | more)


def fixed(period):
    return clause("duration", "fixed", period)


def tacit(*periods):
    """Renewal clauses in order: P10Y, then P5Y, …"""
    return tuple(
        clause("renewal", "tacit", period, ref=f"clause-10{n}") for n, period in enumerate(periods)
    )


def notice(rule, period, ref="clause-notice"):
    return clause("notice", rule, period, ref=ref)


def term(instrument, on):
    """The term on a day: its number, its first day, the first day after, the last for notice."""
    found = current_term(instrument, on_day(on))
    last = found and found.last_notice
    return found and (
        found.number,
        found.begins and found.begins.written,
        found.ends.written,
        last and last.written,
    )


def on_day(written):
    return act("x", written).done_on.earliest


# --- Terms and renewals -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("force", "period", "last", "after"),
    [
        ("2009-07-15", "P5Y", "2014-07-14", "2014-07-15"),
        ("2008-02-29", "P1Y", "2009-02-28", "2009-03-01"),
        ("2008-02-29", "P4Y", "2012-02-28", "2012-02-29"),
        ("2015-01-31", "P1M", "2015-02-28", "2015-03-01"),
        ("2015-01-31", "P3M", "2015-04-30", "2015-05-01"),
        ("2015-12-31", "P2M", "2016-02-29", "2016-03-01"),
        ("2015-03-01", "P90D", "2015-05-29", "2015-05-30"),
        ("2015-03-01", "P2W", "2015-03-14", "2015-03-15"),
    ],
)
def test_a_term_begins_with_the_day_of_force_and_is_never_cut_short(force, period, last, after):
    agreement = running(fixed(period), clause("renewal", "none"), force=force)
    assert status(agreement, last) == "in_force"
    assert status(agreement, after) == "expired"


def test_a_term_of_twenty_years_is_renewed_for_five_and_five():
    agreement = running(fixed("P20Y"), *tacit("P5Y", "P5Y"), force="1992-02-29")
    assert term(agreement, "2012-02-28") == (0, "1992-02-29", "2012-02-29", None)
    assert term(agreement, "2012-02-29") == (1, "2012-02-29", "2017-03-01", None)
    assert term(agreement, "2017-03-01") == (2, "2017-03-01", "2022-03-01", None)
    assert term(agreement, "2022-03-01") == (3, "2022-03-01", "2027-03-01", None)
    assert term(agreement, "2032-02-28") == (4, "2027-03-01", "2032-02-29", None)


def test_the_last_of_several_periods_of_renewal_is_the_one_that_repeats():
    agreement = running(fixed("P10Y"), *tacit("P5Y", "P1Y"), force="2000-01-01")
    assert term(agreement, "2014-12-31")[2] == "2015-01-01"
    assert term(agreement, "2015-06-01")[2] == "2016-01-01"
    assert term(agreement, "2099-06-01")[0] == 86


def test_renewal_a_limited_number_of_times_ends_with_the_last_of_them():
    clauses = (fixed("P5Y"), *tacit("P5Y"), clause("renewal", "none", ref="clause-109"))
    agreement = running(*clauses)
    assert status(agreement, "2019-07-14") == "in_force"
    assert status(agreement, "2019-07-15") == "expired"


def test_after_tacit_renewals_that_end_in_agreement_nothing_is_known():
    clauses = (fixed("P5Y"), *tacit("P5Y"), clause("renewal", "by_agreement", ref="clause-109"))
    agreement = running(*clauses)
    assert status(agreement, "2019-07-14") == "in_force"
    assert status(agreement, "2019-07-15") == "not_known"


def test_a_term_until_a_day_is_renewed_from_the_day_after():
    agreement = running(clause("duration", "until", on="2015-12-31"), *tacit("P2Y"))
    assert term(agreement, "2015-12-31") == (0, "2009-07-15", "2016-01-01", None)
    assert term(agreement, "2016-01-01") == (1, "2016-01-01", "2018-01-01", None)


@pytest.mark.parametrize(
    "clauses",
    [
        (clause("duration", "indefinite"),),
        (fixed("P5Y"), clause("renewal", "tacit")),
        (fixed("five years"), clause("renewal", "none")),
        (fixed("P0D"), clause("renewal", "none")),
    ],
    ids=["indefinite", "renewal of no recorded length", "not a duration", "no time"],
)
def test_what_sets_no_end_goes_on(clauses):
    assert status(running(*clauses), "2090-01-01") == "in_force"
    assert term(running(*clauses), "2090-01-01") is None


def test_extensions_made_in_time_add_the_period_of_the_clause():
    clauses = (fixed("P5Y"), clause("renewal", "by_agreement", "P2Y"))
    once = act("extension", "2014-01-01")
    again = act("extension", "2016-07-14")
    assert status(running(*clauses), "2014-07-15") == "not_known"
    assert status(running(*clauses, acts=(once,)), "2016-07-14") == "in_force"
    assert status(running(*clauses, acts=(once,)), "2016-07-15") == "not_known"
    assert status(running(*clauses, acts=(once, again)), "2018-07-14") == "in_force"


@pytest.mark.parametrize("made", ["2014-07-15", None], ids=["late", "without a day"])
def test_an_extension_that_may_have_come_late_leaves_the_end_open(made):
    clauses = (fixed("P5Y"), clause("renewal", "by_agreement", "P2Y"))
    assert status(running(*clauses, acts=(act("extension", made),)), "2014-07-15") == "not_known"


def test_an_extension_of_what_is_not_renewed_leaves_open_whether_it_expired():
    clauses = (fixed("P5Y"), clause("renewal", "none"))
    agreement = running(*clauses, acts=(act("extension", "2014-01-01"),))
    assert status(agreement, "2014-07-15") == "not_known"


def test_a_term_from_a_day_known_in_part_ends_on_a_day_known_in_part():
    agreement = running(fixed("P5Y"), *tacit("P5Y"), force="2009")
    assert term(agreement, "2013-12-31")[2] == "2014-01-01/2014-12-31"
    assert term(agreement, "2014-06-01") is None
    assert term(agreement, "2014-12-31")[0] == 1


def test_there_is_no_term_before_force_nor_after_the_end():
    agreement = running(fixed("P5Y"), *tacit("P5Y"), acts=(act("termination", "2020-01-01"),))
    assert term(agreement, "2009-07-14") is None
    assert term(agreement, "2019-12-31")[0] == 2
    assert term(agreement, "2020-01-01") is None


def test_a_text_that_does_not_bind_runs_until_the_day_that_it_names_and_its_renewals():
    adopted = act("signature", "2010-01-01", "UZB")
    until = clause("duration", "until", on="2012-12-31")
    assert status(text(adopted, clauses=(until,)), "2013-01-01") == "not_known"
    assert status(text(adopted, clauses=(until, *tacit("P1Y"))), "2020-01-01") == "adopted"
    ended = text(
        adopted, clauses=(until, *tacit("P1Y"), clause("renewal", "none", ref="clause-109"))
    )
    assert status(ended, "2013-12-31") == "adopted"
    assert status(ended, "2014-01-01") == "completed"


# --- Notice -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("force", "period", "last"),
    [
        ("2010-01-01", "P6M", "2014-06-30"),
        ("2010-07-15", "P6M", "2015-01-14"),
        ("2010-09-01", "P6M", "2015-02-28"),
        ("2011-09-01", "P6M", "2016-02-29"),
        ("2010-03-01", "P6M", "2014-08-31"),
        ("2010-08-31", "P6M", "2015-02-28"),
        ("2010-01-01", "P90D", "2014-10-02"),
        ("2010-01-01", "P1Y", "2013-12-31"),
        ("2010-01-01", "P1M15D", "2014-11-16"),
    ],
)
def test_the_last_day_to_give_notice_leaves_the_whole_period_before_the_end(force, period, last):
    agreement = running(fixed("P5Y"), *tacit("P5Y"), notice("before_end", period), force=force)
    assert term(agreement, last)[3] == last
    in_time = running(*agreement.clauses, force=force, acts=(act("denunciation", last, "RUS"),))
    end = term(agreement, last)[2]
    assert status(in_time, last) == "denounced"
    assert status(in_time, end) == "terminated"


def test_notice_given_too_late_takes_effect_with_the_end_of_the_next_term():
    late = act("denunciation", "2014-07-01", "RUS")
    clauses = (fixed("P5Y"), *tacit("P3Y"), notice("before_end", "P6M"))
    agreement = running(*clauses, force="2010-01-01", acts=(late,))
    assert status(agreement, "2015-01-01") == "denounced"
    assert status(agreement, "2017-12-31") == "denounced"
    assert status(agreement, "2018-01-01") == "terminated"


def test_notice_too_late_for_a_term_that_is_not_renewed_ends_nothing_earlier():
    late = act("denunciation", "2014-12-01", "RUS")
    clauses = (fixed("P5Y"), clause("renewal", "none"), notice("before_end", "P6M"))
    agreement = running(*clauses, force="2010-01-01", acts=(late,))
    assert status(agreement, "2014-12-31") == "denounced"
    assert status(agreement, "2015-01-01") == "expired"


def test_notice_too_late_where_renewal_is_not_recorded_leaves_nothing_known():
    late = act("denunciation", "2014-12-01", "RUS")
    agreement = running(fixed("P5Y"), notice("before_end", "P6M"), force="2010-01-01", acts=(late,))
    assert status(agreement, "2014-12-01") == "not_known"


@pytest.mark.parametrize(
    ("received", "period", "free"),
    [
        ("2015-05-10", "P1Y", "2017-01-01"),
        ("2015-06-30", "P6M", "2016-01-01"),
        ("2015-07-01", "P6M", "2017-01-01"),
        ("2015-12-31", "P0D", "2016-01-01"),
    ],
)
def test_notice_may_take_effect_with_the_end_of_a_calendar_year(received, period, free):
    left = act("denunciation", received, "UZB")
    agreement = convention(
        act("adoption", "1990-01-01"),
        act("ratification", "1995-01-01", "UZB"),
        act("entry_into_force", "2000-01-01"),
        left,
        clauses=(notice("end_of_calendar_year", period),),
    )
    before = act("x", free).done_on.earliest.replace(month=12, day=31)
    assert standing(agreement, "UZB", before.replace(year=before.year - 1).isoformat()) == "party"
    assert standing(agreement, "UZB", free) == "former_party"


def test_between_the_days_of_two_clauses_on_notice_nothing_is_known():
    clauses = (
        fixed("P5Y"),
        *tacit("P5Y"),
        notice("before_end", "P6M"),
        notice("after_receipt", "P3M", "clause-notice-2"),
    )
    agreement = running(
        *clauses, force="2010-01-01", acts=(act("denunciation", "2012-01-01", "RUS"),)
    )
    assert status(agreement, "2012-03-31") == "denounced"
    assert status(agreement, "2012-04-01") == "not_known"
    assert status(agreement, "2015-01-01") == "terminated"


def test_notice_received_on_a_day_known_to_the_month_ends_on_the_day_that_both_ends_give():
    clauses = (fixed("P5Y"), *tacit("P5Y"), notice("before_end", "P6M"))
    given = act("denunciation", "2014-06", "RUS")
    agreement = running(*clauses, force="2010-01-01", acts=(given,))
    assert status(agreement, "2014-12-31") == "denounced"
    assert status(agreement, "2015-01-01") == "terminated"


def test_notice_before_the_end_of_terms_that_are_not_known_exactly_leaves_nothing_known():
    clauses = (fixed("P5Y"), *tacit("P5Y"), notice("before_end", "P6M"))
    given = act("denunciation", "2014-01-01", "RUS")
    agreement = running(*clauses, force="2009", acts=(given,))
    assert status(agreement, "2014-01-02") == "not_known"
    assert why(agreement, "2020-01-01").reason.code == "denunciation_effect_not_known"
