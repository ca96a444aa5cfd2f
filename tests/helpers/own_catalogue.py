"""Catalogues of one's own, as somebody would write them into a folder."""

from pathlib import Path

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


def own_catalogue(
    folder: Path, about: str = ABOUT_TEXT, entries: tuple[str, ...] = ("vpn",), extra: str = ""
) -> Path:
    """Write a catalogue of one's own into `folder` and return it; `extra` ends each entry."""
    folder.mkdir(parents=True)
    (folder / "catalogue.toml").write_text(about, encoding="utf-8")
    for name in entries:
        text = ENTRY_TEXT.replace("{name}", name) + extra
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder
