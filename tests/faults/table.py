"""Many faults with a summary as a table: ``python -m tests.faults.table [--long] [row …]``."""

import argparse
import errno
import multiprocessing
import os
import shutil
import signal
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.faults import scenes
from tests.faults.counting import counted, fail_at, kill_at
from tests.faults.fuzzed import fuzzed
from tests.faults.power_loss import Disk
from tests.faults.recorded_writes import may_trace, recorded
from tests.faults.scenes import (
    PAPERS,
    RELEASED,
    SCENES,
    SECRET,
    Scene,
    copy_of,
    damage,
    opened,
    prepare,
    settle,
    write_papers,
)
from tests.faults.told_actions import state_of
from tests.helpers.papers import files_below, unpacked
from workshop_app.domain.errors import NotFound, StoreError, UserError
from workshop_app.services import snapshot
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.copies import Occasion, copies_of, fault_of, make_copy
from workshop_app.services.session import Session
from workshop_app.store.auto_backup import carry_to
from workshop_app.store.backup import BACKUPS
from workshop_app.store.journal import folder_of, read_all, replayed
from workshop_app.store.recovery import leave, put_in_place, recovered, sound_copies
from workshop_app.store.store import Store

SHORT = 3
LONG = 250
"""Number of points per scene, spread over all of its operations."""
_LEFT_OVERS = (".part", ".read", ".plain", ".recovery", "-journal", ".old", ".plan")


def everything(store: Store) -> dict[str, object]:
    return {key: snapshot.load(store, key) for key in store.contents()}


def points(total: int, wanted: int) -> list[int]:
    """Return operations at which to interrupt, spread evenly."""
    if total <= wanted:
        return [*range(1, total + 1)]
    return sorted({1 + round(n * (total - 1) / (wanted - 1)) for n in range(wanted)})


# -- killed processes


def _victim(scene: Scene, path: Path, point: int, there: Connection) -> None:
    with counted(kill_at(point)) as so_far:
        scene.do(path, lambda told: there.send(("told", told)))
    there.send(("end", so_far()))


def _run(scene: Scene, path: Path, point: int) -> tuple[list[object], int]:
    """Run a scene in a separate process; return its output and number of operations."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_victim, args=(scene, path, point, there))
    process.start()
    there.close()
    told: list[object] = []
    total = 0
    with suppress(EOFError):
        while True:
            kind, value = here.recv()
            if kind == "end":
                total = value
            else:
                told.append(value)
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), (scene.name, point, process.exitcode)
    return told, total


def killed(base: Path, wanted: int, *, again: bool = False) -> Iterator[tuple[str, Counter[str]]]:
    """Kill each scene at many points, and check the state after the next start.

    With `again` the next start is killed, too, at some point.
    """
    prepared = _prepared(base)
    for scene in SCENES:
        total = _run(scene, _begin(scene, prepared, base / "count"), 0)[1]
        shutil.rmtree(base / "count")
        bad: Counter[str] = Counter()
        for point in points(total, wanted):
            path = _begin(scene, prepared, base / "cut")
            told, _ = _run(scene, path, point)
            if again:
                start = Scene("start", lambda path, _tell: settle(path).store.close())
                _run(start, path, 1 + point * 7 % 90)
            bad["points"] += 1
            for fault in _faults_after(scene, path, told):
                bad[fault] += 1
            shutil.rmtree(base / "cut")
        yield scene.name, bad
    shutil.rmtree(base / "prepared")


def _prepared(base: Path) -> Path:
    """Return a store on which the scenes start."""
    path = prepare(_folder(base / "prepared"))
    _OLD_PAPERS["old"] = _bytes_in(path.parent / PAPERS)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _begin(scene: Scene, prepared: Path, folder: Path) -> Path:
    if scene.fresh:
        return _folder(folder) / prepared.name
    if scene.version:
        old = RELEASED / f"workshops-v{scene.version}.db"
        return Path(shutil.copyfile(old, _folder(folder) / prepared.name))
    path = copy_of(prepared, folder)
    if scene.damaged:
        damage(path)
    return path


def _faults_after(scene: Scene, path: Path, told: list[object]) -> Iterator[str]:
    """Return what is wrong after the next start."""
    try:
        session = settle(path)
    except UserError as error:
        yield f"not opened: {error.key}"
        return
    store = session.store
    try:
        if store.check():
            yield "damaged"
        words = [
            each.first_wording for state in everything(store).values() for each in state.problems
        ]
        yield from _not_acknowledged(scene, told, words, store)
        if scene.name == "export":
            yield from _mixed_papers(session, path, told)
        if any(chain.from_iterable(store.record_steps(repair=False))):
            yield "journal differs"
        if session.state is not None:
            session.execute(AddProblem("あとの"))
        with suppress(StoreError, OSError):
            make_copy(session, Occasion.EVERY)
            carry_to(path.parent / "stick", path)
        rows = replayed((one for each in read_all(path) for one in each.entries), {})
        texts = {row.get("first_wording") for row in rows.values()}
        if session.state is not None and "あとの" not in texts:
            yield "journal lacks an action"
        stick = path.parent / "stick"
        copies = [*copies_of(session), *(copies_of(session, stick) if stick.is_dir() else [])]
        if any(fault_of(copy) for copy in copies):
            yield "bad copy"
        if scene.forgets and "deleted" in told and _anywhere(path.parent, SECRET):
            yield "not forgotten"
        if scene.version and not _kept_as_it_was(scene, path):
            yield "no copy before the move"
    finally:
        store.close()
    left = [each.name for each in path.parent.rglob("*") if each.name.endswith(_LEFT_OVERS)]
    if left:
        yield "left over"


def _not_acknowledged(
    scene: Scene, told: list[object], words: list[str], store: Store
) -> Iterator[str]:
    """Return what was reported as done and is missing or incomplete."""
    lists = [each for each in told if isinstance(each, list)]
    if lists and not {each for each in lists[-1] if each.startswith("新しい")} <= {*words, ""}:
        known = set(words)
        missing = [w for w in lists[-1] if w.startswith("新しい") and w not in known]
        if len(missing) > 1:  # the last one may be undone by the interrupted action
            yield "lost"
    workshops = len(store.contents())
    if scene.name == "import" and workshops not in ((3,) if "imported" in told else (2, 3)):
        yield "lost"
    if scene.name == "restore one" and workshops not in ((3,) if "restored" in told else (2, 3)):
        yield "lost"
    if scene.name == "delete" and workshops not in ((1,) if "deleted" in told else (1, 2)):
        yield "lost"
    if scene.name == "recovery" and workshops != 2:
        yield "lost"
    if scene.version and sorted(words) != _words_of(RELEASED / f"workshops-v{scene.version}.db"):
        yield "lost"
    per = Counter(word for word in words if word.startswith(("課題 ", SECRET)))
    if scene.name in ("import", "restore one") and len({*per.values()}) > 2:
        yield "half done"


def _mixed_papers(session: Session, path: Path, told: list[object]) -> Iterator[str]:
    """Return an error if exported files are a mixture of old and new, or not as reported."""
    written = _bytes_in(path.parent / PAPERS)
    again = path.parent / "again"
    write_papers(session, again)
    new = _bytes_in(again)
    shutil.rmtree(again)
    state = session.state
    assert state is not None
    if "changed" in told and "書き出す前の" not in [each.first_wording for each in state.problems]:
        yield "lost"
    if "exported" in told and written != new:
        yield "lost"
    if written not in (new, _OLD_PAPERS.get("old")):
        yield "mixed export"


_OLD_PAPERS: dict[str, dict[str, bytes]] = {}
"""The files that were exported when the store was prepared."""


def _bytes_in(folder: Path) -> dict[str, bytes]:
    """Return the visible files of a folder."""
    seen = (each for each in files_below(folder) if not each.name.startswith("."))
    return {each.name: each.read_bytes() for each in seen}


def _words_of(file: Path) -> list[str]:
    """Return the texts in a store of any version."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        return sorted(row[0] for row in db.execute("SELECT first_wording FROM problem"))


def _kept_as_it_was(scene: Scene, path: Path) -> bool:
    """Return whether there is a copy of the store from before the migration."""
    copies = [*(path.parent / BACKUPS).glob(f"*-before-v*-from-v{scene.version}-*.db")]
    wanted = _words_of(RELEASED / f"workshops-v{scene.version}.db")
    return bool(copies) and all(_words_of(copy) == wanted for copy in copies)


def _anywhere(folder: Path, words: str) -> bool:
    data = words.encode()
    return any(data in unpacked(each.read_bytes()) for each in folder.rglob("*") if each.is_file())


# -- disk errors


def failing(base: Path, wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Let the operations on files of each scene fail, once or from then on."""
    prepared = _prepared(base)
    for scene in SCENES:
        path = _begin(scene, prepared, base / "count")
        with counted(lambda _number, _name: None) as so_far:
            scene.do(path, lambda _told: None)
        total = so_far()
        shutil.rmtree(base / "count")
        bad: Counter[str] = Counter()
        for number, point in enumerate(points(total, wanted)):
            error = (errno.ENOSPC, errno.EIO, errno.EACCES)[number % 3]
            path = _begin(scene, prepared, base / "cut")
            bad["points"] += 1
            for fault in _faults_of_errors(scene, path, fail_at(point, error, lasting=number % 2)):
                bad[fault] += 1
            shutil.rmtree(base / "cut")
        yield scene.name, bad
    shutil.rmtree(base / "prepared")


def _faults_of_errors(
    scene: Scene, path: Path, at_each: Callable[[int, str], None]
) -> Iterator[str]:
    told: list[object] = []
    left: list[Session] = []
    keep = scenes.opened

    def kept(path: Path) -> Session:
        left.append(keep(path))
        return left[-1]

    scenes.opened = kept
    try:
        with counted(at_each):
            scene.do(path, told.append)
    except (UserError, OSError):
        pass
    finally:
        scenes.opened = keep
        for session in left:
            with suppress(UserError):
                shown = session.state
                if shown is not None and session.store.damage is None:
                    stored = snapshot.load(session.store, shown.workshop.id)
                    if stored != shown:
                        told.append("shown differs")
            session.store.close()
    if "shown differs" in told:
        yield "shown differs"
    yield from _faults_after(scene, path, told)


# -- damage to the closed file


def damaged(base: Path, wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Change bits, bytes, sectors and pages of the closed file, or truncate it, at random."""
    prepared = _prepared(base)
    session = opened(prepared)
    before = everything(session.store)
    session.store.close()
    original = prepared.read_bytes()
    random = Random(1)
    for name, spoil in _SPOILS.items():
        bad: Counter[str] = Counter()
        for number in range(wanted // len(_SPOILS)):
            prepared.write_bytes(spoil(original, random))
            bad["points"] += 1
            changed, noticed = _look(prepared, before)
            if changed:
                bad["content changed"] += 1
                bad["silent"] += not noticed
                if number % 10 == 0:
                    _bring_back(prepared, before, bad)
            shutil.rmtree(prepared.with_name("workshops.db.recovery"), ignore_errors=True)
        yield name, bad
    shutil.rmtree(base / "prepared")


def _look(path: Path, before: dict[str, object]) -> tuple[bool, bool]:
    """Open a file as the window does; return whether a change of its content was reported."""
    try:
        store = Store(path, thorough=False)
    except StoreError:
        return True, True
    try:
        found = [*chain.from_iterable(store.deep_check())]
        changed = bool(found) or _differs(store, before)
        found += [*chain.from_iterable(store.record_steps(repair=False))]
    except (StoreError, KeyError):
        return True, True
    finally:
        store.close()
    return changed, bool(found)


def _differs(store: Store, before: dict[str, object]) -> bool:
    try:
        return everything(store) != before
    except NotFound:  # a row is missing to which another one refers
        return True


def _bring_back(path: Path, before: dict[str, object], bad: Counter[str]) -> None:
    aside = put_in_place(recovered(path, copies=sound_copies(path)), path)
    store = Store(path)
    bad["brought back"] += 1
    bad["not whole"] += everything(store) != before
    store.close()
    if aside is not None:
        aside.unlink()


def _flip(data: bytes, random: Random) -> bytes:
    made = bytearray(data)
    made[random.randrange(len(made))] ^= 1 << random.randrange(8)
    return bytes(made)


def _byte(data: bytes, random: Random) -> bytes:
    made = bytearray(data)
    made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made)


def _sector(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) // 512) * 512
    return data[:place] + bytes(512) + data[place + 512 :]


def _page(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) // 4096) * 4096
    return data[:place] + random.randbytes(4096) + data[place + 4096 :]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


_SPOILS = {"bit": _flip, "byte": _byte, "sector": _sector, "page": _page, "cut": _cut}


# -- damage to the journals as well


def journals(base: Path, wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Lose the content of the closed file, and change a byte or lose a part of a journal."""
    prepared = _prepared(base)
    session = opened(prepared)
    before = everything(session.store)
    session.store.close()
    damage(prepared)
    files = sorted(folder_of(prepared).iterdir())
    originals = {file: file.read_bytes() for file in files}
    random = Random(3)
    for name in ("with copies", "alone"):
        if name == "alone":
            shutil.rmtree(prepared.parent / BACKUPS)
        bad: Counter[str] = Counter()
        for number in range(wanted):
            file = files[number % len(files)]
            spoil = (_flip, _byte, _sector, _page)[number // len(files) % 4]
            padded = originals[file] + bytes(-len(originals[file]) % 4096)
            file.write_bytes(spoil(padded, random))
            _judge_recovered(prepared, before, bad)
            file.write_bytes(originals[file])
        yield name, bad
    shutil.rmtree(base / "prepared")


def _judge_recovered(path: Path, before: dict[str, object], bad: Counter[str]) -> None:
    found = recovered(path, copies=sound_copies(path))
    store = Store(found.file)
    same = everything(store) == before
    bad["points"] += 1
    bad["content changed"] += not same
    bad["silent"] += not same and found.is_whole
    bad["lost"] += not before.keys() <= store.contents().keys()
    bad["damaged"] += bool(store.check())
    store.close()
    leave(path)


# -- damage with nothing else to recover from


def alone(base: Path, wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Lose a page of the closed file, beside copies that are damaged, too, and beside nothing."""
    prepared = _prepared(base)
    session = opened(prepared)
    before = everything(session.store)
    session.store.close()
    original = prepared.read_bytes()
    shutil.rmtree(folder_of(prepared))
    for copy in (prepared.parent / BACKUPS).glob("*.db"):
        damage(copy)
    for name in ("damaged copies", "nothing"):
        if name == "nothing":
            shutil.rmtree(prepared.parent / BACKUPS)
        bad: Counter[str] = Counter()
        for page in points(len(original) // 4096, wanted):
            place = (page - 1) * 4096
            prepared.write_bytes(original[:place] + bytes(4096) + original[place + 4096 :])
            _judge_recovered(prepared, before, bad)
        yield name, bad
    shutil.rmtree(base / "prepared")


# -- damage to the log of actions


def log(base: Path, wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Change a letter of what undo would write, beside nothing that tells what it was."""
    prepared = _prepared(base)
    shutil.rmtree(folder_of(prepared))
    original = prepared.read_bytes()
    random = Random(4)
    bad: Counter[str] = Counter()
    for _ in range(wanted):
        with closing(sqlite3.connect(prepared)) as db, db:
            rows = db.execute("SELECT seq, payload FROM action_log").fetchall()
            seq, text = random.choice(rows)
            at = random.randrange(len(text))
            other = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]
            db.execute("UPDATE action_log SET payload = ? WHERE seq = ?", [other, seq])
        bad["points"] += 1
        bad["silent"] += not _look(prepared, {})[1]
        prepared.write_bytes(original)
    yield "letters", bad
    shutil.rmtree(base / "prepared")


# -- torn lines of the journals


def torn(base: Path, wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Lose or damage the end of the last write, like a power loss."""
    prepared = _prepared(base)
    session = opened(prepared)
    path = session.store.recording.journals.path_of(session.workshop_id)
    whole = path.read_bytes()
    session.execute(AddProblem("最後の"))
    session.store.close()
    line = path.read_bytes()[len(whole) :]
    random = Random(2)
    bad: Counter[str] = Counter()
    for number in range(wanted):
        cut = random.randrange(len(line) + 1)
        tail = (b"", bytes(len(line) - cut), random.randbytes(len(line) - cut))[number % 3]
        path.write_bytes(whole + line[:cut] + tail)
        session = opened(prepared)
        bad["points"] += 1
        session.execute(AddProblem(f"次の {number}"))
        if any(chain.from_iterable(session.store.record_steps(repair=False))):
            bad["journal differs"] += 1
        session.undo()
        session.store.close()
        line = line[:1] if len(line) < 2 else line
        whole = whole if number % 3 else path.read_bytes()
    yield "last line", bad
    shutil.rmtree(base / "prepared")


# -- power loss


def without_power(base: Path, wanted: int) -> Iterator[tuple[str, Counter[str]]]:
    """Record a first start and actions, and open the possible disk states after each call."""
    if not may_trace():
        return
    yield "first start", _without_power(_folder(base / "new"), base, wanted)
    prepared = _prepared(base)
    shutil.rmtree(prepared.parent / PAPERS)
    yield "actions", _without_power(prepared.parent, base, wanted)
    shutil.rmtree(prepared.parent)


def _without_power(folder: Path, base: Path, wanted: int) -> Counter[str]:
    disk = Disk(folder)
    random = Random(3)
    bad = Counter[str]()
    store = str(folder / "workshops.db")
    calls = recorded(folder, "tests.faults.told_actions", [store, "5", "24"])
    told = [(n, each.data.decode()) for n, each in enumerate(calls) if each.kind == "told"]
    after = sorted(random.randrange(len(calls)) for _ in range(wanted))
    for number, call in enumerate(calls):
        disk.do(call)
        for _ in range(after.count(number)):
            disk.lose_power(random, base / "found")
            bad["points"] += 1
            for fault in _faults_without_power(base / "found" / "workshops.db", number, told):
                bad[fault] += 1
            shutil.rmtree(base / "found")
    return bad


def _faults_without_power(path: Path, number: int, told: list[tuple[int, str]]) -> Iterator[str]:
    """Return what is wrong with a state found after a power loss at a call."""
    done = [state for at, state in told if at <= number]
    following = next((state for at, state in told if at > number), None)
    if not path.exists():
        if done:
            yield "lost"
        return
    try:
        opened(path).store.close()
    except UserError:
        yield "recovered"
    try:
        session = settle(path)
    except UserError as error:
        yield f"not opened: {error.key}"
        return
    try:
        if session.store.check():
            yield "damaged"
        if any(chain.from_iterable(session.store.record_steps(repair=False))):
            yield "differs"
        state = state_of(session.store)
        if state not in (*done[-1:], following):
            yield "lost" if done and state in done else "half done"
    finally:
        session.store.close()


ROWS: dict[str, Callable[[Path, int], Iterator[tuple[str, Counter[str]]]]] = {
    "killed": killed,
    "killed twice": lambda base, wanted: killed(base, max(2, wanted // 8), again=True),
    "failing": lambda base, wanted: failing(base, max(2, wanted // 3)),
    "damaged": lambda base, wanted: damaged(base, wanted * 40),
    "journals": lambda base, wanted: journals(base, wanted * 8),
    "alone": lambda base, wanted: alone(base, wanted * 8),
    "log": lambda base, wanted: log(base, wanted * 8),
    "torn": lambda base, wanted: torn(base, wanted * 2),
    "fuzzed": lambda _base, wanted: fuzzed(wanted * 100),
    "without power": lambda base, wanted: without_power(base, wanted * 2),
}
FINE = {"points", "content changed", "brought back"}


def main() -> int:
    """Print the table; return 1 if anything was lost, unreported or left over."""
    parser = argparse.ArgumentParser(prog="tests.faults.table", description=__doc__)
    parser.add_argument("--long", action="store_true", help="thousands of points instead of some")
    parser.add_argument("--points", type=int, help="so many points a scene")
    parser.add_argument("rows", nargs="*", help=f"only these rows: {', '.join(ROWS)}")
    asked = parser.parse_args()
    wanted = asked.points or (LONG if asked.long else SHORT)
    worst = 0
    for name in asked.rows or ROWS:
        started = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            total: Counter[str] = Counter()
            for part, counts in ROWS[name](Path(folder), wanted):
                total += counts
                print(f"  {name}: {part}: {_told(counts)}", flush=True)  # noqa: T201
        seconds = time.monotonic() - started
        print(f"{name}: {_told(total)}  ({seconds:.0f} s)", flush=True)  # noqa: T201
        worst |= any(count for what, count in total.items() if what not in FINE)
    return int(worst)


def _told(counts: Counter[str]) -> str:
    bad = [f"{what} {count}" for what, count in counts.items() if count and what != "points"]
    return ", ".join([f"{counts['points']} points", *(bad or ["nothing wrong"])])


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main())
