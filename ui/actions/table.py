"""The table of all declared actions, by place in the order of the cheat sheet."""

from __future__ import annotations

from itertools import groupby

from ui.actions.action_def import ActionDef, action, each, numbered, pair
from ui.actions.meanings import Meaning

MOST_OTHERS = 3
"""How many further workshops of the day the start page offers in projected mode."""

_TABLE = (
    # -- everywhere in the window
    action("everywhere.keys", Meaning.HELP, "?", label="menu.keys", icon="keyboard"),
    action("everywhere.palette", "Ctrl+K", label="menu.palette", icon="search"),
    action("everywhere.menu", "Ctrl+Shift+K", icon="menu"),
    action("everywhere.row_menu", "Menu", "Shift+F10"),
    action(
        "everywhere.customer", "Ctrl+U", label="menu.customer", icon="building", private_only=True
    ),
    action("everywhere.catalogue", "Ctrl+F", icon="book"),
    action("everywhere.last_time", "Ctrl+R", label="menu.last_time", icon="undo"),
    action("everywhere.settings", "Ctrl+,", icon="sliders"),
    action("everywhere.setup", "Ctrl+M", label="menu.setup", icon="server"),
    action(
        "everywhere.requests",
        "Ctrl+Shift+J",
        label="menu.requests",
        icon="plane",
        private_only=True,
    ),
    action(
        "everywhere.backups",
        "Ctrl+Shift+B",
        label="menu.backups",
        icon="archive",
        private_only=True,
    ),
    action("everywhere.primary", "Ctrl+Enter"),
    pair("everywhere.neighbour", "Ctrl+PgUp", "Ctrl+PgDown", when_locked=True),
    numbered("everywhere.step", "Ctrl+{n}", last=8),
    action("everywhere.papers", "Ctrl+E", label="menu.papers", icon="document"),
    action("everywhere.unentered", "Ctrl+Shift+T", icon="pen"),
    action("everywhere.participant", "Ctrl+Shift+G", label="menu.participant", icon="person"),
    action("everywhere.undo", "Ctrl+Z", icon="undo"),
    action("everywhere.redo", "Ctrl+Shift+Z", "Ctrl+Y", icon="redo"),
    action(
        "everywhere.freeze",
        Meaning.FREEZE,
        "F",
        label="menu.freeze",
        icon="pause",
        when_locked=True,
    ),
    action(
        "everywhere.black",
        Meaning.BLACK,
        "B",
        ".",
        label="menu.black",
        icon="black",
        when_locked=True,
    ),
    action("everywhere.swap", "S"),
    action("everywhere.later", "R", label="menu.reveal", icon="reveal", when_locked=True),
    action("everywhere.audience_display", "W", icon="screen"),
    action(
        "everywhere.timer",
        Meaning.TIMER,
        "T",
        label="menu.timer",
        icon="timer",
        when_locked=True,
    ),
    each("everywhere.longer", "Ctrl+Alt+1", "Ctrl+Alt+5", when_locked=True),
    action("everywhere.sleep", "Ctrl+Alt+C"),
    action("everywhere.shorten", "Ctrl+Alt+X"),
    action("everywhere.next_problem", "Ctrl+Alt+N"),
    action("everywhere.rest", "Ctrl+B", label="menu.rest", icon="sun"),
    action(
        "everywhere.note",
        "Ctrl+I",
        label="widgets.problem_side.way",
        icon="lock",
        private_only=True,
    ),
    action("everywhere.script", Meaning.GUIDE, icon="speech"),
    action(
        "everywhere.lock",
        "Ctrl+L",
        Meaning.PRESENT,
        label="menu.lock",
        icon="keyboard",
        when_locked=True,
    ),
    each("everywhere.text_size", "Ctrl++", "Ctrl+-"),
    each("everywhere.audience_text_size", "Ctrl+Alt++", "Ctrl+Alt+-"),
    action("everywhere.private", "Ctrl+Shift+P", label="menu.private", icon="lock"),
    # -- moving in lists and fields: the widgets handle these keys themselves
    pair("moving.rows", "Up", "Down"),
    pair("moving.pages", "PgUp", "PgDown"),
    action("moving.more", "Alt+PgDown"),
    action("moving.enter", "Enter"),
    action("moving.escape", "Esc"),
    action("moving.tick", "Space"),
    action("moving.delete", "Delete"),
    action("moving.next", "Tab"),
    # -- a row of a list: the lists handle these keys themselves
    action("row.open", "Enter", icon="arrow-right"),
    action("row.edit", "Enter", Meaning.EDIT, label="menu.row.edit", icon="pen"),
    action("row.choose", "Enter", icon="check"),
    action("row.take", "Enter", icon="undo"),
    action("row.tick", "Space", icon="check"),
    action("row.remove", "Delete", icon="trash"),
    # -- while a break covers the window
    numbered("rest.minutes", "{n}", last=3),
    action("rest.end", "Esc", "Ctrl+B"),
    action("rest.black", Meaning.BLACK, "B", "."),
    # -- start page
    action("start.begin", "Enter"),
    numbered("start.other", "Alt+{n}", last=MOST_OTHERS),
    action("start.new", "Ctrl+N", label="start.new.do"),
    action("start.sample", "Ctrl+O", label="start.sample.do"),
    action("start.second_visit", "Ctrl+Shift+R", label="start.second_visit.do"),
    action("start.rehearse", "Ctrl+Enter", label="start.first.rehearse", icon="play", page="way"),
    action("start.check", "Ctrl+T", icon="screen"),
    action(
        "start.customer",
        Meaning.PEOPLE,
        label="start.customer",
        icon="building",
        private_only=True,
    ),
    action(
        "start.take",
        "Ctrl+Shift+O",
        label="start.take.do",
        icon="upload",
        private_only=True,
    ),
    action("start.search", "/", private_only=True),
    action("start.homework", "Ctrl+I", label="start.homework.title", private_only=True),
    action(
        "start.delete",
        "Shift+Delete",
        label="start.records.delete_sure",
        icon="trash",
        private_only=True,
    ),
    # -- page of a customer over time
    pair("customer.section", "PgUp", "PgDown", private_only=True),
    action("customer.add", "Ctrl+N", label="customer.add", icon="plus", private_only=True),
    action(
        "customer.paste", "Ctrl+Shift+V", label="customer.paste", icon="paste", private_only=True
    ),
    action(
        "customer.file", "Ctrl+Shift+O", label="customer.file", icon="folder", private_only=True
    ),
    action("customer.edit", Meaning.EDIT, label="customer.edit", icon="pen", private_only=True),
    action(
        "customer.request",
        Meaning.DETAILS,
        label="last_time.requests.open",
        icon="arrow-right",
        private_only=True,
    ),
    action(
        "customer.other_way",
        Meaning.CHANGE,
        label="customer.other_way",
        icon="swap",
        private_only=True,
    ),
    action(
        "customer.follow",
        Meaning.TAKE_BACK,
        label="customer.follow",
        icon="undo",
        private_only=True,
    ),
    action(
        "customer.others", Meaning.LIST, label="customer.others", icon="building", private_only=True
    ),
    action(
        "customer.delete",
        "Shift+Delete",
        label="start.records.delete_sure",
        icon="trash",
        private_only=True,
    ),
    # -- requests of all workshops
    numbered("requests.show", "Alt+{n}", last=8, private_only=True),
    action("requests.news", Meaning.NEW, label="requests.news.do", icon="pen", private_only=True),
    action(
        "requests.change", Meaning.CHANGE, label="requests.change.do", icon="pen", private_only=True
    ),
    action(
        "requests.remove",
        Meaning.TAKE_BACK,
        label="requests.remove.do",
        icon="close",
        private_only=True,
    ),
    action(
        "requests.file",
        "Ctrl+Shift+O",
        label="requests.answers.open",
        icon="upload",
        private_only=True,
    ),
    action(
        "requests.export",
        "Ctrl+Shift+E",
        label="requests.export.do",
        icon="download",
        private_only=True,
    ),
    action(
        "requests.encrypted",
        Meaning.INPUT,
        label="requests.export.encrypted",
        icon="lock",
        private_only=True,
    ),
    action(
        "requests.names",
        Meaning.NAMED,
        label="requests.names.show",
        icon="eye",
        private_only=True,
    ),
    action(
        "requests.accept",
        Meaning.ACCEPT,
        label="requests.answered.do",
        icon="book",
        private_only=True,
    ),
    action(
        "requests.told", "Ctrl+Shift+H", label="requests.told.do", icon="check", private_only=True
    ),
    action(
        "requests.open",
        Meaning.DETAILS,
        label="requests.open.do",
        icon="arrow-right",
        private_only=True,
    ),
    # -- settings and on the user's own catalogues
    action("settings.paper_look", "Alt+1", icon="document"),
    action(
        "settings.catalogues",
        "Alt+2",
        label="settings.to_catalogues",
        icon="folder",
        private_only=True,
    ),
    action(
        "settings.add",
        "Ctrl+Shift+O",
        label="catalogues.add",
        icon="folder",
        private_only=True,
        page="catalogues",
    ),
    action(
        "settings.edition",
        "Ctrl+Shift+I",
        label="catalogues.edition.open",
        icon="document",
        private_only=True,
        page="catalogues",
    ),
    action(
        "settings.again",
        Meaning.AGAIN,
        label="catalogues.again",
        icon="refresh",
        private_only=True,
        page="catalogues",
    ),
    action(
        "settings.remove",
        "Shift+Delete",
        label="catalogues.remove",
        icon="close",
        private_only=True,
        page="catalogues",
    ),
    # -- copies of the records
    action("backups.copy", Meaning.NEW, icon="plus", private_only=True),
    action("backups.pin", Meaning.HOLD, label="backups.pin", icon="star", private_only=True),
    action(
        "backups.folder",
        "Ctrl+Shift+O",
        label="backups.second.choose",
        icon="usb",
        private_only=True,
    ),
    action(
        "backups.encrypt", Meaning.INPUT, label="backups.encrypt", icon="lock", private_only=True
    ),
    action(
        "backups.take", Meaning.FROM_FILES, label="backups.take", icon="upload", private_only=True
    ),
    action("backups.no_folder", Meaning.TAKE_BACK, private_only=True),
    # -- appearance of papers
    action(
        "paper_look.logo",
        "Ctrl+Shift+O",
        label="paper_look.choose_logo",
        icon="folder",
        private_only=True,
    ),
    action(
        "paper_look.no_logo",
        Meaning.TAKE_BACK,
        label="paper_look.drop_logo",
        icon="close",
        private_only=True,
    ),
    # -- step 1, Prepare
    pair("prepare.section", "PgUp", "PgDown"),
    action("prepare.paste", "Ctrl+Shift+V", label="prepare.advance_paste", icon="paste"),
    action("prepare.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("prepare.split", Meaning.SPLIT, label="paste.divide", icon="split"),
    action(
        "prepare.file",
        "Ctrl+Shift+O",
        label="prepare.advance_file",
        icon="folder",
        private_only=True,
    ),
    pair("prepare.minutes", "Alt+Down", "Alt+Up"),
    action("prepare.plans", Meaning.LIST, label="time.templates", icon="timer"),
    action("prepare.fit", Meaning.ACCEPT, icon="timer"),
    numbered("prepare.nth", "Alt+{n}", last=9),
    action("prepare.keep", Meaning.NEW),
    action("prepare.clear_time", Meaning.TAKE_BACK, icon="clock"),
    action("prepare.moved", Meaning.PEOPLE, icon="clock"),
    action("prepare.rules", Meaning.CHANGE, label="opening.write_rules", icon="pen"),
    action("prepare.anonymous", Meaning.CODES, label="opening.anonymous"),
    action("prepare.speakers_shown", Meaning.VIEW, label="opening.speakers_shown"),
    action("prepare.hold", Meaning.HOLD, label="prepare.advance_hold", private_only=True),
    # -- review of the previous visit
    pair("last_time.section", "PgUp", "PgDown"),
    numbered("last_time.answer", "{n}", last=3),
    numbered("last_time.person", "Alt+{n}", last=9),
    action("last_time.everybody", "Alt+0", label="last_time.add_all", icon="plus"),
    action("last_time.note", Meaning.WRITE, label="last_time.write", icon="pen"),
    action("last_time.entry", Meaning.CARD, label="last_time.problems.entry_do", icon="book"),
    action("last_time.take", Meaning.ACCEPT, label="last_time.problems.take", icon="plus"),
    action(
        "last_time.request",
        Meaning.DETAILS,
        label="last_time.requests.news",
        icon="pen",
        private_only=True,
    ),
    # -- page of the customer's set-up in Mackerel
    pair("setup.section", "PgUp", "PgDown"),
    numbered("setup.group", "Alt+{n}", last=4),
    action("setup.answer", "Enter", label="setup.open"),
    action(
        "setup.file", "Ctrl+Shift+O", label="setup.files.choose", icon="folder", private_only=True
    ),
    action("setup.remove", "Delete"),
    # -- step 2, Context
    pair("context.question", "Alt+Up", "Alt+Down"),
    numbered("context.speaker", "Alt+{n}", last=9),
    action("context.nobody", "Alt+0"),
    each("context.mark", Meaning.WORKS_WELL, Meaning.GIVEN_UP, Meaning.UNCLEAR),
    action("context.problem", "Alt+Enter", label="context.make_problem", icon="arrow-right"),
    action("context.told", Meaning.FROM_FILES, label="setup.answers.take", icon="plus"),
    action("context.others", Meaning.LIST, label="context.open_others", icon="swap"),
    action("context.correct", Meaning.EDIT, label="context.correct", icon="pen"),
    action("context.said_by", Meaning.PEOPLE_OF_ROW, label="context.change_said_by", icon="person"),
    action("context.remove", "Alt+Del", label="context.remove", icon="trash"),
    action("context.own", Meaning.NEW, label="context.own", icon="plus"),
    action("context.skip", Meaning.SKIP, label="context.skip", icon="arrow-right"),
    # -- step 3, List
    numbered("list.speaker", "Alt+{n}", last=9),
    action("list.nobody", "Alt+0"),
    action("list.nameless", Meaning.PEOPLE, icon="person"),
    action("list.paste", "Ctrl+Shift+V", label="list.paste", icon="tray"),
    action(
        "list.file",
        "Ctrl+Shift+O",
        label="prepare.advance_file",
        icon="folder",
        private_only=True,
    ),
    action("list.split", Meaning.SPLIT, label="paste.divide", icon="split"),
    action("list.correct", Meaning.EDIT, label="list.correct", icon="pen"),
    action("list.said_by", Meaning.PEOPLE_OF_ROW, label="list.change_said_by", icon="person"),
    action("list.writing", Meaning.WRITE, label="list.writing.open", icon="clock"),
    numbered("list.minutes", "{n}", last=4),
    each("list.done", "+", "-"),
    action("list.pause", "Space", label="list.writing.pause", icon="pause"),
    action("list.longer", "M", label="list.writing.longer", icon="plus"),
    each("list.sheet", "Alt+Right", "Alt+Left"),
    action("list.later", Meaning.REVEAL, label="list.later", icon="eye-off"),
    action("list.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("list.speakers_shown", Meaning.VIEW, label="opening.speakers_shown", icon="person"),
    action("list.park", Meaning.PARK, label="list.park", icon="archive"),
    action("list.parking", Meaning.LIST, icon="archive"),
    action("list.hold", Meaning.HOLD, label="list.hold_next", private_only=True),
    action("list.hold_row", Meaning.HOLD_ROW, label="list.hold", icon="eye-off", private_only=True),
    action("list.inbox", Meaning.HELD_LIST, icon="tray", private_only=True),
    action(
        "list.release", Meaning.REVEAL_HELD, label="list.inbox.all", icon="eye", private_only=True
    ),
    # -- step 4, Sort
    pair("sort.theme", "Alt+Up", "Alt+Down"),
    numbered("sort.put", "Alt+{n}", last=9),
    action("sort.themes", Meaning.THEMES, label="sort.to_theme", icon="theme"),
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
    action("sort.new", Meaning.NEW, icon="plus"),
    action("sort.rename", Meaning.CHANGE, label="sort.rename", icon="pen"),
    action("sort.remove", "Alt+Del", label="sort.remove", icon="trash"),
    action("sort.skip", Meaning.SKIP, label="sort.skip", icon="arrow-right"),
    # -- step 5, Choose
    action("choose.hand", "Enter", label="choose.count.next"),
    action("choose.field", Meaning.INPUT),
    action("choose.close", "Ctrl+Enter", label="choose.count.close"),
    action("choose.reopen", Meaning.TAKE_BACK, label="choose.rank.reopen", icon="undo"),
    action("choose.mark", "Space", "Alt+Space", label="choose.rank.mark", icon="check"),
    action("choose.top", Meaning.ACCEPT, label="choose.rank.top_do"),
    numbered("choose.settle", "Alt+{n}", last=3),
    action("choose.way", "Ctrl+Shift+D", label="choose.dots.to_dots", icon="swap"),
    pair("choose.ballot", "Alt+Up", "Alt+Down"),
    action("choose.again", Meaning.AGAIN, label="choose.rank.again", icon="refresh"),
    action("choose.tied", Meaning.AGAIN_IN_PART, label="choose.rank.tied", icon="rules"),
    action("choose.find", Meaning.HOLD, label="choose.rank.find", icon="people"),
    action("choose.heard", "Ctrl+Shift+M", label="list.way", icon="speech"),
    pair("choose.round", "Alt+Left", "Alt+Right"),
    # -- step 6, Solve
    action("solve.search", "/"),
    numbered("solve.choose", "Alt+{n}", last=9),
    pair("solve.problem", "Alt+Up", "Alt+Down"),
    pair("solve.gap", "Alt+Left", "Alt+Right"),
    action("solve.all", Meaning.LIST, label="solve.strip.list"),
    action("solve.wording", Meaning.WORDING, label="widgets.problem.wording", icon="pen"),
    action("solve.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("solve.details", Meaning.DETAILS, label="solve.foot.details"),
    action("solve.find", Meaning.HOLD, label="solve.find.begin", icon="people"),
    action("solve.hint", Meaning.REVEAL, label="solve.find.give", icon="lightbulb"),
    numbered("solve.found", "Alt+{n}", last=3),
    action("solve.trail", Meaning.VIEW, icon="route"),
    action("solve.card", Meaning.CARD, label="cards.outcome.card", icon="card"),
    numbered("solve.kind", "Alt+{n}", last=6),
    action("solve.answer", Meaning.INPUT, label="solve.foot.answer", icon="pen"),
    action("solve.edit_card", Meaning.EDIT, label="solve.edit_card.heading", icon="pen"),
    action("solve.request", Meaning.REQUEST, label="solve.foot.request", icon="plane"),
    action("solve.not_ours", Meaning.NOT_OURS, label="cards.outcome.not_ours", icon="circle-slash"),
    action("solve.note", Meaning.WRITE, label="solve.foot.notes", icon="note"),
    # -- step 7, Appraise
    numbered("appraise.answer", "{n}", "Alt+{n}", last=3),
    action("appraise.ground", "Enter"),
    pair("appraise.problem", "Alt+Up", "Alt+Down"),
    action("appraise.wording", Meaning.WORDING, label="widgets.problem.wording", icon="pen"),
    action("appraise.way", "Ctrl+Shift+M", label="list.way", icon="speech"),
    action("appraise.rules", Meaning.VIEW, label="appraise.foot.rules", icon="route"),
    action("appraise.more", Meaning.DETAILS, label="appraise.verdict.more"),
    action("appraise.overrule", Meaning.CHANGE, label="appraise.foot.overrule", icon="pen"),
    action(
        "appraise.voices",
        Meaning.LIST,
        label="appraise.foot.voices",
        icon="people",
        private_only=True,
    ),
    action(
        "appraise.same",
        Meaning.ACCEPT,
        label="appraise.voices.same",
        icon="check",
        private_only=True,
    ),
    action(
        "appraise.not_same",
        "Alt+Del",
        label="appraise.voices.not_same",
        icon="close",
        private_only=True,
    ),
    numbered("appraise.verdict", "{n}", "Alt+{n}", last=7),
    action(
        "appraise.take_back", Meaning.TAKE_BACK, label="appraise.overrule.take_back", icon="undo"
    ),
    action("appraise.request_text", Meaning.WRITE, label="appraise.foot.request"),
    action("appraise.request", Meaning.REQUEST, label="appraise.foot.make_request", icon="plane"),
    action("appraise.handed_over", "Ctrl+Shift+H", label="promises.hand_over.do", icon="plane"),
    # -- step 8, Wrap up
    pair("wrap_up.section", "PgUp", "PgDown"),
    numbered("wrap_up.person", "Alt+{n}", last=9),
    action("wrap_up.nobody", "Alt+0"),
    action("wrap_up.proposals", Meaning.LIST, icon="chevron-down"),
    action("wrap_up.problem", "Ctrl+Shift+N", icon="chevron-down"),
    action("wrap_up.insert", Meaning.ACCEPT, label="wrap_up.alone.insert", icon="plus"),
    action("wrap_up.more", Meaning.DETAILS, label="wrap_up.alone.more"),
    numbered("wrap_up.pointer", "{n}", "Alt+{n}", last=9),
    action("wrap_up.language", "Ctrl+Shift+L", label="wrap_up.community.language", icon="globe"),
    action("wrap_up.pass_on", "Ctrl+Shift+R", icon="plane"),
    action("wrap_up.handed_over", "Ctrl+Shift+H", label="promises.hand_over.do", icon="plane"),
    # -- papers, on their page and in Wrap up
    numbered("hand_outs.paper", "Alt+{n}", last=9),
    action("hand_outs.preview", Meaning.VIEW, label="preview.open", icon="document"),
    action("hand_outs.codes", Meaning.CODES, label="export.anonymous"),
    action(
        "hand_outs.name_customer", Meaning.NAMED, label="export.names_customer", private_only=True
    ),
    action("hand_outs.password", Meaning.INPUT, private_only=True),
    action(
        "hand_outs.folder",
        "Ctrl+Shift+O",
        label="wrap_up.papers.pick_folder",
        icon="folder",
        private_only=True,
    ),
    action("hand_outs.again", Meaning.AGAIN, label="wrap_up.papers.again", icon="refresh"),
    action("hand_outs.copy", "Ctrl+Shift+S", icon="usb"),
    action("hand_outs.mask", Meaning.HOLD, label="export.mask", private_only=True),
    action("hand_outs.release", Meaning.REVEAL, label="export.release", private_only=True),
    action("hand_outs.tick", "Space"),
    action("hand_outs.print", "Ctrl+P", label="given.print", icon="print"),
    action("hand_outs.open", "Ctrl+Shift+F", label="given.open", icon="folder"),
    action("hand_outs.forget", Meaning.TAKE_BACK, label="export.forget", icon="undo"),
    action("hand_outs.fill", Meaning.WRITE, label="promises.gaps.fill", icon="pen"),
    action(
        "hand_outs.facilitator",
        Meaning.PEOPLE,
        icon="people",
    ),
    action("hand_outs.handed_over", "Ctrl+Shift+H", label="promises.hand_over.do", icon="plane"),
    # -- preview of a paper
    numbered("preview.paper", "Alt+{n}", last=9),
    pair("preview.page", "PgUp", "PgDown"),
    action("preview.zoom", "Z", label="preview.wide"),
    action("preview.print", "Ctrl+P", label="preview.print", private_only=True),
)

ACTIONS: dict[str, tuple[ActionDef, ...]] = {
    place: tuple(group) for place, group in groupby(_TABLE, lambda one: one.place)
}
"""The actions of each place."""

_BY_ID = {definition.id: definition for definition in _TABLE}


def find(action_id: str) -> ActionDef:
    """Return the declared action with this id; raises KeyError."""
    return _BY_ID[action_id]


def key_of(action_id: str) -> str:
    """Return the first key of a declared action, which buttons show; raises KeyError."""
    return _BY_ID[action_id].keys[0]
