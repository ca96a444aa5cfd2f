"""PDFs with a password: only it opens them, and all content is encrypted."""

import email
import email.policy
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from exports import pdf_encryption
from exports.job import export
from exports.options import WritingOptions
from exports.pdf_encryption import encrypted, opens_with
from exports.protected import Guard
from tests.helpers.papers import files_below, sample_state, solutions
from workshop_app.domain.errors import UserError

WORD = "ひみつ-2026"


def written(folder, names, password=WORD, state=None, **guard):
    return export(
        state or sample_state("ja"),
        solutions(),
        folder,
        names,
        "ja",
        options=WritingOptions(guard=Guard(**guard), password=password),
    )


@pytest.fixture(scope="module")
def summary(tmp_path_factory):
    (file,) = written(tmp_path_factory.mktemp("locked"), ["summary"]).files
    return file.read_bytes()


def test_it_opens_only_with_the_password_in_two_programs(summary, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(summary)
    for wrong in (None, "", "ひみつ-2027", WORD.lower() + " "):
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(file, password=wrong)
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(file, password=wrong or "")
    paper = pypdfium2.PdfDocument(file, password=WORD)
    assert "みなとまち" in paper[0].get_textpage().get_text_bounded()


def test_it_is_aes_with_256_bits_and_covers_the_metadata(summary):
    with pikepdf.open(BytesIO(summary), password=WORD) as paper:
        assert (paper.encryption.bits, paper.encryption.R, paper.encryption.V) == (256, 6, 5)
        assert str(paper.encryption.stream_method).endswith("aesv3")
    assert "みなとまち".encode("utf-16-be") not in summary
    assert b"Workshop App" not in summary


def test_no_file_is_left_unlocked_and_drafts_carry_locked_papers(tmp_path):
    result = written(tmp_path, ["handout", "summary", "dossier", "mail", "problems"])
    found = files_below(tmp_path)
    assert found == sorted(result.files)
    papers = [file.read_bytes() for file in found if file.suffix == ".pdf"]
    for file in found:
        if file.suffix == ".eml":
            draft = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            attached = [
                part for part in draft.iter_attachments() if part.get_content_subtype() == "pdf"
            ]
            papers += [part.get_content() for part in attached]
    assert len(papers) > len(found) / 2
    for paper in papers:
        assert opens_with(paper, WORD)
        assert not opens_with(paper, "")


def test_protected_terms_are_found_in_encrypted_files(tmp_path):
    state = sample_state("ja")
    workshop = replace(state.workshop, title="大阪商事の件")
    result = written(
        tmp_path, ["summary"], state=replace(state, workshop=workshop), others=("大阪商事株式会社",)
    )
    assert [held.text for held in result.findings] == ["大阪商事"]
    assert list(tmp_path.iterdir()) == []


def test_the_library_is_loaded_only_when_a_password_is_wanted(tmp_path):
    code = (
        "import sys; from exports.process import start_export; import exports.job;"
        "import workshop_app.cli.papers; sys.exit('pikepdf' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_paper_that_could_be_opened_without_it_is_refused(monkeypatch, summary):
    monkeypatch.setattr(pdf_encryption, "opens_with", lambda *_: True)
    with pytest.raises(UserError, match="password_failed"):
        encrypted(plain_paper(), "word")


def plain_paper():
    out = BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(out)
    return out.getvalue()
