"""What the templates of the public pages draw: shapes with their words."""

from html import escape

from django import template
from django.template import RequestContext
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from catalogue import marks
from catalogue.coverage import Cell, Row
from catalogue.dates import plain_date, written_date
from catalogue.facets import Facet, Value
from catalogue.labels import labels
from catalogue.templatetags.catalogue import plain_name_of

register = template.Library()
# How far the values of a facet step in below one another.
DEEPEST = 3


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the shapes of the icon file; it repeats a word that stands next to it."""
    address = f"{static('img/icons.svg')}#{name}"
    return mark_safe(f'<svg class="ic" aria-hidden="true"><use href="{escape(address)}"/></svg>')


def _drawn(mark: marks.Mark, more: str | Promise = "") -> SafeString:
    return mark_safe(f'<span class="st st-{mark.tone}">{_parts(mark, more)}</span>')


def _parts(mark: marks.Mark, more: str | Promise = "") -> SafeString:
    words = capfirst(str(mark.word)) + (f"; {more}" if more else "")
    return mark_safe(f"{icon(mark.shape)}<span>{escape(words)}</span>")


@register.simple_tag
def status(code: str, reason: str = "") -> SafeString:
    """The status of an agreement: shape and word; `reason` is the code of why it is so."""
    return _drawn(marks.STATUSES[code], marks.NATURES.get(reason, ""))


@register.simple_tag
def standing(code: str) -> SafeString:
    """The standing of a participant: shape and word."""
    return _drawn(marks.STANDINGS[code])


@register.simple_tag
def project_status(code: str) -> SafeString:
    """The status of a project: shape and word."""
    return _drawn(marks.PROJECT_STATUSES[code])


@register.simple_tag
def law_status(code: str) -> SafeString:
    """The status of a law: shape and word."""
    return _drawn(marks.LAW_STATUSES[code])


@register.simple_tag
def claimed() -> SafeString:
    """The mark of what somebody says and nothing confirms."""
    return _drawn(marks.CLAIMED)


@register.simple_tag
def status_parts(code: str, reason: str = "") -> SafeString:
    """Shape and word of a status, for an element that is itself the mark."""
    return _parts(marks.STATUSES[code], marks.NATURES.get(reason, ""))


@register.simple_tag
def standing_parts(code: str) -> SafeString:
    """Shape and word of a standing, for an element that is itself the mark."""
    return _parts(marks.STANDINGS[code])


@register.simple_tag
def project_parts(code: str) -> SafeString:
    """Shape and word of a project's status, for an element that is itself the mark."""
    return _parts(marks.PROJECT_STATUSES[code])


@register.filter
def status_tone(code: str) -> str:
    """The class that colours an element as the status is coloured."""
    return f"st-{marks.STATUSES[code].tone}"


@register.filter
def standing_tone(code: str) -> str:
    """The class that colours an element as the standing is coloured."""
    return f"st-{marks.STANDINGS[code].tone}"


@register.filter
def project_tone(code: str) -> str:
    """The class that colours an element as the project's status is coloured."""
    return f"st-{marks.PROJECT_STATUSES[code].tone}"


@register.simple_tag
def confidence(word: str) -> SafeString:
    """How sure the evidence is: bars and the word; it says nothing on how the law stands."""
    words = {"verified": _("verified"), "reported": _("reported"), "uncertain": _("uncertain")}
    return format_html('<span class="conf conf-{}">{}</span>', word, words[word])


@register.simple_tag(takes_context=True)
def answer_of(context: RequestContext, key: str) -> SafeString | str:
    """The status of another agreement on the page's day, with the day since when."""
    answer = context["answers"].get(key)
    if answer is None:
        return ""
    mark = status(answer.status, answer.reason["code"])
    if not answer.since:
        return mark
    since = format_html(_("since {day}"), day=written_date(answer.since, short=True))
    return format_html("{} {}", mark, since)


@register.simple_tag(takes_context=True)
def home_standing(context: RequestContext, key: str) -> SafeString | str:
    """How the home state stands in another agreement on the page's day; "" where it has no part."""
    answer = context["home_standings"].get(key)
    if answer is None:
        return ""
    return format_html(
        " · {}: {}", plain_name_of(context, context["home"]), standing(answer.status)
    )


@register.simple_tag
def values_of(facet: Facet) -> SafeString:
    """The values of a facet to tick, each with its count.

    A page has hundreds: written without the template's machinery, they cost a tenth.
    """
    return mark_safe("".join(_choice(facet.name, one) for one in facet.values))


def _choice(name: str, one: Value) -> str:
    value, ticked = escape(one.value), " checked" if one.is_chosen else ""
    depth = f' class="d{min(one.depth, DEEPEST)}"' if one.depth else ""
    label = escape(one.label[:1].upper() + one.label[1:])
    return (
        f'<label{depth}><input type="checkbox" id="{name}={value}" name="{name}"'
        f' value="{value}"{ticked}> <span>{label}</span> <b>{one.count}</b></label>'
    )


@register.simple_tag(takes_context=True)
def coverage_cell(context: RequestContext, row: Row, cell: Cell) -> SafeString:
    """A cell of the coverage matrix: shape and number with a way to the list, dash, or hatching."""
    label = plain_name_of(context, cell.subject)
    if cell.in_force or cell.others:
        in_force = npgettext("a number of agreements", "in force", "in force", cell.in_force)
        other = npgettext("a number of agreements", "other", "other", cell.others)
        shapes = [("force", cell.in_force, in_force), ("signed", cell.others, other)]
        marks_ = format_html_join(
            " ",
            '<span class="st st-{0}">{1}{2}<span class="vh"> {3}</span></span>',
            ((tone, icon(tone), count, words) for tone, count, words in shapes if count),
        )
        address = _list_between(context, row.actor, cell.subject)
        return format_html(
            '<td role="cell" data-label="{}"><a href="{}">{}</a></td>', label, address, marks_
        )
    if cell.check is None:
        words = _("not checked")
        return format_html(
            '<td role="cell" class="unchecked"><span class="vh">{}</span></td>', words
        )
    words, address = _search_told(context, cell)
    return format_html(
        '<td role="cell" data-label="{}"><a href="{}">–<span class="vh"> {}</span></a></td>',
        label, address, words,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def coverage_words(context: RequestContext, actor: str, cell: Cell) -> SafeString:
    """The same in words: how many agreements with a way to the list, or what a search found."""
    if not (cell.in_force or cell.others):
        words, address = _search_told(context, cell)
        return format_html('<a href="{}">{}</a>', address, capfirst(words))
    told = [
        (marks.FORCE, cell.in_force, _("%(count)d in force")),
        (marks.SIGNED, cell.others, _("%(count)d other")),
    ]
    shapes = format_html_join(
        mark_safe('<span class="vh">, </span>'),
        '<span class="st st-{}">{}<span>{}</span></span>',
        (
            (tone, icon(shape), words % {"count": count})
            for (shape, tone), count, words in told
            if count
        ),
    )
    return format_html('<a href="{}">{}</a>', _list_between(context, actor, cell.subject), shapes)


def _search_told(context: RequestContext, cell: Cell) -> tuple[str, str]:
    """What the newest search about a subject found and when, and the address of its record."""
    result = labels("agreements.Check.result")[cell.check.result]
    words = f"{result}, {plain_date(cell.check.done_on)}" if cell.check.done_on else str(result)
    return words, reverse("check", args=[cell.check.key]) + context["vantage"].kept


@register.simple_tag
def coverage_rest(row: Row) -> SafeString:
    """The cell that sums up, on a narrow screen, the subjects that nobody looked into."""
    words = _("%(count)d of %(total)d") % {"count": row.unchecked, "total": len(row.cells)}
    label = _("Subjects not checked")
    shown = words if row.unchecked else ""
    return format_html('<td role="cell" class="rest" data-label="{}">{}</td>', label, shown)


def _list_between(context: RequestContext, actor: str, subject: str) -> str:
    """The list of the agreements in which the home state and another take part about a subject."""
    question = context["vantage"].question.copy()
    for name in ("partners", "agreements", "page"):
        question.pop(name, None)
    question["subject"] = subject
    question.setlist("participant", [context["home"], actor])
    return f"{reverse('agreements')}?{question.urlencode()}"
