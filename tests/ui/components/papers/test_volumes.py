"""Which volumes are removable."""

import pytest

from ui.components.papers.volumes import is_removable


@pytest.mark.parametrize(
    ("root", "system", "platform", "plugged"),
    [
        ("/", "/", "linux", False),
        ("/boot/efi", "/", "linux", False),
        ("/run/media/aoki/STICK", "/", "linux", True),
        ("/media/aoki/STICK", "/", "linux", True),
        ("/Volumes/STICK", "/", "darwin", True),
        ("/System/Volumes/Data", "/", "darwin", False),
        ("C:/", "C:/", "win32", False),
        ("E:/", "C:/", "win32", True),
    ],
)
def test_a_stick_is_distinguished_from_the_system_by_its_root(root, system, platform, plugged):
    assert is_removable(root, system, platform) is plugged
