"""What the compiler looked for: where the facts say "not found", as records of their own."""

CHECKS = {
    "check-kgz-labour-migration": {
        "fields": {
            "actor": "UZB",
            "counterpart": "KGZ",
            "subject": "labour-migration",
            "result": "none_found",
            "text": {
                "en": "A bilateral agreement with Kyrgyzstan on labour migration, readmission or "
                "irregular migration was looked for and not found, nor is there one in the data "
                "set of bilateral labour agreements to 2020. Found: the agreement of 2006 on mutual "
                "travel with its protocol of 2023, and the agreement of 7 August 1997 with "
                "Kazakhstan."
            },
        },
        "sources": ["BLA-CW", "KG-2006", "KG-2023", "TRI-1997"],
        "confidence": "verified",
    },
    "check-uzb-central-asian-declaration": {
        "fields": {
            "actor": "UZB",
            "subject": "anti-trafficking",
            "result": "none_found",
            "text": {
                "en": "A “Central Asian Declaration on Combating Human Trafficking” of 2006, named "
                "by the article, was looked for and not found in any source. Found: the Bukhara "
                "Declaration of 2021."
            },
        },
        "sources": ["ART", "BUKHARA", "BUKHARA2"],
        "confidence": "uncertain",
    },
    "check-uzb-external-migration-law": {
        "fields": {
            "actor": "UZB",
            "subject": "labour-migration",
            "result": "none_found",
            "text": {
                "en": "A Law “On External Migration of the Population” was looked for under its "
                "title and under the number ORQ-719, and not found. Found: amending law No. 719, "
                "published on 5 October 2021, and a draft law on external labour migration."
            },
        },
        "sources": ["ABSENT-719", "ORQ-719-PUB", "PRAGUE-UZ", "ELM-2025L"],
        "confidence": "verified",
    },
    "check-uzb-iom-reintegration": {
        "fields": {
            "actor": "UZB",
            "counterpart": "iom",
            "subject": "reintegration",
            "result": "inconclusive",
            "text": {
                "en": "Reintegration projects with IOM in 2020–2023 were looked for by title, "
                "donor, budget and region; none of that description was identified, though reports speak "
                "of people whom IOM's reintegration programmes helped."
            },
        },
        "sources": ["ART", "USAID-DR", "USAID-MRC", "IOM-RD", "IOM-CARR"],
        "confidence": "reported",
    },
    "check-uzb-samarkand-conference": {
        "fields": {
            "actor": "UZB",
            "subject": "border-management",
            "result": "none_found",
            "text": {
                "en": "A conference of 2022 in Samarkand on regional migration security, named by "
                "the article, was looked for and not found. Found: the Samarkand Declaration of 16 "
                "September 2022, and conferences in Tashkent (28 July 2022) and Samarkand (10–11 "
                "November 2017) on other subjects."
            },
        },
        "sources": ["ART", "SCO-SAMARKAND", "BUKHARA", "SAMARKAND-2017"],
        "confidence": "uncertain",
    },
    "check-uzb-smuggling-offence": {
        "fields": {
            "actor": "UZB",
            "subject": "anti-smuggling",
            "result": "none_found",
            "text": {
                "en": "An article on the smuggling of migrants, or on facilitating illegal entry, "
                "was looked for in the Criminal Code (edition of March 2025) by keyword and not "
                "found; article 223 speaks of exit, entry and crossing only."
            },
        },
        "sources": ["CODE-CRIM-2025", "UK-223"],
        "confidence": "verified",
    },
}
