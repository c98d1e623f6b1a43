"""What a participant is to an agreement that binds, on a day."""

from agreements.law.values import Participant
from tests.law_factories import (
    act,
    bilateral,
    clause,
    convention,
    later,
    standing,
    status,
    why,
)

ADOPTED = act("adoption", "1990-12-18")
FORCE = act("entry_into_force", "2003-07-01")
AFTER_90_DAYS = clause("later_parties", "after_deposit", "P90D")


def treaty(*acts, **more):
    """A convention adopted in 1990 and in force since 1 July 2003."""
    return convention(ADOPTED, FORCE, *acts, **more)


def test_before_the_text_existed_nobody_had_a_standing():
    assert standing(treaty(), "UZB", "1990-12-17") == "none"


def test_of_a_participant_without_acts_nothing_is_known():
    assert standing(treaty(), "UZB", "2000-01-01") == "not_known"
    assert why(treaty(), "2000-01-01", "UZB").reason.code == "no_act_recorded"


def test_none_shown_holds_from_adoption_to_its_as_at_day_and_a_claim_changes_nothing():
    agreement = treaty(
        act("any_act", by="UZB", evidence="none_shown", as_at="2023-10-18"),
        act("consent_to_be_bound", by="UZB", evidence="claimed"),
    )
    assert standing(agreement, "UZB", "1990-12-18") == "none_shown"
    assert standing(agreement, "UZB", "2023-10-18") == "none_shown"
    assert standing(agreement, "UZB", "2023-10-19") == "not_known"
    assert standing(agreement, "UZB", "2026-06-01") == "not_known"


def test_none_shown_without_any_day_says_nothing():
    agreement = treaty(act("any_act", by="UZB", evidence="none_shown"))
    assert standing(agreement, "UZB", "2000-01-01") == "not_known"
    assert why(agreement, "2000-01-01", "UZB").reason.code == "none_shown_day_not_known"


def test_no_signature_shown_does_not_exclude_accession():
    agreement = treaty(act("signature", by="UZB", evidence="none_shown", as_at="2015"))
    assert standing(agreement, "UZB", "2010-01-01") == "not_known"


def test_who_only_claims_to_be_a_party_is_not_known():
    agreement = treaty(act("consent_to_be_bound", "2005-01-01", "UZB", evidence="claimed"))
    assert standing(agreement, "UZB", "2010-01-01") == "not_known"
    assert why(agreement, "2010-01-01", "UZB").reason.code == "only_claimed"


def test_an_accession_after_none_shown_keeps_both():
    agreement = treaty(
        act("any_act", by="TUR", evidence="none_shown", as_at="2015-03-14"),
        act("accession", "2015-03-26", "TUR", takes_effect="2015-06-24"),
    )
    assert standing(agreement, "TUR", "2015-03-14") == "none_shown"
    assert standing(agreement, "TUR", "2015-03-25") == "none"
    assert standing(agreement, "TUR", "2015-03-26") == "contracting"
    assert standing(agreement, "TUR", "2015-06-24") == "party"
    assert why(agreement, "2020-01-01", "TUR").checked is None


def test_a_signatory_stays_one_and_says_how_far_it_was_checked():
    agreement = convention(
        act("signature", "2001-06-28", "UZB", as_at="2015-03-14"),
        act("ratification", by="UZB", evidence="none_shown", as_at="2017"),
        act("entry_into_force", "2004-01-28"),
    )
    assert standing(agreement, "UZB", "2001-06-27") == "none"
    assert standing(agreement, "UZB", "2017-12-31") == "signatory"
    assert standing(agreement, "UZB", "2026-01-01") == "signatory"
    assert why(agreement, "2026-01-01", "UZB").checked.isoformat() == "2017-01-01"


def test_who_consented_in_time_is_a_party_from_entry_into_force():
    agreement = treaty(
        act("signature", "2000-09-07", "UZB"), act("ratification", "2002-01-08", "UZB")
    )
    assert standing(agreement, "UZB", "2002-01-07") == "signatory"
    assert standing(agreement, "UZB", "2003-06-30") == "contracting"
    assert standing(agreement, "UZB", "2003-07-01") == "party"


def test_a_later_party_is_bound_on_the_ninetieth_day_after_deposit():
    agreement = treaty(act("accession", "2003-09-29", "UZB"), clauses=(AFTER_90_DAYS,))
    assert standing(agreement, "UZB", "2003-09-29") == "contracting"
    assert standing(agreement, "UZB", "2003-12-27") == "contracting"
    assert standing(agreement, "UZB", "2003-12-28") == "party"


def test_a_later_party_may_be_bound_on_the_first_of_a_month():
    rule = clause("later_parties", "first_of_month_after_deposit", "P3M")
    agreement = treaty(act("accession", "2010-11-15", "UZB"), clauses=(rule,))
    assert standing(agreement, "UZB", "2011-02-28") == "contracting"
    assert standing(agreement, "UZB", "2011-03-01") == "party"


def test_without_the_clause_for_later_parties_a_year_from_deposit_is_not_known():
    agreement = treaty(act("accession", "2008-08-12", "UZB"))
    assert standing(agreement, "UZB", "2008-08-11") == "none"
    assert standing(agreement, "UZB", "2008-08-12") == "not_known"
    assert standing(agreement, "UZB", "2009-08-11") == "not_known"
    assert standing(agreement, "UZB", "2009-08-12") == "party"
    assert why(agreement, "2009-01-01", "UZB").reason.code == "consent_delay_not_recorded"


def test_who_deposits_after_the_deciding_deposit_is_a_later_party():
    clauses = (clause("entry_into_force", "nth_deposit", "P90D", count=40), AFTER_90_DAYS)
    agreement = treaty(act("ratification", "2003-06-20", "UZB"), clauses=clauses)
    assert standing(agreement, "UZB", "2003-07-01") == "contracting"
    assert standing(agreement, "UZB", "2003-09-18") == "party"


def test_a_consent_to_an_agreement_whose_force_is_not_established_is_not_known_to_bind():
    agreement = convention(ADOPTED, act("accession", "1999-01-15", "KAZ"))
    assert standing(agreement, "KAZ", "1999-01-14") == "none"
    assert standing(agreement, "KAZ", "2005-01-01") == "not_known"


def test_a_ratification_without_a_day_leaves_everything_after_the_signature_not_known():
    agreement = treaty(act("signature", "2012-03-01", "UZB"), act("ratification", by="UZB"))
    assert standing(agreement, "UZB", "2012-02-29") == "none"
    assert standing(agreement, "UZB", "2012-03-01") == "not_known"
    assert standing(agreement, "UZB", "2030-01-01") == "not_known"


def test_a_ratification_without_a_day_is_known_from_the_day_that_shows_it():
    agreement = treaty(
        act("signature", "1999-01-13", "TUR"), act("ratification", by="TUR", as_at="2002-05-01")
    )
    assert standing(agreement, "TUR", "2002-04-30") == "not_known"
    assert standing(agreement, "TUR", "2002-05-01") == "contracting"
    assert standing(agreement, "TUR", "2003-07-01") == "party"


def test_a_ratification_known_to_the_year_is_settled_where_both_ends_agree():
    agreement = treaty(act("ratification", "2002", "UZB"))
    assert standing(agreement, "UZB", "2002-06-01") == "not_known"
    assert standing(agreement, "UZB", "2002-12-31") == "contracting"
    assert standing(agreement, "UZB", "2003-07-01") == "party"


def test_internal_approval_is_no_act_towards_other_states():
    agreement = treaty(act("internal_approval", "2013-03-28", "UZB"))
    assert standing(agreement, "UZB", "2020-01-01") == "not_known"
    assert why(agreement, "2020-01-01", "UZB").reason.code == "only_internal_approval"


def test_membership_votes_endorsements_and_forums_make_no_party():
    for kind in ("membership", "vote", "endorsement", "participation_in_forum"):
        agreement = treaty(act(kind, "2007-10-05", "UZB", vote="for" if kind == "vote" else ""))
        assert standing(agreement, "UZB", "2020-01-01") == "not_known"


def test_internal_approval_after_signature_leaves_a_signatory():
    agreement = treaty(
        act("signature", "1995-01-01", "UZB"), act("internal_approval", "1996-01-01", "UZB")
    )
    assert standing(agreement, "UZB", "2010-01-01") == "signatory"


def test_a_withdrawn_party_is_not_bound_from_the_effective_day_and_others_stay():
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"),
        act("ratification", "2002-01-01", "KAZ"),
        act("denunciation", "2010-01-01", "UZB", takes_effect="2011-01-01"),
    )
    assert standing(agreement, "UZB", "2010-12-31") == "party"
    assert standing(agreement, "UZB", "2011-01-01") == "former_party"
    assert standing(agreement, "KAZ", "2011-01-01") == "party"


def test_of_a_denunciation_without_a_day_of_effect_nothing_is_known_from_receipt():
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"), act("denunciation", "2010-01-01", "UZB")
    )
    assert standing(agreement, "UZB", "2009-12-31") == "party"
    assert standing(agreement, "UZB", "2020-01-01") == "not_known"


def test_who_left_can_join_again():
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"),
        act("denunciation", "2010-01-01", "UZB", takes_effect="2011-01-01"),
        act("accession", "2015-01-01", "UZB", takes_effect="2015-04-01"),
    )
    assert standing(agreement, "UZB", "2014-12-31") == "former_party"
    assert standing(agreement, "UZB", "2015-01-01") == "contracting"
    assert standing(agreement, "UZB", "2015-04-01") == "party"


def test_a_withdrawn_signature_leaves_no_standing():
    agreement = treaty(
        act("signature", "1995-01-01", "UZB"), act("withdrawal_of_signature", "1999-01-01", "UZB")
    )
    assert standing(agreement, "UZB", "1998-12-31") == "signatory"
    assert standing(agreement, "UZB", "1999-01-01") == "none"


def test_an_instrument_withdrawn_before_force_leaves_the_signature():
    agreement = treaty(
        act("signature", "1995-01-01", "UZB"),
        act("ratification", "1997-01-01", "UZB"),
        act("withdrawal_of_instrument", "1999-01-01", "UZB"),
    )
    assert standing(agreement, "UZB", "1998-12-31") == "contracting"
    assert standing(agreement, "UZB", "2005-01-01") == "signatory"


def test_an_instrument_cannot_be_withdrawn_once_it_binds():
    agreement = treaty(
        act("ratification", "1997-01-01", "UZB"),
        act("withdrawal_of_instrument", "2005-01-01", "UZB"),
    )
    assert standing(agreement, "UZB", "2006-01-01") == "party"


def test_signature_ad_referendum_counts_once_confirmed_and_from_its_own_day():
    signed = act("signature_ad_referendum", "1995-01-01", "UZB")
    confirmed = act("confirmation_of_signature", "1996-01-01", "UZB")
    assert standing(treaty(signed), "UZB", "1995-06-01") == "not_known"
    assert standing(treaty(signed, confirmed), "UZB", "1995-06-01") == "signatory"


def test_provisional_application_by_a_participant_lasts_until_it_is_bound_or_ends_it():
    applying = act("provisional_application", "2001-01-01", "UZB")
    ended = act("end_of_provisional_application", "2002-01-01", "UZB")
    bound = act("ratification", "2002-06-01", "UZB")
    assert standing(treaty(applying), "UZB", "2002-06-01") == "provisionally_applying"
    assert standing(treaty(applying, ended), "UZB", "2002-06-01") == "none"
    assert standing(treaty(applying, bound), "UZB", "2003-06-30") == "provisionally_applying"
    assert standing(treaty(applying, bound), "UZB", "2003-07-01") == "party"


def test_a_suspended_party_is_a_party_again_afterwards():
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"),
        act("suspension", "2010-01-01", "UZB"),
        act("end_of_suspension", "2011-01-01", "UZB"),
    )
    assert standing(agreement, "UZB", "2010-06-01") == "party_suspended"
    assert standing(agreement, "UZB", "2011-01-01") == "party"


def test_when_the_agreement_ends_its_parties_are_former_parties():
    agreement = treaty(act("ratification", "2002-01-01", "UZB"), act("termination", "2020-01-01"))
    assert standing(agreement, "UZB", "2019-12-31") == "party"
    assert standing(agreement, "UZB", "2020-01-01") == "former_party"


def test_among_several_a_later_agreement_leaves_open_whom_the_earlier_still_binds():
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"), related=(later("supersedes", "2020-01-01"),)
    )
    assert standing(agreement, "UZB", "2020-01-01") == "not_known"


def test_a_succession_binds_from_the_day_given_for_its_effect():
    agreement = treaty(act("succession", "2006-10-23", "UZB", takes_effect="2006-06-03"))
    assert standing(agreement, "UZB", "2006-06-03") == "party"


def test_entry_into_force_of_an_agreement_of_two_sides_binds_both():
    agreement = bilateral(
        act("signature", "2003-11-24", "UZB"), act("entry_into_force", "2004-04-01")
    )
    assert standing(agreement, "UZB", "2004-03-31") == "signatory"
    assert standing(agreement, "UZB", "2004-04-01") == "party"
    assert standing(agreement, "RUS", "2004-04-01") == "party"
    assert why(agreement, "2004-04-01", "RUS").reason.code == "both_sides_bound"


def test_signatures_of_two_sides_make_signatories_and_not_parties():
    agreement = bilateral(act("signature", "2007-07-04", "UZB"))
    assert standing(agreement, "UZB", "2020-01-01") == "signatory"
    assert standing(agreement, "RUS", "2020-01-01") == "not_known"


def test_the_end_of_an_agreement_of_two_makes_both_former_parties():
    agreement = bilateral(
        act("signature", "2003-11-24", "UZB"),
        act("entry_into_force", "2004-04-01"),
        act("denunciation", "2010-01-01", "RUS", takes_effect="2010-07-01"),
    )
    assert standing(agreement, "UZB", "2010-06-30") == "party"
    assert standing(agreement, "UZB", "2010-07-01") == "former_party"
    assert standing(agreement, "RUS", "2010-07-01") == "former_party"


def test_an_observer_of_an_agreement_of_two_is_bound_by_nothing():
    people = (Participant("UZB", 1), Participant("RUS", 2), Participant("IOM", 2, "observer"))
    agreement = bilateral(act("entry_into_force", "2004-04-01"), participants=people)
    assert standing(agreement, "IOM", "2010-01-01") == "not_known"


def test_a_member_of_a_side_of_several_is_bound_only_with_an_act_of_its_own():
    people = (Participant("UZB", 1), Participant("EU", 2), Participant("FRA", 2))
    agreement = bilateral(
        act("signature", "1996-06-21", "EU"),
        act("entry_into_force", "1999-07-01"),
        participants=people,
    )
    assert standing(agreement, "EU", "2000-01-01") == "party"
    assert standing(agreement, "FRA", "2000-01-01") == "not_known"
    assert standing(agreement, "UZB", "2000-01-01") == "party"


def test_a_member_that_leaves_its_side_leaves_the_agreement_in_force():
    people = (Participant("UZB", 1), Participant("EU", 2), Participant("GBR", 2))
    agreement = bilateral(
        act("signature", "1996-06-21", "GBR"),
        act("entry_into_force", "1999-07-01"),
        act("denunciation", "2020-01-31", "GBR", takes_effect="2020-01-31"),
        participants=people,
    )
    assert status(agreement, "2021-01-01") == "in_force"
    assert standing(agreement, "GBR", "2021-01-01") == "former_party"


def test_entry_into_force_for_a_participant_makes_it_a_party_from_that_day():
    agreement = treaty(
        act("notification", "2006-12-01", "KAZ"), act("entry_into_force", "2006-12-15", "KAZ")
    )
    assert standing(agreement, "KAZ", "2006-12-14") == "contracting"
    assert standing(agreement, "KAZ", "2006-12-15") == "party"


def test_a_consent_known_to_the_year_binds_at_the_latest_a_year_after_its_end():
    agreement = treaty(act("accession", "2008", "UZB"))
    assert standing(agreement, "UZB", "2009-12-30") == "not_known"
    assert standing(agreement, "UZB", "2009-12-31") == "party"


def test_who_saw_an_act_looked_no_earlier_than_it_was_done():
    agreement = treaty(act("ratification", "2002-01-11", "UZB", as_at="2002-01"))
    assert why(agreement, "2010-01-01", "UZB").checked.isoformat() == "2002-01-11"


def test_an_act_known_to_the_month_is_not_given_a_day():
    agreement = treaty(act("signature", "1995-03", "UZB"))
    assert dict(why(agreement, "2000-01-01", "UZB").reason.params) == {
        "day": "1995-03-01/1995-03-31"
    }


def test_no_ratification_shown_says_nothing_of_the_time_before_the_signature():
    agreement = treaty(
        act("signature", "2001-06-28", "UZB"),
        act("ratification", by="UZB", evidence="none_shown", as_at="2017"),
    )
    assert standing(agreement, "UZB", "2001-06-27") == "none"
