"""The section of the key message, which is at the top of the summary."""

from __future__ import annotations

from exports.key_message import generated_message, outdated_sentences, updated_message
from exports.material import Material
from exports.process import needed_solutions
from ui.actions.offered import Offered, Offers
from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.pages.wrap_up.suggested_text import SuggestedText
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
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
        self._outdated = Text("body")
        self._made = SuggestedText(self, self._take_over, tr("wrap_up.message.made"))
        self._arrange()
        self.setFocusProxy(self.area)

    def refresh(self, state: WorkshopState) -> None:
        self._form.show_record(state.workshop)
        material = self._material(state)
        self._made.show_text(generated_message(material))
        sentences = outdated_sentences(material)
        quoted = [tr("wrap_up.message.outdated", sentence=each) for each in sentences]
        self._outdated.setText("\n".join(quoted))
        self._outdated.setVisible(bool(sentences))
        self._outdated_count = len(sentences)

    def offered(self) -> Offers:
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
        text = updated_message(material) if is_outdated else self._made.text.text()
        self._form.save("key_message", text)
        self.area.setFocus()

    def _arrange(self) -> None:
        column(
            self,
            Text("body-quiet", tr("wrap_up.message.lead")),
            self.area,
            self._outdated,
            self._made,
            STRETCH,
            gap=theme().metrics.gap - 2,
        )
