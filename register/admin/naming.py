"""What an account may call a record: in its own words what it sees, the rest as the public does."""

import json

from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.utils.text import smart_split, unescape_string_literal

from register.models import Code, PublishedName, Record
from register.texts import text_in

OF_A_CODE = "code_list__key", "code"


def shown_text(texts):
    """A text in several languages as one: the English one, else the first."""
    found = text_in(texts, "en")
    return found[1] if found else ""


def with_names(rows, account, *fields):
    """The rows, each told of what `fields` lead to how `name_in` may call it.

    A field leads to a record or to a code; no row asks the database again.
    """
    for name in fields:
        target = rows.model._meta.get_field(name).related_model
        rows = rows.annotate(**_known_of(target, account, name))
    return rows.select_related(*fields)


def with_own_names(records, account):
    """The records (or codes), each told how `name_of` may call it."""
    return records.annotate(**_known_of(records.model, account))


def name_in(row, field):
    """What the record that the field of a row `with_names` leads to is called; empty for none."""
    record = getattr(row, field)
    if record is None:
        return ""
    if getattr(row, f"{field}_is_seen"):
        return str(record)
    return _public_text(row, field) or getattr(row, f"{field}_name")


def name_of(record, label_of):
    """What a record `with_own_names` is called in lists of choices; `label_of` names a seen one."""
    if record.own_is_seen:
        return label_of(record)
    text = _public_text(record, "own")
    if isinstance(record, Code):
        return f"{record.code} {text}".strip()
    return f"{text} · {record.key}" if text and text != record.key else record.key


def publicly_called(term):
    """The public names, of records and codes, that hold every word of the term."""
    names = PublishedName.objects.filter(said_until=None)
    for word in smart_split(term):
        if word.startswith(('"', "'")) and word[0] == word[-1]:
            word = unescape_string_literal(word)
        names = names.filter(Q(key__icontains=word) | Q(texts__icontains=word))
    return names


def name_path(model, to=""):
    """The expression for the public name of what `to` leads to: its key, of a code list/code."""
    path = f"{to}__" if to else ""
    if not issubclass(model, Code):
        return F(f"{path}key")
    code_list, code = (f"{path}{each}" for each in OF_A_CODE)
    return Concat(code_list, Value("/"), code)


def _known_of(model, account, to=""):
    """Annotations: the public name, whether the account sees the working copy, public texts."""
    prefix, path = to or "own", f"{to}__" if to else ""
    owner = f"{path}code_list_id" if issubclass(model, Code) else f"{path}pk"
    seen = Record.objects.visible_to(account).filter(pk=OuterRef(owner))
    texts = PublishedName.objects.filter(key=OuterRef(f"{prefix}_name"), said_until=None)
    return {
        f"{prefix}_name": name_path(model, to),
        f"{prefix}_is_seen": Exists(seen),
        f"{prefix}_texts": Subquery(texts.values("texts")[:1]),
    }


def _public_text(row, prefix):
    texts = getattr(row, f"{prefix}_texts")
    return shown_text(json.loads(texts)) if texts else ""
