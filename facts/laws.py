"""National laws: national_law.yaml, with what each implements."""

import re

from .law_articles import write_articles
from .organizations import texts_of
from .sheet import Sheet
from .words.editing import edited
from .words.laws import (
    ADOPTIONS,
    DATES_IN_NOTES,
    DESCRIPTIONS,
    EDITIONS,
    FORMS,
    RELATIONS,
    STATUSES,
)

_STATE = "UZB"
# `ORQ-610 (ЗРУ-610, O‘RQ-610)`: a number, and in brackets the same in other scripts, or a note.
_NUMBER = re.compile(r"(?P<number>[^(]+?)\s*(?:\((?P<more>.*)\))?")
_SAME_NUMBER = re.compile(r"\S+-\d+")


def law_sheets(readings, evidence, findings):
    """One document for each law."""
    for reading in readings:
        with reading:
            yield _law(reading, evidence, findings)


def _law(reading, evidence, findings):
    sheet = Sheet("law", reading.take("slug"), state=_STATE)
    findings.open(sheet)
    reading.take("in_article")  # said by the remarks that the coverage table makes
    sources, confidence = reading.take("sources"), reading.take("confidence")
    evidence.remark(sheet, "finding", reading.take("publish_as"))
    evidence.cite(sheet, "", sources, confidence)
    _titles(reading, sheet)
    _numbers(reading, sheet, evidence)
    _days(reading, sheet, evidence, confidence)
    _form_and_status(reading, sheet)
    _address(reading, sheet, evidence, confidence)
    write_articles(reading, sheet, evidence)
    for part in reading.parts("implements"):
        _implements(part, sheet, evidence)
    sheet.write(amends=sorted(reading.take("amends", [])))
    _editions(reading, sheet, evidence)
    _words(reading, sheet, evidence)
    return sheet


def _titles(reading, sheet):
    for language, text in texts_of(reading.part("title")).items():
        described = text.endswith(DESCRIPTIONS)
        translated = language == "en" and not described
        type = "descriptive" if described else "working_translation" if translated else "official"
        sheet.row("titles", type=type, language=language, text=text)


def _numbers(reading, sheet, evidence):
    words = reading.take("number")
    if not words:
        return
    number, more = _NUMBER.fullmatch(words).group("number", "more")
    others = (more or "").split(", ")
    same = all(_SAME_NUMBER.fullmatch(other) for other in others)
    note = "" if same else edited(more or "")
    path = sheet.row("numbers", value=number, text={"en": note} if note else {})
    evidence.cite_mentions(sheet, path, words)
    for other in others if same else ():
        sheet.row("numbers", value=other)


def _days(reading, sheet, evidence, confidence):
    note = reading.take("date_note")
    sheet.write(adopted_on=reading.take("date"), in_force_on=reading.take("in_force"))
    if note:
        found = reading.meaning("date_note", note, DATES_IN_NOTES)
        sheet.write(**found["fields"])
        if "number" in found:
            sheet.row("numbers", **found["number"])
        evidence.remark(sheet, "uncertainty", note, "adopted_on")
    for field, source in (("adopted_on", "date_source"), ("in_force_on", "in_force_source")):
        named = reading.take(source)
        if named:
            evidence.cite(sheet, field, named, _not_beyond(named, confidence))
    evidence.remark(sheet, "note", reading.take("in_force_note"), "in_force_on")


def _not_beyond(source, confidence):
    return "uncertain" if source == "GK" else confidence


def _form_and_status(reading, sheet):
    form, status = reading.word("kind", FORMS)
    said = reading.word("status", STATUSES)
    if said:
        status, note = said
        sheet.write(status_note={"en": note})
    fallback = "in_force" if sheet["in_force_on"] else "not_known"
    sheet.write(form=form, status=status or fallback)


def _address(reading, sheet, evidence, confidence):
    sheet.write(address=reading.take("link") or "")
    source, own_confidence = reading.take("link_source"), reading.take("link_confidence")
    if source:
        evidence.cite(sheet, "address", source, own_confidence or confidence)
    evidence.remark(sheet, "note", reading.take("link_note"), "address")


def _implements(part, sheet, evidence):
    words, target_text = part.take("relation"), part.take("target_text")
    path = sheet.row(
        "implements",
        agreement=part.take("target"),
        text={"en": edited(target_text)} if target_text else {},
        relation=part.meaning("relation", words, RELATIONS),
        words=words,
    )
    evidence.cite(sheet, path, (), part.take("confidence"))


def _editions(reading, sheet, evidence):
    replaced = reading.take("replaces")
    if replaced:
        path = sheet.row("replaces", text={"en": replaced})
        evidence.cite_mentions(sheet, path, replaced)
    current = reading.part("current_edition")
    if current is not None:
        _current_edition(current, sheet, evidence)
    for words in reading.take("amended", []):
        fields = reading.meaning("amended", words, EDITIONS)
        sheet.row("editions", text={"en": f"amended: {words}"}, **fields)


def _current_edition(current, sheet, evidence):
    adopted, words = current.word("adopted", ADOPTIONS)
    note = current.take("note")
    text = f"Current edition, {words}; {current.take('articles')} articles; {note}"
    days = {"adopted_on": adopted, "in_force_on": current.take("in_force")}
    path = sheet.row("editions", number=current.take("number"), text={"en": text}, **days)
    evidence.cite(sheet, path, current.take("source"), current.take("confidence"))
    evidence.cite_mentions(sheet, path, note)


def _words(reading, sheet, evidence):
    label = reading.take("article_label")
    evidence.remark(sheet, "wording", label, "", "ART", label and "reported")
    for type, field in (
        ("finding", "findings"),
        ("history", "history"),
        ("note", "secondary"),
    ):
        for words in reading.take(field, []):
            evidence.remark(sheet, type, words)
    evidence.remark(sheet, "history", reading.take("procedure"))
    evidence.remark(sheet, "note", reading.take("note"))
