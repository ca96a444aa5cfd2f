"""The first case of the talk, played in the window: silence, a visit, and the next contact."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.helpers.counted_input import CountedInput
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.steps import Step, number_in

SILENCE = ((ContactKind.SURVEY, 200), (ContactKind.MAIL, 150), (ContactKind.MAIL, 100),
           (ContactKind.MAIL, 50))  # fmt: skip
"""The contacts without an answer, with the days since then."""
_ASKED = "given_up"
"""The question whose answer becomes the problem."""


@dataclass(frozen=True)
class CaseTexts:
    """What is typed in one language."""

    customer: str
    lowered: str
    person: str
    login: str
    given_up: str
    support: str
    action: str
    alone: str
    consent: str
    better: str

    @property
    def letters(self) -> str:
        """All letters that are typed."""
        return "".join(vars(self).values())


CASE_TEXTS = {
    "ja": CaseTexts(
        customer="株式会社みずうみ食品",
        lowered="返事をする人がいない",
        person="青木 健",
        login="三か月前",
        given_up="社内の管理画面の監視をやめた",
        support="設定を一緒に見る",
        action="管理画面を登録する",
        alone="管理画面を監視できる",
        consent="青木さん、来月",
        better="話を聞いてもらえた",
    ),
    "en": CaseTexts(
        customer="Lakeside Foods Ltd",
        lowered="Nobody there answers",
        person="Laura Young",
        login="Three months ago",
        given_up="We gave up watching the internal admin site",
        support="Look at the settings together",
        action="Add the admin site",
        alone="Watch the admin site",
        consent="Laura, next month",
        better="Somebody listened",
    ),
}


def day_ago(days: int) -> str:
    """Return a past day (ISO)."""
    return (date.today() - timedelta(days=days)).isoformat()


class FirstCase(CountedInput):
    """Plays the case in order; subclasses define the input device."""

    case: CaseTexts

    def whole_case(self) -> None:
        """Play from an empty store to the review at the second contact."""
        for part in ("private", "silence", "advice", "visit", "context", "solve", "wrap_up",
                     "next_contact", "ask_again"):  # fmt: skip
            self.part = part
            getattr(self, part)()

    def advice(self) -> None:
        self.sees_rule("silence", len(SILENCE))

    def sees_rule(self, rule: str, n: int) -> None:
        """Wait until the reason of the deciding rule is visible."""
        words = self.words(f"listening.{rule}.why", n=n)
        self.until(f"{words!r}", lambda look: look.sees(words))

    def noted(self, number: int, days: int) -> None:
        """Wait until the list shows this many contacts, one of them on a past day."""
        count = self.words("customer.contacts", n=number)
        day = self.words.date(day_ago(days), short=True)
        self.until(f"a contact on {day}", lambda look: look.sees(count) and look.sees(day))

    def helped(self) -> None:
        """Wait until the first card, which was support, is shown as having helped."""
        support, helped = self.case.support, self.words("cards.helped.yes")
        self.until(
            "that it helped",
            lambda look: any(
                support in text and f"Aside(line=Line(text={helped!r}" in text for text in look.seen
            ),
        )

    def at_page(self, name: str) -> None:
        """Wait until a page is shown."""
        self.until(f"the page {name}", lambda look: look.page == name)


class FirstCaseByKeys(FirstCase):
    """With the keyboard only."""

    def private(self) -> None:
        self.press("ctrl+shift+p")
        self.sees("private.title")
        self.press("Return", "ctrl+shift+p")
        self.state("private")

    def silence(self) -> None:
        self.press("ctrl+u")
        self.keyboard_in("customer.new")
        self.type(self.case.customer)
        for number, (kind, days) in enumerate(SILENCE, 1):
            self.press("Return" if number == 1 else "ctrl+n")
            self.until("the ways", lambda look: look.sees(self.words("customer.which_kind")))
            self.press("Home", *["Down"] * list(ContactKind).index(kind), "Return")
            self.keyboard_in("contacts.heard_name")
            if kind is ContactKind.SURVEY:
                self._expect("2", "worse", self.case.lowered)
            self.tab_to("contacts.silent", back=True)
            self.press("space", "Tab")
            self.keyboard_in("prepare.date")
            self.press("ctrl+a")
            self.type(day_ago(days))
            self.press("Escape")
            self.noted(number, days)

    def visit(self) -> None:
        self.press("ctrl+Return")
        self.at_page(Step.PREPARE)
        self.keyboard_in("prepare.date")
        self.press("Return")
        self.keyboard_in("prepare.person_new")
        self.type(self.case.person)
        self.press("Return")
        self.sees("prepare.people_count", n=1)
        self.tab_to("prepare.open.method")
        self.press("Return")
        self.sees_rule("silence", len(SILENCE))
        self.press("ctrl+shift+p")
        self.state()

    def context(self) -> None:
        self._to(Step.CONTEXT)
        self.keyboard_in("context.entry")
        self.press("alt+1")
        self.type(self.case.login)
        self.press("Return")
        self.until("the answer", lambda look: look.sees(self.case.login))
        self.press("alt+l")
        asked = self.words(f"questions.ask.{_ASKED}")
        self.until("the other questions", lambda look: look.sees(asked))
        self.press("Home", *["Down"] * self._place(_ASKED), "Return")
        self.keyboard_in("context.entry")
        self.type(self.case.given_up)
        self.press("alt+b", "Return")
        self.until("the answer", lambda look: look.sees(self.case.given_up))
        self.press("alt+Return")
        self.sees("context.made", number=1)

    def solve(self) -> None:
        self._to(Step.SOLVE)
        self.until("the problem", lambda look: look.sees(self.case.given_up))
        self.press("alt+1")
        self.sees("solve.done.chosen")
        self.press("alt+c")
        self.keyboard_in("solve.card.title")
        self.type(self.case.support)
        self.press("ctrl+Return")
        self.sees("solve.done.card")

    def wrap_up(self) -> None:
        self._to(Step.WRAP_UP)
        self.press("Next")
        self.keyboard_in("wrap_up.actions.new")
        self.type(self.case.action)
        self.press("alt+1", "Return")
        self.until("the action", lambda look: look.sees(self.case.action))
        self.press(*["ctrl+Return"] * 3)
        self.keyboard_in("wrap_up.check.new")
        self.type(self.case.alone)
        self.press("Return")
        self.until("the line", lambda look: look.sees(self.case.alone))
        self.tab_to("wrap_up.check.hands")
        self.type("0")
        self.press("Return")
        self.sees("wrap_up.check.lead", n=1, counted=1)
        self.press(*["ctrl+Return"] * 2)
        self.keyboard_in("wrap_up.next_time.day")
        self.private()
        self.tab_to("contacts.consent_name")
        self.type(self.case.consent)
        self._expect("4", "better", self.case.better)

    def next_contact(self) -> None:
        self.press("ctrl+u")
        self.at_page("customer")
        self.sees_rule("owed", 1)
        self.press("ctrl+Return")
        self.at_page(Step.PREPARE)
        self.press("ctrl+shift+p")
        self.state()
        self.press("ctrl+r")
        self.at_page("last_time")

    def ask_again(self) -> None:
        self.until("nobody missing", lambda look: not look.sees(self.words("last_time.people")))
        self.press("1")
        self.sees("last_time.said.done")
        self._page_of("last_time.alone.now_field")
        self.keyboard_in("last_time.alone.now_field")
        self.type("1")
        self.press("Return")
        self.sees("last_time.alone.lead", n=1, counted=1)
        self._page_of("cards.delivery.helped")
        self.press("1")
        self.helped()

    def _expect(self, key: str, expectation: str, words: str) -> None:
        """Record the expectation, and the customer's words."""
        self.tab_to("contacts.expects_name")
        self.press(key)
        given = self.words(f"contacts.expectation.{expectation}")
        self.until(f"{given!r}", lambda look: look.focus.endswith(given))
        self.tab_to("contacts.words_name")
        self.type(words)

    def _to(self, step: Step) -> None:
        self.press(f"ctrl+{number_in(ContactKind.INTERVIEW, step)}")
        self.at_page(step)

    def _place(self, question: str) -> int:
        """Return the place of a question in the list of those that are not on the sheet."""
        look = self.look()
        asked = {one: self.words(f"questions.ask.{one}") for one in QUESTIONS}
        return [one for one in QUESTIONS if look.sees(f"text={asked[one]!r}")].index(question)

    def _page_of(self, words_of: str) -> None:
        """Turn pages until a text is visible."""
        words = self.words(words_of)
        for _ in range(9):
            before = self.look()
            if before.sees(words):
                return
            self.press("Next")
            self.until("another page", lambda look, was=before: look.seen != was.seen)
        raise AssertionError(f"no {words!r}: {self.look().seen}")


class FirstCaseByMouse(FirstCase):
    """With the mouse only; the keyboard only types text into fields."""

    def private(self) -> None:
        self._click_action("menu.private")
        self.sees("private.title")
        self.click(self.words("private.alone"))
        self.click(self.words("private.enter"))
        self.state("private")

    def silence(self) -> None:
        self.click(self.words("customer.title"))
        self.fill("customer.new", self.case.customer)
        for number, (kind, days) in enumerate(SILENCE, 1):
            self.click(self.words("customer.new_do" if number == 1 else "customer.add"))
            self.click(self.words(f"prepare.method.{kind}.name"))
            self.keyboard_in("contacts.heard_name")
            self.click(self.words("contacts.silent"))
            if kind is ContactKind.SURVEY:
                self._expect("worse", self.case.lowered)
            self.fill("prepare.date", day_ago(days), replaces=True)
            self.click(self.words("customer.to_list"))
            self.noted(number, days)

    def visit(self) -> None:
        self.click(self.words("customer.prepare"))
        self.at_page(Step.PREPARE)
        self.fill("prepare.person_new", self.case.person)
        self.click(self.words("prepare.person_add"))
        self.sees("prepare.people_count", n=1)
        self.click(self.words("prepare.open.method"))
        self.sees_rule("silence", len(SILENCE))
        self._leave_private()

    def context(self) -> None:
        self.click(self.words("steps.name.context"))
        self.at_page(Step.CONTEXT)
        self.fill("context.entry", self.case.login)
        self.click(self.case.person.split()[0], inside=True)
        self.click(self.words("context.add"))
        self.until("the answer", lambda look: look.sees(self.case.login))
        self._click_action("context.open_others")
        self.click(self.words(f"questions.ask.{_ASKED}"), "row", inside=True)
        self.fill("context.entry", self.case.given_up)
        self.click(self.words("context.mark.given_up"))
        self.click(self.words("context.add"))
        self.until("the answer", lambda look: look.sees(self.case.given_up))
        self.click(self.case.given_up, "action", inside=True)
        self.sees("context.made", number=1)

    def solve(self) -> None:
        self.click(self.words("steps.name.solve"))
        self.at_page(Step.SOLVE)
        self.click_first("tick")
        self.sees("solve.done.chosen")
        self._click_action("cards.outcome.card")
        self.fill("solve.card.title", self.case.support)
        self.click(self.words("solve.card.do"))
        self.sees("solve.done.card")

    def wrap_up(self) -> None:
        self.click(self.words("steps.name.wrap_up"))
        self.at_page(Step.WRAP_UP)
        self.section("actions")
        self.fill("wrap_up.actions.new", self.case.action)
        self.click(self.words("wrap_up.actions.who"), "choice")
        self.click(self.case.person.split()[0], inside=True)
        self.click(self.words("widgets.editor.add"))
        self.until("the action", lambda look: look.sees(self.case.action))
        self.section("check")
        self.fill("wrap_up.check.new", self.case.alone)
        self.click(self.words("widgets.editor.add"))
        self.until("the line", lambda look: look.sees(self.case.alone))
        self.fill("wrap_up.check.hands", "0")
        self.section("next_time")
        self._click_action("menu.private")  # which does not ask again
        self.state("private")
        self.fill("contacts.consent_name", self.case.consent)
        self._expect("better", self.case.better)

    def next_contact(self) -> None:
        self._click_action("menu.customer")
        self.at_page("customer")
        self.sees_rule("owed", 1)
        self.click(self.words("customer.prepare"))
        self.at_page(Step.PREPARE)
        self._leave_private()
        self.click(self.words("menu.last_time"))
        self.at_page("last_time")

    def ask_again(self) -> None:
        self.until("nobody missing", lambda look: not look.sees(self.words("last_time.people")))
        question = self.words("last_time.actions.answer")
        self.click(self.words("last_time.answer.done"), "option", of=question)
        self.sees("last_time.said.done")
        self.part_of_last_time("alone")
        self.fill("last_time.alone.now_field", "1")
        self.part_of_last_time("cards")
        question = self.words("cards.delivery.helped")
        self.click(self.words("cards.helped.yes"), "option", of=question)
        self.helped()

    def _expect(self, expectation: str, words: str) -> None:
        """Record the expectation, and the customer's words."""
        question = self.words("contacts.expects_name")
        self.click(self.words(f"contacts.expectation.{expectation}"), "option", of=question)
        self.fill("contacts.words_name", words)

    def _click_action(self, key: str) -> None:
        """Click the button of an action, or its entry in the menu where there is no button."""
        words = self.words(key)
        if not self.named(words):
            self.click(self.words("frame.rail.menu"))
        self.click(words)

    def _leave_private(self) -> None:
        self.click(self.words("frame.private.back"))
        self.state()
