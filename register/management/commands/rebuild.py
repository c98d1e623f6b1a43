"""Command: make again, from the entries, what the public reads or searches."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.module_loading import import_string

from register.models import Head
from register.projecting import rebuild

ROWS = "rows"


class Command(BaseCommand):
    """Throw away what is made from the entries and make it again.

    Without a word the published rows, names, references and period rows; with one, what the
    setting REGISTER_INDEXES names so.
    """

    help = "Make all published rows again from the entries, or with “search” the search index."

    def add_arguments(self, parser):
        """What to make again."""
        choices = [ROWS, *settings.REGISTER_INDEXES]
        parser.add_argument("what", nargs="?", choices=choices, default=ROWS)

    def handle(self, *args, what, **options):
        """Rebuild, and say from how much."""
        if what == ROWS:
            rebuild()
            self.stdout.write(f"Rebuilt from {Head.newest().number} entries.")
        else:
            count = import_string(settings.REGISTER_INDEXES[what])()
            self.stdout.write(f"Rebuilt the {what} index of {count} records.")
