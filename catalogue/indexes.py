"""Lists of records by name, each with how many others refer to it."""

from typing import NamedTuple

from catalogue.names import address_of, names_of_kind, shown_name
from register.public_record import PublicRecord


class Listed(NamedTuple):
    """A record in an index: its page, what it is called here, and the count beside it."""

    key: str
    address: str
    name: str
    count: int


def listed(public: PublicRecord, kind: str, counts: dict[str, int]) -> list[Listed]:
    """Every published record of a kind, in the order of the names in the page's language."""
    names = names_of_kind(public, kind)
    found = [
        Listed(key, address_of(kind, key), shown_name(names, key), counts.get(key, 0))
        for key in names
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))


def most_counted(index: list[Listed], length: int) -> list[Listed]:
    """The records counted most, those counted not at all left out."""
    counted = [one for one in index if one.count]
    return sorted(counted, key=lambda one: -one.count)[:length]
