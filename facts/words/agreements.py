"""Words of instruments.yaml about the instrument as a whole."""

FORMS = {
    "agreement": "agreement",
    "charter": "charter",
    "compact": "compact",
    "conference": "conference",
    "convention": "convention",
    "decision": "decision",
    "declaration": "joint_declaration",
    "forum": "forum",
    "framework": "framework",
    "memorandum": "memorandum",
    "programme": "programme",
    "protocol": "protocol",
    "reference": "not_known",
    "statement": "statement",
}
FORM_NOTES = {"reference": "A title as the article cites it; no single document of it was found."}

SCOPES = {"bilateral": "bilateral", "trilateral": "plurilateral", "multilateral": "multilateral"}

_CIS = {"en": "CIS", "ru": "СНГ", "uz": "MDH"}
_SCO = {"en": "SCO", "ru": "ШОС", "uz": "ShHT"}
_CENTRAL_ASIA = {"en": "Central Asia", "ru": "Центральная Азия", "uz": "Markaziy Osiyo"}
# The kind of multilateral, and the region's name.
REACHES = {
    "bilateral": ("", {}),
    "universal": ("universal", {}),
    "interregional": ("interregional", {}),
    "regional (Africa)": ("regional", {"en": "Africa", "ru": "Африка", "uz": "Afrika"}),
    "regional (Asia-Pacific and beyond)": ("regional", {"en": "Asia-Pacific and beyond"}),
    "regional (CIS)": ("regional", _CIS),
    "regional (Central Asia)": ("regional", _CENTRAL_ASIA),
    "regional (Central Asia and neighbours)": (
        "regional",
        {"en": "Central Asia and neighbours"},
    ),
    "regional (EU/Schengen, Eastern Partnership, Western Balkans, Central Asia, Türkiye)": (
        "regional",
        {"en": "EU/Schengen, Eastern Partnership, Western Balkans, Central Asia, Türkiye"},
    ),
    "regional (SCO)": ("regional", _SCO),
}

# `legal_class_uz`, the classes of Uzbek law (uzbek_treaty_classes in standards.yaml).
LEVELS = {
    "interstate": "interstate",
    "intergovernmental": "intergovernmental",
    "interagency": "interagency",
}

BINDING = {True: "binding", False: "non_binding"}
# What contradictions.yaml says is to be published instead (C05).
BINDING_AS_PUBLISHED = {"eu-turkey-statement-2016": "disputed"}

SUBJECTS = {
    "anti-smuggling": "anti-smuggling",
    "anti-trafficking": "anti-trafficking",
    "border management": "border-management",
    "capacity building": "capacity-building",
    "child protection": "child-protection",
    "information exchange": "information-exchange",
    "labour migration": "labour-migration",
    "migrant rights": "migrant-rights",
    "readmission": "readmission",
    "refugee protection": "refugee-protection",
    "reintegration": "reintegration",
    "statelessness": "statelessness",
    "stay and registration": "stay-and-registration",
}

LANGUAGES = {"en": "en", "ru": "ru", "uz_latn": "uz", "uz_cyrl": "uz-Cyrl"}

# `title_status`: the type of the title, and the note where the word says more than the type.
TITLES = {
    None: ("descriptive", ""),
    "article's wording": ("descriptive", "as the article words it"),
    "descriptive": ("descriptive", ""),
    "form reconstructed from the English database title": (
        "working_translation",
        "form reconstructed from the English database title",
    ),
    "form used in the Uzbek press (ogoh.uz, uz-Cyrl, transliterated)": (
        "working_translation",
        "form used in the Uzbek press (ogoh.uz, uz-Cyrl, transliterated)",
    ),
    "nrm.uz heading, transliterated": ("working_translation", "nrm.uz heading, transliterated"),
    "official": ("official", ""),
    "official (GK)": ("official", "official, by general knowledge"),
    "official (MFA of Uzbekistan)": ("official", "as the Ministry of Foreign Affairs gives it"),
    "official (MFA of Uzbekistan, 2023)": (
        "official",
        "as the Ministry of Foreign Affairs gives it (2023)",
    ),
    "official form": ("official", "official form"),
    "press form": ("descriptive", "as the press words it"),
    "translation": ("working_translation", "translation"),
    "working form": ("working_translation", "working form"),
    "working translation": ("working_translation", ""),
    "working translation (a UNHCR/NHRC Uzbek translation exists since July 2020-21, wording not "
    "seen)": (
        "working_translation",
        "a UNHCR/NHRC Uzbek translation exists since July 2020-21, wording not seen",
    ),
}

# Addresses that are more than an address: the address, and the identifier in it.
ADDRESSES = {
    "https://www.e-sbirka.cz/ (No. 120/2024)": (
        "https://www.e-sbirka.cz/",
        {"scheme": "gazette", "value": "No. 120/2024", "issuer": "e-Sbírka (Czech Republic)"},
    ),
}

# Depositaries given in words only.
DEPOSITARIES = {"China (GK)": ("CHN", "China")}

# Where adoption or signature took place, when the words of the facts say more than the place.
PLACES = {
    "Almaty (Almaty Declaration 16 Mar 2011; Ministerial Conference 5 Jun 2013)": "Almaty",
    "Bali, Indonesia (Regional Ministerial Conference 26-28 Feb 2002)": "Bali, Indonesia",
    "Banjul (Executive Council decision on DOC. EX.CL/276 (IX)); revised and adopted 2018": (
        "Banjul"
    ),
    "Bukhara (conference 25-26 Nov 2021)": "Bukhara",
    "Dushanbe (month verified, day GK)": "Dushanbe",
    "Kazan (first: 2006–2008); Bishkek 10 Oct 2008 (2009–2011)": "Kazan",
    "Lake Success, New York (approved A/RES/317(IV), 2 Dec 1949)": "Lake Success, New York",
    "London (Embassy of Uzbekistan)": "London (Embassy of Uzbekistan)",
    "Marrakech (Intergovernmental Conference 10-11 Dec 2018); endorsed by A/RES/73/195, "
    "19 Dec 2018": "Marrakech",
    "New York (A/RES/45/158)": "New York",
    "New York (A/RES/55/25)": "New York",
    "New York (A/RES/55/25); opened for signature Palermo 12-15 Dec 2000": "New York",
    "New York, A/RES/71/1": "New York",
    "New York, A/RES/73/151": "New York",
    "Prague (first Joint Declaration, GK); Bratislava 20 Sep 2016; Prague 24-25 Oct 2022 "
    "(Joint Declaration and Action Plan 2023-2027)": "Prague",
    **{
        place: place
        for place in (
            "Astana",
            "Bishkek",
            "Brussels",
            "Chisinau",
            "Cholpon-Ata",
            "Dushanbe",
            "Florence",
            "Geneva",
            "Moscow",
            "New York",
            "Prague",
            "Samarkand",
            "Sofia",
            "St Petersburg",
            "Tashkent",
        )
    },
}
# Signed in two places on two days: the place of each party's signature.
PLACES_BY_PARTY = {
    "Moscow (21 May 2021) / Tashkent (17 June 2021)": {"RU": "Moscow", "UZ": "Tashkent"},
}
