"""What an agreement that binds is on a day."""

import pytest

from tests.law_factories import act, bilateral, clause, convention, later, status, why

SIGNED = (act("signature", "2007-07-04", "UZB"), act("signature", "2007-07-04", "RUS"))
IN_FORCE = (*SIGNED, act("entry_into_force", "2009-07-15"))


def test_signature_alone_never_means_force():
    agreement = bilateral(*SIGNED)
    assert status(agreement, "2007-07-04") == "signed_force_not_established"
    assert status(agreement, "2026-01-01") == "signed_force_not_established"


def test_an_agreement_does_not_exist_before_its_first_act():
    assert status(bilateral(*SIGNED), "2007-07-03") == "not_yet"


def test_between_signature_and_a_known_entry_into_force_it_is_signed_and_not_in_force():
    agreement = bilateral(*IN_FORCE)
    assert status(agreement, "2009-07-14") == "signed_not_in_force"
    assert status(agreement, "2009-07-15") == "in_force"
    assert why(agreement, "2026-01-01").reason.code == "entered_into_force"
    assert why(agreement, "2026-01-01").act == IN_FORCE[2].ref


def test_no_entry_into_force_shown_holds_up_to_its_as_at_day_and_no_further():
    looked = act("entry_into_force", evidence="none_shown", as_at="2010-03-01")
    agreement = bilateral(*SIGNED, looked)
    assert status(agreement, "2010-03-01") == "signed_not_in_force"
    assert status(agreement, "2010-03-02") == "signed_force_not_established"
    assert why(agreement, "2009-01-01").checked.isoformat() == "2010-03-01"


def test_as_at_a_year_reaches_only_to_the_first_day_of_that_year():
    looked = act("entry_into_force", evidence="none_shown", as_at="2010")
    agreement = bilateral(*SIGNED, looked)
    assert status(agreement, "2010-01-01") == "signed_not_in_force"
    assert status(agreement, "2010-01-02") == "signed_force_not_established"


def test_a_claimed_entry_into_force_changes_nothing():
    claim = act("entry_into_force", "2009-01-01", evidence="claimed")
    assert status(bilateral(*SIGNED, claim), "2010-01-01") == "signed_force_not_established"


def test_an_entry_into_force_known_to_the_year_leaves_that_year_not_known():
    agreement = bilateral(*SIGNED, act("entry_into_force", "2009"))
    assert status(agreement, "2008-12-31") == "signed_not_in_force"
    assert status(agreement, "2009-01-01") == "not_known"
    assert status(agreement, "2009-12-30") == "not_known"
    assert status(agreement, "2009-12-31") == "in_force"


def test_a_day_in_the_doubtful_stretch_is_known_where_both_ends_agree():
    agreement = bilateral(*IN_FORCE, act("entry_into_force", "2009", ref="act-9"))
    assert status(agreement, "2009-08-01") == "in_force"


def test_force_without_a_day_is_known_from_the_day_as_at_which_it_was_shown():
    agreement = bilateral(act("entry_into_force", as_at="2026-01-20"))
    assert status(agreement, "2026-01-19") == "not_known"
    assert status(agreement, "2026-01-20") == "in_force"


def test_force_without_any_day_leaves_everything_after_the_signature_not_known():
    agreement = bilateral(*SIGNED, act("entry_into_force"))
    assert status(agreement, "2007-07-03") == "not_yet"
    assert status(agreement, "2026-01-01") == "not_known"


def test_nothing_recorded_is_not_known_on_every_day():
    assert status(bilateral(), "1900-01-01") == status(bilateral(), "2100-01-01") == "not_known"


def test_a_text_whose_making_is_not_dated_is_not_known_before_its_first_act():
    agreement = convention(act("entry_into_force", "1952-01-22"))
    assert status(agreement, "1952-01-21") == "not_known"
    assert status(agreement, "1952-01-22") == "in_force"


def test_an_adopted_text_is_negotiated_until_its_signature():
    agreement = convention(
        act("adoption", "2000-11-15"),
        act("signature", "2000-12-12", "TUR"),
        act("entry_into_force", "2003-09-29"),
    )
    assert status(agreement, "2000-11-14") == "not_yet"
    assert status(agreement, "2000-11-15") == "negotiated"
    assert status(agreement, "2000-12-12") == "signed_not_in_force"


def test_of_a_text_of_which_only_the_adoption_is_recorded_nothing_more_is_known():
    agreement = convention(act("adoption", "2005-11-25"))
    assert status(agreement, "2005-11-26") == "not_known"
    assert why(agreement, "2005-11-26").reason.code == "adopted_force_not_established"


def test_an_initialled_text_stays_initialled_until_it_is_signed():
    agreement = bilateral(
        act("initialling", "2022-07", "UZB"), act("signature", "2025-10-24", "UZB")
    )
    assert status(agreement, "2022-07-15") == "not_known"
    assert status(agreement, "2025-10-23") == "initialled"
    assert status(agreement, "2025-10-24") == "signed_force_not_established"


@pytest.mark.parametrize("kind", ["signature", "definitive_signature"])
def test_signature_suffices_where_a_clause_says_so_and_both_sides_signed(kind):
    signed = (act(kind, "2021-05-21", "RUS"), act(kind, "2021-06-17", "UZB"))
    agreement = bilateral(*signed, clauses=(clause("entry_into_force", "on_signature"),))
    assert status(agreement, "2021-06-16") == "signed_not_in_force"
    assert status(agreement, "2021-06-17") == "in_force"


def test_definitive_signature_of_both_sides_brings_force_without_any_clause():
    signed = [act("definitive_signature", "2021-05-21", who) for who in ("UZB", "RUS")]
    assert status(bilateral(*signed), "2021-05-21") == "in_force"


def test_the_signature_of_one_side_does_not_suffice():
    agreement = bilateral(SIGNED[0], clauses=(clause("entry_into_force", "on_signature"),))
    assert status(agreement, "2020-01-01") == "signed_force_not_established"


def test_a_fixed_day_already_known_makes_the_days_before_it_not_in_force():
    agreement = bilateral(
        *SIGNED, clauses=(clause("entry_into_force", "fixed_day", on="2008-01-01"),)
    )
    assert status(agreement, "2007-12-31") == "signed_not_in_force"
    assert status(agreement, "2008-01-01") == "in_force"


def test_a_fixed_day_without_signatures_brings_no_force():
    agreement = bilateral(
        act("adoption", "2007-01-01"),
        clauses=(clause("entry_into_force", "fixed_day", on="2008-01-01"),),
    )
    assert status(agreement, "2009-01-01") == "not_known"


def test_force_for_one_participant_shows_that_the_agreement_is_in_force_by_then():
    agreement = convention(
        act("signature", "2005-11-25", "KAZ"), act("entry_into_force", "2006-12-15", "KAZ")
    )
    assert status(agreement, "2006-12-14") == "not_known"
    assert status(agreement, "2006-12-15") == "in_force"


def test_provisional_application_lasts_until_entry_into_force():
    agreement = bilateral(*IN_FORCE, act("provisional_application", "2008-01-01"))
    assert status(agreement, "2008-01-01") == "provisionally_applied"
    assert status(agreement, "2009-07-15") == "in_force"


def test_provisional_application_by_clause_begins_with_the_later_signature():
    agreement = bilateral(
        act("signature", "2007-07-04", "UZB"),
        act("signature", "2007-08-01", "RUS"),
        clauses=(clause("provisional_application", "from_signature"),),
    )
    assert status(agreement, "2007-07-31") == "signed_force_not_established"
    assert status(agreement, "2007-08-01") == "provisionally_applied"


def test_provisional_application_that_ended_leaves_the_agreement_signed():
    agreement = bilateral(
        *SIGNED,
        act("provisional_application", "2008-01-01"),
        act("end_of_provisional_application", "2008-06-01", "RUS"),
    )
    assert status(agreement, "2008-05-31") == "provisionally_applied"
    assert status(agreement, "2008-06-01") == "signed_force_not_established"


def test_a_denounced_agreement_of_two_is_in_force_until_the_notice_takes_effect():
    notice = act("denunciation", "2015-01-10", "RUS", takes_effect="2015-07-10")
    agreement = bilateral(*IN_FORCE, notice)
    assert status(agreement, "2015-01-09") == "in_force"
    assert status(agreement, "2015-07-09") == "denounced"
    assert status(agreement, "2015-07-10") == "terminated"


def test_a_denunciation_without_a_day_of_effect_leaves_nothing_known_from_receipt():
    agreement = bilateral(*IN_FORCE, act("denunciation", "2015-01-10", "RUS"))
    assert status(agreement, "2015-01-09") == "in_force"
    assert status(agreement, "2030-01-01") == "not_known"
    assert why(agreement, "2030-01-01").reason.code == "denunciation_effect_not_known"


def test_the_clause_on_notice_gives_the_day_of_effect():
    agreement = bilateral(
        *IN_FORCE,
        act("denunciation", "2015-01-10", "RUS"),
        clauses=(clause("notice", "after_receipt", "P6M"),),
    )
    assert status(agreement, "2015-07-09") == "denounced"
    assert status(agreement, "2015-07-10") == "terminated"


def test_a_denunciation_of_one_of_many_leaves_the_convention_in_force():
    agreement = convention(
        act("entry_into_force", "2003-07-01"),
        act("denunciation", "2010-01-01", "TUR", takes_effect="2011-01-01"),
    )
    assert status(agreement, "2012-01-01") == "in_force"


def test_termination_ends_force():
    agreement = bilateral(*IN_FORCE, act("termination", "2020-05-01"))
    assert status(agreement, "2020-04-30") == "in_force"
    assert status(agreement, "2020-05-01") == "terminated"


def test_a_termination_with_a_later_effect_ends_force_only_then():
    agreement = bilateral(*IN_FORCE, act("termination", "2020-05-01", takes_effect="2021-01-01"))
    assert status(agreement, "2020-12-31") == "in_force"
    assert status(agreement, "2021-01-01") == "terminated"


def test_a_later_agreement_supersedes_only_from_its_own_entry_into_force():
    agreement = bilateral(*IN_FORCE, related=(later("supersedes", "2026-05-01"),))
    assert status(agreement, "2026-04-30") == "in_force"
    assert status(agreement, "2026-05-01") == "superseded"


def test_a_later_agreement_whose_force_is_not_established_changes_nothing():
    agreement = bilateral(*IN_FORCE, related=(later("supersedes", None),))
    assert status(agreement, "2040-01-01") == "in_force"


def test_apparent_supersession_is_said_in_the_reason():
    agreement = bilateral(*IN_FORCE, related=(later("supersedes", "2013-05-01", apparent=True),))
    found = why(agreement, "2014-01-01").reason
    assert found.code == "superseded_apparently_by"
    assert dict(found.params)["by"] == "later-agreement"


def test_a_later_text_that_does_not_bind_ends_no_agreement_that_does():
    agreement = bilateral(*IN_FORCE, related=(later("supersedes", "2013-05-01", binds=False),))
    assert status(agreement, "2014-01-01") == "in_force"


def test_an_earlier_agreement_cannot_supersede_what_did_not_exist_yet():
    agreement = bilateral(*IN_FORCE, related=(later("supersedes", "1999-01-01"),))
    assert status(agreement, "2000-01-01") == "not_yet"
    assert status(agreement, "2010-01-01") == "in_force"


def test_an_agreement_suspended_for_all_is_in_force_again_afterwards():
    agreement = convention(
        act("entry_into_force", "2003-07-01"),
        act("suspension", "2010-01-01"),
        act("end_of_suspension", "2011-01-01"),
    )
    assert status(agreement, "2010-06-01") == "suspended"
    assert status(agreement, "2011-01-01") == "in_force"


def test_suspension_for_some_lasts_until_the_last_of_them_resumes():
    agreement = convention(
        act("entry_into_force", "2003-07-01"),
        act("suspension", "2010-01-01", "UZB"),
        act("suspension", "2010-06-01", "TUR"),
        act("end_of_suspension", "2011-01-01", "UZB"),
        act("end_of_suspension", "2012-01-01", "TUR"),
    )
    assert status(agreement, "2011-06-01") == "partly_suspended"
    assert status(agreement, "2012-01-01") == "in_force"


def test_a_term_without_renewal_expires_after_its_last_day():
    agreement = bilateral(
        *IN_FORCE,
        clauses=(clause("duration", "until", on="2015-12-31"), clause("renewal", "none")),
    )
    assert status(agreement, "2015-12-31") == "in_force"
    assert status(agreement, "2016-01-01") == "expired"


def test_a_term_of_years_runs_from_entry_into_force():
    agreement = bilateral(
        *IN_FORCE, clauses=(clause("duration", "fixed", "P5Y"), clause("renewal", "none"))
    )
    assert status(agreement, "2014-07-14") == "in_force"
    assert status(agreement, "2014-07-15") == "expired"


def test_after_a_term_whose_renewal_is_not_recorded_nothing_is_known():
    agreement = bilateral(*IN_FORCE, clauses=(clause("duration", "fixed", "P5Y"),))
    assert status(agreement, "2014-07-15") == "not_known"


def test_a_term_renewed_tacitly_goes_on():
    agreement = bilateral(
        *IN_FORCE, clauses=(clause("duration", "fixed", "P5Y"), clause("renewal", "tacit", "P5Y"))
    )
    assert status(agreement, "2030-01-01") == "in_force"


def test_a_side_that_gives_up_before_force_leaves_an_agreement_that_never_entered_into_force():
    agreement = bilateral(*SIGNED, act("withdrawal_of_signature", "2008-01-01", "RUS"))
    assert status(agreement, "2008-01-01") == "never_in_force"


def test_a_search_for_an_end_that_found_none_is_the_newest_check_of_force():
    looked = act("termination", evidence="none_shown", as_at="2019-12-01")
    assert why(bilateral(*IN_FORCE, looked), "2015-01-01").checked.isoformat() == "2019-12-01"
