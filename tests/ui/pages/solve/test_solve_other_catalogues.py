"""In Solve: answers of other catalogues, and choices made with an earlier edition."""

import pytest

from tests.helpers.fitting import faults
from tests.helpers.own_catalogue import ABOUT_TEXT, own_catalogue
from workshop_app import paths
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import PlayCard

SAID = "工場の網から外へ出られず、エージェントを入れられない"


@pytest.fixture
def own(own_folders):
    about = f'{ABOUT_TEXT}[renamed]\ntunnel = "vpn"\n'
    return own_catalogue(paths.catalogues_folder() / "inhouse", about)


def lines_of(desk):
    row = desk.page.search.view.current_row
    return [row.text, *(line.text for line in row.opened)]


def test_an_answer_of_ones_own_is_offered_named_and_chosen(desk, own, words):
    one = desk(words=words)
    one.do(AddProblem(SAID))
    one.go("solve")
    assert lines_of(one)[0] == "監視用VPN（社内窓口）"
    one.press("Alt+D")
    told = [row.text for row in one.page.panels.current.view.rows]
    assert tr("solve.list.from_catalogue", name="社内の答え") in told
    assert faults(one.window) == []
    one.press("Escape")
    one.press("Alt+1")
    (card,) = one.state.cards
    assert (card.catalogue_id, card.catalogue_version) == ("inhouse/vpn", "2026-11-24")


def test_a_choice_under_an_old_id_shows_the_answer_and_is_not_offered_again(desk, own):
    one = desk()
    problem = one.do(AddProblem(SAID))
    one.do(PlayCard(problem, CardKind.SOLUTION, "旧い名前", catalogue_id="inhouse/tunnel"))
    one.go("solve")
    shown = [row.text for row in one.page.search.view.rows]
    assert shown.count("監視用VPN（社内窓口）") == 1
    assert "旧い名前" not in shown
    assert "社内窓口に申請する" in lines_of(one)
