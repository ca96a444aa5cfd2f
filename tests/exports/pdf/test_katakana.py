"""Captions of QR codes, whose column is narrow: no word in katakana is broken."""

from itertools import pairwise

import pytest

from exports.pdf.blocks.text import Caption
from exports.pdf.ink import TextRun
from exports.pdf.katakana import is_katakana, words_of
from exports.pdf.styles import CAPTION, CAPTION_REACH, LABEL_WIDTH
from tests.helpers.papers import solutions

HEADINGS = sorted({each.text("ja").help_heading for each in solutions().values()} - {""})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ホストメトリック監視", ["ホスト", "メトリック", "監視"]),
        ("mkrのグラフアノテーション", ["mkrの", "グラフ", "アノテーション"]),
        ("ブラウザの設定", ["ブラウザ", "の設定"]),
        ("プログラムログ", ["プログラムログ"]),
        ("check-ping", ["check-ping"]),
        ("", []),
    ],
)
def test_compounds_are_split_at_known_words_only(text, words):
    assert words_of(text) == words


def test_no_caption_of_the_catalogue_breaks_a_katakana_word():
    broken: list[str] = []
    for heading in HEADINGS:
        words = words_of(heading)
        ends = {sum(map(len, words[:n])) for n in range(len(words) + 1)}
        runs = tuple(TextRun(word, whole=is_katakana(word)) for word in words)
        block = Caption(runs, CAPTION)
        drawn = block._at(LABEL_WIDTH + CAPTION_REACH)
        lines = ["".join(run.text for run in line) for line in drawn]
        at = 0
        for line, following in pairwise(lines):
            at += len(line)
            if is_katakana(line[-1] + following[0]) and at not in ends:
                broken.append(heading)
    assert not broken
