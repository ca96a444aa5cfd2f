"""The search trail is recorded separately: it is no undo step and does not end a redo."""

from tests.helpers.sessions import reopened
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.services.commands.problems import AddProblem, RemoveProblem
from workshop_app.services.commands.searching import MOST_LOOKED_AT, KeepSearch


def test_the_words_and_what_was_looked_at_are_kept_in_order(session):
    problem = session.execute(AddProblem("夜に落ちる"))
    session.execute(KeepSearch(problem, " ping  監視 ", ("check-ping", "check-tcp")))
    session.execute(KeepSearch(problem, "SNMP", ("sabapingd",)))
    session.execute(KeepSearch(problem, "ＰＩＮＧ 監視", ("check-tcp", "check-dns")))
    found = [(s.words, s.looked_at) for s in session.state.searches_of(problem)]
    assert found == [
        ("ping  監視", ("check-ping", "check-tcp", "check-dns")),
        ("SNMP", ("sabapingd",)),
    ]
    again = reopened(session)
    assert again.state.searches_of(problem) == session.state.searches_of(problem)


def test_no_more_is_kept_of_one_search_than_a_page_shows(session):
    problem = session.execute(AddProblem("夜に落ちる"))
    session.execute(KeepSearch(problem, "全部", tuple(f"entry-{n}" for n in range(50))))
    assert len(session.state.searches_of(problem)[0].looked_at) == MOST_LOOKED_AT


def test_a_search_is_no_step_and_what_was_undone_can_still_be_done_again(session):
    first = session.execute(AddProblem("夜に落ちる"))
    session.execute(AddProblem("朝に遅い"))
    session.undo()
    session.execute(KeepSearch(first, "ping"))
    assert session.next_redo().kind == "add_problem"
    session.redo()
    session.undo()
    session.undo()
    assert session.state.problems == ()
    session.redo()
    assert [search.words for search in session.state.searches_of(first)] == ["ping"]


def test_searches_go_with_their_problem_and_come_back_with_it(session):
    problem = session.execute(AddProblem("夜に落ちる"))
    session.execute(KeepSearch(problem, "ping"))
    session.execute(RemoveProblem(problem))
    assert session.store.all(SavedSearch) == ()
    session.undo()
    assert [search.words for search in session.state.searches_of(problem)] == ["ping"]
