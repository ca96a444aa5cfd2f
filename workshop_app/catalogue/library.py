"""All catalogues together: Mackerel's and the facilitator's own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from workshop_app.catalogue.about import ABOUT
from workshop_app.catalogue.editions import MACKEREL_KEY, EditionFile, newest
from workshop_app.catalogue.loader import Catalogue, key_of, load_other
from workshop_app.catalogue.reading import Fault
from workshop_app.domain.solution import Solution


class Entries(Mapping[str, Solution]):
    """The entries of several catalogues by id; ids of earlier versions are accepted."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._entries: dict[str, Solution] = {}
        self._renamed: dict[str, str] = {}
        for catalogue in catalogues:
            self._entries |= catalogue.solutions
            self._renamed |= catalogue.renamed

    def __getitem__(self, solution_id: str) -> Solution:
        return self._entries[self._renamed.get(solution_id, solution_id)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def canonical_id(self, solution_id: str) -> str:
        """Return the id of an entry in the current version."""
        return self._renamed.get(solution_id, solution_id)


class OtherCatalogue(NamedTuple):
    """A catalogue other than Mackerel's, and the folder it was read from.

    If a newer `edition` was added as a file, the catalogue is that edition, and `own` is the one in
    the folder; without a folder, `folder` is the file.
    """

    folder: Path
    catalogue: Catalogue
    edition: EditionFile | None = None
    own: Catalogue | None = None


def folders_in(place: Path) -> list[Path]:
    """Return the folders in `place`, sorted by name; none if it cannot be read."""
    try:
        found = [folder for folder in place.iterdir() if folder.is_dir()]
    except OSError:
        return []
    return sorted(found, key=lambda folder: folder.name)


def load_others(
    folders: Iterable[Path],
    editions: Sequence[EditionFile] = (),
    mackerel: Catalogue | None = None,
) -> tuple[OtherCatalogue, ...]:
    """Read the catalogue of each folder once, or a newer one among the `editions`.

    If two folders have the same name, and so the same ids, the second yields a fault and no
    entries.
    """
    found: dict[Path, OtherCatalogue] = {}
    keys = {MACKEREL_KEY: Path()}
    for folder in folders:
        place = folder.absolute()
        if place in found:
            continue
        key = key_of(place)
        if keys.get(key, Path()) != Path():
            taken = Catalogue(key, "", {}, (Fault(ABOUT, 1, "", "same_folder", {"name": key}),))
            found[place] = OtherCatalogue(place, taken)
            continue
        own = load_other(place, mackerel)
        # an edition with the key of the built-in catalogue belongs to Mackerel's
        files = editions if key not in keys else ()
        used, edition = newest(own, files, key, mackerel)
        found[place] = OtherCatalogue(place, used or own, edition, own if edition else None)
        keys[key] = place
    for file in editions:
        if file.key not in keys and not file.taken_back:
            keys[file.key] = file.path
            used, edition = newest(None, editions, file.key, mackerel)
            if used is not None:
                place = edition.path if edition else file.path
                found[place] = OtherCatalogue(place, used, edition)
    return tuple(found.values())
