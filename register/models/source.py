"""On whose word a fact stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, TextsField

from .record import Record


class Source(Record):
    """Where a fact was found: a depositary's table, a gazette, a page, an article."""

    KIND = "source"

    class Type(models.TextChoices):
        """What sort of source it is; general knowledge never counts as verification."""

        DEPOSITARY = "depositary", _("depositary's record")
        OFFICIAL = "official", _("official record or page")
        GAZETTE = "gazette", _("official gazette")
        LEGAL_TEXT = "legal_text", _("text of a law or agreement")
        DATASET = "dataset", _("data set")
        PRESS = "press", _("press")
        ARTICLE = "article", _("scholarly article")
        BOOK = "book", _("book")
        REPORT = "report", _("report")
        WEB = "web", _("other page")
        CODELIST = "codelist", _("code list")
        KNOWLEDGE = "knowledge", _("general knowledge, no source consulted")

    type = models.CharField(
        _("type"),
        max_length=20,
        choices=Type,
        help_text=_(
            "What sort of source this is; readers weigh a depositary and a press note differently."
        ),
    )
    title = TextsField(
        _("title"), help_text=_("What the source is called, or what it is, in a sentence.")
    )
    reference = models.TextField(
        _("reference"), blank=True, help_text=_("The full bibliographic reference, if it has one.")
    )
    author = models.CharField(
        _("author"), max_length=300, blank=True, help_text=_("Who wrote it, if somebody is named.")
    )
    publisher = models.CharField(
        _("publisher"), max_length=300, blank=True, help_text=_("Who published it.")
    )
    published_on = PartialDateField(
        _("published on"),
        null=True,
        blank=True,
        help_text=_("The day it was published, as exactly as known."),
    )
    address = models.CharField(
        _("address"),
        max_length=1000,
        blank=True,
        help_text=_("Where it can be read: a web address or a DOI."),
    )
    language = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        help_text=_("The ISO 639 code of its language, such as ru."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=100,
        blank=True,
        help_text=_("Under which licence it may be used, such as CC BY 4.0."),
    )
    how_seen = models.TextField(
        _("how it was seen"),
        blank=True,
        help_text=_("Whether it was read whole, in excerpt, or not at all."),
    )
    seen_on = PartialDateField(
        _("seen on"), null=True, blank=True, help_text=_("The day on which somebody looked at it.")
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title.get("en") or next(iter(self.title.values()), self.key)
