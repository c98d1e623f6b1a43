"""Lists that a reader narrows: one filter set for the page and the API alike."""

from collections.abc import Iterable
from typing import NamedTuple

from django import forms
from django.db.models import QuerySet
from django.db.models.expressions import OrderBy
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from catalogue.freshness import register_day
from catalogue.indexes import Listed
from catalogue.questions import BadQuestion
from register.filters import RegisterFilterSet

# How a reader of a page is told what several choices mean; the API's own words speak of keys.
ANY, ALL = _("Any of those chosen."), _("All of those chosen.")
HINTS = {
    ("agreement", "subject"): _("With all that falls under each; any of those chosen."),
    ("agreement", "standing"): _("On the day above; with participants chosen, of each of them."),
    ("agreement", "status"): _("On the day above; any of those chosen."),
}
# The orders that a page offers, in words; the order of keys is for programs.
ORDERS = {
    "title": _("title, A to Z"),
    "-title": _("title, Z to A"),
    "-made_on": _("newest first"),
    "made_on": _("oldest first"),
    "-adopted_on": _("newest first"),
    "adopted_on": _("oldest first"),
    "-starts_on": _("latest start first"),
    "starts_on": _("earliest start first"),
}


class Option(NamedTuple):
    """One value that a reader can choose, and whether it is chosen."""

    value: str
    label: str
    is_chosen: bool


class Facet(NamedTuple):
    """One thing that a list can be narrowed by, as the form shows it.

    `shape` is `several` (boxes to tick), `one` (a list to choose from), `date` or `text`.
    """

    name: str
    label: str
    hint: str
    shape: str
    options: list[Option]
    value: str


class Chip(NamedTuple):
    """One value that a list is narrowed by, and the address of the list without it."""

    label: str
    value: str
    address: str


def asked(
    filter_set: type[RegisterFilterSet], given: QueryDict, number: int, choices: dict
) -> RegisterFilterSet:
    """The filter set of a list, as the register stood after entry `number`, ready to answer.

    Raises `BadQuestion`, which names the first value that cannot be answered. Parameters that the
    list does not know are passed over: others add their own to the addresses of pages.
    """
    filters = filter_set(given, number=number, on=register_day(), beside=given, choices=choices)
    if not filters.is_valid():
        name, errors = next(iter(filters.errors.items()))
        raise BadQuestion(name, " ".join(errors))
    return filters


def in_order(found: QuerySet, *otherwise: str | OrderBy) -> QuerySet:
    """The rows in the order asked for, else in this one."""
    return found if found.ordered else found.order_by(*otherwise)


def choices_of(index: Iterable[Listed]) -> list[tuple[str, str]]:
    """The records of an index that others refer to, as choices."""
    return [(one.key, one.name) for one in index if one.count]


def form_of(
    filters: RegisterFilterSet, first: tuple[str, ...] = (), apart: tuple[str, ...] = ("on",)
) -> dict[str, list]:
    """The form of a list, these parameters first, and what it is narrowed by, for its template.

    A parameter that takes keys of records for which no choices are given is left to the API; those
    set `apart`, such as the day, have their own place on the page.
    """
    facets = [
        _facet(name, field, shape, filters)
        for name, field in filters.form.fields.items()
        if name not in apart and (shape := _shape(field))
    ]
    facets.sort(key=lambda facet: facet.name not in first)
    return {"facets": facets, "chips": _chips(filters.data, facets)}


def _facet(name: str, field: forms.Field, shape: str, filters: RegisterFilterSet) -> Facet:
    given = filters.data
    chosen = set(given.getlist(name))
    options = [Option(value, label, value in chosen) for value, label in _offered(name, field)]
    hint = _hint(name, filters) if shape == "several" else field.help_text
    return Facet(name, field.label or name, hint, shape, options, given.get(name, ""))


def _offered(name: str, field: forms.Field) -> list[tuple[str, str]]:
    """The values to choose from, with their words."""
    choices = dict(getattr(field, "choices", ()))
    if name == "ordering":
        return [(value, words) for value, words in ORDERS.items() if value in choices]
    return [(value, label) for value, label in choices.items() if value]


def _hint(name: str, filters: RegisterFilterSet) -> str:
    """What choosing several values means."""
    several = ALL if getattr(filters.filters[name], "conjoined", False) else ANY
    return HINTS.get((getattr(filters.queryset.model, "KIND", ""), name), several)


def _shape(field: forms.Field) -> str:
    """How the form shows the field; "" for one that it cannot show."""
    if isinstance(field, forms.MultipleChoiceField):
        return "several" if field.choices else ""
    if isinstance(field, forms.ChoiceField):
        return "one"
    return "date" if isinstance(field, forms.DateField) else "text"


def _chips(given: QueryDict, facets: list[Facet]) -> list[Chip]:
    """What the list is narrowed by, in the order of the form."""
    return [
        Chip(facet.label, _words(facet, value), _without(given, facet.name, value))
        for facet in facets
        for value in given.getlist(facet.name)
        if value
    ]


def _words(facet: Facet, value: str) -> str:
    return next((option.label for option in facet.options if option.value == value), value)


def _without(given: QueryDict, name: str, value: str) -> str:
    """The address with this one value left out, at the first page."""
    rest = given.copy()
    rest.setlist(name, [each for each in rest.getlist(name) if each != value])
    rest.pop("page", None)
    return f"?{rest.urlencode()}"
