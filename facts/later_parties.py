"""When a convention enters into force for a state that joins later: what the sheets leave out.

Without it nobody can say from when a state that ratified late was bound. The articles are known
to everybody who works with these conventions but were not read for the sheets, so each clause is
cited to general knowledge, as uncertain.
"""

from .citing import KNOWLEDGE

# By the agreement's key: rule, period, article, and the article in short.
LATER_PARTIES = {
    "un-refugee-convention-1951": (
        "after_deposit",
        "P90D",
        "43(2)",
        "On the ninetieth day after a later state deposits its instrument.",
    ),
    "un-refugee-protocol-1967": (
        "after_deposit",
        "P0D",
        "VIII(2)",
        "On the day on which a later state deposits its instrument.",
    ),
    "un-stateless-persons-1954": (
        "after_deposit",
        "P90D",
        "39(2)",
        "On the ninetieth day after a later state deposits its instrument.",
    ),
    "un-reduction-statelessness-1961": (
        "after_deposit",
        "P90D",
        "18(2)",
        "On the ninetieth day after a later state deposits its instrument.",
    ),
    "un-traffic-persons-convention-1950": (
        "after_deposit",
        "P90D",
        "24",
        "On the ninetieth day after a later state deposits its instrument.",
    ),
    "icrmw-1990": (
        "first_of_month_after_deposit",
        "P3M",
        "87(2)",
        "On the first day of the month that follows three months after a later deposit.",
    ),
    "untoc-2000": (
        "after_deposit",
        "P30D",
        "38(2)",
        "On the thirtieth day after a later state deposits its instrument.",
    ),
    "palermo-trafficking-protocol-2000": (
        "after_deposit",
        "P30D",
        "17(2)",
        "On the thirtieth day after a later state deposits its instrument.",
    ),
    "palermo-smuggling-protocol-2000": (
        "after_deposit",
        "P30D",
        "22(2)",
        "On the thirtieth day after a later state deposits its instrument.",
    ),
    "ilo-c097": (
        "after_deposit",
        "P12M",
        "",
        "Twelve months after a later state's ratification is registered.",
    ),
    "ilo-c143": (
        "after_deposit",
        "P12M",
        "",
        "Twelve months after a later state's ratification is registered.",
    ),
}


def write_later_parties(sheet, evidence):
    """The clause on later parties, where the agreement is known to have one."""
    if sheet.key not in LATER_PARTIES:
        return
    rule, period, article, text = LATER_PARTIES[sheet.key]
    fields = {"rule": rule, "period": period, "article": article, "text": {"en": text}}
    path = sheet.row("clauses", type="later_parties", **fields)
    evidence.cite(sheet, path, [KNOWLEDGE], "uncertain")
