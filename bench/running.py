"""What every measurement needs: a database of its own, the program, and times taken in turn."""

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
import psycopg

ROOT = str(Path(__file__).resolve().parent.parent)
TRIES = 7


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


def filled(filling, count):
    """Write a made-up register by the function of that name in `bench.filling`.

    In a process of its own, as the one that answers never wrote so much.
    """
    writer = Process(target=_fill, args=(filling, count))
    writer.start()
    writer.join()
    if writer.exitcode:
        raise SystemExit("The made-up register could not be written.")


def _fill(filling, count):
    getattr(imported("bench.filling"), filling)(count)


def timed(ask, *arguments):
    """What was answered, and after how many milliseconds."""
    start = time.perf_counter()
    answered = ask(*arguments)
    return answered, (time.perf_counter() - start) * 1000


def quickest(ways, argument, same):
    """For each way to one answer, its quickest time of several, asked in turn.

    `same(answers)` says whether all ways gave the same answer; if not, nothing was measured.
    """
    best, answers = [float("inf")] * len(ways), [None] * len(ways)
    for _ in range(TRIES):
        for position, way in enumerate(ways):
            answers[position], milliseconds = timed(way, argument)
            best[position] = min(best[position], milliseconds)
    # Only now: what reading the answers leaves behind would be swept up in the next one's time.
    if not same(answers):
        raise SystemExit(f"The ways give different answers for {argument!r}.")
    return best


def measure(ways, arguments, same):
    """The median over many questions of the quickest time of each way, in milliseconds."""
    found = [quickest(ways, argument, same) for argument in arguments]
    return [statistics.median(times) for times in zip(*found, strict=True)]
