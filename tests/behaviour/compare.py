"""Summarises how two records differ."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from pathlib import Path

from PIL import Image, ImageChops

_ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_NUMBER = re.compile(r"^\d+-")
_CONTEXT = 40
"""Characters shown before and after a difference in a long line."""
_LONGEST = 240
_PICTURES = ("screens", "audience")


def compare(old: Path, new: Path, lines: int = 12) -> int:
    """Print how two records differ; return 1 if they do, otherwise 0.

    Each difference is shown once, with the number of further steps that have it too, and at most
    `lines` lines of it.
    """
    told = [line for run in _names(old, new) for line in _run(old / run, new / run, lines)]
    print("\n".join(told) if told else "no difference")  # noqa: T201
    return 1 if told else 0


def pixel_share(old: Path, new: Path) -> float:
    """Return the share of pixels that differ, from 0 to 1; 1 if the sizes do."""
    if old.read_bytes() == new.read_bytes():
        return 0.0
    first, second = (Image.open(file).convert("RGB") for file in (old, new))
    if first.size != second.size:
        return 1.0
    bands = ImageChops.difference(first, second).split()
    largest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    same = largest.histogram()[0]
    return 1.0 - same / (first.width * first.height)


def _names(*folders: Path) -> list[str]:
    return sorted({each.name for folder in folders if folder.is_dir() for each in folder.iterdir()})


def _run(old: Path, new: Path, lines: int) -> Iterator[str]:
    """Yield the differences of one run, under a heading."""
    if not (old.is_dir() and new.is_dir()):
        yield f"# {new.name}: only in the {'old' if old.is_dir() else 'new'} record"
        return
    found = [*_texts(old, new, lines), *_steps(old, new, lines), *_pictures(old, new)]
    if found:
        yield f"# {new.name}"
        yield from found


def _texts(old: Path, new: Path, lines: int) -> Iterator[str]:
    """Compare the files of the whole run."""
    files = {
        file.relative_to(folder)
        for folder in (old, new)
        for pattern in ("*.*", "papers/*")
        for file in folder.glob(pattern)
    }
    for name in sorted(files):
        before, after = old / name, new / name
        if not (before.exists() and after.exists()):
            yield f"{name}: only in the {'old' if before.exists() else 'new'} record"
        elif name.suffix == ".png":
            yield from _share(name.as_posix(), before, after)
        elif before.read_bytes() != after.read_bytes():
            yield f"{name}:"
            yield from _short(_changes(_lines(before), _lines(after)), lines)


def _steps(old: Path, new: Path, lines: int) -> Iterator[str]:
    """Compare the texts of the steps, each different change once."""
    pairs, alone = _aligned(old / "steps", new / "steps")
    yield from alone
    seen: dict[tuple[str, ...], list[str]] = {}
    for before, after in pairs:
        if before.read_bytes() != after.read_bytes():
            change = tuple(_changes(_lines(before), _lines(after)))
            seen.setdefault(change, []).append(after.stem)
    for change, (first, *others) in seen.items():
        yield f"step {first}{f' and {len(others)} more, to {others[-1]}' if others else ''}:"
        yield from _short(change, lines)


def _pictures(old: Path, new: Path) -> Iterator[str]:
    for kind in _PICTURES:
        pairs, _alone = _aligned(old / kind, new / kind)
        for before, after in pairs:
            yield from _share(f"{kind}/{after.name}", before, after)


def _share(name: str, before: Path, after: Path) -> Iterator[str]:
    share = pixel_share(before, after)
    if share:
        yield f"{name}: {share:.2%} of the pixels"


def _aligned(old: Path, new: Path) -> tuple[list[tuple[Path, Path]], list[str]]:
    """Return the pairs of files of the same step, and a line for each step without another.

    Steps are the same if page and key are, in their order.
    """
    before, after = (sorted(folder.iterdir()) if folder.is_dir() else [] for folder in (old, new))
    keys = [[_NUMBER.sub("", file.name) for file in files] for files in (before, after)]
    pairs: list[tuple[Path, Path]] = []
    alone: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += zip(before[i:j], after[k:m], strict=True)
        else:
            alone += [f"step {file.stem}: only in the old record" for file in before[i:j]]
            alone += [f"step {file.stem}: only in the new record" for file in after[k:m]]
    return pairs, alone


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _changes(old: list[str], new: list[str]) -> list[str]:
    """Return removed and added lines; ids count only if nothing else differs.

    Of long lines that replace each other only the part around their difference is returned.
    """
    plain = [[_ID.sub("ID", line) for line in lines] for lines in (old, new)]
    only_ids = plain[0] == plain[1]
    before, after = (old, new) if only_ids else plain
    changed = ["  only ids:"] if only_ids else []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, come = before[i:j], after[k:m]
        if len(gone) == len(come):
            gone, come = zip(*map(_around_difference, gone, come), strict=True)
        changed += [f"  -{line}" for line in gone]
        changed += [f"  +{line}" for line in come]
    return changed


def _around_difference(old: str, new: str) -> tuple[str, str]:
    """Return two lines without what is equal at their beginnings and ends, if that is long."""
    start = max(0, _common(old, new) - _CONTEXT)
    end = _common(old[start:][::-1], new[start:][::-1]) - _CONTEXT
    return tuple(
        f"{'…' if start else ''}{line[start : len(line) - max(end, 0)]}{'…' if end > 0 else ''}"
        for line in (old, new)
    )


def _common(old: str, new: str) -> int:
    """Return the number of equal characters at the beginning of two texts."""
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _short(lines: Sequence[str], most: int) -> list[str]:
    """Return the first lines, cut to a readable length."""
    cut = [line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines[:most]]
    left = len(lines) - most
    return [*cut, *([f"  … {left} more lines"] if left > 0 else [])]
