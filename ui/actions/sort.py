"""What can be done in step 4, Sort."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair

ACTIONS = (
    pair("sort.theme", "Alt+Up", "Alt+Down"),
    numbered("sort.put", "Alt+{n}", last=9),
    action("sort.unsorted", "Alt+0"),
    action("sort.select", "Space", "Alt+Space"),
    action("sort.merge", "M", "Alt+M"),
    action("sort.unmerge", "U", "Alt+U"),
    action("sort.take_hint", "Alt+Y"),
    action("sort.dismiss_hint", "Alt+X"),
    action("sort.park", "Alt+P"),
    action("sort.parking", "Alt+L"),
    action("sort.split", "Alt+S"),
    action("sort.reword", "Alt+W"),
    numbered("sort.ask", "Alt+{n}", last=5),
    action("sort.details", "Alt+D"),
    action("sort.new", "Alt+N"),
    action("sort.rename", "Alt+R"),
    action("sort.remove", "Alt+Del"),
    action("sort.skip", "Alt+K"),
)
