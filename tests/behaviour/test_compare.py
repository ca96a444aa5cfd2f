"""A comparison of two records names each difference once, and finds all of them."""

import subprocess
import sys

import pytest
from PIL import Image

from tests.behaviour.__main__ import record_all
from tests.behaviour.compare import compare, pixel_share

ID = "01a23c18-fbc1-71a4-8e4a-4b48e255acc{}"


@pytest.fixture
def written(tmp_path):
    """Writes a record of one run: the texts of its steps by name, and its log."""

    def write(name, steps, log="add_problem\n"):
        run = tmp_path / name / "two-visits-en"
        for folder in ("steps", "screens", "papers"):
            (run / folder).mkdir(parents=True)
        (run / "log.txt").write_text(log, encoding="utf-8")
        for step, text in steps.items():
            (run / "steps" / f"{step}.txt").write_text(text, encoding="utf-8")
            Image.new("RGB", (10, 10), "white").save(run / "screens" / f"{step}.png")
        return tmp_path / name

    return write


def test_equal_records_have_no_difference(written, capsys):
    steps = {"001-start-start": "Start\n"}
    assert compare(written("old", steps), written("new", steps)) == 0
    assert capsys.readouterr().out == "no difference\n"


def test_a_difference_in_many_steps_is_shown_once(written, capsys):
    old = {f"00{n}-list-Down": f"Row {n}\nSaved\n" for n in range(1, 6)}
    new = {name: text.replace("Saved", "All saved") for name, text in old.items()}
    assert compare(written("old", old), written("new", new)) == 1
    told = capsys.readouterr().out
    assert told.count("-Saved") == told.count("+All saved") == 1
    assert "step 001-list-Down and 4 more, to 005-list-Down:" in told
    assert "Row" not in told


def test_steps_after_another_key_are_compared_with_their_own(written, capsys):
    old = {"001-list-Down": "One\n", "002-sort-m": "Two\n"}
    new = {"001-list-Down": "One\n", "002-list-Up": "Zero\n", "003-sort-m": "Two!\n"}
    assert compare(written("old", old), written("new", new)) == 1
    told = capsys.readouterr().out
    assert "step 002-list-Up: only in the new record" in told
    assert "step 003-sort-m:\n  -Two\n  +Two!\n" in told


def test_ids_count_only_if_nothing_else_differs(written, capsys):
    old = written("old", {}, f"add_problem {ID.format(1)}\nundo {ID.format(1)}\n")
    new = written("new", {}, f"add_problem {ID.format(2)}\nredo {ID.format(2)}\n")
    assert compare(old, new) == 1
    told = capsys.readouterr().out
    assert "-undo ID" in told
    assert "add_problem" not in told
    other = written("other", {}, f"add_problem {ID.format(2)}\nundo {ID.format(1)}\n")
    assert compare(old, other) == 1
    assert "only ids" in capsys.readouterr().out


def test_of_long_lines_only_the_difference_is_shown(written, capsys):
    old, new = (written(name, {}, f"{'a' * 900}{name}{'z' * 900}\n") for name in ("old", "new"))
    assert compare(old, new) == 1
    assert f"-…{'a' * 40}old{'z' * 40}…\n" in capsys.readouterr().out


def test_the_share_of_pixels_that_differ(tmp_path):
    old, new, wide = (tmp_path / f"{name}.png" for name in ("old", "new", "wide"))
    picture = Image.new("RGB", (10, 10), "white")
    picture.save(old)
    picture.paste("black", (0, 0, 5, 1))
    picture.save(new)
    Image.new("RGB", (20, 10), "white").save(wide)
    assert pixel_share(old, old) == 0
    assert pixel_share(old, new) == pytest.approx(0.05)
    assert pixel_share(old, wide) == 1


def test_a_run_that_is_in_one_record_only_is_named(written, tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert compare(written("old", {}), tmp_path / "empty") == 1
    assert "two-visits-en: only in the old record" in capsys.readouterr().out


@pytest.mark.exhaustive
def test_two_records_of_the_same_program_are_equal(tmp_path, capsys):
    for name in ("old", "new"):
        assert record_all(tmp_path / name, "two-visits-en") == 0
    order = [sys.executable, "-m", "tests.behaviour", "compare", "old", "new"]
    order[-2:] = (str(tmp_path / name) for name in ("old", "new"))
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "no difference\n")
