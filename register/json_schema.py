"""Published JSON Schemas (draft 2020-12) of the documents, made from their serializers."""

import json

from django.conf import settings
from rest_framework import serializers

from . import kind_table
from .document_fields import (
    CodeField,
    CodesField,
    DigestText,
    KeyField,
    KeysField,
    PartialDateText,
    RefField,
    TextsByLanguage,
)

_TEXT = {"type": "string"}
_KEY = {"type": "string", "pattern": r"^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$"}
_TEXTS = {
    "type": "object",
    "propertyNames": {"pattern": "^([a-z]{2,3}|uz-Cyrl)$"},
    "additionalProperties": {"type": "string", "minLength": 1},
}
_PARTIAL_DATE = {"type": "string", "format": "x-partial-date"}

# The first class that fits decides, so a subclass stands before its base.
_SHAPES = (
    (TextsByLanguage, lambda field: _TEXTS),
    (PartialDateText, lambda field: _PARTIAL_DATE),
    (KeysField, lambda field: _listed(_KEY)),
    (KeyField, lambda field: _KEY),
    (CodesField, lambda field: _listed(_TEXT)),
    (CodeField, lambda field: _TEXT),
    (RefField, lambda field: _TEXT),
    (DigestText, lambda field: {"type": "string", "pattern": "^([0-9a-f]{64})?$"}),
    (serializers.ChoiceField, lambda field: {"enum": _choices(field)}),
    (serializers.BooleanField, lambda field: {"type": "boolean"}),
    (serializers.IntegerField, lambda field: {"type": "integer"}),
    (serializers.ListField, lambda field: _listed(_TEXT)),
    (serializers.JSONField, lambda field: _listed(_TEXT)),
    (serializers.CharField, lambda field: _TEXT),
)


def json_schema(kind):
    """The JSON Schema of a kind's documents, in the kind's present schema number."""
    serializer = kind.shape
    shape = _object(serializer)
    fixed = {"kind": {"const": kind.name}, "schema": {"const": kind.schema}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.name} {kind.schema}",
        "description": (type(serializer).__doc__ or "").strip(),
        **shape,
        "properties": fixed | shape["properties"],
        "required": [*fixed, *shape["required"]],
    }


def path_of(kind, schema):
    """Where the schema of that number is kept in the project, and published from."""
    return settings.BASE_DIR / "static" / "schemas" / f"{kind.name}-{schema}.json"


def write_schemas():
    """Write the present schema of every kind; return the files that changed.

    A schema that was published is never rewritten with other content: raise the kind's number and
    write the upgrade function first.
    """
    changed = []
    for kind in kind_table.kinds().values():
        path = path_of(kind, kind.schema)
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        if not path.exists() or path.read_text() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            changed.append(path)
    return changed


def _object(serializer):
    properties = {name: _property(field) for name, field in serializer.fields.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _property(field):
    if isinstance(field, serializers.ListSerializer):
        return {"type": "array", "items": _object(field.child)}
    shape = next(make(field) for known, make in _SHAPES if isinstance(field, known))
    if field.allow_null:
        shape = {"anyOf": [shape, {"type": "null"}]}
    return shape | ({"description": str(field.help_text)} if field.help_text else {})


def _listed(shape):
    return {"type": "array", "items": shape}


def _choices(field):
    blank = [""] if field.allow_blank else []
    return [*blank, *(choice for choice in field.choices if choice != "")]
