"""A document in words: for who may read it but not edit, and to compare two of them."""

from collections import namedtuple
from functools import cache

from django.utils.translation import get_language

from register import kind_table
from register.comparing import differences
from register.document_fields import CodeField, KeyField, RefField
from register.documents import references, row_serializers
from register.public_record import PublicRecord
from register.texts import text_in

Fact = namedtuple("Fact", "label text")
Rows = namedtuple("Rows", "label rows")
Row = namedtuple("Row", "ref facts")
Change = namedtuple("Change", "path label before after")

# Above this many facts a list of choices offers rows only; their fields are still accepted.
MOST_FACTS = 1500


def in_words(document):
    """The document as {"facts": [Fact], "lists": [Rows]}, without what is empty."""
    document = _in_order(document)
    kind = kind_table.kind(document["kind"])
    names = _names_in([document])
    lists = row_serializers(kind.shape)
    facts = [
        Fact(_label(kind.name, "", name), _words(kind.name, "", name, document[name], names))
        for name in document
        if name not in lists and name not in ("kind", "schema") and not _is_empty(document[name])
    ]
    rows = [
        Rows(_list_label(kind.name, name), [_row(kind.name, name, row, names) for row in found])
        for name in lists
        if (found := document[name])
    ]
    return {"facts": facts, "lists": rows}


def differences_in_words(before, after):
    """Every fact that differs, as Change: its path, its label and both values in words."""
    document = after or before
    if not document:
        return []
    kind = document["kind"]
    before, after = (each and _in_order(each) for each in (before, after))
    names = _names_in([each for each in (before, after) if each])
    return [
        Change(path, _path_label(kind, path), *(_value(kind, path, each, names) for each in values))
        for path, *values in differences(before, after)
    ]


def facts_of(document):
    """(path, label) of every fact that a citation or remark can be about."""
    document = _in_order(document)
    kind = kind_table.kind(document["kind"])
    lists = row_serializers(kind.shape)
    names = _names_in([document])
    for name in document:
        if name not in lists and name not in ("kind", "schema", "key"):
            yield name, _label(kind.name, "", name)
    count = sum(len(document[name]) * len(rows.fields) for name, rows in lists.items())
    for name in lists:
        if name == "citations":
            continue
        for row in document[name]:
            path = f"{name}/{row['ref']}"
            yield path, f"{_list_label(kind.name, name)}: {_row_words(kind.name, name, row, names)}"
            for field in row if count <= MOST_FACTS else ():
                if field != "ref" and not _is_empty(row[field]):
                    text = _words(kind.name, name, field, row[field], names)
                    yield f"{path}/{field}", f"{_label(kind.name, name, field)}: {text}"


def _in_order(document):
    """The document in the order of its kind's fields; the stored text is in that of the letters."""
    shape = kind_table.kind(document["kind"]).shape
    lists = row_serializers(shape)
    ordered = {"kind": document["kind"]}
    for name in shape.fields:
        ordered[name] = document[name]
        if name in lists:
            ordered[name] = [
                {field: row[field] for field in lists[name].fields} for row in document[name]
            ]
    return ordered


def _names_in(documents):
    """What keys, codes (as list/code) and refs are called: {"UZB": {"en": …}}."""
    keys = {target for document in documents for _field, target, _kind in references(document)}
    names = PublicRecord().names(keys) if keys else {}
    for document in documents:
        for name, rows in row_serializers(kind_table.kind(document["kind"]).shape).items():
            for row in document[name]:
                names[row["ref"]] = _name_of_row(rows, row, names)
    return names


def _name_of_row(rows, row, names):
    """What the record that a row leads to is called, else the row's own words."""
    for name, field in rows.fields.items():
        if type(field) is KeyField and row[name]:
            return names.get(row[name], {})
    text = row.get("text")
    return text if isinstance(text, dict) else {}


def _is_empty(value):
    return value in (None, "", [], {})


def _row(kind, name, row, names):
    facts = [
        Fact(_label(kind, name, field), _words(kind, name, field, value, names))
        for field, value in row.items()
        if field != "ref" and not _is_empty(value)
    ]
    return Row(row["ref"], facts)


def _row_words(kind, name, row, names):
    facts = _row(kind, name, row, names).facts
    return "; ".join(f"{fact.label}: {fact.text}" for fact in facts)


def _value(kind, path, value, names):
    name, _slash, rest = path.partition("/")
    if isinstance(value, dict) and "ref" in value:
        return _row_words(kind, name, value, names)
    field = rest.partition("/")[2]
    return _words(kind, name if field else "", field or name, value, names)


def _words(kind, rows, name, value, names):
    """One value in words: choices by their label, keys with their name."""
    if _is_empty(value):
        return ""
    if isinstance(value, dict):
        return "\n".join(f"{language}: {text}" for language, text in value.items())
    field = _serializer(kind, rows).fields.get(name)
    if isinstance(value, list):
        return "\n".join(_one_word(field, each, names) for each in value)
    return _one_word(field, value, names)


def _one_word(field, value, names):
    if isinstance(field, KeyField | CodeField | RefField):
        target = value
        if isinstance(field, CodeField):
            target = f"{field.code_list}/{value}"
        shown = text_in(names.get(target, {}), get_language() or "en", ("en",))
        return f"{value} ({shown[1]})" if shown else str(value)
    return str(getattr(field, "choices", {}).get(value, value))


def _path_label(kind, path):
    name, _slash, rest = path.partition("/")
    if not rest:
        is_rows = name in row_serializers(kind_table.kind(kind).shape)
        return _list_label(kind, name) if is_rows else _label(kind, "", name)
    ref, _slash, field = rest.partition("/")
    parts = [_list_label(kind, name), ref]
    return " · ".join([*parts, _label(kind, name, field)] if field else parts)


def _serializer(kind, rows):
    shape = kind_table.kind(kind).shape
    return row_serializers(shape)[rows] if rows else shape


@cache
def _column(kind, rows, name):
    serializer = _serializer(kind, rows)
    field = serializer.fields.get(name)
    model = serializer.Meta.model
    columns = {each.name: each for each in (*model._meta.fields, *model._meta.many_to_many)}
    return columns.get(field.source if field is not None else name)


def _label(kind, rows, name):
    column = _column(kind, rows, name)
    return str(column.verbose_name) if column is not None else name


def _list_label(kind, name):
    rows = row_serializers(kind_table.kind(kind).shape)[name]
    return str(rows.Meta.model._meta.verbose_name_plural)
