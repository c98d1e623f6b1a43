"""Sources: evidence.yaml and publications.yaml."""

from .citing import KNOWLEDGE
from .sheet import Sheet
from .words.editing import edited
from .words.sources import CORRECTIONS, PUBLICATIONS, PUBLISHED, TYPES


def evidence_sheets(readings):
    """One source for each piece of evidence, under its id."""
    for reading in readings:
        with reading:
            yield _evidence(reading)


def _evidence(reading):
    key = reading.take("id")
    sheet = Sheet(
        "source",
        key,
        type=reading.meaning("id", key, TYPES),
        title={"en": reading.take("what")},
        address=reading.take("address") or "",
        how_seen=edited(reading.take("how_seen")),
        published_on=PUBLISHED.get(key),
    )
    if key == KNOWLEDGE:
        sheet.write(title={"en": "General knowledge of the compiler; found in no source consulted"})
    sheet.write(**CORRECTIONS.get(key, {}))
    return sheet


def publication_sheets(readings, evidence):
    """One source for each reference of the article, cited to who names it."""
    for reading in readings:
        with reading:
            yield _publication(reading, evidence)


def _publication(reading, evidence):
    key = reading.take("slug")
    parts = reading.meaning("slug", key, PUBLICATIONS)
    sheet = Sheet("source", key, **parts)
    sheet.write(reference=reading.take("citation"), address=reading.take("url") or "")
    sources, confidence = reading.take("source"), reading.take("confidence")
    evidence.cite(sheet, "", sources, confidence)
    evidence.remark(sheet, "note", reading.take("note"), "", sources, confidence)
    return sheet
