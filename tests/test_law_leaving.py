"""Leaving and coming back, succession, sides with several members, recorded against computed."""

from agreements.law.values import Participant
from tests.law_factories import act, bilateral, clause, convention, standing, status, why

ADOPTED = act("adoption", "1990-12-18")
FORCE = act("entry_into_force", "2003-07-01")
AFTER_90_DAYS = clause("later_parties", "after_deposit", "P90D")


def treaty(*acts, **more):
    """A convention adopted in 1990 and in force since 1 July 2003."""
    return convention(ADOPTED, FORCE, *acts, **more)


# --- Leaving, and coming back -------------------------------------------------------------------

YEAR_OF_NOTICE = clause("notice", "after_receipt", "P1Y")


def test_who_left_by_notice_and_joined_again_is_a_party_twice():
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"),
        act("denunciation", "2010-01-01", "UZB"),
        act("accession", "2015-01-01", "UZB"),
        act("denunciation", "2018-02-28", "UZB"),
        clauses=(YEAR_OF_NOTICE, AFTER_90_DAYS),
    )
    days = {
        "2010-12-31": "party",
        "2011-01-01": "former_party",
        "2015-01-01": "contracting",
        "2015-03-31": "contracting",
        "2015-04-01": "party",
        "2019-02-27": "party",
        "2019-02-28": "former_party",
    }
    assert {on: standing(agreement, "UZB", on) for on in days} == days


def withdrawing(on, concerns):
    """The withdrawal of a notice of denunciation."""
    return act("withdrawal_of_instrument", on, "UZB", concerns=concerns.ref)


def test_a_notice_withdrawn_before_it_took_effect_leaves_a_party():
    notice = act("denunciation", "2010-01-01", "UZB")
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"),
        notice,
        withdrawing("2010-12-31", notice),
        clauses=(YEAR_OF_NOTICE,),
    )
    assert standing(agreement, "UZB", "2011-01-01") == "party"


def test_a_notice_cannot_be_withdrawn_once_it_has_taken_effect():
    notice = act("denunciation", "2010-01-01", "UZB")
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"),
        notice,
        withdrawing("2011-01-01", notice),
        clauses=(YEAR_OF_NOTICE,),
    )
    assert standing(agreement, "UZB", "2011-01-01") == "former_party"


def test_of_a_notice_that_may_have_been_withdrawn_in_time_nothing_is_known():
    notice = act("denunciation", "2010-01-01", "UZB")
    agreement = treaty(
        act("ratification", "2002-01-01", "UZB"),
        notice,
        withdrawing("2010/2011", notice),
        clauses=(YEAR_OF_NOTICE,),
    )
    assert standing(agreement, "UZB", "2012-01-01") == "not_known"


def test_who_withdraws_a_notice_before_force_stays_a_contracting_state():
    notice = act("denunciation", "1998-01-01", "UZB")
    agreement = treaty(
        act("ratification", "1997-01-01", "UZB"),
        notice,
        withdrawing("1998-06-01", notice),
        clauses=(YEAR_OF_NOTICE,),
    )
    assert standing(agreement, "UZB", "1998-06-01") == "contracting"
    assert standing(agreement, "UZB", "2000-01-01") == "contracting"


def test_between_two_sides_a_withdrawn_notice_leaves_the_agreement_in_force():
    notice = act("denunciation", "2010-01-01", "UZB")
    agreement = bilateral(
        act("signature", "2003-11-24", "UZB"),
        act("entry_into_force", "2004-04-01"),
        notice,
        withdrawing("2010-06-01", notice),
        clauses=(YEAR_OF_NOTICE,),
    )
    assert status(agreement, "2010-05-31") == "denounced"
    assert status(agreement, "2010-06-01") == "in_force"
    assert status(agreement, "2020-01-01") == "in_force"


def test_reservations_objections_and_their_withdrawal_change_no_standing():
    kinds = ("reservation", "withdrawal_of_reservation", "objection", "withdrawal_of_objection")
    others = [act(kind, "2010-01-01", "UZB") for kind in (*kinds, "declaration")]
    agreement = treaty(act("ratification", "2002-01-01", "UZB"), *others)
    assert standing(agreement, "UZB", "2012-01-01") == "party"


# --- Organizations ------------------------------------------------------------------------------


def test_formal_confirmation_by_an_organization_is_consent():
    people = (Participant("EU", actor="eu", is_organization=True),)
    agreement = treaty(
        act("signature", "2000-12-12", "EU"),
        act("formal_confirmation", "2010-12-23", "EU"),
        participants=people,
        clauses=(clause("later_parties", "after_deposit", "P30D"),),
    )
    assert standing(agreement, "EU", "2010-12-22") == "signatory"
    assert standing(agreement, "EU", "2011-01-21") == "contracting"
    assert standing(agreement, "EU", "2011-01-22") == "party"


# --- Succession ---------------------------------------------------------------------------------

UNION_AND_STATE = (Participant("p-1", actor="CSK"), Participant("p-2", actor="CZE"))


def test_a_successor_continues_what_its_predecessor_was():
    agreement = treaty(
        act("accession", "1991-11-26", "p-1", takes_effect="2003-07-01"),
        act("succession", "2004-05-11", "p-2", takes_effect="2004-01-01", predecessor="CSK"),
        participants=UNION_AND_STATE,
    )
    assert standing(agreement, "p-1", "2003-12-31") == "party"
    assert standing(agreement, "p-2", "2003-12-31") == "none"
    assert standing(agreement, "p-2", "2004-01-01") == "party"


def test_a_succession_without_a_recorded_effect_may_reach_back_to_the_predecessors_consent():
    agreement = treaty(
        act("accession", "2004-11-26", "p-1"),
        act("succession", "2008-05-11", "p-2", predecessor="CSK"),
        participants=UNION_AND_STATE,
        clauses=(AFTER_90_DAYS,),
    )
    assert standing(agreement, "p-2", "2004-11-25") == "none"
    assert standing(agreement, "p-2", "2004-11-26") == "not_known"
    assert standing(agreement, "p-2", "2008-05-10") == "not_known"
    assert standing(agreement, "p-2", "2008-05-11") == "party"
    assert why(agreement, "2006-01-01", "p-2").reason.code == "succession_effect_not_recorded"


def test_where_the_predecessor_is_not_on_record_a_succession_may_reach_back_to_the_text():
    agreement = treaty(act("succession", "2008-05-11", "UZB"))
    assert standing(agreement, "UZB", "1990-12-17") == "none"
    assert standing(agreement, "UZB", "1995-01-01") == "not_known"
    assert standing(agreement, "UZB", "2008-05-11") == "party"


SIDES_WITH_A_SUCCESSOR = (
    Participant("p-1", 1, actor="SUN"),
    Participant("p-2", 1, actor="UZB"),
    Participant("p-3", 2, actor="FIN"),
)


def test_the_successor_to_a_side_is_bound_by_its_succession_and_not_before():
    agreement = bilateral(
        act("signature", "1972-01-01", "p-1"),
        act("signature", "1972-01-01", "p-3"),
        act("entry_into_force", "1973-01-01"),
        act("succession", "1994-01-01", "p-2", takes_effect="1991-08-31", predecessor="SUN"),
        participants=SIDES_WITH_A_SUCCESSOR,
    )
    assert standing(agreement, "p-1", "1980-01-01") == "party"
    assert standing(agreement, "p-2", "1980-01-01") == "none"
    assert standing(agreement, "p-2", "1991-08-31") == "party"
    assert standing(agreement, "p-3", "1980-01-01") == "party"


def test_a_denunciation_by_the_successor_is_that_of_the_whole_side():
    agreement = bilateral(
        act("signature", "1972-01-01", "p-1"),
        act("entry_into_force", "1973-01-01"),
        act("succession", "1994-01-01", "p-2", takes_effect="1991-08-31", predecessor="SUN"),
        act("denunciation", "2000-01-01", "p-2", takes_effect="2001-01-01"),
        participants=SIDES_WITH_A_SUCCESSOR,
    )
    assert status(agreement, "2001-01-01") == "terminated"


def test_the_successor_need_not_sign_for_signature_to_suffice():
    agreement = bilateral(
        act("signature", "1972-01-01", "p-1"),
        act("signature", "1972-01-01", "p-3"),
        act("succession", "1994-01-01", "p-2", takes_effect="1991-08-31", predecessor="SUN"),
        participants=SIDES_WITH_A_SUCCESSOR,
        clauses=(clause("entry_into_force", "on_signature"),),
    )
    assert status(agreement, "1972-01-01") == "in_force"


# --- Sides with several members -----------------------------------------------------------------

BENELUX = (
    Participant("UZB", 1),
    Participant("BEL", 2),
    Participant("NLD", 2),
    Participant("IOM", 2, "observer"),
)


def benelux(*acts):
    """In force since 2004 between Uzbekistan and a side of two; a year's notice."""
    signed = [act("signature", "2003-11-24", who) for who in ("UZB", "BEL", "NLD")]
    force = act("entry_into_force", "2004-04-01")
    return bilateral(*signed, force, *acts, participants=BENELUX, clauses=(YEAR_OF_NOTICE,))


def test_a_side_of_several_has_left_once_its_last_member_has():
    first = act("denunciation", "2010-01-01", "BEL")
    last = act("denunciation", "2012-01-01", "NLD")
    assert status(benelux(first), "2011-01-01") == "in_force"
    assert standing(benelux(first), "BEL", "2011-01-01") == "former_party"
    both = benelux(first, last)
    assert status(both, "2011-06-01") == "in_force"
    assert status(both, "2012-06-01") == "denounced"
    assert status(both, "2013-01-01") == "terminated"
    assert standing(both, "UZB", "2013-01-01") == "former_party"


def test_a_side_of_several_has_not_left_while_a_member_took_its_notice_back():
    first = act("denunciation", "2010-01-01", "BEL")
    back = act("withdrawal_of_instrument", "2010-06-01", "BEL", concerns=first.ref)
    last = act("denunciation", "2012-01-01", "NLD")
    assert status(benelux(first, back, last), "2013-01-01") == "in_force"


def test_an_observer_of_a_side_ends_nothing():
    assert status(benelux(act("denunciation", "2010-01-01", "IOM")), "2012-01-01") == "in_force"


# --- Recorded and computed effect ---------------------------------------------------------------


def test_a_recorded_effect_that_is_verified_decides_against_the_clause():
    deposit = act("accession", "2010-01-01", "UZB", takes_effect="2010-07-01", verified=True)
    agreement = treaty(deposit, clauses=(AFTER_90_DAYS,))
    assert standing(agreement, "UZB", "2010-06-30") == "contracting"
    assert standing(agreement, "UZB", "2010-07-01") == "party"
    assert why(agreement, "2011-01-01", "UZB").reason.code == "recorded_and_not_computed"


def test_between_a_recorded_effect_that_is_not_verified_and_the_computed_one_nothing_is_known():
    deposit = act("accession", "2010-01-01", "UZB", takes_effect="2010-07-01")
    agreement = treaty(deposit, clauses=(AFTER_90_DAYS,))
    assert standing(agreement, "UZB", "2010-03-31") == "contracting"
    assert standing(agreement, "UZB", "2010-04-01") == "not_known"
    assert standing(agreement, "UZB", "2010-07-01") == "party"


def test_the_recorded_entry_into_force_for_a_participant_is_held_against_the_clause_too():
    acts = (
        act("accession", "2010-01-01", "UZB"),
        act("entry_into_force", "2010-07-01", "UZB"),
    )
    assert standing(treaty(*acts), "UZB", "2010-06-30") == "contracting"
    differing = treaty(*acts, clauses=(AFTER_90_DAYS,))
    assert standing(differing, "UZB", "2010-03-31") == "contracting"
    assert standing(differing, "UZB", "2010-04-01") == "not_known"
    assert standing(differing, "UZB", "2010-07-01") == "party"
