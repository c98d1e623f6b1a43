"""Agreements, laws, checks and subjects as documents, and what can never be."""

import pytest
from django.core.exceptions import ValidationError

from agreements.models import Act, Body, Commitment, Participant
from register.documents import dump, references
from register.loading import Refused, load
from register.models import Record
from tests.factories import citation, remark, unit
from tests.factories_actors import code_list_document, organization_document, state_document
from tests.factories_agreements import (
    act,
    agreement_document,
    check_document,
    clause,
    document_row,
    ground,
    identifier_row,
    law_document,
    participant,
    relation,
    subject_document,
    tally,
    title,
)

pytestmark = pytest.mark.django_db


def before():
    """What the full documents refer to."""
    return [
        *ground("UZB", "KAZ", "SUN"),
        code_list_document("gcm-objectives", "5", "21"),
        code_list_document("sdg-targets", "10.7"),
        organization_document("iom"),
        organization_document("un"),
    ]


PLAIN = {
    "form_note": "Called a protocol in the Russian text.",
    "scope": "plurilateral",
    "reach": "regional",
    "region": {"en": "Central Asia"},
    "level": "intergovernmental",
    "binding": "disputed",
    "binding_says": "A court left it open.",
    "disclosure": "withheld",
    "disclosure_note": "By the ministry.",
    "address": "https://example.org/",
    "text_address": "https://example.org/text",
    "depositary_text": {"en": "The Ministry"},
    "secretariat_text": {"en": "The Secretariat"},
    "original_held": {"en": "The archive"},
    "authentic_languages": ["en", "ru", "uz"],
}
REFERRING = {
    "subjects": ["anti-trafficking", "readmission"],
    "gcm_objectives": ["21", "5"],
    "sdg_targets": ["10.7"],
    "depositary": "UZB",
    "secretariat": "un",
}
BODY = {
    "ref": "body-001",
    "participant": "participant-001",
    "organization": "iom",
    "text": {"en": "The agency"},
    "role": "competent",
}
COMMITMENT = {
    "ref": "commitment-001",
    "article": "2",
    "text": {"en": "Meet every year."},
    "participant": "participant-002",
    "who": {"en": "IOM"},
    "due_on": "2013",
}


def full_agreement():
    return agreement_document(
        **PLAIN,
        **REFERRING,
        titles=[title(1), title(2, type="working_translation", language="uz-Cyrl", text="Битим")],
        identifiers=[identifier_row(volume="189", page="137")],
        participants=[
            participant(1, "UZB", side=1, role="host"),
            participant(2, "iom", side=2, territory={"en": "Europe"}),
            participant(3, None, text={"en": "A state that is not named"}),
        ],
        bodies=[BODY],
        acts=full_acts(),
        clauses=[clause(rule="nth_deposit", count=2, period="P30D", article="9")],
        relations=[
            relation(target="uz-kz-older", certainty="apparent"),
            relation(2, type="follows", text={"en": "An exchange of letters"}),
        ],
        documents=[document_row(sha256="0" * 64, media_type="application/pdf", size=12)],
        commitments=[COMMITMENT],
        tallies=[tally(as_at="2015-03")],
        remarks=[remark(about="binding")],
        citations=[citation(path="acts/act-002/done_on", says="1992-06")],
    )


def full_acts():
    return [
        act(1, "adoption", done_on="1992-05", place={"en": "Tashkent"}),
        act(2, "ratification", "participant-001", done_on="1992-06-01?", letter="A", words="ra"),
        act(3, "succession", "participant-001", predecessor="SUN", effective_on="1991-08-31"),
        act(4, "internal_approval", "participant-001", law="law-uz-constitution"),
        act(5, "any_act", "participant-002", evidence="none_shown", as_at="2015-03-14"),
        act(6, "vote", "participant-002", vote="abstained"),
        act(7, "objection", "participant-002", concerns="act-008", text={"en": "We object."}),
        act(8, "reservation", "participant-001", law_text={"en": "Law No. 1"}),
    ]


ARTICLE = {
    "ref": "article-001",
    "number": "3",
    "heading": {"en": "Terms"},
    "summary": {"en": "Says what trafficking is."},
}
IMPLEMENTATION = {
    "ref": "implementation-001",
    "agreement": "uz-kz-older",
    "text": {},
    "relation": "implements",
    "words": "pursuant to",
}
EDITION = {
    "ref": "edition-001",
    "adopted_on": "2020-08-17",
    "in_force_on": "2020-08",
    "number": "ZRU-633",
    "text": {"en": "A new wording."},
}


def full_law():
    return law_document(
        "law-uz-trafficking",
        titles=[title(text="On combating trafficking")],
        numbers=[{"ref": "number-001", "value": "ZRU-154", "text": {"en": "of the law"}}],
        published_on="2008-04-18",
        in_force_on="2008-04-18~",
        status_note={"en": "Replaced in 2020."},
        address="https://example.org/",
        articles=[ARTICLE],
        implements=[IMPLEMENTATION],
        amends=["law-uz-constitution"],
        replaces=[
            {"ref": "replaced-001", "law": "law-uz-constitution", "text": {}},
            {"ref": "replaced-002", "law": None, "text": {"en": "An order"}},
        ],
        editions=[EDITION],
    )


def everything():
    return [
        *before(),
        subject_document("anti-trafficking"),
        subject_document(parent="anti-trafficking", description={"en": "Return."}, position=3),
        law_document(),
        agreement_document("uz-kz-older"),
        full_law(),
        full_agreement(),
        check_document(counterpart="iom", subject="readmission"),
    ]


def loaded(documents):
    return [load(document, unit()) for document in documents]


def refusal_of(document):
    loaded(ground())
    with pytest.raises(Refused) as refused:
        load(document, unit())
    return [str(reason) for _field, reason in refused.value.problems]


@pytest.mark.parametrize("position", [-7, -6, -5, -4, -3, -2, -1])
def test_a_document_that_was_loaded_is_dumped_unchanged(position):
    records = loaded(everything())
    assert dump(records[position]) == everything()[position]


def test_loading_the_same_document_again_changes_nothing():
    loaded(everything())
    again = load(full_agreement(), unit())
    assert dump(again) == full_agreement()
    assert Record.objects.filter(key=full_agreement()["key"]).count() == 1


def test_loading_another_text_of_an_agreement_replaces_its_rows():
    loaded(everything())
    changed = agreement_document(participants=[participant(2, "KAZ"), participant(4, "UZB")])
    assert dump(load(changed, unit())) == changed


def test_every_reference_of_an_agreement_is_told_with_its_kind():
    assert set(references(full_agreement())) == {
        ("subjects", "anti-trafficking", "subject"),
        ("subjects", "readmission", "subject"),
        ("gcm_objectives", "gcm-objectives/21", "code_list"),
        ("gcm_objectives", "gcm-objectives/5", "code_list"),
        ("sdg_targets", "sdg-targets/10.7", "code_list"),
        ("depositary", "UZB", "actor"),
        ("secretariat", "un", "actor"),
        ("participants.actor", "UZB", "actor"),
        ("participants.actor", "iom", "actor"),
        ("bodies.organization", "iom", "organization"),
        ("acts.predecessor", "SUN", "actor"),
        ("acts.law", "law-uz-constitution", "law"),
        ("relations.target", "uz-kz-older", "agreement"),
        ("citations.source", "ART", "source"),
    }


SAME_DAY = "The participant has done the same on the same day already."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {
                "acts": [
                    act(1, "accession", "participant-001", done_on="2004-06-17"),
                    act(2, "accession", "participant-001", done_on="2004-06-17"),
                ]
            },
            SAME_DAY,
        ),
        ({"acts": [act(1, "any_act")]}, "An act that is shown has a type of its own."),
        (
            {"acts": [act(1, "signature", vote="for")]},
            "Only a vote is cast for, against or not at all.",
        ),
        ({"acts": [act(1, concerns="act-001")]}, "An act cannot be about itself."),
        (
            {"clauses": [clause(type="notice", rule="nth_deposit")]},
            "This rule belongs to another type of clause.",
        ),
        ({"clauses": [clause(count=0)]}, "It takes at least one deposit."),
        ({"participants": [participant(side=0)]}, "Sides are counted from 1."),
        (
            {"relations": [relation(target="uz-kz-readmission-2012")]},
            "An agreement cannot be related to itself.",
        ),
        ({"documents": [document_row(size=-1)]}, "A file cannot be smaller than nothing."),
        ({"documents": [document_row(address="")]}, "A document has a file or an address."),
        ({"tallies": [tally(value=-1)]}, "A number of things cannot be below zero."),
        (
            {"identifiers": [identifier_row(1), identifier_row(2)]},
            "The agreement has this identifier already.",
        ),
    ],
)
def test_what_can_never_be_is_refused_by_the_database_in_a_sentence(changes, sentence):
    assert refusal_of(agreement_document(**changes)) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"done_on": "2004-06-17"}, {"done_on": "2004-06-18"}),
        ({"done_on": "2004"}, {"done_on": "2004"}),
        ({"done_on": "2004-06-17"}, {"done_on": "2004-06-17", "evidence": "claimed"}),
        ({"done_on": "2004-06-17"}, {"done_on": "2004-06-17", "type": "signature"}),
        ({"done_on": "2004-06-17"}, {"done_on": "2004-06-17", "participant": "participant-002"}),
    ],
)
def test_an_act_of_consent_may_be_done_again_otherwise(first, second):
    given = {"type": "ratification", "participant": "participant-001"}
    loaded(ground())
    acts = [act(1, **{**given, **first}), act(2, **{**given, **second})]
    document = agreement_document(acts=acts)
    assert dump(load(document, unit())) == document


def test_a_subject_is_not_part_of_itself():
    load(subject_document(), unit())
    with pytest.raises(Refused, match="A subject cannot be part of itself"):
        load(subject_document(parent="readmission"), unit())


def test_a_law_does_not_replace_itself():
    loaded(ground())
    row = {"ref": "replaced-001", "law": "law-uz-constitution", "text": {}}
    with pytest.raises(Refused, match="A law cannot replace itself"):
        load(law_document(replaces=[row]), unit())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"titles": [title(language="")]}, "titles/0/language"),
        ({"titles": [title(language="english")]}, "titles/0/language"),
        ({"titles": [title(text="")]}, "titles/0/text"),
        ({"authentic_languages": ["ru", "en"]}, "authentic_languages"),
        ({"authentic_languages": ["Russian"]}, "authentic_languages/0"),
        ({"clauses": [clause(period="30 days")]}, "clauses/0/period"),
        ({"documents": [document_row(sha256="abc")]}, "documents/0/sha256"),
        ({"status": "in_force"}, "status"),
        ({"form": "letter"}, "form"),
    ],
)
def test_what_the_contract_does_not_allow_is_refused_by_its_field(changes, field):
    with pytest.raises(Refused) as refused:
        load(agreement_document(**changes), unit())
    assert [name for name, _reason in refused.value.problems] == [field]


def test_only_a_state_or_an_organization_takes_part():
    [reason] = refusal_of(agreement_document(participants=[participant(actor="ART")]))
    assert "ART is not" in reason


def test_a_law_belongs_to_a_state():
    loaded([*ground(), organization_document("iom")])
    with pytest.raises(Refused, match="iom is not a state"):
        load(law_document(state="iom"), unit())


def test_an_act_points_at_an_act_of_its_own_agreement():
    refused = refusal_of(agreement_document(acts=[act(1, concerns="act-007")]))
    assert refused == ["No row has this ref."]


def test_a_state_that_is_gone_is_a_predecessor():
    document = state_document("SUN", alpha4="SUHH", valid_until="1991-12-26")
    loaded([*ground(), document])
    acts = [act(1, "succession", "participant-001", done_on="1991", predecessor="SUN")]
    succeeded = agreement_document(acts=acts)
    assert list(references(succeeded))[-1] == ("acts.predecessor", "SUN", "actor")
    assert dump(load(succeeded, unit()))["acts"][0]["predecessor"] == "SUN"


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (Body(role="signing"), "participant"),
        (Act(type="ratification"), "participant"),
        (Act(type="objection"), "concerns"),
        (Commitment(text={"en": "Meet."}), "participant"),
    ],
)
def test_a_curator_cannot_point_at_a_row_of_another_agreement(row, field):
    acts = [act(1, "adoption")]
    [ours, theirs] = loaded([*ground(), agreement_document(acts=acts),
                             agreement_document("another", acts=acts)])[-2:]  # fmt: skip
    rows = {"participant": Participant, "concerns": Act}[field].objects
    row.agreement = ours
    setattr(row, field, rows.filter(agreement=ours).first())
    row.clean()
    setattr(row, field, rows.filter(agreement=theirs).first())
    with pytest.raises(ValidationError, match="Choose one of the same agreement"):
        row.clean()


@pytest.mark.parametrize(
    "media_type", ["text/html\r\nX-A: b", "pdf", "application/pdf; a=b", "Text/HTML", "a/b\n"]
)
def test_a_media_type_is_two_words_and_nothing_else(media_type):
    row = document_row(sha256="0" * 64, media_type=media_type, size=12)
    with pytest.raises(Refused) as refused:
        load(agreement_document(documents=[row]), unit())
    assert "media type in small letters" in str(refused.value)
