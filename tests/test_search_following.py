"""The search index follows the log through crashes, deletions, foreign files and full speed."""

import logging
import os
import shutil
import subprocess
import sys
import threading
from datetime import date

import pytest
from django.core import checks
from django.core.management import call_command

from agreements.models import PublishedStanding
from agreements.models.standing import LAST_DAY
from catalogue.freshness import register_day
from catalogue.search import following
from catalogue.search.asking import Question, ask
from catalogue.search.following import Follower, NotReady
from catalogue.search.index import Applied, Index
from catalogue.search.question import terms_in
from catalogue.search.rows import Records
from register.models import Head, Record
from register.publishing import withdraw
from tests.factories import approver, publish_documents, source_document
from tests.factories_actors import state_document
from tests.factories_agreements import agreement_document, ground, in_force_document, title

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"


@pytest.fixture(autouse=True)
def published_register():
    publish_documents([*ground("UZB", "KAZ", "KGZ"), named("Zebra crossing")])


def named(text, key=KEY):
    return in_force_document(key, titles=[title(1, text=text)])


def follower(tmp_path, name="search"):
    """The view of another process of the same installation."""
    return Follower(tmp_path / name)


def found(view, words):
    """The keys of agreements that a view finds."""
    index = view.index(Head.newest())
    question = Question(terms_in(words), (("kind", ("agreement",)),), register_day())
    return [key for _kind, key in ask(index, question, 0, 10).records]


def directories(tmp_path):
    return [path for path in (tmp_path / "search").iterdir() if path.is_dir()]


def test_what_is_published_is_found_by_the_next_question(tmp_path):
    view = follower(tmp_path)
    assert found(view, "zebra") == [KEY]
    publish_documents([named("Giraffe crossing")], nature="correction")
    assert found(view, "giraffe") == [KEY]
    assert found(view, '"zebra crossing"') == []


def test_another_process_sees_what_the_first_wrote(tmp_path):
    one, other = follower(tmp_path), follower(tmp_path)
    assert found(one, "zebra") == found(other, "zebra") == [KEY]
    publish_documents([named("Giraffe crossing")], nature="correction")
    assert found(one, "giraffe") == [KEY]
    assert (
        other.index(Head.newest()).searcher.num_docs == one.index(Head.newest()).searcher.num_docs
    )
    assert found(other, "giraffe") == [KEY]
    assert len(directories(tmp_path)) == 1


def test_what_is_withdrawn_is_found_no_more(tmp_path):
    view = follower(tmp_path)
    assert found(view, "zebra") == [KEY]
    withdraw(Record.objects.get(key=KEY), approver(), "For the test.")
    assert found(view, "zebra") == []


def test_a_state_that_is_called_otherwise_is_found_by_its_new_name(tmp_path):
    view = follower(tmp_path)
    assert found(view, "wonderland") == []
    publish_documents([state_document("KAZ", names={"en": "Wonderland"})], nature="correction")
    assert found(view, "wonderland") == [KEY]


def bound(view):
    """By state, how many agreements bind it today."""
    question = Question((), (("kind", ("agreement",)),), register_day())
    return ask(view.index(Head.newest()), question, 0, 10).counts["bound"]


def test_who_is_bound_is_counted_the_same_after_any_publication(tmp_path):
    view = follower(tmp_path)
    assert bound(view) == {"UZB": 1, "KAZ": 1}
    publish_documents([state_document("KAZ", names={"en": "Wonderland"})], nature="correction")
    publish_documents([named("Giraffe crossing", "another")])
    assert bound(view) == {"UZB": 2, "KAZ": 2} == bound(follower(tmp_path, "made-anew"))
    withdraw(Record.objects.get(key=KEY), approver(), "For the test.")
    assert bound(view) == {"UZB": 1, "KAZ": 1}


def test_one_that_is_bound_for_two_territories_is_bound_once():
    days = [date(year, 1, 1) for year in (2000, 2005, 2010, 2015, 2020)]
    periods = [(1, days[0], days[2]), (2, days[1], days[3]), (1, days[4], LAST_DAY)]
    for number, since, until in periods:
        PublishedStanding.objects.create(
            agreement="twice", participant=f"participant-{number:03d}", actor="UZB",
            status="party", from_day=since, until_day=until, reason="{}", said_from=1,
        )  # fmt: skip
    [[(one, *first), (other, *second)]] = Records(Head.newest().number)._bonds(["twice"]).values()
    assert (first, second) == ([days[0], days[3]], [days[4], LAST_DAY])
    assert one == other


def test_a_deleted_directory_is_made_again(tmp_path):
    view = follower(tmp_path)
    assert found(view, "zebra") == [KEY]
    shutil.rmtree(tmp_path / "search")
    assert found(view, "zebra") == [KEY]
    assert (tmp_path / "search" / "current").exists()


@pytest.mark.parametrize("lost", range(6))
def test_a_lost_file_does_no_harm(tmp_path, lost):
    found(follower(tmp_path), "zebra")
    [directory] = directories(tmp_path)
    files = sorted(path for path in directory.iterdir() if path.is_file())
    files[lost % len(files)].unlink()
    assert found(follower(tmp_path), "zebra") == [KEY]


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\x00" * 5000])
def test_a_half_written_index_is_made_again(tmp_path, rubbish):
    found(follower(tmp_path), "zebra")
    [directory] = directories(tmp_path)
    (directory / "meta.json").write_bytes(rubbish)
    assert found(follower(tmp_path), "zebra") == [KEY]


@pytest.mark.parametrize("pointer", ["", "rubbish", "a b c", "x ../elsewhere"])
def test_a_pointer_that_leads_nowhere_is_replaced(tmp_path, pointer):
    found(follower(tmp_path), "zebra")
    (tmp_path / "search" / "current").write_text(pointer)
    assert found(follower(tmp_path), "zebra") == [KEY]
    assert len(directories(tmp_path)) == 1


def test_an_index_of_another_register_is_made_anew(tmp_path):
    foreign = tmp_path / "search" / "foreign"
    foreign.mkdir(parents=True)
    stranger = {"key": "stranger", "kind": "agreement", "title": "zebra", "title_stem": "zebra",
                "from_day": 1, "until_day": 3_000_000}  # fmt: skip
    Index(foreign, new=True).write([[stranger]], Applied(Head.newest().number, "f" * 64))
    (tmp_path / "search" / "current").write_text(f"{following.form()} foreign\n")
    assert found(follower(tmp_path), "zebra") == [KEY]


def test_an_index_of_another_release_is_made_anew(tmp_path, monkeypatch):
    found(follower(tmp_path), "zebra")
    [old] = directories(tmp_path)
    monkeypatch.setattr(following, "form", lambda: "another")
    assert found(follower(tmp_path), "zebra") == [KEY]
    assert directories(tmp_path) != [old]


def test_while_another_process_writes_the_last_index_answers(tmp_path):
    one, other = follower(tmp_path), follower(tmp_path)
    assert found(one, "zebra") == [KEY]
    publish_documents([named("Giraffe crossing")], nature="correction")
    with other._lock():
        assert found(one, "zebra") == [KEY]
    assert found(one, "giraffe") == [KEY]


def test_a_large_register_is_indexed_apart_and_says_how_far_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(following, "AT_ONCE", 0)
    started = []
    monkeypatch.setattr(threading.Thread, "start", lambda thread: started.append(thread))
    view = follower(tmp_path)
    with pytest.raises(NotReady) as state:
        view.index(Head.newest())
    assert state.value.share == 0 and len(started) == 1
    (tmp_path / "search" / "progress").write_text("3 4\n")
    with pytest.raises(NotReady) as state:
        view.index(Head.newest())
    assert state.value.share == 0.75


def test_a_directory_that_cannot_be_written_is_reported_and_done_without(
    tmp_path, monkeypatch, settings, caplog
):
    (tmp_path / "search").write_text("a file stands where the folder should")
    view = follower(tmp_path)
    with caplog.at_level(logging.ERROR):
        assert found(view, "zebra") == [KEY]
    assert "cannot be written" in caplog.text
    publish_documents([named("Giraffe crossing")], nature="correction")
    assert found(view, "giraffe") == [KEY]
    settings.SEARCH_DIR = tmp_path / "search"
    assert "catalogue.W001" in {each.id for each in checks.run_checks()}


def test_too_large_a_register_is_not_kept_in_memory(tmp_path, monkeypatch):
    (tmp_path / "search").write_text("a file stands where the folder should")
    monkeypatch.setattr(following, "MOST_IN_MEMORY", 1)
    with pytest.raises(NotReady) as state:
        follower(tmp_path).index(Head.newest())
    assert state.value.is_too_large


def test_a_command_makes_the_index_anew(tmp_path, settings, capsys):
    settings.SEARCH_DIR = tmp_path / "search"
    call_command("rebuild", "search")
    assert "Rebuilt the search index of" in capsys.readouterr().out
    [directory] = directories(tmp_path)
    call_command("rebuild", "search")
    assert directories(tmp_path) != [directory]


WRITE = """
import sys
from pathlib import Path
from catalogue.search.index import Applied, Index
Index(Path(sys.argv[1]), new=True)
print("half way", flush=True)
sys.stdin.read()
"""


def test_a_process_killed_half_way_leaves_nothing_in_the_way(tmp_path):
    half = tmp_path / "search" / "half"
    half.mkdir(parents=True)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    writer = subprocess.Popen(
        [sys.executable, "-c", f"import django; django.setup()\n{WRITE}", str(half)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment,
    )  # fmt: skip
    assert writer.stdout.readline() == b"half way\n"
    writer.kill()
    writer.communicate()
    assert found(follower(tmp_path), "zebra") == [KEY]
    assert not half.exists()


def test_two_that_start_at_once_make_one_index(tmp_path):
    views = [follower(tmp_path) for _ in range(2)]
    assert [found(view, "zebra") for view in views] == [[KEY], [KEY]]
    assert len(directories(tmp_path)) == 1


def test_an_agreement_published_later_is_found_beside_the_first(tmp_path):
    view = follower(tmp_path)
    found(view, "zebra")
    publish_documents([agreement_document("second", titles=[title(1, text="Second zebra")],
                                          scope="multilateral", binding="non_binding"),
                       source_document("S2")])  # fmt: skip
    assert set(found(view, "zebra")) == {KEY, "second"}
