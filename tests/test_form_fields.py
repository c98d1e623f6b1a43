"""Partial dates and texts in several languages as a curator meets them in a form."""

import pytest
from django.core.exceptions import ValidationError
from unfold.admin import ModelAdmin
from unfold.sites import UnfoldAdminSite

from register.form_fields import PartialDateFormField, TextsFormField
from register.partial_dates import PartialDate
from register.widgets import TextsInput
from tests.field_models import Membership, MembershipForm

# --- A partial date in a form --------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "text"), [("1951-07", "1951-07"), (" 1951? ", "1951?")])
def test_a_date_typed_with_blanks_around_it_is_read(typed, text):
    assert PartialDateFormField().clean(typed) == PartialDate.parse(text)


def test_an_empty_line_is_no_date():
    assert PartialDateFormField(required=False).clean("  ") is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "28.07.1951",
            "“28.07.1951” is not a date. Write the day, the month or the year: 1951-07-28",
        ),
        ("1951-02-30", "“1951-02-30” is not in the calendar: it has no such month or day."),
        ("1952/1951", "“1952/1951” ends before it begins: write the earlier date first."),
    ],
)
def test_a_wrong_date_is_answered_with_a_sentence_that_helps(typed, sentence):
    with pytest.raises(ValidationError) as refused:
        PartialDateFormField().clean(typed)
    assert refused.value.messages[0].startswith(sentence)


def test_the_line_shows_the_date_as_written_and_how_to_write_one():
    html = MembershipForm(instance=Membership(from_on="1951-07~")).as_p()
    assert 'value="1951-07~"' in html
    assert 'placeholder="1951-07-28, 1951-07 or 1951"' in html


def test_a_date_sent_back_unchanged_is_no_change():
    shown = Membership(from_on="1951-07~", names={"en": "Commission"})
    data = {"from_on": "1951-07~", "until_on": "", "names__en": "Commission", "names__ru": ""}
    assert not MembershipForm(data, instance=shown).has_changed()
    assert MembershipForm({**data, "from_on": "1951-07"}, instance=shown).changed_data == [
        "from_on"
    ]
    assert MembershipForm({**data, "from_on": "1951-99"}, instance=shown).changed_data == [
        "from_on"
    ]


# --- Texts in several languages in a form ------------------------------------------------------


def test_a_form_gathers_the_languages_and_leaves_out_the_empty_ones(db):
    form = MembershipForm({"names__en": " Commission ", "names__ru": "", "names__kk": "Комиссия"})
    assert form.is_valid()
    assert form.instance.names == {"en": "Commission", "kk": "Комиссия"}


def test_a_further_language_is_added_by_its_code(db):
    data = {"names__en": "Commission", "names__further_language": "fr", "names__further": "Comité"}
    form = MembershipForm(data)
    assert form.is_valid()
    assert form.cleaned_data["names"] == {"en": "Commission", "fr": "Comité"}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "There are two texts in “en”: keep one."),
        ("French", "“French” is not a language code: write two or three small letters (ISO 639)"),
        ("", "“” is not a language code"),
    ],
)
def test_a_further_text_that_has_no_place_is_refused_and_shown_again(db, code, sentence):
    data = {"names__en": "Commission", "names__further_language": code, "names__further": "Comité"}
    form = MembershipForm(data)
    assert form.errors["names"][0].startswith(sentence)
    html = str(form["names"])
    assert 'value="Commission"' in html
    assert 'value="Comité"' in html
    assert "checked" in html.partition("__further_shown")[2].partition(">")[0]


def test_the_languages_of_the_register_and_those_of_the_value_are_shown(settings):
    settings.REGISTER_LANGUAGES = [("en", "English"), ("uz", "Oʻzbekcha")]
    context = TextsInput().get_context("names", {"fr": "Comité", "uz-Cyrl": "Қўмита"}, {})
    titles = [panel["title"] for panel in context["panels"]]
    assert titles == ["English", "Oʻzbekcha", "français", "uz-Cyrl"]
    assert [panel["is_shown"] for panel in context["panels"]] == [False, False, True, False]


def test_the_tabs_need_no_script_and_every_input_has_a_name():
    html = TextsInput().render("names", {"en": "A <b>bold</b> one"}, {"id": "id_names"})
    assert "<script" not in html
    assert " on" not in html.replace(" one", "")
    assert "<b>" not in html
    assert html.count("<input") == html.count("aria-label=")
    assert TextsInput().id_for_label("id_names") == "id_names__en"
    assert 'id="id_names__en"' in html


def test_long_texts_are_asked_for_in_larger_inputs():
    assert Membership._meta.get_field("note").formfield().widget.multiline
    html = TextsInput(multiline=True).render("note", {"en": "Long"}, {"id": "id_note"})
    assert html.count("<textarea") == 4


def test_texts_that_must_be_given_are_asked_for():
    with pytest.raises(ValidationError, match="This field is required"):
        TextsFormField().clean([("en", " "), ("ru", "")])


def test_a_form_that_did_not_ask_for_texts_does_not_empty_them():
    assert TextsInput().value_omitted_from_data({"names_en": "", "from_on": ""}, {}, "names")
    assert not TextsInput().value_omitted_from_data({"names__en": ""}, {}, "names")


def test_the_theme_of_the_admin_leaves_both_fields_their_own_inputs(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    form = ModelAdmin(Membership, UnfoldAdminSite()).get_form(request)()
    assert isinstance(form.fields["names"].widget, TextsInput)
    assert form.fields["from_on"].widget.attrs["pattern"]
    assert "from_on_earliest" not in form.fields
