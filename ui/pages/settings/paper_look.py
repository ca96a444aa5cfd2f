"""The appearance of papers: contact, closing words, logo and paper size, and the time to reply."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.branding import stored_logo
from ui.actions.binding import bind_button
from ui.actions.offered import BACK, Beside, FootArea, Offers, back, left
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.forms.form import FieldText
from ui.pages.settings.logo_file import keep_logo, logo_from
from ui.pages.settings.rows import add, choice, label_width, labelled, settings_form
from ui.theme.theme import theme
from ui.widgets.boxes import FIXED_SIZE, STRETCH, beside, column
from ui.widgets.count_field import CountField
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app import paths
from workshop_app.domain.errors import UserError
from workshop_app.i18n import tr
from workshop_app.settings import MOST_SLACK, PAPER_SIZES

_WIDEST = 1040
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

    NAME = "paper_look"
    GOES_BACK = True

    def build(self) -> None:
        metrics = theme().metrics
        texts = {
            "papers_contact": _line("contact", _LINE),
            "papers_closing": _line("closing", _LONG_LINE),
        }
        self._form = settings_form(self.api, texts)
        self.contact, self.closing = self._form.fields.values()
        self.reply_slack = CountField(tr("paper_look.reply_slack"), MOST_SLACK, name="reply_slack")
        if not theme().stacked:
            self.reply_slack.set_label_beside(label_width())
        self.reply_slack.set_value(self.api.settings.reply_slack)
        self.reply_slack.value_changed.connect(self._keep_slack)
        self.paper_size = choice(
            tr("paper_look.size"),
            {each: tr(f"paper_look.size_{each}") for each in PAPER_SIZES},
            self.api.settings.paper_size,
            lambda size: self.api.save_setting(paper_size=size),
        )
        self.sample = HeadSample()
        self._logo_state = Text("body")
        if self.private:
            bind_button(self, "paper_look.logo", self._choose_logo)
            bind_button(self, "paper_look.no_logo", self._drop_logo)
        PageColumn(
            self,
            self._sheet(),
            STRETCH,
            gap=14,
            above=metrics.top,
            below=metrics.gap,
        )
        self._show()

    def offered(self) -> Offers:
        logo = {"paper_look.logo": left()} if self.private else {}
        without = {"paper_look.no_logo": left()} if self.private and self._has_logo else {}
        return {
            BACK: back(),
            **logo,
            **without,
            "saved": Beside(FootArea.RIGHT, tr("settings.kept")),
        }

    def focus_start(self) -> None:
        self.contact.setFocus()

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

    def _sheet(self) -> Sheet:
        sheet = Sheet(padding=0, spacing=0)
        sheet.setMaximumWidth(round(_WIDEST * theme().text_scale))
        add(sheet, self.contact)
        add(sheet, self.closing)
        reply = QWidget()
        hint = Text("meta", tr("paper_look.reply_slack_hint"))
        column(reply, self.reply_slack, hint, gap=4)
        add(sheet, reply)
        add(sheet, self.paper_size)
        add(sheet, self._head())
        return sheet

    def _head(self) -> QWidget:
        """Create the row of the logo, next to a sample of the head of a paper."""
        head = QWidget()
        beside(
            head,
            (labelled(tr("paper_look.logo"), self._logo_state), 1),
            self.sample,
            gap=24,
        )
        return head

    def _keep_slack(self, days: int | None) -> None:
        """Keep the days before the promised one; an emptied field has the kept ones again."""
        if days is None:
            self.reply_slack.set_value(self.api.settings.reply_slack)
        else:
            self.api.save_setting(reply_slack=days)

    def _show(self) -> None:
        logo = stored_logo(paths.logo_path())
        self.sample.show_logo(logo)
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


def _line(name: str, limit: int) -> FieldText:
    return FieldText(tr(f"paper_look.{name}"), tr(f"paper_look.{name}_hint"), limit=limit)


class HeadSample(QWidget):
    """The head of a paper with the logo: white paper in every colour scheme."""

    def __init__(self) -> None:
        super().__init__()
        self._logo = QImage()
        self.setSizePolicy(*FIXED_SIZE)
        self.setAccessibleName(tr("paper_look.sample"))

    def show_logo(self, logo: bytes) -> None:
        """Show another logo, or none."""
        self._logo = QImage.fromData(logo) if logo else QImage()
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
        painter.setPen(_INK)
        painter.setFont(theme().sized_font(18, True))
        line = QRectF(_PAD, _PAD + _SAMPLE_LOGO, self.width() - 2 * _PAD, 32)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, tr("papers.name.handout"))
        painter.fillRect(QRectF(_PAD, self.height() - 14, self.width() - 2 * _PAD, 2), _INK)
