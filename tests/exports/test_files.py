"""Sets of files: all of them or none, even after errors or a kill."""

import errno
import multiprocessing
import os
import signal
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from exports import files
from exports.files import FileSet, clear_killed
from tests.faults.counting import counted, fail_at
from tests.faults.publishing import NEW, OLD, operations, publish
from workshop_app.domain.errors import UserError


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, data in OLD.items():
        (folder / name).write_bytes(data)
    return folder


def test_all_files_appear_and_nothing_else_stays(folder):
    publish(folder)
    assert content(folder) == OLD | NEW


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("number", range(1, 7))
def test_when_one_file_cannot_be_replaced_all_are_as_they_were(folder, monkeypatch, number, links):
    real = files._replace
    calls = []

    def replace(part, path):
        calls.append(path)
        if len(calls) == number:
            raise OSError(28, "No space left on device")
        real(part, path)

    monkeypatch.setattr(files, "_replace", replace)
    if not links:
        monkeypatch.setattr(files.os, "link", _no_links)
    needed = 3 if links else 5  # without links the two replaced files are moved, too
    if number > needed:
        publish(folder)
        assert content(folder) == OLD | NEW
        return
    with pytest.raises(UserError) as refused:
        publish(folder)
    assert refused.value.key == "errors.export_failed"
    assert content(folder) == OLD


def _no_links(*_):
    raise OSError(1, "Operation not permitted")


@pytest.mark.parametrize("error", [errno.EIO, errno.EACCES])
@pytest.mark.parametrize("lasting", [False, True])
def test_whatever_the_disk_refuses_all_or_none_are_there_as_told(
    tmp_path, monkeypatch, error, lasting
):
    monkeypatch.setattr(files.time, "sleep", lambda _: None)
    for point in range(1, 200):
        place = tmp_path / str(point)
        place.mkdir()
        for name, data in OLD.items():
            (place / name).write_bytes(data)
        try:
            with counted(fail_at(point, error, lasting=lasting)) as so_far:
                publish(place)
            wanted = OLD | NEW
        except UserError:
            wanted = OLD
        visible = {name: data for name, data in content(place).items() if name[0] != "."}
        if not lasting:
            assert visible == wanted, point
        clear_killed(place)
        assert content(place) == wanted, point
        if so_far() < point:
            return
    raise AssertionError("it never came to an end")


@pytest.mark.skipif(sys.platform == "win32", reason="a forked server starts the victims")
@pytest.mark.parametrize("links", [True, False])
def test_killed_at_any_operation_the_next_start_leaves_all_or_none(folder, tmp_path, links):
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.publishing"])
    here, there = context.Pipe(duplex=False)
    seen = set()
    for kill_at in range(200):
        place = tmp_path / str(kill_at)
        place.mkdir()
        for name, data in OLD.items():
            (place / name).write_bytes(data)
        victim = context.Process(target=operations, args=(place, kill_at, links, there))
        victim.start()
        victim.join(60)
        clear_killed(place)
        found = content(place)
        assert found in (OLD, OLD | NEW), (kill_at, sorted(found))
        seen.add(len(found))
        if kill_at and victim.exitcode == 0:
            break
        assert victim.exitcode == (-signal.SIGKILL if kill_at else 0)
    else:
        raise AssertionError("it never came to an end")
    assert here.poll()
    assert seen == {len(OLD), len(OLD | NEW)}


def test_a_file_that_another_program_is_writing_is_unchanged(folder):
    token = uuid4().hex
    with FileSet(folder, token) as first:
        first.add("a.pdf", b"mine")
        publish(folder)
        assert (folder / f".a.pdf.{token}.part").exists()
        first.publish()
    assert content(folder)["a.pdf"] == b"mine"


def test_files_of_others_are_never_touched(folder):
    token = uuid4().hex
    others = {".letter.part": b"1", f"x.{token}.part": b"2", f".{token}.plan.txt": b"3"}
    for name, data in others.items():
        (folder / name).write_bytes(data)
    outside = folder.parent / "outside.txt"
    outside.write_bytes(b"precious")
    (folder / f".{uuid4().hex}.plan").write_text('{"../outside.txt": false}')
    publish(folder)
    for name, data in others.items():
        assert (folder / name).read_bytes() == data
    assert outside.read_bytes() == b"precious"


def test_parts_without_a_lock_go_only_when_nobody_can_be_writing_them(folder):
    part = folder / f".a.pdf.{uuid4().hex}.part"
    part.write_bytes(b"records")
    clear_killed(folder)
    assert part.exists()
    os.utime(part, (1, 1))
    clear_killed(folder)
    assert not part.exists()
