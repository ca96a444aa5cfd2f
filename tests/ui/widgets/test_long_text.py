"""A text shown a few lines at a time."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.painted import painted_texts
from ui.widgets.long_text import LongText
from ui.widgets.tool_tip import plain_tip

WORDS = {
    "ja": "夜間バッチが動かなかったのに、朝まで誰も気づけないことが続いています。" * 4,
    "en": "Nobody notices until the morning that the nightly batch did not run. " * 4,
}


def lines(text):
    return [one.words for one in painted_texts(text.window())]


@pytest.mark.every_value
def test_a_text_that_goes_on_ends_with_a_mark_and_its_tool_tip_is_whole(show, language):
    text = LongText("body", 2)
    text.set_text(WORDS[language])
    text.resize(300, text.heightForWidth(300))
    show(text, width=300)
    assert text.pages > 1
    assert lines(text)[-1].endswith("…")
    point = QPoint(4, 4)
    QApplication.sendEvent(text, QHelpEvent(QEvent.Type.ToolTip, point, text.mapToGlobal(point)))
    assert text.toolTip() == plain_tip(WORDS[language])
    for _ in range(text.pages - 1):
        text.turn()
    assert not lines(text)[-1].endswith("…")


def test_the_tool_tip_shows_markup_as_it_was_typed(show):
    text = LongText("body", 1)
    text.set_text("<b>監視</b> " * 40)
    text.resize(200, 40)
    show(text, width=300)
    point = QPoint(4, 4)
    QApplication.sendEvent(text, QHelpEvent(QEvent.Type.ToolTip, point, text.mapToGlobal(point)))
    assert "<b>" not in text.toolTip()
