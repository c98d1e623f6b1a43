"""Data rules: for each a record that breaks it, and one that nearly does and does not."""

from copy import deepcopy
from datetime import date
from string import Formatter

import pytest

from agreements.data_rules import RULES, findings
from agreements.readings import reading_of
from tests.factories import citation
from tests.factories_agreements import (
    act,
    agreement_document,
    clause,
    document_row,
    identifier_row,
    participant,
    relation,
    tally,
    title,
)

UNTIL = date(2060, 1, 1)


def clean(**changes):
    """A bilateral agreement in which no rule finds anything before 2030."""
    document = agreement_document(
        titles=[title(1, text="Agreement"), title(2, language="ru", text="Соглашение"),
                title(3, language="uz", text="Bitim")],
        subjects=["readmission"],
        authentic_languages=["ru", "uz"],
        identifiers=[identifier_row(1, scheme="unts", value="I-54321")],
        documents=[document_row(1, address="https://example.org/text")],
        acts=[
            act(1, "signature", "participant-001", done_on="2012-03-01"),
            act(2, "signature", "participant-002", done_on="2012-03-01"),
            act(3, "entry_into_force", done_on="2012-06-01"),
        ],
        clauses=[
            clause(1, rule="fixed_day", day="2012-06-01"),
            clause(2, type="duration", rule="fixed", period="P5Y"),
            clause(3, type="renewal", rule="tacit", period="P5Y"),
            clause(4, type="notice", rule="before_end", period="P6M"),
        ],
        citations=[citation(1, confidence="verified", as_at="2025-01-01")],
    )  # fmt: skip
    return {**document, **changes}


def convention(**changes):
    """A convention of three, in which no rule finds anything before 2030."""
    people = [participant(n, key) for n, key in enumerate(("UZB", "KAZ", "KGZ"), 1)]
    ratified = [
        act(10 + n, "accession", f"participant-{n:03d}", done_on="2012-01-01") for n in (1, 2, 3)
    ]
    acts = [act(1, "adoption", done_on="2011-01-01"), *ratified,
            act(2, "entry_into_force", done_on="2012-06-01")]  # fmt: skip
    clauses = [
        clause(1, rule="fixed_day", day="2012-06-01"),
        clause(2, type="later_parties", rule="after_deposit", period="P30D"),
    ]
    given = {"scope": "multilateral", "participants": people, "acts": acts, "clauses": clauses}
    return clean(**{**given, **changes})


def with_acts(document, *acts):
    """The same with further acts."""
    return {**document, "acts": [*document["acts"], *acts]}


def without_acts(document, *refs):
    """The same without these acts."""
    return {**document, "acts": [a for a in document["acts"] if a["ref"] not in refs]}


def with_act(document, ref, **changes):
    """The same with one act changed."""
    acts = [{**a, **changes} if a["ref"] == ref else a for a in document["acts"]]
    return {**document, "acts": acts}


def with_clause(document, ref, **changes):
    """The same with one clause changed."""
    rows = [{**c, **changes} if c["ref"] == ref else c for c in document["clauses"]]
    return {**document, "clauses": rows}


def without_clauses(document, *types):
    """The same without clauses of these types."""
    return {**document, "clauses": [c for c in document["clauses"] if c["type"] not in types]}


def cited(document, **changes):
    """The same with a further citation."""
    return {**document, "citations": [*document["citations"], citation(2, **changes)]}


def says_of_act(document, **changes):
    """The same, every fact cited by one citation about the entry into force alone."""
    return {**document, "citations": [citation(1, **{"path": "acts/act-003", **changes})]}


FIRST, SECOND = "participant-001", "participant-002"
left = act(20, "denunciation", FIRST, done_on="2015-01-01", effective_on="2016-01-01")
# Of each rule: a document that breaks it, and one that nearly does.
CASES = {
    "ratification_before_signature": (
        with_acts(clean(), act(9, "ratification", FIRST, done_on="2012-02-28")),
        with_acts(clean(), act(9, "ratification", FIRST, done_on="2012-03")),
    ),
    "effect_before_act": (
        with_act(clean(), "act-003", effective_on="2012-05-31"),
        with_act(clean(), "act-003", effective_on="2012-06"),
    ),
    "act_before_adoption": (
        with_acts(clean(), act(9, "adoption", done_on="2012-03-02")),
        with_acts(clean(), act(9, "adoption", done_on="2012-03-01")),
    ),
    "act_after_leaving": (
        with_acts(convention(), left, act(21, "reservation", FIRST, done_on="2016-01-02")),
        with_acts(convention(), left, act(21, "reservation", FIRST, done_on="2016-01-02"),
                  act(22, "accession", FIRST, done_on="2016-01-02")),
    ),
    "act_later_than_checked": (
        cited(clean(), path="acts/act-003", as_at="2012-05"),
        cited(clean(), path="acts/act-003", as_at="2012"),
    ),
    "denunciation_by_nobody_bound": (
        without_acts(with_acts(convention(), left), "act-011"),
        with_acts(convention(), left),
    ),
    "entry_into_force_before_signature": (
        with_act(clean(), "act-002", done_on="2012-06-02"),
        with_act(clean(), "act-002", done_on="2012-06-01"),
    ),
    "succession_without_predecessor": (
        with_acts(convention(), act(9, "succession", FIRST, done_on="2013-01-01")),
        with_acts(convention(), act(9, "succession", FIRST, done_on="2013-01-01",
                                    predecessor="SUN")),
    ),
    "withdrawal_of_nothing": (
        with_acts(clean(), act(9, "withdrawal_of_reservation", FIRST, done_on="2014-01-01")),
        with_acts(clean(), act(9, "withdrawal_of_reservation", FIRST, done_on="2014-01-01",
                               concerns="act-001")),
    ),
    "decisive_act_without_day": (
        with_acts(clean(), act(9, "notification", FIRST)),
        with_acts(clean(), act(9, "endorsement", FIRST)),
    ),
    "decisive_act_known_in_part": (
        with_act(clean(), "act-001", done_on="2012-03"),
        with_acts(clean(), act(9, "endorsement", FIRST, done_on="2012-03")),
    ),
    "recorded_and_computed_force_differ": (
        with_clause(clean(), "clause-001", day="2012-06-02"),
        with_clause(clean(), "clause-001", day="2012-06"),
    ),
    "force_not_established": (
        without_clauses(without_acts(clean(), "act-003"), "entry_into_force"),
        without_acts(clean(), "act-003"),
    ),
    "no_clause_on_entry_into_force": (
        without_clauses(clean(), "entry_into_force"),
        without_clauses(clean(binding="non_binding"), "entry_into_force"),
    ),
    "clause_without_period": (
        with_clause(clean(), "clause-004", period=""),
        with_clause(clean(), "clause-003", period=""),
    ),
    "no_clause_on_duration": (
        without_clauses(clean(), "duration"),
        without_clauses(convention(), "duration"),
    ),
    "renewal_not_recorded": (
        without_clauses(clean(), "renewal"),
        with_clause(without_clauses(clean(), "renewal"), "clause-002", rule="indefinite"),
    ),
    "notice_not_recorded": (
        without_clauses(clean(), "notice"),
        with_clause(without_clauses(clean(), "notice"), "clause-003", rule="none"),
    ),
    "later_parties_not_recorded": (
        with_act(without_clauses(convention(), "later_parties"), "act-013", done_on="2012-06-02"),
        without_clauses(convention(), "later_parties"),
    ),
    "leaving_without_effect": (
        with_acts(convention(), {**left, "effective_on": None}),
        with_acts(convention(), left),
    ),
    "term_ran_out": (
        without_clauses(clean(), "renewal"),
        with_clause(clean(), "clause-003", rule="none", period=""),
    ),
    "side_not_known": (
        clean(participants=[participant(1, "UZB", side=1),
                            participant(2, None, side=2, text={"en": "Korea"})]),
        clean(participants=[participant(1, "UZB", side=1), participant(2, "KAZ", side=2),
                            participant(3, "KGZ", role="observer")]),
    ),
    "signed_by_one_side": (
        without_acts(clean(), "act-002"),
        without_acts(clean(), "act-001", "act-002"),
    ),
    "participant_without_act": (
        without_acts(convention(), "act-013"),
        with_act(convention(), "act-013", evidence="none_shown", done_on=None, as_at="2020"),
    ),
    "signatory_for_long": (
        with_act(convention(), "act-013", type="signature", done_on="2005-01-01"),
        with_acts(with_act(convention(), "act-013", type="signature", done_on="2005-01-01"),
                  act(9, "ratification", "participant-003", evidence="none_shown",
                      as_at="2040-01-01")),
    ),
    "claim_without_check": (
        with_acts(convention(), act(9, "ratification", FIRST, evidence="claimed")),
        with_acts(convention(), act(9, "ratification", FIRST, evidence="claimed"),
                  act(8, "ratification", FIRST, evidence="none_shown", as_at="2020")),
    ),
    "more_parties_than_counted": (
        convention(tallies=[tally(1, of="parties", value=2, as_at="2013-01-01")]),
        convention(tallies=[tally(1, of="parties", value=2, as_at="2013")]),
    ),
    "parties_missing": (
        convention(tallies=[tally(1, of="parties", value=4, as_at="2013-01-01")]),
        convention(tallies=[tally(1, of="parties", value=3, as_at="2013-01-01")]),
    ),
    "protocol_without_parent": (
        convention(form="protocol"),
        convention(form="protocol", relations=[relation(1, "parent", type="supplements")]),
    ),
    "relation_only_apparent": (
        clean(relations=[relation(1, "other", type="follows", certainty="apparent")]),
        clean(relations=[relation(1, "other", type="follows", certainty="certain")]),
    ),
    "too_few_participants": (
        without_acts(convention(participants=[participant(n, k) for n, k in ((1, "UZB"),
                                (2, "KAZ"))]), "act-013"),
        convention(),
    ),
    "nothing_cited": (clean(citations=[]), says_of_act(clean())),
    "decisive_act_not_cited": (says_of_act(clean()), cited(clean(), path="acts/act-003")),
    "only_uncertain_sources": (
        cited(clean(), path="acts/act-003", confidence="uncertain"),
        cited(clean(), path="acts/act-003", confidence="reported"),
    ),
    "sources_disagree": (
        cited(clean(), path="acts/act-003/done_on", says="2012-06-02"),
        cited(clean(), path="titles/title-001/text", says="Treaty"),
    ),
    "last_check_too_old": (
        clean(citations=[citation(1, as_at="2019")]),
        clean(citations=[citation(1, as_at="2025-01-01")]),
    ),
    "never_checked": (clean(citations=[citation(1)]), clean(citations=[])),
    "text_missing": (clean(documents=[]), clean(documents=[], disclosure="withheld")),
    "no_official_title": (
        clean(titles=[title(1, type="descriptive", text="A text")]),
        clean(titles=[title(1, text="A text"), title(2, type="descriptive", text="Another")]),
    ),
    "title_not_in_language": (
        clean(titles=[title(1, text="Agreement"), title(2, language="ru", text="Соглашение")]),
        clean(titles=[*clean()["titles"], title(4, language="kk", text="Келісім")]),
    ),
    "authentic_languages_missing": (
        clean(authentic_languages=[]),
        clean(authentic_languages=[], binding="non_binding"),
    ),
    "registration_missing": (clean(identifiers=[]), clean(identifiers=[], binding="non_binding")),
    "no_subject": (clean(subjects=[]), clean(subjects=["migration"])),
}  # fmt: skip
ON = date(2026, 11, 27).isoformat()


def found_in(document, on=ON, languages=("en", "ru", "uz")):
    """The findings that count on a day."""
    said = findings(document, reading_of(document, {}, UNTIL), languages)
    return [each for each in said if (each["from"] or "") <= on]


@pytest.mark.parametrize("document", [clean(), convention()], ids=["bilateral", "convention"])
def test_in_a_record_that_is_whole_nothing_is_found(document):
    assert found_in(document) == []


def test_every_rule_has_a_record_that_breaks_it_and_one_that_nearly_does():
    assert len(RULES) >= 20
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_the_rule_finds_what_breaks_it(name):
    assert name in {each["rule"] for each in found_in(CASES[name][0])}


@pytest.mark.parametrize("name", RULES)
def test_the_rule_finds_nothing_in_what_nearly_breaks_it(name):
    assert name not in {each["rule"] for each in found_in(CASES[name][1])}


@pytest.mark.parametrize("name", RULES)
def test_a_finding_fills_the_places_of_its_sentence(name):
    places = {place for _text, place, _spec, _c in Formatter().parse(RULES[name].sentence) if place}
    for each in found_in(CASES[name][0]):
        if each["rule"] == name:
            assert set(each["params"]) == places


def test_a_check_grows_old_on_its_day_without_anybody_doing_anything():
    document = clean()
    assert "last_check_too_old" not in {e["rule"] for e in found_in(document, "2029-12-31")}
    assert "last_check_too_old" in {e["rule"] for e in found_in(document, "2030-01-01")}


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_order_of_acts_makes_no_difference(name):
    for document in CASES[name]:
        turned = deepcopy(document)
        turned["acts"].reverse()
        key = str
        assert sorted(found_in(turned), key=key) == sorted(found_in(document), key=key)


def test_titles_are_looked_for_in_the_languages_that_the_register_speaks():
    found = found_in(clean(), languages=("en", "tg"))
    missing = [each["params"] for each in found if each["rule"] == "title_not_in_language"]
    assert missing == [{"language": "tg"}]
