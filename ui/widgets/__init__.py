"""The widget kit of all pages. Import each class from its own module.

Texts:
- `text.Text(role, text, wrap=True)`: plain text by text role (`ui.theme.roles`), never cut.
- `key_hint.KeyHint("Alt+1")`: one key combination in a box.
- `icon_label.IconLabel(name, colour, size)`: an icon next to a text.
- `error_line.ErrorLine()`: `show_sentence(text)` shows an error, an empty one hides it.
- `badge.Badge(kind, word=None, compact=)`: outcome shape and word on its tint.
- `fit.fit_word(level)`: the word for how well an answer fits.

Buttons:
- `action_button.ActionButton(text, icon, key, kind)`: primary, secondary, quiet, note, request,
  card, danger; with `listens=True` the key presses it. `size=` small, normal, large.
- `icon_button.IconButton(icon, name, size=)`: picture only, with tool tip and accessible name.
- `editor_buttons.editor_buttons()`: the pair that saves and cancels an editor.
- `check_button.CheckButton(text, shape, key)`: on or off; `toggled(bool)`. Shapes: `SWITCH`,
  `CHIP` for a name, `OPTION`, `TAB`.
- `check_group.CheckGroup`: `Option`s of which a `Rule` says how many are checked; `chosen(value)`,
  `value()`, `set_value`, `choose_number`. It is shown by
  `check_line.CheckLine(label, shape=)`: buttons on one line, the rest in a menu; `set_keys`;
  `check_group.CheckButtons(label, options, shape=)`: buttons on as many lines as needed.
- `menu.window_menu(widget)`: the menu of its window; `open_at`, `open_beside`, `open_within` with
  `MenuGroup`s of `MenuEntry`s.
- `key_action.KeyAction(keys, then, parent)`: a QAction with keys; `key_action(key, owner, then)`:
  a key that works while `owner` is visible.

Fields:
- `entry_line.EntryLine(label, placeholder, icon=, button=, name=)`: the large line; `entered(str)`;
  call `clear()` after the action succeeded.
- `labelled_field.LabelledField(label, lines=)`: a labelled field of a record, with one or several
  lines; `edited(str)`, `set_text` on refresh; `private=True` paints lock and bar.
- `count_field.CountField(label, most)`: `value_changed(int | None)`, `set_value`.
- `date_field.DateField(label)`: `edited("YYYY-MM-DD" | "")`, `show_value`; `DayWord`: the same
  as a word in a line of the page.
- `month_view.MonthView(label, day)`: the calendar of a date field; `picked(date)`.
- `time_field.TimeField(label)`: `edited("HH:MM" | "")`, `show_value`.
- `choice_word.ChoiceWord(label, nobody=, named=)`: one of `Option`s, in a list, or another name.

Lists:
- painted lists are in `ui.rows`.
- `column_heads.ColumnHeads(switch)`: columns or names, each with a menu of its roles, and a switch;
  `show_columns`, `role_chosen(column, role)`.
- `problem_head.ProblemHead(label, wording)`: the problem in large text, and the tabs;
  `show_problem`, `set_tabs`, `problem_requested(id)`.
- `long_text.LongText(role, most_lines)`: a few lines at a time; `turn()`.
- `more_button.MoreButton(long_text)`: turns its pages, visible while there are several.
- `thread.Thread([ThreadPart])`: first and concrete wording, connected by a line.

Frames:
- `sheet.Sheet(bar=, fill=)`: a group of parts, in a column; `add(part)`.
- `flow.Flow(gap)`: a layout that wraps.
- `qr_code.QrCode(name, side)`: `set_address`; `qr_code.HelpCode(words)`: one with words below.
- `closing_lines`: what the end of a workshop says, for window and audience display.
- `room_search_lines`: where to look while the room searches, for window and audience display.
- `timer_display.TimerDisplay()`: digits of equal width; `show_time(seconds, state)`.
- `toast.Toast(over, host)`: one sentence with the undo key; pages call `api.toast(...)` instead.
- `deferred_layout.DeferredLayout(owner, work)`: lays out once, after the event; a `resizeEvent`
  calls `invalidate()` and changes no other widget.
- `painted.Painted(parent)`: a widget that paints itself in `paint`, and follows the theme.
- `focus_ring.FocusRing(window)`: one per window; paints the ring around the focus widget.
"""
