"""The names of languages and the codes that a page marks them with."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

# The register writes Uzbek in Latin letters as `uz`; a page says so in full.
PAGE_CODES = {"uz": "uz-Latn"}
# What Django's own list lacks, or does not tell apart.
OWN_NAMES = {"uz": "Oʻzbekcha", "uz-Cyrl": "Ўзбекча", "zh": "中文"}
NAMES = {"uz-Cyrl": _("Uzbek (Cyrillic)"), "zh": _("Chinese")}


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
