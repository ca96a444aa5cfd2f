"""The kit all screens are made of. Import each class from its own module.

Words:
- `text.Text(role, text, wrap=True)`: plain text by type role (`ui.theme.roles`), never cut.
- `key_hint.KeyHint("Alt+1")`: one key combination in a box.

Buttons:
- `action_button.ActionButton(text, icon, key, kind)`: primary, secondary, quiet, request, card,
  danger; the key is drawn in it and presses it. `size=` small, normal, large.
- `icon_button.IconButton(icon, name, key)`: picture only, with tool tip and accessible name.
- `shortcut.Shortcut(key, owner, then)`: a key that works while `owner` is visible.

Fields:
- `entry_line.EntryLine(label, placeholder, icon=, button=, name=)`: the big line; `entered(str)`.

Frames:
- `flow.Flow(gap)`: a layout that wraps.
- `focus_ring.FocusRing(window)`: one per window; draws the ring around what has the keyboard.
"""
