"""Projects: projects.yaml."""

from .organizations import texts_of
from .parties import PARTIES
from .sheet import Sheet
from .words.editing import edited
from .words.projects import (
    BENEFICIARIES,
    ORGANIZATIONS,
    REGIONS,
    ROLES,
    SERVICES,
    STATUSES,
    TITLES,
)

_NOTES = {
    "date_note": ("uncertainty", "actual_start"),
    "budget_note": ("uncertainty", "budget"),
    "country_note": ("uncertainty", "locations"),
    "note": ("note", ""),
}


def project_sheets(readings, evidence, findings):
    """One document for each project."""
    for reading in readings:
        with reading:
            yield _project(reading, evidence, findings)


def _project(reading, evidence, findings):
    sheet = Sheet("project", reading.take("slug"))
    findings.open(sheet)
    reading.take("in_article")  # said by the remarks that the coverage table makes
    sources, confidence = reading.take("sources"), reading.take("confidence")
    evidence.cite(sheet, "", sources, confidence)
    _titles(reading, sheet)
    _status_and_days(reading, sheet, evidence)
    _organizations(reading, sheet)
    _places(reading, sheet)
    _services(reading, sheet)
    _budget(reading, sheet)
    _beneficiaries(reading, sheet)
    _links(reading, sheet)
    for field, (type, about) in _NOTES.items():
        evidence.remark(sheet, type, reading.take(field), about)
    claim = reading.take("article_text")
    if claim:
        words = f"In the article: {claim}"
        evidence.remark(sheet, "claim_of_source", words, "", "ART", "reported")
    return sheet


def _titles(reading, sheet):
    type, note = reading.word("title_status", TITLES)
    for language, text in texts_of(reading.part("title")).items():
        sheet.row("titles", type=type, language=language, text=text, note=note)
    sheet.write(theme=reading.take("kind"))


def _status_and_days(reading, sheet, evidence):
    words = reading.take("status")
    status, start, end = reading.meaning("status", words, STATUSES)
    sheet.write(status=status, status_note={"en": edited(words)})
    sheet.write(**{f"{start}_start": reading.take("start"), f"{end}_end": reading.take("end")})
    evidence.cite_mentions(sheet, "status_note", words)


def _organizations(reading, sheet):
    for field, role in ROLES.items():
        for actor, text in reading.words(field, ORGANIZATIONS):
            sheet.row("organizations", actor=actor, text=text, role=role)


def _places(reading, sheet):
    for state in reading.words("countries", PARTIES):
        sheet.row("locations", state=state)
    for words in reading.take("regions") or ():
        state = reading.meaning("regions", words, REGIONS)
        sheet.row("locations", state=state, text={"en": words})


def _services(reading, sheet):
    for words in reading.take("services"):
        service = reading.meaning("services", words, SERVICES)
        sheet.row("services", service=service, words=words)


def _budget(reading, sheet):
    budget = reading.part("budget")
    if budget is not None:
        amount, currency = str(budget.take("amount")), budget.take("currency")
        sheet.row("budget", type="total", amount=amount, currency=currency)


def _beneficiaries(reading, sheet):
    people, results = reading.word("beneficiaries", BENEFICIARIES, ((), ()))
    for row in people:
        sheet.row("beneficiaries", **row)
    for text in results:
        sheet.row("results", text={"en": text})


def _links(reading, sheet):
    identifier = reading.take("iati_activity_id")
    if identifier:
        sheet.row("identifiers", scheme="iati", value=identifier)
    related, codes = reading.take("related"), reading.take("sector_codes")
    sheet.write(related=sorted(related), dac_codes=sorted(codes))
