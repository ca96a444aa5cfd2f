"""Common words, which say less about a query than their rarity in the catalogue suggests.

"somehow" and "yesterday" are as rare in the catalogue as a product name; so are words for the
setting of a problem, such as 業務 or 毎朝, and words that only say that there is a problem.
"""

from workshop_app.search.stems import stem

_WORDS = """
above across actually after afterwards again against ago ain almost alone along already although
always among another anybody anyone anything anyway anywhere aren around aside ask away back bad
badly became become becomes before began begin behind being believe below beside besides best better
between beyond bit both bring call came certain certainly clearly come comes coming couldn d day
days definitely despite didn doesn doing don done down during each early easily easy either else
enough entirely especially etc even ever every everybody everyone everything everywhere exactly
except far few finally find first five forever former found four full fully gave generally gets
getting give given gives giving go goes going gone good got great had hadn half happen happens hard
hardly hasn haven having he hear heard help her here hers herself him himself his hour hours however
idea if indeed instead isn itself keep keeps kept kind knew know known knows last late later learn
learned least leave left less lets likely little live ll long look looking looks lot lots m made
mainly makes making many matter may maybe mean means meanwhile might mine minute minutes moment
month months more moreover most mostly much must myself name namely near nearly never nevertheless
new next nice nobody none nor nothing notice now nowhere obviously off often ok okay old once one
ones only onto other others otherwise ought ourselves out outside over own particular past people
per perhaps person piece place please plenty point possible possibly probably put puts quickly quite
rather re really reason recently right s said same saw say says second see seeing seem seemed seems
seen self sense serious several shall she shouldn show shows side simple simply since six small
somebody somehow someone something sometime sometimes somewhere soon sort spot start still stuff
sure surely t take taken takes taking talk tell ten thank thanks themselves then thing things think
third those though thought three through throughout thus till today together told tomorrow tonight
too took toward towards tried try trying turn turns twice two under unless until up upon useful
useless usual usually various ve very via wait wanted wants wasn watch week weeks well went weren
whatever whenever whereas wherever whether whichever while whoever whole whom whose why wish within
without won wonder word words work works worse worst worth wouldn wrong year years yes yesterday yet
yours yourself
ability affair allow allows amazing awesome basically behave cause concerning consider consists cool
correct cumbersome current currently deal define defined defines depending desire easier example
existing expect expected explain explanation following friendly general given gives handy hello
helpful hi hope hoping imagine include included includes including interesting introduce
involve itself kindly lack lacks likewise love nicely option options original otherwise part
piece possibility prefer pretty proper properly proposal propose provide provided provides purpose
question regarding related relevant require required requirement requires ridiculous section similar
simplest situation solution somewhat suggest suggestion suppose supposed tedious thanks though
trouble truly understand unfortunately variety workaround
additional aspect bad based basic certain configure control create directly display displayed enable
everytime gui implement improve improvement improvements indicator initial kind new practice
practices provide real set show type types ui
"""
_TOOLS = """
alerta beszel cachet centreon checkmate checkmk gatus healthchecks hinemos icinga icingaweb karma
kuma librenms netdata observium openitcockpit prtg signoz statping statuscake thruk uptimerobot
"""
"""Names of other monitoring tools used as a reference; names with a meaning of their own are
excluded.
"""
_STEMS = frozenset(map(stem, (_WORDS + _TOOLS).split()))
_SCENE_WORDS = frozenset(
    """
    一部 一番 上司 業務 人間 今回 今月 以上 以下 会社 先週 全体 全員 全部 内容 別々
    前回 勝手 原因 問題 営業 嫌 困 基幹 多分 大事 大変 客様 役員 影響 怖 所要 手元
    担当 時期 昨日 最近 期間 本当 来月 楽 毎回 毎年 毎日 毎月 毎朝 毎週 気持 状況
    状態 現在 現場 理由 画面 当日 相談 社長 突然 簡単 結果 結局 自体 自社 説明 課題
    面倒 頻度 顧客 結構 仕組 各種 一方 実現 従来 可能 利用 提供 確認 実施 考慮 検討 想定 手間
    非常 予定 希望 仕様 関連 複数 多数 同様 通常 作業 状況 特段 普通 便利 不便 意味 気軽
    """.split()  # noqa: SIM905 - read as a paragraph
)
"""Index words (single characters and pairs) for the setting of a problem, and for trouble
itself.
"""


def is_common_word(word: str) -> bool:
    """Return whether an index word is a common English word; words are compared by their stems."""
    return word in _STEMS


def is_scene_word(word: str) -> bool:
    """Return whether a Japanese index word is about the setting of a problem or trouble itself."""
    return word in _SCENE_WORDS
