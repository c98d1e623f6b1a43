"""Documents: the one representation of a record, made and read by its nested serializer."""

from django.db import models
from rest_framework import serializers

from . import kind_table
from .document_fields import (
    Choice,
    CodeField,
    CodesField,
    DigestText,
    KeyField,
    KeysField,
    PartialDateText,
    Ref,
    RefField,
    Text,
    TextsByLanguage,
    Whole,
)
from .fields import PartialDateField, TextsField
from .files import DigestField
from .models import Citation, Code, NestedRow, Record, Remark

# Documents say what they mean: a number is no text and a text no number, nothing is trimmed.
_STRICT = {
    model_field: {serializers.CharField: Text, serializers.IntegerField: Whole}.get(field, field)
    for model_field, field in serializers.ModelSerializer.serializer_field_mapping.items()
}


class _WholeSerializer(serializers.ModelSerializer):
    """A serializer in which every field is required and no other field is allowed."""

    serializer_choice_field = Choice
    serializer_field_mapping = _STRICT | {
        PartialDateField: PartialDateText,
        TextsField: TextsByLanguage,
        DigestField: DigestText,
    }

    def build_relational_field(self, field_name, relation_info):
        """Relations are written as keys, codes or refs, never as database ids."""
        model_field = relation_info.model_field
        related, many = relation_info.related_model, relation_info.to_many
        if issubclass(related, Code):
            code_list = model_field.remote_field.limit_choices_to["code_list__key"]
            return (CodesField if many else CodeField), {"code_list": code_list}
        if issubclass(related, NestedRow):
            return RefField, {"rows": _rows_name(related), "allow_null": model_field.null}
        field_class = KeysField if many else KeyField
        options = {} if many else {"allow_null": model_field.null}
        return field_class, {"kind": related.KIND or related._meta.model_name, **options}

    def get_fields(self):
        """The declared fields, each required; empty text is allowed where the model allows it."""
        fields = super().get_fields()
        for field in fields.values():
            if not field.read_only:
                field.required = True
            field.validators = [each for each in field.validators if not _asks_database(each)]
        return fields

    def get_validators(self):
        """None: uniqueness over several fields is the database's constraint."""
        return []

    def to_internal_value(self, data):
        """The validated values; a field that the schema does not know is refused by name."""
        if isinstance(data, dict):
            unknown = sorted(set(data) - set(self.fields))
            if unknown:
                raise serializers.ValidationError(
                    {name: ["This field is not in the schema."] for name in unknown}
                )
        return super().to_internal_value(data)


def _asks_database(validator):
    return hasattr(validator, "queryset")


def _rows_name(row_model):
    """The name under which a record's document lists its rows of this model."""
    owner = next(
        field
        for field in row_model._meta.fields
        if isinstance(field, models.ForeignKey)
        and issubclass(field.related_model, Record)
        and field.remote_field.related_name in _names_of_rows(field.related_model)
    )
    return owner.remote_field.related_name


def _names_of_rows(record_model):
    return {
        relation.get_accessor_name()
        for relation in record_model._meta.related_objects
        if issubclass(relation.related_model, NestedRow)
    }


class RowSerializer(_WholeSerializer):
    """A row of a document. Meta.fields begins with `ref`."""

    def build_standard_field(self, field_name, model_field):
        """The ref is written in every document, though curators never edit it."""
        if field_name == "ref":
            return Ref, {}
        return super().build_standard_field(field_name, model_field)


class CitationSerializer(RowSerializer):
    """One source's word for one fact."""

    class Meta:
        model = Citation
        fields = ("ref", "path", "source", "locator", "confidence", "as_at", "says", "note")


class RemarkSerializer(RowSerializer):
    """Something said in words about the record."""

    class Meta:
        model = Remark
        fields = ("ref", "type", "about", "text")


class DocumentSerializer(_WholeSerializer):
    """A record as a document: kind, schema, key, its fields, remarks and citations.

    Subclasses list their fields in Meta.fields, from `key` to `remarks`, `citations`, and declare
    one nested RowSerializer for each list of rows.
    """

    remarks = RemarkSerializer(many=True)
    citations = CitationSerializer(many=True)

    def to_representation(self, record):
        """The document as plain JSON values."""
        kind = kind_table.kind(record.KIND)
        fields = super().to_representation(record)
        return {"kind": kind.name, "schema": kind.schema, **fields}

    def to_internal_value(self, data):
        """The validated values of a document in today's schema."""
        if not isinstance(data, dict):
            raise serializers.ValidationError({"": ["A document is a JSON object."]})
        fields = {name: value for name, value in data.items() if name not in ("kind", "schema")}
        return super().to_internal_value(fields)


def dump(record):
    """The record of the working copy as a document (plain JSON values, today's schema)."""
    kind = kind_table.kind(record.KIND)
    whole = kind.model.objects.select_related(*_keys_of(kind.shape)).prefetch_related(
        *_rows_of(kind.shape)
    )
    return kind.shape.to_representation(whole.get(pk=record.pk))


def _keys_of(serializer):
    return [
        name
        for name, field in serializer.fields.items()
        if isinstance(field, KeyField | RefField | CodeField) and name not in _many_of(serializer)
    ]


def _rows_of(serializer):
    for name, rows in row_serializers(serializer).items():
        queryset = rows.Meta.model.objects.select_related(*_keys_of(rows))
        yield models.Prefetch(name, queryset.prefetch_related(*_many_of(rows)))
    yield from _many_of(serializer)


def _many_of(serializer):
    return [
        name
        for name, field in serializer.fields.items()
        if isinstance(field, KeysField | CodesField)
    ]


def row_serializers(serializer):
    """The serializers of the rows that a document lists, by the list's name."""
    return {
        name: field.child
        for name, field in serializer.fields.items()
        if isinstance(field, serializers.ListSerializer)
    }


def references(document):
    """Every reference that a document makes: (field, target, kind of the target).

    `field` is the generic path (`participants.actor`); a code's target is `list/code` and its
    kind `code_list`; where several kinds are allowed, the kind is their supertype (`actor`).
    """
    serializer = kind_table.kind(document["kind"]).shape
    yield from _references_in(serializer, document, "")
    for name, rows in row_serializers(serializer).items():
        for row in document[name]:
            yield from _references_in(rows, row, f"{name}.")


def _references_in(serializer, values, prefix):
    for name, field in serializer.fields.items():
        if isinstance(field, KeyField | KeysField | CodeField | CodesField):
            for target in field.targets(values[name]):
                yield f"{prefix}{name}", target, field.kind


def files_in(document):
    """The digests of the files that a document names, each once."""
    serializer = kind_table.kind(document["kind"]).shape
    digests = [
        row[name]
        for rows_name, rows in row_serializers(serializer).items()
        for name, field in rows.fields.items()
        if isinstance(field, DigestText)
        for row in document[rows_name]
        if row[name]
    ]
    return list(dict.fromkeys(digests))


def leads_somewhere(document, path):
    """Whether a citation's path names a field, a row, or a field of a row of the document."""
    if not path:
        return True
    name, _, rest = path.partition("/")
    if name in ("kind", "schema", "citations") or name not in document:
        return False
    if not rest:
        return True
    ref, _, field = rest.partition("/")
    rows = document[name] if isinstance(document[name], list) else []
    row = next((row for row in rows if isinstance(row, dict) and row["ref"] == ref), None)
    return row is not None and (not field or field in row)
