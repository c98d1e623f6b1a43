"""Filters of published records: one set for each kind, the same for its pages and for the API."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import Filter, FilterSet, OrderingFilter, TypedChoiceFilter

from . import kind_table
from .models import Entry, PublishedCodeList, PublishedReference, PublishedSource, Source
from .models.record import KEY
from .public_record import PublicRecord

YES_OR_NO = [("true", gettext_lazy("yes")), ("false", gettext_lazy("no"))]


class StrictFilterSet(FilterSet):
    """What a list can be asked. A parameter that is left empty asks for nothing.

    One that is not known is refused by name, except those that the caller reads itself, named in
    `beside`. `choices` maps filters to the (value, label) pairs that the page's form shows; who
    draws no form asks for a `brief` set, which has only the filters that are asked.
    """

    def __init__(self, data, queryset, beside=(), choices=None, brief=False):
        if brief:
            asked = self._asked(data, beside)
            self.base_filters = {name: self.base_filters[name] for name in asked}
        super().__init__(data=data or {}, queryset=queryset)
        self.beside = beside
        for name, shown in (choices or {}).items():
            self.form.fields[name].choices = shown

    @classmethod
    def _asked(cls, data, beside):
        return [name for name in cls.base_filters if name in data and name not in beside]

    @cached_property
    def errors(self):
        """What is wrong with the question: {parameter: [sentence]}."""
        known = {*type(self).base_filters, *self.beside}
        unknown = {
            name: [_("There is no parameter “%(name)s” here.") % {"name": name}]
            for name in self.data
            if name not in known
        }
        return unknown | {name: list(errors) for name, errors in self.form.errors.items()}

    def is_valid(self):
        """Whether the question can be answered."""
        return not self.errors


class RegisterFilterSet(StrictFilterSet):
    """What a list of one kind of record can be asked, as the register stood after entry `number`.

    Subclasses name their published row in Meta.model; `qs` are the rows that fit. `on` is the day
    meant where the reader names none.
    """

    def __init__(self, data=None, *, number, on, **options):
        super().__init__(data, self._meta.model.objects.all(), **options)
        self.number, self.otherwise_on = number, on

    @property
    def on(self):
        """The day that is asked about."""
        return (self.form.is_valid() and self.form.cleaned_data.get("on")) or self.otherwise_on

    @cached_property
    def errors(self):
        """What is wrong with the question, keys and codes that name nothing public included."""
        return super().errors | self._not_public()

    def filter_queryset(self, queryset):
        """The rows that fit, as they stood after the entry."""
        return super().filter_queryset(queryset.recorded(self.number))

    def _not_public(self):
        """Keys and codes that name nothing public, or something of another kind."""
        asked = [
            (name, value, each.target(value), each.kind)
            for name, each in self.filters.items()
            if isinstance(each, KeysFilter)
            for value in self.form.cleaned_data.get(name) or ()
        ]
        if not asked:
            return {}
        kinds = PublicRecord(self.number).kinds_of(target for _n, _v, target, _k in asked)
        sentence = _("“%(value)s” names no public record of this sort.")
        return {
            name: [sentence % {"value": value}]
            for name, value, target, kind in asked
            if target not in kinds or not kind_table.is_a(kinds[target], kind)
        }


class SeveralFormField(forms.MultipleChoiceField):
    """Several values of one parameter; empty ones ask for nothing."""

    default_error_messages = {
        "invalid_choice": gettext_lazy("“%(value)s” is not a value of this parameter.")
    }

    def to_python(self, value):
        """The values that are not empty."""
        return [each for each in super().to_python(value) if each]


# Each key that a list asks for costs the database a subquery; PostgreSQL plans 230 for a minute.
MOST_KEYS = 20


class KeysFormField(SeveralFormField):
    """Several keys of records, or codes of a list."""

    default_error_messages = {
        "invalid_choice": gettext_lazy("“%(value)s” is neither the key of a record nor a code."),
        "too_many": gettext_lazy("Give at most %(most)d values."),
    }

    def to_python(self, value):
        """Each value once; more than a database can well be asked for at a time is refused."""
        values = list(dict.fromkeys(super().to_python(value)))
        if len(values) > MOST_KEYS:
            message = self.error_messages["too_many"]
            raise ValidationError(message, code="too_many", params={"most": MOST_KEYS})
        return values

    def valid_value(self, value):
        """Whether the value is written as keys are."""
        return bool(KEY.regex.search(value))


class WordsFilter(Filter):
    """Rows whose column holds one of the given words; `choices` are the words there are."""

    field_class = SeveralFormField

    def filter(self, queryset, values):
        """The rows that hold one of them."""
        return queryset.filter(**{f"{self.field_name}__in": values}) if values else queryset


class WrittenKeysFilter(WordsFilter):
    """Rows whose column holds one of the given keys, whatever they name."""

    field_class = KeysFormField


class YesNoFilter(TypedChoiceFilter):
    """Rows of which something is so (true) or is not (false)."""

    def __init__(self, *args, **options):
        fixed = {"choices": YES_OR_NO, "coerce": lambda word: word == "true"}
        super().__init__(*args, **fixed, **options)


class KeysFilter(Filter):
    """Rows whose documents refer to one of the given keys, or with `conjoined` to all of them.

    `fields` are the generic paths of the references that count and `kind` is what the keys name.
    Codes are given by themselves; `code_list` says of which list they are.
    """

    field_class = KeysFormField

    def __init__(self, fields, kind, code_list="", conjoined=False, **options):
        super().__init__(**options)
        self.fields, self.kind = fields, kind
        self.code_list, self.conjoined = code_list, conjoined

    def filter(self, queryset, values):
        """The rows that refer to them."""
        if not values:
            return queryset
        groups = [self.widened(self.target(value)) for value in values]
        if not self.conjoined:
            groups = [[target for group in groups for target in group]]
        for targets in groups:
            queryset = queryset.filter(key__in=self._referring(targets))
        return queryset

    def widened(self, target):
        """The keys that count as the one asked for: here none but itself."""
        return [target]

    def target(self, value):
        """What is referred to: the key itself, or list/code."""
        return f"{self.code_list}/{value}" if self.code_list else value

    def _referring(self, targets):
        references = PublishedReference.objects.recorded(self.parent.number)
        kind = self.parent._meta.model.KIND
        found = references.filter(kind=kind, field__in=self.fields, target__in=targets)
        return found.order_by().values("key")


class ReferredFilter(KeysFilter):
    """Rows to which one of the given records refers: the other side of `KeysFilter`."""

    def filter(self, queryset, values):
        """The rows that one of them refers to."""
        if not values:
            return queryset
        references = PublishedReference.objects.recorded(self.parent.number)
        found = references.filter(kind=self.kind, field__in=self.fields, key__in=values)
        return queryset.filter(key__in=found.order_by().values("target"))


class StableOrderingFilter(OrderingFilter):
    """The order of a list. Rows that are equal in it stand by key, so that pages never overlap."""

    def __init__(self, *args, **options):
        words = gettext_lazy("By what to sort; with a minus before it, in descending order.")
        super().__init__(*args, **{"label": gettext_lazy("Order"), "help_text": words, **options})

    def filter(self, queryset, value):
        """The rows in that order."""
        if not value:
            return queryset
        names = (self.get_ordering_value(each) for each in value)
        return queryset.order_by(*(_nulls_last(name) for name in names), "key")


def _nulls_last(name):
    """What is not known stands last in either direction."""
    column = F(name.removeprefix("-"))
    return column.desc(nulls_last=True) if name[0] == "-" else column.asc(nulls_last=True)


class SourceFilterSet(RegisterFilterSet):
    """Sources by what they are."""

    type = WordsFilter(
        choices=Source.Type,
        label=gettext_lazy("Type"),
        help_text=gettext_lazy("What sort of source it is; any of those given."),
    )

    class Meta:
        model = PublishedSource
        fields = []


class CodeListFilterSet(RegisterFilterSet):
    """Lists of codes: few, and so without filters."""

    class Meta:
        model = PublishedCodeList
        fields = []


class EntryFilterSet(StrictFilterSet):
    """Entries of the log by what they are about."""

    kind = WordsFilter(
        choices=lambda: [(name, name) for name in kind_table.kinds()],
        label=gettext_lazy("Kind"),
        help_text=gettext_lazy("Kinds of record; any of those given."),
    )
    key = WrittenKeysFilter(
        label=gettext_lazy("Key"),
        help_text=gettext_lazy("Keys of records, public or no longer so; any of those given."),
    )
    event = WordsFilter(
        choices=Entry.Event,
        label=gettext_lazy("Event"),
        help_text=gettext_lazy("What happened to the record; any of those given."),
    )

    class Meta:
        model = Entry
        fields = []
