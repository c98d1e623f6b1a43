"""The states of the starting register: who can be a party, past and present.

**Who is in.** The entries of ISO 3166-1 that are states: the members of the United Nations, its
observers (the Holy See, Palestine), the Cook Islands and Niue, which treaties "open to all States"
admit, and Taiwan, which ISO lists as a province of China and in whose name agreements are made
(its record says so). Territories of a state are not states. Kosovo is not an ISO 3166-1 entry and
is left to the curators. Of ISO 3166-3, only what was another state is in; where a state merely
changed its name (Burma, Dahomey, Upper Volta, Zaire, Byelorussian SSR) the old name is an alias,
and former dependencies are left out. Added are former states that made treaties without a code of
their own.

**Keys.** ISO 3166-1 alpha-3; for a former state the alpha-3 that ISO 3166-3 keeps for it. A former
state that ISO never listed apart has words in capitals, at least four letters long
(`TANGANYIKA`), which no ISO code can ever equal.

**Sources.** Names are CLDR's; where the register prefers another form, the citation says what CLDR
has. Dates and successions are general knowledge and never shown as verified.

`valid_until` is the last day of a state; an alias is used until the day on which the other name
came. A former state lies in the region that holds all its successors, or in none.
"""

from .sheet import Sheet
from .tables import read_table, rows_by, texts

CLDR = "BABEL"
ISO = "ISO-3166"
M49 = "UN-M49"
TREATY_COLLECTION = "UNTC-SCRAPE-2015"
GENERAL_KNOWLEDGE = "GK"


def documents():
    """The source of the codes, then every state in the order of the keys."""
    yield _iso_source()
    for row in sorted(read_table("states"), key=lambda row: row["key"]):
        yield _state(row)


def keys_by_alpha2():
    """The key of each present state by its ISO alpha-2 code, as the fact sheets name states."""
    return {row["alpha2"]: row["key"] for row in read_table("states") if not row["valid_until"]}


def _iso_source():
    return Sheet(
        "source",
        ISO,
        type="codelist",
        title={"en": "ISO 3166, codes for the representation of names of countries, parts 1 and 3"},
        author="International Organization for Standardization",
        publisher="Debian iso-codes, through the Python package pycountry 26.2.16",
        address="https://salsa.debian.org/iso-codes-team/iso-codes",
        licence="LGPL-2.1-or-later (iso-codes)",
        how_seen="read through pycountry, with its Russian and Uzbek translations of the names",
    ).document()


def _state(row):
    sheet = Sheet(
        "state",
        row["key"],
        alpha2=row["alpha2"],
        numeric=row["numeric"],
        alpha4=row["alpha4"],
        names=texts(
            en=row["name_en"], ru=row["name_ru"], uz=row["name_uz"], uz_Cyrl=row["name_uz_cyrl"]
        ),
        official_names=texts(en=row["official_en"], ru=row["official_ru"], uz=row["official_uz"]),
        valid_from=row["valid_from"] or None,
        valid_until=row["valid_until"] or None,
    )
    for remark in rows_by("state_remarks", "key").get(row["key"], []):
        sheet.remark(remark["type"], remark["text_en"], remark["about"])
    for write in (_codes, _names, _official_names, _aliases, _region, _validity, _successions):
        write(sheet, row)
    return sheet.document()


def _codes(sheet, row):
    """The codes are in the document; ISO is cited for those that it gives."""
    for field in ("alpha2", "numeric", "alpha4"):
        if row[field]:
            sheet.citation(field, ISO, "reported")


def _names(sheet, row):
    """CLDR is cited with its own forms where another was chosen; then whence the other came."""
    if row["valid_until"]:
        sheet.citation("names", GENERAL_KNOWLEDGE, "reported")
        return
    sheet.citation("names", CLDR, "reported", says=row["cldr_says"])
    if row["iso_name"]:
        sheet.citation("names", ISO, "reported", says=f"en: {row['iso_name']}")
    for language, chosen_from in _chosen(row):
        if chosen_from == GENERAL_KNOWLEDGE:
            _own_form(sheet, "names", language)
        else:
            sheet.citation("names", chosen_from, "reported", note=f"Language: {language}.")


def _chosen(row):
    """The languages in which CLDR's form was not taken, each with the source of the other."""
    return [choice.split(":") for choice in row["chosen_from"].split()]


def _official_names(sheet, row):
    own = row["official_own"].split()
    given = [language for language in ("en", "ru", "uz") if row[f"official_{language}"]]
    from_iso = [language for language in given if language not in own]
    if from_iso:
        note = f"Languages: {', '.join(from_iso)}."
        sheet.citation("official_names", ISO, "reported", note=note)
    for language in own:
        _own_form(sheet, "official_names", language)


def _own_form(sheet, path, language):
    note = f"The register's own form in the language {language}."
    sheet.citation(path, GENERAL_KNOWLEDGE, "reported", note=note)


def _aliases(sheet, row):
    for alias in rows_by("state_aliases", "key").get(row["key"], []):
        given = {"language": alias["language"], "text": alias["text"]}
        used = {"from": alias["from"] or None, "until": alias["until"] or None}
        path = sheet.row("aliases", **given, **used)
        sheet.citation(path, alias["source"], _confidence_in(alias))


def _confidence_in(alias):
    """The depositary's spelling is verified; a day that only general knowledge gives is not."""
    if alias["source"] == TREATY_COLLECTION:
        return "verified"
    dated = alias["from"] or alias["until"]
    return "uncertain" if alias["source"] == GENERAL_KNOWLEDGE and dated else "reported"


def _region(sheet, row):
    region = _region_of(row["key"])
    if region:
        note = "" if row["region"] else "The region in which all its successors lie."
        sheet.write(region=region)
        sheet.citation("region", M49, "reported", note=note)


def _region_of(key):
    """The M49 region of a state; of a former one, the region that all its successors share."""
    own = {row["key"]: row["region"] for row in read_table("states")}[key]
    if own:
        return own
    successors = rows_by("state_successions", "predecessor").get(key, [])
    shared = {_region_of(row["successor"]) for row in successors}
    return shared.pop() if len(shared) == 1 else ""


def _validity(sheet, row):
    for field in ("valid_from", "valid_until"):
        if row[field]:
            sheet.citation(field, GENERAL_KNOWLEDGE, row["validity_confidence"])


def _successions(sheet, row):
    for succession in rows_by("state_successions", "successor").get(row["key"], []):
        path = sheet.row(
            "successions",
            predecessor=succession["predecessor"],
            type=succession["type"],
            on=succession["on"] or None,
            text={"en": succession["text_en"]},
        )
        sheet.citation(path, GENERAL_KNOWLEDGE, succession["confidence"])
