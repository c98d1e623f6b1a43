"""Lists of codes that others keep: GCM objectives, SDG targets, DAC purpose codes, UN M49."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import TextsField

from .record import NestedRow, Record, ref_is_unique


class CodeList(Record):
    """One version of a list of codes that somebody outside the register keeps."""

    KIND = "code_list"

    names = TextsField(_("names"), help_text=_("What the list is called."))
    issuer = models.CharField(
        _("issuer"), max_length=200, blank=True, help_text=_("Who keeps the list.")
    )
    version = models.CharField(
        _("version"),
        max_length=100,
        blank=True,
        help_text=_("Which version of the list this is, in the issuer's own words."),
    )

    class Meta:
        verbose_name = _("code list")
        verbose_name_plural = _("code lists")

    def __str__(self):
        return self.names.get("en") or self.key


class Code(NestedRow):
    """One code of a list, with what it means."""

    PREFIX = "code"

    code_list = models.ForeignKey(
        CodeList, models.CASCADE, related_name="codes", verbose_name=_("code list")
    )
    code = models.CharField(
        _("code"), max_length=40, help_text=_("The code exactly as the issuer writes it.")
    )
    parent = models.CharField(
        _("parent"),
        max_length=40,
        blank=True,
        help_text=_("The code above it in the list, if any."),
    )
    names = TextsField(_("names"), help_text=_("What the code means."))

    class Meta(NestedRow.Meta):
        verbose_name = _("code")
        verbose_name_plural = _("codes")
        constraints = [
            ref_is_unique("code_list"),
            models.UniqueConstraint(
                fields=["code_list", "code"], name="register_code_stands_once_in_its_list"
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.names.get('en', '')}".strip()
