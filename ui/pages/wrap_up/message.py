"""The section of the key message, which is at the top of the summary."""

from __future__ import annotations

from exports.key_message import generated_message, outdated_sentences, updated_message
from exports.material import Material
from exports.process import needed_solutions
from ui.actions.binding import bind
from ui.actions.offered import Offered, Offers
from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, STRETCH, column, row
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import WriteKeyMessage


class MessageSection(Section):
    """The text is saved while typing; if empty, papers print the generated message."""

    NAME = "message"

    def build(self) -> None:
        text = FieldText(tr("wrap_up.message.label"), role="room", lines=(3, 5))
        self._form = Form(Workshop, {"key_message": text}, by_command(self.api, WriteKeyMessage))
        self.area = self._form.fields["key_message"]
        self._outdated_count = 0
        self._made = LongText("body", 5)
        self._outdated = Text("body", "")
        insert = bind(self, "wrap_up.insert", self._take_over, on_button=True)
        more = bind(self, "wrap_up.more", self._made.turn, on_button=True)
        self._insert = ActionButton(action=insert, size="small")
        self._more = ActionButton(kind="note", size="small", action=more)
        self._arrange()
        self._made.pages_changed.connect(self._show_more)
        self.setFocusProxy(self.area)

    def refresh(self, state: WorkshopState) -> None:
        self._form.show_record(state.workshop)
        material = self._material(state)
        self._made.set_text(generated_message(material))
        sentences = outdated_sentences(material)
        quoted = [tr("wrap_up.message.outdated", sentence=each) for each in sentences]
        self._outdated.setText("\n".join(quoted))
        self._outdated.setVisible(bool(sentences))
        self._outdated_count = len(sentences)
        self._show_more()

    def offered(self, state: WorkshopState | None) -> Offers:
        n = self._outdated_count
        return {"wrap_up.insert": Offered(tr("wrap_up.message.update", n=n) if n else "")}

    def _material(self, state: WorkshopState) -> Material:
        solutions = needed_solutions(state, self.api.answers.entries)
        return Material(state, solutions, state.workshop.language)

    def _take_over(self) -> None:
        """Update the sentences that are not so today, or edit the generated message."""
        self.area.field.commit_composed()
        material = self._material(self.state)
        is_outdated = bool(outdated_sentences(material))
        text = updated_message(material) if is_outdated else self._made.text()
        self._form.save("key_message", text)
        self.area.setFocus()

    def _show_more(self) -> None:
        self._more.setVisible(self._made.pages > 1)

    def _arrange(self) -> None:
        box = Sheet(fill="sunken", padding=14, spacing=6)
        head = row(
            None, (Text("meta", tr("wrap_up.message.made")), 1), self._more, self._insert, gap=10
        )
        box.content.addLayout(head)
        box.content.addWidget(self._made)
        column(
            self,
            Text("body-quiet", tr("wrap_up.message.lead")),
            self.area,
            self._outdated,
            box,
            STRETCH,
            gap=theme().metrics.gap - 2,
            around=NO_MARGINS,
        )
