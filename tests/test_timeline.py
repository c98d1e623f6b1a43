"""Timelines: everything stands inside the picture, in order, and says no more than is known."""

import re
from datetime import date
from itertools import pairwise

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from catalogue.answers import Answer
from catalogue.marks import STATUSES
from catalogue.timeline import EDGE, WIDTH, Line, timeline
from tests.factories import publish_documents
from tests.factories_agreements import act, agreement_document, ground, in_force_document, title

ON = date(2026, 1, 1)
SVG_MOST = {"agreement": 8_000, "state": 20_000}


def answer(status, since=None, until=None):
    return Answer(status, since, until, {"code": "x"}, "", None)


def line(*answers, acts=()):
    return Line("The agreement", answers, STATUSES, acts)


def in_force_since(day):
    return line(answer("not_yet", None, day), answer("in_force", day, None))


days = st.dates(date(1, 1, 1), date(9999, 12, 30))


@given(st.lists(days, min_size=1, max_size=6, unique=True), st.lists(days, max_size=5), days)
def test_everything_stands_inside_the_picture_in_its_order(starts, acted, on):
    starts.sort()
    ends = [*starts[1:], None]
    answers = [
        answer("in_force" if n % 2 else "not_known", since, until)
        for n, (since, until) in enumerate(zip(starts, ends, strict=True))
    ]
    picture = timeline([line(*answers, acts=[(day, "Act") for day in acted])], on)
    [lane] = picture.lanes
    assert all(EDGE <= span.x <= WIDTH - EDGE for span in lane.spans)
    assert all(one.x <= other.x for one, other in pairwise(lane.spans))
    assert all(span.x + span.width <= WIDTH - EDGE + 1.6 for span in lane.spans)
    assert [day for _x, day, _words in lane.marks] == sorted(acted)
    assert all(EDGE <= x <= WIDTH - EDGE for x, _year in picture.ticks)
    assert len(picture.ticks) <= 25
    assert picture.height > lane.y + picture.band


def test_a_line_without_any_day_makes_no_picture():
    assert timeline([line(answer("not_known"))], ON) is None
    assert timeline([], ON) is None


def test_what_was_before_there_was_anything_is_not_drawn():
    picture = timeline([in_force_since(date(2012, 6, 1))], ON)
    assert [span.word for span in picture.lanes[0].spans] == ["in force"]


def test_a_period_too_short_for_its_word_leaves_it_to_the_table():
    day, next_day = date(2012, 6, 1), date(2012, 6, 2)
    picture = timeline(
        [line(answer("initialled", day, next_day), answer("in_force", next_day, None))], ON
    )
    assert [span.fits for span in picture.lanes[0].spans] == [False, True]
    assert picture.lanes[0].spans[0].width >= 1.5


def test_the_label_of_a_late_line_ends_at_the_right_edge():
    early, late = (in_force_since(date(year, 1, 1)) for year in (1950, 2010))
    lanes = timeline([early, late], date(2026, 1, 1)).lanes
    assert [lane.is_late for lane in lanes] == [False, True]


def test_an_open_end_reaches_the_edge():
    [span] = timeline([in_force_since(date(2012, 6, 1))], ON).lanes[0].spans
    assert span.is_open
    assert span.x + span.width == pytest.approx(WIDTH - EDGE, abs=0.2)


def test_each_tone_is_drawn_by_its_shape_and_not_by_colour_alone():
    style = (settings.BASE_DIR / "static" / "site.css").read_text()
    looks = {tone: re.search(rf"\.tl-{tone} {{(.*?)}}", style)[1] for tone in
             ("force", "signed", "notice", "ended", "unknown")}  # fmt: skip
    without_names = {re.sub(r"--\w+(-\d)?", "", look) for look in looks.values()}
    assert len(without_names) == len(looks)
    assert {STATUSES[each].tone for each in STATUSES} <= set(looks)


# --- On the pages -------------------------------------------------------------------------------

HOSTILE = '<script>alert(1)</script> & "Agreement"'


@pytest.fixture
def published(db):
    titles = [title(text=HOSTILE)]
    publish_documents([*ground(), in_force_document(titles=titles)])


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def picture_in(said):
    return said[said.index('<svg class="tl"') : said.index("</svg>", said.index('<svg class="tl"'))]


@pytest.mark.parametrize(
    ("kind", "address"),
    [("agreement", "agreements/uz-kz-readmission-2012/"), ("state", "states/KAZ/")],
)
def test_the_picture_says_its_finding_and_stands_beside_its_table(client, published, kind, address):
    said = page(client, f"/en/{address}")
    drawn = picture_in(said)
    assert len(drawn) < SVG_MOST[kind]
    assert '<title id="tl-title">' in drawn and 'role="img"' in drawn
    assert "style=" not in drawn and "<script" not in drawn
    table = said[said.index("The same as a table") :]
    assert "1 Jun 2012" in table[:3000] and "In force" in table[:3000]


def test_the_acts_of_an_agreement_are_marked(client, published):
    drawn = picture_in(page(client, "/en/agreements/uz-kz-readmission-2012/"))
    assert drawn.count('class="tl-act"') == 3
    assert "<title>Signature, 1 Mar 2012</title>" in drawn


def test_an_act_known_to_the_month_is_not_drawn_as_of_a_day(client, db):
    acts = [
        act(1, "signature", "participant-001", done_on="2012-03"),
        act(2, "signature", "participant-002", done_on="2012-04-01"),
    ]
    publish_documents([*ground(), agreement_document(acts=acts)])
    drawn = picture_in(page(client, "/en/agreements/uz-kz-readmission-2012/"))
    assert drawn.count('class="tl-act"') == 1


def test_an_agreement_without_any_day_has_no_picture(client, db):
    publish_documents([*ground(), agreement_document()])
    assert '<svg class="tl"' not in page(client, "/en/agreements/uz-kz-readmission-2012/")
