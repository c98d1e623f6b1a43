"""Whoever can take part in an agreement, and what else it has been called."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, PartialDatesInOrder, TextsField
from register.models import NestedRow, Record
from register.models.record import ref_is_unique
from register.texts import LANGUAGE, text_in

LANGUAGE_CODE = RegexValidator(
    rf"^(?:{LANGUAGE.pattern})\Z",
    _("Write the ISO 639 code of the language in two or three small letters, or uz-Cyrl."),
)


class Actor(Record):
    """A state or an organization: whoever can be a party, a member, a funder.

    The one supertype that participants, members and partners point at.
    """

    # Named, here and below, so that records may have fields called `actor` and `state`.
    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_actor"
    )
    names = TextsField(
        _("names"),
        help_text=_("The short name, in each language in which the register gives it."),
    )

    class Meta:
        verbose_name = _("state or organization")
        verbose_name_plural = _("states and organizations")

    def __str__(self):
        shown = text_in(self.names, "en")
        return shown[1] if shown else self.key


class Alias(NestedRow):
    """Another name by which a state or an organization is or was known."""

    PREFIX = "alias"

    actor = models.ForeignKey(
        Actor, models.CASCADE, related_name="aliases", verbose_name=_("state or organization")
    )
    language = models.CharField(
        _("language"),
        max_length=20,
        validators=[LANGUAGE_CODE],
        help_text=_("The ISO 639 code of the language of this name, such as ru."),
    )
    text = models.CharField(
        _("name"),
        max_length=300,
        help_text=_("The other name, as it is written in that language."),
    )
    from_on = PartialDateField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("The day from which this name was used, as exactly as known."),
    )
    until_on = PartialDateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The day until which this name was used; leave empty if it still is."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            ref_is_unique("actor"),
            models.CheckConstraint(
                name="organizations_alias_has_a_language",
                condition=~models.Q(language=""),
                violation_error_message=_("Say in which language this name is."),
            ),
            PartialDatesInOrder(
                name="organizations_alias_ends_after_it_begins",
                earlier="from_on",
                later="until_on",
                violation_error_message=_("The name is used until a day before it is used from."),
            ),
        ]

    def __str__(self):
        return self.text
