"""Answers of other catalogues, and of earlier editions, on papers."""

import pytest

from exports.job import export
from exports.process import start_export
from tests.helpers.builders import a_card, a_problem, a_request, a_state
from tests.helpers.own_catalogue import ABOUT_TEXT, own_catalogue
from tests.helpers.papers import pages_of
from workshop_app.catalogue.library import Entries
from workshop_app.catalogue.loader import load, load_other


@pytest.fixture
def entries(tmp_path):
    folder = own_catalogue(tmp_path / "inhouse", f'{ABOUT_TEXT}[renamed]\ntunnel = "vpn"\n')
    return Entries([load(), load_other(folder)])


def solved_with(*catalogue_ids):
    """A workshop in which the first problem was chosen and each got one of these answers."""
    numbers = range(1, len(catalogue_ids) + 1)
    problems = tuple(a_problem(number, chosen=number == 1) for number in numbers)
    cards = tuple(
        a_card(problem, catalogue_id=catalogue_id)
        for problem, catalogue_id in zip(problems, catalogue_ids, strict=True)
    )
    return a_state(problems=problems, cards=cards)


def text_of(state, entries, folder, name="summary", language="ja"):
    (file,) = export(state, entries, folder, [name], language).files
    return "\n".join(pages_of(file.read_bytes()))


@pytest.mark.parametrize("catalogue_id", ["inhouse/vpn", "inhouse/tunnel"])
def test_the_catalogue_is_named_and_an_old_id_still_shows(entries, tmp_path, catalogue_id):
    text = text_of(solved_with(catalogue_id), entries, tmp_path / "out")
    assert "監視用VPN（社内窓口）" in text
    assert "カタログ：社内の答え" in text
    assert "申請から開通まで5営業日かかる" in text


def test_mackerels_answers_name_no_catalogue(entries, tmp_path):
    text = text_of(solved_with("check-tcp"), entries, tmp_path / "out")
    assert "check-tcp" in text
    assert "カタログ：" not in text


def test_answers_without_an_address_are_printed_without_one(entries, tmp_path, language):
    state = solved_with("check-tcp", "inhouse/vpn")
    text = text_of(state, entries, tmp_path / "out", language=language)
    assert "監視用VPN" in text
    assert "社内の答え" in text


def test_the_nearest_answer_of_a_request_may_be_one_of_them(entries, tmp_path):
    problem = a_problem(chosen=True)
    request = a_request(problem, nearest_id="inhouse/tunnel")
    state = a_state(problems=(problem,), requests=(request,))
    assert "監視用VPN" in text_of(state, entries, tmp_path / "out", "dossier")


def test_the_export_process_gets_them_too(entries, tmp_path):
    run = start_export(solved_with("inhouse/tunnel"), entries, tmp_path / "out", ["summary"], "ja")
    try:
        while run.poll():
            pass
        assert run.error is None
        (file,) = run.result.files
        assert "監視用VPN" in "\n".join(pages_of(file.read_bytes()))
    finally:
        run.close()
