"""National law: what a state has enacted, and which agreements it carries out."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from organizations.models import State
from register.fields import PartialDateField, TextsField
from register.models import NestedRow, Record
from register.models.record import ref_is_unique

from .agreement import Agreement
from .title import Title, title_constraints


class Law(Record):
    """A constitution, code, law, decree or other act of one state's law, in force or not."""

    KIND = "law"

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_law"
    )

    class Form(models.TextChoices):
        """What sort of act of domestic law it is."""

        CONSTITUTION = "constitution", _("constitution")
        CODE = "code", pgettext_lazy("form of a law", "code")
        LAW = "law", _("law")
        AMENDING_LAW = "amending_law", _("amending law")
        DRAFT = "draft", _("draft")
        DECREE = "decree", _("decree")
        RESOLUTION = "resolution", _("resolution")
        OTHER = "other", _("other")

    class Status(models.TextChoices):
        """Whether it is law."""

        IN_FORCE = "in_force", _("in force")
        DRAFT = "draft", _("draft")
        REPEALED = "repealed", _("repealed")
        NOT_CONFIRMED = "not_confirmed", _("not confirmed")
        NOT_KNOWN = "not_known", _("not known")

    form = models.CharField(
        _("form"),
        max_length=20,
        choices=Form,
        help_text=_("What sort of act of domestic law it is."),
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("state"),
        help_text=_("The state whose law it is; a law cannot be published without it."),
    )
    adopted_on = PartialDateField(
        _("adopted on"), null=True, blank=True, help_text=_("The day on which it was adopted.")
    )
    published_on = PartialDateField(
        _("published on"), null=True, blank=True, help_text=_("The day on which it was printed.")
    )
    in_force_on = PartialDateField(
        _("in force on"), null=True, blank=True, help_text=_("The day from which it is in force.")
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Status,
        help_text=_("Whether it is law, as far as a source shows."),
    )
    status_note = TextsField(
        _("note on the status"),
        blank=True,
        help_text=_("What is to be said about the status, such as where it was last seen."),
    )
    address = models.CharField(
        _("address"),
        max_length=1000,
        blank=True,
        help_text=_("The web address at which its text can be read, the official one if possible."),
    )
    amends = models.ManyToManyField(
        "self",
        symmetrical=False,
        related_name="+",
        blank=True,
        verbose_name=_("amends"),
        help_text=_("The laws that this one amends."),
    )

    class Meta:
        verbose_name = _("law")
        verbose_name_plural = _("laws")


class LawTitle(Title):
    """One title of a law."""

    law = models.ForeignKey(Law, models.CASCADE, related_name="titles", verbose_name=_("law"))

    class Meta(Title.Meta):
        abstract = False
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        constraints = [ref_is_unique("law"), *title_constraints()]


class LawNumber(NestedRow):
    """A number under which a law is cited."""

    PREFIX = "number"

    law = models.ForeignKey(Law, models.CASCADE, related_name="numbers", verbose_name=_("law"))
    value = models.CharField(
        _("number"), max_length=200, help_text=_("The number as it is cited, such as ZRU-633.")
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("What the number is of, if the law has more than one."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("number")
        verbose_name_plural = _("numbers")
        constraints = [ref_is_unique("law")]


class Article(NestedRow):
    """An article of a law that matters to migration."""

    PREFIX = "article"

    law = models.ForeignKey(Law, models.CASCADE, related_name="articles", verbose_name=_("law"))
    number = models.CharField(
        _("number"), max_length=60, help_text=_("The article's number as the law writes it.")
    )
    heading = TextsField(
        _("heading"), blank=True, help_text=_("The article's heading, in each known language.")
    )
    summary = TextsField(
        _("summary"),
        multiline=True,
        blank=True,
        help_text=_("What the article says, in a sentence or two of the register's own."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [ref_is_unique("law")]


class Implementation(NestedRow):
    """What a law does about an agreement."""

    PREFIX = "implementation"

    class Relation(models.TextChoices):
        """How the law bears on the agreement."""

        IMPLEMENTS = "implements", _("implements")
        TOUCHES = "touches", _("touches on")
        CRIMINALISES = "criminalises", _("criminalises what it forbids")
        HARMONISES_WITH = "harmonises_with", _("harmonises with")
        ALIGNED_WITH = "aligned_with", _("is aligned with")

    law = models.ForeignKey(Law, models.CASCADE, related_name="implements", verbose_name=_("law"))
    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("agreement"),
        help_text=_("The agreement that the law carries out, if the register has a record of it."),
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("The agreement in words where there is no record, or what is special."),
    )
    relation = models.CharField(
        _("relation"),
        max_length=20,
        choices=Relation,
        help_text=_("How the law bears on the agreement."),
    )
    words = models.TextField(
        _("original words"),
        blank=True,
        help_text=_("The words of the source for the relation, if they say more."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("implementation")
        verbose_name_plural = _("implementations")
        constraints = [ref_is_unique("law")]


class Replacement(NestedRow):
    """An earlier law that a law replaces."""

    PREFIX = "replaced"

    later = models.ForeignKey(
        Law, models.CASCADE, related_name="replaces", verbose_name=_("replaced by")
    )
    law = models.ForeignKey(
        Law,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("replaced law"),
        help_text=_("The law that is replaced, if the register has a record of it."),
    )
    text = TextsField(
        _("in words"), blank=True, help_text=_("The replaced law in words, where there is none.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("replaced law")
        verbose_name_plural = _("replaced laws")
        constraints = [
            ref_is_unique("later"),
            models.CheckConstraint(
                name="agreements_law_does_not_replace_itself",
                condition=models.Q(law__isnull=True) | ~models.Q(law=models.F("later")),
                violation_error_message=_("A law cannot replace itself."),
            ),
        ]


class Edition(NestedRow):
    """A later edition of a law."""

    PREFIX = "edition"

    law = models.ForeignKey(Law, models.CASCADE, related_name="editions", verbose_name=_("law"))
    adopted_on = PartialDateField(
        _("adopted on"), null=True, blank=True, help_text=_("The day on which it was adopted.")
    )
    in_force_on = PartialDateField(
        _("in force on"), null=True, blank=True, help_text=_("The day from which it is in force.")
    )
    number = models.CharField(
        _("number"), max_length=200, blank=True, help_text=_("The number of the amending act.")
    )
    text = TextsField(
        _("in words"),
        blank=True,
        help_text=_("What the edition changed, or what is to be said about it."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [ref_is_unique("law")]
