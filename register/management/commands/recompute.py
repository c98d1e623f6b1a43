"""Command: list what today's rules would answer differently, and enter it once approved."""

import json

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from register.management.accounts import account_named
from register.recomputing import recompute, recomputed
from register.revising import NotNow

# As many changes of one record as are listed; the rest is counted.
_LISTED = 12


class Command(BaseCommand):
    """Compare every stored reading with what today's rules make of the same record."""

    help = (
        "List every record that today's rules read differently from what is stored; with "
        "--approved-by, enter the new readings. Past answers stay what they were."
    )

    def add_arguments(self, parser):
        """Who approves, and why."""
        parser.add_argument("--approved-by", metavar="NAME", help="the account that approves")
        parser.add_argument("--reason", default="", help="the reason that the entries give")

    def handle(self, *args, approved_by=None, reason="", **options):
        """List the differences, or enter them."""
        if approved_by:
            self._enter(account_named(approved_by), reason)
            return
        count = 0
        for found in recomputed():
            count += 1
            self.stdout.write(f"{found.kind} {found.key}")
            self._tell(list(differences(found.before or {}, found.after)))
        if count:
            self.stdout.write(f"{count} record(s) differ. Nothing was changed.")
        else:
            self.stdout.write("Every stored reading is what today's rules give.")

    def _tell(self, changes):
        for path, before, after in changes[:_LISTED]:
            self.stdout.write(f"  {path}: {before} → {after}")
        if len(changes) > _LISTED:
            self.stdout.write(f"  … and {len(changes) - _LISTED} more")

    def _enter(self, approver, reason):
        try:
            entries = recompute(approver, reason)
        except (PermissionDenied, NotNow) as error:
            raise CommandError(str(error)) from error
        if entries:
            first, last = entries[0].number, entries[-1].number
            self.stdout.write(f"Entered {len(entries)} reading(s) as {first} to {last}.")
        else:
            self.stdout.write("Every stored reading is what today's rules give.")


def differences(before, after, path=""):
    """Every place at which two readings differ, with both values as JSON would write them."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in [*after, *(name for name in before if name not in after)]:
            yield from differences(before.get(name), after.get(name), f"{path}/{name}".lstrip("/"))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, pair in enumerate(zip(before, after, strict=True)):
            yield from differences(*pair, f"{path}/{number}")
    elif before != after:
        yield path, _short(before), _short(after)


def _short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 160 else f"{text[:160]}…"
