"""What can be done in step 4, Sort."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    pair("sort.theme", "Alt+Up", "Alt+Down"),
    numbered("sort.put", "Alt+{n}", last=9),
    action("sort.unsorted", "Alt+0", label="sort.to_unsorted"),
    pair("sort.move", "Alt+Shift+Up", "Alt+Shift+Down"),
    action("sort.select", "Space", "Alt+Space", label="sort.tick"),
    action("sort.merge", "M", "Alt+M", label="sort.merge", icon="merge"),
    action("sort.unmerge", "U", "Alt+U", label="sort.unmerge", icon="undo"),
    action("sort.take_hint", "Alt+Y", label="sort.merge", icon="merge"),
    action("sort.dismiss_hint", "Alt+X", label="sort.hint.no", icon="close"),
    action("sort.park", "Alt+P", label="list.park", icon="archive"),
    action("sort.parking", "Alt+L", icon="archive"),
    action("sort.split", "Alt+S", label="sort.split.open", icon="split"),
    action("sort.reword", "Alt+W", label="sort.reword.open", icon="pen"),
    numbered("sort.ask", "Alt+{n}", last=5),
    action("sort.details", "Alt+D", label="sort.details.open"),
    action("sort.new", "Alt+N", label="sort.new_theme", icon="plus"),
    action("sort.rename", "Alt+R", label="sort.rename", icon="pen"),
    action("sort.remove", "Alt+Del", label="sort.remove", icon="trash"),
    action("sort.skip", "Alt+K", label="sort.skip", icon="arrow-right"),
)
