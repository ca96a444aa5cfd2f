"""What is new after an update, from the documents of the program."""

from __future__ import annotations

from pathlib import Path

from workshop_app.i18n import language
from workshop_app.package_files import documents_folder


def news() -> list[str]:
    """Return a heading with the version, and a sentence for each change."""
    text = document_file("news").read_text(encoding="utf-8").replace("`", "")
    return [line.lstrip("#- ") for line in text.splitlines() if line]


def news_version() -> str:
    """Return the version whose news these are."""
    return next(word for word in news()[0].split() if word[0].isdigit())


def document_file(name: str) -> Path:
    """Return a document for users in the language of the window."""
    return documents_folder() / f"{name}.{language()}.md"
