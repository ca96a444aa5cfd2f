"""What holds for every test of the window."""

import pytest

from ui.widgets.accessible import install_accessibility


@pytest.fixture(autouse=True, scope="session")
def described_for_screen_readers(qapp):
    """As in the program: what is asked of a widget before that is remembered for good."""
    install_accessibility()
