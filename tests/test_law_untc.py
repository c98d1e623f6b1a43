"""The depositary's dates follow from the acts and the rule: six conventions of the United Nations.

The acts are in `untc_deposits`. The rules are those of the texts: UNTOC 38, its protocols on
trafficking (17) and smuggling (22), migrant workers 87, refugees 43 and their protocol VIII.
"""

import pytest

from agreements.law import force_found, reading_of_instrument
from agreements.law.values import Participant
from tests.law_factories import act, answer, clause, convention, count, parent, standing, status
from tests.untc_deposits import DEPOSITS, SIX_STATES

STATES = ("UZB", "KAZ", "KGZ", "TJK", "TKM", "RUS")
# Those of them that are among the first depositors of some table.
AMONG_THE_SIX = {"Tajikistan", "Kyrgyzstan"}
TABLE_OF = "2015-03"
# Adoption; how many deposits and the delay; the rule for later parties.
TEXTS = {
    "untoc": ("2000-11-15", ("nth_deposit", 40, "P90D"), ("after_deposit", "P30D")),
    "trafficking": ("2000-11-15", ("nth_deposit", 40, "P90D"), ("after_deposit", "P30D")),
    "smuggling": ("2000-11-15", ("nth_deposit", 40, "P90D"), ("after_deposit", "P30D")),
    "migrant_workers": (
        "1990-12-18",
        ("first_of_month_after", 20, "P3M"),
        ("first_of_month_after_deposit", "P3M"),
    ),
    "refugees": ("1951-07-28", ("nth_deposit", 6, "P90D"), ("after_deposit", "P90D")),
    "refugees_protocol": ("1967-01-31", ("nth_deposit", 6, "P0D"), ("after_deposit", "P0D")),
}
IN_FORCE = {
    "untoc": "2003-09-29",
    "trafficking": "2003-12-25",
    "smuggling": "2004-01-28",
    "migrant_workers": "2003-07-01",
    "refugees": "1954-04-22",
    "refugees_protocol": "1967-10-04",
}
PROTOCOLS = {"trafficking", "smuggling"}


def entries(text):
    """The entries of a piece of a table."""
    return [entry.strip() for entry in text.replace("\n", ";").split(";") if entry.strip()]


def deposited(by, on, letter=""):
    """An instrument by its printed letter."""
    return act("accession" if letter == "a" else "ratification", on, by, as_at=TABLE_OF)


def deciding_deposits(name):
    """The deposits up to the one that decided, by those who are not among the six states."""
    for entry in entries(DEPOSITS[name]):
        day, _, rest = entry.partition(" ")
        letter, _, who = rest.partition(" ") if rest[:2] == "a " else ("", "", rest)
        if who not in AMONG_THE_SIX:
            yield deposited(who, day, letter)


def acts_of_six(name):
    """Every act of the six states; of those without any, that none is shown."""
    for entry in entries(SIX_STATES[name]):
        state, signed, instrument, *letter = entry.split()
        if signed != "-":
            yield act("signature", signed, state, as_at=TABLE_OF)
        if instrument != "-":
            yield deposited(state, instrument, *letter)
        elif signed == "-":
            yield act("any_act", by=state, evidence="none_shown", as_at=TABLE_OF)
        else:
            yield act("ratification", by=state, evidence="none_shown", as_at=TABLE_OF)


def instrument(name, without=(), **more):
    """A convention with the deposits that decided, counted on the day of the last of them."""
    adopted, (rule, number, delay), (later, wait) = TEXTS[name]
    deposits = [one for one in deciding_deposits(name) if one.participant not in without]
    acts = [act("adoption", adopted), *deposits, *acts_of_six(name)]
    counted = entries(DEPOSITS[name])
    parties = count(len(counted), counted[-1].partition(" ")[0])
    return convention(
        *acts,
        **{
            "participants": tuple(
                Participant(key) for key in {a.participant for a in acts} - {None}
            ),
            "clauses": (
                clause("entry_into_force", rule, delay, count=number),
                clause("later_parties", later, wait),
            ),
            "counts": (parties,),
            "parents": (parent(in_force("untoc")),) if name in PROTOCOLS else (),
        }
        | more,
    )


def in_force(name):
    """The day of entry into force that is computed, as written."""
    return force_found(instrument(name)).computed.day.written


@pytest.mark.parametrize("name", TEXTS)
def test_the_deposits_and_the_rule_give_the_depositarys_day(name):
    assert in_force(name) == IN_FORCE[name]


@pytest.mark.parametrize("name", TEXTS)
def test_the_day_before_it_was_not_in_force(name):
    found = instrument(name)
    [entered] = [p for p in reading_of_instrument(found).agreement if p.status == "in_force"]
    assert entered.start.isoformat() == IN_FORCE[name]
    before = [p.status for p in reading_of_instrument(found).agreement if p.end <= entered.start]
    assert before[0] == "not_yet" and "not_known" not in before


@pytest.mark.parametrize(
    ("name", "missing"),
    [("untoc", "Armenia"), ("refugees", "Australia"), ("smuggling", "Monaco")],
)
def test_without_a_deposit_that_decided_no_day_is_given(name, missing):
    found = instrument(name, without={missing})
    computed = force_found(found).computed
    assert computed is None or not computed.day.is_exact
    assert status(found, IN_FORCE[name]) in {"not_known", "signed_force_not_established"}


def test_without_a_deposit_that_decided_a_recorded_day_stands():
    gone = instrument("untoc", without={"Armenia"})
    recorded = act("entry_into_force", IN_FORCE["untoc"])
    found = instrument("untoc", without={"Armenia"}, acts=(*gone.acts, recorded))
    assert status(found, "2003-09-28") == "signed_not_in_force"
    assert status(found, "2003-09-29") == "in_force"


# --- A predecessor whose deposit decided --------------------------------------------------------

# Suppression of the traffic in persons, 1950 (VII-11-a): the ninetieth day after the second
# deposit. Yugoslavia's, the second, is no longer in the table; its successors are.
YUGOSLAVIA = act("ratification", "1951-04-26", "Yugoslavia")


def traffic_in_persons(*more, **named):
    """The convention of 1950 as its table shows it: two deposits, one of the successions."""
    acts = (
        act("adoption", "1949-12-02"),
        act("accession", "1950-12-28", "Israel"),
        act("ratification", "1951-10-10", "South Africa"),
        act("succession", "1993-09-01", "Bosnia and Herzegovina", predecessor="YUG"),
        *more,
    )
    keys = {a.participant for a in acts} - {None}
    actors = {"Yugoslavia": "YUG"}
    return convention(
        *acts,
        participants=tuple(Participant(key, actor=actors.get(key)) for key in keys),
        clauses=(clause("entry_into_force", "nth_deposit", "P90D", count=2),),
        counts=(count(len(keys), "2015-03-01"),),
        **named,
    )


def test_with_the_deposit_of_the_state_that_is_gone_the_depositarys_day_follows():
    assert force_found(traffic_in_persons(YUGOSLAVIA)).taken.day.written == "1951-07-25"


def test_without_it_nothing_is_known_until_the_day_that_the_table_gives():
    found = traffic_in_persons()
    assert status(found, "1951-07-25") == "not_known"
    assert status(found, "1952-01-07") == "not_known"
    assert status(found, "1952-01-08") == "in_force"


def test_without_it_a_recorded_day_is_not_contradicted():
    found = traffic_in_persons(act("entry_into_force", "1951-07-25"))
    assert status(found, "1951-07-24") == "negotiated"
    assert status(found, "1951-07-25") == "in_force"


# --- Twenty days of six states ------------------------------------------------------------------

TWENTY_DAYS = {
    "UZB": """
untoc 2000-11-14 none; untoc 2000-12-12 none; untoc 2000-12-13 signatory
untoc 2003-12-08 signatory; untoc 2003-12-09 contracting; untoc 2004-01-07 contracting
untoc 2004-01-08 party; untoc 2015-03-01 party; trafficking 2001-06-27 none
trafficking 2001-06-28 signatory; trafficking 2008-08-11 signatory
trafficking 2008-08-12 contracting; trafficking 2008-09-10 contracting
trafficking 2008-09-11 party; smuggling 2001-06-27 none; smuggling 2004-01-28 signatory
smuggling 2015-03-01 signatory; migrant_workers 2003-07-01 none_shown
refugees 1999-01-01 none_shown; refugees_protocol 2015-03-02 not_known
""",
    "KAZ": """
untoc 2000-12-12 none; untoc 2000-12-13 signatory; untoc 2008-07-30 signatory
untoc 2008-07-31 contracting; untoc 2008-08-29 contracting; untoc 2008-08-30 party
trafficking 2008-07-30 none; trafficking 2008-07-31 contracting; trafficking 2008-08-30 party
smuggling 2004-01-28 none; smuggling 2008-08-29 contracting; smuggling 2008-08-30 party
migrant_workers 1990-12-17 none; migrant_workers 2003-07-01 none_shown
migrant_workers 2015-03-02 not_known; refugees 1999-01-14 none; refugees 1999-01-15 contracting
refugees 1999-04-15 party; refugees_protocol 1999-01-14 none; refugees_protocol 1999-01-15 party
""",
    "KGZ": """
untoc 2000-12-13 signatory; untoc 2003-09-29 signatory; untoc 2003-10-02 contracting
untoc 2003-10-31 contracting; untoc 2003-11-01 party; trafficking 2003-10-01 signatory
trafficking 2003-11-01 contracting; trafficking 2003-12-24 contracting
trafficking 2003-12-25 party; smuggling 2003-10-02 contracting; smuggling 2004-01-27 contracting
smuggling 2004-01-28 party; migrant_workers 2003-09-28 none
migrant_workers 2003-09-29 contracting; migrant_workers 2003-12-31 contracting
migrant_workers 2004-01-01 party; refugees 1997-01-05 contracting; refugees 1997-01-06 party
refugees_protocol 1996-10-07 none; refugees_protocol 1996-10-08 party
""",
    "TJK": """
untoc 2000-12-11 none; untoc 2000-12-12 signatory; untoc 2002-07-08 contracting
untoc 2003-09-28 contracting; untoc 2003-09-29 party; trafficking 2002-07-07 none
trafficking 2002-07-08 contracting; trafficking 2003-12-24 contracting
trafficking 2003-12-25 party; smuggling 2003-12-25 contracting; smuggling 2004-01-28 party
migrant_workers 2000-09-06 none; migrant_workers 2000-09-07 signatory
migrant_workers 2002-01-08 contracting; migrant_workers 2003-06-30 contracting
migrant_workers 2003-07-01 party; refugees 1993-12-07 contracting
refugees 1994-03-06 contracting; refugees 1994-03-07 party; refugees_protocol 1993-12-07 party
""",
    "TKM": """
untoc 2000-11-14 none; untoc 2005-03-27 none; untoc 2005-03-28 contracting
untoc 2005-04-26 contracting; untoc 2005-04-27 party; trafficking 2003-12-25 none
trafficking 2005-03-28 contracting; trafficking 2005-04-27 party; smuggling 2004-01-28 none
smuggling 2005-04-26 contracting; smuggling 2005-04-27 party; smuggling 2015-03-01 party
migrant_workers 1990-12-18 none_shown; migrant_workers 2015-03-01 none_shown
migrant_workers 2020-01-01 not_known; refugees 1998-03-01 none; refugees 1998-03-02 contracting
refugees 1998-05-31 party; refugees_protocol 1998-03-01 none; refugees_protocol 1998-03-02 party
""",
    "RUS": """
untoc 2000-12-11 none; untoc 2000-12-12 signatory; untoc 2004-05-25 signatory
untoc 2004-05-26 contracting; untoc 2004-06-24 contracting; untoc 2004-06-25 party
trafficking 2003-12-25 signatory; trafficking 2004-05-26 contracting
trafficking 2004-06-25 party; smuggling 2000-12-12 signatory; smuggling 2004-06-24 contracting
smuggling 2004-06-25 party; migrant_workers 1990-12-17 none
migrant_workers 1990-12-18 none_shown; migrant_workers 2015-03-02 not_known
refugees 1951-07-27 none; refugees 1993-02-02 contracting; refugees 1993-05-02 contracting
refugees 1993-05-03 party; refugees_protocol 1993-02-02 party
""",
}
READINGS = {name: reading_of_instrument(instrument(name)) for name in TEXTS}


@pytest.mark.parametrize("state", STATES)
def test_each_of_six_states_stood_as_its_acts_say_on_twenty_days(state):
    chosen = entries(TWENTY_DAYS[state])
    assert len(chosen) == 20
    found = []
    for name, on, _expected in map(str.split, chosen):
        found.append(f"{name} {on} {answer(READINGS[name].participants[state], on).status}")
    assert found == chosen


def test_signing_the_smuggling_protocol_did_not_make_uzbekistan_a_party():
    found = instrument("smuggling")
    assert {standing(found, "UZB", f"{year}-01-01") for year in range(2005, 2026)} == {"signatory"}
