"""Published rows of the kinds that this room brings: what lists filter and sort by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.models import PublishedRow
from register.partial_dates import PartialDate

from .act_type import BEGINNINGS

# Which of several titles in one language a list shows.
TITLE_ORDER = ("official", "working_translation", "descriptive", "short")
# As much of a title as lists sort by: an index entry has an upper limit.
SORTED_LENGTH = 200


def titles_by_language(titles):
    """One title for each language, the weightiest there is: {"en": …}."""
    ordered = sorted(titles, key=lambda title: TITLE_ORDER.index(title["type"]), reverse=True)
    return {title["language"]: title["text"] for title in ordered}


def title_to_sort_by(document):
    """The English title, else the first by language, else the key, in small letters."""
    titles = titles_by_language(document["titles"])
    title = titles.get("en") or next((titles[name] for name in sorted(titles)), document["key"])
    return title.casefold()[:SORTED_LENGTH]


def languages_of_text(document):
    """The languages in which a text is known to be: the authentic ones, titles and documents."""
    official = {title["language"] for title in document["titles"] if title["type"] == "official"}
    held = {row["language"] for row in document["documents"] if row["language"]}
    return sorted({*document["authentic_languages"], *official, *held})


class PublishedSubject(PublishedRow):
    """A published subject."""

    KIND = "subject"

    parent = models.CharField(_("part of"), max_length=120)
    position = models.PositiveIntegerField(_("position"))

    @classmethod
    def columns_of(cls, document):
        """Where the subject stands in the tree; the parent is empty at the top."""
        return {"parent": document["parent"] or "", "position": document["position"]}


class PublishedAgreement(PublishedRow):
    """A published agreement. Its status on a day is asked of the period rows."""

    KIND = "agreement"

    title = models.CharField(_("title to sort by"), max_length=SORTED_LENGTH)
    form = models.CharField(_("form"), max_length=20)
    scope = models.CharField(_("scope"), max_length=20)
    reach = models.CharField(_("reach"), max_length=20)
    level = models.CharField(_("level"), max_length=20)
    binding = models.CharField(_("binding"), max_length=20)
    disclosure = models.CharField(_("disclosure"), max_length=20)
    identifiers = models.TextField(_("identifiers, one a line, between line ends"))
    languages = models.TextField(_("languages of the text, one a line, between line ends"))
    made_on = models.DateField(_("made on"), null=True)

    class Meta(PublishedRow.Meta):
        indexes = [
            *PublishedRow.Meta.indexes,
            models.Index(fields=["said_until", "made_on", "key"], name="agreements_by_day_made"),
            models.Index(fields=["said_until", "title", "key"], name="agreements_by_title"),
        ]

    @classmethod
    def columns_of(cls, document):
        """The plain columns, and what is worked out of titles, identifiers and acts."""
        plain = ("form", "scope", "reach", "level", "binding", "disclosure")
        return {
            **{name: document[name] for name in plain},
            "title": title_to_sort_by(document),
            "identifiers": "".join(f"\n{each['value']}\n" for each in document["identifiers"]),
            "languages": "".join(f"\n{each}\n" for each in languages_of_text(document)),
            "made_on": earliest_day(
                act["done_on"]
                for act in document["acts"]
                if act["type"] in BEGINNINGS and act["evidence"] == "shown"
            ),
        }


class PublishedLaw(PublishedRow):
    """A published law."""

    KIND = "law"

    title = models.CharField(_("title to sort by"), max_length=SORTED_LENGTH)
    form = models.CharField(_("form"), max_length=20)
    status = models.CharField(_("status"), max_length=20)
    state = models.CharField(_("state"), max_length=120)
    adopted_on = models.DateField(_("adopted on"), null=True)

    @classmethod
    def columns_of(cls, document):
        """The form, status and state, the title to sort by and the first day of adoption."""
        return {
            "title": title_to_sort_by(document),
            "form": document["form"],
            "status": document["status"],
            "state": document["state"],
            "adopted_on": earliest_day([document["adopted_on"]]),
        }


class PublishedCheck(PublishedRow):
    """A published check."""

    KIND = "check"

    actor = models.CharField(_("state or organization"), max_length=120)
    result = models.CharField(_("result"), max_length=20)
    done_on = models.DateField(_("done on"), null=True)

    @classmethod
    def columns_of(cls, document):
        """Whose agreements were looked for, when, and what came of it."""
        return {
            "actor": document["actor"],
            "result": document["result"],
            "done_on": earliest_day([document["done_on"]]),
        }


def earliest_day(dates):
    """The first day that any of these written partial dates can mean; None without any."""
    return min((PartialDate.parse(text).earliest for text in dates if text), default=None)
