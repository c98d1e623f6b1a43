"""The catalogue as it is used: words, facets, days, languages, keys, no script; the desk."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browsing import IN_CHROMIUM, PASSWORD, PHONE, SAME_ON_ANY_DATABASE, follow

pytestmark = IN_CHROMIUM


def answered(page, words):
    """Wait until the page tells of so many results."""
    page.locator("#found-head", has_text=words).wait_for()


def number_found(page):
    """How many results the page tells of."""
    return int(re.match(r"\s*(\d+)", page.inner_text("#found-head"))[1])


def asked(page):
    """What the address asks, without what it leaves open."""
    return parse_qs(urlsplit(page.url).query)


def box(page, name, value):
    """What one ticks to choose a value of a facet."""
    return page.locator(f"input[name={name}][value={value}]")


def ticked(page):
    """All values that are chosen, in the order of the page."""
    return page.locator("#facets input:checked").evaluate_all("all => all.map(one => one.value)")


def count_of(page, name, value):
    """How many results the page says that a value has."""
    label = page.locator("#facets label", has=box(page, name, value))
    return int(label.locator("b").text_content())


def chips(page):
    """What the page says that its results are narrowed by."""
    return [words.split("\n")[0] for words in page.locator(".chip").all_inner_texts()]


def narrowed_by(page, *expected):
    """Wait until the page says that its results are narrowed by just this."""
    last = page.locator(f".chip >> nth={len(expected) - 1}")
    last.wait_for()
    page.locator(f".chip >> nth={len(expected)}").wait_for(state="detached")
    assert chips(page) == list(expected)


def tick(page, name, value):
    """Tick a value as a reader does, who opens its facet first if it is closed."""
    if not box(page, name, value).is_visible():
        page.locator("details.facet", has=box(page, name, value)).locator("summary").click()
    box(page, name, value).click()


def mark(page):
    """Mark the page, so that `is_marked` tells whether it was loaded anew since."""
    page.evaluate("window.marked = true")


def is_marked(page):
    """Whether the page is still the one that was marked, however much in it was renewed."""
    return page.evaluate("window.marked === true")


def test_values_of_one_facet_widen_and_another_facet_narrows(open_page):
    page = open_page("/en/agreements/")
    mark(page)
    in_force, adopted = (count_of(page, "status", value) for value in ("in_force", "adopted"))
    tick(page, "status", "in_force")
    narrowed_by(page, "Status: in force")
    assert number_found(page) == in_force
    assert count_of(page, "status", "adopted") == adopted
    tick(page, "status", "adopted")
    narrowed_by(page, "Status: in force", "Status: adopted")
    assert number_found(page) == in_force + adopted
    bilateral = count_of(page, "scope", "bilateral")
    tick(page, "scope", "bilateral")
    narrowed_by(page, "Status: in force", "Status: adopted", "Scope: bilateral")
    assert number_found(page) == bilateral < in_force
    assert (asked(page)["status"], asked(page)["scope"]) == (["in_force", "adopted"], ["bilateral"])
    page.locator(".chip", has_text="adopted").click()
    narrowed_by(page, "Status: in force", "Scope: bilateral")
    assert number_found(page) + count_of(page, "status", "adopted") == bilateral
    assert (asked(page)["status"], ticked(page)) == (["in_force"], ["in_force", "bilateral"])
    assert is_marked(page)
    assert page.complaints == []


def test_the_back_button_takes_back_one_choice_after_the_other(open_page):
    page = open_page("/en/agreements/?q=migration")
    mark(page)
    before = number_found(page)
    tick(page, "status", "in_force")
    narrowed_by(page, "Words: “migration”", "Status: in force")
    then = number_found(page)
    page.locator(".chip", has_text="Words").click()
    narrowed_by(page, "Status: in force")
    assert page.locator("#q").input_value() == ""
    page.go_back()
    narrowed_by(page, "Words: “migration”", "Status: in force")
    assert (number_found(page), ticked(page)) == (then, ["in_force"])
    assert page.locator("#q").input_value() == "migration"
    page.go_back()
    narrowed_by(page, "Words: “migration”")
    assert (number_found(page), ticked(page)) == (before, [])
    page.go_forward()
    narrowed_by(page, "Words: “migration”", "Status: in force")
    assert is_marked(page)
    follow(page, page.locator(".hit a").first.click)
    page.go_back()
    narrowed_by(page, "Words: “migration”", "Status: in force")
    assert (number_found(page), ticked(page)) == (then, ["in_force"])


@SAME_ON_ANY_DATABASE
def test_facets_and_chips_need_no_script(open_page):
    page = open_page("/en/agreements/", java_script_enabled=False)
    both = count_of(page, "status", "in_force") + count_of(page, "status", "adopted")
    tick(page, "status", "in_force")
    tick(page, "status", "adopted")
    follow(page, page.get_by_role("button", name="Apply filters").click)
    assert number_found(page) == both
    bilateral = count_of(page, "scope", "bilateral")
    tick(page, "scope", "bilateral")
    follow(page, page.get_by_role("button", name="Apply filters").click)
    assert chips(page) == ["Status: in force", "Status: adopted", "Scope: bilateral"]
    assert number_found(page) == bilateral
    follow(page, page.locator(".chip", has_text="adopted").click)
    assert (chips(page), ticked(page)) == (
        ["Status: in force", "Scope: bilateral"],
        ["in_force", "bilateral"],
    )
    page.go_back()
    assert (number_found(page), ticked(page)) == (bilateral, ["in_force", "adopted", "bilateral"])


@SAME_ON_ANY_DATABASE
def test_on_a_telephone_the_filters_stay_open_while_one_chooses(open_page):
    page = open_page("/en/agreements/", viewport=PHONE)
    page.locator("#applied").click()
    tick(page, "status", "in_force")
    narrowed_by(page, "Status: in force")
    assert page.inner_text("#applied") == "Filter: 1 applied"
    tick(page, "status", "adopted")
    narrowed_by(page, "Status: in force", "Status: adopted")
    assert page.inner_text("#applied") == "Filter: 2 applied"


def test_results_come_while_one_types_and_every_step_has_its_address(open_page):
    page = open_page("/en/agreements/")
    mark(page)
    page.locator("#q").press_sequentially("readm", delay=30)
    answered(page, re.compile(r"^\s*2\d agreements"))
    many = number_found(page)
    assert page.title() == "Agreements: readm — Bitim"
    page.locator("#q").press_sequentially("ission kaz", delay=30)
    answered(page, re.compile(r"^\s*\d agreements"))
    assert page.evaluate("document.activeElement.id") == "q"
    assert asked(page)["q"] == ["readmission kaz"]
    assert "Kazakhstan" in page.locator(".hit").first.inner_text()
    page.go_back()
    answered(page, re.compile(rf"^\s*{many} agreements"))
    assert (page.locator("#q").input_value(), asked(page)["q"]) == ("readm", ["readm"])
    page.locator("#q").fill("")
    answered(page, "66 agreements")
    assert is_marked(page)
    assert page.complaints == []


@SAME_ON_ANY_DATABASE
def test_a_search_that_finds_nothing_or_another_word_says_so_while_one_types(open_page):
    page = open_page("/en/search/")
    page.locator("#q").fill("readmision")
    page.get_by_text("Showing results for readmission").wait_for()
    page.locator("#q").fill("qwertyuiop")
    page.get_by_text("Nothing matches").wait_for()
    assert number_found(page) == 0
    page.locator("#q").press("Enter")
    page.locator("#q").fill("bomca")
    page.locator(".hit a", has_text=re.compile("border", re.I)).first.wait_for()
    assert asked(page)["q"] == ["bomca"]


def test_another_day_is_chosen_in_place_and_kept(open_page):
    page = open_page("/en/agreements/?status=in_force")
    mark(page)
    now = number_found(page)
    page.locator("#on").fill("1996-01-01")
    page.locator("#vantage", has_text="the law as on 1 January 1996").wait_for()
    assert number_found(page) < now
    assert asked(page)["on"] == ["1996-01-01"]
    assert is_marked(page)
    follow(page, page.get_by_role("navigation", name="Main").get_by_text("States").click)
    assert asked(page) == {"on": ["1996-01-01"]}
    follow(page, page.locator("#with a", has_text="Russia").click)
    assert "1 January 1996" in page.inner_text("#vantage")
    follow(page, page.locator("#vantage").get_by_text("The law today").click)
    assert (asked(page), page.inner_text("#vantage")) == ({}, "")


@SAME_ON_ANY_DATABASE
@pytest.mark.parametrize("is_typed", [False, True], ids=["loaded", "typed"])
def test_another_language_keeps_page_words_day_and_choices(open_page, is_typed):
    path = "/en/agreements/?status=in_force&on=2015-03-14"
    page = open_page(path if is_typed else f"{path}&q=migration")
    if is_typed:
        page.locator("#q").fill("migration")
        page.locator(".chip", has_text="Words").wait_for()
    found = number_found(page)
    for language in ("Русский", "Ўзбекча", "Oʻzbekcha", "English"):
        follow(page, page.locator("#languages").get_by_text(language, exact=True).click)
        assert page.locator("#languages [aria-current]").inner_text() == language
        assert (number_found(page), ticked(page)) == (found, ["in_force"])
        assert page.locator("#q").input_value() == "migration"
        assert page.locator("#on").input_value() == "2015-03-14"
    assert urlsplit(page.url).path == "/en/agreements/"


@SAME_ON_ANY_DATABASE
def test_another_language_keeps_the_record_its_day_and_its_entry(open_page):
    page = open_page("/en/agreements/icrmw-1990/?on=2015-03-14&recorded=500")
    for language, code in (("Русский", "ru"), ("Oʻzbekcha", "uz")):
        follow(page, page.locator("#languages").get_by_text(language, exact=True).click)
        assert urlsplit(page.url).path == f"/{code}/agreements/icrmw-1990/"
        assert asked(page) == {"on": ["2015-03-14"], "recorded": ["500"]}
        assert page.locator("html").get_attribute("lang").startswith(code)


@SAME_ON_ANY_DATABASE
def test_on_a_telephone_the_navigation_folds_into_a_menu_that_needs_no_script(open_page):
    page = open_page("/en/agreements/", viewport=PHONE, java_script_enabled=False)
    menu = page.get_by_role("navigation", name="Main")
    assert not menu.get_by_role("link", name="States").is_visible()
    menu.get_by_text("Menu", exact=True).focus()
    page.keyboard.press("Enter")
    menu.get_by_role("link", name="States").wait_for()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Search"
    menu.get_by_text("Menu", exact=True).click()
    assert not menu.get_by_role("link", name="States").is_visible()
    menu.get_by_text("Menu", exact=True).click()
    follow(page, menu.get_by_role("link", name="States").click)
    assert page.url.endswith("/en/states/")


# A part of a field, such as the calendar of a day, is ringed by the browser itself.
FOCUS_SHOWN = """() => {
    const place = document.activeElement, where = place.getBoundingClientRect();
    const isRinged = getComputedStyle(place).outlineStyle !== "none" || !place.matches(":focus");
    return isRinged && where.bottom > 0 && where.top < innerHeight && where.width > 0;
}"""


def tab_to(page, place, most=120):
    """Press Tab until the focus is there; at every step one must see where it is."""
    for _step in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SHOWN), page.evaluate("document.activeElement.outerHTML")
        if place.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{place} is not reached by {most} steps")


@SAME_ON_ANY_DATABASE
def test_search_facets_and_results_are_used_by_keyboard_alone(open_page):
    page = open_page("/en/", reduced_motion="reduce")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to content"
    page.keyboard.press("Enter")
    tab_to(page, page.locator("main #q"), most=1)
    page.keyboard.type("agreement readmission")
    follow(page, lambda: page.keyboard.press("Enter"))
    assert asked(page) == {"q": ["agreement readmission"]}
    tab_to(page, box(page, "status", "in_force"))
    page.keyboard.press("Space")
    narrowed_by(page, "Words: “agreement readmission”", "Status: in force")
    assert page.evaluate("document.activeElement.value") == "in_force"
    tab_to(page, page.locator(".hit a").first)
    follow(page, lambda: page.keyboard.press("Enter"))
    assert page.url.split("/en/")[1].startswith("agreements/")


def _to_search(page):
    page.get_by_role("searchbox").fill("readmision")
    follow(page, lambda: page.keyboard.press("Enter"))


def _to_another_day(page):
    form = page.locator("form", has=page.locator("[name=on]"))
    form.locator("[name=on]").fill("1996-01-01")
    follow(page, form.locator("button").first.click)


def _to_two(page):
    page.select_option("#one", "UZB")
    page.select_option("#other", "KAZ")
    follow(page, page.get_by_role("button", name="Show").click)


def _to_one_subject(page):
    page.select_option("#subject", label="Return and readmission")
    follow(page, page.get_by_role("button", name="Show").click)


def _to_drafts(page):
    box(page, "status", "draft").check()
    follow(page, page.get_by_role("button", name="Apply filters").click)


def _to_a_report(page):
    page.locator("#words").fill("The title is mistyped.")
    follow(page, page.get_by_role("button", name="Send the report").click)


def _to_an_alert(page):
    page.locator("#address").fill("reader@example.org")
    follow(page, page.get_by_role("button", name="Tell me").click)


@SAME_ON_ANY_DATABASE
@pytest.mark.parametrize(
    ("path", "act", "words"),
    [
        ("/en/", _to_search, "Showing results for readmission"),
        ("/en/agreements/", _to_another_day, "the law as on 1 January 1996"),
        ("/en/agreements/?recorded=500", _to_another_day, "the law as on 1 January 1996"),
        ("/en/agreements/icrmw-1990/", _to_another_day, "the law as on 1 January 1996"),
        ("/en/states/", _to_another_day, "the law as on 1 January 1996"),
        ("/en/states/KAZ/", _to_another_day, "the law as on 1 January 1996"),
        ("/en/states/KAZ/brief/", _to_another_day, "the law as on 1 January 1996"),
        ("/en/coming/", _to_another_day, "1 January 1996"),
        ("/en/between/", _to_two, "Uzbekistan and Kazakhstan"),
        ("/en/coverage/", _to_one_subject, "Readmission"),
        ("/en/laws/", _to_drafts, "Status: draft"),
        ("/en/report/?record=icrmw-1990", _to_a_report, "Thank you"),
        ("/en/alerts/", _to_an_alert, "a message with a link is on its way"),
    ],
)
def test_a_form_needs_no_script(open_page, path, act, words):
    page = open_page(path, java_script_enabled=False)
    act(page)
    assert words in page.inner_text("main")


def _signed_in(open_page, name):
    page = open_page("/admin/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    follow(page, lambda: page.keyboard.press("Enter"))
    return page


def test_a_curator_enters_a_source_and_an_approver_publishes_it(open_page, address):
    editor = _signed_in(open_page, "editor")
    editor.goto(f"{address}/admin/register/source/add/")
    editor.fill("[name=key]", "BROWSER-1")
    editor.select_option("[name=type]", "web")
    editor.fill("[name=title__en]", "A page found in a browser")
    submit = editor.get_by_role("button", name="Save and submit for approval")
    follow(editor, submit.click)
    approver = _signed_in(open_page, "approver")
    follow(approver, approver.get_by_role("link", name="A page found in a browser").click)
    follow(approver, approver.get_by_text("Approve and publish").first.click)
    approver.fill("[name=reason]", "Seen and found right.")
    follow(approver, approver.get_by_role("button", name="Approve and publish").click)
    public = open_page("/en/sources/BROWSER-1/")
    assert "A page found in a browser" in public.inner_text("h1")
