"""What the templates of the public pages say: days, texts, names, sources, reasons."""

from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlencode

from django import template
from django.template import RequestContext
from django.urls import NoReverseMatch, reverse
from django.utils.dateformat import format as date_format
from django.utils.formats import number_format
from django.utils.html import conditional_escape, format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from agreements.law.reasons import DAYS, sentence
from catalogue import languages
from catalogue.citing import Evidence
from catalogue.clauses import clause_words
from catalogue.cyrillic import endings_joined
from catalogue.dates import written_date, written_month
from catalogue.durations import written_duration
from catalogue.labels import labels
from catalogue.languages import text_for_reader
from catalogue.names import Name, address_of
from catalogue.paths import fact_words, row_at
from register.kind_table import kind

register = template.Library()

# Only these are made into links; anything else that a source gives as its address is shown as text.
LINKED = ("https://", "http://")
# Names differ from source to source without contradiction; their list of sources tells them.
NAMING = {"", "codes", "names", "official_names", "remarks", "titles"}
# The name of a search is its whole text; a list shows its beginning.
LONGEST_NAME = 160
CITATION_FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
# How quotation marks are written within others.
WITHIN = {
    "en": str.maketrans("“”", "‘’"),
    "ru": str.maketrans("«»", "„“"),
    "uz": str.maketrans("“”", "«»"),
    "uz-cyrl": str.maketrans("“”", "«»"),
}
# How many participants a list names of each agreement.
MOST_NAMES = 8


@register.filter
def partial_date(value) -> str:
    """A day as far as it is known, for running text: 14 March 2015."""
    return written_date(value)


@register.filter(expects_localtime=True)
def short_date(value) -> str:
    """A day as far as it is known, for tables (14 Mar 2015); the day of a moment."""
    return written_date(value, short=True)


@register.filter
def month(value: date) -> str:
    """A month as a heading: March 2015."""
    return written_month(value)


@register.filter
def moment(value: datetime) -> SafeString:
    """A moment by the clock of the register: 23 November 2026, 17:05 UTC+05:00."""
    here = localtime(value)
    words = date_format(here, pgettext("moment format", "j F Y, H:i"))
    iso = here.isoformat("T", "seconds")
    return format_html('<time datetime="{}">{} UTC{}</time>', iso, words, iso[19:])


@register.filter
def duration(value: str) -> str:
    """A stretch of time in words: 1 year 6 months."""
    return written_duration(value)


@register.filter
def clause(row: dict) -> SafeString | str:
    """A final clause in words; "" where its own text begins with the same."""
    words = clause_words(row)
    own = shown(row["text"]).casefold()
    return "" if words and own.startswith(words.casefold()) else words


@register.filter
def article(number: str) -> str:
    """`22(1)` as “article 22(1)”; what is not a number stays as it is written."""
    return _("article %(number)s") % {"number": number} if number[:1].isdigit() else number


@register.filter
def shown(texts: dict) -> SafeString | str:
    """The text for this reader; one in another language is marked with its language."""
    found = text_for_reader(texts or {})
    return _in_language(*found) if found else ""


@register.filter
def shown_paragraphs(texts: dict) -> SafeString | str:
    """As `shown`, with the paragraphs that the curator made."""
    found = text_for_reader(texts or {})
    if not found:
        return ""
    language, text = found
    paragraphs = mark_safe(linebreaks(text, autoescape=True))
    return format_html('<div lang="{}">{}</div>', languages.page_code(language), paragraphs)


@register.filter
def quotes_within(text: SafeString | str) -> SafeString | str:
    """A text to be set in quotation marks of the page's language: its own are of the other sort."""
    return mark_safe(conditional_escape(text).translate(WITHIN.get(get_language(), WITHIN["en"])))


@register.filter
def in_language(text: str, language: str) -> SafeString | str:
    """A text of which the language is known, marked with it where that is not the page's."""
    return _in_language(language, text)


def _in_language(language: str, text: str) -> SafeString | str:
    """The text, wrapped with its language where that is not the page's."""
    if language == languages.language_of_page():
        return text
    return format_html('<span lang="{}">{}</span>', languages.page_code(language), text)


@register.filter
def label(code: str, path: str) -> str:
    """The public word for a code, as `agreements.Act.type` calls it; "" for none."""
    return labels(path)[code] if code else ""


@register.filter
def language_shown(texts: dict) -> str:
    """The language in which `shown` shows a text; the page's own where there is none."""
    found = text_for_reader(texts or {})
    return found[0] if found else languages.language_of_page()


@register.filter
def other_language(code: str) -> str:
    """The name of a language that is not the page's; "" for the page's own."""
    return "" if code == languages.language_of_page() else languages.name(code)


@register.filter
def fallback_note(code: str) -> SafeString | str:
    """Says under a heading that it is shown in a language that is not the page's."""
    if not (other := other_language(code)):
        return ""
    said = _("Shown in %(language)s: nothing is recorded in the language of this page.")
    return format_html('<p class="small muted">{}</p>', said % {"language": other})


@register.filter
def language_name(code: str) -> str:
    """Russian, for `ru`."""
    return languages.name(code)


@register.filter
def own_language_name(code: str) -> str:
    """Русский, for `ru`."""
    return languages.own_name(code)


@register.simple_tag(takes_context=True)
def other_pages(context: RequestContext) -> list[tuple[str, str, bool]]:
    """The page in each language, with the same question: code, address, whether it is this one."""
    if "vantage" not in context:
        return []
    return languages.addresses(context["request"].path, context["vantage"].question.urlencode())


@register.simple_tag(takes_context=True)
def canonical(context: RequestContext) -> str:
    """The one address of the page, with the parameters that it reads in the order of names."""
    request, vantage = context.get("request"), context.get("vantage")
    if request is None or vantage is None:
        return ""
    question = urlencode(sorted(vantage.question.lists()), doseq=True)
    return request.build_absolute_uri(request.path) + (f"?{question}" if question else "")


@register.filter
def language_code(code: str) -> str:
    """What the `lang` attribute says for a text in this language."""
    return languages.page_code(code)


@register.simple_tag
def kind_word(name: str) -> str:
    """What records of this kind are called: agreement, state, source …"""
    return kind(name).model._meta.verbose_name


@register.simple_tag
def amount(value: str | int) -> str:
    """A number with its thousands set apart; a decimal string keeps the figures it has."""
    return number_format(Decimal(value), force_grouping=True)


@register.simple_tag
def outside(address: str) -> SafeString | str:
    """An address outside the register as a link; what is no web address as it is written."""
    if not address:
        return format_html('<span class="muted">{}</span>', _("not recorded"))
    if not address.startswith(LINKED):
        return address
    return format_html('<a href="{0}" rel="external">{0}</a>', address)


@register.simple_tag(takes_context=True)
def name_of(context: RequestContext, key: str) -> SafeString | str:
    """What a record is called, as a link to its page; the key itself where it has no name."""
    name = context["names"].get(key)
    if name is None:
        return key
    address = address_of(name.kind, key, context["vantage"].kept)
    return format_html('<a href="{}">{}</a>', address, _name(name, key))


def _name(name: Name, key: str) -> SafeString | str:
    found = text_for_reader(name.texts)
    if not found:
        return key
    text = Truncator(found[1]).chars(LONGEST_NAME) if name.kind == "check" else found[1]
    return _in_language(found[0], text)


@register.simple_tag(takes_context=True)
def plain_name_of(context: RequestContext, key: str) -> SafeString | str:
    """What a record is called, without the link."""
    name = context["names"].get(key)
    return _name(name, key) if name else key


@register.simple_tag(takes_context=True)
def citation_files(context: RequestContext, document: dict) -> list[tuple[str, str]]:
    """The files that cite a record as the page shows it: the format and the address of each."""
    kind_name, question = document["kind"], context["vantage"].kept
    try:
        return [
            (words, f"{reverse(f'{kind_name}-{form}', args=[document['key']])}{question}")
            for form, words in CITATION_FORMATS.items()
        ]
    except NoReverseMatch:
        return []


@register.simple_tag(takes_context=True)
def names_of(context: RequestContext, keys: list[str]) -> SafeString:
    """What some records are called, without links, one after another."""
    return mark_safe(", ".join(conditional_escape(plain_name_of(context, key)) for key in keys))


@register.simple_tag(takes_context=True)
def who_and_what(context: RequestContext, document: dict) -> SafeString:
    """An agreement in a line: those who take part, its form, and in whose name it is made."""
    rows = document["participants"]
    names = [
        plain_name_of(context, row["actor"]) if row["actor"] else shown(row["text"])
        for row in rows[:MOST_NAMES]
    ]
    if more := len(rows[MOST_NAMES:]):
        names.append(_("and %(count)d more") % {"count": more})
    form = [label(document[name], f"agreements.Agreement.{name}") for name in ("form", "level")]
    words = ", ".join(conditional_escape(word) for word in form if word)
    sides = " · ".join(map(conditional_escape, names))
    return mark_safe(f"{sides} — {words}" if names else words)


@register.simple_tag(takes_context=True)
def name_of_code(context: RequestContext, code_list: str, code: str) -> SafeString:
    """A code of a list with what it means, as a link to the list."""
    return format_html("{} {}", code, name_of(context, f"{code_list}/{code}"))


@register.simple_tag(takes_context=True)
def participant_name(context: RequestContext, ref: str) -> SafeString | str:
    """The participant of the page's agreement that this ref stands for."""
    row = next(row for row in context["document"]["participants"] if row["ref"] == ref)
    return plain_name_of(context, row["actor"]) if row["actor"] else shown(row["text"])


@register.simple_tag(takes_context=True)
def reason(context: RequestContext, said: dict) -> SafeString:
    """Why the answer is what it is, in a sentence: days written out, the other agreement linked."""
    values = {
        name: value if name in DAYS else conditional_escape(value) for name, value in said.items()
    }
    if "by" in values:
        values["by"] = name_of(context, said["by"])
    return mark_safe(endings_joined(sentence(values, _, written_date)))


@register.simple_tag(takes_context=True)
def cite(context: RequestContext, path: str, ref: str = "", field: str = "") -> SafeString | str:
    """The marks that lead to the sources of a fact: of a field, or of a row with all its fields."""
    citations = context["citations"]
    full = "/".join(step for step in (path, ref, field) if step)
    evidence = citations.below(full) if ref and not field else citations.of(full)
    if not evidence:
        return ""
    others = () if path in NAMING else citations.other_values(full)
    said = _("(another source: “%(value)s”)")
    values = (
        format_html(' <span class="tiny muted">{}</span>', said % {"value": v}) for v in others
    )
    return format_html("{}{}", _marks(evidence, citations.mark(full)), mark_safe("".join(values)))


def _marks(evidence: list[Evidence], anchor: str) -> SafeString:
    said = _("Source %(number)s")
    links = format_html_join(
        "\u2009",
        '<a href="#{}" aria-label="{}">{}</a>',
        ((one.anchor, said % {"number": one.number}, one.number) for one in evidence),
    )
    if not anchor:
        return format_html('<sup class="src">{}</sup>', links)
    return format_html('<sup class="src" id="{}">{}</sup>', anchor, links)


@register.simple_tag(takes_context=True, name="fact_words")
def words_of_row(context: RequestContext, rows: str, ref: str) -> str:
    """What a row of the page's document is called: the type of an act, for one."""
    return fact_words(context["document"], f"{rows}/{ref}")


@register.filter
def plus(number: float, more: int) -> float:
    """A place in a picture so much further on."""
    return round(number + more, 1)


@register.filter
def fact_called(path: str, document: dict) -> str:
    """What the fact at a path of a document is called."""
    return fact_words(document, path)


@register.simple_tag(takes_context=True)
def back(context: RequestContext, path: str) -> SafeString | str:
    """From a source back to the fact on the page that it is cited for."""
    words = fact_words(context["document"], path)
    if whose := _whose(context, path):
        words = format_html("{} ({})", words, whose)
    anchor = context["citations"].anchor_of(path)
    return format_html('<a href="#{}">{}</a>', anchor, words) if anchor else words


def _whose(context: RequestContext, path: str) -> SafeString | str:
    """The state or organization that the row at this path is about, if it is about one."""
    row = row_at(context["document"], path) or {}
    if row.get("participant"):
        return participant_name(context, row["participant"])
    return plain_name_of(context, row["actor"]) if row.get("actor") else ""


@register.simple_block_tag
def section(content: str, slug: str, title: str, note: str = "") -> SafeString:
    """A section with its head hanging in the margin, as a side-note in a statute."""
    beside = format_html("<p>{}</p>", note) if note else ""
    return format_html(
        '<section class="sec" id="{0}" aria-labelledby="{0}-head">'
        '<header><h2 id="{0}-head">{1}</h2>{2}</header><div>{3}</div></section>',
        slug,
        title,
        beside,
        content,
    )
