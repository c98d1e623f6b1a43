"""Command: make everything that the public reads again from the entries."""

from django.core.management.base import BaseCommand

from register.models import Head
from register.projecting import rebuild


class Command(BaseCommand):
    """Throw the published rows, names, references and period rows away and make them again."""

    help = "Make all published rows again from the entries; the result is identical."

    def handle(self, *args, **options):
        """Rebuild in one transaction."""
        rebuild()
        self.stdout.write(f"Rebuilt from {Head.newest().number} entries.")
