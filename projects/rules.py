"""What must be right about a project as a whole before it is published."""

from django.utils.translation import gettext as _

from register.kind_table import Rule
from register.partial_dates import PartialDate


def has_a_title(document, public):
    """A project must be called something."""
    if not document["titles"]:
        yield "titles", _("Give at least one title.")


def everybody_is_named(document, public):
    """Who takes part is a record or words."""
    for row in document["organizations"]:
        if not row["actor"] and not row["text"]:
            yield (
                f"organizations/{row['ref']}",
                _("Name who takes part, by a record or in words."),
            )


def nobody_stands_twice_in_one_role(document, public):
    """Who takes part is listed once in each role, unless words tell the parts of it apart."""
    seen = set()
    for row in document["organizations"]:
        if row["actor"] and not row["text"]:
            if (row["actor"], row["role"]) in seen:
                yield f"organizations/{row['ref']}", _("It is already listed in this role.")
            seen.add((row["actor"], row["role"]))


def every_place_is_named(document, public):
    """Where it works is a state or words."""
    for row in document["locations"]:
        if not row["state"] and not row["text"]:
            yield f"locations/{row['ref']}", _("Name where it works, by a state or in words.")


def is_not_related_to_itself(document, public):
    """A related project is another one."""
    if document["key"] in document["related"]:
        yield "related", _("A project is not related to itself.")


def no_result_before_the_start(document, public):
    """Nothing comes of a project that has not begun."""
    if not document["actual_start"]:
        return
    start = PartialDate.parse(document["actual_start"]).earliest
    for row in document["results"]:
        if row["on"] and PartialDate.parse(row["on"]).latest < start:
            yield f"results/{row['ref']}/on", _("The result is older than the project.")


PROJECT_RULES = (
    Rule("a_project_has_a_title", has_a_title),
    Rule("who_takes_part_is_named", everybody_is_named),
    Rule("nobody_stands_twice_in_one_role", nobody_stands_twice_in_one_role),
    Rule("every_place_is_named", every_place_is_named),
    Rule("a_project_is_not_related_to_itself", is_not_related_to_itself),
    Rule("no_result_is_older_than_its_project", no_result_before_the_start),
)
