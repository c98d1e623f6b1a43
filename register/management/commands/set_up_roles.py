"""Command: make the groups of editors and approvers."""

from django.core.management.base import BaseCommand

from register.roles import APPROVERS, EDITORS, set_up_roles


class Command(BaseCommand):
    """Make the two groups, or give them again the permissions that belong to them."""

    help = "Make the groups Editors and Approvers with their permissions."

    def handle(self, *args, **options):
        """Set up the groups."""
        set_up_roles()
        self.stdout.write(f"The groups {EDITORS} and {APPROVERS} are ready.")
