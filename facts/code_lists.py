"""The code lists of the starting register, each one record whose codes are rows.

The Global Compact's objectives, the SDG targets and the DAC purpose codes come from the fact
sheets with the source and the confidence of every item. IATI's organization types have Russian
and Uzbek names of the register's own. The M49 regions are the world, its regions, sub-regions and
intermediate regions in which states lie, a region's `parent` being the next larger one.
"""

from .sheet import Sheet
from .tables import read_table, texts

CLDR = "BABEL"
M49 = "UN-M49"
IATI = "IATI-CL"
GENERAL_KNOWLEDGE = "GK"


def documents():
    """The source of the regions, then the five lists."""
    yield _m49_source()
    yield _dac_codes()
    yield _gcm_objectives()
    yield _iati_organisation_types()
    yield _m49_regions()
    yield _sdg_targets()


def _m49_source():
    return Sheet(
        "source",
        M49,
        type="codelist",
        title={"en": "Standard country or area codes for statistical use (M49)"},
        publisher="United Nations Statistics Division",
        address="https://unstats.un.org/unsd/methodology/m49/",
        how_seen=(
            "regions compared with the table of github lukes/ISO-3166-Countries-with-Regional-Codes"
            " (commit 0ce3e8a); names of the larger regions from general knowledge"
        ),
    ).document()


def _gcm_objectives():
    sheet = Sheet(
        "code_list",
        "gcm-objectives",
        names={
            "en": "Objectives of the Global Compact for Migration",
            "ru": "Цели Глобального договора о миграции",
            "uz": "Migratsiya boʻyicha global shartnoma maqsadlari",
        },
        issuer="United Nations General Assembly",
        version="A/RES/73/195, annex, paragraph 16",
    )
    return _with_cited_codes(sheet, "gcm_objectives").document()


def _sdg_targets():
    sheet = Sheet(
        "code_list",
        "sdg-targets",
        names={
            "en": "Targets of the Sustainable Development Goals",
            "ru": "Задачи в рамках Целей устойчивого развития",
            "uz": "Barqaror rivojlanish maqsadlari vazifalari",
        },
        issuer="United Nations General Assembly",
        version="A/RES/70/1",
    )
    sheet.remark("note", "Only the targets that bear on migration are listed.", "codes")
    return _with_cited_codes(sheet, "sdg_targets").document()


def _dac_codes():
    """The DAC purpose codes; what a code covers stands in a remark about it."""
    sheet = Sheet(
        "code_list",
        "dac-codes",
        names={
            "en": "DAC purpose codes",
            "ru": "Коды целевого назначения КСР",
            "uz": "RYQ maqsad kodlari",
        },
        issuer="Development Assistance Committee of the OECD",
        version="As in the IATI list of sectors, June 2026",
    )
    sheet.remark(
        "note",
        "Only the codes that bear on migration are listed. Forced return is no development aid, "
        "so code 15190 is never to be taken for granted.",
        "codes",
    )
    _with_cited_codes(sheet, "dac_codes")
    for code, row in zip(sheet["codes"], read_table("dac_codes"), strict=True):
        sheet.remark("wording", row["description"], f"codes/{code['ref']}")
        _status(sheet, f"codes/{code['ref']}", row)
    return sheet.document()


def _iati_organisation_types():
    sheet = Sheet(
        "code_list",
        "iati-organisation-types",
        names={
            "en": "IATI organisation types",
            "ru": "Типы организаций ИАТИ",
            "uz": "IATI tashkilot turlari",
        },
        issuer="International Aid Transparency Initiative",
        version="OrganisationType, June 2026",
    )
    for row in read_table("iati_organisation_types"):
        path = _code(sheet, row)
        sheet.citation(path, IATI, "verified")
        sheet.citation(f"{path}/names", GENERAL_KNOWLEDGE, "uncertain", note="Languages: ru, uz.")
        _status(sheet, path, row)
    return sheet.document()


def _m49_regions():
    sheet = Sheet(
        "code_list",
        "m49-regions",
        names={
            "en": "Regions of the world (UN M49)",
            "ru": "Регионы мира (ООН, M49)",
            "uz": "Dunyo mintaqalari (BMT, M49)",
        },
        issuer="United Nations Statistics Division",
        version="M49",
    )
    for row in read_table("m49_regions"):
        path = _code(sheet, row)
        sheet.citation(path, M49, "reported")
        sheet.citation(f"{path}/names", CLDR, "reported", says=row["cldr_says"])
        if row["cldr_says"]:
            note = "Where CLDR has another form, the register's own."
            sheet.citation(f"{path}/names", GENERAL_KNOWLEDGE, "reported", note=note)
    return sheet.document()


def _with_cited_codes(sheet, table):
    for row in read_table(table):
        sheet.citation(_code(sheet, row), row["source"], row["confidence"])
    return sheet


def _code(sheet, row):
    """Add one code to the list; answers its path."""
    return sheet.row(
        "codes",
        code=row["code"],
        parent=row.get("parent", ""),
        names=texts(en=row["name_en"], ru=row.get("name_ru"), uz=row.get("name_uz")),
    )


def _status(sheet, path, row):
    """Active is what every listed code is expected to be; anything else is said."""
    if row["status"] != "active":
        sheet.remark("status_as_found", f"Status in the source: {row['status']}.", path)
