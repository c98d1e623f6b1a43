"""The other side of every reference: who refers to a record, asked of the published references."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count

from register.models import PublishedReference, PublishedSource
from register.public_record import PublicRecord


def records_referring(
    public: PublicRecord, key: str, kind: str | None = None, field: str | None = None
) -> list[tuple[str, str]]:
    """(kind, key) of each published record that refers to `key`, each once."""
    rows = public.referring([key], kind, field).get(key, [])
    return list(dict.fromkeys((row[0], row[1]) for row in rows))


def counted(public: PublicRecord, kinds: Iterable[str], fields: Iterable[str]) -> Counter[str]:
    """For each key, how many records of these kinds refer to it in one of these fields."""
    rows = PublishedReference.objects.recorded(public.number).filter(
        kind__in=kinds, field__in=fields
    )
    found = rows.values_list("target").annotate(count=Count("key", distinct=True)).order_by()
    return Counter(dict(found))


def uses_of_codes(public: PublicRecord, code_list: str) -> dict[str, int]:
    """For each code of a list, how many records use it."""
    rows = PublishedReference.objects.recorded(public.number).filter(
        target__startswith=f"{code_list}/"
    )
    found = rows.values_list("target").annotate(count=Count("key", distinct=True)).order_by()
    return {target.partition("/")[2]: count for target, count in found}


class Reference(NamedTuple):
    """A row of another record's document that refers to the record of the page."""

    key: str
    row: dict


def rows_referring(
    public: PublicRecord, kind: str, key: str, rows: str, field: str
) -> list[Reference]:
    """The rows of other documents that name `key` in this field, in the order of their keys."""
    keys = [found for _kind, found in records_referring(public, key, kind, f"{rows}.{field}")]
    documents = public.documents(kind, keys) if keys else {}
    return [
        Reference(found, row)
        for found in sorted(documents)
        for row in documents[found][rows]
        if row[field] == key
    ]


def types_of_sources(public: PublicRecord, keys: set[str]) -> dict[str, str]:
    """The type of each of these sources; no query for none."""
    if not keys:
        return {}
    rows = PublishedSource.objects.recorded(public.number).filter(key__in=keys)
    return dict(rows.values_list("key", "type"))
