"""Results as files: rows for spreadsheets, documents for programs."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO

import orjson
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from agreements.models import PublishedAgreement
from agreements.models.standing import Status
from catalogue.answers import Answer, statuses_of
from catalogue.labels import labels
from catalogue.names import address_of, names_in, shown_name
from catalogue.participation import beginning_of
from catalogue.titles import main_title
from catalogue.vantage import Vantage
from register.public_record import PublicRecord

# A spreadsheet takes what begins so for a formula, and may run it on whoever opens the file.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADINGS = (
    _("Key"), _("Title"), _("Form"), _("Scope"), _("Level"), _("Binding"), _("Status"),
    _("Since"), _("Begun by"), _("On"), _("Participants"), _("Subjects"), _("Entry"),
    _("Address"),
)  # fmt: skip
ACT_HEADINGS = (
    _("Key"), _("Participant"), _("Act"), _("Day"), _("In effect from"), _("Evidence"),
)  # fmt: skip
CODED = ("form", "scope", "level", "binding")


class Download:
    """Some agreements at the entry and on the day of a page, to be written as a file."""

    def __init__(self, vantage: Vantage, keys: Sequence[str], site: str) -> None:
        self.vantage, self.keys, self.site = vantage, keys, site
        self.public = PublicRecord(vantage.number)
        rows = PublishedAgreement.objects.recorded(vantage.number).filter(key__in=keys)
        found = {row.key: row for row in rows}
        self.rows = [found[key] for key in keys if key in found]
        self.statuses = statuses_of(self.public, keys, vantage.on)

    def csv(self) -> bytes:
        """One line for each agreement, in UTF-8 with the mark by which spreadsheets know it."""
        out = StringIO()
        writer = csv.writer(out)
        writer.writerow(map(str, HEADINGS))
        writer.writerows([_harmless(cell) for cell in row] for row in self._cells())
        return ("\ufeff" + out.getvalue()).encode()

    def xlsx(self) -> bytes:
        """A sheet with a line for each agreement, and one with a line for each act."""
        book = Workbook(write_only=True)
        _fill(book, str(_("Agreements")), HEADINGS, self._cells())
        _fill(book, str(_("Acts")), ACT_HEADINGS, self._acts())
        out = BytesIO()
        book.save(out)
        return out.getvalue()

    def json(self) -> bytes:
        """The documents as they were published, each with its status on the day."""
        results = [
            {
                "entry": row.said_from,
                "document": orjson.Fragment(row.document),
                "status": self._status(row.key) and self._status(row.key).status,
            }
            for row in self.rows
        ]
        return orjson.dumps(
            {"recorded": self.vantage.number, "on": self.vantage.on, "results": results}
        )

    def _status(self, key: str) -> Answer | None:
        return self.statuses.get(key)

    def _cells(self) -> Iterator[list[str]]:
        names = names_in(self.public, "agreement", self.keys)
        for row in self.rows:
            document, status = orjson.loads(row.document), self._status(row.key)
            begun = beginning_of(document)
            yield [
                row.key,
                main_title(document)["text"],
                *(_label(name, document[name]) for name in CODED),
                str(Status(status.status).label) if status else "",
                status.since.isoformat() if status and status.since else "",
                str(labels("agreements.Act.type")[begun["type"]]) if begun else "",
                begun["done_on"] or "" if begun else "",
                "; ".join(_participants(document, names)),
                "; ".join(shown_name(names, key) for key in document["subjects"]),
                str(row.said_from),
                f"{self.site}{address_of('agreement', row.key)}",
            ]

    def _acts(self) -> Iterator[list[str]]:
        names = names_in(self.public, "agreement", self.keys)
        for row in self.rows:
            document = orjson.loads(row.document)
            called = dict(zip(_refs(document), _participants(document, names), strict=True))
            for act in document["acts"]:
                yield [
                    row.key,
                    called.get(act["participant"], ""),
                    str(labels("agreements.Act.type")[act["type"]]),
                    act["done_on"] or "",
                    act["effective_on"] or "",
                    str(labels("agreements.Act.evidence")[act["evidence"]]),
                ]


def _refs(document: dict) -> list[str]:
    return [row["ref"] for row in document["participants"]]


def _participants(document: dict, names: dict) -> list[str]:
    return [
        shown_name(names, row["actor"]) if row["actor"] else next(iter(row["text"].values()), "")
        for row in document["participants"]
    ]


def _label(name: str, code: str) -> str:
    return str(labels(f"agreements.Agreement.{name}")[code]) if code else ""


def _harmless(cell: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _fill(book: Workbook, name: str, headings: Iterable, rows: Iterable[list[str]]) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append([str(each) for each in headings])
    for row in rows:
        sheet.append([_text_cell(sheet, text) for text in row])


def _text_cell(sheet, text: str) -> WriteOnlyCell:
    """A cell that is text whatever it begins with, without what the format cannot hold."""
    cell = WriteOnlyCell(sheet, "")
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    return cell
