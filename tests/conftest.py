"""What every test stands on: plain static files, its own folder for stored files."""

import pytest


@pytest.fixture(autouse=True)
def plain_installation(settings, tmp_path):
    """Static files without a manifest, and stored files in a folder of the test's own."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.STATIC_ROOT = tmp_path
    settings.REGISTER_FILES_DIR = tmp_path / "files"
