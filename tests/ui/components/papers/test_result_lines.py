"""The list of the files of a finished export."""

from pathlib import Path

from exports.progress import ExportResult
from ui.components.papers.export_messages import result_lines
from workshop_app.i18n import tr


def lines_of(*names: str) -> list[str]:
    files = tuple(Path("/somewhere/Aozora_2026-12-02", name) for name in names)
    return result_lines(ExportResult(files=files, replaced=()))


def test_files_are_named_by_folder_and_papers_come_first():
    handouts = [f"customer/handout_{number}.pdf" for number in range(10)]
    customer, internal = lines_of(
        *handouts, "internal/requests.csv", "customer/votes.csv", "internal/dossier.pdf"
    )
    names = [Path(name).name for name in handouts]
    assert customer.split("  ") == ["customer/", *names, "votes.csv"]
    assert internal.split("  ") == ["internal/", "dossier.pdf", "requests.csv"]


def test_of_very_many_files_the_rest_is_counted():
    (line,) = lines_of(*(f"customer/handout_{number}.pdf" for number in range(30)))
    assert line.endswith(tr("wrap_up.papers.others", n=6))
