"""Rows of a sheet of settings: a label and a control, or a line of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QWidget

from ui.components.window_api import WindowApi
from ui.forms.form import FieldText, Form
from ui.theme.theme import theme
from ui.widgets.boxes import beside, column, row
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.line import Line
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.settings import Settings

_LABEL = 12.7  # letters
_GAP = 3  # px above and below each row, at least
_SPACE = 6  # px above and below each row, removed if space is short


def add(sheet: Sheet, *controls: QWidget) -> None:
    """Add a row to a sheet, with a line above it unless it is the first.

    Its controls are next to each other, or below each other if text is large; those with an
    accessible name have it before them.
    """
    if sheet.content.count():
        sheet.add(Line())
    named = [labelled(one.accessibleName(), one) if one.accessibleName() else one
             for one in controls]  # fmt: skip
    placed = row if theme().text_scale <= 1 else column
    holder = column(None, gap=0, around=(0, _GAP, 0, _GAP))
    holder.addItem(spacer(_SPACE))
    holder.addLayout(placed(None, *((one, 1) for one in named), gap=24))
    holder.addItem(spacer(_SPACE))
    sheet.add(holder)


def choice(
    label: str, options: Mapping[str, str], value: object, then: Callable[[str], object]
) -> CheckButtons:
    """Return buttons for a setting: what it can be, with words, and what it is."""
    buttons = CheckButtons(label, [Option(*each) for each in options.items()])
    buttons.set_value(value)
    buttons.chosen.connect(then)
    return buttons


def spacer(height: int) -> QSpacerItem:
    """Return the space in px that can be removed in a low window."""
    return QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


def label_width() -> int:
    """Return the width in px of the labels next to their controls."""
    return round(_LABEL * theme().metrics.body)


def settings_form(api: WindowApi, texts: Mapping[str, FieldText]) -> Form:
    """Return lines for these settings, with single spaces and labels of the common width."""

    def save(_record: str, name: str, value: object) -> bool:
        return api.save_setting(**{name: " ".join(str(value).split())})

    form = Form(Settings, texts, save)
    if not theme().stacked:
        for field in form.fields.values():
            field.set_label_beside(label_width())
    form.show_record(api.settings, "")
    return form


def labelled(label: str, control: QWidget) -> QWidget:
    """Return a control with a label before it."""
    line = QWidget()
    words = Text("body-quiet", label)
    if not theme().stacked:
        words.setFixedWidth(label_width())
    words.setBuddy(control)
    fixed = control.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
    beside(
        line,
        (words, 0, Qt.AlignmentFlag.AlignVCenter),
        (control, 1, Qt.AlignmentFlag.AlignLeft) if fixed else (control, 1),
        gap=4 if theme().stacked else 12,
    )
    return line
