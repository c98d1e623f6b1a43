"""Keeping the index abreast of the log.

Each process has its own view of one shared index. It compares the entry that the index contains
with the newest and applies what is missing. Who holds the lock file writes; the others read on.
What cannot be opened, belongs to another register or to another release is made anew, beside the
good one, which answers until then.
"""

import logging
import shutil
import threading
import uuid
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from filelock import FileLock, Timeout

from register.models import Entry, Head

from .index import Applied, Index, form
from .rows import Records

log = logging.getLogger(__name__)
# So many changed records, or records in all, are written while the reader waits.
AT_ONCE = 2_000
# An index in memory is made by every process for itself, so it stays small.
MOST_IN_MEMORY = 20_000


class NotReady(Exception):
    """There is no index to answer yet: so much of it is done (0 to 1), or it cannot be made."""

    def __init__(self, share: float = 0.0, is_too_large: bool = False) -> None:
        super().__init__(share)
        self.share, self.is_too_large = share, is_too_large


class Follower:
    """The view of this process. `directory` is shared by all processes of an installation."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._index: Index | None = None
        self._mutex = threading.RLock()
        self._building: threading.Thread | None = None

    def index(self, newest: Head) -> Index:
        """The index, as near to the newest entry as can be had now; raises `NotReady`."""
        with self._mutex:
            self._reopen()
            if not self._is_abreast(newest):
                self._catch_up(newest)
            if self._index is None:
                raise NotReady(self._share())
            return self._index

    def rebuild(self, newest: Head) -> int:
        """Make the whole index anew and wait for it; returns how many records it has."""
        with self._mutex, self._lock():
            return self._make(newest)

    def can_write(self) -> bool:
        """Whether the directory can be made and written to."""
        try:
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self.directory / f"probe-{uuid.uuid4().hex}"
            probe.touch()
            probe.unlink()
        except OSError:
            return False
        return True

    # --- Opening what is there -----------------------------------------------------------------

    def _reopen(self) -> None:
        """Open the index that the directory names, if it is another one than is open, or gone."""
        if self._index is not None and self._index.path is None:
            return
        path = self._named()
        if self._index is not None and path == self._index.path and (path / "meta.json").exists():
            return
        self._index = self._opened(path) if path else None

    def _named(self) -> Path | None:
        """Where the index of this release is, None if none was finished."""
        try:
            made_by, name = (self.directory / "current").read_text().split()
        except (OSError, ValueError):
            return None
        path = self.directory / name
        return path if made_by == form() and path.parent == self.directory else None

    def _opened(self, path: Path) -> Index | None:
        """The index at a path; None for one that is not whole or of another register."""
        try:
            index = Index(path)
        except Exception:  # the engine raises ValueError, OSError and its own panics alike
            log.warning("The search index at %s cannot be opened; it is made anew.", path)
            return None
        return index if self._is_ours(index.applied) else None

    def _is_ours(self, applied: Applied) -> bool:
        """Whether this register has that entry; an index of nothing may be anybody's."""
        return (
            applied.number == 0
            or Entry.objects.filter(number=applied.number, head=applied.head).exists()
        )

    def _is_abreast(self, newest: Head) -> bool:
        index = self._index
        return index is not None and index.applied == (newest.number, newest.digest)

    # --- Following -----------------------------------------------------------------------------

    def _catch_up(self, newest: Head) -> None:
        """Apply what is missing, or make the index if there is none that can be followed up."""
        if self._index is not None:
            self._refresh()
        if self._index is not None and not self._is_ours(self._index.applied):
            self._index = None
        if self._index is not None and self._index.applied.number >= newest.number:
            return
        records = Records(newest.number)
        if self._index is not None:
            changed = records.changed_since(self._index.applied.number)
            if sum(map(len, changed.values())) <= AT_ONCE:
                self._apply(records, changed, newest)
                return
        self._make_or_begin(records, newest)

    def _refresh(self) -> None:
        """See what other processes wrote; an index that broke is forgotten."""
        try:
            self._index.refresh()
        except Exception:  # as in _opened
            log.warning("The search index at %s is broken; it is made anew.", self._index.path)
            self._index = None
            (self.directory / "current").unlink(missing_ok=True)

    def _apply(self, records: Records, changed: dict[str, set[str]], newest: Head) -> None:
        """Write what changed, unless another process is at it: then its writing is seen next."""
        gone = [key for keys in changed.values() for key in keys]
        batches = (records.of(keys, kind) for kind, keys in changed.items())
        try:
            with self._lock(0):
                self._index.write(batches, Applied(newest.number, newest.digest), gone)
        except Timeout:
            return
        except Exception:  # a full disk, say: what there is goes on answering
            log.exception("What changed could not be written to the search index.")

    def _make_or_begin(self, records: Records, newest: Head) -> None:
        """Make the index: a small one now, a large one in the background."""
        count = records.count()
        if not self.can_write():
            self._make_in_memory(records, newest, count)
        elif count <= AT_ONCE:
            self._make_now(newest)
        elif self._building is None or not self._building.is_alive():
            self._building = threading.Thread(target=self._make_apart, daemon=True)
            self._building.start()

    def _make_now(self, newest: Head) -> None:
        try:
            with self._lock(AT_ONCE / 100):
                self._reopen()
                if not self._is_abreast(newest):
                    self._make(newest)
        except Timeout:
            return

    def _make_in_memory(self, records: Records, newest: Head, count: int) -> None:
        log.error("The search index cannot be written to %s.", self.directory)
        if count > MOST_IN_MEMORY:
            raise NotReady(is_too_large=True)
        index = Index()
        index.write(records.all(), Applied(newest.number, newest.digest))
        self._index = index

    def _make_apart(self) -> None:
        """In a thread of its own: make the index, unless another process is making it."""
        try:
            with self._lock(0):
                self._make(Head.newest())
        except Timeout:
            return
        finally:
            connection.close()

    def _make(self, newest: Head) -> int:
        """Under the lock: write a whole index beside the one in use, then name it the current."""
        self._sweep()
        path = self.directory / uuid.uuid4().hex
        path.mkdir(mode=0o700)
        records = Records(newest.number)
        index = Index(path, new=True)
        total = records.count()
        index.write(self._counted(records.all(), total), Applied(newest.number, newest.digest))
        pointer = self.directory / f"{path.name}.current"
        pointer.write_text(f"{form()} {path.name}\n")
        pointer.replace(self.directory / "current")
        (self.directory / "progress").unlink(missing_ok=True)
        self._index = index
        return total

    def _counted(self, batches: Iterable[list[dict]], total: int) -> Iterator[list[dict]]:
        """The batches, while a file tells the other processes how far they are."""
        done = 0
        for batch in batches:
            yield batch
            done += len({each["key"] for each in batch})
            (self.directory / "progress").write_text(f"{done} {total}\n")

    def _share(self) -> float:
        try:
            done, total = map(int, (self.directory / "progress").read_text().split())
        except (OSError, ValueError):
            return 0.0
        return done / max(total, 1)

    def _sweep(self) -> None:
        """Remove what was left half-made, and indexes that are no longer named."""
        named = self._named()
        for path in self.directory.iterdir():
            if path.is_dir() and path != named:
                shutil.rmtree(path, ignore_errors=True)

    def _lock(self, timeout: float = -1) -> AbstractContextManager:
        if self._index is not None and self._index.path is None:
            return nullcontext()
        self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        return FileLock(self.directory / "lock", timeout=timeout, thread_local=False)


@lru_cache(maxsize=4)
def _follower(directory: Path) -> Follower:
    return Follower(directory)


def follower() -> Follower:
    """The view that this process has of the index of its installation."""
    return _follower(settings.SEARCH_DIR)


def rebuild() -> int:
    """Make the index of this installation anew; returns how many records it has."""
    return follower().rebuild(Head.newest())
