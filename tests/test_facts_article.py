"""What the article names leads to its record, and what the primary sources contradict is told."""

import pytest

from tests.starting_documents import all_documents, citations, document

# article_coverage.csv: section, type of record, slug, verdict.
COVERAGE = [
    ("1", "agreement", "un-refugee-convention-1951", "exists; UZ not a party"),
    ("1", "agreement", "un-refugee-protocol-1967", "exists; UZ not a party"),
    ("1, UZ-2, refs", "agreement", "untoc-2000", "UZ party confirmed"),
    ("1, UZ-2", "agreement", "palermo-trafficking-protocol-2000", "UZ party confirmed"),
    (
        "1, refs",
        "agreement",
        "palermo-smuggling-protocol-2000",
        "UZ signatory only (as at 2017)",
    ),
    ("1, UZ-2, refs", "agreement", "gcm-2018", "UZ vote in favour confirmed"),
    ("2", "agreement", "eu-turkey-statement-2016", "is a statement"),
    ("2, refs", "agreement", "bali-process", "forum"),
    ("2, refs", "agreement", "au-mpfa", "policy framework"),
    (
        "UZ-2",
        "agreement",
        "icrmw-1990",
        "UZ party claim not confirmed by the depositary (empty to Oct 2023)",
    ),
    (
        "UZ-2",
        "agreement",
        "sco-samarkand-declaration-2022",
        "generic claim; nearest documents",
    ),
    ("UZ-2", "agreement", "sco-charter-2002", "generic claim; founding document"),
    (
        "UZ-2",
        "agreement",
        "cis-migration-policy-declaration-2007",
        "generic claim; nearest documents",
    ),
    ("UZ-2", "agreement", "cis-illegal-migration-programmes", "generic claim; nearest documents"),
    ("UZ-4", "agreement", "central-asian-declaration-2006", "not found"),
    ("UZ-4", "agreement", "samarkand-conference-2022", "not found"),
    (
        "UZ-4",
        "agreement",
        "uz-kz-illegal-migration-2019",
        "found (also uz-kz-readmission-2012, uz-kz-labour-2019)",
    ),
    ("UZ-4", "agreement", "uz-kz-labour-2019", "found"),
    ("UZ-4", "agreement", "uz-kz-readmission-2012", "found"),
    ("UZ-4", "agreement", "uz-ru-labour-2007", "found"),
    ("UZ-4", "agreement", "uz-ru-illegal-migration-2007", "found"),
    ("UZ-4", "agreement", "uz-ru-readmission-2007", "found"),
    ("UZ-4", "agreement", "uz-ru-readmission-2013", "found"),
    ("UZ-4", "agreement", "uz-ru-organised-recruitment-2017", "found"),
    ("UZ-4", "agreement", "uz-ru-representations-2017", "found"),
    ("UZ-4", "agreement", "uz-kg-mutual-travel-2006", "only a travel agreement found"),
    ("refs", "agreement", "sco-documents-2023-cited", "unidentified"),
    ("UZ-1", "law", "law-uz-constitution", "exists"),
    ("UZ-1", "law", "law-uz-citizenship-2020", "exists (ORQ-610)"),
    ("UZ-1", "law", "law-uz-admin-code-1994", "exists"),
    ("UZ-1, refs", "law", "law-uz-criminal-code-1994", "exists"),
    (
        "UZ-1, refs",
        "law",
        "law-uz-external-migration-orq-719-claimed",
        "not confirmed; contradicted",
    ),
    ("3, UZ-3, refs", "organization", "iom", "exists"),
    ("3, refs", "organization", "unhcr", "exists"),
    ("3", "organization", "interpol", "exists"),
    ("3, UZ-3, refs", "organization", "unodc", "exists"),
    ("UZ-3", "organization", "undp", "exists"),
    ("2, UZ-3", "organization", "eu", "exists"),
    ("UZ-3, conclusion", "organization", "osce", "exists"),
    ("UZ-2, conclusion, refs", "organization", "sco", "exists"),
    ("UZ-2, conclusion", "organization", "cis", "exists"),
    ("2, refs", "organization", "au", "exists"),
    ("conclusion, refs", "organization", "un", "exists"),
    ("author line", "organization", "tsul", "exists (source only)"),
    ("UZ-3", "project", "iom-uz-reintegration-2020-2023", "no verified specifics"),
    ("UZ-3", "project", "uz-migration-capacity-building-generic", "generic"),
    ("UZ-3", "project", "uz-tip-regional-data-exchange-generic", "generic"),
]

# contradictions.yaml: the records that each finding is about.
FINDINGS = {
    "C01": "icrmw-1990",
    "C02": "law-uz-external-migration-orq-719-claimed law-uz-orq-719-actual "
    "law-uz-external-labour-migration-draft",
    "C03": "untoc-2000 palermo-trafficking-protocol-2000 palermo-smuggling-protocol-2000",
    "C04": "un-refugee-convention-1951 un-refugee-protocol-1967",
    "C05": "eu-turkey-statement-2016",
    "C06": "gcm-2018",
    "C07": "central-asian-declaration-2006 bukhara-declaration-2021",
    "C08": "samarkand-conference-2022 sco-samarkand-declaration-2022",
    "C09": "uz-ru-labour-2007 uz-ru-illegal-migration-2007 uz-ru-readmission-2013 "
    "uz-kz-readmission-2012 uz-kz-illegal-migration-2019 uz-kz-labour-2019 "
    "uz-kg-mutual-travel-2006 uz-kg-mutual-travel-protocol-2023 kz-kg-uz-migration-1997",
    "C10": "iom-uz-reintegration-2020-2023",
    "C11": "bali-process au-mpfa eu-turkey-statement-2016",
    "C12": "au-mpfa",
    "C13": "law-uz-criminal-code-1994",
    "C14": "sco-documents-2023-cited",
    "C15": "cis-illegal-migration-1998",
    "C16": "un-refugee-convention-1951",
}


def test_the_article_names_47_things():
    assert len(COVERAGE) == 47


@pytest.mark.parametrize(("section", "kind", "key", "verdict"), COVERAGE)
def test_each_thing_that_the_article_names_leads_to_its_record(section, kind, key, verdict):
    found = document(key)
    assert found["kind"] == kind
    named = [row for row in found["remarks"] if row["type"] == "named_in_article"]
    assert [row["text"]["en"].partition(f" (section {section}): ")[2] for row in named] == [
        f"{verdict}."
    ]
    cited = citations(found, f"remarks/{named[0]['ref']}")
    assert [(row["source"], row["locator"]) for row in cited] == [("ART", f"section {section}")]


def test_nothing_else_says_that_the_article_names_it():
    named = [
        each["key"]
        for each in all_documents()
        for row in each["remarks"]
        if row["type"] == "named_in_article"
    ]
    assert sorted(named) == sorted(key for _, _, key, _ in COVERAGE)


@pytest.mark.parametrize("finding", FINDINGS)
def test_each_contradiction_is_the_first_thing_that_its_records_say(finding):
    for key in FINDINGS[finding].split():
        told = document(key)["remarks"]
        first = [row for row in told if row["type"] == "contradiction"]
        assert told[: len(first)] == first
        text = next(
            row["text"]["en"] for row in first if f"Verdict ({finding}):" in row["text"]["en"]
        )
        assert text.count("\n") == 3


def test_the_33_contradictions_are_cited_191_times():
    cited = [
        row
        for each in all_documents()
        for remark in each["remarks"]
        if remark["type"] == "contradiction"
        for row in citations(each, f"remarks/{remark['ref']}")
    ]
    assert len(cited) == 191
    assert all(row["note"].startswith("Finding C") for row in cited)


def test_uzbekistan_is_never_shown_as_a_party_to_the_convention_of_1990():
    convention = document("icrmw-1990")
    uzbekistan = next(row for row in convention["participants"] if row["actor"] == "UZB")
    acts = [act for act in convention["acts"] if act["participant"] == uzbekistan["ref"]]
    assert [(act["type"], act["evidence"], act["as_at"]) for act in acts] == [
        ("any_act", "none_shown", "2023-10-18"),
        ("consent_to_be_bound", "claimed", None),
    ]
    assert convention["remarks"][0]["text"]["en"].startswith(
        "Uzbekistan: party to the Convention of 1990, as claimed by the article; not confirmed by "
        "the depositary: none shown as at 18 October 2023."
    )


def test_uzbekistan_signed_the_smuggling_protocol_and_no_ratification_is_shown_as_at_2017():
    protocol = document("palermo-smuggling-protocol-2000")
    uzbekistan = next(row for row in protocol["participants"] if row["actor"] == "UZB")
    acts = [act for act in protocol["acts"] if act["participant"] == uzbekistan["ref"]]
    assert [(act["type"], act["evidence"], act["done_on"], act["as_at"]) for act in acts] == [
        ("signature", "shown", "2001-06-28", "2015-03-14"),
        ("ratification", "none_shown", None, "2017"),
    ]


def test_not_a_party_never_stands_without_its_day():
    said = [
        row["text"]["en"]
        for each in all_documents()
        for row in each["remarks"]
        if row["type"] == "status_as_found" and "not a party" in row["text"]["en"]
    ]
    assert len(said) == 4
    assert all("as at 20" in text for text in said)


def test_what_rests_on_the_article_alone_is_a_claim():
    for key in (
        "central-asian-declaration-2006",
        "samarkand-conference-2022",
        "sco-documents-2023-cited",
    ):
        assert {act["evidence"] for act in document(key)["acts"]} == {"claimed"}


def test_that_nothing_was_found_for_kyrgyzstan_is_a_check():
    check = document("check-kgz-labour-migration")
    assert (check["actor"], check["counterpart"], check["result"]) == ("UZB", "KGZ", "none_found")
    assert {row["source"] for row in citations(check, "")} == {
        "BLA-CW",
        "KG-2006",
        "KG-2023",
        "TRI-1997",
    }


def test_readers_meet_no_instruction_to_editors():
    words = [
        row["text"]["en"] for each in all_documents() for row in each["remarks"] if row["text"]
    ]
    for instruction in ("SAY PLAINLY", "do not use", "never show", "NOT FOUND", "let a native"):
        assert not [text for text in words if instruction in text], instruction
