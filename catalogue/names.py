"""What records are called at one entry of the register, and where their pages are."""

from collections.abc import Iterable
from typing import NamedTuple

import orjson
from django.urls import reverse

from catalogue.languages import text_for_reader
from register.models import PublishedName
from register.public_record import PublicRecord


class Name(NamedTuple):
    """What one published record, or one code of a list, is called; its kind says which page."""

    kind: str
    texts: dict


def names_at(public: PublicRecord, keys: Iterable[str]) -> dict[str, Name]:
    """The names of these records and codes, in one query."""
    rows = PublishedName.objects.recorded(public.number).filter(key__in=set(keys))
    return {
        key: Name(kind, orjson.loads(texts))
        for key, kind, texts in rows.values_list("key", "kind", "texts")
    }


def names_of_kind(public: PublicRecord, kind: str) -> dict[str, Name]:
    """The names of all published records of a kind, in one query."""
    rows = PublishedName.objects.recorded(public.number).filter(kind=kind)
    return {key: Name(kind, orjson.loads(texts)) for key, texts in rows.values_list("key", "texts")}


def names_in(public: PublicRecord, kind: str, keys: Iterable[str]) -> dict[str, Name]:
    """The names of all that the documents of these records refer to, in one query."""
    found = public.names_in(kind, keys)
    return {key: Name(kind, orjson.loads(texts)) for key, (kind, texts) in found.items()}


def shown_name(names: dict[str, Name], key: str) -> str:
    """The name in the page's language, else in the nearest; the key where none is."""
    found = text_for_reader(names[key].texts) if key in names else None
    return found[1] if found else key


def address_of(kind: str, key: str, question: str = "") -> str:
    """The page of a record; a code (`list/code`) has its place on the page of its list.

    `question` is what the address asks of the page, with its question mark.
    """
    record, _slash, code = key.partition("/")
    address = f"{reverse(kind, args=[record])}{question}"
    return f"{address}#code-{code}" if code else address
