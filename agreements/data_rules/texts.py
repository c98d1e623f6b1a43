"""The text and what it is called: what a reader looks for first and does not find."""

from datetime import date

from django.utils.translation import gettext_noop

from .values import Case, DataRule, Found, Severity, years_after

REGISTERED = ("unts", "mtdsg", "cets", "ilo")
REGISTER_WITHIN = 10


def text_missing(case: Case):
    """The text is public, and neither a document nor an address of it is recorded."""
    document = case.document
    if document["disclosure"] != "public" or document["text_address"]:
        return
    if not any(row["address"] or row["sha256"] or row["text"] for row in document["documents"]):
        yield Found("documents")


def no_official_title(case: Case):
    """No title as it stands in the text is recorded."""
    if all(row["type"] != "official" for row in case.document["titles"]):
        yield Found("titles")


def title_not_in_language(case: Case):
    """There is no title in one of the register's languages, by which its readers look for it."""
    known = {row["language"] for row in case.document["titles"]}
    for language in case.languages:
        if language not in known:
            yield Found("titles", {"language": language})


def authentic_languages_missing(case: Case):
    """In which languages the text is authentic is not recorded (VCLT 33)."""
    if case.binds and not case.document["authentic_languages"]:
        yield Found("authentic_languages")


def registration_missing(case: Case):
    """In force for ten years, and no registration is recorded (UN Charter 102)."""
    if not case.binds or any(row["scheme"] in REGISTERED for row in case.document["identifiers"]):
        return
    first = next((period["from"] for period in case.periods("in_force")), None)
    if first:
        since = years_after(date.fromisoformat(first), REGISTER_WITHIN)
        yield Found("identifiers", {"day": first}, since)


def no_subject(case: Case):
    """What it is about is not recorded, so nobody finds it by subject."""
    if not case.document["subjects"]:
        yield Found("subjects")


GAP = Severity.GAP
RULES = [
    DataRule(
        "text_missing", GAP, gettext_noop("Neither the text nor where to read it."), text_missing
    ),
    DataRule("no_official_title", GAP, gettext_noop("No official title."), no_official_title),
    DataRule(
        "title_not_in_language",
        GAP,
        gettext_noop("No title in one of the register's languages: {language}."),
        title_not_in_language,
    ),
    DataRule(
        "authentic_languages_missing",
        GAP,
        gettext_noop("In which languages the text is authentic is not recorded."),
        authentic_languages_missing,
    ),
    DataRule(
        "registration_missing",
        GAP,
        gettext_noop(
            "In force since {day}; no registration with the United Nations or a depositary."
        ),
        registration_missing,
    ),
    DataRule("no_subject", GAP, gettext_noop("What it is about is not recorded."), no_subject),
]
