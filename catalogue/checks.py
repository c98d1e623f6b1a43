"""What `manage.py check` says about the catalogue's own folders."""

from django.conf import settings
from django.core.checks import Warning as CheckWarning
from django.core.checks import register

from catalogue.search.following import follower


@register
def search_directory_can_be_written(app_configs, **options):
    """The search index has to be kept somewhere."""
    if follower().can_write():
        return []
    return [
        CheckWarning(
            f"The search index cannot be written to {settings.SEARCH_DIR}.",
            hint="Let the register's processes write there; until then every process keeps an "
            "index of its own in memory, and a large register cannot be searched.",
            id="catalogue.W001",
        )
    ]
