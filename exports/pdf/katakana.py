"""Splits Japanese text at its katakana words, so that a narrow column breaks no word.

Only captions need it: their column holds eight characters, fewer than グラフウィジェット, where
`breaking` would have to split a word anywhere. It has no dictionary, and no character shows where
the words of a compound in katakana meet, so that these words are listed. A test breaks all captions
of the catalogue and fails if a word is missing.
"""

import re

_KATAKANA = re.compile("([ァ-ヺー]+)")
_COMPONENTS = (
    "アカウント",
    "アクセス",
    "アノテーション",
    "アラート",
    "インストール",
    "ウィジェット",
    "エージェント",
    "オーガニゼーション",
    "カスタム",
    "グラフ",
    "グループ",
    "サービス",
    "サーバー",
    "ステータス",
    "セット",
    "ダウン",
    "タイム",
    "ダッシュボード",
    "チェック",
    "データ",
    "ディスク",
    "パーマリンク",
    "プラグイン",
    "ボード",
    "ホスト",
    "メール",
    "メタデータ",
    "メトリック",
    "ユーザー",
    "リソース",
    "ルール",
    "レスポンス",
    "ログ",
    "ロール",
)
"""The words of which the compounds in headings of the help consist."""
_COMPOUND = re.compile(f"(?:{'|'.join(_COMPONENTS)})+")
_COMPONENT = re.compile("|".join(sorted(_COMPONENTS, key=len, reverse=True)))


def is_katakana(text: str) -> bool:
    """Return whether `text` is a word in katakana."""
    return _KATAKANA.fullmatch(text) is not None


def words_of(text: str) -> list[str]:
    """Return the parts of `text`: each katakana word, compounds by component, and what is between.

    A compound with an unknown component is one word.
    """
    parts: list[str] = []
    for part in filter(None, _KATAKANA.split(text)):
        parts += _COMPONENT.findall(part) if _COMPOUND.fullmatch(part) else [part]
    return parts
