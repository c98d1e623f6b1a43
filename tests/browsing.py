"""A real browser before the starting register, which is served as `make run` serves it."""

import json
import shutil
from typing import NamedTuple

import pytest
from django.db import connection
from filelock import FileLock
from playwright.sync_api import sync_playwright

from tests.installations import finished, installation, served

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 390, "height": 800}
# Milliseconds until a page that does not do what a test waits for has failed it.
PATIENCE = 20_000
PASSWORD = "for-this-test-only"
LATER = (
    "import json; from tests.later_entries import make_later_entries as make;"
    " print(json.dumps(make()))"
)
IN_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here"),
]

SAME_ON_ANY_DATABASE = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="this is the same on any database"
)


class Served(NamedTuple):
    """Where a register is served, and what the addresses of some pages need to be told."""

    address: str
    parts: dict


@pytest.fixture(scope="session")
def served_register(tmp_path_factory, worker_id):
    """The starting register some years on, served until the last test that reads it."""
    with installation(tmp_path_factory.mktemp("served")) as environment:
        environment = environment | {"BITIM_DEMO_PASSWORD": PASSWORD}
        if worker_id == "master" or connection.vendor != "sqlite":
            parts = _founded(environment)
        else:
            parts = _founded_once(environment, tmp_path_factory.getbasetemp().parent)
        with served(environment) as address:
            yield Served(address, parts)


def _founded(environment):
    """Make the register; what `make_later_entries` says of it."""
    finished(environment, "manage.py", "migrate", "--verbosity", "0")
    finished(environment, "manage.py", "start_register")
    told = finished(environment, "manage.py", "shell", "--verbosity", "0", "-c", LATER)
    finished(environment, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
    return json.loads(told)


def _founded_once(environment, shared):
    """As `_founded`, by the first of the suite's processes; the others copy what it made."""
    folder, kept, told = environment["BITIM_DATA_DIR"], shared / "founded", shared / "parts.json"
    with FileLock(shared / "founded.lock"):
        if not told.exists():
            told.write_text(json.dumps(_founded(environment)))
            shutil.copytree(folder, kept)
        else:
            shutil.copytree(kept, folder, dirs_exist_ok=True)
    return json.loads(told.read_text())


@pytest.fixture(scope="session")
def address(served_register):
    """Where the register is served."""
    return served_register.address


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium; closed with the module, since no database is asked beside it."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))


@pytest.fixture
def open_page(browser, address):
    """Opens a path in a window of its own, that keeps what `watched` keeps."""
    contexts = []

    def open_path(path, **options):
        contexts.append(browser.new_context(**options))
        contexts[-1].set_default_timeout(PATIENCE)
        page = watched(contexts[-1].new_page())
        page.goto(address + path)
        return page

    yield open_path
    for context in contexts:
        context.close()


def watched(page):
    """The page, which from now on keeps every address that it asks for and every complaint."""
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: _keep_complaint(page, message))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


def _keep_complaint(page, message):
    """All but that the page itself is there to say that something is not."""
    if message.location["url"] != page.url or not message.text.startswith("Failed to load"):
        page.complaints.append(message.text)


def drawn(page):
    """Wait until the page has all its fonts; the page."""
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def follow(page, act):
    """Do something that leads to another page, and wait for that page."""
    with page.expect_navigation():
        act()
