"""Every kind of page in a real browser: policy, names and contrast, telephone, paper, no script."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from django.template.loader import render_to_string

from catalogue.search.following import NotReady
from tests.browsing import IN_CHROMIUM, PHONE, SAME_ON_ANY_DATABASE, drawn, follow, watched
from tests.later_entries import WITHDRAWN

# Each kind of page once, and all languages among them; for what stands in braces, see
# `make_later_entries`.
PAGES = (
    "/en/",
    "/uz/",
    "/en/search/?q=readmission",
    "/ru/search/?q=реадмисия",
    "/uz-cyrl/search/?q=йўқсўз",
    "/en/agreements/",
    "/en/agreements/?status=in_force&scope=bilateral&on=2015-03-14",
    "/uz/agreements/?recorded={before}",
    "/en/agreements/icrmw-1990/",
    "/ru/agreements/uz-kz-readmission-2012/",
    "/uz/agreements/palermo-smuggling-protocol-2000/?on=2004-01-29",
    "/en/agreements/icrmw-1990/?on=2015-03-14&recorded={before}",
    "/uz-cyrl/coming/",
    "/ru/between/",
    "/en/between/UZB/RUS/",
    "/uz/coverage/",
    "/en/coverage/?agreements=all",
    "/en/gaps/",
    "/ru/gaps/?rule=text_missing",
    "/ru/states/",
    "/en/states/UZB/",
    "/uz-cyrl/states/KAZ/?on=2010-01-01",
    "/en/states/RUS/brief/",
    "/uz/organizations/",
    "/en/organizations/iom/",
    "/uz-cyrl/projects/",
    "/en/projects/bomca-10/",
    "/ru/projects/undp-returnee-families-2023/",
    "/en/laws/",
    "/uz/laws/law-uz-criminal-code-1994/",
    "/ru/sources/",
    "/en/sources/ART/",
    "/uz-cyrl/subjects/",
    "/en/subjects/readmission/",
    "/en/checks/check-kgz-labour-migration/",
    "/uz/codes/gcm-objectives/",
    "/en/log/",
    "/ru/log/1/",
    "/en/log/{correction}/",
    "/uz-cyrl/about/",
    "/en/alerts/",
    "/uz/alerts/?query=scope%3Dbilateral",
    "/ru/alerts/confirm/{confirm}/",
    "/en/alerts/leave/{leave}/",
    "/en/report/?record=icrmw-1990",
    "/ru/report/",
    "/uz/agreements/?page=999",
    "/ru/nowhere/",
    f"/en/sources/{WITHDRAWN}/",
)
STATUSES = {"/uz/agreements/?page=999": 400, "/ru/nowhere/": 404, f"/en/sources/{WITHDRAWN}/": 410}
# A page of a document in the bytes of a PDF.
PDF_PAGE = re.compile(rb"/Type\s*/Page\b")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
# A form that sends something can be filled in by pen; one that asks cannot.
IDLE_ON_PAPER = "nav, .filters, .skip, button, select, form[method=get] input, .btn"
# What the library that draws the description of the API does, whatever it is given.
DRAWN_BY_OTHERS = {"heading-order", "nested-interactive", "region"}
# The rule and the first place of each violation.
VIOLATIONS = """() => axe.run({resultTypes: ["violations"]}).then(found =>
    found.violations.map(each => [each.id, each.nodes[0].html]))"""
# What a view has loaded: (address, bytes as they travel).
TRAVELLED = """() => ["navigation", "resource"].flatMap(kind =>
    performance.getEntriesByType(kind).map(one => [one.name, one.encodedBodySize]))"""

pytestmark = [*IN_CHROMIUM, SAME_ON_ANY_DATABASE]


@pytest.fixture(scope="module")
def window(browser):
    """A wide window, in which one page after the other is opened."""
    return browser.new_context(viewport={"width": 1280, "height": 900}).new_page()


@pytest.fixture(scope="module")
def telephone(browser):
    """A narrow window that runs no script."""
    return browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()


@pytest.fixture(scope="module", params=PAGES)
def page(request, window, served_register):
    """A kind of page, opened once for all that is asked of it."""
    return _opened(watched(window), served_register, request.param)


@pytest.fixture(scope="module", params=PAGES)
def plain_page(request, telephone, served_register):
    """The same on a telephone without script."""
    return _opened(telephone, served_register, request.param)


def _opened(page, register, path):
    page.emulate_media(media="screen", color_scheme="light")
    answer = page.goto(register.address + path.format(**register.parts))
    assert answer.status == STATUSES.get(path, 200)
    return drawn(page)


def violations(page):
    """What axe finds in a page as it is shown now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(VIOLATIONS)


def test_a_page_loads_nothing_from_elsewhere_and_breaks_no_policy(page, address):
    host = urlsplit(address).netloc
    assert {urlsplit(url).netloc for url in page.asked if not url.startswith("data:")} == {host}
    assert page.complaints == []
    assert page.locator("h1").count() == 1


def test_no_two_places_of_a_page_have_the_same_id(page):
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert [one for one in set(ids) if ids.count(one) > 1] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_accessible_in_light_and_dark(page, scheme):
    page.emulate_media(media="screen", color_scheme=scheme)
    assert violations(page) == []


def test_a_page_on_paper_has_no_menu_and_no_control(page):
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator(IDLE_ON_PAPER).locator("visible=true").all_inner_texts() == []


def test_a_page_says_what_it_has_to_say_without_script(plain_page):
    [heading] = plain_page.locator("h1").all_inner_texts()
    said = plain_page.locator("main").inner_text()
    assert len(said) > len(heading) + 40


def test_a_page_fits_a_telephone(plain_page):
    assert plain_page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_a_wide_screen_the_navigation_is_laid_open(open_page):
    page = open_page("/en/", viewport={"width": 1280, "height": 800})
    menu = page.get_by_role("navigation", name="Main")
    assert not menu.get_by_text("Menu", exact=True).is_visible()
    assert menu.get_by_role("link", name="States").is_visible()
    menu.get_by_role("link", name="Agreements").focus()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "States"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_matrix_is_a_table_for_who_listens_on_every_screen(open_page, width):
    page = open_page("/en/coverage/", viewport={"width": width, "height": 800})
    matrix = page.get_by_role("table")
    row = matrix.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Kazakhstan"))
    heads, cells = matrix.get_by_role("columnheader").all(), row.get_by_role("cell").all()
    told = dict(zip([head.inner_text() for head in heads[1:]], cells, strict=True))
    assert told["Border management"].text_content() == "1 in force"
    assert told["Statelessness"].text_content() == "not checked"


def test_on_a_telephone_the_matrix_shows_what_is_known_and_sums_up_the_rest(open_page):
    page = open_page("/en/coverage/", viewport=PHONE, java_script_enabled=False)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Kazakhstan"))
    cells = row.get_by_role("cell").all()
    seen = [cell for cell in cells if cell.bounding_box()["height"] > 1]
    unchecked = len(cells) - len(seen)
    assert 0 < unchecked and 1 < len(seen)
    assert seen[-1].inner_text() == f"{unchecked} of {len(cells) - 1}"
    assert row.bounding_box()["height"] < 40 * (len(seen) + 1)


def test_the_matrix_fits_its_screen_and_its_sheet(open_page):
    page = open_page("/ru/coverage/?agreements=all", viewport={"width": 1280, "height": 800})
    wide = "[...document.querySelectorAll('html, .scroll')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(wide) == [0, 0]
    page.set_viewport_size({"width": 994, "height": 700})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 994


def test_the_citations_of_a_fact_are_reached_by_keyboard_and_without_script(open_page):
    page = open_page("/en/agreements/palermo-smuggling-protocol-2000/", java_script_enabled=False)
    marks = page.locator("main sup a, main a.src")
    assert marks.count() > 10
    marks.first.focus()
    page.keyboard.press("Enter")
    reached = page.locator(":target")
    assert any(word in reached.inner_text() for word in ("verified", "reported", "uncertain"))
    page.keyboard.press("Tab")
    assert page.locator(":focus").count() == 1


def test_an_agreement_on_paper_is_all_there_and_what_was_closed_is_open(open_page):
    page = open_page("/en/agreements/icrmw-1990/")
    closed = page.locator("details:not([open]) table").first
    assert not closed.locator("td").first.is_visible()
    page.emulate_media(media="print")
    for place in ("h1", ".brand", ".panel", "#family", ".cite", ".foot .base"):
        assert page.locator(place).first.is_visible(), place
    assert closed.locator("td").first.is_visible()
    assert not page.locator(".foot .cols").is_visible()


@pytest.mark.parametrize("language", ["en", "ru", "uz", "uz-cyrl"])
@pytest.mark.parametrize("state", ["KAZ", "RUS"])
def test_the_brief_of_a_state_is_one_sheet_of_paper(open_page, language, state):
    page = open_page(f"/{language}/states/{state}/brief/")
    assert len(PDF_PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_a_long_page_is_several_sheets_of_paper(open_page):
    page = open_page("/en/states/UZB/")
    assert len(PDF_PAGE.findall(page.pdf(prefer_css_page_size=True))) > 1


@pytest.mark.parametrize(
    ("path", "most_of_fonts"),
    [
        ("/en/", 100_000),
        ("/uz/projects/bomca-10/", 100_000),
        # They show the Russian title too, and so letters of both scripts.
        ("/en/agreements/uz-kz-readmission-2012/", 100_000),
        ("/uz/agreements/uz-kz-readmission-2012/", 100_000),
        ("/ru/search/?q=реадмиссия", 150_000),
        ("/uz-cyrl/", 150_000),
    ],
)
def test_a_first_view_is_light(open_page, path, most_of_fonts):
    sizes = drawn(open_page(path)).evaluate(TRAVELLED)
    fonts = sum(size for name, size in sizes if name.endswith(".woff2"))
    assert 0 < fonts <= most_of_fonts
    assert fonts < sum(size for _name, size in sizes) <= fonts + 60_000


def test_what_is_said_to_a_report_is_accessible(open_page):
    page = open_page("/en/report/?record=icrmw-1990")
    page.locator("#source").fill("x" * 1000)
    page.evaluate("document.querySelector('#words').required = false")
    follow(page, page.get_by_role("button", name="Send the report").click)
    assert page.locator("#words-error").is_visible()
    assert violations(page) == []
    page.locator("#words").fill("The title is mistyped.")
    follow(page, page.get_by_role("button", name="Send the report").click)
    assert "Thank you" in page.inner_text("main")
    assert violations(page) == []


def test_what_is_said_to_a_wish_for_alerts_is_accessible(open_page):
    page = open_page("/ru/alerts/")
    page.locator("#address").fill("reader@example.org")
    follow(page, page.locator("form button").click)
    assert page.locator("form").count() == 0
    assert violations(page) == []


def test_the_page_that_owns_a_fault_is_accessible(open_page):
    page = open_page("/robots.txt")
    page.set_content(render_to_string("500.html"))
    assert page.locator("h1").inner_text() == "Something went wrong here"
    assert page.locator(".brand").evaluate("one => getComputedStyle(one).display") == "flex"
    assert violations(page) == []


@pytest.mark.parametrize("state", [NotReady(0.4), NotReady(is_too_large=True)], ids=repr)
def test_the_page_that_cannot_search_yet_is_accessible(open_page, state):
    page = open_page("/robots.txt", viewport=PHONE)
    said = {"percent": int(100 * state.share), "state": state}
    page.set_content(render_to_string("catalogue/not_ready.html", said))
    assert page.locator("h1").inner_text() == "The search is being prepared"
    assert page.get_by_role("link", name="All agreements").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page) == []


def test_the_description_of_the_api_for_readers(open_page, address):
    page = open_page("/api/v1/docs/")
    page.get_by_text("/api/v1/agreements/", exact=True).first.wait_for()
    host = urlsplit(address).netloc
    asked = {urlsplit(url).netloc for url in page.asked if not url.startswith(("data:", "blob:"))}
    assert asked == {host}
    assert page.complaints == []
    assert {rule for rule, _place in violations(page)} <= DRAWN_BY_OTHERS
