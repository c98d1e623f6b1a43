"""Whether the documents hold together: keys, references, refs and paths."""

from .blanks import KIND_ORDER

# Where a document refers to another record: list or None for its own fields, and the field.
_REFERENCES = {
    "organization": [
        (None, "parent"),
        (None, "state"),
        (None, "seat_state"),
        ("memberships", "actor"),
    ],
    "agreement": [
        (None, "subjects"),
        (None, "depositary"),
        (None, "secretariat"),
        ("participants", "actor"),
        ("bodies", "organization"),
        ("acts", "predecessor"),
        ("acts", "law"),
        ("relations", "target"),
    ],
    "law": [(None, "state"), (None, "amends"), ("implements", "agreement"), ("replaces", "law")],
    "check": [(None, "actor"), (None, "counterpart"), (None, "subject")],
    "project": [
        (None, "agreements"),
        (None, "related"),
        ("organizations", "actor"),
        ("locations", "state"),
    ],
    "state": [("successions", "predecessor")],
    "subject": [(None, "parent")],
}
# Where a document names a code of a list.
_CODES = {
    "organization": {"iati_type": "iati-organisation-types"},
    "agreement": {"gcm_objectives": "gcm-objectives", "sdg_targets": "sdg-targets"},
    "project": {"gcm_objectives": "gcm-objectives", "dac_codes": "dac-codes"},
    "state": {"region": "m49-regions"},
}


class Inconsistent(ValueError):
    """Documents that do not hold together; the message lists every fault."""


def require_consistent(documents):
    """Refuse documents with keys used twice or references, refs or paths that lead nowhere."""
    faults = [*_keys_used_twice(documents)]
    keys = {document["key"] for document in documents}
    codes = {
        (document["key"], code["code"])
        for document in documents
        if document["kind"] == "code_list"
        for code in document["codes"]
    }
    for document in documents:
        faults.extend(f"{document['key']}: {fault}" for fault in _faults(document, keys, codes))
    if faults:
        raise Inconsistent("\n".join(faults))


def _keys_used_twice(documents):
    seen = set()
    for document in documents:
        if document["key"] in seen:
            yield f"The key {document['key']} is used twice."
        seen.add(document["key"])


def _faults(document, keys, codes):
    if document["kind"] not in KIND_ORDER:
        yield f"there is no kind {document['kind']}"
    yield from (
        f"refers to {key}, which is no record" for key in _targets(document) if key not in keys
    )
    for list_key, code in _coded(document):
        if (list_key, code) not in codes:
            yield f"names the code {code}, which is not in {list_key}"
    yield from _lost_paths(document)
    yield from _lost_refs(document)


def _lost_paths(document):
    for rows, field in (("citations", "path"), ("remarks", "about")):
        for row in document[rows]:
            if not leads_somewhere(document, row[field]):
                yield f"{row['ref']} leads nowhere: {row[field]}"


def _targets(document):
    yield from (row["source"] for row in document["citations"])
    for rows, field in _REFERENCES.get(document["kind"], ()):
        for holder in [document] if rows is None else document[rows]:
            value = holder[field]
            yield from value if isinstance(value, list) else [value] if value else []


def _coded(document):
    for field, list_key in _CODES.get(document["kind"], {}).items():
        value = document[field]
        for code in value if isinstance(value, list) else [value] if value else []:
            yield list_key, code


def _lost_refs(document):
    participants = {row["ref"] for row in document.get("participants", ())}
    for rows in ("acts", "bodies", "commitments"):
        for row in document.get(rows, ()):
            if row["participant"] not in (None, *participants):
                yield f"{row['ref']} is of no participant: {row['participant']}"


def leads_somewhere(document, path):
    """Whether a path names the document, a field of it, one of its rows or a field of a row."""
    if not path:
        return True
    field, *rest = path.split("/")
    if field not in document or not rest:
        return field in document
    row = next((each for each in document[field] if each["ref"] == rest[0]), None)
    return row is not None and (len(rest) == 1 or (len(rest) == 2 and rest[1] in row))
