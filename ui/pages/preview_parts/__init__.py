"""Parts of the preview of papers."""
