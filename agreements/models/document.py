"""The texts of an agreement that the register holds or points at."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models.actor import LANGUAGE_CODE
from register.fields import PartialDateField
from register.files import DigestField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .agreement import Agreement

# RFC 6838, section 4.2, in small letters and without parameters.
MEDIA_TYPE = RegexValidator(
    r"^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\Z",
    _("Write a media type in small letters and without parameters, such as application/pdf."),
)


class Document(NestedRow):
    """One text of an agreement: a file that the register keeps, an address, or both."""

    PREFIX = "document"

    class Type(models.TextChoices):
        """What the text is worth."""

        CERTIFIED_COPY = "certified_copy", _("certified true copy")
        AUTHENTIC_TEXT = "authentic_text", _("authentic text")
        TRANSLATION = "translation", _("translation")
        SCAN = "scan", _("scan")
        WEB_PAGE = "web_page", _("web page")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="documents", verbose_name=_("agreement")
    )
    type = models.CharField(
        _("type"), max_length=20, choices=Type, help_text=_("What the text is worth to a lawyer.")
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        validators=[LANGUAGE_CODE],
        help_text=_("The ISO 639 code of its language; empty if it has several."),
    )
    title = models.CharField(
        _("title"), max_length=500, blank=True, help_text=_("What the document is called.")
    )
    sha256 = DigestField(
        _("digest of the file"),
        help_text=_("The SHA-256 digest under which the register keeps the file."),
    )
    media_type = models.CharField(
        _("media type"),
        max_length=100,
        blank=True,
        validators=[MEDIA_TYPE],
        help_text=_("The type of the file, such as application/pdf."),
    )
    size = models.BigIntegerField(
        _("size"), null=True, blank=True, help_text=_("The size of the file in bytes.")
    )
    address = models.CharField(
        _("address"), max_length=1000, blank=True, help_text=_("Where it was found on the web.")
    )
    retrieved_on = PartialDateField(
        _("retrieved on"), null=True, blank=True, help_text=_("The day on which it was fetched.")
    )
    text = models.TextField(
        _("text"), blank=True, help_text=_("The text taken out of the file, to be searched.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            ref_is_unique("agreement"),
            models.CheckConstraint(
                name="agreements_document_size_is_not_below_zero",
                condition=models.Q(size__isnull=True) | models.Q(size__gte=0),
                violation_error_message=_("A file cannot be smaller than nothing."),
            ),
            models.CheckConstraint(
                name="agreements_document_is_a_file_or_an_address",
                condition=~models.Q(sha256="", address=""),
                violation_error_message=_("A document has a file or an address."),
            ),
        ]
