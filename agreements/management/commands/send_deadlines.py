"""Command: tell curators by e-mail of the dates that come; for cron, once a day."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from agreements.deadlines import send_deadlines


class Command(BaseCommand):
    """Send every curator one message with the dates of which nobody has told them yet."""

    help = "Tell every curator of the coming dates of their unit's agreements, each once."

    def add_arguments(self, parser):
        """How far ahead."""
        parser.add_argument("--days", type=int, default=90, help="how far ahead to look (90)")

    def handle(self, *args, days, **options):
        """Send, and say how many."""
        now = timezone.now()
        sent, refused = send_deadlines(timezone.localdate(now), timedelta(days), now)
        self.stdout.write(f"{sent} message(s) sent, {refused} refused.")
