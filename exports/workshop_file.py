"""The whole workshop as a file, to be imported on another computer."""

import gzip

from exports.files import OutputFile
from exports.material import Material
from workshop_app.domain.workshop_json import to_json


def build(material: Material, *, private: bool = False) -> list[OutputFile]:
    """Return the file, if `private` with private notes; the customer is never masked in it.

    Without a time and a name in it, the same workshop gives the same bytes.
    """
    text = to_json(material.state, private=private)
    return [OutputFile(gzip.compress(text.encode(), compresslevel=9, mtime=0))]
