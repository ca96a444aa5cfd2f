"""A year of requests from several customers, in every state, for the board."""

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.workshop import Customer
from workshop_app.services.commands.likes import ConfirmLike
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import AddProblem, CorrectMethod
from workshop_app.services.commands.request_news import AddRequestNews, News
from workshop_app.services.commands.solving import MakeRequest
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.session import Session

WISHES = {
    "ja": (
        "外形監視の間隔を 1 分より短くしたい",
        "死活監視の待ち時間を決められるようにしたい",
        "mkr でダウンタイムを登録したい",
        "通知グループを mkr で管理したい",
        "トレースを 14 日より長く残したい",
        "退役したホストを元に戻したい",
        "監視ルールのメトリックを後から変えたい",
        "スイッチのホストをまとめて登録したい",
        "sabatrafficd を Windows サーバーでも動かしたい",
        "式による監視を 20 個より多く作りたい",
        "check-dns を Windows でも使いたい",
        "=cmd|'/c calc'!A1 で始まる名前も、そのまま出したい",
    ),
    "en": (
        "Check external monitors more often than once a minute",
        "Decide how long connectivity monitoring waits",
        "Enter downtimes by mkr",
        "Manage notification groups by mkr",
        "Keep traces longer than 14 days",
        "Bring a retired host back",
        "Change the metric of a monitor later on",
        "Register the hosts of switches in bulk",
        "Run sabatrafficd on a Windows server, too",
        "Make more than 20 expression monitors",
        "Use check-dns on Windows, too",
        "=cmd|'/c calc'!A1 at the start of a name stays as it is",
    ),
}
CUSTOMERS = {
    "ja": ("株式会社みなとまち通販", "株式会社やまびこ物流", "星見ケーブル株式会社"),
    "en": ("Harbour Town Shop Ltd", "Echo Hill Logistics Ltd", "Starview Cable Ltd"),
}
_WAYS = tuple(kind for kind in ContactKind if kind is not ContactKind.OWN)


def year_of_requests(session: Session, language: str) -> None:
    """Create twelve requests; some were said several times, in several ways, and some answered.

    The last workshop stays open. The newest request names its own customer.
    """
    customers = CUSTOMERS[language]
    for number, wish in enumerate(WISHES[language]):
        heard = [
            _said(session, language, customers[(number + time) % 3], wish, number, time)
            for time in range(1 + number % 3)
        ]
        for other in heard[:-1]:
            session.execute(ConfirmLike(heard[-1], other))
        _answer(session, heard[-1], number)


def _said(session: Session, language: str, customer: str, wish: str, number: int, time: int) -> str:
    """Let a customer say a request in a separate workshop; return the problem."""
    day = f"2026-{(number * 2 + time * 3) % 11 + 1:02}-{5 + number:02}"
    known = next((each.id for each in session.store.all(Customer) if each.name == customer), None)
    made = CreateWorkshop(
        f"{customer} {day}", f"{day}T10:00:00", customer_id=known, customer_name=customer,
        language=language, date=day,
    )  # fmt: skip
    session.open(str(session.execute(made)))
    who = str(session.execute(AddParticipant("佐藤 実", f"job {number % 4}")))
    words = f"{wish} {customer}" if number == len(WISHES[language]) - 1 else wish
    problem = str(session.execute(AddProblem(words, who)))
    session.execute(CorrectMethod((problem,), _WAYS[(number + time) % len(_WAYS)]))
    session.execute(MakeRequest(problem))
    return problem


def _answer(session: Session, problem: str, number: int) -> None:
    state = session.state
    assert state is not None
    request = state.request_of(problem)
    assert request is not None
    kinds = tuple(RequestState)
    kind = kinds[number % len(kinds)]
    if kind is RequestState.NEW:
        return
    news = [(RequestState.HANDED_OVER, "2026-10-12")]
    if kind is not RequestState.HANDED_OVER:
        news.append((kind, "2026-11-20"))
    for one, day in news:
        session.execute(AddRequestNews((News(request_id=request.id, state=one, date=day),)))
