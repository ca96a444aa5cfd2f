"""The suite on all cores runs every test once and reports failures."""

import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def suite(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.delitem(sys.modules, "suite", raising=False)
    import suite

    yield suite
    sys.modules.pop("suite", None)


def written(folder, **sources):
    for path, source in sources.items():
        file = folder / "tests" / path.replace("__", "/")
        file = file.with_name(f"test_{file.name}.py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, encoding="utf-8")


def test_stores_are_in_memory_if_there_is_room(suite, tmp_path, monkeypatch):
    with suite.work_folder(tmp_path) as folder:
        assert folder.parent == tmp_path
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(suite, "_ROOM_BYTES", 1 << 62)
    for place in (tmp_path, tmp_path / "absent"):
        with suite.work_folder(place) as folder:
            assert folder.parent == Path(tempfile.gettempdir())


def test_every_file_is_run_once(suite):
    run = [name for names in suite.runs(ROOT / "tests") for name in names]
    here = [file.relative_to(ROOT).as_posix() for file in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(run) == sorted(here)


def test_files_that_take_long_start_first(suite):
    runs = suite.runs(ROOT / "tests")
    first = [name.removeprefix("tests/") for (name, *_) in runs[: len(suite.LONGEST)]]
    assert first == list(suite.LONGEST)
    long = [suite.takes_long(ROOT / name, ROOT / "tests") for (name, *_) in runs]
    assert long == sorted(long, reverse=True)
    assert any(long)
    assert not all(long)
    windows = [name.startswith("tests/ui/") for (name, *_), alone in zip(runs, long, strict=True)
               if not alone]  # fmt: skip
    assert windows == sorted(windows, reverse=True)
    assert all(len(names) == 1 for names in runs[: len(suite.LONGEST)])


@pytest.mark.parametrize(
    ("one", "code", "last"),
    [
        ("def test_it(): assert 1", 0, "2 passed, 0 failed"),
        ("def test_it(): assert 0", 1, "1 passed, 1 failed"),
        ("import nothing_of_the_kind", 1, "1 passed, 1 failed"),
        ("import os\ndef test_it(): os._exit(11)", 1, "1 passed, 0 failed"),
        (
            "import pytest\npytest.skip(allow_module_level=True)",
            0,
            "1 passed, 0 failed, 1 skipped",
        ),
    ],
    ids=["passes", "fails", "does not load", "dies", "is skipped"],
)
def test_failures_are_reported(suite, monkeypatch, tmp_path, capsys, one, code, last):
    written(tmp_path, faults__one=one, other="def test_other(): assert 1")
    monkeypatch.setattr(suite, "ROOT", tmp_path)
    assert suite.run() == code
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == last
    assert ("NOT PASSED: tests/faults/test_one.py" in lines) == bool(code)
