"""Exports write complete files or none, with safe names, and report errors."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from exports.file_names import folder_of_files
from exports.job import export
from exports.options import WritingOptions
from exports.protected import Guard
from exports.registry import DOCUMENTS, NAMES, PAPERS, written_by_default
from tests.helpers.builders import a_customer, a_participant, a_problem, a_state, a_workshop
from tests.helpers.papers import pages_of, sample_state, solutions
from workshop_app.domain.errors import UserError
from workshop_app.i18n import LANGUAGES, Texts


def files_in(folder):
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


def test_every_document_is_written_and_nothing_else(tmp_path):
    out = tmp_path / "new" / "folder"
    result = export(a_state(), {}, out)
    folders = {DOCUMENTS[name].internal: DOCUMENTS[name].folder("ja") for name in NAMES}
    assert {file.parent for file in result.files} == {out / name for name in folders.values()}
    internal = {file.name for file in result.files if file.parent.name == folders[True]}
    assert internal == {name for name in files_in(out) if "_社内" in name}
    assert sorted(file.name for file in result.files) == files_in(out)
    made = {file.name.split("_")[1] for file in result.files}
    names = set(written_by_default(a_state())) - set(result.empty_documents)
    assert made == {DOCUMENTS[name].name_in_files("ja") for name in names}
    assert set(result.empty_documents) == {"issues", "calendar", "mail", "mail_team"}


def test_only_what_is_asked_for_is_written_each_once(tmp_path):
    result = export(a_state(), {}, tmp_path, ["dossier", "dossier"], "en")
    (file,) = result.files
    assert file.name.endswith("_Request-dossier_internal.pdf")
    assert "Request dossier" in pages_of(file.read_bytes())[0]


def test_the_language_is_the_workshops_own_unless_asked(tmp_path):
    state = a_state(workshop=a_workshop(language="en"))
    (file,) = export(state, {}, tmp_path, ["summary"]).files
    assert file.name.endswith("_Summary_customer.pdf")


@pytest.mark.parametrize("date", ["2026-12-03", "", "../../x", "CON"])
def test_file_names_are_safe_and_contain_no_customer(date):
    workshop = a_workshop(id="019A-../\\:x/Zz9", date=date, title="CON")
    state = a_state(workshop=workshop, customer=a_customer(name="NUL/..\\株式会社:*?"))
    for document in DOCUMENTS.values():
        name = document.file_name(state, "ja", "R-1/../x y:")
        reader, english = (Texts(each)(f"papers.reader.{document.circle}") for each in ("ja", "en"))
        ending = f"_R-1xy_{reader}[.]{document.ending}"
        called = document.name_in_files("ja")
        assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d_{called}{ending}", name)
        called = document.name_in_files("en")
        name = document.file_name(state, "en", "R-1")
        assert re.fullmatch(rf".*_{called}_R-1_{english}[.]{document.ending}", name)
        assert len(document.file_name(state, "ja", "x" * 300)) < 80
        undated = replace(state, workshop=replace(workshop, date="", created_at=""))
        assert document.file_name(undated, "ja").startswith("undated_")


def test_a_handout_says_whose_it_is():
    people = (
        a_participant(1, "青木 健", honorific="様"),
        a_participant(2, "Maria  Rossi", honorific=""),
    )
    state = a_state(participants=people, workshop=a_workshop(date="2026-12-03"))
    names = [DOCUMENTS["handout"].file_name(state, "ja", who.code) for who in people]
    assert names == [
        "2026-12-03_持ち帰りメモ_青木健様.pdf",
        "2026-12-03_持ち帰りメモ_Maria-Rossi.pdf",
    ]
    english = DOCUMENTS["handout"].file_name(state, "en", people[1].code)
    assert english == "2026-12-03_Takeaway-notes_Maria-Rossi.pdf"


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ('a/b\\c:d*e?"f"<g>|h', "a-b-c-d-e-f-g-h"),
        ("\u202eevil\n .", "evil"),
        ("...", "P-1_お客さま"),
        ("名" * 80, "名" * 20),
    ],
)
def test_the_name_of_a_reader_is_valid_in_file_names_on_every_system(name, reader):
    state = a_state(participants=(a_participant(1, name, honorific=""),))
    made = DOCUMENTS["handout"].file_name(state, "ja", "P-1")
    assert made.endswith(f"_持ち帰りメモ_{reader}.pdf")


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        (
            "アレクサンドラ・ファン・デル・ベルク=長谷川",
            "アレクサンドラ・ファン・デル・ベルク=長谷川様",
        ),
        ("アレクサンドラ・" * 8 + "長谷川", "アレクサンドラ・" * 3 + "アレクサンドラ様"),
        ("名" * 80, "名" * 20 + "様"),
    ],
)
def test_a_long_name_ends_with_a_whole_part_and_its_honorific(name, reader):
    state = a_state(participants=(a_participant(1, name, honorific="様"),))
    made = DOCUMENTS["handout"].file_name(state, "ja", "P-1")
    assert made.endswith(f"_持ち帰りメモ_{reader}.pdf")


def test_two_people_of_one_name_have_two_files(tmp_path):
    names = ("佐藤 翔", "佐藤　翔", "佐藤 翼")
    people = tuple(a_participant(n, name, honorific="様") for n, name in enumerate(names, 1))
    files = export(a_state(participants=people), {}, tmp_path, ["handout"]).files
    owners = sorted(file.stem.partition("メモ_")[2] for file in files)
    assert owners == ["P-1_佐藤翔様", "P-2_佐藤翔様", "佐藤翼様"]


def test_with_codes_for_names_no_file_says_a_name(tmp_path):
    state = sample_state("ja")
    codes = WritingOptions(guard=Guard(anonymous=True))
    for file in export(state, solutions(), tmp_path, ["handout"], options=codes).files:
        assert all(who.name.split()[0] not in file.name for who in state.participants)
        assert "P-" in file.name


def test_a_folder_is_named_by_customer_and_day_and_by_a_code_only_where_two_are_equal():
    first, second = (
        a_workshop(id=f"019a-0000-f3c2a{n}", date="2026-12-03", created_at=f"2026-12-0{n}T10:00:00")
        for n in (1, 2)
    )
    state = a_state(workshop=second, customer=a_customer(name="株式会社 みなと/まち"))
    other_day = replace(first, date="2026-12-04")
    others = [(first, "別の会社"), (other_day, state.customer.name)]
    assert folder_of_files(state, others) == "株式会社みなとまち_2026-12-03"
    alike = folder_of_files(state, [*others, (first, "株式会社みなと まち")])
    assert re.fullmatch("株式会社みなとまち_2026-12-03_[0-9a-z]{6}", alike)


def test_an_export_replaces_its_own_earlier_files(tmp_path):
    state = a_state(problems=(a_problem(1, "あとから足した課題"),))
    first = export(a_state(problems=(a_problem(),)), {}, tmp_path)
    second = export(state, {}, tmp_path)
    assert first.files == second.files
    (summary,) = [
        file for file in second.files if DOCUMENTS["summary"].name_in_files("ja") in file.name
    ]
    text = "".join(pages_of(summary.read_bytes()))
    assert "あとから足した課題" in text


def test_progress_reports_document_and_page(tmp_path):
    told = []
    export(a_state(), {}, tmp_path, progress=told.append)
    names = written_by_default(a_state())
    assert {(each.document, each.number, each.count) for each in told} == {
        (name, number, len(names)) for number, name in enumerate(names, 1)
    }
    last = [each for each in told if each.pages][-1]
    assert last.page == last.pages
    assert last.document == [name for name in PAPERS if name in names][-1]


def test_a_stopped_export_leaves_the_folder_as_it_was(tmp_path):
    before = export(a_state(), {}, tmp_path).files
    bytes_before = [file.read_bytes() for file in before]

    class Cancelled(Exception):
        pass

    def stop(progress):
        if progress.document == NAMES[-1]:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(a_state(problems=(a_problem(),)), {}, tmp_path, progress=stop)
    assert files_in(tmp_path) == sorted(file.name for file in before)
    assert [file.read_bytes() for file in before] == bytes_before


def test_a_folder_that_is_a_file_is_refused_in_one_sentence(tmp_path):
    place = tmp_path / "taken"
    place.write_text("mine")
    with pytest.raises(UserError) as refusal:
        export(a_state(), {}, place)
    assert refusal.value.key == "errors.export_folder"
    assert place.read_text() == "mine"
    for language in LANGUAGES:
        assert Texts(language)(refusal.value.key, **refusal.value.values)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused_in_one_sentence(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UserError) as refusal:
            export(a_state(), {}, tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert refusal.value.key == "errors.export_folder"


def test_a_full_disk_is_reported_in_one_sentence_and_leaves_nothing(tmp_path, monkeypatch):
    def full(file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError) as refusal:
        export(a_state(), {}, tmp_path)
    assert refusal.value.key == "errors.export_folder"
    assert "No space" in str(refusal.value.values["reason"])
    assert files_in(tmp_path) == []


@pytest.fixture
def busy(monkeypatch):
    """Files that another program holds open for a given number of attempts."""
    monkeypatch.setattr("exports.files.time.sleep", lambda _: None)
    original = Path.replace
    state = {"left": 0}

    def held(self, target):
        if state["left"]:
            state["left"] -= 1
            raise PermissionError(13, "in use")
        return original(self, target)

    monkeypatch.setattr(Path, "replace", held)
    return state


def test_a_paper_open_in_a_reader_for_a_moment_is_waited_for(tmp_path, busy):
    busy["left"] = 3
    assert all(file.exists() for file in export(a_state(), {}, tmp_path).files)


def test_a_paper_that_stays_open_in_a_reader_is_reported_in_one_sentence(tmp_path, busy):
    busy["left"] = 99
    with pytest.raises(UserError) as refusal:
        export(a_state(), {}, tmp_path)
    assert refusal.value.key == "errors.export_failed"
    assert files_in(tmp_path) == []


def test_replaced_characters_are_counted_over_all_documents(tmp_path):
    state = a_state(problems=(a_problem(1, "火🔥"),))
    state = replace(state, workshop=a_workshop(title="火🔥"))
    (replaced,) = export(state, {}, tmp_path).replaced
    assert (replaced.character, replaced.shown) == ("🔥", "[U+1F525]")
    empty = ("dossier", "then_now")  # without a request, and without a last time
    papers = [name for name in PAPERS if name not in empty]
    each = [export(state, {}, tmp_path, [name]).replaced[0].count for name in papers]
    assert replaced.count == sum(each) > len(papers)


RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
HOSTILE = (
    "CON", "nul.txt", "../../etc/passwd", "a\\b:c*d?e\"f<g>h|i", " . ", "株式会社" * 80,
    "\u202efdp.", "e\u0301\u0301", "𠮷野家", "a\x00b",
    "%n%s", "~", "-rf", "🔥", "２０２６-１２-０３",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_file_names_are_valid_on_every_system_whatever_people_are_called(words):
    state = a_state(
        workshop=a_workshop(title=words, date=words, created_at=words, id=words, language="ja"),
        customer=a_customer(name=words),
    )
    for document in DOCUMENTS.values():
        for part in ("", words, "P-1"):
            name = document.file_name(state, "ja", part)
            assert re.fullmatch(r"[0-9A-Za-z][\w.-]*[0-9a-z]", name), name
            assert not RESERVED.fullmatch(name.partition(".")[0]), name
            assert len(name) < 80
            assert name.count(".") == 1


@pytest.mark.parametrize(
    "words", [*HOSTILE, "a" * 300, "漢" * 300, "👩‍👩‍👧‍👦" * 40, "\u202egpj.exe", ".", "_"]
)
def test_a_handout_of_anybody_has_a_name_that_every_system_takes(words, tmp_path):
    state = a_state(participants=(a_participant(1, words or "-"),))
    (file,) = export(state, {}, tmp_path, ["handout"]).files
    assert file.exists()
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u202e ]', file.name)
    assert len(file.name.encode()) < 200
    assert file.name.count(".") == 1 or "." in words


def test_files_of_hostile_customers_are_really_written(tmp_path):
    for number, words in enumerate(HOSTILE):
        state = a_state(
            workshop=a_workshop(title=words), customer=a_customer(name=words),
            participants=(a_participant(1, words, email="a@example.com"),),
        )  # fmt: skip
        result = export(state, {}, tmp_path / str(number), ["summary", "mail", "problems"])
        assert len(result.files) == 3
        assert all(file.exists() for file in result.files)
