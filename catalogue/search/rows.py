"""Reading from the register what the index holds of its records."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

import orjson
from django.db.models import Min

from agreements.models import PublishedStanding, PublishedSubject
from register import kind_table
from register.models import Entry, PublishedReference
from register.public_record import PublicRecord

from .shape import ACTORS, KINDS, Surroundings, laid_out
from .words import Passage, called

BATCH = 500
# Whose names a record is found by, if it names them.
NAMING = (*ACTORS, "subject")


class Records:
    """The records that are searched, as the register stood after entry `number`."""

    def __init__(self, number: int) -> None:
        self.number, self.public = number, PublicRecord(number)

    def count(self) -> int:
        """How many there are."""
        return sum(self._rows(kind).count() for kind in KINDS)

    def all(self) -> Iterator[list[dict]]:
        """The index documents of all records, a batch at a time."""
        for kind in KINDS:
            keys = list(self._rows(kind).order_by("key").values_list("key", flat=True))
            for start in range(0, len(keys), BATCH):
                yield self.of(keys[start : start + BATCH], kind)

    def of(self, keys: Collection[str], kind: str) -> list[dict]:
        """The index documents of the records of a kind that have these keys and are public."""
        documents = self.public.documents(kind, keys)
        around = self._surroundings(kind, documents)
        return [each for key, text in documents.items() for each in laid_out(text, around[key])]

    def changed_since(self, number: int) -> dict[str, set[str]]:
        """By kind, the keys of records of which something changed after entry `number`.

        Those published or withdrawn, those whose reading changed, and those that name one that is
        called otherwise now.
        """
        entries = Entry.objects.filter(number__gt=number, number__lte=self.number)
        found, named = defaultdict(set), set()
        for kind, key, reading in entries.values_list("kind", "key", "reading").iterator():
            found[kind].add(key)
            for read_kind, readings in orjson.loads(reading or "{}").items():
                found[read_kind].update(readings)
            if kind in NAMING:
                named.add(key)
        for rows in self.public.referring(named).values():
            for kind, key, _field in rows:
                found[kind].add(key)
        if found.get("subject"):
            self._add_those_below(found)
        return {kind: keys for kind, keys in found.items() if kind in KINDS}

    def _add_those_below(self, found: Mapping[str, set[str]]) -> None:
        """Records about subjects that may hang elsewhere in the tree now."""
        below = [key for key, above in self._above.items() if above & found["subject"]]
        for rows in self.public.referring(below, field="subjects").values():
            for kind, key, _field in rows:
                found[kind].add(key)

    def _rows(self, kind: str):
        return kind_table.kind(kind).row.objects.recorded(self.number)

    def _surroundings(self, kind: str, documents: Mapping) -> dict[str, Surroundings]:
        references, kinds = self._references(kind, documents)
        is_agreement = kind == "agreement"
        periods = self._periods(documents) if is_agreement else {}
        bonds = self._bonds(documents) if is_agreement else {}
        names = self._names({k for rows in references.values() for _field, k in rows}, kinds)
        found = {}
        for key in documents:
            own = [(field, target, kinds.get(target, "")) for field, target in references[key]]
            subjects = {above for f, t, k in own if k == "subject" for above in self._above[t]}
            called_so = [one for _f, target, _k in own for one in names.get(target, ())]
            found[key] = Surroundings(
                called_so, own, subjects, periods.get(key, ()), bonds.get(key, ()),
                self._numbers[key] if kind in ACTORS else 0,
            )  # fmt: skip
        return found

    def _references(self, kind: str, keys: Iterable[str]) -> tuple[dict, dict[str, str]]:
        rows = PublishedReference.objects.recorded(self.number).filter(kind=kind, key__in=set(keys))
        references = defaultdict(list)
        for key, field, target in rows.order_by("key", "target").values_list(
            "key", "field", "target"
        ):
            references[key].append((field, target))
        targets = {target for found in references.values() for _field, target in found}
        return references, self.public.kinds_of(targets)

    def _names(self, targets: set[str], kinds: Mapping[str, str]) -> dict[str, list[Passage]]:
        unknown = targets - self._called.keys()
        for kind in NAMING:
            wanted = {key for key in unknown if kinds.get(key) == kind}
            for key, document in self.public.documents(kind, wanted).items():
                self._called[key] = list(called(document))
        return self._called

    @cached_property
    def _called(self) -> dict[str, list[Passage]]:
        return {}

    @cached_property
    def _above(self) -> Mapping[str, set[str]]:
        """For each subject, itself with all above it."""
        tree = dict(PublishedSubject.objects.recorded(self.number).values_list("key", "parent"))
        found = {}
        for key in tree:
            above, here = set(), key
            while here and here not in above:
                above.add(here)
                here = tree.get(here, "")
            found[key] = above
        return defaultdict(set, found)

    def _periods(self, keys: Iterable[str]) -> dict[str, list[tuple]]:
        rows = PublishedStanding.objects.recorded(self.number).of_agreements()
        rows = rows.filter(agreement__in=set(keys)).order_by("agreement", "from_day")
        found = defaultdict(list)
        for key, *period in rows.values_list("agreement", "status", "from_day", "until_day"):
            last = found[key][-1] if found[key] else None
            if last and last[0] == period[0] and last[2] == period[1]:
                period[1] = found[key].pop()[1]
            found[key].append(tuple(period))
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """For each state and organization the entry that published it first: no other has it."""
        found = {}
        for kind in ACTORS:
            rows = kind_table.kind(kind).row.objects.order_by().values("key")
            found |= dict(rows.annotate(first=Min("said_from")).values_list("key", "first"))
        return found

    def _bonds(self, keys: Iterable[str]) -> dict[str, list[tuple]]:
        """By agreement, when it binds whom; what touches or overlaps is one."""
        rows = PublishedStanding.objects.recorded(self.number).of_participants()
        rows = rows.filter(agreement__in=set(keys), status__in=PublishedStanding.BIND)
        rows = rows.exclude(actor="").order_by("agreement", "actor", "from_day")
        found = defaultdict(list)
        for key, actor, *period in rows.values_list("agreement", "actor", "from_day", "until_day"):
            bond = (self._numbers[actor], *period)
            last = found[key][-1] if found[key] else None
            if last and last[0] == bond[0] and last[2] >= bond[1]:
                bond = (*found[key].pop()[:2], max(last[2], bond[2]))
            found[key].append(bond)
        return found
