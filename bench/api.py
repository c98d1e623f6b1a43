"""How much dearer a page of the API is than its bare SQL: `make bench`.

Fills a database of its own with 10,000 made-up agreements, asks for pages of 50 each way in turn,
and prints the ratios. Of each page the quickest of several times counts, so that whatever else the
machine does weighs on none of them. All must give the same answer. SQLite, in a temporary file,
unless DATABASE_URL names a PostgreSQL server, where a database is made and dropped again.
"""

import sys

import orjson

from bench.running import filled, imported, measure, own_database

AGREEMENTS, LENGTH, PAGES, MOST = 10_000, 50, 100, 2.0


def main():
    """Fill, measure, print; 1 if a page costs more than it may."""
    with own_database() as database:
        print(f"{database}: writing {AGREEMENTS:,} agreements …", flush=True)
        filled("fill", AGREEMENTS)
        pages = imported("bench.pages").Pages(LENGTH)
        ways = (pages.through_view, pages.through_api, pages.bare)
        view, whole, bare = measure(ways, pages.cursors(PAGES), _same)
        pages.close()
    print(f"{database}: a page of {LENGTH} at {AGREEMENTS:,} agreements, median of {PAGES} pages")
    print(f"  bare SQL, concatenated     {bare:7.2f} ms")
    print(f"  the API                    {view:7.2f} ms  {view / bare:5.2f} ×   (at most {MOST})")
    print(f"  with the site's middleware {whole:7.2f} ms  {whole / bare:5.2f} ×")
    return 1 if view / bare > MOST else 0


def _same(answers):
    first, *others = map(orjson.loads, answers)
    return all(other == first for other in others)


if __name__ == "__main__":
    sys.exit(main())
