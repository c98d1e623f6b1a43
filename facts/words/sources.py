"""What the sources of evidence.yaml and publications.yaml are: their types, days and corrections.

The facts give no type; it is set here by hand, from what each id is said to be.
"""

_BY_TYPE = {
    "depositary": "UNTC-IV-13 UNTC-XVIII-12-A UNTC-XVIII-12-B",
    "official": (
        "UZ-MFA-2021 UNHCR-RIMAP UN-UZ-2023 IOM-APDATA CJEU-PR19-17 BALI BALI-IOM BALI-TR AU-MPFA "
        "ALMATY ALMATY-2019 PRAGUE-2022 PRAGUE-UZ PRAGUE-PL CIS-JC2 CIS-2007M CIS-TIP-PROG "
        "CIS-2024M SCO-MFA BUKHARA3 SAMARKAND-2017 KG-2023 TR-2026 TR-EMB JP-SSW JP-TITP DE-BMI "
        "GB-GLAA IOM-173 UN-1992 OSCE-UZ OSCE-LIST CIS-MIIT MEHNAT-ILO USAID-DR-DATE USAID-SMICA "
        "IOM-LMP IOM-RD IOM-MA IOM-TOT OSCE-REINT BOMCA PROTECT UNODC-2023 UNHCR-TRANS "
        "IOM-UK-STRANDED IOM-KZ-3000 PF-162 CESCR-2006"
    ),
    "gazette": "CZ-2023 EE-2023 EU-PCA LEX-PUBDAY ORQ-719-PUB",
    "legal_text": (
        "LEX-CRC-2013 GCM-TEXT EU-TR AU-2006 CIS-1994 CIS-1994P CIS-1998 CIS-1998-KZ CIS-JC "
        "CIS-CONCEPT CIS-PROG CIS-PROG2 CIS-2007 CIS-DECL2007 CIS-2008 CIS-2008-KZ CIS-TIP "
        "TRI-1997 SCO-CHARTER SCO-SAMARKAND RU-2007-LAB RU-2007-IM RU-2007-READ RU-2013-READ "
        "RU-2013-PROT RU-2017-REP RU-2000 KZ-2012 KZ-2019-IM KZ-2019-LAB KG-2006 LV-2004 BG-2003 "
        "UA-2000 UA-2000R EU-PCA72 LEX-CIT NRM-TIP CISL-518 UZDE-518 HOZIR-518 HOZIR-DRAFT "
        "CISL-172 KADROVIK-3273 UK-223 UK-LAW KOAO PF-59 PP-149 PP-911 UP-210 PETITION-518 "
        "CODE-CRIM-2025 CODE-ADM-2025 CONST-TEXT ORQ-SEQ"
    ),
    "dataset": (
        "UNTC-SCRAPE-2015 UNTC-INDEX HRDATA-2022 UNVOTES OHCHR-2023 AGRMT-2017 UPR-2013 BLA-CW "
        "ELM-2025L BAD-CATALOG"
    ),
    "press": (
        "UZDAILY-TIP GCM-ADOPT CIS-1998-UZ CIS-MINORS BUKHARA BUKHARA2 RU-2007 RU-2017 RU-2017-RF "
        "RU-2017-UZ RU-2021 RU-2021B KZ-2019-IM2 KZ-2019-LAB2 KZ-2019-LAB-UZ KR-EPS KR-EPS2 "
        "KR-ULSAN DE-UZ IT-2025 GB-GLAA23 EU-EPCA EU-EPCA2 EU-EPCA3 ICMPD USAID-DR USAID-MRC "
        "OSCE-COVID PROTECT-MRC TIP-SENATE YUZ-ART22 KOAO-224 CONST-2023 ELM-2022 ELM-2025S ELM-LC "
        "TAFSILAR UNDP-REINT UZDAILY-COMM BUZB-2024 UZDAILY-C155 UZA-KG ILO-UZ"
    ),
    "article": "ART",
    "book": "HOZIR-RAT",
    "report": "ALMATY-2013 IOM-CARR IOM-SPRP GDP-2017",
    "web": "SCO-EIF SCO-MEMB IOM-MAR2019 MILLIYCHA IATI-XMDAC LEXIDS LEX-4761984 ABSENT-719",
    "codelist": "IATI-CL BABEL",
    "knowledge": "GK",
}
TYPES = {key: type for type, keys in _BY_TYPE.items() for key in keys.split()}

# The day whose state of affairs a source describes, for the sources that have their own.
DAY_OF_SOURCE = {
    "AGRMT-2017": "2017",
    "ALMATY-2019": "2019",
    "CIS-1994P": "2008-01",
    "CODE-ADM-2025": "2025-04-11",
    "CODE-CRIM-2025": "2025-03-27",
    "CONST-TEXT": "2023-05-01",
    "GDP-2017": "2017",
    "HRDATA-2022": "2022-08-25",
    "IATI-CL": "2026-06-22",
    "LEX-CRC-2013": "2013-07-08",
    "LV-2004": "2019-12",
    "OHCHR-2023": "2023-10-18",
    "UN-UZ-2023": "2023-03-17",
    "UNTC-INDEX": "2015-03-14",
    "UNTC-SCRAPE-2015": "2015-03-14",
    "UNTC-XVIII-12-A": "2024-04-20",
    "UNTC-XVIII-12-B": "2024-04-26",
    "UZ-MFA-2021": "2021",
}

# The day of publication, where the facts' description of the source states it.
PUBLISHED = {
    "ART": "2025",
    "BUKHARA": "2022-07-28",
    "CESCR-2006": "2006-01",
    "CIS-1998-UZ": "2013-03-28",
    "CJEU-PR19-17": "2017-02-28",
    "DE-UZ": "2025",
    "ELM-2022": "2022-09-14",
    "ELM-2025S": "2025-07-02",
    "EU-EPCA": "2025-10-24",
    "EU-EPCA2": "2025-10-24",
    "EU-TR": "2016-03-18",
    "GB-GLAA23": "2023-05-31",
    "ICMPD": "2023-11-02",
    "IOM-CARR": "2021-02",
    "IOM-LMP": "2022-10-10",
    "IOM-SPRP": "2020-04-27",
    "JP-SSW": "2019-12-17",
    "KR-EPS2": "2017-11-08",
    "KR-ULSAN": "2025-03-15",
    "KZ-2019-LAB-UZ": "2021-03-04",
    "KZ-2019-LAB2": "2020-04-19",
    "OSCE-COVID": "2021-02-08",
    "RU-2007": "2007-07-04",
    "RU-2017-RF": "2017-12-05",
    "RU-2017-UZ": "2017-06-20",
    "RU-2021B": "2022-05-03",
    "TIP-SENATE": "2020-08-08",
    "TR-2026": "2026-01-29",
    "TR-EMB": "2026-01",
    "UN-UZ-2023": "2023-03-17",
    "USAID-MRC": "2023-01-18",
    "UZDAILY-C155": "2024-10-02",
    "UZ-MFA-2021": "2021",
}

# Fields that are better said otherwise than `what`, `address` and `how_seen` say them: addresses
# that lead nowhere, and ways of looking that only the compiler's own bench knows.
_PUBLIC_CODE = "seen by searching public source code"
CORRECTIONS = {
    "ABSENT-719": {
        "title": {
            "en": "Absence: a search of public pages and public source code for “RQ-719”, "
            "“ЗРУ-719”, “ЎРҚ-719” and “03/21/719/” gave no hit for a Law of Uzbekistan"
        },
        "how_seen": "searched for, no hits",
    },
    "ART": {
        "address": "https://doi.org/10.37547/tajpslc/Volume07Issue07-08",
        "reference": "Xolmirzayeva Sh. A. International cooperation among countries in combating "
        "irregular migration. AJPSLC 7(07), 2025, 41–44. "
        "doi:10.37547/tajpslc/Volume07Issue07-08",
        "author": "Xolmirzayeva Sh. A.",
        "language": "en",
        "licence": "CC BY 4.0",
    },
    "BABEL": {"address": "", "how_seen": "read through the Babel package (Unicode CLDR)"},
    "BAD-CATALOG": {
        "title": {
            "en": "Unreliable: a machine-made catalogue in public source code lists a “Law on "
            "labour migration O'RQ-510 of 2012-11-30”; many of its numbers and dates are "
            "plainly wrong"
        },
        "address": "",
        "how_seen": "read; not used",
    },
    "ELM-2025L": {"how_seen": f"{_PUBLIC_CODE}, file read"},
    "LEX-4761984": {"how_seen": f"{_PUBLIC_CODE} (one repository)"},
    "LEXIDS": {"how_seen": f"{_PUBLIC_CODE} (several independent repositories)"},
    "ORQ-SEQ": {"address": "", "how_seen": _PUBLIC_CODE},
}

# The article's references: what publications.yaml gives as one citation, in its parts.
PUBLICATIONS = {
    "pub-seed-article": {
        "type": "article",
        "title": {
            "en": "International cooperation among countries in combating irregular migration"
        },
        "author": "Xolmirzayeva Sh. A.",
        "published_on": "2025",
        "language": "en",
        "licence": "CC BY 4.0",
    },
    "pub-wmr-2018": {
        "type": "report",
        "title": {"en": "World Migration Report"},
        "author": "IOM",
        "published_on": "2018",
    },
    "pub-wmr-2023-cited": {
        "type": "report",
        "title": {"en": "World Migration Report 2023 (as cited)"},
        "author": "IOM",
        "published_on": "2023?",
    },
    "pub-glosom-2020-cited": {
        "type": "report",
        "title": {"en": "Global Study on Smuggling of Migrants 2020 (as cited)"},
        "author": "UNODC",
        "published_on": "2020?",
    },
    "pub-castles-2014": {
        "type": "book",
        "title": {"en": "The Age of Migration, 5th ed."},
        "author": "Castles, de Haas & Miller",
        "publisher": "Palgrave Macmillan",
        "published_on": "2014",
    },
    "pub-gallagher-david-2014": {
        "type": "book",
        "title": {"en": "The International Law of Migrant Smuggling"},
        "author": "Gallagher & David",
        "publisher": "Cambridge University Press",
        "published_on": "2014",
    },
    "pub-iom-uz-annual-2023-cited": {
        "type": "report",
        "title": {"en": "IOM Uzbekistan Annual Report 2023 (as cited)"},
        "author": "IOM Uzbekistan",
        "published_on": "2023?",
    },
    "pub-unodc-ca-2022-cited": {
        "type": "report",
        "title": {"en": "Combating Human Trafficking in Central Asia (as cited)"},
        "author": "UNODC",
        "published_on": "2022?",
    },
    "pub-sco-2023-cited": {
        "type": "legal_text",
        "title": {
            "en": "SCO Legal Documents on Migration and Security Cooperation, 2023 (as cited)"
        },
        "author": "SCO",
        "published_on": "2023?",
    },
}
