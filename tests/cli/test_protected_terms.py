"""``export`` reads its files back, stops with one sentence, and accepts decisions as options."""

import io
import shutil
import sys

import pytest

from exports.pdf_encryption import opens_with
from exports.registry import DOCUMENTS
from tests.cli.test_papers import text_of
from tests.helpers.carried import everything_in
from tests.helpers.papers import files_below
from tests.helpers.sessions import new_session
from workshop_app.cli.passwords import VARIABLE
from workshop_app.services.commands.problems import EditProblem
from workshop_app.services.commands.workshops import CreateWorkshop

OTHER = "大阪商事"
WORDS = "大阪商事と同じく、夜に止まる"


@pytest.fixture
def store(sample_store, sample_id, tmp_path):
    """The sample and another customer, whose name is in a problem."""
    path = shutil.copy(sample_store, tmp_path / "two.db")
    session = new_session(path)
    session.execute(
        CreateWorkshop("別の会", "2026-01-01T00:00:00", customer_name=f"{OTHER}株式会社")
    )
    session.open(sample_id)
    session.execute(EditProblem(session.state.chosen[0].id, "wording", WORDS))
    session.store.close()
    return path


@pytest.fixture
def export(terminal, store, sample_id, tmp_path):
    def run(*options, only="summary", language="ja"):
        return terminal(
            "export", sample_id, "--out", tmp_path / "out", "--store", store,
            "--only", only, "--lang", language, *options,
        )  # fmt: skip

    return run


def test_another_customers_name_stops_with_one_sentence_and_its_place(export, tmp_path, language):
    sentence = export(language=language).refusal
    assert OTHER in sentence
    assert f"_{DOCUMENTS['summary'].name_in_files(language)}_" in sentence
    assert f"【{OTHER}】と同じく" in sentence
    assert "--mask" in sentence
    assert "--release" in sentence
    assert files_below(tmp_path / "out") == []


def test_it_is_masked_in_the_file_and_never_in_the_store(export, tmp_path, store, sample_id):
    answer = export("--mask", OTHER)
    assert (answer.code, answer.err) == (0, "")
    (file,) = files_below(tmp_path / "out")
    assert OTHER not in text_of(file)
    assert "〔伏せ〕と同じく" in text_of(file)
    session = new_session(store)
    session.open(sample_id)
    assert session.state.chosen[0].wording == WORDS


def test_a_released_term_is_exported(export, tmp_path):
    assert export("--release", OTHER).code == 0
    (file,) = files_below(tmp_path / "out")
    assert OTHER in text_of(file)


def test_one_term_cannot_be_masked_and_released(export):
    assert OTHER in export("--release", OTHER, "--mask", OTHER).refusal


def test_participants_are_codes_on_demand(export, tmp_path):
    assert export("--anonymous", "--mask", OTHER, only="handout,actions,mail").code == 0
    for path in files_below(tmp_path / "out"):
        assert "青木" not in everything_in(path.name, path.read_bytes())
        assert path.suffix != ".eml" or b"\nTo:" not in path.read_bytes()
    assert any(
        "P-1" in text_of(path) for path in files_below(tmp_path / "out") if path.suffix == ".pdf"
    )


def test_internal_papers_name_the_customer_only_on_request(export, tmp_path):
    export("--mask", OTHER, only="dossier")
    (file,) = files_below(tmp_path / "out")
    assert "みなとまち通販" not in text_of(file)
    export("--mask", OTHER, "--name-customer", only="dossier")
    assert "みなとまち通販" in text_of(file)


def test_the_password_comes_from_the_environment(export, tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "ひみつ")
    assert export("--password", "--mask", OTHER).code == 0
    (file,) = files_below(tmp_path / "out")
    assert opens_with(file.read_bytes(), "ひみつ")
    assert not opens_with(file.read_bytes(), "")


def test_the_password_may_be_a_line_of_standard_input(export, tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO("word one\nmore\n"))
    assert export("--password", "--mask", OTHER).code == 0
    (file,) = files_below(tmp_path / "out")
    assert opens_with(file.read_bytes(), "word one")


def test_an_empty_password_is_refused_and_nothing_is_written(export, tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert export("--password", "--mask", OTHER).refusal
    assert not (tmp_path / "out").exists()


def test_without_the_option_the_environment_is_not_used(export, tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "ひみつ")
    assert export("--mask", OTHER).code == 0
    (file,) = files_below(tmp_path / "out")
    assert opens_with(file.read_bytes(), "")


def test_the_version_is_chosen_before_writing(terminal, store, sample_id, tmp_path):
    where = ("--store", store, "--mask", OTHER)
    for readers, held in (("customer", False), ("internal", True)):
        out = tmp_path / readers
        assert terminal("export", sample_id, "--out", out, *where, "--readers", readers).code == 0
        names = {path.name.split("_")[1] for path in files_below(out)}
        dossier, summary = (DOCUMENTS[each].name_in_files("ja") for each in ("dossier", "summary"))
        assert (dossier in names, summary in names) == (held, not held)
    assert terminal(
        "export", sample_id, "--out", tmp_path / "no", *where, "--readers", "customer",
        "--only", "dossier",
    ).refusal  # fmt: skip
