"""Words of organizations.yaml."""

# `kind`: the type, the parent, and the state whose body it is.
KINDS = {
    "UN Secretariat office": ("un_body", "un", None),
    "UN agency (GA subsidiary organ)": ("un_body", "un", None),
    "UN coordination mechanism": ("coordination", "un", None),
    "UN programme": ("un_body", "un", None),
    "UN related organization (since 2016, GK)": ("universal_igo", None, None),
    "UN specialized agency": ("universal_igo", None, None),
    "academic institution (UZ)": ("academic", None, "UZB"),
    "bilateral donor": ("donor", None, None),
    "government body (UZ)": ("state_body", None, "UZB"),
    "intergovernmental (regional)": ("regional_igo", None, None),
    "intergovernmental (universal)": ("universal_igo", None, None),
    "international NGO": ("ngo", None, None),
    "national NGO (UZ)": ("ngo", None, "UZB"),
    "regional (economic) organization": ("regional_igo", None, None),
    "regional (supranational) organization": ("union_of_states", None, None),
    "regional intergovernmental organization": ("regional_igo", None, None),
}
# Kinds that say more than the type: their words are kept as a remark.
KINDS_IN_WORDS = {
    "UN Secretariat office",
    "UN agency (GA subsidiary organ)",
    "UN programme",
    "UN related organization (since 2016, GK)",
    "UN specialized agency",
    "regional (economic) organization",
    "regional (supranational) organization",
}
# The state whose agency a bilateral donor is.
DONORS = {"sdc": "CHE", "usaid": "USA"}

# `status`: the capacity of the member; None where the words tell of no membership.
MEMBERSHIPS = {
    "associate member": "associate",
    "country office in Tashkent": None,
    "dialogue partner": "associate",
    "host of the Regional Office for Central Asia (ROCA), Tashkent": None,
    "member": "member",
    "member (continues USSR membership of 1945-10-24)": "member",
    "member (founder)": "member",
    "not a member (guest)": None,
    "not a member; partner (MRC Tashkent, BOMCA, PROTECT, Prague Process)": None,
    "observer": "observer",
    "participating State": "participant",
    "partner (PCA 1996; EPCA signed 2025-10-24)": None,
    "works through the UNHCR Representation for Central Asia (Almaty)": None,
}
# Two days for one membership: the source of the other one and what it says.
OTHER_DAYS = {("iom", "UZ"): ("IOM-MAR2019", "2019-03")}

# `acronym`: words that hold two acronyms; the second becomes an alias.
ACRONYMS = {"YeXHT (also YXHT)": ("YeXHT", "YXHT")}

# Further names that the notes give.
ALIASES = {
    "istiqbolli-avlod": {"language": "en", "text": "Istiqlol Avlodi"},
    "uz-tip-commission": {
        "language": "en",
        "text": "National Commission on Combating Trafficking in Persons and Forced Labour",
        "until": "2023-12-21",
    },
}

# `headquarters`: the state of the seat.
SEATS = {
    "Addis Ababa, Ethiopia": "ETH",
    "Beijing, China (Secretariat); RATS Executive Committee in Tashkent": "CHN",
    "Bern, Switzerland": "CHE",
    "Brussels, Belgium": "BEL",
    "Geneva (Le Grand-Saconnex), Switzerland": "CHE",
    "Geneva (secretariat in IOM)": "CHE",
    "Geneva, Switzerland": "CHE",
    "Little Rock, Arkansas, United States": "USA",
    "Lyon, France": "FRA",
    "Minsk, Belarus (Executive Committee)": "BLR",
    "Moscow, Russian Federation (Eurasian Economic Commission)": "RUS",
    "New York, United States": "USA",
    "Tashkent, Uzbekistan": "UZB",
    "Vienna, Austria": "AUT",
    "Washington, DC, United States": "USA",
}

# `iati_organisation_type`, codes of the list iati-organisation-types.
IATI_TYPES = {10: "10", 15: "15", 21: "21", 22: "22", 40: "40", 80: "80"}
