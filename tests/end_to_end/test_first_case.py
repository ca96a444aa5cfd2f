"""A customer who does not answer: silence, a visit that asks for context, and the next contact.

In the real window: the rules recommend each contact, and the results are checked in the records.
"""

from datetime import date, timedelta

import pytest

from tests.helpers.desk import Desk
from tests.helpers.sessions import new_session
from ui.window.main_window import MainWindow
from workshop_app.domain.contact import ContactKind, Expectation
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.steps import Step
from workshop_app.i18n import LANGUAGES, language, set_language, tr
from workshop_app.services.commands.actions import AddAction
from workshop_app.services.commands.contacts import AddContact, EditContact
from workshop_app.services.commands.context import AnswerQuestion, MakeProblemOfAnswer
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.settings import Settings

TODAY = date.today()


def days_ago(days):
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.fixture
def desk(qtbot, tmp_path):
    """Opens the window in private mode on a customer who only got a survey."""
    before = language()
    made = []

    def opened(words):
        set_language(words)
        session = new_session(tmp_path / f"{words}.db")
        survey = CreateWorkshop(
            "NPS", f"{days_ago(200)}T10:00:00", customer_name="株式会社みなとまち通販",
            date=days_ago(200), contact=ContactKind.SURVEY, language=words,
        )  # fmt: skip
        session.open(str(session.execute(survey)))
        window = MainWindow(session, Settings())
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        window.set_private(True)
        made.append(window)
        return Desk(window)

    yield opened
    for window in made:
        window.close()
        window.session.store.close()
    set_language(before)


def advice(one):
    panel = one.page.panel
    (deciding,) = (row.id for row in panel.rules.rows() if row.chosen)
    return deciding, panel.name.text()


@pytest.mark.parametrize("words", LANGUAGES)
def test_silence_ends_in_a_visit_and_the_next_contact_asks_again(desk, words):
    one = desk(words)
    customer = one.state.customer.id
    # no answers: the survey, and three mails
    one.do(EditContact(one.session.workshop_id, "silent", True))
    one.do(EditContact(one.session.workshop_id, "expectation", Expectation.WORSE))
    for days in (150, 100, 50):
        mail = AddContact(
            customer, ContactKind.MAIL, "mail", f"{days_ago(days)}T10:00:00", date=days_ago(days),
            silent=True,
        )  # fmt: skip
        one.do(mail)
    one.go("customer")
    assert advice(one) == ("silence", tr("prepare.method.interview.name"))
    assert tr("listening.silence.why", n=4) in one.seen()
    # the visit is prepared with one key, and starts with the context questions
    one.press("Ctrl+Return")
    assert one.window.page_name == "prepare"
    visit = one.session.workshop_id
    assert list(one.window.rail.items)[:3] == ["prepare", "context", "list"]
    one.page.show_section("method")
    one.settle()
    assert tr("listening.silence.why", n=4) in one.seen()
    one.do(AddParticipant("青木 健", "課長"))
    one.press("Ctrl+2")
    assert one.window.page_name == Step.CONTEXT
    # the customer stopped using a feature, which becomes the problem that is worked on
    told = AnswerQuestion(
        "given_up", "社内の管理画面の監視", one.state.participants[0].id, AnswerMark.GIVEN_UP
    )
    answer = one.do(told)
    problem = one.do(MakeProblemOfAnswer(answer))
    assert one.state.problem(problem).method is ContactKind.INTERVIEW
    one.press("Ctrl+4")
    assert one.window.page_name == Step.SOLVE
    # it is resolved immediately, and support is offered
    one.do(PlayCard(problem, CardKind.SOLUTION, "check-http"))
    one.do(PlayCard(problem, CardKind.SUPPORT, "設定を一緒に見る"))
    one.do(AddAction("check-http を入れる", owner_id=one.state.participants[0].id))
    outcomes = one.state.outcomes_of(one.state.problem(problem))
    assert outcomes == (OutcomeKind.SOLUTION, OutcomeKind.CARD)
    one.do(EditContact(visit, "expectation", Expectation.BETTER))
    one.do(EditContact(visit, "expectation_words", "話を聞いてもらえた"))
    # the page shows which rule led to which contact, and recommends the next one
    one.go("customer")
    content = one.page.sections["flow"].chart.content
    assert [thread.words for thread in content.threads] == [tr("customer.rule", n=2)]
    assert [step.level for step in content.steps] == [-1, 0]
    assert [each.answer.text for each in one.page.line.given_up] == ["社内の管理画面の監視"]
    assert advice(one) == ("owed", tr("prepare.method.interview.name"))
    one.press("Ctrl+Return")
    assert one.session.workshop_id != visit
    assert one.state.workshop.kind is ContactKind.INTERVIEW
    assert "check-http を入れる" in [row.text for row in one.page._panel.last.rows.rows()]
