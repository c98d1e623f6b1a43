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
                "set of bilateral labour agreements to 2020. Found: the agreement of 2006 on "
                "mutual travel with its protocol of 2023, and the agreement of 7 August 1997 with "
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
}
