"""The alternative texts of the figures on a page, as read by a screen reader."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


def figure_words(page: PdfPage) -> list[str]:
    """Return the alternative texts of all figures on a page, in reading order."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        tops = [raw.FPDF_StructTree_GetChildAtIndex(tree, number) for number in range(count)]
        return [words for top in tops if top for words in _words_in(raw, top)]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _words_in(raw: Any, element: Any) -> Iterator[str]:  # noqa: ANN401 - of PDFium
    size = raw.FPDF_StructElement_GetAltText(element, None, 0)
    if size > 2:  # including the trailing zero
        buffer = ctypes.create_string_buffer(size)
        raw.FPDF_StructElement_GetAltText(element, buffer, size)
        yield buffer.raw.decode("utf-16-le").rstrip("\0")
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        kid = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if kid:
            yield from _words_in(raw, kid)
