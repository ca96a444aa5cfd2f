"""A request is said, handed over, answered in the team's file, and reported to who said it."""

from dataclasses import replace

import pytest

from exports.job import export
from tests.helpers.desks import desks
from tests.helpers.papers import solutions, squeezed, words_of
from tests.helpers.played import played_session
from ui.components import places
from workshop_app.domain.request_news import RequestState
from workshop_app.i18n import LANGUAGES, Texts, set_language
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.settings import Settings

OTHER = "株式会社よその社"
SECRET = "ないしょの理由をここだけに書いておく"
TOLD = {"ja": "待ち時間を、ルールごとに決められます。", "en": "The wait can be set for each rule."}


@pytest.fixture
def desk(qtbot, tmp_path, request):
    """A facilitator with the workshops of two customers in the same store."""
    words = request.param
    with desks(qtbot) as made:
        set_language(words)
        session = played_session(tmp_path / "w.db", words)
        state = session.state
        customer = replace(state.customer, id="other", name=OTHER, private_note="")
        first = session.workshop_id
        session.execute(ImportWorkshop(replace(state, customer=customer)))
        session.open(first)
        one = made.seat(session, Settings(language=words))
        one.words = words
        yield one


def filled(one, folder):
    """The file of the first request, as the product team sends it back."""
    result = export(one.state, solutions(), folder / "out", ["issues"], one.words)
    words = Texts(one.words)
    text = result.files[0].read_text(encoding="utf-8")
    answers = {
        "state_name": words("request_news.state.released"),
        "date": "2027-01-04",
        "reason": SECRET,
        "may_be_told": TOLD[one.words],
    }
    for name, answer in answers.items():
        head = f"### {words(f'request_news.{name}')}\n"
        text = text.replace(head, f"{head}\n{answer}\n")
    path = folder / "answer.md"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("desk", LANGUAGES, indirect=True)
def test_the_answer_to_a_request_reaches_the_person_who_said_it(desk, tmp_path):
    words = Texts(desk.words)
    request = min(desk.state.requests, key=lambda each: each.number)
    problem = desk.state.problem(request.problem_id)
    (speaker,) = desk.state.speakers_of(problem)

    desk.window.set_private(True)
    desk.go("appraise").show_record(request.id)
    desk.press("Escape", "Ctrl+Shift+H", "Return")
    assert desk.state.state_of_request(request) is RequestState.HANDED_OVER

    desk.press("Ctrl+Shift+J")
    assert desk.page.open_files([filled(desk, tmp_path)])
    desk.settle()
    assert desk.state.state_of_request(request) is RequestState.HANDED_OVER
    desk.press("Ctrl+Return")
    assert desk.state.state_of_request(request) is RequestState.RELEASED
    desk.show_record(request.id)
    assert SECRET in desk.everything()

    result = export(desk.state, solutions(), tmp_path / "told", ["became_of"], desk.words)
    (paper,) = result.papers
    assert paper.reader == speaker.code
    said = words_of(paper.file.read_bytes())
    for part in (
        speaker.name,
        problem.first_wording,
        words("promises.customer.released"),
        TOLD[desk.words],
    ):
        assert squeezed(part) in said
    assert squeezed(SECRET) not in said
    assert squeezed(OTHER) not in said

    desk.press("Ctrl+Shift+H", "Return")
    assert desk.state.news_of(request)[-1].told_on

    desk.set_private(False)
    for place in places.PLACES:
        desk.go(place)
        everything = desk.everything()
        assert SECRET not in everything, place
        assert OTHER not in everything, place
