"""Nothing of the 66 instruments was dropped: every field of the fact sheet, counted at both ends.

The numbers are those of the fact sheet (instruments.yaml), counted field by field.
"""

from facts.later_parties import LATER_PARTIES
from tests.starting_documents import (
    best_confidence,
    citations,
    counted,
    document,
    documents,
    remarks,
    rows,
    stated,
)


def _acts(kind="agreement"):
    return rows(kind, "acts")


def _party_acts():
    """The acts that come from the sheet's party actions: they carry the sheet's words."""
    return [(each, act) for each, act in _acts() if act["words"] and act["words"] != "member"] + [
        (each, act)
        for each, act in _acts()
        if act["words"] == "member" and each["key"] != "bali-process"
    ]


def test_66_instruments_are_agreements():
    assert len(documents("agreement")) == 66


def test_222_party_actions_are_217_acts_and_5_remarks():
    no_acts = [
        row
        for each, row in rows("agreement", "remarks")
        if row["about"] == "acts" and row["text"]["en"].split(":")[0] in ("Uzbekistan", "Türkiye")
    ]
    assert len(_party_acts()) == 217
    assert len(no_acts) == 5
    assert counted(row["type"] for row in no_acts) == {
        "status_as_found": 2,
        "uncertainty": 2,
        "history": 1,
    }


def test_each_word_for_an_action_stands_as_often_as_in_the_facts():
    assert counted((act["type"], act["evidence"], act["vote"]) for _, act in _party_acts()) == {
        ("accession", "shown", ""): 26,
        ("any_act", "none_shown", ""): 24,
        ("consent_to_be_bound", "claimed", ""): 1,
        ("endorsement", "shown", ""): 3,
        ("entry_into_force", "claimed", ""): 2,
        ("initialling", "shown", ""): 1,
        ("internal_approval", "shown", ""): 21,
        ("membership", "shown", ""): 10,
        ("notification", "shown", ""): 2,
        ("participation_in_forum", "claimed", ""): 2,
        ("participation_in_forum", "shown", ""): 10,
        ("ratification", "none_shown", ""): 1,
        ("ratification", "shown", ""): 19,
        ("signature", "shown", ""): 81,
        ("vote", "shown", "absent"): 3,
        ("vote", "shown", "for"): 11,
    }


def test_every_act_keeps_its_sources_and_confidence():
    acts = _party_acts()
    cited = [(each, f"acts/{act['ref']}") for each, act in acts]
    assert counted(best_confidence(*fact) for fact in cited) == {
        "verified": 172,
        "reported": 37,
        "uncertain": 8,
    }
    # 244 sources of the sheet, and 8 more that the notes name themselves.
    assert sum(len(citations(*fact)) for fact in cited) == 244 + 8


def test_every_date_letter_and_note_of_an_act_is_kept():
    acts = [act for _, act in _party_acts()]
    assert sum(1 for act in acts if act["done_on"]) == 171
    assert sum(1 for act in acts if act["letter"] == "a") == 25
    bodies = [body for _, body in rows("agreement", "bodies") if body["role"] == "signing"]
    named_in_notes = [body for body in bodies if "," in body["text"].get("en", "")]
    ministry = [body for body in bodies if "Relations" in body["text"].get("en", "")]
    notes = sum(1 for act in acts if act["text"])
    assert notes + len(named_in_notes) + len(ministry) == 48


def test_negative_evidence_says_as_at_when():
    none_shown = [act for _, act in _party_acts() if act["evidence"] == "none_shown"]
    assert len(none_shown) == 25
    assert sum(1 for act in none_shown if act["as_at"]) == 23


def test_an_act_is_checked_as_at_the_day_of_the_table_that_shows_it():
    convention = document("un-refugee-convention-1951")
    acceded = next(act for act in convention["acts"] if act["type"] == "accession")
    assert acceded["as_at"] == "2015-03-14"
    assert citations(convention, f"acts/{acceded['ref']}")[0]["as_at"] == "2015-03-14"


def test_titles_stand_in_every_language_of_the_facts():
    titles = [title for _, title in rows("agreement", "titles")]
    long = counted(title["language"] for title in titles if title["type"] != "short")
    assert long == {"en": 66, "ru": 55, "uz": 34}
    assert sum(1 for title in titles if title["type"] == "short") == 66
    english = [title for title in titles if title["language"] == "en" and title["type"] != "short"]
    assert counted(title["type"] for title in english) == {
        "working_translation": 34,
        "official": 22,
        "descriptive": 10,
    }


def test_forms_are_counted_as_in_the_facts():
    assert counted(each["form"] for each in documents("agreement")) == {
        "agreement": 27,
        "convention": 9,
        "memorandum": 7,
        "protocol": 5,
        "joint_declaration": 5,
        "forum": 3,
        "compact": 2,
        "framework": 2,
        "statement": 1,
        "decision": 1,
        "programme": 1,
        "charter": 1,
        "conference": 1,
        "not_known": 1,
    }


def test_scopes_reaches_levels_and_binding_are_counted_as_in_the_facts():
    agreements = documents("agreement")
    assert counted(each["scope"] for each in agreements) == {
        "multilateral": 35,
        "bilateral": 30,
        "plurilateral": 1,
    }
    assert counted(each["reach"] for each in agreements) == {
        "universal": 14,
        "regional": 22,
        "interregional": 1,
        "": 29,
    }
    assert counted(each["level"] for each in agreements) == {
        "": 36,
        "intergovernmental": 21,
        "interagency": 7,
        "interstate": 2,
    }
    # Of the 22 that do not bind, one is published as disputed.
    assert counted(each["binding"] for each in agreements) == {
        "binding": 43,
        "non_binding": 21,
        "disputed": 1,
        "not_known": 1,
    }


def test_subjects_are_counted_as_in_the_facts():
    assert counted(key for each in documents("agreement") for key in each["subjects"]) == {
        "labour-migration": 26,
        "information-exchange": 22,
        "border-management": 16,
        "readmission": 16,
        "anti-trafficking": 11,
        "refugee-protection": 9,
        "capacity-building": 8,
        "anti-smuggling": 6,
        "reintegration": 3,
        "statelessness": 2,
        "migrant-rights": 1,
        "child-protection": 1,
        "stay-and-registration": 1,
    }


def test_64_dates_of_adoption_are_acts_of_adoption_or_signatures():
    adopted = {each["key"] for each, act in _acts() if act["type"] == "adoption"}
    signed = {
        each["key"]
        for each, act in _acts()
        if act["type"] == "signature" and each["binding"] == "binding"
    }
    few = {each["key"] for each in documents("agreement") if each["scope"] != "multilateral"}
    assert len(adopted) + len(signed & few - adopted) == 64
    # The two without a day say so, and so do 19 without a day of entry into force.
    assert len(remarks("agreement", "uncertainty", about="acts")) - 2 == 2 + 19


def test_a_binding_bilateral_agreement_has_no_act_of_adoption():
    assert not [
        each["key"]
        for each, act in _acts()
        if act["type"] == "adoption"
        and each["scope"] == "bilateral"
        and each["binding"] == "binding"
    ]


def test_27_entries_into_force_are_acts_and_the_28th_day_is_no_entry_into_force():
    shown = [
        act
        for _, act in _acts()
        if act["type"] == "entry_into_force" and act["evidence"] == "shown"
    ]
    clauses = [row for _, row in rows("agreement", "clauses") if row["type"] == "entry_into_force"]
    assert len(shown) == 27
    assert len(clauses) == 19
    assert [clause["day"] for clause in clauses if clause["day"]] == ["2016-03-20"]
    assert all(clause["text"] for clause in clauses)


def test_the_conditions_are_rules_where_they_state_them():
    protocol = document("palermo-trafficking-protocol-2000")
    clause = next(row for row in protocol["clauses"] if row["type"] == "entry_into_force")
    assert (clause["rule"], clause["count"], clause["period"], clause["article"]) == (
        "nth_deposit",
        40,
        "P90D",
        "17",
    )


def test_what_is_known_of_later_parties_is_never_shown_as_verified():
    clauses = rows("agreement", "clauses")
    found = [(each, row) for each, row in clauses if row["type"] == "later_parties"]
    assert {each["key"] for each, _row in found} == set(LATER_PARTIES)
    for each, row in found:
        path = f"clauses/{row['ref']}"
        cited = [c for c in each["citations"] if c["path"] == path]
        assert [(c["source"], c["confidence"]) for c in cited] == [("GK", "uncertain")]


def test_13_words_of_duration_are_kept_in_clauses():
    elsewhere = {"entry_into_force", "later_parties"}
    others = [row for _, row in rows("agreement", "clauses") if row["type"] not in elsewhere]
    agreements = {each["key"] for each, row in rows("agreement", "clauses") if row in others}
    assert len(agreements) == 13
    assert counted((row["type"], row["rule"]) for row in others) == {
        ("duration", "indefinite"): 9,
        ("duration", ""): 2,
        ("notice", "after_receipt"): 6,
        ("notice", ""): 1,
        ("renewal", ""): 1,
    }


def test_46_stated_relations_are_one_row_each_whichever_end_states_them():
    relations = [(each["key"], row) for each, row in rows("agreement", "relations")]
    pairs = [(key, row["type"], row["target"]) for key, row in relations if row["target"]]
    assert len(pairs) == len(set(pairs)) == 25
    assert ("gcr-2018", "accompanies", "gcm-2018") in pairs
    assert ("gcm-2018", "accompanies", "gcr-2018") not in pairs
    assert ("uz-kz-illegal-migration-2019", "refers_to", "cis-illegal-migration-1998") in pairs
    assert sum(1 for _, row in relations if not row["target"]) == 4
    told = [row for _, row in rows("agreement", "remarks") if row["about"] == "relations"]
    assert len(told) == 2
    assert "law-uz-trafficking-2020" not in {target for _, _, target in pairs}
    law = document("law-uz-trafficking-2020")
    assert [row["agreement"] for row in law["implements"]] == ["palermo-trafficking-protocol-2000"]


def test_what_will_replace_an_agreement_says_from_when():
    relation = document("uz-eu-epca-2025")["relations"][0]
    assert (relation["type"], relation["target"]) == ("supersedes", "uz-eu-pca-1996")
    assert relation["text"] == {"en": "will replace it from its own entry into force"}


def test_identifiers_addresses_and_keepers_are_counted_as_in_the_facts():
    schemes = counted(row["scheme"] for _, row in rows("agreement", "identifiers"))
    assert schemes == {"unts": 10, "mtdsg": 9, "gazette": 1}
    assert stated("agreement", "address") == 50
    assert stated("agreement", "text_address") == 5
    assert stated("agreement", "depositary") == 22
    assert stated("agreement", "secretariat") == 28
    assert stated("agreement", "secretariat_text") == 5
    assert stated("agreement", "binding_says") == 1


def test_counts_votes_members_and_limits_are_rows():
    assert counted(row["of"] for _, row in rows("agreement", "tallies")) == {
        "signatories": 3,
        "parties": 3,
        "votes_for": 2,
        "votes_against": 2,
        "abstentions": 2,
        "not_voting": 1,
        "members": 1,
        "observers": 2,
        "articles": 1,
    }
    assert len(rows("agreement", "commitments")) == 1
    competent = [row for _, row in rows("agreement", "bodies") if row["role"] == "competent"]
    assert len(competent) == 6


def test_what_the_facts_say_of_the_whole_is_a_remark():
    about_uzbekistan = remarks("agreement", "status_as_found", about="")
    assert len(about_uzbekistan) == 66
    assert len(remarks("agreement", "claim_of_source")) == 8
    assert len(remarks("agreement", "finding")) == 3
    # Nine notes on the article and one on subjects.
    assert len(remarks("agreement", "note")) == 9 + 1


def test_every_record_keeps_its_139_sources_and_its_confidence():
    agreements = documents("agreement")
    assert sum(len(citations(each, "")) for each in agreements) == 139
    assert counted(best_confidence(each, "") for each in agreements) == {
        "verified": 51,
        "reported": 12,
        "uncertain": 3,
    }


def test_a_bilateral_agreement_has_two_sides():
    for each in documents("agreement"):
        if each["scope"] == "bilateral":
            assert {row["side"] for row in each["participants"]} == {1, 2}, each["key"]


def test_a_side_without_a_record_is_marked_plain_text():
    city = document("uz-kr-ulsan-moc-2025")["participants"][1]
    assert (city["actor"], city["side"]) == (None, 2)
    assert city["text"] == {"en": "City of Ulsan (Republic of Korea)"}
    members = document("uz-eu-pca-1996")["participants"]
    assert [row["side"] for row in members] == [1, 2, 2]


def test_general_knowledge_is_never_shown_as_verified():
    for each in documents("agreement") + documents("law") + documents("organization"):
        shown = {row["confidence"] for row in each["citations"] if row["source"] == "GK"}
        assert "verified" not in shown, each["key"]
