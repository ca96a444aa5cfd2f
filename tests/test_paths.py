from pathlib import Path

from workshop_app import paths


def test_a_named_store_precedes_the_environment_and_the_default_folder(monkeypatch, tmp_path):
    assert paths.store_path().name == "workshops.db"
    assert paths.store_path().parent.name == "workshop-app"
    monkeypatch.setenv("WORKSHOP_APP_STORE", str(tmp_path / "other.db"))
    assert paths.store_path() == tmp_path / "other.db"
    assert paths.store_path("here.db") == Path("here.db")


def test_a_tilde_is_expanded():
    assert paths.store_path("~/w.db") == Path.home() / "w.db"
    assert paths.store_path("~nobody-of-that-name/w.db") == Path("~nobody-of-that-name/w.db")


def test_asking_for_a_path_creates_nothing(own_folders, tmp_path):
    for path in (paths.store_path(), paths.settings_path(), paths.crash_log_path()):
        assert path.is_absolute()
    assert list(tmp_path.iterdir()) == []
