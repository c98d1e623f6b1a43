"""What results are narrowed by: each value with how many results have it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from agreements.models import PublishedSubject
from agreements.models.standing import Status
from catalogue import languages
from catalogue.filtering import Chip
from catalogue.labels import labels
from catalogue.names import names_at, shown_name
from register.kind_table import kind
from register.public_record import PublicRecord

HEADINGS = {
    "kind": _("Kind of record"),
    "status": _("Status"),
    "subject": _("Subject"),
    "participant": _("Participant"),
    "bound": _("Bound on the day"),
    "binding": _("Binding"),
    "scope": _("Scope"),
    "form": _("Form"),
    "level": _("Level"),
    "organization": _("Organization"),
    "decade": _("Decade"),
    "gcm_objective": _("GCM objective"),
    "reach": _("Reach"),
    "disclosure": _("Disclosure"),
    "language": _("Language of the text"),
}
# Where the words for coded values stand, and which facets name records.
LABELS = {
    name: f"agreements.Agreement.{name}"
    for name in ("binding", "scope", "form", "level", "reach", "disclosure")
}
RECORDS = frozenset({"subject", "participant", "bound", "organization"})
GCM_LIST = "gcm-objectives"
# Those that a reader uses most stand open.
OPEN = frozenset({"kind", "status", "subject", "participant"})


class Value(NamedTuple):
    """One value of a facet: in words, how many results have it, and whether it is chosen.

    `depth` counts the values above it of which it is a part.
    """

    value: str
    label: str
    count: int
    is_chosen: bool
    depth: int = 0


class Facet(NamedTuple):
    """One thing that results are narrowed by."""

    name: str
    heading: str
    values: list[Value]
    is_open: bool


def facets_of(
    counts: Mapping[str, Mapping[str, int]], chosen: QueryDict, public: PublicRecord
) -> list[Facet]:
    """The facets in which there is a choice, in a fixed order, each value in words."""
    keys = {
        name: {*counts[name], *chosen.getlist(name)} - {""} for name in HEADINGS if name in counts
    }
    words = _words(keys, public)
    found = []
    for name, values in keys.items():
        rows = [
            Value(
                value, words[name, value], counts[name].get(value, 0), value in chosen.getlist(name)
            )
            for value in values
        ]
        if rows:
            is_open = name in OPEN or any(row.is_chosen for row in rows)
            found.append(Facet(name, HEADINGS[name], _in_order(name, rows, public), is_open))
    return found


def chips_of(facets: Iterable[Facet], question: QueryDict) -> list[Chip]:
    """What is chosen, each with the address of the results without it."""
    found = []
    if question.get("q"):
        found.append(
            Chip(
                _("Words"),
                _("“%(words)s”") % {"words": question["q"]},
                _without(question, "q", question["q"]),
            )
        )
    for facet in facets:
        found += [
            Chip(facet.heading, one.label, _without(question, facet.name, one.value))
            for one in facet.values
            if one.is_chosen
        ]
    return found


def _without(question: QueryDict, name: str, value: str) -> str:
    rest = question.copy()
    rest.setlist(name, [each for each in rest.getlist(name) if each != value])
    rest.pop("page", None)
    return f"?{rest.urlencode()}"


def _in_order(name: str, rows: list[Value], public: PublicRecord) -> list[Value]:
    if name == "decade":
        return sorted(rows, key=lambda row: row.value)
    if name == "gcm_objective":
        return sorted(rows, key=lambda row: int(row.value) if row.value.isdigit() else 0)
    by_count = sorted(rows, key=lambda row: (-row.count, row.label.casefold()))
    return _as_tree(by_count, public) if name == "subject" else by_count


def _as_tree(rows: list[Value], public: PublicRecord) -> list[Value]:
    """Each subject followed by its parts; one without its parent here stands at the top."""
    known = {row.value for row in rows}
    parents = PublishedSubject.objects.recorded(public.number).filter(key__in=known)
    above = dict(parents.values_list("key", "parent"))
    below = defaultdict(list)
    for row in rows:
        parent = above.get(row.value, "")
        below[parent if parent in known else ""].append(row)

    def branch(parent: str, depth: int) -> Iterator[Value]:
        for row in below[parent]:
            yield row._replace(depth=depth)
            yield from branch(row.value, depth + 1)

    return list(branch("", 0))


def _words(keys: Mapping[str, set[str]], public: PublicRecord) -> dict[tuple[str, str], str]:
    """The values in words, in one query for all that are records."""
    named = {key for name in RECORDS & keys.keys() for key in keys[name]}
    codes = {f"{GCM_LIST}/{code}" for code in keys.get("gcm_objective", ())}
    names = names_at(public, named | codes)
    return {
        (name, value): _word(name, value, names)
        for name, values in keys.items()
        for value in values
    }


def _word(name: str, value: str, names: Mapping) -> str:
    if name in RECORDS:
        return shown_name(names, value)
    if name == "gcm_objective":
        return f"{value} {shown_name(names, f'{GCM_LIST}/{value}')}"
    if name == "kind":
        return str(kind(value).model._meta.verbose_name_plural)
    if name == "status":
        return str(Status(value).label)
    if name == "decade":
        return f"{value}–{int(value) + 9}"
    if name == "language":
        return languages.name(value)
    return str(labels(LABELS[name])[value])
