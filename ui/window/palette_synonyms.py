"""Everyday words by which people look for a line of the palette, when they do not know its own.

A name is that of an action, of a section, or empty for the place itself. Japanese stands as it is
written and as it is read. A test holds that each is found on the first page.
"""

from __future__ import annotations

SYNONYMS: dict[tuple[str, str], str] = {
    ("everywhere", "keys"): (
        "help shortcut shortcuts ヘルプ ショートカット 使い方 つかいかた 操作 そうさ"
    ),
    ("everywhere", "settings"): (
        "options preferences language english japanese dark light colour color contrast sound beep "
        "bell signal 言語 げんご 英語 えいご 日本語 にほんご ダーク 暗い くらい 配色 はいしょく "
        "色 いろ コントラスト 音 おと サウンド 通知 つうち オプション"
    ),
    ("everywhere", "papers"): (
        "export print printing worksheet worksheets handout pdf 書き出し かきだし 印刷 いんさつ "
        "ワークシート 配布 はいふ 資料 しりょう 出力 しゅつりょく"
    ),
    ("everywhere", "freeze"): ("release hold still 凍結 とうけつ フリーズ 静止 せいし 固定 こてい"),
    ("everywhere", "black"): (
        "blank blackout ブラック ブラックアウト 暗転 あんてん 真っ黒 まっくろ 黒い くろい"
    ),
    ("everywhere", "later"): ("reveal release hide 公開 こうかい 隠す かくす 表示 ひょうじ"),
    ("everywhere", "wall"): (
        "projector display monitor プロジェクター モニター 投影 とうえい 二画面 にがめん"
    ),
    ("everywhere", "timer"): "clock stopwatch 時計 とけい ストップウォッチ",
    ("everywhere", "longer"): "extend extension overtime 延長 えんちょう 追加 ついか",
    ("everywhere", "rest"): "coffee recess 休み やすみ 小休止 しょうきゅうし",
    ("everywhere", "lock"): "clicker presentation クリッカー リモコン プレゼン",
    ("everywhere", "swap"): "exchange switch 交換 こうかん 逆 ぎゃく",
    ("everywhere", "undo"): "revert 取り消し とりけし 戻す もどす",
    ("everywhere", "text_size"): "zoom font 拡大 かくだい フォント ズーム",
    ("everywhere", "wall_letters"): "zoom font 拡大 かくだい フォント ズーム",
    ("prepare", "anonymous"): ("anonymous anonymity nameless 匿名 とくめい 無記名 むきめい"),
    ("prepare", "speakers_shown"): "names speaker 名前 なまえ 発言者 はつげんしゃ",
    ("prepare", "people"): ("attendees members names 出席者 しゅっせきしゃ メンバー 名簿 めいぼ"),
    ("prepare", "agenda"): "schedule timetable 予定 よてい 時間割 じかんわり スケジュール",
    ("prepare", "moved"): "late latecomer 遅刻 ちこく 早退 そうたい",
    ("list", "writing"): "brainwriting quiet 無言 むごん",
    ("list", "sheet"): "worksheet worksheets ワークシート",
    ("list", "later"): "hide reveal 隠す かくす 公開 こうかい",
    ("list", "paste"): "import 取り込み とりこみ 読み込み よみこみ",
    ("list", "hold"): "保留 ほりゅう",
    ("list", "hold_row"): "保留 ほりゅう",
    ("list", "inbox"): "inbox tray 受信箱 じゅしんばこ 保留 ほりゅう トレイ",
    ("list", "release"): "release reveal 解放 かいほう 公開 こうかい",
    ("list", "park"): "postpone 保留 ほりゅう 後回し あとまわし 駐車 ちゅうしゃ",
    ("list", "parking"): "駐車 ちゅうしゃ",
    ("sort", ""): "group cluster 分類 ぶんるい グループ",
    ("sort", "park"): "postpone 保留 ほりゅう 後回し あとまわし 駐車 ちゅうしゃ",
    ("sort", "merge"): (
        "combine join duplicate duplicates 結合 けつごう 統合 とうごう 重複 ちょうふく じゅうふく "
        "合体 がったい"
    ),
    ("sort", "take_hint"): "duplicate duplicates similar 重複 ちょうふく じゅうふく 類似 るいじ",
    ("choose", ""): (
        "vote votes voting poll prioritise prioritize 投票 とうひょう 採決 さいけつ 多数決 "
        "たすうけつ 優先順位 ゆうせんじゅんい"
    ),
    ("choose", "hand"): "vote votes voting 投票 とうひょう",
    ("choose", "close"): "result results vote 投票 とうひょう 結果 けっか",
    ("choose", "way"): "sticker stickers vote 投票 とうひょう ドット",
    ("choose", "again"): "revote vote 再投票 さいとうひょう 投票 とうひょう",
    ("hand_outs", "codes"): "anonymous anonymity 匿名 とくめい 仮名 かめい",
    ("hand_outs", "preview"): "print 印刷 いんさつ",
    ("wrap_up", "actions"): "task tasks todo タスク 宿題 しゅくだい 担当 たんとう",
    ("wrap_up", "papers"): "export print worksheet handout 書き出し かきだし 印刷 いんさつ",
}
