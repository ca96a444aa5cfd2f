"""Actions of step 2, Context."""

from __future__ import annotations

from ui.actions.action_def import action, each, numbered, pair
from ui.actions.meanings import Meaning

ACTIONS = (
    pair("context.question", "Alt+Up", "Alt+Down"),
    numbered("context.speaker", "Alt+{n}", last=9),
    action("context.nobody", "Alt+0"),
    each("context.mark", Meaning.WORKS_WELL, Meaning.GIVEN_UP, Meaning.UNCLEAR),
    action("context.problem", "Alt+Enter", label="context.make_problem", icon="arrow-right"),
    action("context.told", Meaning.FROM_FILES, label="setup.answers.take", icon="plus"),
    action("context.others", Meaning.LIST, label="context.open_others", icon="chevron-down"),
    action("context.correct", Meaning.EDIT, label="context.correct", icon="pen"),
    action("context.remove", "Alt+Del", label="context.remove", icon="trash"),
    action("context.own", Meaning.NEW, label="context.own", icon="plus"),
    action("context.skip", Meaning.SKIP, label="context.skip", icon="arrow-right"),
)
