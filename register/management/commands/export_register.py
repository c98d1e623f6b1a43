"""Command: write the published register to a folder."""

from django.core.management.base import BaseCommand

from register.exporting import export
from register.management.progress import progress_bar


class Command(BaseCommand):
    """Write register.ndjson and files/<sha256>: all that is public, in the exchange format."""

    help = "Write every published document and file to DIR in the exchange format."

    def add_arguments(self, parser):
        """The folder."""
        parser.add_argument("folder", metavar="DIR")

    def handle(self, *args, folder, **options):
        """Export, with a progress bar."""
        count = export(folder, progress_bar("Exporting", "records"))
        self.stdout.write(f"{count} records written to {folder}.")
