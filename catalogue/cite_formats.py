"""Citations of records in the formats that reference managers read: BibTeX, RIS, CSL-JSON.

Titles go out as Unicode in all three. What a format gives a meaning is written so that it has none.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import orjson

PUBLISHER = "Bitim: Register of international cooperation agreements on migration"
# Kinds of record as each format calls them. RIS has no treaty; a bill or statute comes nearest.
CSL_TYPES = {"agreement": "treaty", "law": "legislation"}
RIS_TYPES = {"agreement": "STAT", "law": "STAT"}
# In BibTeX these begin commands, groups, comments or columns.
_BIBTEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}",
           "^": r"\textasciicircum{}", **{c: f"\\{c}" for c in "#$%&_"}}  # fmt: skip
_KEY = re.compile(r"[^A-Za-z0-9-]+")


class Cited(NamedTuple):
    """A record as it is cited: its title, when it was made (None: not known), and from where.

    `address` is permanent: it carries the entry and the day; `note` says both in words.
    """

    kind: str
    key: str
    title: str
    language: str
    made_on: date | None
    address: str
    entry: int
    seen_on: date
    note: str


def bibtex(cited: Cited) -> bytes:
    """One entry of a BibTeX file, with the fields that biblatex knows too."""
    fields = {
        "title": f"{{{_escaped(cited.title)}}}",
        "howpublished": _escaped(PUBLISHER),
        "note": _escaped(cited.note),
        "url": cited.address,
        "urldate": cited.seen_on.isoformat(),
        "langid": cited.language,
        **({"year": str(cited.made_on.year)} if cited.made_on else {}),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{bitim-{_KEY.sub('-', cited.key)}-{cited.entry},\n{lines}}}\n".encode()


def ris(cited: Cited) -> bytes:
    """One record of a RIS file; its lines end as the format asks, with CR and LF."""
    made = cited.made_on
    lines = [
        ("TY", RIS_TYPES.get(cited.kind, "ELEC")),
        ("TI", cited.title),
        ("PB", PUBLISHER),
        *([("PY", str(made.year)), ("DA", f"{made:%Y/%m/%d}")] if made else []),
        ("LA", cited.language),
        ("N1", cited.note),
        ("UR", cited.address),
        ("Y2", f"{cited.seen_on:%Y/%m/%d}"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines).encode()


def csl_json(cited: Cited) -> bytes:
    """A list of one item in CSL-JSON."""
    made = cited.made_on
    item = {
        "id": f"bitim-{cited.key}-{cited.entry}",
        "type": CSL_TYPES.get(cited.kind, "webpage"),
        "title": _one_line(cited.title),
        "container-title": PUBLISHER,
        "language": cited.language,
        "URL": cited.address,
        "accessed": _date_parts(cited.seen_on),
        "note": cited.note,
        **({"issued": _date_parts(made)} if made else {}),
    }
    return orjson.dumps([item], option=orjson.OPT_INDENT_2)


class Format(NamedTuple):
    """How a citation is written, and what it is sent as."""

    write: object
    media_type: str


FORMATS: Mapping[str, Format] = {
    "bib": Format(bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": Format(ris, "application/x-research-info-systems; charset=utf-8"),
    "json": Format(csl_json, "application/vnd.citationstyles.csl+json"),
}


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(letter, letter) for letter in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _date_parts(day: date) -> dict:
    return {"date-parts": [[day.year, day.month, day.day]]}
