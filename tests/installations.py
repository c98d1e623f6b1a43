"""Installations of their own, for tests that start processes: a data folder and a database."""

import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from urllib.request import urlopen

import psycopg
from django.conf import settings
from django.db import connection


@contextmanager
def installation(folder):
    """The environment of an empty installation, on the database that the suite runs on."""
    values = os.environ | {
        "BITIM_DATA_DIR": str(folder / "data"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    if connection.vendor == "sqlite":
        yield {name: value for name, value in values.items() if name != "DATABASE_URL"}
        return
    name = f"bitim_test_{uuid.uuid4().hex[:12]}"
    server = settings.DATABASES["default"]
    port = server["PORT"] or 5432
    options = {"user": server["USER"], "password": server["PASSWORD"] or None, "port": port}
    with psycopg.connect(
        host=server["HOST"], dbname="postgres", autocommit=True, **options
    ) as administrator:
        administrator.execute(f'CREATE DATABASE "{name}"')
        login = server["USER"] + (f":{server['PASSWORD']}" if server["PASSWORD"] else "")
        address = f"postgres://{login}@{server['HOST']}:{port}/{name}"
        yield values | {"DATABASE_URL": address}
        administrator.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def finished(environment, *words, code=0):
    """What a Python process of the installation printed; it must end with `code`.

    Of one that fails, also what it complained of.
    """
    done = subprocess.run(
        [sys.executable, *words],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + (done.stderr if code else "")


@contextmanager
def served(environment):
    """The installation under gunicorn; gives the address that it answers at."""
    address = f"http://127.0.0.1:{_free_port()}"
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "config.wsgi",
            "--bind",
            address.removeprefix("http://"),
        ],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address)
        yield address
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address, seconds=30):
    until = time.monotonic() + seconds
    while True:
        try:
            with urlopen(f"{address}/en/") as answer:
                return answer.read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
