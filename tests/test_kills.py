"""kill -9 at any moment of import or publishing leaves no half record and no gap."""

import signal

import pytest

from register.canonical import canonical
from tests.factories import citation, source_document
from tests.installations import finished, installation

KILLS = 30
RECORDS = 40

# Checks what the last process left, then imports and publishes, killed after the given statement.
DRIVER = """
import os, signal, sys
import django

django.setup()

from django.core.management import call_command
from django.db import connection
from register.canonical import canonical
from register.documents import dump
from register.models import Entry, PublishedSource, Source
from register.verifying import broken_entries

folder, records, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
assert not list(broken_entries()), list(broken_entries())
numbers = list(Entry.objects.values_list("number", flat=True))
assert numbers == list(range(1, len(numbers) + 1)), "a gap"
assert len(numbers) % records == 0, "half a batch"
assert PublishedSource.objects.filter(said_until=None).count() in (0, records)
for source in Source.objects.all():
    revision = source.revisions.order_by("-number").first()
    assert canonical(dump(source)).decode() == revision.document, f"half of {source.key}"
    assert revision.submitted_at, f"{source.key} was not submitted"

statements = 0

def count(execute, sql, params, many, context):
    global statements
    result = execute(sql, params, many, context)
    statements += 1
    if statements == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return result

with connection.execute_wrapper(count):
    call_command("import_register", folder, publish=True, approved_by="approver", verbosity=0)
print("statements", statements)
"""


def write_round(folder, number):
    """Documents that differ from every other round's; half of them refer to one another."""
    keys = [f"S{n:02d}" for n in range(RECORDS)]
    with open(folder / "register.ndjson", "wb") as out:
        for position, key in enumerate(keys):
            document = source_document(
                key,
                author=f"Round {number}",
                citations=[citation(source=keys[position ^ 1])],
            )
            out.write(canonical(document) + b"\n")


def imported(environment, folder, number, kill_after=0):
    """Check, then import and publish a round; with `kill_after`, die after that statement."""
    write_round(folder, number)
    words = ("-c", DRIVER, str(folder), str(RECORDS), str(kill_after))
    return finished(environment, *words, code=-signal.SIGKILL if kill_after else 0)


@pytest.fixture
def environment(tmp_path):
    """The environment of an empty installation."""
    with installation(tmp_path) as values:
        yield values


def test_no_kill_leaves_a_half_record_or_a_gap(environment, tmp_path):
    finished(environment, "manage.py", "migrate", "--verbosity", "0")
    accounts = "from register.starting import make_demonstration_accounts as make; make('x')"
    finished(environment, "manage.py", "shell", "-v", "0", "-c", accounts)
    imported(environment, tmp_path, 0)
    statements = int(imported(environment, tmp_path, 1).split()[-1])
    for number in range(1, KILLS + 1):
        imported(environment, tmp_path, number + 1, statements * number // (KILLS + 1))
    imported(environment, tmp_path, KILLS + 2)
    assert "verified" in finished(environment, "manage.py", "verify")
