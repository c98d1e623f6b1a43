"""Lists that a reader narrows: one filter set for the page and the API alike."""

from typing import NamedTuple

from django.http import HttpRequest, QueryDict
from django_filters import FilterSet

from catalogue.questions import BadQuestion


class Chip(NamedTuple):
    """One value that a list is narrowed by, and the address of the list without it."""

    label: str
    value: str
    address: str


def checked(filters: FilterSet) -> FilterSet:
    """The filter set, if it can answer; else `BadQuestion` names the first value that it cannot."""
    if filters.is_valid():
        return filters
    name, errors = next(iter(filters.errors.items()))
    raise BadQuestion(name, " ".join(errors))


def chips(request: HttpRequest, filters: FilterSet) -> list[Chip]:
    """What the list is narrowed by, in the order of the form."""
    return [
        Chip(str(field.label or name), _shown(field, value), _without(request.GET, name, value))
        for name, field in filters.form.fields.items()
        for value in request.GET.getlist(name)
        if value
    ]


def _shown(field, value: str) -> str:
    """The value as the form words it."""
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, value))


def _without(given: QueryDict, name: str, value: str) -> str:
    """The address with this one value left out, at the first page."""
    rest = given.copy()
    rest.setlist(name, [each for each in rest.getlist(name) if each != value])
    rest.pop("page", None)
    return f"?{rest.urlencode()}"
