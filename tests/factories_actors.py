"""States and organizations as documents, with valid defaults."""


def state_document(key="UZB", **changes):
    """A state as a document."""
    return {
        "kind": "state",
        "schema": 1,
        "key": key,
        "alpha2": key[:2],
        "numeric": "",
        "alpha4": "",
        "names": {"en": f"State {key}"},
        "official_names": {},
        "aliases": [],
        "region": "",
        "valid_from": None,
        "valid_until": None,
        "successions": [],
        "remarks": [],
        "citations": [],
        **changes,
    }


def organization_document(key="iom", **changes):
    """An organization as a document."""
    return {
        "kind": "organization",
        "schema": 1,
        "key": key,
        "type": "universal_igo",
        "names": {"en": f"Organization {key}"},
        "acronyms": {},
        "aliases": [],
        "identifiers": [],
        "parent": None,
        "state": None,
        "seat": {},
        "seat_state": None,
        "founded_on": None,
        "dissolved_on": None,
        "website": "",
        "iati_type": "",
        "memberships": [],
        "remarks": [],
        "citations": [],
        **changes,
    }


def alias(number=1, **changes):
    """Another name of an actor."""
    return {
        "ref": f"alias-{number:03d}",
        "language": "ru",
        "text": "Другое имя",
        "from": None,
        "until": None,
        **changes,
    }


def succession(number=1, predecessor="SUN", **changes):
    """How a state came of another."""
    return {
        "ref": f"succession-{number:03d}",
        "predecessor": predecessor,
        "type": "separation",
        "on": "1991-08-31",
        "text": {},
        **changes,
    }


def identifier(number=1, **changes):
    """A number by which somebody knows an organization or a project."""
    return {
        "ref": f"identifier-{number:03d}",
        "scheme": "iati",
        "value": "XM-DAC-47066",
        "issuer": "",
        **changes,
    }


def membership(number=1, actor="UZB", **changes):
    """Somebody's belonging to an organization."""
    return {
        "ref": f"membership-{number:03d}",
        "actor": actor,
        "capacity": "member",
        "from": None,
        "until": None,
        "words": "",
        "text": {},
        **changes,
    }


def code_list_document(key, *codes):
    """A list of codes as a document."""
    rows = [
        {"ref": f"code-{number:03d}", "code": code, "parent": "", "names": {"en": f"Code {code}"}}
        for number, code in enumerate(codes, start=1)
    ]
    return {
        "kind": "code_list",
        "schema": 1,
        "key": key,
        "names": {"en": f"List {key}"},
        "issuer": "",
        "version": "",
        "codes": rows,
        "remarks": [],
        "citations": [],
    }
