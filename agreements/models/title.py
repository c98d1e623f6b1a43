"""What a record is called, in whose words and in which language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models.actor import LANGUAGE_CODE
from register.models import NestedRow


class Title(NestedRow):
    """One title in one language. Every kind that has titles makes its own table of them."""

    PREFIX = "title"

    class Type(models.TextChoices):
        """Whose words a title is in."""

        OFFICIAL = "official", _("official")
        WORKING_TRANSLATION = "working_translation", _("working translation")
        DESCRIPTIVE = "descriptive", _("descriptive, the register's own")
        SHORT = "short", _("short")

    type = models.CharField(
        _("type"),
        max_length=20,
        choices=Type,
        help_text=_(
            "Official: the words of the authentic text or of the depositary. Working translation: "
            "a translation nobody has adopted. Descriptive: the register's own words. Short: what "
            "people call it."
        ),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        validators=[LANGUAGE_CODE],
        help_text=_("The ISO 639 code of the title's language, such as en, ru, uz or uz-Cyrl."),
    )
    text = models.TextField(_("title"), help_text=_("The title, exactly as it is written there."))
    note = models.CharField(
        _("note"),
        max_length=500,
        blank=True,
        help_text=_("Where the wording comes from, if a reader may wonder."),
    )

    class Meta(NestedRow.Meta):
        abstract = True


def title_constraints():
    """What holds for the titles of every kind: words, and the language that they are in."""
    return [
        models.CheckConstraint(
            name="%(app_label)s_%(class)s_has_a_language",
            condition=~models.Q(language=""),
            violation_error_message=_("Say in which language the title is."),
        ),
        models.CheckConstraint(
            name="%(app_label)s_%(class)s_has_words",
            condition=~models.Q(text=""),
            violation_error_message=_("A title has words."),
        ),
    ]
