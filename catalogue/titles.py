"""Which of its titles a record is shown by."""

from agreements.models.published import TITLE_ORDER
from catalogue.languages import as_read, language_of_page, order_for_reader, text_for_reader


def main_title(document: dict) -> dict:
    """The title row for this reader: in the page's language, else the nearest, else the first.

    The official one goes before a translation, that before the register's own. On a page in Uzbek
    Cyrillic the row has its text in those letters. A record without any title is shown by its key.
    """
    if not document["titles"]:
        return {"ref": "", "language": language_of_page(), "text": document["key"]}
    row = min(document["titles"], key=_weight)
    language, text = as_read(row["language"], row["text"])
    return {**row, "language": language, "text": text}


def other_titles(document: dict, main: dict) -> list[dict]:
    """All the titles but the one that heads the page."""
    return [title for title in document["titles"] if title["ref"] != main["ref"]]


def _weight(title: dict) -> tuple[int, int]:
    languages, language = order_for_reader(), title["language"]
    nearness = languages.index(language) if language in languages else len(languages)
    return nearness, TITLE_ORDER.index(title["type"])


def title_of(document: dict) -> tuple[str, str]:
    """What a record of any kind is called for this reader: the language of that, and the text."""
    if "titles" in document:
        title = main_title(document)
        return title["language"], title["text"]
    texts = document.get("names") or document.get("title") or {}
    return text_for_reader(texts) or (language_of_page(), document["key"])
