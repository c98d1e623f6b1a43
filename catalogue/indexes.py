"""Lists of records by name, each with how many others refer to it."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language

from catalogue.names import address_of, names_of_kind, shown_name
from catalogue.referring import counted
from catalogue.vantage import Vantage
from register.public_record import PublicRecord

# Enough for every index of a page in every language, at the newest entry and the one before it.
KEPT = 64


class Listed(NamedTuple):
    """A record in an index: its page, what it is called here, and the count beside it."""

    key: str
    address: str
    name: str
    count: int


def index_of(
    vantage: Vantage, kind: str, kinds: tuple[str, ...], fields: tuple[str, ...]
) -> tuple[Listed, ...]:
    """Every record of a kind by name, with how many records of `kinds` name it in these fields.

    Kept in memory: what the register said after an entry never changes, and the digest tells
    entries of the same number in two registers apart.
    """
    return _index(vantage.digest, vantage.number, get_language(), kind, kinds, fields)


@lru_cache(maxsize=KEPT)
def _index(
    _digest: str,
    number: int,
    _language: str,
    kind: str,
    kinds: tuple[str, ...],
    fields: tuple[str, ...],
) -> tuple[Listed, ...]:
    public = PublicRecord(number)
    names, counts = names_of_kind(public, kind), counted(public, kinds, fields)
    found = (
        Listed(key, address_of(kind, key), shown_name(names, key), counts.get(key, 0))
        for key in names
    )
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.key)))


def most_counted(index: tuple[Listed, ...], length: int, apart: str = "") -> list[Listed]:
    """The records counted most, those counted not at all and the one set apart left out."""
    counted = [one for one in index if one.count and one.key != apart]
    return sorted(counted, key=lambda one: -one.count)[:length]
