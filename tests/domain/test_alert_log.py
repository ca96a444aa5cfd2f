"""Alerts counted back from the time of their file, in the customer's time zone."""

from datetime import datetime

import pytest

from tests.helpers.setups import ago, alerts, clock_of, hosts, part, rules, setup
from workshop_app.domain.alert_log import DAYS, alert_log
from workshop_app.domain.setup import Alert, Check, LeftOut, MonitorRule, Reason
from workshop_app.domain.setup_part import SetupKind


@pytest.fixture(autouse=True)
def utc():
    with clock_of("UTC"):
        yield


def closed(days, clock="12:00", rule="m", minutes=10, **more):
    opened = ago(days, clock)
    return Alert(
        status="OK", monitor_id=rule, type="host", opened_at=opened,
        closed_at=opened + 60 * minutes, **more,
    )  # fmt: skip


def log_of(*given, others=()):
    return alert_log(setup(alerts(*given), *others))


def test_without_a_file_there_is_no_log():
    assert alert_log(setup(rules())) is None


def test_an_empty_file_means_that_there_were_no_alerts():
    log = log_of()
    assert (log.recent, log.last, log.rule_counts, log.open_only) == (0, None, (), False)


def test_thirty_days_end_with_the_day_of_the_file_not_with_today():
    log = log_of(closed(0, "01:00"), closed(29, "00:05"), closed(30, "23:55"))
    assert len(log.days) == DAYS
    assert (log.days[0], log.days[-1], log.recent) == (1, 1, 2)
    assert log.dates[0] == datetime(2026, 5, 14)  # noqa: DTZ001 - the customer's clock
    assert log.last.opened_at == ago(0, "01:00")


def test_days_are_those_of_the_customers_clock():
    late = closed(1, "20:00")  # in Japan that is the next day
    assert log_of(late).days[-2:] == (1, 0)
    with clock_of("JST-9"):
        assert log_of(late).days[-2:] == (0, 1)


def test_the_rule_with_the_most_alerts_is_first_by_its_name():
    named = rules(MonitorRule(id="m", name="CPU"), MonitorRule(id="n", name="disk"))
    checks = part(SetupKind.CHECKS, Check(id="c", name="cron"))
    given = [closed(n, rule="n") for n in range(5)] + [closed(n) for n in range(3)]
    log = log_of(*given, closed(2, rule="c"), closed(2, rule="gone"), others=(named, checks))
    counts = [(noise.name, noise.count) for noise in log.rule_counts]
    assert counts == [("disk", 5), ("CPU", 3), ("", 1), ("cron", 1)]


def test_night_is_from_ten_to_six():
    log = log_of(*(closed(1, clock) for clock in ("21:59", "22:00", "05:59", "06:00")))
    assert log.night == 2


def test_open_alerts_only_do_not_mean_a_quiet_month():
    still = Alert(status="CRITICAL", opened_at=ago(1))
    assert log_of(still).open_only
    assert not log_of(still, closed(2)).open_only
    assert log_of(still, closed(2)).still_open == (still,)


def test_a_file_that_may_be_truncated_has_the_time_from_which_it_counts():
    hundred = [closed(n / 10) for n in range(100)]
    assert log_of(*hundred).since.date() == datetime(2026, 6, 2).date()  # noqa: DTZ001
    assert log_of(*hundred[:99]).since is None
    assert log_of(*hundred, closed(40)).since is None
    cut = LeftOut(reason=Reason.PAGE, name="nextId")
    few = part(SetupKind.ALERTS, closed(1), left_out=(cut,))
    assert alert_log(setup(few)).since is not None


def test_alerts_without_a_time_and_in_the_future_are_not_counted():
    log = log_of(Alert(status="OK", monitor_id="m"), closed(-2))
    assert log.recent == 0
    assert log_of(Alert(status="OK")).last is None


def test_the_log_does_not_depend_on_hosts():
    assert alert_log(setup(hosts(), alerts(closed(1)))).recent == 1
