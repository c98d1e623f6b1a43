"""Which of its titles a record is shown by."""

from django.utils.translation import get_language

from agreements.models.published import TITLE_ORDER


def main_title(document: dict) -> dict:
    """The title row for this reader: in the page's language, else in English, else the first.

    The official one goes before a translation, that before the register's own. A record without
    any title is shown by its key.
    """
    ordered = sorted(document["titles"], key=_weight)
    nothing = {"ref": "", "language": get_language(), "text": document["key"]}
    return ordered[0] if ordered else nothing


def other_titles(document: dict, main: dict) -> list[dict]:
    """All the titles but the one that heads the page."""
    return [title for title in document["titles"] if title["ref"] != main["ref"]]


def _weight(title: dict) -> tuple[int, int]:
    languages = (get_language(), "en")
    language = title["language"]
    nearness = languages.index(language) if language in languages else len(languages)
    return nearness, TITLE_ORDER.index(title["type"])
