"""Command: forget an e-mail address, with all that it asked to be told of."""

from django.core.management.base import BaseCommand

from catalogue.models import Alert, ErrorReport


class Command(BaseCommand):
    """Delete every alert of an address and take it out of reports, as its owner may ask."""

    help = "Forget an e-mail address: its alerts are deleted, its reports stay without it."

    def add_arguments(self, parser):
        """The address."""
        parser.add_argument("address", metavar="ADDRESS")

    def handle(self, *args, address, **options):
        """Forget it, and say where it was."""
        alerts, _each = Alert.objects.filter(address__iexact=address).delete()
        reports = ErrorReport.objects.filter(address__iexact=address).update(address="")
        self.stdout.write(f"{alerts} alert(s) forgotten.")
        self.stdout.write(f"{reports} report(s) no longer have the address.")
