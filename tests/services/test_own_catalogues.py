"""Answers of user-defined catalogues, and choices from an earlier edition."""

import pytest

from tests.helpers.own_catalogue import ABOUT_TEXT, own_catalogue
from tests.helpers.sessions import open_session
from workshop_app import paths
from workshop_app.domain.outcome import CardKind
from workshop_app.services.answers import Answers, EarlierChoices
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.experience import Experience
from workshop_app.services.own_catalogues import catalogue_folders, fault_sentence
from workshop_app.settings import Settings

SAID = "工場の網から外へ出られず、エージェントを入れられない"


@pytest.fixture
def place(own_folders):
    """The folder of user-defined catalogues."""
    return paths.catalogues_folder()


def test_they_are_searched_with_mackerels_and_named(tmp_path):
    folder = own_catalogue(tmp_path / "inhouse")
    answers = Answers(folders=lambda: [folder])
    found = answers.search(SAID, "ja")[0].solution
    assert (found.id, found.catalogue) == ("inhouse/vpn", "社内の答え")
    assert answers.version_of(found) == "2026-11-24"
    assert answers.count == len(Answers().entries) + 1
    assert answers.solution("check-tcp").catalogue == ""
    assert answers.version_of(answers.solution("check-tcp")) == answers.version


def test_a_broken_catalogue_does_not_hide_the_others(tmp_path):
    broken = own_catalogue(tmp_path / "broken", "nonsense", entries=("a", "b"))
    (broken / "a.toml").write_text("x = [", encoding="utf-8")
    answers = Answers(folders=lambda: [broken, tmp_path / "gone"])
    assert len(answers.faults) >= 3
    assert answers.count == len(Answers().entries) + 1
    assert answers.search("監視", "ja")


def test_catalogues_are_read_on_first_use_and_again_on_request(tmp_path):
    folders = []
    answers = Answers(folders=lambda: folders)
    before = answers.count
    folders.append(own_catalogue(tmp_path / "inhouse"))
    assert answers.count == before
    answers.forget()
    assert answers.count == before + 1
    assert answers.search(SAID, "ja")[0].solution.id == "inhouse/vpn"


def test_the_data_folders_come_first_then_those_of_the_settings(place, tmp_path):
    further = str(tmp_path / "further")
    assert catalogue_folders(Settings()) == []
    own_catalogue(place / "b")
    own_catalogue(place / "a")
    found = catalogue_folders(Settings(catalogue_folders=(further,)))
    assert [folder.name for folder in found] == ["a", "b", "further"]


def test_a_fault_is_reported_with_its_file_and_line(tmp_path):
    folder = own_catalogue(tmp_path / "a", ABOUT_TEXT.replace('["ja"]', '["fr"]'))
    answers = Answers(folders=lambda: [folder])
    words = fault_sentence(answers.faults[-1], folder)
    assert str(folder / "catalogue.toml") in words
    assert "4" in words
    gone = Answers(folders=lambda: [tmp_path / "gone"]).faults
    assert {
        str(tmp_path / "gone") in fault_sentence(fault, tmp_path / "gone") for fault in gone
    } == {True}


def test_a_choice_of_an_earlier_edition_counts_for_todays_entry(tmp_path):
    folder = own_catalogue(tmp_path / "inhouse", f'{ABOUT_TEXT}[renamed]\ntunnel = "vpn"\n')
    session = open_session(tmp_path / "w.db")
    answers = Answers(Experience(lambda: session), lambda: [folder])
    for old_or_new in ("inhouse/tunnel", "inhouse/vpn"):
        problem = str(session.execute(AddProblem(SAID)))
        session.execute(PlayCard(problem, CardKind.SOLUTION, "VPN", catalogue_id=old_or_new))
    session.close()
    session.open(str(session.execute(CreateWorkshop("今日", "2026-12-04T10:00:00"))))
    chosen = {each.solution.id: each.chosen for each in answers.search(SAID, "ja")}
    assert chosen["inhouse/vpn"] == EarlierChoices(2, "2026-12-03")
    assert answers.solution("inhouse/tunnel").id == "inhouse/vpn"
