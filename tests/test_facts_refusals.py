"""The tool refuses what it has no word for, what it would drop and what it would overstate."""

import pytest
import yaml

from facts.agreements import agreement_sheets
from facts.checking import Inconsistent, require_consistent
from facts.citing import Evidence, FalseConfidence, UnknownSource
from facts.findings import Findings, Unplaced
from facts.flat_copies import CopiesDiffer, require_same_memberships
from facts.organizations import organization_sheets
from facts.reading import Reading, UnmappedWord, UnreadField, readings
from facts.relations import LostRelation, Relations
from facts.sheet import Sheet, UnknownField
from facts.starting_register import write_register
from facts.words.editing import edited

EVIDENCE = Evidence(["ART", "GK", "UNTC-SCRAPE-2015", "CIS-1994"])
NO_FINDINGS = Findings([], [], EVIDENCE)

INSTRUMENT = """
slug: uz-kz-readmission-2012
title: {en: Agreement on readmission, uz_latn: Bitim}
title_status: {en: translation, uz_latn: working translation}
short_title: Readmission
type: agreement
level: bilateral
reach: bilateral
binding: true
adopted: {date: '2012-09-07', place: Astana, source: [CIS-1994], confidence: verified}
entry_into_force: {date: null, confidence: uncertain}
depositary: null
unts: null
official_url: null
subjects: [readmission]
secretariat: null
relations: []
in_article: false
uzbekistan_status: signed
party_actions:
- {party: UZ, action: signature, action_text: signature, date: '2012-09-07', source: [CIS-1994],
   confidence: verified}
sources: [CIS-1994]
confidence: verified
"""


def instrument(**changes):
    """The values of a valid instrument of the fact sheet, with some of them changed."""
    return {**yaml.safe_load(INSTRUMENT), **changes}


def agreements(*instruments):
    """The sheets made of these instruments, by key, with their relations written."""
    relations = Relations()
    read = [Reading(each, "instruments.yaml", each["slug"]) for each in instruments]
    sheets = [*agreement_sheets(read, EVIDENCE, NO_FINDINGS, relations)]
    relations.write(sheets)
    return {sheet.key: sheet.document() for sheet in sheets}


def agreement(**changes):
    """The document made of one instrument."""
    return next(iter(agreements(instrument(**changes)).values()))


def action(**changes):
    """The values of one party action."""
    values = {"party": "UZ", "action": "signature", "action_text": "signature", "date": None}
    return {**values, "source": ["CIS-1994"], "confidence": "verified", **changes}


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ("type", "gentlemen's agreement"),
        ("level", "quadrilateral"),
        ("reach", "regional (Antarctica)"),
        ("legal_class_uz", "intertribal"),
        ("subjects", ["tourism"]),
        ("duration", "until the cows come home"),
        ("title_status", {"en": "guessed"}),
        ("relations", [{"type": "resembles", "target": "x", "target_text": None}]),
        ("party_actions", [action(action="applause")]),
        ("party_actions", [action(action="none", action_text="hardly anything")]),
        ("party_actions", [action(party="XX")]),
        ("party_actions", [action(untc_notation="z")]),
        ("party_actions", [action(untc_notation="a")]),
    ],
)
def test_an_unmapped_word_is_refused(field, word):
    with pytest.raises(UnmappedWord):
        agreement(**{field: word})


def test_the_refusal_says_where_the_word_stands():
    with pytest.raises(UnmappedWord) as refusal:
        agreement(type="gentlemen's agreement")
    error = refusal.value
    assert (error.file, error.key, error.field, error.word) == (
        "instruments.yaml",
        "uz-kz-readmission-2012",
        "type",
        "gentlemen's agreement",
    )


def test_a_field_that_nobody_reads_is_refused():
    with pytest.raises(UnreadField) as refusal:
        agreement(ratified_by_referendum=True)
    assert refusal.value.fields == ["ratified_by_referendum"]


def test_a_field_of_a_part_that_nobody_reads_is_refused():
    with pytest.raises(UnreadField) as refusal:
        agreement(party_actions=[action(mood="cheerful")])
    assert refusal.value.fields == ["mood"]
    assert refusal.value.key == "uz-kz-readmission-2012, party_actions 1"


def test_an_error_inside_a_reading_is_not_hidden_by_what_was_not_read():
    with pytest.raises(KeyError), Reading({"a": 1}, "file", "key"):
        raise KeyError("the first error")


def test_a_sheet_is_read_from_its_file_in_order(tmp_path):
    (tmp_path / "rows.yaml").write_text("- {slug: b, n: 1}\n- {slug: a, n: 2}\n")
    assert [(each.key, each.take("n")) for each in readings(tmp_path, "rows.yaml")] == [
        ("b", 1),
        ("a", 2),
    ]


def test_general_knowledge_alone_verifies_nothing():
    with pytest.raises(FalseConfidence):
        agreement(sources=["GK"])


def test_general_knowledge_beside_a_verifying_source_is_uncertain():
    document = agreement(sources=["CIS-1994", "GK"])
    whole = [row for row in document["citations"] if row["path"] == ""]
    assert [(row["source"], row["confidence"]) for row in whole] == [
        ("CIS-1994", "verified"),
        ("GK", "uncertain"),
    ]


def test_a_source_that_is_no_evidence_is_refused():
    with pytest.raises(UnknownSource):
        agreement(sources=["HEARSAY"])


def test_a_party_on_neither_side_of_a_bilateral_agreement_is_refused():
    with pytest.raises(UnmappedWord):
        agreement(party_actions=[action(party="TM")])


def test_the_day_of_a_bilateral_agreement_belongs_to_its_signatures():
    document = agreement()
    signature = document["acts"][0]
    assert [act["type"] for act in document["acts"]] == ["signature"]
    assert (signature["done_on"], signature["place"]) == ("2012-09-07", {"en": "Astana"})


def test_both_sides_stand_though_only_one_signature_is_recorded():
    assert [(row["actor"], row["side"]) for row in agreement()["participants"]] == [
        ("UZB", 1),
        ("KAZ", 2),
    ]


def test_uzbek_titles_are_latin_and_cyrillic():
    title = {"en": "Agreement", "uz_latn": "Bitim", "uz_cyrl": "Битим"}
    titles = agreement(title=title, title_status={"en": "official"})["titles"]
    assert [row["language"] for row in titles] == ["en", "uz", "uz-Cyrl", "en"]


def test_trilateral_is_plurilateral():
    three = [action(party=party) for party in ("UZ", "KZ", "KG")]
    document = agreement(level="trilateral", party_actions=three)
    assert document["scope"] == "plurilateral"
    assert [row["side"] for row in document["participants"]] == [None, None, None]


def test_what_is_no_act_becomes_a_cited_remark():
    document = agreement(
        party_actions=[action(action="agreed_to_sign", action_text="agreement in principle")]
    )
    remark = next(row for row in document["remarks"] if row["type"] == "status_as_found")
    assert remark["text"]["en"] == "Uzbekistan: agreed to sign (agreement in principle)"
    path = f"remarks/{remark['ref']}"
    assert [row["source"] for row in document["citations"] if row["path"] == path] == ["CIS-1994"]
    assert "signature" not in [act["type"] for act in document["acts"]]


def test_the_sources_that_words_name_themselves_are_cited():
    document = agreement(duration="indefinite; denunciation possible after 5 years (art. 89, GK)")
    notice = next(row for row in document["clauses"] if row["type"] == "notice")
    cited = [row for row in document["citations"] if row["path"] == f"clauses/{notice['ref']}"]
    assert [(row["source"], row["confidence"]) for row in cited] == [("GK", "uncertain")]


def _related(slug, *relations, date="2000-01-01"):
    said = [{"type": type, "target": target, "target_text": None} for type, target in relations]
    return instrument(
        slug=slug,
        level="multilateral",
        adopted={"date": date, "place": None, "source": ["CIS-1994"], "confidence": "verified"},
        relations=said,
        party_actions=[],
    )


def test_a_relation_stated_from_both_ends_is_one_on_the_instrument_that_does_it():
    made = agreements(_related("old", ("amended_by", "new")), _related("new", ("amends", "old")))
    assert made["old"]["relations"] == []
    assert [(row["type"], row["target"]) for row in made["new"]["relations"]] == [("amends", "old")]


def test_a_relation_stated_from_the_other_end_only_lives_on_the_instrument_that_does_it():
    made = agreements(_related("old", ("precedes", "new")), _related("new"))
    assert [(row["type"], row["target"]) for row in made["new"]["relations"]] == [
        ("follows", "old")
    ]


def test_companions_are_related_on_the_later_one():
    made = agreements(
        _related("first", ("companion", "second"), date="2018-12-10"),
        _related("second", ("companion", "first"), date="2018-12-17"),
    )
    assert made["first"]["relations"] == []
    assert made["second"]["relations"][0]["target"] == "first"


def test_a_relation_to_no_record_is_refused():
    with pytest.raises(LostRelation):
        agreements(_related("old", ("amends", "nothing")))


def test_a_membership_without_a_word_for_its_status_is_refused():
    values = {
        "slug": "club",
        "in_article": False,
        "name": {"en": "Club"},
        "acronym": {"en": "C"},
        "name_status": {"en": "official"},
        "website": None,
        "kind": "intergovernmental (universal)",
        "iati_organisation_type": 40,
        "founded": None,
        "headquarters": {"value": "Vienna, Austria", "source": ["GK"], "confidence": "uncertain"},
        "iati_organisation_identifier": None,
        "memberships": [
            {"party": "UZ", "status": "admirer", "date": None, "source": ["GK"]},
        ],
    }
    with pytest.raises(UnmappedWord):
        [
            *organization_sheets(
                [Reading(values, "organizations.yaml", "club")], EVIDENCE, NO_FINDINGS
            )
        ]


def test_a_finding_about_no_record_is_refused():
    findings = Findings([], [{"slug": "nothing"}], EVIDENCE)
    with pytest.raises(Unplaced):
        findings.close()


def test_a_flat_copy_that_says_something_else_is_refused(tmp_path):
    (tmp_path / "organizations.yaml").write_text("- {slug: un, memberships: []}\n")
    (tmp_path / "memberships.csv").write_text("organization,party\nun,UZ\n")
    with pytest.raises(CopiesDiffer):
        require_same_memberships(tmp_path)


def test_a_field_that_the_schema_does_not_have_is_refused():
    with pytest.raises(UnknownField):
        Sheet("agreement", "key", colour="red")


@pytest.mark.parametrize(
    "path", ["colour", "acts/act-009", "acts/act-001/colour", "acts/act-001/done_on/more"]
)
def test_a_citation_that_leads_nowhere_is_refused(path):
    sheet = Sheet("agreement", "key")
    sheet.row("acts", type="adoption")
    sheet.citation(path, "key", "reported")
    with pytest.raises(Inconsistent, match="leads nowhere"):
        require_consistent([sheet.document()])


def test_a_reference_to_no_record_is_refused():
    sheet = Sheet("agreement", "key", depositary="nobody")
    with pytest.raises(Inconsistent, match="refers to nobody"):
        require_consistent([sheet.document()])


def test_a_key_used_twice_is_refused_though_the_kinds_differ():
    with pytest.raises(Inconsistent, match="used twice"):
        require_consistent([Sheet("source", "key").document(), Sheet("law", "key").document()])


def test_instructions_to_editors_are_taken_out_of_what_readers_meet():
    assert edited("no date - leave open") == "no date; left open"
    assert edited("the day is GK") == "the day is general knowledge"


def test_the_same_documents_are_written_as_the_same_bytes(tmp_path):
    written = []
    for name in ("first", "second"):
        write_register([agreement(), agreement(slug="uz-kz-labour-2019")], tmp_path / name)
        written.append((tmp_path / name / "register.ndjson").read_bytes())
    assert written[0] == written[1]
    assert written[0].count(b"\n") == 2
