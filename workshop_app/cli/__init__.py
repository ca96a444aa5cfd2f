"""The command line interface, on the same services as the window."""

from workshop_app.cli.program import run

__all__ = ["run"]
