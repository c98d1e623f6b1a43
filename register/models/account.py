"""Who works on the register: accounts and the units of the ministry they belong to."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import TextsField


class Unit(models.Model):
    """A unit of the ministry, such as a department; units form a tree.

    Its members alone see its working records: a negotiation's very title can be secret, from
    the unit above as well.
    """

    key = models.SlugField(
        _("key"),
        unique=True,
        help_text=_("A short name in Latin letters that never changes, such as treaty-law."),
    )
    names = TextsField(
        _("names"), help_text=_("The unit's name, in each language in which it has one.")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The unit above this one; leave empty for the ministry itself."),
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                name="unit_is_not_part_of_itself",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                violation_error_message=_("A unit cannot be part of itself."),
            )
        ]

    def __str__(self):
        return self.names.get("en") or self.key


class Account(AbstractUser):
    """Somebody who works on the register, or the name under which a command works."""

    units = models.ManyToManyField(
        Unit,
        related_name="members",
        blank=True,
        verbose_name=_("units"),
        help_text=_("The units whose working records this account sees and edits."),
    )
    is_demonstration = models.BooleanField(
        _("demonstration account"),
        default=False,
        help_text=_("Made for trying the register out; the admin says so on every page."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
