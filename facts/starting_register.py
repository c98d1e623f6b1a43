"""The whole: every sheet of the facts read once, every document checked, one file written."""

from register.canonical import canonical

from . import code_lists, states, subjects
from .agreements import agreement_sheets
from .blanks import KIND_ORDER
from .checking import require_consistent
from .checks import check_sheets
from .citing import Evidence
from .findings import Findings, read_contradictions, read_coverage
from .flat_copies import require_same_acts, require_same_memberships
from .laws import law_sheets
from .organizations import organization_sheets
from .projects import project_sheets
from .reading import readings
from .relations import Relations
from .sources import evidence_sheets, publication_sheets
from .standards import require_same_standards


def documents(directory):
    """Every document of the starting register, in the order of the exchange format."""
    written = [*_from_facts(directory)]
    for module in (code_lists, subjects, states):
        written.extend(module.documents())
    written.sort(key=lambda document: (KIND_ORDER.index(document["kind"]), document["key"]))
    require_consistent(written)
    return written


def _from_facts(directory):
    sheets = [*evidence_sheets(readings(directory, "evidence.yaml", "id"))]
    evidence = Evidence(sheet.key for sheet in sheets)
    findings = Findings(
        [*read_contradictions(readings(directory, "contradictions.yaml", "id"))],
        read_coverage(directory / "article_coverage.csv"),
        evidence,
    )
    sheets.extend(publication_sheets(readings(directory, "publications.yaml"), evidence))
    for file, make in (
        ("organizations.yaml", organization_sheets),
        ("national_law.yaml", law_sheets),
        ("projects.yaml", project_sheets),
    ):
        sheets.extend(make(readings(directory, file), evidence, findings))
    relations = Relations()
    instruments = readings(directory, "instruments.yaml")
    sheets.extend(agreement_sheets(instruments, evidence, findings, relations))
    relations.write(sheets)
    findings.close()
    sheets.extend(check_sheets(evidence))
    require_same_acts(directory)
    require_same_standards(directory)
    require_same_memberships(directory)
    return [sheet.document() for sheet in sheets]


def write_register(written, directory):
    """Write the documents as `register.ndjson`, one canonical line each; answers how many."""
    directory.mkdir(parents=True, exist_ok=True)
    lines = [canonical(document) + b"\n" for document in written]
    (directory / "register.ndjson").write_bytes(b"".join(lines))
    return len(lines)
