"""Entry into force on the consent of those named or of a share, the fewest parties, territories.

The sixteen parties are those of the convention on genocide of 1948 (article XV), the territories
those of the refugee convention of 1951 (article 40); the acts are made up.
"""

import pytest

from agreements.law import force_found
from agreements.law.computed_force import deposits_needed
from agreements.law.values import Participant
from tests.law_factories import act, bilateral, clause, convention, count, standing, status, why

ADOPTED = act("adoption", "2000-01-01")


def joined(**days):
    """A ratification of each on its day."""
    return [act("ratification", day, who) for who, day in days.items()]


def made(*acts, named=(), clauses=(), counts=(), people=("UZB", "KAZ", "TUR")):
    """A convention of these participants, some of them named by its clause."""
    participants = tuple(Participant(who, actor=who, named=who in named) for who in people)
    return convention(ADOPTED, *acts, participants=participants, clauses=clauses, counts=counts)


def computed(instrument):
    """The computed day of entry into force as written, None if none is."""
    force = force_found(instrument).computed
    return force and force.day.written


# --- Those named --------------------------------------------------------------------------------

NAMED = clause("entry_into_force", "named_participants", "P30D")


def test_it_enters_into_force_once_the_last_of_those_named_has_consented():
    acts = joined(UZB="2001-01-01", KAZ="2001-03-01", TUR="2002-01-01")
    assert computed(made(*acts, named=("UZB", "KAZ"), clauses=(NAMED,))) == "2001-03-31"


def test_while_one_of_those_named_has_not_consented_no_day_is_computed():
    acts = joined(UZB="2001-01-01", TUR="2002-01-01")
    assert computed(made(*acts, named=("UZB", "KAZ"), clauses=(NAMED,))) is None


def test_where_nobody_is_named_the_clause_says_nothing():
    assert computed(made(*joined(UZB="2001-01-01"), clauses=(NAMED,))) is None


def test_an_instrument_that_was_withdrawn_leaves_the_day_open():
    acts = [*joined(UZB="2001-01-01", KAZ="2001-03-01"),
            act("withdrawal_of_instrument", "2001-02-01", "UZB")]  # fmt: skip
    assert computed(made(*acts, named=("UZB", "KAZ"), clauses=(NAMED,))) is None


def test_a_number_of_deposits_waits_for_those_named_among_them():
    second = clause("entry_into_force", "nth_deposit", "P0D", count=2)
    acts = joined(UZB="2001-01-01", KAZ="2001-03-01", TUR="2002-01-01")
    whole = (count(3, "2002-01-01"),)
    assert computed(made(*acts, clauses=(second,), counts=whole)) == "2001-03-01"
    assert computed(made(*acts, named=("TUR",), clauses=(second,), counts=whole)) == "2002-01-01"


def test_those_who_consent_after_it_are_later_parties():
    later = clause("later_parties", "after_deposit", "P90D")
    acts = joined(UZB="2001-01-01", KAZ="2001-03-01", TUR="2002-01-01")
    found = made(*acts, named=("UZB", "KAZ"), clauses=(NAMED, later))
    assert standing(found, "KAZ", "2001-03-31") == "party"
    assert standing(found, "TUR", "2002-03-31") == "contracting"
    assert standing(found, "TUR", "2002-04-01") == "party"


# --- A share ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "of", "needed"),
    [("2/3", 10, 7), ("2/3", 9, 6), ("1/2", 3, 2), ("3/4", 4, 3), ("1/1", 5, 5),
     ("", 5, None), ("2/0", 5, None), ("two thirds", 5, None), ("2/3", None, None)],
)  # fmt: skip
def test_a_share_of_a_number_is_rounded_up(share, of, needed):
    assert (
        deposits_needed(clause("entry_into_force", "share_of_deposits", count=of, share=share))
        == needed
    )


def test_two_thirds_of_three_are_the_second_deposit():
    thirds = clause("entry_into_force", "share_of_deposits", "P30D", count=3, share="2/3")
    acts = joined(UZB="2001-01-01", KAZ="2001-03-01", TUR="2002-01-01")
    found = made(*acts, clauses=(thirds,), counts=(count(2, "2001-03-01"),))
    assert computed(found) == "2001-03-31"


def test_a_share_of_a_number_not_recorded_is_not_computed():
    thirds = clause("entry_into_force", "share_of_deposits", "P30D", share="2/3")
    assert computed(made(*joined(UZB="2001-01-01"), clauses=(thirds,))) is None


# --- The fewest parties -------------------------------------------------------------------------

FIXED = clause("entry_into_force", "fixed_day", on="2001-06-01")
FEWEST = clause("fewest_parties", "ends_below", count=2)
ALL = joined(UZB="2001-01-01", KAZ="2001-01-01", TUR="2001-01-01")
LEFT = [
    act("denunciation", "2010-01-01", "UZB", takes_effect="2011-01-01"),
    act("denunciation", "2012-01-01", "KAZ", takes_effect="2013-01-01"),
]


def test_a_convention_whose_parties_become_too_few_ends_if_its_text_says_so():
    found = made(*ALL, *LEFT, clauses=(FIXED, FEWEST), counts=(count(1, "2013-01-01"),))
    assert status(found, "2012-12-31") == "in_force"
    assert status(found, "2013-01-01") == "terminated"
    assert why(found, "2013-01-01").reason.code == "fell_below"
    assert standing(found, "TUR", "2013-01-01") == "former_party"


def test_without_such_a_clause_it_does_not_end():
    found = made(*ALL, *LEFT, clauses=(FIXED,), counts=(count(1, "2013-01-01"),))
    assert status(found, "2020-01-01") == "in_force"


def test_where_parties_may_be_missing_from_the_record_nothing_is_known():
    found = made(*ALL, *LEFT, clauses=(FIXED, FEWEST))
    assert status(found, "2012-12-31") == "in_force"
    assert status(found, "2013-01-01") == "not_known"
    assert why(found, "2013-01-01").reason.code == "may_have_fallen_below"


def test_as_many_as_the_text_asks_for_are_enough():
    found = made(*ALL, LEFT[0], clauses=(FIXED, FEWEST), counts=(count(2, "2013-01-01"),))
    assert status(found, "2020-01-01") == "in_force"


def test_who_joined_again_still_counts():
    back = act("accession", "2012-06-01", "UZB")
    found = made(*ALL, *LEFT, back, clauses=(FIXED, FEWEST), counts=(count(2, "2013-01-01"),))
    assert status(found, "2020-01-01") == "in_force"


def test_who_joins_only_later_does_not_count():
    acts = [*joined(UZB="2001-01-01", KAZ="2001-01-01", TUR="2015-01-01"), LEFT[0]]
    found = made(*acts, clauses=(FIXED, FEWEST), counts=(count(1, "2011-01-01"),))
    assert status(found, "2010-12-31") == "in_force"
    assert status(found, "2011-01-01") == "terminated"


def test_an_agreement_of_two_sides_ends_by_its_own_rule():
    acts = [act("signature", "2001-01-01", "UZB"), act("signature", "2001-01-01", "RUS")]
    found = bilateral(*acts, clauses=(FIXED, FEWEST))
    assert status(found, "2020-01-01") == "in_force"


# --- Territories --------------------------------------------------------------------------------

PART = "NLD-aruba"


def with_part(*acts, state=True):
    """A convention of the Netherlands, with a row for one of its territories."""
    people = [Participant(PART, actor="NLD", territory=True)]
    people += [Participant("NLD", actor="NLD")] if state else []
    own = joined(NLD="2001-01-01") if state else []
    entered = clause("entry_into_force", "fixed_day", on="2001-06-01")
    others = joined(UZB="2001-01-01")
    people.append(Participant("UZB", actor="UZB"))
    return convention(ADOPTED, *own, *others, *acts, participants=tuple(people), clauses=(entered,))


def test_a_territory_stands_as_its_state_from_the_day_of_its_extension():
    extended = act("territorial_application", "2005-01-01", PART, takes_effect="2005-04-01")
    found = with_part(extended)
    assert standing(found, "NLD", "2002-01-01") == "party"
    assert standing(found, PART, "2005-03-31") == "none"
    assert standing(found, PART, "2005-04-01") == "party"


def test_an_extension_before_the_state_is_bound_binds_nobody():
    found = with_part(act("territorial_application", "2001-02-01", PART))
    assert standing(found, PART, "2001-05-31") == "contracting"
    assert standing(found, PART, "2001-06-01") == "party"


def test_when_the_state_leaves_its_territory_leaves_with_it():
    gone = act("denunciation", "2010-01-01", "NLD", takes_effect="2011-01-01")
    found = with_part(act("territorial_application", "2005-01-01", PART), gone)
    assert standing(found, PART, "2010-12-31") == "party"
    assert standing(found, PART, "2011-01-01") == "former_party"


def test_an_extension_can_be_withdrawn_for_the_territory_alone():
    extended = act("territorial_application", "2005-01-01", PART, ref="act-extended")
    back = act("withdrawal_of_instrument", "2008-01-01", "NLD", concerns="act-extended")
    found = with_part(extended, back)
    assert standing(found, PART, "2007-12-31") == "party"
    assert standing(found, PART, "2008-01-01") == "former_party"
    assert standing(found, "NLD", "2008-01-01") == "party"


def test_a_territory_that_was_excluded_is_not_bound():
    found = with_part(act("territorial_exclusion", "2001-01-01", PART))
    assert standing(found, PART, "2005-01-01") == "none"
    assert why(found, "2005-01-01", PART).reason.code == "territory_excluded"


def test_a_territory_of_which_no_act_is_recorded_is_not_settled():
    found = with_part()
    assert standing(found, PART, "2005-01-01") == "not_known"
    assert why(found, "2005-01-01", PART).reason.code == "territory_not_settled"


def test_a_territory_that_consented_itself_stands_for_itself():
    assert (
        standing(with_part(act("ratification", "2003-01-01", PART)), PART, "2004-01-02") == "party"
    )


def test_without_its_state_on_record_nothing_is_known_of_a_territory():
    found = with_part(act("territorial_application", "2005-01-01", PART), state=False)
    assert standing(found, PART, "2006-01-01") == "not_known"
