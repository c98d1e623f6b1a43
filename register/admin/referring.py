"""What an account may refer to, and how a reference is asked for."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.utils.translation import gettext_lazy as _

from register.models import Code, PublishedName, Record

from .naming import name_of, name_path, publicly_called, with_names, with_own_names


def referable(model, account, keys=()):
    """Records (or codes) that the account may refer to.

    Those it sees, those that are public whatever their unit, and those under `keys`, to which
    the record refers already. Each is told how `name_of` may call it.
    """
    public = PublishedName.objects.filter(said_until=None).values("key")
    seen = Record.objects.visible_to(account).values("pk")
    owner = "code_list__in" if issubclass(model, Code) else "pk__in"
    records = model.objects.alias(public_name=name_path(model)).filter(
        Q(**{owner: seen}) | Q(public_name__in=public) | Q(public_name__in=keys)
    )
    return with_own_names(records, account)


def is_pk(value):
    """Whether what was posted can be the number of a row; a longer one no database knows."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) < 18


class ReferableAdmin:
    """What the admins of records and of codes do for those who refer to them."""

    def label_of(self, obj):
        """What an account that sees the working copy calls it in lists of choices."""
        return str(obj)

    def called(self, obj):
        """What the account of the request that asked for it calls it in lists of choices."""
        return name_of(obj, self.label_of)

    def search(self, request, records, term):
        """Those of the referable records that the words lead to.

        What the account sees is searched in the fields of its working copy, anything else by what
        is public of it: a search must not tell what a draft holds.
        """
        seen, _doubles = self.get_search_results(request, records.filter(own_is_seen=True), term)
        public = publicly_called(term).values("key")
        return records.filter(
            Q(pk__in=seen.values("pk")) | Q(own_is_seen=False, own_name__in=public)
        )


class LabelledChoice(ModelChoiceField):
    """A choice of one record, called what its own admin calls it."""

    def to_python(self, value):
        """The record; what cannot be the number of one is refused before the database is asked."""
        is_asked = value not in self.empty_values and not isinstance(value, self.queryset.model)
        if is_asked and not is_pk(value):
            sentence = self.error_messages["invalid_choice"]
            raise ValidationError(sentence, "invalid_choice", {"value": value})
        return super().to_python(value)

    def __init__(self, *args, label_of=str, **options):
        super().__init__(*args, **options)
        self.label_of = label_of

    def label_from_instance(self, obj):
        """What the record is called in lists of choices."""
        return self.label_of(obj)


class LabelledChoices(ModelMultipleChoiceField):
    """A choice of several records, called what their own admin calls them."""

    def clean(self, value):
        """The records; what cannot be the number of one is refused likewise."""
        for each in value or ():
            if not is_pk(each):
                sentence = self.error_messages["invalid_pk_value"]
                raise ValidationError(sentence, "invalid_pk_value", {"pk": each})
        return super().clean(value)

    def __init__(self, *args, label_of=str, **options):
        super().__init__(*args, **options)
        self.label_of = label_of

    def label_from_instance(self, obj):
        """What the record is called in lists of choices."""
        return self.label_of(obj)


class SharedSelect(AutocompleteSelect):
    """A choice by search whose copies, one in each row, share what they know of labels.

    Without it every row of a page would ask the database for the label of its own choice.
    """

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.known = {}

    def learn(self, values):
        """Fetch the labels of all these values at once."""
        wanted = {str(value) for value in values if value} - set(self.known)
        if wanted:
            field = self.choices.field
            for found in self.choices.queryset.filter(pk__in=wanted):
                self.known[str(found.pk)] = field.label_from_instance(found)

    def optgroups(self, name, value, attr=None):
        """The empty choice and the chosen one."""
        chosen = [str(each) for each in value if is_pk(each)]
        self.learn(chosen)
        options = [] if self.is_required else [("", "")]
        options += [(each, self.known[each]) for each in chosen if each in self.known]
        made = [
            self.create_option(name, key, label, set(chosen), index)
            for index, (key, label) in enumerate(options)
        ]
        return [(None, made, 0)]


class SeveralSelect(AutocompleteSelectMultiple):
    """A choice of several by search."""

    def optgroups(self, name, value, attr=None):
        """The chosen ones, without what cannot be one."""
        return super().optgroups(name, [each for each in value if is_pk(each)], attr)


class Referring:
    """What every form of the working copy does about references.

    `siblings` says for references to rows of the same record which of their references to fetch
    with them, if any, and how they are called: {"participant": (["actor"], function)}.
    """

    siblings = {}

    def get_autocomplete_fields(self, request):
        """Everything that points at records or codes is chosen by search."""
        fields = (*self.model._meta.fields, *self.model._meta.many_to_many)
        return [field.name for field in fields if field.editable and self._is_outward(field)]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A choice among what the account may refer to, or among the rows of this record."""
        if db_field.name in self.siblings:
            return self._sibling_field(db_field, request, **kwargs)
        if self._is_outward(db_field):
            kwargs["widget"] = SharedSelect(db_field, self.admin_site)
            kwargs |= self._choice(db_field, request, LabelledChoice)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """A choice of several among what the account may refer to."""
        if self._is_outward(db_field):
            kwargs["widget"] = SeveralSelect(db_field, self.admin_site)
            kwargs |= self._choice(db_field, request, LabelledChoices)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """A choice that begins empty: a word that nobody chose must not get into the register."""
        if not db_field.has_default():
            blank = [("", _("Choose …") if not db_field.blank else _("not said"))]
            kwargs["choices"] = db_field.get_choices(blank_choice=blank)
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    @staticmethod
    def _is_outward(field):
        related = field.related_model
        return bool(related) and not field.primary_key and issubclass(related, Record | Code)

    def _choice(self, db_field, request, form_class):
        target = self.admin_site.get_model_admin(db_field.related_model)
        return {
            "form_class": form_class,
            "queryset": target.referable(request),
            "label_of": target.called,
        }

    def _sibling_field(self, db_field, request, **kwargs):
        related, label_of = self.siblings[db_field.name]
        rows = db_field.related_model.objects.none()
        if request.editing.record:
            rows = request.editing.rows_of(db_field.related_model)
            rows = with_names(rows, request.user, *related)
        kwargs |= {"form_class": LabelledChoice, "queryset": rows, "label_of": label_of}
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        # Read once for all rows of the form, each of which gets a copy of the field.
        field.choices = list(field.choices)
        return field
