"""One text in several languages: `{"en": "Agreement", "ru": "Соглашение"}`."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

LANGUAGE = re.compile(r"[a-z]{2,3}|uz-Cyrl")
ALLOWED_CONTROLS = "\n\t"


class NotTexts(ValueError):
    """The value is no text in several languages.

    `code` says why (`shape`, `language`, `text` or `control`); `language` names the tab.
    """

    def __init__(self, code: str, sentence: str, language: str = "") -> None:
        super().__init__(sentence)
        self.code = code
        self.language = language


def cleaned_texts(value: Mapping[str, str]) -> dict[str, str]:
    """The texts in their one stored form: trimmed, composed (NFC), without empty ones, by language.

    Line ends become a single newline; apostrophes stay as they were written. Raises `NotTexts`
    for anything but texts keyed by an ISO 639 code of two or three letters, or `uz-Cyrl`.
    """
    if not isinstance(value, Mapping):
        raise NotTexts("shape", "Texts are an object that gives one text for each language.")
    for language in value:
        _require_language(language)
    texts = {language: _cleaned_text(language, value[language]) for language in sorted(value)}
    return {language: text for language, text in texts.items() if text}


def text_in(
    texts: Mapping[str, str], language: str, fallbacks: Iterable[str] = ()
) -> tuple[str, str] | None:
    """The text to show a reader of `language`, with the language that it is really in.

    The wanted language, else the first of `fallbacks` that there is, else the first by code;
    None when there is no text at all.
    """
    for code in (language, *fallbacks, *sorted(texts)):
        if texts.get(code):
            return code, texts[code]
    return None


def _require_language(language: str) -> None:
    """Refuse a key that is not shaped as a language code."""
    if not isinstance(language, str) or not LANGUAGE.fullmatch(language):
        raise NotTexts(
            "language",
            f"“{language}” is not a language code: write two or three small letters (ISO 639), "
            "or uz-Cyrl.",
            str(language),
        )


def _cleaned_text(language: str, text: str) -> str:
    """One text trimmed and composed; raises for what cannot be written down as text."""
    if not isinstance(text, str):
        raise NotTexts("text", f"What stands under “{language}” is not a text.", language)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in ALLOWED_CONTROLS for c in text):
        raise NotTexts(
            "control", f"The text in “{language}” has a control character in it.", language
        )
    return unicodedata.normalize("NFC", text).strip()
