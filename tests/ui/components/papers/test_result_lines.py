"""The list of the files of a finished export."""

from pathlib import Path

from exports.progress import ExportResult
from ui.components.papers.export_messages import result_rows


def test_each_file_has_its_line_below_its_folder_and_papers_come_first():
    handouts = [f"customer/handout_{number}.pdf" for number in range(30)]
    names = [*handouts, "internal/requests.csv", "customer/votes.csv", "internal/dossier.pdf"]
    files = tuple(Path("/somewhere/Aozora_2026-12-02", name) for name in names)
    assert [row.text for row in result_rows(ExportResult(files=files, replaced=()))] == [
        "customer/", *(Path(name).name for name in handouts), "votes.csv",
        "internal/", "dossier.pdf", "requests.csv",
    ]  # fmt: skip
