"""The words for a fact that a citation or a remark names by its path."""

from functools import cache

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from rest_framework.serializers import ModelSerializer

from catalogue.labels import labels
from register.documents import row_serializers
from register.kind_table import kind


def fact_words(document: dict, path: str) -> str:
    """`acts/act-002/done_on` as “Signature, done on”; the whole record for the empty path."""
    if not path:
        return _("the whole record")
    name, _slash, rest = path.partition("/")
    if not rest:
        return capfirst(_field_words(_serializer(document["kind"]), name))
    serializer = _rows(document["kind"])[name]
    _ref, _slash, field = rest.partition("/")
    words = capfirst(_row_words(serializer, row_at(document, path) or {}))
    return f"{words}, {_field_words(serializer, field)}" if field else words


def row_at(document: dict, path: str) -> dict | None:
    """The row that the path names, or the row of the field that it names; None for neither."""
    name, _slash, rest = path.partition("/")
    ref = rest.partition("/")[0]
    rows = document[name] if rest else []
    return next((row for row in rows if row["ref"] == ref), None)


@cache
def _serializer(kind_name: str) -> ModelSerializer:
    return kind(kind_name).serializer()


@cache
def _rows(kind_name: str) -> dict[str, ModelSerializer]:
    return row_serializers(_serializer(kind_name))


def _row_words(serializer: ModelSerializer, row: dict) -> str:
    """What a row is: its type in words where it has one, else what such rows are called."""
    model = serializer.Meta.model
    if row.get("type"):
        return str(labels(f"{model._meta.label}.type")[row["type"]])
    return str(model._meta.verbose_name)


def _field_words(serializer: ModelSerializer, name: str) -> str:
    """What curators call the field; a list of rows is called as its model is."""
    field = serializer.fields[name]
    rows = getattr(field, "child", None)
    if rows is not None and hasattr(rows, "Meta"):
        return str(rows.Meta.model._meta.verbose_name_plural)
    return str(serializer.Meta.model._meta.get_field(field.source).verbose_name)
