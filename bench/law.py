"""How many agreements a second the rules of law read: periods, terms and all dates to come.

Ten thousand made-up agreements, four participants on average, one in a hundred with 190 of them and
twice as many acts, clauses of all kinds; from the document to the stored reading, with the dates of
thirty years. Beside it, in the same run, what it costs only to write the same documents and read
them again as JSON. One process.
"""

import sys
import time
from datetime import date

import orjson

from bench.running import imported, own_database

AGREEMENTS, LEAST, UNTIL = 10_000, 1_000, date(2057, 1, 1)


def main():
    """Read all of them, print; 1 if it takes longer than it may."""
    with own_database():
        found = imported("bench.filling").documents(AGREEMENTS)
        reading_of = imported("agreements.readings").reading_of
        bare = _seconds(lambda each: orjson.loads(orjson.dumps(each)), found)
        taken = _seconds(lambda each: reading_of(each, {}, UNTIL), found)
    speed = AGREEMENTS / taken
    print(f"The rules of law: {AGREEMENTS:,} agreements in one process")
    print(f"  written and read as JSON   {AGREEMENTS / bare:10,.0f} a second")
    print(f"  periods, terms and dates   {speed:10,.0f} a second  {taken / bare:5.1f} ×"
          f"   (at least {LEAST:,})")  # fmt: skip
    return 1 if speed < LEAST else 0


def _seconds(work, documents):
    """How long the work on all documents takes."""
    start = time.perf_counter()
    for each in documents:
        work(each)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
