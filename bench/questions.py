"""How much dearer the questions about a day are than their bare SQL, at 100,000 agreements.

Each question (in force on a day; binding a state on a day; between two states on a day) is put as
the QuerySets put it and as SQL written out, both asking after one entry, both fetching what a page
tells of each agreement. The answers must be about the same agreements.
"""

import random
import sys
from datetime import date, timedelta

from bench.running import filled, imported, measure, own_database

AGREEMENTS, ASKED, MOST = 100_000, 15, 1.5


def main():
    """Fill, measure, print; 1 if a question costs more than it may."""
    with own_database() as database:
        print(f"{database}: writing the periods of {AGREEMENTS:,} agreements …", flush=True)
        filled("fill_periods", AGREEMENTS)
        questions = imported("bench.asking").Questions(AGREEMENTS)
        print(f"{database}: {questions.rows:,} periods, median of {ASKED} questions each")
        worst = max(_told(*each) for each in questions.each(_arguments()))
        questions.close()
    return 1 if worst > MOST else 0


def _told(words, ways, arguments):
    """Measure one question and print it; how many times its bare SQL it costs."""
    queryset, bare = measure(ways, arguments, _same)
    ratio = queryset / bare
    print(
        f"  {words:32} bare {bare:8.2f} ms  {queryset:8.2f} ms  {ratio:5.2f} ×   (at most {MOST})"
    )
    return ratio


def _same(answers):
    """Whether both ways name the same agreements; days come as the database gives them."""
    first, second = (sorted(row[0] for row in rows) for rows in answers)
    return first == second


def _arguments():
    """Days and pairs of states to ask about."""
    chance = random.Random(ASKED)
    for _ in range(ASKED):
        day = date(1950, 1, 1) + timedelta(chance.randrange(76 * 365))
        yield day, *chance.sample(range(195), 2)


if __name__ == "__main__":
    sys.exit(main())
