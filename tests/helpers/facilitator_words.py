"""The texts that the facilitator types into the real window, in each language."""

import tomllib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True)
class Script:
    """What is typed in one language."""

    customer: str
    note: str
    """Private, on the customer."""
    people: tuple[str, str]
    answer: str
    parked: str
    held: str
    asked: tuple[str, str, str, str]
    """The answers to the questions below a wording: who, where, how often, what then."""
    concrete: str
    """The result of these answers and the first wording."""
    searches: tuple[str, str, str]
    ground: str
    why: str
    action: str


SCRIPTS = {
    "ja": Script(
        customer="株式会社みなとまち通販",
        note="来期の契約は未定",
        people=("青木 健", "上田 亮"),
        answer="先週の夜に届きました",
        parked="会議室のプロジェクターが暗い",
        held="担当者が一人しかいない",
        asked=("夜間の当番", "受注サーバー", "週に二回", "朝まで気づけない"),
        concrete="夜間の当番が、受注サーバーで、週に二回、"
        "プロトコル(HTTP/HTTPS以外)を指定して外形監視ができない。そのため、朝まで気づけない",
        searches=("HTTP以外", "ネットワーク機器 SNMP", "グラフ 表示期間"),
        ground="来月の棚卸しまでに使いたい",
        why="機器の故障に先に気づきたい",
        action="検証環境に check-tcp を入れる",
    ),
    "en": Script(
        customer="Harbour Town Mail Order Ltd",
        note="Next year's contract is open",
        people=("Alice Baker", "Raj Patel"),
        answer="One fired last week, at night",
        parked="The projector in this room is dim",
        held="Only one person can do it",
        asked=("the night shift", "on the order server", "twice a week", "nobody knows"),
        concrete="Cannot run external monitoring with a specified protocol (other than HTTP/HTTPS) "
        "(the night shift, on the order server, twice a week), so nobody knows",
        searches=("non-HTTP checks", "network devices SNMP", "graph display range"),
        ground="Needed before the stock count next month",
        why="To hear of broken devices first",
        action="Install check-tcp in the test environment",
    ),
}


def thirteen(language: str) -> list[str]:
    """The list that the sample's customer sent."""
    file = resources.files("workshop_app").joinpath("services", "sample", f"{language}.toml")
    sample = tomllib.loads(file.read_text(encoding="utf-8"))
    return [request["words"] for request in sample["requests"]]
