"""The languages of pages: what they are called, and which of several texts a reader is shown."""

from collections.abc import Mapping
from functools import cache

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from catalogue.cyrillic import cyrillic
from register.texts import text_in

LATIN, CYRILLIC = "uz", "uz-Cyrl"
# The register writes Uzbek in Latin letters as `uz`; a page says so in full. The addresses of
# pages have no capitals.
PAGE_CODES = {LATIN: "uz-Latn", "uz-cyrl": CYRILLIC}
# What Django's own list lacks, or does not tell apart.
OWN_NAMES = {LATIN: "Oʻzbekcha", "uz-cyrl": "Ўзбекча", CYRILLIC: "Ўзбекча", "zh": "中文"}
NAMES = {CYRILLIC: _("Uzbek (Cyrillic)"), "zh": _("Chinese")}
# What a reader is shown where there is no text in the language of the page.
NEAREST = {LATIN: (CYRILLIC, "en"), CYRILLIC: (LATIN, "en")}
ELSE = ("en",)


def page_code(language: str) -> str:
    """The value of the `lang` attribute for a text in this language."""
    return PAGE_CODES.get(language, language)


def own_name(language: str) -> str:
    """What the language calls itself (Русский); its code when no name is known."""
    known = OWN_NAMES.get(language) or _info(language).get("name_local", language)
    return known[:1].upper() + known[1:]


def name(language: str) -> str:
    """What the language of the page calls it (Russian); its code when no name is known."""
    return str(NAMES.get(language) or _info(language).get("name_translated", language))


def _info(language: str) -> dict:
    """What Django knows of the language; nothing for the many that it does not know."""
    try:
        return get_language_info(language)
    except KeyError:
        return {}


def addresses(path: str, question: str) -> list[tuple[str, str, bool]]:
    """Where the page at a path is in each language, with the same question.

    Each is the code, the address, and whether that is the language spoken now. A path that has no
    language of its own leads to the front page in each.
    """
    spoken = get_language()
    before, _prefix, rest = path.partition(f"/{spoken}/")
    end = "" if before else rest + (f"?{question}" if question else "")
    return [(code, f"/{code}/{end}", code == spoken) for code, _name in settings.LANGUAGES]


def language_of_page() -> str:
    """The code by which documents know the language of the page."""
    language = get_language() or settings.LANGUAGE_CODE
    return CYRILLIC if language == "uz-cyrl" else language


def order_for_reader() -> tuple[str, ...]:
    """The languages in which this reader is shown a text, the best first."""
    return _order(language_of_page())


@cache
def _order(language: str) -> tuple[str, ...]:
    return (language, *(one for one in NEAREST.get(language, ELSE) if one != language))


def text_for_reader(texts: Mapping[str, str]) -> tuple[str, str] | None:
    """The text for this reader with the language it is shown in; None where there is none."""
    language, *others = order_for_reader()
    found = text_in(texts, language, others)
    return found and as_read(*found)


def as_read(language: str, text: str) -> tuple[str, str]:
    """The text in the letters of the page: on a page in Cyrillic, Uzbek is written in them."""
    if language == LATIN and language_of_page() == CYRILLIC:
        return CYRILLIC, cyrillic(text)
    return language, text
