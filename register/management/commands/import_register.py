"""Command: read a folder in the exchange format into the register."""

from contextlib import nullcontext
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from register.exporting import NDJSON
from register.importing import import_folder
from register.management.accounts import account_named
from register.management.progress import progress_bar
from register.models import Account, Unit
from register.publishing import NotPublishable, publish
from register.revising import NotNow
from register.roles import office
from register.starting import IMPORTER


class Command(BaseCommand):
    """Import documents: each is saved and submitted, and published if somebody approves."""

    help = "Import DIR (register.ndjson and files/): save and submit every record, or publish all."

    def add_arguments(self, parser):
        """The folder, and who does what."""
        parser.add_argument("folder", metavar="DIR")
        parser.add_argument("--dry-run", action="store_true", help="report, but change nothing")
        parser.add_argument("--by", metavar="NAME", help="the account that imports (importer)")
        parser.add_argument("--unit", metavar="KEY", help="the unit for new records")
        parser.add_argument("--publish", action="store_true", help="publish all as one batch")
        parser.add_argument("--approved-by", metavar="NAME", help="the account that approves")
        parser.add_argument("--reason", default="Import.", help="the reason that entries give")

    def handle(self, *args, folder, **options):
        """Import, report, publish."""
        if not (Path(folder) / NDJSON).is_file():
            raise CommandError(f"{folder} holds no {NDJSON}.")
        approver = self._approver(options)
        with transaction.atomic() if options["dry_run"] else nullcontext():
            report = import_folder(
                folder,
                _importer(options["by"]),
                _unit(options["unit"]),
                _bar(options),
                keep_files=not options["dry_run"],
            )
            self._tell(report)
            if approver and not report.refused:
                self._publish(report, approver, options["reason"])
            if options["dry_run"]:
                transaction.set_rollback(True)
                self.stdout.write("This was a dry run: nothing was changed.")
        if report.refused:
            count = len({refusal.line for refusal in report.refused})
            raise CommandError(f"{count} record(s) refused; nothing was published.")

    def _approver(self, options):
        if not options["publish"]:
            return None
        if not options["approved_by"]:
            raise CommandError("--publish needs --approved-by NAME: a second person approves.")
        return account_named(options["approved_by"])

    def _tell(self, report):
        for refusal in report.refused:
            place = f" {refusal.field}" if refusal.field else ""
            self.stderr.write(f"line {refusal.line} {refusal.key}{place}: {refusal.reason}")
        self.stdout.write(
            f"{len(report.added)} added, {len(report.changed)} changed, "
            f"{len(report.unchanged)} unchanged, {len(report.submitted)} submitted."
        )

    def _publish(self, report, approver, reason):
        if not report.submitted:
            self.stdout.write("Nothing to publish.")
            return
        try:
            entries = publish(report.submitted, approver, reason)
        except NotPublishable as error:
            for problem in error.problems:
                self.stderr.write(f"{problem.key} {problem.path}: {problem.sentence}")
            raise CommandError(
                "The publication rules were not met; nothing was published."
            ) from error
        except (PermissionDenied, NotNow) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Published entries {entries[0].number} to {entries[-1].number}.")


def _bar(options):
    return progress_bar("Importing", "groups") if options["verbosity"] else iter


def _importer(name):
    if name:
        return account_named(name)
    account, is_new = Account.objects.get_or_create(username=IMPORTER)
    if is_new:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


def _unit(key):
    if not key:
        return office()
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise CommandError(f"There is no unit {key}.")
    return unit
