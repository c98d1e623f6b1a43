"""Words of projects.yaml."""

# `title_status`: the type of the title, and the note where the word says more.
TITLES = {
    "descriptive": ("descriptive", ""),
    "descriptive title made by the register; no official title known": (
        "descriptive",
        "made by the register; no official title known",
    ),
    "official": ("official", ""),
    "official (USAID pages)": ("official", "as on USAID's pages"),
    "official (title as in the address; check capitalisation)": (
        "official",
        "as in the address of the page",
    ),
}

# `status`: the IATI status, and whether start and end are planned or actual.
STATUSES = {
    "announced; act of adoption not seen": ("pipeline", "planned", "planned"),
    "closed": ("closed", "actual", "actual"),
    "completed": ("closed", "actual", "actual"),
    "ended (planned September 2025)": ("closed", "actual", "planned"),
    "held": ("closed", "actual", "actual"),
    "ongoing": ("implementation", "actual", "planned"),
    "reported by the article; no project of that description could be identified by title, donor, "
    "budget or region": ("not_known", "actual", "actual"),
    "reported by the article; no title given": ("not_known", "actual", "actual"),
    "started June 2022": ("implementation", "actual", "planned"),
    "unknown": ("not_known", "actual", "actual"),
    "unknown (USAID activities ended in 2025, GK)": ("not_known", "actual", "actual"),
}

# `services`; the words are kept beside each.
SERVICES = {
    "capacity building": "training",
    "case management": "social",
    "consultations": "information",
    "coordination": "coordination",
    "data": "data",
    "data exchange": "data",
    "humanitarian aid to labour migrants": "humanitarian",
    "information": "information",
    "legal": "legal",
    "monitoring": "data",
    "policy": "policy_advice",
    "policy advice": "policy_advice",
    "protection": "other",
    "psychological": "psychological",
    "psychological support": "psychological",
    "psychosocial": "psychological",
    "reintegration": "other",
    "repatriation support": "return_travel",
    "return assistance": "return_travel",
    "social": "social",
    "tailored reintegration assistance": "other",
    "technical support": "other",
    "training": "training",
    "vocational training": "training",
}

# Donors, implementers and partners: a record, or plain words where the register has none.
ORGANIZATIONS = {
    **{
        key: (key, {})
        for key in (
            "eu",
            "icmpd",
            "iom",
            "istiqbolli-avlod",
            "osce",
            "sdc",
            "undp",
            "unodc",
            "usaid",
            "uz-mfa",
            "uz-mia",
            "uz-migration-agency",
            "uz-nhrc",
            "uz-tip-commission",
            "winrock",
        )
    },
    "Government of Uzbekistan": ("UZB", {"en": "Government of Uzbekistan"}),
    "NGO network": (None, {"en": "NGO network"}),
    "State Border Guard of Latvia (consortium lead)": (
        None,
        {"en": "State Border Guard of Latvia (consortium lead)"},
    ),
    "Sub-commissions on combating trafficking": (
        None,
        {"en": "Sub-commissions on combating trafficking"},
    ),
    "UK Embassy (reported)": (None, {"en": "UK Embassy (reported)"}),
    "US Department of State, INL": (None, {"en": "US Department of State, INL"}),
    "Westminster International University in Tashkent": (
        None,
        {"en": "Westminster International University in Tashkent"},
    ),
}
ROLES = {"donors": "funding", "implementers": "implementing", "partners": "partner"}

# `regions`: the state in which each lies; None for a region of several.
REGIONS = {
    "Ferghana Valley": None,
    "Jizzakh (centre opened March 2022)": "UZB",
    "Samarkand (centre opened 18 Jan 2023)": "UZB",
    "Tashkent (Migrant Resource Centre opened 26 Aug 2025)": "UZB",
    "Tashkent (Westminster International University in Tashkent)": "UZB",
}


def _reached(category, count, text):
    return {"measure": "reached", "category": category, "count": count, "text": {"en": text}}


# `beneficiaries`: the people in it, and the results that are no people.
BENEFICIARIES = {
    "120 social workers trained; 531 citizens repatriated 2019–2021": (
        [
            _reached("service_providers", 120, "120 social workers trained"),
            _reached("returnees", 531, "531 citizens repatriated 2019–2021"),
        ],
        [],
    ),
    "3 Tajik, 19 Uzbek and 70 Kyrgyz migrants": (
        [
            _reached("returnees", 3, "Tajik migrants"),
            _reached("returnees", 19, "Uzbek migrants"),
            _reached("returnees", 70, "Kyrgyz migrants"),
        ],
        [],
    ),
    "75 returned labour migrants and 75 officers of the Agency for External Labour Migration": (
        [
            _reached("returnees", 75, "returned labour migrants"),
            _reached("officials", 75, "officers of the Agency for External Labour Migration"),
        ],
        [],
    ),
    "Jizzakh: about 120 applications, 16 trafficking survivors given repatriation support (to Jan "
    "2023)": (
        [
            _reached(
                "trafficking_survivors",
                16,
                "Jizzakh: trafficking survivors given repatriation support (to Jan 2023)",
            )
        ],
        ["Jizzakh: about 120 applications (to Jan 2023)"],
    ),
    "more than 1,700 people helped to return with psychological support and tailored reintegration "
    "assistance; more than 95,000 consultations": (
        [
            _reached(
                "returnees",
                1700,
                "more than 1,700 people helped to return with psychological support and tailored "
                "reintegration assistance",
            )
        ],
        ["more than 95,000 consultations"],
    ),
}
