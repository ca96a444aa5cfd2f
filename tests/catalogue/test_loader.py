import pytest

from workshop_app.catalogue.about import ABOUT
from workshop_app.catalogue.loader import load
from workshop_app.domain.solution import Solution
from workshop_app.i18n import LANGUAGES, Texts

ENTRY = """\
schema = 1
id = "check-tcp"
kind = "plugin-check"
checked = 2026-11-24

[ja]
name = "check-tcp（TCPポートと応答）"
what = "TCPポートに接続して確かめる。"
problems = ["一", "二", "三", "四", "五"]
other_names = ["ポート監視", "TCP監視"]
limits = ["TCP専用"]
first_steps = [
  "入れる",
  "試す",
  "確かめる",
]
search_words = ["check-tcp", "TCP"]
help_path = "ヘルプ → チェック監視"
help_url = "https://example.com/ja"
answer_line = "ポートを確かめます"

[en]
name = "check-tcp (TCP port)"
what = "Connects to a TCP port and checks it."
problems = ["one", "two", "three", "four", "five"]
other_names = ["port check", "TCP check"]
limits = ["TCP only"]
first_steps = ["Install it", "Try it", "Look at it"]
search_words = ["check-tcp", "TCP"]
help_path = "Help → Checks"
help_url = "https://example.com/en"
answer_line = "The port is checked"
"""
ABOUT_TEXT = 'schema = 1\nname = "Mackerel"\nversion = "2026-11-24"\n'


def load_with(folder, entry, name="check-tcp.toml"):
    (folder / ABOUT).write_text(ABOUT_TEXT, encoding="utf-8")
    data = entry if isinstance(entry, bytes) else entry.encode()
    (folder / name).write_bytes(data)
    return load(folder)


def only_fault(folder, entry):
    catalogue = load_with(folder, entry)
    assert catalogue.get("check-tcp") is None
    (fault,) = catalogue.faults
    assert fault.file == "check-tcp.toml"
    for language in LANGUAGES:
        assert Texts(language)(f"faults.entry.{fault.problem}", **fault.values)
    return fault.line, fault.key, fault.problem


def test_a_whole_entry_becomes_a_solution(tmp_path):
    catalogue = load_with(tmp_path, ENTRY)
    assert catalogue.faults == ()
    assert (catalogue.name, catalogue.version) == ("Mackerel", "2026-11-24")
    solution = catalogue.get("check-tcp")
    assert isinstance(solution, Solution)
    assert solution.checked == "2026-11-24"
    assert solution.ja.first_steps == ("入れる", "試す", "確かめる")
    assert solution.text("en").name == "check-tcp (TCP port)"


def test_an_unknown_id_gives_none(tmp_path):
    assert load_with(tmp_path, ENTRY).get("check-udp") is None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('kind = "plugin-check"\n', "", (1, "kind", "missing")),
        ('kind = "plugin-check"\n', 'kind = ""\n', (3, "kind", "empty")),
        ("schema = 1", "schema = 2", (1, "schema", "newer")),
        ("schema = 1", "schema = 0", (1, "schema", "schema")),
        ('id = "check-tcp"', 'id = "check-udp"', (2, "id", "other_id")),
        ("checked = 2026-11-24", 'checked = "today"', (4, "checked", "not_a_date")),
        ("[ja]\n", "[ja]\ncolour = 1\n", (7, "ja.colour", "unknown")),
        ('limits = ["TCP only"]\n', "", (22, "en.limits", "missing")),
        ('limits = ["TCP only"]', 'limits = "TCP only"', (27, "en.limits", "not_a_list")),
        ('limits = ["TCP only"]', "limits = []", (27, "en.limits", "count")),
        ('"Try it"', '"Try it 🙂\\u0000"', (28, "en.first_steps[2]", "not_plain")),
        ('"Try it"', '" Try it"', (28, "en.first_steps[2]", "not_plain")),
        ('"Try it"', "7", (28, "en.first_steps[2]", "not_a_text")),
        ('"確かめる"', f'"{"確" * 29}"', (15, "ja.first_steps[3]", "too_long")),
        ('name = "check-tcp (TCP port)"', f'name = "{"x" * 45}"', (23, "en.name", "too_long")),
        ("https://example.com/en", "http://example.com/en", (31, "en.help_url", "not_https")),
        ("[en]", "[en", (22, "", "not_toml")),
        ("TCP専用", "TCP専用\udcff", (11, "", "not_utf8")),
    ],
)
def test_each_fault_is_named_with_its_line_and_key(tmp_path, old, new, fault):
    assert ENTRY.count(old) == 1
    changed = ENTRY.replace(old, new).encode("utf-8", "surrogateescape")
    assert only_fault(tmp_path, changed) == fault


def test_two_half_width_characters_count_as_one_full_width(tmp_path):
    assert load_with(tmp_path, ENTRY.replace('"確かめる"', f'"{"x" * 56}"')).faults == ()


def test_all_faults_of_an_entry_are_reported(tmp_path):
    broken = ENTRY.replace("checked = 2026-11-24\n", "").replace('name = "check-tcp (', 'nam = "(')
    faults = {(fault.key, fault.problem) for fault in load_with(tmp_path, broken).faults}
    assert faults == {("checked", "missing"), ("en.name", "missing"), ("en.nam", "unknown")}


def test_a_missing_language_is_a_fault(tmp_path):
    assert only_fault(tmp_path, ENTRY[: ENTRY.index("[en]")]) == (1, "en", "missing")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"a = " + b"[" * 20_000, "too_deep"),
        (b"a = " + b"9" * 5_000, "not_toml"),
        (b"# " + b"x" * 300_000, "too_large"),
        (b"\x00", "not_toml"),
    ],
)
def test_hostile_files_are_faults(tmp_path, data, problem):
    assert only_fault(tmp_path, data)[2] == problem


def test_an_empty_file_lacks_every_key(tmp_path):
    assert {f.problem for f in load_with(tmp_path, b"").faults} == {"missing"}


def test_a_byte_order_mark_is_no_fault(tmp_path):
    assert load_with(tmp_path, b"\xef\xbb\xbf" + ENTRY.encode()).faults == ()


def test_a_broken_entry_hides_no_other(tmp_path):
    load_with(tmp_path, ENTRY)
    catalogue = load_with(tmp_path, "nonsense", "broken.toml")
    assert list(catalogue.solutions) == ["check-tcp"]
    assert [fault.file for fault in catalogue.faults] == ["broken.toml"]


def test_a_missing_folder_gives_an_empty_catalogue_with_a_fault(tmp_path):
    catalogue = load(tmp_path / "gone")
    assert catalogue.solutions == {}
    assert {fault.problem for fault in catalogue.faults} == {"unreadable"}


def test_a_version_that_is_missing_is_a_fault(tmp_path):
    (tmp_path / ABOUT).write_text('schema = 1\nname = "Mackerel"\n', encoding="utf-8")
    assert [(f.file, f.key) for f in load(tmp_path).faults] == [(ABOUT, "version")]


def test_the_answer_line_and_the_heading_of_the_page_are_read(tmp_path):
    written = ENTRY.replace("[ja]\n", '[ja]\nhelp_heading = "ポートの監視"\n')
    solution = load_with(tmp_path, written).get("check-tcp")
    assert solution.ja.answer_line == "ポートを確かめます"
    assert (solution.ja.help_heading, solution.en.help_heading) == ("ポートの監視", "Checks")


@pytest.mark.parametrize("path", [f"Help → {'x' * 61}", "Help →"])
def test_a_help_path_without_a_usable_heading_requires_a_written_one(tmp_path, path):
    written = ENTRY.replace("Help → Checks", path)
    assert only_fault(tmp_path, written) == (22, "en.help_heading", "no_heading")
    assert load_with(tmp_path, written + 'help_heading = "Checks"\n').faults == ()


def test_an_answer_line_fits_a_line_of_the_papers(tmp_path):
    longest = ENTRY.replace("The port is checked", "x" * 52)
    assert load_with(tmp_path, longest).faults == ()
    longer = longest.replace('xx"\n', 'xxx"\n')
    assert only_fault(tmp_path, longer) == (32, "en.answer_line", "too_long")


def test_an_answer_line_is_required(tmp_path):
    written = ENTRY.replace('answer_line = "ポートを確かめます"\n', "")
    assert only_fault(tmp_path, written) == (6, "ja.answer_line", "missing")
