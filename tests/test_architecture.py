"""The shape of the code itself: direction of the rooms, size of functions, what is absent.

Every rule is a pure function from a module to what offends in it, so that a test can show it a bad
piece of code (at the end) before it is trusted with the good ones.
"""

import ast
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("register", "organizations", "agreements", "projects", "catalogue", "config")
OUTSIDE = ("facts", "bench", "tests")
ROOTS = (*ROOMS, *OUTSIDE)
LONGEST_FUNCTION = 30
LONGEST_MODULE = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "services", "service"}
CLOCKS = {"today", "now", "localdate", "localtime", "utcnow", "time"}
QUERYING = {
    "F", "Q", "Avg", "Count", "Exists", "Max", "Min", "OuterRef", "Prefetch", "Subquery", "Sum",
    "aggregate", "alias", "annotate", "create", "distinct", "exclude", "filter", "get", "only",
    "defer", "order_by", "prefetch_related", "select_related", "update", "values", "values_list",
}  # fmt: skip


@dataclass(frozen=True)
class Module:
    """A Python file, its dotted name and its syntax tree."""

    name: str
    path: Path
    text: str

    @property
    def tree(self):
        """The module's syntax tree."""
        return parsed(self.text)

    @property
    def room(self):
        """The first part of the dotted name."""
        return self.name.partition(".")[0]

    @property
    def package(self):
        """The package that a relative import starts from."""
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]


@cache
def parsed(text):
    """One syntax tree per text."""
    return ast.parse(text)


def dotted(path):
    """`register/models/entry.py` -> `register.models.entry`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules(*roots):
    """Every hand-written module below these folders."""
    paths = sorted(path for root in roots for path in (ROOT / root).rglob("*.py"))
    return tuple(
        Module(dotted(path), path, path.read_text(encoding="utf-8"))
        for path in paths
        if "migrations" not in path.parts
    )


def snippet(text, name="register.example"):
    """A module that exists only for a test of a rule."""
    return Module(name, ROOT / (name.replace(".", "/") + ".py"), text)


def offences(rule, *roots):
    """What a rule finds in the modules below these folders, as `module:line: what`."""
    looked_at = modules(*roots)
    assert looked_at, f"no module below {roots}"
    return [f"{module.name}:{line}: {what}" for module in looked_at for line, what in rule(module)]


def nodes(module, *types):
    """The nodes of these types in a module."""
    return [node for node in ast.walk(module.tree) if isinstance(node, types)]


# --- The rules ---------------------------------------------------------------------------------


def long_functions(module):
    """Functions longer than thirty lines, signature and docstring counted."""
    for node in nodes(module, ast.FunctionDef, ast.AsyncFunctionDef):
        lines = node.end_lineno - node.lineno + 1
        if lines > LONGEST_FUNCTION:
            yield node.lineno, f"{node.name} has {lines} lines"


def long_modules(module):
    """Modules longer than four hundred lines."""
    lines = module.text.count("\n")
    if lines > LONGEST_MODULE:
        yield 1, f"{lines} lines"


def imported(module):
    """(line, dotted name) of everything that a module imports, relative imports resolved."""
    for node in nodes(module, ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
            continue
        base = node.module or ""
        if node.level:
            above = module.package.split(".")
            kept = above[: len(above) - node.level + 1]
            base = ".".join([*kept, base] if base else kept)
        yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def higher_rooms(room):
    """The rooms that a room must not know of."""
    if room in ("bench", "tests"):
        return set()
    if room == "facts":
        return {*ROOMS, "bench", "tests"}
    return {*ROOMS[ROOMS.index(room) + 1 :], *OUTSIDE}


def upward_imports(module):
    """Imports against the direction of the rooms."""
    for line, name in imported(module):
        allowed = module.room == "facts" and name.startswith("register.canonical")
        if name.partition(".")[0] in higher_rooms(module.room) and not allowed:
            yield line, f"imports {name}"


def upward_strings(module):
    """Higher rooms named in a string, as in `"agreements.Agreement"`: an import in disguise."""
    for node in nodes(module, ast.Constant):
        room, dot, rest = node.value.partition(".") if isinstance(node.value, str) else ("", "", "")
        if dot and room in higher_rooms(module.room) and rest.replace(".", "_").isidentifier():
            yield node.lineno, f"names {node.value}"


def inner_imports(module):
    """Imports inside functions."""
    for function in nodes(module, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield node.lineno, "an import inside a function"


def signals(module):
    """Receivers of signals: control that nobody sees flow."""
    for line, name in imported(module):
        if name.startswith("django.dispatch") or "signals" in name.split("."):
            yield line, f"imports {name}"
    for node in nodes(module, ast.Call):
        called = ast.unparse(node.func)
        if called.endswith(".connect") and called not in ("psycopg.connect", "sqlite3.connect"):
            yield node.lineno, f"calls {called}"


def many_bases(module):
    """Classes with more than two bases."""
    for node in nodes(module, ast.ClassDef):
        if len(node.bases) > 2:
            yield node.lineno, f"{node.name} has {len(node.bases)} bases"


def vague_names(module):
    """Modules whose name says nothing about what is in them."""
    for part in module.name.split("."):
        if part in VAGUE_NAMES:
            yield 1, f"is called {part}"


def foreign_imports_of_the_law(module):
    """Whatever the law engine imports beyond the standard library and itself."""
    for line, name in imported(module):
        known = name.partition(".")[0] in sys.stdlib_module_names
        if not known and not f"{name}.".startswith("agreements.law."):
            yield line, f"imports {name}"


def clocks(module):
    """Readings of the clock: a rule is asked about a day that it is given."""
    for node in nodes(module, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield node.lineno, f"calls {ast.unparse(node.func)}"


def undocumented(module):
    """Public classes and functions of a module without a docstring."""
    for node in module.tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield node.lineno, f"{node.name} has no docstring"


def saving_on_the_side(module):
    """Models that do more than save when they are saved."""
    if "models" not in module.name.split("."):
        return
    for node in nodes(module, ast.ClassDef):
        for inner in node.body:
            if isinstance(inner, ast.FunctionDef) and inner.name in ("save", "delete"):
                yield inner.lineno, f"{node.name}.{inner.name}"


def words_in_queries(module):
    """(line, first word) of every lookup that a module passes to a query."""
    for node in nodes(module, ast.Call):
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
        if name not in QUERYING:
            continue
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        texts += [keyword.arg for keyword in node.keywords if keyword.arg]
        yield from (
            (node.lineno, text.lstrip("-").partition("__")[0])
            for text in texts
            if isinstance(text, str)
        )


def uses_of(names):
    """The rule that finds these related names in attributes and queries."""

    def rule(module):
        for node in nodes(module, ast.Attribute):
            if node.attr in names:
                yield node.lineno, f"uses .{node.attr}, made by {names[node.attr]}"
        for line, word in words_in_queries(module):
            if word in names:
                yield line, f"asks for {word}, made by {names[word]}"

    return rule


def names_made_above(room):
    """Related names that higher rooms hang on this room's models, with who made them.

    A word that a model at or below the room has of its own is not one of them.
    """
    here_and_below = ROOMS[: ROOMS.index(room) + 1]
    models = [
        model for label in here_and_below for model in apps.get_app_config(label).get_models()
    ]
    made, own = {}, set()
    for model in models:
        own |= {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}
        for relation in model._meta.related_objects:
            names = {relation.name, relation.get_accessor_name()}
            if relation.related_model._meta.app_label in higher_rooms(room):
                made |= dict.fromkeys(names, relation.related_model.__name__)
            else:
                own |= names
    return {name: maker for name, maker in made.items() if name not in own}


# --- What holds --------------------------------------------------------------------------------


def test_no_function_is_longer_than_thirty_lines():
    assert offences(long_functions, *ROOTS) == []


def test_no_module_is_longer_than_four_hundred_lines():
    assert offences(long_modules, *ROOTS) == []


def test_no_function_is_more_complex_than_eight():
    found = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "C901", *ROOTS],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_every_import_goes_down_the_rooms():
    assert offences(upward_imports, *ROOTS) == []


@pytest.mark.parametrize("room", ROOMS[:-1])
def test_no_lower_room_names_a_higher_one_in_a_string(room):
    assert offences(upward_strings, room) == []


@pytest.mark.parametrize("room", ROOMS[:-2])
def test_no_lower_room_uses_a_related_name_made_by_a_higher_one(room):
    assert offences(uses_of(names_made_above(room)), room) == []


def test_nothing_is_imported_inside_a_function():
    assert offences(inner_imports, *ROOTS) == []


def test_there_are_no_signals():
    assert offences(signals, *ROOMS, "facts") == []


def test_no_class_has_more_than_two_bases():
    assert offences(many_bases, *ROOTS) == []


def test_every_module_is_named_for_what_is_in_it():
    assert offences(vague_names, *ROOTS) == []


def test_the_law_engine_rests_on_the_standard_library_alone():
    assert offences(foreign_imports_of_the_law, "agreements/law") == []


def test_the_law_engine_never_reads_the_clock():
    assert offences(clocks, "agreements/law") == []


def test_every_public_function_and_class_says_what_it_is():
    assert offences(undocumented, *ROOMS, "facts") == []


def test_no_model_does_more_than_save_when_it_is_saved():
    assert offences(saving_on_the_side, *ROOMS) == []


# --- The rules can fail ------------------------------------------------------------------------

BAD = [
    (long_functions, "def f():\n" + "    x = 1\n" * LONGEST_FUNCTION),
    (long_modules, "x = 1\n" * (LONGEST_MODULE + 1)),
    (upward_imports, "from agreements.models import Agreement"),
    (upward_imports, "import config.settings"),
    (upward_imports, "from ..catalogue import views"),
    (upward_strings, 'ForeignKey("organizations.Actor")'),
    (inner_imports, "def f():\n    import os"),
    (signals, "from django.db.models.signals import post_save"),
    (signals, "from django.dispatch import receiver"),
    (signals, "post_save.connect(f)"),
    (many_bases, "class A(B, C, D): pass"),
    (foreign_imports_of_the_law, "from django.db import models"),
    (foreign_imports_of_the_law, "from agreements.models import Act"),
    (clocks, "on = date.today()"),
    (undocumented, "def f(): pass"),
    (uses_of({"acts": "Act"}), "record.acts.all()"),
    (uses_of({"acts": "Act"}), 'Record.objects.order_by("-acts__done_on")'),
    (uses_of({"acts": "Act"}), "Record.objects.filter(acts__type=1)"),
]


@pytest.mark.parametrize(("rule", "code"), BAD)
def test_each_rule_finds_what_it_looks_for(rule, code):
    assert list(rule(snippet(code)))


def test_a_model_that_saves_in_its_own_way_is_found():
    module = snippet("class A:\n    def save(self): pass", name="register.models.example")
    assert list(saving_on_the_side(module))


def test_a_module_with_a_vague_name_is_found():
    assert list(vague_names(snippet("", name="register.utils")))


def test_facts_may_use_the_canonical_form_and_nothing_else_of_the_register():
    fine = snippet("from register.canonical import canonical", name="facts.reading")
    not_fine = snippet("from register.models import Record", name="facts.reading")
    assert not list(upward_imports(fine))
    assert list(upward_imports(not_fine))


def test_a_lower_room_may_import_its_own_and_lower_modules():
    text = "from register.models import Record\nfrom . import models\nfrom .models import State"
    assert not list(upward_imports(snippet(text, name="organizations.admin")))
