"""How well the search finds what people look for: the judged queries, in each spelling.

Prints the share of the right answers among the first ten and of queries whose first hit is right,
with every query that falls short.
"""

import sys
from datetime import date
from io import StringIO
from tempfile import TemporaryDirectory

from django.core.management import call_command

from bench.running import imported, own_database

ON = date(2026, 11, 27)
FOUND, FIRST = 0.95, 0.85


def main():
    """Found the starting register, ask, print; 1 if too little is found."""
    with own_database() as database:
        print(f"{database}: writing the starting register …", flush=True)
        judged = imported("tests.judged")
        call_command("migrate", verbosity=0)
        call_command("start_register", stdout=StringIO())
        with TemporaryDirectory() as folder:
            ask = judged.asking(folder, ON)
            queries = judged.judged()
            whole = judged.scored(queries, ask)
            _told(f"{len(queries)} queries", whole, f"(at least {FOUND:.1%} and {FIRST:.1%})")
            for spelling in dict.fromkeys(one.spelling for one in queries):
                some = [one for one in queries if one.spelling == spelling]
                _told(f"{len(some)} in {spelling}", judged.scored(some, ask))
        print("  falling short:", *whole.missed, sep="\n    ")
    return 0 if whole.found >= FOUND and whole.first >= FIRST else 1


def _told(words, score, beside=""):
    found, first = f"{score.found:6.1%}", f"{score.first:6.1%}"
    print(f"  {words:16} right among the first ten {found}, first hit right {first}   {beside}")


if __name__ == "__main__":
    sys.exit(main())
