"""The command line program: its commands, and error reporting."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop_app import crash, paths, settings
from workshop_app.cli.call import Call, OpenWindow, language_named_in
from workshop_app.cli.localised import (
    COMMAND,
    SOME_OPTIONS,
    LocalisedCommand,
    common_options,
    refusal,
    version_option,
    write_help,
)
from workshop_app.domain.errors import InvalidInput, UserError
from workshop_app.i18n import set_language, tr

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

NAME = "workshop-app"
FAILED = 2
"""The exit code after any error."""
_COMMANDS = {
    "demo": "papers",
    "list": "records",
    "show": "records",
    "export": "papers",
    "import": "importing",
    "suggest": "suggesting",
    "catalogue": "catalogue",
    "check": "upkeep",
    "backup": "upkeep",
    "restore": "upkeep",
    "decrypt": "decrypting",
}
"""Each command and the module that defines it, in the order of the help."""
_FILE = "file"
"""What stands in place of a command: a workshop file to open in the window."""


class Program(click.Group):
    """The group of commands; without one it opens the window.

    Command modules are imported lazily.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"workshop_app.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = module.command(cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in _COMMANDS:
            return super().resolve_command(ctx, args)
        if Path(args[0]).is_file():
            return _FILE, LocalisedCommand(_FILE, _open_file, [_file_argument()]), args
        raise InvalidInput("cli.usage.no_command", word=args[0])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        files = _file_argument().shell_complete(ctx, incomplete)
        return [*super().shell_complete(ctx, incomplete), *files]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_help(self, ctx, formatter)
        with formatter.section(tr("cli.usage.commands")):
            rows = [(_FILE.upper(), _FILE), *((name, name) for name in _COMMANDS)]
            formatter.write_dl([(shown, tr(f"cli.help.{name}")) for shown, name in rows])


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run the program with these arguments and return its exit code; never raises.

    `open_window` opens the window, since this package does not import Qt.
    """
    _never_fail_on_output()
    call = Call(open_window)
    saved = settings.load(paths.settings_path())
    language = language_named_in(list(arguments)) or saved.language or settings.system_language()
    set_language(language)
    if saved.broken:
        click.echo(tr("cli.settings_broken"), err=True)
    try:
        result = program().main(list(arguments), NAME, standalone_mode=False, obj=call)
    except click.ClickException as error:
        return _refuse(refusal(error))
    except UserError as error:
        return _refuse(error)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # the reader of the pipe has closed it: stop the flush at exit from failing as well
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last place to report it
        crash.note(paths.crash_log_path(), error)
        return _refuse(UserError("cli.unexpected", log=paths.crash_log_path()))
    return result if isinstance(result, int) else 0


def program() -> Program:
    """Return the command line with all its commands."""
    return Program(
        NAME,
        callback=_window_unless_command,
        params=[*common_options(), version_option()],
        help="cli.help.program",
        add_help_option=False,
        invoke_without_command=True,
        subcommand_metavar=COMMAND,
        options_metavar=SOME_OPTIONS,
    )


@click.pass_context
def _window_unless_command(ctx: click.Context) -> int:
    if ctx.invoked_subcommand is not None:
        return 0
    return ctx.ensure_object(Call).show_window()


def _file_argument() -> click.Argument:
    return click.Argument([_FILE], type=click.Path(path_type=Path, resolve_path=True))


@click.pass_obj
def _open_file(call: Call, file: Path) -> int:
    return call.show_window(file=file)


def _refuse(error: UserError) -> int:
    click.echo(tr(error.key, **error.values), err=True)
    return FAILED


def _never_fail_on_output() -> None:
    """Replace characters that a terminal or pipe cannot encode, instead of raising."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
