"""What the heads of depositaries' tables say that the dates below them mean."""

import pytest

from agreements.status_tables.heads import act_named, head_read, names_participants

# Heads of the UN Treaty Collection, with what a bare date and each letter below them mean.
WORDINGS = [
    ("Signature", "signature", {}),
    ("Ratification", "ratification", {}),
    ("Acceptance(A)", "acceptance", {"A": "acceptance"}),
    ("Accession(a)", "accession", {"a": "accession"}),
    ("Definitive signature(s)", "definitive_signature", {"s": "definitive_signature"}),
    ("Definitive signature", "definitive_signature", {}),
    ("Provisional application(n)", "provisional_application", {"n": "provisional_application"}),
    ("Simplified procedure(p)", "simplified_procedure", {"p": "simplified_procedure"}),
    ("Consent to be bound(P)", "consent_to_be_bound", {"P": "consent_to_be_bound"}),
    ("Ratification, Accession(a)", "ratification", {"a": "accession"}),
    ("Accession(a), Ratification", "ratification", {"a": "accession"}),
    (
        "Accession(a), Succession(d), Ratification",
        "ratification",
        {"a": "accession", "d": "succession"},
    ),
    (
        "Ratification, Acceptance(A), Succession(d)",
        "ratification",
        {"A": "acceptance", "d": "succession"},
    ),
    (
        "Ratification, Definitive signature(s), Succession(d)",
        "ratification",
        {"s": "definitive_signature", "d": "succession"},
    ),
    (
        "Definitive signature(s), Ratification, Accession(a)",
        "ratification",
        {"s": "definitive_signature", "a": "accession"},
    ),
    (
        "Approval(AA), Formal confirmation(c), Acceptance(A), Accession(a), Ratification",
        "ratification",
        {"AA": "approval", "c": "formal_confirmation", "A": "acceptance", "a": "accession"},
    ),
    (
        "Signature, Succession to signature(d)",
        "signature",
        {"d": "succession_to_signature"},
    ),
    (
        "Ratification of the Convention as amended, Accession to the Convention as amended(a), "
        "Succession to the Convention as amended(d)",
        "ratification",
        {"a": "accession", "d": "succession"},
    ),
    (
        "Definitive signature or participation in the Convention and the Protocol, "
        "Participation(P)",
        "consent_to_be_bound",
        {"P": "consent_to_be_bound"},
    ),
    ("Adhésion(a), Succession(d), Ratification", "ratification",
     {"a": "accession", "d": "succession"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bare", "letters"), WORDINGS)
def test_a_head_says_what_its_letters_and_a_bare_date_mean(text, bare, letters):
    head = head_read(text)
    assert (head.bare, head.letters) == (bare, letters)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Date of deposit of the instrument of ratification", "ratification"),
        ("Date of receipt of the instrument of accession", "accession"),
        ("Notification of succession", "succession"),
        ("Notification of denunciation", "denunciation"),
        ("Notification of the completion of internal procedures", "notification"),
        ("Act of formal confirmation", "formal_confirmation"),
        ("Signature subject to ratification", "signature"),
        ("Signature ad referendum", "signature_ad_referendum"),
        ("Entry into Force", "entry_into_force"),
        ("Withdrawal", "denunciation"),
        ("Withdrawal of signature", "withdrawal_of_signature"),
        ("Дата подписания", "signature"),
        ("Присоединение", "accession"),
        ("Notes", ""),
        ("Participant", ""),
        ("Design and assignment", ""),
    ],
)
def test_a_sentence_means_the_first_act_that_it_names(sentence, act):
    assert act_named(sentence) == act


def test_a_signature_subject_to_several_acts_is_none_of_them():
    head = head_read("Signature subject to ratification, acceptance or approval")
    assert (head.bare, head.letters) == ("signature", {})


def test_a_signature_without_reservation_as_to_ratification_binds():
    text = "Signature without reservation as to ratification or acceptance"
    assert head_read(text).bare == "definitive_signature"


def test_a_bare_date_is_not_settled_where_every_one_of_several_acts_has_a_letter():
    assert head_read("Accession(a), Succession(d)").bare == ""
    assert head_read("Definitive signature(s), Acceptance(A)").bare == ""


def test_one_of_several_ways_of_consent_is_consent():
    assert head_read("Ratification, Accession").bare == "consent_to_be_bound"


@pytest.mark.parametrize("text", ["Signature, Ratification", "Ratification or succession"])
def test_acts_of_different_effect_under_one_head_settle_nothing(text):
    assert head_read(text).bare == ""


def test_a_letter_that_the_head_leaves_out_means_what_is_customary():
    head = head_read("Ratification")
    assert [head.act(letter) for letter in ("a", "A", "AA", "d", "x")] == [
        "accession", "acceptance", "approval", "succession", "",
    ]  # fmt: skip


def test_a_succession_in_the_column_of_signatures_is_one_to_a_signature():
    assert head_read("Signature").act("d") == "succession_to_signature"


def test_the_letter_r_means_ad_referendum_below_signatures_alone():
    assert head_read("Signature").act("r") == "signature_ad_referendum"
    assert head_read("Ratification").act("r") == ""


@pytest.mark.parametrize(
    "text", ["Participant", "Participant 1, 2", "Participant[3]", "State", "Country", "Parties",
             "Member State", "Country name", "Name", "Country / Territory",
             "States or organizations", "État", "Государство"]
)  # fmt: skip
def test_the_column_of_names_is_known(text):
    assert names_participants(text)


@pytest.mark.parametrize("text", ["", "Participation", "Statement", "Albania", "Parties: 190"])
def test_other_columns_are_not_taken_for_names(text):
    assert not names_participants(text)


def test_a_head_as_long_as_a_page_is_not_read():
    assert not head_read("Ratification, " * 10_000).names_an_act
