"""Lists of records by name, each with how many others refer to it."""

from typing import NamedTuple

import orjson
from django.utils.translation import get_language

from catalogue.names import address_of
from register.models import PublishedName
from register.public_record import PublicRecord
from register.texts import text_in


class Listed(NamedTuple):
    """A record in an index: its page, what it is called here, and the count beside it."""

    key: str
    address: str
    name: str
    count: int


def listed(public: PublicRecord, kind: str, counts: dict[str, int]) -> list[Listed]:
    """Every published record of a kind, in the order of the names in the page's language."""
    rows = PublishedName.objects.recorded(public.number).filter(kind=kind)
    found = [
        Listed(key, address_of(kind, key), shown_name(texts, key), counts.get(key, 0))
        for key, texts in rows.values_list("key", "texts")
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))


def shown_name(texts: str, key: str) -> str:
    """The name in the page's language, else in English, else in any; the key where none is."""
    found = text_in(orjson.loads(texts), get_language(), ("en",))
    return found[1] if found else key


def most_counted(index: list[Listed], length: int) -> list[Listed]:
    """The records counted most, those counted not at all left out."""
    counted = [one for one in index if one.count]
    return sorted(counted, key=lambda one: -one.count)[:length]
