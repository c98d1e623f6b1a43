"""Every sentence that a public page can say, gathered from the code.

It needs the packages of development; a running register reads what `manage.py write_messages`
compiled from it (see catalogue.translations).
"""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

BASE = Path(settings.BASE_DIR)
TEMPLATES = ("base.html", "500.html", "catalogue/*.html", "includes/*.html")
CODE = (
    "catalogue/*.py",
    "catalogue/templatetags/*.py",
    "catalogue/views/*.py",
    "agreements/law/*.py",
    "agreements/data_rules/*.py",
    "*/filters.py",
    "*/models/*.py",
)
# Accounts, working copies and the columns of projections have no names on public pages.
UNSEEN = {
    "agreements/models/told.py",
    "catalogue/apps.py",
    "register/models/account.py",
    "register/models/projection.py",
    "register/models/record.py",
    "register/models/revision.py",
    "register/models/task.py",
} | {f"{room}/models/published.py" for room in ("agreements", "organizations", "projects")}
# What speaks to curators, or, in a filter that lists of keys or words are given to, to programs.
ASIDE = {"help_text", "violation_error_message", "error_messages"}
EXPLAINED = {"CharFilter", "DateFilter", "YesNoFilter"}
# Which arguments of a function are the message: the context first, then singular and plural.
CONTEXT = (1, "c")
FUNCTIONS = {
    "_": (1,),
    "gettext": (1,),
    "gettext_lazy": (1,),
    "gettext_noop": (1,),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": (CONTEXT, 2),
    "pgettext_lazy": (CONTEXT, 2),
    "npgettext": (CONTEXT, 2, 3),
}
# Sentences of Django's own, which know no Uzbek in Cyrillic: public pages say these.
OF_DJANGO = (
    "Enter a valid date.",
    "Enter a valid email address.",
    "Enter a valid value.",
    "Enter a number.",
    "Enter a whole number.",
    "This field is required.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "Null characters are not allowed.",
)
# The names of languages that texts of agreements are written in.
LANGUAGE_NAMES = (
    "Arabic|Armenian|Azerbaijani|Belarusian|Bulgarian|Czech|Dutch|English|Estonian|French|Georgian|"
    "German|Greek|Hindi|Hungarian|Indonesian|Italian|Japanese|Kazakh|Korean|Kyrgyz|Latvian|"
    "Lithuanian|Malay|Mongolian|Persian|Polish|Portuguese|Romanian|Russian|Slovak|Spanish|Swedish|"
    "Tajik|Thai|Turkish|Turkmen|Ukrainian|Urdu|Uzbek|Vietnamese"
).split("|")
MONTHS = (
    "January February March April May June July August September October November December"
).split()


class Said(NamedTuple):
    """A message id, with its plural where it has one, its context, and the file that says it."""

    id: str | tuple[str, str]
    context: str | None
    place: str


def public_messages() -> Iterator[Said]:
    """Every message of the public pages, file by file; the same may come several times."""
    for pattern in CODE:
        for path in sorted(BASE.glob(pattern)):
            if path.relative_to(BASE).as_posix() not in UNSEEN:
                yield from _in_code(path)
    for pattern in TEMPLATES:
        for path in sorted((BASE / "templates").glob(pattern)):
            yield from _in_template(path)
    yield from (Said(text, None, "django") for text in (*OF_DJANGO, *LANGUAGE_NAMES, *MONTHS))
    yield from (Said(month, "alt. month", "django") for month in MONTHS)


def _in_template(path: Path) -> Iterator[Said]:
    place = path.relative_to(BASE).as_posix()
    source = templatize(path.read_text(encoding="utf-8"), origin=place)
    found = extract("python", BytesIO(source.encode()), FUNCTIONS)
    yield from (Said(message, context, place) for _line, message, _comments, context in found)


def _in_code(path: Path) -> Iterator[Said]:
    place = path.relative_to(BASE).as_posix()
    for call in _marking(ast.parse(path.read_text(encoding="utf-8"))):
        wanted = FUNCTIONS[_called(call)]
        texts = [arg.value for arg in call.args[: len(wanted)] if isinstance(arg, ast.Constant)]
        if len(texts) == len(wanted):
            context = texts.pop(0) if wanted[0] == CONTEXT else None
            yield Said(tuple(texts) if len(texts) > 1 else texts[0], context, place)


def _marking(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that mark a message for readers."""
    explained = isinstance(node, ast.Call) and _called(node) in EXPLAINED
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.keyword) and child.arg in ASIDE and not explained:
            continue
        called = _called(child) if isinstance(child, ast.Call) else ""
        if called in FUNCTIONS:
            yield child
        if not called.endswith("Validator"):
            yield from _marking(child)


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
