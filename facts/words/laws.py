"""Words of national_law.yaml."""

# `kind`: the form, and the status that the word itself tells of.
FORMS = {
    "amending law": ("amending_law", ""),
    "code": ("code", ""),
    "constitution": ("constitution", ""),
    "draft law": ("draft", "draft"),
    "law": ("law", ""),
    "law (claimed)": ("law", "not_confirmed"),
    "presidential decree": ("decree", ""),
    "presidential resolution": ("resolution", ""),
}

# `status`, where the facts have one.
STATUSES = {
    "NOT CONFIRMED - number, date and title do not agree: see findings": (
        "not_confirmed",
        "Not confirmed: number, date and title do not agree (see the findings).",
    ),
    "not in force as far as found (last information July 2025; index generated April 2026 shows "
    "only the resolution)": (
        "draft",
        "Not in force as far as found (last information July 2025; an index generated in April "
        "2026 shows only the resolution).",
    ),
}

# `relation` of what a law implements; the words are kept beside it.
RELATIONS = {
    "criminalises (art. 135)": "criminalises",
    "harmonises with": "harmonises_with",
    "implements": "implements",
    "policy alignment (objective 21) - inferred by the compiler": "aligned_with",
    "touches (Uzbekistan not a party)": "touches",
    "touches (art. 223); Uzbekistan only a signatory": "touches",
    "touches (asylum; Uzbekistan not a party)": "touches",
}

# `amended`: the later edition.
EDITIONS = {
    "June 2021": {"adopted_on": "2021-06"},
    "ORQ-880 of 28 Nov 2023 (edition seen)": {"adopted_on": "2023-11-28", "number": "ORQ-880"},
    "PF-162 (2024)": {"adopted_on": "2024", "number": "PF-162"},
    "PF-258 of 26 Dec 2025": {"adopted_on": "2025-12-26", "number": "PF-258"},
    "PF-84 of 8 May 2025": {"adopted_on": "2025-05-08", "number": "PF-84"},
}
# `adopted` of the current edition: the day, and the words that are more than a day.
ADOPTIONS = {"2023-04-30 (referendum)": ("2023-04-30", "adopted by referendum")}

# Days and numbers that stand in the words of `date_note`.
DATES_IN_NOTES = {
    "about 4 October 2021 (inferred from the publication date); published 2021-10-05, registration "
    "03/21/719/0929": {
        "fields": {"adopted_on": "2021-10-04~", "published_on": "2021-10-05"},
        "number": {"value": "03/21/719/0929", "text": {"en": "registration of the publication"}},
    },
    # The article's date contradicts the article's number: it is doubted, not taken over.
    "as named by the article": {"fields": {"adopted_on": "2021-09-15?"}},
}

# Titles that are descriptions: their own words say so.
DESCRIPTIONS = (
    "(as named by the article)",
    "(short description)",
    "(short description; official title in the source)",
    "(title not found)",
)
