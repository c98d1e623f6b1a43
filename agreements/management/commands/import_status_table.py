"""Command: take a depositary's participant table over into an agreement, or look tables through."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agreements.models import Agreement
from agreements.status_tables import Reason, read_table
from agreements.status_tables.encodings import NotText, decoded
from agreements.status_tables.plan import Verdict, plan_of
from agreements.taking_over import cited_as, left_over, public_names, take_over
from register.documents import dump
from register.loading import Refused
from register.management.accounts import account_named
from register.models import Source
from register.partial_dates import NotAPartialDate, PartialDate

NO_RECORD = {"participants": [], "acts": [], "citations": [], "remarks": []}
# As many of a kind as are named; the rest is counted.
NAMED = 10


class Command(BaseCommand):
    """Read FILE and keep what is new in it as one revision; with --check, only look at a folder."""

    help = (
        "Take the participant table FILE over into AGREEMENT as one revision, cited to SOURCE; or "
        "with --check DIR tell of every table in a folder what could not be read."
    )

    def add_arguments(self, parser):
        """Which table into which agreement, on whose word, by whom."""
        parser.add_argument("agreement", metavar="AGREEMENT", nargs="?", help="the agreement's key")
        parser.add_argument("file", metavar="FILE", nargs="?", help="the table, as text")
        parser.add_argument("--check", metavar="DIR", help="look through the tables of a folder")
        parser.add_argument("--source", metavar="KEY", help="the source that the table is")
        parser.add_argument("--as-at", metavar="DAY", help="the day of the table's status")
        parser.add_argument("--parties", type=int, help="how many parties the depositary counts")
        parser.add_argument("--by", metavar="NAME", help="the account that saves")
        parser.add_argument("--dry-run", action="store_true", help="tell, but save nothing")

    def handle(self, *args, **options):
        """Take over, or look through."""
        if options["check"]:
            self._check(Path(options["check"]))
            return
        missing = [
            name for name in ("agreement", "file", "source", "as_at", "by") if not options[name]
        ]
        if missing:
            raise CommandError(f"Give {', '.join(missing)}; or --check DIR.")
        self._take_over(options)

    def _take_over(self, options):
        agreement = Agreement.objects.filter(key=options["agreement"]).first()
        source = Source.objects.filter(key=options["source"]).first()
        if agreement is None or source is None:
            key = options["agreement"] if agreement is None else options["source"]
            raise CommandError(f"There is no record {key} of this sort.")
        account, as_at = account_named(options["by"]), _day(options["as_at"])
        plan = plan_of(read_table(_text(options["file"])), dump(agreement), public_names())
        self._tell(plan)
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing was saved.")
            return
        try:
            revision = take_over(
                agreement, plan, cited_as(source, as_at), account, parties=options["parties"]
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        saved = f"Saved as revision {revision.number}." if revision else "The record has it all."
        self.stdout.write(saved)

    def _tell(self, plan):
        counts = ", ".join(f"{count} {verdict}" for verdict, count in plan.counts.items() if count)
        self.stdout.write(f"{len(plan.rows)} participants; acts: {counts or 'none'}.")
        for row, planned in plan.acts(Verdict.DIFFERS):
            days = f"{planned.recorded['done_on']} on record, {planned.act.done_on} in the table"
            self.stdout.write(f"  {row.match.key} {planned.act.type}: {days}; left as it is")
        for line in left_over(plan):
            self.stdout.write(f"  {line}")

    def _check(self, folder):
        """Tell of every file what was read, and what was not; fail if anything was not."""
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder.")
        names, total, faulty = public_names(), Counter(), 0
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            try:
                table = read_table(_text(path))
            except CommandError as error:
                self.stdout.write(str(error))
                faulty += 1
                continue
            plan = plan_of(table, NO_RECORD, names)
            faults = _faults(plan)
            faulty += bool(faults.keys() - {Reason.BEFORE_HEADS})
            total.update(rows=len(plan.rows), acts=sum(plan.counts.values()), files=1)
            self.stdout.write(f"{path.name}: {len(plan.rows)} participants, {_said(faults)}")
        rows, acts, files = total["rows"], total["acts"], total["files"]
        self.stdout.write(f"{files} tables, {rows} participants, {acts} acts.")
        if faulty:
            raise CommandError(f"{faulty} file(s) were not read whole.")


def _faults(plan):
    """What could not be read or matched in a table, by the reason, in words."""
    faults = {}
    for each in plan.unread:
        faults.setdefault(str(each.reason), []).append(each.text)
    unmatched = [row.row.printed for row in plan.rows if row.match.key is None]
    if unmatched:
        faults["not_matched"] = unmatched
    return faults


def _said(faults):
    if not faults:
        return "all read"
    return "; ".join(
        f"{reason} {len(found)}: {', '.join(found[:NAMED])}{' …' if len(found) > NAMED else ''}"
        for reason, found in faults.items()
    )


def _text(path):
    try:
        return decoded(Path(path).read_bytes())
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except NotText as error:
        raise CommandError(f"{path} is not a text.") from error


def _day(text):
    try:
        return str(PartialDate.parse(text))
    except NotAPartialDate as error:
        raise CommandError(f"“{text}” is not a day: write it as 2015-03-14.") from error
