"""Command: walk the hash chain and say what does not hold."""

from django.core.management.base import BaseCommand, CommandError

from register.models import Entry, Head
from register.verifying import broken_entries


class Command(BaseCommand):
    """Verify every entry of the register, or that it still contains a head that somebody kept."""

    help = "Walk the chain of entries and name every entry that is not what it was."

    def add_arguments(self, parser):
        """One option: a head to compare with."""
        parser.add_argument(
            "--head", metavar="N:HASH", help="a head kept earlier, as printed on every page"
        )

    def handle(self, *args, head=None, **options):
        """Print every fault; fail if there is one."""
        faults = list(broken_entries())
        if head:
            faults += self._faults_against(head)
        for number, sentence in faults:
            self.stderr.write(f"Entry {number}: {sentence}.")
        if faults:
            raise CommandError(f"The register does not verify: {len(faults)} fault(s).")
        newest = Head.newest()
        self.stdout.write(f"{newest.number} entries verified. Head {newest}")

    def _faults_against(self, kept):
        number, _colon, digest = kept.partition(":")
        if not number.isdecimal() or len(digest) != 64:
            raise CommandError("Write the head as N:HASH, as it stands at the foot of every page.")
        entry = Entry.objects.filter(number=int(number)).first()
        if entry is None:
            return [(int(number), "there is no such entry")]
        return [] if entry.head == digest else [(entry.number, "its head is not the one kept")]
