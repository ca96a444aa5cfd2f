"""The reader of the settings file of a mackerel-agent: its plugins and other features."""

import re
from collections.abc import Mapping
from typing import Any

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import AgentPlugin, AgentSettings, Reason
from workshop_app.services.imports.mackerel.field_reader import (
    FieldReader,
    LeftOutCounter,
    scope,
)
from workshop_app.services.imports.mackerel.program import program_of
from workshop_app.services.imports.mackerel.scrub import scrub

MOST_PLUGINS = 1_000
"""Maximum number of plugins in one file."""
_PLUGIN_KINDS = ("metrics", "checks", "metadata")
_AGENT_KEYS = {
    "apikey", "apibase", "pidfile", "root", "roles", "display_name", "http_proxy", "https_proxy",
    "cloud_platform", "disable_http_keep_alive", "host_status", "filesystems", "disks",
    "interfaces", "plugin", "diagnostic",
}  # fmt: skip
_FLAGS = (
    "include", "cloud_platform", "disable_http_keep_alive", "verbose", "silent", "diagnostic",
)  # fmt: skip
_TABLES = {
    "host_status": {"on_start": "on_start", "on_stop": "on_stop"},
    "filesystems": {"ignore": "ignore_filesystems", "use_mountpoint": "use_mountpoint"},
    "disks": {"ignore": "ignore_disks"},
    "interfaces": {"ignore": "ignore_interfaces", "use_adapter": "use_adapter"},
}
"""The tables with features of an agent: keys and the traits they mean."""
_PLUGIN_TRAITS = {
    "action": "action",
    "prevent_alert_auto_close": "prevent_alert_auto_close",
    "env": "env",
    "user": "user",
    "timeout_seconds": "timeout",
    "memo": "memo",
    "include_pattern": "include_pattern",
    "exclude_pattern": "exclude_pattern",
    "use_plugin_timestamp": "plugin_timestamp",
}
_DURATION = re.compile(r"(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?")


def is_agent_table(table: Mapping[str, Any]) -> bool:
    """Return whether a TOML file has the tables and keys of an agent's settings."""
    plugin = table.get("plugin")
    if isinstance(plugin, dict) and plugin.keys() & set(_PLUGIN_KINDS):
        return True
    return "include" in table or len(table.keys() & (_AGENT_KEYS - {"plugin", "root"})) > 0


def agent_settings(table: Mapping[str, Any], left_out: LeftOutCounter) -> AgentSettings:
    """Return the settings without secrets; raises InvalidInput for too many plugins."""
    thing = FieldReader(table, left_out)
    traits = _traits(thing)
    thing.private("apikey", "apibase", "http_proxy", "https_proxy")
    thing.unused("pidfile", "root", "include", "plugin", "display_name_source")
    settings = AgentSettings(
        name=thing.text("display_name"),
        roles=_roles(thing),
        plugins=_plugins(thing.inside("plugin")),
        traits=tuple(traits),
    )
    thing.done()
    return settings


def _roles(thing: FieldReader) -> tuple[str, ...]:
    """Return the roles; the agent also accepts a single text."""
    one = thing.raw("roles")
    return (scope(scrub(one)),) if one else thing.scopes("roles")


def _traits(thing: FieldReader) -> list[str]:
    traits = ["proxy"] if thing.has("http_proxy") or thing.has("https_proxy") else []
    traits += [name for name in _FLAGS if thing.has(name)]
    for name, known in _TABLES.items():
        table = thing.inside(name)
        traits += [trait for key, trait in known.items() if table.has(key)]
        table.done()
    return traits


def _plugins(kinds: FieldReader) -> tuple[AgentPlugin, ...]:
    found = []
    for kind in _PLUGIN_KINDS:
        named = kinds.inside(kind)
        if len(found) + len(named.names) > MOST_PLUGINS:
            raise InvalidInput("imports.setup.refuse.many", most=MOST_PLUGINS)
        for name in named.names:
            values = named.value(name)
            if isinstance(values, dict):
                found.append(_plugin(kind, name, FieldReader(values, kinds.left_out)))
            else:
                kinds.left_out.add(Reason.FORM, kind)
    kinds.done()
    return tuple(found)


def _plugin(kind: str, name: str, thing: FieldReader) -> AgentPlugin:
    traits = tuple(trait for key, trait in _PLUGIN_TRAITS.items() if thing.has(key))
    thing.private("command", "env", "user", "memo", "action", "include_pattern", "exclude_pattern")
    interval = "execution_interval" if kind == "metadata" else "check_interval"
    plugin = AgentPlugin(
        kind=kind,
        name=scrub(name),
        program=program_of(thing.value("command")),
        interval=_minutes(thing, interval),
        notification_interval=_minutes(thing, "notification_interval"),
        attempts=thing.number("max_check_attempts"),
        custom_identifier=thing.text("custom_identifier"),
        traits=traits,
    )
    thing.done()
    return plugin


def _minutes(thing: FieldReader, name: str) -> int | None:
    """Return minutes from a number of minutes, or from a text such as 1h30m."""
    value = thing.value(name)
    if not isinstance(value, str):
        return thing.number(name)
    parts = _DURATION.fullmatch(value.strip())
    if parts is None or not any(parts.groups()):
        thing.left_out.add(Reason.FORM, name)
        return None
    hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    total = hours * 3600 + minutes * 60 + seconds
    if total % 60:
        thing.left_out.add(Reason.FORM, name)
        return None
    return total // 60
