"""Command: answer settled reports that were not answered yet, and erase addresses; for cron."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from catalogue.answering import answer_all, forget


class Command(BaseCommand):
    """Send what a mail server refused when reports were settled, and erase old addresses."""

    help = "Send the answers to settled reports that are still due, and erase readers' addresses."

    def handle(self, *args, **options):
        """Send, erase, and say how many."""
        now = timezone.now()
        sent, refused = answer_all(now)
        erased = forget(now)
        self.stdout.write(f"{sent} answer(s) sent, {refused} refused, {erased} address(es) erased.")
