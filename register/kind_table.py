"""The table of kinds: the only place where the lowest room meets the others.

Each room's `kinds.py` declares KINDS, a list of Kind; the setting REGISTER_KINDS lists those
modules. Everything general (publishing, importing, the API) asks this table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from typing import NamedTuple

from django.conf import settings


@dataclass(frozen=True)
class Rule:
    """A publication rule: what must be right about a document as a whole.

    `check(document, public)` yields (path, sentence) for each breach; `public` is the
    PublicRecord as it will stand once the batch is published.
    """

    name: str
    check: Callable


@dataclass(frozen=True)
class Engine:
    """Answers that are worked out from published documents and kept beside them.

    `read(changed, public, on)` gets the changed documents by key (None: withdrawn), a PublicRecord
    that already contains them, and the day of publication; it returns {changed key: {read key:
    reading}}, where a reading is JSON or None. `project(readings)` gets pairs of (entry number,
    {read key: reading}) in the order of entries and writes their rows.
    `clear()` removes all rows, before a rebuild.
    """

    read: Callable
    project: Callable
    clear: Callable


class Notice(NamedTuple):
    """A line of the curators' desk: what it is about, how many there are, and where they are."""

    words: str
    count: int
    address: str


@dataclass(frozen=True)
class Kind:
    """One kind of record: what it is called, how it is written down, what is read from it.

    `notices(account)` yields the lines that the desk of an account shows about its records.
    """

    name: str
    plural: str
    model: type
    serializer: type
    row: type
    schema: int = 1
    upgrades: Mapping[int, Callable] = field(default_factory=dict)
    names: Callable = lambda document: {document["key"]: document["names"]}
    rules: tuple[Rule, ...] = ()
    engine: Engine | None = None
    notices: Callable = lambda account: ()

    @cached_property
    def shape(self):
        """The serializer that all documents of the kind go through; building one is dear.

        Only its stateless parts are used: `fields`, `run_validation`, `to_representation`.
        """
        return self.serializer()

    def upgraded(self, document):
        """The document in today's schema; `upgrades[n]` leads from schema n to n + 1."""
        while document["schema"] < self.schema:
            document = self.upgrades[document["schema"]](document)
        return document


@cache
def kinds():
    """All kinds by name, in the order in which the settings list their rooms."""
    modules = [import_module(name) for name in settings.REGISTER_KINDS]
    return {kind.name: kind for module in modules for kind in module.KINDS}


def kind(name):
    """The kind of that name. Raises KeyError if there is none."""
    return kinds()[name]


def is_a(name, wanted):
    """Whether a record of kind `name` is a `wanted`: that kind, or a supertype such as actor."""
    parents = kind(name).model._meta.get_parent_list()
    return wanted == name or wanted in {parent._meta.model_name for parent in parents}
