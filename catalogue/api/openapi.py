"""The description of the API: what each view can be asked and what it answers, in OpenAPI."""

import inspect

from django import forms
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import OpenApiParameter

from agreements.models import PublishedDate
from register.json_schema import json_schema

TEXT = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 1}
DAY = {"type": "string", "format": "date"}
DAY_OR_NULL = {"type": ["string", "null"], "format": "date"}
TEXTS = {"type": "object", "additionalProperties": TEXT}


def fixed_object(**properties):
    """An object with exactly these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_of(items):
    """A list of these."""
    return {"type": "array", "items": items}


TEXT_OR_NULL = {"type": ["string", "null"]}
HEAD = fixed_object(number={"type": "integer", "minimum": 0}, hash=TEXT, at=TEXT_OR_NULL)
NAMES = {"type": "object", "additionalProperties": fixed_object(kind=TEXT, texts=TEXTS)}
NEXT = {"type": ["string", "null"], "format": "uri"}
ERRORS = fixed_object(errors={"type": "object", "additionalProperties": list_of(TEXT)})
NOT_FOUND = fixed_object(detail=TEXT)
TAKEN_BACK = fixed_object(detail=TEXT, event=TEXT, entry=NUMBER, at=TEXT, replaced_by=TEXT_OR_NULL)
PERIOD = fixed_object(
    status=TEXT,
    since=DAY_OR_NULL,
    until=DAY_OR_NULL,
    reason={"type": "object", "additionalProperties": True},
    act=TEXT_OR_NULL,
    checked=DAY_OR_NULL,
)
PERIOD_ON_DAY = fixed_object(on=DAY, **PERIOD["properties"])

DATE = fixed_object(
    agreement=TEXT,
    participant=TEXT_OR_NULL,
    actor=TEXT_OR_NULL,
    kind={**TEXT, "enum": PublishedDate.Kind.values},
    day=DAY_OR_NULL,
    latest=DAY_OR_NULL,
    reason={"type": "object", "additionalProperties": True},
    act=TEXT_OR_NULL,
)
FORCE = fixed_object(
    recorded=TEXT_OR_NULL, computed=TEXT_OR_NULL, taken=TEXT_OR_NULL, differ={"type": "boolean"}
)
TERM = fixed_object(
    number={"type": "integer", "minimum": 0},
    begins=TEXT_OR_NULL,
    ends=TEXT,
    then={**TEXT, "enum": ["", "none", "tacit", "by_agreement", "agreed"]},
    last_notice=TEXT_OR_NULL,
)

SHARED = {
    "Head": HEAD,
    "Names": NAMES,
    "Errors": ERRORS,
    "NotFound": NOT_FOUND,
    "TakenBack": TAKEN_BACK,
    "Period": PERIOD,
    "PeriodOnDay": PERIOD_ON_DAY,
    "Date": DATE,
    "Force": FORCE,
    "Term": TERM,
}


class RegisterSchema(AutoSchema):
    """Asks each view what it can be asked and what it answers."""

    def get_override_parameters(self):
        """The view's own parameters."""
        return self.view.parameters(self.view.action)

    def get_response_serializers(self):
        """The view's own answers, by status."""
        return self.view.answers(self.view.action, self)

    def _is_list_view(self, serializer=None):
        """No: a page of a list is described as it is, not as a bare list of what is in it."""
        return False

    def get_operation_id(self):
        """The list and what is done, such as agreements_list."""
        return f"{self.get_tags()[0]}_{self.view.action}"

    def get_summary(self):
        """What is answered."""
        return inspect.getdoc(getattr(self.view, self.view.action))

    def get_description(self):
        """What the records are."""
        return inspect.getdoc(type(self.view)).partition("\n")[0]

    def get_tags(self):
        """The first part of the address."""
        return [self.path.removeprefix("/api/v1/").partition("/")[0]]

    def shared(self, name):
        """A reference to one of the shapes that many answers have in common."""
        return self._component(name, SHARED[name])

    def document(self, kind):
        """A reference to the shape of a kind's documents."""
        described = json_schema(kind)
        described.pop("$schema")
        name = "".join(word.capitalize() for word in kind.name.split("_"))
        return self._component(f"{name}Document", described)

    def _component(self, name, described):
        component = ResolvedComponent(
            name=name, type=ResolvedComponent.SCHEMA, schema=described, object=name
        )
        self.registry.register_on_missing(component)
        return component.ref


def parameter(name, described, sentence):
    """One parameter of the address."""
    return OpenApiParameter(name, type=described, location="query", description=str(sentence))


def filter_parameters(filterset_class):
    """The filters of a list as parameters, with their own help texts."""
    for name, each in filterset_class.base_filters.items():
        yield _filter_parameter(name, each)


def _filter_parameter(name, each):
    field = each.field
    described = DAY if isinstance(field, forms.DateField) else TEXT
    words = [str(value) for value, _label in getattr(field, "choices", ()) if value]
    described = {**described, "enum": words} if words else described
    if isinstance(field, forms.MultipleChoiceField):
        described = list_of(described)
    return parameter(name, described, field.help_text)
