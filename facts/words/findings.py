"""Sentences for readers: what contradictions.yaml says to publish, and what is to be re-checked."""

# `publish` tells the editors what to do; this is what it comes to on the page, whichever of the
# finding's records the page shows.
SENTENCES = {
    "C01": (
        "Uzbekistan: party to the Convention of 1990, as claimed by the article; not confirmed by "
        "the depositary: none shown as at 18 October 2023."
    ),
    "C02": (
        "A Law “On External Migration of the Population” (No. ORQ-719 of 15 September 2021): named "
        "by the article; not confirmed. Law No. 719 is an amending law published on 5 October 2021."
    ),
    "C03": (
        "There are two Palermo protocols, and two records: Uzbekistan is a party to the one on "
        "trafficking; of the one on smuggling it is a signatory, not a party (as at 2017)."
    ),
    "C04": (
        "Uzbekistan: not a party to the Convention of 1951 and its Protocol of 1967 (none shown as "
        "at 17 March 2023)."
    ),
    "C05": (
        "The “EU–Turkey Agreement (2016)” is a statement; whether it binds is disputed, and it is "
        "not treated as a treaty."
    ),
    "C06": (
        "The Global Compact is not a treaty and has no parties; Uzbekistan voted in favour of "
        "A/RES/73/195."
    ),
    "C07": (
        "The “Central Asian Declaration on Combating Human Trafficking” of 2006: reported by the "
        "article; its existence is not confirmed. The documented text is the Bukhara Declaration "
        "of 2021."
    ),
    "C08": (
        "A “2022 international conference in Samarkand on regional migration security”: reported "
        "by the article; its existence is not confirmed."
    ),
    "C09": (
        "The article's bilateral agreements are confirmed for Russia and Kazakhstan. With "
        "Kyrgyzstan only a travel agreement (2006, amended 2023) and the trilateral agreement of "
        "1997 were found."
    ),
    "C10": (
        "Reintegration projects with IOM in 2020–2023: as reported by the article; no project of "
        "that description was identified."
    ),
    "C11": (
        "The Bali Process is a forum, the African Union's text a policy framework and the "
        "EU–Türkiye text a statement; none of them is a binding agreement."
    ),
    "C12": "The African Union's framework was adopted in 2006 and revised in 2018.",
    "C13": (
        "Article 223 punishes unlawful exit, entry and crossing of the border; it says nothing "
        "about facilitation."
    ),
    "C14": (
        "Titles in the article's references that could not be found stand in the bibliography "
        "only, as cited."
    ),
    "C15": (
        "Uzbekistan's accession to the CIS agreement of 1998 was approved on 28 March 2013; the "
        "day of deposit is not known."
    ),
    "C16": "The depositary of the Convention of 1951 is the UN Secretary-General, not UNHCR.",
}

# Section 7 of facts.md: what its compiler would look up at the source next.
RECHECKS = {
    "central-asian-declaration-2006": "whether it exists, with the article's author",
    "cis-illegal-migration-1998": (
        "the day of Uzbekistan's deposit after the Senate's vote of 28 March 2013 and the day of "
        "entry into force, in the register of the CIS Executive Committee"
    ),
    "cis-labour-migration-1994": (
        "Uzbekistan's participation and the day of entry into force, in the register of the CIS "
        "Executive Committee"
    ),
    "cis-migrant-workers-convention-2008": (
        "Uzbekistan's participation, in the register of the CIS Executive Committee"
    ),
    "cis-trafficking-2005": (
        "Uzbekistan's participation, in the register of the CIS Executive Committee"
    ),
    "icrmw-1990": "the row of Uzbekistan after October 2023 in the depositary's table IV-13",
    "ilo-c097": "Uzbekistan in ILO NORMLEX (five unnamed ratifications in 2024)",
    "ilo-c143": "Uzbekistan in ILO NORMLEX (five unnamed ratifications in 2024)",
    "law-uz-external-labour-migration-draft": "whether it has been adopted since July 2025",
    "law-uz-foreigners-2021": "its number at lex.uz",
    "law-uz-orq-719-actual": "its title and text at lex.uz (publication 03/21/719/0929)",
    "law-uz-trafficking-2020": "its number at lex.uz",
    "law-uz-treaties-2019": "its number at lex.uz",
    "palermo-smuggling-protocol-2000": (
        "the row of Uzbekistan after 2017 in the depositary's table XVIII-12-b"
    ),
    "samarkand-conference-2022": "whether it took place, with the article's author",
    "un-reduction-statelessness-1961": "the row of Uzbekistan in the depositary's table V-4",
    "un-stateless-persons-1954": "the row of Uzbekistan in the depositary's table V-3",
    "uz-de-migration-mobility-2024": "the day of entry into force",
    "uz-eu-epca-2025": "ratifications and provisional application",
    "uz-kr-eps-mou": "both dates, which rest on one data set, and later renewals",
    "uz-kz-labour-2019": "the day of entry into force",
    "uz-kz-readmission-2012": "the day of entry into force",
    "uz-lv-readmission-2004": "the day of entry into force",
    "uz-ru-illegal-migration-2007": "the day of entry into force",
    "uz-ru-labour-2007": "15 July 2009 as the day of entry into force rests on one data set",
    "uz-ru-readmission-2007": "the day of entry into force",
    "uz-ru-readmission-2013": "the day of entry into force",
    "uz-tr-iskur-memorandum-2026": "whether it was signed",
    "uz-tr-migrant-workers": "its title and the days of signature and entry into force",
    "uz-ua-readmission-2000": "the day of entry into force",
}
