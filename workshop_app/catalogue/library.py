"""All catalogues together: Mackerel's, and those of somebody's own beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.catalogue.about import ABOUT
from workshop_app.catalogue.loader import Catalogue, key_of, load_other
from workshop_app.catalogue.reading import Fault
from workshop_app.domain.solution import Solution


class Entries(Mapping[str, Solution]):
    """The entries of several catalogues by id; an id of an earlier edition leads there too."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._now: dict[str, Solution] = {}
        self._renamed: dict[str, str] = {}
        for catalogue in catalogues:
            self._now |= catalogue.solutions
            self._renamed |= catalogue.renamed

    def __getitem__(self, solution_id: str) -> Solution:
        return self._now[self.today_id(solution_id)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._now)

    def __len__(self) -> int:
        return len(self._now)

    def today_id(self, solution_id: str) -> str:
        """Return the id under which an entry goes in today's editions."""
        return self._renamed.get(solution_id, solution_id)


@dataclass(frozen=True, slots=True)
class OtherCatalogue:
    """A catalogue beside Mackerel's, and the folder it was read from."""

    folder: Path
    catalogue: Catalogue


def folders_in(place: Path) -> list[Path]:
    """Return the folders of catalogues in `place`, by name; none when it does not exist."""
    try:
        found = [folder for folder in place.iterdir() if folder.is_dir()]
    except OSError:
        return []
    return sorted(found, key=lambda folder: folder.name)


def load_others(folders: Iterable[Path]) -> tuple[OtherCatalogue, ...]:
    """Read the catalogue of each folder, each once.

    Of two folders with one name the first counts, since their ids would be the same; the other
    gives no entries and a fault that says so.
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
