"""User-defined catalogues in a folder."""

import re
import tempfile
import zipfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from workshop_app.catalogue.loader import Catalogue, load
from workshop_app.i18n import LANGUAGES, Texts

ABOUT_TEXT = """\
schema = 1
name = "社内の答え"
version = "2026-11-24"
languages = ["ja"]
"""
ENTRY_TEXT = """\
schema = 1
id = "{name}"
kind = "network"
checked = 2026-11-24

[ja]
name = "監視用VPN（社内窓口）"
what = "閉じた網から監視の通信だけを外へ通す、社内のVPN。"
problems = [
  "工場の網から外へ出られず、エージェントを入れられない",
  "閉域のサーバーだけ監視から外れている",
  "プロキシの申請が通らず、止まっている",
  "拠点のルーターの向こう側が見えない",
]
other_names = ["閉域接続", "監視用の出口"]
limits = ["申請から開通まで5営業日かかる"]
first_steps = ["社内窓口に申請する", "設定を入れる", "起動する"]
search_words = ["監視用VPN", "閉域接続"]
help_path = "社内ポータル → ネットワーク"
"""
GAP_TEXT = """\
schema = 1
id = "{name}"
evidence = "stated"
checked = 2026-11-24
nearest = ["vpn"]

[ja]
name = "夜間の開通工事"
wishes = [
  "工場の網を今夜のうちにつなぎたい",
  "土日に監視用の出口を開けてもらえないか",
  "作業は夜中の2時なので、そのときに開通してほしい",
]
says = "窓口が網をつなぐのは、営業日の9時から17時までだけ。"
source_heading = "社内ポータル → ネットワーク → 受付時間"

[ja.falls_short]
vpn = "開通は5営業日後で、夜間には行わない。"
"""


def own_catalogue(
    folder: Path,
    about: str = ABOUT_TEXT,
    entries: tuple[str, ...] = ("vpn",),
    extra: str = "",
    gaps: Mapping[str, str] | None = None,
) -> Path:
    """Write a user-defined catalogue into `folder` and return it.

    `extra` is appended to each entry; `gaps` are the texts of its gaps by name.
    """
    folder.mkdir(parents=True)
    (folder / "catalogue.toml").write_text(about, encoding="utf-8")
    for name in entries:
        text = ENTRY_TEXT.replace("{name}", name) + extra
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    for name, text in (gaps or {}).items():
        (folder / "gaps").mkdir(exist_ok=True)
        (folder / "gaps" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a zip with these files by name, like any program, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return path


def packed(path: Path, version: str, key: str = "inhouse", **edition: Any) -> Path:
    """Write an edition of a user-defined catalogue as one file and return it."""
    with tempfile.TemporaryDirectory() as place:
        about = ABOUT_TEXT.replace("2026-11-24", version)
        folder = own_catalogue(Path(place) / key, about, **edition)
        files = {
            f"{key}/{file.relative_to(folder).as_posix()}": file.read_bytes()
            for file in folder.rglob("*.toml")
        }
    return zipped(path, files)


def mackerel_edition(
    path: Path, version: str, changes: Mapping[str, str | None] | None = None
) -> Path:
    """Write the built-in catalogue as an edition of another day, and return the file.

    `changes` are new texts of its files by name; None omits a file.
    """
    place = Path(str(resources.files("workshop_app"))) / "catalogue" / "data" / "mackerel"
    files: dict[str, str | None] = {
        file.relative_to(place).as_posix(): file.read_text(encoding="utf-8")
        for file in place.rglob("*.toml")
    }
    about = re.sub('version = ".*"', f'version = "{version}"', str(files["catalogue.toml"]))
    files |= {"catalogue.toml": about, **(changes or {})}
    return zipped(path, {f"mackerel/{name}": text for name, text in files.items() if text})


def mackerel_text(name: str) -> str:
    """Return the text of a file of the built-in catalogue."""
    place = resources.files("workshop_app") / "catalogue" / "data" / "mackerel"
    return (place / name).read_text(encoding="utf-8")


def edition_without_gap(path: Path, gap_id: str, version: str) -> Path:
    """Write a later edition of the built-in catalogue, in which an entry replaces a known gap.

    Its id is that of the gap with ``-now``; its problems are the wishes of the gap.
    """
    gap = load().gaps[gap_id]
    text = mackerel_text("mkr.toml").replace('id = "mkr"', f'id = "{gap_id}-now"')
    text = re.sub(r"checked = \S+", f"checked = {version}", text)
    for language in LANGUAGES:
        head, part, section = text.partition(f"[{language}]")
        wishes = "".join(f'  "{wish}",\n' for wish in gap.text(language).wishes)
        section = re.sub(
            r"problems = \[.*?\n\]", f"problems = [\n{wishes}]", section, count=1, flags=re.DOTALL
        )
        section = re.sub('name = ".*?"', f'name = "{gap.text(language).name}"', section, count=1)
        text = head + part + section
    changes = {f"{gap_id}-now.toml": text, f"gaps/{gap_id}.toml": None}
    return mackerel_edition(path, version, changes)


def faults(catalogue: Catalogue) -> list[tuple[str, int, str, str]]:
    """Return file, line, key and problem of each fault; all can be said in both languages."""
    for fault in catalogue.faults:
        for language in LANGUAGES:
            assert Texts(language)(f"faults.entry.{fault.problem}", **fault.values)
    return [(f.file, f.line, f.key, f.problem) for f in catalogue.faults]
