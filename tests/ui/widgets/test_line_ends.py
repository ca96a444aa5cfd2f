"""Line breaks at readable positions, with an additional line only if a word would be split."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from ui.theme.theme import theme
from ui.widgets.line_ends import LONG, NONE, PHRASE, worth
from ui.widgets.text_layout import TextLayout

JAPANESE = (
    "7拠点のL3スイッチ14台は、週1回の目視のほかに異常を知る手段がない",
    "リリースの時刻をグラフに書き込むのは、手作業が続かず半年前にやめた",
    "本社のVPNが2～3分切れるたびに、36台分の死活アラートが届く",
    "デプロイのスクリプトに mkr annotations create を足す",
)
ENGLISH = (
    "An alert wakes you at night and does not say what to do first",
    "When the order FTP (TCP port 21) stops, we do not know until a publisher rings",
)


def said(words: str, width: float, role: str = "problem") -> list[str]:
    letters = TextLayout(words, theme().font(role), 50, width)
    return [letters.text[line.start : line.start + line.length] for line in letters.lines]


def filled(words: str, width: float) -> list[float]:
    """The widths of the lines if each is filled."""
    layout = QTextLayout(words, theme().font("problem"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    widths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return widths


def just_too_narrow(words: str) -> float:
    """A width in which one character or one word does not fit in the line any more."""
    return filled(words, 100_000)[0] - 4


@pytest.mark.parametrize("words", JAPANESE + ENGLISH)
def test_no_last_line_is_lost_where_that_costs_no_line(qapp, words):
    width = just_too_narrow(words)
    *_, last = said(words, width)
    assert len(last) > 3
    assert TextLayout(words, theme().font("problem"), 50, width).lines[-1].width > width * 0.12


def test_words_that_belong_together_stay_on_a_line(qapp):
    words = "要望として送る"
    assert said(words, filled("要望としてお", 100_000)[0]) == ["要望として", "送る"]


@pytest.mark.parametrize(
    ("words", "until", "line"),
    [
        (
            "与信照会APIのタイムアウトを外部信用情報機関のせいにされるが、証拠が出せない",
            "与信照会APIのタイムアウトを外部信用情報機関のせいに",
            "与信照会APIのタイムアウトを外部信用情報機関の",
        ),
        (
            "夜間バッチの処理時間をmkr wrapで送る",
            "夜間バッチの処理時間をmkr wr",
            "夜間バッチの処理時間を",
        ),
        ("要望のその後をお知らせする", "要望のその後を", "要望のその後を"),
        (
            "勅使河原アレクサンドラ・ヴィクトリア様",
            "勅使河原アレクサンドラ・ヴィ",
            "勅使河原アレクサンドラ・",
        ),
    ],
)
def test_a_line_is_filled_and_no_name_or_word_is_torn(qapp, words, until, line):
    assert said(words, filled(until, 100_000)[0] + 30)[0] == line


@pytest.mark.parametrize("words", JAPANESE)
def test_a_japanese_line_ends_with_a_word(qapp, words):
    whole = filled(words, 100_000)[0]
    for share in (0.95, 0.8, 0.7, 0.6):
        letters = TextLayout(words, theme().font("problem"), 50, whole * share)
        assert worth(letters.text, letters.lines) > 0, said(words, whole * share)


@pytest.mark.parametrize("words", JAPANESE + ENGLISH)
def test_good_ends_cost_a_line_only_where_a_word_were_divided(qapp, words):
    for width in range(120, 1400, 40):
        lines = TextLayout(words, theme().font("problem"), 50, width).lines
        more = len(lines) - len(filled(words, width))
        assert more in (0, 1)
        if more:
            assert worth(words, lines) > NONE


@pytest.mark.parametrize(
    "ends",
    [
        ("最後に Mackerel に", "ログインしたのは、いつですか？"),
        ("夜中の切り替えや問い合わせの", "振り返りを続けている"),
        ("社内ネットワーク機器の", "監視がまだできない"),
        ("Webサーバーの8台は10:30に", "止まる。1.5倍に増やす"),
    ],
)
def test_no_word_is_divided_at_any_width_that_takes_two_lines(qapp, ends):
    """Nor halves of a compound verb, a katakana word, a time, or a number with a point."""
    words = "".join(ends)
    assert said(words, filled(words, 100_000)[0] * 0.66) == list(ends)
    whole = filled(words, 100_000)[0]
    for share in (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        for role in ("problem", "room"):
            letters = TextLayout(words, theme().font(role), 50, whole * share)
            assert worth(letters.text, letters.lines) >= PHRASE, said(words, whole * share, role)


def test_what_goes_before_a_word_stays_with_it(qapp):
    words = "取引先のお客さまにご連絡します"
    for width in range(150, 700, 10):
        lines = said(words, width)
        if len(lines) == 2:
            assert not lines[0].endswith(("お", "ご"))


def test_rare_letters_are_counted_as_they_are_laid_out(qapp):
    words = "\U00020bb7田さんの報告を\U00020bb7田さんに送る"
    letters = TextLayout(words, theme().font("problem"), 50, just_too_narrow(words) * 0.9)
    end = letters.lines[1].start * 2
    assert letters.text.encode("utf-16-le")[:end].decode("utf-16-le")[-1] in "のをに"


def test_a_text_with_nowhere_better_fills_its_lines(qapp):
    words = "監" * 30
    width = filled(words, 100_000)[0] * 0.6
    laid_out = TextLayout(words, theme().font("problem"), 50, width)
    assert [round(line.width) for line in laid_out.lines] == [
        round(line) for line in filled(words, width)
    ]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("まとめは全部で 13 ページあります", "13 ページ"),
        ("要望の 8 件は製品チームへ", "8 件"),
        ("記録は USB メモリーに写します", "USB メモリー"),
        ("要望：伝えます", "伝えます"),
    ],
)
def test_a_number_stays_with_its_counter_and_a_name_with_its_word(qapp, words, kept):
    whole = filled(words, 100_000)[0]
    for share in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        lines = said(words, whole * share)
        assert any(kept in line for line in lines), lines


def test_two_spaces_do_not_keep_a_word_from_the_next_line(qapp):
    for words in ("基盤運用チーム  サーバー運用", "8月23日(日)  技術サポート  C-2  情報システム"):
        assert said(words, just_too_narrow(words))[-1] == words.split()[-1]


@pytest.mark.parametrize("size", [40, 56, 72, 96])
def test_kerning_at_the_end_of_a_line_does_not_undo_a_good_break(qapp, size):
    words = "本社のL3スイッチ3台を check-ping で監視し、うまくいけば拠点の14台へ広げる"
    font = theme().sized_font(size)
    whole = TextLayout(words, font, size, None).width
    for percent in range(66, 99, 2):
        letters = TextLayout(words, font, size, whole * percent / 100)
        if len(letters.lines) == 2:
            assert worth(letters.text, letters.lines) >= PHRASE, (size, percent)


def test_no_line_ends_at_a_space_that_does_not_break(qapp):
    words = "あと\u00a06\u00a0つで判定"
    assert said(words, just_too_narrow(words)) == ["あと\u00a06\u00a0つで", "判定"]


PARAGRAPH = (
    "基盤運用チーム ネットワーク担当 / 食品と日用品の通信販売 / ECサイトはクラウドのWebサーバー"
    "8台とDBサーバー2台です。受注はFTPで届きます。倉庫と店舗の7拠点を本社とVPNで結び、"
    "業務サーバーを社内に置いています。夜間の当番は一人で、電話を受けてから調べ始めます。"
)


@pytest.mark.parametrize("share", [0.08, 0.09, 0.1, 0.11])
def test_words_of_a_long_paragraph_are_not_divided_either(qapp, share):
    width = filled(PARAGRAPH, 100_000)[0] * share
    letters = TextLayout(PARAGRAPH, theme().font("problem"), 50, width)
    greedy = len(filled(PARAGRAPH, width))
    assert greedy > LONG
    assert worth(letters.text, letters.lines) > NONE, said(PARAGRAPH, width)
    assert len(letters.lines) <= greedy * 1.35
    assert len(said(PARAGRAPH, width)[-1]) > 3
    assert max(line.width for line in letters.lines) <= width
