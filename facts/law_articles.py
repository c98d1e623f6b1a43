"""The articles of a law: which they are, their headings and what they provide."""

from .words.editing import edited

_HEADINGS = {"heading_en": "en", "heading_ru": "ru", "heading_uz_cyrl": "uz-Cyrl"}
_TRANSLATED = " (working translation)"


def write_articles(reading, sheet, evidence):
    """One row for each article; an article that is not there becomes a finding."""
    for part in reading.parts("articles"):
        _article(part, sheet, evidence)


def _article(part, sheet, evidence):
    number, headings = part.take("article"), _headings(part)
    sources, confidence = part.take("source"), part.take("confidence")
    if headings.get("en", "").startswith("(not in"):
        words = f"Article {number}: {headings['en'].strip('()')}"
        evidence.remark(sheet, "finding", words, "articles", sources, confidence)
        return
    summary = "\n".join(part.take("parts", [])) or part.take("subject", "")
    translated = headings.get("en", "").endswith(_TRANSLATED)
    if translated:
        headings["en"] = headings["en"].removesuffix(_TRANSLATED)
    texts = {"en": edited(summary)} if summary else {}
    path = sheet.row("articles", number=number, heading=headings, summary=texts)
    if confidence:
        evidence.cite(sheet, path, sources, confidence)
    evidence.cite_mentions(sheet, path, summary)
    if translated:
        sheet.remark("wording", "The English heading is a working translation.", f"{path}/heading")
    evidence.remark(sheet, "finding", part.take("note"), path, sources, confidence)


def _headings(part):
    headings = {language: part.take(field) for field, language in _HEADINGS.items()}
    return {language: text for language, text in headings.items() if text}
