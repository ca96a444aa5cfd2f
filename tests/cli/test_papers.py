import shutil
from pathlib import Path

import pytest

from exports.registry import DOCUMENTS
from tests.cli.conftest import state_in
from tests.helpers.papers import files_below, is_file_of, pages_of, squeezed
from workshop_app.domain.steps import Step, is_done
from workshop_app.i18n import Texts, tr
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.sample import papers_contact
from workshop_app.services.session import Session
from workshop_app.store.store import Store

STORY = (
    "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない",
    "内部のネットワーク機器の監視ができない",
    "ダッシュボード上でグラフの表示期間の変更ができない",
)


OF_LATER_VISITS = ["became_of", "then_now"]
"""The documents that do not apply to the sample, a first visit without news."""


def text_of(pdf):
    return squeezed("".join(pages_of(pdf.read_bytes())))


def test_the_demo_writes_every_paper_without_a_window_or_a_store(terminal, tmp_path):
    out = tmp_path / "new" / "demo"
    answer = terminal("demo", "--out", out)
    assert answer.code == 0
    empty = [tr(f"papers.nothing.{name}") for name in ("issues", "mail_team")]
    assert answer.err.splitlines() == empty  # of the second visit
    written = files_below(out)
    assert sorted(answer.out.splitlines()) == [str(path) for path in written]
    assert [name for name in DOCUMENTS if not any(is_file_of(name, p.name) for p in written)] == []
    summary = next(path for path in written if is_file_of("summary", path.name))
    assert all(request in text_of(summary) for request in STORY)
    assert papers_contact("ja") in text_of(summary)
    assert terminal.windows == []
    assert not (tmp_path / "home").exists()


def test_the_demo_is_in_english_on_request(terminal, tmp_path):
    answer = terminal("--lang", "en", "demo", "--out", tmp_path / "demo")
    assert answer.code == 0
    folders = {Path(line).parent.name for line in answer.out.splitlines()}
    assert folders == {"customer", "internal"}


def test_the_demo_of_a_second_visit_writes_all_its_papers(terminal, tmp_path, language):
    answer = terminal("--lang", language, "demo", "--second-visit", "--out", tmp_path / "demo")
    told = {"ja": "ご要望のその後", "en": "Your-requests"}[language]
    assert f"_{told}_" in answer.out
    missing = [name for name in DOCUMENTS if not is_file_of(name, answer.out)]
    assert missing == ["issues", "mail_team"]
    assert answer.err.splitlines() == [
        Texts(language)(f"papers.nothing.{name}") for name in missing
    ]


def test_export_writes_all_papers_and_the_workshop_remembers_it(
    terminal, sample_store, sample_id, tmp_path
):
    answer = terminal("export", sample_id[:13], "--out", tmp_path / "out", "--store", sample_store)
    assert answer.code == 0
    lines = answer.out.splitlines()
    missing = [name for name in DOCUMENTS if not any(is_file_of(name, line) for line in lines)]
    assert missing == OF_LATER_VISITS
    assert is_done(state_in(sample_store, sample_id), Step.WRAP_UP)


def test_papers_are_in_the_language_of_the_workshop_unless_another_is_named(
    terminal, sample_store, sample_id, tmp_path
):
    where = ("--out", tmp_path / "out", "--store", sample_store, "--only", "summary")
    assert is_file_of("summary", terminal("export", sample_id, *where).out)
    assert "_Summary_customer.pdf" in terminal("export", sample_id, *where, "--lang", "en").out


def test_only_the_named_papers_are_written(terminal, sample_store, sample_id, tmp_path):
    where = ("--out", tmp_path / "out", "--store", sample_store)
    assert terminal("export", sample_id, *where, "--only", "dossier").code == 0
    assert [is_file_of("dossier", path.name) for path in files_below(tmp_path / "out")] == [True]
    assert terminal("export", sample_id, *where, "--only", " summary, dossier").code == 0
    assert len(files_below(tmp_path / "out")) == 2


@pytest.mark.parametrize("only", ["poster", "summary,poster", "", ","])
def test_a_paper_that_does_not_exist_is_refused_with_those_that_do(
    terminal, sample_store, sample_id, tmp_path, only, language
):
    sentence = terminal(
        "export", sample_id, "--out", tmp_path / "out", "--store", sample_store,
        "--only", only, "--lang", language,
    ).refusal  # fmt: skip
    assert all(name in sentence for name in DOCUMENTS)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_refused_and_nothing_is_remembered(
    terminal, sample_store, sample_id, tmp_path, language
):
    (tmp_path / "file").touch()
    for out in (tmp_path / "file", tmp_path / "file" / "inside"):
        arguments = ("--out", out, "--store", sample_store, "--lang", language)
        terminal("export", sample_id, *arguments).refusal  # noqa: B018 - looks at the answer
    assert not state_in(sample_store, sample_id).workshop.exported_at


def test_missing_characters_are_reported(terminal, sample_store, sample_id, tmp_path):
    from tests.helpers.sessions import new_session
    from workshop_app.services.commands.problems import EditProblem

    store = shutil.copy(sample_store, tmp_path / "emoji.db")
    session = new_session(store)
    session.open(sample_id)
    session.execute(
        EditProblem(session.state.chosen[0].id, "wording", "通知が\U0001f525\U0001f525")
    )
    session.store.close()
    answer = terminal("export", sample_id, "--out", tmp_path / "out", "--store", store)
    assert answer.code == 0
    assert "U+1F525" in answer.err


def test_documents_without_content_are_reported(terminal, tmp_path):
    from tests.helpers.sessions import create_workshop, new_session

    session = new_session(tmp_path / "w.db")
    workshop_id = create_workshop(session)
    session.store.close()
    where = ("--out", tmp_path / "out", "--store", tmp_path / "w.db", "--lang", "en")
    answer = terminal("export", workshop_id, *where)
    assert answer.code == 0
    assert len(answer.err.splitlines()) == 4
    assert "no email drafts" in answer.err
    only = terminal(
        "export", workshop_id, *where[:1], tmp_path / "no", *where[2:], "--only", "mail"
    )
    assert (only.code, only.out) == (0, "")


def test_as_many_worksheets_as_were_asked_for(terminal, sample_store, sample_id, tmp_path):
    where = ("--out", tmp_path / "out", "--store", sample_store, "--only", "worksheets")
    assert terminal("export", sample_id, *where, "--sheets", "14").code == 0
    (file,) = files_below(tmp_path / "out")
    assert len(pages_of(file.read_bytes())) == 14
    assert "--sheets" in terminal("export", sample_id, *where, "--sheets", "0").refusal


def test_an_answer_nobody_checked_is_printed_only_on_request(
    terminal, sample_store, sample_id, tmp_path
):
    session = Session(Store(sample_store))
    session.open(sample_id)
    session.execute(AddProblem("夜間バッチが失敗しても、朝まで誰も気づかない"))
    session.store.close()
    said = Texts("ja")("promises.unchecked", name="mkr-wrap").partition("mkr-wrap")[0]
    for options in ((), ("--unchecked",)):
        where = ("--out", tmp_path / "out", "--store", sample_store, "--only", "summary")
        assert terminal("export", sample_id, *where, *options).code == 0
        (file,) = files_below(tmp_path / "out")
        assert (said in text_of(file)) is bool(options)
