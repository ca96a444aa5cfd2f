"""The page of the customer's set-up."""

import json
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.helpers.controls import spoken_current
from tests.helpers.list_rows import after, opened
from tests.helpers.setups import ago, alerts, hosts, import_of, many, part, rules, write_files
from ui.rows.cells import Bar, Number
from workshop_app.domain.setup import Alert, Channel, Dashboard, Host, MonitorRule
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.steps import Step
from workshop_app.domain.usage import UsageStatus, usage_of
from workshop_app.domain.usage_rules import USAGE_RULES
from workshop_app.i18n import tr
from workshop_app.services.commands.setup import ImportSetup
from workshop_app.services.commands.workshops import CreateWorkshop

SECTIONS = ("answers", "alerts", "rules", "hosts", "files")
CANARY = "カナリア"
MONITORS = json.dumps(
    {
        "monitors": [
            {"id": "m1", "type": "host", "name": "CPU", "metric": "cpu%", "warning": 80},
            {"id": "m2", "type": "external", "name": "site", "url": f"https://{CANARY}.example/"},
        ]
    }
)
HOSTS = json.dumps([{"id": "h1", "name": "web01", "status": "working", "roleFullnames": ["a:b"]}])
HOOK = json.dumps({"orgName": CANARY, "event": "alert", "alert": {"monitorName": CANARY}})


@pytest.fixture
def page(desk):
    def opened(*commands, **options):
        one = desk(**{"page": "", **options})
        for command in commands:
            one.do(command)
        one.go("setup")
        return one

    return opened


def section(desk, name):
    desk.show_section(name)
    return desk.page.sections[name]


def small() -> ImportSetup:
    """One of each: partially used rules, an alert with its rule and host, a stopped channel."""
    closed = Alert(
        id="a1", status="OK", monitor_id="m1", type="host", host_id="h1",
        opened_at=ago(2), closed_at=ago(2) + 3600,
    )  # fmt: skip
    return import_of(
        rules(
            MonitorRule(id="m1", name="CPU の監視", type="host", traits=("warning",)),
            MonitorRule(id="m2", name="site", type="external", traits=("https",)),
        ),
        hosts(Host(id="h1", name="web01", status="working", roles=("shop:web",))),
        alerts(closed),
        part(SetupKind.CHANNELS, Channel(id="c", name=CANARY, type="slack", suspended=True)),
        part(SetupKind.DASHBOARDS, Dashboard(id="d", title=CANARY, widgets=()), subject="d"),
    )


def drop(desk, target, *urls):
    data = QMimeData()
    data.setUrls(list(urls))
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), *given, plain))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *given, plain))
    desk.settle()


def urls(paths):
    return [QUrl.fromLocalFile(str(path)) for path in paths]


# -- navigation


@pytest.mark.parametrize("step", [step.value for step in Step])
def test_one_key_leads_there_from_any_step_and_back(desk, step):
    one = desk(page=step)
    one.press("Ctrl+M")
    assert one.window.page_name == "setup"
    one.press("Escape")
    assert one.window.page_name == step


def test_before_a_workshop_is_open_it_says_so(start):
    one = start()
    one.press("Ctrl+M")
    assert tr("setup.no_workshop") in one.seen()
    one.press("Escape")
    assert one.window.page_name == "start"


def test_without_files_it_says_how_to_get_them(page):
    one = page()
    for name in ("monitors", "alerts", "hosts", "agent"):
        assert tr(f"setup.how.{name}") in one.seen()
        assert tr(f"setup.how.{name}") in one.everything()
    for name in ("alerts", "rules", "hosts"):
        section(one, name)
        assert tr(f"setup.{name}.empty") in one.seen()


# -- reading files


def test_dropped_files_are_shown_before_they_are_read(page, tmp_path):
    one = page()
    files = write_files(tmp_path, monitors_json=MONITORS, hosts_json=HOSTS)
    drop(one, one.window.page_stack, *urls(files))
    preview = one.page.sections["files"].preview
    assert len(preview.list.rows()) == 2
    assert one.state.setup == ()
    one.press("Return")
    assert [part.kind for part in one.state.setup] == [SetupKind.MONITORS, SetupKind.HOSTS]
    assert one.page.choice.value() == "answers"
    one.press("Ctrl+Z")
    assert one.state.setup == ()


def test_escape_gives_the_preview_up_and_stays_on_the_page(page, tmp_path):
    one = page()
    drop(one, one.window.page_stack, *urls(write_files(tmp_path, monitors_json=MONITORS)))
    one.press("Escape")
    assert one.window.page_name == "setup"
    assert one.state.setup == ()
    assert tr("setup.how.monitors") in one.seen()


def test_a_file_that_cannot_be_read_is_reported_and_does_not_stop_the_others(page, tmp_path):
    one = page()
    files = write_files(tmp_path, monitors_json=MONITORS, secret_name_json=HOOK, broken_json="{")
    drop(one, one.window.page_stack, *urls(files))
    rows = one.page.sections["files"].preview.list.rows()
    assert len(rows) == 3
    assert tr("setup.files.nth", number=2) in rows[1].text
    assert "secret-name" not in one.everything()
    one.press("Return")
    assert [part.kind for part in one.state.setup] == [SetupKind.MONITORS]


def test_with_nothing_but_refused_files_enter_does_nothing(page, tmp_path):
    one = page()
    drop(one, one.window.page_stack, *urls(write_files(tmp_path, hook_json=HOOK)))
    one.press("Return")
    assert one.state.setup == ()
    assert tr("setup.files.nothing") in one.seen()


def test_what_is_dropped_and_is_no_file_is_refused_in_a_sentence(page):
    one = page()
    drop(one, one.window.page_stack, QUrl("https://example.com/monitors.json"))
    assert tr("setup.files.dropped_nothing") in one.seen()


def test_files_are_chosen_only_in_private_mode(page, tmp_path, monkeypatch):
    one = page()
    section(one, "files")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: pytest.fail("opened"))
    one.press("Ctrl+Shift+O")
    one.window.set_private(True)
    files = [str(path) for path in write_files(tmp_path, monitors_json=MONITORS, hook_json=HOOK)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    section(one, "files")
    one.press("Ctrl+Shift+O")
    assert "hook.json" in one.everything()  # file names are for the facilitator
    one.press("Return")
    assert [part.kind for part in one.state.setup] == [SetupKind.MONITORS]


def test_wherever_files_may_be_dropped_a_key_chooses_them(page, tmp_path, monkeypatch):
    one = page()
    one.window.set_private(True)
    (file,) = write_files(tmp_path, monitors_json=MONITORS)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    for name in one.page.sections:
        section(one, name)
        assert one.window.page_stack.acceptDrops()
        one.press("Ctrl+Shift+O")
        assert one.page.sections["files"].isVisible()
        assert one.page.sections["files"].previewing
        one.press("Escape")


def test_a_newer_file_takes_the_place_of_the_earlier_one_and_says_so_before(page, tmp_path):
    one = page(small())
    drop(one, one.window.page_stack, *urls(write_files(tmp_path, monitors_json=MONITORS)))
    (row,) = one.page.sections["files"].preview.list.rows()
    assert tr("setup.files.replaces") in after(row)
    one.press("Return")
    kinds = [part.kind for part in one.state.setup]
    assert kinds.count(SetupKind.MONITORS) == 1
    assert len(kinds) == 5


def test_what_was_read_is_removed_with_one_key_and_comes_back_with_another(page):
    one = page(small())
    section(one, "files").rows.setFocus()
    one.press("Delete")
    assert SetupKind.MONITORS not in [part.kind for part in one.state.setup]
    one.press("Ctrl+Z")
    assert SetupKind.MONITORS in [part.kind for part in one.state.setup]
    assert (one.window.page_name, one.page.choice.value()) == ("setup", "files")


def test_prepare_takes_files_too_and_leads_to_the_page(desk, tmp_path):
    one = desk(page="prepare")
    drop(one, one.page.lines, *urls(write_files(tmp_path, hosts_json=HOSTS)))
    assert one.window.page_name == "setup"
    one.press("Return")
    assert [part.kind for part in one.state.setup] == [SetupKind.HOSTS]
    one.go("prepare")
    one.click(tr("menu.setup"))
    assert one.window.page_name == "setup"


# -- content


def test_features_are_listed_by_how_far_they_are_used(page):
    one = page(small())
    answers = section(one, "answers")
    told = usage_of(setup_of(one.state.setup)).values()
    for number, standing in enumerate(UsageStatus, start=1):
        one.press(f"Alt+{number}")
        listed = [row.id for row in answers.rows.rows()]
        assert listed == [usage.entry for usage in told if usage.status is standing]


def test_the_reason_is_under_the_open_row(page):
    one = page(small())
    row = section(one, "answers").rows.rows()[0]
    assert row.id == "host-metric-monitoring"
    assert opened(row) == tr("setup.half.no_critical", n=1, of=1)


def test_an_english_reason_begins_as_a_sentence_does(page):
    one = page(small(), words="en")
    rows = section(one, "answers").rows.rows()
    assert rows
    assert all(opened(row)[:1].isupper() for row in rows)


def test_enter_opens_the_answer_and_escape_leads_back_to_its_row(page):
    one = page(small())
    one.press("Down", "Return")
    name = one.window.answers.solution("external-url-monitoring").ja.name
    assert name in one.seen()
    assert one.page.details.isVisible()
    one.press("Escape")
    assert one.page.sections["answers"].rows.current_id() == "external-url-monitoring"
    assert one.window.page_name == "setup"


def test_page_down_leads_through_every_group_and_part_and_page_up_back(page):
    one = page(small())
    section(one, "answers")
    seen = []
    for _ in range(60):
        place = (one.page.choice.value(), str(one.page.sections["answers"].choice.value()))
        seen += [place] if place not in seen else []
        one.press("PageDown")
    assert [part for part, _ in seen][-4:] == list(SECTIONS[1:])
    assert [group for part, group in seen if part == "answers"] == [str(s) for s in UsageStatus]
    for _ in range(60):
        one.press("PageUp")
    assert one.page.choice.value() == "answers"
    assert one.page.sections["answers"].choice.value() is UsageStatus.HALF


def test_alerts_are_drawn_with_numbers_and_spoken_day_by_day(page):
    one = page(small())
    shown = section(one, "alerts")
    assert tr("setup.alerts.recent", n=1, open=0) in one.seen()
    assert len(shown.days.numbers()) == 1
    assert tr("setup.day", day="6月10日(水)", n=1) in shown.days.accessibleName()
    (row,) = shown.rows.rows()
    assert (row.text, row.after) == ("CPU の監視", (Bar(1.0), Number("1", "ink")))


def test_rules_and_hosts_are_counted_by_group(page):
    one = page(small())
    counted = {row.text: after(row)[1] for row in section(one, "rules").rows.rows()}
    assert counted[tr("setup.rule_type.host")] == "1"
    assert counted[tr("setup.rules.no_memo")] == "2"
    rows = one.page.sections["rules"].rows
    rows.setFocus()
    one.press("End")
    assert rows.rows()[-1].text in spoken_current(rows.view)
    assert after(rows.rows()[-1])[1] in spoken_current(rows.view)
    hosts_shown = {row.text: after(row)[1] for row in section(one, "hosts").rows.rows()}
    assert hosts_shown["shop:web"] == "1"


def test_numbers_over_the_bars_never_touch_and_stay_inside(page):
    given = [
        Alert(id=f"a{d}-{n}", status="OK", opened_at=ago(d) + n, closed_at=ago(d) + n + 60)
        for d in range(30) for n in range(1 + (d * 7) % 130)
    ]  # fmt: skip
    one = page(import_of(alerts(*given)))
    days = section(one, "alerts").days
    places = sorted(days.numbers().values())
    assert len(places) >= 8
    assert all(right - left > 32 for left, right in pairwise(places))
    assert all(0 < place < days.width() for place in places)


# -- texts, space and size


def test_every_reason_has_words(desk, language):
    desk(words=language)
    for feature in USAGE_RULES:
        assert tr(f"setup.thing.{feature.thing}", n=2)
        assert not feature.never or tr(f"setup.never.{feature.never}")
        for half in feature.partial:
            assert tr(f"setup.half.{half.reason}", n=2, of=3)


def test_the_room_sees_no_names_of_channels_and_dashboards_and_no_other_customer(page):
    other = CreateWorkshop(
        f"{CANARY}-title", "2026-01-01T00:00:00", customer_name=f"{CANARY}-name", date="2026-01-01"
    )
    one = page(small(), other)
    for name in SECTIONS:
        section(one, name)
        for _ in range(8):
            assert CANARY not in one.everything(), name
            one.press("PageDown")


def test_another_workshop_shows_its_own_files_only(page):
    one = page(small())
    other = one.do(CreateWorkshop("次の会", "2026-07-01T09:00:00", customer_name="別の会社"))
    one.session.open(other)
    one.go("setup")
    for name in SECTIONS:
        section(one, name)
        assert "CPU の監視" not in one.everything()
        assert "web01" not in one.everything()


def test_a_large_customer_opens_and_pages(page):
    one = page(many())
    for name in SECTIONS:
        section(one, name)
        one.press("PageDown", "PageUp")
    assert after(section(one, "alerts").rows.rows()[0])[1] == "17"
    assert len(section(one, "alerts").rows.rows()) == 8
    assert one.session.state is not None
