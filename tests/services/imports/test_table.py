import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.helpers import builders
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.text import clean
from workshop_app.services.imports.table import ColumnRole, read_cells, read_csv
from workshop_app.services.imports.text import without_bullet


def words(text):
    return [line.text for line in read_csv(text).preview().lines]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_dividing_sign_is_found(sign):
    rows = [["No", "課題", "発言者"], ["1", "監視が遅い", "青木"], ["2", "通知が多い", "江藤"]]
    preview = read_csv("\n".join(sign.join(row) for row in rows)).preview()
    assert [(line.text, line.speaker) for line in preview.lines] == [
        ("監視が遅い", "青木"),
        ("通知が多い", "江藤"),
    ]
    assert preview.left_out == ("No",)


def test_english_headings_are_known_and_case_does_not_matter():
    preview = read_csv("Who,REQUEST (one line)\nBaker,Too many alerts\n").preview()
    assert [(line.text, line.speaker) for line in preview.lines] == [("Too many alerts", "Baker")]


def test_without_headings_the_longest_column_holds_the_wording():
    preview = read_csv(
        "1,青木,内部のネットワーク機器の監視ができない\n2,江藤,夜の通知が多すぎる\n"
    ).preview()
    assert [line.text for line in preview.lines] == [
        "内部のネットワーク機器の監視ができない",
        "夜の通知が多すぎる",
    ]
    assert preview.left_out == ()


def test_one_column_needs_no_sign_and_commas_in_it_divide_nothing():
    text = "課題\nalerts, graphs and more\n1. 監視が遅い\n\n"
    assert words(text) == ["alerts, graphs and more", "監視が遅い"]


def test_a_quoted_cell_keeps_its_signs_and_lines_become_one():
    text = '課題,発言者\n"監視が、遅い, とても\nいつも",青木\n'
    assert words(text) == ["監視が、遅い, とても いつも"]


def test_lines_are_numbered_as_in_the_file():
    text = '課題,発言者\n"二行の\n課題",青木\n次,江藤\n'
    assert [line.source_line for line in read_csv(text).preview().lines] == [2, 4]


def test_repeats_are_marked():
    known = builders.a_problem(number=4, first_wording="通知が多い")
    lines = read_csv("課題,No\n通知が多い,1\n監視が遅い,2\n監視が遅い,3\n").preview([known]).lines
    assert [(line.same_as_problem, line.same_as_line) for line in lines] == [
        (4, None),
        (None, None),
        (None, 2),
    ]


def test_short_rows_and_empty_rows_are_no_fault():
    assert words("課題,発言者,日付\n監視が遅い\n,,\n通知が多い,青木\n") == [
        "監視が遅い",
        "通知が多い",
    ]


def test_a_cell_longer_than_the_module_allows_is_kept_whole():
    before = csv.field_size_limit()
    long = "長" * 200_000
    preview = read_csv(f"課題,No\n{long},1\n").preview()
    assert [len(line.text) for line in preview.lines] == [200_000]
    assert csv.field_size_limit() == before


def test_an_open_quote_is_refused_with_its_line():
    with pytest.raises(InvalidInput) as refused:
        read_csv('課題,発言者\n監視が遅い,青木\n"通知が多い,江藤\n次,青木\n')
    assert refused.value.key == "imports.csv_quote"
    assert refused.value.values["line"] == 3


def test_a_row_with_too_many_columns_is_refused_with_its_line():
    with pytest.raises(InvalidInput) as refused:
        read_csv("課題,発言者\n監視が遅い,青木\n通知が多い, とても,江藤\n次,青木\n")
    assert refused.value.key == "imports.csv_columns"
    assert refused.value.values == {"line": 3, "count": 3, "expected": 2}


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n,,,", "課題,発言者\n"])
def test_nothing_in_it_gives_no_lines(text):
    assert words(text) == []


@given(st.text(max_size=200))
def test_any_text_gives_lines_or_one_sentence(text):
    try:
        preview = read_csv(text).preview()
    except InvalidInput:
        return
    assert all(line.text.strip() for line in preview.lines)


cells = st.text(st.sampled_from("監視通知,;\"' abc\n1.・"), min_size=1, max_size=12).filter(
    without_bullet
)


@given(st.lists(cells, min_size=1, max_size=8), st.sampled_from(",;\t"))
def test_every_wording_of_a_well_formed_table_comes_back(wordings, sign):
    assume(all(clean(word) == word for word in wordings))
    written = io.StringIO()
    writer = csv.writer(written, delimiter=sign, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["課題", "発言者", "No"])
    writer.writerows([word, "青木", str(number)] for number, word in enumerate(wordings))
    assert words(written.getvalue()) == [without_bullet(word) for word in wordings]


def cells_of(text):
    table = read_cells(text)
    assert table is not None
    return table


def test_pasted_cells_are_read_by_columns_below_their_headings():
    table = cells_of("項番\t課題\t発言者\t備考\n1\t通知が多い\t青木\t\n2\t監視が遅い\t江藤\t夜\n")
    assert table.has_headings
    assert [table.heading(n) for n in table.columns] == ["項番", "課題", "発言者", "備考"]
    assert [(line.text, line.speaker) for line in table.preview().lines] == [
        ("通知が多い", "青木"),
        ("監視が遅い", "江藤"),
    ]
    assert table.sample(3) == "夜"


def test_headings_are_known_by_their_first_column():
    table = cells_of("No.\tやりたいこと\t部署\n1\t夜中の通知をまとめて受け取りたい\t運用\n")
    assert [line.text for line in table.preview().lines] == ["夜中の通知をまとめて受け取りたい"]


def test_pasted_cells_without_headings_keep_the_first_row():
    table = cells_of("1\t通知が多すぎて気づかない\n2\t監視が遅い\n")
    assert [line.text for line in table.preview().lines] == [
        "通知が多すぎて気づかない",
        "監視が遅い",
    ]


def test_a_pasted_cell_may_hold_lines_and_quotation_marks():
    table = cells_of('課題\t発言者\n"二行の\n課題"\t青木\n"速い"と聞いた\t江藤\n')
    assert [line.speaker for line in table.preview().lines][-1] == "江藤"
    table = cells_of('通知が多い\t青木\n"速い" と聞いた\t"江藤\n')
    assert [line.text for line in table.preview().lines] == ["通知が多い", '"速い" と聞いた']


@pytest.mark.parametrize(
    "text",
    [
        "",
        "通知が多い",
        "通知が多い\n監視が遅い",
        "・夜間\n\t通知が多い\n\t監視が遅い",
        "\t通知が多い",
    ],
)
def test_lines_and_outlines_are_no_table(text):
    assert read_cells(text) is None


@given(st.text(st.sampled_from("監視あ,\t\n\"'; a1"), max_size=80))
def test_any_pasted_text_is_a_table_or_none(text):
    table = read_cells(text)
    assert table is None or all(line.text for line in table.preview().lines)


def test_the_wording_and_the_speaker_change_places():
    table = cells_of("a\tb\tc\n1\t2\t3\n")
    assert (table.wording, table.speaker) == (0, None)
    table = table.with_role(1, ColumnRole.SPEAKER)
    swapped = table.with_role(1, ColumnRole.WORDING)
    assert (swapped.wording, swapped.speaker) == (1, 0)
    assert swapped.with_role(0, ColumnRole.UNUSED).speaker is None
    assert swapped.with_role(1, ColumnRole.UNUSED) == swapped
    assert swapped.with_role(1, ColumnRole.SPEAKER) == table
    assert swapped.with_role(2, ColumnRole.WORDING).role(1) is ColumnRole.UNUSED


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(ColumnRole)), max_size=12))
def test_there_is_always_one_column_of_wordings(steps):
    table = cells_of("a\tb\tc\td\n1\t2\t3\t4\n")
    for column, role in steps:
        table = table.with_role(column, role)
        roles = [table.role(n) for n in table.columns]
        assert roles.count(ColumnRole.WORDING) == 1
        assert roles.count(ColumnRole.SPEAKER) <= 1


def test_the_first_row_is_taken_for_headings_or_not():
    table = cells_of("課題\t発言者\n通知が多い\t青木\n").with_headings(False)
    assert [line.text for line in table.preview().lines] == ["課題", "通知が多い"]
    assert table.heading(0) == ""


def test_brackets_name_speakers_where_no_column_does():
    people = [builders.a_participant(1, "山本 由美"), builders.a_participant(2, "青木")]
    plain = read_csv("課題,備考\n1 通知が多い (山本),a\n2 監視が遅い,b\n").preview((), people).lines
    assert [(line.text, line.speaker) for line in plain] == [
        ("通知が多い", "山本"),
        ("監視が遅い", ""),
    ]
    named = read_csv("課題,発言者\n通知が多い (山本),青木\n").preview((), people).lines
    assert [(line.text, line.speaker) for line in named] == [("通知が多い (山本)", "青木")]


def test_day_and_score_are_known_by_their_headings_and_can_be_left_out():
    table = cells_of("日付\t氏名\t点数\t内容\n11/1\t青木\t3\t見なくなった\n11/2\t江藤\t8\t便利\n")
    assert [(line.day, line.score, line.text) for line in table.preview().lines] == [
        ("11/1", "3", "見なくなった"),
        ("11/2", "8", "便利"),
    ]
    left = table.without(ColumnRole.DAY, ColumnRole.SCORE).preview()
    assert {(line.day, line.score) for line in left.lines} == {("", "")}
    assert left.left_out == ("日付", "点数")
