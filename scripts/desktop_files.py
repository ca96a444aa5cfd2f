"""Icons, man pages and shell completion, made of the program itself.

    python scripts/desktop_files.py SHARE ICONS

SHARE gets the files of a folder `share` on Linux, ICONS one file of all sizes for each other
system. It is run by the Python of `.venv`, since it imports the program.
"""

import os
import sys
from collections.abc import Collection
from pathlib import Path

import click
from click.shell_completion import get_completion_class
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from workshop_app.cli.localised import LocalisedOption, usage_of, usage_pieces
from workshop_app.cli.program import NAME, program
from workshop_app.i18n import LANGUAGES, set_language, tr
from workshop_app.package_files import package_folder

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
COMPLETIONS = {
    "bash": f"bash-completion/completions/{NAME}",
    "zsh": f"zsh/vendor-completions/_{NAME}",
    "fish": f"fish/vendor_completions.d/{NAME}.fish",
}
MANUAL = "en"
"""The language of the page that has no language in its path."""


def write_icons(share: Path, icons: Path) -> None:
    """Write the icon of the program in the sizes of the theme `hicolor`, .ico and .icns."""
    _app = QGuiApplication([])
    mark = (package_folder("icons") / "app-mark.svg").read_bytes()
    drawing = QSvgRenderer(mark)
    theme = share / "icons" / "hicolor"
    for size in SIZES:
        _save(_drawn(drawing, size), theme / f"{size}x{size}" / "apps" / f"{NAME}.png")
    _write(theme / "scalable" / "apps" / f"{NAME}.svg", mark.decode())
    _save(_drawn(drawing, 256), icons / f"{NAME}.ico")
    _save(_drawn(drawing, 512), icons / f"{NAME}.icns")


def write_completions(share: Path) -> None:
    """Write a script for each shell, which asks the program for what can follow."""
    variable = f"_{NAME}_COMPLETE".replace("-", "_").upper()
    for shell, place in COMPLETIONS.items():
        found = get_completion_class(shell)
        if found is not None:
            script = found(program(), {}, NAME, variable)
            _write(share / place, found.source_template % script.source_vars())


def write_manuals(share: Path) -> None:
    """Write the man page in each language."""
    for language in LANGUAGES:
        set_language(language)
        place = Path("man") if language == MANUAL else Path("man") / language
        _write(share / place / "man1" / f"{NAME}.1", _manual())


def _manual() -> str:
    top = program()
    ctx = click.Context(top, info_name=NAME)
    lines = [f'.TH {NAME.upper()} 1 "" "Workshop App"']
    lines += [".SH NAME", f"{NAME} \\- {_roff(tr(top.help or ''))}"]
    lines += [f".SH {tr('cli.usage.prefix').rstrip(':：').upper()}", *_usage(top, ctx)]
    lines += [f".SH {tr('cli.usage.options').rstrip(':：').upper()}", *_options(top)]
    lines += [f".SH {tr('cli.usage.commands').rstrip(':：').upper()}"]
    lines += [".SS FILE", _roff(tr("cli.help.file"))]
    common = {option.name or "" for option in top.params}
    for name in top.list_commands(ctx):
        command = top.get_command(ctx, name)
        if command is not None:
            lines += [f".SS {name}", *_usage(command, click.Context(command, ctx, name))]
            lines += [".PP", _roff(tr(command.help or ""))]
            lines += _options(command, without=common)
    return "\n".join(lines) + "\n"


def _usage(command: click.Command, ctx: click.Context) -> list[str]:
    return [".PP", f"\\fB{_roff(ctx.command_path)}\\fR {_roff(usage_pieces(command, ctx))}"]


def _options(command: click.Command, without: "Collection[str]" = ()) -> list[str]:
    lines = []
    for option in command.params:
        if isinstance(option, LocalisedOption) and option.name not in without:
            lines += [".TP", f"\\fB{_roff(usage_of(option))}\\fR", _roff(option.words)]
    return lines


def _roff(text: str) -> str:
    text = " ".join(text.replace("\\", "\\e").replace("-", "\\-").split())
    return f"\\&{text}" if text.startswith((".", "'")) else text


def _drawn(drawing: QSvgRenderer, size: int) -> QImage:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def _save(image: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        sys.exit(f"{path} could not be written.")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    to_share, to_icons = map(Path, sys.argv[1:])
    write_icons(to_share, to_icons)
    write_completions(to_share)
    write_manuals(to_share)
