"""Command: fill a new register with the starting register and demonstration accounts."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from register.models import Head
from register.starting import APPROVER, EDITOR, NotNew, make_demonstration_accounts

FOUNDING_LOAD = "Founding load: the starting register, compiled from the sources that it cites."


class Command(BaseCommand):
    """Publish the starting register in an empty register; do nothing in any other."""

    help = "In a new register: make demonstration accounts, load and publish the starting register."

    def handle(self, *args, **options):
        """Start the register unless it has entries already."""
        if Head.newest().number:
            self.stdout.write("The register has entries already; nothing to start.")
            return
        try:
            self._make_accounts(settings.BITIM_DEMO_PASSWORD)
        except NotNew:
            raise CommandError(
                "This register has accounts but no entries. Load the starting register with "
                "import_register, by two of your accounts: see the operators' guide."
            ) from None
        call_command(
            "import_register",
            settings.STARTING_REGISTER_DIR,
            by=EDITOR,
            publish=True,
            approved_by=APPROVER,
            reason=FOUNDING_LOAD,
        )

    def _make_accounts(self, given):
        """Make the accounts and say the password at once: a start that fails later has told it."""
        password = make_demonstration_accounts(given)
        shown = "the password given in BITIM_DEMO_PASSWORD" if given else f"password {password}"
        self.stdout.write(f"Demonstration accounts editor, approver and admin: {shown}")
