"""Commands on papers: monospaced, broken only at spaces, read back as they were typed."""

from exports.pdf.fonts import MONOSPACED_WIDTH
from exports.pdf.page_size import page_size
from exports.pdf.pages import PageFrame
from exports.pdf.paper import Paper
from exports.pdf.parts import command
from exports.pdf.styles import SMALL
from tests.helpers.builders import a_state
from tests.helpers.page_geometry import write
from tests.helpers.papers import text_of

FRAME = PageFrame(title="紙", language="ja", footer="足", day="")
PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


def lines_of(text):
    pdf = write([command(Paper(a_state(), {}, "ja"), text)], FRAME)
    return [line.rstrip() for line in text_of(pdf).splitlines() if line.strip()]


def test_every_printable_character_is_read_back_in_one_line():
    assert lines_of(PRINTABLE) == [PRINTABLE]


def test_a_long_one_is_broken_at_spaces_only():
    words = [f"--option-{number}=value" for number in range(20)]
    lines = lines_of(" ".join(words))
    assert len(lines) > 2
    assert " ".join(line.strip() for line in lines).split() == words
    room = page_size().width / (MONOSPACED_WIDTH * SMALL.size)
    assert all(len(line) <= room for line in lines)


def test_one_with_other_letters_is_printed_in_the_usual_typeface():
    assert "".join(lines_of("mkr throw --service 店")).endswith("店")
