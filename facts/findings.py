"""What is known of the article beside the facts: coverage, contradictions and what to re-check.

These become a record's first remarks, so that a reader meets them before anything else.
"""

import csv

from .words.editing import edited
from .words.findings import RECHECKS, SENTENCES

ARTICLE = "ART"


class Unplaced(ValueError):
    """A finding about a record that the register does not have."""


class Findings:
    """The findings by the record they are about."""

    def __init__(self, contradictions, coverage, evidence):
        self._contradictions = contradictions
        self._coverage = coverage
        self._evidence = evidence
        self._placed = set()

    def open(self, sheet):
        """Write a record's findings; called before any other remark is made."""
        self._placed.add(sheet.key)
        for finding in self._contradictions:
            if sheet.key in finding["targets"]:
                self._contradict(sheet, finding)
        for row in self._coverage:
            if sheet.key == row["slug"]:
                self._name_in_article(sheet, row)
        if sheet.key in RECHECKS:
            sheet.remark("uncertainty", f"To be re-checked: {RECHECKS[sheet.key]}.")

    def _contradict(self, sheet, finding):
        path = sheet.remark("contradiction", contradiction_text(finding))
        first, *others = finding["sources"]
        note, confidence = f"Finding {finding['id']}", finding["confidence"]
        published = f"{note}, published as: {finding['publish']}"
        self._evidence.cite(sheet, path, first, confidence, note=published)
        for source in others:
            self._evidence.cite(sheet, path, source, confidence, note=note)

    def _name_in_article(self, sheet, row):
        words = f"“{row['named_in_article']}” (section {row['section']}): {row['verdict']}."
        path = sheet.remark("named_in_article", words)
        self._evidence.cite(
            sheet,
            path,
            ARTICLE,
            "verified",
            locator=f"section {row['section']}",
            says=row["named_in_article"],
        )

    def close(self):
        """Refuse findings about records that were never opened. Raises Unplaced."""
        wanted = {row["slug"] for row in self._coverage} | set(RECHECKS)
        wanted.update(*(finding["targets"] for finding in self._contradictions))
        if wanted - self._placed:
            raise Unplaced(", ".join(sorted(wanted - self._placed)))


def contradiction_text(finding):
    """What the page shows: first the sentence to publish, then claim, finding and verdict."""
    return edited(
        "\n".join(
            [
                SENTENCES[finding["id"]],
                f"Claimed: {finding['claim']}",
                f"Found: {finding['finding']}",
                f"Verdict ({finding['id']}): {finding['verdict']}",
            ]
        )
    )


def read_contradictions(readings):
    """The findings of contradictions.yaml; an id without a published sentence is refused."""
    for reading in readings:
        with reading:
            reading.meaning("id", reading.key, SENTENCES)
            fields = ("id", "claim", "finding", "verdict", "publish", "targets", "sources")
            yield {field: reading.take(field) for field in (*fields, "confidence")}


def read_coverage(path):
    """The rows of article_coverage.csv."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
