"""Calls the program like a terminal, on a store with the sample workshop."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.helpers.sessions import new_session
from workshop_app.cli import run
from workshop_app.domain.sample import Sample
from workshop_app.i18n import set_language
from workshop_app.services.sample import play
from workshop_app.services.session import Session
from workshop_app.store.store import Store


@dataclass
class Answer:
    """The output of one call, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The sentence of a refused call; fails the test if there is other output."""
        assert self.code == 2, self
        assert self.out == "", self
        lines = self.err.splitlines()
        assert len(lines) == 1, self
        assert "Traceback" not in self.err
        return lines[0]


@dataclass
class Terminal:
    """Calls the program; requested windows are recorded instead of opened."""

    capsys: pytest.CaptureFixture[str]
    windows: list[tuple[Path, str, Sample | None]]
    files: list[Path] = field(default_factory=list)

    def __call__(self, *arguments: object) -> Answer:
        code = run([str(argument) for argument in arguments], self._open_window)
        out, err = self.capsys.readouterr()
        return Answer(code, out, err)

    def _open_window(
        self,
        store_path: Path,
        language: str,
        *,
        sample: Sample | None = None,
        file: Path | None = None,
    ) -> int:
        self.windows.append((store_path, language, sample))
        if file is not None:
            self.files.append(file)
        return 0


@pytest.fixture
def terminal(capsys, own_folders, monkeypatch):
    """A terminal with separate settings, system language and default store."""
    for name in ("LC_ALL", "LC_MESSAGES", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("DISPLAY", ":99")
    yield Terminal(capsys, [])
    set_language("ja")


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    """A closed store with the Japanese sample after all steps, and the workshop's id."""
    path = tmp_path_factory.mktemp("sample") / "w.db"
    session = new_session(path)
    workshop_id = play(session, "ja")
    session.store.close()
    return path, workshop_id


@pytest.fixture
def sample_store(played, tmp_path):
    """A separate store with the sample workshop."""
    return Path(shutil.copy(played[0], tmp_path / "記録.db"))


@pytest.fixture
def sample_id(played):
    """The id of the sample workshop."""
    return played[1]


def state_in(store_path, workshop_id):
    """Return the workshop as stored."""
    store = Store(store_path)
    session = Session(store)
    session.open(workshop_id)
    store.close()
    return session.state
