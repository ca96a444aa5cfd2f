"""The text styles of a request's page, which is denser than other papers."""

from exports.pdf.styles import Style

ROW = Style(12, 16)
"""Text in halves and rows."""
WISH = Style(22, 30, bold=True, above=4, below=2)
"""The title of the dossier and of a request."""
