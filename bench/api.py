"""How much dearer a page of the API is than its bare SQL: `make bench`.

Fills a database of its own with 10,000 made-up agreements, asks for pages of 50 both ways in turn,
and prints the ratio. Of each page the quickest of several times counts, so that whatever else the
machine does weighs on neither way. Both must give the same answer. SQLite, in a temporary file,
unless DATABASE_URL names a PostgreSQL server, where a database is made and dropped again.
"""

import os
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from importlib import import_module
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


def pages_of_new_register():
    """Both ways to a page. Imported only now, when the settings can name the new database."""
    sys.path.insert(0, ROOT)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    return import_module("bench.pages").Pages(AGREEMENTS, LENGTH)


def timed(ask, argument):
    """What was answered, and after how many milliseconds."""
    start = time.perf_counter()
    answered = ask(argument)
    return answered, (time.perf_counter() - start) * 1000


def quickest(ways, cursor):
    """For each way to one page, its quickest time of several, asked in turn."""
    best = [float("inf")] * len(ways)
    for _ in range(TRIES):
        answers = []
        for position, way in enumerate(ways):
            answered, milliseconds = timed(way, cursor)
            best[position] = min(best[position], milliseconds)
            answers.append(orjson.loads(answered))
        if answers[0] != answers[1]:
            raise SystemExit(f"The two ways give different answers after {cursor!r}.")
    return best


def measure(ways, cursors):
    """The median over many pages of the quickest time of each way, in milliseconds."""
    found = [quickest(ways, cursor) for cursor in cursors]
    return [statistics.median(times) for times in zip(*found, strict=True)]


def main():
    """Fill, measure, print; 1 if a page costs more than it may."""
    with own_database() as database:
        print(f"{database}: writing {AGREEMENTS:,} agreements …", flush=True)
        pages = pages_of_new_register()
        api, bare = measure((pages.through_api, pages.bare), pages.cursors(PAGES))
        pages.close()
    ratio = api / bare
    print(f"{database}: a page of {LENGTH} at {AGREEMENTS:,} agreements, median of {PAGES} pages")
    print(f"  through the API        {api:7.2f} ms")
    print(f"  bare SQL, concatenated {bare:7.2f} ms")
    print(f"  ratio                  {ratio:7.2f}   (at most {MOST})")
    return 1 if ratio > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
