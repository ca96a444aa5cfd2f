"""What the window can show beyond its pages: a table of states, for `tests/ui`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from unittest import mock

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.helpers import hostile
from tests.helpers.customer_story import whole_story
from tests.helpers.desk import Desk
from tests.helpers.records import HOSTILE, TODAY, begun_today, record
from tests.helpers.sessions import create_workshop
from tests.helpers.setups import ago, alerts, hosts, import_of, rules
from tests.helpers.two_visits import second_visit
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.audience_view import GroundRules
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.setup import Alert, Host, MonitorRule
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, tr
from workshop_app.services.command import Command
from workshop_app.services.commands.actions import AddAction, AnswerEarlier
from workshop_app.services.commands.agenda import BookTime
from workshop_app.services.commands.appraising import EditRequest, GiveGround
from workshop_app.services.commands.can_do import AddCanDoLines
from workshop_app.services.commands.choosing import Choose, CountHands
from workshop_app.services.commands.community import AddPointer
from workshop_app.services.commands.context import AnswerQuestion
from workshop_app.services.commands.participants import (
    AddParticipant,
    AddParticipants,
    EditParticipant,
)
from workshop_app.services.commands.problems import (
    AddProblem,
    AddProblems,
    EditProblem,
    ParkProblem,
)
from workshop_app.services.commands.solving import PlayCard
from workshop_app.services.commands.sorting import AddTheme
from workshop_app.services.commands.workshops import (
    CreateWorkshop,
    EditCustomer,
    EditWorkshop,
    MarkExported,
)
from workshop_app.services.copies import Occasion, make_copy
from workshop_app.services.sample import play
from workshop_app.services.session import Session
from workshop_app.store.store import Store

Act = Callable[[Desk], object]
Stage = str | Command | Act
"""Keys separated by spaces, and by commas where the window is looked at; or what else is done."""
BOTH = (False, True)
PRIVATE = (True,)
SIZES = ((1024, 700), (1366, 768), (1920, 1080))
LONG = "とても長いことば " * 60
FITS = {
    "ja": "内部のネットワーク機器の監視ができない",
    "en": "Cannot monitor internal network devices",
}
"""A problem that the catalogue answers."""


@dataclass(frozen=True)
class WindowState:
    """A desk with `options` of its fixture at a page, and what is done there, stage by stage.

    `before` is done before the page is entered. `modes` are those in which it is possible:
    projected, private; `sizes` are those of the window in px. With `each_section` all sections of
    the page are shown at the end.
    """

    name: str
    page: str
    stages: tuple[Stage, ...] = ()
    before: Act | None = None
    modes: Sequence[bool] = BOTH
    sizes: Sequence[tuple[int, int]] = SIZES
    each_section: bool = False
    options: dict[str, Any] = field(default_factory=dict)


def state(
    name: str,
    page: str,
    *stages: Stage,
    before: Act | None = None,
    modes: Sequence[bool] = BOTH,
    sizes: Sequence[tuple[int, int]] = SIZES,
    each_section: bool = False,
    **options: Any,
) -> WindowState:
    return WindowState(name, page, stages, before, modes, sizes, each_section, options)


def stages_of(desk: Desk, shown: WindowState) -> Iterator[str]:
    """Show the state at a desk without a page; yield what was done last where it is looked at."""
    if shown.before:
        shown.before(desk)
    desk.go(shown.page)
    yield shown.page
    for number, stage in enumerate(shown.stages, 1):
        for part in stage.split(", ") if isinstance(stage, str) else (stage,):
            _act(desk, part)
            yield f"stage {number}: {part}"
    for name in desk.page.sections if shown.each_section else ():
        _act(desk, section(name))
        yield name


def _act(desk: Desk, stage: Stage) -> None:
    if isinstance(stage, str):
        desk.press(*stage.split())
    elif isinstance(stage, Command):
        desk.do(stage)
    else:
        stage(desk)
        desk.settle()


def written(text: str | dict[str, str]) -> Act:
    """Type a text, or that of the language."""
    return lambda desk: desk.write(text if isinstance(text, str) else text[language()])


def pasted(*lines: str) -> Act:
    def paste(desk: Desk) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines))
        desk.press("Ctrl+Shift+V")

    return paste


def section(name: str) -> Act:
    return lambda desk: desk.page.show_section(name)


def location(name: str) -> Act:
    return lambda desk: desk.page.show_location(name)


def done(*commands: Command) -> Act:
    """Execute commands before the page is entered."""

    def do(desk: Desk) -> None:
        for command in commands:
            desk.do(command)

    return do


def chosen(*texts: str | dict[str, str]) -> Act:
    """Add problems, in the language of the desk, and choose all."""

    def add(desk: Desk) -> None:
        said = (text if isinstance(text, str) else text[language()] for text in texts)
        desk.do(Choose(tuple(desk.do(AddProblem(words)) for words in said)))

    return add


def awaited(is_there: Callable[[Desk], bool]) -> Act:
    """Wait until work of another thread is there, for a minute at most."""

    def wait(desk: Desk) -> None:
        for _ in range(6_000):
            if is_there(desk):
                return
            QTest.qWait(10)

    return wait


def _request_with_long_reasons(desk: Desk) -> None:
    request = desk.state.requests[0]
    desk.page.show_record(request.problem_id)
    desk.do(GiveGround(request.problem_id, Criterion.NOW, "とても長い根拠" * 60))
    desk.do(EditRequest(request.id, "why", "a" * 900))


def _first_request(desk: Desk) -> None:
    desk.page.show_record(desk.state.requests[0].problem_id)


def _ballots(*marks: str) -> Act:
    def enter(desk: Desk) -> None:
        for each in marks:
            desk.write(each)
            desk.press("Return")

    return enter


def _time_spent_and_own_agendas(desk: Desk) -> None:
    for item in desk.state.agenda:
        desk.do(BookTime(item.id, 1500))
    plans = {f"{number}とても長い名前の進行表と初回の": [5] for number in range(5)}
    desk.window.settings.agendas = plans


KNOWN = "株式会社れんこん"


def _second_visit_to(*names: str) -> Act:
    """Use the workshop as the previous one, attended by these people, and open the next one."""

    def visit(desk: Desk) -> None:
        customer = desk.state.customer.id
        desk.do(EditCustomer(customer, "name", KNOWN))
        people = [desk.do(AddParticipant(name, "運用", "基盤")) for name in names]
        desk.do(EditParticipant(people[0], "private_note", "前回は詳しく説明してくれた"))
        desk.do(AddAction("ポートを見る", owner_id=people[0], due="2026-01-15"))
        desk.do(AddAction("<b>長い</b>" * 60, owner_name="三谷"))
        again = CreateWorkshop(
            "第2回", "2099-01-01T10:00:00", date="2099-01-01", customer_id=customer
        )
        desk.window.open_workshop(desk.do(again))

    return visit


def _customer_of_two_lines(desk: Desk) -> None:
    desk.do(
        EditCustomer(
            desk.state.customer.id, "name", "株式会社あおぞら物流システムサービス東日本支社"
        )
    )
    desk.do(AddParticipant("青木 健", "運用", "基盤"))


def _add_the_first_again(desk: Desk) -> None:
    desk.press("Alt+2")
    desk.write(_MANY_NAMES[0])
    desk.press("Return")


def _next_workshop_without_customer(desk: Desk) -> None:
    desk.do(EditCustomer(desk.state.customer.id, "name", KNOWN))
    made = desk.do(CreateWorkshop("第2回", "2099-01-01T10:00:00", date="2099-01-01"))
    desk.window.open_workshop(made)


def _name_the_customer(desk: Desk) -> None:
    desk.page.show_location("customer")
    desk.page.lines.customer.form.fields["name"].field.set_text("")
    desk.write(KNOWN)


def _to_the_rules(desk: Desk) -> None:
    while not isinstance(desk.picture, GroundRules):
        desk.press("PageDown")


def _typed_in_list(desk: Desk) -> None:
    desk.go("list")
    desk.write("夜間の当番")


def _cards(*kinds: CardKind) -> Act:
    def play_all(desk: Desk) -> None:
        problem = desk.do(AddProblem("困っている"))
        desk.do(Choose((problem,)))
        for number, kind in enumerate(kinds):
            desk.do(PlayCard(problem, kind, f"題名 {number}", f"説明 {number}"))

    return play_all


def _longest_entry(desk: Desk) -> None:
    words = language()
    longest = max(
        desk.window.answers.catalogue.solutions.values(),
        key=lambda solution: len(" ".join(solution.text(words).limits)),
    )
    desk.page.search.set_text(longest.text(words).name)
    desk.page.rows.set_current(longest.id)
    desk.press("Return")


def _first_answer(desk: Desk) -> None:
    desk.page.show_record(desk.state.answers[0].id)


def _first_problem(desk: Desk) -> None:
    desk.page.rows.set_current(desk.state.listed[0].id)


def _alerts_of(name: str, number: int = 1) -> Command:
    """Import a customer's rules, hosts and alerts with this name."""
    monitors = (MonitorRule(id=f"m{n}", name=name, type=name[:20]) for n in range(number))
    raised = (Alert(id=f"a{n}", monitor_id=f"m{n}", opened_at=ago(n)) for n in range(number))
    host = Host(id="h", name=name, status="working", roles=(name,))
    return import_of(rules(*monitors), hosts(host), alerts(*raised))


def _a_year_of_contacts(session: Session, words: str) -> None:
    session.open(play(session, words))
    session.execute(EditWorkshop(session.workshop_id, "date", TODAY.isoformat()))
    whole_story(session, TODAY)


def _note_a_contact(desk: Desk) -> None:
    contacts = desk.page.sections["contacts"]
    contacts.note(contacts.list.rows()[2].id)


def _copied(desk: Desk) -> None:
    desk.do(AddProblem("一つ目"))
    make_copy(desk.session, Occasion.IMPORT)
    desk.do(AddProblem("二つ目"))


def _read_a_file(desk: Desk) -> None:
    """Read a file in which one problem differs, one is new and one is missing, in long words."""
    state = desk.state
    first, second, *others = state.problems
    reworded = replace(first, wording=LONG[:200], private_note="メモ")
    new = replace(second, id="new", first_wording="ファイルだけ", number=98)
    file = replace(state, problems=(reworded, new, *others), cards=state.cards[1:])
    desk.page.view.read.emit(file)


def _ask_about_what_was_deleted(desk: Desk) -> None:
    state = desk.state
    workshop = replace(state.workshop, id="deleted", created_at="2020-01-01T10:00:00")
    names = [replace(who, id=f"gone-{who.id}", name=LONG[:40]) for who in state.participants]
    file = replace(state, workshop=workshop, participants=tuple(names))
    with mock.patch.object(
        Store, "forgotten_ids", return_value={workshop.id, *(n.id for n in names)}
    ):
        desk.page.view.read.emit(file)


def _ask_for_a_password(desk: Desk) -> None:
    page = desk.page
    question = page.view.question if desk.window.page_name == "start" else page.question
    file = "2026-12-03_workshop_full_ja_f3c2a1.workshop.enc"
    words = tr("password.to_read", file=file)
    question.ask(words, tr("password.read"), lambda _word: False)
    desk.write("word")
    desk.press("Enter")


def _last_time_in_long_words(desk: Desk) -> None:
    before = desk.state.before
    desk.do(EditProblem(before.chosen[0].id, "wording", "とても長いことば " * 12))
    desk.do(ParkProblem((before.listed[-1].id,), parked=True))
    desk.do(AnswerEarlier(before.actions[0].id, ActionAnswer.NOT_NEEDED, "2027-01-07T13:40"))


def _themes_of_two(number: int) -> Act:
    """Fill several pages of Sort; of 26 problems two are in each theme."""

    def fill(desk: Desk) -> None:
        desk.do(AddProblems(tuple(f"Problem of the night {n}" for n in range(26))))
        ids = [problem.id for problem in desk.state.listed]
        for theme in range(number):
            desk.do(AddTheme(f"Team {theme + 1}", tuple(ids[2 * theme : 2 * theme + 2])))

    return fill


def _first_page(desk: Desk) -> None:
    desk.page.focus_start()
    desk.page.view.turn_to_start()


def _message(desk: Desk) -> None:
    desk.window.toast("A message beside the ways")


def _records(number: int) -> Act:
    def create(desk: Desk) -> None:
        for each in range(number):
            record(desk.session, f"会 {each}", f"顧客 {each}", each)

    return create


def _hostile_record(desk: Desk) -> None:
    record(desk.session, HOSTILE, HOSTILE)
    desk.session.open(record(desk.session, HOSTILE, HOSTILE, days_ago=0))
    desk.do(AddAction(HOSTILE, owner_name=HOSTILE, due=TODAY.isoformat()))


def _several_of_today(desk: Desk) -> None:
    for people in range(4):
        begun_today(desk.session, HOSTILE, people, start_time="10:00" if people else "")


def _fault(desk: Desk) -> None:
    desk.window.say_error(tr("errors.store_full"))


def _to_the_records(desk: Desk) -> None:
    desk.page.view.records.list.setFocus()


def _hostile_table() -> Act:
    bad = hostile.line(60)
    rows = [[bad, f"列{n}{bad}", str(n), bad, "青木", "x", "y"] for n in range(12)]
    return pasted(*("\t".join(row) for row in rows))


def _set_field(name: str, text: str) -> Act:
    def put(desk: Desk) -> None:
        entry = getattr(desk.page, name)
        entry.setFocus()
        entry.field.set_text(text)

    return put


def _hostile_words_everywhere(session: Session, _words: str) -> None:
    create_workshop(session)
    do = session.execute
    for hands, said in enumerate(hostile.TEXTS):
        line = said[:200]
        problem = str(do(AddProblem(said, str(do(AddParticipant(line))))))
        do(EditProblem(problem, "wording", said))
        do(AddTheme(said, (problem,)))
        for question in (QUESTIONS[0], line):
            do(AnswerQuestion(question, said))
        do(CountHands(problem, hands))
        do(Choose((problem,)))
        do(PlayCard(problem, CardKind.ANSWER, line, said))
        do(AddAction(said))


_ALIKE = (
    "内部のネットワーク機器の監視ができない",
    "画面が遅い",
    "社内のネットワーク機器を監視できない",
    "ダッシュボードが多い",
    "ダッシュボードを壊す",
    "夜に起きる",
    "ダッシュボードの色",
    "朝が早い",
)
_MANY_NAMES = (
    hostile.line(12), "<b>O'Neil</b> & {n}", *(f"参加者 その{n}" for n in range(14)),
)  # fmt: skip
_CLOSED = {
    "ja": "間違えて閉じたアラートを、発生中に戻したい",
    "en": "Somebody closed the wrong alert and we want it open again",
}
_DEPLOYMENTS = {
    "ja": "デプロイのたびに夜中に誤報のアラートで起こされる",
    "en": "False alarms during every deployment",
}
_FOREIGN = "弁当の献立を毎朝くじ引きで決めて印刷してほしい"

STATES = (
    *(
        state(
            f"hostile-{page}",
            page,
            ", ".join([keys] * len(hostile.TEXTS)),
            each_section=page == "wrap_up",
            filled=_hostile_words_everywhere,
        )
        for page, keys in (
            ("context", "Up, Alt+Down"),
            ("list", "PageUp"),
            ("sort", "Alt+W, Escape Alt+S, Escape Alt+D, Escape Alt+Down"),
            ("choose", "PageDown"),
            ("solve", "Alt+W, Escape Alt+PageDown PageDown, Alt+Down"),
            ("appraise", "Return, Escape Alt+Down"),
            ("wrap_up", ""),
        )
    ),
    state("records-none", "start", empty=True),
    state("screen-check", "start", "Ctrl+T", empty=True),
    state("records-12", "start", before=_records(12), empty=True),
    state("records-200", "start", before=_records(200), empty=True),
    state("records-of-today", "start", before=_several_of_today, empty=True),
    state("records-hostile", "start", _fault, before=_hostile_record, empty=True),
    state(
        "record-deleted",
        "start",
        _to_the_records,
        "Delete",
        before=_hostile_record,
        modes=PRIVATE,
        empty=True,
    ),
    state("settings", "settings", _set_field("facilitator", "<b>太字</b> 🔥 " + "名" * 150)),
    state("paper-look", "paper_look", _set_field("contact", hostile.line(30))),
    state(
        "copies",
        "backups",
        awaited(lambda desk: not desk.page.verifying),
        before=_copied,
        modes=PRIVATE,
    ),
    *(
        state(
            f"password-{page}",
            page,
            _ask_for_a_password,
            before=_records(1),
            modes=PRIVATE,
        )
        for page in ("start", "backups", "requests")
    ),
    state("file-differs", "start", _read_a_file, modes=PRIVATE, sample=True),
    state("file-deleted", "start", _ask_about_what_was_deleted, modes=PRIVATE, sample=True),
    state("catalogue", "catalogue", written({"ja": "監視", "en": "monitor"}), _longest_entry),
    state(
        "catalogue-for-problem",
        "solve",
        "Ctrl+F",
        written("snmp"),
        "Return",
        before=chosen("長い課題" * 40),
    ),
    state("customer", "customer", each_section=True, modes=PRIVATE, filled=_a_year_of_contacts),
    state(
        "contact",
        "customer",
        section("contacts"),
        _note_a_contact,
        "Escape, Alt+E",
        " ".join(["Home", *["Down"] * list(ContactKind).index(ContactKind.MEETUP), "Return"]),
        modes=PRIVATE,
        filled=_a_year_of_contacts,
    ),
    state(
        "last-time", "last_time", _last_time_in_long_words, each_section=True, filled=second_visit
    ),
    *(
        state(f"setup-{name}", "setup", before=done(*commands), each_section=True)
        for name, commands in (
            ("none", ()),
            ("one", (_alerts_of("CPU の監視"),)),
            ("hostile", (_alerts_of(hostile.line(30), 20),)),
        )
    ),
    state(
        "prepare",
        "prepare",
        each_section=True,
        before=done(AddParticipant("青木 健"), AddParticipant(hostile.line(30))),
    ),
    state(
        "prepare-long-customer",
        "prepare",
        each_section=True,
        before=_customer_of_two_lines,
        sizes=((1024, 681), *SIZES),
    ),
    state(
        "prepare-second-visit",
        "prepare",
        each_section=True,
        before=_second_visit_to("青木 健"),
        modes=PRIVATE,
    ),
    state(
        "known-people",
        "prepare",
        location("people"),
        _add_the_first_again,
        before=_second_visit_to(*_MANY_NAMES),
    ),
    state("same-customer", "prepare", _name_the_customer, before=_next_workshop_without_customer),
    state("person-left", "prepare", section("people"), "Alt+J", sample=True),
    state("papers-lacking", "hand_outs", before=chosen("一つ目")),
    state("typed-elsewhere", "solve", before=_typed_in_list, sample=True),
    state("over", "start", before=done(MarkExported(f"{TODAY}T15:00:00")), sample=True),
    state("agenda", "prepare", section("agenda"), before=_time_spent_and_own_agendas),
    state(
        "opening",
        "prepare",
        section("opening"),
        _to_the_rules,
        "Alt+Z, Alt+E",
        written("\n".join(str(n) * 20 for n in range(8))),
    ),
    state("received-table", "prepare", section("advance"), _hostile_table()),
    state("context", "context", _first_answer, "Alt+L, F2, Escape Alt+N", until=Step.CONTEXT),
    *(
        state(
            f"context-{name}",
            "context",
            ", ".join(["Alt+Down"] * len(QUESTIONS)),
            before=done(_alerts_of(words)),
        )
        for name, words in (("alerts", "CPU の監視"), ("hostile", hostile.line(26)))
    ),
    state(
        "list",
        "list",
        "Up, F2, Escape",
        pasted("1. a", "2. b", "2. b", "長い" * 1200),
        until=Step.LIST,
    ),
    state(
        "list-written-down",
        "list",
        _first_problem,
        "Alt+P Alt+Right, Alt+T, 4, Escape Alt+L, Escape Alt+R",
        until=Step.LIST,
    ),
    state(
        "list-note",
        "list",
        _first_problem,
        "Alt+Shift+H Alt+Shift+L, Escape",
        modes=PRIVATE,
        until=Step.LIST,
    ),
    state("list-suggestion", "list", written(FITS)),
    state("pasted-suggestions", "list", pasted(*FITS.values(), _FOREIGN, "長い課題" * 40)),
    state("pasted-table", "list", _hostile_table()),
    state(
        "sort",
        "sort",
        "Alt+Down Space, Alt+W, Escape Alt+S, Escape Alt+D, Escape Alt+N, Escape Alt+E",
        until=Step.SORT,
    ),
    state("sort-long", "sort", before=done(AddProblem("<b>長い</b>" * 60)), modes=PRIVATE),
    *(
        state(
            f"sort-{number}-themes",
            "sort",
            _first_page,
            "PageDown, PageDown",
            _message,
            "PageUp, PageUp",
            before=_themes_of_two(number),
            until=Step.LIST,
        )
        for number in (0, 1, 2, 9)
    ),
    state(
        "sort-hints",
        "sort",
        awaited(lambda desk: not desk.page.hint.search.busy),
        "Alt+P, Alt+L",
        before=done(AddProblems(_ALIKE)),
        until=Step.LIST,
    ),
    state(
        "wording-helper",
        "sort",
        "Alt+W, Alt+4",
        written("毎晩、二時から四時のあいだ"),
        until=Step.LIST,
    ),
    state(
        "choose",
        "choose",
        "PageDown",
        written("99"),
        "Return",
        until=Step.SORT,
    ),
    state("choose-counted", "choose", "PageDown, Alt+X", until=Step.CHOOSE),
    state(
        "choose-dots",
        "choose",
        "Ctrl+Shift+D",
        _ballots("2 3", "", "4", "5", "6", "1 9"),
        "Ctrl+A Backspace Ctrl+Return, Alt+Shift+A",
        _ballots("2 3", "", "4 2"),
        "Ctrl+Return",
        until=Step.SORT,
    ),
    state(
        "solve",
        "solve",
        "Alt+D, Escape Alt+C, Escape Alt+I, Escape Alt+O, Escape Alt+W",
        "Escape Alt+T, Escape Alt+L PageDown",
        until=Step.SOLVE,
    ),
    state("solve-each-problem", "solve", ", ".join(["Alt+Down"] * 6), until=Step.SOLVE),
    state("search-trail", "solve", "Alt+V", until=Step.SOLVE),
    state("solve-gap", "solve", before=chosen(_CLOSED)),
    state(
        "solve-candidates",
        "solve",
        written({"ja": "監視が高い", "en": "slow pages"}),
        before=chosen(_CLOSED),
    ),
    state("solve-hidden", "solve", "Alt+H, Alt+R", before=chosen(*[_DEPLOYMENTS] * 3)),
    state("solve-edit", "solve", "F2", before=_cards(CardKind.ANSWER)),
    state("solve-edit-own", "solve", "F2", before=_cards(CardKind.OWN)),
    state(
        "appraise",
        "appraise",
        "Down, Alt+V, Escape Alt+E, Escape Alt+W, Escape Alt+Down Alt+Down Alt+T",
        sample=True,
    ),
    state(
        "appraise-request",
        "appraise",
        _first_request,
        "Return, Escape Alt+V, Escape Alt+E, Escape Alt+T, Escape",
        _request_with_long_reasons,
        until=Step.APPRAISE,
        modes=PRIVATE,
    ),
    state("wrap-up", "wrap_up", each_section=True, sample=True),
    state(
        "wrap-up-long",
        "wrap_up",
        AddAction("<b>長い</b>" * 60),
        AddParticipant("a" * 100),
        until=Step.WRAP_UP,
        modes=PRIVATE,
    ),
    state("wrap-up-cards", "wrap_up", section("cards"), before=_cards(*[CardKind.OWN] * 7)),
    state(
        "wrap-up-check",
        "wrap_up",
        section("check"),
        AddCanDoLines(("とても長い一行 " * 15, "short", "中くらいの一行")),
        before=done(AddParticipants(("青木", "井上", "上田"))),
    ),
    state(
        "wrap-up-community",
        "wrap_up",
        section("community"),
        AddPointer("とても長い集まりの名前 " * 8, "https://example.com/" + "a" * 120, "2027-03-05"),
        AddPointer("Mackerel Meetup", language="en"),
    ),
    state(
        "wrap-up-message",
        "wrap_up",
        section("message"),
        before=done(*(AddProblem(f"とても長い課題のことば{n}" * 6) for n in range(8))),
    ),
    state("hand-outs", "wrap_up", "Ctrl+E"),
    state("lock", "list", "Ctrl+L, T, F", sample=True),
)
