"""Rights of users other than the one who runs the tests."""

import tempfile
from pathlib import Path


def let_all_pass(folder: Path) -> None:
    """Let any user reach `folder`; pytest keeps its folders inside the temporary one closed."""
    inside = len(folder.parents) - len(Path(tempfile.gettempdir()).parts)
    for parent in folder.parents[: max(inside, 0)]:
        parent.chmod(0o755)
