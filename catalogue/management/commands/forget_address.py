"""Command: forget an e-mail address, with all that it asked to be told of."""

from django.core.management.base import BaseCommand

from catalogue.models import Alert


class Command(BaseCommand):
    """Delete every alert of an address, as somebody may ask of the operator."""

    help = "Forget an e-mail address and all alerts that it asked for."

    def add_arguments(self, parser):
        """The address."""
        parser.add_argument("address", metavar="ADDRESS")

    def handle(self, *args, address, **options):
        """Delete, and say how many."""
        count, _each = Alert.objects.filter(address__iexact=address).delete()
        self.stdout.write(f"{count} alert(s) forgotten.")
