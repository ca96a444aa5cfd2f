"""The text size of the system is followed, and that of the settings multiplies it."""

import pytest
from PySide6.QtGui import QGuiApplication

from ui.theme import system_scale
from ui.theme.system_scale import system_text_scale
from ui.theme.theme import theme


class ScreenWithDpi:
    """A display with a logical resolution."""

    def __init__(self, dpi):
        self._dpi = dpi

    def logicalDotsPerInch(self):
        return self._dpi


@pytest.fixture
def base(monkeypatch):
    monkeypatch.setattr(system_scale, "_BASE_DPI", 96.0)


@pytest.mark.parametrize(
    ("dpi", "scale"), [(96, 1.0), (95.8, 1.0), (72, 1.0), (120, 1.25), (144, 1.5), (168, 1.75)]
)
def test_the_resolution_determines_the_scale(base, dpi, scale):
    assert system_text_scale(ScreenWithDpi(dpi)) == pytest.approx(scale)


def test_without_a_display_or_a_setting_the_text_has_its_designed_size(qapp):
    assert system_text_scale(None) == 1.0
    assert system_text_scale(QGuiApplication.primaryScreen()) == 1.0


def test_the_setting_multiplies_it_up_to_the_largest_layout(qapp):
    body = theme().metrics.body
    theme().set_system_scale(1.25)
    try:
        assert theme().metrics.body == round(body * 1.25)
        theme().set_text_scale(1.25)
        assert theme().text_scale == pytest.approx(1.5625)
        assert theme().stacked
        theme().set_text_scale(2.0)
        assert theme().text_scale == 2.0
    finally:
        theme().set_system_scale(1.0)
        theme().set_text_scale(1.0)
