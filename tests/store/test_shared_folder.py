"""Folders that are synchronised or on another computer are recognised by names and marks."""

from pathlib import Path

import pytest

from workshop_app.store import shared_folder as module
from workshop_app.store.shared_folder import NETWORK, shared_folder


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - みなとまち通販/記録", "OneDrive"),
        ("Dropbox/work", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Google Drive/My Drive", "Google Drive"),
        ("GoogleDrive-cre@example.com", "Google Drive"),
        ("マイドライブ", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Box/team", "Box"),
        ("Nextcloud", "Nextcloud"),
        ("Documents", ""),
        ("toolbox", ""),
        ("boxes", ""),
    ],
)
def test_known_folders_of_sync_programs_are_detected(tmp_path, folder, name):
    assert shared_folder(tmp_path / folder / "workshops.db") == name


@pytest.mark.parametrize(("mark", "name"), [(".dropbox", "Dropbox"), (".stfolder", "Syncthing")])
def test_marker_files_in_a_parent_folder_are_detected(tmp_path, mark, name):
    (tmp_path / "shared" / "work").mkdir(parents=True)
    path = tmp_path / "shared" / "work" / "workshops.db"
    assert shared_folder(path) == ""
    (tmp_path / "shared" / mark).mkdir()
    assert shared_folder(path) == name


def test_the_own_files_of_a_sync_program_in_the_home_folder_are_no_marker(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / ".dropbox").mkdir()
    assert shared_folder(tmp_path / "workshops.db") == ""


@pytest.mark.parametrize(
    ("mounts", "name"),
    [
        ("server:/x {place} nfs4 rw 0 0\n", NETWORK),
        ("//nas/x {place} cifs rw 0 0\n", NETWORK),
        ("cre@host: {place} fuse.sshfs rw 0 0\n", NETWORK),
        ("server:/x {place} nfs4 rw 0 0\n/dev/sdb1 {place}/local ext4 rw 0 0\n", ""),
        ("server:/x {place} nfs4 rw 0 0\n/dev/sdb1 {place} ext4 rw 0 0\n", ""),
        ("/dev/sda1 {place} ext4 rw 0 0\nbroken\n", ""),
    ],
)
def test_network_file_systems_are_detected(tmp_path, monkeypatch, mounts, name):
    place = tmp_path / "a b"
    table = tmp_path / "mounts"
    escaped = str(place).replace(" ", "\\040")
    table.write_text("/dev/sda1 / ext4 rw 0 0\n" + mounts.format(place=escaped))
    monkeypatch.setattr(module, "_MOUNTS", table)
    monkeypatch.setattr(module.sys, "platform", "linux")
    assert shared_folder(place / "local" / "workshops.db") == name


def test_where_nothing_is_known_of_mounts_nothing_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_MOUNTS", tmp_path / "none")
    assert shared_folder(tmp_path / "workshops.db") == ""
