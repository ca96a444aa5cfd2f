"""Copied files: all of them, verified by reading them back, or none."""

import time

import pytest

from exports import copying
from exports.copying import CopyResult, copy
from exports.process import start_copy
from workshop_app.domain.errors import UserError


@pytest.fixture
def files(tmp_path):
    source = tmp_path / "papers"
    source.mkdir()
    made = {"a.pdf": b"%PDF" * 700_000, "b_まとめ.csv": b"x", "c.json": b""}
    for name, data in made.items():
        (source / name).write_bytes(data)
    return sorted(source.iterdir())


def run(files, folder, tell=lambda _: None):
    return copy(files, folder, "token", tell)


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_all_files_are_there_and_the_same(files, tmp_path):
    stick = tmp_path / "stick" / "new folder"
    told = []
    done = run(files, stick, told.append)
    assert names(stick) == [file.name for file in files]
    assert done.files == tuple(stick / file.name for file in files)
    assert [(stick / file.name).read_bytes() for file in files] == [
        file.read_bytes() for file in files
    ]
    assert told[-1].done == told[-1].total == 2 * done.size


def test_a_stick_that_changes_bytes_is_detected_and_nothing_is_left(files, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.pdf").write_bytes(b"earlier")

    def flip(number):
        part = next(stick.glob(".*.part"))
        data = part.read_bytes()
        part.write_bytes(b"!" + data[1:] if data else b"")

    monkeypatch.setattr(copying, "_drop_cache", flip)
    with pytest.raises(UserError, match="carry_differs"):
        run(files, stick)
    assert names(stick) == ["a.pdf"]
    assert (stick / "a.pdf").read_bytes() == b"earlier"


def test_a_lack_of_space_is_reported_before_anything_is_written(files, tmp_path, monkeypatch):
    monkeypatch.setattr(copying.shutil, "disk_usage", lambda _: type("U", (), {"free": 100}))
    with pytest.raises(UserError, match="carry_room") as error:
        run(files, tmp_path / "stick")
    assert error.value.values == {"needed": "2.8", "free": "0.1"}
    assert not (tmp_path / "stick").exists()


def test_missing_files_are_reported(files, tmp_path):
    files[1].unlink()
    with pytest.raises(UserError, match="carry_gone"):
        run(files, tmp_path / "stick")


def test_stopped_in_the_middle_nothing_is_left(files, tmp_path):
    stick = tmp_path / "stick"

    def stop(progress):
        if progress.done > 1_000_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(files, stick, stop)
    assert not stick.exists()


def test_a_folder_that_cannot_be_created_is_reported(files, tmp_path):
    (tmp_path / "stick").write_text("")
    with pytest.raises(UserError, match="export_folder"):
        run(files, tmp_path / "stick")


def test_the_same_folder_again_changes_nothing(files, tmp_path):
    stick = tmp_path / "stick"
    run(files, stick)
    before = [file.stat().st_mtime_ns for file in sorted(stick.iterdir())]
    run(files, stick)
    assert [file.stat().st_mtime_ns for file in sorted(stick.iterdir())] == before


def test_it_works_in_a_process_of_its_own(files, tmp_path):
    copied = start_copy(files, tmp_path / "stick")
    end = time.monotonic() + 60
    while copied.poll():
        assert time.monotonic() < end
        time.sleep(0.01)
    copied.close()
    assert isinstance(copied.result, CopyResult)
    assert names(tmp_path / "stick") == [file.name for file in files]


def test_cancelled_at_once_it_leaves_nothing(files, tmp_path):
    copied = start_copy(files, tmp_path / "stick")
    copied.close()
    assert copied.cancelled
    stick = tmp_path / "stick"
    assert not stick.exists() or names(stick) == []
