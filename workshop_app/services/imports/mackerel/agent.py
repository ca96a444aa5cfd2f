"""The settings file of a mackerel-agent: which plugins it runs, and what else it is told to do."""

import re
from collections.abc import Mapping
from typing import Any

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import AgentPlugin, AgentSettings, Reason
from workshop_app.services.imports.mackerel.item import Item, Tally, scope
from workshop_app.services.imports.mackerel.program import program_of
from workshop_app.services.imports.mackerel.scrub import scrub

MOST_PLUGINS = 1_000
"""Plugins that one file may hold."""
_KINDS = ("metrics", "checks", "metadata")
_OWN = {
    "apikey", "apibase", "pidfile", "root", "roles", "display_name", "http_proxy", "https_proxy",
    "cloud_platform", "disable_http_keep_alive", "host_status", "filesystems", "disks",
    "interfaces", "plugin", "diagnostic",
}  # fmt: skip
_DURATION = re.compile(r"(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?")


def is_agent_table(table: Mapping[str, Any]) -> bool:
    """Tell whether a TOML file has the tables and keys of an agent's settings."""
    plugin = table.get("plugin")
    if isinstance(plugin, dict) and plugin.keys() & set(_KINDS):
        return True
    return len(table.keys() & (_OWN - {"plugin", "root"})) > 0


def agent_settings(table: Mapping[str, Any], file: str, tally: Tally) -> AgentSettings:
    """Return what the file says that is not secret; raises InvalidInput for too many plugins."""
    item = Item(table, tally)
    traits = _traits(item)
    item.private("apikey", "apibase", "http_proxy", "https_proxy")
    item.unused("pidfile", "root", "include", "plugin", "display_name_source")
    settings = AgentSettings(
        name=item.text("display_name"),
        roles=_role_names(item),
        plugins=_plugins(Item(item.inner("plugin"), tally), file),
        traits=tuple(traits),
    )
    item.done()
    return settings


def _role_names(item: Item) -> tuple[str, ...]:
    """Return the roles; the agent takes a single text too."""
    one = item.raw("roles")
    return (scope(scrub(one)),) if one else item.scopes("roles")


def _traits(item: Item) -> list[str]:
    traits = ["proxy"] if item.has("http_proxy") or item.has("https_proxy") else []
    for name in ("include", "cloud_platform", "disable_http_keep_alive", "verbose", "silent"):
        traits += [name] if item.has(name) else []
    traits += ["diagnostic"] if item.has("diagnostic") else []
    tables = {
        "host_status": {"on_start": "on_start", "on_stop": "on_stop"},
        "filesystems": {"ignore": "ignore_filesystems", "use_mountpoint": "use_mountpoint"},
        "disks": {"ignore": "ignore_disks"},
        "interfaces": {"ignore": "ignore_interfaces", "use_adapter": "use_adapter"},
    }
    for name, known in tables.items():
        table = Item(item.inner(name), item.tally)
        traits += [trait for key, trait in known.items() if table.has(key)]
        table.done()
    return traits


def _plugins(kinds: Item, file: str) -> tuple[AgentPlugin, ...]:
    found = []
    for kind in _KINDS:
        named = kinds.inner(kind)
        if len(found) + len(named) > MOST_PLUGINS:
            raise InvalidInput("imports.setup.refuse.many", file=file, most=MOST_PLUGINS)
        for name, values in named.items():
            if isinstance(values, dict):
                found.append(_plugin(kind, name, Item(values, kinds.tally)))
            else:
                kinds.tally.add(Reason.FORM, kind)
    kinds.done()
    return tuple(found)


def _plugin(kind: str, name: str, item: Item) -> AgentPlugin:
    named = {
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
    traits = tuple(trait for key, trait in named.items() if item.has(key))
    item.private("command", "env", "user", "memo", "action", "include_pattern", "exclude_pattern")
    interval = "execution_interval" if kind == "metadata" else "check_interval"
    plugin = AgentPlugin(
        kind=kind,
        name=scrub(name),
        program=program_of(item.value("command")),
        interval=_minutes(item, interval),
        notification_interval=_minutes(item, "notification_interval"),
        attempts=item.number("max_check_attempts"),
        custom_identifier=item.text("custom_identifier"),
        traits=traits,
    )
    item.done()
    return plugin


def _minutes(item: Item, name: str) -> int | None:
    """Return minutes from a number of them, or from a text such as 1h30m."""
    value = item.value(name)
    if not isinstance(value, str):
        return item.number(name)
    parts = _DURATION.fullmatch(value.strip())
    if parts is None or not any(parts.groups()):
        item.tally.add(Reason.FORM, name)
        return None
    hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    total = hours * 3600 + minutes * 60 + seconds
    if total % 60:
        item.tally.add(Reason.FORM, name)
        return None
    return total // 60
