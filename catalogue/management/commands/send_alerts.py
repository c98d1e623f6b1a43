"""Command: tell the public by e-mail of what it asked to be told of; for cron."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from catalogue.alerting import send_alerts
from catalogue.freshness import register_day


class Command(BaseCommand):
    """Send every confirmed alert what is new for it, in one message."""

    help = "Send the public's alerts: what was published since, and what is coming up."

    def handle(self, *args, **options):
        """Send, and say how many."""
        now = timezone.now()
        sent, refused = send_alerts(register_day(now), now)
        self.stdout.write(f"{sent} message(s) sent, {refused} refused.")
