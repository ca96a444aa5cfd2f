"""All lists of the window: rows are data, and one view paints them page by page.

- `row.Row(id, text, before=, after=, lines=, ...)`: what a row shows; `rows(state)` of a page is a
  pure function that returns them.
- `cells`: `Number`, `Words`, `Icon`, `Tick`, `Button`, `Outcome`, `Fit`, `Bar` and others, before
  and after the text; a page with a picture of its own has a subclass of `Cell`.
- `paged_list.PagedList(label, role=, style=)`: the list with a caption; signals `current_changed`,
  `activated`, `acted`, `ticked` with the row's id. With `style.paper` it spans the page.
- `view.RowsView(role, style)`: pages of whole rows, keys, wheel, mouse, and one accessible child
  per row; `style` has the measures, `open_editor` shows a widget in a row, or in the head of a
  group (``Row.head``); `scroll_bar.ScrollBar` moves it by rows.
- `marked_rows.MarkedRowsView(role, cells)`: rows get further cells when they come onto the page.
"""
