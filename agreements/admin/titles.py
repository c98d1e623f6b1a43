"""Titles as lists of records show them."""

from register.admin.rows import RowInline, row_title
from register.texts import text_in

from ..models.published import titles_by_language


class TitleInline(RowInline):
    """The titles of a record of any kind; a subclass names the table."""

    fields = (("type", "language"), "text", "note")

    def title_of(self, row):
        """The language and the first words."""
        return row_title(row, row.language, row.text)


def shown_title(record):
    """The weightiest English title, else the first by language; empty without any.

    Reads the titles as they were prefetched.
    """
    titles = [
        {"type": each.type, "language": each.language, "text": each.text}
        for each in record.titles.all()
    ]
    shown = text_in(titles_by_language(titles), "en")
    return shown[1] if shown else ""
