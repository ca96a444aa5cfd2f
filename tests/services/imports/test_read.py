import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.errors import InvalidInput
from workshop_app.i18n import LANGUAGES, Texts
from workshop_app.services.imports.files import read_list, read_list_file
from workshop_app.services.imports.read import LARGEST, read_text_file

JAPANESE = "・監視がおそい\r\n・通知\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_japanese_is_read_in_the_usual_encodings(tmp_path, encoding):
    text = JAPANESE + "mackerel-agent.conf of host-1\r\n"
    file = tmp_path / "list.txt"
    file.write_bytes(text.encode(encoding))
    assert [line.text for line in read_list(file).lines] == [
        "監視がおそい",
        "通知",
        "mackerel-agent.conf of host-1",
    ]


def test_western_text_of_windows_is_not_taken_for_japanese(tmp_path):
    file = tmp_path / "list.txt"
    file.write_bytes("It doesn’t alert at the café – ever\n".encode("cp1252"))
    assert read_text_file(file) == "It doesn’t alert at the café – ever\n"


@pytest.mark.parametrize(
    ("name", "sign", "count"),
    [("a.csv", ",", 1), ("a.TSV", "\t", 1), ("a.txt", ",", 1), ("a.txt", "\t", 1)],
)
def test_known_headings_or_tabs_make_a_table_in_any_file(tmp_path, name, sign, count):
    file = tmp_path / name
    file.write_text("課題\t発言者\n監視が遅い\t青木\n".replace("\t", sign), encoding="utf-8")
    assert len(read_list(file).lines) == count


def refusal(path):
    with pytest.raises(InvalidInput) as refused:
        read_list(path)
    for language in LANGUAGES:
        sentence = Texts(language)(refused.value.key, **refused.value.values)
        assert path.name in sentence
        assert str(path.parent) not in sentence
    return refused.value.key


def test_what_is_no_text_is_refused_in_words(tmp_path):
    made = {
        "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "store.txt": b"SQLite format 3\x00" + bytes(200),
        "noise.txt": b"\xff\xfe\x00",
        "odd.csv": bytes(range(256)),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        assert refusal(tmp_path / name) == "imports.not_text"


def test_a_damaged_workbook_and_an_old_one_are_refused(tmp_path):
    for name, key in (("list.xlsx", "imports.answers.broken"), ("list.ods", "imports.office")):
        (tmp_path / name).write_bytes(b"PK\x03\x04" + bytes(100))
        assert refusal(tmp_path / name) == key


def test_what_is_no_file_is_refused_without_waiting(tmp_path):
    assert refusal(tmp_path / "absent.txt") == "imports.not_found"
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    assert refusal(folder) == "imports.folder"
    if hasattr(os, "mkfifo"):
        pipe = tmp_path / "pipe.txt"
        os.mkfifo(pipe)
        assert refusal(pipe) == "imports.no_file"


def test_a_huge_file_is_refused(tmp_path):
    file = tmp_path / "huge.txt"
    file.write_bytes(b"a" * (LARGEST + 1))
    assert refusal(file) == "imports.too_large"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(tmp_path):
    file = tmp_path / "closed.txt"
    file.write_text("a", encoding="utf-8")
    file.chmod(0)
    assert refusal(file) == "imports.unreadable"


@given(data=st.binary(max_size=300))
def test_any_bytes_give_text_or_one_sentence(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("bytes") / "any.txt"
    file.write_bytes(data)
    try:
        text = read_text_file(file)
    except InvalidInput:
        return
    assert "\x00" not in text


def test_an_empty_file_has_no_lines(tmp_path):
    file = tmp_path / "empty.txt"
    file.touch()
    assert read_list(file).lines == ()


def test_a_list_of_far_too_many_lines_is_refused_at_once(tmp_path):
    file = tmp_path / "list.txt"
    file.write_text("監視できない\n" * 100_000, encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        read_list_file(file)
    assert refused.value.key == "imports.too_many_lines"
    file.write_text("監視できない\n" * 4_000, encoding="utf-8")
    assert read_list_file(file)
