"""The next kind of contact: the advice of the rules and its reason, or a person's choice."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.components.method_heard import METHOD_ICONS, offer_methods
from ui.components.side_layout import paint_panel_background, roomy
from ui.components.window_api import WindowApi
from ui.forms.unsent_line import Choice, UnsentLine
from ui.pages.customer.contact_words import day_words
from ui.rows.cells import Number
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, detail
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, flow, row
from ui.widgets.entry_line import EntryLine
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.listening_rules import RULES, ListeningRule
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import way_name
from workshop_app.services.customer_line import CustomerLine


class AdvicePanel(QWidget):
    """The recommended kind with its reason, all rules in order, consent, and overruling.

    ``other`` and ``follow`` are the actions of its buttons.
    """

    def __init__(self, api: WindowApi, other: BoundAction, follow: BoundAction) -> None:
        super().__init__()
        self._api = api
        self._line: CustomerLine | None = None
        self._method: ContactKind | None = None
        self._deciding: ListeningRule | None = None
        self._icon = IconLabel("speech", "accent", 22)
        self.name = Text("section")
        self.why = Text("body")
        self.overruled = Text("body-quiet")
        self.rules = PagedList(tr("customer.rules"), role="body", paging_keys=False)
        self.rules.view.marks_current = False  # appearance of the deciding rule
        self.consent = Text("meta")
        self.other = ActionButton(action=other, size="small")
        self.follow = ActionButton(action=follow, kind="note", size="small")
        self.reason = EntryLine(
            tr("customer.reason"),
            tr("customer.reason"),
            icon="pen",
            role="body",
            button=tr("customer.decide"),
        )
        self.reason.entered.connect(self._choose)
        self._question = Text("body")
        self._arrange()
        self._unsent = UnsentLine(
            api.unsent,
            self.reason,
            "customer",
            editor="next-way-reason",
            choices={"way": Choice(lambda: self._method or "", self._show_method)},
        )
        self._ask_reason(False)
        theme().follow(self._fit)

    def show_line(self, line: CustomerLine) -> None:
        self._line = line
        workshop = self._api.session.workshop_id or ""
        if self._unsent.workshop != workshop:
            self._unsent.begin(workshop, "", {})
        advice = line.advice
        overruled = line.overruled
        method = line.way
        self._icon.set_icon(METHOD_ICONS[method] if method is not None else "clock")
        self.name.setText(_method(method))
        said = tr(f"listening.{advice.rule.id}.why", n=advice.n)
        self.why.setText(overruled.next_reason if overruled is not None else said)
        self.overruled.setVisible(overruled is not None)
        self.overruled.setText(
            tr("customer.overruled", way=_method(advice.way)) if overruled is not None else ""
        )
        self.follow.setVisible(overruled is not None)
        self.other.setVisible(bool(line.history.held))
        told = None if roomy() else advice.rule  # if space is limited, its reason above says it
        self.rules.set_rows(
            [
                Row(
                    rule.id,
                    tr(f"listening.{rule.id}.name"),
                    before=(Number(str(number)),),
                    opened=detail("" if rule is told else "  ".join(_of_rule(line, rule.id))),
                    chosen=rule is advice.rule,
                )
                for number, rule in enumerate(RULES, 1)
            ],
            advice.rule.id if advice.rule is not self._deciding else None,
        )
        self._deciding = advice.rule
        agreed = line.consent
        self._show_consent()
        if agreed is not None:
            day = day_words(agreed.date or agreed.created_at[:10])
            self.consent.setText(tr("customer.consent", who=agreed.consent, day=day))

    def leave(self) -> bool:
        """Hide the line for a reason; return False if it is hidden already."""
        if self.reason.isHidden():
            return False
        self._unsent.end()
        self.rules.setFocus()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel_background(self)

    def _arrange(self) -> None:
        self._hint = Text("meta", tr("customer.rules_hint"))
        self._buttons = QWidget()
        flow(self._buttons, self.other, self.follow)
        self._column = column(
            self,
            Text("meta", tr("customer.next")),
            row(None, self._icon, (self.name, 1), gap=8),
            self.why,
            self.overruled,
            self._hint,
            (self.rules, 1),
            self.consent,
            self._question,
            self.reason,
            self._buttons,
            gap=6,
        )

    def _fit(self) -> None:
        metrics = theme().metrics
        wide = roomy()
        if not theme().stacked:
            self.setFixedWidth(metrics.panel)
        around = (20, metrics.top, 20, metrics.gap) if wide else (0, 0, metrics.margin, 0)
        self._column.setContentsMargins(*around)
        self._hint.setVisible(wide)  # if space is limited, another rule is more useful

    def ask(self) -> bool:
        """Ask for another kind than that of the rules; return False before the first contact."""
        if self._line is None or not self._line.history.held:
            return False
        offer_methods(
            self.other, self._begin_reason, now=self._line.way, title=tr("customer.other")
        )
        return True

    def _begin_reason(self, method: ContactKind) -> None:
        self._show_method(method)
        self._api.unsent.touched()
        self.reason.setFocus()

    def _show_method(self, method: str) -> None:
        """Ask for the reason for a kind of contact; an empty one asks for none."""
        self._method = ContactKind(method) if method else None
        words = tr("customer.reason_for", way=_method(self._method)) if method else ""
        self._question.setText(words)
        self.reason.set_words(words, "")  # the line is too narrow for a placeholder
        self._ask_reason(bool(method))

    def _ask_reason(self, asks: bool) -> None:
        """Show the question instead of the buttons and the consent, or the reverse."""
        self._question.setVisible(asks)
        self.reason.setVisible(asks)
        self._buttons.setVisible(not asks)
        self._show_consent()

    def _show_consent(self) -> None:
        agreed = self._line is not None and self._line.consent is not None
        self.consent.setVisible(agreed and self.reason.isHidden())

    def _choose(self, reason: str) -> None:
        if self._line is None or self._method is None:
            return
        last = self._line.history.held[-1].id
        method = self._method
        if self._overrule(last, method, reason, tr("customer.chosen", way=_method(method))):
            self.leave()

    def follow_rules(self) -> bool:
        """Follow the rules again; return False if nobody overruled them."""
        overruled = self._line.overruled if self._line is not None else None
        if overruled is not None:
            self._overrule(overruled.id, None, "", tr("customer.followed"))
        return overruled is not None

    def _overrule(self, contact: str, method: ContactKind | None, reason: str, done: str) -> bool:
        from workshop_app.services.commands.contacts import ChooseNextWay  # on use

        return self._api.execute(ChooseNextWay(contact, method, reason), done=done) is not None


def _method(method: ContactKind | None) -> str:
    return way_name(texts(), method) if method is not None else tr("customer.no_way")


def _of_rule(line: CustomerLine, rule_id: str) -> tuple[str, ...]:
    """Return the recommendation of a rule, and what it counted, if anything."""
    rule = next(each for each in RULES if each.id == rule_id)
    found = rule.counted(line.history)
    said = tr(f"listening.{rule_id}.found", n=found) if found else tr("customer.not_so")
    return tr(f"listening.{rule_id}.way"), said
