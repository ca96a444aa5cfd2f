"""Tool tips with users' text."""


def plain_tip(text: str) -> str:
    """Return a tool tip that shows `text` as it was typed, in lines of Qt's usual width.

    Qt takes a tool tip for markup where it looks like it, and wraps only markup, so the text is
    escaped within a paragraph. An empty text gives no tool tip.
    """
    from html import escape  # not on the start path

    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""
