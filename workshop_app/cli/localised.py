"""Click commands with help and error messages in the user's language.

They hold the keys of their texts, which are read when help is written: it would slow each start.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from click.exceptions import NoSuchOption

from workshop_app.cli.call import Call
from workshop_app.domain.errors import InvalidInput, UserError
from workshop_app.i18n import LANGUAGES, tr

SOME_OPTIONS = "cli.usage.some_options"
COMMAND = "cli.usage.command"
"""The keys of what stands for options and a command in the usage."""


class LocalisedCommand(click.Command):
    """A command whose help is the text ``cli.help.<name>``.

    Like the program itself, every command takes ``--store`` and ``--lang``.
    """

    def __init__(
        self, name: str, callback: Callable[..., object], params: list[click.Parameter]
    ) -> None:
        super().__init__(
            name,
            callback=callback,
            params=[*params, *common_options()],
            help=f"cli.help.{name}",
            options_metavar=SOME_OPTIONS,
            add_help_option=False,
            context_settings={"allow_extra_args": True},
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest:
            raise InvalidInput("cli.usage.extra", word=rest[0])
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_help(self, ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        return tr(self.help or "")  # shells show it beside a completed command


def write_help(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write usage, purpose and options in the user's language."""
    prefix = tr("cli.usage.prefix") + " "
    formatter.write_usage(ctx.command_path, usage_pieces(command, ctx), prefix=prefix)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(tr(command.help or ""))
    options = [param for param in command.params if isinstance(param, LocalisedOption)]
    with formatter.section(tr("cli.usage.options")):
        formatter.write_dl([(usage_of(option), option.words) for option in options])


def usage_pieces(command: click.Command, ctx: click.Context) -> str:
    """Return what follows the name of a command in its usage."""
    words = {key: tr(key) for key in (SOME_OPTIONS, COMMAND)}
    return " ".join(words.get(piece, piece) for piece in command.collect_usage_pieces(ctx))


def usage_of(option: click.Option) -> str:
    """Return the names of an option, with what its value stands for."""
    return f"{', '.join(option.opts)} {option.metavar or ''}".rstrip()


class NamedPath(click.Path):
    """A path parameter that refuses an empty value, which would mean the current folder."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        if value == "":
            self.fail("", param, ctx)
        return super().convert(value, param, ctx)


class LocalisedOption(click.Option):
    """An option whose help is the text ``cli.option.<key>`` with `values`."""

    def __init__(
        self,
        name: str,
        key: str,
        values: Mapping[str, str],
        **settings: Any,  # noqa: ANN401 - click's own
    ) -> None:
        super().__init__(name.split(), **settings)
        self._key = key
        self._values = values

    @property
    def words(self) -> str:
        """The help."""
        return tr(f"cli.option.{self._key}", **self._values)


def option(
    name: str,
    key: str = "",
    values: Mapping[str, str] | None = None,
    **settings: Any,  # noqa: ANN401 - click's own
) -> LocalisedOption:
    """Return an option with the key of its help; `key` defaults to its first name."""
    key = key or name.partition(" ")[0].lstrip("-").replace("-", "_")
    return LocalisedOption(name, key, values or {}, **settings)


def common_options() -> list[click.Parameter]:
    """Return the options common to the program and all commands."""
    return [
        option("--store", metavar="PATH", expose_value=False, callback=_take("named_store")),
        option(
            "--lang",
            type=click.Choice(LANGUAGES),
            metavar="ja|en",
            expose_value=False,
            callback=_take("named_language"),
        ),
        option("--help -h", is_flag=True, is_eager=True, expose_value=False, callback=_show_help),
    ]


def version_option() -> click.Parameter:
    """Return the option that prints the name and the version of the program."""
    return option(
        "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version
    )


def _take(name: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def take(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
        if value is not None:
            setattr(ctx.find_object(Call), name, value)

    return take


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(ctx.get_help())
        ctx.exit()


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        from importlib.metadata import version

        click.echo(f"Workshop App {version('workshop-app')}")
        ctx.exit()


def refusal(error: click.ClickException) -> UserError:
    """Return a click error as a UserError with a text in the user's language."""
    if isinstance(error, NoSuchOption):
        return InvalidInput("cli.usage.no_option", word=error.option_name)
    if isinstance(error, click.MissingParameter):
        return InvalidInput("cli.usage.missing", word=_name_of(error.param))
    if isinstance(error, click.BadOptionUsage):
        return InvalidInput("cli.usage.needs_value", word=error.option_name)
    if isinstance(error, click.BadParameter):
        return InvalidInput("cli.usage.bad_value", word=_name_of(error.param))
    return InvalidInput("cli.usage.unclear")


def _name_of(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    if isinstance(param, click.Option):
        return param.opts[0]
    return param.metavar or str(param.name).upper()
