"""Job titles and teams are told apart."""

import pytest

from workshop_app.domain.job_titles import team_and_job


@pytest.mark.parametrize(
    "text",
    [
        "部長", "課長", "係長", "主任", "リーダー", "マネージャー", "マネジャー",
        "インフラ担当", "社長", "役員",
        "情報システム部長", "SREリーダー", "室長代理", "部長補佐", "主席調査役", "顧問",
        "manager", "Team Lead", "head", "IT Director", "engineer",
        "network operator", "admin", "sysadmin", "Developer", "Head of Sales", "CTO", "部長、役員",
    ],
)  # fmt: skip
def test_a_title_is_a_job(text):
    assert team_and_job(text) == ("", text)


@pytest.mark.parametrize(
    "text",
    [
        "情報システム", "運用", "開発", "情報システム部", "システム課", "役員室",
        "インフラチーム", "情報システム、運用",
        "IT", "IT, ops", "Sales team", "Operations", "Engineering", "Leads team", "Developers",
    ],
)  # fmt: skip
def test_anything_else_is_a_team(text):
    assert team_and_job(text) == (text, "")


@pytest.mark.parametrize(
    ("text", "team", "job"),
    [
        ("情報システム部 部長", "情報システム部", "部長"),
        ("クラウド推進室 室長代理", "クラウド推進室", "室長代理"),
        ("運用、課長", "運用", "課長"),
        ("運用・課長", "運用", "課長"),
        ("ネットワーク・インフラ部 外部接続担当", "ネットワーク・インフラ部", "外部接続担当"),
        ("情報システム、運用、主任", "情報システム、運用", "主任"),
        ("Operations, manager", "Operations", "manager"),
        ("IT / Head of Platform", "IT", "Head of Platform"),
    ],
)
def test_a_text_may_hold_both(text, team, job):
    assert team_and_job(text) == (team, job)
