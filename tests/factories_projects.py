"""Projects as documents, with valid defaults."""

LISTS = (
    "organizations",
    "locations",
    "services",
    "budget",
    "beneficiaries",
    "results",
    "agreements",
    "related",
    "identifiers",
    "gcm_objectives",
    "dac_codes",
    "remarks",
    "citations",
)


def project_document(key="return-support", **changes):
    """A project as a document."""
    days = ("planned_start", "actual_start", "planned_end", "actual_end")
    return {
        "kind": "project",
        "schema": 1,
        "key": key,
        "titles": [project_title(text=f"Project {key}")],
        "status": "implementation",
        "status_note": {},
        "theme": "",
        "address": "",
        **dict.fromkeys(days),
        **{name: [] for name in LISTS},
        **changes,
    }


def project_title(number=1, **changes):
    """A title of a project."""
    return {
        "ref": f"title-{number:03d}",
        "type": "official",
        "language": "en",
        "text": "Support for returning migrants",
        "note": "",
        **changes,
    }


def involvement(number=1, actor="iom", **changes):
    """Somebody's part in a project."""
    return {
        "ref": f"involvement-{number:03d}",
        "actor": actor,
        "text": {},
        "role": "implementing",
        **changes,
    }


def location(number=1, state="UZB", **changes):
    """Where a project works."""
    return {"ref": f"location-{number:03d}", "state": state, "text": {}, **changes}


def service(number=1, **changes):
    """A service that a project renders."""
    return {"ref": f"service-{number:03d}", "service": "legal", "words": "", **changes}


def budget_line(number=1, **changes):
    """A line of a project's money."""
    return {
        "ref": f"budget-{number:03d}",
        "type": "total",
        "amount": "21650000",
        "currency": "USD",
        "from": None,
        "until": None,
        "text": {},
        **changes,
    }


def beneficiaries(number=1, **changes):
    """How many people of one sort a project reaches."""
    return {
        "ref": f"beneficiaries-{number:03d}",
        "measure": "reached",
        "year": 2024,
        "sex": "",
        "category": "returnees",
        "count": 120,
        "text": {},
        **changes,
    }


def result(number=1, **changes):
    """Something that came of a project."""
    return {
        "ref": f"result-{number:03d}",
        "text": {"en": "A centre opened."},
        "on": None,
        **changes,
    }
