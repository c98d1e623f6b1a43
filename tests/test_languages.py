"""Every page speaks Uzbek in two scripts, Russian and English, and says what it cannot say."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils import translation
from django.utils.translation import npgettext

from catalogue.dates import plain_date, written_month
from catalogue.labels import labels
from catalogue.languages import text_for_reader
from catalogue.messages import public_messages
from catalogue.titles import main_title
from register.models import Code, Entry
from tests.factories import publish_documents
from tests.factories_actors import alias, organization_document, state_document
from tests.factories_agreements import agreement_document, subject_document, title
from tests.register_of_pages import READMISSION, published_register
from tests.test_pages import CEILINGS

PAGES = [address.removeprefix("/en/") for address in CEILINGS]
PAGES += [
    "coming/",
    "gaps/",
    "between/",
    "between/UZB/KAZ/",
    "alerts/?state=KAZ",
    "report/",
    "report/?record=UZB",
]
LANGUAGES = {"uz": "uz-Latn", "uz-cyrl": "uz-Cyrl", "ru": "ru", "en": "en"}
ENGLISH = {
    text
    for one in public_messages()
    for text in (one.id if isinstance(one.id, tuple) else (one.id,))
}
UZBEK_TITLE = "Oʻzbekiston va Qozogʻiston oʻrtasidagi bitim"


@pytest.fixture
def register(db):
    """The register that the pages show."""
    return published_register()


def got(client, address):
    """A page that must be there."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


def words_in(text):
    """What a reader reads of a page, what is marked as English left out."""
    return words_of(re.sub(r'<(\w+)[^>]*\blang="en"[^>]*>.*?</\1>', " ", text, flags=re.DOTALL))


def words_of(text):
    """What a reader reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "\n", text)).split("\n"))


def switch(text):
    """Where a page leads in each language: {the language's own name: address}."""
    links = re.findall(r'<a href="([^"]+)" hreflang="[^"]+" lang="[^"]+"[^>]*>([^<]+)</a>', text)
    return {name: unescape(address) for address, name in links}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_and_says_its_language(client, register, language):
    for page in PAGES:
        text = got(client, f"/{language}/{page}")
        assert f'<html lang="{LANGUAGES[language]}">' in text, page
        assert list(switch(text)) == ["Oʻzbekcha", "Ўзбекча", "Русский", "English"], page
        assert text.count('aria-current="true">') >= 1, page


@pytest.mark.parametrize("language", ["uz", "uz-cyrl", "ru"])
def test_no_sentence_of_the_interface_is_left_in_english(client, register, language):
    sentences = [text for text in ENGLISH if text.count(" ") >= 2 and not re.search(r"[%{<]", text)]
    assert len(sentences) > 300
    assert any(text in words_of(got(client, "/en/about/")) for text in sentences)
    for page in PAGES:
        words = words_in(got(client, f"/{language}/{page}"))
        assert [text for text in sentences if text in words] == [], page


def test_another_language_keeps_the_page_and_its_question(client, register):
    question = "agreements/?on=2013-01-01&participant=KAZ&status=in_force"
    led = switch(got(client, f"/en/{question}"))
    assert led["Русский"] == f"/ru/{question}"
    assert led["Ўзбекча"] == f"/uz-cyrl/{question}"
    assert switch(got(client, led["Ўзбекча"]))["English"] == f"/en/{question}"


def test_links_stay_in_the_language_of_the_page(client, register):
    text = got(client, f"/uz-cyrl/agreements/{READMISSION}/")
    body = text[text.index("<main") :]
    assert '<a href="/uz-cyrl/' in body
    assert '<a href="/en/' not in body


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("ru-RU,ru;q=0.9", "ru"),
        ("uz", "uz"),
        ("uz-Cyrl-UZ,ru;q=0.5", "uz-cyrl"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_what_the_browser_asks_for_decides_at_the_door(client, register, wanted, language):
    response = client.get("/", headers={"accept-language": wanted})
    assert response["Location"] == f"/{language}/"
    assert response["Vary"] == "Accept-Language"


def test_behind_the_door_the_address_alone_decides(client, register):
    client.cookies["django_language"] = "ru"
    response = client.get("/uz/", headers={"accept-language": "en"})
    assert '<html lang="uz-Latn">' in response.content.decode()
    assert response.cookies == {}
    assert "Accept-Language" not in response.get("Vary", "")


def test_the_api_speaks_english_whatever_the_browser_asks_for(client, register):
    question = "/api/v1/agreements/?nonsense=1"
    asked = client.get(question, headers={"accept-language": "ru"})
    assert "There is no parameter" in asked.content.decode()
    assert asked.content == client.get(question).content


def test_a_page_that_is_not_there_says_so_in_its_language(client, register):
    response = client.get("/ru/agreements/nothing/")
    assert response.status_code == 404
    assert "Этой страницы нет в реестре" in response.content.decode()


def test_a_title_that_is_only_english_is_shown_with_a_note(client, register):
    text = got(client, f"/uz/agreements/{READMISSION}/")
    assert '<h1 lang="en">Agreement on readmission' in text
    assert "Boshqa tilda koʻrsatilgan (ingliz tili)" in text
    assert "Shown in" not in got(client, f"/en/agreements/{READMISSION}/")


def test_a_title_in_the_language_of_the_page_needs_no_note(client, register):
    text = got(client, f"/ru/agreements/{READMISSION}/")
    assert '<h1 lang="ru">Соглашение о реадмиссии' in text
    assert "Показано на другом языке" not in text


def test_an_uzbek_title_is_written_in_the_letters_of_the_page(client, register):
    titles = [title(1, text="Agreement"), title(2, language="uz", text=UZBEK_TITLE)]
    publish_documents([agreement_document("in-uzbek", titles=titles)])
    latin, cyrillic = (got(client, f"/{code}/agreements/in-uzbek/") for code in ("uz", "uz-cyrl"))
    assert f'<h1 lang="uz-Latn">{UZBEK_TITLE}' in latin
    assert '<h1 lang="uz-Cyrl">Ўзбекистон ва Қозоғистон ўртасидаги битим' in cyrillic


def test_names_in_uzbek_are_written_in_the_letters_of_the_page(client, register):
    names = {"en": "Border body", "uz": "Chegara qoʻmitasi"}
    publish_documents([organization_document("border-body", names=names)])
    assert "Чегара қўмитаси" in got(client, "/uz-cyrl/organizations/border-body/")
    assert "Чегара қўмитаси" in got(client, "/uz-cyrl/organizations/")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("uz", ("uz", "Bitim")),
        ("uz-cyrl", ("uz-Cyrl", "Битим")),
        ("ru", ("en", "Agreement")),
        ("en", ("en", "Agreement")),
    ],
)
def test_a_reader_is_shown_the_nearest_text_there_is(language, shown):
    with translation.override(language):
        assert text_for_reader({"uz": "Bitim", "en": "Agreement", "fr": "Accord"}) == shown


def test_uzbek_cyrillic_that_somebody_wrote_goes_before_what_is_made():
    texts = {"uz": "Bitim", "uz-Cyrl": "Келишув"}
    with translation.override("uz-cyrl"):
        assert text_for_reader(texts) == ("uz-Cyrl", "Келишув")
    with translation.override("uz"):
        assert text_for_reader({"uz-Cyrl": "Келишув", "en": "A"}) == ("uz-Cyrl", "Келишув")
        assert main_title({"titles": [], "key": "k"})["language"] == "uz"


@pytest.mark.parametrize(
    ("language", "known", "written"),
    [
        ("uz", "2015-03-14", "2015-yil 14-mart"),
        ("uz-cyrl", "2015-03-14", "2015 йил 14 март"),
        ("uz-cyrl", "2015-10-01", "2015 йил 1 октябрь"),
        ("ru", "2015-03-14", "14 марта 2015 года"),
        ("en", "2015-03-14", "14 March 2015"),
        ("uz", "2015-03", "2015-yil mart"),
        ("uz-cyrl", "2015-04", "2015 йил апрель"),
        ("ru", "2015-03", "03.2015"),
        ("uz", "2015", "2015-yil"),
        ("ru", "2015~", "около 2015"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language, known, written):
    with translation.override(language):
        assert plain_date(known) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("uz", "2027-yil iyun"),
        ("uz-cyrl", "2027 йил июнь"),
        ("ru", "Июнь 2027"),
        ("en", "June 2027"),
    ],
)
def test_a_month_heads_a_list(language, written):
    with translation.override(language):
        assert written_month(date(2027, 6, 1)) == written


def test_the_reason_of_a_status_has_its_day_in_the_language_of_the_page(client, register):
    address = f"agreements/{READMISSION}/?on=2013-01-01"
    for language, said in (
        ("uz", "2012-yil 1-iyunda kuchga kirgan."),
        ("uz-cyrl", "2012 йил 1 июнда кучга кирган."),
        ("ru", "Вступило в силу 1 июня 2012 года."),
    ):
        text = re.sub(r"</?(?:time|a|b)\b[^>]*>", "", got(client, f"/{language}/{address}"))
        assert said in text


def test_numbers_take_the_form_of_the_language(client, register):
    assert "3 соглашения" in got(client, "/ru/agreements/")
    assert "3 ta bitim" in got(client, "/uz/agreements/")
    assert "1 проект<" in got(client, "/ru/projects/")


def test_a_count_of_participants_takes_the_form_of_the_language(client, register):
    address = f"agreements/{READMISSION}/"
    assert "<li>2 parties" in got(client, f"/en/{address}")
    assert "<li>участники: 2" in got(client, f"/ru/{address}")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("uz", "01.06.2012 dan beri"),
        ("uz-cyrl", "01.06.2012 дан бери"),
        ("ru", "с 01.06.2012"),
        ("en", "since 1 Jun 2012"),
    ],
)
def test_a_day_in_figures_has_its_ending_apart(client, register, language, said):
    text = words_of(got(client, f"/{language}/agreements/?on=2013-01-01"))
    assert said in " ".join(text.split())


@pytest.mark.parametrize(("language", "quoted"), [("ru", "«readmission»"), ("uz", "“readmission”")])
def test_words_are_quoted_as_the_language_quotes_them(client, register, language, quoted):
    assert quoted in got(client, f"/{language}/search/?q=readmission")


def test_the_end_of_the_path_to_a_page_says_its_language(client, register):
    text = got(client, f"/uz/agreements/{READMISSION}/")
    assert '<li aria-current="page"><span lang="en">Agreement on readmission' in text


def test_a_note_of_which_no_language_is_recorded_says_none(client, register):
    text = got(client, f"/ru/agreements/{READMISSION}/")
    assert '<p class="meta" lang="">' in text[text.index('id="before"') :]


def test_a_name_that_two_languages_share_is_shown_once(client, db):
    names = {"en": "Russia", "ru": "Россия", "uz-Cyrl": "Россия"}
    publish_documents([state_document("RUS", names=names)])
    heading = got(client, "/en/states/RUS/").partition('<p class="over">')[2].partition("<h1")[0]
    assert heading.count("Россия") == 1


def test_a_former_name_has_its_last_day_in_brackets(client, db):
    publish_documents([state_document("RUS", aliases=[alias(1, until="1991-12-25")])])
    text = re.sub(r"</?(?:time|span)[^>]*>", "", got(client, "/ru/states/RUS/"))
    assert "Другое имя (до 25.12.1991)" in text


@pytest.mark.parametrize(
    ("language", "written", "cited"),
    [
        ("ru", "Закон «О миграции»", "«Закон „О миграции“»"),
        ("uz", "“Migratsiya toʻgʻrisida”gi Qonun", "“«Migratsiya toʻgʻrisida»gi Qonun”"),
        ("en", "Law “On Migration”", "“Law ‘On Migration’”"),
    ],
)
def test_quotation_marks_within_others_differ(client, db, language, written, cited):
    publish_documents([subject_document("of-quotes", names={language: written})])
    assert cited in got(client, f"/{language}/subjects/of-quotes/")


@pytest.mark.parametrize(("number", "word"), [(1, "другое"), (2, "других"), (21, "другое")])
def test_the_word_after_a_number_of_agreements_takes_its_form(number, word):
    with translation.override("ru"):
        assert npgettext("a number of agreements", "other", "other", number) == word


def test_a_code_of_law_is_not_a_code_of_a_list():
    with translation.override("ru"):
        assert str(labels("agreements.Law.form")["code"]) == "кодекс"
        assert str(Code._meta.verbose_name) == "код"


def test_each_language_has_an_entity_tag_of_its_own(client, register):
    tags = {client.get(f"/{language}/about/")["ETag"] for language in LANGUAGES}
    assert len(tags) == len(LANGUAGES)
    assert Entry.objects.exists()
