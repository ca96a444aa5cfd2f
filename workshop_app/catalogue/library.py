"""All catalogues together: Mackerel's, and the facilitator's own ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.catalogue.about import ABOUT
from workshop_app.catalogue.loader import Catalogue, key_of, load_other
from workshop_app.catalogue.reading import Fault
from workshop_app.domain.solution import Solution


class Entries(Mapping[str, Solution]):
    """The entries of several catalogues by id, also by an id of an earlier version."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._entries: dict[str, Solution] = {}
        self._renamed: dict[str, str] = {}
        for catalogue in catalogues:
            self._entries |= catalogue.solutions
            self._renamed |= catalogue.renamed

    def __getitem__(self, solution_id: str) -> Solution:
        return self._entries[self.canonical_id(solution_id)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def canonical_id(self, solution_id: str) -> str:
        """Return the id of an entry in the current version."""
        return self._renamed.get(solution_id, solution_id)


@dataclass(frozen=True, slots=True)
class OtherCatalogue:
    """A catalogue other than Mackerel's, and the folder it was read from."""

    folder: Path
    catalogue: Catalogue


def folders_in(place: Path) -> list[Path]:
    """Return the folders in `place`, sorted by name; none if it cannot be read."""
    try:
        found = [folder for folder in place.iterdir() if folder.is_dir()]
    except OSError:
        return []
    return sorted(found, key=lambda folder: folder.name)


def load_others(folders: Iterable[Path]) -> tuple[OtherCatalogue, ...]:
    """Read the catalogue of each folder, each once.

    Of two folders with the same name, whose ids would be the same, the second gives no entries
    and a fault.
    """
    found: dict[Path, OtherCatalogue] = {}
    keys: set[str] = set()
    for folder in folders:
        place = folder.absolute()
        if place in found:
            continue
        key = key_of(place)
        taken = Catalogue(key, "", {}, (Fault(ABOUT, 1, "", "same_folder", {"name": key}),))
        found[place] = OtherCatalogue(place, taken if key in keys else load_other(place))
        keys.add(key)
    return tuple(found.values())
