"""The appearance of papers: contact, closing words, colour, logo, and which parts are included."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from exports.branding import CONTRAST, contrast, is_colour, stored_logo
from ui.actions.binding import bind, bind_each
from ui.actions.table import key_of
from ui.components.page import FootContent, Page
from ui.pages.settings.logo_file import keep_logo, logo_from
from ui.pages.settings.rows import add, label_width, labelled
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.edit_line import EditLine
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.toggle import Toggle
from workshop_app import paths, settings
from workshop_app.domain.errors import UserError
from workshop_app.i18n import tr

_WIDEST = 1040
_COLUMNS = 3
_LINE = 200
_LONG_LINE = 600

_SAMPLE_WIDTH = 250
_SAMPLE_HEIGHT = 92
_PAD = 12
_SAMPLE_LOGO = 26
_PAPER = QColor("#FFFFFF")
_INK = QColor("#000000")


class PaperLookPage(Page):
    """Each change applies to all papers from now on; Esc leads back to the settings.

    The logo is chosen in private mode, since the dialog shows folders.
    """

    NAME: ClassVar[str] = "paper_look"

    def build(self) -> None:
        metrics = theme().metrics
        chosen = self.api.settings
        self.contact = _line("contact", _LINE, chosen.papers_contact)
        self.contact.edited.connect(lambda text: self._save_line("papers_contact", text))
        self.closing = _line("closing", _LONG_LINE, chosen.papers_closing)
        self.closing.edited.connect(lambda text: self._save_line("papers_closing", text))
        self.colour = _line("colour", _LINE, chosen.papers_colour)
        self.colour.edited.connect(self._set_colour)
        self.sample = HeadSample()
        self._logo_state = Text("body", "")
        self._logo_buttons = self._make_logo_buttons() if self.private else []
        self.parts = {
            part: Toggle(tr(f"paper_look.part.{part}"), key=f"Alt+{number}", keyless=True)
            for number, part in enumerate(settings.PAPER_PARTS, 1)
        }
        toggles = list(self.parts.values())
        bind_each(self, "paper_look.part", lambda number: toggles[number - 1].click())
        for part, toggle in self.parts.items():
            toggle.setChecked(part not in chosen.papers_parts_left_out)
            toggle.toggled.connect(lambda on, part=part: self._set_part(part, on))
        self._back = ActionButton(
            tr("paper_look.back"), "arrow-left", key_of("moving.escape"), keyless=True
        )
        self._back.clicked.connect(self.handle_escape)
        self._saved_note = Text("body-quiet", tr("settings.kept"), wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.side, 14 if metrics.low else 24, metrics.side, 16)
        column.setSpacing(14)
        column.addWidget(Text("title", tr("frame.place.paper_look")))
        column.addWidget(self._sheet())
        column.addStretch(1)
        self._show()

    def foot(self) -> FootContent:
        logo = self._logo_buttons if self._has_logo else self._logo_buttons[:1]
        return FootContent(left=[self._back, *logo], right=[self._saved_note])

    def focus_start(self) -> None:
        self.contact.setFocus()

    def handle_escape(self) -> bool:
        self.api.go_back()
        return True

    def take_logo(self, file: Path) -> None:
        """Use the picture in a file as the logo; an error says why that is not possible."""
        try:
            keep_logo(logo_from(file), paths.logo_path())
        except UserError as error:
            self.api.say_error(tr(error.key, **error.values))
            return
        except OSError:
            self.api.say_error(tr("paper_look.logo_not_kept"))
            return
        self._show()
        self.api.update_foot()
        self.api.toast(tr("paper_look.logo_taken"))

    def _make_logo_buttons(self) -> list[ActionButton]:
        """Return the buttons that choose a logo and remove it."""
        choose = bind(self, "paper_look.logo", self._choose_logo, on_button=True)
        drop = bind(self, "paper_look.no_logo", self._drop_logo, on_button=True)
        buttons = [ActionButton(action=action, parent=self) for action in (choose, drop)]
        for button in buttons:
            button.hide()
        return buttons

    def _sheet(self) -> Sheet:
        sheet = Sheet(padding=0, spacing=0)
        sheet.setMaximumWidth(round(_WIDEST * theme().text_scale))
        add(sheet, self.contact)
        add(sheet, self.closing)
        add(sheet, self._head())
        add(sheet, self._parts())
        return sheet

    def _head(self) -> QWidget:
        """Create the rows of colour and logo, next to a sample of the head of a paper."""
        head = QWidget()
        rows = QVBoxLayout()
        rows.addWidget(self.colour)
        rows.addWidget(labelled(tr("paper_look.logo"), self._logo_state))
        layout = QVBoxLayout(head) if theme().stacked else QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addLayout(rows, 1)
        layout.addWidget(self.sample)
        return head

    def _parts(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        columns = 1 if theme().stacked else _COLUMNS if theme().text_scale <= 1 else _COLUMNS - 1
        grid.addWidget(Text("body-quiet", tr("paper_look.parts")), 0, 0, 1, columns)
        for place, toggle in enumerate(self.parts.values()):
            row = 1 + place // columns
            column = place % columns
            grid.addWidget(toggle, row, column, alignment=Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        return holder

    def _show(self) -> None:
        logo = stored_logo(paths.logo_path())
        self.sample.show_look(logo, self.api.settings.papers_colour)
        shown = "there" if logo else "none" if self.private else "none_here"
        self._logo_state.setText(tr(f"paper_look.logo_{shown}"))
        self._has_logo = bool(logo)

    def _choose_logo(self) -> None:
        pictures = f"{tr('paper_look.pictures')} (*.png *.jpg *.jpeg)"
        name, _ = QFileDialog.getOpenFileName(self, tr("paper_look.choose_logo"), "", pictures)
        if name:
            self.take_logo(Path(name))

    def _drop_logo(self) -> None:
        try:
            paths.logo_path().unlink(missing_ok=True)
        except OSError:
            self.api.say_error(tr("paper_look.logo_not_kept"))
        self._show()
        self.api.update_foot()

    def _set_colour(self, text: str) -> None:
        colour = unicodedata.normalize("NFKC", text).strip()
        colour = f"#{colour}" if is_colour(f"#{colour}") else colour
        if colour and not is_colour(colour):
            self.colour.show_error(tr("paper_look.no_colour"))
        elif colour and contrast(colour) < CONTRAST:
            self.colour.show_error(tr("paper_look.pale", ratio=f"{contrast(colour):.1f}"))
        else:
            self.api.save_setting(papers_colour=colour)
            self._show()

    def _set_part(self, part: str, on: bool) -> None:
        others = {each for each in self.api.settings.papers_parts_left_out if each != part}
        left_out = others if on else {*others, part}
        in_order = tuple(each for each in settings.PAPER_PARTS if each in left_out)
        self.api.save_setting(papers_parts_left_out=in_order)

    def _save_line(self, name: str, text: str) -> None:
        self.api.save_setting(**{name: " ".join(text.split())})


def _line(name: str, limit: int, text: str) -> EditLine:
    line = EditLine(
        tr(f"paper_look.{name}"),
        tr(f"paper_look.{name}_hint"),
        limit=limit,
        label_width=label_width(),
    )
    line.set_text(text)
    return line


class HeadSample(QWidget):
    """The head of a paper with logo and colour: white paper in every colour scheme."""

    def __init__(self) -> None:
        super().__init__()
        self._logo = QImage()
        self._colour = _INK
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("paper_look.sample"))

    def show_look(self, logo: bytes, colour: str) -> None:
        """Show another logo and colour; both may be empty."""
        self._logo = QImage.fromData(logo) if logo else QImage()
        self._colour = QColor(colour) if colour else _INK
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SAMPLE_WIDTH, _SAMPLE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), _PAPER)
        painter.setPen(theme().colour("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if not self._logo.isNull():
            shown = self._logo.size().scaled(
                self.width() - 2 * _PAD, _SAMPLE_LOGO, Qt.AspectRatioMode.KeepAspectRatio
            )
            painter.drawImage(QRectF(_PAD, _PAD - 4, shown.width(), shown.height()), self._logo)
        painter.setPen(self._colour)
        painter.setFont(theme().sized_font(18, True))
        line = QRectF(_PAD, _PAD + _SAMPLE_LOGO, self.width() - 2 * _PAD, 32)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, tr("papers.name.handout"))
        painter.fillRect(QRectF(_PAD, self.height() - 14, self.width() - 2 * _PAD, 2), self._colour)
