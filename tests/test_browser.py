"""The starting register, served as `make run` serves it and read in a real browser."""

import re
import shutil
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection
from playwright.sync_api import sync_playwright

from tests.installations import finished, installation, served

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAGES = (
    "/en/",
    "/en/search/?q=readmission",
    "/en/agreements/",
    "/en/coming/",
    "/en/between/UZB/RUS/",
    "/en/gaps/",
    "/en/coverage/?agreements=all",
    "/ru/agreements/uz-kz-readmission-2012/",
    "/uz-cyrl/",
    "/en/alerts/",
    "/en/report/?record=icrmw-1990",
    "/en/agreements/?status=in_force&on=2015-03-14",
    "/en/agreements/icrmw-1990/",
    "/en/states/UZB/",
    "/en/states/RUS/brief/",
    "/en/organizations/iom/",
    "/en/projects/bomca-10/",
    "/en/laws/law-uz-criminal-code-1994/",
    "/en/sources/ART/",
    "/en/subjects/readmission/",
    "/en/log/",
    "/en/about/",
)
# What a view has loaded: (address, bytes as they travel).
TRAVELLED = """() => ["navigation", "resource"].flatMap(kind =>
    performance.getEntriesByType(kind).map(one => [one.name, one.encodedBodySize]))"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the starting register is served."""
    with installation(tmp_path_factory.mktemp("served")) as environment:
        environment = environment | {"BITIM_DEMO_PASSWORD": "for-this-test-only"}
        finished(environment, "manage.py", "migrate", "--verbosity", "0")
        finished(environment, "manage.py", "start_register")
        finished(environment, "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        with served(environment) as address:
            yield address


@pytest.fixture(scope="module")
def browser():
    """A headless Chromium."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))


@pytest.fixture
def open_page(browser, address):
    """Opens a path; keeps every address asked for, every complaint, and every page to close."""
    contexts, opened = [], []

    def open_path(path, wait_until="load", **options):
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address + path, wait_until=wait_until)
        opened.append(page)
        return page

    yield open_path
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_breaks_no_policy(open_page, address, path):
    page = open_page(path, wait_until="networkidle")
    host = urlsplit(address).netloc
    assert {urlsplit(url).netloc for url in page.asked if not url.startswith("data:")} == {host}
    assert page.complaints == []
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize(
    ("path", "most_of_fonts"),
    [
        ("/en/", 100_000),
        ("/uz/projects/bomca-10/", 100_000),
        # It shows the Russian title too, and so letters of both scripts.
        ("/uz/agreements/uz-kz-readmission-2012/", 150_000),
        ("/ru/search/?q=реадмиссия", 150_000),
        ("/uz-cyrl/", 150_000),
    ],
)
def test_a_first_view_is_light(open_page, path, most_of_fonts):
    page = open_page(path, wait_until="networkidle")
    sizes = page.evaluate(TRAVELLED)
    fonts = sum(size for name, size in sizes if name.endswith(".woff2"))
    assert 0 < fonts <= most_of_fonts
    assert fonts < sum(size for _name, size in sizes) <= fonts + 60_000


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_telephone(open_page, path):
    page = open_page(path, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


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
    size = {"width": 390, "height": 800}
    page = open_page("/en/coverage/", viewport=size, java_script_enabled=False)
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


def test_the_list_is_filtered_without_script(open_page):
    page = open_page("/en/agreements/", java_script_enabled=False)
    page.locator("summary", has_text="Scope").click()
    page.get_by_label("Bilateral").check()
    page.get_by_role("button", name="Apply filters").click()
    assert "scope=bilateral" in page.url
    assert "30 agreements" in page.inner_text("main")


PHONE = {"width": 390, "height": 800}


def test_on_a_telephone_the_navigation_folds_into_a_menu_that_needs_no_script(open_page):
    page = open_page("/en/agreements/", viewport=PHONE, java_script_enabled=False)
    menu = page.get_by_role("navigation", name="Main")
    assert not menu.get_by_role("link", name="States").is_visible()
    menu.get_by_text("Menu", exact=True).focus()
    page.keyboard.press("Enter")
    menu.get_by_role("link", name="States").wait_for()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Agreements"
    _follow(page, menu.get_by_role("link", name="States").click)
    assert page.url.endswith("/en/states/")


def test_on_a_wide_screen_the_navigation_is_laid_open(open_page):
    page = open_page("/en/", viewport={"width": 1280, "height": 800})
    menu = page.get_by_role("navigation", name="Main")
    assert not menu.get_by_text("Menu", exact=True).is_visible()
    assert menu.get_by_role("link", name="States").is_visible()
    menu.get_by_role("link", name="Agreements").focus()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "States"


def _answered(page, words):
    """Wait until the page tells of so many results."""
    page.locator("#found-head", has_text=words).wait_for()


def test_results_come_while_one_types_and_every_step_has_its_address(open_page):
    page = open_page("/en/agreements/")
    page.locator("#q").press_sequentially("readm", delay=30)
    _answered(page, re.compile(r"^\s*2\d agreements"))
    page.locator("#q").press_sequentially("ission kaz", delay=30)
    _answered(page, re.compile(r"^\s*\d agreements"))
    assert page.evaluate("document.activeElement.id") == "q"
    assert "q=readmission%20kaz" in page.url
    page.locator("input[name=status]").first.check()
    page.wait_for_url("**status=**")
    page.go_back()
    page.wait_for_url(lambda url: "status=" not in url)
    assert page.locator("#q").input_value() == "readmission kaz"


def test_another_day_is_chosen_in_place(open_page):
    page = open_page("/en/agreements/?status=in_force")
    _answered(page, "agreements")
    today = page.inner_text("#found-head")
    page.locator("#on").fill("1996-01-01")
    page.wait_for_url("**on=1996-01-01**")
    page.wait_for_function(
        "old => document.querySelector('#found-head').innerText !== old", arg=today
    )


def test_a_mistyped_word_is_mended_without_script_too(open_page):
    page = open_page("/en/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("readmision")
    _follow(page, lambda: page.keyboard.press("Enter"))
    assert "Showing results for readmission" in page.inner_text("main")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a page is the same on any database")
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_in_light_and_dark(open_page, path):
    page = open_page(path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_the_interactive_description_of_the_api_loads_nothing_from_elsewhere(open_page, address):
    page = open_page("/api/v1/docs/")
    page.get_by_text("/api/v1/agreements/", exact=True).first.wait_for()
    host = urlsplit(address).netloc
    asked = {urlsplit(url).netloc for url in page.asked if not url.startswith(("data:", "blob:"))}
    assert asked == {host}
    assert page.complaints == []


def _follow(page, act):
    """Do something that leads to another page, and wait for that page."""
    with page.expect_navigation():
        act()


def _signed_in(open_page, name):
    page = open_page("/admin/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", "for-this-test-only")
    _follow(page, lambda: page.keyboard.press("Enter"))
    return page


def test_a_curator_enters_a_source_and_an_approver_publishes_it(open_page, address):
    editor = _signed_in(open_page, "editor")
    editor.goto(f"{address}/admin/register/source/add/")
    editor.fill("[name=key]", "BROWSER-1")
    editor.select_option("[name=type]", "web")
    editor.fill("[name=title__en]", "A page found in a browser")
    submit = editor.get_by_role("button", name="Save and submit for approval")
    _follow(editor, submit.click)
    approver = _signed_in(open_page, "approver")
    _follow(approver, approver.get_by_role("link", name="A page found in a browser").click)
    _follow(approver, approver.get_by_text("Approve and publish").first.click)
    approver.fill("[name=reason]", "Seen and found right.")
    _follow(approver, approver.get_by_role("button", name="Approve and publish").click)
    public = open_page("/en/sources/BROWSER-1/")
    assert "A page found in a browser" in public.inner_text("h1")
