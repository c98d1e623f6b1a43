"""What the public reads of projects."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models.published import SORTED_LENGTH, earliest_day, title_to_sort_by
from register.models import PublishedRow


class PublishedProject(PublishedRow):
    """A published project."""

    KIND = "project"

    title = models.CharField(_("title to sort by"), max_length=SORTED_LENGTH)
    status = models.CharField(_("status"), max_length=20)
    services = models.TextField(_("services, each between line breaks"))
    starts_on = models.DateField(_("starts on"), null=True)

    class Meta(PublishedRow.Meta):
        indexes = [
            *PublishedRow.Meta.indexes,
            models.Index(fields=["said_until", "title", "key"], name="projects_by_title"),
        ]

    @classmethod
    def columns_of(cls, document):
        """The title to sort by, the status, the services and the first day of the start."""
        return {
            "title": title_to_sort_by(document),
            "status": document["status"],
            "services": "".join(f"\n{row['service']}\n" for row in document["services"]),
            "starts_on": earliest_day([document["actual_start"] or document["planned_start"]]),
        }
