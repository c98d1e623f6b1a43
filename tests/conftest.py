"""What every test stands on: plain static files, its own folder for stored files."""

import os

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import settings as hypothesis

pytest_plugins = ["tests.browsing"]

# No example is timed, for machines differ; the gate tries the same examples every time, so that
# it never fails by chance, and whoever runs the suite by hand tries new ones.
hypothesis.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.load_profile("house")


@pytest.fixture(autouse=True)
def plain_installation(settings, tmp_path):
    """Static files without a manifest, and stored files in a folder of the test's own."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.STATIC_ROOT = tmp_path
    settings.REGISTER_FILES_DIR = tmp_path / "files"
    settings.SEARCH_DIR = tmp_path / "search"


@pytest.fixture(scope="module")
def kept_for_the_module(django_db_setup, django_db_blocker):
    """Lets a fixture publish once for all tests of a module; taken back at the module's end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def founded(kept_for_the_module):
    """The starting register."""
    call_command("start_register")
