"""How much dearer a page of the API is than its bare SQL: `make bench`.

Fills a database of its own with 10,000 made-up agreements, asks for pages of 50 each way in turn,
and prints the ratios. Of each page the quickest of several times counts, so that whatever else the
machine does weighs on none of them. All must give the same answer. SQLite, in a temporary file,
unless DATABASE_URL names a PostgreSQL server, where a database is made and dropped again.
"""

import os
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import Process
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django
import orjson
import psycopg

ROOT = str(Path(__file__).resolve().parent.parent)

AGREEMENTS, LENGTH, PAGES, TRIES, MOST = 10_000, 50, 100, 7, 2.0


@contextmanager
def own_database():
    """A new database for the time of the measurement; DATABASE_URL names it."""
    given, name = os.environ.get("DATABASE_URL", ""), f"bitim_bench_{os.getpid()}"
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"BITIM_DATA_DIR": folder, "BITIM_LOG_LEVEL": "ERROR", "BITIM_DEBUG": "0"}
        if not given.startswith("postgres"):
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
            yield "SQLite"
            return
        with psycopg.connect(given, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")
            os.environ["DATABASE_URL"] = urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
            try:
                yield "PostgreSQL"
            finally:
                server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def imported(module):
    """A module of the program. Only now, when the settings can name the new database."""
    sys.path.insert(0, ROOT)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    return import_module(module)


def fill():
    """Write the register; in a process of its own, as the one that answers never wrote so much."""
    imported("bench.filling").fill(AGREEMENTS)


def timed(ask, argument):
    """What was answered, and after how many milliseconds."""
    start = time.perf_counter()
    answered = ask(argument)
    return answered, (time.perf_counter() - start) * 1000


def quickest(ways, cursor):
    """For each way to one page, its quickest time of several, asked in turn."""
    best, answers = [float("inf")] * len(ways), [b""] * len(ways)
    for _ in range(TRIES):
        for position, way in enumerate(ways):
            answers[position], milliseconds = timed(way, cursor)
            best[position] = min(best[position], milliseconds)
    # Only now: what reading the answers leaves behind would be swept up in the next one's time.
    first, *others = map(orjson.loads, answers)
    if any(other != first for other in others):
        raise SystemExit(f"The ways give different answers after {cursor!r}.")
    return best


def measure(ways, cursors):
    """The median over many pages of the quickest time of each way, in milliseconds."""
    found = [quickest(ways, cursor) for cursor in cursors]
    return [statistics.median(times) for times in zip(*found, strict=True)]


def main():
    """Fill, measure, print; 1 if a page costs more than it may."""
    with own_database() as database:
        print(f"{database}: writing {AGREEMENTS:,} agreements …", flush=True)
        writer = Process(target=fill)
        writer.start()
        writer.join()
        pages = imported("bench.pages").Pages(LENGTH)
        ways = (pages.through_view, pages.through_api, pages.bare)
        view, whole, bare = measure(ways, pages.cursors(PAGES))
        pages.close()
    print(f"{database}: a page of {LENGTH} at {AGREEMENTS:,} agreements, median of {PAGES} pages")
    print(f"  bare SQL, concatenated     {bare:7.2f} ms")
    print(f"  the API                    {view:7.2f} ms  {view / bare:5.2f} ×   (at most {MOST})")
    print(f"  with the site's middleware {whole:7.2f} ms  {whole / bare:5.2f} ×")
    return 1 if view / bare > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
