"""What a page of a record says to programs, in the words of schema.org (JSON-LD)."""

import json
from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe

from agreements.models import PublishedAgreement, PublishedStanding
from catalogue.answers import Answer
from catalogue.labels import labels

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TYPES = {
    "agreement": "Legislation",
    "law": "Legislation",
    "state": "Country",
    "organization": "Organization",
    "project": "Project",
    "subject": "DefinedTerm",
}
# Of a status that is not known nothing is said, rather than something wrong.
UNSAID = frozenset({"", "not_known", "signed_force_not_established"})
# As json_script has it: what would end the element, or begin another, is written as a number.
_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def linked_data(document: Mapping, address: str, answer: Answer | None) -> SafeString | None:
    """The record as JSON-LD, to stand in a page; None for a kind that schema.org has no word for.

    `answer` is the status of an agreement on the page's day.
    """
    kind = document["kind"]
    if kind not in TYPES:
        return None
    said = {
        "@context": CONTEXT,
        "@type": TYPES[kind],
        "@id": address,
        "url": address,
        "name": _names(document),
        "identifier": document["key"],
    }
    if kind == "agreement":
        said |= _agreement(document, answer)
    text = json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))


def _names(document: Mapping) -> list[dict]:
    rows = document.get("titles")
    if rows is None:
        return [_text(language, text) for language, text in document["names"].items()]
    return [_text(row["language"], row["text"]) for row in rows]


def _text(language: str, text: str) -> dict:
    return {"@language": language, "@value": text}


def _agreement(document: Mapping, answer: Answer | None) -> dict:
    made_on = PublishedAgreement.columns_of(document)["made_on"]
    return {
        "license": LICENCE,
        "legislationType": str(labels("agreements.Agreement.form")[document["form"]]),
        "legislationIdentifier": [row["value"] for row in document["identifiers"]],
        "legislationDate": made_on and made_on.isoformat(),
        "legislationLegalForce": _force(answer.status if answer else ""),
        "inLanguage": list(document["authentic_languages"]),
        "spatialCoverage": [row["actor"] for row in document["participants"] if row["actor"]],
    }


def _force(status: str) -> str:
    """Legal force on the day, as schema.org knows it."""
    if status in UNSAID:
        return ""
    if status == "partly_suspended":
        return f"{CONTEXT}/PartiallyInForce"
    in_force = status in PublishedStanding.HAVE_FORCE
    return f"{CONTEXT}/{'InForce' if in_force else 'NotInForce'}"
