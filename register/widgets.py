"""How a partial date and a text in several languages are asked for in a form."""

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from register.texts import LANGUAGE

ONE_DATE = "[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?"
GRAMMAR = _(
    "Write the day, the month or the year: 1951-07-28, 1951-07 or 1951. Add ? when it is "
    "uncertain, ~ when it is approximate, % when it is both. For an unknown day between two "
    "dates put / between them: 1951-07-28/1951-08-02."
)
FURTHER = "further"
FURTHER_LANGUAGE = "further_language"


class PartialDateInput(UnfoldAdminTextInputWidget):
    """One line of text that shows how a partial date is written."""

    def __init__(self, attrs=None):
        asked = {
            "pattern": f"{ONE_DATE}(/{ONE_DATE})?",
            "placeholder": _("1951-07-28, 1951-07 or 1951"),
            "title": GRAMMAR,
            "autocomplete": "off",
        }
        super().__init__(attrs={**asked, **(attrs or {})})


class TextsInput(forms.Widget):
    """One input for each language, drawn as tabs; its value is a list of (language, text).

    Shows the languages of REGISTER_LANGUAGES, those that the value has besides, and an empty
    place for one more. The tabs are made by style alone: without it the inputs stand stacked.
    """

    class Media:
        css = {"all": ["register/texts.css"]}

    template_name = "register/widgets/texts.html"

    def __init__(self, attrs=None, multiline=False):
        super().__init__(attrs)
        self.multiline = multiline

    def use_required_attribute(self, initial):
        """No language of its own is ever required."""
        return False

    def id_for_label(self, id_):
        """The label of the field leads to the first language."""
        return f"{id_}__{settings.REGISTER_LANGUAGES[0][0]}" if id_ else id_

    def value_from_datadict(self, data, files, name):
        """Every (language, text) that was sent, in the order of the form."""
        prefix = f"{name}__"
        sent = [(key[len(prefix) :], data[key]) for key in data if key.startswith(prefix)]
        pairs = [(code, text) for code, text in sent if LANGUAGE.fullmatch(code)]
        further = data.get(prefix + FURTHER_LANGUAGE, "").strip(), data.get(prefix + FURTHER, "")
        return [*pairs, further] if any(further) else pairs

    def value_omitted_from_data(self, data, files, name):
        """Whether the form did not ask for these texts at all."""
        return not any(key.startswith(f"{name}__") for key in data)

    def get_context(self, name, value, attrs):
        """The panels: one for each language, then the one for a further language."""
        attrs = self.build_attrs(self.attrs, attrs)
        texts, further = _sorted_out(value)
        languages = _languages(texts)
        panels = [self._panel(name, code, title, texts, attrs) for code, title in languages]
        further = self._further(name, further, attrs)
        filled = [panel for panel in (further, *panels) if panel["is_filled"]]
        (filled or panels)[0]["is_shown"] = True
        return {"choice": f"{name}__shown", "panels": panels, "further": further}

    def render(self, name, value, attrs=None, renderer=None):
        """Draw with the site's templates, where the form renderer does not look."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def _panel(self, name, code, title, texts, attrs):
        """What the template needs for one language."""
        own = {**attrs, "id": f"{attrs.get('id', name)}__{code}", "lang": code, "aria-label": title}
        text = texts.get(code, "")
        return {
            "id": own["id"],
            "title": title,
            "is_filled": bool(text),
            "is_shown": False,
            "input": self._input().render(f"{name}__{code}", text, own),
        }

    def _further(self, name, pair, attrs):
        """What the template needs for the place where one more language is added."""
        code, text = pair
        id_ = f"{attrs.get('id', name)}__{FURTHER}"
        code_attrs = {
            "id": f"{id_}_language",
            "placeholder": _("code, as fr"),
            "autocomplete": "off",
            "aria-label": _("Language code (ISO 639)"),
        }
        text_attrs = {**attrs, "id": id_, "aria-label": _("Text in the further language")}
        return {
            "id": id_,
            "is_filled": bool(text or code),
            "is_shown": False,
            "code_input": UnfoldAdminTextInputWidget().render(
                f"{name}__{FURTHER_LANGUAGE}", code, code_attrs
            ),
            "input": self._input().render(f"{name}__{FURTHER}", text, text_attrs),
        }

    def _input(self):
        """The input for one language."""
        if self.multiline:
            return UnfoldAdminTextareaWidget({"rows": 4})
        return UnfoldAdminTextInputWidget()


def _sorted_out(value):
    """The value as texts by language, and the pair that has no place among them (or empties).

    What cannot be a tab (a code of the wrong shape, a language given twice) is shown again where
    it was entered, so that nothing is lost while the curator corrects it.
    """
    pairs = value.items() if isinstance(value, dict) else value or ()
    texts, further = {}, ("", "")
    for code, text in pairs:
        if code in texts or not LANGUAGE.fullmatch(code):
            further = code, text
        else:
            texts[code] = text
    return texts, further


def _languages(texts):
    """The (code, name) of every language to show: the register's, then the others there are."""
    known = dict(settings.REGISTER_LANGUAGES)
    others = sorted(set(texts) - set(known))
    return [*known.items(), *((code, _own_name(code)) for code in others)]


def _own_name(code):
    """A language's name in that language where Django knows it, else its code."""
    return LANG_INFO.get(code, {}).get("name_local", code)
