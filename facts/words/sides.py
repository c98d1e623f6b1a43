"""Who stands on which side of the bilateral agreements: as their titles and acts say."""

_TEXT_OF_MEMBERS = {"en": "the Member States of the European Communities"}
_ULSAN = {"en": "City of Ulsan (Republic of Korea)"}

# Two sides, each of one or more parties; a party without a record is given in words.
SIDES = {
    "eu-turkey-statement-2016": (["EU"], ["TR"]),
    "uz-bg-readmission-2003": (["UZ"], ["BG"]),
    "uz-cz-readmission-2023": (["UZ"], ["CZ"]),
    "uz-de-migration-mobility-2024": (["UZ"], ["DE"]),
    "uz-ee-readmission-2023": (["UZ"], ["EE"]),
    "uz-eu-epca-2025": (["UZ"], ["EU"]),
    "uz-eu-pca-1996": (["UZ"], ["EU", _TEXT_OF_MEMBERS]),
    "uz-gb-glaa-mou": (["UZ"], ["GB"]),
    "uz-it-mou-2025": (["UZ"], ["IT"]),
    "uz-jp-ssw-moc-2019": (["UZ"], ["JP"]),
    "uz-jp-titp-moc-2019": (["UZ"], ["JP"]),
    "uz-kg-mutual-travel-2006": (["UZ"], ["KG"]),
    "uz-kg-mutual-travel-protocol-2023": (["UZ"], ["KG"]),
    "uz-kr-eps-mou": (["UZ"], ["KR"]),
    "uz-kr-ulsan-moc-2025": (["UZ"], [_ULSAN]),
    "uz-kz-illegal-migration-2019": (["UZ"], ["KZ"]),
    "uz-kz-labour-2019": (["UZ"], ["KZ"]),
    "uz-kz-readmission-2012": (["UZ"], ["KZ"]),
    "uz-lv-readmission-2004": (["UZ"], ["LV"]),
    "uz-ru-illegal-migration-2007": (["UZ"], ["RU"]),
    "uz-ru-labour-2007": (["UZ"], ["RU"]),
    "uz-ru-mutual-trips-2000": (["UZ"], ["RU"]),
    "uz-ru-organised-recruitment-2017": (["UZ"], ["RU"]),
    "uz-ru-readmission-2007": (["UZ"], ["RU"]),
    "uz-ru-readmission-2013": (["UZ"], ["RU"]),
    "uz-ru-representations-2017": (["UZ"], ["RU"]),
    "uz-ru-stay-2021": (["UZ"], ["RU"]),
    "uz-tr-iskur-memorandum-2026": (["UZ"], ["TR"]),
    "uz-tr-migrant-workers": (["UZ"], ["TR"]),
    "uz-ua-readmission-2000": (["UZ"], ["UA"]),
}

# Participants that other words of the facts name: `secretariat` ("Co-chairs …").
CO_CHAIRS = {"bali-process": (["AUS", "IDN"], "BALI")}

# Bodies that the title names as those that conclude it.
BODIES_IN_TITLES = {
    "uz-gb-glaa-mou": {
        "UZ": ("uz-migration-agency", {}),
        "GB": (None, {"en": "Gangmasters and Labour Abuse Authority"}),
    },
    "uz-kr-eps-mou": {
        "UZ": (None, {"en": "Ministry of Employment (and predecessors)"}),
        "KR": (None, {"en": "Ministry of Employment and Labour"}),
    },
    "uz-kr-ulsan-moc-2025": {"UZ": ("uz-migration-agency", {})},
    "uz-tr-iskur-memorandum-2026": {
        "UZ": ("uz-migration-agency", {}),
        "TR": (None, {"en": "İŞKUR"}),
    },
}

# `competent_bodies`: the organization on record, if there is one, and the words.
COMPETENT_BODIES = {
    "FSB": (None, {"en": "FSB"}),
    "Federal Migration Service (central; now MIA)": (
        None,
        {"en": "Federal Migration Service (central; now MIA)"},
    ),
    "MFA": (None, {"en": "MFA"}),
    "Migration Agency (labour migration)": ("uz-migration-agency", {"en": "labour migration"}),
    "Ministry of Internal Affairs (readmission)": ("uz-mia", {"en": "readmission"}),
    "named in the Executive Protocol (list cut in the excerpt)": (
        None,
        {"en": "named in the Executive Protocol (list cut in the excerpt)"},
    ),
}
