import json

import pytest

from tests.cli.conftest import state_in
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.domain.width import display_width
from workshop_app.services.commands.participants import AddParticipant, EditParticipant
from workshop_app.services.commands.problems import AddProblems, EditProblem
from workshop_app.services.commands.workshops import EditCustomer, EditWorkshop

CANARY = "ここだけの話"


@pytest.fixture
def three(tmp_path):
    """A store with three workshops, and their ids."""
    session = new_session(tmp_path / "three.db")
    ids = [
        create_workshop(session, name)
        for name in ("株式会社サンプル", "Acme", "長い名前の株式会社")
    ]
    session.store.close()
    return tmp_path / "three.db", ids


def test_no_workshops_yet_is_no_error(terminal):
    answer = terminal("list")
    assert answer.code == 0
    assert "workshops.db" in answer.out
    assert terminal("list", "--json").out.strip() == "[]"


def test_a_named_store_that_is_not_there_is_refused_and_not_made(terminal, tmp_path):
    missing = tmp_path / "missing.db"
    assert str(missing) in terminal("list", "--store", missing).refusal
    assert not missing.exists()


def test_columns_are_aligned(terminal, three):
    lines = terminal("list", "--store", three[0], "--lang", "ja").out.splitlines()
    assert len(lines) == 4
    titles = {display_width(line[: line.index("監視の困りごと")]) for line in lines[1:]}
    assert titles == {display_width(lines[0][: lines[0].index("題名")])}


def test_the_ids_shown_are_enough_to_name_a_workshop(terminal, three):
    path, ids = three
    for line in terminal("list", "--store", path).out.splitlines()[1:]:
        shown = line.split()[0]
        (whole,) = [each for each in ids if each.startswith(shown)]
        answer = terminal("show", shown.upper(), "--json", "--store", path)
        assert json.loads(answer.out)["workshop"]["id"] == whole


def test_ids_that_name_none_or_several_are_refused(terminal, three, language):
    path, ids = three
    arguments = ("--store", path, "--lang", language)
    assert "nothing" in terminal("show", "nothing", *arguments).refusal
    assert "3" in terminal("show", ids[0][:6], *arguments).refusal
    terminal("show", "", *arguments).refusal  # noqa: B018 - looks at the answer
    terminal("show", "%", *arguments).refusal  # noqa: B018


def test_the_list_as_json_counts_the_outcomes(terminal, sample_store, sample_id):
    (line,) = json.loads(terminal("list", "--json", "--store", sample_store).out)
    state = state_in(sample_store, sample_id)
    assert line["id"] == sample_id
    assert line["customer"] == state.customer.name
    assert line["problems"] == len(state.listed)
    assert line["outcomes"]["request"] == len(state.requests)
    assert line["is_sample"] is True
    assert line["exported"] is False


@pytest.mark.parametrize(("language", "word"), [("ja", "解決方法"), ("en", "Solution")])
def test_show_lists_every_problem_with_its_outcome(
    terminal, sample_store, sample_id, language, word
):
    text = terminal("show", sample_id, "--store", sample_store, "--lang", language).out
    state = state_in(sample_store, sample_id)
    assert word in text
    for problem in state.listed:
        assert problem.title in text
    for person in state.participants:
        assert person.name in text
    for action in state.actions:
        assert action.text in text


def test_show_as_json_holds_the_whole_workshop(terminal, sample_store, sample_id):
    shown = json.loads(terminal("show", sample_id, "--json", "--store", sample_store).out)
    state = state_in(sample_store, sample_id)
    assert [p["first_wording"] for p in shown["problems"]] == [
        p.first_wording for p in state.problems
    ]
    assert len(shown["appraisals"]) == len(state.appraisals)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nothing_private_is_shown(terminal, tmp_path, form):
    session = new_session(tmp_path / "w.db")
    workshop_id = create_workshop(session)
    person = session.execute(AddParticipant("青木"))
    (problem,) = session.execute(AddProblems(("監視が遅い",)))
    session.execute(EditWorkshop(workshop_id, "private_note", CANARY))
    session.execute(EditCustomer(session.state.customer.id, "private_note", CANARY))
    session.execute(EditParticipant(person, "private_note", CANARY))
    session.execute(EditParticipant(person, "ambassador", True))
    session.execute(EditProblem(problem, "private_note", CANARY))
    session.store.close()
    text = terminal("show", workshop_id, *form, "--store", tmp_path / "w.db").out
    assert "監視が遅い" in text
    assert CANARY not in text
    assert "ambassador" not in text


def test_an_empty_workshop_is_shown(terminal, tmp_path):
    session = new_session(tmp_path / "w.db")
    workshop_id = create_workshop(session, "")
    session.store.close()
    text = terminal("show", workshop_id, "--store", tmp_path / "w.db", "--lang", "en").out
    assert "No problem yet" in text
    assert "Customer:" not in text
