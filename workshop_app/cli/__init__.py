"""The command line: the same services as the window, without it."""

from workshop_app.cli.program import run

__all__ = ["run"]
