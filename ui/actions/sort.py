"""Actions of step 4, Sort."""

from __future__ import annotations

from ui.actions.action_def import action, numbered, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    pair("sort.theme", "Alt+Up", "Alt+Down"),
    numbered("sort.put", "Alt+{n}", last=9),
    action("sort.unsorted", "Alt+0", label="sort.to_unsorted"),
    pair("sort.move", "Alt+Shift+Up", "Alt+Shift+Down"),
    action("sort.select", "Space", "Alt+Space", label="sort.tick"),
    action("sort.merge", "M", Meaning.MERGE, label="sort.merge", icon="merge"),
    action("sort.unmerge", "U", Meaning.UNMERGE, label="sort.unmerge", icon="undo"),
    action("sort.take_hint", Meaning.ACCEPT, label="sort.merge", icon="merge"),
    action("sort.dismiss_hint", Meaning.TAKE_BACK, label="sort.hint.no", icon="close"),
    action("sort.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("sort.park", Meaning.PARK, label="list.park", icon="archive"),
    action("sort.parking", Meaning.LIST, icon="archive"),
    action("sort.split", Meaning.SPLIT, label="sort.split.open", icon="split"),
    action("sort.reword", Meaning.WORDING, label="sort.reword.open", icon="pen"),
    numbered("sort.ask", "Alt+{n}", last=5),
    action("sort.details", Meaning.DETAILS, label="sort.details.open"),
    action("sort.new", Meaning.NEW, label="sort.new_theme", icon="plus"),
    action("sort.rename", Meaning.CHANGE, label="sort.rename", icon="pen"),
    action("sort.remove", "Alt+Del", label="sort.remove", icon="trash"),
    action("sort.skip", Meaning.SKIP, label="sort.skip", icon="arrow-right"),
)
