"""The data dictionary: every field and rule of every document, explained from the code itself."""

import inspect

from rest_framework import serializers

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
from .documents import row_serializers

# Rows that every kind has: explained once, not under each kind.
EVERYWHERE = ("remarks", "citations")

# The first class that fits tells how a value is written; subclasses stand before their bases.
_WRITTEN = (
    (PartialDateText, "partial date"),
    (TextsByLanguage, "text by language"),
    (KeysField, "keys"),
    (KeyField, "key"),
    (CodesField, "codes"),
    (CodeField, "code"),
    (RefField, "ref"),
    (DigestText, "SHA-256"),
    (serializers.ChoiceField, "word"),
    (serializers.BooleanField, "true or false"),
    (serializers.IntegerField, "whole number"),
    (serializers.DecimalField, "decimal, as text"),
    (serializers.ListField, "list of texts"),
    (serializers.JSONField, "list of texts"),
)


def dictionary(kinds):
    """The whole dictionary as Markdown: rows that every document has, then kind by kind."""
    first = next(iter(kinds)).serializer()
    parts = ["## In every document", ""]
    for name in EVERYWHERE:
        parts += _rows_of(name, first)
    for kind in kinds:
        parts += _kind(kind)
    return "\n".join(parts).rstrip() + "\n"


def _kind(kind):
    serializer = kind.serializer()
    rows = [name for name in row_serializers(serializer) if name not in EVERYWHERE]
    yield from (f"## `{kind.name}`", "", f"{_said_of(kind.model)} Schema {kind.schema}.", "")
    yield from _table(serializer)
    yield from _rules(kind)
    for name in rows:
        yield from _rows_of(name, serializer)


def _rules(kind):
    if kind.rules:
        yield from ("Before it is published:", "")
        yield from (f"- `{rule.name}`: {_said_of(rule.check)}" for rule in kind.rules)
        yield ""


def _rows_of(name, serializer):
    rows = row_serializers(serializer)[name]
    yield from (f"### `{name}`", "", _said_of(rows.Meta.model), "")
    yield from _table(rows)


def _table(serializer):
    yield from ("| field | written as | what it holds |", "|---|---|---|")
    for name, field in serializer.fields.items():
        if not isinstance(field, serializers.ListSerializer):
            yield f"| `{name}` | {_written(field)} | {_explained(serializer, name, field)} |"
    yield ""


def _written(field):
    words = next((words for each, words in _WRITTEN if isinstance(field, each)), "text")
    if isinstance(field, KeyField) and field.kind:
        words += f" of {field.kind}"
    if isinstance(field, CodeField):
        words += f" of {field.code_list}"
    return f"{words} or null" if field.allow_null else words


def _explained(serializer, name, field):
    if name == "ref":
        return "The row's name in this document: given once, never used again."
    sentence = str(serializer.Meta.model._meta.get_field(field.source).help_text)
    if isinstance(field, serializers.ChoiceField):
        words = ", ".join(f"`{word}`" for word in field.choices if word)
        sentence = f"{sentence} One of {words}."
    return sentence.replace("|", "\\|").replace("\n", " ").strip()


def _said_of(thing):
    """The first paragraph of a docstring, in one line."""
    return " ".join(inspect.getdoc(thing).split("\n\n")[0].split())
