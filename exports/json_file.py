"""The whole workshop as one JSON file, to be read by another laptop or program."""

from exports.files import OutputFile
from exports.material import Material
from workshop_app.domain.workshop_json import to_json


def build(material: Material, *, private: bool) -> list[OutputFile]:
    """Return the workshop file, in which the customer keeps its name.

    `private` adds private notes, ambassador marks and mail addresses.
    """
    return [OutputFile(to_json(material.state, private=private).encode())]
