"""Model fields: a partial date with its two bounds, and a text in several languages."""

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from register.form_fields import (
    PartialDateFormField,
    TextsFormField,
    validated_partial_date,
    validated_texts,
)
from register.partial_dates import PartialDate
from register.widgets import TextsInput

BOUND_HELP = {
    "earliest": _("The first day that the date can mean, worked out from it."),
    "latest": _("The last day that the date can mean, worked out from it."),
}
BOUNDS = tuple(BOUND_HELP)
ORDER_LOOKUPS = frozenset({"lt", "lte", "gt", "gte", "range"})
UNSET = object()


class PartialDateAttribute(DeferredAttribute):
    """Reads what is written into a PartialDate and keeps the two bounds beside it in step."""

    def __set__(self, instance, value):
        """Take a PartialDate, a day, the written form, or None.

        What cannot be read is kept as it is, to be refused by validation or on saving.
        """
        value = _read_if_possible(value)
        instance.__dict__[self.field.attname] = value
        for bound in BOUNDS:
            instance.__dict__[bound_name(self.field.name, bound)] = getattr(value, bound, None)


class PartialDateBoundAttribute(DeferredAttribute):
    """A bound follows its partial date: what is written into it counts only without that date."""

    def __set__(self, instance, value):
        """Keep the loaded day where the partial date itself was not loaded."""
        date = instance.__dict__.get(self.field.of, UNSET)
        if date is not UNSET:
            value = getattr(date, self.field.bound, None)
        instance.__dict__[self.field.attname] = value


class PartialDateBoundField(models.DateField):
    """The earliest or the latest day of a partial date, for the database to compare and sort by.

    Added by `PartialDateField`; never written by hand. `of` names the partial date's field and
    `bound` is `earliest` or `latest`.
    """

    descriptor_class = PartialDateBoundAttribute
    non_db_attrs = (*models.DateField.non_db_attrs, "of", "bound")

    def __init__(self, *args, of, bound, **kwargs):
        self.of = of
        self.bound = bound
        fixed = {"null": True, "blank": True, "editable": False, "help_text": BOUND_HELP[bound]}
        super().__init__(*args, **{**kwargs, **fixed})

    def deconstruct(self):
        """What a migration writes down."""
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("null", "blank", "editable", "help_text"):
            kwargs.pop(fixed, None)
        return name, path, args, {**kwargs, "of": self.of, "bound": self.bound}


class PartialDateField(models.Field):
    """A day as far as it is known (`register.partial_dates`), stored as it is written.

    Brings two columns more, `<name>_earliest` and `<name>_latest`, which the database compares,
    constrains and sorts by; the text itself has no order in the database. They follow the value
    on the instance, so saving and bulk_create keep them in step. Writing past the instance
    (`update()`, `update_fields`, `bulk_update`) must name all three: `columns_of(name, value)`.
    """

    description = _("A day, month or year, as far as it is known")
    descriptor_class = PartialDateAttribute
    empty_strings_allowed = False
    non_db_attrs = (*models.Field.non_db_attrs, "bounds_declared")

    def __init__(self, *args, bounds_declared=False, **kwargs):
        kwargs.setdefault("max_length", 32)
        self.bounds_declared = bounds_declared
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        """Add the two bounds to a concrete model; a migration's model declares them itself."""
        super().contribute_to_class(cls, name, **kwargs)
        if cls._meta.abstract or self.bounds_declared:
            return
        for bound in BOUNDS:
            field = PartialDateBoundField(of=name, bound=bound, db_index=self.db_index)
            cls.add_to_class(bound_name(name, bound), field)

    def deconstruct(self):
        """What a migration writes down: there the bounds are fields of their own."""
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("max_length") == 32:
            del kwargs["max_length"]
        return name, path, args, {**kwargs, "bounds_declared": True}

    def get_internal_type(self):
        """The column is a short text."""
        return "CharField"

    def get_lookup(self, lookup_name):
        """Refuse to compare texts as if they were days: that is what the bounds are for."""
        return None if lookup_name in ORDER_LOOKUPS else super().get_lookup(lookup_name)

    def from_db_value(self, value, expression, connection):
        """Read the stored text."""
        return None if value is None else PartialDate.parse(value)

    def to_python(self, value):
        """A PartialDate or None; raises ValidationError with the curator's sentence."""
        return validated_partial_date(value)

    def pre_save(self, model_instance, add):
        """Refuse to store what is no partial date, and so has no bounds."""
        return self.to_python(super().pre_save(model_instance, add))

    def get_prep_value(self, value):
        """The written form."""
        value = self.to_python(super().get_prep_value(value))
        return None if value is None else str(value)

    def value_to_string(self, obj):
        """The written form, for Django's own serializers."""
        return self.get_prep_value(self.value_from_object(obj))

    def formfield(self, **kwargs):
        """A line of text that shows how a partial date is written."""
        return super().formfield(**{"form_class": PartialDateFormField, **kwargs})


class PartialDatesInOrder(models.CheckConstraint):
    """The partial date `later` is not wholly before the partial date `earlier`; either may be None.

    They may overlap: what is known only to the year is not refused for what it may mean.
    """

    default_violation_error_message = _("The end is before the beginning.")

    def __init__(self, *, earlier, later, **options):
        self.earlier, self.later = earlier, later
        end = f"{bound_name(later, 'latest')}__gte"
        beginning = models.F(bound_name(earlier, "earliest"))
        super().__init__(condition=models.Q(**{end: beginning}), **options)

    def deconstruct(self):
        """What a migration writes down."""
        path, args, kwargs = super().deconstruct()
        del kwargs["condition"]
        return path, args, {**kwargs, "earlier": self.earlier, "later": self.later}

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS):
        """Tell the curator before the database does: no form asks for bounds, all set them."""
        bounds = {
            bound_name(name, bound) for name in (self.earlier, self.later) for bound in BOUNDS
        }
        super().validate(model, instance, exclude=set(exclude or ()) - bounds, using=using)


class TextsField(models.JSONField):
    """One text in several languages (`register.texts`), stored as JSON; without texts `{}`.

    `multiline` asks for it in larger inputs.
    """

    description = _("A text in several languages")
    non_db_attrs = (*models.JSONField.non_db_attrs, "multiline")

    def __init__(self, *args, multiline=False, **kwargs):
        self.multiline = multiline
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        """What a migration writes down."""
        name, path, args, kwargs = super().deconstruct()
        if self.multiline:
            kwargs["multiline"] = True
        return name, path, args, kwargs

    def to_python(self, value):
        """The texts in their stored form; raises ValidationError with the curator's sentence."""
        return validated_texts(value)

    def pre_save(self, model_instance, add):
        """Store the texts trimmed and composed, and leave them so on the instance."""
        texts = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, texts)
        return texts

    def get_db_prep_save(self, value, connection):
        """The same for what is written past an instance."""
        return super().get_db_prep_save(self.to_python(value), connection)

    def formfield(self, **kwargs):
        """Tabs of languages; the theme's widget for JSON is not taken, it would show braces."""
        ours = {
            "form_class": TextsFormField,
            "widget": TextsInput(multiline=self.multiline),
            "show_hidden_initial": False,
        }
        return models.Field.formfield(self, **{**kwargs, **ours})


def bound_name(name, bound):
    """The name of the field beside the partial date `name` that holds its `bound`."""
    return f"{name}_{bound}"


def columns_of(name, value):
    """All three columns of a partial date, to write them past an instance: `update(**...)`."""
    value = validated_partial_date(value)
    bounds = {bound_name(name, bound): getattr(value, bound, None) for bound in BOUNDS}
    return {name: value, **bounds}


def _read_if_possible(value):
    """The PartialDate that was meant, or the value itself where none can be read from it."""
    try:
        return validated_partial_date(value)
    except ValidationError:
        return value
