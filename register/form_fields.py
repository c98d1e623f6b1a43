"""Form fields for partial dates and texts in several languages, with the curator's sentences."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from register.partial_dates import NotAPartialDate, PartialDate
from register.texts import NotTexts, cleaned_texts
from register.widgets import GRAMMAR, PartialDateInput, TextsInput

DATE_SENTENCES = {
    "shape": _("“%(value)s” is not a date. %(grammar)s"),
    "no_such_day": _("“%(value)s” is not in the calendar: it has no such month or day."),
    "order": _("“%(value)s” ends before it begins: write the earlier date first."),
}
TEXT_SENTENCES = {
    "shape": _("Give one text for each language."),
    "language": _(
        "“%(language)s” is not a language code: write two or three small letters (ISO 639), or "
        "uz-Cyrl."
    ),
    "text": _("What stands under “%(language)s” is not a text."),
    "control": _("The text in “%(language)s” has a control character in it: type it anew."),
    "twice": _("There are two texts in “%(language)s”: keep one."),
}


def validated_partial_date(value):
    """The partial date (or None) that a text, a day or a partial date stands for.

    Raises ValidationError with the sentence for the curator.
    """
    if value is None or value == "" or isinstance(value, PartialDate):
        return value or None
    if isinstance(value, datetime.date):
        return PartialDate.of(value)
    try:
        return PartialDate.parse(value)
    except NotAPartialDate as error:
        params = {"value": value, "grammar": GRAMMAR}
        raise ValidationError(DATE_SENTENCES[error.code], error.code, params) from error


def validated_texts(value):
    """The texts in their stored form; raises ValidationError with the sentence for the curator."""
    try:
        return cleaned_texts(value)
    except NotTexts as error:
        raise _texts_error(error.code, error.language) from error


class PartialDateFormField(forms.Field):
    """Asks for a partial date in one line."""

    widget = PartialDateInput

    def to_python(self, value):
        """Read the line, forgiving the blanks around it."""
        return validated_partial_date(value.strip() if isinstance(value, str) else value)

    def prepare_value(self, value):
        """Show the written form again."""
        return "" if value is None else str(value)

    def has_changed(self, initial, data):
        """Compare as written."""
        return self.prepare_value(initial) != self.prepare_value(data).strip()


class TextsFormField(forms.Field):
    """Asks for one text in each language."""

    widget = TextsInput

    def to_python(self, value):
        """The texts by language, from the pairs that the widget gives or from a dict."""
        if isinstance(value, list):
            value = _by_language(value)
        return validated_texts(value or {})

    def has_changed(self, initial, data):
        """Compare the texts as they would be stored; what cannot be stored has changed."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


def _by_language(pairs):
    """Texts by language; raises ValidationError when a language is given two texts."""
    texts = {}
    for language, text in pairs:
        if text and texts.get(language):
            raise _texts_error("twice", language)
        texts[language] = text or texts.get(language, "")
    return texts


def _texts_error(code, language):
    """The curator's sentence for what is wrong with a language's text."""
    return ValidationError(TEXT_SENTENCES[code], code=code, params={"language": language})
