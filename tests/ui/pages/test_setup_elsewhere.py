"""Facts of the customer's files on other pages: context questions and candidates."""

import pytest

from tests.helpers.setups import ago, alerts, hosts, import_of, part, rules
from tests.helpers.solve_page import entry, problems_in
from ui.components.setup_words import listed
from ui.pages.solve.rows import reasons
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.setup import Alert, Host, MonitorRule
from workshop_app.domain.setup_answers import answers_from_setup
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import setup_of
from workshop_app.i18n import language, set_language, tr


def files(name="CPU の監視"):
    closed = Alert(
        id="a", status="OK", monitor_id="m", type="host", host_id="h",
        opened_at=ago(2), closed_at=ago(2) + 7200,
    )  # fmt: skip
    external = MonitorRule(id="e", name="site", type="external", traits=("https",))
    ping = MonitorRule(id="m", name=name, type="host", traits=("critical", "memo"))
    host = Host(id="h", name="web01", status="working", created_at=ago(9), roles=("a:b",))
    return import_of(rules(ping, external), hosts(host), alerts(closed))


@pytest.fixture
def context(desk):
    def opened(*commands, **options):
        one = desk(page="context", **options)
        for command in commands:
            one.do(command)
        one.page._go("last_alert")
        one.settle()
        return one

    return opened


def test_without_files_there_is_no_line_under_a_question(context):
    one = context()
    assert one.page.rows.rows() == ()
    one.press("Alt+F")
    assert one.state.answers == ()


def test_the_last_alert_is_shown_and_one_key_makes_it_the_answer(context):
    one = context(files())
    assert "「CPU の監視」（web01）" in one.page.rows.rows()[0].text
    assert one.state.answers == ()  # not automatically
    one.press("Alt+F")
    (answer,) = one.state.answers
    assert (answer.question, answer.participant_id) == ("last_alert", None)
    assert "「CPU の監視」（web01）" in answer.text
    assert one.focus is one.page.entry.field
    one.press("Alt+F")
    assert len(one.state.answers) == 1  # it is not offered twice
    one.press("Ctrl+Z")
    assert one.state.answers == ()


def test_what_is_typed_stays_in_the_line_while_the_files_answer_is_taken(context):
    one = context(files())
    one.write("けさの")
    one.press("Alt+F")
    assert one.page.entry.text() == "けさの"
    assert len(one.state.answers) == 1


def test_questions_that_files_cannot_answer_have_no_line(context):
    one = context(files())
    state = setup_of(one.state.setup)
    for question in QUESTIONS:
        one.page._go(question)
        one.settle()
        told = answers_from_setup(state, question)
        assert bool(one.page.rows.rows()) == bool(told), question


def reasons_of(desk, entry_id):
    search = desk.page.search
    found = reasons(search.result.hit(entry_id), search.usages.get(entry_id))
    return [each.text for each in found]


def test_a_candidate_says_first_that_it_is_set_up_already_or_half(desk):
    one = problems_in(desk, "サイトの証明書の期限が切れていた")
    one.do(files())
    half = tr("setup.half.no_certificate", n=1, of=1)
    first = reasons_of(one, "external-cert-expiration")[0]
    assert first == tr("setup.solve.half", reason=half)
    entry(one).setFocus()
    one.write("ホストメトリック監視")
    first = reasons_of(one, "host-metric-monitoring")[0]
    assert first == tr("setup.solve.in_use", reason=tr("setup.thing.rules", n=1))


def test_a_candidate_says_nothing_of_what_is_not_set_up_or_not_known(desk):
    one = problems_in(desk, "クエリによる監視を使いたい")
    before = reasons_of(one, "query-monitoring")
    one.do(import_of(part(SetupKind.MONITORS, MonitorRule(id="m", type="host"))))
    assert reasons_of(one, "query-monitoring") == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [("en", ["", "Slack", "Slack and e-mail", "Slack, e-mail and SMS"]),
     ("ja", ["", "Slack", "Slack、e-mail", "Slack、e-mail、SMS"])],
)  # fmt: skip
def test_several_items_are_listed_as_in_a_sentence(words, expected):
    before = language()
    set_language(words)
    said = [listed(["Slack", "e-mail", "SMS"][:n]) for n in range(4)]
    set_language(before)
    assert said == expected
