"""Opens the same store from another program."""

import subprocess
import sys
import textwrap
from pathlib import Path

_OPEN = """
    import sys
    from pathlib import Path
    from workshop_app.domain.errors import UserError
    from workshop_app.store.store import Store
    try:
        store = Store(Path(sys.argv[1]))
    except UserError as error:
        print(error.key)
    else:
        print("opened")
        store.close()
"""


def refusal_elsewhere(path: Path) -> str:
    """Return the key of the refusal to open `path` in another process, or "opened"."""
    command = [sys.executable, "-c", textwrap.dedent(_OPEN), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    return done.stdout.strip()
