"""The whole workshop as one JSON file, for another laptop or program."""

from exports.files import OutputFile
from exports.material import Material
from workshop_app.domain.workshop_json import to_json


def build(material: Material, *, private: bool) -> list[OutputFile]:
    """Return the workshop file, in which the customer is never masked.

    `private` includes private fields and mail addresses.
    """
    return [OutputFile(to_json(material.state, private=private).encode())]
