"""Nothing was dropped of the organizations, laws, projects and sources of the fact sheets.

The numbers are those of the sheets, counted field by field.
"""

from tests.starting_documents import (
    all_documents,
    best_confidence,
    citations,
    counted,
    document,
    documents,
    remarks,
    rows,
    stated,
)


def test_26_organizations_stand_under_their_slugs_with_names_in_three_languages():
    organizations = documents("organization")
    assert len(organizations) == 26
    assert all(set(each["names"]) == {"en", "ru", "uz"} for each in organizations)
    acronyms = counted(language for each in organizations for language in each["acronyms"])
    assert acronyms == {"en": 26, "ru": 19, "uz": 13}
    assert counted(each["type"] for each in organizations) == {
        "universal_igo": 4,
        "coordination": 1,
        "un_body": 4,
        "union_of_states": 1,
        "regional_igo": 6,
        "state_body": 5,
        "ngo": 2,
        "donor": 2,
        "academic": 1,
    }


def test_56_memberships_are_50_rows_and_6_remarks_on_who_is_no_member():
    memberships = [row for _, row in rows("organization", "memberships")]
    assert counted(row["capacity"] for row in memberships) == {
        "member": 35,
        "participant": 12,
        "associate": 2,
        "observer": 1,
    }
    assert len(remarks("organization", "status_as_found", about="memberships")) == 6
    assert all(row["words"] for row in memberships)


def test_every_membership_keeps_its_confidence_and_that_of_its_date():
    cited = [(each, row) for each, row in rows("organization", "memberships")]
    by_row = counted(best_confidence(each, f"memberships/{row['ref']}") for each, row in cited)
    told = remarks("organization", "status_as_found", about="memberships")
    by_remark = counted(best_confidence(each, f"remarks/{row['ref']}") for each, row in told)
    assert by_row == {"uncertain": 25, "verified": 16, "reported": 9}
    assert by_remark == {"reported": 4, "verified": 1, "uncertain": 1}
    # Seven participating States and the ILO's member: the date is less sure than the membership.
    days = [
        row
        for each, row in rows("organization", "citations")
        if row["path"].endswith("/from") and row["confidence"] == "uncertain"
    ]
    assert len(days) == 8


def test_two_dates_of_one_membership_are_both_kept():
    iom = document("iom")
    membership = next(row for row in iom["memberships"] if row["actor"] == "UZB")
    path = f"memberships/{membership['ref']}/from"
    assert membership["from"] == "2018-11-27"
    assert [(row["source"], row["says"]) for row in citations(iom, path)] == [
        ("IOM-MAR2019", "2019-03")
    ]


def test_what_organizations_are_and_where_is_counted_as_in_the_facts():
    assert stated("organization", "founded_on") == 20
    assert stated("organization", "seat") == stated("organization", "seat_state") == 26
    assert stated("organization", "website") == 24
    assert stated("organization", "iati_type") == 26
    assert len(rows("organization", "identifiers")) == 14
    # Five organizations were looked up in the code lists and have no identifier there.
    assert len(remarks("organization", "finding", about="identifiers")) == 5
    assert len(remarks("organization", "wording", about="names")) == 26
    assert len(remarks("organization", "note", about="")) == 26 + 4
    assert len(remarks("organization", "note", about="founded_on")) == 5


def test_a_former_name_is_an_alias():
    commission = document("uz-tip-commission")
    assert commission["aliases"][0]["until"] == "2023-12-21"
    assert "Forced Labour" in commission["aliases"][0]["text"]


def test_18_laws_keep_their_titles_numbers_and_days():
    laws = documents("law")
    assert len(laws) == 18
    languages = counted(title["language"] for _, title in rows("law", "titles"))
    assert languages == {"en": 18, "ru": 11, "uz": 10}
    assert sum(1 for each in laws if each["numbers"]) == 16
    # 16 dates of the sheet, and one that only its note infers.
    assert stated("law", "adopted_on") == 16 + 1
    assert stated("law", "in_force_on") == 6
    assert stated("law", "address") == 12
    assert counted(each["form"] for each in laws) == {
        "constitution": 1,
        "law": 7,
        "code": 2,
        "amending_law": 1,
        "draft": 1,
        "decree": 4,
        "resolution": 2,
    }


def test_laws_keep_their_articles_and_what_they_implement():
    # Twenty articles, of which one is said not to be in the Code: a finding.
    assert len(rows("law", "articles")) == 19
    assert len(remarks("law", "finding", about="articles")) == 1
    implements = [row for _, row in rows("law", "implements")]
    assert counted(row["relation"] for row in implements) == {
        "implements": 4,
        "touches": 4,
        "criminalises": 1,
        "harmonises_with": 1,
        "aligned_with": 1,
    }
    assert all(row["words"] for row in implements)
    without_record = [row["text"] for row in implements if row["agreement"] is None]
    assert len(without_record) == 1
    assert without_record[0]["en"].startswith("Vienna Convention on the Law of Treaties")


def test_laws_keep_every_finding_history_note_and_edition():
    assert len(rows("law", "editions")) == 5 + 1
    assert len(rows("law", "replaces")) == 2
    # Six findings, the sentence to publish, one on article 223, one on an article that is missing.
    assert len(remarks("law", "finding")) == 6 + 1 + 1 + 1
    # Four steps of a draft and the procedure of one law.
    assert len(remarks("law", "history")) == 4 + 1
    # Four notes, two secondary acts, three on addresses, one on an entry into force.
    assert len(remarks("law", "note")) == 4 + 2 + 3 + 1
    assert sum(len(citations(each, "")) for each in documents("law")) == 49


def test_a_law_that_only_the_article_names_is_not_confirmed():
    law = document("law-uz-external-migration-orq-719-claimed")
    assert law["status"] == "not_confirmed"
    assert law["adopted_on"] == "2021-09-15?"


def test_16_projects_keep_who_where_what_and_when():
    assert len(documents("project")) == 16
    assert counted(row["role"] for _, row in rows("project", "organizations")) == {
        "funding": 8,
        "implementing": 27,
        "partner": 12,
    }
    assert len(rows("project", "services")) == 34
    assert all(row["words"] for _, row in rows("project", "services"))
    locations = [row for _, row in rows("project", "locations")]
    assert sum(1 for row in locations if not row["text"]) == 38
    assert sum(1 for row in locations if row["text"]) == 5
    days = ("planned_start", "actual_start", "planned_end", "actual_end")
    starts = sum(stated("project", name) for name in days if name.endswith("start"))
    assert starts == 9
    assert sum(stated("project", name) for name in days) - starts == 8
    assert sum(len(each["related"]) for each in documents("project")) == 13
    assert sum(len(each["dac_codes"]) for each in documents("project")) == 20


def test_partners_without_a_record_are_marked_plain_text():
    plain = [row for _, row in rows("project", "organizations") if row["actor"] is None]
    assert len(plain) == 6
    assert all(row["text"] for row in plain)


def test_projects_keep_budgets_beneficiaries_sources_and_notes():
    assert counted((row["amount"], row["currency"]) for _, row in rows("project", "budget")) == {
        ("21650000", "EUR"): 1,
        ("9000000", "EUR"): 1,
    }
    with_people = {each["key"] for each, _ in rows("project", "beneficiaries")}
    assert len(with_people) == 5
    assert len(rows("project", "results")) == 2
    assert sum(len(citations(each, "")) for each in documents("project")) == 19
    assert len(remarks("project", "note")) == 11
    # Six notes on dates, one on a budget, five on countries.
    assert len(remarks("project", "uncertainty")) == 6 + 1 + 5
    assert len(remarks("project", "claim_of_source")) == 1


def test_183_pieces_of_evidence_and_9_publications_are_sources():
    sources = documents("source")
    publications = [each for each in sources if each["key"].startswith("pub-")]
    assert len(publications) == 9
    assert all(citations(each, "") for each in publications)
    # Two more are of the register's own: the codes of states and of regions.
    own = {"ISO-3166", "UN-M49"}
    assert len([each for each in sources if each["key"] not in own]) == 183 + 9
    assert all(each["type"] and each["title"] for each in sources)


def test_every_source_that_a_fact_cites_is_cited():
    cited = {row["source"] for each in all_documents() for row in each["citations"]}
    keys = {each["key"] for each in documents("source")}
    assert cited <= keys
    # What only the sheets' vocabulary cites, or nothing: kept as sources all the same.
    evidence = {key for key in keys if not key.startswith("pub-")}
    assert sorted(evidence - cited) == [
        "GDP-2017",
        "HOZIR-DRAFT",
        "HOZIR-RAT",
        "IOM-KZ-3000",
        "IOM-UK-STRANDED",
        "MILLIYCHA",
        "PETITION-518",
        "UZDAILY-C155",
    ]


def test_keys_are_unique_over_all_kinds():
    keys = [each["key"] for each in all_documents()]
    assert len(keys) == len(set(keys))
