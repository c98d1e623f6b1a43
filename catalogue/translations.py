"""The catalogues of the public pages' messages: kept by hand in Russian and in Uzbek.

The one in Uzbek Cyrillic is made from the one in Latin letters, and all are compiled, so that
nobody needs the tools of gettext. Needs the packages of development.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from catalogue.cyrillic import cyrillic
from catalogue.messages import BASE, public_messages

RUSSIAN = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<10 || n%100>=20) ? 1 : 2);"
)
# After a number, Uzbek has no plural.
UZBEK = "nplurals=1; plural=0;"
KEPT_BY_HAND = {"ru": RUSSIAN, "uz": UZBEK}
LATIN, MADE = "uz", "uz_Cyrl"
HEAD = """# The messages of the public pages: manage.py write_messages gathers what is new.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"

"""
# Letters of a format are no words; 2015-yil 14-mart is written without hyphens in Cyrillic.
FORMATS = {r"Y-\y\i\l": "Y йил", "j-F": "j F"}
# A compiled catalogue says the same whenever it is made.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
MARK = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}|</?\w+")


def path_of(language: str, suffix: str) -> Path:
    """Where the catalogue of a language is: `po` to read and write, `mo` for the register."""
    return BASE / "locale" / language / "LC_MESSAGES" / f"django.{suffix}"


def kept(language: str) -> Catalog:
    """The catalogue as it is on the disk; an empty one where there is none yet.

    Raises for what is no catalogue, such as a merge that was not finished.
    """
    path = path_of(language, "po")
    head = HEAD.format(language=language, plural=KEPT_BY_HAND.get(language, UZBEK))
    text = path.read_bytes() if path.exists() else head.encode()
    return read_po(BytesIO(text), abort_invalid=True)


def gathered(language: str) -> Catalog:
    """The messages that the code has now, with the translations that the catalogue has."""
    old, new = kept(language), _empty(language)
    for said in public_messages():
        known = old.get(said.id, said.context)
        string = known.string if known else None
        new.add(said.id, string, locations=[(said.place, 0)], context=said.context)
    return new


def in_cyrillic(latin: Catalog) -> Catalog:
    """The Uzbek catalogue in Cyrillic letters."""
    made = _empty(MADE)
    for message in messages(latin):
        forms = tuple(_letters(message, form) for form in _forms(message.string))
        string = forms if message.pluralizable else forms[0]
        made.add(message.id, string, locations=message.locations, context=message.context)
    return made


def _letters(message: Message, form: str) -> str:
    if not (message.context or "").endswith(" format"):
        return cyrillic(form)
    for latin, written in FORMATS.items():
        form = form.replace(latin, written)
    return form


def _forms(text: str | tuple[str, ...] | None) -> list[str]:
    """The forms of an id or a translation: one, or several for different numbers."""
    return [text or ""] if isinstance(text, str | None) else list(text)


def messages(catalog: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its head."""
    return (message for message in catalog if message.id)


def faults(catalog: Catalog) -> list[str]:
    """What is not translated, or not with the same places for values and the same tags."""
    found = []
    for message in messages(catalog):
        ids, forms = _forms(message.id), _forms(message.string)
        if message.fuzzy or not forms or not all(forms):
            found.append(f"not translated: {ids[0]}")
        elif any(_marks(form) not in map(_marks, ids) for form in forms):
            found.append(f"other places or tags: {ids[0]}")
    return found


def _marks(text: str) -> list[str]:
    return sorted(MARK.findall(text))


def write(language: str, catalog: Catalog) -> None:
    """Put the catalogue on the disk, to read and compiled."""
    path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
    body = BytesIO()
    write_po(body, catalog, omit_header=True, include_lineno=False, width=100)
    head = HEAD.format(language=language, plural=KEPT_BY_HAND.get(language, UZBEK))
    path_of(language, "po").write_bytes(head.encode() + body.getvalue())
    whole = read_po(BytesIO(path_of(language, "po").read_bytes()))
    whole.creation_date = whole.revision_date = UNDATED
    with path_of(language, "mo").open("wb") as compiled:
        write_mo(compiled, whole)


def _empty(language: str) -> Catalog:
    head = HEAD.format(language=language, plural=KEPT_BY_HAND.get(language, UZBEK))
    return read_po(BytesIO(head.encode()))
