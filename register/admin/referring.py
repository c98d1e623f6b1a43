"""What an account may refer to, and how a reference is asked for."""

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Q
from django.forms import ModelChoiceField, ModelMultipleChoiceField
from django.utils.translation import gettext_lazy as _

from register.models import Code, PublishedName, Record


def referable(model, account, keys=()):
    """Records (or codes) that the account may refer to.

    Those it sees, those that are public whatever their unit, and those under `keys`, to which
    the record refers already.
    """
    public = PublishedName.objects.filter(said_until=None).values("key")
    records = Record.objects.filter(
        Q(unit__in=account.units.values("pk"))
        | Q(shown_to=account.pk)
        | Q(key__in=public)
        | Q(key__in=keys)
    )
    field = "code_list__in" if issubclass(model, Code) else "pk__in"
    return model.objects.filter(**{field: records.values("pk")})


class LabelledChoice(ModelChoiceField):
    """A choice of one record, called what its own admin calls it."""

    def __init__(self, *args, label_of=str, **options):
        super().__init__(*args, **options)
        self.label_of = label_of

    def label_from_instance(self, obj):
        """What the record is called in lists of choices."""
        return self.label_of(obj)


class LabelledChoices(ModelMultipleChoiceField):
    """A choice of several records, called what their own admin calls them."""

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
        chosen = [str(each) for each in value if str(each).isdecimal()]
        self.learn(chosen)
        options = [] if self.is_required else [("", "")]
        options += [(each, self.known[each]) for each in chosen if each in self.known]
        made = [
            self.create_option(name, key, label, set(chosen), index)
            for index, (key, label) in enumerate(options)
        ]
        return [(None, made, 0)]


class Referring:
    """What every form of the working copy does about references.

    `siblings` says for references to rows of the same record which of their references to fetch
    with them and how they are called: {"participant": ("actor", function)}.
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
            "label_of": target.label_of,
        }

    def _sibling_field(self, db_field, request, **kwargs):
        related, label_of = self.siblings[db_field.name]
        rows = db_field.related_model.objects.none()
        if request.editing.record:
            rows = request.editing.rows_of(db_field.related_model).select_related(related)
        kwargs |= {"form_class": LabelledChoice, "queryset": rows, "label_of": label_of}
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        # Read once for all rows of the form, each of which gets a copy of the field.
        field.choices = list(field.choices)
        return field
