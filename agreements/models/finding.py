"""Findings of the data rules, as the register said them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.models.projection import Said, SaidQuerySet


class FindingQuerySet(SaidQuerySet):
    """What the data rules found in agreements."""

    def on(self, day):
        """The findings that count on a day: what grows old is found in advance."""
        return self.filter(from_day__lte=day)


class PublishedFinding(Said):
    """Something that looks wrong, weak or unfinished in a published agreement.

    `rule` is the name of a data rule, `path` the place in the document, `params` a JSON object of
    what is put into the rule's sentence. It counts from `from_day` on.
    """

    agreement = models.CharField(_("agreement"), max_length=120)
    rule = models.CharField(_("rule"), max_length=60)
    path = models.CharField(_("path"), max_length=200)
    from_day = models.DateField(_("counts from"))
    params = models.TextField(_("parameters"))

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["rule", "agreement", "path"]
        indexes = [
            models.Index(
                fields=["said_until", "rule", "agreement", "from_day"],
                name="agreements_findings_by_rule",
            ),
            models.Index(
                fields=["agreement", "said_until", "rule"], name="agreements_findings_of_one"
            ),
        ]

    def __str__(self):
        return f"{self.agreement} {self.rule} {self.path}"
