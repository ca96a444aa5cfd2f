"""Determines which program a command line runs: its bare name, never its arguments."""

import re

from workshop_app.services.imports.mackerel.scrub import scrub

_WORD = re.compile(r"(?:[^\s\"']|\"[^\"]*\"|'[^']*')+")
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._+-]{0,59}")
_PLUGIN = re.compile(
    r"(?<![\w=-])(?:[^\s\"'=:@]*[/\\])?(check-[a-z0-9][a-z0-9-]{1,40}|mackerel-plugin-[a-z0-9-]{1,40}|mkr)"
    r"(?:\.exe)?(?=[\s\"']|$)"
)
_LAUNCHERS = frozenset(
    (
        "sudo", "env", "nice", "ionice", "timeout", "time", "nohup", "setlock", "flock", "chroot",
        "sh", "bash", "dash", "zsh", "cmd", "powershell", "docker", "su", "runuser", "setuidgid",
    )
)  # fmt: skip


def program_of(command: object) -> str:
    """Return the bare name of the program that a command line, or a list of its words, runs.

    For sudo, a shell and the like it is the plugin that they start, recognised by its name. Empty
    if the program is uncertain.
    """
    if isinstance(command, list):
        words = [word for word in command if isinstance(word, str)]
        if len(words) != len(command):
            return ""
    elif isinstance(command, str):
        words = _split(command)
    else:
        return ""
    while words and _ASSIGNMENT.match(words[0]):
        words = words[1:]
    if not words:
        return ""
    name = _bare(words[0])
    if name not in _LAUNCHERS:
        return name
    started = next((found[1] for word in words[1:] if (found := _PLUGIN.match(word))), "")
    return started or name


def _split(command: str) -> list[str]:
    """Return the words of a command line; none if a quotation mark is not closed."""
    if len(command) > 20_000 or command.count('"') % 2 or command.count("'") % 2:
        return []
    return [word.strip("\"'") for word in _WORD.findall(command)]


def _bare(word: str) -> str:
    name = word.replace("\\", "/").rpartition("/")[2]
    if not scrub(word).endswith(name):  # the end of a secret or an address
        return ""
    name = name[:-4] if name.casefold().endswith(".exe") else name
    return name if _NAME.fullmatch(name) and scrub(name) == name else ""
