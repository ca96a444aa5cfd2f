"""Drive the real window through the sample without a display: ``python -m ui.tour --out DIR``.

Writes a picture of each step, and the papers.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path


def main() -> None:
    """Run the tour requested on the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="ui.tour", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/demo"))
    parser.add_argument("--lang", choices=("ja", "en"), default="ja")
    asked = parser.parse_args()
    for file in tour(asked.out, asked.lang):
        print(file)  # noqa: T201 - a command's own answer


def tour(out: Path, language: str) -> list[Path]:
    """Go through all steps with the keyboard; return the pictures and papers written."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from exports.job import export
    from ui.pictures import open_window, settle, take
    from workshop_app.domain.steps import Step

    written: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        window = open_window(Path(folder) / "workshops.db", language)
        window.resize(1366, 768)
        window.show()
        window.go("start")
        written.append(_picture(take, window, out, "0-start"))
        window.go(Step.PREPARE.value)
        for step in Step:
            if window.page_name != step.value:
                raise RuntimeError(f"the window shows {window.page_name}, not {step.value}")
            written.append(_picture(take, window, out, f"{step.number}-{step.value}"))
            QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
            settle()
        state = window.session.state
        if state is None:
            raise RuntimeError("no workshop is open")
        result = export(state, window.answers.entries_of(state), out, language=language)
        written += result.files
        window.close()
        window.session.store.close()
    return written


def _picture(take, window, out: Path, name: str) -> Path:  # noqa: ANN001 - Qt only inside
    file = out / f"{name}.png"
    take(window, file)
    return file


if __name__ == "__main__":
    main()
