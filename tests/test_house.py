"""What a stranger may expect of the repository: licences, locked packages, no machine's trace."""

import os
import re
import stat
import subprocess
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from register.models import NestedRow, Record, Task

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("register", "organizations", "agreements", "projects", "catalogue", "config")
FOLDERS = (*ROOMS, "facts", "bench", "tests", "docs", "templates", "static", ".ci")
TEXTS = {".py", ".md", ".html", ".css", ".js", ".toml", ".svg", ".txt", ".yaml", ".lock", ""}
LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def texts():
    """Every hand-written text file of the repository, with what it says."""
    top = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".env"]
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in top + below:
        if path.suffix in TEXTS and "__pycache__" not in path.parts and path.name != ".git":
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


def found(pattern, *suffixes):
    """`file: match` for each match of the pattern in the repository's texts."""
    return [
        f"{path}: {match[0]}"
        for path, text in texts()
        if not suffixes or path.suffix in suffixes
        for match in re.finditer(pattern, text)
    ]


def locked(name):
    """The versions that a lock file fixes, by package."""
    return dict(LOCKED.findall((ROOT / name).read_text()))


def wanted(requirements):
    """The bare package names of requirement lines such as `psycopg[binary]>=3.2`."""
    return {re.match(r"[A-Za-z0-9._-]+", line)[0].lower() for line in requirements}


def curated_models():
    """Every model that a curator fills in: records, the rows of their documents, tasks."""
    return [model for model in apps.get_models() if issubclass(model, Record | NestedRow | Task)]


def curated_fields(model):
    """The fields of a model that a curator fills in; the link to the row's owner is not one."""
    for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
        owner = field.remote_field and getattr(field.remote_field, "on_delete", None)
        if field.editable and not field.primary_key and owner is not models.CASCADE:
            yield field


@pytest.mark.parametrize("model", curated_models(), ids=lambda model: model.__name__)
def test_every_field_that_a_curator_fills_in_is_explained(model):
    unexplained = [field.name for field in curated_fields(model) if not str(field.help_text)]
    assert unexplained == []


@pytest.mark.parametrize("model", curated_models(), ids=lambda model: model.__name__)
def test_every_explanation_is_a_sentence(model):
    fields = [field for field in curated_fields(model) if str(field.help_text)]
    assert [field.name for field in fields if str(field.help_text).rstrip()[-1] not in ".?!"] == []


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_code_is_mit_and_the_data_cc_by():
    assert PROJECT["project"]["license"] == "MIT"
    assert "The Bitim developers" in (ROOT / "LICENSE").read_text()
    assert "SPDX-License-Identifier: CC-BY-4.0" in (ROOT / "LICENSE-DATA").read_text()


def test_the_fonts_carry_their_licence():
    folders = {path.parent for path in (ROOT / "static").rglob("*.woff2")}
    assert all(any("OFL" in file.name or "LICEN" in file.name for file in folder.iterdir())
               for folder in folders)  # fmt: skip


def test_the_files_of_a_font_family_are_declared_for_the_same_weights():
    """A browser takes all letters of a word from the files declared alike, or from none."""
    faces = re.findall(r"@font-face \{([^}]+)\}", (ROOT / "static/site.css").read_text())
    weights = {}
    for face in faces:
        told = dict(re.findall(r"([\w-]+): ([^;]+);", face))
        weights.setdefault(told["font-family"], set()).add(told["font-weight"])
    assert len(weights) == 2
    assert {len(some) for some in weights.values()} == {1}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_a_hash_and_no_lock_names_a_place(name):
    text = (ROOT / name).read_text()
    blocks = re.split(r"\n(?=\S)", text)
    assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []
    assert not re.search(r"--(extra-)?index-url|--find-links|https?://", text)


def test_what_the_project_asks_for_is_locked():
    assert wanted(PROJECT["project"]["dependencies"]) <= set(locked("requirements.lock"))
    assert wanted(PROJECT["dependency-groups"]["dev"]) <= set(locked("requirements-dev.lock"))


def test_the_tests_run_on_the_versions_that_are_served():
    tested = locked("requirements-dev.lock")
    served = locked("requirements.lock")
    assert {name: tested.get(name) for name in served} == served


def test_no_file_names_a_folder_of_some_machine():
    assert found(r"(?<![\w.:/~*>-])/(?:wor" + r"k|root|home|Users|farm)/\w") == []


def test_nothing_is_left_for_later():
    assert found(r"\b(?:TO" + r"DO|FIX" + r"ME)\b", ".py", ".html", ".css", ".js") == []


def test_no_page_loads_anything_from_a_foreign_host():
    loading_tag = r"""<(?:script|link|img|iframe)\b[^>]*(?:src|href)=["'](?:https?:)?//"""
    loading_style = r"""@import|url\(["']?(?:https?:)?//"""
    assert found(f"{loading_tag}|{loading_style}", ".html", ".css", ".js", ".svg") == []


def test_the_settings_are_one_file_of_at_most_250_lines():
    assert (ROOT / "config" / "settings.py").read_text().count("\n") <= 250
    assert not list((ROOT / "config").glob("settings_*.py"))


def test_the_environment_is_read_in_the_settings_and_at_the_entry_points_alone():
    readers = {"config/settings.py", "gunicorn.conf.py", "bench/running.py"}
    reads = found(r"os\.(?:environ(?!\.setdefault)|getenv)|\benv\.(?:str|int|bool|list)\(", ".py")
    product = [line for line in reads if not line.startswith("tests/")]
    assert {line.partition(":")[0] for line in product} <= readers


def test_the_gate_can_be_run():
    gate = ROOT / ".ci" / "run"
    assert gate.stat().st_mode & stat.S_IXUSR
    assert subprocess.run(["bash", "-n", gate], env=os.environ).returncode == 0


def test_the_readme_names_both_commands():
    text = (ROOT / "README.md").read_text()
    assert "make run" in text
    assert "make test" in text
