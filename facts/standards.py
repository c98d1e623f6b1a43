"""The tables beside this module say what `standards.yaml` and `countries.yaml` say.

The tables are what the states, code lists and subjects are made from; this check, run at every
conversion, refuses a sheet that has come to say something else, so that no correction is lost.
"""

import re

import yaml

from .tables import read_table

_LANGUAGES = {"en": "name_en", "ru": "name_ru", "uz_latn": "name_uz", "uz_cyrl": "name_uz_cyrl"}


class DifferentStandard(ValueError):
    """A sheet and the table made from it differ."""


def require_same_standards(directory):
    """Refuse unless every listed standard, subject word and state name stands in the tables."""
    standards = _sheet(directory / "standards.yaml")
    for table, fact_rows in _listed_standards(standards):
        columns = tuple(fact_rows[0])
        ours = [{column: row[column] for column in columns} for row in read_table(table)]
        _require_same(table, fact_rows, ours)
    _require_same("subjects", _mapping_in_facts(standards), _mapping_in_table())
    _require_words(standards["ui_vocabulary"]["items"])
    _require_countries(_sheet(directory / "countries.yaml"))


def _sheet(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _require_same(what, theirs, ours):
    if theirs != ours:
        raise DifferentStandard(f"{what}: the facts say {theirs}, the table {ours}.")


def _listed_standards(standards):
    """Each table with the rows that the facts would give it, under the table's column names."""
    yield (
        "gcm_objectives",
        _rows(standards["gcm_objectives"]["items"], number="code", title="name_en"),
    )
    yield "sdg_targets", _rows(standards["sdg_targets"], text="name_en")
    yield "dac_codes", _rows(standards["iati_sector_codes"], name="name_en")
    yield "iati_organisation_types", _rows(standards["iati_organisation_types"], name="name_en")


def _rows(items, **columns):
    return [{columns.get(name, name): str(value) for name, value in item.items()} for item in items]


def _mapping_in_facts(standards):
    items = standards["subject_mapping"]["items"]
    return {
        word.replace(" ", "-"): {kind: " ".join(map(str, codes)) for kind, codes in mapped.items()}
        for word, mapped in items.items()
    }


def _mapping_in_table():
    return {
        row["key"]: {kind: row[kind] for kind in ("gcm", "sdg", "dac")}
        for row in read_table("subjects")
        if row["gcm"]
    }


def _require_words(items):
    """The vocabulary's word, source and confidence behind each subject's names are unchanged."""
    known = {
        (" / ".join((item["en"], item["ru"], item["uz_latn"])), item["source"], item["confidence"])
        for item in items
    }
    for row in read_table("subjects"):
        if row["says"] and (row["says"], row["source"], row["confidence"]) not in known:
            raise DifferentStandard(f"subjects: {row['key']}: the vocabulary says something else.")


def _require_countries(countries):
    """The codes and names of the states most used; the union among them is an organization."""
    states = {row["key"]: row for row in read_table("states")}
    for country in countries:
        if country["alpha3"] is None:
            continue
        row = states[country["alpha3"]]
        theirs = [country["alpha2"], country["numeric"], country["iso_name"]]
        ours = [row["alpha2"], row["numeric"], row["iso_name"] or row["name_en"]]
        for language, column in _LANGUAGES.items():
            theirs.append(_straight(country["name"][language]))
            ours.append(_straight(row[column]))
        _require_same(f"countries: {country['alpha3']}", theirs, ours)


def _straight(name):
    """A name with every apostrophe alike: the register writes them as Unicode asks."""
    return re.sub("[ʻʼ‘’`]", "'", name)
