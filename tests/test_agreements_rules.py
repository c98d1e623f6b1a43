"""The publication rules of agreements, laws, subjects and checks: each broken once, kept once."""

import pytest

from register.kind_table import kind
from register.public_record import PublicRecord
from register.publishing import NotPublishable, problems_of
from tests.factories import citation, publish_documents, source_document
from tests.factories_agreements import (
    act,
    agreement_document,
    check_document,
    document_row,
    ground,
    in_force_document,
    law_document,
    participant,
    relation,
    subject_document,
)

pytestmark = pytest.mark.django_db

WORDS = {"en": "Somebody without a record"}
KNOWLEDGE = source_document("GK", type="knowledge")
OF_KNOWLEDGE = {"source": "GK", "confidence": "verified"}
THREE = [participant(1, "UZB"), participant(2, "KAZ"), participant(3, "KGZ")]
SIDES = [participant(1, "UZB", side=1), participant(2, None, text=WORDS, side=2)]
CLAIM = act(1, "consent_to_be_bound", "participant-001", evidence="claimed")
FILE = {"sha256": "0" * 64}


def body(**changes):
    empty = {"ref": "body-001", "participant": None, "organization": None, "text": {}}
    return {**empty, "role": "signing", **changes}


def implementation(**changes):
    empty = {"ref": "implementation-001", "agreement": None, "text": {}, "words": ""}
    return {**empty, "relation": "touches", **changes}


def replaced(**changes):
    return {"ref": "replaced-001", "law": None, "text": {}, **changes}


def plurilateral(*participants, **changes):
    return agreement_document(scope="plurilateral", participants=list(participants), **changes)


def acting(*acts, **changes):
    return agreement_document(acts=list(acts), **changes)


def none_shown(**changes):
    return act(1, "any_act", "participant-001", evidence="none_shown", **changes)


def agreement_with_bodies(**changes):
    return agreement_document(bodies=[body(**changes)])


def related(**changes):
    return agreement_document(relations=[relation(**changes)])


def withheld(**changes):
    return agreement_document(disclosure="withheld", disclosure_note="By the ministry.", **changes)


CASES = [
    ("it_has_a_title", agreement_document(titles=[]), agreement_document()),
    ("it_has_a_title", law_document(titles=[]), law_document()),
    (
        "a_bilateral_agreement_has_two_sides",
        agreement_document(participants=[participant(1, side=1)]),
        agreement_document(participants=SIDES),
    ),
    (
        "a_bilateral_agreement_has_two_sides",
        agreement_document(participants=[*SIDES, participant(3, "KAZ", side=3)]),
        agreement_document(participants=[*SIDES, participant(3, "KAZ", side=2)]),
    ),
    (
        "a_bilateral_agreement_has_two_sides",
        agreement_document(participants=THREE[:2]),
        agreement_document(scope="multilateral", participants=THREE[:2]),
    ),
    (
        "a_plurilateral_agreement_has_three_participants",
        plurilateral(*THREE[:2]),
        plurilateral(*THREE),
    ),
    (
        "a_participant_is_named",
        plurilateral(*THREE[:2], participant(3, None)),
        plurilateral(*THREE[:2], participant(3, None, text=WORDS)),
    ),
    (
        "nobody_takes_part_twice",
        plurilateral(*THREE, participant(4, "UZB")),
        plurilateral(*THREE, participant(4, "UZB", territory={"en": "An island"})),
    ),
    ("a_body_is_named", agreement_with_bodies(), agreement_with_bodies(text=WORDS)),
    ("a_relation_names_what_it_leads_to", related(), related(text=WORDS)),
    (
        "an_act_of_a_participant_names_it",
        acting(act(1, "ratification")),
        acting(act(1, "ratification", "participant-001"), act(2, "adoption")),
    ),
    (
        "what_is_not_shown_says_as_at_which_day",
        acting(none_shown()),
        acting(none_shown(as_at="2015-03-14")),
    ),
    (
        "what_is_not_shown_says_as_at_which_day",
        acting(none_shown(), citations=[citation(path="acts/act-001")]),
        acting(none_shown(), citations=[citation(path="acts/act-001", confidence="uncertain")]),
    ),
    (
        "what_is_not_shown_says_as_at_which_day",
        acting(none_shown(as_at="2015-03-14", done_on="1998")),
        acting(act(1, "signature", "participant-001", done_on="1998")),
    ),
    (
        "a_claim_is_cited",
        acting(CLAIM, citations=[citation()]),
        acting(CLAIM, citations=[citation(path="acts/act-001")]),
    ),
    (
        "an_entered_entry_into_force_is_cited",
        in_force_document(citations=[citation(path="acts/act-001")]),
        in_force_document(),
    ),
    (
        "a_dispute_says_who_disputes",
        agreement_document(binding="disputed"),
        agreement_document(binding="disputed", binding_says="The General Court left it open."),
    ),
    (
        "what_is_withheld_says_by_whom",
        agreement_document(disclosure="withheld"),
        withheld(),
    ),
    (
        "what_is_withheld_is_not_given_away",
        withheld(documents=[document_row(**FILE)]),
        withheld(documents=[document_row()]),
    ),
    (
        "what_is_withheld_is_not_given_away",
        withheld(documents=[document_row(text="Article 1")]),
        agreement_document(documents=[document_row(text="Article 1", **FILE)]),
    ),
    (
        "general_knowledge_never_verifies",
        agreement_document(citations=[citation(**OF_KNOWLEDGE)]),
        agreement_document(citations=[citation(source="GK", confidence="uncertain")]),
    ),
    (
        "general_knowledge_never_verifies",
        law_document(citations=[citation(**OF_KNOWLEDGE)]),
        law_document(citations=[citation(confidence="verified")]),
    ),
    ("a_law_belongs_to_a_state", law_document(state=None), law_document()),
    (
        "an_implementation_names_what_is_implemented",
        law_document(implements=[implementation()]),
        law_document(implements=[implementation(text=WORDS)]),
    ),
    (
        "a_replaced_law_is_named",
        law_document(replaces=[replaced()]),
        law_document(replaces=[replaced(text=WORDS)]),
    ),
    ("a_subject_has_a_name", subject_document(names={}), subject_document()),
    ("a_check_says_whose_agreements", check_document(actor=None), check_document()),
    ("a_check_says_where_it_looked", check_document(citations=[]), check_document()),
]


def broken(document, *others):
    """The names of the rules that a document breaks, were it published now with the others."""
    public = PublicRecord().with_changes([document, *others])
    rules = kind(document["kind"]).rules
    return [rule.name for rule in rules if list(rule.check(document, public))]


@pytest.mark.parametrize(("name", "breaking", "keeping"), CASES)
def test_each_rule_finds_what_breaks_it_and_nothing_else(name, breaking, keeping):
    assert broken(breaking, KNOWLEDGE, source_document()) == [name]
    assert broken(keeping, KNOWLEDGE, source_document()) == []


def test_every_rule_is_tried():
    kinds = [kind(name) for name in ("subject", "law", "agreement", "check")]
    names = {rule.name for each in kinds for rule in each.rules}
    assert names == {name for name, _breaking, _keeping in CASES} | {"subjects_form_no_circle"}


def test_subjects_form_no_circle():
    above = subject_document("return", parent="readmission")
    assert broken(subject_document(parent="return"), above) == ["subjects_form_no_circle"]
    assert broken(subject_document(parent="return"), subject_document("return")) == []


def test_a_source_that_is_already_public_is_asked_as_well():
    publish_documents([*ground(), KNOWLEDGE])
    document = agreement_document(citations=[citation(**OF_KNOWLEDGE)])
    assert broken(document) == ["general_knowledge_never_verifies"]


def test_the_curator_reads_where_and_what():
    publish_documents(ground())
    [problem] = problems_of([agreement_document(titles=[])])
    assert (problem.key, problem.path) == ("uz-kz-readmission-2012", "titles")
    assert problem.sentence == "Give at least one title; a descriptive one will do."


def test_what_breaks_a_rule_is_not_published():
    with pytest.raises(NotPublishable, match="exactly two sides"):
        publish_documents([*ground(), agreement_document(participants=[participant(1, side=1)])])
