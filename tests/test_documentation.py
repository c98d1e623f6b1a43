"""What can be set, called, filtered or run is explained, and what is explained is there."""

import ast
import io
import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands, load_command_class
from django.core.management.base import BaseCommand
from django_filters import FilterSet

from agreements.data_rules import RULES
from agreements.models import PublishedDate
from config import urls
from register import kind_table
from register.models import Entry

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
ROOMS = ("register", "organizations", "agreements", "projects", "catalogue")
READERS = {
    "str",
    "int",
    "bool",
    "list",
    "json",
    "float",
    "dj_db_url",
    "dj_email_url",
    "path",
    "date",
}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def words(name):
    """The text of one document."""
    return (DOCS / name).read_text(encoding="utf-8")


@cache
def sections(name):
    """A document's sections by the names in backquotes in their headings; what is below counts."""
    found = {}
    for part in re.split(r"^(?=#{2,4} )", words(name), flags=re.MULTILINE)[1:]:
        heading, _, text = part.partition("\n")
        found |= dict.fromkeys(re.findall(r"`([^`]+)`", heading), text)
    return found


def rows(text):
    """The names in backquotes that begin the rows of a text's tables."""
    return set(re.findall(r"^\| *`([^`]+)`", text, re.MULTILINE))


def explained(name):
    """Every name that a document has a heading or a row for."""
    return set(sections(name)) | rows(words(name))


def settings_read():
    """The names that the settings and gunicorn's configuration read from the environment."""
    for path in (ROOT / "config" / "settings.py", ROOT / "gunicorn.conf.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            reads = ast.unparse(node.func.value) in ("env", "os.environ")
            if reads and node.func.attr in READERS | {"get"}:
                yield node.args[0].value


def commands():
    """(name, command) of every management command of the rooms."""
    ours = sorted(name for name, app in get_commands().items() if app in ROOMS)
    return [(name, load_command_class(get_commands()[name], name)) for name in ours]


def options(name, command):
    """The options that a command adds to those of every command."""
    everywhere = BaseCommand().create_parser("manage.py", name)
    theirs = {option for action in everywhere._actions for option in action.option_strings}
    parser = command.create_parser("manage.py", name)
    own = {option for action in parser._actions for option in action.option_strings}
    return {option for option in own - theirs if option.startswith("--")}


def filter_sets(base=FilterSet):
    """Every FilterSet that filters a list, once the addresses (and so all views) are loaded."""
    assert urls.urlpatterns
    below = [each for child in base.__subclasses__() for each in filter_sets(child)]
    return ([base] if base.__module__.startswith(ROOMS) and base._meta.model else []) + below


def list_of(filter_set):
    """What the API calls the list: the plural of the kind, the dates or the entries."""
    model = filter_set._meta.model
    others = {Entry: "entries", PublishedDate: "dates"}
    return others.get(model) or kind_table.kind(model.KIND).plural


def make_targets():
    """The targets that `make help` lists."""
    return re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)


def documents():
    """The README and everything below docs/."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("name", sorted(set(settings_read())))
def test_every_setting_is_explained_to_operators(name):
    assert name in explained("operators-guide.md")


def test_every_setting_that_is_explained_is_read():
    shouted = {name for name in sections("operators-guide.md") if name.isupper()}
    assert shouted <= {*settings_read(), "PYTHON", "BITIM_TEST_POSTGRES"}


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_command_has_its_heading_with_all_its_options(name, command):
    assert name in sections("operators-guide.md")
    text = sections("operators-guide.md")[name]
    assert [option for option in sorted(options(name, command)) if option not in text] == []


@pytest.mark.parametrize("filter_set", filter_sets(), ids=lambda each: each.__name__)
def test_every_filter_has_its_row_under_the_list_that_it_filters(filter_set):
    assert rows(sections("api.md")[list_of(filter_set)]) == set(filter_set.base_filters)


@pytest.mark.parametrize("target", make_targets())
def test_everything_that_make_can_do_has_its_row(target):
    assert f"make {target}" in explained("operators-guide.md")


def test_the_data_dictionary_is_what_the_code_says():
    printed = io.StringIO()
    call_command("data_dictionary", stdout=printed)
    assert words("data-dictionary.md") == printed.getvalue(), (
        "manage.py data_dictionary > docs/data-dictionary.md"
    )


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(path):
    targets = [link.partition("#")[0] for link in LINK.findall(path.read_text(encoding="utf-8"))]
    inner = [target for target in targets if target and "://" not in target]
    assert [target for target in inner if not (path.parent / target).exists()] == []


def test_every_document_is_reached_from_the_readme_or_another():
    linked = {
        (path.parent / link.partition("#")[0]).resolve()
        for path in documents()
        for link in LINK.findall(path.read_text(encoding="utf-8"))
    }
    assert [str(path) for path in documents()[1:] if path.resolve() not in linked] == []


def test_decisions_are_numbered_without_a_gap():
    numbers = sorted(int(path.name[:4]) for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_data_rule_has_its_row():
    assert rows(words("data-rules.md")) == set(RULES)
