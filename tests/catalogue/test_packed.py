"""Packed catalogues: read within limits; hostile files are refused in one sentence."""

import random
import stat
import struct
import tracemalloc
import zipfile
from contextlib import suppress

import pytest

from tests.helpers.own_catalogue import ABOUT_TEXT, ENTRY_TEXT, GAP_TEXT, own_catalogue, zipped
from workshop_app.catalogue.loader import load_other
from workshop_app.catalogue.packed import read_packed, write_packed
from workshop_app.domain.errors import InvalidInput
from workshop_app.i18n import LANGUAGES, Texts

ENTRY = ENTRY_TEXT.replace("{name}", "vpn")
WHOLE = {
    "inhouse/catalogue.toml": ABOUT_TEXT,
    "inhouse/vpn.toml": ENTRY,
    "inhouse/gaps/night.toml": GAP_TEXT.replace("{name}", "night"),
}


def refused(path):
    with pytest.raises(InvalidInput) as caught:
        read_packed(path)
    for language in LANGUAGES:
        sentence = Texts(language)(caught.value.key, **caught.value.values)
        assert path.name in sentence
        assert "\n" not in sentence
    return caught.value


def test_a_pack_contains_what_the_folder_contains(tmp_path):
    night = WHOLE["inhouse/gaps/night.toml"]
    folder = own_catalogue(tmp_path / "inhouse", entries=("vpn", "mail"), gaps={"night": night})
    (folder / "notes.txt").write_text("left out", encoding="utf-8")
    write_packed(folder, "inhouse", tmp_path / "one.zip")
    read = load_other(read_packed(tmp_path / "one.zip"))
    there = load_other(folder)
    assert (read.solutions, read.gaps, read.faults) == (there.solutions, there.gaps, ())
    assert (read.name, read.version) == (there.name, there.version)
    write_packed(folder, "inhouse", tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert {each.name for each in tmp_path.iterdir()} == {"inhouse", "one.zip", "two.zip"}


def test_files_zipped_by_hand_are_read_too(tmp_path):
    litter = {"__MACOSX/inhouse/._vpn.toml": b"\0", "inhouse/.DS_Store": b"\0", "inhouse/": b""}
    assert read_packed(zipped(tmp_path / "a.zip", WHOLE | litter)).name == "inhouse"
    loose = {name.partition("/")[2]: text for name, text in WHOLE.items()}
    folder = read_packed(zipped(tmp_path / "inhouse.zip", loose))
    assert folder.name == "inhouse"
    assert load_other(folder).gaps.keys() == {"inhouse/night"}


def with_entry(path, name, mode=stat.S_IFREG, content=b"x"):
    zipped(path, WHOLE)
    with zipfile.ZipFile(path, "a") as target:
        info = zipfile.ZipInfo(name)
        info.external_attr = (mode | 0o777) << 16
        target.writestr(info, content)
    return path


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("../evil.toml", stat.S_IFREG),
        ("inhouse/../../evil.toml", stat.S_IFREG),
        ("/etc/evil.toml", stat.S_IFREG),
        ("C:/evil.toml", stat.S_IFREG),
        ("inhouse\\..\\evil.toml", stat.S_IFREG),
        ("inhouse/link.toml", stat.S_IFLNK),
        ("inhouse/pipe.toml", stat.S_IFIFO),
        ("inhouse/README.md", stat.S_IFREG),
        ("inhouse/run.exe", stat.S_IFREG),
        ("inhouse/deep/er.toml", stat.S_IFREG),
        ("other/vpn.toml", stat.S_IFREG),
        ("inhouse/vpn.toml", stat.S_IFREG),
        ("inhouse/a\nb.toml", stat.S_IFREG),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_does_not_belong_into_a_catalogue_is_refused_by_name(tmp_path, name, mode):
    path = with_entry(tmp_path / "x.zip", name, mode)
    assert refused(path).key == "errors.packed_foreign"
    assert [each.name for each in tmp_path.iterdir()] == ["x.zip"]


def test_a_pack_without_the_file_on_the_catalogue_is_refused(tmp_path):
    path = zipped(tmp_path / "x.zip", {"inhouse/vpn.toml": ENTRY})
    assert refused(path).key == "errors.packed_no_about"


def bomb(path):
    return zipped(path, WHOLE | {"inhouse/big.toml": b"\0" * 50_000_000})


def bomb_that_lies(path):
    """A zip bomb whose headers state a small size."""
    data = bytearray(bomb(path).read_bytes())
    real = struct.pack("<I", 50_000_000)
    while real in data:
        place = data.index(real)
        data[place : place + 4] = struct.pack("<I", 100)
    path.write_bytes(bytes(data))
    return path


def many_small_bombs(path):
    return zipped(path, WHOLE | {f"inhouse/b{n}.toml": b"#" * 190_000 for n in range(100)})


def too_many_names(path):
    return zipped(path, WHOLE | {f"inhouse/n{n}.toml": b"" for n in range(20_000)})


def keys_in_keys(path):
    return zipped(path, WHOLE | {"inhouse/keys.toml": "a" + ".a" * 19_000 + " = 1\n"})


def thousands_of_keys(path):
    text = "".join(f"a{n}.b.c.d = 1\n" for n in range(2_500))
    return zipped(path, WHOLE | {"inhouse/keys.toml": text})


def one_gigabyte(path):
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    return path


def words(path):
    path.write_text("これはカタログではない", encoding="utf-8")
    return path


def nothing(path):
    path.write_bytes(b"")
    return path


def cut(path):
    whole = zipped(path, WHOLE).read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    return path


def damaged(path):
    data = bytearray(zipped(path, WHOLE).read_bytes())
    data[60:90] = b"\xff" * 30
    path.write_bytes(bytes(data))
    return path


def encrypted(path):
    data = bytearray(zipped(path, WHOLE).read_bytes())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(head)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(head, place + 4)
    path.write_bytes(bytes(data))
    return path


def folder(path):
    path.mkdir()
    return path


def missing(path):
    return path


@pytest.mark.parametrize(
    "make",
    [
        bomb, bomb_that_lies, many_small_bombs, too_many_names, keys_in_keys,
        thousands_of_keys, one_gigabyte, words, nothing, cut,
        damaged, encrypted, folder, missing,
    ],
    ids=lambda make: make.__name__,
)  # fmt: skip
def test_hostile_files_are_refused_in_one_sentence_with_little_memory(tmp_path, make):
    path = make(tmp_path / "x.zip")
    before = sorted(each.name for each in tmp_path.iterdir())
    tracemalloc.start()
    try:
        refused(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 100_000_000
    assert sorted(each.name for each in tmp_path.iterdir()) == before


def test_random_bytes_in_a_pack_never_end_the_program(tmp_path):
    chance = random.Random(5)
    whole = zipped(tmp_path / "x.zip", WHOLE).read_bytes()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / "x.zip"
        path.write_bytes(bytes(data))
        with suppress(InvalidInput):  # any other error fails the test
            load_other(read_packed(path))


def test_a_pack_that_cannot_be_written_leaves_nothing(tmp_path):
    folder = own_catalogue(tmp_path / "inhouse")
    (tmp_path / "taken").mkdir()
    with pytest.raises(InvalidInput):
        write_packed(folder, "inhouse", tmp_path / "taken")
    with pytest.raises(InvalidInput):
        write_packed(folder, "inhouse", folder / "vpn.toml" / "x.zip")
    assert {each.name for each in tmp_path.iterdir()} == {"inhouse", "taken"}
