"""Checks: somebody looked, and what was not found is recorded with the sources looked into.

The facts state these in contradictions.yaml and in their own "not found"; here they become records,
so that a state's page can say that a look was taken.
"""

from .sheet import Sheet
from .words.checks import CHECKS


def check_sheets(evidence):
    """One document for each check."""
    for key, check in CHECKS.items():
        sheet = Sheet("check", key, **check["fields"])
        evidence.cite(sheet, "", check["sources"], check["confidence"])
        yield sheet
