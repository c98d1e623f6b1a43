"""The tables of the starting register must say what the draft fact sheets say."""

import pytest
import yaml

from facts.standards import DifferentStandard, require_same_standards
from facts.tables import read_table

GCM = {"code": "number", "name_en": "title"}


def renamed(table, columns, kept=("source", "confidence")):
    """The rows of a table under the names that the sheets give their columns."""
    names = columns | {name: name for name in kept}
    return [{name: row[column] for column, name in names.items()} for row in read_table(table)]


def standards():
    """What standards.yaml says of the parts that the tables were made from."""
    coded = {"code": "code", "name_en": "name", "status": "status"}
    return {
        "gcm_objectives": {"items": renamed("gcm_objectives", GCM)},
        "sdg_targets": renamed("sdg_targets", {"code": "code", "name_en": "text"}),
        "iati_sector_codes": renamed("dac_codes", {**coded, "description": "description"}),
        "iati_organisation_types": renamed("iati_organisation_types", coded, kept=()),
        "subject_mapping": {"items": dict(mapping())},
        "ui_vocabulary": {"items": [word(row) for row in read_table("subjects") if row["says"]]},
    }


def mapping():
    for row in read_table("subjects"):
        if row["gcm"]:
            yield row["key"], {kind: row[kind].split() for kind in ("gcm", "sdg", "dac")}


def word(row):
    words = row["says"].split(" / ")
    evidence = {"source": row["source"], "confidence": row["confidence"]}
    return {"en": words[0], "ru": " / ".join(words[1:-1]), "uz_latn": words[-1], **evidence}


def uzbekistan():
    names = {"en": "Uzbekistan", "ru": "Узбекистан", "uz_latn": "O'zbekiston"}
    return {
        "alpha2": "UZ",
        "alpha3": "UZB",
        "numeric": "860",
        "iso_name": "Uzbekistan",
        "name": {**names, "uz_cyrl": "Ўзбекистон"},
    }


def check(folder, standards, countries):
    for name, content in (("standards", standards), ("countries", countries)):
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    require_same_standards(folder)


def test_sheets_that_say_the_same_pass_whatever_their_apostrophes(tmp_path):
    check(tmp_path, standards(), [uzbekistan()])


@pytest.mark.parametrize("part", ["sdg_targets", "iati_sector_codes", "iati_organisation_types"])
def test_a_code_that_the_sheets_have_and_the_table_lacks_is_refused(tmp_path, part):
    changed = standards()
    changed[part].append({**changed[part][0], "code": "new"})
    with pytest.raises(DifferentStandard, match="new"):
        check(tmp_path, changed, [uzbekistan()])


def test_another_confidence_is_refused(tmp_path):
    changed = standards()
    changed["gcm_objectives"]["items"][0]["confidence"] = "uncertain"
    with pytest.raises(DifferentStandard, match="gcm_objectives"):
        check(tmp_path, changed, [uzbekistan()])


def test_another_proposal_of_codes_for_a_subject_is_refused(tmp_path):
    changed = standards()
    changed["subject_mapping"]["items"]["readmission"]["gcm"] = [22]
    with pytest.raises(DifferentStandard, match="subjects"):
        check(tmp_path, changed, [uzbekistan()])


def test_another_word_for_a_subject_is_refused(tmp_path):
    changed = standards()
    changed["ui_vocabulary"]["items"][0]["uz_latn"] = "boshqa soʻz"
    with pytest.raises(DifferentStandard, match="vocabulary"):
        check(tmp_path, changed, [uzbekistan()])


def test_another_name_of_a_state_is_refused(tmp_path):
    renamed_state = uzbekistan()
    renamed_state["name"]["ru"] = "Республика Узбекистан"
    with pytest.raises(DifferentStandard, match="UZB"):
        check(tmp_path, standards(), [renamed_state])


def test_a_union_among_the_countries_is_left_to_the_organizations(tmp_path):
    check(tmp_path, standards(), [{"alpha3": None}])
